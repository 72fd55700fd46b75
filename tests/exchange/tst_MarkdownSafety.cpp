// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of strangers: no tags, no links and pictures but those that may be opened, and none that is too large or takes too long.
#include <MarkdownBlocks.h>
#include <Slowness.h>

#include <QElapsedTimer>
#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace waymark::exchange;
using fixture::onlyBlock;
using fixture::parsed;
using waymark::domain::ErrorCode;

namespace {

QString repeated(const QString& piece, int times)
{
    return piece.repeated(times);
}

} // namespace

class tst_MarkdownSafety : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTagsAsText();
    void keepsOnlyOpenableLinks_data();
    void keepsOnlyOpenableLinks();
    void decodesEntities();
    void namesOnlyPicturesOfTheCourse_data();
    void namesOnlyPicturesOfTheCourse();
    void refusesOverTheLimits_data();
    void refusesOverTheLimits();
    void readsHostileTextInTime_data();
    void readsHostileTextInTime();
    void anyTextHasBlocksOrIsTooLarge();
};

void tst_MarkdownSafety::showsTagsAsText()
{
    QCOMPARE(plainText(parsed(u"<script>alert(1)</script>\n\na <b onclick=x>b</b> <!-- c -->"_s)),
        u"<script>alert(1)</script>\na <b onclick=x>b</b> <!-- c -->"_s);
}

void tst_MarkdownSafety::keepsOnlyOpenableLinks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("target");
    QTest::newRow("https") << u"[a](https://b.example/c)"_s << u"https://b.example/c"_s;
    QTest::newRow("mail") << u"<a@b.example>"_s << u"mailto:a@b.example"_s;
    QTest::newRow("file") << u"[a](file:///etc/passwd)"_s << QString();
    QTest::newRow("script") << u"[a](javascript:alert(1))"_s << QString();
    QTest::newRow("script as entity") << u"[a](java&#115;cript:x)"_s << QString();
    QTest::newRow("data") << u"[a](data:text/html,x)"_s << QString();
    QTest::newRow("custom") << u"[a](smb://x)"_s << QString();
    QTest::newRow("relative") << u"[a](../b.md)"_s << QString();
}

void tst_MarkdownSafety::keepsOnlyOpenableLinks()
{
    QFETCH(QString, text);
    QFETCH(QString, target);
    QCOMPARE(onlyBlock(text).inlines.at(0).target, target);
}

void tst_MarkdownSafety::decodesEntities()
{
    QCOMPARE(plainText(parsed(u"&lt;a&gt; &amp;amp; &#64; &#x20AC; &#0; &#xD800; &unknown; &#99999999;"_s)),
        u"<a> &amp; @ € \uFFFD \uFFFD &unknown; &#99999999;"_s);
}

void tst_MarkdownSafety::namesOnlyPicturesOfTheCourse_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("name");
    QTest::newRow("from a lesson") << u"../../images/a.svg"_s << u"images/a.svg"_s;
    QTest::newRow("from the root") << u"images/b/a.png"_s << u"images/b/a.png"_s;
    QTest::newRow("climbs") << u"../../images/../../x.png"_s << QString();
    QTest::newRow("climbs further") << u"../../../images/x.png"_s << QString();
    QTest::newRow("absolute") << u"/etc/x.png"_s << QString();
    QTest::newRow("file") << u"file:///x.png"_s << QString();
    QTest::newRow("remote") << u"https://x.example/images/a.png"_s << QString();
    QTest::newRow("data") << u"data:image/png;base64,AA"_s << QString();
    QTest::newRow("drive") << u"images/C:x.png"_s << QString();
    QTest::newRow("plain") << u"x.png"_s << QString();
}

void tst_MarkdownSafety::namesOnlyPicturesOfTheCourse()
{
    QFETCH(QString, image);
    QFETCH(QString, name);
    QCOMPARE(assetName(image), name);
}

