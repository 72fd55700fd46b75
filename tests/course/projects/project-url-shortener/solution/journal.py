# SPDX-License-Identifier: GPL-3.0-or-later
"""The book: a file with one line of JSON for each change. A click costs one line, a start reads them all."""
import json
import os


def read(path):
    """All entries; an empty list at the first start, ValueError for a damaged book."""
    try:
        with open(path, encoding="utf-8", newline="\n") as source:
            text = source.read()
    except FileNotFoundError:
        return []
    entries = [json.loads(line) for line in text.splitlines()]
    if text and not text.endswith("\n") or not all(isinstance(entry, list) for entry in entries):
        raise ValueError("a line is no entry")
    return entries


def writer(path):
    book = open(path, "a", encoding="utf-8")

    def save(entry):
        book.write(json.dumps(entry) + "\n")
        book.flush()                                            # survives kill -9
        os.fsync(book.fileno())                                 # survives a power failure as well
    return save
