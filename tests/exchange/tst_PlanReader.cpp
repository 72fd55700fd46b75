// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanLimits.h>
#include <exchange/PlanReader.h>
#include <exchange/PlanWriter.h>

#include <PlanFixture.h>

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::exchange;
using domain::ErrorCode;

namespace {

QByteArray plan()
{
    const domain::Roadmap roadmap(fixture::course());
    const domain::Progress progress = fixture::progress();
    return planToJson(planOf(roadmap, progress, learning::skillStates(roadmap, progress), { fixture::november, planIdOf(u"first"_s) }));
}

/// The plan with one place changed. What is replaced has to be there.
QByteArray with(const QByteArray& from, const QByteArray& to)
{
    QByteArray changed = plan();
    const qsizetype at = changed.indexOf(from);
    return at < 0 ? QByteArray() : changed.replace(at, from.size(), to);
}

QByteArray withKey(const QByteArray& key)
{
    return with("\"learner\"", key + ", \"learner\"");
}

QByteArray deep(int levels)
{
    return withKey("\"x\": " + QByteArray("[").repeated(levels) + QByteArray("]").repeated(levels));
}

QByteArray longEvidence()
{
    return with("\"text\": \"=SUM", "\"text\": \"" + QByteArray(domain::maxEvidenceLength + 1, 'x') + "=SUM");
}

QByteArray repeatedSkill()
{
    QByteArray json = plan();
    return json.replace("\"id\": \"base-c\"", "\"id\": \"base-a\"");
}

} // namespace

class tst_PlanReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsWritten();
    void refusesHostileFiles_data();
    void refusesHostileFiles();
    void refusesSizeQuickly_data();
    void refusesSizeQuickly();
    void cutAnywhereItIsRefused();
    void anyByteChangedItIsReadOrRefused();
    void cleansTexts();
    void keepsUnknownKeysAtEveryLevel();
    void tellsAnAlteredFile();
};

void tst_PlanReader::readsWhatIsWritten()
{
    const auto read = readPlan(plan(), u"ada.json"_s);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->learner, u"Ada Example"_s);
    QCOMPARE(read->courseId, u"demo"_s);
    QCOMPARE(read->goal->milestone, u"end"_s);
    QCOMPARE(read->skills.size(), std::size_t(5));
    QVERIFY(read->skills.front().standing == learning::Standing::Self);
    QVERIFY(read->skills.front().checklist.front().evidence.front().evidence.kind == domain::EvidenceKind::Output);
    QVERIFY(!read->altered);
    QCOMPARE(planToJson(*read), plan());
}

