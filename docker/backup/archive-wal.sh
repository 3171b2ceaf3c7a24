#!/bin/sh
# PostgreSQL's archive_command: keeps a finished piece of the write-ahead log. Succeeds only when the piece is safely on the disk.
#   archive_command = '/opt/samklima/backup/archive-wal.sh %p %f /backups'
set -eu
from=$1 name=$2 kept=$3/wal
mkdir -p "$kept"
if [ -f "$kept/$name" ]; then
  # Asked again after a crash: the same piece is well, another one of the same name is a mistake that must not be covered up.
  cmp -s "$from" "$kept/$name"
  exit
fi
cp "$from" "$kept/.$name.part"
sync "$kept/.$name.part"
mv "$kept/.$name.part" "$kept/$name"
sync "$kept"
