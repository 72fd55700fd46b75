# SPDX-License-Identifier: GPL-3.0-or-later
"""The ground floor: what the brief promises. No HTTP, no SQL, no clock."""
from datetime import date

MOST_OPEN = 2


class Refused(Exception):
    """An expected refusal; code names it in errors.md."""

    def __init__(self, code, field=None):
        super().__init__(code)
        self.code, self.field = code, field


def may(member, action, booking=None):
    if action in {"seat:list", "booking:list", "booking:add", "sign-out"}:
        return True
    if action == "seat:block":
        return member["role"] == "warden"
    if action in {"booking:read", "booking:end"} and booking is not None:
        return member["role"] == "warden" or booking["member"] == member["id"]
    return False


def check_half_day(value):
    if type(value) is str and value[10:] in ("-am", "-pm"):
        try:
            if date.fromisoformat(value[:10]).isoformat() == value[:10]:
                return value
        except ValueError:
            pass
    raise Refused("content", "half_day")


def check_may_book(open_bookings, seat_blocked):
    if seat_blocked:
        raise Refused("seat-blocked")
    if open_bookings >= MOST_OPEN:
        raise Refused("too-many")
