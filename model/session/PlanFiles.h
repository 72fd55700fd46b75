// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Edits.h>
#include <exchange/CourseReader.h>
#include <exchange/PlanImport.h>
#include <exchange/PlanMarkdown.h>
#include <exchange/ReviewDocument.h>

#include <QString>

#include <variant>

namespace waymark::session {

using PlanTicks = std::vector<exchange::PlanTick>;

/// What lies in a file that a person brings in.
using BroughtFile = std::variant<exchange::CourseReading, exchange::ReviewDocument, exchange::PlanDocument, PlanTicks>;

/// Reads and checks a file by itself, of whatever kind it is by its content. The next four touch no library and may run on a worker: large
/// files take a second. The errors of readCourse(), readReview() and readPlan(); FileMissing, Io.
[[nodiscard]] domain::Result<BroughtFile> readBroughtFile(const QString& path);
[[nodiscard]] domain::Result<BroughtFile> readBroughtCourse(const QString& path); ///< taken for a course, whatever it is
[[nodiscard]] domain::Result<exchange::ReviewDocument> readReviewAt(const QString& path);
[[nodiscard]] domain::Result<exchange::PlanDocument> readPlanAt(const QString& path); ///< a page or JSON

/// A plan file that has been read: what it would change, and the edit that does it.
struct ArrivedPlan
{
    domain::Edit edit;
    exchange::PlanPreview preview;
    QString plan; ///< id; empty for Markdown, which does not say
    QString learner;
};

[[nodiscard]] domain::Result<ArrivedPlan> arrivedPlan(const exchange::PlanDocument& plan, const domain::EditContext& context);
[[nodiscard]] domain::Result<ArrivedPlan> arrivedPlan(const PlanTicks& ticks, const domain::EditContext& context);

/// Reads a plan as Waymark exported it: a page, JSON or Markdown task lists. Nothing is changed. FileMissing, TooLarge, InvalidPlan,
/// FormatNewer, UnknownFormat, Io.
[[nodiscard]] domain::Result<ArrivedPlan> readPlanFile(const QString& path, const domain::EditContext& context);

/// True for a review, by its content: JSON whose schema begins as that of reviews, or a file of that suffix, so that a broken one is
/// answered as a review.
[[nodiscard]] bool isReview(const QString& path);

/// True for a course folder or a .waycourse package, by its content and not its name.
[[nodiscard]] bool isCourse(const QString& path);

} // namespace waymark::session
