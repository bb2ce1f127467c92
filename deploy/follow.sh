#!/bin/bash
# The standby: copies the primary when its folder is empty, and follows it from then on.
set -euo pipefail
PGDATA=/var/lib/postgresql/data
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  pg_basebackup --host primary --username "$POSTGRES_USER" --pgdata "$PGDATA" --wal-method stream --write-recovery-conf
  chmod 0700 "$PGDATA"
fi
exec postgres -D "$PGDATA" -c hot_standby=on -c max_connections=200
