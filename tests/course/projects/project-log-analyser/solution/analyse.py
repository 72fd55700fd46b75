# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads access.log in the working folder; writes report.json, paths.csv and rejected.txt."""
import sys

from count import count_lines
from write import write_all

LOG = "access.log"


def main():
    try:
        with open(LOG, encoding="utf-8", newline="\n") as source:
            counts = count_lines(line.removesuffix("\n") for line in source)
    except OSError as error:
        print(f"{LOG}: {error.strerror}", file=sys.stderr)
        return 1
    write_all(counts)
    rejected = len(counts["rejected"])
    print(f"{counts['lines']} lines, {counts['lines'] - rejected} good, {rejected} rejected")
    return 0


if __name__ == "__main__":
    sys.exit(main())
