// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <GraphCourse.h>

#include <domain/Progress.h>
#include <domain/Roadmap.h>
#include <learning/Mastery.h>

/// What the next step and the order of study are worked out from: the roadmap of the graph course, marks, and the moment.
namespace waymark::support {

inline const learning::Moment noon { 1'795'348'800'000 }; ///< 2026-11-22, in UTC

/// Of the graph course.
inline const domain::Roadmap& roadmap()
{
    static const domain::Roadmap built { graphCourse() };
    return built;
}

/// `at` in milliseconds since 1970: when the mark was set and the skill was begun.
inline void mark(domain::Progress& progress, const QString& skill, domain::Mark mark, qint64 at = 1)
{
    progress.setRecord(domain::RecordKey::ofSkill(skill), domain::SkillMark { mark, at, at, false });
}

} // namespace waymark::support
