// SPDX-License-Identifier: GPL-3.0-or-later
#include <ReviewedScreen.h>

#include <ui/mentor/ReviewListModel.h>
#include <ui/mentor/ReviewsPane.h>

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::support;
using domain::Decision;
using domain::ReviewAnswer;
using ui::ReviewsPane;

class tst_ReviewsPane : public QObject, private ReviewedScreen<ReviewsPane>
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openLibrary(); }
    void cleanup() { close(); }

    void withoutReviewsItSaysWhatToDo();
    void theListSaysWhoWhatIsOpenAndTheSignature();
    void acceptingAnApprovalSignsOffAndUndoTakesItBack();
    void acceptingChangesSaysHowManyLinesItUnticks();
    void changedEvidenceIsSaidPlainly();
    void keysGoThroughTheEntriesAndAnswerThem();
    void aCommentIsAcceptedDoneAndReopened();
    void openOnlyHidesWhatIsAnswered();
    void aNewKeyIsComparedOrTurnedAway();
    void anotherKeyUnderTheSameNameIsCautioned();
    void strangersTextStaysText();
    void aSearchLooksIntoTheComments();
    void aReadOnlyLibraryOffersNoActs();
    void theChosenReviewIsRemembered();
    void thousandsOfEntriesComeInParts();

private:
    void open() { openScreen({ 1100, 800 }); }
    [[nodiscard]] QLabel* labelIn(const QString& row, const QString& name) const
    {
        auto* found = find<QWidget>(row);
        return found == nullptr ? nullptr : found->findChild<QLabel*>(name);
    }
    [[nodiscard]] std::optional<ReviewAnswer::Kind> answer(const QString& entry) const
    {
        const auto answers = m_workspace->progress().answersTo(firstReview);
        return answers.contains(entry) ? std::optional(answers.value(entry).kind) : std::nullopt;
    }
    void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : m_screen.get(), key); }
};

void tst_ReviewsPane::withoutReviewsItSaysWhatToDo()
{
    open();
    const QSignalSpy exports(m_screen.get(), &ReviewsPane::exportRequested);
    const QSignalSpy imports(m_screen.get(), &ReviewsPane::importRequested);
    click(u"reviews.exportFirst"_s);
    click(u"reviews.importFirst"_s);
    QCOMPARE(exports.count(), 1);
    QCOMPARE(imports.count(), 1);
    QVERIFY(m_screen->searchField() == nullptr);
    receive(*m_workspace, reviewOf(*m_workspace));
    QVERIFY(find<QListView>(u"reviews.list"_s) != nullptr);
    QVERIFY(find<QAbstractButton>(u"reviews.exportFirst"_s) == nullptr);
    QCOMPARE(text(u"review.name"_s), u"Ada Example"_s);
}

