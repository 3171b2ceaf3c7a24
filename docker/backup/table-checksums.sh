#!/usr/bin/env bash
# Says of every table in every database how many rows it has and a checksum of them, whatever their order: two servers that
# print the same hold the same. Connects as PGHOST, PGPORT and PGUSER say (a superuser).
set -euo pipefail
sql() { psql --no-psqlrc --quiet --no-align --tuples-only --set=ON_ERROR_STOP=1 "$@"; }
for database in $(sql --dbname=postgres --command="SELECT datname FROM pg_database WHERE NOT datistemplate ORDER BY 1"); do
  sql --dbname="$database" <<'SQL'
SELECT format('SELECT %L, count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) FROM %s t',
              current_database() || ' ' || c.oid::regclass, c.oid::regclass)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_t%'
ORDER BY c.oid::regclass::text \gexec
SQL
done
