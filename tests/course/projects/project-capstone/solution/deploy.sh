#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# deploy.sh VERSION: backup, switch, restart, health with the version; back by itself if that fails. ROOM_DB and ROOM_PORT are set.
set -euo pipefail
[ -d "releases/$1" ] || { echo "no release $1"; exit 2; }
before=$(readlink current || true)

start() {
  ln -s "releases/$1" current.new && mv -T current.new current
  [ ! -f room.pid ] || kill "$(cat room.pid)" 2> /dev/null || true
  for i in $(seq 50); do curl -s -o /dev/null "http://127.0.0.1:$ROOM_PORT/health" || break; sleep 0.1; done
  python3 current/web.py >> room.log 2>&1 &
  echo $! > room.pid
  for i in $(seq 100); do
    curl -s "http://127.0.0.1:$ROOM_PORT/health" | grep -q "\"$1\"" && return 0
    sleep 0.1
  done
  return 1
}

mkdir -p backups
[ ! -f "$ROOM_DB" ] || sqlite3 "$ROOM_DB" ".backup backups/before-$1.db"
if start "$1"; then
  echo "live: $1"
elif [ -n "$before" ] && start "${before##*/}"; then
  echo "$1 failed, back on ${before##*/}"
  exit 1
else
  echo "$1 failed, nothing to go back to"
  exit 1
fi
