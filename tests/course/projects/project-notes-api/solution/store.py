# SPDX-License-Identifier: GPL-3.0-or-later
"""All SQL. Times are seconds and come from the caller, so tests can move them."""
import hashlib
import hmac
import os
import secrets
import sqlite3

from rules import Problem, normal

TRIES, PAUSE = 5, 15 * 60
COST = int(os.environ.get("SCRYPT_COST", 2**17))          # tests may lower it; nothing else does
SCHEMA = """
CREATE TABLE IF NOT EXISTS user (
  name     TEXT PRIMARY KEY,
  role     TEXT NOT NULL CHECK (role IN ('member', 'admin')),
  blocked  INTEGER NOT NULL DEFAULT 0 CHECK (blocked IN (0, 1)),
  salt     BLOB NOT NULL,
  digest   BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS failure (
  name     TEXT PRIMARY KEY,
  tries    INTEGER NOT NULL,
  last     REAL NOT NULL
);
CREATE TABLE IF NOT EXISTS session (
  token    TEXT PRIMARY KEY,
  name     TEXT NOT NULL REFERENCES user (name),
  began    REAL NOT NULL,
  seen     REAL NOT NULL
);
CREATE TABLE IF NOT EXISTS note (
  id       INTEGER PRIMARY KEY,
  owner    TEXT NOT NULL REFERENCES user (name),
  title    TEXT NOT NULL,
  text     TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS share (
  note     INTEGER NOT NULL REFERENCES note (id),
  name     TEXT NOT NULL REFERENCES user (name),
  "right"  TEXT NOT NULL CHECK ("right" IN ('read', 'write')),
  PRIMARY KEY (note, name)
);
"""
RIGHT = """CASE WHEN note.owner = :me THEN 'owner' ELSE share."right" END"""
NOBODY = (b"salt of nobody!!", bytes(64))


def slow(password, salt):
    return hashlib.scrypt(password.encode(), salt=salt, n=COST, r=8, p=1, maxmem=2**28)


def fast(token):
    return hashlib.sha256(token.encode()).hexdigest()


