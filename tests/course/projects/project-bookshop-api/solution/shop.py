# SPDX-License-Identifier: GPL-3.0-or-later
"""Books and orders in the database. This module knows the rules and the SQL, and nothing of HTTP but the Problem it raises."""
import sqlite3
from pathlib import Path

from gate import Problem, content, fault

REPORT = """
SELECT author, count(*) AS titles, sum(stock) AS stock, coalesce(sum(sold), 0) AS sold, coalesce(sum(revenue), 0) AS revenue_cents
FROM book
LEFT JOIN (SELECT isbn, sum(copies) AS sold, sum(copies * price_cents) AS revenue
           FROM line JOIN orders ON orders.id = line.order_id
           WHERE state = 'placed'
           GROUP BY isbn) USING (isbn)
GROUP BY author
ORDER BY revenue_cents DESC, author
"""


class Shop:
    def __init__(self, path):
        self.db = sqlite3.connect(path, timeout=5)              # seconds that a writer waits for the other
        self.db.row_factory = sqlite3.Row
        self.db.execute("PRAGMA foreign_keys = ON")
        self.db.executescript(Path(__file__).with_name("schema.sql").read_text(encoding="utf-8"))

    def add_book(self, book):
        try:
            with self.db:
                self.db.execute("INSERT INTO book VALUES (:isbn, :title, :author, :price_cents, :stock)", book)
        except sqlite3.IntegrityError:
            raise Problem(409, "taken", "this isbn is there already") from None
        return self.book(book["isbn"])

    def book(self, isbn):
        row = self.db.execute("SELECT * FROM book WHERE isbn = ?", (isbn,)).fetchone()
        if row is None:
            raise Problem(404, "not-found", "no such book")
        return dict(row)

    def set_price(self, isbn, cents):
        with self.db:
            self.db.execute("UPDATE book SET price_cents = ? WHERE isbn = ?", (cents, isbn))
        return self.book(isbn)

    def deliver(self, isbn, copies):
        with self.db:
            self.db.execute("UPDATE book SET stock = stock + ? WHERE isbn = ?", (copies, isbn))
        return self.book(isbn)

    def books(self, author, after, limit):
        """The books after the pair of title and isbn, and whether there are more."""
        rows = self.db.execute("SELECT * FROM book WHERE (? IS NULL OR author = ?) AND (title, isbn) > (?, ?) ORDER BY title, isbn LIMIT ?",
                               (author, author, *after, limit + 1)).fetchall()
        return [dict(row) for row in rows[:limit]], len(rows) > limit

    def place(self, wish, key, request):
        """Store an order whole or raise a Problem; the same key with the same request gives the first answer again."""
        with self.db:
            self.db.execute("BEGIN IMMEDIATE")                  # the writer's place before the first look
            old = self.db.execute("SELECT id, request FROM orders WHERE key = ?", (key,)).fetchone()
            if old and old["request"] != request:
                raise Problem(422, "key-reused", "this key came with another body before")
            number = old["id"] if old else self._store(wish, key, request)
        return {**self.order(number), "state": "placed"}

    def _store(self, wish, key, request):
        isbns = [line["isbn"] for line in wish["lines"]]
        rows = self.db.execute(f"SELECT * FROM book WHERE isbn IN ({', '.join('?' * len(isbns))})", isbns)
        books = {row["isbn"]: row for row in rows}
        if missing := [fault(f"/lines/{place}/isbn", "unknown", "no such book") for place, isbn in enumerate(isbns) if isbn not in books]:
            raise content(missing)
        number = self.db.execute("INSERT INTO orders (customer, key, request) VALUES (?, ?, ?)", (wish["customer"], key, request)).lastrowid
        for place, line in enumerate(wish["lines"]):
            book, copies = books[line["isbn"]], line["copies"]
            if book["stock"] < copies:
                raise Problem(409, "out-of-stock", f"{book['stock']} left")
            self.db.execute("UPDATE book SET stock = stock - ? WHERE isbn = ?", (copies, book["isbn"]))
            self.db.execute("INSERT INTO line VALUES (?, ?, ?, ?, ?)", (number, place, book["isbn"], copies, book["price_cents"]))
        return number

    def order(self, number):
        row = self.db.execute("SELECT * FROM orders WHERE id = ?", (number,)).fetchone()
        if row is None:
            raise Problem(404, "not-found", "no such order")
        lines = [dict(line) for line in self.db.execute("SELECT isbn, copies, price_cents FROM line WHERE order_id = ? ORDER BY place", (number,))]
        return {"id": str(number), "customer": row["customer"], "state": row["state"],
                "total_cents": sum(line["copies"] * line["price_cents"] for line in lines), "lines": lines}

    def cancel(self, number):
        with self.db:
            self.db.execute("BEGIN IMMEDIATE")
            order = self.order(number)
            if order["state"] == "cancelled":
                raise Problem(409, "cancelled", "this order was cancelled before")
            self.db.execute("UPDATE orders SET state = 'cancelled' WHERE id = ?", (number,))
            for line in order["lines"]:
                self.db.execute("UPDATE book SET stock = stock + ? WHERE isbn = ?", (line["copies"], line["isbn"]))
        return self.order(number)

    def authors(self):
        return [dict(row) for row in self.db.execute(REPORT)]
