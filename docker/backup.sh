#!/bin/sh
# Backs the database up while everything runs: one file, a snapshot of one moment, which its name says.
#
#   docker/backup.sh /var/backups/onboarding
#
# The database of compose.yaml is reached with
#   PG="docker compose --env-file docker/prod.env -f docker/compose.yaml exec -T database"
# without PG the PostgreSQL 17 client of this machine is used, with its PGHOST, PGPORT and PGPASSWORD.
# Not in it, keep it elsewhere: prod.env with the encryption keys, docker/keys/.
set -eu

folder=${1:?"usage: docker/backup.sh FOLDER"}
database=${ONBOARDING_DB_NAME:-onboarding}
user=${ONBOARDING_DB_USER:-onboarding}

file=$folder/$database-$(date -u +%Y%m%dT%H%M%SZ).dump
# shellcheck disable=SC2086
${PG:-} pg_dump -U "$user" -d "$database" --format=custom >"$file.part"
# a file that cannot be read is none
# shellcheck disable=SC2086
${PG:-} pg_restore --list <"$file.part" >/dev/null
mv "$file.part" "$file"
echo "$file"
