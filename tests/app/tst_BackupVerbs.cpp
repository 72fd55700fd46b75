// SPDX-License-Identifier: GPL-3.0-or-later
// waymark backup and restore: what a test of a backup says, and what a restore would change.
#include <CommandFixture.h>

#include <domain/Progress.h>
#include <storage/SqliteStore.h>

#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class tst_BackupVerbs : public QObject, support::CommandFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        makeLibrary();
        QCOMPARE(on({ u"start"_s, u"vcs-git-basics"_s }).code, 0);
        QCOMPARE(on({ u"note"_s, u"vcs-git-basics"_s, u"rebase"_s }).code, 0);
    }

    void aPlainBackupKeepsItsShape()
    {
        const support::Answer answer = json({ u"backup"_s });
        QCOMPARE(answer.code, 0);
        QCOMPARE(answer.object().keys(), QStringList({ u"file"_s, u"verified"_s }));
        QVERIFY(on({ u"backup"_s }).out.startsWith(u"Backed up to "_s));
    }

    void verifySaysWhatARestoreGives()
    {
        const support::Answer answer = json({ u"backup"_s, u"--verify"_s });
        QVERIFY2(answer.code == 0, said(answer).constData());
        QVERIFY(answer.object()[u"verified"].toBool());
        QVERIFY(QFile::exists(answer.object()[u"file"].toString()));
        QCOMPARE(answer.object()[u"records"].toInt(), 2);
        QCOMPARE(answer.object()[u"edits"].toInt(), 2);
        QCOMPARE(answer.object()[u"tables"].toObject()[u"journal"].toInt(), 2);
        QVERIFY(answer.object()[u"tables"].toObject()[u"course_skill"].toInt() > 100);
        const QString words = on({ u"backup"_s, u"--verify"_s }).out;
        QCOMPARE(words.count(u'\n'), 2);
        QVERIFY2(words.contains(u"A restore of this backup gives the library as it was at "_s), qPrintable(words));
        QVERIFY2(words.contains(u"2 record"_s) && words.contains(u"2 edit"_s), qPrintable(words));
    }

    void anExistingBackupIsTestedAndLeftAlone()
    {
        const QString file = json({ u"backup"_s }).object()[u"file"].toString();
        const QString elsewhere = path(u"elsewhere.waymark"_s);
        QVERIFY(QFile::copy(file, elsewhere));
        const auto before = state();
        const support::Answer answer = json({ u"backup"_s, u"--verify"_s, elsewhere });
        QVERIFY2(answer.code == 0, said(answer).constData());
        QCOMPARE(answer.object()[u"file"].toString(), elsewhere);
        QCOMPARE(answer.object()[u"edits"].toInt(), 2);
        QCOMPARE(state(), before);
        QCOMPARE(on({ u"backup"_s, u"--verify"_s, file }).out.count(u'\n'), 1);
    }

    void aBadBackupIsRefusedByName()
    {
        const QString file = json({ u"backup"_s }).object()[u"file"].toString();
        QFile bytes(file);
        QVERIFY(bytes.resize(bytes.size() - 4096));
        const auto before = state();
        QVERIFY(isRefusal(on({ u"backup"_s, u"--verify"_s, file }), 7, file));
        QVERIFY(isRefusal(on({ u"restore"_s, u"--dry-run"_s, file }), 7, file));
        QVERIFY(isRefusal(on({ u"backup"_s, u"--verify"_s, path(u"missing.waymark"_s) }), 3, path(u"missing.waymark"_s)));
        QCOMPARE(on({ u"backup"_s, file }).code, 2);
        QCOMPARE(state(), before);
    }

    void aDryRunSaysWhatWouldBeLostAndChangesNothing()
    {
        const QString file = json({ u"backup"_s }).object()[u"file"].toString();
        QCOMPARE(on({ u"finish"_s, u"vcs-git-basics"_s }).code, 0);
        QCOMPARE(on({ u"note"_s, u"db-indexes"_s, u"joins"_s }).code, 0);
        const auto before = state();
        const support::Answer answer = json({ u"restore"_s, file, u"--dry-run"_s });
        QVERIFY2(answer.code == 0, said(answer).constData());
        const QJsonObject object = answer.object();
        QVERIFY(!object[u"same"].toBool() && !object[u"otherLibrary"].toBool());
        QCOMPARE(object[u"now"].toObject()[u"finished"].toInt(), 1);
        QCOMPARE(object[u"then"].toObject()[u"finished"].toInt(), 0);
        QCOMPARE(object[u"then"].toObject()[u"started"].toInt(), 1);
        QCOMPARE(object[u"lost"].toArray().size(), 2);
        QCOMPARE(object[u"regained"].toArray().size(), 0);
        const QJsonObject git = object[u"skills"].toArray().at(0).toObject();
        QCOMPARE(git[u"id"].toString(), u"vcs-git-basics"_s);
        QCOMPARE(git[u"now"].toString(), u"practised"_s);
        QCOMPARE(git[u"then"].toString(), u"learning"_s);
        const QString words = on({ u"restore"_s, file, u"--dry-run"_s }).out;
        QVERIFY2(words.contains(u"would be lost"_s) && !words.contains(u"db-indexes"_s), qPrintable(words)); // titles, no ids
        QVERIFY2(words.contains(u"Practised now, Learning then"_s), qPrintable(words));
        QCOMPARE(state(), before);
        QCOMPARE(on({ u"restore"_s, file }).code, 0);
        QVERIFY(json({ u"restore"_s, file, u"--dry-run"_s }).object()[u"same"].toBool());
    }

    void aRestoreSaysFirstWhatItChanges()
    {
        const QString file = json({ u"backup"_s }).object()[u"file"].toString();
        QCOMPARE(on({ u"note"_s, u"db-indexes"_s, u"joins"_s }).code, 0);
        const QString wouldChange = on({ u"restore"_s, file, u"--dry-run"_s }).out;
        const QJsonObject dry = json({ u"restore"_s, file, u"--dry-run"_s }).object();
        const QString words = on({ u"restore"_s, file }).out;
        QVERIFY2(words.startsWith(wouldChange), qPrintable(words));
        const QString after = words.mid(wouldChange.size());
        QVERIFY2(after.startsWith(u"Restored "_s) && after.count(u'\n') == 1, qPrintable(words));
        // A script gets the same, and where the library is kept that was there.
        QCOMPARE(on({ u"note"_s, u"db-indexes"_s, u"joins"_s }).code, 0);
        QJsonObject done = json({ u"restore"_s, file }).object();
        QVERIFY(QFile::exists(done[u"kept"].toString()));
        done.remove(u"kept"_s);
        QCOMPARE(done.keys(), dry.keys());
        QCOMPARE(done[u"lost"].toArray().size(), 1);
        QCOMPARE(done[u"now"], dry[u"now"]);
        QVERIFY(json({ u"restore"_s, file, u"--dry-run"_s }).object()[u"same"].toBool());
        // What cannot be restored shows nothing and changes nothing.
        QVERIFY(QFile::resize(file, 5000));
        const auto before = state();
        QVERIFY(isRefusal(on({ u"restore"_s, file }), 7, file));
        QCOMPARE(state(), before);
    }

    void aDryRunWorksWhileAWindowHasTheLibraryAndWhereItIsBroken()
    {
        const QString file = json({ u"backup"_s }).object()[u"file"].toString();
        {
            const auto window = storage::SqliteStore::open(m_library, {});
            QVERIFY(window.has_value());
            QCOMPARE(json({ u"restore"_s, file, u"--dry-run"_s }).code, 0);
            QCOMPARE(on({ u"restore"_s, file }).code, 5);
        }
        QVERIFY(QFile::resize(m_library, 5000));
        const support::Answer answer = json({ u"restore"_s, file, u"--dry-run"_s });
        QCOMPARE(answer.code, 0);
        QVERIFY(answer.object()[u"now"].isNull());
        QCOMPARE(answer.object()[u"then"].toObject()[u"notes"].toInt(), 1);
    }
};

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    tst_BackupVerbs test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_BackupVerbs.moc"
