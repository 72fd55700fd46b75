// SPDX-License-Identifier: GPL-3.0-or-later
#include <ClockedLibrary.h>
#include <ScreenParts.h>

#include <ui/theme/Theme.h>
#include <ui/window/MainWindow.h>
#include <ui/window/NoticeBar.h>

#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;

/// A library in which something was done on Sunday at noon, and starts of the program on it.
struct Starts
{
    support::ClockedLibrary library;
    QTemporaryDir home;
    QSettings stored { home.filePath(u"settings.ini"_s), QSettings::IniFormat };
    ui::WindowSettings settings { stored };
    ui::Theme theme { *qApp };
    std::unique_ptr<ui::MainWindow> window;

    Starts() { library.aim(7); }
    QString startAfter(qint64 milliseconds)
    {
        library.now += milliseconds;
        window = std::make_unique<ui::MainWindow>(*library.workspace, theme, settings);
        window->show();
        window->askOfClock();
        return notice();
    }
    /// The clock goes on so far while the window stands open, and it is looked at: a minute goes by, or the window is turned to.
    QString goOn(qint64 milliseconds, bool isTurnedTo = false)
    {
        library.now += milliseconds;
        auto& minute = *support::childOf<QTimer>(*window, u"dayTurn.minute"_s);
        QTimerEvent tick(minute.timerId());
        QEvent turn(QEvent::WindowActivate);
        QCoreApplication::sendEvent(isTurnedTo ? static_cast<QObject*>(window.get()) : &minute, isTurnedTo ? &turn : &tick);
        QCoreApplication::processEvents();
        return notice();
    }
    void closeNotice() const { support::clickOn(*window, u"noticeClose"_s); }
    [[nodiscard]] QString notice() const { return support::childOf<ui::NoticeBar>(*window, u"noticeBar"_s)->text(); }
};

} // namespace

class tst_ClockNotice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClockFarFromWhatWasDoneLastIsAskedAbout_data()
    {
        QTest::addColumn<qint64>("after"); // milliseconds
        QTest::addColumn<QString>("sentence");
        QTest::newRow("at once") << qint64 { 0 } << QString();
        QTest::newRow("within a day before") << -23 * hour << QString();
        QTest::newRow("more than a day before") << -25 * hour << u"but the newest entry here is of"_s;
        QTest::newRow("in 1970") << -support::ClockedLibrary::sunday << u"but the newest entry here is of"_s;
        QTest::newRow("after a month") << 30 * day << QString();
        QTest::newRow("after more") << 31 * day << u"says 23 Dec 2026, 31 day"_s;
    }
    void aClockFarFromWhatWasDoneLastIsAskedAbout()
    {
        QFETCH(const qint64, after);
        QFETCH(const QString, sentence);
        Starts starts;
        const QString said = starts.startAfter(after);
        QVERIFY2(sentence.isEmpty() ? said.isEmpty() : said.contains(sentence), qPrintable(said));
    }

    void itIsAskedOnce()
    {
        Starts starts;
        QVERIFY(!starts.startAfter(40 * day).isEmpty());
        support::clickOn(*starts.window, u"noticeAction"_s);
        QTRY_VERIFY(starts.notice().isEmpty());
        QVERIFY(starts.startAfter(day).isEmpty());
        starts.library.workspace.finish(u"base"_s); // and what is done then is what the next clock is held against
        QVERIFY(starts.startAfter(day).isEmpty());
        QVERIFY(!starts.startAfter(-3 * day).isEmpty());
    }

    void whoGoesOnIsNotAskedAgain()
    {
        Starts starts;
        QVERIFY(!starts.startAfter(-3 * day).isEmpty());
        starts.library.workspace.finish(u"base"_s);
        QVERIFY(starts.startAfter(0).isEmpty());
    }

    void aJumpWhileTheWindowStandsOpenIsAskedAbout_data()
    {
        QTest::addColumn<qint64>("by"); // milliseconds
        QTest::addColumn<bool>("isTurnedTo");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("a minute") << hour / 60 << false << QString();
        QTest::newRow("a night of sleep") << 9 * hour << true << QString();
        QTest::newRow("a month of sleep") << 30 * day << true << QString();
        QTest::newRow("less than a day back") << -23 * hour << false << QString();
        QTest::newRow("more than a day back") << -25 * hour << false << u"but the newest entry here is of"_s;
        QTest::newRow("to 1970") << -support::ClockedLibrary::sunday << true << u"but the newest entry here is of"_s;
        QTest::newRow("more than a month ahead") << 31 * day << true << u"says 23 Dec 2026, 31 day"_s;
        QTest::newRow("to 2100") << 26'700 * day << false << u"26700 day"_s;
    }
    void aJumpWhileTheWindowStandsOpenIsAskedAbout()
    {
        QFETCH(const qint64, by);
        QFETCH(const bool, isTurnedTo);
        QFETCH(const QString, sentence);
        Starts starts;
        QVERIFY(starts.startAfter(0).isEmpty());
        const domain::JournalStamp before = *starts.library.workspace->journalStamp();
        const QString said = starts.goOn(by, isTurnedTo);
        QVERIFY2(sentence.isEmpty() ? said.isEmpty() : said.contains(sentence), qPrintable(said));
        QCOMPARE(starts.library.workspace->journalStamp()->newest, before.newest); // nothing is put off or moved by it
    }

    void aJumpIsAskedAboutOnce()
    {
        Starts starts;
        QVERIFY(starts.startAfter(0).isEmpty());
        QVERIFY(!starts.goOn(40 * day).isEmpty());
        starts.closeNotice();
        for (int minutes = 0; minutes < 5; ++minutes) {
            QVERIFY(starts.goOn(hour / 60, minutes % 2 == 0).isEmpty());
        }
        QVERIFY(!starts.goOn(-80 * day).isEmpty()); // and another one again
    }

    void aClockThatIsRightAgainTakesTheQuestionBack()
    {
        Starts starts;
        QVERIFY(starts.startAfter(0).isEmpty());
        QVERIFY(!starts.goOn(-40 * day).isEmpty());
        QVERIFY(!starts.goOn(hour).isEmpty()); // while it is wrong the question stands
        QVERIFY(starts.goOn(40 * day - hour, true).isEmpty());
    }

    void whatWasBelievedBeforeIsBelievedUntilTheNextJump()
    {
        Starts starts;
        QVERIFY(!starts.startAfter(40 * day).isEmpty());
        support::clickOn(*starts.window, u"noticeAction"_s);
        QTRY_VERIFY(starts.notice().isEmpty());
        QVERIFY(starts.goOn(20 * day, true).isEmpty());
        QVERIFY(!starts.goOn(-70 * day, true).isEmpty());
        support::clickOn(*starts.window, u"noticeAction"_s);
        QTRY_VERIFY(starts.notice().isEmpty());
        QVERIFY(starts.startAfter(0).isEmpty()); // nor by the next start
    }

    void daysThatGoByOneByOneAreNoJump()
    {
        Starts starts;
        QVERIFY(starts.startAfter(0).isEmpty());
        for (int days = 0; days < 60; ++days) {
            QVERIFY(starts.goOn(day, true).isEmpty());
        }
    }
};

QTEST_MAIN(tst_ClockNotice)
#include "tst_ClockNotice.moc"
