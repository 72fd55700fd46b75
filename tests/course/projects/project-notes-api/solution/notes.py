# SPDX-License-Identifier: GPL-3.0-or-later
"""HTTP: routes, one door for all of them, and the server."""
import json
import os
import sys
import time
import traceback
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from rules import Problem, may, normal, read_body
from store import Store

LIMIT = 10_000
MISSING = Problem(404, "missing", "nothing here")


class Call:
    """One request on its way: what was sent, and what the door found out about it."""

    def __init__(self, store, method, target, headers, raw, now):
        url = urlsplit(target)
        self.store, self.method, self.path, self.query = store, method, url.path, parse_qs(url.query)
        self.kind, self.raw, self.now = headers.get("Content-Type", ""), raw, now
        self.token = read_token(headers.get("Cookie", ""))
        self.values, self.user, self.note, self.data = {}, None, None, None


def read_token(header):
    for part in header.split(";"):
        name, _, value = part.strip().partition("=")
        if name == "session":
            return value
    return ""


def sign_up(call):
    user = call.store.add_user(call.data["name"], call.data["password"], "member")
    return 201, {"name": user["name"], "role": user["role"]}, {}


def sign_in(call):
    token = call.store.sign_in(call.data["name"], call.data["password"], call.now)
    return 204, None, {"Set-Cookie": f"session={token}; HttpOnly; SameSite=Lax; Path=/"}


def sign_out(call):
    call.store.sign_out(call.token)
    return 204, None, {"Set-Cookie": "session=; HttpOnly; SameSite=Lax; Path=/; Max-Age=0"}


def show_me(call):
    return 200, call.user, {}


def set_password(call):
    if not call.store.fits(call.user["name"], call.data["old"]):
        raise Problem(403, "old-password", "the old password is wrong")
    call.store.new_password(call.user["name"], call.data["new"], call.token)
    return 204, None, {}


def add_note(call):
    note = call.store.add_note(call.user["name"], call.data["title"], call.data["text"])
    return 201, note, {"Location": f"/notes/{note['id']}"}


def list_notes(call):
    return 200, {"items": call.store.notes(call.user["name"], call.query.get("q", [""])[0])}, {}


def show_note(call):
    return 200, call.note, {}


def change_note(call):
    call.store.change_note(call.note["id"], call.data["title"], call.data["text"])
    return 200, {**call.note, **call.data}, {}


def delete_note(call):
    call.store.delete_note(call.note["id"])
    return 204, None, {}


def list_shares(call):
    return 200, {"items": call.store.shares(call.note["id"])}, {}


def set_share(call):
    if call.store.user(call.values["name"]) is None:
        raise MISSING
    if call.values["name"] == call.note["owner"]:
        raise Problem(422, "content", "the owner needs no share")
    call.store.set_share(call.note["id"], call.values["name"], call.data["right"])
    return 204, None, {}


def end_share(call):
    if not call.store.end_share(call.note["id"], call.values["name"]):
        raise MISSING
    return 204, None, {}


def list_users(call):
    return 200, {"items": call.store.users()}, {}


def set_blocked(call):
    call.store.set_blocked(call.values["name"], call.data["blocked"])
    return 204, None, {}


def set_role(call):
    call.store.set_role(call.values["name"], call.data["role"])
    return 204, None, {}


# method, pattern, action ("open": nobody is asked; "self": any session will do), form of the body, handler
ROUTES = [
    ("POST", "/users", "open", "account", sign_up),
    ("POST", "/session", "open", "sign-in", sign_in),
    ("DELETE", "/session", "self", None, sign_out),
    ("GET", "/me", "self", None, show_me),
    ("PUT", "/password", "self", "password", set_password),
    ("POST", "/notes", "self", "note", add_note),
    ("GET", "/notes", "self", None, list_notes),
    ("GET", "/notes/{id}", "note:read", None, show_note),
    ("PUT", "/notes/{id}", "note:write", "note", change_note),
    ("DELETE", "/notes/{id}", "note:delete", None, delete_note),
    ("GET", "/notes/{id}/shares", "share:list", None, list_shares),
    ("PUT", "/notes/{id}/shares/{name}", "share:set", "share", set_share),
    ("DELETE", "/notes/{id}/shares/{name}", "share:end", None, end_share),
    ("GET", "/users", "user:list", None, list_users),
    ("PUT", "/users/{name}/blocked", "user:block", "blocked", set_blocked),
    ("PUT", "/users/{name}/role", "user:role", "role", set_role),
]


