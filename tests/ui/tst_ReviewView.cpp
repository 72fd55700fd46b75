// SPDX-License-Identifier: GPL-3.0-or-later
#include <MentorFixture.h>
#include <ModalDialogs.h>

#include <exchange/ReviewLimits.h>
#include <exchange/ReviewReader.h>
#include <ui/mentor/AnswerListModel.h>
#include <ui/mentor/AnswerSheet.h>
#include <ui/mentor/CommentPhrases.h>
#include <ui/mentor/ReviewView.h>

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;
using support::clickOn;
using support::inDialog;
using support::MentorFixture;
using ui::ReviewView;

namespace {

const QString git = u"base-git"_s;

/// A plan with one submitted skill, open in the view.
struct Answering : MentorFixture
{
    ui::CommentPhrases phrases;
    ui::MentorFiles files { path(u"key.json"_s), path(u"drafts"_s) };
    session::ReviewDesk* desk = nullptr; ///< of the view
    std::unique_ptr<ReviewView> view;

    explicit Answering(exchange::PlanDocument plan = fixture::smallPlan()) { open(write(u"plan.json"_s, std::move(plan))); }

    void open(const QString& file)
    {
        auto opened = session::ReviewDesk::open(file, files.drafts, { [] { return fixture::morning; }, QTimeZone::utc() });
        if (!opened) {
            qFatal("the plan of the fixture does not open");
        }
        desk = opened->get();
        view = std::make_unique<ReviewView>(*library.workspace, std::move(*opened), phrases, files);
        view->suggestReviewer({}, domain::ReviewerRole::Mentor);
        QObject::connect(view.get(), &ReviewView::noticeRequested, view.get(), [this](const QString& text) { notices.append(text); });
        view->resize(1300, 800);
        view->show();
        QVERIFY(QTest::qWaitForWindowActive(view.get()));
        view->begin();
    }
    void press(int key, Qt::KeyboardModifiers with = {}) const { QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), with); }
    void type(const QString& text) const { QTest::keyClicks(QApplication::focusWidget(), text); }
    [[nodiscard]] QListView* list() const { return childOf<QListView>(*view, u"answer.list"_s); }
    void choose(int row) const
    {
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(list()->model()->index(row, 0)).center());
    }
    [[nodiscard]] bool says(const QString& words) const
    {
        const auto labels = view->findChildren<QLabel*>();
        return std::any_of(
            labels.begin(), labels.end(), [&words](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
    }
};

} // namespace

