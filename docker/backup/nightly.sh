#!/usr/bin/env bash
# Stays beside the server and copies it every night, and at once where the newest copy is older than a day: see compose.yaml.
#   nightly.sh DATA_DIRECTORY BACKUPS HOUR KEEP     HOUR in UTC, KEEP the number of copies that stay
#   nightly.sh now DATA_DIRECTORY BACKUPS [KEEP]    makes one at once, and keeps so many, or all
#   nightly.sh healthy BACKUPS                      says whether the newest copy is younger than 26 hours
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# $1: of the folder of copies, $2: in minutes
is_younger_than() { [ -n "$(find "$1/base" -mindepth 2 -maxdepth 2 -name finished -mmin "-$2" 2> /dev/null | head -n 1)" ]; }

if [ "$1" = healthy ]; then
  is_younger_than "$2" $((26 * 60))
  exit
fi

# The password is read every time: it may have been changed since.
copy() {
  local secret=/run/secrets/samklima/SAMKLIMA_DATABASE_SUPERUSER_PASSWORD
  if [ -f "$secret" ]; then PGPASSWORD=$(cat "$secret"); export PGPASSWORD; fi
  (
    flock 9 # one at a time
    rm -rf "$backups"/.*.part # left behind by one that was interrupted
    exec "$here/base-backup.sh" "$data" "$backups"
  ) 9> "$backups/.lock"
}

if [ "$1" = now ]; then
  data=$2 backups=$3
  copy
  [ -z "${4:-}" ] || "$here/prune.sh" "$backups" "$4"
  exit
fi

data=$1 backups=$2 hour=$3 keep=$4
trap 'exit 0' TERM INT
pause() { sleep "$1" & wait $!; }

nightly() {
  if copy; then
    "$here/prune.sh" "$backups" "$keep"
  else
    echo "The copy failed; the next try is in ten minutes." >&2
    return 1
  fi
}

while :; do
  if ! is_younger_than "$backups" $((24 * 60 - 5)); then
    nightly || { pause 600; continue; }
  fi
  now=$(date -u +%s)
  next=$(date -u -d "today $hour:00" +%s)
  [ "$next" -gt "$now" ] || next=$(date -u -d "tomorrow $hour:00" +%s)
  pause $((next - now))
  nightly || pause 600
done