void tst_MarkdownSafety::refusesOverTheLimits_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a lesson over 1 MiB") << repeated(u"abcdefg\n\n"_s, 120'000);
    QTest::newRow("a paragraph over 32 KiB") << repeated(u"a"_s, 33'000);
    QTest::newRow("*a_b 200 KB") << repeated(u"*a_b"_s, 50'000);
    QTest::newRow("quotes nested 33 deep") << repeated(u"> "_s, 33) + u"a"_s;
    QTest::newRow("lists nested 10,000 deep") << repeated(u"- "_s, 10'000) + u"a"_s;
    QTest::newRow("emphasis nested 40 deep") << repeated(u"*a **b "_s, 20) + u"c"_s + repeated(u"** *"_s, 20).remove(u' ');
    QTest::newRow("65 columns") << repeated(u"|a"_s, 65) + u"|\n"_s + repeated(u"|---"_s, 65) + u"|\n"_s;
    QTest::newRow("4,000 columns") << repeated(u"|a"_s, 4'000) + u"|\n"_s + repeated(u"|---"_s, 4'000) + u"|\n"_s
            + repeated(u"|\n"_s, 3'000);
    QTest::newRow("60,000 blocks") << repeated(u"a\n\n"_s, 60'000);
    QTest::newRow("60,000 runs") << repeated(repeated(u"`a` "_s, 1'000) + u"\n\n"_s, 60);
    QTest::newRow("60,000 cells") << (u"|a|b|\n|---|---|\n"_s + repeated(u"|a|b|\n"_s, 2'000) + u"\n"_s).repeated(10);
}

void tst_MarkdownSafety::refusesOverTheLimits()
{
    QFETCH(QString, text);
    QElapsedTimer timer;
    timer.start();
    const auto blocks = parseMarkdown(text);
    QVERIFY(!blocks);
    QCOMPARE(blocks.error().code, ErrorCode::TooLarge);
    QVERIFY(!blocks.error().detail.isEmpty());
    QVERIFY2(timer.elapsed() < 2'000 * waymark::support::slowness(), qPrintable(QString::number(timer.elapsed())));
}

void tst_MarkdownSafety::readsHostileTextInTime_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("32 KiB of *a_b") << repeated(u"*a_b"_s, 8'000);
    QTest::newRow("32 KiB of [") << repeated(u"["_s, 32'000);
    QTest::newRow("32 KiB of ![](") << repeated(u"![]("_s, 8'000);
    QTest::newRow("32 KiB of `") << repeated(u"` `` "_s, 6'000);
    QTest::newRow("32 KiB of <") << repeated(u"<a "_s, 10'000);
    QTest::newRow("32 KiB of &amp;") << repeated(u"&amp;"_s, 6'000);
    QTest::newRow("1 MiB of *a_b in paragraphs") << repeated(repeated(u"*a_b"_s, 7'000) + u"\n\n"_s, 37);
    QTest::newRow("1 MiB in one code block") << u"```\n"_s + repeated(u"0123456789\n\n"_s, 87'000) + u"```\n"_s;
}

void tst_MarkdownSafety::readsHostileTextInTime()
{
    QFETCH(QString, text);
    QElapsedTimer timer;
    timer.start();
    (void)parseMarkdown(text);
    QVERIFY2(timer.elapsed() < 2'000 * waymark::support::slowness(), qPrintable(QString::number(timer.elapsed())));
}

void tst_MarkdownSafety::anyTextHasBlocksOrIsTooLarge()
{
    const auto piece = rc::gen::elementOf(std::vector<std::string> { "a", "word ", "\n", "\n\n", "# ", "## ", "- ", "- [x] ", "1. ", "> ",
        "|", "|---|---|\n", "```", "``` run\n", "`", "*", "**", "_", "~~", "[", "](", ")", "![", "<", ">", "<b>", "&lt;", "&#0;", "\\",
        "    ", "\t", "---\n", "===\n", "\r\n", "\u00e9", "\u202e", "\U0001F600" });
    const bool holds = rc::check("every text has blocks with lines inside it", [&] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(piece);
        std::string text;
        for (const std::string& part : pieces) {
            text += part;
        }
        const QString source = QString::fromStdString(text);
        const auto blocks = parseMarkdown(source);
        RC_ASSERT(blocks || blocks.error().code == ErrorCode::TooLarge);
        if (blocks) {
            const auto lines = static_cast<int>(source.count(u'\n')) + 1;
            for (const Block& block : *blocks) {
                RC_ASSERT(block.line >= 1 && block.line <= lines);
            }
            (void)plainText(*blocks);
        }
    });
    QVERIFY(holds);
}

QTEST_APPLESS_MAIN(tst_MarkdownSafety)
#include "tst_MarkdownSafety.moc"
