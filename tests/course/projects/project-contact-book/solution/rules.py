# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of one field: each function returns the kept form or raises ValueError with field, wish and finding."""

LONGEST_NAME = 60
FEWEST_DIGITS, MOST_DIGITS = 6, 15
PHONE_FILLERS = " -/.()"


def clean_name(text):
    """The name with runs of blanks made one."""
    name = " ".join(text.split())
    if not 1 <= len(name) <= LONGEST_NAME:
        raise ValueError(f"name: 1 to {LONGEST_NAME} characters wanted, {len(name)} found")
    if ";" in name:
        raise ValueError(f"name: no ';' wanted, {name!r} found")
    return name


def without_fillers(text):
    """A phone or a part of one, as it is kept and searched."""
    return "".join([sign for sign in text if sign not in PHONE_FILLERS])


def clean_phone(text):
    """'+49 (30) 555-012' gives '+4930555012'."""
    phone = without_fillers(text.strip())
    digits = phone.removeprefix("+")
    if not (digits.isascii() and digits.isdecimal() and FEWEST_DIGITS <= len(digits) <= MOST_DIGITS):
        raise ValueError(f"phone: {FEWEST_DIGITS} to {MOST_DIGITS} digits wanted, {text!r} found")
    return phone


def clean_email(text):
    """The address without blanks at its ends; '' stays ''."""
    email = text.strip()
    if email == "":
        return email
    before, *behind = email.split("@")
    parts = ".".join(behind).split(".")
    if ";" in email or len(email.split()) > 1 or len(behind) != 1 or before == "" or len(parts) < 2 or "" in parts:
        raise ValueError(f"email: NAME@HOST.PART wanted, {text!r} found")
    return email
