-- SPDX-License-Identifier: GPL-3.0-or-later
-- Learner data: journaled, backed up, merged. Times are UTC milliseconds. Every table of the installed course, which can be made
-- again from its files, is named course_.

CREATE TABLE library (
    single     INTEGER PRIMARY KEY CHECK (single = 1),
    id         TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE migration (
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL,
    at     INTEGER NOT NULL
) STRICT;

CREATE TABLE journal (
    sequence INTEGER PRIMARY KEY,
    edit     TEXT NOT NULL UNIQUE,
    kind     TEXT NOT NULL,
    subject  TEXT NOT NULL,
    at       INTEGER NOT NULL,
    state    INTEGER NOT NULL CHECK (state IN (0, 1, 2)), -- applied, undone, abandoned
    changes  TEXT NOT NULL                                -- JSON, each record before and after
) STRICT;
CREATE INDEX journal_undone ON journal (sequence) WHERE state = 1;

CREATE TABLE skill_mark (
    skill      TEXT NOT NULL PRIMARY KEY,
    mark       TEXT NOT NULL CHECK (mark IN ('started', 'done', 'skipped', 'assumed')),
    at         INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    over_lock  INTEGER NOT NULL CHECK (over_lock IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE item_mark (
    skill TEXT NOT NULL,
    item  TEXT NOT NULL,
    at    INTEGER NOT NULL,
    PRIMARY KEY (skill, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
    skill TEXT NOT NULL,
    item  TEXT NOT NULL,
    id    TEXT NOT NULL,
    kind  TEXT NOT NULL,
    text  TEXT NOT NULL,
    at    INTEGER NOT NULL,
    PRIMARY KEY (skill, item, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
    number INTEGER PRIMARY KEY, -- the row of note_search
    skill  TEXT NOT NULL UNIQUE,
    text   TEXT NOT NULL,
    shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
    at     INTEGER NOT NULL
) STRICT;

CREATE TABLE goal (
    single         INTEGER PRIMARY KEY CHECK (single = 1),
    milestone      TEXT NOT NULL,
    hours_per_week REAL NOT NULL,
    deadline       TEXT NOT NULL -- ISO date, empty for none
) STRICT;

CREATE TABLE choice (
    choice_group TEXT NOT NULL PRIMARY KEY,
    members      TEXT NOT NULL -- JSON array of skill ids
) STRICT, WITHOUT ROWID;

CREATE TABLE learner (
    single INTEGER PRIMARY KEY CHECK (single = 1),
    name   TEXT NOT NULL
) STRICT;

CREATE TABLE time_entry (
    id      TEXT NOT NULL PRIMARY KEY,
    skill   TEXT NOT NULL,
    start   INTEGER NOT NULL,
    minutes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE note_search USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');

-- The installed course.

CREATE TABLE course_info (
    single   INTEGER PRIMARY KEY CHECK (single = 1),
    id       TEXT NOT NULL,
    title    TEXT NOT NULL,
    version  TEXT NOT NULL,
    language TEXT NOT NULL,
    licence  TEXT NOT NULL,
    summary  TEXT NOT NULL,
    hash     TEXT NOT NULL
) STRICT;

CREATE TABLE course_area (
    position INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    title    TEXT NOT NULL,
    summary  TEXT NOT NULL
) STRICT;

CREATE TABLE course_choice (
    position INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    title    TEXT NOT NULL
) STRICT;

CREATE TABLE course_choice_member (
    choice   INTEGER NOT NULL REFERENCES course_choice (position),
    position INTEGER NOT NULL,
    skill    TEXT NOT NULL,
    PRIMARY KEY (choice, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE course_milestone (
    position INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    title    TEXT NOT NULL,
    summary  TEXT NOT NULL,
    is_view  INTEGER NOT NULL CHECK (is_view IN (0, 1))
) STRICT;

CREATE TABLE course_milestone_target (
    milestone INTEGER NOT NULL REFERENCES course_milestone (position),
    position  INTEGER NOT NULL,
    skill     TEXT NOT NULL,
    PRIMARY KEY (milestone, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE course_skill (
    position     INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    title        TEXT NOT NULL,
    area         TEXT NOT NULL,
    level        TEXT NOT NULL,
    kind         TEXT NOT NULL,
    hours        REAL NOT NULL,
    outcome      TEXT NOT NULL,
    has_lesson   INTEGER NOT NULL CHECK (has_lesson IN (0, 1)),
    lesson_words INTEGER NOT NULL
) STRICT;

CREATE TABLE course_prerequisite (
    skill    INTEGER NOT NULL REFERENCES course_skill (position),
    position INTEGER NOT NULL,
    target   TEXT NOT NULL,
    PRIMARY KEY (skill, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE course_skill_choice (
    skill    INTEGER NOT NULL REFERENCES course_skill (position),
    position INTEGER NOT NULL,
    choice   TEXT NOT NULL,
    PRIMARY KEY (skill, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE course_item (
    skill    INTEGER NOT NULL REFERENCES course_skill (position),
    position INTEGER NOT NULL,
    id       TEXT NOT NULL,
    text     TEXT NOT NULL,
    evidence TEXT NOT NULL,
    hint     TEXT NOT NULL,
    PRIMARY KEY (skill, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE course_moved (
    old_id TEXT NOT NULL PRIMARY KEY,
    new_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE course_lesson (
    skill    INTEGER PRIMARY KEY REFERENCES course_skill (position),
    markdown TEXT NOT NULL
) STRICT;

CREATE TABLE course_asset (
    name  TEXT NOT NULL PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;

-- What search finds: one row with title and outcome for each skill, and one row for each section of its lesson.
CREATE TABLE course_piece (
    number  INTEGER PRIMARY KEY, -- the row of course_search; ascends through the sections of a lesson
    skill   INTEGER NOT NULL REFERENCES course_skill (position),
    section INTEGER NOT NULL,    -- 0 for title and outcome
    title   TEXT NOT NULL,
    outcome TEXT NOT NULL,
    heading TEXT NOT NULL,
    body    TEXT NOT NULL
) STRICT;
CREATE INDEX course_piece_of_skill ON course_piece (skill, section);

CREATE VIRTUAL TABLE course_search USING fts5 (
    title, outcome, heading, body,
    content = 'course_piece', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
-- A course is indexed in one go: with this much room for it in memory the index comes out as one piece, which is also found in faster.
INSERT INTO course_search (course_search, rank) VALUES ('hashsize', 16777216);
