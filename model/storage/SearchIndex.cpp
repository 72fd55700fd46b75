// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/SearchIndex.h>

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::storage {

using domain::SearchHit;

namespace {

/// More of either is no search that a person types.
constexpr qsizetype mostWords = 16;
constexpr qsizetype longestWord = 64;

// Weights of title, outcome, heading and body. ORDER BY rank lets FTS5 sort before any snippet is made.
const QString& courseStatement()
{
    static const QString sql
        = u"SELECT s.id, p.heading, snippet(course_search, -1, char(2), char(3), '\u2026', 16) "
          "FROM course_search JOIN course_piece AS p ON p.number = course_search.rowid JOIN course_skill AS s ON s.position = p.skill "
          "WHERE course_search MATCH ? AND rank MATCH 'bm25(20.0, 10.0, 5.0, 1.0)' ORDER BY rank LIMIT ?"_s;
    return sql;
}

const QString& noteStatement()
{
    static const QString sql = u"SELECT n.skill, '', snippet(note_search, 0, char(2), char(3), '\u2026', 16) "
                               "FROM note_search JOIN note AS n ON n.number = note_search.rowid "
                               "WHERE note_search MATCH ? ORDER BY rank LIMIT ?"_s;
    return sql;
}

Result<std::vector<SearchHit>> hits(Connection& library, const QString& sql, const QString& expression, int limit, bool isNote)
{
    std::vector<SearchHit> found;
    auto read = library.each(sql, { expression, limit }, [&](const Row& row) {
        found.push_back({ row.text(0), row.text(1), row.text(2).simplified(), isNote });
    });
    return read.map([&found] { return std::move(found); });
}

} // namespace

QString matchExpression(const QString& words)
{
    QStringList phrases;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty() && phrases.size() < mostWords) {
            phrases.append(u'"' + word + u"\"*"_s);
        }
        word.clear();
    };
    const QList<uint> points = words.toUcs4();
    for (const uint point : points) {
        const char32_t character = point;
        if (!QChar::isLetterOrNumber(character) && !(QChar::isMark(character) && !word.isEmpty())) {
            finish();
        } else if (word.size() < longestWord) {
            word += QString::fromUcs4(&character, 1);
        }
    }
    finish();
    return phrases.join(u' ');
}

Result<std::vector<SearchHit>> searchLibrary(Connection& library, const QString& words, int limit)
{
    const QString expression = matchExpression(words);
    if (expression.isEmpty() || limit <= 0) {
        return std::vector<SearchHit>();
    }
    auto found = hits(library, courseStatement(), expression, limit, false);
    if (!found) {
        return found;
    }
    const auto notes = hits(library, noteStatement(), expression, limit, true);
    if (!notes) {
        return notes;
    }
    // The learner's own words come after the skills that are named so, and before the insides of lessons.
    const auto firstSection = std::find_if(found->begin(), found->end(), [](const SearchHit& hit) { return !hit.section.isEmpty(); });
    found->insert(firstSection, notes->begin(), notes->end());
    if (found->size() > static_cast<std::size_t>(limit)) {
        found->resize(static_cast<std::size_t>(limit));
    }
    return found;
}

Result<void> clearCourseIndex(Connection& library)
{
    return library.run(u"INSERT INTO course_search (course_search) VALUES ('delete-all')"_s);
}

Result<void> buildCourseIndex(Connection& library)
{
    return library.run(u"INSERT INTO course_search (course_search) VALUES ('rebuild')"_s);
}

Result<void> forgetNote(Connection& library, const QString& skill)
{
    return library.run(u"DELETE FROM note_search WHERE rowid = (SELECT number FROM note WHERE skill = ?)"_s, { skill });
}

Result<void> indexNote(Connection& library, const QString& skill)
{
    return library.run(u"INSERT INTO note_search (rowid, text) SELECT number, text FROM note WHERE skill = ?"_s, { skill });
}

} // namespace waymark::storage
