// SPDX-License-Identifier: GPL-3.0-or-later
// What a learner does on the command line: look, edit, answer, recall.
#include <CommandFixture.h>

#include <app/LibraryDoor.h>

#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::Answer;
using support::bytesOf;

class tst_LearnerVerbs : public QObject, private support::CommandFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeLibrary(); }

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

    void aNameIsSetShownUndoneAndRemoved()
    {
        QVERIFY(on({ u"name"_s }).out.contains(u"No name is set"_s));
        QCOMPARE(json({ u"name"_s }).object(), (QJsonObject { { u"name"_s, QString() } }));
        const Answer set = on({ u"name"_s, u"Ada"_s, u" Example "_s });
        QCOMPARE(set.code, 0);
        const QJsonObject newest = json({ u"log"_s }).array().first().toObject();
        QCOMPARE(newest[u"kind"].toString(), u"set-learner"_s);
        QVERIFY2(set.out.contains(newest[u"edit"].toString()), qPrintable(set.out));
        QCOMPARE(on({ u"name"_s }).out, u"Ada Example\n"_s);
        QCOMPARE(json({ u"name"_s }).object()[u"name"].toString(), u"Ada Example"_s);
        const QJsonObject again = json({ u"name"_s, u"Ada Example"_s }).object();
        QCOMPARE(again[u"changed"], QJsonValue(false));
        QCOMPARE(json({ u"name"_s, u"\u05d0\u05d1"_s }).object()[u"kind"].toString(), u"set-learner"_s);
        QCOMPARE(on({ u"undo"_s }).code, 0);
        QCOMPARE(on({ u"name"_s }).out, u"Ada Example\n"_s);
        QCOMPARE(json({ u"name"_s, QString() }).object()[u"changed"], QJsonValue(true));
        QCOMPARE(json({ u"name"_s }).object()[u"name"].toString(), QString());
        QCOMPARE(on({ u"undo"_s }).code, 0);
        QCOMPARE(on({ u"export"_s, u"--as"_s, u"json"_s, u"-o"_s, path(u"named.json"_s), u"--force"_s }).code, 0);
        QVERIFY(bytesOf(path(u"named.json"_s)).contains("\"learner\": \"Ada Example\""));
    }

    void namesThatCannotStandAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("bell") << u"A\u0007da"_s;
        QTest::newRow("escape") << u"\u001b[2JAda"_s;
        QTest::newRow("newline") << u"Ada\nExample"_s;
        QTest::newRow("NUL") << u"Ada"_s + QChar(u'\0');
        QTest::newRow("C1 control") << u"Ada\u009b"_s;
        QTest::newRow("direction override") << u"\u202eadA"_s;
        QTest::newRow("direction isolate") << u"\u2067adA"_s;
        QTest::newRow("201 characters") << QString(201, u'a');
    }

    void namesThatCannotStandAreRefused()
    {
        QFETCH(QString, name);
        QCOMPARE(on({ u"name"_s, QString(200, u'b') }).code, 0);
        const Answer refused = on({ u"name"_s, name });
        QCOMPARE(refused.code, 4);
        QVERIFY2(refused.err.contains(u"cannot be saved (name)"_s), qPrintable(refused.err));
        QVERIFY(!refused.err.contains(QChar(0x1b)) && refused.out.isEmpty());
        QCOMPARE(json({ u"name"_s }).object()[u"name"].toString(), QString(200, u'b'));
        QCOMPARE(json({ u"log"_s }).array().size(), 1);
    }

    /// As while a window has the library.
    void aNameIsReadWhileAnotherHasTheLibrary()
    {
        QCOMPARE(on({ u"name"_s, u"Ada"_s }).code, 0);
        QSettings settings(path(u"settings.ini"_s), QSettings::IniFormat);
        const auto window = app::LibraryDoor(settings, app::systemClock()).open(m_library, app::LibraryDoor::Access::Write);
        QVERIFY(window.has_value());
        QCOMPARE(on({ u"name"_s }).out, u"Ada\n"_s);
        QCOMPARE(on({ u"name"_s, u"Eve"_s }).code, 5);
        QCOMPARE(on({ u"name"_s, QString() }).code, 5);
    }
};

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    tst_LearnerVerbs test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_LearnerVerbs.moc"
