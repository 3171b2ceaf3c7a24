#!/bin/sh
# PostgreSQL's restore_command: hands back a piece of the write-ahead log that archive-wal.sh kept. Written by restore.sh.
set -eu
name=$1 to=$2 kept=$3/wal
# Above 125 PostgreSQL gives up. Any less would tell it that the log ends here, and what comes after would be lost unseen.
if [ -f "$kept/$name.gz" ]; then
  gzip -dc "$kept/$name.gz" > "$to" || exit 200
elif [ -f "$kept/$name" ]; then
  cp "$kept/$name" "$to" || exit 200 # before pieces were packed
else
  exit 1
fi
