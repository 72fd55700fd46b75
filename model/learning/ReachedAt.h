// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/SkillStates.h>

#include <optional>

namespace waymark::learning {

/// Practised, mastered or fading: neither skipped nor assumed.
[[nodiscard]] bool isReachedByStudy(SkillState state);

/// When a skill was reached: marked as done, or the last item of its whole checklist ticked, whichever came first; skipped or assumed.
/// UTC milliseconds; none for a skill that is not reached. That a skill was begun anew in between is not seen.
[[nodiscard]] std::optional<qint64> reachedAt(const domain::Skill& skill, const domain::SkillProgress& progress, SkillState state);

} // namespace waymark::learning
