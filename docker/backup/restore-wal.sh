#!/bin/sh
# PostgreSQL's restore_command: hands back a piece of the write-ahead log that archive-wal.sh kept. Written by restore.sh.
set -eu
name=$1 to=$2 kept=$3/wal
[ -f "$kept/$name.gz" ] || exit 1
# Above 125 PostgreSQL gives up. Any less would tell it that the log ends here, and what comes after would be lost unseen.
gzip -dc "$kept/$name.gz" > "$to" || exit 200
