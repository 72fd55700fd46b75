// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/CourseFault.h>
#include <exchange/FrontMatter.h>

#include <domain/Course.h>

#include <vector>

namespace waymark::exchange {

/// A milestone as written: targets may be skills or other milestones.
struct WrittenMilestone
{
    domain::Milestone milestone; ///< without targets
    std::vector<Reference> targets;
    int line = 0;
};

struct WrittenChoice
{
    domain::ChoiceGroup group;
    std::vector<Reference> members;
    int line = 0;
};

struct WrittenArea
{
    domain::Area area;
    int line = 0;
};

struct WrittenMove
{
    Reference from; ///< "skill" or "skill/item"
    QString to;
};

/// course.yaml, read but not yet held against the skills. Faults have no file name.
struct CourseManifest
{
    domain::Course course; ///< id, title, version, language, licence, summary
    std::vector<WrittenArea> areas;
    std::vector<WrittenChoice> choices;
    std::vector<WrittenMilestone> milestones;
    std::vector<WrittenMove> moved;
    CourseFaults faults;
    bool isReadable = false;
};

[[nodiscard]] CourseManifest readCourseManifest(const QByteArray& file);

} // namespace waymark::exchange
