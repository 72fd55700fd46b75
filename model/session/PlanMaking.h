// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/PlanDocument.h>
#include <session/Workspace.h>

namespace waymark::session {

/// The learner's plan as it goes out now, with the rubrics of the projects that are begun. Errors of the store.
[[nodiscard]] domain::Result<exchange::PlanDocument> planOf(const Workspace& workspace);

/// What a skill or project is scored by. UnknownSkill, errors of the store.
[[nodiscard]] domain::Result<std::vector<exchange::RubricCriterion>> rubricOf(const Workspace& workspace, const QString& skill);

} // namespace waymark::session
