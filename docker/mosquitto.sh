#!/bin/sh
# Runs mosquitto and lets it read its users again whenever the application has changed them. Where a user went, or got
# another password, mosquitto starts anew without its store: a session, with what waits in it, would outlive its user and
# be handed to whoever comes next with its client id. What no lot has confirmed the application sends again.
users=/run/mqtt/passwords
data=/mosquitto/data
known=$data/known-users

start() {
  mosquitto -c /mosquitto/config/mosquitto.conf &
  broker=$!
}

# remembers the users as they are now; succeeds if one of those before is not among them
somebody_went() {
  cp "$users" "$known.new"
  gone=$(awk 'NR == FNR { now[$0]; next } !($0 in now)' "$known.new" "$known" 2>/dev/null)
  mv "$known.new" "$known"
  [ -n "$gone" ]
}

somebody_went && rm -f "$data/mosquitto.db"
start
stopping=
trap 'stopping=1; kill "$broker"' TERM INT
while kill -0 "$broker" 2>/dev/null; do
  sleep 2 &
  wait $!
  [ -z "$stopping" ] || break
  if [ -s "$users" ] && ! cmp -s "$users" "$known"; then
    if somebody_went; then
      kill "$broker"
      wait "$broker"
      rm -f "$data/mosquitto.db"
      start
    else
      kill -HUP "$broker"
    fi
  fi
done
wait "$broker"
