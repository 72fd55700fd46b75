// SPDX-License-Identifier: GPL-3.0-or-later
#include <HeldWorkers.h>
#include <ScreenParts.h>
#include <WorkspaceFixture.h>

#include <domain/StudyEdits.h>
#include <session/BoardDesk.h>
#include <session/Workers.h>
#include <ui/theme/Theme.h>
#include <ui/today/RecallCard.h>
#include <ui/today/StepCard.h>
#include <ui/today/TodayPage.h>
#include <ui/today/WeekBars.h>
#include <ui/words/PlanWords.h>
#include <ui/words/Words.h>

#include <QLocale>
#include <QPointer>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;
using support::clickShown;
using support::shownIn;
using support::textIn;
using ui::PageId;
using ui::PlanWords;

namespace {

/// Today over the small course on a Saturday, with the places that were asked for.
struct Screen
{
    support::WorkspaceFixture f;
    ui::Theme theme { *qApp };
    std::unique_ptr<ui::TodayPage> page;
    std::vector<ui::Place> places;

    explicit Screen(const domain::Course& course = support::graphCourse())
        : f(course)
    {
    }

    void apply(const domain::Result<domain::Edit>& edit)
    {
        if (!f.workspace->apply(edit)) {
            qFatal("an edit fails");
        }
    }
    /// An hour a day but on Wednesdays, two on Saturdays.
    void study(const domain::StudyRhythm& rhythm = { { 60, 60, 0, 60, 60, 120, 60 }, u"breakfast"_s, 20, 3 })
    {
        apply(domain::setGoal(f.context(), { u"whole"_s, 0, {} }));
        apply(domain::setRhythm(f.context(), rhythm));
    }
    void open(QSize size = { 928, 676 })
    {
        page = std::make_unique<ui::TodayPage>(*f.workspace);
        QObject::connect(page.get(), &ui::Page::placeRequested, page.get(), [this](const ui::Place& place) { places.push_back(place); });
        page->resize(size);
        static_cast<QWidget*>(page.get())->show();
        QCoreApplication::processEvents();
    }
    /// Until the worker's word has come.
    void settle() const
    {
        session::workers().waitForDone();
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QString forecast() const { return textIn(*page, u"today.forecast"_s); }
    [[nodiscard]] QString expected() const { return PlanWords::forecast(learning::forecast(session::studyOutset(*f.workspace).input)); }
    [[nodiscard]] QString week() const { return page->findChild<ui::WeekBars*>()->accessibleDescription(); }
};

/// Hears which numbers texts are asked for with, for the plural forms of a language.
class Plurals : public QTranslator
{
    Q_OBJECT

public:
    Plurals() { QCoreApplication::installTranslator(this); }
    [[nodiscard]] bool isEmpty() const override { return false; }
    QString translate(const char*, const char* text, const char*, int n) const override
    {
        if (n >= 0) {
            numbers.insert(QString::fromUtf8(text), n);
        }
        return {};
    }

