# SPDX-License-Identifier: GPL-3.0-or-later
"""Joins items, tests, drills and readers; prints the acceptance report and ends with 1 if a witness is missing or failed."""
import re
import subprocess
import sys


def dated(name, pattern):
    with open(name, encoding="utf-8") as file:
        return set(re.findall(pattern, file.read(), re.M))


run = subprocess.run([sys.executable, "-m", "unittest", "-v", "test_items"], capture_output=True, text=True)
results = {}
for number, result in re.findall(r"^test_a(\d\d)_\w+ .*?\.\.\. (\w+)", run.stderr, re.M):
    results.setdefault("A" + number, set()).add(result)
others = {"drill": ("drilled", dated("drills.txt", r"^(A\d\d) \d{4}-\d\d-\d\d ok")),
          "reader": ("read", dated("readers.txt", r"^(A\d\d) \S+ \d{4}-\d\d-\d\d"))}
bad = 0
with open("acceptance.txt", encoding="utf-8") as file:
    for line in file:
        name, area, kind, text = line.split(maxsplit=3)
        if kind == "auto":
            found = results.pop(name, None)
            state = "missing" if found is None else "passed" if found == {"ok"} else "failed"
        else:
            word, seen = others[kind]
            state = word if name in seen else "missing"
        bad += state in ("missing", "failed")
        print(name, state, "-", text.strip())
for name in sorted(results):
    bad += 1
    print(name, "unknown item")
sys.exit(bad > 0)
