// SPDX-License-Identifier: GPL-3.0-or-later
// Files are read on a worker: the window goes on, and what is cancelled has changed nothing.
#include <HeldWorkers.h>
#include <MentorWindow.h>
#include <ModalDialogs.h>
#include <Noise.h>
#include <ReviewedLibrary.h>
#include <Slowness.h>
#include <SmallCourse.h>

#include <exchange/PlanLimits.h>
#include <session/PlanMaking.h>
#include <ui/window/AboutBox.h>
#include <ui/window/Actions.h>
#include <ui/window/FileImports.h>
#include <ui/print/PlanExports.h>

#include <QAbstractButton>
#include <QAction>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;
using support::clickOn;
using support::HeldWorkers;
using support::MentorWindow;
using support::whenDialogIsUp;

namespace {

const int patience = 60'000 * support::slowness(); // milliseconds

struct Imports : MentorWindow
{
    QSignalSpy edits { library.workspace.get(), &session::Workspace::changed };

    Imports() { open(); }

    /// The plan of a library in which one skill more is done, as a page, and a review of this library's plan.
    QString page() const
    {
        support::WorkspaceFixture ahead;
        ahead.finish(u"base"_s);
        return put(u"plan.html"_s, ui::exportPlan(*ahead.workspace, u"plan"_s).value());
    }
    QString review() const { return put(u"ada.wayreview"_s, exchange::reviewToJson(support::reviewOf(*library.workspace))); }
    QString put(const QString& name, const QByteArray& bytes) const
    {
        if (!domain::writeFileAtomically(path(name), bytes)) {
            qFatal("the file of a test cannot be written");
        }
        return path(name);
    }
    void waitForTheNotice() const { QTRY_VERIFY2(isShown(u"noticeProgress"_s), qPrintable(notice())); }
};

/// A plan as large as one may be, nearly all of it evidence.
QByteArray largestPlan(const session::Workspace& workspace)
{
    exchange::PlanDocument plan = session::planOf(workspace).value();
    plan.plan = support::secondReview;
    plan.learner = u"Grace"_s;
    constexpr qsizetype piece = 60'000;
    exchange::PlanItem item { u"heavy"_s, u"A heavy item"_s, {}, {}, {} };
    for (int i = 0; i < exchange::limits::jsonBytes / piece - 20; ++i) {
        item.evidence.push_back(
            { u"e-%1"_s.arg(i), { domain::EvidenceKind::Note, QString(piece, u'x'), support::WorkspaceFixture::now }, {} });
    }
    plan.skills.front().checklist.push_back(std::move(item));
    plan.revision = exchange::revisionOf(plan);
    return exchange::planToJson(plan);
}

/// The labels of a box that could take a text for markup, or open what it names; empty for none.
QString richLabels(const QDialog& box)
{
    QStringList rich;
    const auto labels = box.findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        if (label->textFormat() != Qt::PlainText || label->openExternalLinks()) {
            rich.append(label->objectName());
        }
    }
    return labels.isEmpty() ? u"no labels"_s : rich.join(u' ');
}

} // namespace

