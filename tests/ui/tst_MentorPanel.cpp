// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between the learner and a mentor on the page of a skill, and where else it is said.
#include <BehindLibrary.h>
#include <ReviewedScreen.h>
#include <ScreenReader.h>

#include <ui/mentor/EntryRow.h>
#include <ui/skill/QuestionPanel.h>
#include <ui/skill/SkillPage.h>
#include <ui/theme/ButtonAccessible.h>
#include <ui/today/TodayPage.h>
#include <ui/words/Words.h>

#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::support;
using domain::Decision;

class tst_MentorPanel : public QObject, private ReviewedScreen<ui::SkillPage>
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openLibrary(); }
    void cleanup() { close(); }

    void aSkillThatNobodySpokeOfIsQuiet();
    void theOwnWordVouchesUntilAMentorDoes();
    void aVoidSignOffSaysWhatHasChanged();
    void aSignOffFollowsWhatIsKnownOfItsKey();
    void openThreadsAreAnsweredHere();
    void threadsAreAnsweredExactlyWhileTheLibraryCanBeChanged();
    void ofVeryManyThreadsTheFirstAreShownAndTheRestCounted();
    void aQuestionSavesItselfAndIsTakenBack();
    void aQuestionThatCannotBeSavedStays();
    void ownScoresAreGivenAndTakenBack();
    void aScreenReaderScoresToo();
    void aProjectIsScoredByItsOwnRubric();
    void theReviewIsOneClickAway();
    void todaySaysThatSomebodyAnswered();

private:
    void open(const QString& skill)
    {
        openScreen({ 1300, 900 });
        m_screen->show(ui::Place { ui::PageId::Skill, skill, {} });
    }
    [[nodiscard]] const domain::SkillProgress& git() const { return m_workspace->progress().skill(u"vcs-git"_s); }
    void changeEvidence()
    {
        const QString proof = git().items.value(u"commit"_s).evidence.firstKey();
        mustApply(*m_workspace,
            domain::changeEvidence(m_workspace->context(), u"vcs-git"_s, u"commit"_s, proof,
                domain::Evidence { domain::EvidenceKind::Commit, u"another"_s, 0 }));
    }
    void acceptApproval() { acceptApproval(reviewOf(*m_workspace)); }
    void acceptApproval(const exchange::ReviewDocument& review)
    {
        receive(*m_workspace, review);
        mustApply(*m_workspace, exchange::acceptEntry(m_workspace->context(), review, domain::decisionEntry(u"vcs-git"_s)));
    }
};

void tst_MentorPanel::aSkillThatNobodySpokeOfIsQuiet()
{
    open(u"db-tuning"_s);
    QVERIFY(find<QWidget>(u"mentor.standing"_s) == nullptr);
    QVERIFY(find<QLabel>(u"mentor.signOff"_s) == nullptr);
    QVERIFY(find<QWidget>(u"mentor.review"_s) == nullptr);
    QVERIFY(find<QWidget>(u"rubric.fold"_s) == nullptr);
    QVERIFY(find<QPlainTextEdit>(u"question"_s) == nullptr);
    QVERIFY(find<QAbstractButton>(u"question.ask"_s) != nullptr);
}

void tst_MentorPanel::theOwnWordVouchesUntilAMentorDoes()
{
    open(u"vcs-git"_s);
    QCOMPARE(find<QWidget>(u"mentor.standing"_s)->accessibleName(), u"Own word"_s);
    acceptApproval();
    QCOMPARE(find<QWidget>(u"mentor.standing"_s)->accessibleName(), u"Mentor"_s);
    QVERIFY(text(u"mentor.signOff"_s).startsWith(u"Approved by Ada Example (Mentor)"_s));
    QVERIFY(ui::Words::why(*m_workspace, u"vcs-git"_s).contains(u"Approved by Ada Example"_s));
    QVERIFY(text(u"skill.reason"_s).contains(u"Approved by Ada Example"_s));
    QVERIFY(m_workspace->undo());
    QCOMPARE(find<QWidget>(u"mentor.standing"_s)->accessibleName(), u"Own word"_s);
    QVERIFY(find<QLabel>(u"mentor.signOff"_s) == nullptr);
}

