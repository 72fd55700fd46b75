// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/planpage/PlanPageMap.h>

#include <exchange/PlanDocument.h>
#include <exchange/ReviewDocument.h>

#include <QTimeZone>

namespace waymark::ui {

/// A plan as one HTML file that any browser shows, offline and with scripts off (RELIABILITY X3). It holds the plan as JSON in
/// `script#waymark-plan`, and resources/planpage/review.js, the one script that its policy lets run, which makes it the form of a review.
/// Everything that comes from the plan is a stranger's text and stands there escaped. Days are those of `zone`.
///
/// What the script builds on: `main#plan` with data-plan and data-revision; `section.skill` with data-skill and data-submitted;
/// `ul.checklist > li[data-item]`; `table.rubric tr[data-criterion]`; an empty `div.review-slot` at the end of each of these items and
/// (data-for="skill") of each skill; `div#review-bar` before main; `section#review-overall` at its end. What is for the script is hidden.
[[nodiscard]] QByteArray planPage(const exchange::PlanDocument& plan, const PlanPageMap& map, const QTimeZone& zone = QTimeZone::utc());

/// The same with the reviews that the plan carries, oldest first, already read.
[[nodiscard]] QByteArray planPage(const exchange::PlanDocument& plan, const PlanPageMap& map, const QTimeZone& zone,
    const std::vector<exchange::ReviewDocument>& reviews);

/// The script of the page, byte by byte as its policy names it.
[[nodiscard]] QByteArray reviewScript();

} // namespace waymark::ui
