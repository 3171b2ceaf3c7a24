#!/bin/sh
# PostgreSQL's restore_command: hands back a piece of the write-ahead log that archive-wal.sh kept. Written by restore.sh.
set -eu
name=$1 to=$2 kept=$3/wal
[ -f "$kept/$name" ] || exit 1
cp "$kept/$name" "$to"
