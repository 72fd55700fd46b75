# SPDX-License-Identifier: GPL-3.0-or-later
"""One witness or more for each automatic item; its number stands in the name. All of them speak HTTP."""
import http.client
import json
import os
import tempfile
import threading
import time
import unittest
from contextlib import redirect_stderr, redirect_stdout

import store
import web

SECRET = os.environ.get("TEST_WORDS", "quiet corner by the window")


class Items(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.server = web.serve(os.path.join(folder.name, "room.db"), 0)
        self.log = open(os.devnull, "w", encoding="utf-8")
        self.addCleanup(self.log.close)
        for quiet in (redirect_stdout(self.log), redirect_stderr(self.log)):
            self.enterContext(quiet)
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        db, self.cookies = store.connect(web.Handler.path_of_db), {}
        for name, role in (("noor", "member"), ("jonas", "member"), ("warda", "warden")):
            store.add_member(db, name, SECRET, role)
            self.cookies[name] = store.sign_in(db, name, SECRET, time.time())
        db.close()

    def call(self, who, method, path, data=None, raw=None):
        wire = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=10)
        body = raw if raw is not None else None if data is None else json.dumps(data)
        headers = {"Content-Type": "application/json"}
        if who in self.cookies:
            headers["Cookie"] = "session=" + self.cookies[who]
        wire.request(method, path, body, headers)
        answer = wire.getresponse()
        content = answer.read()
        wire.close()
        return answer.status, json.loads(content) if content else None, answer.headers

    def book(self, who="noor", seat=1, half_day="2026-05-04-am"):
        return self.call(who, "POST", "/bookings", {"seat": seat, "half_day": half_day})

    def test_a01_health_names_the_release(self):
        status, body, _ = self.call(None, "GET", "/health")
        self.assertEqual((status, body["version"]), (200, web.VERSION))

    def test_a02_seats(self):
        items = self.call("noor", "GET", "/seats")[1]["items"]
        self.assertEqual((len(items), items[0]), (24, {"id": 1, "socket": 1, "blocked": 0}))

    def test_a03_location_answers(self):
        status, body, headers = self.book()
        self.assertEqual((status, body["half_day"]), (201, "2026-05-04-am"))
        self.assertEqual(self.call("noor", "GET", headers["Location"])[:2], (200, body))

    def test_a04_missing_half_day_is_named(self):
        status, body, _ = self.call("noor", "POST", "/bookings", {"seat": 1})
        self.assertEqual((status, body["errors"][0]["pointer"]), (422, "/half_day"))

    def test_a05_half_days(self):
        wrong = ["2026-05-04-noon", "2026-02-30-am", "20260504-am", "am", ""]
        self.assertEqual([self.book(half_day=half)[0] for half in wrong], [422] * 5)
        self.assertEqual([self.book(half_day="2026-05-04" + end)[0] for end in ("-am", "-pm")], [201, 201])

    def test_a06_third_open_booking(self):
        self.assertEqual([self.book(seat=n)[0] for n in (1, 2, 3)], [201, 201, 409])

    def test_a07_second_booking_of_a_seat(self):
        self.book("noor")
        status, body, _ = self.book("jonas")
        self.assertEqual((status, body["type"]), (409, "/problems/seat-taken"))

    def test_a07_eight_at_once(self):
        answers, barrier = [], threading.Barrier(8)

        def one(name):
            barrier.wait()
            answers.append(self.book(name)[0])
        threads = [threading.Thread(target=one, args=(name,)) for name in ("noor", "jonas") * 4]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(sorted(answers), [201] + [409] * 7)

    def test_a08_cancelled_seat_is_free(self):
        where = self.book("noor")[2]["Location"]
        self.assertEqual((self.call("noor", "DELETE", where)[0], self.book("jonas")[0]), (204, 201))

    def test_a09_blocked_seat(self):
        self.call("warda", "PUT", "/seats/1/blocked", {"blocked": True})
        self.assertEqual(self.book()[1]["type"], "/problems/seat-blocked")

    def test_a10_without_session(self):
        open_doors = [door for door, (action, *_) in web.ROUTES.items() if action in web.PUBLIC]
        self.assertEqual((len(web.ROUTES), len(open_doors)), (9, 2))
        for method, path in web.ROUTES.keys() - set(open_doors):
            self.assertEqual(self.call(None, method, path.replace("{id}", "1"), {})[0], 401)

    def test_a11_booking_of_another(self):
        self.assertEqual(self.call("jonas", "GET", self.book("noor")[2]["Location"])[0], 404)

    def test_a12_member_blocks_nothing(self):
        self.assertEqual(self.call("noor", "PUT", "/seats/1/blocked", {"blocked": True})[0], 403)
        self.assertEqual(self.call("noor", "GET", "/seats")[1]["items"][0]["blocked"], 0)

    def test_a13_sixth_wrong_password(self):
        tries = [self.call(None, "POST", "/session", {"name": "noor", "password": "x"})[0] for turn in range(6)]
        self.assertEqual(tries, [401] * 5 + [429])

    def test_a14_copy_of_the_cookie(self):
        self.cookies["copy"] = self.cookies["noor"]
        self.assertEqual((self.call("noor", "DELETE", "/session")[0], self.call("copy", "GET", "/seats")[0]), (204, 401))

    def test_a15_hostile_bodies(self):
        raws = [b"", b"{", b"[]", b"null", b"\xff", b"[" * 9000, b'{"seat": NaN}', b'{"seat": "\\ud800"}', b'{"seat": true, "half_day": 1}',
                b'{"seat": 99999999999999999999, "half_day": "x"}', b'{"seat": -1, "half_day": "2026-05-04-am"}', b" " * 10_001]
        codes = [self.call("noor", "POST", "/bookings", raw=raw)[0] for raw in raws]
        self.assertEqual(codes, [400, 400, 422, 422, 400, 400, 422, 400, 422, 422, 422, 413])

    def test_a16_matrix(self):
        callers = (None, "jonas", "noor", "warda")
        tokens, refused = dict(self.cookies), 0
        with open(os.path.join(store.HERE, "matrix.txt"), encoding="utf-8") as file:
            lines = [line.split() for line in file]
        self.assertEqual({(method, path) for method, path, *_ in lines}, set(web.ROUTES))
        for method, path, action, *codes in lines:
            for who, code in zip(callers, codes, strict=True):
                self.fresh(tokens)
                number = self.book("noor")[1]["id"]
                data = {"sign-in": {"name": "noor", "password": SECRET}, "seat:block": {"blocked": True}}.get(action)
                if action == "booking:add":      # the owner holds the seat already, so hers is the clash
                    data = {"seat": 1 if who == "noor" else 2, "half_day": "2026-05-04-am"}
                before = self.state()
                status = self.call(who, method, path.replace("{id}", str(1 if "seats" in path else number)), data)[0]
                self.assertEqual((action, who, status), (action, who, int(code)))
                if status >= 400:
                    refused += 1
                    self.assertEqual(self.state(), before)
        self.assertEqual(refused, 12)

    def fresh(self, tokens):
        db = store.connect(web.Handler.path_of_db)
        db.executescript("DELETE FROM booking; UPDATE seat SET blocked = 0; DELETE FROM session;")
        for name, token in tokens.items():
            db.execute("INSERT INTO session SELECT ?, id, ?, ? FROM member WHERE name = ?",
                       (store.fast(token), *[time.time()] * 2, name))
        db.close()

    def state(self):
        return self.call("warda", "GET", "/bookings")[1], self.call("warda", "GET", "/seats")[1]

    def test_a19_description_and_routes(self):
        with open(os.path.join(store.HERE, "openapi.json"), encoding="utf-8") as file:
            paths = json.load(file)["paths"]
        described = {(method.upper(), path) for path, calls in paths.items() for method in calls if method != "parameters"}
        self.assertEqual(described, set(web.ROUTES))


if __name__ == "__main__":
    unittest.main()
