// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/ReviewReader.h>
#include <exchange/ReviewSignature.h>
#include <exchange/ReviewWriter.h>

#include <ForgedReviews.h>
#include <HostileReviews.h>

#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::exchange;
using domain::ErrorCode;

namespace {

/// Seconds of the processor that this program has used: other programs do not count.
double processorSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace

class tst_ReviewReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsWritten();
    void whatIsReadIsWhatWasWritten();
    void refusesHostileFiles_data();
    void refusesHostileFiles();
    void namesOfHostileFilesAreTheirOwn();
    void nothingIsReadBehindTheLastEntryAllowed_data();
    void nothingIsReadBehindTheLastEntryAllowed();
    void limitsThemselvesAreAllowed();
    void readsWhatOnlyLooksDangerous_data();
    void readsWhatOnlyLooksDangerous();
    void cutAnywhereItIsRefused();
    void anyByteChangedItIsReadOrRefused();
    void namesAreCleanedAndTheirBytesKept();
    void cleanNamesStayAsTheyAre();
    void nullAndMissingAreOne();
    void keepsUnknownKeysAtEveryLevel();
    void keysStandInTheOrderOfTheSchema();
    void manyUnknownKeysAreWrittenAsFastAsRead();
};

void tst_ReviewReader::readsWhatIsWritten()
{
    const auto read = readReview(reviewToJson(fixture::review()), u"grace.wayreview"_s);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->reviewer.name, u"Grace Example"_s);
    QCOMPARE(read->comments.front().item, u"part-1"_s);
    QVERIFY(read->comments.front().kind == CommentKind::Blocker);
    QVERIFY(read->comments.back().skill.isEmpty() && read->comments.back().resolved);
    QVERIFY(read->decisions.front().decision == domain::Decision::ApproveWithNotes);
    QCOMPARE(read->decisions.front().rubric.front().level, 3);
    QCOMPARE(read->decisions.front().seen.size(), qsizetype(2));
    QVERIFY(!read->signature);
    QCOMPARE(read->source, canonicalReview(fixture::review()));
    QCOMPARE(reviewToJson(*read), reviewToJson(fixture::review()));
}

void tst_ReviewReader::whatIsReadIsWhatWasWritten()
{
    const SigningKey key = SigningKey::fromSeed(QByteArray(32, '\7'), u"Any"_s);
    QVERIFY(rc::check("read(write(r)) is r, apart from its source", [&key] {
        ReviewDocument review = fixture::anyReview();
        if (*rc::gen::arbitrary<bool>()) {
            review = signedReview(review, key).value();
        }
        const auto read = readReview(reviewToJson(review));
        RC_ASSERT(read.has_value());
        ReviewDocument same = *read;
        same.source.clear();
        RC_ASSERT(same == review);
        RC_ASSERT(read->source == canonicalReview(review));
        RC_ASSERT(canonicalReview(same) == read->source);
        RC_ASSERT(reviewToJson(*read) == reviewToJson(review));
        RC_ASSERT(readReview(read->source).value() == *read);
    }));
}

void tst_ReviewReader::refusesHostileFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    for (const fixture::HostileReview& review : fixture::hostileReviews()) {
        QTest::newRow(review.name) << review.bytes << review.code << review.words;
    }
}

void tst_ReviewReader::refusesHostileFiles()
{
    QFETCH(QByteArray, json);
    QFETCH(ErrorCode, code);
    QFETCH(QString, words);
    const double start = processorSeconds();
    const auto read = readReview(json, u"stranger.wayreview"_s);
    QVERIFY2(processorSeconds() - start < 2, qPrintable(QString::number(processorSeconds() - start)));
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().subject, u"stranger.wayreview"_s);
    QVERIFY2(read.error().detail.contains(words), qPrintable(read.error().detail));
    QCOMPARE(read.error().code, code);
}

void tst_ReviewReader::namesOfHostileFilesAreTheirOwn()
{
    QSet<QByteArray> names;
    for (const auto& some : { fixture::hostileReviews(), fixture::forgedReviews(), fixture::harmlessReviews() }) {
        for (const fixture::HostileReview& review : some) {
            QVERIFY2(!names.contains(review.name), review.name);
            names.insert(review.name);
        }
    }
    QVERIFY(fixture::hostileReviews().size() >= 40);
}

