// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <QByteArrayView>
#include <QDate>
#include <QString>

namespace waymark::exchange {

/// What a table says of one plan, read without building the plan. Times are UTC milliseconds.
struct PlanSummary
{
    QString file; ///< name in its folder
    QString plan; ///< UUID of the learner's plan
    QString revision; ///< SHA-256, hexadecimal
    QString parent; ///< revision that this one grew from; empty for none
    qint64 created = 0;
    QString learner; ///< may be empty
    QString courseId;
    QString courseTitle; ///< empty in a plan that does not say it
    QString goal; ///< id of a milestone; empty for none
    QString goalTitle; ///< the id where the plan does not name the milestone
    int done = 0; ///< skills reached on the way to the goal; without a goal that the plan measures, of all skills of the course
    int total = 0;
    double hoursLeft = 0; ///< of those that are not reached
    QDate p85; ///< day by which the goal is reached in 85 of 100 forecasts; null where the plan has no forecast
    qint64 lastReview = 0; ///< 0 for none
    int waiting = 0; ///< skills that wait for a reviewer
    int questions = 0; ///< to the mentor

    bool operator==(const PlanSummary&) const = default;
};

/// One pass over a plan's JSON (see planJsonIn()) under the rules of readStrictJson(). Of the rest of a plan only what the summary needs
/// is held to the schema, so a summary does not promise that readPlan() takes the plan; a plan that it takes has a summary.
/// `file` is the subject of errors: InvalidPlan, TooLarge, FormatNewer, UnknownFormat.
[[nodiscard]] domain::Result<PlanSummary> readPlanSummary(QByteArrayView json, const QString& file = {});

} // namespace waymark::exchange
