# SPDX-License-Identifier: GPL-3.0-or-later
"""The files: contacts.json, and CSV for exchange."""
import csv
import json
import os

from book import empty

TYPES = {"id": int, "name": str, "phone": str, "email": str}
COLUMNS = ["name", "phone", "email"]


def load(path):
    """The book in the file, an empty one if there is no file. ValueError that names the file if it is damaged."""
    try:
        with open(path, encoding="utf-8") as source:
            data = json.load(source)
    except FileNotFoundError:
        return empty()
    except ValueError as error:
        raise ValueError(f"{path}: JSON in UTF-8 wanted, {error}") from error
    check(path, data)
    return data


def check(path, data):
    if not isinstance(data, dict) or not isinstance(data.get("next"), int) or not isinstance(data.get("contacts"), list):
        raise ValueError(f"{path}: a number 'next' and a list 'contacts' wanted")
    for place, contact in enumerate(data["contacts"], start=1):
        if not isinstance(contact, dict) or {key: type(value) for key, value in contact.items()} != TYPES:
            raise ValueError(f"{path}: contact {place}: id, name, phone and email wanted, {contact!r} found")
    numbers = [contact["id"] for contact in data["contacts"]]
    if len(set(numbers)) != len(numbers) or any(number >= data["next"] for number in numbers):
        raise ValueError(f"{path}: single numbers under {data['next']} wanted, {numbers} found")


def save(path, book):
    """Write beside and swap: whoever reads the file meets the old book or the new one."""
    with open(path + ".tmp", "w", encoding="utf-8") as target:
        json.dump(book, target, ensure_ascii=False, indent=2)
    os.replace(path + ".tmp", path)


def read_csv(path):
    """A list with a dict for each row, or None for a row of the wrong length. ValueError if the file cannot be used."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as source:
            reader = csv.DictReader(source)
            rows = list(reader)
            header = reader.fieldnames or []
    except (OSError, ValueError, csv.Error) as error:
        raise ValueError(f"{path}: CSV in UTF-8 wanted, {error}") from error
    for column in COLUMNS:
        if column not in header:
            raise ValueError(f"{path}: column {column} wanted, {header} found")
    return [None if None in row or None in row.values() else row for row in rows]


def write_csv(path, contacts):
    try:
        with open(path, "w", encoding="utf-8", newline="") as target:
            writer = csv.DictWriter(target, COLUMNS, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(contacts)
    except OSError as error:
        raise ValueError(f"{path}: a file to write wanted, {error}") from error
