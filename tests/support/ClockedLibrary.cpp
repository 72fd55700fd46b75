// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClockedLibrary.h"

#include <domain/Edits.h>

namespace waymark::support {

ClockedLibrary::ClockedLibrary(qint64 moment, const domain::CourseContent& installed, const QTimeZone& zone)
    : now(moment)
    , workspace(installed, { [this] { return now; }, zone })
{
}

domain::CourseContent ClockedLibrary::content(const domain::Course& course)
{
    domain::CourseContent content;
    content.course = course;
    return content;
}

void ClockedLibrary::apply(const domain::Result<domain::Edit>& edit) const
{
    if (!workspace->apply(edit)) {
        qFatal("the edit fails");
    }
}

void ClockedLibrary::aim(double hoursPerWeek, const QString& milestone, QDate deadline) const
{
    apply(domain::setGoal(context(), { milestone, hoursPerWeek, deadline }));
}

void ClockedLibrary::answer(const QString& skill, const QString& question, bool right) const
{
    domain::Attempt attempt;
    attempt.right = right;
    apply(domain::answerQuestion(context(), skill, question, attempt));
}

} // namespace waymark::support
