# SPDX-License-Identifier: GPL-3.0-or-later
"""The porter: PORT=8101 DATABASE=shop.db python3 bookshop.py"""
import os
from http.server import BaseHTTPRequestHandler, HTTPServer

from api import Api
from gate import Problem
from shop import Shop

LIMIT = 10_000


class Handler(BaseHTTPRequestHandler):
    timeout = 5                                                 # seconds that a silent client may take
    api = None

    def answer(self):
        length = self.headers.get("Content-Length", "0")
        if not (length.isascii() and length.isdecimal()):
            self.send(*self.api.refuse(Problem(400, "bad-length", "Content-Length is no number")))
        elif len(length) > 9 or int(length) > LIMIT:
            self.send(*self.api.refuse(Problem(413, "too-large", "at most 10000 bytes")))
        else:
            self.send(*self.api.respond(self.command, self.path, self.headers, self.rfile.read(int(length))))

    def send(self, status, headers, body):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_error(self, code, message=None, explain=None):     # what the library refuses by itself is a problem too
        self.send(*self.api.refuse(Problem(code, "request", "the request cannot be served")))

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = answer


def main():
    Handler.api = Api(Shop(os.environ["DATABASE"]))
    HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()


if __name__ == "__main__":
    main()
