// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Progress.h>
#include <domain/Result.h>

#include <QHash>
#include <QTimeZone>

#include <functional>
#include <utility>
#include <vector>

namespace waymark::domain {
struct Course;
}

namespace waymark::learning {

/// What a replay compares.
enum class ReplayMember {
    Place, ///< the whole place of a card: there is none although it was recalled
    Stability,
    Difficulty,
    Phase,
    Step,
    Last,
    Due,
    ScheduledDays,
    Reps,
    Lapses,
    Introduced,
    ElapsedDays, ///< of a recall
    First, ///< of an answer
};

[[nodiscard]] QString toString(ReplayMember member); ///< stability, scheduled-days ...

/// A member of a stored record that its replay gives otherwise. The record is the place of a card, a recall, or an answer.
struct ReplayDifference
{
    domain::RecordKey key;
    ReplayMember member = ReplayMember::Place;
    QString stored; ///< numbers as in C, moments in ISO 8601 and UTC, phases as words; "none" for what is not there
    QString rebuilt;

    bool operator==(const ReplayDifference&) const = default;
};

/// What a replay has looked at and found.
struct Replay
{
    int recalls = 0; ///< replayed
    int cards = 0; ///< replayed
    int attempts = 0; ///< whose first flag was compared
    int foreign = 0; ///< recalls of cards with another algorithm, other weights or no valid grade: not compared
    int joined = 0; ///< cards and questions that a newer course made of two: not compared
    std::vector<ReplayDifference> differences; ///< by skill, then by card or question
    std::vector<std::pair<domain::RecordKey, domain::Record>> rebuilt; ///< the records that differ, as the replay has them
};

/// What a replay needs beside the records.
struct ReplayContext
{
    const QTimeZone& zone; ///< of the learner; used where it had the offset of a recall
    /// The order in which edits were made, by edit id; a recall and an answer have the id of their edit. Where all of a card are known,
    /// they are replayed in this order, else by their moments, which a clock that was set back brings out of order.
    const QHash<QString, qint64>& order;
    /// The installed course or null: its cards must have a place once they are recalled, and its moved ids are followed, since the seed
    /// of a card's fuzz is made of the ids that it had.
    const domain::Course* course = nullptr;
    /// Asked before each card or question, with the kind CardState or Attempt: whether it is looked at. Null for all.
    std::function<bool(domain::RecordKind kind, const QString& skill, const QString& item)> isWanted {};
};

/// Rebuilds the place of every card from its recalls, with the schedule of learning::graded, and compares it and what each recall says
/// of itself with what is stored. S and D agree to 1e-6 (relative above 1); everything else is equal, but for two members that depend
/// on the rules of a time zone, of which a recall knows the offset alone:
/// - elapsedDays is whatever a zone gives whose offset at the recall before was within two hours of the one at this recall, and is then
///   taken as stored;
/// - due is exact on short steps; after whole days it is within two hours of 04:00 on its day at the offset of the recall, and is then
///   kept as stored. Two hours are the longest change of the clocks that any zone makes today.
/// Of a card's recalls only the first that differs is named: what comes after follows from it. A card that the learner wrote and took
/// away again has recalls and no place. Records whose skill left the course are replayed all the same.
/// Of answers: the first to a question has the first flag and no other has. Those of placement are left aside: they use up no first
/// answer. Where the order is not known, it is only asked that one has it.
[[nodiscard]] Replay replay(const domain::Progress& progress, const ReplayContext& context);

} // namespace waymark::learning
