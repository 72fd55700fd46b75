// SPDX-License-Identifier: GPL-3.0-or-later
#include <MentorFixture.h>
#include <PdfTools.h>

#include <ui/mentor/ComparisonModel.h>
#include <ui/mentor/PlansPane.h>
#include <ui/print/MeetingPage.h>

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;
using support::clickOn;
using support::MentorFixture;
using ui::PlanListModel;
using ui::PlansPane;

namespace {

/// Ada in two revisions, Ben who waits for nothing, and a file that is no plan.
struct Folder : MentorFixture
{
    std::unique_ptr<PlansPane> pane;

    Folder()
    {
        exchange::PlanDocument ada = planOf(u"Ada"_s);
        write(u"ada-old.json"_s, ada);
        ada.created += 86'400'000;
        ada.skills[1].state = learning::SkillState::Practised;
        ada.skills[1].submitted = true;
        write(u"ada.json"_s, ada);
        exchange::PlanDocument ben = planOf(u"Ben"_s);
        ben.skills[0].submitted = false;
        ben.skills[0].question.reset();
        write(u"ben.json"_s, ben);
        if (!domain::writeFileAtomically(path(u"broken.json"_s), "<b>no</b>")) {
            qFatal("no file");
        }
    }
    void open()
    {
        pane = std::make_unique<PlansPane>(*library.workspace);
        QObject::connect(pane.get(), &PlansPane::noticeRequested, pane.get(), [this](const QString& text) { notices.append(text); });
        pane->resize(1000, 600);
        pane->show();
        QVERIFY(QTest::qWaitForWindowActive(pane.get()));
        pane->openFolder(home.path());
        QTRY_VERIFY(list()->isVisible());
    }
    [[nodiscard]] QTreeView* list() const { return childOf<QTreeView>(*pane, u"plans.list"_s); }
    [[nodiscard]] QStringList learners() const
    {
        QStringList names;
        for (int row = 0; row < list()->model()->rowCount(); ++row) {
            names.append(list()->model()->index(row, 0).data(PlanListModel::SortRole).toString());
        }
        return names;
    }
    void choose(const QString& learner, Qt::KeyboardModifiers keys = {}) const
    {
        const auto row = static_cast<int>(learners().indexOf(learner));
        QVERIFY2(row >= 0, qPrintable(learner));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, keys, list()->visualRect(list()->model()->index(row, 0)).center());
    }
};

/// There is one page, and under this word room to write down to its foot.
bool isLastOnOnePage(const QByteArray& pdf, const QString& word)
{
    constexpr double foot = 795; // points from above, on A4; the running title stands there
    const QString text = support::outputOf(u"pdftotext"_s, { u"-bbox"_s, u"FILE"_s, u"-"_s }, pdf);
    static const QRegularExpression box(u"yMin=\"([0-9.]+)\" xMax=\"[0-9.]+\" yMax=\"([0-9.]+)\">([^<]*)</word>"_s);
    double lowest = 0;
    double of = 0;
    for (QRegularExpressionMatchIterator each = box.globalMatch(text); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        const double bottom = match.captured(2).toDouble();
        lowest = match.captured(1).toDouble() < foot ? std::max(lowest, bottom) : lowest;
        of = match.captured(3) == word ? bottom : of;
    }
    return text.count(u"<page "_s) == 1 && of > 0 && lowest <= of;
}

} // namespace

