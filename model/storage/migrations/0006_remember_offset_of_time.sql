-- SPDX-License-Identifier: GPL-3.0-or-later
-- How far east of UTC, in minutes, the clocks stood where study time was logged. Of time from before nobody knows it: null, in the journal
-- as here, and such time is counted in the zone where the learner is.

ALTER TABLE time_entry ADD COLUMN utc_offset INTEGER CHECK (utc_offset BETWEEN -840 AND 840);
