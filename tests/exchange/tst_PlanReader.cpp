// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanLimits.h>
#include <exchange/PlanReader.h>

#include <HostilePlans.h>
#include <Slowness.h>

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::exchange;
using domain::ErrorCode;

namespace {

const fixture::PlanSpoiler& spoiler()
{
    static const fixture::PlanSpoiler spoiler;
    return spoiler;
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
    void aListOfOneSkillIsBounded_data();
    void aListOfOneSkillIsBounded();
    void cutAnywhereItIsRefused();
    void anyByteChangedItIsReadOrRefused();
    void cleansTexts();
    void keepsUnknownKeysAtEveryLevel();
    void tellsAnAlteredFile();
};

void tst_PlanReader::readsWhatIsWritten()
{
    const auto read = readPlan(spoiler().good(), u"ada.json"_s);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->learner, u"Ada Example"_s);
    QCOMPARE(read->courseId, u"demo"_s);
    QCOMPARE(read->goal->milestone, u"end"_s);
    QCOMPARE(read->skills.size(), std::size_t(5));
    QVERIFY(read->skills.front().standing == learning::Standing::Self);
    QVERIFY(read->skills.front().checklist.front().evidence.front().evidence.kind == domain::EvidenceKind::Output);
    QVERIFY(!read->altered);
    QCOMPARE(planToJson(*read), spoiler().good());
}

void tst_PlanReader::refusesHostileFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("where");
    for (const fixture::HostileFile& hostile : fixture::hostilePlans()) {
        QTest::newRow(hostile.name) << hostile.bytes << hostile.code << hostile.words;
    }
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
    QTest::newRow("a million objects") << spoiler().withKey("\"x\": [" + QByteArray("{},").repeated(1'000'000) + "{}]");
    QTest::newRow("ten million numbers") << spoiler().withKey("\"x\": [" + QByteArray("0,").repeated(10'000'000) + "0]");
    QTest::newRow("too many skills") << spoiler().with("\"skills\": [", "\"skills\": [" + QByteArray("{\"id\":\"a\"},").repeated(100'001));
}

void tst_PlanReader::refusesSizeQuickly()
{
    QFETCH(QByteArray, json);
    QElapsedTimer timer;
    timer.start();
    const auto read = readPlan(json);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::TooLarge);
    QVERIFY2(timer.elapsed() < 2'000 * support::slowness(), qPrintable(QString::number(timer.elapsed())));
}

void tst_PlanReader::aListOfOneSkillIsBounded_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArray>("entry"); // %1 is a number
    QTest::newRow("items") << QByteArray("\"checklist\": [")
                           << QByteArray(R"({"at":null,"done":false,"evidence":[],"id":"x-%1","text":"x"},)");
    QTest::newRow("evidence") << QByteArray("\"evidence\": [")
                              << QByteArray(R"({"at":"2026-11-22T09:00:00.000Z","id":"x-%1","kind":"note","text":"x"},)");
}

/// Each is a row of controls on a screen.
void tst_PlanReader::aListOfOneSkillIsBounded()
{
    QFETCH(QByteArray, list);
    QFETCH(QByteArray, entry);
    const auto readWith = [&](int count) {
        QByteArray entries;
        for (int i = 0; i < count; ++i) {
            entries += QByteArray(entry).replace("%1", QByteArray::number(i));
        }
        return readPlan(spoiler().with(list, list + entries));
    };
    const auto few = readWith(limits::skillEntries - 100);
    QVERIFY2(few.has_value(), few ? "" : qPrintable(few.error().detail));
    const auto many = readWith(limits::skillEntries + 1);
    QVERIFY(!many.has_value());
    QVERIFY2(many.error().detail.contains(u"entries"_s), qPrintable(many.error().detail));
}

void tst_PlanReader::cutAnywhereItIsRefused()
{
    const QByteArray whole = spoiler().good().trimmed();
    for (qsizetype length = 0; length < whole.size(); length += 7) {
        const auto read = readPlan(whole.left(length));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::InvalidPlan);
    }
}

void tst_PlanReader::anyByteChangedItIsReadOrRefused()
{
    const QByteArray whole = spoiler().good();
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
            same.schedule = intact->schedule;
            same.forecast = intact->forecast;
            RC_ASSERT(planToJson(same) == whole);
        }
    });
    QVERIFY(holds);
}

void tst_PlanReader::cleansTexts()
{
    const auto read = readPlan(spoiler().with("Ada Example", "  A\\u202eda\\u0007\\n \\u200bExample "));
    QVERIFY(read.has_value());
    QCOMPARE(read->learner, u"Ada Example"_s);

    const auto proof = readPlan(spoiler().with("second line", "second\\u001b[2J\\r\\nline" + QByteArray("\\u0301").repeated(40)));
    QVERIFY(proof.has_value());
    const QString text = proof->skills.front().checklist.front().evidence.front().evidence.text;
    QVERIFY(!text.contains(QChar(0x1b)) && !text.contains(u'\r'));
    QVERIFY(text.contains(u"second\nline"_s));
    QCOMPARE(text.count(QChar(0x301)), qsizetype(limits::marksPerBase));
}

void tst_PlanReader::keepsUnknownKeysAtEveryLevel()
{
    QByteArray json = spoiler().good();
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
    const auto read = readPlan(spoiler().with("\"minutes\": 45", "\"minutes\": 46"));
    QVERIFY(read.has_value());
    QVERIFY(read->altered);
}

QTEST_APPLESS_MAIN(tst_PlanReader)
#include "tst_PlanReader.moc"
