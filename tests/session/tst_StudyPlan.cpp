// SPDX-License-Identifier: GPL-3.0-or-later
#include <GraphCourse.h>
#include <MemoryWorkspace.h>

#include <domain/Edits.h>
#include <exchange/PlanWriter.h>
#include <session/PlanMaking.h>
#include <session/StudyPlan.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using learning::ForecastState;

namespace {

constexpr qint64 day = 86'400'000;

/// A library over the small course with a goal; its clock can be moved.
struct Library
{
    qint64 now = 1'795'349'000'000; ///< 2026-11-22, about noon
    support::MemoryWorkspace workspace;

    static domain::CourseContent content()
    {
        domain::CourseContent content;
        content.course = support::graphCourse();
        return content;
    }

    explicit Library(double hoursPerWeek, const QString& milestone = u"whole"_s)
        : workspace(content(), { [this] { return now; }, QTimeZone::utc() })
    {
        if (!workspace->apply(domain::setGoal(workspace->context(), { milestone, hoursPerWeek, {} }))) {
            qFatal("no goal");
        }
    }

    [[nodiscard]] QStringList order() const
    {
        QStringList ids;
        for (const int skill : session::studyOutset(*workspace).order.skills) {
            ids.append(workspace->roadmap().skill(skill).id);
        }
        return ids;
    }

    [[nodiscard]] QJsonObject planJson() const
    {
        return QJsonDocument::fromJson(exchange::planToJson(*session::planOf(*workspace))).object();
    }
};

} // namespace

class tst_StudyPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theScheduleLeadsToTheGoal()
    {
        const Library library(7);
        const session::StudyOutset outset = session::studyOutset(*library.workspace);
        QCOMPARE(outset.milestone, u"whole"_s);
        const learning::Schedule schedule = session::scheduleOf(outset);
        QCOMPARE(schedule.skills.size(), std::size_t(5));
        QCOMPARE(schedule.skills.front().from, QDate(2026, 11, 22));
        QVERIFY(schedule.finish > QDate(2026, 12, 1) && schedule.finish < QDate(2026, 12, 10)); // 11 hours at one a day, and noise
    }

    void theScheduleEndsNearTheEvenChance()
    {
        const Library library(3);
        const session::StudyOutset outset = session::studyOutset(*library.workspace);
        const QDate even = learning::forecast(outset.input).p50;
        QVERIFY2(std::abs(even.daysTo(session::scheduleOf(outset).finish)) <= 3, qPrintable(even.toString(Qt::ISODate)));
    }

    void whatIsFinishedLeavesThePlan()
    {
        const Library library(7);
        library.workspace.finish(u"base"_s);
        QCOMPARE(library.order(), (QStringList { u"middle"_s, u"blue"_s, u"end"_s, u"top"_s }));
    }

    void withoutHoursThereIsNoScheduleAndNoDate()
    {
        const Library library(0);
        const session::StudyOutset outset = session::studyOutset(*library.workspace);
        QVERIFY(session::scheduleOf(outset) == learning::Schedule {});
        QVERIFY(learning::forecast(outset.input).state == ForecastState::NoHours);
        QCOMPARE(library.planJson()[u"forecast"_s].type(), QJsonValue::Null);
        QCOMPARE(library.planJson()[u"schedule"_s].toArray().size(), 0);
    }

    void aReachedGoalLeadsOnToTheNextMilestone()
    {
        const Library library(7, u"half"_s);
        library.workspace.finish(u"base"_s);
        library.workspace.finish(u"middle"_s);
        QCOMPARE(session::studyOutset(*library.workspace).milestone, u"whole"_s);
    }

    void withEverythingReachedNothingIsLeft()
    {
        const Library library(7);
        for (const QString& skill : { u"base"_s, u"middle"_s, u"top"_s, u"blue"_s, u"end"_s }) {
            library.workspace.finish(skill);
        }
        const session::StudyOutset outset = session::studyOutset(*library.workspace);
        QVERIFY(outset.milestone.isEmpty());
        QVERIFY(learning::forecast(outset.input).state == ForecastState::Reached);
    }

    void thePlanNamesDaysOfEachSkillAndTheForecast()
    {
        const Library library(7);
        const QJsonObject plan = library.planJson();
        const QJsonObject first = plan[u"schedule"_s].toArray().first().toObject();
        QCOMPARE(first[u"skill"_s].toString(), u"base"_s);
        QCOMPARE(first[u"from"_s].toString(), u"2026-11-22"_s);
        const QJsonObject forecast = plan[u"forecast"_s].toObject();
        QVERIFY(forecast[u"p50"_s].toString() > u"2026-12-01"_s);
        QVERIFY(forecast[u"p85"_s].toString() > forecast[u"p50"_s].toString());
        QCOMPARE(forecast[u"hoursLeft"_s].toDouble(), 11.0);
        QVERIFY(forecast[u"chance"_s].isNull());
    }

    void theRevisionIsTheSameTomorrow()
    {
        Library library(7);
        const QJsonObject today = library.planJson();
        library.now += day;
        const QJsonObject tomorrow = library.planJson();
        QVERIFY(today[u"forecast"_s] != tomorrow[u"forecast"_s]);
        QCOMPARE(tomorrow[u"revision"_s], today[u"revision"_s]);
    }
};

QTEST_GUILESS_MAIN(tst_StudyPlan)
#include "tst_StudyPlan.moc"
