// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Roadmap.h>
#include <domain/Result.h>

namespace waymark::app {

/// "Not found" with the nearest names in the detail, so that a mistyped id is answered with what was meant.
[[nodiscard]] tl::unexpected<domain::Error> unknownSkill(const domain::Roadmap& roadmap, const QString& id);
[[nodiscard]] tl::unexpected<domain::Error> unknownItem(const domain::Skill& skill, const QString& item);
[[nodiscard]] tl::unexpected<domain::Error> unknownMilestone(const domain::Course& course, const QString& id);
[[nodiscard]] tl::unexpected<domain::Error> unknownArea(const domain::Course& course, const QString& id);

/// The same error with the names that are near put into its detail, where it lacks them.
[[nodiscard]] domain::Error withNearest(domain::Error error, const domain::Roadmap& roadmap);

} // namespace waymark::app
