// SPDX-License-Identifier: GPL-3.0-or-later
#include <ClockedLibrary.h>
#include <ScreenParts.h>

#include <ui/theme/Theme.h>
#include <ui/window/MainWindow.h>
#include <ui/window/NoticeBar.h>

#include <QSettings>
#include <QTemporaryDir>

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
};

QTEST_MAIN(tst_ClockNotice)
#include "tst_ClockNotice.moc"
