# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may do what, and which form a body has: no HTTP, no database, no clock."""
import json
import re

PERMISSIONS = {
    "member": {"note:read", "note:write", "note:delete", "share:list", "share:set", "share:end"},
    "admin": {"note:read", "note:write", "note:delete", "share:list", "share:set", "share:end", "user:list", "user:block", "user:role"},
}
RIGHTS = {                                                # what a person with this right on a note may do with it
    "owner": {"note:read", "note:write", "note:delete", "share:list", "share:set", "share:end"},
    "write": {"note:read", "note:write"},
    "read": {"note:read"},
}


class Problem(Exception):
    """A failure that the caller is told as a problem body."""

    def __init__(self, status, kind, detail, headers=None, **more):
        super().__init__(detail)
        self.status, self.headers = status, headers or {}
        self.body = {"type": f"/problems/{kind}", "status": status, "detail": detail, **more}


def may(user, action, note=None, person=None):
    """note holds the right of the user on it, or None; person is the one whose share is meant."""
    if action not in PERMISSIONS.get(user["role"], set()):
        return False
    if action.startswith("user:"):
        return True
    if note is not None:
        if action == "share:end" and person == user["name"] and note["right"] is not None:
            return True
        return action in RIGHTS.get(note["right"], set())
    return False


def normal(name):
    return name.strip().lower()


def name_of_account(value):
    return type(value) is str and re.fullmatch(r"[a-z0-9-]{2,20}", normal(value)) is not None


def text(least, most):
    return lambda value: type(value) is str and least <= len(value) <= most


def title(value):
    return type(value) is str and 1 <= len(value.strip()) and len(value) <= 100 and value.isprintable()


def one_of(*values):
    return lambda value: type(value) is str and value in values


def truth(value):
    return type(value) is bool


FORMS = {                                                 # field -> test
    "account": {"name": name_of_account, "password": text(15, 200)},
    "sign-in": {"name": text(0, 10_000), "password": text(0, 10_000)},
    "password": {"old": text(0, 10_000), "new": text(15, 200)},
    "note": {"title": title, "text": text(0, 4000)},
    "share": {"right": one_of("read", "write")},
    "blocked": {"blocked": truth},
    "role": {"role": one_of("member", "admin")},
}


def read_body(form, kind, raw):
    """The fields of a body after all checks."""
    if kind.split(";")[0].strip().lower() != "application/json":
        raise Problem(415, "media-type", "send application/json")
    try:
        data = json.loads(raw.decode())
        json.dumps(data, ensure_ascii=False).encode()     # half a character fails here
    except (ValueError, RecursionError):
        raise Problem(400, "bad-json", "the body is no valid JSON in UTF-8") from None
    if type(data) is not dict:
        raise Problem(422, "content", "send an object")
    fields = FORMS[form]
    faults = [{"pointer": "/" + name.replace("~", "~0").replace("/", "~1"), "code": "unknown"} for name in data if name not in fields]
    faults += [{"pointer": f"/{name}", "code": "missing"} for name in fields if name not in data]
    faults += [{"pointer": f"/{name}", "code": "value"} for name, test in fields.items() if name in data and not test(data[name])]
    if faults:
        raise Problem(422, "content", f"{len(faults)} fault(s)", errors=faults)
    return data
