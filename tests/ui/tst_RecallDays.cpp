// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of recall says about the days: leeches, a backlog, and when nothing is due.
#include <RecallPageFixture.h>

#include <ui/recall/RecallNotice.h>

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Grade;
using support::CardFixture;
using support::RecallPageFixture;
using ui::PageId;
using ui::Place;

namespace {

const QString git = CardFixture::git;
const QString commit = CardFixture::commit;
const QString branch = CardFixture::branch;

/// Cards that were all met on days of their own and are due after three months, in sessions of a minute, which is three cards.
void goOnHoliday(CardFixture& cards, int count)
{
    for (int i = 0; i < count; ++i) {
        cards.grade(cards.write(u"Front %1"_s.arg(i)), Grade::Easy);
        cards.now += CardFixture::day;
    }
    cards.apply(domain::setRecall(cards.workspace->context(), { 0.9, 1, 0 }));
    cards.now += 90 * CardFixture::day;
}

} // namespace

class tst_RecallDays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewDayAsksWhatIsDueThenButTakesNoCardAway()
    {
        RecallPageFixture f;
        f.cards.grade(commit, Grade::Easy);
        f.cards.grade(branch, Grade::Easy);
        f.open();
        QVERIFY(!f.isShown(u"recall.text"_s));
        f.cards.now += 90 * CardFixture::day;
        f.cards.workspace->noticeDay();
        QVERIFY(f.isShown(u"recall.text"_s));
        f.press(Qt::Key_Space);
        QVERIFY(f.action(u"recall.good"_s)->isEnabled());
        f.cards.now += CardFixture::day;
        f.cards.workspace->noticeDay();
        QVERIFY(f.action(u"recall.good"_s)->isEnabled()); // its back is still to be seen
    }

    void aLeechLeadsToItsLesson()
    {
        RecallPageFixture f;
        f.cards.forget(commit, 8);
        f.cards.now += CardFixture::day;
        f.open();
        QVERIFY(f.isShown(u"recall.leech"_s));
        QVERIFY(f.find<QWidget>(u"recall.leech"_s)->accessibleName().contains(u"8 time(s)"_s));
        f.click(u"recall.leechLesson"_s);
        QCOMPARE(f.places.last(), (Place { PageId::Skill, git, u"Mental model"_s }));
    }

    void aLeechLeadsToTheEditor()
    {
        RecallPageFixture f;
        f.cards.forget(commit, 8);
        f.cards.now += CardFixture::day;
        f.open();
        f.inDialog([](QDialog& dialog) {
            dialog.findChild<QPlainTextEdit*>(u"card.front"_s)->setPlainText(u"Rewritten?"_s);
            QTest::mouseClick(dialog.findChild<QPushButton*>(u"card.save"_s), Qt::LeftButton);
        });
        f.click(u"recall.leechEdit"_s);
        QCOMPARE(f.cards.workspace->progress().skill(git).ownCards.value(commit).front, u"Rewritten?"_s);
    }

    void aCardThatIsNoLeechSaysNothing()
    {
        RecallPageFixture f;
        f.cards.forget(commit, 7);
        f.cards.now += CardFixture::day;
        f.open();
        QVERIFY(f.isShown(u"recall.show"_s));
        QVERIFY(!f.isShown(u"recall.leech"_s));
    }

    void aBacklogAsksWhatToDo()
    {
        RecallPageFixture f;
        goOnHoliday(f.cards, 7);
        f.open();
        QVERIFY(f.isShown(u"recall.backlog"_s));
        QVERIFY(f.find<QWidget>(u"recall.backlog"_s)->accessibleName().startsWith(u"7 card(s) are due"_s));
    }

    void aBacklogOfTwoSessionsIsNone()
    {
        RecallPageFixture f;
        goOnHoliday(f.cards, 6);
        f.open();
        QVERIFY(!f.isShown(u"recall.backlog"_s));
    }

    void aBacklogIsSpreadInPlace()
    {
        RecallPageFixture f;
        goOnHoliday(f.cards, 30);
        f.open();
        f.click(u"recall.backlogSpread"_s);
        QVERIFY(!f.isShown(u"recall.backlog"_s));
        QVERIFY(f.notices.last().contains(u"25 card(s)"_s)); // of thirty, five stay for today
        QCOMPARE(session::RecallDesk(*f.cards.workspace).due().due, 5);
        QVERIFY(f.cards.workspace->undo().has_value());
        QCOMPARE(session::RecallDesk(*f.cards.workspace).due().due, 30);
        QVERIFY(!f.isShown(u"recall.backlog"_s)); // the choice of today was made
    }

    void aBacklogThatWasAcceptedIsAskedOfOnceADay()
    {
        RecallPageFixture f;
        goOnHoliday(f.cards, 30);
        f.open();
        f.click(u"recall.backlogBegin"_s);
        QVERIFY(!f.isShown(u"recall.backlog"_s));
        QVERIFY(f.isShown(u"recall.show"_s));
        QCOMPARE(session::RecallDesk(*f.cards.workspace).due().due, 30);
        const QVariantMap kept = f.page->view();
        f.open({}, kept); // after a restart
        QVERIFY(!f.isShown(u"recall.backlog"_s));
        f.cards.now += CardFixture::day;
        f.open({}, kept);
        QVERIFY(f.isShown(u"recall.backlog"_s));
    }

    void longButtonsOfANoticeStandUnderEachOther()
    {
        ui::RecallNotice notice(ui::IconId::Clock, ui::Tone::Mark);
        const QPushButton* first = notice.addButton(u"first"_s, u"Spread them over a whole week"_s);
        const QPushButton* second = notice.addButton(u"second"_s, u"Begin with what is most forgotten"_s);
        notice.setText(u"Many cards are due."_s);
        for (const int width : { 900, 300 }) {
            notice.resize(width, notice.heightForWidth(width));
            notice.show();
            QVERIFY(QTest::qWaitForWindowExposed(&notice));
            QCoreApplication::sendPostedEvents();
            QCOMPARE(first->y() == second->y(), width == 900);
            QVERIFY(first->width() >= first->sizeHint().width() && second->width() >= second->sizeHint().width());
        }
    }

    void aReadOnlyLibraryHasNoChoice()
    {
        RecallPageFixture f;
        goOnHoliday(f.cards, 30);
        f.cards.store->setReadOnly(true);
        f.open();
        QVERIFY(!f.isShown(u"recall.backlog"_s));
        QVERIFY(!f.action(u"recall.new"_s)->isEnabled());
        QVERIFY(f.action(u"recall.cards"_s)->isEnabled());
    }

    void theEmptyPageSaysWhenTheNextCome()
    {
        RecallPageFixture f;
        f.cards.grade(commit, Grade::Easy);
        f.cards.grade(branch, Grade::Again);
        f.open();
        QVERIFY2(f.text(u"recall.emptyNext"_s).contains(u"today"_s), qPrintable(f.text(u"recall.emptyNext"_s)));
        f.cards.grade(branch, Grade::Easy);
        QVERIFY2(f.text(u"recall.emptyNext"_s).startsWith(u"The next 1 card(s)"_s), qPrintable(f.text(u"recall.emptyNext"_s)));
        QVERIFY(!f.text(u"recall.emptyNext"_s).contains(u"today"_s));
        f.cards.apply(domain::setRecall(f.cards.workspace->context(), { 0.9, 20, 2 }));
        f.cards.write(u"Mine"_s); // the two of today are met: it comes tomorrow, as the one that was forgotten
        QCOMPARE(f.text(u"recall.emptyNext"_s), u"The next 2 card(s): tomorrow."_s);
    }

    void withEveryCardAsideNothingIsPromised()
    {
        RecallPageFixture f;
        f.cards.grade(commit, Grade::Easy);
        for (const QString& card : { commit, branch }) {
            f.cards.apply(domain::suspendCard(f.cards.workspace->context(), git, card, true));
        }
        f.open();
        QVERIFY(!f.isShown(u"recall.emptyNext"_s));
        QVERIFY(f.text(u"recall.emptyText"_s).contains(u"laid aside"_s));
        f.click(u"recall.emptyCards"_s);
        QVERIFY(f.isShown(u"cardSheet"_s));
    }

    void theEmptyPageLeadsToTheOptions()
    {
        RecallPageFixture f;
        f.cards.apply(domain::setRecall(f.cards.workspace->context(), { 0.9, 20, 0 }));
        f.open();
        f.inDialog([](QDialog& dialog) { QCOMPARE(dialog.objectName(), u"recallOptions"_s); });
        f.click(u"recall.emptyOptions"_s);
        f.inDialog([](QDialog& dialog) { QCOMPARE(dialog.objectName(), u"recallOptions"_s); });
        f.action(u"recall.options"_s)->trigger();
    }

    void aNewCardIsWrittenWhenNothingIsAsked()
    {
        RecallPageFixture f;
        f.cards.apply(domain::setRecall(f.cards.workspace->context(), { 0.9, 20, 0 }));
        f.open();
        QVERIFY(f.isShown(u"recall.emptyTitle"_s));
        f.inDialog([](QDialog& dialog) {
            auto* skills = dialog.findChild<QComboBox*>(u"card.skill"_s);
            QCOMPARE(skills->currentText(), u"Git basics"_s); // the one that is begun stands first
            QVERIFY(!dialog.findChild<QLabel*>(u"card.waits"_s)->isVisible());
            dialog.findChild<QPlainTextEdit*>(u"card.front"_s)->setPlainText(u"Rows?"_s);
            dialog.findChild<QPlainTextEdit*>(u"card.back"_s)->setPlainText(u"of a table"_s);
            auto* save = dialog.findChild<QPushButton*>(u"card.save"_s);
            skills->setFocus();
            skills->lineEdit()->selectAll();
            QTest::keyClicks(skills->lineEdit(), u"SQL que"_s);
            QVERIFY(!save->isEnabled()); // no skill has this title
            QTest::keyClicks(skills->lineEdit(), u"ries"_s);
            QVERIFY(save->isEnabled());
            QVERIFY(dialog.findChild<QLabel*>(u"card.waits"_s)->isVisible()); // SQL is not begun
            QTest::mouseClick(save, Qt::LeftButton);
        });
        f.press(Qt::Key_N);
        QCOMPARE(f.cards.workspace->progress().skill(CardFixture::sql).ownCards.size(), 1);
        QVERIFY(f.cards.workspace->undo().has_value());
        QVERIFY(f.cards.workspace->progress().skill(CardFixture::sql).ownCards.isEmpty());
    }
};

QTEST_MAIN(tst_RecallDays)
#include "tst_RecallDays.moc"
