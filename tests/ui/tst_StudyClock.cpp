// SPDX-License-Identifier: GPL-3.0-or-later
// The watch at the foot of the window, its actions, and what it says by itself.
#include <GraphCourse.h>
#include <MemoryWorkspace.h>
#include <ScreenParts.h>

#include <ui/theme/Theme.h>
#include <ui/window/MainWindow.h>
#include <ui/window/NoticeBar.h>
#include <ui/window/StudyClock.h>
#include <ui/window/WatchCommands.h>

#include <domain/StudyEdits.h>

#include <QDateTimeEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>

#include <functional>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

constexpr qint64 minute = 60'000;
const QString base = u"base"_s;

} // namespace

class tst_StudyClock : public QObject
{
    Q_OBJECT

    qint64 m_now = 0;
    QTemporaryDir m_home;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::WindowSettings> m_windowSettings;
    std::unique_ptr<support::MemoryWorkspace> m_library;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::MainWindow> m_window;

    void open()
    {
        m_window.reset();
        m_window = std::make_unique<ui::MainWindow>(workspace(), *m_theme, *m_windowSettings);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->go({ ui::PageId::Skill, base, {} });
    }
    [[nodiscard]] session::Workspace& workspace() const { return **m_library; }
    [[nodiscard]] const std::optional<domain::RunningTimer>& timer() const { return workspace().progress().timer(); }
    [[nodiscard]] ui::StudyClock& clock() const { return *support::childOf<ui::StudyClock>(*m_window, u"studyClock"_s); }
    [[nodiscard]] QString text(const QString& name) const { return support::textIn(clock(), name); }
    [[nodiscard]] bool isShown(const QString& name) const { return support::shownIn<QWidget>(clock(), name) != nullptr; }
    [[nodiscard]] QAction& action(const char* id) const { return *m_window->actions()[id]; }
    [[nodiscard]] QString notice() const { return support::childOf<ui::NoticeBar>(*m_window, u"noticeBar"_s)->text(); }
    void click(const QString& name) const { support::clickShown(clock(), name); }
    /// So long without a key, and then the next second.
    void beAway(qint64 milliseconds)
    {
        m_now += milliseconds;
        m_window->findChild<ui::WatchCommands*>()->tick();
    }
    void touch() const { QTest::keyClick(m_window.get(), Qt::Key_Shift); }
    void start(const domain::Focus& focus = {}) const
    {
        QVERIFY(workspace().apply(domain::startTimer(workspace().context(), base, focus)));
    }

private Q_SLOTS:
    void init()
    {
        m_now = 1'795'250'400'000; // 2026-11-21 at 8:40
        m_settings = std::make_unique<QSettings>(m_home.filePath(u"settings.ini"_s), QSettings::IniFormat);
        m_settings->clear();
        m_windowSettings = std::make_unique<ui::WindowSettings>(*m_settings);
        m_theme = std::make_unique<ui::Theme>(*qApp);
        domain::CourseContent content;
        content.course = support::graphCourse();
        m_library = std::make_unique<support::MemoryWorkspace>(content, session::Clock { [this] { return m_now; }, QTimeZone::utc() });
        open();
    }
    void cleanup()
    {
        m_window.reset();
        m_theme.reset();
        m_library.reset();
    }

    void itIsThereOnlyWithAWatch()
    {
        QVERIFY(!clock().isVisible());
        QVERIFY(action("skill.watch.start").isEnabled());
        QVERIFY(!action("skill.watch.pause").isEnabled() && !action("skill.watch.stop").isEnabled());
        start();
        QVERIFY(clock().isVisible());
        QCOMPARE(support::childOf<QPushButton>(clock(), u"clock.skill"_s)->text(), u"Base"_s);
        QVERIFY(!action("skill.watch.start").isEnabled());
        QVERIFY(workspace().undo());
        QVERIFY(!clock().isVisible());
    }

    void onAnotherDayItBeginsAnewAndSaysWhatIsKept()
    {
        start();
        m_now += 12 * minute;
        click(u"clock.pause"_s);
        m_now += 24 * 60 * minute;
        click(u"clock.pause"_s);
        QVERIFY2(notice().contains(u"12 min of an earlier day are kept on \"Base\""_s), qPrintable(notice()));
        QVERIFY(timer()->isRunning());
        QCOMPARE(timer()->elapsed(m_now), 0);
        QCOMPARE(workspace().progress().minutesOn(base), 12);
        action("edit.undo").trigger();
        QVERIFY(!timer()->isRunning());
        QCOMPARE(timer()->elapsed(m_now), 12 * minute);
        QVERIFY(workspace().progress().time().isEmpty());
    }

