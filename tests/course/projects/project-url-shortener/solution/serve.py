# SPDX-License-Identifier: GPL-3.0-or-later
"""The porter: python3 serve.py --port 8000 --file book.dat"""
import argparse
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

import journal
from app import App, as_error
from links import LinkError, Links

LIMIT = 10_000


class Handler(BaseHTTPRequestHandler):
    timeout = 5                                                 # seconds that a silent client may take
    app = None

    def answer(self):
        length = self.headers.get("Content-Length", "0")
        if not (length.isascii() and length.isdecimal()):
            code, headers, body = as_error(400, "Content-Length is no number")
        elif len(length) > 9 or int(length) > LIMIT:
            code, headers, body = as_error(413, "at most 10000 bytes")
        else:
            code, headers, body = self.app.respond(self.command, self.path, self.headers, self.rfile.read(int(length)))
        self.send(code, headers, body)

    def send(self, code, headers, body):
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        if code != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_error(self, code, message=None, explain=None):     # what the library refuses by itself is JSON too
        self.send(*as_error(code, "the request cannot be served"))

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = answer


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--file", default="book.dat")
    args = parser.parse_args()
    try:
        links = Links(journal.read(args.file), journal.writer(args.file))
    except (ValueError, TypeError, KeyError, RecursionError, OSError, LinkError) as error:
        sys.exit(f"{args.file} is no book of links: {error!r}")
    Handler.app = App(links)
    HTTPServer(("127.0.0.1", args.port), Handler).serve_forever()


if __name__ == "__main__":
    main()
