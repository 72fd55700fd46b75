# SPDX-License-Identifier: GPL-3.0-or-later
"""Records become figures; no file is opened here.

Time O(n log n) for n lines, by the sorting of times; space O(n + p), as each good line leaves one number and each of p paths one row."""
from parse import parse_line

VISIT_GAP = 1800
BURST_SECONDS, BURST_REQUESTS = 60, 60


def new_counts():
    return {"lines": 0, "rejected": [], "first": None, "last": None, "bytes": 0, "hours": [0] * 24,
            "status": {f"{n}xx": 0 for n in range(1, 6)}, "minutes": {}, "paths": {}, "times": {}}


def count_lines(lines):
    """The counts of all lines, with (number, reason) for each rejected one."""
    counts = new_counts()
    for number, line in enumerate(lines, start=1):
        counts["lines"] = number
        try:
            record = parse_line(line)
        except ValueError as error:
            counts["rejected"].append((number, str(error)))
        else:
            count_record(counts, record)
    return counts


def count_record(counts, record):
    address, second, path, status, size = record
    counts["first"] = second if counts["first"] is None else min(counts["first"], second)
    counts["last"] = second if counts["last"] is None else max(counts["last"], second)
    counts["bytes"] += size
    counts["status"][f"{status // 100}xx"] += 1
    counts["hours"][second // 3600 % 24] += 1
    minute = second // 60
    counts["minutes"][minute] = counts["minutes"].get(minute, 0) + 1
    counts["times"].setdefault(address, []).append(second)
    row = counts["paths"].setdefault(path, {"path": path, "requests": 0, "errors": 0, "bytes": 0})
    row["requests"] += 1
    row["errors"] += status >= 400
    row["bytes"] += size


def visits(times):
    """How many runs without a gap of 1,800 s or more: [0, 1799] gives 1, [0, 1800] gives 2."""
    ordered = sorted(times)
    return sum([1 for place, time in enumerate(ordered) if place == 0 or time - ordered[place - 1] >= VISIT_GAP])


def burst(times):
    """The highest number of requests within 60 s. Each time is met twice: as the last of a window and as the first one left behind."""
    ordered = sorted(times)
    highest = first = 0
    for last, time in enumerate(ordered):
        while time - ordered[first] >= BURST_SECONDS:
            first += 1
        highest = max(highest, last - first + 1)
    return highest


def bursts(times_of):
    """(address, number) of each burst, by number falling, then by address."""
    numbers = [(address, burst(times)) for address, times in times_of.items()]
    return sorted([pair for pair in numbers if pair[1] >= BURST_REQUESTS], key=lambda pair: (-pair[1], pair[0]))


def busiest(minutes):
    """(minute, requests), the earliest of the fullest; None without minutes."""
    return min(minutes.items(), key=lambda pair: (-pair[1], pair[0]), default=None)


def path_rows(paths):
    return sorted(paths.values(), key=lambda row: (-row["requests"], row["path"]))
