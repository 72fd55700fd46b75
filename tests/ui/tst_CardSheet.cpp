// SPDX-License-Identifier: GPL-3.0-or-later
#include <RecallPageFixture.h>

#include <ui/words/Words.h>

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTreeView>

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

/// The list with two cards of the course, met and due later, and one of the learner's own.
struct Listed : RecallPageFixture
{
    QString own;

    Listed()
    {
        cards.grade(commit, Grade::Easy);
        cards.grade(branch, Grade::Easy);
        own = cards.write(u"Mine?"_s);
        open(ui::RecallPage::listSection);
    }
    [[nodiscard]] QTreeView* list() const { return find<QTreeView>(u"cards.list"_s); }
    [[nodiscard]] QStringList fronts() const
    {
        QStringList texts;
        for (int row = 0; row < list()->model()->rowCount(); ++row) {
            texts.append(list()->model()->index(row, 0).data().toString());
        }
        return texts;
    }
    void choose(const QString& front, Qt::KeyboardModifiers keys = {}) const
    {
        const auto row = static_cast<int>(fronts().indexOf(front));
        QVERIFY2(row >= 0, qPrintable(front));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, keys, list()->visualRect(list()->model()->index(row, 0)).center());
    }
};

} // namespace

class tst_CardSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListIsAPlaceOfThePage()
    {
        Listed f;
        QCOMPARE(f.fronts(), QStringList({ u"What is a commit?"_s, u"What is a branch?"_s, u"Mine?"_s }));
        QCOMPARE(f.page->title(), u"Cards"_s);
        QCOMPARE(f.page->searchField(), f.find<QWidget>(u"cards.search"_s));
        QVERIFY(f.list()->hasFocus());
        f.press(Qt::Key_Escape);
        QCOMPARE(f.places.last(), (Place { PageId::Recall, {}, {} }));
        QVERIFY(!f.isShown(u"cardSheet"_s));
        QCOMPARE(f.page->searchField(), nullptr);
        f.press(Qt::Key_C);
        QVERIFY(f.isShown(u"cardSheet"_s));
    }

    void aCardIsLaidAsideAndTakenUpByButton()
    {
        Listed f;
        f.choose(u"What is a commit?"_s);
        QVERIFY(!f.find<QPushButton>(u"button.cards.takeUp"_s)->isEnabled());
        f.click(u"button.cards.layAside"_s);
        QVERIFY(f.cards.state(commit).suspended);
        QCOMPARE(f.notices.last(), u"1 card(s) laid aside."_s);
        QVERIFY(!f.find<QPushButton>(u"button.cards.layAside"_s)->isEnabled());
        f.click(u"button.cards.takeUp"_s);
        QVERIFY(!f.cards.state(commit).suspended);
        QVERIFY(f.cards.workspace->undo().has_value()); // the list follows
        QVERIFY(f.find<QPushButton>(u"button.cards.takeUp"_s)->isEnabled());
    }

    void severalAreLaidAsideByKeyInOneStep()
    {
        Listed f;
        f.choose(u"What is a commit?"_s);
        f.choose(u"Mine?"_s, Qt::ControlModifier);
        QVERIFY(f.text(u"cards.count"_s).startsWith(u"2 of 3"_s));
        f.press(Qt::Key_A);
        QVERIFY(f.cards.state(commit).suspended && f.cards.state(f.own).suspended && !f.cards.state(branch).suspended);
        QCOMPARE(ui::Words::edit(*f.cards.workspace->nextUndo(), f.cards.workspace->roadmap()), u"Lay cards aside"_s);
        QVERIFY(f.cards.workspace->undo().has_value());
        QVERIFY(!f.cards.state(commit).suspended && !f.cards.state(f.own).suspended);
    }

    void aNewCardIsPutOffByKey()
    {
        Listed f;
        f.choose(u"Mine?"_s);
        f.press(Qt::Key_T);
        QVERIFY(f.cards.state(f.own).buriedUntil > f.cards.now);
        f.press(Qt::Key_U);
        QCOMPARE(f.cards.state(f.own).buriedUntil, 0);
    }

    void anOwnCardIsDeletedAndTheCoursesIsNot()
    {
        Listed f;
        f.choose(u"What is a commit?"_s);
        QVERIFY(!f.action(u"cards.remove"_s)->isEnabled());
        f.press(Qt::Key_Delete);
        QCOMPARE(f.fronts().size(), 3);
        f.choose(u"Mine?"_s);
        QVERIFY(f.action(u"cards.remove"_s)->text().startsWith(u"Delete"_s));
        f.press(Qt::Key_Delete);
        QCOMPARE(f.fronts().size(), 2);
        QVERIFY(f.cards.workspace->undo().has_value());
        QCOMPARE(f.fronts().size(), 3);
    }

    void theCoursesWordsComeBack()
    {
        Listed f;
        f.choose(u"What is a commit?"_s);
        f.inDialog([](QDialog& dialog) {
            auto* front = dialog.findChild<QPlainTextEdit*>(u"card.front"_s);
            QCOMPARE(front->toPlainText(), u"What is a `commit`?"_s);
            front->setPlainText(u"In my words"_s);
            QTest::mouseClick(dialog.findChild<QPushButton*>(u"card.save"_s), Qt::LeftButton);
        });
        f.press(Qt::Key_E);
        QVERIFY(f.fronts().contains(u"In my words"_s));
        QCOMPARE(f.action(u"cards.remove"_s)->text(), u"Back to the course's words"_s);
        f.action(u"cards.remove"_s)->trigger();
        QVERIFY(f.fronts().contains(u"What is a commit?"_s));
    }

    void theLessonOpensAtTheSectionOfTheCard()
    {
        Listed f;
        f.choose(u"What is a branch?"_s);
        QCOMPARE(f.page->currentSkill(), git);
        f.press(Qt::Key_O);
        QCOMPARE(f.places.last(), (Place { PageId::Skill, git, u"Key ideas"_s }));
    }

    void lettersInTheSearchAreLetters()
    {
        Listed f;
        auto* search = f.find<QLineEdit>(u"cards.search"_s);
        search->setFocus();
        QTest::keyClicks(search, u"at branch"_s); // a and t would lay aside and put off
        QCOMPARE(search->text(), u"at branch"_s);
        QCOMPARE(f.fronts(), QStringList { u"What is a branch?"_s });
        QVERIFY(!f.cards.state(branch).suspended);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(f.list()->hasFocus());
        f.press(Qt::Key_A);
        QVERIFY(f.cards.state(branch).suspended);
    }

    void aFilterWithoutCardsSaysSoAndLeadsBack()
    {
        Listed f;
        f.click(u"cards.filter.leeches"_s);
        QVERIFY(f.isShown(u"cards.nothing"_s));
        QVERIFY(f.text(u"cards.nothing"_s).contains(u"8 time(s)"_s));
        f.click(u"cards.showAll"_s);
        QCOMPARE(f.fronts().size(), 3);
        QVERIFY(f.find<QPushButton>(u"cards.filter.all"_s)->isChecked());
        f.click(u"cards.filter.own"_s);
        QCOMPARE(f.fronts(), QStringList { u"Mine?"_s });
    }

    void withoutCardsTheListSaysWhereTheyComeFrom()
    {
        RecallPageFixture f;
        f.open(ui::RecallPage::listSection);
        QVERIFY(f.isShown(u"cards.nothing"_s));
        QVERIFY(!f.isShown(u"cards.showAll"_s));
        f.inDialog([](QDialog& dialog) {
            dialog.findChild<QPlainTextEdit*>(u"card.front"_s)->setPlainText(u"Mine?"_s);
            dialog.findChild<QPlainTextEdit*>(u"card.back"_s)->setPlainText(u"Mine."_s);
            QTest::mouseClick(dialog.findChild<QPushButton*>(u"card.save"_s), Qt::LeftButton);
        });
        QVERIFY(!f.isShown(u"button.cards.edit"_s)); // nothing to do it with
        f.click(u"cards.write"_s);
        QVERIFY(f.isShown(u"cards.list"_s) && f.isShown(u"button.cards.edit"_s));
        QCOMPARE(f.cards.workspace->progress().skill(git).ownCards.size(), 1);
    }

    void theKeysOfTheListAreInItsListOfShortcuts()
    {
        Listed f;
        QStringList keys;
        for (const QAction* action : f.page->pageActions()) {
            const QString key = action->shortcut().toString();
            QVERIFY2(key.isEmpty() || !keys.contains(key), qPrintable(key));
            keys.append(key);
        }
        for (const QString& key : { u"E"_s, u"O"_s, u"U"_s, u"A"_s, u"T"_s, u"Del"_s, u"Esc"_s, u"N"_s }) {
            QVERIFY2(keys.contains(key), qPrintable(key));
        }
    }

    void theWayToTheListAndBackIsNoEndOfTheSession()
    {
        RecallPageFixture f;
        f.open();
        f.press(Qt::Key_Space);
        f.press(Qt::Key_4);
        f.cards.now += CardFixture::minute;
        f.press(Qt::Key_C);
        f.press(Qt::Key_Escape);
        f.press(Qt::Key_Space);
        f.press(Qt::Key_4);
        QVERIFY(f.text(u"recall.emptyTitle"_s).startsWith(u"2 card(s) recalled"_s));
    }

    void aReadOnlyLibraryIsListedAndNotChanged()
    {
        RecallPageFixture f;
        f.cards.grade(commit, Grade::Easy);
        f.cards.store->setReadOnly(true);
        f.open(ui::RecallPage::listSection);
        for (const QString& name : { u"cards.edit"_s, u"cards.layAside"_s, u"cards.putOff"_s, u"cards.remove"_s, u"recall.new"_s }) {
            QVERIFY2(!f.action(name)->isEnabled(), qPrintable(name));
        }
        QVERIFY(f.action(u"cards.lesson"_s)->isEnabled());
    }
};

QTEST_MAIN(tst_CardSheet)
#include "tst_CardSheet.moc"
