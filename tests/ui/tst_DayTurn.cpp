// SPDX-License-Identifier: GPL-3.0-or-later
#include <PlanScreen.h>

#include <ui/theme/Theme.h>
#include <ui/window/MainWindow.h>

#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace waymark;
using ui::PageId;

namespace {

constexpr qint64 day = 86'400'000;

/// The window over a plan, with a clock that a test sets.
struct Screen : support::PlanScreen
{
    QTemporaryDir home;
    QSettings stored { home.filePath(u"settings.ini"_s), QSettings::IniFormat };
    ui::WindowSettings settings { stored };
    ui::Theme theme { *qApp };
    ui::MainWindow window { *workspace, theme, settings };
    int days = 0; ///< that were told of

    explicit Screen(PageId page = PageId::Today, const QString& section = {})
    {
        QObject::connect(
            &*workspace, &session::Workspace::changed, &window, [this](const session::Changes& changes) { days += changes.day; });
        window.show();
        window.go({ page, {}, section });
        settle();
    }
    void turnTo(QEvent::Type type = QEvent::WindowActivate)
    {
        QEvent event(type);
        QCoreApplication::sendEvent(&window, &event);
        settle();
    }
    void letAMinutePass()
    {
        auto& minute = *support::childOf<QTimer>(window, u"dayTurn.minute"_s);
        QTimerEvent event(minute.timerId());
        QCoreApplication::sendEvent(&minute, &event);
        settle();
    }
};

} // namespace

class tst_DayTurn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWindowThatIsTurnedToTellsOfANewDayOnce()
    {
        Screen s;
        s.turnTo();
        s.letAMinutePass();
        QCOMPARE(s.days, 0);
        s.now += day;
        s.turnTo();
        s.turnTo();
        s.letAMinutePass();
        QCOMPARE(s.days, 1);
    }

    void aWindowThatStandsOpenTellsOfANewDayWithinAMinute()
    {
        Screen s;
        s.now += day;
        s.letAMinutePass();
        QCOMPARE(s.days, 1);
        QVERIFY(support::childOf<QTimer>(s.window, u"dayTurn.minute"_s)->isActive());
        QCOMPARE(support::childOf<QTimer>(s.window, u"dayTurn.minute"_s)->interval(), 60'000);
    }

    void aWindowThatIsShownAgainTellsOfANewDay()
    {
        Screen s;
        s.window.hide();
        s.now += day;
        s.window.show();
        QCOMPARE(s.days, 1);
    }

    void thePageThatIsOpenGoesOnToTheNewDay_data()
    {
        QTest::addColumn<PageId>("page");
        QTest::addColumn<QString>("section");
        QTest::addColumn<QString>("name");
        QTest::newRow("today") << PageId::Today << QString() << u"today.forecast"_s;
        QTest::newRow("schedule") << PageId::Plan << u"schedule"_s << u"plan.p50"_s;
        QTest::newRow("progress") << PageId::Progress << u"way"_s << u"progress.summary"_s;
    }

    void thePageThatIsOpenGoesOnToTheNewDay()
    {
        QFETCH(PageId, page);
        QFETCH(QString, section);
        QFETCH(QString, name);
        Screen s(page, section);
        s.workspace.finish(u"base"_s);
        Screen::settle();
        const QString before = support::textIn(s.window, name);
        s.now += 14 * day;
        s.turnTo();
        QVERIFY(support::textIn(s.window, name) != before);
        s.turnTo(); // not again
        QCOMPARE(s.days, 1);
    }
};

QTEST_MAIN(tst_DayTurn)
#include "tst_DayTurn.moc"
