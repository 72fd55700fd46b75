// SPDX-License-Identifier: GPL-3.0-or-later
// Two copies of a library on the command line, as files.
#include <ClockedCommands.h>

#include <domain/Progress.h>
#include <storage/Migrations.h>
#include <storage/SqliteStore.h>

#include <QDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::Answer;

class tst_MergeVerb : public QObject, private support::ClockedCommands
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        startAnew();
        m_other = path(u"other.waymark"_s);
        for (const QString& rest : { QString(), u"-wal"_s, u"-shm"_s }) {
            QFile::remove(m_other + rest);
        }
    }

    void whatWasDoneInTheOtherCopyComesInAsOneStep()
    {
        part({ u"goal"_s, u"--hours"_s, u"7"_s }, { u"note"_s, u"vcs-git-basics"_s, u"from there"_s });
        const QByteArray before = hashOf(m_library);
        const QByteArray there = support::bytesOf(m_other);
        const QJsonObject dry = json({ u"merge"_s, m_other, u"--dry-run"_s }).object();
        QVERIFY(dry[u"edit"].isNull());
        QCOMPARE(dry[u"edits"].toInt(), 1);
        QCOMPARE(dry[u"added"].toInt(), 1);
        QCOMPARE(dry[u"skills"].toArray(), QJsonArray { u"vcs-git-basics"_s });
        QCOMPARE(hashOf(m_library), before);
        const QJsonObject done = json({ u"merge"_s, m_other }).object();
        QVERIFY(done[u"changed"].toBool() && !done[u"edit"].toString().isEmpty());
        QCOMPARE(support::bytesOf(m_other), there); // never written
        const domain::Progress merged = progressOf(m_library);
        QCOMPARE(merged.goal().hoursPerWeek, 7.0);
        QCOMPARE(merged.skill(u"vcs-git-basics"_s).note->text, u"from there"_s);
        const Answer again = on({ u"merge"_s, m_other });
        QVERIFY2(again.code == 0 && again.out.contains(u"Nothing to merge"_s), said(again).constData());
        // Each call opens the file anew: one step goes back and forth over restarts.
        QCOMPARE(on({ u"undo"_s }).code, 0);
        QCOMPARE(hashOf(m_library), before);
        QCOMPARE(on({ u"redo"_s }).code, 0);
        QCOMPARE(hashOf(m_library), domain::contentHash(merged));
        QCOMPARE(on({ u"doctor"_s }).code, 0);
    }

    void bothWaysGiveTheSame()
    {
        part({ u"note"_s, u"vcs-git-basics"_s, u"from here"_s }, { u"note"_s, u"vcs-git-basics"_s, u"from there"_s });
        QCOMPARE(run({ u"--library"_s, m_other, u"merge"_s, m_library }).code, 0);
        const QByteArray there = hashOf(m_other);
        QCOMPARE(on({ u"merge"_s, m_other }).code, 0);
        QCOMPARE(hashOf(m_library), there);
    }

    void whatBothSayDifferentlyIsListedAndAnswered()
    {
        part({ u"note"_s, u"vcs-git-basics"_s, u"from here"_s }, { u"note"_s, u"vcs-git-basics"_s, u"from there"_s });
        QVERIFY(on({ u"conflicts"_s }).out.contains(u"No copy says anything differently."_s));
        const Answer merged = on({ u"merge"_s, m_other });
        QVERIFY2(merged.code == 0 && merged.out.contains(u"waymark conflicts"_s), said(merged).constData());
        const QJsonArray conflicts = json({ u"conflicts"_s }).array();
        QCOMPARE(conflicts.size(), 1);
        QCOMPARE(conflicts.at(0)[u"values"].toArray(), QJsonArray({ u"from there"_s, u"from here"_s }));
        QCOMPARE(conflicts.at(0)[u"skill"].toString(), u"vcs-git-basics"_s);
        const QString listed = on({ u"conflicts"_s }).out;
        QVERIFY2(listed.contains(u"1: from there (shown)"_s) && listed.contains(u"2: from here"_s), qPrintable(listed));
        const QString name = conflicts.at(0)[u"name"].toString();
        QVERIFY2(name.size() == 8 && listed.startsWith(name), qPrintable(listed));
        for (const QStringList& wrong : { QStringList { u"00000000"_s, u"1"_s }, { name, u"3"_s }, { u"1"_s, u"1"_s } }) {
            QCOMPARE(on(QStringList { u"conflicts"_s, u"keep"_s } + wrong).code, 3);
        }
        QCOMPARE(on({ u"conflicts"_s, u"keep"_s, name, u"0"_s }).code, 2);
        QCOMPARE(json({ u"status"_s }).object()[u"conflicts"].toInt(), 1);
        QVERIFY(on({ u"status"_s }).out.contains(u"1 difference"_s));
        QCOMPARE(on({ u"conflicts"_s, u"keep"_s, name, u"2"_s }).code, 0);
        QCOMPARE(progressOf(m_library).skill(u"vcs-git-basics"_s).note->text, u"from here"_s);
        QVERIFY(json({ u"conflicts"_s }).array().isEmpty());
        QCOMPARE(on({ u"undo"_s }).code, 0);
        QCOMPARE(json({ u"conflicts"_s }).array().size(), 1);
    }

    void aNameMeansTheSameAfterAnotherAnswer()
    {
        QVERIFY(QFile::copy(m_library, m_other));
        for (const QString& skill : { u"vcs-git-basics"_s, u"lang-basics"_s, u"net-internet"_s }) {
            QCOMPARE(on({ u"note"_s, skill, u"from here"_s }).code, 0);
            wait(1);
            QCOMPARE(run({ u"--library"_s, m_other, u"note"_s, skill, u"from there"_s }).code, 0);
        }
        QCOMPARE(on({ u"merge"_s, m_other }).code, 0);
        const QJsonArray all = json({ u"conflicts"_s }).array();
        QCOMPARE(all.size(), 3);
        for (const int i : { 1, 2 }) {
            QCOMPARE(on({ u"conflicts"_s, u"keep"_s, all.at(i)[u"name"].toString(), u"2"_s }).code, 0);
        }
        const QJsonArray left = json({ u"conflicts"_s }).array();
        QCOMPARE(left, QJsonArray { all.at(0) });
        QCOMPARE(progressOf(m_library).skill(all.at(2)[u"skill"].toString()).note->text, u"from here"_s);
    }

    void aStrangersTextsStandOnOneLineWithNothingHidden()
    {
        const QString hostile = u"\u202Eevil\u202C\n\u200Bmore "_s + u"word "_s.repeated(200);
        QVERIFY(QFile::copy(m_library, m_other));
        QCOMPARE(on({ u"note"_s, u"vcs-git-basics"_s, hostile + u"here"_s }).code, 0);
        QCOMPARE(run({ u"--library"_s, m_other, u"note"_s, u"vcs-git-basics"_s, hostile + u"there"_s }).code, 0);
        QCOMPARE(on({ u"merge"_s, m_other }).code, 0);
        const QString listed = on({ u"conflicts"_s }).out;
        QCOMPARE(listed.count(u'\n'), 4); // its name, two values, and what to do
        QVERIFY2(!listed.contains(QChar(0x202E)) && !listed.contains(QChar(0x200B)), qPrintable(listed));
        // The place where they differ is seen, however far behind it is.
        QVERIFY2(listed.contains(u"word there"_s) && listed.contains(u"word here"_s), qPrintable(listed));
    }

    void theLibraryItselfIsNoCopy_data()
    {
        QTest::addColumn<QString>("way");
        QTest::newRow("by its path") << u"path"_s;
        QTest::newRow("by a symbolic link") << u"symbolic"_s;
        QTest::newRow("by a hard link") << u"hard"_s;
    }
    void theLibraryItselfIsNoCopy()
    {
        QFETCH(const QString, way);
        QCOMPARE(on({ u"name"_s, u"Ada"_s }).code, 0);
        const QByteArray library = QFile::encodeName(m_library);
        const QByteArray other = QFile::encodeName(m_other);
        const auto link = way == u"hard" ? ::link : ::symlink;
        QVERIFY(way == u"path" || link(library.constData(), other.constData()) == 0);
        const QString named = way == u"path" ? m_library : m_other;
        const Answer answer = on({ u"merge"_s, named });
        QVERIFY2(isRefusal(answer, 9, named) && answer.err.contains(u"is the library that is open"_s), said(answer).constData());
        const Answer imported = on({ u"import"_s, named });
        QVERIFY2(isRefusal(imported, 9, named), said(imported).constData());
    }

    void aDryRunWritesNothingAndNeedsNotWrite()
    {
        part({ u"goal"_s, u"--hours"_s, u"7"_s }, { u"name"_s, u"Ada"_s });
        const auto owner = storage::SqliteStore::open(m_library, {}); // as another program has it
        QVERIFY(owner.has_value());
        const QJsonObject dry = json({ u"merge"_s, m_other, u"--dry-run"_s }).object();
        QCOMPARE(dry[u"edits"].toInt(), 1);
        QVERIFY(dry[u"edit"].isNull());
        QVERIFY(isRefusal(on({ u"merge"_s, m_other }), 5, m_library));
    }

    void aWatchThatIsOnOverThereIsNamedAndStaysThere()
    {
        part({ u"name"_s, u"Ada"_s }, { u"time"_s, u"start"_s, u"vcs-git-basics"_s });
        const Answer answer = on({ u"merge"_s, m_other });
        QVERIFY2(answer.code == 0 && answer.out.contains(u"A watch is on over there, on"_s), said(answer).constData());
        QVERIFY(!progressOf(m_library).timer());
        QCOMPARE(json({ u"merge"_s, m_other, u"--dry-run"_s }).object()[u"watchThere"][u"skill"].toString(), u"vcs-git-basics"_s);
    }

    void anOwnWatchThatWasStoppedOverThereIsTakenOff()
    {
        QCOMPARE(on({ u"time"_s, u"start"_s, u"vcs-git-basics"_s }).code, 0);
        wait(50);
        part({ u"name"_s, u"Ada"_s }, { u"time"_s, u"stop"_s });
        const Answer answer = on({ u"merge"_s, m_other });
        QVERIFY2(answer.code == 0 && answer.out.contains(u"is taken off"_s), said(answer).constData());
        QVERIFY(!progressOf(m_library).timer());
    }

    void whatStaysAlthoughItWasRemovedIsNamed()
    {
        QCOMPARE(on({ u"note"_s, u"vcs-git-basics"_s, u"before"_s }).code, 0);
        part({ u"note"_s, u"vcs-git-basics"_s, QString() }, { u"note"_s, u"vcs-git-basics"_s, u"after"_s });
        const Answer answer = on({ u"merge"_s, m_other });
        QVERIFY2(answer.code == 0 && answer.out.contains(u"1 entry"_s), said(answer).constData());
        QVERIFY2(answer.out.contains(u"\n  Note on"_s), said(answer).constData());
    }

    void whatIsTooLargeIsRefusedBeforeItIsRead_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("a file") << QByteArray() << u"at most 536870912"_s;
        QTest::newRow("a value") << QByteArray("INSERT INTO journal (edit, kind, subject, at, state, changes) "
                                               "VALUES ('x', 'set-learner', '', 7, 0, hex(zeroblob(33600000)));")
                                 << u"a value of more than 67108864 bytes"_s;
        QTest::newRow("the journal") << QByteArray("WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 500001) "
                                                   "INSERT INTO journal (edit, kind, subject, at, state, changes) "
                                                   "SELECT i, 'set-learner', '', 7, 0, '[]' FROM n;")
                                     << u"at most 500000"_s;
    }
    void whatIsTooLargeIsRefusedBeforeItIsRead()
    {
        QFETCH(const QByteArray, script);
        QFETCH(const QString, sentence);
        QVERIFY(QFile::copy(m_library, m_other));
        if (script.isEmpty()) {
            QFile log(m_other + u"-wal"_s); // with a log beside it the header does not tell the size
            QVERIFY(log.open(QIODevice::WriteOnly) && QFile::resize(m_other, qint64 { 600 } * 1024 * 1024));
        } else {
            QVERIFY(storage::Connection::open(m_other, storage::Connection::Mode::ReadWrite).value()->script(script).has_value());
        }
        const Answer answer = on({ u"merge"_s, m_other });
        QVERIFY2(isRefusal(answer, 4, m_other) && answer.err.contains(sentence), said(answer).constData());
    }

    void aForeignTriggerIsRefused()
    {
        QVERIFY(QFile::copy(m_library, m_other));
        const auto other = storage::Connection::open(m_other, storage::Connection::Mode::ReadWrite).value();
        QVERIFY(other->script("CREATE TRIGGER spoil AFTER INSERT ON journal BEGIN DELETE FROM journal; END;").has_value());
        QVERIFY(isRefusal(on({ u"merge"_s, m_other }), 9, m_other));
    }

    void whatIsNoCopyIsRefused()
    {
        QCOMPARE(run({ u"new"_s, m_other }).code, 0);
        const QByteArray before = hashOf(m_library);
        QVERIFY(isRefusal(on({ u"merge"_s, m_other }), 9, m_other));
        QVERIFY(isRefusal(on({ u"merge"_s, path(u"nobody.waymark"_s) }), 3, u"nobody.waymark"_s));
        QFile text(path(u"words.waymark"_s));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("just words\n") > 0);
        text.close();
        QVERIFY(isRefusal(on({ u"merge"_s, text.fileName() }), 4, text.fileName()));
        QCOMPARE(hashOf(m_library), before);
    }

    void aDamagedOrNewerCopyIsRefused_data()
    {
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<int>("code");
        QTest::newRow("damaged") << qint64 { 8192 } << 7;
        QTest::newRow("of a newer version") << qint64 { 60 } << 6;
    }
    void aDamagedOrNewerCopyIsRefused()
    {
        QFETCH(const qint64, offset);
        QFETCH(const int, code);
        QVERIFY(QFile::copy(m_library, m_other));
        QFile file(m_other);
        QVERIFY(
            file.open(QIODevice::ReadWrite) && file.seek(offset) && file.write(QByteArray(300, '\x7f').left(offset == 60 ? 4 : 300)) > 0);
        file.close();
        const QByteArray before = hashOf(m_library);
        const Answer answer = on({ u"merge"_s, m_other });
        QVERIFY2(isRefusal(answer, code, m_other), said(answer).constData());
        QCOMPARE(hashOf(m_library), before);
    }

    void aCopyThatIsOpenElsewhereIsRead()
    {
        QVERIFY(QFile::copy(m_library, m_other));
        const auto owner = storage::Connection::open(m_other, storage::Connection::Mode::ReadWrite).value();
        QVERIFY(owner->value(u"SELECT count(*) FROM journal"_s).has_value());
        QCOMPARE(run({ u"--library"_s, m_other, u"name"_s, u"Ada"_s }).code, 0);
        QVERIFY(QFileInfo(m_other + u"-wal"_s).size() > 0); // the name is not in the file itself yet
        QCOMPARE(on({ u"merge"_s, m_other }).code, 0);
        QCOMPARE(progressOf(m_library).learnerName(), u"Ada"_s);
    }

    void aCopyOfAnOlderVersionIsReadAndLeft()
    {
        {
            auto older = storage::Connection::open(m_other, storage::Connection::Mode::Create).value();
            QVERIFY(storage::Migrations::known().apply(*older, 5, 0).has_value());
            const QString id = storage::SqliteStore::openReadOnly(m_library, {}).value()->libraryId().value();
            const QByteArray script = "INSERT INTO library VALUES (1, '" + id.toUtf8()
                + "', 5); INSERT INTO learner VALUES (1, 'Ada');"
                  "INSERT INTO journal VALUES (1, 'x', 'set-learner', '', 7, 0, "
                  "'[{\"record\":\"learner\",\"after\":{\"name\":\"Ada\"}}]');";
            QVERIFY(older->script(script).has_value());
        }
        const QByteArray before = support::bytesOf(m_other);
        const QStringList beside = filesOfOther();
        const Answer answer = on({ u"merge"_s, m_other, u"--dry-run"_s });
        QVERIFY2(answer.code == 0 && answer.out.contains(u"1 step"_s), said(answer).constData());
        QCOMPARE(support::bytesOf(m_other), before);
        QCOMPARE(filesOfOther(), beside);
        QCOMPARE(on({ u"merge"_s, m_other }).code, 0);
        QCOMPARE(progressOf(m_library).learnerName(), u"Ada"_s);
    }

private:
    /// One copy does this, the other that a minute later.
    void part(const QStringList& here, const QStringList& there)
    {
        const bool isCopied = QFile::copy(m_library, m_other) && on(here).code == 0;
        wait(1);
        if (!isCopied || run(QStringList { u"--library"_s, m_other } + there).code != 0) {
            qFatal("the copies do not part");
        }
    }
    [[nodiscard]] QStringList filesOfOther() const
    {
        return QDir(m_home.path()).entryList({ QFileInfo(m_other).fileName() + u'*' }, QDir::Files, QDir::Name);
    }
    static domain::Progress progressOf(const QString& library)
    {
        return storage::SqliteStore::openReadOnly(library, {}).value()->progress().value();
    }
    static QByteArray hashOf(const QString& library) { return domain::contentHash(progressOf(library)); }

    QString m_other;
};

QTEST_GUILESS_MAIN(tst_MergeVerb)
#include "tst_MergeVerb.moc"
