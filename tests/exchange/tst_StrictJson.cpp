// SPDX-License-Identifier: GPL-3.0-or-later
// The gate of strangers' JSON beside the parser that stands behind it.
#include <exchange/StrictJson.h>

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::exchange;
using domain::ErrorCode;
using nlohmann::json;

namespace {

domain::Result<json> read(const QByteArray& bytes)
{
    return readStrictJson(bytes, ErrorCode::InvalidFile, u"x.json"_s);
}

} // namespace

class tst_StrictJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatTheParserTakesButForItsRules();
    void spacesBetweenThePartsDoNotMatter();
    void namesTheByteOfAFault_data();
    void namesTheByteOfAFault();
};

void tst_StrictJson::takesWhatTheParserTakesButForItsRules()
{
    static const std::vector<std::string> pieces { "{", "}", "[", "]", ":", ",", "\"", "\"a\"", "\"b\\n\"", "\\", "\\u0000",
        "\\ud83d\\ude00", "\\ud800", "1", "-0", "1e9", "1e999", "0x1", "null", "true", "nul", " ", "  ", "\n", "\n    ", "\n  \t ",
        "\r\n  ", "\t", "\x01", "\xc3\xa9", "\xc3", "\xef\xbb\xbf" };
    const bool holds = rc::check("one refuses what the other refuses, and reads the same", [] {
        static const json value
            = json::parse(R"({"a": [1, -2.5, null, {"b  c": "x\n  y"}, []], "d": {"a": {}, "e": ["", true]}, "f": "\u00e9"})");
        std::string text = value.dump(*rc::gen::element(-1, 0, 1, 4));
        for (const std::string& piece : *rc::gen::resize(4, rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))) {
            text.insert(*rc::gen::inRange<std::size_t>(0, text.size() + 1), piece);
        }
        const QByteArray bytes = QByteArray::fromStdString(text);
        const json plain = json::parse(bytes.cbegin(), bytes.cend(), nullptr, false);
        const auto strict = read(bytes);
        if (strict) {
            RC_ASSERT(*strict == plain);
        } else if (!strict.error().detail.contains(u"U+0000") && !strict.error().detail.contains(u"stands there twice")) {
            RC_ASSERT(plain.is_discarded());
        }
        RC_TAG(strict.has_value());
    });
    QVERIFY(holds);
}

void tst_StrictJson::spacesBetweenThePartsDoNotMatter()
{
    const QByteArray indented = "\n   {\n      \"a  b\":\n\n  [\n\n      1,\n   \"\\n   c\"\n],\n\t\"d\":   {\r\n   }\n  }\n    ";
    const auto value = read(indented);
    QVERIFY(value.has_value());
    QCOMPARE(canonicalJson(*value), QByteArray("{\"a  b\":[1,\"\\n   c\"],\"d\":{}}"));
}

void tst_StrictJson::namesTheByteOfAFault_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("where");
    QTest::newRow("in one line") << QByteArray("{\"a\": x}") << u"byte 7, in a"_s;
    QTest::newRow("behind indentation") << QByteArray("{\n    \"a\":\n        x}") << u"byte 20, in a"_s;
    QTest::newRow("at the end") << QByteArray("{\n    \"a\": 1\n  ") << u"byte 16, in a"_s;
    QTest::newRow("a NUL behind the end") << QByteArray("{\n}\n\0{}", 7) << u"byte 5: U+0000"_s;
    QTest::newRow("a line break in a text") << QByteArray("{\"a\": \"b\n") << u"byte 9, in a"_s;
}

void tst_StrictJson::namesTheByteOfAFault()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, where);
    const auto value = read(bytes);
    QVERIFY(!value.has_value());
    QVERIFY2(value.error().detail.contains(where), qPrintable(value.error().detail));
}

QTEST_APPLESS_MAIN(tst_StrictJson)
#include "tst_StrictJson.moc"
