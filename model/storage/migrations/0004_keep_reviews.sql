-- SPDX-License-Identifier: GPL-3.0-or-later
-- The round trip with a mentor: what the learner asks and scores, the reviews that came back, and what was done with them.

CREATE TABLE mentor_question (
    skill TEXT NOT NULL PRIMARY KEY,
    text  TEXT NOT NULL,
    at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE self_score (
    skill     TEXT NOT NULL,
    criterion TEXT NOT NULL,
    level     INTEGER NOT NULL CHECK (level BETWEEN 0 AND 3),
    at        INTEGER NOT NULL,
    PRIMARY KEY (skill, criterion)
) STRICT, WITHOUT ROWID;

-- Whole files, byte by byte, for their signatures: with row ids, since a row may be megabytes long.
CREATE TABLE received_review (
    id          TEXT NOT NULL PRIMARY KEY,
    json        BLOB NOT NULL,
    reviewer    TEXT NOT NULL,
    fingerprint TEXT NOT NULL, -- empty without a signature
    revision    TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    at          INTEGER NOT NULL
) STRICT;

CREATE TABLE review_answer (
    review TEXT NOT NULL,
    entry  TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('accepted', 'rejected', 'resolved')),
    at     INTEGER NOT NULL,
    PRIMARY KEY (review, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_off (
    skill       TEXT NOT NULL,
    review      TEXT NOT NULL,
    decision    TEXT NOT NULL CHECK (decision IN ('approve', 'approve-with-notes', 'request-changes', 'reject')),
    role        TEXT NOT NULL CHECK (role IN ('mentor', 'peer')),
    reviewer    TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    signature   TEXT NOT NULL CHECK (signature IN ('none', 'unknown', 'verified')),
    created_at  INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    seen        TEXT NOT NULL, -- JSON array of the hashes of evidence
    PRIMARY KEY (skill, review)
) STRICT, WITHOUT ROWID;

CREATE TABLE pinned_key (
    fingerprint  TEXT NOT NULL PRIMARY KEY,
    name         TEXT NOT NULL,
    key          BLOB NOT NULL CHECK (length(key) = 32),
    first_review TEXT NOT NULL,
    confirmed    INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
    at           INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
