#!/usr/bin/env bash
# Gives PostgreSQL's superuser the password that was handed over as a file. Runs in the server's container, where whoever
# comes through the socket needs none.
set -euo pipefail
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres \
  --set=new="$(cat /run/secrets/samklima/SAMKLIMA_DATABASE_SUPERUSER_PASSWORD)" <<< "ALTER ROLE postgres PASSWORD :'new'"
