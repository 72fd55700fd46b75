-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the learning engine records: answers, recalls, cards. Offsets are minutes east of UTC.

CREATE TABLE attempt (
    skill        TEXT NOT NULL,
    question     TEXT NOT NULL,
    id           TEXT NOT NULL,
    source       TEXT NOT NULL CHECK (source IN ('quiz', 'placement', 'lab')),
    correct      INTEGER NOT NULL CHECK (correct IN (0, 1)),
    first_try    INTEGER NOT NULL CHECK (first_try IN (0, 1)),
    hints        INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,
    answer       TEXT NOT NULL,
    at           INTEGER NOT NULL,
    utc_offset   INTEGER NOT NULL,
    PRIMARY KEY (skill, question, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE recall (
    skill        TEXT NOT NULL,
    card         TEXT NOT NULL,
    id           TEXT NOT NULL,
    grade        INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 4),
    stability    REAL NOT NULL,
    difficulty   REAL NOT NULL,
    elapsed_days INTEGER NOT NULL,
    algorithm    TEXT NOT NULL,
    weights      TEXT NOT NULL,
    milliseconds INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    utc_offset   INTEGER NOT NULL,
    PRIMARY KEY (skill, card, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE card (
    skill          TEXT NOT NULL,
    card           TEXT NOT NULL,
    phase          TEXT NOT NULL CHECK (phase IN ('new', 'learning', 'review', 'relearning')),
    step           INTEGER NOT NULL,
    stability      REAL, -- both null before the first recall
    difficulty     REAL,
    last_at        INTEGER NOT NULL,
    due_at         INTEGER NOT NULL,
    scheduled_days INTEGER NOT NULL,
    reps           INTEGER NOT NULL,
    lapses         INTEGER NOT NULL,
    introduced_at  INTEGER NOT NULL,
    suspended      INTEGER NOT NULL CHECK (suspended IN (0, 1)),
    buried_until   INTEGER NOT NULL,
    PRIMARY KEY (skill, card)
) STRICT, WITHOUT ROWID;

CREATE TABLE own_card (
    skill TEXT NOT NULL,
    card  TEXT NOT NULL,
    front TEXT NOT NULL,
    back  TEXT NOT NULL,
    at    INTEGER NOT NULL,
    PRIMARY KEY (skill, card)
) STRICT, WITHOUT ROWID;

CREATE TABLE recall_options (
    single      INTEGER PRIMARY KEY CHECK (single = 1),
    retention   REAL NOT NULL,
    minutes     INTEGER NOT NULL,
    new_per_day INTEGER NOT NULL
) STRICT;

-- The ids of a skill's questions and cards, in the order of its lesson. Their texts stand in the lesson.
CREATE TABLE course_practice (
    skill    INTEGER NOT NULL REFERENCES course_skill (position),
    kind     TEXT NOT NULL CHECK (kind IN ('question', 'card')),
    position INTEGER NOT NULL,
    id       TEXT NOT NULL,
    PRIMARY KEY (skill, kind, position)
) STRICT, WITHOUT ROWID;

-- What the examples of a lesson were run with, one a line.
ALTER TABLE course_lesson ADD COLUMN versions TEXT NOT NULL DEFAULT '';

-- A course that was installed before has neither: its next comparison with the bundled one finds it older.
UPDATE course_info SET hash = 'before 0002';
