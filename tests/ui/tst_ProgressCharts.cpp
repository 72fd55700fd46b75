// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of each chart of the page of progress, and how they are read.
#include <HeldWorkers.h>
#include <ProgressScreen.h>

#include <resources/Resources.h>
#include <ui/words/PlanWords.h>

#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::number;
using ui::PageId;
using ui::Place;
using Screen = support::ProgressScreen;

namespace {

QString date(int year, int month, int dayOfMonth)
{
    return QLocale().toString(QDate(year, month, dayOfMonth), QLocale::ShortFormat);
}

} // namespace

class tst_ProgressCharts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { resources::initialise(); }

    void hoursAreThoseOfTheLog()
    {
        Screen s;
        s.live();
        s.open(u"hours"_s);
        const bool isMonday = QLocale().firstDayOfWeek() == Qt::Monday;
        const auto week = [isMonday](int dayOfMonth) { return date(2026, 11, isMonday ? dayOfMonth : dayOfMonth - 1); };
        const QStringList planned = number(5);
        const std::vector<QStringList> expected { QStringList(week(23)) + number(0.75) + planned + number(3.75),
            QStringList(week(16)) + number(80 / 60.0) + planned + number(3),
            QStringList(week(9)) + number(100 / 60.0) + planned + number(100 / 60.0) };
        QCOMPARE(s.cells(), expected);
        QCOMPARE(s.table().model()->headerData(2, Qt::Horizontal).toString(), u"Planned, h"_s);
        QCOMPARE(s.points(0, 0).size(), std::size_t(3));
        QCOMPARE(s.points(0, 0).back().y(), 0.75);
        QCOMPARE(s.points(0, 1).front().y(), 5.0); // planned
        QCOMPARE(s.points(1, 0).back().y(), 3.75);
        QVERIFY(s.text(u"progress.summary"_s).contains(u"3 h 45 min"_s));
        QCOMPARE(s.chart().accessibleDescription(), s.text(u"progress.summary"_s));
        QVERIFY(!s.chart().accessibleName().isEmpty());
    }

    void daysAreThoseOfTheLog()
    {
        Screen s;
        s.live();
        s.open(u"days"_s);
        const std::vector<QStringList> expected { { date(2026, 11, 25), u"45"_s }, { date(2026, 11, 22), u"80"_s },
            { date(2026, 11, 15), u"100"_s } };
        QCOMPARE(s.cells(), expected);
        const learning::StudyDays& days = s.heat().content().days;
        QCOMPARE(days.minutes.back(), 45);
        QCOMPARE(days.total(), 225);
        QCOMPARE(s.heat().accessibleDescription(), s.text(u"progress.summary"_s));
    }

    void recallIsHeldAgainstTheTarget()
    {
        Screen s;
        s.live();
        domain::RecallOptions options;
        options.retention = 0.85;
        s.apply(domain::setRecall(s.workspace->context(), options));
        s.open(u"recall"_s);
        QCOMPARE(s.cells().size(), std::size_t(2));
        QCOMPARE(s.cells()[0].mid(1), (QStringList { u"2"_s, u"1"_s, u"50"_s, u"85"_s }));
        QCOMPARE(s.cells()[1].mid(1), (QStringList { u"1"_s, u"1"_s, u"100"_s, u"85"_s }));
        QCOMPARE(s.points(0, 0).back().y(), 0.5);
        QCOMPARE(s.points(0, 1).front().y(), 0.85);
        QCOMPARE(s.points(1, 0).back().y(), 2.0);
        QVERIFY(s.text(u"progress.summary"_s).contains(u"67\u00a0%"_s) && s.text(u"progress.summary"_s).contains(u"85\u00a0%"_s));
    }

    void aLineStopsWhereNothingWasRecalled()
    {
        Screen s;
        s.recall(40, domain::Grade::Good);
        s.recall(1, domain::Grade::Good);
        s.open(u"recall"_s);
        QCOMPARE(s.points(0, 0).size(), std::size_t(3));
        QVERIFY(std::isnan(s.points(0, 0)[1].y()));
        QCOMPARE(s.cells().size(), std::size_t(2));
    }

    void estimatesStandBesideWhatASkillTook()
    {
        Screen s;
        s.live();
        s.open(u"estimates"_s);
        QCOMPARE(
            s.cells(), (std::vector<QStringList> { QStringList(Screen::hostile) + number(2) + number(3) + QStringList { u"1.50"_s } }));
        QCOMPARE(s.points(0, 2), (std::vector<QPointF> { { 2, 3 } }));
        QVERIFY(s.text(u"progress.summary"_s).contains(u"1.50"_s));
        s.chart().chosen(0);
        QVERIFY(s.text(u"progress.readout"_s).startsWith(Screen::hostile));
    }

    void areasAreCounted()
    {
        Screen s;
        s.live();
        s.open(u"areas"_s);
        QCOMPARE(s.cells().size(), std::size_t(3));
        QCOMPARE(s.cells().front(), (QStringList { Screen::hostile, u"1"_s, u"3"_s } + number(2) + number(4)));
        QCOMPARE(s.points(0, 0).front().y(), 2.0);
        QCOMPARE(s.points(0, 1).front().y(), 4.0);
        QCOMPARE(s.chart().content().keys.names.front(), Screen::hostile);
    }

    void theForecastJoinsTheWay()
    {
        Screen s;
        s.live();
        support::HeldWorkers workers;
        s.page = std::make_unique<ui::ProgressPage>(*s.workspace);
        s.page->QWidget::show();
        s.page->show(Place { PageId::Progress, {}, u"way"_s });
        const QString before = s.text(u"progress.summary"_s);
        QVERIFY(before.contains(u"1 of"_s) && !before.contains(u"85\u00a0%"_s)); // what is done is there at once
        QCOMPARE(s.cells().size(), std::size_t(3));
        workers.release();
        QTRY_VERIFY(s.text(u"progress.summary"_s).contains(u"85\u00a0%"_s));
        const auto outset = session::studyOutset(*s.workspace);
        const auto band = learning::bandOf(learning::forecast(outset.input));
        const QString total = QString::number(outset.way.size());
        const auto rows = s.cells();
        QCOMPARE(rows.size(), std::size_t(6));
        const auto shown = [](QDate day) { return QLocale().toString(day, QLocale::ShortFormat); };
        QCOMPARE(rows[0], (QStringList { shown(band->late), {}, total, u"85"_s }));
        QCOMPARE(rows[1], (QStringList { shown(band->middle), {}, total, u"50"_s }));
        QCOMPARE(rows[2], (QStringList { shown(band->early), {}, total, u"15"_s }));
        const auto& series = s.chart().content().panels.front().series;
        QCOMPARE(series[1].points[1], QPointF(ui::keyOf(band->late), static_cast<double>(outset.way.size())));
        QCOMPARE(series[1].upper[1], QPointF(ui::keyOf(band->early), static_cast<double>(outset.way.size())));
        QCOMPARE(series[2].points[0], QPointF(ui::keyOf(QDate(2026, 11, 25)), 1));
        QCOMPARE(series[2].points[1].x(), ui::keyOf(band->middle));
        QCOMPARE(series.back().points.back(), QPointF(ui::keyOf(QDate(2026, 11, 25)), 1));
    }

    void withoutHoursTheWaySaysWhatToDo()
    {
        Screen s;
        s.workspace.finish(u"base"_s);
        s.open(u"way"_s);
        QTRY_VERIFY(support::shownIn<QPushButton>(*s.page, u"progress.step"_s) != nullptr);
        QCOMPARE(s.cells().size(), std::size_t(1));
        const QSignalSpy places(s.page.get(), &ui::Page::placeRequested);
        support::clickShown(*s.page, u"progress.step"_s);
        QCOMPARE(places.size(), 1);
        QVERIFY(places.front().front().value<ui::Place>() == (ui::Place { ui::PageId::Plan, {}, u"hours"_s }));
    }

    void withEveryDayOffTheWayLeadsToTheDaysOff()
    {
        Screen s;
        s.live();
        s.apply(domain::addDaysOff(s.workspace->context(), { QDate(2026, 11, 25), QDate(2125, 1, 1), {} }));
        s.open(u"hours"_s);
        s.page->show(Place { PageId::Progress, {}, u"way"_s });
        QTRY_VERIFY(support::shownIn<QPushButton>(*s.page, u"progress.step"_s) != nullptr);
        QCOMPARE(s.find<QPushButton>(u"progress.step"_s)->text(), u"Look at the days off"_s);
        support::clickShown(*s.page, u"progress.step"_s);
        QVERIFY(s.places.back() == (Place { PageId::Plan, {}, u"hours"_s }));
    }

    void eachObstacleOfTheWayHasItsSentenceAndItsButton_data()
    {
        QTest::addColumn<QDate>("deadline");
        QTest::addColumn<QDate>("off"); // from this day on, for a century
        QTest::addColumn<bool>("isAllReached");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("button");
        QTest::addColumn<bool>("leadsToGoal");
        QTest::newRow("too far") << QDate() << QDate(2026, 11, 27) << false << u"a hundred years"_s << u"Set the hours"_s << false;
        QTest::newRow("all days off") << QDate() << QDate(2026, 11, 25) << false << u"day off"_s << u"Look at the days off"_s << false;
        QTest::newRow("deadline past") << QDate(2026, 11, 1) << QDate() << false << u"has passed"_s << u"Change the deadline"_s << true;
        QTest::newRow("all reached") << QDate() << QDate() << true << u"Every milestone"_s << u"Choose a milestone"_s << true;
    }

    void eachObstacleOfTheWayHasItsSentenceAndItsButton()
    {
        QFETCH(QDate, deadline);
        QFETCH(QDate, off);
        QFETCH(bool, isAllReached);
        QFETCH(QString, sentence);
        QFETCH(QString, button);
        QFETCH(bool, leadsToGoal);
        Screen s;
        s.live();
        s.apply(domain::setGoal(s.workspace->context(), { u"whole"_s, 5, deadline }));
        if (off.isValid()) {
            s.apply(domain::addDaysOff(s.workspace->context(), { off, QDate(2126, 11, 20), {} }));
        }
        for (const domain::Skill& skill : s.workspace->course().skills) {
            if (isAllReached) {
                s.workspace.finish(skill.id);
            }
        }
        s.open(u"hours"_s);
        s.page->show(Place { PageId::Progress, {}, u"way"_s });
        QTRY_VERIFY(support::shownIn<QPushButton>(*s.page, u"progress.step"_s) != nullptr);
        QVERIFY2(s.text(u"progress.summary"_s).contains(sentence), qPrintable(s.text(u"progress.summary"_s)));
        QCOMPARE(s.text(u"progress.summary"_s).contains(u"As likely as not"_s), deadline.isValid()); // dated all the same
        QCOMPARE(s.find<QPushButton>(u"progress.step"_s)->text(), button);
        const QSignalSpy goal(s.page.get(), &ui::ProgressPage::goalRequested);
        support::clickShown(*s.page, u"progress.step"_s);
        QCOMPARE(goal.size(), leadsToGoal ? 1 : 0);
        QVERIFY(leadsToGoal || s.places.back() == (Place { PageId::Plan, {}, u"hours"_s }));
    }

    void withNothingReachedTheObstacleIsSaidAllTheSame()
    {
        Screen s;
        s.apply(domain::setGoal(s.workspace->context(), { u"whole"_s, 5, {} }));
        s.apply(domain::addDaysOff(s.workspace->context(), { QDate(2026, 11, 27), QDate(2126, 11, 20), {} }));
        s.open(u"hours"_s);
        s.page->show(Place { PageId::Progress, {}, u"way"_s });
        QTRY_VERIFY(s.text(u"progress.empty"_s).contains(u"a hundred years"_s));
        support::clickShown(*s.page, u"progress.firstStep"_s);
        QVERIFY(s.places.back() == (Place { PageId::Plan, {}, u"hours"_s }));
    }

    void aWeekStandsInTheWayWithItsLastDay()
    {
        Screen s;
        s.live();
        s.open(u"way"_s);
        QTRY_COMPARE(s.cells().size(), std::size_t(6));
        const QDate first = QDate(2026, 11, 25).addDays(-((QDate(2026, 11, 25).dayOfWeek() - QLocale().firstDayOfWeek() + 7) % 7));
        QCOMPARE(s.cell(3, 0), ui::PlanWords::date(QDate(2026, 11, 25))); // the present one ends today
        QCOMPARE(s.cell(4, 0), ui::PlanWords::date(first.addDays(-1)));
        QCOMPARE(s.cell(5, 0), ui::PlanWords::date(first.addDays(-8)));
    }

    void thePointerReadsTheChart()
    {
        Screen s;
        s.live();
        s.open(u"hours"_s);
        const QString hint = s.text(u"progress.readout"_s);
        QTest::mouseMove(&s.chart(), s.chart().pixelOf(2).toPoint());
        const QString oldest = s.text(u"progress.readout"_s);
        QVERIFY(oldest.contains(u"1 h 40 min"_s));
        QTest::mouseClick(&s.chart(), Qt::LeftButton, {}, s.chart().pixelOf(1).toPoint());
        QCOMPARE(s.table().currentIndex().row(), 1);
        QTest::mouseMove(s.find<QPushButton>(u"button.progress.exportCsv"_s));
        QTRY_VERIFY(s.text(u"progress.readout"_s).contains(u"1 h 20 min"_s)); // of the chosen row
        QVERIFY(s.text(u"progress.readout"_s) != hint);
    }

    void thePointerReadsTheDays()
    {
        Screen s;
        s.live();
        s.open(u"days"_s);
        QTest::mouseClick(&s.heat(), Qt::LeftButton, {}, s.heat().rectOf(1).center().toPoint());
        QCOMPARE(s.table().currentIndex().row(), 1);
        QVERIFY(s.text(u"progress.readout"_s).contains(u"1 h 20 min"_s));
        QTest::mouseClick(&s.heat(), Qt::LeftButton, {}, s.heat().rectOf(0).center().toPoint());
        QCOMPARE(s.table().currentIndex().row(), 0);
    }

    void aWayWithoutAnythingAsksForHours()
    {
        Screen s;
        s.open(u"way"_s);
        QTRY_VERIFY(s.text(u"progress.empty"_s).contains(u"hours"_s));
        const QSignalSpy places(s.page.get(), &ui::Page::placeRequested);
        support::clickShown(*s.page, u"progress.firstStep"_s);
        QCOMPARE(places.size(), 1);
        QVERIFY(places.front().front().value<ui::Place>() == (ui::Place { ui::PageId::Plan, {}, u"hours"_s }));
    }

    void stepsOfADay_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("step");
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("a minute") << 1 << 1;
        QTest::newRow("29") << 29 << 1;
        QTest::newRow("30") << 30 << 2;
        QTest::newRow("60") << 60 << 3;
        QTest::newRow("119") << 119 << 3;
        QTest::newRow("120") << 120 << 4;
        QTest::newRow("more than a day") << 3000 << 4;
    }

    void stepsOfADay()
    {
        QFETCH(int, minutes);
        QTEST(ui::HeatPainter::stepOf(minutes), "step");
    }
};

QTEST_MAIN(tst_ProgressCharts)
#include "tst_ProgressCharts.moc"