void tst_ReviewsPane::theListSaysWhoWhatIsOpenAndTheSignature()
{
    open();
    receive(*m_workspace, reviewOf(*m_workspace));
    auto* rows = qobject_cast<QSortFilterProxyModel*>(find<QListView>(u"reviews.list"_s)->model());
    const QAbstractItemModelTester filterTester(rows, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester modelTester(rows->sourceModel(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    exchange::ReviewDocument newer = reviewOf(*m_workspace, Decision::RequestChanges, secondReview);
    newer.created += 60'000;
    newer.reviewer.name = u"Grace"_s;
    receive(*m_workspace, signedBy(newer, keyOfAda('g')));
    QCOMPARE(rows->rowCount(), 2);
    const auto said = [rows](int row) { return rows->index(row, 0).data(Qt::AccessibleTextRole).toString(); };
    QVERIFY2(said(0).startsWith(u"Grace"_s) && said(0).contains(u"4 open"_s) && said(0).endsWith(u"New key"_s), qPrintable(said(0)));
    QVERIFY2(said(1).startsWith(u"Ada Example"_s) && said(1).endsWith(u"Not signed"_s), qPrintable(said(1)));
    QCOMPARE(text(u"review.name"_s), u"Ada Example"_s); // what is read stays
    click(u"entry.accept.overall"_s);
    QVERIFY2(said(1).contains(u"3 open"_s), qPrintable(said(1)));
    QVERIFY(m_workspace->undo());
    QVERIFY(m_workspace->undo()); // the second review is gone again
    QCOMPARE(rows->rowCount(), 1);
}

void tst_ReviewsPane::acceptingAnApprovalSignsOffAndUndoTakesItBack()
{
    receive(*m_workspace, reviewOf(*m_workspace));
    open();
    const QSignalSpy notices(m_screen.get(), &ReviewsPane::noticeRequested);
    QCOMPARE(labelIn(u"entry.decision:vcs-git"_s, u"entry.consequence"_s)->text(), u"Accepting it signs the skill off."_s);
    click(u"entry.accept.decision:vcs-git"_s);
    QVERIFY(m_workspace->progress().skill(u"vcs-git"_s).signOffs.contains(firstReview));
    QVERIFY(find<QAbstractButton>(u"entry.accept.decision:vcs-git"_s) == nullptr);
    QVERIFY(find<QAbstractButton>(u"entry.reopen.decision:vcs-git"_s) != nullptr);
    QCOMPARE(notices.count(), 1);
    QVERIFY(m_workspace->undo());
    QVERIFY(m_workspace->progress().skill(u"vcs-git"_s).signOffs.isEmpty());
    QVERIFY(find<QAbstractButton>(u"entry.accept.decision:vcs-git"_s) != nullptr);
    click(u"entry.reject.decision:vcs-git"_s);
    QVERIFY(answer(u"decision:vcs-git"_s) == ReviewAnswer::Kind::Rejected);
    click(u"entry.reopen.decision:vcs-git"_s);
    QVERIFY(!answer(u"decision:vcs-git"_s));
}

void tst_ReviewsPane::acceptingChangesSaysHowManyLinesItUnticks()
{
    receive(*m_workspace, reviewOf(*m_workspace, Decision::RequestChanges));
    open();
    const QString said = labelIn(u"entry.decision:vcs-git"_s, u"entry.consequence"_s)->text();
    QVERIFY2(said.contains(u"unticks 1 line"_s), qPrintable(said));
    QVERIFY(m_workspace->progress().skill(u"vcs-git"_s).isItemDone(u"merge"_s));
    click(u"entry.accept.decision:vcs-git"_s);
    QVERIFY(!m_workspace->progress().skill(u"vcs-git"_s).isItemDone(u"merge"_s));
    QVERIFY(m_workspace->progress().skill(u"vcs-git"_s).isItemDone(u"commit"_s));
    QVERIFY(m_workspace->undo());
    QVERIFY(m_workspace->progress().skill(u"vcs-git"_s).isItemDone(u"merge"_s));
}

void tst_ReviewsPane::changedEvidenceIsSaidPlainly()
{
    receive(*m_workspace, reviewOf(*m_workspace));
    open();
    QVERIFY(!labelIn(u"entry.decision:vcs-git"_s, u"entry.caution"_s)->isVisible());
    const QString proof = m_workspace->progress().skill(u"vcs-git"_s).items.value(u"commit"_s).evidence.firstKey();
    mustApply(*m_workspace,
        domain::changeEvidence(
            m_workspace->context(), u"vcs-git"_s, u"commit"_s, proof, domain::Evidence { domain::EvidenceKind::Commit, u"another"_s, 0 }));
    QVERIFY(labelIn(u"entry.decision:vcs-git"_s, u"entry.caution"_s)->isVisible());
    const QString said = labelIn(u"entry.decision:vcs-git"_s, u"entry.consequence"_s)->text();
    QVERIFY2(said.contains(u"does not sign the skill off"_s), qPrintable(said));
    QCOMPARE(text(u"review.since"_s), u"What you did since it was written"_s);
    QVERIFY(text(u"review.event"_s).startsWith(u"Git basics: "_s));
}

void tst_ReviewsPane::keysGoThroughTheEntriesAndAnswerThem()
{
    receive(*m_workspace, reviewOf(*m_workspace));
    open();
    find<QListView>(u"reviews.list"_s)->setFocus();
    key(Qt::Key_J);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"entry.overall"_s);
    key(Qt::Key_A);
    QVERIFY(answer(u"overall"_s) == ReviewAnswer::Kind::Accepted);
    key(Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"entry.decision:vcs-git"_s);
    key(Qt::Key_J);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"entry.c-1"_s);
    key(Qt::Key_D);
    QVERIFY(answer(u"c-1"_s) == ReviewAnswer::Kind::Resolved);
    key(Qt::Key_Up);
    key(Qt::Key_R);
    QVERIFY(answer(u"decision:vcs-git"_s) == ReviewAnswer::Kind::Rejected);
    const QSignalSpy places(m_screen.get(), &ReviewsPane::placeRequested);
    key(Qt::Key_Return);
    QCOMPARE(places.count(), 1);
    QCOMPARE(places.first().first().value<ui::Place>(), (ui::Place { ui::PageId::Skill, u"vcs-git"_s, {} }));
    key(Qt::Key_K);
    key(Qt::Key_K);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"entry.overall"_s);
    auto* search = find<QLineEdit>(u"reviews.search"_s);
    search->setFocus();
    QTest::keyClicks(search, u"dark"_s); // letters belong to the field while one types
    QCOMPARE(search->text(), u"dark"_s);
}

