# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole book in memory: a dict of JSON values. A refused call raises ValueError and changes nothing."""
from rules import clean_email, clean_name, clean_phone, without_fillers

CLEAN = {"name": clean_name, "phone": clean_phone, "email": clean_email}
FEWEST_SEARCHED_DIGITS = 3


def empty():
    return {"next": 1, "contacts": []}


def add(book, name, phone, email):
    """Add a contact and return its number."""
    number = book["next"]
    contact = {"id": number, "name": single_name(book, number, name), "phone": clean_phone(phone), "email": clean_email(email)}
    book["contacts"].append(contact)
    book["next"] = number + 1
    return number


def change(book, number, field, value):
    """Change one field; the others stay."""
    contact = contact_of(book, number)
    if field not in CLEAN:
        raise ValueError(f"field: name, phone or email wanted, {field!r} found")
    contact[field] = single_name(book, number, value) if field == "name" else CLEAN[field](value)


def remove(book, number):
    """Take the contact out; its number is not given again."""
    book["contacts"].remove(contact_of(book, number))


def find(book, text):
    """Contacts in the order of list, '' for all."""
    wanted = text.lower()
    digits = [sign for sign in text if sign.isascii() and sign.isdecimal()]
    part = without_fillers(text) if len(digits) >= FEWEST_SEARCHED_DIGITS else None
    found = [contact for contact in book["contacts"]
             if wanted in contact["name"].lower() or wanted in contact["email"].lower()
             or part is not None and part in contact["phone"]]
    return sorted(found, key=name_in_small_letters)


def name_in_small_letters(contact):
    return contact["name"].lower()


def contact_of(book, number):
    for contact in book["contacts"]:
        if contact["id"] == number:
            return contact
    raise ValueError(f"number: one of the list wanted, {number} found")


def single_name(book, number, text):
    """The clean name, if no contact but this number has it."""
    name = clean_name(text)
    for contact in book["contacts"]:
        if contact["id"] != number and contact["name"].lower() == name.lower():
            raise ValueError(f"name: a new one wanted, {name!r} found as number {contact['id']}")
    return name
