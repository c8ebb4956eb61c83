#!/bin/sh
# Runs mosquitto and lets it read its users again whenever the application has changed them.
users=/run/mqtt/passwords
mosquitto -c /mosquitto/config/mosquitto.conf &
broker=$!
trap 'kill "$broker"' TERM INT
seen=$(cksum "$users")
while kill -0 "$broker" 2>/dev/null; do
  sleep 2 &
  wait $!
  now=$(cksum "$users" 2>/dev/null)
  if [ -n "$now" ] && [ "$now" != "$seen" ]; then
    seen=$now
    kill -HUP "$broker"
  fi
done
wait "$broker"