void tst_ReviewsPane::aCommentIsAcceptedDoneAndReopened()
{
    receive(*m_workspace, reviewOf(*m_workspace));
    open();
    QCOMPARE(labelIn(u"entry.c-1"_s, u"entry.about"_s)->text(), u"On the line \"Merge a branch\""_s);
    click(u"entry.accept.c-1"_s);
    QVERIFY(answer(u"c-1"_s) == ReviewAnswer::Kind::Accepted);
    click(u"entry.done.c-1"_s);
    QVERIFY(answer(u"c-1"_s) == ReviewAnswer::Kind::Resolved);
    click(u"entry.reopen.c-1"_s);
    QVERIFY(!answer(u"c-1"_s));
    QVERIFY(find<QAbstractButton>(u"entry.done.c-2"_s) == nullptr); // praise asks for nothing
}

void tst_ReviewsPane::openOnlyHidesWhatIsAnswered()
{
    receive(*m_workspace, reviewOf(*m_workspace));
    open();
    click(u"reviews.openOnly"_s);
    click(u"entry.accept.overall"_s);
    QVERIFY(find<QWidget>(u"entry.overall"_s) == nullptr);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"entry.decision:vcs-git"_s); // the keyboard goes on
    key(Qt::Key_R);
    key(Qt::Key_D);
    key(Qt::Key_A);
    QCOMPARE(text(u"review.nothingOpen"_s), u"Nothing of this review waits for you."_s);
    click(u"review.more"_s);
    QVERIFY(find<QWidget>(u"entry.overall"_s) != nullptr);
}

void tst_ReviewsPane::aNewKeyIsComparedOrTurnedAway()
{
    receive(*m_workspace, signedBy(reviewOf(*m_workspace), keyOfAda()));
    open();
    const QString fingerprint = exchange::fingerprintOf(keyOfAda().publicKey());
    QCOMPARE(text(u"review.words"_s), exchange::fingerprintWords(fingerprint).join(u' '));
    QVERIFY(text(u"review.signature"_s).contains(u"new to you"_s));
    click(u"review.trust"_s);
    QVERIFY(m_workspace->progress().keys().value(fingerprint).confirmed);
    QVERIFY(text(u"review.signature"_s).startsWith(u"Signature verified"_s));
    QVERIFY(find<QWidget>(u"review.trust"_s) == nullptr);
    QVERIFY(m_workspace->undo());
    click(u"review.turnAway"_s);
    QVERIFY(m_workspace->progress().keys().isEmpty());
    QVERIFY(find<QWidget>(u"review.turnAway"_s) == nullptr);
    click(u"review.trust"_s); // after all
    QVERIFY(m_workspace->progress().keys().value(fingerprint).confirmed);
}

void tst_ReviewsPane::anotherKeyUnderTheSameNameIsCautioned()
{
    receive(*m_workspace, signedBy(reviewOf(*m_workspace), keyOfAda()));
    exchange::ReviewDocument second = reviewOf(*m_workspace, Decision::Approve, secondReview);
    second.created += 1000;
    receive(*m_workspace, signedBy(second, keyOfAda('b')));
    open();
    QVERIFY2(text(u"review.cautions"_s).contains(u"another key"_s), qPrintable(text(u"review.cautions"_s)));
    m_screen->showReview(firstReview);
    QVERIFY(!find<QLabel>(u"review.cautions"_s));
}

