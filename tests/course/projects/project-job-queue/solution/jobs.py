# SPDX-License-Identifier: GPL-3.0-or-later
"""A job queue in an SQLite table, whose workers may be killed at any moment."""
import json
import os
import secrets
import signal
import sqlite3
import sys
import time
from contextlib import contextmanager

import rules

# run_after: not before this time. held_until, held_by: the lease; both are NULL unless the job is running.
SCHEMA = """
CREATE TABLE IF NOT EXISTS job (
  id         INTEGER PRIMARY KEY,
  key        TEXT UNIQUE,
  payload    TEXT NOT NULL,
  state      TEXT NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'running', 'done', 'dead')),
  attempts   INTEGER NOT NULL DEFAULT 0,
  run_after  INTEGER NOT NULL DEFAULT 0,
  held_until INTEGER,
  held_by    TEXT,
  error      TEXT,
  CHECK ((state = 'running') = (held_by IS NOT NULL AND held_until IS NOT NULL))
);
CREATE TABLE IF NOT EXISTS ledger (
  id      INTEGER PRIMARY KEY,
  job     INTEGER NOT NULL REFERENCES job (id),
  account TEXT NOT NULL,
  cents   INTEGER NOT NULL CHECK (cents > 0)
);
"""


class WorkFailed(Exception):
    """The work of one attempt went wrong."""


def setting(name, default):
    return int(os.environ.get(name, default))


def now_ms():
    return time.time_ns() // 1_000_000


def connect():
    db = sqlite3.connect(os.environ["DATABASE"], timeout=20, isolation_level=None)
    db.execute("PRAGMA foreign_keys = ON")
    db.executescript(SCHEMA)
    return db


@contextmanager
def writing(db):
    """A transaction that holds the writer's place before its first look."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def add(db, text):
    job = rules.read_job(text)
    with writing(db):
        db.execute("INSERT INTO job (key, payload) VALUES (?, ?) ON CONFLICT (key) DO NOTHING", (job.get("key"), json.dumps(job)))
        if "key" in job:
            return db.execute("SELECT id FROM job WHERE key = ?", (job["key"],)).fetchone()[0]
        return db.execute("SELECT last_insert_rowid()").fetchone()[0]


def take(db, me, now):
    """Give the first free job to me as (id, attempt, payload), or None. If it ends here: the lease runs out."""
    with writing(db):
        db.execute("UPDATE job SET state = 'dead', held_by = NULL, held_until = NULL,"
                   " error = 'the worker of attempt ' || attempts || ' did not come back'"
                   " WHERE state = 'running' AND held_until <= ? AND attempts >= ?", (now, setting("MAX_ATTEMPTS", 5)))
        found = db.execute("SELECT id, attempts + 1, payload FROM job WHERE (state = 'ready' AND run_after <= ?)"
                           " OR (state = 'running' AND held_until <= ?) ORDER BY id LIMIT 1", (now, now)).fetchone()
        if found is None:
            return None
        db.execute("UPDATE job SET state = 'running', attempts = ?, held_by = ?, held_until = ? WHERE id = ?",
                   (found[1], me, now + setting("LEASE_MS", 5000), found[0]))
    return found[0], found[1], json.loads(found[2])


def work(job, attempt):
    """The work itself: no transaction is open. If it ends here: nothing is booked, and the lease runs out."""
    time.sleep(job.get("work_ms", 0) / 1000)
    if job.get("crash"):
        os._exit(9)
    if attempt <= job.get("fail_times", 0):
        raise WorkFailed(f"rehearsed failure {attempt}")


def leave(db, number, attempt, me, state, run_after, error):
    """Move a job that I still hold out of running; False if it is no longer mine."""
    return db.execute("UPDATE job SET state = ?, run_after = ?, error = ?, held_by = NULL, held_until = NULL"
                      " WHERE id = ? AND state = 'running' AND held_by = ? AND attempts = ?",
                      (state, run_after, error, number, me, attempt)).rowcount == 1


def succeed(db, number, attempt, me, job):
    """State and ledger entry together. If it ends here: both are there or neither."""
    with writing(db):
        if leave(db, number, attempt, me, "done", 0, None):
            db.execute("INSERT INTO ledger (job, account, cents) VALUES (?, ?, ?)", (number, job["account"], job["cents"]))


def fail(db, number, attempt, me, error):
    state = rules.after_failure(attempt, setting("MAX_ATTEMPTS", 5))
    wait = rules.wait_ms(attempt, setting("BACKOFF_MS", 1000))
    with writing(db):
        leave(db, number, attempt, me, state, now_ms() + wait, error)


def open_jobs(db):
    return db.execute("SELECT count(*) FROM job WHERE state IN ('ready', 'running')").fetchone()[0]


def run_worker(db, drain):
    stop, me = [], secrets.token_hex(16)
    signal.signal(signal.SIGTERM, lambda number, frame: stop.append(number))
    while not stop:
        taken = take(db, me, now_ms())
        if taken is None:
            if drain and open_jobs(db) == 0:
                return
            time.sleep(0.1)
            continue
        number, attempt, job = taken
        try:
            work(job, attempt)
        except WorkFailed as error:
            fail(db, number, attempt, me, str(error))
        else:
            succeed(db, number, attempt, me, job)


def retry(db, text):
    if not (text.isascii() and text.isdecimal() and len(text) < 19):
        return False
    return db.execute("UPDATE job SET state = 'ready', attempts = 0, run_after = 0 WHERE id = ? AND state = 'dead'",
                      (int(text),)).rowcount == 1


def show(db, columns, table):
    for row in db.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY id").fetchall():
        print(json.dumps(dict(zip(columns, row))))


def main(words):
    if words[:1] == ["add"] and len(words) == 2:
        try:
            print(add(connect(), words[1]))
        except rules.BadJob as error:
            print(error, file=sys.stderr)
            return 2
    elif words in (["work"], ["work", "--drain"]):
        run_worker(connect(), "--drain" in words)
    elif words == ["list"]:
        show(connect(), ("id", "state", "attempts", "error"), "job")
    elif words == ["ledger"]:
        show(connect(), ("job", "account", "cents"), "ledger")
    elif words[:1] == ["retry"] and len(words) == 2:
        if not retry(connect(), words[1]):
            print(f"no dead job {words[1]}", file=sys.stderr)
            return 1
    else:
        print("add JSON | work [--drain] | list | ledger | retry ID", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
