# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures become files."""
import csv
import datetime
import json

import count


def write_all(counts):
    with open("report.json", "w", encoding="utf-8") as target:
        json.dump(report(counts), target, indent=1)
    with open("paths.csv", "w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, ["path", "requests", "errors", "bytes"])
        writer.writeheader()
        writer.writerows(count.path_rows(counts["paths"]))
    with open("rejected.txt", "w", encoding="utf-8") as target:
        for number, reason in counts["rejected"]:
            print(f"{number}: {reason}", file=target)


def report(counts):
    """The figures in the form of report.json."""
    times_of = counts["times"]
    busiest = count.busiest(counts["minutes"])
    rejected = len(counts["rejected"])
    return {"lines": counts["lines"], "good": counts["lines"] - rejected, "rejected": rejected,
            "first": clock(counts["first"]), "last": clock(counts["last"]),
            "bytes": counts["bytes"], "status": counts["status"], "hours": counts["hours"],
            "busiest_minute": busiest and {"minute": clock(60 * busiest[0], "%Y-%m-%dT%H:%MZ"), "requests": busiest[1]},
            "addresses": len(times_of), "visits": sum([count.visits(times) for times in times_of.values()]),
            "bursts": [{"address": address, "requests": requests} for address, requests in count.bursts(times_of)]}


def clock(second, form="%Y-%m-%dT%H:%M:%SZ"):
    """The UTC text of a second since 1970, None for None."""
    return None if second is None else datetime.datetime.fromtimestamp(second, datetime.timezone.utc).strftime(form)