class tst_FileImports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Answering changes nothing in the library.
    void whereNothingCanBeChangedAnothersPlanCanOnlyBeAnswered()
    {
        Imports f;
        exchange::PlanDocument plan = session::planOf(*f.library.workspace).value();
        plan.plan = support::secondReview;
        plan.learner = u"Grace"_s;
        plan.revision = exchange::revisionOf(plan);
        const QString file = f.put(u"grace.json"_s, exchange::planToJson(plan));
        f.library.store->setReadOnly(true);
        QStringList offered;
        whenDialogIsUp(u"importPreview"_s, [&offered](QDialog& box) {
            for (const auto* button : box.findChildren<QAbstractButton*>()) {
                offered.append(button->objectName());
            }
            clickOn(box, u"answerPlan"_s);
        });
        const QSignalSpy answered(f.window->findChild<ui::FileImports*>(), &ui::FileImports::planToAnswer);
        f.window->openFiles({ file });
        QTRY_COMPARE(answered.size(), 1);
        QVERIFY2(!offered.contains(u"importAccept"_s), qPrintable(offered.join(u' ')));
        f.window->openFiles({ f.review() });
        QTRY_VERIFY2(f.notice().startsWith(u"The library is open read-only"_s), qPrintable(f.notice()));
        QVERIFY(QApplication::activeModalWidget() == nullptr);
    }

    void whileAFileIsReadTheWindowAnswersAndCancelLeavesAllAsItWas_data()
    {
        QTest::addColumn<bool>("isPlan");
        QTest::newRow("a plan as a page") << true;
        QTest::newRow("a review") << false;
    }

    void whileAFileIsReadTheWindowAnswersAndCancelLeavesAllAsItWas()
    {
        QFETCH(bool, isPlan);
        Imports f;
        const QString file = isPlan ? f.page() : f.review();
        const domain::Progress before = f.library.workspace->progress();
        HeldWorkers held;
        f.window->openFiles({ file });
        f.waitForTheNotice();
        QVERIFY2(f.notice().contains(QFileInfo(file).fileName()), qPrintable(f.notice()));
        clickOn(*f.window, u"rail.go.recall"_s);
        QVERIFY(f.isShown(u"recallPage"_s));
        clickOn(*f.window, u"noticeAction"_s);
        QVERIFY2(f.notice().contains(u"Nothing was changed"_s), qPrintable(f.notice()));
        QVERIFY(!f.isShown(u"noticeProgress"_s));
        held.release();
        QCoreApplication::processEvents();
        QVERIFY(QApplication::activeModalWidget() == nullptr);
        QCOMPARE(f.library.workspace->progress(), before);
        QCOMPARE(f.edits.count(), 0);
        QVERIFY(f.isShown(u"recallPage"_s));
    }

    void whenItIsReadItsQuestionComes()
    {
        Imports f;
        HeldWorkers held;
        bool isAsked = false;
        whenDialogIsUp(u"importPreview"_s, [&isAsked](QDialog& preview) {
            isAsked = true;
            QTest::mouseClick(preview.findChild<QAbstractButton*>(u"importAccept"_s), Qt::LeftButton);
        });
        f.window->openFiles({ f.review() });
        f.waitForTheNotice();
        QVERIFY(!isAsked);
        held.release();
        QTRY_VERIFY(f.library.workspace->progress().reviews().size() == 1);
        QVERIFY(isAsked && !f.isShown(u"noticeProgress"_s));
        QVERIFY(f.isShown(u"reviewsPane"_s));
    }

    void anotherEditionSaysWhatMovesAndIsOneStepOfUndo()
    {
        Imports f;
        session::Workspace& workspace = *f.library.workspace;
        f.library.finish(u"base"_s);
        const domain::Course before = workspace.course();
        const domain::Progress progress = workspace.progress();
        const QString file = f.put(u"edition.waycourse"_s,
            support::SmallCourse {
                before.id.toUtf8(), "9.0", { { "ground", "The <b>ground</b>" }, { "more", "More" } }, { { "base", "ground" } } }
                .package());
        QString said;
        QString rich;
        whenDialogIsUp(u"importPreview"_s, [&](QDialog& preview) {
            said = qobject_cast<QMessageBox*>(&preview)->informativeText();
            rich = richLabels(preview);
            QTest::mouseClick(preview.findChild<QAbstractButton*>(u"importAccept"_s), Qt::LeftButton);
        });
        f.window->openFiles({ file });
        QTRY_COMPARE(workspace.course().version, u"9.0"_s);
        QCOMPARE(rich, QString());
        for (const QString& words : { u"Base → The <b>ground</b>."_s, u"Middle, Top"_s, u"undo"_s }) {
            QVERIFY2(said.contains(words), qPrintable(said));
        }
        QVERIFY(workspace.progress().skill(u"ground"_s).mark && !workspace.progress().skill(u"base"_s).mark);
        QAction* const undo = f.window->actions()["edit.undo"];
        QVERIFY2(undo->isEnabled() && undo->text().contains(u"Install the course \"A small course 9.0\""_s), qPrintable(undo->text()));
        QTest::mouseClick(f.window->findChild<QAbstractButton*>(u"noticeAction"_s), Qt::LeftButton);
        QVERIFY(workspace.course() == before && workspace.progress() == progress);
        f.window->actions()["edit.redo"]->trigger();
        QCOMPARE(workspace.course().version, u"9.0"_s);
    }

    void undoIsNotPromisedOfACourseThatIsTooLargeForIt()
    {
        Imports f;
        session::Workspace& workspace = *f.library.workspace;
        const QByteArray picture = support::noise(domain::courseStepBytes + 100'000);
        QVERIFY(workspace.installCourse({ workspace.course(), {}, { { u"images/large.png"_s, picture } }, u"large"_s }));
        f.library.finish(u"base"_s);
        const QString file = f.put(u"small.waycourse"_s, support::SmallCourse { "small", "2.0", { { "base", "Base" } } }.package());
        QString said;
        whenDialogIsUp(u"importPreview"_s, [&said](QDialog& preview) {
            said = qobject_cast<QMessageBox*>(&preview)->informativeText();
            QTest::mouseClick(preview.findChild<QAbstractButton*>(u"importAccept"_s), Qt::LeftButton);
        });
        f.window->openFiles({ file });
        QTRY_COMPARE(workspace.course().version, u"2.0"_s);
        QVERIFY2(said.contains(u"may not be able"_s) && !said.contains(u"One step"_s), qPrintable(said));
        QVERIFY2(f.notice().contains(u"undo cannot bring it back"_s), qPrintable(f.notice()));
        QVERIFY(!f.isShown(u"noticeAction"_s));
        QVERIFY(workspace.nextUndo()->kind == domain::EditKind::FinishSkill);
    }

    void filesAreAskedAboutOneAfterTheOther()
    {
        Imports f;
        QStringList asked;
        const auto answer = [&asked](QDialog& preview) {
            asked.append(preview.windowTitle());
            QTest::mouseClick(preview.findChild<QAbstractButton*>(u"importAccept"_s), Qt::LeftButton);
        };
        whenDialogIsUp(u"importPreview"_s, [&answer](QDialog& first) {
            whenDialogIsUp(u"importPreview"_s, answer);
            answer(first);
        });
        const QString broken = f.put(u"broken.json"_s, "{");
        f.window->openFiles({ f.review(), broken, f.page() });
        QTRY_COMPARE(asked.size(), 2);
        QTRY_VERIFY(f.library.workspace->stateOf(u"base"_s) == learning::SkillState::Practised);
        QCOMPARE(f.library.workspace->progress().reviews().size(), 1);
    }

    void aPlanToAnswerIsCancelledToo()
    {
        Imports f;
        const QString file = f.write(u"ada.json"_s, support::MentorFixture::planOf(u"Ada"_s));
        HeldWorkers held;
        f.window->answerPlan(file);
        f.waitForTheNotice();
        clickOn(*f.window, u"rail.go.recall"_s);
        clickOn(*f.window, u"noticeAction"_s);
        held.release();
        QCoreApplication::processEvents();
        QVERIFY(f.isShown(u"recallPage"_s) && f.window->findChild<QWidget*>(u"reviewView"_s) == nullptr);
        QVERIFY(!QFileInfo::exists(f.path(u"drafts"_s)));
    }

    void anAnswerThatIsBroughtBackDoesNotPullAnybodyAway()
    {
        Imports f;
        f.window->answerPlan(f.write(u"ada.json"_s, support::MentorFixture::planOf(u"Ada"_s)));
        QTRY_VERIFY(f.isShown(u"reviewView"_s));
        f.close();
        HeldWorkers held;
        f.open();
        QVERIFY(f.isShown(u"plansPane"_s));
        clickOn(*f.window, u"rail.go.recall"_s);
        held.release();
        QTRY_VERIFY(f.window->findChild<QWidget*>(u"reviewView"_s) != nullptr);
        QVERIFY(f.isShown(u"recallPage"_s));
        clickOn(*f.window, u"rail.go.mentor"_s);
        QVERIFY(f.isShown(u"plansPane"_s));
    }

    void whatABoxSaysOfAFileIsPlainTextInEveryLabel()
    {
        Imports f;
        QString wrong = u"not asked"_s;
        whenDialogIsUp(u"importPreview"_s, [&wrong](QDialog& preview) {
            wrong = richLabels(preview);
            preview.reject();
        });
        f.window->openFiles({ f.review() });
        QTRY_COMPARE(wrong, QString());

        domain::Course course;
        course.title = u"<a href=\"https://example.org\">A course</a>"_s;
        QCOMPARE(richLabels(ui::AboutBox(course, {}, f.window.get())), QString());
    }

    /// Events are counted, not milliseconds: a window that waited would handle none.
    void theWindowLivesWhileTheLargestPlanIsRead()
    {
        Imports f;
        const QString file = f.put(u"large.json"_s, largestPlan(*f.library.workspace));
        QVERIFY(QFileInfo(file).size() > exchange::limits::jsonBytes * 8 / 10);
        int beats = 0;
        bool isAsked = false;
        QTimer heart;
        connect(&heart, &QTimer::timeout, this, [&beats, &isAsked] { beats += isAsked ? 0 : 1; });
        heart.start(0);
        whenDialogIsUp(u"importPreview"_s, [&isAsked](QDialog& preview) {
            isAsked = true;
            preview.reject();
        });
        f.window->openFiles({ file });
        QTRY_VERIFY_WITH_TIMEOUT(isAsked, patience);
        QVERIFY2(beats > 20, qPrintable(QString::number(beats)));
        QCOMPARE(f.edits.count(), 0);
    }
};

QTEST_MAIN(tst_FileImports)
#include "tst_FileImports.moc"
