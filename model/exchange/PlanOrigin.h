// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/PlanDocument.h>
#include <exchange/PlanOutlook.h>

namespace waymark::exchange {

/// What a plan needs beside the records: when it is made, under which id, and what they do not tell.
struct PlanOrigin
{
    qint64 now = 0; ///< UTC milliseconds
    QString plan;
    QTimeZone zone = QTimeZone::utc(); ///< whose learning days the history names
    QHash<QString, std::vector<RubricCriterion>> rubrics {}; ///< of projects, by id; skills have skillRubric()
    PlanOutlook outlook {};
};

/// The plan of a learner. Notes that are not shared stay out.
[[nodiscard]] PlanDocument planOf(const domain::Roadmap& roadmap, const domain::Progress& progress,
    const std::vector<learning::SkillState>& states, const PlanOrigin& origin);

/// The plan id of a library whose journal begins with the edit `firstEdit`: a UUID of version 5, so always the same.
[[nodiscard]] QString planIdOf(const QString& firstEdit);

} // namespace waymark::exchange
