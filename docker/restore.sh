#!/bin/sh
# Restores a backup of docker/backup.sh and tells the platform so: at its next start it asks the channels what became of
# everything before it sends anything.
#
#   1. stop every node
#   2. docker/restore.sh /var/backups/onboarding/onboarding-20261124T020000Z.dump
#   3. start the nodes
#
# What was there is kept as another database, <name>_before_<time>, until somebody drops it. PG as in docker/backup.sh.
set -eu

file=${1:?"usage: docker/restore.sh FILE"}
database=${ONBOARDING_DB_NAME:-onboarding}
user=${ONBOARDING_DB_USER:-onboarding}

moment=$(basename "$file" .dump)
moment=$(echo "${moment##*-}" | sed -n 's/^\(....\)\(..\)\(..\)T\(..\)\(..\)\(..\)Z$/\1-\2-\3T\4:\5:\6Z/p')
[ -n "$moment" ] || { echo "the name of $file does not say from when it is" >&2; exit 2; }

sql() { # DATABASE STATEMENT
    # shellcheck disable=SC2086
    ${PG:-} psql -U "$user" -d "$1" -v ON_ERROR_STOP=1 -X -q -At -c "$2" </dev/null
}

connected=$(sql postgres "SELECT count(*) FROM pg_stat_activity WHERE datname = '$database'")
[ "$connected" = 0 ] || { echo "$connected connections to $database: stop every node first" >&2; exit 3; }

fresh=${database}_restoring
sql postgres "DROP DATABASE IF EXISTS $fresh"
sql postgres "CREATE DATABASE $fresh TEMPLATE template0"
# shellcheck disable=SC2086
${PG:-} pg_restore -U "$user" -d "$fresh" --no-owner --single-transaction --exit-on-error <"$file"

if [ "$(sql "$fresh" "SELECT to_regclass('restored_backup') IS NOT NULL")" = t ]; then
    sql "$fresh" "INSERT INTO restored_backup (restored_to, noticed_at) VALUES ('$moment', now())
        ON CONFLICT (restored_to) DO UPDATE SET noticed_at = now(), ids_skipped = FALSE, open_items = -1, finished_at = NULL"
else
    echo "a backup of an older version: start the first node with ONBOARDING_RESTORED_TO=$moment" >&2
fi

sql postgres "ALTER DATABASE $database RENAME TO ${database}_before_$(date -u +%Y%m%d%H%M%S)"
sql postgres "ALTER DATABASE $fresh RENAME TO $database"
echo "$database is as of $moment; start the nodes"
