-- SPDX-License-Identifier: GPL-3.0-or-later
-- Plan and week: when the learner studies and when not, in which order, what stands where on the board, and the watch that runs.

CREATE TABLE study_rhythm (
    single      INTEGER PRIMARY KEY CHECK (single = 1),
    monday      INTEGER NOT NULL, -- minutes, as all days
    tuesday     INTEGER NOT NULL,
    wednesday   INTEGER NOT NULL,
    thursday    INTEGER NOT NULL,
    friday      INTEGER NOT NULL,
    saturday    INTEGER NOT NULL,
    sunday      INTEGER NOT NULL,
    cue         TEXT NOT NULL,
    cue_minutes INTEGER NOT NULL,
    doing_limit INTEGER NOT NULL
) STRICT;

CREATE TABLE days_off (
    id     TEXT NOT NULL PRIMARY KEY,
    first  TEXT NOT NULL, -- ISO dates
    last   TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE order_wish (
    skill        TEXT NOT NULL PRIMARY KEY,
    before_skill TEXT NOT NULL, -- of this one and the next exactly one is not empty
    after_skill  TEXT NOT NULL,
    at           INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE board_place (
    skill TEXT NOT NULL PRIMARY KEY,
    lane  TEXT NOT NULL CHECK (lane IN ('backlog', 'week', 'doing', 'waiting', 'done')),
    at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE running_timer (
    single        INTEGER PRIMARY KEY CHECK (single = 1),
    skill         TEXT NOT NULL,
    started_at    INTEGER NOT NULL,
    running_since INTEGER NOT NULL, -- 0 while paused
    milliseconds  INTEGER NOT NULL,
    focus_minutes INTEGER NOT NULL,
    break_minutes INTEGER NOT NULL
) STRICT;
