// SPDX-License-Identifier: GPL-3.0-or-later
#include <MemoryShelf.h>
#include <ModalDialogs.h>
#include <WindowFixture.h>

#include <resources/Resources.h>
#include <ui/merge/ConflictsDialog.h>

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

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
        const domain::Record note = domain::Note { text, false, 5 };
        domain::JournalEntry entry { { u"there-"_s + skill, domain::EditKind::WriteNote, skill, 5, {} },
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
        c.w.trigger("edit.undo");
        QCOMPARE(domain::contentHash(c.w.f.workspace->progress()), before);
    }

    void whatIsNotWantedIsNotMerged()
    {
        Copies c;
        c.part();
        const QByteArray before = domain::contentHash(c.w.f.workspace->progress());
        support::whenDialogIsUp(u"mergeDialog"_s, [](QDialog& dialog) {
            keepPicture(dialog, u"merge-conflict"_s);
            support::clickOn(dialog, u"merge.cancel"_s);
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
        QCOMPARE(c.noteOn(u"base"_s), u"words of the copy"_s); // the larger one is shown
        ui::ConflictsDialog dialog(*c.w.f.workspace);
        dialog.show();
        keepPicture(dialog, u"conflicts"_s);
        const auto textOf = [&dialog](const QString& id) { return support::childOf<QLabel>(dialog, u"conflict.value."_s + id)->text(); };
        QCOMPARE(textOf(u"0.0"_s), u"words of the copy"_s);
        QCOMPARE(textOf(u"0.1"_s), u"different words"_s);
        support::clickOn(dialog, u"conflict.keep.0.1"_s);
        QCOMPARE(c.noteOn(u"base"_s), u"different words"_s);
        QVERIFY(c.w.f.workspace->progress().conflicts().isEmpty());
        auto* empty = support::childOf<QLabel>(dialog, u"conflicts.empty"_s);
        QTRY_VERIFY(empty->isVisible());
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
    }

    void readingIsCancelled()
    {
        Copies c;
        c.part();
        c.shelf->isHeld = true;
        c.choose();
        QVERIFY(!c.w.window->actions()["file.merge"]->isEnabled());
        c.w.window->findChild<QAction*>(u"merge.stop"_s)->trigger();
        QVERIFY2(c.w.notice().startsWith(u"Cancelled"_s), qPrintable(c.w.notice()));
        QVERIFY(c.w.window->actions()["file.merge"]->isEnabled());
        c.shelf->letGo();
        QVERIFY(c.noteOn(u"left"_s).isEmpty());
    }

    void nothingIsMergedWithoutAShelf()
    {
        support::WindowFixture w;
        QVERIFY(!w.window->actions()["file.merge"]->isEnabled());
    }
};

QTEST_MAIN(tst_MergeCommands)
#include "tst_MergeCommands.moc"
