# SPDX-License-Identifier: GPL-3.0-or-later
"""The gate: bytes of a stranger become checked values, or a Problem. It knows neither server nor database."""
import json


class Problem(Exception):
    """A refusal; more goes into the body, headers into the answer."""

    def __init__(self, status, kind, detail, headers=None, **more):
        super().__init__(detail)
        self.status, self.headers = status, headers or {}
        self.body = {"type": f"/problems/{kind}", "status": status, "detail": detail, **more}


def fault(pointer, code, detail):
    return {"pointer": pointer, "code": code, "detail": detail}


def content(faults):
    return Problem(422, "content", f"{len(faults)} fault(s)", errors=faults)


def unique(pairs):
    if len({name for name, value in pairs}) < len(pairs):
        raise ValueError("a key occurs twice")
    return dict(pairs)


def read_json(content_type, raw):
    if content_type.split(";")[0].strip().lower() != "application/json":
        raise Problem(415, "media-type", "send application/json")
    try:
        return json.loads(raw.decode("utf-8"), object_pairs_hook=unique)
    except (ValueError, RecursionError):
        raise Problem(400, "bad-json", "the body is no valid JSON in UTF-8") from None


def whole(low, high):
    def test(value, at):
        if type(value) is not int:                              # True is an int for isinstance
            return None, [fault(at, "type", "a whole number")]
        return value, [] if low <= value <= high else [fault(at, "range", f"{low} to {high}")]
    return test


def text(most):
    def test(value, at):
        if type(value) is not str:
            return None, [fault(at, "type", "a text")]
        value = value.strip()
        good = 1 <= len(value) <= most and value.isprintable()  # half a character is not printable
        return value, [] if good else [fault(at, "range", f"1 to {most} printable signs")]
    return test


def is_isbn(text):
    return (len(text) == 13 and text.isascii() and text.isdecimal()
            and sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(text)) % 10 == 0)


def isbn(value, at):
    if type(value) is not str:
        return None, [fault(at, "type", "a text")]
    return value, [] if is_isbn(value) else [fault(at, "range", "13 digits, the last of which fits")]


def record(fields):
    """A test for an object: fields is a dictionary of name and test, and each of them is required."""
    def test(value, at):
        if type(value) is not dict:
            return None, [fault(at, "type", "an object")]
        strange = [name.replace("~", "~0").replace("/", "~1") for name in value if name not in fields]
        faults = [fault(f"{at}/{name}", "unknown", "no such field") for name in strange]
        good = {}
        for name, test_field in fields.items():
            if name in value:
                good[name], bad = test_field(value[name], f"{at}/{name}")
                faults += bad
            else:
                faults.append(fault(f"{at}/{name}", "missing", "required"))
        return good, faults
    return test


def many(test_item, most, key):
    """A test for a list of objects, of which no two have the same value under key."""
    def test(value, at):
        if type(value) is not list:
            return None, [fault(at, "type", "a list")]
        if not 1 <= len(value) <= most:
            return None, [fault(at, "range", f"1 to {most} items")]
        items, faults, seen = [], [], set()
        for place, each in enumerate(value):
            item, bad = test_item(each, f"{at}/{place}")
            items.append(item)
            faults += bad
            name = (item or {}).get(key)
            if name is not None and name in seen:
                faults.append(fault(f"{at}/{place}/{key}", "range", "stands in an earlier item"))
            seen.add(name)
        return items, faults
    return test


def check(data, test):
    good, faults = test(data, "")
    if faults:
        raise content(faults)
    return good
