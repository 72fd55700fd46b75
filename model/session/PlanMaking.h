// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/PlanDocument.h>
#include <session/Workspace.h>

namespace waymark::exchange {
class SigningKey;
}

namespace waymark::session {

/// The learner's plan as it goes out now, with the rubrics of the projects that are begun. Errors of the store.
[[nodiscard]] domain::Result<exchange::PlanDocument> planOf(const Workspace& workspace);

/// A file that others' wallets and checkers read, signed with the person's own key: the badge of a skill, or the learner record of the
/// whole plan where none is named. Touches no library, so it may run on a worker. Refused for a skill that nobody has signed off, or whose
/// sign-off is void; UnknownSkill.
[[nodiscard]] domain::Result<QByteArray> credentialOf(
    const exchange::PlanDocument& plan, const QString& skill, const exchange::SigningKey& key, qint64 now);

/// What a skill or project is scored by. UnknownSkill, errors of the store.
[[nodiscard]] domain::Result<std::vector<exchange::RubricCriterion>> rubricOf(const Workspace& workspace, const QString& skill);

} // namespace waymark::session
