// SPDX-License-Identifier: GPL-3.0-or-later
#include <BehindLibrary.h>
#include <MemoryShelf.h>
#include <ModalDialogs.h>
#include <WindowFixture.h>

#include <resources/Resources.h>
#include <session/CopyMerge.h>
#include <session/Workers.h>
#include <ui/merge/ConflictsDialog.h>

#include <QPlainTextEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::MemoryShelf;

namespace {

const QString otherPath = u"/media/stick/library.waymark"_s;

/// The window of a library, and a copy of it in which somebody went on.
struct Copies
{
    support::WindowFixture w;
    std::shared_ptr<MemoryShelf> shelf = std::make_shared<MemoryShelf>();
    domain::LibraryContents copy;

    Copies()
    {
        w.f.finish(u"base"_s);
        copy = { *w.f.workspace->libraryId(), w.f.workspace->course(), w.f.workspace->progress(), w.f.workspace->journal(100).value() };
        w.window->setBackups(shelf);
    }
    void writeThere(const QString& skill, const QString& text)
    {
        const domain::RecordKey key = domain::RecordKey::ofNote(skill);
        constexpr qint64 later = support::WorkspaceFixture::now + 60'000; // than what is written here
        const domain::Record note = domain::Note { text, false, later };
        domain::JournalEntry entry { { u"there-"_s + skill, domain::EditKind::WriteNote, skill, later, {} },
            static_cast<qint64>(copy.journal.size()) + 1, domain::JournalState::Applied, 0, { copy.journal.front().edit.id } };
        entry.edit.changes.push_back({ key, copy.progress.record(key), note });
        copy.journal.insert(copy.journal.begin(), entry);
        copy.progress.setRecord(key, note);
    }
    void writeHere(const QString& skill, const QString& text) const
    {
        QVERIFY(w.f.workspace->apply(domain::writeNote(w.f.context(), skill, text)));
    }
    /// Both wrote on one skill, and the copy on another one too.
    void part()
    {
        writeThere(u"base"_s, u"words of the copy"_s);
        writeThere(u"left"_s, u"only there"_s);
        writeHere(u"base"_s, u"different words"_s);
    }
    /// And three conflicts wait.
    void mergeThree()
    {
        for (const QString& skill : { u"base"_s, u"middle"_s, u"top"_s }) {
            writeThere(skill, u"of there"_s);
            writeHere(skill, u"of here"_s);
        }
        const auto here = session::libraryHere(*w.f.workspace).value();
        QVERIFY(w.f.workspace->apply(session::previewOf(here, copy, otherPath).value().merge.edit));
        QCOMPARE(w.f.workspace->progress().conflicts().size(), 3);
    }
    void choose()
    {
        shelf->libraries.insert(otherPath, copy);
        w.window->warnOfSync(u"Dropbox"_s, { otherPath });
        support::whenDialogIsUp(u"syncDialog"_s, [](QDialog& dialog) { support::clickOn(dialog, u"sync.merge.0"_s); });
        w.window->findChild<QAction*>(u"sync.ask"_s)->trigger();
    }
    [[nodiscard]] QString noteOn(const QString& skill) const
    {
        const auto& note = w.f.workspace->progress().skill(skill).note;
        return note ? note->text : QString();
    }
};

QStringList textsOf(const QWidget& widget)
{
    QStringList texts;
    for (const auto* label : widget.findChildren<QLabel*>()) {
        texts.append(label->text());
    }
    return texts;
}

void keepPicture(QWidget& widget, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("WAYMARK_PICTURES"); !folder.isEmpty()) {
        widget.grab().save(folder + u'/' + name + u".png"_s);
    }
}

} // namespace

