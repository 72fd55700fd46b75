// SPDX-License-Identifier: GPL-3.0-or-later
// The round trip between learner and mentor on the command line.
#include <CommandFixture.h>

#include <exchange/SigningKey.h>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::bytesOf;
using support::putBytes;

namespace {

const QString skill = u"found-role-of-backend"_s;
const QString decision = u"decision:"_s + skill;

} // namespace

class tst_RoundTrip : public QObject, private support::CommandFixture
{
    Q_OBJECT

    /// A skill that is handed in, with evidence for each line of its checklist, and the plan as a page.
    void handIn()
    {
        makeLibrary();
        QCOMPARE(on({ u"start"_s, skill }).code, 0);
        for (int i = 1; i <= 6; ++i) {
            QCOMPARE(on({ u"check"_s, skill, QString::number(i), u"--evidence"_s, u"proof %1"_s.arg(i) }).code, 0);
        }
        QCOMPARE(on({ u"ask"_s, skill, u"Is my drawing right?"_s }).code, 0);
        QCOMPARE(on({ u"export"_s, u"--as"_s, u"plan"_s, u"-o"_s, path(u"plan.html"_s), u"--force"_s }).code, 0);
    }

    /// What the mentor types: a name, a decision with notes, three scores and one left open, one comment, an overall word.
    support::Answer answerPlan(const QString& first = u"n\nName the queue too.\n3\n2\n\n1\n"_s)
    {
        QFile::remove(path(u"answer.wayreview"_s));
        return run({ u"review"_s, u"new"_s, path(u"plan.html"_s), u"-o"_s, path(u"answer.wayreview"_s) },
            u"Bea Mentor\n"_s + first + u"1\nb\nWhich server is that?\n\na\nGood start.\n"_s);
    }

    support::Answer sign() { return run({ u"review"_s, u"sign"_s, path(u"answer.wayreview"_s) }); }
    support::Answer takeIn() { return json({ u"import"_s, path(u"answer.wayreview"_s) }); }

