# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests become calls of the shop, and results answers. No socket is known here."""
import base64
import json
import secrets
import traceback
from urllib.parse import parse_qs, unquote

from gate import Problem, check, isbn, many, read_json, record, text, whole

PRICE = whole(1, 1_000_000)
BOOK = record({"isbn": isbn, "title": text(120), "author": text(80), "price_cents": PRICE, "stock": whole(0, 10_000)})
PATCH = record({"price_cents": PRICE})
DELIVERY = record({"copies": whole(1, 10_000)})
ORDER = record({"customer": text(80), "lines": many(record({"isbn": isbn, "copies": whole(1, 99)}), 20, "isbn")})


def bad_query(detail):
    return Problem(400, "bad-query", detail)


def read_query(query, names):
    values = parse_qs(query, keep_blank_values=True)
    if any(name not in names or len(found) > 1 for name, found in values.items()):
        raise bad_query("an unknown parameter, or one that stands there twice")
    return {name: found[0] for name, found in values.items()}


def read_cursor(cursor):
    try:
        title, last = json.loads(base64.urlsafe_b64decode(cursor.encode("ascii")))
        if type(title) is str and type(last) is str:
            return title, last
    except (ValueError, TypeError, RecursionError):
        pass
    raise bad_query("cursor must be the next of an earlier answer")


def write_cursor(book):
    return base64.urlsafe_b64encode(json.dumps([book["title"], book["isbn"]]).encode()).decode()


class Api:
    def __init__(self, shop):
        self.shop = shop
        self.routes = [
            ("POST", "/books", self.add_book), ("GET", "/books", self.list_books),
            ("GET", "/books/{}", self.read_book), ("PATCH", "/books/{}", self.set_price), ("POST", "/books/{}/deliveries", self.deliver),
            ("POST", "/orders", self.place), ("GET", "/orders/{}", self.read_order), ("POST", "/orders/{}/cancellation", self.cancel),
            ("GET", "/reports/authors", self.report),
        ]

    def respond(self, method, target, headers, body):
        """Status, headers and body of the answer to any request."""
        try:
            status, data, more = self._route(method, target, headers, body)
            return status, {"Content-Type": "application/json", **more}, json.dumps(data).encode()
        except Problem as problem:
            return self.refuse(problem)
        except Exception:
            number = secrets.token_hex(4)
            print("error", number, traceback.format_exc(), flush=True)
            return self.refuse(Problem(500, "internal", f"internal error {number}"))

    def refuse(self, problem):
        headers = {"Content-Type": "application/problem+json", **problem.headers}
        return problem.status, headers, json.dumps(problem.body).encode()

    def _route(self, method, target, headers, body):
        path, _, query = target.partition("?")
        parts, allowed = path.split("/"), []
        for route_method, pattern, action in self.routes:
            wanted = pattern.split("/")
            if len(wanted) != len(parts) or any(want not in ("{}", part) for want, part in zip(wanted, parts)):
                continue
            if route_method == method:
                values = [unquote(part) for want, part in zip(wanted, parts) if want == "{}"]
                names = ("author", "limit", "cursor") if action == self.list_books else ()
                return action(*values, query=read_query(query, names), headers=headers, body=body)
            allowed.append(route_method)
        if allowed:
            raise Problem(405, "method", "this method does not fit", headers={"Allow": ", ".join(allowed)})
        raise Problem(404, "not-found", "nothing here")

    def read_form(self, headers, body, test):
        return check(read_json(headers.get("Content-Type", ""), body), test)

    def add_book(self, query, headers, body):
        book = self.shop.add_book(self.read_form(headers, body, BOOK))
        return 201, book, {"Location": "/books/" + book["isbn"]}

    def list_books(self, query, headers, body):
        limit = query.get("limit", "20")
        if not (limit.isascii() and limit.isdecimal() and len(limit) <= 3 and 1 <= int(limit) <= 100):
            raise bad_query("limit must be a number from 1 to 100")
        after = read_cursor(query["cursor"]) if "cursor" in query else ("", "")
        items, more = self.shop.books(query.get("author"), after, int(limit))
        return 200, {"items": items, "next": write_cursor(items[-1]) if more else None}, {}

    def read_book(self, isbn, query, headers, body):
        return 200, self.shop.book(isbn), {}

    def set_price(self, isbn, query, headers, body):
        return 200, self.shop.set_price(isbn, self.read_form(headers, body, PATCH)["price_cents"]), {}

    def deliver(self, isbn, query, headers, body):
        return 200, self.shop.deliver(isbn, self.read_form(headers, body, DELIVERY)["copies"]), {}

    def place(self, query, headers, body):
        wish = self.read_form(headers, body, ORDER)
        request = json.dumps(wish, sort_keys=True)              # the same for other blanks and another order of the fields
        order = self.shop.place(wish, headers.get("Idempotency-Key"), request)
        return 201, order, {"Location": "/orders/" + order["id"]}

    def read_number(self, text):
        if not (text.isascii() and text.isdecimal() and len(text) <= 15):
            raise Problem(404, "not-found", "no such order")
        return int(text)

    def read_order(self, number, query, headers, body):
        return 200, self.shop.order(self.read_number(number)), {}

    def cancel(self, number, query, headers, body):
        return 200, self.shop.cancel(self.read_number(number)), {}

    def report(self, query, headers, body):
        return 200, {"items": self.shop.authors()}, {}
