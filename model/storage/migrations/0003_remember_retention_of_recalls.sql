-- SPDX-License-Identifier: GPL-3.0-or-later
-- The chance of recall that a learner wanted when a card was graded. Recalls from before read as 0.9, in the journal as here: an undo
-- compares the two.

ALTER TABLE recall ADD COLUMN retention REAL NOT NULL DEFAULT 0.9;
