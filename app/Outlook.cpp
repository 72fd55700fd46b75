// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Outlook.h>

#include <ui/words/Isolated.h>
#include <ui/words/OutlookWords.h>
#include <ui/words/PlanWords.h>

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace waymark::app {

using learning::ForecastState;
using session::PlanObstacle;
using ui::OutlookWords;
using ui::PlanWords;

namespace {

/// The verbs that lead out of what an obstacle says.
class WayOut
{
    Q_DECLARE_TR_FUNCTIONS(WayOut)

public:
    static QString of(PlanObstacle obstacle)
    {
        switch (obstacle) {
        case PlanObstacle::None:
            return {};
        case PlanObstacle::NoCourse:
            return tr("\"waymark course install FILE\" installs one.");
        case PlanObstacle::Reached:
            return tr("\"waymark goal --milestone M\" sets another goal; \"waymark status\" lists them.");
        case PlanObstacle::NoHours:
            return tr("\"waymark hours --each-day 1\" means an hour on every day of the week.");
        case PlanObstacle::AllDaysOff:
            return tr("\"waymark off list\" names them, \"waymark off remove ID\" takes them away.");
        case PlanObstacle::TooFar:
            return tr("\"waymark forecast --hours N\" tells what more hours would do.");
        case PlanObstacle::DeadlinePast:
            return tr("\"waymark goal --deadline DATE\" sets another one.");
        }
        return {};
    }
};

QJsonValue wordOf(PlanObstacle obstacle)
{
    switch (obstacle) {
    case PlanObstacle::None:
        break;
    case PlanObstacle::NoCourse:
        return u"no-course"_s;
    case PlanObstacle::Reached:
        return u"reached"_s;
    case PlanObstacle::NoHours:
        return u"no-hours"_s;
    case PlanObstacle::AllDaysOff:
        return u"all-days-off"_s;
    case PlanObstacle::TooFar:
        return u"too-far"_s;
    case PlanObstacle::DeadlinePast:
        return u"deadline-past"_s;
    }
    return {};
}

QString wordOf(ForecastState state)
{
    switch (state) {
    case ForecastState::Dated:
        return u"dated"_s;
    case ForecastState::Reached:
        return u"reached"_s;
    case ForecastState::NoHours:
        return u"no-hours"_s;
    case ForecastState::TooFar:
        return u"too-far"_s;
    }
    return {};
}

} // namespace

QJsonValue isoOrNull(QDate day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue();
}

QString isoSecond(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate);
}

Outlook Outlook::of(const session::Workspace& workspace, const session::WhatIf& whatIf)
{
    Outlook outlook { session::studyOutset(workspace, whatIf), {} };
    const domain::Milestone* reached = whatIf.milestone ? nullptr : session::reachedGoal(workspace);
    if (reached != nullptr) {
        outlook.goalReached
            = { ui::unisolated(PlanWords::goalReached(*reached, *workspace.headingFor())), WayOut::of(PlanObstacle::Reached) };
    }
    outlook.forecast = learning::forecast(outlook.outset.input);
    return outlook;
}

QStringList Outlook::lines(const domain::Roadmap& roadmap) const
{
    const OutlookWords words = OutlookWords::of(outset, forecast, roadmap);
    QStringList all { words.dates, ui::unisolated(words.obstacle), WayOut::of(obstacle()) };
    all.append(goalReached);
    all.append(words.chance);
    all.removeAll(QString());
    return all;
}

QString Outlook::basis(const domain::Roadmap& roadmap) const
{
    return OutlookWords::of(outset, forecast, roadmap).basis;
}

QString Outlook::headline(const domain::Roadmap& roadmap) const
{
    return lines(roadmap).value(0);
}

QJsonObject Outlook::json() const
{
    const QJsonObject basis { { u"skills"_s, outset.speed.skills }, { u"speed"_s, outset.speed.factor() },
        { u"weeks"_s, outset.weeks.weeks } };
    const learning::Forecast told = OutlookWords::tellsDates(obstacle()) ? forecast : learning::Forecast {};
    return { { u"hoursLeft"_s, forecast.hoursLeft }, { u"p50"_s, isoOrNull(told.p50) }, { u"p85"_s, isoOrNull(told.p85) },
        { u"chance"_s, told.chance ? QJsonValue(*told.chance) : QJsonValue() }, { u"state"_s, wordOf(forecast.state) },
        { u"obstacle"_s, wordOf(obstacle()) }, { u"milestone"_s, outset.milestone.isEmpty() ? QJsonValue() : QJsonValue(outset.milestone) },
        { u"deadline"_s, isoOrNull(outset.input.deadline) }, { u"basis"_s, basis } };
}

} // namespace waymark::app
