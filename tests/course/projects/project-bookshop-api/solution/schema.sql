-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE IF NOT EXISTS book (
  isbn        TEXT NOT NULL PRIMARY KEY CHECK (length(isbn) = 13),
  title       TEXT NOT NULL CHECK (title <> ''),
  author      TEXT NOT NULL CHECK (author <> ''),
  price_cents INTEGER NOT NULL CHECK (price_cents > 0),
  stock       INTEGER NOT NULL CHECK (stock >= 0)
);
CREATE TABLE IF NOT EXISTS orders (
  id       INTEGER PRIMARY KEY,
  customer TEXT NOT NULL CHECK (customer <> ''),
  state    TEXT NOT NULL DEFAULT 'placed' CHECK (state IN ('placed', 'cancelled')),
  key      TEXT UNIQUE,
  request  TEXT
);
CREATE TABLE IF NOT EXISTS line (
  order_id    INTEGER NOT NULL REFERENCES orders (id),
  place       INTEGER NOT NULL,
  isbn        TEXT NOT NULL REFERENCES book (isbn),
  copies      INTEGER NOT NULL CHECK (copies > 0),
  price_cents INTEGER NOT NULL CHECK (price_cents > 0),
  PRIMARY KEY (order_id, isbn)
);