    QByteArray planJson()
    {
        const QString file = path(u"plan.json"_s);
        return on({ u"export"_s, u"--as"_s, u"json"_s, u"-o"_s, file, u"--force"_s }).code == 0 ? bytesOf(file) : QByteArray();
    }
    QJsonObject plan() { return QJsonDocument::fromJson(planJson()).object(); }
    QJsonObject planSkill()
    {
        for (const QJsonValue each : plan()[u"skills"_s].toArray()) {
            if (each[u"id"_s] == skill) {
                return each.toObject();
            }
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        qputenv("WAYMARK_KEY", path(u"key.json"_s).toUtf8());
        qputenv("WAYMARK_PASSPHRASE", "four words for one");
        qputenv("XDG_DATA_HOME", path(u"data"_s).toUtf8());
    }

    void aPlanIsAnsweredSignedAndTakenIn()
    {
        handIn();
        QVERIFY2(answerPlan().code == 0, "new");
        QVERIFY(QFileInfo::exists(path(u"answer.wayreview"_s)));
        QCOMPARE(sign().code, 0);
        QCOMPARE(QFile::permissions(path(u"key.json"_s)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(run({ u"review"_s, u"verify"_s, path(u"answer.wayreview"_s) }).out.contains(u"new to you"_s));
        QCOMPARE(run({ u"key"_s, u"export"_s, path(u"bea.pub"_s) }).code, 0);
        const support::Answer verified = run({ u"review"_s, u"verify"_s, path(u"answer.wayreview"_s), u"--key"_s, path(u"bea.pub"_s) });
        QVERIFY(verified.out.contains(u"verified"_s));

        const QJsonObject taken = takeIn().object();
        QCOMPARE(taken[u"signature"_s].toString(), u"unknown"_s);
        QVERIFY(taken[u"changed"_s].toBool());
        QVERIFY(!planSkill()[u"standing"_s].toString().contains(u"mentor"_s)); // it is a suggestion
        const QString review = taken[u"review"_s].toString();
        QCOMPARE(on({ u"accept"_s, review, decision }).code, 0);
        QCOMPARE(planSkill()[u"standing"_s].toString(), u"mentor"_s);
        QCOMPARE(planSkill()[u"submitted"_s].toBool(), false);

        QVERIFY(!takeIn().object()[u"changed"_s].toBool()); // twice is once
        QCOMPARE(on({ u"undo"_s }).code, 0);
        QCOMPARE(planSkill()[u"standing"_s].toString(), u"self"_s);
    }

    void oneByteOfEvidenceChangedVoidsTheSignOff()
    {
        handIn();
        QVERIFY(answerPlan().code == 0 && sign().code == 0);
        const QString review = takeIn().object()[u"review"_s].toString();
        QCOMPARE(on({ u"accept"_s, review, decision }).code, 0);
        QCOMPARE(on({ u"export"_s, u"--as"_s, u"badge"_s, u"--skill"_s, skill, u"-o"_s, path(u"badge.jws"_s), u"--force"_s }).code, 0);
        // The learner's plan, changed in one byte, comes back into the library as newer evidence.
        QByteArray changed = planJson();
        const qsizetype at = changed.indexOf("\"proof 1\"");
        changed.replace(at, 9, "\"proof 9\"");
        const qsizetype moment = changed.indexOf("\"at\": \"20", at) + 7;
        changed.replace(moment, 4, "2099");
        QVERIFY(putBytes(path(u"changed.json"_s), changed));
        QCOMPARE(on({ u"import"_s, path(u"changed.json"_s) }).code, 0);
        QCOMPARE(planSkill()[u"signOff"_s][u"void"_s].toBool(), true);
        QCOMPARE(planSkill()[u"standing"_s].toString(), u"self"_s);
        QCOMPARE(planSkill()[u"submitted"_s].toBool(), true);
        QCOMPARE(on({ u"export"_s, u"--as"_s, u"badge"_s, u"--skill"_s, skill }).code, 9);
    }

    void askingForChangesSendsTheLineBack()
    {
        handIn();
        QVERIFY(answerPlan(u"c\nThe drawing is missing.\n1\n1\n1\n1\n"_s).code == 0);
        const QString review = takeIn().object()[u"review"_s].toString();
        QCOMPARE(on({ u"accept"_s, review, decision }).code, 0);
        QCOMPARE(planSkill()[u"checklist"_s][0][u"done"_s].toBool(), false); // the blocker's line
        QCOMPARE(planSkill()[u"checklist"_s][1][u"done"_s].toBool(), true);
        QCOMPARE(planSkill()[u"state"_s].toString(), u"learning"_s);
    }

    void aReviewOfAnotherLearnersPlanIsRefused()
    {
        handIn();
        QVERIFY(answerPlan().code == 0);
        makeLibrary();
        const support::Answer refused = on({ u"import"_s, path(u"answer.wayreview"_s) });
        QCOMPARE(refused.code, 9);
        QVERIFY2(refused.err.contains(u"answers another plan"_s), qPrintable(refused.err));
        QVERIFY(json({ u"log"_s }).array().isEmpty());
    }

    void theAnswerIsKeptWhereTheMentorStops()
    {
        handIn();
        const support::Answer stopped = run({ u"review"_s, u"new"_s, path(u"plan.html"_s) }, u"Bea Mentor\na\n3\nq\n"_s);
        QCOMPARE(stopped.code, 0);
        QVERIFY(stopped.out.contains(u"Your answer is kept"_s));
        const support::Answer skeleton
            = run({ u"review"_s, u"new"_s, path(u"plan.html"_s), u"-o"_s, path(u"kept.wayreview"_s), u"--json"_s });
        QCOMPARE(skeleton.object()[u"decisions"_s].toInt(), 1);
    }

    void aWrongPassphraseSignsNothing()
    {
        handIn();
        QVERIFY(answerPlan().code == 0);
        const QByteArray before = bytesOf(path(u"answer.wayreview"_s));
        QCOMPARE(sign().code, 0);
        QVERIFY(putBytes(path(u"answer.wayreview"_s), before));
        qputenv("WAYMARK_PASSPHRASE", "another");
        const support::Answer refused = sign();
        QCOMPARE(refused.code, 9);
        QVERIFY(refused.err.contains(u"passphrase"_s));
        QCOMPARE(bytesOf(path(u"answer.wayreview"_s)), before);
    }

    void aDetachedSignatureCanStandBesideIt()
    {
        handIn();
        QVERIFY(answerPlan().code == 0);
        QCOMPARE(run({ u"review"_s, u"sign"_s, path(u"answer.wayreview"_s), u"--minisign"_s }).code, 0);
        QVERIFY(bytesOf(path(u"answer.wayreview.minisig"_s)).startsWith("untrusted comment: "));
        QCOMPARE(run({ u"review"_s, u"sign"_s, path(u"answer.wayreview"_s), u"--minisign"_s }).code, 0); // made anew
        QVERIFY(putBytes(path(u"answer.wayreview.pub"_s), "a list of pubs"));
        QCOMPARE(run({ u"review"_s, u"sign"_s, path(u"answer.wayreview"_s), u"--minisign"_s }).code, 9);
        QCOMPARE(bytesOf(path(u"answer.wayreview.pub"_s)), QByteArray("a list of pubs"));
        QVERIFY(QFileInfo::exists(path(u"answer.wayreview.pub"_s)));
    }

    void keysAreConfirmedForgottenAndImported()
    {
        handIn();
        QVERIFY(answerPlan().code == 0 && sign().code == 0);
        QCOMPARE(on({ u"import"_s, path(u"answer.wayreview"_s) }).code, 0);
        const QJsonObject own = run({ u"key"_s, u"show"_s, u"--json"_s }).object();
        QCOMPARE(json({ u"key"_s, u"list"_s }).array().first()[u"fingerprint"_s], own[u"fingerprint"_s]);
        QCOMPARE(on({ u"key"_s, u"confirm"_s, own[u"words"_s].toString() }).code, 0);
        QCOMPARE(on(QStringList { u"key"_s, u"confirm"_s } + own[u"words"_s].toString().split(u' ')).code, 0);
        QCOMPARE(json({ u"reviews"_s }).array().first()[u"signature"_s].toString(), u"verified"_s);
        QCOMPARE(on({ u"key"_s, u"forget"_s, own[u"fingerprint"_s].toString() }).code, 0);
        QVERIFY(json({ u"key"_s, u"list"_s }).array().isEmpty());
        QCOMPARE(run({ u"key"_s, u"export"_s, path(u"again.pub"_s) }).code, 0);
        QCOMPARE(on({ u"key"_s, u"import"_s, path(u"again.pub"_s) }).code, 0);
        QCOMPARE(json({ u"reviews"_s }).array().first()[u"signature"_s].toString(), u"verified"_s);
        QCOMPARE(on({ u"key"_s, u"confirm"_s, u"no such words"_s }).code, 3);
    }

    void scoresAndQuestionsGoOutWithThePlan()
    {
        handIn();
        QCOMPARE(on({ u"score"_s, skill, u"works"_s, u"2"_s }).code, 0);
        QCOMPARE(on({ u"score"_s, skill, u"2"_s, u"0"_s }).code, 0); // by its number
        QCOMPARE(planSkill()[u"rubric"_s][0][u"self"_s].toInt(), 2);
        QCOMPARE(planSkill()[u"rubric"_s][1][u"self"_s].toInt(-1), 0);
        QCOMPARE(planSkill()[u"question"_s][u"text"_s].toString(), u"Is my drawing right?"_s);
        QCOMPARE(on({ u"score"_s, skill, u"works"_s, u"4"_s }).code, 4);
        QCOMPARE(on({ u"score"_s, skill, u"beauty"_s, u"1"_s }).code, 2);
        QCOMPARE(on({ u"score"_s, u"no-such"_s, u"works"_s, u"1"_s }).code, 3);
        QCOMPARE(on({ u"ask"_s, skill, QString() }).code, 0);
        QVERIFY(planSkill()[u"question"_s].isNull());
    }

    void anEmptyLineKeepsWhatTheDraftSays()
    {
        handIn();
        const QStringList again { u"review"_s, u"new"_s, path(u"plan.html"_s), u"-o"_s, path(u"resumed.wayreview"_s) };
        // A rejection without a reason keeps it from going out; the second talk gives one, mistypes and leaves the rest as it is.
        const support::Answer first = run(again, u"Bea Mentor\nr\n\n\n\n\n\n\nc\nGood start.\n"_s);
        QVERIFY2(first.out.contains(u"Your answer is kept"_s), qPrintable(first.out + first.err));
        QVERIFY(run(again, u"n\nNotes.\n\n\n\n\n\nx\n\n\n"_s).out.contains(u"Wrote"_s));
        const QJsonObject overall = QJsonDocument::fromJson(bytesOf(path(u"resumed.wayreview"_s))).object()[u"overall"_s].toObject();
        QCOMPARE(overall[u"decision"_s].toString(), u"request-changes"_s);
        QCOMPARE(overall[u"text"_s].toString(), u"Good start."_s);
    }

    void anAnswerThatCannotBeKeptIsSaid()
    {
        handIn();
        qputenv("XDG_DATA_HOME", path(u"plan.html/data"_s).toUtf8()); // no folder can be made there
        const support::Answer stopped = run({ u"review"_s, u"new"_s, path(u"plan.html"_s) }, u"Bea Mentor\na\n3\nq\n"_s);
        QCOMPARE(stopped.code, 8);
        QVERIFY(!stopped.out.contains(u"Your answer is kept"_s));
    }

    void noOtherFileIsWrittenOver()
    {
        handIn();
        const QByteArray plan = bytesOf(path(u"plan.html"_s));
        QCOMPARE(run({ u"review"_s, u"new"_s, path(u"plan.html"_s), u"-o"_s, path(u"plan.html"_s) },
                     u"Bea Mentor\na\n3\n3\n3\n3\n\na\nGood.\n"_s)
                     .code,
            9);
        QCOMPARE(bytesOf(path(u"plan.html"_s)), plan);
        QVERIFY(answerPlan().code == 0);
        QCOMPARE(run({ u"review"_s, u"sign"_s, path(u"answer.wayreview"_s), u"-o"_s, path(u"plan.html"_s) }).code, 9);
        QCOMPARE(bytesOf(path(u"plan.html"_s)), plan);
        QCOMPARE(run({ u"review"_s, u"sign"_s, path(u"answer.wayreview"_s), u"-o"_s, path(u"answer.wayreview"_s) }).code, 0);
    }

    void aSecondRoundGetsANameOfItsOwn()
    {
        handIn();
        const QString before = QDir::currentPath();
        QVERIFY(QDir().mkpath(path(u"round"_s)) && QDir::setCurrent(path(u"round"_s)));
        const QString talk = u"Bea Mentor\na\n3\n3\n3\n3\n\na\nGood.\n"_s;
        const support::Answer first = run({ u"review"_s, u"new"_s, path(u"plan.html"_s) }, talk);
        const support::Answer second = run({ u"review"_s, u"new"_s, path(u"plan.html"_s) }, talk);
        const QStringList files = QDir().entryList(QDir::Files, QDir::Name);
        QVERIFY(QDir::setCurrent(before));
        QVERIFY2(first.code == 0 && second.code == 0, qPrintable(second.err));
        QCOMPARE(files, (QStringList { u"plan-2.wayreview"_s, u"plan.wayreview"_s }));
    }

    void onlyTheKeyThatWasNamedVerifies()
    {
        handIn();
        QVERIFY(answerPlan().code == 0);
        QCOMPARE(run({ u"review"_s, u"sign"_s, path(u"answer.wayreview"_s), u"-o"_s, path(u"signed.wayreview"_s) }).code, 0);
        QCOMPARE(run({ u"key"_s, u"export"_s, path(u"bea.pub"_s) }).code, 0);
        const exchange::SigningKey other = exchange::SigningKey::fromSeed(QByteArray(32, 'o'), u"Other"_s);
        QVERIFY(putBytes(path(u"other.pub"_s), exchange::publicKeyFile(u"Other"_s, other.publicKey())));
        const auto verify = [this](const QString& file, const QString& key) {
            return run({ u"review"_s, u"verify"_s, path(file), u"--key"_s, path(key) });
        };
        QCOMPARE(verify(u"signed.wayreview"_s, u"bea.pub"_s).code, 0);
        QVERIFY2(isRefusal(verify(u"signed.wayreview"_s, u"other.pub"_s), 9, u"signed.wayreview"_s), "another key");
        QVERIFY2(isRefusal(verify(u"answer.wayreview"_s, u"bea.pub"_s), 9, u"answer.wayreview"_s), "no signature");
        const auto bea = exchange::readPublicKey(bytesOf(path(u"bea.pub"_s)), {});
        QVERIFY(bea && putBytes(path(u"grace.pub"_s), exchange::publicKeyFile(u"Grace"_s, bea->publicKey)));
        const support::Answer under = verify(u"signed.wayreview"_s, u"grace.pub"_s);
        QVERIFY2(isRefusal(under, 9, u"signed.wayreview"_s) && under.err.contains(u"Grace"_s), qPrintable(under.err));
    }

    void fewSignsOfAKeyAreNotEnoughForTrust()
    {
        handIn();
        QVERIFY(answerPlan().code == 0 && sign().code == 0);
        QCOMPARE(on({ u"import"_s, path(u"answer.wayreview"_s) }).code, 0);
        const QString fingerprint = run({ u"key"_s, u"show"_s, u"--json"_s }).object()[u"fingerprint"_s].toString();
        QCOMPARE(on({ u"key"_s, u"confirm"_s, QString() }).code, 2);
        QCOMPARE(on({ u"key"_s, u"confirm"_s, fingerprint.left(15) }).code, 2);
        QVERIFY(!json({ u"key"_s, u"list"_s }).array().first()[u"confirmed"_s].toBool());
        QCOMPARE(on({ u"key"_s, u"forget"_s, fingerprint.left(4) }).code, 2);
        QCOMPARE(on({ u"key"_s, u"confirm"_s, QString(16, u'0') }).code, 3);
        QCOMPARE(on({ u"key"_s, u"confirm"_s, fingerprint.left(16) }).code, 0);
        QVERIFY(json({ u"key"_s, u"list"_s }).array().first()[u"confirmed"_s].toBool());
    }

    void aReviewIsNamedByWhatOnlyItBeginsWith()
    {
        handIn();
        QStringList ids;
        for (const QChar last : { u'1', u'2' }) {
            QVERIFY(answerPlan().code == 0);
            QJsonObject review = QJsonDocument::fromJson(bytesOf(path(u"answer.wayreview"_s))).object();
            ids.append(u"44444444-4444-4444-8444-44444444444"_s + last);
            review[u"review"_s] = ids.last();
            QVERIFY(putBytes(path(u"answer.wayreview"_s), QJsonDocument(review).toJson()));
            QCOMPARE(on({ u"import"_s, path(u"answer.wayreview"_s) }).code, 0);
        }
        QCOMPARE(on({ u"accept"_s, QString(), decision }).code, 2);
        const support::Answer torn = on({ u"accept"_s, u"4444"_s, decision });
        QCOMPARE(torn.code, 2);
        QVERIFY2(torn.err.contains(ids[0]) && torn.err.contains(ids[1]), qPrintable(torn.err));
        QCOMPARE(planSkill()[u"standing"_s].toString(), u"self"_s);
        QCOMPARE(on({ u"accept"_s, u"9"_s, decision }).code, 3);
        QCOMPARE(on({ u"accept"_s, ids[0], decision }).code, 0);
    }

    void theFingerprintIsThatOfTheKeyThatSigned()
    {
        handIn();
        QVERIFY(answerPlan().code == 0);
        QJsonObject review = QJsonDocument::fromJson(bytesOf(path(u"answer.wayreview"_s))).object();
        QJsonObject reviewer = review[u"reviewer"_s].toObject();
        reviewer[u"fingerprint"_s] = QString(64, u'a'); // claimed, and nothing signed
        review[u"reviewer"_s] = reviewer;
        QVERIFY(putBytes(path(u"answer.wayreview"_s), QJsonDocument(review).toJson()));
        QCOMPARE(on({ u"import"_s, path(u"answer.wayreview"_s) }).code, 0);
        const QJsonObject listed = json({ u"reviews"_s }).array().first().toObject();
        QVERIFY(listed[u"fingerprint"_s].isNull());
        QVERIFY(listed[u"words"_s].isNull());
    }

    void outputOfATerminalIsEvidenceThatHolds()
    {
        handIn();
        QCOMPARE(on({ u"check"_s, skill, u"1"_s, u"--evidence"_s, u"ok \x1b[32mgreen\x1b[0m\r\nsecond"_s }).code, 0);
        QCOMPARE(on({ u"export"_s, u"--as"_s, u"plan"_s, u"-o"_s, path(u"plan.html"_s), u"--force"_s }).code, 0);
        QVERIFY(planJson().contains("\"ok green\\nsecond\""));
        QVERIFY(answerPlan().code == 0 && sign().code == 0);
        const QString review = takeIn().object()[u"review"_s].toString();
        QCOMPARE(on({ u"accept"_s, review, decision }).code, 0);
        QCOMPARE(planSkill()[u"signOff"_s][u"void"_s].toBool(true), false);
        QCOMPARE(planSkill()[u"standing"_s].toString(), u"mentor"_s);
    }

    void missingFilesAndKeysAreSaid()
    {
        makeLibrary();
        QCOMPARE(run({ u"review"_s, u"new"_s, path(u"no-plan.html"_s) }).code, 3);
        QCOMPARE(run({ u"review"_s, u"sign"_s, path(u"no.wayreview"_s) }).code, 3);
        QCOMPARE(run({ u"review"_s, u"verify"_s, path(u"no.wayreview"_s) }).code, 3);
        QVERIFY(putBytes(path(u"page.html"_s), "<!doctype html><title>Nothing</title>"));
        QCOMPARE(run({ u"review"_s, u"new"_s, path(u"page.html"_s) }).code, 4);
        qputenv("WAYMARK_KEY", path(u"no-key.json"_s).toUtf8());
        QCOMPARE(run({ u"key"_s, u"show"_s }).code, 3);
        QCOMPARE(on({ u"export"_s, u"--as"_s, u"badge"_s }).code, 2);
        QCOMPARE(on({ u"accept"_s, u"00000000"_s, u"overall"_s }).code, 3);
    }
};

QTEST_MAIN(tst_RoundTrip)
#include "tst_RoundTrip.moc"
