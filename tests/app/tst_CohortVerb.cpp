// SPDX-License-Identifier: GPL-3.0-or-later
// waymark cohort over plans that waymark exported: what it prints, where, and how it ends.
#include <CommandFixture.h>

#include <QApplication>
#include <QDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::Answer;
using support::bytesOf;
using support::putBytes;

class tst_CohortVerb : public QObject, private support::CommandFixture
{
    Q_OBJECT

    QByteArray m_plan; ///< as export gives it, of a learner without a name
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString folder() const { return m_folder->path(); }
    [[nodiscard]] QByteArray planOf(const QByteArray& learner, char id) const
    {
        QByteArray plan = m_plan;
        const qsizetype at = plan.indexOf("\"plan\": \"") + 9;
        plan[at] = id;
        return plan.replace("\"learner\": \"\"", "\"learner\": \"" + learner + '"');
    }
    void put(const QString& name, const QByteArray& bytes) { QVERIFY(putBytes(m_folder->filePath(name), bytes)); }

private Q_SLOTS:
    void initTestCase()
    {
        const QString file = path(u"plan.json"_s);
        makeLibrary();
        QCOMPARE(on({ u"goal"_s, u"--milestone"_s, u"capstone"_s }).code, 0);
        QCOMPARE(on({ u"finish"_s, u"lang-basics"_s }).code, 0);
        QCOMPARE(on({ u"export"_s, u"--as"_s, u"json"_s, u"-o"_s, file }).code, 0);
        m_plan = bytesOf(file);
        QVERIFY(m_plan.contains("\"learner\": \"\""));
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void aTableIsSortedByLearner()
    {
        put(u"1.json"_s, planOf("Cleo", 'c'));
        put(u"2.json"_s, planOf("Ada", 'a'));
        put(u"3.html"_s, "<!doctype html><script type=\"application/json\" id=\"waymark-plan\">" + planOf("Ben", 'b') + "</script>");
        put(u"4.json"_s, planOf("", 'd'));
        const Answer answer = run({ u"cohort"_s, folder() });
        QCOMPARE(answer.code, 0);
        QCOMPARE(answer.err, QString());
        const QStringList lines = answer.out.trimmed().split(u'\n');
        QCOMPARE(lines.size(), qsizetype(5));
        QVERIFY2(lines[0].startsWith(u"Learner") && lines[0].contains(u"Last review"), qPrintable(lines[0]));
        QVERIFY2(lines[1].startsWith(u"(no name)"), qPrintable(lines[1]));
        QVERIFY2(lines[2].startsWith(u"Ada "), qPrintable(lines[2]));
        QVERIFY2(lines[3].startsWith(u"Ben "), qPrintable(lines[3]));
        QVERIFY2(lines[4].startsWith(u"Cleo "), qPrintable(lines[4]));
        QVERIFY2(lines[2].contains(u"1/60"_s) && lines[2].contains(u" h"_s) && lines[2].contains(u"never"_s), qPrintable(lines[2]));
        QCOMPARE(lines[2].size(), lines[4].size());
    }

    void jsonHasItsShape()
    {
        put(u"ada.json"_s, planOf("Ada", 'a'));
        QByteArray older = planOf("Ada", 'a');
        const qsizetype revision = older.indexOf("\"revision\": \"") + 13;
        older.replace(revision, 64, QByteArray(64, 'e'));
        older.replace(older.indexOf("\"created\": \"") + 12, 4, "2020");
        put(u"ada-2020.json"_s, older);
        const Answer answer = run({ u"cohort"_s, folder(), u"--json"_s });
        QCOMPARE(answer.code, 0);
        QCOMPARE(answer.array().size(), qsizetype(1));
        const QJsonObject row = answer.array().first().toObject();
        for (const QString& key : { u"plan"_s, u"learner"_s, u"revision"_s, u"goal"_s, u"done"_s, u"total"_s, u"p85"_s, u"lastReview"_s,
                 u"waiting"_s, u"hoursLeft"_s, u"questions"_s, u"created"_s, u"file"_s }) {
            QVERIFY2(row.contains(key), qPrintable(key));
        }
        QCOMPARE(row[u"learner"].toString(), u"Ada"_s);
        QCOMPARE(row[u"goal"].toString(), u"capstone"_s);
        QCOMPARE(row[u"done"].toInt(), 1);
        QCOMPARE(row[u"total"].toInt(), 60);
        QCOMPARE(row[u"waiting"].toInt(), 1);
        QVERIFY(row[u"p85"].isNull() && row[u"lastReview"].isNull());
        QCOMPARE(row[u"file"].toString(), u"ada.json"_s);
        const QJsonArray earlier = row[u"earlier"].toArray();
        QCOMPARE(earlier.size(), qsizetype(1));
        QCOMPARE(earlier.first().toObject()[u"file"].toString(), u"ada-2020.json"_s);
        QCOMPARE(earlier.first().toObject()[u"revision"].toString(), QString(64, u'e'));
    }

    void unreadableFilesGoToStandardError()
    {
        put(u"ada.json"_s, planOf("Ada", 'a'));
        put(u"bad.json"_s, "{}");
        const Answer text = run({ u"cohort"_s, folder() });
        QCOMPARE(text.code, 0);
        QVERIFY2(text.err.startsWith(u"waymark: bad.json is not a plan"_s), qPrintable(text.err));
        QVERIFY(!text.out.contains(u"bad.json"_s));

        const Answer json = run({ u"cohort"_s, folder(), u"--json"_s });
        QCOMPARE(json.code, 0);
        QCOMPARE(json.array().size(), qsizetype(1));
        const QJsonObject error = QJsonDocument::fromJson(json.err.toUtf8()).object();
        QCOMPARE(error[u"file"].toString(), u"bad.json"_s);
        QCOMPARE(error[u"error"].toObject()[u"code"].toInt(), 4);
        QVERIFY(error[u"error"].toObject()[u"message"].toString().contains(u"schema is missing"_s));
    }

    void aFolderOfUnreadableFilesIsInvalid()
    {
        put(u"bad.json"_s, "{}");
        put(u"worse.html"_s, "<p>");
        const Answer answer = run({ u"cohort"_s, folder() });
        QCOMPARE(answer.code, 4);
        QCOMPARE(answer.out, QString());
        QCOMPARE(answer.err.count(u'\n'), qsizetype(2));
        const Answer json = run({ u"cohort"_s, folder(), u"--json"_s });
        QCOMPARE(json.code, 4);
        QVERIFY(json.array().isEmpty() && json.out.trimmed() == u"[\n]"_s);
    }

    void aFolderOfNewerPlansAsksForANewerWaymark()
    {
        QByteArray newer = m_plan;
        newer.replace("urn:waymark:plan:1", "urn:waymark:plan:2");
        put(u"newer.json"_s, newer);
        QCOMPARE(run({ u"cohort"_s, folder() }).code, 6);
        put(u"bad.json"_s, "{}");
        QCOMPARE(run({ u"cohort"_s, folder() }).code, 4);
    }

    void aFolderWithoutPlansSaysSo()
    {
        const Answer answer = run({ u"cohort"_s, folder() });
        QCOMPARE(answer.code, 0);
        QVERIFY(answer.out.contains(folder()));
        QCOMPARE(run({ u"cohort"_s, folder(), u"--json"_s }).code, 0);
    }

    void foldersThatAreNoneEndWithTheirCodes()
    {
        put(u"ada.json"_s, planOf("Ada", 'a'));
        const Answer missing = run({ u"cohort"_s, m_folder->filePath(u"nowhere"_s) });
        QCOMPARE(missing.code, 3);
        QVERIFY(missing.err.contains(u"nowhere"_s));
        QCOMPARE(run({ u"cohort"_s, m_folder->filePath(u"ada.json"_s) }).code, 4);
        QCOMPARE(run({ u"cohort"_s }).code, 2);
    }

    void noLibraryIsOpenedOrMade()
    {
        put(u"ada.json"_s, planOf("Ada", 'a'));
        const QString library = path(u"nowhere.waymark"_s);
        QCOMPARE(run({ u"--library"_s, library, u"cohort"_s, folder() }).code, 0);
        QVERIFY(!QFile::exists(library));
    }

    void aLongNameKeepsItsColumn()
    {
        put(u"ada.json"_s, planOf(QByteArray("\u00e9").repeated(150), 'a'));
        const Answer answer = run({ u"cohort"_s, folder() });
        QCOMPARE(answer.code, 0);
        const QStringList lines = answer.out.trimmed().split(u'\n');
        QCOMPARE(lines[0].size(), lines[1].size());
        QVERIFY(lines[1].contains(u'…'));
        QVERIFY(lines[1].size() < 120);
    }
};

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    tst_CohortVerb test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_CohortVerb.moc"
