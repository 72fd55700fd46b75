// SPDX-License-Identifier: GPL-3.0-or-later
#include <GraphCourse.h>
#include <MemoryWorkspace.h>

#include <domain/Edits.h>
#include <session/StillLibrary.h>
#include <session/UnitPlan.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

constexpr qint64 noon = 1'795'349'000'000; // 2026-11-22

/// One skill of ten hours, four of them in its first unit.
domain::CourseContent content(const QString& lesson)
{
    domain::CourseContent content;
    content.course = support::graphCourse();
    content.course.skills.resize(1);
    content.course.skills[0].hours = 10;
    content.course.skills[0].prerequisites.clear();
    content.course.choices.clear();
    content.course.milestones.resize(1);
    content.course.milestones[0].targets = { content.course.skills[0].id };
    content.lessons = { { content.course.skills[0].id, lesson, {} } };
    return content;
}

const QString split
    = u"# Base\n\n## Unit: Words (4 h)\n\n### Key ideas\n\nA word.\n\n## Unit: Sentences (6 h)\n\n### Key ideas\n\nA sentence.\n"_s;

struct Library
{
    explicit Library(const QString& lesson)
        : workspace(content(lesson), { [] { return noon; }, QTimeZone::utc() })
    {
        const QString milestone = workspace->roadmap().course().milestones.front().id;
        if (!workspace->apply(domain::setGoal(workspace->context(), { milestone, 14, {} }))) { // two hours a day
            qFatal("no goal");
        }
        outset = session::studyOutset(*workspace);
        schedule = session::scheduleOf(outset);
    }

    [[nodiscard]] std::vector<QStringList> units(int days = 1000) const
    {
        return session::unitsOfSlots(*workspace, outset, schedule, outset.input.today.addDays(days));
    }

    support::MemoryWorkspace workspace;
    session::StudyOutset outset;
    learning::Schedule schedule;
};

} // namespace

class TestUnitPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What is exported beside the window tells the units as the window does.
    void aStillLibraryNamesThemToo()
    {
        const Library library(split);
        const auto still = session::stillOf(*library.workspace)().value();
        const session::StudyOutset outset = session::studyOutset(*still);
        const auto units = session::unitsOfSlots(*still, outset, session::scheduleOf(outset), outset.input.today.addDays(84));
        QVERIFY(!units.front().isEmpty());
        QCOMPARE(units, library.units(84));
    }

    void slotsGoThroughTheUnitsByTheirHours()
    {
        const Library library(split);
        const std::vector<QStringList> units = library.units();
        QCOMPARE(units.size(), library.schedule.timetable.size());
        QVERIFY(units.size() >= 6);
        QCOMPARE(units.front(), QStringList { u"Words"_s });
        int both = 0;
        bool hasSecond = false;
        for (std::size_t i = 0; i < units.size(); ++i) {
            if (library.schedule.timetable[i].isCheck) {
                QVERIFY(units[i].isEmpty());
                continue;
            }
            both += units[i].size() == 2 ? 1 : 0;
            hasSecond = hasSecond || units[i].contains(u"Sentences"_s);
            QVERIFY2(!(hasSecond && units[i] == QStringList { u"Words"_s }), "never back to the first unit");
        }
        QVERIFY(hasSecond);
        QVERIFY(both <= 1);
    }

    void aUnitHasItsDays()
    {
        const Library library(split);
        const QDate today = library.outset.input.today;
        const auto spans = session::unitSpans(*library.workspace, library.outset, library.schedule, today);
        QCOMPARE(spans.size(), std::size_t { 2 });
        QCOMPARE(spans[0].title, u"Words"_s);
        QCOMPARE(spans[0].from, today);
        QCOMPARE(spans[1].title, u"Sentences"_s);
        QVERIFY(spans[0].to <= spans[1].from);
        QVERIFY(spans[1].to < library.schedule.finish); // the check comes a day later
        QVERIFY(session::unitSpans(*library.workspace, library.outset, library.schedule, today.addDays(-1)).empty());
    }

    void whatIsDoneOfASkillIsReadAlready()
    {
        Library library(split);
        const domain::Skill& skill = library.workspace->roadmap().skill(0);
        QVERIFY(skill.checklist.size() >= 2);
        for (std::size_t i = 0; i + 1 < skill.checklist.size(); ++i) {
            QVERIFY(library.workspace->apply(domain::checkItem(library.workspace->context(), skill.id, skill.checklist[i].id)));
        }
        const session::StudyOutset outset = session::studyOutset(*library.workspace);
        const learning::Schedule schedule = session::scheduleOf(outset);
        const auto units = session::unitsOfSlots(*library.workspace, outset, schedule, outset.input.today.addDays(1000));
        const double done = 1 - outset.input.hours[0] / skill.hours;
        QVERIFY(done > 0.4);
        QCOMPARE(units.front(), QStringList { u"Sentences"_s });
    }

    void laterSlotsAndLessonsOfOnePieceHaveNone()
    {
        const Library library(split);
        const std::vector<QStringList> units = library.units(0);
        QVERIFY(!units.front().isEmpty());
        QVERIFY(units.back().isEmpty());
        for (const QStringList& each : Library(u"# Base\n\n## Key ideas\n\nOne piece.\n"_s).units()) {
            QVERIFY(each.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestUnitPlan)
#include "tst_UnitPlan.moc"
