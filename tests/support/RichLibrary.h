// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FolderInMemory.h"
#include "FolderState.h"
#include "LibraryPages.h"
#include "RandomRecords.h"
#include "SampleCourse.h"

#include <domain/Recovery.h>
#include <storage/SqliteStore.h>

#include <QTemporaryDir>

namespace waymark::support {

/// A library with every kind of record, trees of several levels and texts that go over many pages. Made once, then closed; tests damage
/// copies.
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
        const QString copy = soundCopy();
        auto store = storage::SqliteStore::open(copy, {}).value();
        m_history.records = store->progress().value();
        m_history.journal = store->journal(1'000'000).value();
        store.reset();
        m_pages = LibraryPages(copy, m_history.journal);
        QFile::remove(copy);
    }

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("library.waymark")); }
    [[nodiscard]] const QString& id() const { return m_id; }
    [[nodiscard]] const domain::History& history() const { return m_history; } ///< the journal newest first
    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    [[nodiscard]] const QByteArray& log() const { return m_log; }
    [[nodiscard]] const LibraryPages& pages() const { return m_pages; } ///< of the library with its log folded in

private:
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

    /// A copy into which SQLite folds its log.
    QString soundCopy()
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

    QTemporaryDir m_folder { folderInMemory() };
    RandomRecords m_random { 1 };
    int m_keys = 0;
    int m_made = 0;
    QString m_id;
    domain::History m_history;
    QByteArray m_bytes;
    QByteArray m_log;
    LibraryPages m_pages;
};

} // namespace waymark::support
