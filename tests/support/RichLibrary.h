// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FolderState.h"
#include "RandomRecords.h"
#include "SampleCourse.h"

#include <domain/Recovery.h>
#include <storage/LearnerTables.h>
#include <storage/SqliteStore.h>

#include <QHash>
#include <QSet>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <map>
#include <vector>

namespace waymark::support {

/// A library with every kind of record, trees of several levels and texts that go over many pages; and which row lies on which page, as
/// SQLite itself and the bytes of the pages tell. Made once, then closed; tests damage copies.
class RichLibrary
{
public:
    /// `edits` of one to three records each; the last `inLog` of them stay in the log beside the file.
    explicit RichLibrary(int edits = 450, int inLog = 0)
    {
        {
            auto store = storage::SqliteStore::create(path(), {}).value();
            (void)store->installCourse(sampleCourse());
            m_id = store->libraryId().value();
            make(*store, edits - inLog);
        }
        if (inLog > 0) {
            makeInLog(inLog);
        }
        auto store = storage::SqliteStore::open(sound(), {}).value();
        m_history.records = store->progress().value();
        m_history.journal = store->journal(1'000'000).value();
        store.reset();
        findPages();
    }

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("library.waymark")); }
    [[nodiscard]] const QString& id() const { return m_id; }
    [[nodiscard]] const domain::History& history() const { return m_history; } ///< the journal newest first
    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    [[nodiscard]] const QByteArray& log() const { return m_log; }
    [[nodiscard]] int pageCount() const { return m_pageCount; }
    static constexpr int pageSize = 4096;

    /// What SQLite uses a page for: the name of a table or index, empty for a free page.
    [[nodiscard]] QString ownerOf(int page) const { return m_owners.value(page).name; }
    [[nodiscard]] QString kindOf(int page) const { return m_owners.value(page).kind; } ///< "leaf", "internal", "overflow"
    [[nodiscard]] std::vector<int> pagesOf(const QString& owner, const QString& kind) const
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
        QString name;
        QString kind;
    };

    void make(domain::Store& store, int edits)
    {
        for (int i = 0; i < edits; ++i) {
            domain::Edit edit { QStringLiteral("edit-%1").arg(m_made, 6, 10, QChar(u'0')), domain::EditKind::AddEvidence, {}, 7, {} };
            for (int records = 1 + m_random.below(3); records > 0; --records) {
                const auto key = nextKey();
                edit.changes.push_back({ key, {}, longRecord(key.kind, m_random.below(8) == 0 ? 40 + m_random.below(2000) : 3) });
            }
            edit.subject = edit.changes.front().key.skill;
            ++m_made;
            if (!store.commit(edit)) {
                qFatal("an edit is not taken");
            }
        }
    }

    /// As a process leaves it that was killed: read while it is open.
    void makeInLog(int edits)
    {
        QByteArray file;
        QByteArray log;
        {
            auto store = storage::SqliteStore::open(path(), {}).value();
            make(*store, edits);
            file = bytesOf(path());
            log = bytesOf(path() + QStringLiteral("-wal"));
        }
        (void)putBytes(path(), file);
        (void)putBytes(path() + QStringLiteral("-wal"), log);
    }

    domain::RecordKey nextKey()
    {
        using domain::RecordKey;
        const int n = m_keys++;
        const QString skill = QStringLiteral("skill-%1").arg(n % 97, 3, 10, QChar(u'0'));
        const QString item = QStringLiteral("item-%1").arg(n, 6, 10, QChar(u'0'));
        const QString id = QStringLiteral("%1-dead-beef").arg(n * 7919 % 1'000'003, 8, 10, QChar(u'0'));
        const QString own = QStringLiteral("own-skill-%1").arg(n, 6, 10, QChar(u'0'));
        switch (static_cast<domain::RecordKind>(n % static_cast<int>(domain::recordKinds))) {
        case domain::RecordKind::SkillMark:
            return RecordKey::ofSkill(own);
        case domain::RecordKind::ItemMark:
            return RecordKey::ofItem(skill, item);
        case domain::RecordKind::Note:
            return RecordKey::ofNote(own);
        case domain::RecordKind::Choice:
            return RecordKey::ofChoice(id);
        case domain::RecordKind::TimeEntry:
            return RecordKey::ofTime(id);
        case domain::RecordKind::Attempt:
            return RecordKey::ofAttempt(skill, item, id);
        case domain::RecordKind::Recall:
            return RecordKey::ofRecall(skill, item, id);
        case domain::RecordKind::CardState:
            return RecordKey::ofCard(skill, item);
        case domain::RecordKind::OwnCard:
            return RecordKey::ofOwnCard(skill, item);
        case domain::RecordKind::MentorQuestion:
            return RecordKey::ofQuestion(own);
        case domain::RecordKind::SelfScore:
            return RecordKey::ofScore(skill, item);
        case domain::RecordKind::ReceivedReview:
            return RecordKey::ofReview(id);
        case domain::RecordKind::ReviewAnswer:
            return RecordKey::ofReviewAnswer(id, item);
        case domain::RecordKind::SignOff:
            return RecordKey::ofSignOff(skill, id);
        case domain::RecordKind::PinnedKey:
            return RecordKey::ofKey(id);
        case domain::RecordKind::DaysOff:
            return RecordKey::ofDaysOff(id);
        case domain::RecordKind::OrderWish:
            return RecordKey::ofWish(own);
        case domain::RecordKind::BoardPlace:
            return RecordKey::ofPlace(own);
        default: // of which there is one each, and much of it
            return RecordKey::ofEvidence(skill, item, id);
        }
    }

    /// A word of the record's own, `words` times, wherever it has room for it.
    domain::Record longRecord(domain::RecordKind kind, int words)
    {
        domain::Record record = m_random.record(kind);
        const QString text = QStringLiteral("word%1 ").arg(m_keys - 1, 6, 10, QChar(u'0')).repeated(words);
        if (auto* evidence = std::get_if<domain::Evidence>(&record)) {
            evidence->text = text;
        } else if (auto* note = std::get_if<domain::Note>(&record)) {
            note->text = text;
        } else if (auto* card = std::get_if<domain::OwnCard>(&record)) {
            card->front = text;
        } else if (auto* review = std::get_if<domain::ReceivedReview>(&record)) {
            review->json = "{\"text\":\"" + text.toUtf8() + "\"}";
        }
        return record;
    }

    /// A copy whose log has been folded in.
    QString sound()
    {
        m_bytes = bytesOf(path());
        m_log = bytesOf(path() + QStringLiteral("-wal"));
        const QString copy = m_folder.filePath(QStringLiteral("sound.waymark"));
        (void)putBytes(copy, m_bytes);
        if (!m_log.isEmpty()) {
            (void)putBytes(copy + QStringLiteral("-wal"), m_log);
        }
        return copy;
    }

    void findPages()
    {
        const QString copy = m_folder.filePath(QStringLiteral("sound.waymark"));
        sqlite3* handle = nullptr;
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_open(copy.toUtf8().constData(), &handle) != SQLITE_OK
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
        const QByteArray bytes = bytesOf(copy);
        m_pageCount = static_cast<int>(bytes.size() / pageSize);
        findRows(bytes);
        QFile::remove(copy);
    }

    void findRows(const QByteArray& bytes)
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
        QHash<QString, QByteArrayList> marksOfEdit;
        for (const domain::JournalEntry& entry : m_history.journal) {
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

    QTemporaryDir m_folder;
    RandomRecords m_random { 1 };
    int m_keys = 0;
    int m_made = 0;
    int m_pageCount = 0;
    QString m_id;
    domain::History m_history;
    QByteArray m_bytes;
    QByteArray m_log;
    QHash<int, Owner> m_owners;
    std::map<domain::RecordKey, QSet<int>> m_pagesOfRecord;
    QHash<QString, QSet<int>> m_pagesOfEdit;
};

} // namespace waymark::support
