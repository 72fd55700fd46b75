// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanLimits.h>
#include <exchange/PlanOrigin.h>
#include <exchange/PlanPageText.h>
#include <exchange/PlanReader.h>
#include <exchange/PlanWriter.h>

#include <Slowness.h>

#include <PlanFixture.h>

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::exchange;
using domain::ErrorCode;

namespace {

constexpr QByteArrayView tag("<script type=\"application/json\" id=\"waymark-plan\">");

QByteArray pageWith(const QByteArray& scripts)
{
    return "<!doctype html>\n<html lang=\"en\"><head><title>Ada &lt;3</title><style>p { color: red }</style></head><body>\n<p>a &lt; "
           "b</p>\n"
        + scripts + "\n</body></html>\n";
}

QByteArray pageOf(const QByteArray& json)
{
    return pageWith(
        tag.toByteArray() + QByteArray(json).replace("<", "\\u003c") + "</script>\n<script>\"use strict\"; let a = 1 < 2;</script>");
}

} // namespace

class tst_PlanPageText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonIsGivenBackAsItStands_data();
    void jsonIsGivenBackAsItStands();
    void thePlanIsFoundInItsPage_data();
    void thePlanIsFoundInItsPage();
    void pagesThatHoldNoOnePlanAreRefused_data();
    void pagesThatHoldNoOnePlanAreRefused();
    void anyPlanComesOutOfItsPageUnchanged();
    void aPageOverTheLimitIsRefused();
    void hostilePagesAreWalkedOnce_data();
    void hostilePagesAreWalkedOnce();
    void anyBytesAreReadOrRefused();
};

void tst_PlanPageText::jsonIsGivenBackAsItStands_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("a plan") << QByteArray("{\"a\": 1}");
    QTest::newRow("spaces and a page inside a text") << QByteArray(" \n{\"a\": \"<script id='waymark-plan'>\"}");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10);
    QTest::newRow("Markdown") << QByteArray("# Plan\n\n- [x] <b>done</b>\n");
}

void tst_PlanPageText::jsonIsGivenBackAsItStands()
{
    QFETCH(QByteArray, file);
    const auto json = planJsonOf(file, u"ada"_s);
    QVERIFY(json.has_value());
    QCOMPARE(*json, file);
}

void tst_PlanPageText::thePlanIsFoundInItsPage_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("json");
    const QByteArray json = "{\"a\": \"\\u003c/script>\"}";
    const auto row = [&](const char* name, const QByteArray& page) { QTest::newRow(name) << page << json; };
    row("as it is written", pageWith(tag.toByteArray() + json + "</script>"));
    row("with a byte order mark", "\xef\xbb\xbf" + pageWith(tag.toByteArray() + json + "</script>"));
    row("after spaces", " \r\n\t" + pageWith(tag.toByteArray() + json + "</script>"));
    row("saved again by a browser", pageWith("<script id=\"waymark-plan\" type=\"application/json\">" + json + "</script>"));
    row("in capitals", pageWith("<SCRIPT TYPE='Application/JSON'\nID=waymark-plan >" + json + "</SCRIPT >"));
    row("with a bar and a flag", pageWith("<script/type=application/json defer id=\"waymark-plan\"/>" + json + "</script/>"));
    row("after another script that names it",
        pageWith("<script>\"<script id='waymark-plan'>\"</script>" + tag.toByteArray() + json + "</script>"));
    row("a script that is not closed comes after", pageWith(tag.toByteArray() + json + "</script><script>let a"));
    row("a second id of the tag is ignored",
        pageWith("<script type=\"application/json\" id=\"waymark-plan\" id=\"other\">" + json + "</script>"));
    row("tags whose names go on", pageWith("<scripts id=\"waymark-plan\">x</scripts>" + tag.toByteArray() + json + "</script>"));
}

void tst_PlanPageText::thePlanIsFoundInItsPage()
{
    QFETCH(QByteArray, page);
    QFETCH(QByteArray, json);
    const auto found = planJsonOf(page, u"ada.html"_s);
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().detail));
    QCOMPARE(*found, json);
}

