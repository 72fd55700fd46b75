// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <HostilePlanBytes.h>
#include <HostilePlanWords.h>

/// Plans that reading refuses, each with the code and with words of the detail.
namespace waymark::fixture {

/// All that a summary refuses.
inline HostilePlans plansWithoutASummary(const PlanSpoiler& plan)
{
    HostilePlans all = brokenPlans(plan);
    for (const auto& some : { hugePlans(plan), misheadedPlans(plan) }) {
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

/// All that reading refuses.
inline HostilePlans hostilePlans(const exchange::PlanDocument& good = wholePlan())
{
    const PlanSpoiler spoiler(good);
    HostilePlans all = plansWithoutASummary(spoiler);
    const HostilePlans more = senselessPlans(spoiler);
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace waymark::fixture