    void keysStartPauseAndStop()
    {
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::AltModifier);
        QVERIFY(timer() && timer()->skill == base);
        m_now += 12 * minute;
        touch(); // too late to be told as activity, but a pause by hand is as of now
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::AltModifier);
        QVERIFY(!timer()->isRunning());
        QCOMPARE(action("skill.watch.pause").iconText(), u"Go on"_s);
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::AltModifier);
        QVERIFY(timer()->isRunning());
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::AltModifier | Qt::ShiftModifier);
        QVERIFY(!timer());
        QCOMPARE(workspace().progress().minutesOn(base), 12);
        QVERIFY(notice().contains(u"Base"_s));
        support::clickOn(*m_window, u"noticeAction"_s); // undo
        QVERIFY(timer().has_value());
    }

    void buttonsPauseAndStop()
    {
        start();
        beAway(3 * minute);
        QCOMPARE(text(u"clock.time"_s), u"3:00"_s);
        click(u"clock.pause"_s);
        QVERIFY(!timer()->isRunning());
        QCOMPARE(text(u"clock.phase"_s), u"Paused"_s);
        click(u"clock.stop"_s);
        QCOMPARE(workspace().progress().minutesOn(base), 3);
        QVERIFY(!clock().isVisible());
        QVERIFY2(notice().startsWith(u"3 min of study"_s), qPrintable(notice()));
    }

    void aWatchOfSecondsSaysThatItKeepsNothing()
    {
        start();
        beAway(minute / 3);
        click(u"clock.stop"_s);
        QVERIFY(workspace().progress().time().isEmpty());
        QVERIFY2(notice().contains(u"less than half a minute"_s), qPrintable(notice()));
        support::clickOn(*m_window, u"noticeAction"_s);
        QVERIFY(timer().has_value());
    }

    void howeverItIsTakenOffWhatBecameOfTheTimeIsSaid_data()
    {
        QTest::addColumn<std::function<void()>>("act");
        QTest::addColumn<qint64>("ran");
        QTest::addColumn<QString>("said");
        const auto press = [this](const QString& name) { return [this, name] { support::clickShown(*m_window, name); }; };
        const auto startOnAnother = [this] {
            m_window->go({ ui::PageId::Skill, u"side"_s, {} });
            support::childOf<QPushButton>(*m_window, u"watch.start"_s)->click();
        };
        const QString none = u"less than half a minute"_s;
        QTest::addRow("beside the lesson") << std::function<void()>(press(u"watch.stop"_s)) << 3 * minute
                                           << u"3 min of study kept on \"Base\""_s;
        QTest::addRow("seconds, beside the lesson") << std::function<void()>(press(u"watch.stop"_s)) << minute / 3 << none;
        QTest::addRow("started on another") << std::function<void()>(startOnAnother) << 3 * minute << u"3 min of study kept on \"Base\""_s;
        QTest::addRow("dropped in the question")
            << std::function<void()>(press(u"watch.drop"_s)) << 180 * minute << u"The watch on \"Base\" was dropped"_s;
        QTest::addRow("dropped by its action") << std::function<void()>([this] { action("skill.watch.drop").trigger(); }) << 3 * minute
                                               << u"The watch on \"Base\" was dropped"_s;
        QTest::addRow("minutes of more than a day")
            << std::function<void()>(press(u"watch.keep-minutes"_s)) << 2 * 1440 * minute << u"1 h of study kept on \"Base\""_s;
    }
    void howeverItIsTakenOffWhatBecameOfTheTimeIsSaid()
    {
        QFETCH(std::function<void()>, act);
        QFETCH(qint64, ran);
        QFETCH(QString, said);
        start();
        const domain::RunningTimer before = *timer();
        m_now += ran;
        open();
        act();
        QVERIFY(!timer() || timer()->skill != base);
        QVERIFY2(notice().contains(said), qPrintable(notice()));
        support::clickOn(*m_window, u"noticeAction"_s); // undo
        QVERIFY(timer() && *timer() == before && workspace().progress().time().isEmpty());
    }

    void theSkillOfTheWatchIsAClickAway()
    {
        start();
        m_window->go({ ui::PageId::Today, {}, {} });
        click(u"clock.skill"_s);
        QVERIFY(m_window->windowTitle().contains(u"Base"_s));
    }

    void anIdleWatchPausesAndOffersItsTime()
    {
        start();
        beAway(4 * minute);
        touch();
        beAway(4 * minute);
        QVERIFY(timer()->isRunning());
        beAway(2 * minute);
        QVERIFY(!timer()->isRunning());
        QCOMPARE(timer()->milliseconds, 4 * minute);
        QVERIFY(notice().contains(u"6"_s));
        QVERIFY(isShown(u"clock.count-idle"_s));
        m_now += 10 * minute;
        support::clickOn(*m_window, u"noticeAction"_s);
        QVERIFY(timer()->isRunning());
        QCOMPARE(timer()->elapsed(m_now), 20 * minute);
        QVERIFY(!isShown(u"clock.count-idle"_s));
    }

    void keysAndPointerAreActivityWhereverTheyGo()
    {
        start();
        for (int i = 0; i < 3; ++i) {
            beAway(4 * minute);
            QTest::mouseMove(m_window.get(), QPoint(100 + i, 100));
            QTest::mouseClick(m_window->centralWidget(), Qt::LeftButton, {}, QPoint(5, 5));
        }
        beAway(4 * minute);
        QVERIFY(timer()->isRunning());
    }

    void breaksAreSaidAndGoneOnFrom()
    {
        start({ 25, 5 });
        QVERIFY(text(u"clock.phase"_s).contains(u"9:05"_s) || text(u"clock.phase"_s).contains(u"09:05"_s));
        for (int i = 0; i < 24; ++i) {
            beAway(minute);
            touch();
        }
        beAway(minute);
        QVERIFY(notice().contains(u"break of 5"_s));
        QVERIFY(text(u"clock.phase"_s).contains(u"Break until"_s));
        beAway(5 * minute);
        QCOMPARE(notice(), u"The break is over."_s);
        support::clickOn(*m_window, u"noticeAction"_s);
        QVERIFY(timer()->isRunning());
        QCOMPARE(timer()->milliseconds, 25 * minute);
    }

    void aFoundWatchAsksWhatWasStudy_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<int>("minutes"); // that are counted; -1 for no watch
        QTest::addColumn<bool>("runs");
        QTest::newRow("all") << u"watch.keep"_s << 180 << true;
        QTest::newRow("until then") << u"watch.count"_s << 40 << false;
        QTest::newRow("nothing") << u"watch.drop"_s << -1 << false;
    }
    void aFoundWatchAsksWhatWasStudy()
    {
        QFETCH(QString, answer);
        QFETCH(int, minutes);
        QFETCH(bool, runs);
        start();
        m_now += 180 * minute;
        open();
        QVERIFY(isShown(u"watch.sentence"_s) && text(u"watch.sentence"_s).contains(u"3 h"_s) && !isShown(u"clock.pause"_s));
        support::childOf<QDateTimeEdit>(clock(), u"watch.until"_s)->setDateTime(QDateTime(QDate(2026, 11, 21), QTime(9, 20), Qt::UTC));
        click(answer);
        QCOMPARE(timer().has_value(), minutes >= 0);
        QVERIFY(!timer() || timer()->isRunning() == runs);
        QVERIFY(!timer() || timer()->elapsed(m_now) == minutes * minute);
        QVERIFY(!isShown(u"watch.sentence"_s));
    }

    void theQuestionIsNotPassedBy_data()
    {
        QTest::addColumn<std::function<void()>>("act");
        QTest::addRow("start on another skill") << std::function([this] {
            m_window->go({ ui::PageId::Skill, u"side"_s, {} });
            QTest::keyClick(m_window.get(), Qt::Key_W, Qt::AltModifier);
        });
        QTest::addRow("start beside its lesson") << std::function([this] {
            m_window->go({ ui::PageId::Skill, u"side"_s, {} });
            support::childOf<QPushButton>(*m_window, u"watch.start"_s)->click();
        });
        QTest::addRow("pause") << std::function([this] { QTest::keyClick(m_window.get(), Qt::Key_P, Qt::AltModifier); });
        QTest::addRow("pause beside the lesson")
            << std::function([this] { support::childOf<QPushButton>(*m_window, u"watch.pause"_s)->click(); });
        QTest::addRow("stop") << std::function([this] { QTest::keyClick(m_window.get(), Qt::Key_W, Qt::AltModifier | Qt::ShiftModifier); });
        QTest::addRow("stop beside the lesson")
            << std::function([this] { support::childOf<QPushButton>(*m_window, u"watch.stop"_s)->click(); });
    }
    void theQuestionIsNotPassedBy()
    {
        QFETCH(std::function<void()>, act);
        start();
        const domain::RunningTimer before = *timer();
        m_now += 9 * 60 * minute;
        open();
        act();
        QVERIFY(*timer() == before && workspace().progress().time().isEmpty());
        QVERIFY(isShown(u"watch.sentence"_s));
        QVERIFY(support::childOf<QDateTimeEdit>(clock(), u"watch.until"_s)->hasFocus());
    }

    void twoHoursOfReadingAreNotAskedForAgain()
    {
        start();
        for (int i = 0; i < 40; ++i) {
            beAway(3 * minute);
            touch();
        }
        beAway(4 * minute);
        QVERIFY(m_window->close()); // which somebody does
        m_now += 2 * minute;
        open();
        QVERIFY(!isShown(u"watch.sentence"_s));
        QVERIFY(m_window->close());
        const qint64 closed = m_now;
        m_now += 9 * 60 * minute;
        open();
        QVERIFY(isShown(u"watch.sentence"_s));
        click(u"watch.count"_s); // what is proposed
        QCOMPARE(timer()->milliseconds, closed - timer()->startedAt);
    }

    void theQuestionGoesWithTheTime()
    {
        start();
        m_now += 180 * minute;
        open();
        beAway(5 * minute);
        QVERIFY2(text(u"watch.sentence"_s).contains(u"3 h 5 min"_s), qPrintable(text(u"watch.sentence"_s)));
        beAway(1440 * minute);
        QVERIFY(isShown(u"watch.minutes"_s) && !isShown(u"watch.until"_s) && !isShown(u"watch.keep"_s));
        QVERIFY2(text(u"watch.sentence"_s).contains(u"more than a day"_s), qPrintable(text(u"watch.sentence"_s)));
    }

    void aWatchThatBecomesTooLongIsAskedFor()
    {
        start();
        m_now += 1439 * minute;
        open();
        click(u"watch.keep"_s);
        QVERIFY(!isShown(u"watch.sentence"_s));
        beAway(3 * minute);
        QVERIFY(timer()->isRunning() && isShown(u"watch.minutes"_s) && !isShown(u"clock.stop"_s));
    }

    void theMomentIsShownWithItsWholeYear()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        start();
        m_now += 180 * minute;
        open();
        const QString shown = support::childOf<QDateTimeEdit>(clock(), u"watch.until"_s)->text();
        QLocale::setDefault(QLocale::c());
        QVERIFY2(shown.startsWith(u"21.11.2026 "), qPrintable(shown));
    }

    void anAnswerOutsideOfTheTimeIsRefused()
    {
        start();
        m_now += 180 * minute;
        open();
        auto* until = support::childOf<QDateTimeEdit>(clock(), u"watch.until"_s);
        for (const QTime time : { QTime(8, 0), QTime(12, 0) }) {
            until->setDateTime(QDateTime(QDate(2026, 11, 21), time, Qt::UTC));
            click(u"watch.count"_s);
            QVERIFY(!text(u"watch.fault"_s).isEmpty());
            QVERIFY(timer()->isRunning());
        }
    }

    void moreThanADayAsksForItsMinutes()
    {
        start();
        m_now += 3 * 1440 * minute;
        open();
        QVERIFY(isShown(u"watch.minutes"_s) && !isShown(u"watch.keep"_s) && !action("skill.watch.stop").isEnabled());
        support::childOf<QSpinBox>(clock(), u"watch.minutes"_s)->setValue(75);
        click(u"watch.keep-minutes"_s);
        QVERIFY(!timer());
        QCOMPARE(workspace().progress().minutesOn(base), 75);
    }

    void aWatchIsDroppedAndComesBackByUndo()
    {
        start();
        action("skill.watch.drop").trigger();
        QVERIFY(!timer() && workspace().progress().time().isEmpty());
        support::clickOn(*m_window, u"noticeAction"_s);
        QVERIFY(timer().has_value());
    }

    void undoOfTheMenuPassesOverPauses()
    {
        start();
        QVERIFY(workspace().apply(domain::checkItem(workspace().context(), base, u"first"_s)));
        action("skill.watch.pause").trigger();
        QVERIFY(action("edit.undo").text().contains(u"Tick"_s));
        action("edit.undo").trigger();
        QVERIFY(!timer()->isRunning() && workspace().progress().skill(base).items.isEmpty());
    }

    void aLibraryOpenForReadingShowsItAndLeavesItAlone()
    {
        start();
        m_library->store->setReadOnly(true);
        m_now += 180 * minute;
        open();
        QVERIFY(clock().isVisible() && !isShown(u"watch.sentence"_s));
        QVERIFY(!action("skill.watch.pause").isEnabled() && !action("skill.watch.start").isEnabled());
    }

    void itFitsANarrowWindowEitherWay()
    {
        for (const Qt::LayoutDirection direction : { Qt::LeftToRight, Qt::RightToLeft }) {
            m_window->setLayoutDirection(direction);
            m_window->resize(1000, 700);
            start({ 25, 5 });
            QCoreApplication::processEvents();
            QCOMPARE(m_window->width(), 1000);
            QVERIFY(clock().width() <= 1000);
            auto* stop = support::childOf<QWidget>(clock(), u"clock.stop"_s);
            QVERIFY(clock().rect().contains(QRect(stop->mapTo(&clock(), QPoint()), stop->size())));
        }
    }
};

QTEST_MAIN(tst_StudyClock)
#include "tst_StudyClock.moc"
