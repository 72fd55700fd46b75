// SPDX-License-Identifier: GPL-3.0-or-later
#include <WindowFixture.h>

#include <domain/StudyEdits.h>
#include <resources/Resources.h>

#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace waymark;
using ui::PageId;

namespace {

struct Window : support::WindowFixture
{
    using WindowFixture::WindowFixture;

    /// Through which parts of the window the key goes, from the first button of the rail until it is there again.
    [[nodiscard]] QStringList regionsByTab(Qt::Key key) const
    {
        constexpr int most = 200;
        QStringList regions;
        auto* start = find<QWidget>(u"rail.go.today"_s);
        start->setFocus();
        for (int i = 0; i < most && (i == 0 || window->focusWidget() != start); ++i) {
            const QWidget* focus = window->focusWidget();
            const QString region = find<QWidget>(u"rail"_s)->isAncestorOf(focus) ? u"rail"_s
                : find<QWidget>(u"studyClock"_s)->isAncestorOf(focus)            ? u"studyClock"_s
                                                                                 : u"page"_s;
            if (regions.isEmpty() || regions.back() != region) {
                regions.append(region);
            }
            QTest::keyClick(window->focusWidget(), key);
        }
        if (regions.size() > 1 && regions.back() == regions.front()) {
            regions.removeLast(); // backwards it comes to the rest of the rail at the end
        }
        return regions;
    }
};

} // namespace

/// Where the keys of the window go.
class tst_WindowFocus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { resources::initialise(); }

    void theFocusOfTheRailIsWhereItsMarkIs()
    {
        Window w;
        w.find<QWidget>(u"rail.go.today"_s)->setFocus();
        w.trigger("go.plan"); // by its shortcut
        QCOMPARE(w.window->focusWidget()->objectName(), u"rail.go.plan"_s);
        w.find<QWidget>(u"rail.view.theme.next"_s)->setFocus(); // no page
        w.trigger("go.today");
        QCOMPARE(w.window->focusWidget()->objectName(), u"rail.view.theme.next"_s);
    }

    void theTabKeyGoesFromTheRailThroughThePageToTheWatch_data()
    {
        QTest::addColumn<ui::Place>("place");
        QTest::newRow("the page of the start") << ui::Place { PageId::Today, {}, {} };
        QTest::newRow("a page that is made later") << ui::Place { PageId::Plan, {}, u"hours"_s };
    }

    void theTabKeyGoesFromTheRailThroughThePageToTheWatch()
    {
        QFETCH(ui::Place, place);
        Window w;
        QVERIFY(w.f.workspace->apply(domain::startTimer(w.f.workspace->context(), u"base"_s)));
        QVERIFY(QTest::qWaitForWindowActive(w.window.get()));
        w.window->go(place);
        QCOMPARE(w.regionsByTab(Qt::Key_Tab), QStringList({ u"rail"_s, u"page"_s, u"studyClock"_s }));
        QCOMPARE(w.regionsByTab(Qt::Key_Backtab), QStringList({ u"rail"_s, u"studyClock"_s, u"page"_s }));
    }

    void aNewWindowHasItsFocusInThePage()
    {
        const Window w;
        QVERIFY(QTest::qWaitForWindowActive(w.window.get()));
        const QWidget* page = w.find<QWidget>(u"todayPage"_s);
        QVERIFY(page->isAncestorOf(w.window->focusWidget()));
        QTest::keyClick(w.window->focusWidget(), Qt::Key_Tab);
        QVERIFY(page->isAncestorOf(w.window->focusWidget()));
    }

    void aWindowThatOpensOnASkillHasItsKeysOnNoButton()
    {
        Window w;
        w.window->go({ PageId::Skill, u"base"_s, {} });
        w.window->close();
        w.open();
        QCOMPARE(w.window->focusWidget()->objectName(), u"skillPage"_s);
    }

    void theKeysOfALessonThatIsOpenedGoToReading()
    {
        Window w;
        QVERIFY(QTest::qWaitForWindowActive(w.window.get()));
        w.find<QWidget>(u"open.base"_s)->setFocus();
        w.trigger("go.palette");
        auto* query = w.find<QLineEdit>(u"paletteQuery"_s);
        QTest::keyClicks(query, u"base"_s);
        QTest::keyClick(query, Qt::Key_Return);
        QVERIFY(w.window->windowTitle().contains(u"Base"_s));
        QCOMPARE(w.window->focusWidget()->objectName(), u"skillPage"_s); // there is no lesson yet
        const domain::Progress before = w.f.workspace->progress();
        QTest::keyClick(w.window->focusWidget(), Qt::Key_Return);
        QCOMPARE(w.f.workspace->progress(), before);
    }

    void theTabKeyGoesThroughTodayAsItStands()
    {
        Window w;
        QVERIFY(QTest::qWaitForWindowActive(w.window.get()));
        QVERIFY(w.f.workspace->apply(domain::finishSkill(w.f.workspace->context(), u"base"_s))); // other cards than at first
        std::vector<QPoint> places;
        w.find<QWidget>(u"rail.view.theme.next"_s)->setFocus();
        QTest::keyClick(w.window->focusWidget(), Qt::Key_Tab);
        for (QWidget* first = w.window->focusWidget(); w.find<QWidget>(u"todayPage"_s)->isAncestorOf(w.window->focusWidget());) {
            const QPoint at = w.window->focusWidget()->mapTo(w.window.get(), QPoint());
            places.emplace_back(at.y(), at.x()); // from the top down
            QTest::keyClick(w.window->focusWidget(), Qt::Key_Tab);
            QVERIFY(w.window->focusWidget() != first);
        }
        QVERIFY(places.size() > 4);
        QVERIFY(std::ranges::is_sorted(places, {}, [](const QPoint& at) { return std::pair(at.x(), at.y()); }));
    }
};

QTEST_MAIN(tst_WindowFocus)
#include "tst_WindowFocus.moc"
