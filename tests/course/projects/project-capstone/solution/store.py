# SPDX-License-Identifier: GPL-3.0-or-later
"""All SQL and all transactions."""
import hashlib
import hmac
import os
import secrets
import sqlite3
from contextlib import contextmanager

import rules

IDLE, TOTAL, TRIES, PAUSE = 1800, 43200, 5, 900
HERE = os.path.dirname(os.path.abspath(__file__))
NOBODY = (0, b"salt of nobody!!", bytes(64))


def slow(password, salt):
    return hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=5)


def fast(token):
    return hashlib.sha256(token.encode()).hexdigest()


def connect(path):
    db = sqlite3.connect(path, timeout=10, isolation_level=None)
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA foreign_keys = ON")
    return db


def prepare(db, seats=24):
    with open(os.path.join(HERE, "schema.sql"), encoding="utf-8") as file:
        db.executescript(file.read())
    db.executemany("INSERT OR IGNORE INTO seat (id, socket) VALUES (?, ?)", [(n, n % 2) for n in range(1, seats + 1)])


@contextmanager
def writing(db):
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def add_member(db, name, password, role):
    salt = secrets.token_bytes(16)
    db.execute("INSERT INTO member (name, role, salt, digest) VALUES (?, ?, ?, ?)", (name, role, salt, slow(password, salt)))


def sign_in(db, name, password, now):
    name = name.strip().lower()[:40]
    row = db.execute("SELECT tries, last FROM failure WHERE name = ?", (name,)).fetchone()
    tries = row["tries"] if row and now - row["last"] < PAUSE else 0
    if tries >= TRIES:
        raise rules.Refused("wait")
    member, salt, digest = db.execute("SELECT id, salt, digest FROM member WHERE name = ?", (name,)).fetchone() or NOBODY
    if not hmac.compare_digest(slow(password, salt), digest):
        db.execute("INSERT OR REPLACE INTO failure VALUES (?, ?, ?)", (name, tries + 1, now))
        raise rules.Refused("sign-in")
    token = secrets.token_urlsafe(32)
    with writing(db):
        db.execute("DELETE FROM failure WHERE name = ?", (name,))
        db.execute("INSERT INTO session VALUES (?, ?, ?, ?)", (fast(token), member, now, now))
    return token


def member_of(db, token, now):
    with writing(db):
        db.execute("DELETE FROM session WHERE ? - seen >= ? OR ? - began >= ?", (now, IDLE, now, TOTAL))
        db.execute("UPDATE session SET seen = ? WHERE token = ?", (now, fast(token)))
    return one(db, "SELECT member.id, role FROM member JOIN session ON session.member = member.id WHERE token = ?", fast(token))


def sign_out(db, token):
    db.execute("DELETE FROM session WHERE token = ?", (fast(token),))


def one(db, sql, *values):
    row = db.execute(sql, values).fetchone()
    return dict(row) if row else None


def seats(db):
    return [dict(row) for row in db.execute("SELECT id, socket, blocked FROM seat ORDER BY id")]


def block(db, seat, blocked):
    return db.execute("UPDATE seat SET blocked = ? WHERE id = ?", (int(blocked), seat)).rowcount == 1


def booking(db, number):
    return one(db, "SELECT id, seat, member, half_day FROM booking WHERE id = ? AND NOT cancelled", number)


def bookings(db, member):
    everybody = member["role"] == "warden"
    rows = db.execute("SELECT id, seat, member, half_day FROM booking WHERE NOT cancelled AND (? OR member = ?) ORDER BY id",
                      (everybody, member["id"]))
    return [dict(row) for row in rows]


def add_booking(db, member, seat, half_day):
    with writing(db):
        found = one(db, "SELECT blocked FROM seat WHERE id = ?", seat)
        if found is None:
            raise rules.Refused("content", "seat")
        held = one(db, "SELECT count(*) AS held FROM booking WHERE member = ? AND NOT cancelled", member)["held"]
        rules.check_may_book(held, found["blocked"])
        try:
            number = db.execute("INSERT INTO booking (seat, member, half_day) VALUES (?, ?, ?)", (seat, member, half_day)).lastrowid
        except sqlite3.IntegrityError:
            raise rules.Refused("seat-taken") from None
    return booking(db, number)


def end_booking(db, number):
    db.execute("UPDATE booking SET cancelled = 1 WHERE id = ?", (number,))
