#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""validate_plan.py SCHEMA PLAN: checks a plan against the schema, and its revision as the schema describes it."""
import hashlib
import json
import sys

import jsonschema

schema = json.load(open(sys.argv[1], encoding="utf-8"))
plan = json.load(open(sys.argv[2], encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
faults = list(jsonschema.Draft202012Validator(schema).iter_errors(plan))
for fault in faults:
    print("/".join(map(str, fault.absolute_path)), fault.message)

content = {key: value for key, value in plan.items() if key not in ("revision", "parent", "created", "schedule", "forecast")}
canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")
if hashlib.sha256(canonical).hexdigest() != plan["revision"]:
    faults.append(None)
    print("revision is not the hash of the content")
sys.exit(1 if faults else 0)
