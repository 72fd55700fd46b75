-- SPDX-License-Identifier: GPL-3.0-or-later
-- The version of Waymark that brought a library to each schema: an older one that refuses it names what can open it. Empty where nobody
-- knows it, as of all from before this.
--
-- A course that replaces another one is a step of undo. The journal says that it was installed; what takes it back lies here: the course
-- that undo brings back (after an undo, redo), whole, and what the learner's records and the journal say under the ids of that course. It
-- cannot be made again and is no learner data: a recovery leaves it out, and undo passes over steps that have nothing here.

ALTER TABLE migration ADD COLUMN program TEXT NOT NULL DEFAULT '';

CREATE TABLE course_step (
    edit TEXT NOT NULL PRIMARY KEY, -- of the journal
    kept BLOB NOT NULL -- see CourseSteps.h
) STRICT;
