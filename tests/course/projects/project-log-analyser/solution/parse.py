# SPDX-License-Identifier: GPL-3.0-or-later
"""One line of the log becomes one record."""
import datetime
import re

QUOTED = r'"(?:[^"\\]|\\.)*"'
REST = re.compile(r'(\S+) (\S+) (\S+) \[([^\]]*)\] (' + QUOTED + r") (\S+) (\S+) " + QUOTED + " " + QUOTED)
TIME = re.compile(r"[0-9]{2}/[A-Z][a-z]{2}/[0-9]{4}:[0-9]{2}:[0-9]{2}:[0-9]{2} [+-][0-9]{4}")
REQUEST = re.compile(r'"[A-Z]+ (/\S*) HTTP/(?:1\.0|1\.1|2\.0)"')


def parse_line(line):
    """(address, second, path, status, size) of a good line, the second counted in UTC since 1970.

    ValueError with the reason for any other line."""
    found = REST.fullmatch(line)
    if found is None:
        raise ValueError("no line of the combined format")
    address, _, _, time, request, status, size = found.groups()
    wanted = REQUEST.fullmatch(request)
    if wanted is None:
        raise ValueError(f"request: METHOD /TARGET HTTP/VERSION wanted, {request} found")
    return address, second_of(time), wanted[1].split("?")[0], status_of(status), size_of(size)


def second_of(text):
    if TIME.fullmatch(text) is None:
        raise ValueError(f"time: DD/Mon/YYYY:HH:MM:SS +ZZZZ wanted, {text} found")
    try:
        return int(datetime.datetime.strptime(text, "%d/%b/%Y:%H:%M:%S %z").timestamp())
    except ValueError as error:
        raise ValueError(f"time: {text} does not exist") from error


def status_of(text):
    if re.fullmatch("[1-5][0-9]{2}", text) is None:
        raise ValueError(f"status: 100 to 599 wanted, {text} found")
    return int(text)


def size_of(text):
    if text == "-":
        return 0
    if re.fullmatch("[0-9]+", text) is None:
        raise ValueError(f"bytes: digits or - wanted, {text} found")
    return int(text)