def check_routes():
    for method, pattern, action, form, handler in ROUTES:
        if not action:
            sys.exit(f"{method} {pattern} names no action")


def match(pattern, path):
    wanted, given = pattern.split("/"), path.split("/")
    if len(wanted) != len(given):
        return None
    values = {}
    for want, part in zip(wanted, given):
        if want.startswith("{"):
            values[want[1:-1]] = unquote(part)
        elif want != part:
            return None
    return values


def find_route(call):
    allowed = []
    for method, pattern, action, form, handler in ROUTES:
        values = match(pattern, call.path)
        if values is not None and method == call.method:
            call.values = {key: normal(value) for key, value in values.items()}
            return action, form, handler
        if values is not None:
            allowed.append(method)
    if allowed:
        raise Problem(405, "method", "this method does not fit", {"Allow": ", ".join(allowed)})
    raise MISSING


def load_note(call):
    number = call.values["id"]
    if number.isascii() and number.isdecimal() and len(number) < 19:
        call.note = call.store.note(int(number), call.user["name"])
    if call.note is None or not may(call.user, "note:read", call.note):
        raise MISSING


def refuse_unless_allowed(call, action):
    """The door: who, which object, which action; every route but the open ones comes through here."""
    call.user = call.store.user_of(call.token, call.now)
    if call.user is None:
        raise Problem(401, "session", "sign in first")
    if "id" in call.values:
        load_note(call)
    if action != "self" and not may(call.user, action, call.note, call.values.get("name")):
        raise Problem(403, "forbidden", "not allowed")
    if action.startswith("user:") and "name" in call.values and call.store.user(call.values["name"]) is None:
        raise MISSING


def respond(call):
    try:
        action, form, handler = find_route(call)
        try:
            if action != "open":
                refuse_unless_allowed(call, action)
        except Problem as problem:
            name = call.user["name"] if call.user else "nobody"
            print("refused", problem.status, name, action, call.path, file=sys.stderr, flush=True)
            raise
        if form:
            call.data = read_body(form, call.kind, call.raw)
        return handler(call)
    except Problem as problem:
        return problem.status, problem.body, problem.headers
    except Exception:
        traceback.print_exc()
        return 500, Problem(500, "internal", "our fault").body, {}


class Handler(BaseHTTPRequestHandler):
    timeout = 10
    store = None

    def answer(self):
        length = self.headers.get("Content-Length", "0")
        if not (length.isascii() and length.isdecimal()):
            self.send(400, Problem(400, "length", "bad Content-Length").body, {})
        elif len(length) > 9 or int(length) > LIMIT:
            self.send(413, Problem(413, "too-large", f"at most {LIMIT} bytes").body, {"Connection": "close"})
        else:
            raw = self.rfile.read(int(length))
            self.send(*respond(Call(self.store, self.command, self.path, self.headers, raw, time.time())))

    def send(self, status, body, headers):
        content = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if content:
            self.send_header("Content-Type", "application/json" if status < 400 else "application/problem+json")
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer


def main():
    check_routes()
    store = Store(os.environ["DATABASE"], int(os.environ.get("IDLE_SECONDS", 1800)), int(os.environ.get("TOTAL_SECONDS", 43200)))
    if store.user("admin") is None:
        store.add_user("admin", os.environ["ADMIN_PASSWORD"], "admin")
    Handler.store = store
    HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()


if __name__ == "__main__":
    main()
