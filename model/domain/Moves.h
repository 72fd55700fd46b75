// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Course.h>
#include <domain/Records.h>
#include <domain/Store.h>

#include <QHash>
#include <QSet>

#include <utility>
#include <vector>

namespace waymark::domain {

/// Where the ids of older versions of a course are today. An id that the course still has is never moved; chains are followed to
/// their end; circles lead nowhere.
class Moves
{
public:
    explicit Moves(const Course& course);

    [[nodiscard]] bool isEmpty() const { return m_moved.isEmpty(); }
    [[nodiscard]] QString skill(const QString& id) const;
    [[nodiscard]] std::pair<QString, QString> item(const QString& skill, const QString& item) const;
    [[nodiscard]] RecordKey key(const RecordKey& key) const;
    [[nodiscard]] Record record(Record record) const; ///< skill ids inside a record: members of a choice, study time

private:
    [[nodiscard]] bool isAlive(const QString& id) const { return m_alive.contains(id); }

    QHash<QString, QString> m_moved;
    QSet<QString> m_alive; ///< "skill" and "skill/item" of today's course
};

/// Everything of a learner that names skills.
struct LearnerHistory
{
    std::vector<std::pair<RecordKey, Record>> records;
    std::vector<JournalEntry> journal;
};

/// The history with its ids moved, entry by entry in the same order. A record stays under its old key where the new key is in use
/// already, by a record or by the journal: nothing is dropped and nothing is overwritten, and every undo still fits.
[[nodiscard]] LearnerHistory moved(const Moves& moves, LearnerHistory history);

} // namespace waymark::domain
