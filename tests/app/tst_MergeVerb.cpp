// SPDX-License-Identifier: GPL-3.0-or-later
// Two copies of a library on the command line, as files.
#include <ClockedCommands.h>

#include <domain/Progress.h>
#include <storage/Migrations.h>
#include <storage/SqliteStore.h>

#include <QDir>
#include <QTest>

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
        QFile::remove(m_other);
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
        for (const QStringList& wrong : { QStringList { u"2"_s, u"1"_s }, { u"1"_s, u"3"_s } }) {
            QCOMPARE(on(QStringList { u"conflicts"_s, u"keep"_s } + wrong).code, 3);
        }
        QCOMPARE(on({ u"conflicts"_s, u"keep"_s, u"0"_s, u"1"_s }).code, 2);
        QCOMPARE(on({ u"conflicts"_s, u"keep"_s, u"1"_s, u"2"_s }).code, 0);
        QCOMPARE(progressOf(m_library).skill(u"vcs-git-basics"_s).note->text, u"from here"_s);
        QVERIFY(json({ u"conflicts"_s }).array().isEmpty());
        QCOMPARE(on({ u"undo"_s }).code, 0);
        QCOMPARE(json({ u"conflicts"_s }).array().size(), 1);
    }

    void aLibraryWithItselfGivesNothing()
    {
        QCOMPARE(on({ u"name"_s, u"Ada"_s }).code, 0);
        const Answer answer = on({ u"merge"_s, m_library });
        QVERIFY2(answer.code == 0 && answer.out.contains(u"Nothing to merge"_s), said(answer).constData());
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
        part({ u"goal"_s, u"--hours"_s, u"7"_s }, { u"name"_s, u"Ada"_s });
        const auto owner = storage::SqliteStore::open(m_other, {});
        QVERIFY(owner.has_value());
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
    /// One copy does this, the other that.
    void part(const QStringList& here, const QStringList& there)
    {
        if (!QFile::copy(m_library, m_other) || on(here).code != 0 || run(QStringList { u"--library"_s, m_other } + there).code != 0) {
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
