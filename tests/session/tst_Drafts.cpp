// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that stand in editors outlive the program.
#include <session/Drafts.h>
#include <session/Workers.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using session::Drafts;
using session::EvidenceDraft;

namespace {

EvidenceDraft draftOf(const QString& text, const QString& id = {})
{
    return { id, { domain::EvidenceKind::Link, text, 0 }, id.isEmpty() ? QString() : u"as it was"_s };
}

} // namespace

class tst_Drafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptIsFoundInTheNextProgram();
    void whatIsDroppedIsGone();
    void skillsWithDraftsAreNamedOnce();
    void theNewestTextIsTheOneOnDisk();
    void withoutAFileNothingIsWritten();
    void aFileThatCannotBeReadIsPutAside_data();
    void aFileThatCannotBeReadIsPutAside();
    void whatIsNoDraftIsPassedOver();

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"new/drafts.json"_s); }
    void write(const QByteArray& bytes) const
    {
        QVERIFY(QDir().mkpath(m_folder.filePath(u"new"_s)));
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] std::optional<EvidenceDraft> next() const
    {
        session::workers().waitForDone();
        Drafts drafts;
        drafts.keepIn(path());
        return drafts.find(u"skill"_s, u"item"_s);
    }

    QTemporaryDir m_folder;
};

void tst_Drafts::whatIsKeptIsFoundInTheNextProgram()
{
    Drafts drafts;
    drafts.keepIn(path());
    QVERIFY(!drafts.find(u"skill"_s, u"item"_s));
    drafts.keep(u"skill"_s, u"item"_s, draftOf(u"two\nlines \"and\" ü"_s, u"some-id"_s));
    QVERIFY(next() == draftOf(u"two\nlines \"and\" ü"_s, u"some-id"_s));
    QCOMPARE(QFile::permissions(path()) & QFileDevice::Permissions(0x0077), QFileDevice::Permissions());
}

void tst_Drafts::whatIsDroppedIsGone()
{
    Drafts drafts;
    drafts.keepIn(path());
    drafts.keep(u"skill"_s, u"item"_s, draftOf(u"text"_s));
    drafts.drop(u"skill"_s, u"item"_s);
    QVERIFY(!next());
}

void tst_Drafts::skillsWithDraftsAreNamedOnce()
{
    Drafts drafts;
    QCOMPARE(drafts.skills(), QStringList());
    drafts.keep(u"one"_s, u"a"_s, draftOf(u"text"_s));
    drafts.keep(u"one"_s, u"b"_s, draftOf(u"text"_s));
    drafts.keep(u"two"_s, u"a"_s, draftOf(u"text"_s));
    QCOMPARE(drafts.skills(), QStringList({ u"one"_s, u"two"_s }));
    drafts.drop(u"two"_s, u"a"_s);
    QCOMPARE(drafts.skills(), QStringList({ u"one"_s }));
}

void tst_Drafts::theNewestTextIsTheOneOnDisk()
{
    Drafts drafts;
    drafts.keepIn(path());
    for (int i = 0; i < 100; ++i) {
        drafts.keep(u"skill"_s, u"item"_s, draftOf(QString::number(i)));
    }
    QVERIFY(next() == draftOf(u"99"_s));
}

void tst_Drafts::withoutAFileNothingIsWritten()
{
    Drafts drafts;
    drafts.keep(u"skill"_s, u"item"_s, draftOf(u"text"_s));
    session::workers().waitForDone();
    QVERIFY(drafts.find(u"skill"_s, u"item"_s) == draftOf(u"text"_s));
    QVERIFY(!drafts.find(u"skill"_s, u"other"_s));
}

void tst_Drafts::aFileThatCannotBeReadIsPutAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("half") << QByteArray("{ \"skill/item\": { \"id\":");
    QTest::newRow("array") << QByteArray("[1]");
}

void tst_Drafts::aFileThatCannotBeReadIsPutAside()
{
    QFETCH(QByteArray, bytes);
    write(bytes);
    QVERIFY(!next());
    QVERIFY(!QFile::exists(path()));
    QFile aside(path() + u".unreadable"_s);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), bytes);
}

void tst_Drafts::whatIsNoDraftIsPassedOver()
{
    write(R"({ "skill/other": 7, "skill/item": { "kind": "no such", "text": "a" }, "a/b": { "kind": "note", "text": "kept", "id": 3 } })");
    QVERIFY(!next());
    Drafts drafts;
    drafts.keepIn(path());
    QVERIFY((drafts.find(u"a"_s, u"b"_s) == EvidenceDraft { {}, { domain::EvidenceKind::Note, u"kept"_s, 0 }, {} }));
}

QTEST_GUILESS_MAIN(tst_Drafts)
#include "tst_Drafts.moc"
