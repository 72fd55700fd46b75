// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types into the search, given to FTS5 itself.
#include <Promise.h>
#include <Targets.h>

#include <storage/SearchIndex.h>

#include <sqlite3.h>

namespace waymark::fuzz {

namespace {

/// A query over an index like that of a library, kept for the life of the process.
sqlite3_stmt* query()
{
    static sqlite3_stmt* made = [] {
        sqlite3* database = nullptr;
        sqlite3_stmt* statement = nullptr;
        const bool isReady = sqlite3_open(":memory:", &database) == SQLITE_OK
            && sqlite3_exec(database,
                   "CREATE VIRTUAL TABLE n USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');"
                   "INSERT INTO n VALUES ('index NEAR a join'), ('\xc3\xa9t\xc3\xa9 and AND');",
                   nullptr, nullptr, nullptr)
                == SQLITE_OK
            && sqlite3_prepare_v2(
                   database, "SELECT rowid, snippet(n, 0, '[', ']', '...', 16) FROM n WHERE n MATCH ?", -1, &statement, nullptr)
                == SQLITE_OK;
        require(isReady, "there is an index to search");
        return statement;
    }();
    return made;
}

} // namespace

void search(const QByteArray& bytes)
{
    const QString expression = storage::matchExpression(QString::fromUtf8(bytes));
    if (expression.isEmpty()) {
        return;
    }
    const QByteArray text = expression.toUtf8();
    sqlite3_bind_text(query(), 1, text.constData(), static_cast<int>(text.size()), SQLITE_STATIC);
    int code = sqlite3_step(query());
    while (code == SQLITE_ROW) {
        code = sqlite3_step(query());
    }
    sqlite3_reset(query());
    require(code == SQLITE_DONE, "a search finds something or nothing and never fails", expression);
}

} // namespace waymark::fuzz
