#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# smoke.sh ADDRESS: five requests that change nothing; one line each, status 1 if one is wrong.
set -euo pipefail
bad=0
ask() {
  code=$(curl -s -o /dev/null -w '%{http_code}' -X "$2" "$address$3")
  echo "$2 $3 $code"
  [ "$code" = "$1" ] || bad=1
}
address=$1
ask 200 GET /health
ask 401 GET /seats
ask 401 GET /bookings
ask 401 DELETE /bookings/1
ask 404 GET /nothing
exit "$bad"
