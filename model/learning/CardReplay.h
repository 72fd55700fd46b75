// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/FormerIds.h>
#include <learning/LearningDays.h>
#include <learning/RecordLine.h>
#include <learning/Replay.h>
#include <learning/Scheduling.h>

#include <map>

namespace waymark::learning {

/// What the replay of one card found.
struct CardFindings
{
    std::vector<ReplayDifference> differences;
    std::vector<std::pair<domain::RecordKey, domain::Record>> rebuilt;
};

/// Rebuilds places one after the other, for replay(), whose docstring says what is compared and how.
class CardReplay
{
public:
    CardReplay(const QTimeZone& zone, const FormerIds& formerIds);

    /// `place` null: none is stored, which is a difference where `mustHavePlace`.
    [[nodiscard]] CardFindings replayed(
        const PracticePath& path, const Line<domain::Recall>& recalls, const domain::CardState* place, bool mustHavePlace);

private:
    /// How far a card has come, and what was found on the way.
    struct Way
    {
        CardSchedule before; ///< the newest recall
        CardSchedule after;
        qint64 introduced = 0;
        const domain::Recall* newest = nullptr;
        CardFindings found;
    };
    struct DayRange
    {
        int fewest = 0;
        int most = 0;
    };

    [[nodiscard]] LearningDays& daysOf(const domain::Recall& recall);
    [[nodiscard]] LearningDays& daysAt(int offset);
    [[nodiscard]] DayRange soundElapsed(qint64 last, const domain::Recall& recall);
    [[nodiscard]] bool isSoundDue(qint64 due, const Way& way);
    [[nodiscard]] CardSchedule graded(const CardSchedule& card, const domain::Recall& recall, int elapsed, quint64 seed);
    void goOn(Way& way, const domain::RecordKey& key, const domain::Recall& recall, quint64 seed);
    void followFormerIds(Way& way, const PracticePath& path, const CardSchedule& stored);
    void comparePlace(Way& way, const domain::RecordKey& key, const domain::CardState& stored);

    const FormerIds& m_formerIds;
    Scheduler m_scheduler { RecallSettings {} }; ///< for the retention of the recall before
    LearningDays m_own;
    std::map<int, LearningDays> m_fixed; ///< by offset, minutes east of UTC
};

} // namespace waymark::learning
