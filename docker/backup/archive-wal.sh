#!/bin/sh
# PostgreSQL's archive_command: keeps a finished piece of the write-ahead log. Succeeds only when the piece is safely on the disk.
#   archive_command = '/opt/samklima/backup/archive-wal.sh %p %f /backups'
# A piece takes 16 MB however little happened in its minute, and mostly holds nothing: packed it is as large as what happened.
set -eu
from=$1 name=$2 kept=$3/wal
mkdir -p "$kept"
if [ -f "$kept/$name.gz" ]; then
  # Asked again after a crash: the same piece is well, another one of the same name is a mistake that must not be covered up.
  gzip -dc "$kept/$name.gz" | cmp -s "$from" -
  exit
fi
gzip -nc --fast "$from" > "$kept/.$name.part"
sync "$kept/.$name.part"
mv "$kept/.$name.part" "$kept/$name.gz"
sync "$kept"
