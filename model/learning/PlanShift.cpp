// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/PlanShift.h>

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace waymark::learning {

PlanShift shiftBetween(const PlanDates& before, const PlanDates& after, int slack)
{
    PlanShift shift;
    if (!before.made.isValid()) {
        return shift;
    }
    if (before.milestone != after.milestone) {
        shift.isOtherGoal = true;
        return shift;
    }
    for (auto now = after.ends.cbegin(); now != after.ends.cend(); ++now) {
        const auto then = before.ends.constFind(now.key());
        if (then == before.ends.cend()) {
            shift.added.append(now.key());
        } else if (const int days = static_cast<int>(then->daysTo(*now)); days != 0 && std::abs(days) >= slack) {
            shift.moved.push_back({ now.key(), days });
        }
    }
    for (auto then = before.ends.cbegin(); then != before.ends.cend(); ++then) {
        if (!after.ends.contains(then.key())) {
            shift.gone.append(then.key());
        }
    }
    const auto further = [](const SkillShift& a, const SkillShift& b) {
        return std::tuple(-std::abs(a.days), a.skill) < std::tuple(-std::abs(b.days), b.skill);
    };
    std::sort(shift.moved.begin(), shift.moved.end(), further);
    shift.added.sort();
    shift.gone.sort();
    if (before.finish.isValid() && after.finish.isValid()) {
        shift.finishDays = static_cast<int>(before.finish.daysTo(after.finish));
    }
    return shift;
}

} // namespace waymark::learning
