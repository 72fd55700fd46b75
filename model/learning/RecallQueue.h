// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/Scheduling.h>

#include <QString>

#include <optional>
#include <vector>

namespace waymark::learning {

/// A card as the queue sees it. The queue is given every card of the learner that is not laid aside, due or not: those recalled today put
/// their siblings off.
struct QueueCard
{
    QString card; ///< id, unique in its skill; it and the skill decide between equal ones
    QString skill; ///< id of the skill that it belongs to
    CardSchedule schedule;
    qint64 introduced = 0; ///< its first recall, UTC milliseconds; 0: not yet. Cards of one skill and day are siblings.
    int place = 0; ///< new cards come in this order
};

/// What a learner has for a session.
struct SessionLimits
{
    int minutes = 20; ///< none from 0 down
    double secondsPerCard = 15; ///< the learner's own median; 1..3600
    int newPerDay = 10; ///< cards introduced on a learning day, those of earlier sessions included
    std::optional<int> introducedToday {}; ///< by earlier sessions, with cards that are laid aside or gone; none: counted among the cards
};

/// The cards of one session. due = recalls in `cards` + putOff + left.
struct RecallSession
{
    std::vector<int> cards; ///< by index, in the order in which they are asked
    int due = 0; ///< recalls due now; new cards are none
    int putOff = 0; ///< of them kept for another day because a sibling is asked today
    int left = 0; ///< of them beyond the minutes

    bool operator==(const RecallSession&) const = default;
};

/// Whether a card is kept back by the wish not to be asked before `until`. A wish beyond domain::mostDaysPutOff was made by a clock that
/// was ahead, and is none.
[[nodiscard]] bool isPutOff(qint64 until, qint64 now);

/// The session that begins at `now`: first the short steps that are due, by their due moment; then the reviews, lowest chance of recall
/// first, one of each group of siblings a day. What they leave of the minutes goes to new cards, spread evenly among them:
/// a backlog is worked off before it is added to. Cards of one skill do not follow each other where others can stand between, and keep
/// their order among themselves. Deterministic, whatever the order of `cards`. O(n log n).
[[nodiscard]] RecallSession recallSession(
    const std::vector<QueueCard>& cards, const SessionLimits& limits, qint64 now, const QTimeZone& zone);

/// After a holiday: the reviews that are due at `now`, spread over `days` learning days (at least 1) from today on, lowest chance of
/// recall first, on each day as many as on the next or one more. By index; a null date for a card that is not due. It only says
/// when: no schedule is changed, and what else comes due on those days is not counted.
[[nodiscard]] std::vector<QDate> spreadOver(const std::vector<QueueCard>& cards, int days, qint64 now, const QTimeZone& zone);

} // namespace waymark::learning