void tst_PlanPageText::pagesThatHoldNoOnePlanAreRefused_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QString>("why");
    const QByteArray plan = tag.toByteArray() + "{}</script>";
    const auto row = [](const char* name, const QByteArray& page, const QString& why) { QTest::newRow(name) << page << why; };
    row("an empty page", "<", u"without a plan"_s);
    row("a page of others", pageWith("<script src=\"x.js\"></script>"), u"without a plan"_s);
    row("the id on another tag", pageWith("<div type=\"application/json\" id=\"waymark-plan\">{}</div>"), u"without a plan"_s);
    row("the tag inside another script", pageWith("<script>" + tag.toByteArray() + "{}"), u"without a plan"_s);
    row("the tag in a text", pageWith("&lt;script id=\"waymark-plan\"&gt;{}"), u"without a plan"_s);
    row("an id that goes on", pageWith("<script type=\"application/json\" id=\"waymark-plan2\">{}</script>"), u"without a plan"_s);
    row("another attribute", pageWith("<script type=\"application/json\" data-id=\"waymark-plan\">{}</script>"), u"without a plan"_s);
    row("a tag without an end", "<script type=\"application/json\" id=\"waymark-plan\"", u"without a plan"_s);
    row("a quote without an end", "<script type=\"application/json\" id=\"waymark-plan>{}</script>", u"without a plan"_s);
    row("two plans", pageWith(plan + plan), u"two plans"_s);
    row("a second plan in a comment", pageWith(plan + "<!-- " + plan + " -->"), u"two plans"_s);
    row("a second plan of another type", pageWith(plan + "<script id=waymark-plan>{}</script>"), u"two plans"_s);
    row("code under its id", pageWith("<script id=\"waymark-plan\">alert(1)</script>"), u"no JSON"_s);
    row("a plan that is cut off", tag.toByteArray() + "{\"a\": 1", u"cut off"_s);
}

void tst_PlanPageText::pagesThatHoldNoOnePlanAreRefused()
{
    QFETCH(QByteArray, page);
    QFETCH(QString, why);
    const auto json = planJsonOf(page, u"ada.html"_s);
    QVERIFY(!json.has_value());
    QCOMPARE(json.error().code, ErrorCode::InvalidPlan);
    QCOMPARE(json.error().subject, u"ada.html"_s);
    QVERIFY2(json.error().detail.contains(why), qPrintable(json.error().detail));
}

void tst_PlanPageText::anyPlanComesOutOfItsPageUnchanged()
{
    const bool holds = rc::check("a plan in a page is the plan", [] {
        const domain::Roadmap roadmap(fixture::course());
        const domain::Progress progress = fixture::anyProgress();
        const PlanDocument plan = planOf(
            roadmap, progress, learning::skillStates(roadmap, progress), { fixture::november, planIdOf(u"first"_s), QTimeZone::utc(), {} });
        const auto json = planJsonOf(pageOf(planToJson(plan)), {});
        RC_ASSERT(json.has_value());
        const auto read = readPlan(*json);
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == plan);
    });
    QVERIFY(holds);
}

void tst_PlanPageText::aPageOverTheLimitIsRefused()
{
    QByteArray page = pageWith(tag.toByteArray() + "{}</script>");
    page += QByteArray(limits::planPageBytes - page.size(), ' ');
    QVERIFY(planJsonOf(page, {}).has_value());
    page += ' ';
    const auto json = planJsonOf(page, u"large.html"_s);
    QVERIFY(!json.has_value());
    QCOMPARE(json.error().code, ErrorCode::TooLarge);
}

void tst_PlanPageText::hostilePagesAreWalkedOnce_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::newRow("open tags") << QByteArray("<");
    QTest::newRow("scripts without an end") << QByteArray("<script ");
    QTest::newRow("scripts that open only") << QByteArray("<script>");
    QTest::newRow("scripts that close only") << QByteArray("</script>");
    QTest::newRow("attributes") << QByteArray("<script id=");
    QTest::newRow("quotes") << QByteArray("<script a='");
    QTest::newRow("bars") << QByteArray("<script//=\"/");
    QTest::newRow("pairs") << QByteArray("<script></script>");
}

void tst_PlanPageText::hostilePagesAreWalkedOnce()
{
    QFETCH(QByteArray, piece);
    constexpr qint64 hang = 20'000; // a walk that starts over takes hours
    const QByteArray page = '<' + piece.repeated(static_cast<int>((limits::planPageBytes - 1) / piece.size()));
    QElapsedTimer timer;
    timer.start();
    const auto json = planJsonOf(page, {});
    QVERIFY(!json.has_value());
    QVERIFY(timer.elapsed() < hang * support::slowness());
}

void tst_PlanPageText::anyBytesAreReadOrRefused()
{
    static const std::vector<std::string> pieces { "<", "<script", "</script", ">", " ", "/", "=", "\"", "'", "id", "type", "waymark-plan",
        "application/json", "{}", "\n", "x", "<!--" };
    const bool holds = rc::check("whatever comes out of a page stands between a script's tags", [] {
        QByteArray page = "<";
        for (const std::string& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces))) {
            page += QByteArray::fromStdString(piece);
        }
        const auto json = planJsonIn(page, {});
        if (json) {
            RC_ASSERT(json->data() >= page.constData() && json->data() + json->size() + 8 <= page.constData() + page.size());
            RC_ASSERT(QByteArrayView(json->data() + json->size(), 8).compare("</script", Qt::CaseInsensitive) == 0);
            RC_ASSERT(*(json->data() - 1) == '>');
        }
    });
    QVERIFY(holds);
}

QTEST_APPLESS_MAIN(tst_PlanPageText)
#include "tst_PlanPageText.moc"
