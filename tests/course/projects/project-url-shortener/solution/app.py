# SPDX-License-Identifier: GPL-3.0-or-later
"""Desks and sorter: a request becomes a call of Links, and the result an answer. No socket is known here."""
import html
import json
import traceback
from urllib.parse import parse_qs, unquote

from links import LinkError

STATUS = {"wrong": 422, "taken": 409, "missing": 404, "gone": 410}
FORM = '<form method="post" action="/"><input name="url"><button>Shorten</button></form>'


class HttpError(Exception):
    def __init__(self, code, text, **headers):
        super().__init__(text)
        self.code, self.headers = code, headers


def as_json(code, data, **headers):
    return code, {"Content-Type": "application/json", **headers}, json.dumps(data).encode()


def as_error(code, text, **headers):
    return as_json(code, {"error": text}, **headers)


def as_page(text):
    return 200, {"Content-Type": "text/html; charset=utf-8"}, f"<!doctype html><title>Links</title>{text}".encode()


def read_json(headers, body):
    if headers.get("Content-Type", "").split(";")[0].strip().lower() != "application/json":
        raise HttpError(415, "send application/json")
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):                        # 5000 opening brackets are no ValueError
        raise HttpError(400, "the body is no JSON") from None
    if not isinstance(data, dict) or not isinstance(data.get("code", ""), str):
        raise LinkError("wrong", "send an object with url and, if wished, code")
    return data


class App:
    def __init__(self, links):
        self.links = links
        self.routes = [                                         # the first pattern that fits decides
            ("/", {"GET": self.home, "POST": self.send_form}),
            ("/links", {"POST": self.create}),
            ("/links/{code}", {"GET": self.read, "DELETE": self.delete}),
            ("/show/{code}", {"GET": self.show}),
            ("/{code}", {"GET": self.follow, "HEAD": self.peek}),
        ]

    def respond(self, method, target, headers, body):
        """Status, headers and body of the answer to any request."""
        try:
            return self._route(method, target, headers, body)
        except LinkError as error:
            return as_error(STATUS[error.kind], str(error))
        except HttpError as error:
            return as_error(error.code, str(error), **error.headers)
        except Exception:
            traceback.print_exc()
            return as_error(500, "internal error")

    def _route(self, method, target, headers, body):
        parts = target.partition("?")[0].split("/")
        for pattern, handlers in self.routes:
            wanted = pattern.split("/")
            if len(wanted) != len(parts) or any(want not in ("{code}", part) for want, part in zip(wanted, parts)):
                continue
            if "GET" in handlers:
                handlers = {"HEAD": handlers["GET"], **handlers}
            if method not in handlers:
                raise HttpError(405, "this method does not fit", Allow=", ".join(handlers))
            values = {"code": unquote(parts[-1])} if "{code}" in wanted else {}
            return handlers[method](headers, body, **values)
        raise HttpError(404, "nothing here")

    def create(self, headers, body):
        data = read_json(headers, body)
        link, new = self.links.create(data.get("url"), data.get("code"))
        return as_json(201 if new else 200, link, Location="/links/" + link["code"])

    def read(self, headers, body, code):
        return as_json(200, self.links.get(code))

    def delete(self, headers, body, code):
        self.links.delete(code)
        return 204, {}, b""

    def peek(self, headers, body, code):
        return 302, {"Location": self.links.get(code)["url"], "Cache-Control": "no-store"}, b""

    def follow(self, headers, body, code):
        self.links.hit(code)
        return self.peek(headers, body, code)

    def home(self, headers, body):
        return as_page(FORM)

    def send_form(self, headers, body):
        try:
            url = parse_qs(body.decode("ascii")).get("url", [""])[0]
        except ValueError:
            raise LinkError("wrong", "send a form with the field url") from None
        link, new = self.links.create(url)
        return 303, {"Location": "/show/" + link["code"]}, b""

    def show(self, headers, body, code):
        link = self.links.get(code)
        url = html.escape(link["url"])
        return as_page(f'<p>{code}: <a href="{url}">{url}</a>, {link["hits"]} hits</p>')
