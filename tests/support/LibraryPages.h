// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FolderState.h"

#include <domain/Edit.h>
#include <domain/Store.h>
#include <storage/LearnerTables.h>

#include <QHash>
#include <QSet>

#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <vector>

namespace waymark::support {

/// What each page of a library is used for and which row lies on which, as SQLite itself and the bytes of the pages tell. Pages are counted
/// from 1.
class LibraryPages
{
public:
    static constexpr int pageSize = 4096;

    LibraryPages() = default;
    /// Of a library that is sound, has no log and holds what the journal tells; it is not needed afterwards.
    LibraryPages(const QString& file, const std::vector<domain::JournalEntry>& journal)
    {
        findOwners(file);
        const QByteArray bytes = bytesOf(file);
        m_count = static_cast<int>(bytes.size() / pageSize);
        findRows(bytes, journal);
    }

    [[nodiscard]] int count() const { return m_count; }
    /// The pages that a table or index uses as "leaf", "internal" or "overflow", in their order.
    [[nodiscard]] std::vector<int> of(const QString& owner, const QString& kind) const
    {
        std::vector<int> pages;
        for (auto page = m_owners.cbegin(); page != m_owners.cend(); ++page) {
            if (page->name == owner && page->kind == kind) {
                pages.push_back(page.key());
            }
        }
        std::sort(pages.begin(), pages.end());
        return pages;
    }
    /// The tables and indexes, by name.
    [[nodiscard]] QStringList owners() const
    {
        QStringList names;
        for (const Owner& owner : m_owners) {
            names.append(owner.name);
        }
        names.removeDuplicates();
        names.sort();
        return names;
    }

    /// Whether any of the row lies on one of the pages.
    [[nodiscard]] bool isOn(const domain::RecordKey& key, const QSet<int>& pages) const
    {
        return m_pagesOfRecord.at(key).intersects(pages);
    }
    [[nodiscard]] bool isOn(const QString& edit, const QSet<int>& pages) const { return m_pagesOfEdit.value(edit).intersects(pages); }

private:
    struct Owner
    {
        QString name; ///< of the table or index
        QString kind; ///< "leaf", "internal", "overflow"
    };

    void findOwners(const QString& file)
    {
        sqlite3* handle = nullptr;
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_open(file.toUtf8().constData(), &handle) != SQLITE_OK
            || sqlite3_prepare_v2(handle, "SELECT name, pageno, pagetype FROM dbstat", -1, &statement, nullptr) != SQLITE_OK) {
            qFatal("SQLite does not tell which page is whose");
        }
        const auto text
            = [statement](int column) { return QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, column))); };
        while (sqlite3_step(statement) == SQLITE_ROW) {
            m_owners.insert(sqlite3_column_int(statement, 1), { text(0), text(2) });
        }
        sqlite3_finalize(statement);
        sqlite3_close(handle);
    }

    void findRows(const QByteArray& bytes, const std::vector<domain::JournalEntry>& journal)
    {
        QHash<QString, QSet<int>> pagesOfTable;
        for (auto page = m_owners.cbegin(); page != m_owners.cend(); ++page) {
            pagesOfTable[page->name].insert(page.key());
        }
        const auto pagesWith = [&](const QString& table, const QByteArrayList& marks) {
            QSet<int> pages;
            for (const int page : pagesOfTable.value(table)) {
                const auto content = QByteArrayView(bytes).sliced(qsizetype { page - 1 } * pageSize, pageSize);
                if (std::any_of(marks.begin(), marks.end(), [&](const QByteArray& mark) { return content.contains(mark); })) {
                    pages.insert(page);
                }
            }
            return pages;
        };
        for (const domain::JournalEntry& entry : journal) {
            QByteArrayList marks { entry.edit.id.toUtf8() };
            for (const domain::RecordChange& change : entry.edit.changes) {
                const QByteArray mark = (change.key.item.isEmpty() ? change.key.skill + change.key.id : change.key.item).toUtf8();
                m_pagesOfRecord[change.key] = pagesWith(storage::tableName(change.key.kind), { mark, "word" + numberOf(change) + ' ' });
                marks.append("word" + numberOf(change) + ' ');
            }
            m_pagesOfEdit.insert(entry.edit.id, pagesWith(QStringLiteral("journal"), marks));
        }
    }

    /// The number of a record's own word; none if it has none.
    static QByteArray numberOf(const domain::RecordChange& change)
    {
        const QByteArray json = domain::recordToJson(*change.after);
        const qsizetype at = json.indexOf("word");
        return at < 0 ? QByteArray("?") : json.mid(at + 4, 6);
    }

    int m_count = 0;
    QHash<int, Owner> m_owners;
    std::map<domain::RecordKey, QSet<int>> m_pagesOfRecord;
    QHash<QString, QSet<int>> m_pagesOfEdit;
};

} // namespace waymark::support
