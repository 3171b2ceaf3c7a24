#!/usr/bin/env bash
# Copies a running PostgreSQL 18 as a whole, all its databases at one moment: with the archived write-ahead log it can be
# brought to any later moment. Runs beside the server, as somebody who may read its files; connects as PGHOST, PGPORT and
# PGUSER say (a superuser).
#   base-backup.sh DATA_DIRECTORY BACKUPS
set -euo pipefail
data=$(cd "$1" && pwd) backups=$2
name=$(date -u +%Y%m%dT%H%M%SZ)
work=$backups/.$name.part
mkdir -p "$work"
trap 'rm -rf "$work"' EXIT
export data work

# What a running server needs and a restored one must not have (PostgreSQL's manual, "Making a Base Backup Using the Low
# Level API"). tar says 1 where a file changed or went while it was read, which is in the nature of it: the log mends that.
cat > "$work/copy.sh" <<'COPY'
tar --create --gzip --file="$work/base.tar.gz" --directory="$data" --warning=no-file-changed --warning=no-file-removed \
  --exclude='./pg_wal/*' --exclude='./pg_replslot/*' --exclude='./pg_dynshmem/*' --exclude='./pg_notify/*' \
  --exclude='./pg_serial/*' --exclude='./pg_snapshots/*' --exclude='./pg_stat_tmp/*' --exclude='./pg_subtrans/*' \
  --exclude='pgsql_tmp*' --exclude='./postmaster.pid' --exclude='./postmaster.opts' --exclude='./current_logfiles' \
  --exclude='*pg_internal.init*' .
echo $? > "$work/copied"
COPY

# One session from beginning to end: a backup belongs to the session that started it.
psql --no-psqlrc --quiet --no-align --tuples-only --set=ON_ERROR_STOP=1 --set=work="$work" --dbname=postgres <<'SQL'
SELECT pg_backup_start('samklima', fast => true) AS start \gset
\! bash "$work/copy.sh"
SELECT labelfile, spcmapfile FROM pg_backup_stop(wait_for_archive => true) \gset
\cd :work
\o backup_label
\qecho :labelfile
\o tablespaces
\qecho :spcmapfile
\o
SQL
[ "$(cat "$work/copied")" -le 1 ] || { echo "The files could not be copied" >&2; exit 1; }
if [ -n "$(tr -d '[:space:]' < "$work/tablespaces")" ]; then
  echo "This cluster has tablespaces of its own, which these scripts do not restore" >&2
  exit 1
fi
rm "$work/copy.sh" "$work/copied" "$work/tablespaces"
date -u +%FT%TZ > "$work/finished"
(cd "$work" && sha256sum base.tar.gz backup_label finished > SHA256SUMS)
sync "$work"/*
mkdir -p "$backups/base"
mv "$work" "$backups/base/$name"
trap - EXIT
echo "$backups/base/$name"
# Where every role can read it: portals tell Prometheus how old the newest copy is (BackupWatch).
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --dbname=postgres \
  --command="COMMENT ON DATABASE postgres IS 'samklima backup $(cat "$backups/base/$name/finished")'"
