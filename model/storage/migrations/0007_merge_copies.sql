-- SPDX-License-Identifier: GPL-3.0-or-later
-- Two copies of a library become one: what a merge brought in, and what both copies changed differently until the learner answers. What was
-- brought in the journal has as well: it is read here where a recovery has set the merge aside. The journal counts how often an edit was
-- taken back or applied again, so that of two copies the one that moved on later can be told: an odd number for what is taken back, so
-- what was taken back before this counts once. It remembers for each edit the step of undo and the edit that stood last when it was made.
-- Of edits from before this follows but for the abandoned ones: steps are taken back from the newest on, so what is applied was made over
-- what is applied, and what can be redone over that and over what is redone before it. A pause of the watch and its end are no steps.

CREATE TABLE absorbed (
    id    TEXT NOT NULL PRIMARY KEY, -- edit id of the merge
    edits BLOB NOT NULL -- JSON in UTF-8
) STRICT;

CREATE TABLE conflict (
    skill  TEXT NOT NULL,
    item   TEXT NOT NULL,
    id     TEXT NOT NULL, -- record, part of it and id of the record
    others TEXT NOT NULL, -- JSON list
    PRIMARY KEY (skill, item, id)
) STRICT, WITHOUT ROWID;

ALTER TABLE journal ADD COLUMN turns INTEGER NOT NULL DEFAULT 0;
ALTER TABLE journal ADD COLUMN parents TEXT NOT NULL DEFAULT ''; -- ids, by the alphabet, a space between

UPDATE journal SET parents = (SELECT coalesce(group_concat(edit, ' '), '') FROM (SELECT edit FROM journal AS one WHERE one.sequence IN (
    (SELECT max(last.sequence) FROM journal AS last WHERE last.sequence < journal.sequence AND last.state <= journal.state),
    (SELECT max(step.sequence) FROM journal AS step WHERE step.sequence < journal.sequence AND step.state <= journal.state
        AND step.kind NOT IN ('pause-timer', 'resume-timer'))) ORDER BY edit))
WHERE state < 2;
UPDATE journal SET turns = 1 WHERE state > 0;
