#!/usr/bin/env bash
# Keeps the newest backups, and of the log what the oldest of them needs to be brought to any later moment.
#   prune.sh BACKUPS 14
set -euo pipefail
backups=$1 keep=$2
[ "$keep" -ge 1 ] || { echo "Keep at least one backup" >&2; exit 1; }
mapfile -t bases < <(find "$backups/base" -mindepth 1 -maxdepth 1 -type d | sort)
surplus=$((${#bases[@]} - keep))
for ((i = 0; i < surplus; i++)); do rm -rf "${bases[i]}"; done
oldest=$(find "$backups/base" -mindepth 1 -maxdepth 1 -type d | sort | head -n 1)
[ -n "$oldest" ] || exit 0
# "START WAL LOCATION: 0/2000028 (file 000000010000000000000002)": names after the timeline count upwards.
first=$(sed -n 's/^START WAL LOCATION: .*(file \([0-9A-F]*\)).*/\1/p' "$oldest/backup_label")
[ ${#first} -eq 24 ] || { echo "No beginning of the log in $oldest/backup_label" >&2; exit 1; }
find "$backups/wal" -maxdepth 1 -type f -regextype posix-extended -regex '.*/[0-9A-F]{24}(\..*)?' | while read -r piece; do
  name=$(basename "$piece")
  if [[ ${name:8:16} < ${first:8:16} ]]; then rm "$piece"; fi
done
