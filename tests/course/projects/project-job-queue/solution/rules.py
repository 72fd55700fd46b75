# SPDX-License-Identifier: GPL-3.0-or-later
"""What a job may hold, and what becomes of one that fails: no database, no clock."""
import json

FIELDS = {"account": str, "cents": int, "key": str, "work_ms": int, "fail_times": int, "crash": bool}
LEAST = {"cents": 1, "work_ms": 0, "fail_times": 0}


class BadJob(Exception):
    """The caller's job, or a value in it, is wrong."""


def read_job(text):
    """The fields of a job from its JSON, checked."""
    try:
        job = json.loads(text)
    except (ValueError, RecursionError):
        raise BadJob("the job is no valid JSON") from None
    if type(job) is not dict:
        raise BadJob("the job must be an object")
    for name, value in job.items():
        if name not in FIELDS:
            raise BadJob(f"unknown field {name!r}")
        if type(value) is not FIELDS[name]:                 # type, not isinstance: True is an int, too
            raise BadJob(f"{name} must be of type {FIELDS[name].__name__}")
        if name in LEAST and not LEAST[name] <= value < 2**63:
            raise BadJob(f"{name} must be {LEAST[name]} or more")
    for name in ("account", "cents"):
        if name not in job:
            raise BadJob(f"{name} is missing")
    if not job["account"].strip():
        raise BadJob("account must not be empty")
    return job


def wait_ms(attempt, backoff_ms):
    """How long a job waits after its failure number attempt, counted from 1."""
    return backoff_ms * 2 ** (attempt - 1)


def after_failure(attempt, max_attempts):
    """The state of a job whose attempt of this number has failed."""
    return "dead" if attempt >= max_attempts else "ready"
