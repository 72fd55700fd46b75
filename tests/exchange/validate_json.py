#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""validate_json.py SCHEMA FOLDER: names every fault of the files in it against the schema; fails if there is one."""
import json
import pathlib
import sys

import jsonschema

schema = json.load(open(sys.argv[1], encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
count = 0
for file in sorted(pathlib.Path(sys.argv[2]).iterdir()):
    for fault in validator.iter_errors(json.loads(file.read_text(encoding="utf-8"))):
        print(file.name, "/".join(map(str, fault.absolute_path)), fault.message[:200])
        count += 1
sys.exit(1 if count else 0)
