// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/Connection.h>
#include <storage/Migrations.h>

namespace waymark::power {

/// A library of an earlier schema with some hundred rows of a learner and a course in it, as the program of that time left it.
inline void makeOldLibrary(const QString& path, int version)
{
    auto library = storage::Connection::open(path, storage::Connection::Mode::Create).value();
    // Of tables and columns that every schema has.
    const auto made = storage::Migrations::known().apply(*library, version, 0);
    const auto filled = library->script(R"(
        BEGIN;
        INSERT INTO library VALUES (1, '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d', 5);
        INSERT INTO skill_mark VALUES ('vcs-git', 'done', 7, 6, 0);
        INSERT INTO item_mark VALUES ('vcs-git', 'commit', 7);
        INSERT INTO evidence VALUES ('vcs-git', 'commit', 'e', 'commit', 'abc123', 7);
        INSERT INTO goal VALUES (1, 'first-api', 6.5, '2026-12-24');
        INSERT INTO time_entry (id, skill, start, minutes) VALUES ('t', 'vcs-git', 7, 45);
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
            INSERT INTO note SELECT i, 'skill-' || i, 'What I learned about ' || i || ': ' || hex(zeroblob(80)), i % 2, i FROM n;
        INSERT INTO note_search (rowid, text) SELECT number, text FROM note;
        INSERT INTO journal (sequence, edit, kind, subject, at, state, changes) SELECT number, 'edit-' || number, 'write-note', skill, at, 0,
            json_array(json_object('record', 'note', 'skill', skill, 'after', json_object('text', text, 'shared',
            json(iif(shared, 'true', 'false')), 'at', at))) FROM note;
        INSERT INTO course_info VALUES (1, 'backend', 'Back-end', '1.0.0', 'en', 'CC-BY-SA-4.0', '', 'a hash');
        INSERT INTO course_area VALUES (0, 'vcs', 'Version control', '');
        COMMIT;)");
    if (!made || !filled) {
        qFatal("no old library: %s", qPrintable((made ? filled : made).error().detail));
    }
}

} // namespace waymark::power
