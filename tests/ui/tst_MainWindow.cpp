// SPDX-License-Identifier: GPL-3.0-or-later
#include <ModalDialogs.h>
#include <ReviewedLibrary.h>
#include <WorkspaceFixture.h>

#include <domain/AtomicFile.h>
#include <exchange/PlanWriter.h>
#include <resources/Resources.h>
#include <session/PlanMaking.h>
#include <ui/print/PlanExports.h>
#include <ui/setup/GoalDialog.h>
#include <ui/setup/LibraryProblem.h>
#include <ui/theme/Theme.h>
#include <ui/window/FileImports.h>
#include <ui/window/MainWindow.h>
#include <ui/window/NoticeBar.h>

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace waymark;
using ui::PageId;

namespace {

/// The window over a workspace, with settings of its own.
struct Window
{
    support::WorkspaceFixture f;
    QTemporaryDir home;
    QSettings settings { home.filePath(u"settings.ini"_s), QSettings::IniFormat };
    ui::WindowSettings windowSettings { settings };
    ui::Theme theme { *qApp };
    std::unique_ptr<ui::MainWindow> window;

    explicit Window(const domain::Course& course = support::graphCourse())
        : f(course)
    {
        open();
    }
    void open()
    {
        window = std::make_unique<ui::MainWindow>(*f.workspace, theme, windowSettings);
        window->show();
    }
    void trigger(const char* id) { window->actions()[id]->trigger(); }
    template <class T> T* find(const QString& name) const
    {
        T* found = window->findChild<T*>(name);
        if (found == nullptr) {
            qFatal("there is no %s", qPrintable(name));
        }
        return found;
    }
    void click(const QString& name) { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    [[nodiscard]] QString notice() const { return find<ui::NoticeBar>(u"noticeBar"_s)->text(); }
};

/// Runs `use` on the dialog that the next call opens.
template <class Use> void onNextDialog(Use use)
{
    QTimer::singleShot(0, qApp, [use] {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr) {
            qFatal("no dialog came");
        }
        use(dialog);
    });
}

/// The same for the preview of a file, which comes when a worker has read it. It has been answered when this returns.
template <class Use> void onPreview(Window& w, const QString& file, Use use)
{
    bool isAnswered = false;
    support::whenDialogIsUp(u"importPreview"_s, [use, &isAnswered](QDialog& preview) {
        use(&preview);
        isAnswered = true;
    });
    w.window->openFiles({ file });
    QTRY_VERIFY(isAnswered);
}

QString reviewFile(const QTemporaryDir& folder, const session::Workspace& workspace)
{
    const QString path = folder.filePath(u"ada.wayreview"_s);
    if (!domain::writeFileAtomically(path, exchange::reviewToJson(support::reviewOf(workspace)))) {
        qFatal("the review cannot be written");
    }
    return path;
}

} // namespace

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
        const auto toggle = [&w](const QString& name) {
            QAccessible::queryAccessibleInterface(w.find<QAbstractButton>(name))
                ->actionInterface()
                ->doAction(QAccessibleActionInterface::toggleAction());
        };
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
        onNextDialog([&said](QDialog* dialog) {
            said = static_cast<QMessageBox*>(dialog)->informativeText();
            dialog->reject();
        });
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
        onNextDialog([&opened](QDialog* dialog) {
            opened = dialog->objectName();
            dialog->reject();
        });
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
        onNextDialog([&texts](QDialog* dialog) {
            const QList<QLabel*> labels = dialog->findChildren<QLabel*>();
            for (const QLabel* label : labels) {
                texts.append(label->text());
            }
            dialog->reject();
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
        QVERIFY(w.notice().contains(u"read-only"_s));
    }

    void aPlanDroppedOnTheWindowIsShownBeforeItIsTaken()
    {
        const QTemporaryDir folder;
        const QString plan = folder.filePath(u"plan.json"_s);
        {
            Window ahead;
            ahead.window->go({ PageId::Skill, u"base"_s, {} });
            ahead.trigger("skill.finish");
            const auto bytes = ui::exportPlan(*ahead.f.workspace, u"json"_s);
            QVERIFY(bytes && ui::writeExport(plan, *bytes, false));
        }
        Window w;
        QMimeData dragged;
        dragged.setUrls({ QUrl::fromLocalFile(plan) });
        QDragEnterEvent enter({}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(w.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(w.window.get(), &drop);
        QVERIFY(w.f.workspace->stateOf(u"base"_s) == learning::SkillState::Ready);
        support::whenDialogIsUp(u"importPreview"_s,
            [](QDialog& preview) { QTest::mouseClick(preview.findChild<QAbstractButton*>(u"importAccept"_s), Qt::LeftButton); });
        QTRY_VERIFY(w.f.workspace->stateOf(u"base"_s) == learning::SkillState::Practised);
        w.trigger("edit.undo");
        QVERIFY(w.f.workspace->stateOf(u"base"_s) == learning::SkillState::Ready);
    }

    void aReviewIsShownBeforeItIsTakenInAndThenRead()
    {
        const QTemporaryDir folder;
        Window w;
        const QString file = reviewFile(folder, *w.f.workspace);
        onPreview(w, file, [](QDialog* preview) {
            const QString said = static_cast<QMessageBox*>(preview)->informativeText();
            QVERIFY2(said.contains(u"Not signed"_s) && said.contains(u"1 decision"_s) && said.contains(u"2 comment"_s), qPrintable(said));
            preview->reject();
        });
        QVERIFY(w.f.workspace->progress().reviews().isEmpty());
        onPreview(
            w, file, [](QDialog* preview) { QTest::mouseClick(preview->findChild<QAbstractButton*>(u"importAccept"_s), Qt::LeftButton); });
        QTRY_COMPARE(w.f.workspace->progress().reviews().size(), 1);
        QTRY_VERIFY(w.find<QWidget>(u"mentorPage"_s)->isVisible());
        QCOMPARE(w.find<QLabel>(u"review.name"_s)->text(), u"Ada Example"_s);
        QCOMPARE(w.window->focusWidget()->objectName(), u"reviews.list"_s); // its keys work at once
        w.window->go({ PageId::Today, {}, {} });
        w.window->openFiles({ file }); // the same again: no question, no change
        QTRY_VERIFY(w.notice().contains(u"already"_s));
        QVERIFY(w.find<QWidget>(u"mentorPage"_s)->isVisible());
        w.trigger("edit.undo");
        QVERIFY(w.f.workspace->progress().reviews().isEmpty());
        QVERIFY(w.find<QWidget>(u"reviews.exportFirst"_s)->isVisible());
    }

    void aReviewThatCannotBeTakenIsSaidInTheNoticeBar()
    {
        const QTemporaryDir folder;
        Window w;
        const QString file = folder.filePath(u"broken.wayreview"_s);
        QVERIFY(domain::writeFileAtomically(file, "{ \"schema\": 1 }"));
        w.window->openFiles({ file });
        QTRY_VERIFY2(w.notice().contains(u"not a review that Waymark can read"_s), qPrintable(w.notice()));
        exchange::ReviewDocument other = support::reviewOf(*w.f.workspace);
        other.plan = support::secondReview;
        QVERIFY(domain::writeFileAtomically(file, exchange::reviewToJson(other)));
        w.window->openFiles({ file });
        QTRY_VERIFY2(w.notice().contains(u"answers another plan"_s), qPrintable(w.notice()));
        QVERIFY(w.f.workspace->progress().reviews().isEmpty());
    }

    void aPlanOfAnotherLearnerIsAnsweredOrImported()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"plan.json"_s);
        Window w;
        auto plan = session::planOf(*w.f.workspace);
        QVERIFY(plan);
        plan->plan = support::firstReview;
        plan->learner = u"Grace"_s;
        QVERIFY(domain::writeFileAtomically(file, exchange::planToJson(*plan)));
        const QSignalSpy answers(w.window->findChild<ui::FileImports*>(), &ui::FileImports::planToAnswer);
        onPreview(
            w, file, [](QDialog* preview) { QTest::mouseClick(preview->findChild<QAbstractButton*>(u"answerPlan"_s), Qt::LeftButton); });
        QTRY_COMPARE(answers.count(), 1);
        QCOMPARE(answers.first().first().toString(), file);
        onPreview(
            w, file, [](QDialog* preview) { QTest::mouseClick(preview->findChild<QAbstractButton*>(u"importAccept"_s), Qt::LeftButton); });
        QTRY_COMPARE(w.f.workspace->progress().learnerName(), u"Grace"_s);
        QCOMPARE(answers.count(), 1);
    }

    void whatIsNoFileIsNotTakenByADrop()
    {
        Window w;
        QMimeData dragged;
        dragged.setUrls({ QUrl(u"https://plans.example/plan.json"_s) });
        QDragEnterEvent enter({}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(w.window.get(), &enter);
        QVERIFY(!enter.isAccepted());
    }

    void anEmptyLibrarySaysWhatToDo()
    {
        Window w { domain::Course {} };
        QVERIFY(w.find<QAbstractButton>(u"emptyToday"_s)->isVisible());
    }

    void theGoalIsOneStepOfUndo()
    {
        Window w;
        ui::GoalDialog dialog(*w.f.workspace, ui::GoalDialog::Occasion::FirstRun);
        dialog.show();
        const auto press = [&dialog](const QString& name) { QTest::mouseClick(dialog.findChild<QAbstractButton*>(name), Qt::LeftButton); };
        dialog.findChild<QAbstractButton*>(u"milestone.whole"_s)->setChecked(true);
        press(u"goalNext"_s);
        dialog.findChild<QDoubleSpinBox*>(u"goalHours"_s)->setValue(7);
        dialog.findChild<QLineEdit*>(u"goalName"_s)->setText(u"Ada"_s);
        press(u"goalNext"_s);
        dialog.findChild<QCheckBox*>(u"choice.red"_s)->setChecked(true);
        press(u"goalNext"_s);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        const domain::Progress& progress = w.f.workspace->progress();
        QCOMPARE(progress.goal().milestone, u"whole"_s);
        QCOMPARE(progress.goal().hoursPerWeek, 7.0);
        QCOMPARE(progress.learnerName(), u"Ada"_s);
        QCOMPARE(progress.choices().value(u"colour"_s).members, QStringList { u"red"_s });
        QVERIFY(w.f.workspace->undo());
        QCOMPARE(progress, domain::Progress());
    }

    void skippedStepsChangeNothing()
    {
        Window w;
        ui::GoalDialog dialog(*w.f.workspace, ui::GoalDialog::Occasion::FirstRun);
        dialog.show();
        for (int step = 0; step < 3; ++step) {
            QTest::mouseClick(dialog.findChild<QAbstractButton*>(u"goalSkip"_s), Qt::LeftButton);
        }
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(w.f.workspace->progress(), domain::Progress());
        QVERIFY(!w.f.workspace->nextUndo());
    }

    void aMissingLibraryIsOfferedWhatCanBeDone()
    {
        const ui::LibraryProblem problem(
            u"/nowhere/library.waymark"_s, { domain::ErrorCode::LibraryMissing, u"/nowhere/library.waymark"_s, {} });
        QVERIFY(problem.findChild<QLabel*>(u"problemText"_s)->text().contains(u"/nowhere/library.waymark"_s));
        for (const QString& name : { u"problemRetry"_s, u"problemLocate"_s, u"problemRestore"_s, u"problemCreate"_s, u"problemQuit"_s }) {
            QVERIFY2(problem.findChild<QAbstractButton*>(name) != nullptr, qPrintable(name));
        }
        QVERIFY(problem.findChild<QAbstractButton*>(u"problemReadOnly"_s) == nullptr);
    }
};

QTEST_MAIN(tst_MainWindow)
#include "tst_MainWindow.moc"
