# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of short addresses. This module knows no socket and no file."""
import re
import secrets
from urllib.parse import urlsplit

LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
RESERVED = ("links", "show")


class LinkError(Exception):
    """A wish that the rules refuse; its kind is wrong, taken, missing or gone."""

    def __init__(self, kind, text):
        super().__init__(text)
        self.kind = kind


def check_url(text):
    if not isinstance(text, str) or not 1 <= len(text) <= 2000:
        raise LinkError("wrong", "url must be a text of 1 to 2000 signs")
    if not all(33 <= ord(sign) <= 126 for sign in text):        # the raw text first: urlsplit would clean it
        raise LinkError("wrong", "url must consist of visible ASCII signs")
    try:
        pieces = urlsplit(text)
        scheme, host, port = pieces.scheme, pieces.hostname, pieces.port    # .port raises ValueError as well
    except ValueError:
        raise LinkError("wrong", "url has no readable host and port") from None
    if scheme not in ("http", "https") or not host or "@" in pieces.netloc:
        raise LinkError("wrong", "url must begin with http:// or https:// and a host without @")


def check_code(code):
    if not isinstance(code, str) or not re.fullmatch("[a-zA-Z0-9_-]{4,20}", code) or code in RESERVED:
        raise LinkError("wrong", "code must have 4 to 20 of a-z A-Z 0-9 - _")


def draw_code():
    return "".join(secrets.choice(LETTERS) for place in range(7))


class Links:
    """All links. Each change is one entry, handed to save before it counts; old entries bring the links back."""

    def __init__(self, entries=(), save=lambda entry: None, draw=draw_code):
        self._urls, self._hits, self._codes = {}, {}, {}        # code: url for ever; code: hits and url: codes while alive
        self._save, self._draw = save, draw
        for entry in entries:
            self._apply(*entry)

    def create(self, url, code=None):
        """(link, True) for a new one, (link, False) for one that exists."""
        check_url(url)
        if code is None:
            if self._codes.get(url):
                return self.get(self._codes[url][0]), False
            code = self._draw()
            while code in self._urls:
                code = self._draw()
        check_code(code)
        if code in self._urls:
            raise LinkError("taken", "this code was given before")
        self._change("new", code, url)
        return self.get(code), True

    def get(self, code):
        if code not in self._urls:
            raise LinkError("missing", "no such link")
        if code not in self._hits:
            raise LinkError("gone", "this link was deleted")
        return {"code": code, "url": self._urls[code], "hits": self._hits[code]}

    def hit(self, code):
        self.get(code)
        self._change("hit", code)

    def delete(self, code):
        self.get(code)
        self._change("gone", code)

    def _change(self, *entry):
        self._save(entry)
        self._apply(*entry)

    def _apply(self, what, code, url=None):
        if what == "new":
            check_url(url)
            check_code(code)
            if code in self._urls:
                raise LinkError("taken", f"{code} is there twice")
            self._urls[code], self._hits[code] = url, 0
            self._codes.setdefault(url, []).append(code)
        elif what == "hit":
            self._hits[code] += 1
        elif what == "gone":
            del self._hits[code]                                # its url stays, and with it the code is taken
            self._codes[self._urls[code]].remove(code)
        else:
            raise ValueError(f"unknown entry {what}")
