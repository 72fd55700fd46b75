// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that nobody has saved, through the whole program: those of each library are its own, wherever it lies.
#include <ModalDialogs.h>
#include <WholeWindow.h>

#include <app/DraftFile.h>
#include <session/Drafts.h>
#include <session/Workers.h>

#include <QAbstractButton>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::isReady;
using support::whenWindow;

class tst_LibraryDrafts : public QObject, support::WholeWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { startAnew(); }

    void aMissingLibraryIsLocatedWithItsDrafts()
    {
        writeEvidence(u"half a thought"_s);
        const QString moved = path(u"moved elsewhere.waymark"_s);
        QVERIFY(QFile::rename(m_library, moved));
        support::whenDialogIsUp(u"libraryProblem"_s, [&](QDialog& dialog) {
            support::whenAskedForAFile(moved);
            support::clickOn(dialog, u"problemLocate"_s);
        });
        const QString word = wordOfStart();
        QVERIFY2(word.startsWith(u"You wrote evidence"_s), qPrintable(word));
        QVERIFY(!QFile::exists(m_library));
        QVERIFY(QFile::copy(moved, m_library));
        QCOMPARE(wordOfStart(), QString()); // a copy has none
    }

    /// Opened where it is now, without a word of where it was.
    void aLibraryThatWasMovedHasItsDraftsWithIt_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<bool>("isCopied"); // and then removed, as a move to another volume is made
        QTest::newRow("another name") << u"renamed.waymark"_s << false;
        QTest::newRow("another folder") << u"some/where/else.waymark"_s << false;
        QTest::newRow("another volume") << u"away.waymark"_s << true;
    }
    void aLibraryThatWasMovedHasItsDraftsWithIt()
    {
        QFETCH(const QString, place);
        QFETCH(const bool, isCopied);
        writeEvidence(u"half a thought"_s);
        const QString before = std::exchange(m_library, path(place));
        QVERIFY(QDir().mkpath(QFileInfo(m_library).path()));
        QVERIFY(isCopied ? QFile::copy(before, m_library) && QFile::remove(before) : QFile::rename(before, m_library));
        QVERIFY(wordOfStart().startsWith(u"You wrote evidence"_s));
        QVERIFY(wordOfStart().startsWith(u"You wrote evidence"_s)); // and so at every start
        QCOMPARE(draftFiles().size(), 1);
    }

    void aMoveOfTheFolderIsAMoveOfTheLibrary()
    {
        QVERIFY(QDir().mkpath(path(u"old"_s)));
        QVERIFY(QFile::rename(m_library, path(u"old/library.waymark"_s)));
        m_library = path(u"old/library.waymark"_s);
        writeEvidence(u"half a thought"_s);
        QVERIFY(QDir().rename(path(u"old"_s), path(u"new"_s)));
        m_library = path(u"new/library.waymark"_s);
        QVERIFY(wordOfStart().startsWith(u"You wrote evidence"_s));
    }

    /// Where it lies on a volume that is not there now, it still exists as far as anybody knows.
    void aCopyOnAnotherVolumeKeepsItsDrafts()
    {
        const QString copy = path(u"on the disk.waymark"_s);
        QVERIFY(QFile::copy(m_library, copy));
        writeEvidence(u"of the first"_s);
        const QString file = path(u"state/waymark/"_s) + draftFiles().front();
        session::DraftOwner owner = session::Drafts::ownerOf(file).value();
        QCOMPARE(owner.path, QFileInfo(m_library).canonicalFilePath());
        owner.volume = u"/media/stick"_s;
        session::Drafts drafts;
        drafts.keepIn(file, owner);
        session::workers().waitForDone();
        QVERIFY(QFile::remove(m_library));
        m_library = copy;
        QCOMPARE(wordOfStart(), QString());
        QCOMPARE(draftFiles().size(), 1);
    }

    /// Which of two that are gone it was cannot be told.
    void ofTwoThatAreGoneNoneIsGuessed()
    {
        const QString second = path(u"second.waymark"_s);
        const QString third = path(u"third.waymark"_s);
        QVERIFY(QFile::copy(m_library, second) && QFile::copy(m_library, third));
        writeEvidence(u"of the first"_s);
        QVERIFY(QFile::remove(m_library));
        m_library = third; // it takes them, and has them
        QVERIFY(wordOfStart().startsWith(u"You wrote evidence"_s));
        m_library = second;
        writeEvidence(u"of the second"_s);
        QCOMPARE(draftFiles().size(), 2);
        const QString fourth = path(u"fourth.waymark"_s);
        QVERIFY(QFile::copy(second, fourth) && QFile::remove(second) && QFile::remove(third));
        m_library = fourth;
        QCOMPARE(wordOfStart(), QString());
        QCOMPARE(draftFiles().size(), 2);
    }

    /// They share an id, for a copy is made of all of it.
    void copiesOfALibraryHaveDraftsOfTheirOwn()
    {
        const QString copy = path(u"a copy.waymark"_s);
        QVERIFY(QFile::copy(m_library, copy));
        writeEvidence(u"of the first"_s);
        const QString first = std::exchange(m_library, copy);
        QCOMPARE(wordOfStart(), QString());
        writeEvidence(u"of the copy"_s);
        m_library = first;
        QVERIFY(wordOfStart().startsWith(u"You wrote evidence"_s));
        const QDir state(path(u"state/waymark"_s));
        const QStringList files = state.entryList({ u"drafts-*"_s });
        QCOMPARE(files.size(), 2);
        QVERIFY(!files.join(u'\n').contains(u"copy"_s));
        QVERIFY(QFile::link(m_library, path(u"link.waymark"_s)));
        m_library = path(u"link.waymark"_s); // the same place
        QVERIFY(wordOfStart().startsWith(u"You wrote evidence"_s));
        QCOMPARE(state.entryList({ u"drafts-*"_s }), files);
    }

    /// Another window may have it open for writing.
    void aLibraryOpenForReadingTouchesNoDrafts()
    {
        QSettings settings(path(u"window.ini"_s), QSettings::IniFormat);
        app::LibraryDoor door(settings, app::systemClock());
        {
            const auto read = door.openReadOnly(m_library);
            QVERIFY(read.has_value());
            QCOMPARE(app::draftFileOf(**read, m_library), QString());
        }
        const auto written = door.open(m_library, app::LibraryDoor::Access::Write);
        QVERIFY(written.has_value());
        QVERIFY(!app::draftFileOf(**written, m_library).isEmpty());
    }

private:
    [[nodiscard]] QStringList draftFiles() const { return QDir(path(u"state/waymark"_s)).entryList({ u"drafts-*"_s }); }

    /// In an editor that is left open.
    void writeEvidence(const QString& text)
    {
        whenWindow(isReady, [&](ui::MainWindow& window) {
            window.go({ ui::PageId::Skill, u"vcs-git-basics"_s, {} });
            QAbstractButton* add = nullptr;
            for (auto* each : window.findChildren<QAbstractButton*>()) {
                add = add == nullptr && each->objectName().startsWith(u"evidence.add."_s) ? each : add;
            }
            QVERIFY(add != nullptr);
            add->click();
            const QString item = add->objectName().section(u'.', 2);
            support::childOf<QPlainTextEdit>(window, u"evidence.text."_s + item)->setPlainText(text);
            QVERIFY(window.close());
        });
        QCOMPARE(start(), 0);
    }
};

int main(int argc, char* argv[])
{
    return support::runTest<tst_LibraryDrafts>(argc, argv);
}
#include "tst_LibraryDrafts.moc"