void tst_ReviewsPane::strangersTextStaysText()
{
    exchange::ReviewDocument hostile = reviewOf(*m_workspace);
    hostile.reviewer.name = u"<b>Ada</b><img src=x>"_s;
    hostile.comments[0].text = u"<a href='file:///etc'>click</a> & <script>"_s;
    hostile.decisions[0].text = QString(9000, u'x');
    receive(*m_workspace, hostile);
    open();
    for (const QLabel* label : m_screen->findChildren<QLabel*>()) {
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName()));
    }
    QString shown = labelIn(u"entry.c-1"_s, u"entry.text"_s)->text();
    QCOMPARE(shown.remove(QChar(0x200B)), hostile.comments[0].text); // without the places where a long word may break
    auto* sheet = find<QScrollArea>(u"reviews.sheet"_s);
    QCoreApplication::processEvents();
    QVERIFY(sheet->widget()->width() <= sheet->viewport()->width());
}

void tst_ReviewsPane::aSearchLooksIntoTheComments()
{
    receive(*m_workspace, reviewOf(*m_workspace));
    open();
    auto* search = qobject_cast<QLineEdit*>(m_screen->searchField());
    QVERIFY(search != nullptr);
    QTest::keyClicks(search, u"conflict solved"_s);
    QCOMPARE(find<QListView>(u"reviews.list"_s)->model()->rowCount(), 1);
    QTest::keyClicks(search, u" nowhere"_s);
    QCOMPARE(text(u"reviews.nothing"_s), u"No review here has all of these words."_s);
    click(u"reviews.showAll"_s);
    QCOMPARE(find<QListView>(u"reviews.list"_s)->model()->rowCount(), 1);
}

void tst_ReviewsPane::aReadOnlyLibraryOffersNoActs()
{
    receive(*m_workspace, signedBy(reviewOf(*m_workspace), keyOfAda()));
    m_store->setReadOnly(true);
    open();
    QVERIFY(find<QWidget>(u"entry.overall"_s) != nullptr);
    QVERIFY(find<QAbstractButton>(u"entry.accept.overall"_s) == nullptr);
    QVERIFY(find<QAbstractButton>(u"review.trust"_s) == nullptr);
}

void tst_ReviewsPane::theChosenReviewIsRemembered()
{
    receive(*m_workspace, reviewOf(*m_workspace));
    exchange::ReviewDocument second = reviewOf(*m_workspace, Decision::Reject, secondReview);
    second.created += 1000;
    second.reviewer.name = u"Grace"_s;
    receive(*m_workspace, second);
    open();
    QCOMPARE(text(u"review.name"_s), u"Grace"_s);
    m_screen->showReview(firstReview);
    QCOMPARE(text(u"review.name"_s), u"Ada Example"_s);
    const QVariantMap view = m_screen->view();
    open();
    QCOMPARE(text(u"review.name"_s), u"Grace"_s);
    m_screen->restoreView(view);
    QCOMPARE(text(u"review.name"_s), u"Ada Example"_s);
}

void tst_ReviewsPane::thousandsOfEntriesComeInParts()
{
    exchange::ReviewDocument large = reviewOf(*m_workspace);
    for (int i = 0; i < 1500; ++i) {
        large.comments.push_back({ u"m-%1"_s.arg(i), {}, {}, exchange::CommentKind::Improvement, u"Number %1"_s.arg(i), false, {} });
    }
    receive(*m_workspace, large);
    open();
    QVERIFY(find<QWidget>(u"entry.m-0"_s) != nullptr);
    QVERIFY(find<QWidget>(u"entry.m-100"_s) == nullptr);
    click(u"review.more"_s);
    QVERIFY(find<QWidget>(u"entry.m-100"_s) != nullptr);
    QVERIFY(find<QWidget>(u"entry.m-400"_s) == nullptr);
}

QTEST_MAIN(tst_ReviewsPane)
#include "tst_ReviewsPane.moc"
