#!/bin/bash
# Runs once, when the primary makes its data folder: lets the standby, inside this network, follow it.
set -euo pipefail
echo 'host replication proofmark 172.30.0.0/16 scram-sha-256' >> "$PGDATA/pg_hba.conf"
