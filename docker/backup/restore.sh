#!/usr/bin/env bash
# Makes a data directory from the backups, as it was at a moment or at the end of the log. Start PostgreSQL on it afterwards:
# it reads the log up to there and then is an ordinary server. The directory must not exist, or be empty.
#   restore.sh BACKUPS DATA_DIRECTORY latest
#   restore.sh BACKUPS DATA_DIRECTORY '2026-11-25 14:30:00+00'
set -euo pipefail
backups=$(cd "$1" && pwd) data=$2 moment=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [ -d "$data" ] && [ -n "$(ls -A "$data")" ]; then
  echo "$data is not empty. Move away what is in it; nothing was done." >&2
  exit 1
fi

# The newest backup that was complete by then.
chosen=
for base in "$backups"/base/*/; do
  [ -f "$base/finished" ] || continue
  if [ "$moment" = latest ] || [ "$(date -u -d "$(cat "$base/finished")" +%s)" -le "$(date -u -d "$moment" +%s)" ]; then
    chosen=${base%/}
  fi
done
[ -n "$chosen" ] || { echo "No backup was complete by $moment." >&2; exit 1; }
(cd "$chosen" && sha256sum --check --quiet SHA256SUMS)

mkdir -p "$data"
chmod 700 "$data"
tar --extract --gzip --file="$chosen/base.tar.gz" --directory="$data"
mkdir -p "$data"/pg_wal/archive_status
cp "$chosen/backup_label" "$data/backup_label"
touch "$data/recovery.signal"
# A server that was itself restored once still has the moment of that time among its settings.
sed -i -e '/^# Written by restore.sh/d' -e '/^restore_command = /d' -e '/^recovery_target/d' "$data/postgresql.auto.conf"
{
  echo "# Written by restore.sh; without effect once the server is up."
  echo "restore_command = '$here/restore-wal.sh %f %p $backups'"
  echo "recovery_target_action = 'promote'"
  [ "$moment" = latest ] || echo "recovery_target_time = '$moment'"
} >> "$data/postgresql.auto.conf"
echo "Restored from $chosen. Start PostgreSQL on $data."
