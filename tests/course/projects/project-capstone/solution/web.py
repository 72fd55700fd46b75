# SPDX-License-Identifier: GPL-3.0-or-later
"""The upper floor: HTTP. Each route names its action; one door asks before any handler runs."""
import json
import os
import sys
import time
import traceback
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import rules
import store

HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, "VERSION"), encoding="utf-8") as file:
    VERSION = file.read().strip()
LIMIT = 10_000
STATUS = {"session": 401, "sign-in": 401, "forbidden": 403, "missing": 404, "method": 405, "seat-taken": 409, "seat-blocked": 409,
          "too-many": 409, "too-large": 413, "media-type": 415, "content": 422, "bad-json": 400, "wait": 429, "internal": 500}
HEADERS = {"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}
PUBLIC = {"health", "sign-in"}
ROUTES = {}


def route(method, path, action, fields=None):
    if not action:
        raise ValueError(f"{method} {path} has no action")

    def register(handler):
        ROUTES[method, path] = action, fields, handler
        return handler
    return register


@route("GET", "/health", "health")
def health(call):
    call.db.execute("SELECT id FROM seat LIMIT 1").fetchone()
    return 200, {"status": "ok", "version": VERSION}, {}


@route("POST", "/session", "sign-in", {"name": str, "password": str})
def sign_in(call):
    token = store.sign_in(call.db, call.data["name"], call.data["password"], time.time())
    return 204, None, {"Set-Cookie": f"session={token}; HttpOnly; SameSite=Lax; Path=/"}


@route("DELETE", "/session", "sign-out")
def sign_out(call):
    store.sign_out(call.db, call.token)
    return 204, None, {}


@route("GET", "/seats", "seat:list")
def list_seats(call):
    return 200, {"items": store.seats(call.db)}, {}


@route("PUT", "/seats/{id}/blocked", "seat:block", {"blocked": bool})
def block_seat(call):
    if not store.block(call.db, call.number, call.data["blocked"]):
        raise rules.Refused("missing")
    return 204, None, {}


@route("GET", "/bookings", "booking:list")
def list_bookings(call):
    return 200, {"items": store.bookings(call.db, call.member)}, {}


@route("POST", "/bookings", "booking:add", {"seat": int, "half_day": str})
def add_booking(call):
    made = store.add_booking(call.db, call.member["id"], call.data["seat"], rules.check_half_day(call.data["half_day"]))
    return 201, made, {"Location": f"/bookings/{made['id']}"}


@route("GET", "/bookings/{id}", "booking:read")
def show_booking(call):
    return 200, call.booking, {}


@route("DELETE", "/bookings/{id}", "booking:end")
def end_booking(call):
    store.end_booking(call.db, call.number)
    return 204, None, {}


def find(method, path):
    parts, number, known = path.split("/"), None, False
    for place, part in enumerate(parts):
        if part.isascii() and part.isdecimal() and len(part) < 19:
            parts[place], number = "{id}", int(part)
    path = "/".join(parts)
    if (method, path) in ROUTES:
        return *ROUTES[method, path], number
    raise rules.Refused("method" if any(p == path for m, p in ROUTES) else "missing")


def read_body(kind, raw, fields):
    if kind.split(";")[0].strip().lower() != "application/json":
        raise rules.Refused("media-type")
    try:
        data = json.loads(raw.decode())
        json.dumps(data, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise rules.Refused("bad-json") from None
    if type(data) is not dict:
        raise rules.Refused("content", "")
    for name in [*fields, *data]:
        if name not in fields or type(data.get(name)) is not fields[name] or (fields[name] is int and not 0 < data[name] < 2**63):
            raise rules.Refused("content", name)
    return data


class Call:
    """One request: what was sent, and what the door found out about it."""

    def __init__(self, db, method, path, headers, raw):
        self.db, self.data, self.member, self.booking = db, None, None, None
        self.token = next((part.strip()[8:] for part in headers.get("Cookie", "").split(";") if part.strip().startswith("session=")), "")
        self.action, self.fields, self.handler, self.number = find(method, path)
        if self.action not in PUBLIC:
            self.guard()
        if self.fields is not None:
            self.data = read_body(headers.get("Content-Type", ""), raw, self.fields)

    def guard(self):
        self.member = store.member_of(self.db, self.token, time.time())
        if self.member is None:
            raise rules.Refused("session")
        if self.action.startswith("booking:") and self.number is not None:
            self.booking = store.booking(self.db, self.number)
            if self.booking is None or not rules.may(self.member, "booking:read", self.booking):
                raise rules.Refused("missing")
        if not rules.may(self.member, self.action, self.booking):
            raise rules.Refused("forbidden")


def respond(db, method, path, headers, raw):
    try:
        call = Call(db, method, path, headers, raw)
        return call.handler(call)
    except rules.Refused as refused:
        status = STATUS[refused.code]
        body = {"type": f"/problems/{refused.code}", "status": status}
        if refused.field is not None:
            body["errors"] = [{"pointer": f"/{refused.field}"}]
        return status, body, {"Retry-After": "900"} if status == 429 else {}
    except Exception:
        traceback.print_exc()
        return 500, {"type": "/problems/internal", "status": 500}, {}


class Handler(BaseHTTPRequestHandler):
    timeout = 10
    path_of_db = None

    def answer(self):
        begun, length = time.perf_counter(), self.headers.get("Content-Length", "0")
        if not (length.isascii() and length.isdecimal() and len(length) < 9) or int(length) > LIMIT:
            status, body, headers = 413, {"type": "/problems/too-large", "status": 413}, {"Connection": "close"}
        else:
            raw, db = self.rfile.read(int(length)), store.connect(self.path_of_db)
            status, body, headers = respond(db, self.command, urlsplit(self.path).path, self.headers, raw)
            db.close()
        content = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        for name, value in {**HEADERS, **headers}.items():
            self.send_header(name, value)
        if content:
            self.send_header("Content-Type", "application/json" if status < 400 else "application/problem+json")
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        print(self.command, urlsplit(self.path).path, status, round((time.perf_counter() - begun) * 1000), "ms", flush=True)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer

    def log_message(self, *values):
        """The line of answer() is the log."""


def serve(path, port):
    db = store.connect(path)
    store.prepare(db)
    db.close()
    Handler.path_of_db = path
    return ThreadingHTTPServer(("127.0.0.1", port), Handler)


def main(words):
    missing = [name for name in ("ROOM_DB", "ROOM_PORT") if not os.environ.get(name)]
    if missing:
        sys.exit("missing settings: " + ", ".join(missing))
    if words[:1] == ["add"] and len(words) == 3 and words[2] in ("member", "warden"):
        db = store.connect(os.environ["ROOM_DB"])
        store.prepare(db)
        store.add_member(db, words[1], sys.stdin.readline().rstrip("\n"), words[2])
    elif not words:
        serve(os.environ["ROOM_DB"], int(os.environ["ROOM_PORT"])).serve_forever()
    else:
        sys.exit("web.py [add NAME member|warden]")


if __name__ == "__main__":
    main(sys.argv[1:])
