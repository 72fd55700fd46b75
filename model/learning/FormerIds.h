// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Moves.h>

#include <optional>
#include <utility>
#include <vector>

namespace waymark::learning {

/// A skill and one of its cards or questions.
using PracticePath = std::pair<QString, QString>;

/// The ids that cards and questions had in older versions of a course. The course must outlive it.
class FormerIds
{
public:
    explicit FormerIds(const domain::Course* course) ///< null: nothing ever moved
        : m_course(course)
        , m_moves(course == nullptr ? domain::Moves(domain::Course {}) : domain::Moves(*course))
    {
    }

    [[nodiscard]] std::vector<PracticePath> of(domain::Moves::Part kind, const PracticePath& path) const;
    /// Whether records of a card stayed behind where the new ids were in use: two became one, or this is what was left.
    [[nodiscard]] bool isJoined(const domain::Progress& progress, const PracticePath& path) const;

private:
    const domain::Course* m_course;
    domain::Moves m_moves;
};

} // namespace waymark::learning
