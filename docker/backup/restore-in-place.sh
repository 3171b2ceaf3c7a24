#!/usr/bin/env bash
# Puts a data directory made from the backups (restore.sh) where the server's is. What was there stays beside it, under a name
# with the time; remove it when the restored server is well. Refuses while a server answers at PGHOST and PGPORT.
#   restore-in-place.sh DATA_DIRECTORY BACKUPS latest
#   restore-in-place.sh DATA_DIRECTORY BACKUPS '2026-11-25 14:30:00+00'
set -euo pipefail
data=$1 backups=$2 moment=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
answered=0
pg_isready --quiet --timeout=5 || answered=$?
if [ "$answered" -ne 2 ]; then # 2 is silence; 1 is a server that does not take connections yet
  echo "PostgreSQL still runs, or could not be asked. Stop it first; nothing was done." >&2
  exit 1
fi
aside=
if [ -d "$data" ]; then
  aside=$data.before-$(date -u +%Y%m%dT%H%M%SZ)
  mv "$data" "$aside"
fi
if ! "$here/restore.sh" "$backups" "$data" "$moment"; then
  rm -rf "$data"
  [ -z "$aside" ] || mv "$aside" "$data"
  echo "Nothing was changed." >&2
  exit 1
fi
[ -z "$aside" ] || echo "What was there is in $aside; remove it when all is well."
