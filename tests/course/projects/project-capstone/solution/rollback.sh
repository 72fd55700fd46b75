#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# rollback.sh VERSION: the release before, by the same way.
set -euo pipefail
exec bash "$(dirname "$0")/deploy.sh" "$1"
