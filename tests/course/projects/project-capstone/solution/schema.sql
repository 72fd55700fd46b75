-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE IF NOT EXISTS member (
  id      INTEGER PRIMARY KEY,
  name    TEXT NOT NULL UNIQUE CHECK (name = lower(name)),
  role    TEXT NOT NULL CHECK (role IN ('member', 'warden')),
  salt    BLOB NOT NULL,
  digest  BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS failure (
  name    TEXT PRIMARY KEY,
  tries   INTEGER NOT NULL,
  last    REAL NOT NULL
);
CREATE TABLE IF NOT EXISTS session (
  token   TEXT PRIMARY KEY,
  member  INTEGER NOT NULL REFERENCES member (id),
  began   REAL NOT NULL,
  seen    REAL NOT NULL
);
CREATE TABLE IF NOT EXISTS seat (
  id      INTEGER PRIMARY KEY,
  socket  INTEGER NOT NULL CHECK (socket IN (0, 1)),
  blocked INTEGER NOT NULL DEFAULT 0 CHECK (blocked IN (0, 1))
);
CREATE TABLE IF NOT EXISTS booking (
  id        INTEGER PRIMARY KEY,
  seat      INTEGER NOT NULL REFERENCES seat (id),
  member    INTEGER NOT NULL REFERENCES member (id),
  half_day  TEXT NOT NULL CHECK (half_day LIKE '____-__-__-am' OR half_day LIKE '____-__-__-pm'),
  cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1))
);
-- Two users at once: the second booking of a seat for a half day is refused here, whatever the code has seen.
CREATE UNIQUE INDEX IF NOT EXISTS one_booking ON booking (seat, half_day) WHERE NOT cancelled;
CREATE INDEX IF NOT EXISTS by_member ON booking (member) WHERE NOT cancelled;