void tst_PlanReader::refusesHostileFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("where");
    const auto invalid = [](const char* name, const QByteArray& json, const char* where) {
        QTest::newRow(name) << json << ErrorCode::InvalidPlan << QString::fromLatin1(where);
    };
    const auto large = [](const char* name, const QByteArray& json, const char* where) {
        QTest::newRow(name) << json << ErrorCode::TooLarge << QString::fromLatin1(where);
    };
    // bytes and structure
    invalid("nothing", {}, "byte");
    invalid("a picture", QByteArray("\x89PNG\r\n\x1a\n\0\0", 10), "byte");
    invalid("a list", "[]", "schema");
    invalid("bytes after the end", plan() + "{}", "byte");
    invalid("bytes after a NUL", plan() + QByteArray("\0{}", 3), "byte");
    invalid("comment", withKey("/* x */"), "byte");
    invalid("NaN", with("\"hours\": 4", "\"hours\": NaN"), "hours");
    invalid("number out of range", with("\"hours\": 4", "\"hours\": 1e999"), "out of range");
    invalid("bad UTF-8",
        with("Ada",
            "A\xff"
            "a"),
        "learner");
    invalid("overlong UTF-8", with("Ada", "A\xc0\xaf"), "learner");
    invalid("surrogate in UTF-8", with("Ada", "A\xed\xa0\x80"), "learner");
    invalid("UTF-16", QByteArray("\xff\xfe{\0", 4), "byte");
    invalid("lone high surrogate", with("Ada", "\\ud800"), "learner");
    invalid("lone low surrogate", with("Ada", "\\udc00 "), "learner");
    invalid("U+0000 in a text", with("Ada", "\\u0000"), "learner");
    invalid("U+0000 in a key", withKey("\"a\\u0000b\": 1"), "U+0000");
    invalid("raw control in a text", with("Ada", "A\x01"), "learner");
    invalid("duplicate key", withKey("\"plan\": \"x\""), "plan stands there twice");
    invalid("duplicate key deep inside", with("\"done\": true", "\"done\": true, \"done\": false"), "skills[0].checklist[0].done");
    large("deep nesting", deep(limits::jsonNesting), "x[0][0]");
    large("very deep nesting", deep(200'000), "nested deeper than 32");
    // schema
    QTest::newRow("no schema") << with("\"schema\"", "\"scheme\"") << ErrorCode::InvalidPlan << u"schema"_s;
    QTest::newRow("later schema") << with("plan:1\"", "plan:2\"") << ErrorCode::FormatNewer << u"urn:waymark:plan:2"_s;
    QTest::newRow("foreign schema") << with("urn:waymark:plan:1", "https://else.example/") << ErrorCode::UnknownFormat << u"schema"_s;
    invalid("plan is no UUID", with(planIdOf(u"first"_s).toLatin1(), "me"), "plan is not a UUID");
    invalid("revision is no hash", with("\"revision\": \"", "\"revision\": \"x"), "revision");
    invalid("parent is no hash", with("\"parent\": null", "\"parent\": \"abc\""), "parent");
    invalid("missing skills", with("\"skills\"", "\"abilities\""), "skills is missing");
    invalid("skills are a text", with("\"time\": [", "\"time\": \"x\", \"times\": ["), "time is not a list");
    invalid("skill is a number", with("\"skills\": [", "\"skills\": [7,"), "skills[0]");
    invalid("id is a number", with("\"id\": \"base-a\"", "\"id\": 7"), "skills[0].id is not a text");
    invalid("id is empty", with("\"id\": \"base-a\"", "\"id\": \"\""), "skills[0].id");
    invalid("id with a space", with("\"id\": \"base-b\"", "\"id\": \"base b\""), "skills[1].id");
    invalid("id with bidi override", with("\"id\": \"part-1\"", "\"id\": \"\\u202epart\""), "skills[0].checklist[0].id");
    invalid("id too long", with("\"id\": \"base-a\"", "\"id\": \"" + QByteArray(2'000, 'a') + '"'), "skills[0].id");
    invalid("unknown level", with("\"level\": \"mid\"", "\"level\": \"wizard\""), "skills[3].level");
    invalid("unknown state", with("\"state\": \"practised\"", "\"state\": \"bored\""), "skills[0].state");
    invalid("unknown standing", with("\"standing\": \"self\"", "\"standing\": \"king\""), "skills[0].standing");
    invalid("unknown mark", with("\"kind\": \"done\"", "\"kind\": \"dunno\""), "skills[0].mark.kind");
    invalid("unknown evidence", with("\"kind\": \"output\"", "\"kind\": \"blood\""), "skills[0].checklist[0].evidence[0].kind");
    invalid("flag is a number", with("\"done\": true", "\"done\": 1"), "skills[0].checklist[0].done");
    invalid("done without a time", with("\"done\": false", "\"done\": true"), "done");
    // meaning
    invalid("duplicate skill", repeatedSkill(), "skills[2].id is \"base-a\", as in [0]");
    invalid("duplicate item", with("\"id\": \"part-2\"", "\"id\": \"part-1\""), "skills[0].checklist[1].id");
    invalid("time in local form", with("\"created\": \"2026-11-22T", "\"created\": \"22.11.2026 "), "created");
    invalid("time without zone", with(".123Z\",\n  \"learner\"", ".123\",\n  \"learner\""), "created");
    invalid("time before 1970", with("\"created\": \"2026", "\"created\": \"1026"), "created");
    invalid("thirteenth month", with("\"created\": \"2026-11", "\"created\": \"2026-13"), "created");
    invalid("deadline of no date", with("2027-03-01", "2027-02-30"), "goal.deadline");
    invalid("200 hours a week", with("\"hoursPerWeek\": 7.5", "\"hoursPerWeek\": 200"), "goal.hoursPerWeek");
    invalid("negative hours", with("\"hours\": 4", "\"hours\": -4"), "hours");
    invalid("two days of minutes", with("\"minutes\": 45", "\"minutes\": 2880"), "time[0].minutes");
    invalid("evidence too long", longEvidence(), "skills[0].checklist[0].evidence[0].text");
}

void tst_PlanReader::refusesHostileFiles()
{
    QFETCH(QByteArray, json);
    QFETCH(ErrorCode, code);
    QFETCH(QString, where);
    const auto read = readPlan(json, u"stranger.json"_s);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().subject, u"stranger.json"_s);
    QVERIFY2(read.error().detail.contains(where), qPrintable(read.error().detail));
    QCOMPARE(read.error().code, code);
}

void tst_PlanReader::refusesSizeQuickly_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("32 MiB and a byte") << QByteArray(limits::jsonBytes + 1, ' ');
    QTest::newRow("a million objects") << withKey("\"x\": [" + QByteArray("{},").repeated(1'000'000) + "{}]");
    QTest::newRow("ten million numbers") << withKey("\"x\": [" + QByteArray("0,").repeated(10'000'000) + "0]");
    QTest::newRow("too many skills") << with("\"skills\": [", "\"skills\": [" + QByteArray("{\"id\":\"a\"},").repeated(100'001));
}

void tst_PlanReader::refusesSizeQuickly()
{
    QFETCH(QByteArray, json);
    QElapsedTimer timer;
    timer.start();
    const auto read = readPlan(json);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::TooLarge);
    QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
}

void tst_PlanReader::cutAnywhereItIsRefused()
{
    const QByteArray whole = plan().trimmed();
    for (qsizetype length = 0; length < whole.size(); length += 7) {
        const auto read = readPlan(whole.left(length));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::InvalidPlan);
    }
}

void tst_PlanReader::anyByteChangedItIsReadOrRefused()
{
    const QByteArray whole = plan();
    const bool holds = rc::check("a damaged plan is read or refused, and never read as intact", [&] {
        QByteArray damaged = whole;
        const int places = *rc::gen::inRange(1, 4);
        for (int i = 0; i < places; ++i) {
            damaged[*rc::gen::inRange<qsizetype>(0, whole.size())] = *rc::gen::arbitrary<char>();
        }
        const auto read = readPlan(damaged);
        RC_ASSERT(read.has_value() || !read.error().detail.isEmpty());
        if (read && !read->altered) {
            // Only what the revision leaves out, and white space, may differ.
            PlanDocument same = *read;
            const auto intact = readPlan(whole);
            same.created = intact->created;
            same.parent = intact->parent;
            RC_ASSERT(planToJson(same) == whole);
        }
    });
    QVERIFY(holds);
}

void tst_PlanReader::cleansTexts()
{
    const auto read = readPlan(with("Ada Example", "  A\\u202eda\\u0007\\n \\u200bExample "));
    QVERIFY(read.has_value());
    QCOMPARE(read->learner, u"Ada Example"_s);

    const auto proof = readPlan(with("second line", "second\\u001b[2J\\r\\nline" + QByteArray("\\u0301").repeated(40)));
    QVERIFY(proof.has_value());
    const QString text = proof->skills.front().checklist.front().evidence.front().evidence.text;
    QVERIFY(!text.contains(QChar(0x1b)) && !text.contains(u'\r'));
    QVERIFY(text.contains(u"second[2J\nline"_s));
    QCOMPARE(text.count(QChar(0x301)), qsizetype(limits::marksPerBase));
}

void tst_PlanReader::keepsUnknownKeysAtEveryLevel()
{
    QByteArray json = plan();
    const QByteArray extra = "\"x-later\": {\"b\": [1, 2.5, null, \"\u00e9\"], \"a\": true}, ";
    for (const QByteArray place : { "\"schema\"", "\"version\"", "\"milestone\"", "\"group\"", "\"title\": \"The skill base-a\"",
             "\"text\": \"I built part 1 of base-a\"", "\"kind\": \"output\"", "\"start\"" }) {
        const qsizetype at = json.indexOf(place);
        QVERIFY2(at > 0, place.constData());
        json.insert(at, extra);
    }
    const auto read = readPlan(json);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
    const QByteArray again = planToJson(*read);
    QCOMPARE(again.count("\"x-later\""), qsizetype(8));
    const auto twice = readPlan(again);
    QVERIFY(twice.has_value());
    QCOMPARE(*twice, *read);
    QCOMPARE(planToJson(*twice), again);
}

void tst_PlanReader::tellsAnAlteredFile()
{
    const auto read = readPlan(with("\"minutes\": 45", "\"minutes\": 46"));
    QVERIFY(read.has_value());
    QVERIFY(read->altered);
}

QTEST_APPLESS_MAIN(tst_PlanReader)
#include "tst_PlanReader.moc"