class tst_ReviewView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListHoldsItsPromisesAsAModel()
    {
        Answering f;
        ui::AnswerListModel model(*f.desk);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.rowOf(QString()), 0);
        QCOMPARE(model.rowOf(git), 1);
        QCOMPARE(model.count(ui::AnswerListModel::Group::Submitted), 1);
        f.desk->decide(git, domain::Decision::Approve, {});
        model.refresh();
        QVERIFY(model.index(1).data(ui::AnswerListModel::DecidedRole).toBool());
        QVERIFY(model.index(1).data(ui::AnswerListModel::CaptionRole).toString().startsWith(u"Approved"_s));
    }

    void itBeginsWithTheFirstSkillThatWaits()
    {
        const Answering f;
        QCOMPARE(f.list()->currentIndex().data().toString(), u"Git basics"_s);
        QVERIFY(f.says(u"Can do Git basics"_s));
        QVERIFY(f.says(u"Is one branch enough?"_s));
        QVERIFY(f.says(u"What I would tell a friend."_s));
    }

    void aKeyDecidesAndTakesBack()
    {
        const Answering f;
        f.press(Qt::Key_1);
        QVERIFY(f.desk->decisionOn(git)->decision == domain::Decision::Approve);
        f.press(Qt::Key_2);
        QVERIFY(f.desk->decisionOn(git)->decision == domain::Decision::ApproveWithNotes);
        f.press(Qt::Key_2);
        QVERIFY(f.desk->decisionOn(git) == nullptr);
        clickOn(*f.view, u"decision.reject"_s);
        QVERIFY(f.desk->decisionOn(git)->decision == domain::Decision::Reject);
    }

    void undoIsTheDesksAndNotTheLibrarys()
    {
        const Answering f;
        f.press(Qt::Key_1);
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(f.desk->decisionOn(git) == nullptr);
        f.press(Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(f.desk->decisionOn(git) != nullptr);
        f.press(Qt::Key_Z, Qt::ControlModifier);
        f.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.desk->decisionOn(git) != nullptr);
    }

    void commentsAreWrittenByKeyAndOnALine()
    {
        const Answering f;
        f.press(Qt::Key_C);
        f.type(u"Good names, 1 and 2"_s);
        f.view->commitDrafts();
        QCOMPARE(f.desk->commentsOn(git, {}).at(0).text, u"Good names, 1 and 2"_s);
        QVERIFY(f.desk->decisionOn(git) == nullptr); // the digits were text
        clickOn(*f.view, u"answer.comment.commit"_s);
        f.type(u"Which one?"_s);
        auto* kind = QApplication::focusWidget()->parentWidget()->findChild<QComboBox*>(u"comment.kind"_s);
        QVERIFY(kind != nullptr);
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Up);
        f.view->commitDrafts();
        const auto comments = f.desk->commentsOn(git, u"commit"_s);
        QCOMPARE(comments.size(), 1U);
        QCOMPARE(comments[0].text, u"Which one?"_s);
        QVERIFY(comments[0].kind == exchange::CommentKind::Blocker);
    }

    void anEmptyCommentIsNamedAndRemoved()
    {
        const Answering f;
        f.press(Qt::Key_C);
        QVERIFY(f.desk->gaps().back().kind == session::ReviewGap::Kind::EmptyComment);
        QVERIFY(childOf<QLabel>(*f.view, u"comment.gap"_s)->isVisible());
        QVERIFY(childOf<QPushButton>(*f.view, u"answer.gap"_s)->isVisible());
        clickOn(*f.view, u"comment.remove"_s);
        QVERIFY(f.desk->draft().comments.empty());
        QVERIFY(f.view->findChild<QPushButton*>(u"answer.gap"_s) == nullptr);
    }

    void aRequestWithoutAReasonLeadsToTheReason()
    {
        const Answering f;
        f.press(Qt::Key_3);
        QVERIFY(childOf<QLabel>(*f.view, u"decision.gap"_s)->isVisible());
        f.choose(0);
        clickOn(*f.view, u"answer.gap"_s);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"decision.reason"_s);
        f.type(u"Show the second case"_s);
        f.view->commitDrafts();
        QCOMPARE(f.desk->decisionOn(git)->text, u"Show the second case"_s);
        QVERIFY(!childOf<QLabel>(*f.view, u"decision.gap"_s)->isVisible());
    }

    void scoresStandBesideTheLearnersOwn()
    {
        const Answering f;
        QVERIFY(f.says(u"Own score: 2, mostly"_s));
        QVERIFY(!childOf<QPushButton>(*f.view, u"score.works.3"_s)->isEnabled());
        f.press(Qt::Key_1);
        clickOn(*f.view, u"score.works.3"_s);
        QVERIFY(f.desk->scoreOf(git, u"works"_s) == std::optional(3));
        QVERIFY(f.says(u"fully"_s));
        clickOn(*f.view, u"score.works.1"_s);
        QVERIFY(!childOf<QPushButton>(*f.view, u"score.works.3"_s)->isChecked());
        clickOn(*f.view, u"score.works.1"_s);
        QVERIFY(f.desk->scoreOf(git, u"works"_s) == std::nullopt);
    }

    void theOverallWordIsWrittenOnThePlan()
    {
        const Answering f;
        f.choose(0);
        f.press(Qt::Key_2);
        childOf<QPlainTextEdit>(*f.view, u"decision.reason"_s)->setFocus();
        f.type(u"On a good way"_s);
        f.view->commitDrafts();
        QVERIFY(f.desk->draft().overall.decision == domain::Decision::ApproveWithNotes);
        QCOMPARE(f.desk->draft().overall.text, u"On a good way"_s);
    }

    void theSearchFindsSkillsThatWereNotBegun()
    {
        const Answering f;
        QCOMPARE(f.list()->model()->rowCount(), 3);
        QTest::keyClicks(childOf<QLineEdit>(*f.view, u"answer.search"_s), u"requ"_s);
        QCOMPARE(f.list()->model()->rowCount(), 1);
        QCOMPARE(f.list()->model()->index(0, 0).data().toString(), u"Requests"_s);
        childOf<QLineEdit>(*f.view, u"answer.search"_s)->setText(u"files text"_s);
        QCOMPARE(f.list()->model()->rowCount(), 1);
        QCOMPARE(f.list()->model()->index(0, 0).data().toString(), u"Text files"_s);
        childOf<QLineEdit>(*f.view, u"answer.search"_s)->setText(u"files nowhere"_s);
        QCOMPARE(f.list()->model()->rowCount(), 0);
    }

    void textsOfStrangersStayPlainAndLongOnesAreFolded()
    {
        exchange::PlanDocument plan = fixture::smallPlan();
        plan.skills[0].title = u"<b>Git</b>"_s;
        plan.skills[0].checklist[0].evidence[0].evidence.text = QString(2000, u'x');
        const Answering f(plan);
        const auto labels = f.view->findChildren<QLabel*>();
        for (const QLabel* label : labels) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        QVERIFY(f.says(u"<b>Git</b>"_s));
        clickOn(*f.view, u"folded.more"_s);
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) { return label->text().count(u'x') == 2000; }));
    }

    void aNarrowWindowPutsTheDecisionBelow()
    {
        const Answering f;
        const auto* decision = childOf<QWidget>(*f.view, u"decisionPanel"_s);
        const auto* sheet = childOf<QWidget>(*f.view, u"answerSheet"_s);
        QVERIFY(decision->mapTo(f.view.get(), QPoint()).x() > sheet->mapTo(f.view.get(), QPoint()).x() + 200);
        f.view->resize(900, 700);
        QCoreApplication::processEvents();
        QCOMPARE(decision->mapTo(f.view.get(), QPoint()).x(), sheet->mapTo(f.view.get(), QPoint()).x());
        QVERIFY(decision->isVisible());
        f.view->resize(1300, 800);
        QCoreApplication::processEvents();
        QVERIFY(decision->mapTo(f.view.get(), QPoint()).x() > sheet->mapTo(f.view.get(), QPoint()).x() + 200);
    }

    void cautionsAreSaidOnTop()
    {
        Answering f;
        QVERIFY(f.says(u"another course"_s)); // the library has the graph course
        exchange::PlanDocument plan = fixture::smallPlan();
        plan.courseId = f.library.workspace->course().id;
        plan.plan = *f.library.workspace->libraryId();
        plan.learner = u"Somebody"_s; // under the revision of another content
        plan.revision = fixture::smallPlan().revision;
        QVERIFY(domain::writeFileAtomically(f.path(u"own.json"_s), exchange::planToJson(plan)).has_value());
        f.open(f.path(u"own.json"_s));
        QVERIFY(f.says(u"changed after Waymark wrote it"_s));
        QVERIFY(f.says(u"plan of this library"_s));
        QVERIFY(!f.says(u"another course"_s));
    }

    void theDraftSurvivesAnotherStart()
    {
        Answering f;
        f.press(Qt::Key_1);
        f.view.reset();
        f.open(f.path(u"plan.json"_s));
        QVERIFY(f.desk->decisionOn(git) != nullptr);
        QVERIFY(childOf<QPushButton>(*f.view, u"decision.approve"_s)->isChecked());
    }

    void sentencesAreKeptAsTemplates()
    {
        Answering f;
        f.press(Qt::Key_C);
        f.type(u"Name the commit."_s);
        auto* menu = childOf<QToolButton>(*f.view, u"comment.phrases"_s)->menu();
        Q_EMIT menu->aboutToShow();
        menu->findChild<QAction*>(u"phrases.keep"_s)->trigger();
        QCOMPARE(f.phrases.kept(), QStringList { u"Name the commit."_s });
        Q_EMIT menu->aboutToShow();
        QVERIFY(!menu->findChild<QAction*>(u"phrases.keep"_s)->isEnabled());
    }

    void aTextThatNoReviewCanCarryIsSaidAndNotSent()
    {
        Answering f;
        exchange::ReviewComment comment;
        comment.skill = git;
        comment.text = QString(exchange::limits::commentBytes + 5, u'x');
        f.desk->putComment(comment);
        QVERIFY(f.says(u"Too long for a review by about 5"_s));
        bool isAsked = false;
        support::whenDialogIsUp(u"sendDialog"_s, [&isAsked](QDialog& dialog) {
            isAsked = true;
            dialog.reject();
        });
        clickOn(*f.view, u"answer.saveButton"_s);
        QVERIFY(!isAsked);
        QVERIFY(!f.notices.isEmpty() && f.notices.constLast().contains(u"is too long"_s));

        childOf<QPlainTextEdit>(*f.view, u"comment.text"_s)->setPlainText(u"Short"_s);
        QVERIFY(!f.says(u"Too long"_s));
        childOf<QPlainTextEdit>(*f.view, u"decision.reason"_s)->setPlainText(QString(exchange::limits::decisionBytes + 1, u'x'));
        QVERIFY(f.says(u"Too long for a review by about 1"_s));
    }

    void anAnswerIsSavedForTheLearner()
    {
        Answering f;
        f.press(Qt::Key_1);
        const QString target = f.path(u"ada.wayreview"_s);
        inDialog(*f.view, [&f, &target](QDialog& dialog) {
            childOf<QLineEdit>(dialog, u"send.name"_s)->setText(u"Grace"_s);
            inDialog(*f.view, [&target](QDialog& files) {
                childOf<QLineEdit>(files, u"fileNameEdit"_s)->setText(target);
                QTest::keyClick(childOf<QLineEdit>(files, u"fileNameEdit"_s), Qt::Key_Return);
            });
            clickOn(dialog, u"send.save"_s);
        });
        const QSignalSpy sent(f.view.get(), &ReviewView::sent);
        f.press(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(sent.size(), 1);
        const auto bytes = domain::readFile(target, 1'000'000);
        QVERIFY(bytes.has_value());
        const auto review = exchange::readReview(*bytes);
        QVERIFY(review.has_value());
        QCOMPARE(review->reviewer.name, u"Grace"_s);
        QCOMPARE(review->decisions.size(), 1U);
        QVERIFY(f.notices.last().contains(target));
    }

    void whatIsMissingKeepsTheAnswerFromGoingOut()
    {
        const Answering f;
        f.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!f.notices.isEmpty());
        QVERIFY(QApplication::activeModalWidget() == nullptr);
    }
};

int main(int argc, char* argv[])
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    tst_ReviewView tests;
    return QTest::qExec(&tests, argc, argv);
}
#include "tst_ReviewView.moc"