class tst_PlansPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableHoldsItsPromisesAsAModel()
    {
        const Folder f;
        PlanListModel model(QTimeZone::utc());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setCohort(*exchange::readCohort(f.home.path()));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, PlanListModel::ProgressColumn).data().toString(), u"1 of 3"_s);
        QCOMPARE(model.index(0, PlanListModel::WaitingColumn).data().toString(), u"2"_s);
        QVERIFY(model.planAt(2) == nullptr);
        QVERIFY(model.index(2, PlanListModel::LearnerColumn).data().toString().contains(u"broken.json"_s));
        model.setCohort({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aFolderIsReadAndItsUnreadableFilesStandLast()
    {
        Folder f;
        f.open();
        QCOMPARE(f.learners(), QStringList({ u"Ada"_s, u"Ben"_s, u"broken.json"_s }));
        f.list()->sortByColumn(PlanListModel::LearnerColumn, Qt::DescendingOrder);
        QCOMPARE(f.learners(), QStringList({ u"Ben"_s, u"Ada"_s, u"broken.json"_s }));
    }

    void wordsAndWaitingOnlyLeaveLess()
    {
        Folder f;
        f.open();
        clickOn(*f.pane, u"plans.waiting"_s);
        QCOMPARE(f.learners(), QStringList { u"Ada"_s });
        clickOn(*f.pane, u"plans.waiting"_s);
        QTest::keyClicks(childOf<QLineEdit>(*f.pane, u"plans.search"_s), u"ben"_s);
        QCOMPARE(f.learners(), QStringList { u"Ben"_s });
        QTest::keyClicks(childOf<QLineEdit>(*f.pane, u"plans.search"_s), u"xyz"_s);
        QVERIFY(childOf<QLabel>(*f.pane, u"plans.nothing"_s)->isVisible());
        clickOn(*f.pane, u"plans.showAll"_s);
        QCOMPARE(f.learners().size(), 3);
    }

    void enterAsksToAnswerThePlan()
    {
        Folder f;
        f.open();
        const QSignalSpy asked(f.pane.get(), &PlansPane::answerRequested);
        f.choose(u"Ben"_s);
        QTest::keyClick(f.list(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), f.path(u"ben.json"_s));
        f.choose(u"broken.json"_s);
        QVERIFY(!childOf<QPushButton>(*f.pane, u"button.plans.answer"_s)->isEnabled());
    }

    void aLearnerIsComparedWithTheirEarlierRevision()
    {
        Folder f;
        f.open();
        f.choose(u"Ben"_s);
        QVERIFY(!childOf<QPushButton>(*f.pane, u"button.plans.compare"_s)->isEnabled());
        f.choose(u"Ada"_s);
        clickOn(*f.pane, u"button.plans.compare"_s);
        const auto* list = childOf<QTreeView>(*f.pane, u"comparison.list"_s);
        QVERIFY(list->isVisible());
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QCOMPARE(list->model()->index(0, ui::ComparisonModel::MoveColumn).data().toString(), u"Moved forward"_s);
        QTest::keyClick(const_cast<QTreeView*>(list), Qt::Key_Escape);
        QVERIFY(f.list()->isVisible());
    }

    void twoLearnersAreCompared()
    {
        Folder f;
        f.open();
        f.choose(u"Ada"_s);
        f.choose(u"Ben"_s, Qt::ControlModifier);
        QTest::keyClick(f.list(), Qt::Key_V);
        QVERIFY(childOf<QLabel>(*f.pane, u"comparison.title"_s)->text().contains(u"Ben"_s));
        QTRY_VERIFY(childOf<QTreeView>(*f.pane, u"comparison.list"_s)->model()->rowCount() > 0);
    }

    void aComparisonIsWaitedForAndCanBeLeft()
    {
        Folder f;
        f.open();
        f.choose(u"Ada"_s);
        const QSignalSpy began(f.pane.get(), &PlansPane::waitingBegan);
        const QSignalSpy ended(f.pane.get(), &PlansPane::waitingEnded);
        clickOn(*f.pane, u"button.plans.compare"_s);
        QCOMPARE(began.size(), 1);
        QCOMPARE(ended.size(), 0);
        began.front().at(1).value<QAction*>()->trigger();
        QCOMPARE(ended.size(), 1);
        QVERIFY(f.list()->isVisible());
        clickOn(*f.pane, u"button.plans.compare"_s); // and it can be begun again
        QTRY_COMPARE(ended.size(), 2);
        QTRY_COMPARE(childOf<QTreeView>(*f.pane, u"comparison.list"_s)->model()->rowCount(), 1);
    }

    void aPlanThatIsGoneIsNotCompared()
    {
        Folder f;
        f.open();
        f.choose(u"Ada"_s);
        f.choose(u"Ben"_s, Qt::ControlModifier);
        QVERIFY(QFile::remove(f.path(u"ben.json"_s)));
        const QSignalSpy said(f.pane.get(), &PlansPane::noticeRequested);
        QTest::keyClick(f.list(), Qt::Key_V);
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(said.front().front().toString().contains(u"ben.json"_s));
        QVERIFY(f.list()->isVisible());
    }

    void twoPlansAlikeLeaveAWayBack()
    {
        Folder f;
        exchange::PlanDocument twin = MentorFixture::planOf(u"Ada"_s);
        twin.learner = u"Eva"_s;
        twin.plan = u"99999999-9999-4999-8999-999999999999"_s;
        f.write(u"eva.json"_s, twin);
        twin.learner = u"Eve"_s;
        twin.plan = u"99999999-9999-4999-8999-999999999998"_s;
        f.write(u"eve.json"_s, twin);
        f.open();
        f.choose(u"Eva"_s);
        f.choose(u"Eve"_s, Qt::ControlModifier);
        QTest::keyClick(f.list(), Qt::Key_V);
        QTRY_VERIFY(childOf<QLabel>(*f.pane, u"comparison.nothing"_s)->isVisible());
        QWidget* back = childOf<QWidget>(*f.pane, u"comparison.back"_s);
        QVERIFY(back->hasFocus());
        QTest::keyClick(back, Qt::Key_Escape);
        QVERIFY(f.list()->isVisible() && f.list()->hasFocus());
    }

    void whoGoesElsewhereIsNotAskedForThePage()
    {
        Folder f;
        f.open();
        f.choose(u"Ben"_s);
        const QSignalSpy began(f.pane.get(), &PlansPane::waitingBegan);
        const QSignalSpy ended(f.pane.get(), &PlansPane::waitingEnded);
        clickOn(*f.pane, u"button.plans.page"_s);
        f.pane->hide();
        QCOMPARE(began.size(), 1);
        QCOMPARE(ended.size(), 1);
        QVERIFY(QApplication::activeModalWidget() == nullptr);
    }

    void thePageOfAPlanThatIsGoneIsNotWritten()
    {
        Folder f;
        f.open();
        f.choose(u"Ben"_s);
        QVERIFY(QFile::remove(f.path(u"ben.json"_s)));
        const QSignalSpy said(f.pane.get(), &PlansPane::noticeRequested);
        clickOn(*f.pane, u"button.plans.page"_s);
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(said.front().front().toString().contains(u"ben.json"_s));
    }

    void theComparisonHoldsItsPromisesAsAModel()
    {
        ui::ComparisonModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        exchange::PlanDocument after = fixture::smallPlan();
        after.skills[1].state = learning::SkillState::Skipped;
        model.setComparison(exchange::comparePlans(fixture::smallPlan(), after));
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.totalsText().contains(u"1 skipped"_s));
        model.setComparison(exchange::comparePlans(after, after));
        QCOMPARE(model.rowCount(), 0);
    }

    void refreshFindsWhatCameSince()
    {
        Folder f;
        f.open();
        f.write(u"cleo.json"_s, MentorFixture::planOf(u"Cleo"_s));
        QTest::keyClick(f.list(), Qt::Key_F5);
        QTRY_VERIFY(f.learners().contains(u"Cleo"_s));
    }

    void theFolderIsRememberedAndReadWhenSeen()
    {
        Folder f;
        f.open();
        PlansPane again(*f.library.workspace);
        again.restoreView(f.pane->view());
        QCOMPARE(again.folder(), f.home.path());
        QCOMPARE(childOf<QTreeView>(again, u"plans.list"_s)->model()->rowCount(), 0);
        again.show();
        QTRY_COMPARE(childOf<QTreeView>(again, u"plans.list"_s)->model()->rowCount(), 3);
    }

    void anEmptyPaneSaysTheNextStep()
    {
        MentorFixture f;
        PlansPane pane(*f.library.workspace);
        pane.show();
        QVERIFY(childOf<QLabel>(pane, u"plans.nothing"_s)->text().contains(u"folder"_s));
        QVERIFY(childOf<QPushButton>(pane, u"plans.firstFolder"_s)->isVisible());
        QVERIFY(!PlansPane::isForMentor(u"/x/answer.wayreview"_s));
        const QSignalSpy asked(&pane, &PlansPane::answerRequested);
        QVERIFY(pane.take(f.write(u"ada.json"_s, MentorFixture::planOf(u"Ada"_s))));
        QCOMPARE(asked.size(), 1);
    }

    void aMeetingTakesOnePage()
    {
        if (!support::hasTool(u"pdftotext"_s)) {
            QSKIP("pdftotext is not installed");
        }
        const MentorFixture f;
        exchange::PlanDocument plan = fixture::smallPlan();
        const QString title = QString(u"a long title "_s).repeated(30);
        for (int i = 0; i < 300; ++i) {
            plan.skills.push_back(fixture::planSkill(u"more-%1"_s.arg(i), title, learning::SkillState::Learning));
            plan.skills.back().submitted = i % 3 == 0;
            if (i % 3 == 1) {
                plan.skills.back().question = domain::MentorQuestion { title, plan.created };
            }
            plan.milestones.push_back({ u"way-%1"_s.arg(i), title, 0, 10, 10, {} });
        }
        plan.goal.reset();
        const ui::MeetingPage page(*f.library.workspace);
        const auto pdf = page.ofPlan(plan);
        QVERIFY(pdf.has_value());
        QVERIFY(isLastOnOnePage(*pdf, u"Agreed"_s));
        exchange::PlanSummary summary;
        summary.learner = title;
        const auto table = page.ofTable(std::vector<exchange::PlanSummary>(500, summary));
        QVERIFY(table.has_value());
        QVERIFY(isLastOnOnePage(*table, u"Agreed"_s));
    }
};

QTEST_MAIN(tst_PlansPane)
#include "tst_PlansPane.moc"