void tst_ReviewReader::nothingIsReadBehindTheLastEntryAllowed_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<int>("most");
    QTest::newRow("comments") << QByteArray("comments") << limits::reviewComments;
    QTest::newRow("decisions") << QByteArray("decisions") << limits::reviewDecisions;
}

/// What stands there is no JSON: a reader that came so far would say so.
void tst_ReviewReader::nothingIsReadBehindTheLastEntryAllowed()
{
    QFETCH(QByteArray, list);
    QFETCH(int, most);
    const fixture::ReviewSpoiler spoiler(fixture::review());
    const QByteArray full = '"' + list + "\": [" + QByteArray("0, ").repeated(most);
    const auto over = readReview(spoiler.with('"' + list + "\": [", full + "0, no JSON, "));
    QVERIFY(!over.has_value());
    QCOMPARE(over.error().detail, u"%1 holds more than %2 entries"_s.arg(QLatin1StringView(list)).arg(most));
    QCOMPARE(over.error().code, ErrorCode::TooLarge);
    const auto within = readReview(spoiler.with('"' + list + "\": [", full + "no JSON, "));
    QVERIFY(!within.has_value());
    QVERIFY2(within.error().detail.contains(u"not JSON at byte"), qPrintable(within.error().detail));
}

void tst_ReviewReader::limitsThemselvesAreAllowed()
{
    using namespace limits;
    ReviewDocument review = fixture::review();
    review.reviewer.name = QString::fromUtf8("\U0001F600").repeated(reviewerCharacters);
    review.comments.front().text = QString(commentBytes, u'x');
    review.decisions.front().text = QString(decisionBytes, u'x');
    review.decisions.front().seen.fill(QString(64, u'7'), seenHashes);
    review.decisions.front().endorsement = u"a.b."_s + QString(endorsementBytes - 4, u'c');
    review.overall.text = QString(decisionBytes / 2, QChar(0xE9));
    for (int i = 2; i < rubricScores; ++i) {
        review.decisions.front().rubric.push_back({ u"more-%1"_s.arg(i), 1, {} });
    }
    for (int i = 3; i < reviewComments; ++i) {
        review.comments.push_back({ u"n-%1"_s.arg(i), {}, {}, CommentKind::Praise, u"x"_s, false, {} });
    }
    for (int i = 2; i < reviewDecisions; ++i) {
        review.decisions.push_back({ u"s-%1"_s.arg(i), domain::Decision::Reject, {}, {}, {}, {}, {} });
    }
    auto read = readReview(reviewToJson(review));
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
    read->source.clear();
    QCOMPARE(*read, review);
}

void tst_ReviewReader::readsWhatOnlyLooksDangerous_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const fixture::HostileReview& review : fixture::harmlessReviews()) {
        QTest::newRow(review.name) << review.bytes;
    }
}

void tst_ReviewReader::readsWhatOnlyLooksDangerous()
{
    QFETCH(QByteArray, json);
    const auto read = readReview(json);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
    QCOMPARE(cleanLine(read->reviewer.name), read->reviewer.name);
    QCOMPARE(readReview(reviewToJson(*read)).value(), *read);
}

void tst_ReviewReader::cutAnywhereItIsRefused()
{
    const QByteArray whole = reviewToJson(fixture::review()).trimmed();
    for (qsizetype length = 0; length < whole.size(); length += 3) {
        const auto read = readReview(whole.left(length));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::InvalidReview);
    }
}

void tst_ReviewReader::anyByteChangedItIsReadOrRefused()
{
    const QByteArray whole = reviewToJson(fixture::review());
    QVERIFY(rc::check("a damaged review is read or refused, and what is read can be written and read again", [&whole] {
        QByteArray damaged = whole;
        for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
            damaged[*rc::gen::inRange<qsizetype>(0, whole.size())] = *rc::gen::arbitrary<char>();
        }
        const auto read = readReview(damaged);
        if (read) {
            RC_ASSERT(readReview(reviewToJson(*read)).value() == *read);
        } else {
            RC_ASSERT(!read.error().detail.isEmpty());
        }
    }));
}