void tst_MentorPanel::aVoidSignOffSaysWhatHasChanged()
{
    acceptApproval();
    open(u"vcs-git"_s);
    changeEvidence();
    QCOMPARE(find<QWidget>(u"mentor.standing"_s)->accessibleName(), u"Own word"_s);
    QVERIFY2(text(u"mentor.signOff"_s).contains(u"no longer holds"_s), qPrintable(text(u"mentor.signOff"_s)));
    QCOMPARE(text(u"mentor.changed"_s), u"Changed: the evidence for \"Make a commit\"."_s);
    QVERIFY(ui::Words::why(*m_workspace, u"vcs-git"_s).contains(u"no longer holds"_s));
    QVERIFY(m_workspace->undo());
    QVERIFY(!text(u"mentor.signOff"_s).contains(u"no longer holds"_s));
}

void tst_MentorPanel::aSignOffFollowsWhatIsKnownOfItsKey()
{
    acceptApproval(signedBy(reviewOf(*m_workspace), keyOfAda()));
    open(u"vcs-git"_s);
    const QString fingerprint = exchange::fingerprintOf(keyOfAda().publicKey());
    const auto bothSay
        = [this](const QString& words) { return text(u"mentor.signOff"_s).endsWith(words) && text(u"skill.reason"_s).endsWith(words); };
    QVERIFY2(bothSay(u"Signed with a key that is new to you."_s), qPrintable(text(u"mentor.signOff"_s)));
    mustApply(*m_workspace, domain::confirmKey(m_workspace->context(), fingerprint));
    QVERIFY2(bothSay(u"Signature verified."_s), qPrintable(text(u"mentor.signOff"_s) + text(u"skill.reason"_s)));
    mustApply(*m_workspace, domain::forgetKey(m_workspace->context(), fingerprint));
    QVERIFY2(bothSay(u"Signed with a key that is new to you."_s), qPrintable(text(u"mentor.signOff"_s)));
    QVERIFY(m_workspace->undo());
    QVERIFY(bothSay(u"Signature verified."_s));
}

void tst_MentorPanel::openThreadsAreAnsweredHere()
{
    receive(*m_workspace, reviewOf(*m_workspace));
    open(u"vcs-git"_s);
    QVERIFY(find<QWidget>(u"entry.c-1"_s)->findChild<QLabel*>(u"entry.source"_s)->text().startsWith(u"Ada Example, "_s));
    QVERIFY(find<QWidget>(u"entry.overall"_s) == nullptr); // it is about no skill
    click(u"entry.accept.c-1"_s);
    QVERIFY(find<QWidget>(u"entry.c-1"_s) != nullptr); // accepted is not done
    click(u"entry.done.c-1"_s);
    QVERIFY(find<QWidget>(u"entry.c-1"_s) == nullptr);
    click(u"entry.accept.decision:vcs-git"_s);
    QVERIFY(git().signOffs.contains(firstReview));
    QVERIFY(find<QWidget>(u"entry.decision:vcs-git"_s) == nullptr);
    QVERIFY(m_workspace->undo());
    QVERIFY(find<QWidget>(u"entry.decision:vcs-git"_s) != nullptr);
}

void tst_MentorPanel::threadsAreAnsweredExactlyWhileTheLibraryCanBeChanged()
{
    receive(*m_workspace, reviewOf(*m_workspace));
    open(u"vcs-git"_s);
    QVERIFY(find<QWidget>(u"entry.accept.c-1"_s) != nullptr);
    fallBehind(*m_workspace, *m_store);
    QVERIFY(find<QWidget>(u"entry.c-1"_s) != nullptr);
    QVERIFY(find<QWidget>(u"entry.accept.c-1"_s) == nullptr);
    m_workspace->noticeDay();
    click(u"entry.accept.c-1"_s);
    QVERIFY(find<QWidget>(u"entry.done.c-1"_s) != nullptr);
}

