// SPDX-License-Identifier: GPL-3.0-or-later
#include <CommandFixture.h>

#include <QApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::Answer;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeTo(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class tst_CommandLine : public QObject, private support::CommandFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeLibrary(); }

    void helpTextsAreGolden_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("help") << QStringList { u"--help"_s };
        QTest::newRow("help-check") << QStringList { u"check"_s, u"--help"_s };
        QTest::newRow("help-export") << QStringList { u"export"_s, u"--help"_s };
        QTest::newRow("help-course-build") << QStringList { u"course"_s, u"build"_s, u"--help"_s };
    }

    void helpTextsAreGolden()
    {
        QFETCH(QStringList, arguments);
        const QString path = QStringLiteral(WAYMARK_TEST_DATA "/app/golden/") + QLatin1StringView(QTest::currentDataTag()) + u".txt"_s;
        const Answer answer = run(arguments);
        QCOMPARE(answer.code, 0);
        QCOMPARE(answer.out, QString::fromUtf8(bytesOf(path)));
    }

    void statusHasItsShape()
    {
        const QJsonObject status = json({ u"status"_s }).object();
        QCOMPARE(status[u"areas"].toArray().size(), 14);
        QVERIFY(status[u"areas"].toArray().at(0).toObject().keys().contains(u"hours"_s));
        const QJsonArray milestones = status[u"milestones"].toArray();
        QCOMPARE(milestones.size(), 10);
        QCOMPARE(milestones.at(3).toObject()[u"id"].toString(), u"capstone"_s);
        QCOMPARE(milestones.at(3).toObject()[u"total"].toInt(), 60); // 58 skills, and one language and one framework
        QVERIFY(milestones.at(3).toObject()[u"hoursLeft"].toDouble() > 500);
        QCOMPARE(status[u"next"].toArray().size(), 3);
        QVERIFY(!status[u"next"].toArray().at(0).toObject()[u"reason"].toString().isEmpty());
        QVERIFY(status.contains(u"goal"_s) && status.contains(u"recallDue"_s));
    }

    void cardsAreRecalledOnATerminal()
    {
        QVERIFY(on({ u"recall"_s }).out.contains(u"There are no cards yet"_s));
        QCOMPARE(on({ u"start"_s, u"vcs-git-basics"_s }).code, 0);
        const QJsonObject listed = json({ u"recall"_s, u"--minutes"_s, u"3"_s }).object();
        QCOMPARE(listed[u"due"].toInt(), 0);
        const QJsonArray cards = listed[u"cards"].toArray();
        QVERIFY(cards.size() >= 4);
        QCOMPARE(cards.first().toObject()[u"skill"].toString(), u"vcs-git-basics"_s);
        QVERIFY(!cards.first().toObject()[u"back"].toString().isEmpty());

        // Easy; forgotten; taken back; an unclear word and then Hard; end.
        const Answer talk = on({ u"recall"_s }, u"\n4\n\n1\nu\n\nperhaps\nhard\nq\n"_s);
        QCOMPARE(talk.code, 0);
        QVERIFY2(talk.out.contains(u"2 card(s) recalled, 0 of them forgotten."_s), qPrintable(talk.out));
        QVERIFY(talk.out.contains(u"1 Again (1 min)"_s));
        QVERIFY(on({ u"recall"_s }, {}).out.contains(u"still wait"_s)); // the input ended
        QCOMPARE(on({ u"recall"_s, u"--minutes"_s, u"0"_s }).code, 2);
        const QJsonObject status = json({ u"status"_s }).object();
        QVERIFY(status[u"recall"].toObject()[u"asked"].toInt() > 0);
        QCOMPARE(status[u"states"].toObject()[u"learning"].toInt(), 1);
        QVERIFY(json({ u"show"_s, u"vcs-git-basics"_s }).object()[u"mastery"].toObject().contains(u"average"_s));
    }

    void aQuizIsAnsweredOnATerminal()
    {
        QCOMPARE(on({ u"quiz"_s, u"no-skill"_s }).code, 3);
        QVERIFY(on({ u"quiz"_s, u"api-graphql"_s }).out.contains(u"no quiz yet"_s)); // an outline
        const QJsonArray questions = json({ u"quiz"_s, u"vcs-git-basics"_s }).array();
        QVERIFY(questions.size() >= 4);
        QCOMPARE(questions.first().toObject()[u"answers"].toInt(), 0);
        QVERIFY(!questions.first().toObject().contains(u"right-option"_s));

        const Answer talk = on({ u"quiz"_s, u"vcs-git-basics"_s }, u"\na\nq\n"_s); // nothing, then the first letter, then the end
        QCOMPARE(talk.code, 0);
        QVERIFY2(talk.out.contains(u"cannot be read"_s), qPrintable(talk.out));
        QVERIFY(talk.out.contains(u" of 1 right."_s));
        QVERIFY(talk.out.contains(u"  + "_s) && talk.out.contains(u"  - "_s)); // which option is right, and why each
        const QJsonObject shown = json({ u"show"_s, u"vcs-git-basics"_s }).object();
        QCOMPARE(shown[u"state"].toString(), u"learning"_s);
        QCOMPARE(shown[u"mastery"].toObject()[u"tries"].toInt(), 1);
        QCOMPARE(on({ u"quiz"_s }).code, 2);
        QCOMPARE(on({ u"quiz"_s, u"vcs-git-basics"_s, u"--again"_s }).code, 2);
        QVERIFY(on({ u"quiz"_s, u"--again"_s }).out.contains(u"No question waits"_s)); // what was wrong comes back tomorrow
        QVERIFY(json({ u"quiz"_s, u"--again"_s }).array().isEmpty());
        QCOMPARE(json({ u"status"_s }).object()[u"questionsAgain"].toInt(-1), 0);
        const QJsonArray after = json({ u"quiz"_s, u"vcs-git-basics"_s }).array();
        QCOMPARE(after.size(), questions.size());
        QVERIFY(after.first().toObject()[u"id"] != questions.first().toObject()[u"id"]); // what is answered comes last
        QCOMPARE(on({ u"undo"_s }).code, 0);
        QCOMPARE(json({ u"show"_s, u"vcs-git-basics"_s }).object()[u"mastery"].toObject()[u"tries"].toInt(), 0);
    }

    void placementAsksAPersonAndStoresNothingByItself()
    {
        QCOMPARE(json({ u"place"_s }).code, 2);
        QVERIFY(on({ u"place"_s }, u"q\n"_s).out.contains(u"Nothing was answered"_s));
        const Answer nothing = on({ u"place"_s }, u"?\n"_s.repeated(30));
        QCOMPARE(nothing.code, 0);
        QVERIFY2(nothing.out.contains(u"Question 1 of at most 30"_s), qPrintable(nothing.out));
        QVERIFY(nothing.out.contains(u"The first step: "_s));
        QVERIFY(!nothing.out.contains(u"[y/N]"_s));
        QVERIFY(!nothing.out.contains(u"ight."_s)); // neither right nor wrong is said
        QVERIFY(json({ u"log"_s }).array().isEmpty());
    }

    void allSkillsAreThere()
    {
        const QJsonArray skills = json({ u"skills"_s }).array();
        QCOMPARE(skills.size(), 159);
        double hours = 0;
        for (const QJsonValue& skill : skills) {
            hours += skill.toObject()[u"hours"].toDouble();
        }
        QCOMPARE(hours, 1410.0);
        const QJsonArray projects = json({ u"projects"_s }).array();
        QCOMPARE(projects.size(), 7);
        QCOMPARE(projects.first().toObject()[u"area"].toString(), u"projects"_s);
        QCOMPARE(projects.last().toObject()[u"id"].toString(), u"project-capstone"_s);
        QVERIFY(json({ u"projects"_s, u"--state"_s, u"ready"_s }).array().isEmpty());
        QCOMPARE(on({ u"projects"_s, u"--state"_s, u"sleepy"_s }).code, 2);
        QVERIFY(json({ u"show"_s, u"project-capstone"_s }).object()[u"lesson"].toString().contains(u"## Brief"_s));
        QCOMPARE(json({ u"skills"_s, u"--area"_s, u"vcs"_s }).array().size(), 6);
        QVERIFY(json({ u"skills"_s, u"--state"_s, u"ready"_s }).array().size() >= 3);
        QCOMPARE(on({ u"skills"_s, u"--area"_s, u"nowhere"_s }).code, 3);
        QCOMPARE(on({ u"skills"_s, u"--state"_s, u"sleepy"_s }).code, 2);
    }

    void showGivesLessonAndChecklist()
    {
        const QJsonObject skill = json({ u"show"_s, u"vcs-git-basics"_s }).object();
        QVERIFY(skill[u"lesson"].toString().contains(u"## Why it matters"_s));
        QVERIFY(skill[u"checklist"].toArray().size() >= 5);
        QVERIFY(skill[u"unlocks"].toArray().contains(u"vcs-branching-merging"_s));
        QCOMPARE(json({ u"show"_s, u"api-graphql"_s }).object()[u"lesson"].toString(), QString());
    }

    void unknownNamesGetTheNearestOnes()
    {
        const Answer answer = on({ u"show"_s, u"vcs-git-basic"_s });
        QCOMPARE(answer.code, 3);
        QVERIFY(answer.err.contains(u"vcs-git-basics"_s));
        QVERIFY(answer.out.isEmpty());
        const Answer item = on({ u"check"_s, u"vcs-git-basics"_s, u"99"_s });
        QCOMPARE(item.code, 3);
        const QJsonObject error = QJsonDocument::fromJson(json({ u"show"_s, u"nobody"_s }).err.toUtf8()).object();
        QCOMPARE(error[u"code"].toInt(), 3);
        QVERIFY(!error[u"message"].toString().isEmpty());
    }

    void editsAreMadeUndoneAndLogged()
    {
        QCOMPARE(on({ u"start"_s, u"vcs-git-basics"_s }).code, 0);
        QCOMPARE(on({ u"check"_s, u"vcs-git-basics"_s, u"1"_s, u"--evidence"_s, u"4f2a9c1"_s }).code, 0);
        QJsonArray checklist = json({ u"show"_s, u"vcs-git-basics"_s }).object()[u"checklist"].toArray();
        QVERIFY(checklist.at(0).toObject()[u"done"].toBool());
        QCOMPARE(checklist.at(0).toObject()[u"evidence"].toArray().at(0).toObject()[u"text"].toString(), u"4f2a9c1"_s);
        QVERIFY(on({ u"undo"_s }).out.contains(u"Undone"_s));
        checklist = json({ u"show"_s, u"vcs-git-basics"_s }).object()[u"checklist"].toArray();
        QVERIFY(!checklist.at(0).toObject()[u"done"].toBool());
        QCOMPARE(on({ u"redo"_s }).code, 0);
        QCOMPARE(on({ u"redo"_s }).code, 3);
        const QJsonArray log = json({ u"log"_s }).array();
        QCOMPARE(log.size(), 2);
        QCOMPARE(log.at(0).toObject()[u"kind"].toString(), u"check-item"_s);
        QCOMPARE(log.at(0).toObject()[u"undone"].toBool(), false);
        const QString id = log.at(0).toObject()[u"edit"].toString();
        QCOMPARE(json({ u"uncheck"_s, u"vcs-git-basics"_s, u"1"_s }).object()[u"changed"].toBool(), true);
        QVERIFY(!id.isEmpty());
    }

    void limitsAreShown()
    {
        QVERIFY(on({ u"--limits"_s }).out.contains(u"33554432  JSON bytes"_s));
        QVERIFY(on({ u"--limits"_s }).out.contains(u"2000  comments of a review"_s));
        QCOMPARE(json({ u"--limits"_s }).object()[u"markdown nesting"].toInt(), 32);
    }

    void notesSkipsGoalsAndTimeWork()
    {
        QCOMPARE(on({ u"note"_s, u"net-http-messages"_s, u"idempotent means the same twice"_s }).code, 0);
        QCOMPARE(on({ u"skip"_s, u"career-map"_s }).code, 0);
        QCOMPARE(on({ u"goal"_s, u"--milestone"_s, u"first-api"_s, u"--hours"_s, u"7.5"_s }).code, 0);
        QCOMPARE(on({ u"goal"_s, u"--milestone"_s, u"moon"_s }).code, 3);
        QCOMPARE(on({ u"goal"_s, u"--deadline"_s, u"soon"_s }).code, 2);
        QCOMPARE(on({ u"time"_s, u"add"_s, u"lang-basics"_s, u"25"_s }).code, 0);
        QCOMPARE(json({ u"time"_s, u"list"_s }).array().at(0).toObject()[u"minutes"].toInt(), 25);
        QCOMPARE(on({ u"time"_s, u"add"_s, u"lang-basics"_s, u"soon"_s }).code, 2);
        const Answer half = on({ u"time"_s });
        QCOMPARE(half.code, 2);
        QVERIFY2(half.err.contains(u"time add"_s) && half.err.contains(u"time list"_s), qPrintable(half.err));
        const QJsonObject goal = json({ u"status"_s }).object()[u"goal"].toObject();
        QCOMPARE(goal[u"milestone"].toString(), u"first-api"_s);
        QCOMPARE(goal[u"hoursPerWeek"].toDouble(), 7.5);
        const QJsonArray hits = json({ u"search"_s, u"idempotent twice"_s }).array();
        QVERIFY(!hits.isEmpty());
    }

    void searchNeverFails_data()
    {
        QTest::addColumn<QString>("words");
        for (const char* words :
            { "\"", "*", "NEAR", "a AND", "(", "'; DROP TABLE skill; --", "^x", "col:term", "\xf0\x9f\x98\x80", "-", "{ }" }) {
            QTest::newRow(words) << QString::fromUtf8(words);
        }
    }

    void searchNeverFails()
    {
        QFETCH(QString, words);
        QCOMPARE(on({ u"search"_s, u"--"_s, words }).code, 0);
    }

    void aPlanComesBackIntoAnEmptyLibrary()
    {
        QCOMPARE(on({ u"check"_s, u"vcs-git-basics"_s, u"1"_s, u"--evidence"_s, u"4f2a9c1"_s }).code, 0);
        QCOMPARE(on({ u"goal"_s, u"--milestone"_s, u"first-api"_s, u"--hours"_s, u"6"_s }).code, 0);
        const QString plan = m_home.filePath(u"plan.json"_s);
        QCOMPARE(on({ u"export"_s, u"--as"_s, u"json"_s, u"-o"_s, plan, u"--force"_s }).code, 0);
        const QString second = m_home.filePath(u"second.waymark"_s);
        QFile::remove(second);
        QCOMPARE(run({ u"new"_s, second }).code, 0);
        const QStringList there { u"--library"_s, second };
        QVERIFY(run(there + QStringList { u"import"_s, plan, u"--dry-run"_s, u"--json"_s }).object()[u"changes"].toInt() > 0);
        QVERIFY(run(there + QStringList { u"log"_s, u"--json"_s }).array().isEmpty());
        QCOMPARE(run(there + QStringList { u"import"_s, plan }).code, 0);
        QCOMPARE(run(there + QStringList { u"import"_s, plan, u"--json"_s }).object()[u"changed"].toBool(), false);
        const Answer from = json({ u"show"_s, u"vcs-git-basics"_s });
        const Answer to = run(there + QStringList { u"show"_s, u"vcs-git-basics"_s, u"--json"_s });
        QCOMPARE(to.object()[u"checklist"].toArray(), from.object()[u"checklist"].toArray());
        QCOMPARE(run(there + QStringList { u"status"_s, u"--json"_s }).object()[u"goal"].toObject(),
            json({ u"status"_s }).object()[u"goal"].toObject());
    }

    void exportsAreWritten_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("plan") << u"plan"_s << QByteArray("<!DOCTYPE html>");
        QTest::newRow("json") << u"json"_s << QByteArray("{");
        QTest::newRow("markdown") << u"markdown"_s << QByteArray("#");
        QTest::newRow("csv") << u"csv"_s << QByteArray();
        QTest::newRow("pdf") << u"pdf"_s << QByteArray("%PDF-");
        QTest::newRow("svg") << u"svg"_s << QByteArray("<?xml");
        QTest::newRow("png") << u"png"_s << QByteArray("\x89PNG");
    }

    void exportsAreWritten()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, begins);
        const QString path = m_home.filePath(u"plan."_s + format);
        QFile::remove(path);
        QCOMPARE(on({ u"export"_s, u"--as"_s, format, u"-o"_s, path }).code, 0);
        const QByteArray bytes = bytesOf(path);
        QVERIFY(bytes.size() > 100);
        QVERIFY(bytes.startsWith(begins));
        QVERIFY(!bytes.contains(QDir::homePath().toUtf8() + '/'));
        QCOMPARE(on({ u"export"_s, u"--as"_s, format, u"-o"_s, path }).code, 0); // an earlier export of ours may go
    }

    void aFileThatIsNotOursIsKept()
    {
        const QString path = m_home.filePath(u"novel.json"_s);
        QVERIFY(writeTo(path, "a novel"));
        QCOMPARE(on({ u"export"_s, u"--as"_s, u"json"_s, u"-o"_s, path }).code, 9);
        QCOMPARE(bytesOf(path), QByteArray("a novel"));
        QCOMPARE(on({ u"export"_s, u"--as"_s, u"papyrus"_s }).code, 4);
    }

    void libraryFaultsHaveTheirCodes()
    {
        const auto status = [this](const QString& path) { return run({ u"--library"_s, path, u"status"_s }).code; };
        QCOMPARE(status(m_home.filePath(u"missing.waymark"_s)), 3);
        QVERIFY(!QFile::exists(m_home.filePath(u"missing.waymark"_s)));

        const QString picture = m_home.filePath(u"picture.waymark"_s);
        QVERIFY(writeTo(picture, QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(4000, 'x')));
        const QByteArray before = bytesOf(picture);
        QCOMPARE(status(picture), 4);
        QCOMPARE(bytesOf(picture), before);

        const QString truncated = m_home.filePath(u"truncated.waymark"_s);
        const QByteArray whole = bytesOf(m_library);
        QVERIFY(writeTo(truncated, whole.left(whole.size() / 2)));
        QCOMPARE(status(truncated), 7);
        QCOMPARE(bytesOf(truncated), whole.left(whole.size() / 2));

        const QString newer = m_home.filePath(u"newer.waymark"_s);
        QByteArray raised = whole;
        raised[60] = raised[61] = 0x7f; // user_version, big endian at byte 60
        QVERIFY(writeTo(newer, raised));
        QCOMPARE(status(newer), 6);
        QCOMPARE(bytesOf(newer), raised);
    }

    void wrongUseIsCodeTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown verb") << QStringList { u"dance"_s };
        QTest::newRow("unknown option") << QStringList { u"status"_s, u"--fast"_s };
        QTest::newRow("option of another verb") << QStringList { u"status"_s, u"--area"_s, u"db"_s };
        QTest::newRow("missing argument") << QStringList { u"show"_s };
        QTest::newRow("too many arguments") << QStringList { u"show"_s, u"a"_s, u"b"_s };
        QTest::newRow("missing value") << QStringList { u"export"_s, u"--as"_s };
    }

    void wrongUseIsCodeTwo()
    {
        QFETCH(QStringList, arguments);
        const Answer answer = on(arguments);
        QCOMPARE(answer.code, 2);
        QVERIFY(!answer.err.isEmpty());
        QVERIFY(answer.out.isEmpty());
    }

    void coursesAreCheckedBuiltAndInstalled()
    {
        const QString course = QStringLiteral(WAYMARK_SOURCE "/resources/courses/backend");
        const Answer faults = json({ u"course"_s, u"check"_s, course });
        QVERIFY2(faults.array().isEmpty(), qPrintable(faults.out.left(2000)));
        QCOMPARE(faults.code, 0);
        const QString package = m_home.filePath(u"backend.waycourse"_s);
        QCOMPARE(on({ u"course"_s, u"build"_s, course, u"-o"_s, package }).code, 0);
        QCOMPARE(on({ u"course"_s, u"install"_s, package }).code, 0);
        QCOMPARE(json({ u"skills"_s }).array().size(), 159);
    }

    void aBrokenCourseIsNamedAndNotInstalled()
    {
        const QString folder = m_home.filePath(u"broken"_s);
        QVERIFY(QDir().mkpath(folder + u"/skills/db"_s));
        QVERIFY(writeTo(folder + u"/course.yaml"_s,
            "id: broken\ntitle: Broken\nversion: 1.0.0\nlanguage: en\nlicence: CC-BY-SA-4.0\nsummary: x\n"
            "areas:\n  - { id: db, title: Databases, summary: x }\n"));
        QVERIFY(writeTo(folder + u"/skills/db/db-one.md"_s,
            "---\nid: db-one\narea: db\ntitle: One\nlevel: junior\nkind: practice\nhours: 2\n"
            "outcome: Can do one\nprerequisites: [db-nowhere]\n---\n"));
        const Answer check = json({ u"course"_s, u"check"_s, folder });
        QCOMPARE(check.code, 4);
        QVERIFY(!check.array().isEmpty());
        for (const QString& key : { u"file"_s, u"line"_s, u"rule"_s, u"message"_s, u"mend"_s }) {
            QVERIFY(check.array().at(0).toObject().contains(key));
        }
        QCOMPARE(on({ u"course"_s, u"install"_s, folder }).code, 4);
        QCOMPARE(json({ u"courses"_s }).array().at(0).toObject()[u"id"].toString(), u"backend"_s);
    }

    void backupsAreMadeCheckedAndRestored()
    {
        QCOMPARE(on({ u"note"_s, u"lang-basics"_s, u"before"_s }).code, 0);
        const QString backup = json({ u"backup"_s, u"--verify"_s }).object()[u"file"].toString();
        QVERIFY(QFile::exists(backup));
        QCOMPARE(on({ u"note"_s, u"lang-basics"_s, u"after"_s }).code, 0);
        QVERIFY(json({ u"doctor"_s }).object()[u"ok"].toBool());
        QCOMPARE(on({ u"restore"_s, backup }).code, 0);
        QCOMPARE(json({ u"show"_s, u"lang-basics"_s }).object()[u"note"].toString(), u"before"_s);
    }
};

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    tst_CommandLine test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_CommandLine.moc"