void tst_ReviewReader::namesAreCleanedAndTheirBytesKept()
{
    const fixture::ReviewSpoiler spoiler(fixture::review());
    const auto read = readReview(spoiler.set("/reviewer/name", "\"  \\u202eGrace\\u0007\\n \\u200bExample \""));
    QVERIFY(read.has_value());
    QCOMPARE(read->reviewer.name, u"Grace Example"_s);
    QVERIFY(read->source.contains("\u202e"));
    QVERIFY(reviewToJson(*read).contains("\u202e"));
    QVERIFY(!signedReview(*read, SigningKey::make(u"x"_s)).value().reviewer.name.contains(QChar(0x202e)));

    const auto text = readReview(spoiler.set("/comments/1/text", "\"one\\u001b[2J\\r\\ntwo\""));
    QVERIFY(text.has_value());
    QCOMPARE(text->comments.at(1).text, u"one\ntwo"_s);
}

void tst_ReviewReader::cleanNamesStayAsTheyAre()
{
    QVERIFY(rc::check("cleaning a line twice is cleaning it once", [] {
        const QString pieces = QString::fromUtf8("a \t\u202e\u200b\u0301\u0308\u00e9\u3000\u2066");
        QString line;
        for (int i = *rc::gen::inRange(0, 300); i > 0; --i) {
            line += pieces.at(*rc::gen::inRange<qsizetype>(0, pieces.size()));
        }
        RC_ASSERT(cleanLine(cleanLine(line)) == cleanLine(line));
    }));
}

void tst_ReviewReader::nullAndMissingAreOne()
{
    const fixture::ReviewSpoiler spoiler(fixture::review());
    for (const auto& [place, key] :
        { std::pair("/reviewer", "fingerprint"), { "/comments/1", "item" }, { "/decisions/0", "endorsement" } }) {
        const auto read = readReview(spoiler.without(place, key));
        QVERIFY2(read.has_value(), key);
        ReviewDocument same = *read;
        same.source.clear();
        QCOMPARE(same, fixture::review());
        QVERIFY2(reviewToJson(*read) != spoiler.good(), key); // what was signed without it is written without it
    }
}

void tst_ReviewReader::keepsUnknownKeysAtEveryLevel()
{
    QByteArray json = reviewToJson(fixture::review());
    const QByteArray extra = "\"x-later\": {\"b\": [1, 2.5, null, \"\u00e9\"], \"a\": true}, ";
    for (const QByteArray place : { "\"schema\"", "\"role\"", "\"id\": \"c-2\"", "\"seen\"", "\"level\": 2", "\"text\": \"On a" }) {
        const qsizetype at = json.indexOf(place);
        QVERIFY2(at > 0, place.constData());
        json.insert(at, extra);
    }
    auto read = readReview(json);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
    const QByteArray again = reviewToJson(*read);
    QCOMPARE(again.count("\"x-later\""), qsizetype(6));
    QCOMPARE(readReview(again).value(), *read);
    read->source.clear();
    QCOMPARE(reviewToJson(*read), again);
}

void tst_ReviewReader::keysStandInTheOrderOfTheSchema()
{
    const QByteArray json = reviewToJson(readReview(canonicalReview(fixture::review())).value());
    qsizetype last = -1;
    for (const char* key :
        { "schema", "review", "plan", "revision", "reviewer", "created", "comments", "decisions", "overall", "signature" }) {
        const qsizetype at = json.indexOf(QByteArray("\n  \"") + key + "\":");
        QVERIFY2(at > last, key);
        last = at;
    }
    QVERIFY(json.endsWith("}\n"));
}

void tst_ReviewReader::manyUnknownKeysAreWrittenAsFastAsRead()
{
    // As many keys as are allowed, in as many objects as fit.
    QByteArray object = "{";
    for (int i = 0; i < limits::jsonKeys; ++i) {
        object += (i == 0 ? "\"k" : ",\"k") + QByteArray::number(i) + "\":0";
    }
    object += "},";
    const fixture::ReviewSpoiler spoiler(fixture::review());
    const QByteArray json = spoiler.withKey("\"x\": [" + object.repeated((limits::jsonValues - 10'000) / limits::jsonKeys) + "0]");
    const double start = processorSeconds();
    const auto read = readReview(json);
    const double reading = processorSeconds() - start;
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
    QVERIFY(!reviewToJson(*read).isEmpty());
    const double writing = processorSeconds() - start - reading;
    // Looking for each key among all before it would take many times as long as reading.
    QVERIFY2(writing < 10 * reading, qPrintable(u"%1 s after %2 s"_s.arg(writing).arg(reading)));
}

QTEST_APPLESS_MAIN(tst_ReviewReader)
#include "tst_ReviewReader.moc"
