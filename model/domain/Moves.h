// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Course.h>
#include <domain/MergeWatch.h>
#include <domain/Records.h>
#include <domain/Store.h>

#include <QHash>
#include <QSet>

#include <array>
#include <utility>
#include <vector>

namespace waymark::domain {

/// Where the ids of older versions of a course are today. An id that the course still has is never moved; chains are followed to
/// their end; circles lead nowhere. Items of a checklist, questions and cards may have the same id in one skill and are told apart: an
/// entry moves those of them whose old id is gone and whose new one is there.
class Moves
{
public:
    enum class Part { Item, Question, Card };

    explicit Moves(const Course& course);

    [[nodiscard]] bool isEmpty() const { return m_moved.isEmpty(); }
    [[nodiscard]] QString skill(const QString& id) const;
    /// Skill and id of a part. What has no entry that leads to such a part, like a card of the learner's own, goes where its skill goes.
    [[nodiscard]] std::pair<QString, QString> part(Part kind, const QString& skill, const QString& id) const;
    [[nodiscard]] bool hasSkill(const QString& id) const { return m_skills.contains(id); } ///< or project, today
    [[nodiscard]] bool hasPart(Part kind, const QString& skill, const QString& id) const;
    /// The text of a received review is never touched, for it may be signed: whoever compares a record with it moves the review's ids too.
    [[nodiscard]] RecordKey key(const RecordKey& key) const;
    /// Skill ids inside a record: members of a choice, study time, wishes, the watch. What a merge has kept, moved() below moves.
    [[nodiscard]] Record record(Record record) const;
    void move(Record& record) const; ///< the same in its place

private:
    QHash<QString, QString> m_moved;
    QSet<QString> m_skills; ///< of today's course
    std::array<QSet<QString>, 3> m_parts; ///< "skill/id" of today's course, by Part
};

/// Everything of a learner that names skills.
struct LearnerHistory
{
    std::vector<std::pair<RecordKey, Record>> records;
    std::vector<JournalEntry> journal;

    bool operator==(const LearnerHistory&) const = default;
};

/// The same where it lies elsewhere, which must outlive this.
struct HistoryView
{
    const std::vector<std::pair<RecordKey, Record>>& records;
    const std::vector<JournalEntry>& journal;

    HistoryView(const std::vector<std::pair<RecordKey, Record>>& theRecords, const std::vector<JournalEntry>& theJournal)
        : records(theRecords)
        , journal(theJournal)
    {
    }
    HistoryView(const LearnerHistory& history) // NOLINT(google-explicit-constructor): it is one
        : HistoryView(history.records, history.journal)
    {
    }
};

/// The history with its ids moved, entry by entry in the same order. A record stays under its old key where the new key is in use
/// already, by a record, by the journal or by an edit that a merge brought in: nothing is dropped and nothing is overwritten, and every
/// undo still fits. What a merge has kept, edits of other copies and values that wait for an answer, goes where its records go. Cancelled.
[[nodiscard]] Result<LearnerHistory> moved(const Moves& moves, LearnerHistory history, const MergeStretch& stretch = {});

} // namespace waymark::domain
