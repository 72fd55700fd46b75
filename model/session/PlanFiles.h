// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Edits.h>
#include <exchange/PlanImport.h>

#include <QString>

namespace waymark::session {

/// A plan file that has been read: what it would change, and the edit that does it.
struct ArrivedPlan
{
    domain::Edit edit;
    exchange::PlanPreview preview;
    QString plan; ///< id; empty for Markdown, which does not say
    QString learner;
};

/// Reads a plan as Waymark exported it: a page, JSON or Markdown task lists. Nothing is changed. FileMissing, TooLarge, InvalidPlan,
/// FormatNewer, UnknownFormat, Io.
[[nodiscard]] domain::Result<ArrivedPlan> readPlanFile(const QString& path, const domain::EditContext& context);

/// True for a review, by its content: JSON whose schema begins as that of reviews, or a file of that suffix, so that a broken one is
/// answered as a review.
[[nodiscard]] bool isReview(const QString& path);

/// True for a course folder or a .waycourse package, by its content and not its name.
[[nodiscard]] bool isCourse(const QString& path);

} // namespace waymark::session