class Store:
    def __init__(self, path, idle, total):
        self.db = sqlite3.connect(path, timeout=20)
        self.db.row_factory = sqlite3.Row
        self.db.execute("PRAGMA foreign_keys = ON")
        self.db.executescript(SCHEMA)
        self.idle, self.total = idle, total

    def one(self, sql, *values):
        return self.db.execute(sql, *values).fetchone()

    def all(self, sql, *values):
        return [dict(row) for row in self.db.execute(sql, *values).fetchall()]

    # accounts

    def add_user(self, name, password, role):
        salt = secrets.token_bytes(16)
        try:
            with self.db:
                self.db.execute("INSERT INTO user (name, role, salt, digest) VALUES (?, ?, ?, ?)",
                                (normal(name), role, salt, slow(password, salt)))
        except sqlite3.IntegrityError:
            raise Problem(409, "taken", "the name is taken") from None
        return self.user(normal(name))

    def user(self, name):
        row = self.one("SELECT name, role, blocked FROM user WHERE name = ?", (name,))
        return dict(row) if row else None

    def users(self):
        rows = self.all("SELECT user.name, role, blocked, count(note.id) AS notes FROM user"
                        " LEFT JOIN note ON note.owner = user.name GROUP BY user.name ORDER BY user.name")
        return [{**row, "blocked": bool(row["blocked"])} for row in rows]

    def set_role(self, name, role):
        with self.db:
            self.db.execute("UPDATE user SET role = ? WHERE name = ?", (role, name))

    def set_blocked(self, name, blocked):
        with self.db:
            self.db.execute("UPDATE user SET blocked = ? WHERE name = ?", (int(blocked), name))
            self.db.execute("DELETE FROM session WHERE name = ?", (name,))

    # proofs

    def fits(self, name, password):
        """The slow hash is computed for unknown names, too."""
        row = self.one("SELECT salt, digest FROM user WHERE name = ?", (name,))
        salt, digest = row or NOBODY
        return hmac.compare_digest(slow(password, salt), digest)

    def sign_in(self, name, password, now):
        """A new token. Names are counted whether known or not, so the wait does not tell either."""
        name = normal(name)[:30]
        row = self.one("SELECT tries, last FROM failure WHERE name = ?", (name,))
        tries = row["tries"] if row and now - row["last"] < PAUSE else 0
        if tries >= TRIES:
            raise Problem(429, "too-many", "wait before the next try", {"Retry-After": str(int(PAUSE - (now - row["last"])) + 1)})
        good = self.fits(name, password) and not self.user(name)["blocked"]
        with self.db:
            if not good:
                self.db.execute("INSERT OR REPLACE INTO failure VALUES (?, ?, ?)", (name, tries + 1, now))
                token = None
            else:
                self.db.execute("DELETE FROM failure WHERE name = ?", (name,))
                token = secrets.token_urlsafe(32)
                self.db.execute("INSERT INTO session VALUES (?, ?, ?, ?)", (fast(token), name, now, now))
        if token is None:
            raise Problem(401, "sign-in", "name or password is wrong")
        return token

    def user_of(self, token, now):
        with self.db:
            self.db.execute("DELETE FROM session WHERE ? - seen >= ? OR ? - began >= ?", (now, self.idle, now, self.total))
            self.db.execute("UPDATE session SET seen = ? WHERE token = ?", (now, fast(token)))
        row = self.one("SELECT user.name, role FROM user JOIN session ON session.name = user.name WHERE token = ? AND NOT blocked",
                       (fast(token),))
        return dict(row) if row else None

    def sign_out(self, token):
        with self.db:
            self.db.execute("DELETE FROM session WHERE token = ?", (fast(token),))

    def new_password(self, name, password, token):
        """The digest and the end of all other sessions: both or neither."""
        salt = secrets.token_bytes(16)
        with self.db:
            self.db.execute("UPDATE user SET salt = ?, digest = ? WHERE name = ?", (salt, slow(password, salt), name))
            self.db.execute("DELETE FROM session WHERE name = ? AND token <> ?", (name, fast(token)))

    # notes

    def add_note(self, owner, title, text):
        with self.db:
            number = self.db.execute("INSERT INTO note (owner, title, text) VALUES (?, ?, ?)", (owner, title, text)).lastrowid
        return self.note(number, owner)

    def note(self, number, me):
        """The note with the right of me on it, which is None for strangers."""
        row = self.one(f'SELECT CAST(id AS TEXT) AS id, owner, title, text, {RIGHT} AS "right" FROM note'
                       " LEFT JOIN share ON share.note = note.id AND share.name = :me WHERE note.id = :number", {"me": me, "number": number})
        return dict(row) if row else None

    def notes(self, me, part):
        return self.all(f'SELECT CAST(id AS TEXT) AS id, owner, title, {RIGHT} AS "right" FROM note'
                        " LEFT JOIN share ON share.note = note.id AND share.name = :me"
                        " WHERE (note.owner = :me OR share.name IS NOT NULL) AND instr(lower(title), lower(:part)) > 0 ORDER BY note.id",
                        {"me": me, "part": part})

    def change_note(self, number, title, text):
        with self.db:
            self.db.execute("UPDATE note SET title = ?, text = ? WHERE id = ?", (title, text, number))

    def delete_note(self, number):
        with self.db:
            self.db.execute("DELETE FROM share WHERE note = ?", (number,))
            self.db.execute("DELETE FROM note WHERE id = ?", (number,))

    def shares(self, number):
        return self.all('SELECT name, "right" FROM share WHERE note = ? ORDER BY name', (number,))

    def set_share(self, number, name, right):
        with self.db:
            self.db.execute("INSERT INTO share VALUES (?, ?, ?) ON CONFLICT (note, name) DO UPDATE SET \"right\" = excluded.\"right\"",
                            (number, name, right))

    def end_share(self, number, name):
        with self.db:
            return self.db.execute("DELETE FROM share WHERE note = ? AND name = ?", (number, name)).rowcount == 1
