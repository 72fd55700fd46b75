// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Store.h>

#include <optional>
#include <vector>

namespace waymark::support {

/// What a store finds, by walking over everything: titles before outcomes, notes, headings and bodies.
[[nodiscard]] std::vector<domain::SearchHit> plainSearch(
    const std::optional<domain::CourseContent>& content, const domain::Progress& progress, const QString& words, int limit);

} // namespace waymark::support