/// A copy of the library that is merged in the window.
class tst_MergeCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        resources::initialise();
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }

    void aCopyIsMergedAsOneStepOfUndo()
    {
        Copies c;
        c.writeThere(u"left"_s, u"only there"_s);
        const QByteArray before = domain::contentHash(c.w.f.workspace->progress());
        QString words;
        support::whenDialogIsUp(u"mergeDialog"_s, [&words](QDialog& dialog) {
            for (const auto* label : dialog.findChildren<QLabel*>()) {
                words += label->text() + u'\n';
            }
            keepPicture(dialog, u"merge"_s);
            support::clickOn(dialog, u"merge.accept"_s);
        });
        c.choose();
        QTRY_VERIFY2(c.w.notice().startsWith(u"Merged 1 step"_s), qPrintable(c.w.notice()));
        QVERIFY2(words.contains(u"1 step"_s) && words.contains(u"library.waymark"_s), qPrintable(words));
        QCOMPARE(c.noteOn(u"left"_s), u"only there"_s);
        support::clickOn(*c.w.window, u"noticeAction"_s);
        QCOMPARE(domain::contentHash(c.w.f.workspace->progress()), before);
    }

    void whatIsNotWantedIsNotMerged()
    {
        Copies c;
        c.part();
        const QByteArray before = domain::contentHash(c.w.f.workspace->progress());
        support::whenDialogIsUp(u"mergeDialog"_s, [](QDialog& dialog) {
            keepPicture(dialog, u"merge-conflict"_s);
            auto* cancel = support::childOf<QPushButton>(dialog, u"merge.cancel"_s);
            cancel->setFocus();
            QTest::keyClick(cancel, Qt::Key_Return); // its own, not that of the dialog
        });
        c.choose();
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr && c.w.window->actions()["file.merge"]->isEnabled());
        QCOMPARE(domain::contentHash(c.w.f.workspace->progress()), before);
    }

    void whatBothSayDifferentlyIsAsked()
    {
        Copies c;
        c.part();
        support::whenDialogIsUp(u"mergeDialog"_s, [](QDialog& dialog) { support::clickOn(dialog, u"merge.accept"_s); });
        c.choose();
        QTRY_VERIFY2(c.w.notice().contains(u"1 difference"_s), qPrintable(c.w.notice()));
        QCOMPARE(c.noteOn(u"left"_s), u"only there"_s);
        QCOMPARE(c.noteOn(u"base"_s), u"words of the copy"_s); // the later one is shown
        ui::ConflictsDialog dialog(*c.w.f.workspace);
        dialog.show();
        keepPicture(dialog, u"conflicts"_s);
        const auto textOf = [&dialog](const QString& id) { return support::childOf<QLabel>(dialog, u"conflict.value."_s + id)->text(); };
        QCOMPARE(textOf(u"0.0"_s), u"words of the copy"_s);
        QCOMPARE(textOf(u"0.1"_s), u"different words"_s);
        QCOMPARE(textsOf(dialog).filter(u" of "_s).filter(u"2026"_s).size(), 2); // when each was written
        support::clickOn(dialog, u"conflict.keep.0.1"_s);
        QCOMPARE(c.noteOn(u"base"_s), u"different words"_s);
        QVERIFY(c.w.f.workspace->progress().conflicts().isEmpty());
        auto* empty = support::childOf<QLabel>(dialog, u"conflicts.empty"_s);
        QTRY_VERIFY(empty->isVisible());
        QVERIFY(support::childOf<QPushButton>(dialog, u"conflicts.close"_s)->hasFocus());
        keepPicture(dialog, u"conflicts-empty"_s);
        QVERIFY(c.w.f.workspace->undo()); // the answer is a step of its own
        QCOMPARE(c.w.f.workspace->progress().conflicts().size(), 1);
        QTRY_VERIFY(!empty->isVisible());
        QVERIFY(c.w.f.workspace->undo());
        QCOMPARE(c.noteOn(u"base"_s), u"different words"_s);
        QVERIFY(c.noteOn(u"left"_s).isEmpty());
    }

    void aLongValueScrollsAsPlainText()
    {
        Copies c;
        c.writeThere(u"base"_s, u"<b>words</b> of the copy "_s.repeated(200));
        c.writeHere(u"base"_s, u"<i>here</i>"_s);
        support::whenDialogIsUp(u"mergeDialog"_s, [](QDialog& dialog) { support::clickOn(dialog, u"merge.accept"_s); });
        c.choose();
        QTRY_VERIFY2(c.w.notice().contains(u"1 difference"_s), qPrintable(c.w.notice()));
        QString here;
        QString there;
        support::whenDialogIsUp(u"conflictsDialog"_s, [&](QDialog& dialog) {
            keepPicture(dialog, u"conflicts-long"_s);
            for (const auto* label : dialog.findChildren<QLabel*>()) {
                here = label->text().startsWith(u"<i>") && label->textFormat() == Qt::PlainText ? label->text() : here;
            }
            there = dialog.findChild<QPlainTextEdit*>()->toPlainText();
            support::clickOn(dialog, u"conflicts.close"_s);
        });
        c.w.trigger("file.conflicts");
        QCOMPARE(here, u"<i>here</i>"_s);
        QVERIFY(there.startsWith(u"<b>words</b>"_s));
    }

    void aCopyWithoutNewsSaysSo()
    {
        Copies c;
        c.choose();
        QTRY_VERIFY2(c.w.notice().startsWith(u"Nothing to merge"_s), qPrintable(c.w.notice()));
    }

    void whatCannotBeMergedSaysWhy()
    {
        Copies c;
        c.copy.libraryId = u"another"_s;
        c.choose();
        QTRY_VERIFY2(c.w.notice().contains(u"another library"_s), qPrintable(c.w.notice()));
        c.shelf->faults.insert(otherPath, { domain::ErrorCode::LibraryCorrupt, otherPath, u"page 3"_s });
        c.choose();
        QTRY_VERIFY2(c.w.notice().contains(otherPath), qPrintable(c.w.notice()));
        c.shelf->faults.insert(otherPath, { domain::ErrorCode::OwnLibrary, otherPath, {} });
        c.choose();
        QTRY_VERIFY2(c.w.notice().contains(u"is the library that is open"_s), qPrintable(c.w.notice()));
    }

    void theWorkSaysHowFarItIsAndIsCancelled()
    {
        Copies c;
        c.part();
        c.shelf->isHeld = true;
        c.choose();
        QVERIFY(!c.w.window->actions()["file.merge"]->isEnabled());
        auto* bar = c.w.find<QProgressBar>(u"noticeProgress"_s);
        QTRY_VERIFY(bar->isVisible() && bar->maximum() > 0);
        QTRY_COMPARE(bar->value() * 100 / bar->maximum(), 20); // half of the reading
        support::clickOn(*c.w.window, u"noticeAction"_s);
        QVERIFY2(c.w.notice().startsWith(u"Cancelled"_s), qPrintable(c.w.notice()));
        QVERIFY(!bar->isVisible() && c.w.window->actions()["file.merge"]->isEnabled());
        c.shelf->letGo();
        session::workers().waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(c.noteOn(u"left"_s).isEmpty() && QApplication::activeModalWidget() == nullptr);
    }

    void whatChangedWhileItWasReadIsInThePreview()
    {
        Copies c;
        c.writeThere(u"base"_s, u"words of the copy"_s);
        c.shelf->isHeld = true;
        c.choose();
        c.writeHere(u"base"_s, u"different words"_s);
        QStringList shown;
        support::whenDialogIsUp(u"mergeDialog"_s, [&shown](QDialog& dialog) {
            shown = textsOf(dialog);
            support::clickOn(dialog, u"merge.accept"_s);
        });
        c.shelf->letGo();
        QTRY_VERIFY2(c.w.notice().contains(u"1 difference"_s), qPrintable(c.w.notice()));
        QVERIFY2(shown.contains(u"different words"_s) && shown.contains(u"words of the copy"_s), qPrintable(shown.join(u'|')));
        QCOMPARE(c.shelf->askedFor(), 1); // the other file is read once
    }

    void whatChangedWhileItWasShownIsShownAnew_data()
    {
        QTest::addColumn<bool>("isUndo");
        QTest::newRow("an edit") << false;
        QTest::newRow("an undo") << true;
    }
    void whatChangedWhileItWasShownIsShownAnew()
    {
        QFETCH(const bool, isUndo);
        Copies c;
        c.writeThere(u"base"_s, u"words of the copy"_s);
        c.writeHere(u"middle"_s, u"of here"_s);
        QString word;
        support::whenDialogIsUp(u"mergeDialog"_s, [&](QDialog& dialog) {
            QVERIFY(dialog.findChild<QLabel*>(u"merge.word"_s) == nullptr);
            if (isUndo) {
                QVERIFY(c.w.f.workspace->undo());
            } else {
                c.writeHere(u"base"_s, u"different words"_s);
            }
            support::whenDialogIsUp(u"mergeDialog"_s, [&](QDialog& second) {
                keepPicture(second, u"merge-anew"_s);
                word = support::childOf<QLabel>(second, u"merge.word"_s)->text();
                QVERIFY(c.noteOn(u"base"_s) != u"words of the copy"_s); // nothing was done yet
                support::clickOn(second, u"merge.accept"_s);
            });
            support::clickOn(dialog, u"merge.accept"_s);
        });
        c.choose();
        QTRY_VERIFY2(c.w.notice().startsWith(u"Merged 1 step"_s), qPrintable(c.w.notice()));
        QVERIFY2(word.contains(u"has changed meanwhile"_s), qPrintable(word));
        QCOMPARE(c.w.f.workspace->progress().conflicts().size(), isUndo ? 0 : 1);
        QCOMPARE(c.noteOn(u"middle"_s), isUndo ? QString() : u"of here"_s);
    }

    void nothingIsMergedWithoutAShelfOrIntoAReadOnlyLibrary_data()
    {
        QTest::addColumn<bool>("isReadOnly");
        QTest::addColumn<QString>("reason");
        QTest::newRow("read-only") << true << u"read-only"_s;
        QTest::newRow("no shelf") << false << u"No other file can be read here"_s;
    }
    void nothingIsMergedWithoutAShelfOrIntoAReadOnlyLibrary()
    {
        QFETCH(const bool, isReadOnly);
        QFETCH(const QString, reason);
        support::WindowFixture w;
        w.f.store->setReadOnly(isReadOnly);
        w.window->setBackups(isReadOnly ? std::make_shared<MemoryShelf>() : nullptr);
        const QAction* merge = w.window->actions()["file.merge"];
        QVERIFY(!merge->isEnabled() && merge->toolTip().contains(reason) && merge->statusTip() == merge->toolTip());
        // The warning of a synced folder leads here too.
        w.window->warnOfSync(u"Dropbox"_s, { otherPath });
        support::whenDialogIsUp(u"syncDialog"_s, [](QDialog& dialog) { support::clickOn(dialog, u"sync.merge.0"_s); });
        w.window->findChild<QAction*>(u"sync.ask"_s)->trigger();
        QVERIFY2(w.notice().contains(reason), qPrintable(w.notice()));
    }

    void anAnswerTakesItsCardAloneAway()
    {
        Copies c;
        c.mergeThree();
        ui::ConflictsDialog dialog(*c.w.f.workspace);
        dialog.resize(700, 320); // so that it scrolls
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto* bar = support::childOf<QScrollArea>(dialog, u"conflicts.list"_s)->verticalScrollBar();
        auto* second = support::childOf<QPushButton>(dialog, u"conflict.keep.1.1"_s);
        second->setFocus();
        support::childOf<QScrollArea>(dialog, u"conflicts.list"_s)->ensureWidgetVisible(second);
        const int scrolled = bar->value();
        QVERIFY(scrolled > 0);
        const QPointer<QWidget> first = support::childOf<QPushButton>(dialog, u"conflict.keep.0.0"_s);
        const QPointer<QWidget> third = support::childOf<QPushButton>(dialog, u"conflict.keep.2.0"_s);
        QTest::keyClick(second, Qt::Key_Return); // the button's, not that of the dialog
        QTRY_VERIFY(dialog.findChild<QPushButton*>(u"conflict.keep.1.1"_s) == nullptr);
        QVERIFY(dialog.isVisible());
        QVERIFY(first != nullptr && third != nullptr && third->hasFocus());
        QVERIFY(qAbs(bar->value() - scrolled) <= std::max(0, scrolled - bar->maximum()) + 1);
        QVERIFY(!third->visibleRegion().isEmpty());
        QCOMPARE(c.w.f.workspace->progress().conflicts().size(), 2);
        // Taken back where it was given.
        support::clickOn(dialog, u"conflicts.undo"_s);
        QCOMPARE(c.w.f.workspace->progress().conflicts().size(), 3);
        QTRY_VERIFY(dialog.findChild<QPushButton*>(u"conflict.keep.3.1"_s) != nullptr);
        QVERIFY(first != nullptr && third != nullptr);
    }

    void differencesAreAskedExactlyWhileTheLibraryCanBeChanged()
    {
        Copies c;
        c.mergeThree();
        const auto shownButtons = [](const QDialog& dialog) {
            const auto buttons = dialog.findChildren<QPushButton*>();
            return std::ranges::count_if(
                buttons, [](const QPushButton* each) { return each->objectName().startsWith(u"conflict.keep."_s) && each->isVisible(); });
        };
        ui::ConflictsDialog before(*c.w.f.workspace);
        before.show();
        QCOMPARE(shownButtons(before), 6);
        support::fallBehind(*c.w.f.workspace, *c.w.f.store);
        QCOMPARE(shownButtons(before), 0);
        ui::ConflictsDialog meanwhile(*c.w.f.workspace);
        meanwhile.show();
        QCOMPARE(shownButtons(meanwhile), 0);
        c.w.f.workspace->noticeDay();
        QTRY_COMPARE(shownButtons(before), 6);
        QTRY_COMPARE(shownButtons(meanwhile), 6);
        QCOMPARE(support::textIn(meanwhile, u"conflicts.said"_s), QString());
    }

    void aCopyIsOfferedWhereNothingWaitsAsLongAsItCanBeMerged()
    {
        Copies c;
        ui::ConflictsDialog dialog(*c.w.f.workspace, c.w.window->actions()["file.merge"]);
        dialog.show();
        const auto* merge = support::childOf<QPushButton>(dialog, u"conflicts.merge"_s);
        QVERIFY(merge->isVisible());
        support::fallBehind(*c.w.f.workspace, *c.w.f.store);
        QVERIFY(!merge->isVisible());
        c.w.f.workspace->noticeDay();
        QTRY_VERIFY(merge->isVisible());
    }

    void whatWaitsIsSaidInTheMenuAndAtTheStart()
    {
        Copies c;
        QAction* action = c.w.window->actions()["file.conflicts"];
        QVERIFY(!action->text().contains(u'('));
        c.w.window->tellOfConflicts();
        QVERIFY2(c.w.notice().isEmpty(), qPrintable(c.w.notice()));
        c.mergeThree();
        QVERIFY2(action->text().contains(u"(3)"_s), qPrintable(action->text()));
        c.w.open(); // as at the next start
        QVERIFY(c.w.notice().isEmpty());
        c.w.window->tellOfConflicts();
        QVERIFY2(c.w.notice().contains(u"3 difference"_s), qPrintable(c.w.notice()));
        support::whenDialogIsUp(u"conflictsDialog"_s, [](QDialog& dialog) {
            support::clickOn(dialog, u"conflict.keep.0.0"_s);
            support::clickOn(dialog, u"conflicts.close"_s);
        });
        support::clickOn(*c.w.window, u"noticeAction"_s);
        QCOMPARE(c.w.f.workspace->progress().conflicts().size(), 2);
        QTRY_VERIFY2(c.w.notice().isEmpty(), qPrintable(c.w.notice())); // it was of three
    }

    void noConflictsLeadToAMerge()
    {
        Copies c;
        c.writeThere(u"left"_s, u"only there"_s);
        c.shelf->libraries.insert(otherPath, c.copy);
        support::whenDialogIsUp(u"conflictsDialog"_s, [](QDialog& dialog) { support::clickOn(dialog, u"conflicts.merge"_s); });
        bool isAsked = false;
        support::whenDialogIsUp(u"QFileDialog"_s, [&isAsked](QDialog& dialog) {
            isAsked = true;
            dialog.reject();
        });
        c.w.trigger("file.conflicts");
        QTRY_VERIFY(isAsked);
    }
};

QTEST_MAIN(tst_MergeCommands)
#include "tst_MergeCommands.moc"
