// SPDX-License-Identifier: GPL-3.0-or-later
// The way to the goal on Today: its forecast, which comes later than the rest, and what stands in its way.
#include <HeldWorkers.h>
#include <TodayScreen.h>

#include <QLocale>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;
using support::clickShown;
using support::shownIn;
using support::textIn;
using support::TodayScreen;
using ui::PageId;
using ui::PlanWords;

namespace {

/// Where the buttons and cards of the page lie.
std::vector<QRect> placesOf(const QWidget& page)
{
    std::vector<QRect> places;
    for (const char* name : { "today.week", "today.board", "today.way", "changeGoal", "openPlan", "openBoard", "openHours" }) {
        const auto* part = childOf<QWidget>(page, QString::fromLatin1(name));
        places.emplace_back(part->mapTo(&page, QPoint()), part->size());
    }
    return places;
}

} // namespace

class tst_TodayForecast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); } // weeks begin on Monday

    void theForecastComesLaterAndNothingJumps_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QDate>("deadline");
        QTest::newRow("narrow window") << QSize(928, 676) << QDate();
        QTest::newRow("wide window") << QSize(1848, 1056) << QDate();
        QTest::newRow("cards under each other") << QSize(700, 900) << QDate();
        QTest::newRow("with a deadline") << QSize(700, 900) << QDate(2026, 12, 1);
        QTest::newRow("with one that has passed") << QSize(700, 900) << QDate(2026, 11, 1);
    }

    void theForecastComesLaterAndNothingJumps()
    {
        QFETCH(QSize, size);
        QFETCH(QDate, deadline);
        TodayScreen s;
        s.study();
        s.apply(domain::setGoal(s.f.context(), { u"whole"_s, 7, deadline }));
        support::HeldWorkers workers;
        s.open(size);
        QVERIFY(s.forecast().isEmpty());
        QVERIFY(!s.page->findChild<QWidget*>(u"open.base"_s)->size().isEmpty()); // the page is there meanwhile
        const std::vector<QRect> before = placesOf(*s.page);
        workers.release();
        QCoreApplication::processEvents();
        QCOMPARE(s.forecast(), s.expected());
        QVERIFY(!s.forecast().isEmpty());
        QCOMPARE(placesOf(*s.page), before);
    }

    void theNewestEditIsTold()
    {
        TodayScreen s;
        s.study();
        support::HeldWorkers workers;
        s.open();
        s.apply(domain::setGoal(s.f.context(), { u"half"_s, 1, {} }));
        s.apply(domain::setGoal(s.f.context(), { u"half"_s, 20, {} }));
        const QString newest = s.expected();
        workers.release();
        QCoreApplication::processEvents();
        QCOMPARE(s.forecast(), newest);
        s.apply(domain::setGoal(s.f.context(), { u"whole"_s, 1, {} }));
        QCOMPARE(s.forecast(), newest); // what was said last stays until the next is there
        s.settle();
        QCOMPARE(s.forecast(), s.expected());
        QVERIFY(s.forecast() != newest);
    }

    void aForecastIsMadeAnewOnlyWhereSomethingIsAnother()
    {
        TodayScreen s;
        s.study();
        s.open();
        s.settle();
        support::HeldWorkers workers;
        s.page->show(ui::Place { PageId::Today, {}, {} }); // with the workers held, what was known must do
        s.apply(domain::moveOnBoard(s.f.context(), u"base"_s, domain::BoardLane::Doing));
        QCOMPARE(textIn(*s.page, u"today.board.doing"_s).left(1), u"1"_s);
        QCOMPARE(s.forecast(), s.expected());
    }

    void aNewDayIsNoticedWhileThePageStandsOpen()
    {
        qint64 now = support::WorkspaceFixture::now;
        domain::CourseContent content;
        content.course = support::graphCourse();
        const support::MemoryWorkspace library(content, { [&now] { return now; }, QTimeZone::utc() });
        QVERIFY(library.workspace->apply(domain::setGoal(library.workspace->context(), { u"whole"_s, 7, {} })));
        ui::TodayPage page(*library.workspace);
        static_cast<QWidget&>(page).show();
        session::workers().waitForDone();
        QCoreApplication::processEvents();
        const QString before = textIn(page, u"today.forecast"_s);
        now += 3 * 86'400'000LL;
        library.workspace->noticeDay();
        session::workers().waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(textIn(page, u"today.forecast"_s) != before);
        QCOMPARE(
            textIn(page, u"today.forecast"_s), PlanWords::forecast(learning::forecast(session::studyOutset(*library.workspace).input)));
    }

    void aDeadlineHasItsChance()
    {
        TodayScreen s;
        s.study();
        s.apply(domain::setGoal(s.f.context(), { u"whole"_s, 8, QDate(2026, 12, 1) }));
        s.open();
        s.settle();
        const learning::Forecast forecast = learning::forecast(session::studyOutset(*s.f.workspace).input);
        QCOMPARE(textIn(*s.page, u"today.chance"_s), PlanWords::chance(forecast, QDate(2026, 12, 1)));
        QVERIFY(textIn(*s.page, u"today.chance"_s).contains(u"By the deadline"_s));
        s.apply(domain::setGoal(s.f.context(), { u"whole"_s, 8, {} }));
        s.settle();
        QVERIFY(textIn(*s.page, u"today.chance"_s).isEmpty());
    }

    void aReachedGoalIsSaidAndLeadsToTheNextOne()
    {
        TodayScreen s;
        s.apply(domain::setGoal(s.f.context(), { u"half"_s, 7, QDate(2026, 12, 10) }));
        s.open();
        QVERIFY(shownIn<QWidget>(*s.page, u"today.reached"_s) == nullptr);
        s.f.finish(u"base"_s);
        s.f.finish(u"middle"_s);
        QVERIFY(textIn(*s.page, u"today.reached"_s).startsWith(u"\"Half\" is reached; this is the way to \"Whole\"."_s));
        clickShown(*s.page, u"today.reached.step"_s);
        QCOMPARE(s.f.workspace->progress().goal(), (domain::Goal { u"whole"_s, 7, {} }));
        QVERIFY(shownIn<QWidget>(*s.page, u"today.reached"_s) == nullptr);
        s.settle();
        QCOMPARE(s.forecast(), s.expected());
    }

    void obstaclesAreSaidAndLeadOn_data()
    {
        QTest::addColumn<double>("hours");
        QTest::addColumn<QDate>("deadline");
        QTest::addColumn<QDate>("off");
        QTest::addColumn<QDate>("offUntil");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<bool>("isDated");
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("section");
        const QDate today(2026, 11, 21);
        const QDate century = today.addDays(36524);
        QTest::newRow("no hours") << 0.0 << QDate() << QDate() << QDate() << u"The week has no hours of study yet"_s << false
                                  << u"Set the hours"_s << u"hours"_s;
        QTest::newRow("days off") << 7.0 << QDate() << today << century << u"Every day of study in the next ten years"_s << false
                                  << u"Look at the days off"_s << u"hours"_s;
        QTest::newRow("days off with a date behind them")
            << 7.0 << QDate() << today << QDate(2037, 11, 21) << u"Every day of study in the next ten years"_s << false
            << u"Look at the days off"_s << u"hours"_s;
        QTest::newRow("too far") << 7.0 << QDate() << today.addDays(1) << century << u"a hundred years"_s << false << u"Set the hours"_s
                                 << u"hours"_s;
        QTest::newRow("deadline") << 7.0 << today.addDays(-1) << QDate() << QDate() << u"has passed. Set another one"_s << true
                                  << u"Open the plan"_s << u"schedule"_s;
    }

    void obstaclesAreSaidAndLeadOn()
    {
        QFETCH(double, hours);
        QFETCH(QDate, deadline);
        QFETCH(QDate, off);
        QFETCH(QDate, offUntil);
        QFETCH(QString, sentence);
        QFETCH(bool, isDated);
        QFETCH(QString, button);
        QFETCH(QString, section);
        TodayScreen s;
        s.apply(domain::setGoal(s.f.context(), { u"whole"_s, hours, deadline }));
        if (off.isValid()) {
            s.apply(domain::addDaysOff(s.f.context(), { off, offUntil, {} }));
        }
        s.open();
        s.settle();
        QVERIFY2(textIn(*s.page, isDated ? u"today.chance"_s : u"today.forecast"_s).contains(sentence), qPrintable(s.forecast()));
        QCOMPARE(s.forecast().startsWith(u"As likely as not by"_s), isDated);
        QCOMPARE(childOf<QAbstractButton>(*s.page, u"openPlan"_s)->text(), button);
        support::clickShown(*s.page, u"openPlan"_s);
        QCOMPARE(s.places.back(), (ui::Place { PageId::Plan, {}, section }));
        QCOMPARE(support::shownIn<QAbstractButton>(*s.page, u"setHours"_s) != nullptr, hours == 0);
        QCOMPARE(support::shownIn<QAbstractButton>(*s.page, u"openHours"_s) != nullptr, hours > 0);
    }
};

QTEST_MAIN(tst_TodayForecast)
#include "tst_TodayForecast.moc"