void tst_MentorPanel::ofVeryManyThreadsTheFirstAreShownAndTheRestCounted()
{
    exchange::ReviewDocument review = reviewOf(*m_workspace);
    review.decisions.clear();
    review.comments.clear();
    for (int i = 0; i < 30; ++i) {
        review.comments.push_back(
            { u"c-%1"_s.arg(i), u"vcs-git"_s, {}, exchange::CommentKind::Improvement, u"Comment %1"_s.arg(i), false, {} });
    }
    receive(*m_workspace, review);
    open(u"vcs-git"_s);
    const auto rows = [this] {
        QStringList ids;
        const auto shown = m_screen->findChildren<ui::EntryRow*>();
        for (const ui::EntryRow* row : shown) {
            ids.append(row->entry());
        }
        return ids;
    };
    QCOMPARE(rows().size(), 20);
    QVERIFY2(find<QAbstractButton>(u"mentor.review"_s)->text().contains(u"10 more"_s),
        qPrintable(find<QAbstractButton>(u"mentor.review"_s)->text()));
    const QString first = rows().constFirst();
    QPointer<QWidget> second = find<QWidget>(u"entry."_s + rows().at(1));
    mustApply(*m_workspace, exchange::rejectEntry(m_workspace->context(), review, first));
    QCOMPARE(rows().size(), 20);
    QVERIFY(!rows().contains(first) && second != nullptr);
    QVERIFY(m_workspace->undo());
    QVERIFY(rows().contains(first));
    QVERIFY(find<QWidget>(u"entry."_s + first)->y() < second->y()
        || QTest::qWaitFor([&] { return find<QWidget>(u"entry."_s + first)->y() < second->y(); }));
}

void tst_MentorPanel::aQuestionSavesItselfAndIsTakenBack()
{
    open(u"vcs-git"_s);
    click(u"question.ask"_s);
    auto* field = find<QPlainTextEdit>(u"question"_s);
    QVERIFY(field != nullptr && field->hasFocus());
    QTest::keyClicks(field, u"Merge or rebase?"_s);
    QCOMPARE(text(u"question.state"_s), u"Not saved yet"_s);
    QVERIFY(!git().question);
    QTRY_VERIFY_WITH_TIMEOUT(git().question.has_value(), ui::QuestionPanel::pause * 5);
    QCOMPARE(git().question->text, u"Merge or rebase?"_s);
    QVERIFY(field->hasFocus());
    m_screen->show(ui::Place { ui::PageId::Skill, u"db-sql"_s, {} });
    QVERIFY(find<QPlainTextEdit>(u"question"_s) == nullptr);
    m_screen->show(ui::Place { ui::PageId::Skill, u"vcs-git"_s, {} });
    QCOMPARE(find<QPlainTextEdit>(u"question"_s)->toPlainText(), u"Merge or rebase?"_s);
    find<QPlainTextEdit>(u"question"_s)->clear();
    m_screen->commitDrafts();
    QVERIFY(!git().question);
    QVERIFY(m_workspace->undo());
    QCOMPARE(git().question->text, u"Merge or rebase?"_s);
}

void tst_MentorPanel::aQuestionThatCannotBeSavedStays()
{
    open(u"vcs-git"_s);
    click(u"question.ask"_s);
    m_store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
    find<QPlainTextEdit>(u"question"_s)->setPlainText(u"Not to be lost"_s);
    m_screen->commitDrafts();
    QVERIFY(text(u"question.state"_s).startsWith(u"Not saved"_s));
    m_screen->show(ui::Place { ui::PageId::Skill, u"db-sql"_s, {} });
    m_screen->show(ui::Place { ui::PageId::Skill, u"vcs-git"_s, {} });
    QCOMPARE(find<QPlainTextEdit>(u"question"_s)->toPlainText(), u"Not to be lost"_s);
    m_screen->commitDrafts();
    m_store->failWith({});
    click(u"question.again"_s);
    QCOMPARE(git().question->text, u"Not to be lost"_s);
    QVERIFY(find<QWidget>(u"question.again"_s) == nullptr);
    QCOMPARE(text(u"question.state"_s), u"Saved"_s);
    m_screen->show(ui::Place { ui::PageId::Skill, u"db-sql"_s, {} });
    QVERIFY(find<QLabel>(u"question.state"_s) == nullptr); // that was said of another skill
}

