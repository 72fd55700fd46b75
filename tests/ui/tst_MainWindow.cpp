// SPDX-License-Identifier: GPL-3.0-or-later
#include <ScreenReader.h>
#include <WindowFixture.h>

#include <domain/StudyEdits.h>
#include <resources/Resources.h>
#include <ui/today/TodayPage.h>

#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QToolButton>

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;
using namespace waymark;
using ui::PageId;
using Window = support::WindowFixture;

class tst_MainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { resources::initialise(); }

    void todayShowsTheStepsAndLeadsToTheirLessons()
    {
        Window w;
        QVERIFY(w.find<QWidget>(u"todayPage"_s)->isVisible());
        w.click(u"open.base"_s);
        QVERIFY(!w.find<QWidget>(u"todayPage"_s)->isVisible());
        QVERIFY(w.window->windowTitle().contains(u"Base"_s));
        w.trigger("go.back");
        QVERIFY(w.find<QWidget>(u"todayPage"_s)->isVisible());
        w.trigger("go.forward");
        QVERIFY(w.window->windowTitle().contains(u"Base"_s));
    }

    void aScreenReaderGoesToAPageByTogglingItsButton()
    {
        Window w;
        const auto toggle = [&w](const QString& name) { support::pressByReader(*w.find<QAbstractButton>(name)); };
        toggle(u"rail.go.map"_s);
        QVERIFY(w.find<QWidget>(u"mapPage"_s)->isVisible());
        toggle(u"rail.go.map"_s); // the page stays, and so does its mark
        QVERIFY(w.find<QWidget>(u"mapPage"_s)->isVisible());
        QVERIFY(w.find<QAbstractButton>(u"rail.go.map"_s)->isChecked());
        toggle(u"button.map.outline"_s);
        QVERIFY(w.find<QWidget>(u"outline"_s)->isVisible());
    }

    void whileTheCourseIsPreparedNothingElseIsOffered()
    {
        Window w;
        w.window->setPreparing(true);
        QVERIFY(w.find<QWidget>(u"waiting"_s)->isVisible());
        QVERIFY(!w.find<QWidget>(u"todayPage"_s)->isVisible());
        QVERIFY(!w.find<QWidget>(u"rail"_s)->isEnabled());
        w.trigger("go.map"); // a shortcut; the page comes when it has something to show
        QVERIFY(w.find<QWidget>(u"waiting"_s)->isVisible());
        w.window->setPreparing(false);
        QVERIFY(w.find<QWidget>(u"mapPage"_s)->isVisible());
        QVERIFY(w.find<QWidget>(u"rail"_s)->isEnabled());
        QVERIFY(w.window->findChild<QWidget*>(u"waiting"_s) == nullptr);
    }

    void aboutNamesTheLicencesAndTheCourse()
    {
        Window w;
        QString said;
        support::inDialog(*qApp, [&said](const QDialog& dialog) { said = static_cast<const QMessageBox&>(dialog).informativeText(); });
        w.trigger("help.about");
        QVERIFY(said.contains(u"GPL"_s) && said.contains(u"CC BY-SA"_s));
        QVERIFY(said.contains(u"Graph, version 1.0"_s));
    }

    void aWindowThatIsNeverClosedComesBackWhereItWas()
    {
        Window w;
        w.window->go({ PageId::Map, u"top"_s, {} });
        w.window->go({ PageId::Skill, u"base"_s, {} });
        w.window.reset(); // as when the session of the desktop ends: no close event
        w.open();
        QVERIFY(w.window->windowTitle().contains(u"Base"_s));
        w.click(u"rail.go.map"_s);
        QVERIFY(w.find<QWidget>(u"mapPage"_s)->isVisible());
    }

    void theSkillMenuEditsWhatIsShownAndUndoNamesTheStep()
    {
        Window w;
        w.window->go({ PageId::Skill, u"base"_s, {} });
        w.trigger("skill.finish");
        QVERIFY(w.f.workspace->stateOf(u"base"_s) == learning::SkillState::Practised);
        QVERIFY(w.window->actions()["edit.undo"]->text().contains(u"Base"_s));
        QVERIFY(w.notice().contains(u"Base"_s));
        w.click(u"noticeAction"_s); // the notice offers to undo
        QVERIFY(w.f.workspace->stateOf(u"base"_s) == learning::SkillState::Ready);
        QVERIFY(w.window->actions()["edit.redo"]->text().contains(u"Base"_s));
        w.click(u"noticeAction"_s); // and then to do it again
        QVERIFY(w.f.workspace->stateOf(u"base"_s) == learning::SkillState::Practised);
    }

    /// Its button is one of the window: it would take back something else than the notice says.
    void aNoticeThatOffersToUndoGoesWithTheNextEdit()
    {
        Window w;
        w.window->go({ PageId::Skill, u"base"_s, {} });
        w.trigger("skill.finish");
        QVERIFY(w.f.workspace->apply(domain::writeNote(w.f.workspace->context(), u"base"_s, u"A thought"_s)));
        QTRY_COMPARE(w.notice(), QString());
        w.trigger("edit.undo");
        QVERIFY(w.notice().contains(u"Base"_s));
        QCoreApplication::processEvents();
        QVERIFY2(w.find<QWidget>(u"noticeBar"_s)->isVisible(), "what was undone is said after the edit that undoes it");
        QVERIFY(w.f.workspace->apply(domain::writeNote(w.f.workspace->context(), u"base"_s, u"Another one"_s)));
        QTRY_VERIFY2(!w.find<QWidget>(u"noticeBar"_s)->isVisible(), "nothing is left to redo");
    }

    void theButtonOfANoticeHasNoMenuOfEarlierOffers()
    {
        Window w;
        w.window->go({ PageId::Skill, u"base"_s, {} });
        w.trigger("skill.finish");
        w.click(u"noticeAction"_s);
        QCOMPARE(w.find<QToolButton>(u"noticeAction"_s)->actions(), QList<QAction*> { w.window->actions()["edit.redo"] });
    }

    void aLockedSkillOpensWithOneClickAndThatIsRecorded()
    {
        Window w;
        w.window->go({ PageId::Skill, u"top"_s, {} });
        w.trigger("skill.start");
        QVERIFY(w.f.workspace->progress().skill(u"top"_s).mark->overLock);
    }

    void aFailedEditIsSaidInTheNoticeBar()
    {
        Window w;
        w.window->go({ PageId::Skill, u"base"_s, {} });
        w.f.store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library.waymark"_s, {} });
        w.trigger("skill.finish");
        QVERIFY(w.notice().contains(u"library.waymark"_s));
        QVERIFY(w.f.workspace->stateOf(u"base"_s) == learning::SkillState::Ready);
    }

    void thePaletteGoesToASkillByKeys()
    {
        Window w;
        w.trigger("go.palette");
        auto* query = w.find<QLineEdit>(u"paletteQuery"_s);
        QVERIFY(query->isVisible());
        QTest::keyClicks(query, u"middle"_s);
        QTest::keyClick(query, Qt::Key_Return);
        QVERIFY(!query->isVisible());
        QVERIFY(w.window->windowTitle().contains(u"Middle"_s));
    }

    void thePaletteLeavesWithEscapeAndDoesActions()
    {
        Window w;
        w.trigger("go.palette");
        auto* query = w.find<QLineEdit>(u"paletteQuery"_s);
        QTest::keyClick(query, Qt::Key_Escape);
        QVERIFY(!query->isVisible());
        w.trigger("go.palette");
        QTest::keyClicks(query, u"map"_s);
        auto* results = w.find<QListView>(u"paletteResults"_s);
        QVERIFY(results->model()->rowCount() >= 1);
        QTest::keyClick(query, Qt::Key_Return);
        QVERIFY(w.find<QWidget>(u"mapPage"_s)->isVisible());
    }

    void thePaletteFindsTheActsOfThePage()
    {
        Window w;
        w.trigger("go.recall");
        w.trigger("go.palette");
        auto* query = w.find<QLineEdit>(u"paletteQuery"_s);
        QTest::keyClicks(query, u"how recall asks"_s);
        QString opened;
        support::inDialog(*qApp, [&opened](const QDialog& dialog) { opened = dialog.objectName(); });
        QTest::keyClick(query, Qt::Key_Return);
        QCOMPARE(opened, u"recallOptions"_s);
    }

    void theListOfCardsIsAPlaceOfTheHistory()
    {
        Window w;
        w.trigger("go.recall");
        w.window->findChild<QAction*>(u"recall.cards"_s)->trigger();
        QVERIFY(w.find<QWidget>(u"cardSheet"_s)->isVisible());
        w.trigger("go.back");
        QVERIFY(!w.find<QWidget>(u"cardSheet"_s)->isVisible());
        w.trigger("go.forward");
        QVERIFY(w.find<QWidget>(u"cardSheet"_s)->isVisible());
    }

    void themesSwitchLiveAndAreRemembered()
    {
        Window w;
        w.trigger("view.theme.light");
        const QColor light = QApplication::palette().color(QPalette::Window);
        w.trigger("view.theme.dark");
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 80);
        QVERIFY(w.windowSettings.theme() == ui::Theme::Choice::Dark);
        w.trigger("view.theme.light");
        QCOMPARE(QApplication::palette().color(QPalette::Window), light);
    }

    void theSheetListsEveryShortcut()
    {
        Window w;
        QStringList texts;
        support::inDialog(*qApp, [&texts](const QDialog& dialog) {
            const QList<QLabel*> labels = dialog.findChildren<QLabel*>();
            for (const QLabel* label : labels) {
                texts.append(label->text());
            }
        });
        w.trigger("help.shortcuts");
        for (const QAction* action : w.window->actions().all()) {
            if (!action->shortcuts().isEmpty()) {
                QVERIFY2(texts.contains(action->iconText()), qPrintable(action->iconText()));
            }
        }
    }

    void aRestartComesBackToTheSamePlace()
    {
        Window w;
        w.window->go({ PageId::Skill, u"middle"_s, {} });
        w.window->resize(1111, 777);
        w.window->close();
        w.open();
        QVERIFY(w.window->windowTitle().contains(u"Middle"_s));
        QCOMPARE(w.window->size(), QSize(1111, 777));
    }

    void closingWouldLoseANoteIsSaidOnceAndThenClosed()
    {
        Window w;
        w.window->go({ PageId::Skill, u"middle"_s, {} });
        w.f.store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
        w.find<QPlainTextEdit>(u"note"_s)->setPlainText(u"Not to be lost"_s);
        w.window->go({ PageId::Skill, u"base"_s, {} });
        QVERIFY(!w.window->close());
        QVERIFY(w.window->isVisible());
        QVERIFY2(w.notice().contains(u"Middle"_s), qPrintable(w.notice()));
        QVERIFY(w.window->close());
    }

    void closingAgainSavesANoteThatCanBeSavedByThen()
    {
        Window w;
        w.window->go({ PageId::Skill, u"middle"_s, {} });
        w.f.store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
        w.find<QPlainTextEdit>(u"note"_s)->setPlainText(u"Not to be lost"_s);
        w.window->go({ PageId::Skill, u"base"_s, {} });
        QVERIFY(!w.window->close());
        w.f.store->failWith({});
        QVERIFY(w.window->close());
        const auto& note = w.f.workspace->progress().skill(u"middle"_s).note;
        QVERIFY(note && note->text == u"Not to be lost"_s);
    }

    void aReadOnlyLibraryOffersNoEdits()
    {
        Window w;
        w.window->close();
        w.f.store->setReadOnly(true);
        w.open();
        w.window->go({ PageId::Skill, u"base"_s, {} });
        QVERIFY(!w.window->actions()["skill.start"]->isEnabled());
        QVERIFY(!w.window->actions()["file.import"]->isEnabled());
        QVERIFY(w.window->actions()["file.export.json"]->isEnabled());
        const auto* banner = support::childOf<QLabel>(*w.window, u"readOnlyBanner"_s);
        QVERIFY(banner->isVisible() && banner->text().contains(u"read-only"_s));
    }

    void whoBringsACourseMayBeReplacedMeanwhile()
    {
        Window w { domain::Course {} };
        auto bringing = std::make_shared<int>();
        const std::weak_ptr<int> seen = bringing;
        bool wasThere = false;
        w.window->offerCourse([&w, &seen, &wasThere, mine = std::move(bringing)] {
            const auto& [its, isThere] = std::tie(seen, wasThere); // outlive what follows, as nothing that was captured may
            w.window->offerCourse({});
            isThere = !its.expired();
        });
        Q_EMIT w.window->findChild<ui::TodayPage*>()->courseRequested();
        QVERIFY(wasThere && seen.expired());
    }

    void anEmptyLibrarySaysWhatToDo()
    {
        Window w { domain::Course {} };
        QVERIFY(w.find<QAbstractButton>(u"emptyToday"_s)->isVisible());
    }
};

QTEST_MAIN(tst_MainWindow)
#include "tst_MainWindow.moc"
