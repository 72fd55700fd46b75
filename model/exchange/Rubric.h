// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <vector>

namespace waymark::exchange {

struct LessonDocument;

/// One row of a rubric: what is looked at, and what each of the levels 0 to 3 looks like. Content, in the language of the course.
struct RubricCriterion
{
    QString id; ///< made of the title: lower-case words joined by hyphens
    QString title;
    std::array<QString, 4> levels;

    bool operator==(const RubricCriterion&) const = default;
};

/// What every skill is scored by: does it work, is it understood, is it well made, was it done alone.
[[nodiscard]] const std::vector<RubricCriterion>& skillRubric();

/// The table of the section "Rubric" of a project; empty where there is none.
[[nodiscard]] std::vector<RubricCriterion> rubricOf(const LessonDocument& project);

} // namespace waymark::exchange