void tst_MentorPanel::ownScoresAreGivenAndTakenBack()
{
    open(u"vcs-git"_s);
    const exchange::RubricCriterion& first = exchange::skillRubric().front();
    click(u"rubric.fold"_s);
    QCOMPARE(text(u"rubric.words."_s + first.id), u"Not scored yet."_s);
    click(u"rubric.%1.2"_s.arg(first.id));
    QCOMPARE(git().scores.value(first.id).level, 2);
    QCOMPARE(text(u"rubric.words."_s + first.id), first.levels[2]);
    QVERIFY(find<QAbstractButton>(u"rubric.fold"_s)->text().startsWith(u"Your own scores, 1 of "_s));
    find<QWidget>(u"rubric.%1.0"_s.arg(first.id))->setFocus(); // what a level means is read before it is chosen
    QCOMPARE(text(u"rubric.words."_s + first.id), first.levels[0]);
    click(u"rubric.%1.2"_s.arg(first.id));
    QVERIFY(git().scores.isEmpty());
    QVERIFY(m_workspace->undo());
    QCOMPARE(git().scores.value(first.id).level, 2);
    QVERIFY(find<QAbstractButton>(u"rubric.%1.2"_s.arg(first.id))->isChecked());
}

void tst_MentorPanel::aScreenReaderScoresToo()
{
    QAccessible::installFactory(ui::makeButtonAccessible);
    open(u"vcs-git"_s);
    const QString criterion = exchange::skillRubric().front().id;
    pressByReader(*find<QAbstractButton>(u"rubric.fold"_s));
    pressByReader(*find<QAbstractButton>(u"rubric.%1.2"_s.arg(criterion)));
    QCOMPARE(git().scores.value(criterion).level, 2);
    pressByReader(*find<QAbstractButton>(u"rubric.%1.2"_s.arg(criterion)));
    QVERIFY(git().scores.isEmpty());
}

void tst_MentorPanel::aProjectIsScoredByItsOwnRubric()
{
    domain::CourseContent content = sampleCourse();
    content.hash = u"another"_s;
    content.lessons[2].markdown = u"## Brief\n\nA librarian wants order.\n\n## Rubric\n\n| criterion | 0 | 1 | 2 | 3 |\n"
                                  "| --- | --- | --- | --- | --- |\n| Order | none | some | all | all, and named |\n\nPass mark: 2.\n"_s;
    QVERIFY(m_workspace->installCourse(content));
    mustApply(*m_workspace, domain::startSkill(m_workspace->context(), u"project-scripts"_s, false));
    open(u"project-scripts"_s);
    click(u"rubric.fold"_s);
    click(u"rubric.order.3"_s);
    QCOMPARE(m_workspace->progress().skill(u"project-scripts"_s).scores.value(u"order"_s).level, 3);
    QCOMPARE(text(u"rubric.words.order"_s), u"all, and named"_s);
}

void tst_MentorPanel::theReviewIsOneClickAway()
{
    receive(*m_workspace, reviewOf(*m_workspace));
    open(u"vcs-git"_s);
    const QSignalSpy places(m_screen.get(), &ui::Page::placeRequested);
    click(u"mentor.review"_s);
    QCOMPARE(places.count(), 1);
    QCOMPARE(places.first().first().value<ui::Place>(), (ui::Place { ui::PageId::Mentor, firstReview, {} }));
}

void tst_MentorPanel::todaySaysThatSomebodyAnswered()
{
    ui::TodayPage today(*m_workspace);
    today.resize(1100, 800);
    today.QWidget::show();
    auto* words = today.findChild<QLabel*>(u"today.reviews.words"_s);
    QVERIFY(!words->isVisible());
    const exchange::ReviewDocument review = reviewOf(*m_workspace);
    receive(*m_workspace, review);
    QVERIFY(words->isVisible());
    QCOMPARE(words->text(), u"Ada Example answered: 4 to look at"_s);
    const QSignalSpy places(&today, &ui::Page::placeRequested);
    QTest::mouseClick(today.findChild<QAbstractButton*>(u"open.reviews"_s), Qt::LeftButton);
    QCOMPARE(places.count(), 1);
    QCOMPARE(places.first().first().value<ui::Place>(), (ui::Place { ui::PageId::Mentor, firstReview, {} }));
    for (const exchange::ReviewEntry& entry : exchange::entriesOf(m_workspace->roadmap(), m_workspace->progress(), review)) {
        mustApply(*m_workspace, exchange::rejectEntry(m_workspace->context(), review, entry.id));
    }
    QVERIFY(!words->isVisible());
}

QTEST_MAIN(tst_MentorPanel)
#include "tst_MentorPanel.moc"
