// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/PlanShift.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using learning::PlanDates;
using learning::PlanShift;
using learning::shiftBetween;
using learning::SkillShift;

namespace {

const QDate monday(2026, 11, 23);

PlanDates plan()
{
    return { monday, u"whole"_s, { { u"base"_s, monday.addDays(3) }, { u"middle"_s, monday.addDays(8) }, { u"top"_s, monday.addDays(20) } },
        monday.addDays(20) };
}

} // namespace

class tst_PlanShift : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSamePlanMovesNothing() { QVERIFY(shiftBetween(plan(), plan()).isEmpty()); }

    void withoutAnEarlierPlanNothingIsCompared() { QVERIFY(shiftBetween({}, plan()).isEmpty()); }

    void anotherGoalIsNotCompared()
    {
        PlanDates other = plan();
        other.milestone = u"half"_s;
        other.ends.clear();
        const PlanShift shift = shiftBetween(plan(), other);
        QVERIFY(shift.isOtherGoal && !shift.isEmpty());
        QVERIFY(shift.gone.isEmpty() && shift.moved.empty());
    }

    void whatMovedFurthestComesFirst()
    {
        PlanDates later = plan();
        later.ends[u"top"_s] = monday.addDays(24);
        later.ends[u"base"_s] = monday.addDays(1);
        later.ends[u"middle"_s] = monday.addDays(10);
        later.finish = monday.addDays(24);
        const PlanShift shift = shiftBetween(plan(), later);
        QCOMPARE(shift.moved, (std::vector<SkillShift> { { u"top"_s, 4 }, { u"base"_s, -2 }, { u"middle"_s, 2 } }));
        QCOMPARE(shift.finishDays, 4);
        QCOMPARE(shiftBetween(later, plan()).finishDays, -4);
    }

    void littleMovesAreLeftOut_data()
    {
        QTest::addColumn<int>("slack");
        QTest::addColumn<int>("moved");
        QTest::newRow("every day counts") << 1 << 2;
        QTest::newRow("from three days on") << 3 << 1;
        QTest::newRow("none is as far") << 6 << 0;
        QTest::newRow("what did not move never counts") << 0 << 2;
    }
    void littleMovesAreLeftOut()
    {
        QFETCH(const int, slack);
        QFETCH(const int, moved);
        PlanDates later = plan();
        later.ends[u"base"_s] = monday.addDays(5);
        later.ends[u"top"_s] = monday.addDays(15);
        QCOMPARE(static_cast<int>(shiftBetween(plan(), later, slack).moved.size()), moved);
    }

    void whatCameAndWentIsNamedInOrder()
    {
        PlanDates other = plan();
        other.ends.remove(u"base"_s);
        other.ends.remove(u"middle"_s);
        other.ends.insert(u"side"_s, monday);
        other.ends.insert(u"blue"_s, monday);
        const PlanShift shift = shiftBetween(plan(), other);
        QCOMPARE(shift.gone, (QStringList { u"base"_s, u"middle"_s }));
        QCOMPARE(shift.added, (QStringList { u"blue"_s, u"side"_s }));
        QVERIFY(shift.moved.empty() && !shift.isEmpty());
    }

    void aPlanWithoutAnEndMovesNone()
    {
        PlanDates open = plan();
        open.finish = {};
        QCOMPARE(shiftBetween(plan(), open).finishDays, 0);
        QCOMPARE(shiftBetween(open, plan()).finishDays, 0);
    }
};

QTEST_GUILESS_MAIN(tst_PlanShift)
#include "tst_PlanShift.moc"