    mutable QHash<QString, int> numbers;
};

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

class tst_TodayPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); } // weeks begin on Monday

    void whatTheLearnerWantsFirstIsTheFirstCard()
    {
        Screen s;
        s.study();
        s.f.finish(u"base"_s);
        s.open();
        const auto left = [&s](const QString& step) { return childOf<QWidget>(*s.page, step)->mapTo(s.page.get(), QPoint()).x(); };
        QVERIFY(left(u"step.middle"_s) < left(u"step.blue"_s));
        s.apply(domain::wishOrder(s.f.context(), u"blue"_s, u"middle"_s));
        s.settle();
        QVERIFY(left(u"step.blue"_s) < left(u"step.middle"_s));
        const auto labels = childOf<QWidget>(*s.page, u"step.blue"_s)->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
            [](const QLabel* label) { return label->text() == u"It comes first by your own order of study, and \"Whole\" needs it."_s; }));
    }

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
        Screen s;
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
        Screen s;
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
        Screen s;
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

    void aReachedGoalIsSaidAndLeadsToTheNextOne()
    {
        Screen s;
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

    void theLineOverADayHasAKeyWhereThereIsOne()
    {
        Screen idle;
        idle.open();
        Screen planned;
        planned.study();
        planned.open();
        const auto height = [](const Screen& s) { return s.page->findChild<ui::WeekBars*>()->height(); };
        QVERIFY(height(planned) > height(idle));
    }

    void aDeadlineHasItsChance()
    {
        Screen s;
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
        Screen s;
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

    void theBoardIsCountedAndLedTo()
    {
        Screen s;
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

    void theWeekStandsAgainstTheMinutesOfItsDays()
    {
        constexpr qint64 day = 86'400'000;
        Screen s;
        s.study();
        s.apply(domain::addTime(s.f.context(), u"base"_s, support::WorkspaceFixture::now - 2 * day, 45)); // Thursday
        s.apply(domain::addTime(s.f.context(), u"base"_s, support::WorkspaceFixture::now - day, 10)); // Friday
        s.apply(domain::addDaysOff(s.f.context(), { QDate(2026, 11, 20), QDate(2026, 11, 20), u"a wedding"_s }));
        s.open();
        QCOMPARE(textIn(*s.page, u"today.week.text"_s), u"55 min of 6 h this week."_s); // Friday's hour is off
        QVERIFY2(s.week().contains(u"Monday: 0 min of 1 h"_s), qPrintable(s.week()));
        QVERIFY(s.week().contains(u"Wednesday: 0 min,"_s)); // nothing is meant to be studied then
        QVERIFY(s.week().contains(u"Thursday: 45 min of 1 h"_s));
        QVERIFY(s.week().contains(u"Friday: 10 min, a day off"_s));
        QVERIFY(s.week().contains(u"Saturday: 0 min of 2 h"_s));
        QCOMPARE(textIn(*s.page, u"today.cue"_s), u"After breakfast: 20 min"_s);
        support::clickShown(*s.page, u"openHours"_s);
        QCOMPARE(s.places.back(), (ui::Place { PageId::Plan, {}, u"hours"_s }));
        s.apply(domain::setRhythm(s.f.context(), { { 60, 0, 0, 0, 0, 0, 0 }, {}, 0, 3 }));
        QVERIFY(textIn(*s.page, u"today.cue"_s).isEmpty());
        QCOMPARE(textIn(*s.page, u"today.week.text"_s), u"55 min of 1 h this week."_s);
    }

    void aWeekOffIsSaid()
    {
        Screen s;
        s.study();
        s.apply(domain::addDaysOff(s.f.context(), { QDate(2026, 11, 1), QDate(2026, 11, 30), {} }));
        s.open();
        QCOMPARE(textIn(*s.page, u"today.week.text"_s), u"Every day of study this week is off."_s);
        s.apply(domain::addTime(s.f.context(), u"base"_s, support::WorkspaceFixture::now - 3'600'000, 30));
        QCOMPARE(textIn(*s.page, u"today.week.text"_s), u"30 min this week, and every day of study is off."_s);
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

    void everythingIsReachedByTheKeyboard()
    {
        Screen s;
        s.study();
        s.open();
        s.settle();
        for (const char* name : { "openHours", "openBoard", "changeGoal", "openPlan" }) {
            auto* button = childOf<QAbstractButton>(*s.page, QString::fromLatin1(name));
            QVERIFY(button->isVisible() && (button->focusPolicy() & Qt::TabFocus) != 0);
            QVERIFY(!button->text().isEmpty());
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
        }
        QCOMPARE(s.places.size(), std::size_t(3)); // and the goal asks the window
    }

    void cardsThatSayTheSameStayWithTheFocus()
    {
        Screen s;
        s.study();
        s.open();
        QVERIFY(QTest::qWaitForWindowActive(s.page.get()));
        const QPointer<QWidget> open = childOf<QWidget>(*s.page, u"open.base"_s);
        open->setFocus();
        s.apply(domain::setLearner(s.f.context(), u"Ada"_s));
        QVERIFY(open && open->isVisible() && open->hasFocus());
    }

    void cardsThatAreMadeAnewHandTheFocusOn_data()
    {
        QTest::addColumn<bool>("isDone");
        QTest::addColumn<bool>("hasSuccessor");
        QTest::newRow("begun, the same button") << false << true;
        QTest::newRow("done, the first of the others") << true << false;
    }
    void cardsThatAreMadeAnewHandTheFocusOn()
    {
        QFETCH(bool, isDone);
        QFETCH(bool, hasSuccessor);
        Screen s;
        s.study();
        s.open();
        QVERIFY(QTest::qWaitForWindowActive(s.page.get()));
        const QPointer<QWidget> before = childOf<QWidget>(*s.page, u"open.base"_s);
        before->setFocus();
        s.apply(isDone ? domain::finishSkill(s.f.context(), u"base"_s) : domain::startSkill(s.f.context(), u"base"_s, false));
        auto* after = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
        QVERIFY(after != nullptr && after != before && s.page->isAncestorOf(after));
        QCOMPARE(after->objectName() == u"open.base"_s, hasSuccessor);
        QVERIFY(after->objectName().startsWith(u"open."_s));
    }

    void everyCountOfACardMayHaveItsPlural()
    {
        Screen s;
        s.apply(domain::startSkill(s.f.context(), u"base"_s, false));
        const Plurals plurals;
        const ui::RecallCard recall({ { 24, 10, 24, 0, 3 }, 0, {} }, true);
        const domain::Skill& base = *s.f.workspace->roadmap().find(u"base"_s);
        const ui::StepCard project(*s.f.workspace, base);
        QCOMPARE(plurals.numbers.value(u"%n of them was/were asked before."_s), 14);
        QCOMPARE(plurals.numbers.value(u"%n is/are new."_s), 10);
        QCOMPARE(plurals.numbers.value(u"%1 of %n act(s) of its acceptance are done."_s), static_cast<int>(base.checklist.size()));
    }

    void aCardEndsWithASentence()
    {
        domain::Course course = support::graphCourse();
        course.skills[0].outcome = u"Can do it"_s;
        course.skills[1].outcome.clear();
        QCOMPARE(ui::Words::outcome(course.skills[0]), u"Can do it."_s);
        QCOMPARE(ui::Words::outcome(course.skills[1]), QString());
    }

    void anEmptyLibraryAsksForACourseAlone()
    {
        Screen s { domain::Course {} };
        s.open();
        s.settle();
        QVERIFY(childOf<QWidget>(*s.page, u"emptyToday"_s)->isVisible());
        QVERIFY(!childOf<QWidget>(*s.page, u"today.board"_s)->isVisible());
        QVERIFY(!childOf<QWidget>(*s.page, u"today.way"_s)->isVisible());
    }

    void nothingIsClippedWithLongTexts()
    {
        Screen s;
        s.study({ { 60, 60, 0, 60, 60, 120, 60 }, QString(u"washing up "_s).repeated(18).trimmed(), 20, 3 });
        s.open({ 700, 600 });
        s.settle();
        for (const QLabel* label : s.page->findChildren<QLabel*>()) {
            if (label->isVisible()) {
                const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
                QVERIFY2(label->height() >= needed, qPrintable(label->text()));
            }
        }
        QVERIFY(s.page->findChild<QWidget*>(u"today.week"_s)->width() <= 700);
    }
};

QTEST_MAIN(tst_TodayPage)
#include "tst_TodayPage.moc"
