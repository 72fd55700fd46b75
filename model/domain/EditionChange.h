// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Course.h>

#include <utility>
#include <vector>

namespace waymark::domain {

/// What becomes of the skills and projects of a course when another one takes its place.
struct EditionChange
{
    std::vector<std::pair<Skill, Skill>> moved; ///< those with another id, with what they are then; in the order of the course
    std::vector<Skill> archived; ///< those that have no place there: their records are kept under their ids
    int added = 0; ///< how many there are that the course does not have
};

[[nodiscard]] EditionChange changeOf(const Course& installed, const Course& next);

} // namespace waymark::domain
