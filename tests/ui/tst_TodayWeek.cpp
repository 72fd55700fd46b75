// SPDX-License-Identifier: GPL-3.0-or-later
// The week in hours on Today, and the board beside it.
#include <TodayScreen.h>

#include <session/BoardDesk.h>
#include <ui/today/WeekBars.h>

#include <QLocale>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;
using support::textIn;
using support::TodayScreen;
using ui::PageId;

namespace {

QString spokenWeek(const TodayScreen& screen)
{
    return screen.page->findChild<ui::WeekBars*>()->accessibleDescription();
}

} // namespace

class tst_TodayWeek : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); } // weeks begin on Monday

    void theWeekStandsAgainstTheMinutesOfItsDays()
    {
        constexpr qint64 day = 86'400'000;
        TodayScreen s;
        s.study();
        s.apply(domain::addTime(s.f.context(), u"base"_s, support::WorkspaceFixture::now - 2 * day, 45)); // Thursday
        s.apply(domain::addTime(s.f.context(), u"base"_s, support::WorkspaceFixture::now - day, 10)); // Friday
        s.apply(domain::addDaysOff(s.f.context(), { QDate(2026, 11, 20), QDate(2026, 11, 20), u"a wedding"_s }));
        s.open();
        QCOMPARE(textIn(*s.page, u"today.week.text"_s), u"55 min of 6 h this week."_s); // Friday's hour is off
        QVERIFY2(spokenWeek(s).contains(u"Monday: 0 min of 1 h"_s), qPrintable(spokenWeek(s)));
        QVERIFY(spokenWeek(s).contains(u"Wednesday: 0 min,"_s)); // nothing is meant to be studied then
        QVERIFY(spokenWeek(s).contains(u"Thursday: 45 min of 1 h"_s));
        QVERIFY(spokenWeek(s).contains(u"Friday: 10 min, a day off"_s));
        QVERIFY(spokenWeek(s).contains(u"Saturday: 0 min of 2 h"_s));
        QCOMPARE(textIn(*s.page, u"today.cue"_s), u"After breakfast: 20 min"_s);
        support::clickShown(*s.page, u"openHours"_s);
        QCOMPARE(s.places.back(), (ui::Place { PageId::Plan, {}, u"hours"_s }));
        s.apply(domain::setRhythm(s.f.context(), { { 60, 0, 0, 0, 0, 0, 0 }, {}, 0, 3 }));
        QVERIFY(textIn(*s.page, u"today.cue"_s).isEmpty());
        QCOMPARE(textIn(*s.page, u"today.week.text"_s), u"55 min of 1 h this week."_s);
    }

    void aWeekOffIsSaid()
    {
        TodayScreen s;
        s.study();
        s.apply(domain::addDaysOff(s.f.context(), { QDate(2026, 11, 1), QDate(2026, 11, 30), {} }));
        s.open();
        QCOMPARE(textIn(*s.page, u"today.week.text"_s), u"Every day of study this week is off."_s);
        s.apply(domain::addTime(s.f.context(), u"base"_s, support::WorkspaceFixture::now - 3'600'000, 30));
        QCOMPARE(textIn(*s.page, u"today.week.text"_s), u"30 min this week, and every day of study is off."_s);
    }

    void theLineOverADayHasAKeyWhereThereIsOne()
    {
        TodayScreen idle;
        idle.open();
        TodayScreen planned;
        planned.study();
        planned.open();
        const auto height = [](const TodayScreen& s) { return s.page->findChild<ui::WeekBars*>()->height(); };
        QVERIFY(height(planned) > height(idle));
    }

    /// The bar of the first day lies at the side where reading begins.
    void theWeekIsMirrored_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }

    void theWeekIsMirrored()
    {
        QFETCH(Qt::LayoutDirection, direction);
        ui::WeekBars bars;
        bars.setLayoutDirection(direction);
        bars.resize(420, bars.sizeHint().height());
        learning::StudyWeek week { QDate(2026, 11, 16), { 90, 0, 0, 0, 0, 0, 0 } };
        bars.setWeek(week, {}, QDate(2026, 11, 18));
        const QImage picture = bars.grab().toImage();
        const QColor trail = ui::activePalette().trail;
        int first = -1;
        for (int x = 0; x < picture.width() && first < 0; ++x) {
            for (int y = 0; y < picture.height() && first < 0; ++y) {
                first = picture.pixelColor(x, y) == trail ? x : -1;
            }
        }
        QVERIFY(first > 0);
        QCOMPARE(first < picture.width() / 2, direction == Qt::LeftToRight);
    }

    void theBoardIsCountedAndLedTo()
    {
        TodayScreen s;
        s.study({ { 60, 60, 60, 60, 60, 60, 60 }, {}, 0, 1 });
        s.open();
        s.settle();
        const auto count = [&s](const char* lane) { return textIn(*s.page, u"today.board."_s + QLatin1StringView(lane)); };
        const learning::Board board = session::BoardDesk(*s.f.workspace, Qt::Monday).board();
        QCOMPARE(count("week"), QString::number(board.in(domain::BoardLane::Week).size()));
        QVERIFY(count("week") != u"0"_s);
        QCOMPARE(count("doing"), u"0 of 1"_s);
        QVERIFY(textIn(*s.page, u"today.board.over"_s).isEmpty());
        s.apply(domain::startSkill(s.f.context(), u"base"_s, false));
        s.apply(domain::startSkill(s.f.context(), u"side"_s, true)); // beside a lesson nobody is held up
        s.apply(domain::moveOnBoard(s.f.context(), u"middle"_s, domain::BoardLane::Waiting));
        s.settle();
        QCOMPARE(count("doing"), u"2 of 1"_s);
        QCOMPARE(count("waiting"), u"1"_s);
        QVERIFY(!textIn(*s.page, u"today.board.over"_s).isEmpty());
        QCOMPARE(childOf<QLabel>(*s.page, u"today.board.doing"_s)->accessibleName(), u"Doing: 2 of 1"_s);
        support::clickShown(*s.page, u"openBoard"_s);
        QCOMPARE(s.places.back(), (ui::Place { PageId::Plan, {}, u"board"_s }));
    }
};

QTEST_MAIN(tst_TodayWeek)
#include "tst_TodayWeek.moc"
