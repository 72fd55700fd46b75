// SPDX-License-Identifier: GPL-3.0-or-later
// The page that goes to a mentor runs one script and names nothing outside, whatever texts of strangers stand on it.
#include <PageElements.h>
#include <PlanPageFixture.h>

#include <ui/planpage/PageBody.h>
#include <ui/planpage/PageWriter.h>

#include <exchange/PlanReader.h>
#include <exchange/PlanWriter.h>
#include <resources/Resources.h>

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using exchange::PlanDocument;
using fixture::PageElements;
using fixture::planFullOf;
using fixture::planPageOf;
using fixture::reviewFullOf;

class tst_PlanPageSafety : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { resources::initialise(); }

    void thePolicyLetsOneScriptRun()
    {
        const QByteArray page = planPageOf(planFullOf(u"<script>alert(1)</script>"_s));
        QCOMPARE(page.count("<script"), 2);
        const QByteArray script = fixture::scriptWith(page, "<script>");
        QCOMPARE(script, ui::reviewScript());
        QVERIFY(!script.isEmpty() && !script.contains("</script") && !script.contains("<!--"));
        const QByteArray hash = QCryptographicHash::hash(script, QCryptographicHash::Sha256).toBase64();
        QVERIFY(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-" + hash
            + "'; base-uri 'none'; form-action 'none'\""));
        QVERIFY(page.indexOf("Content-Security-Policy") < page.indexOf("<style"));
    }

    void strangersTextsStayTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("end of script") << u"</script><script>alert(1)</script>"_s;
        QTest::newRow("image") << u"<img src=x onerror=alert(1)>"_s;
        QTest::newRow("out of an attribute") << u"\" onmouseover=\"alert(1)\" x='"_s;
        QTest::newRow("comment") << u"<!-- --!> ]]> <![CDATA["_s;
        QTest::newRow("entity") << u"&lt;b&gt; &#0; &nbsp;"_s;
        QTest::newRow("end of style") << u"</style></title></main>"_s;
        QTest::newRow("address") << u"javascript:alert(1) data:text/html,x vbscript:x file:///etc/passwd"_s;
        QTest::newRow("other host") << u"https://bank.example@evil.example/ https://ex\u00e4mple.org/"_s;
        QTest::newRow("controls") << u"a"_s + QChar(0) + QChar(7) + QChar(0x1b) + QChar(0x85) + QChar(0xfffe) + u"b"_s;
        QTest::newRow("lone surrogate") << u"a"_s + QChar(0xd800) + u"b"_s;
        QTest::newRow("direction") << u"\u202eevil\u202c \u2066x"_s;
        QTest::newRow("marks") << u"%1 %2 %n %%"_s;
        QTest::newRow("spaces") << u" \n\t "_s;
        QTest::newRow("long") << QString(20000, u'x');
    }

    void strangersTextsStayTexts()
    {
        QFETCH(QString, text);
        const PageElements page(planPageOf(planFullOf(text), { reviewFullOf(text) }));
        const PageElements calm(planPageOf(planFullOf(u"calm"_s), { reviewFullOf(u"calm"_s) }));
        QCOMPARE(page.fault, QString());
        QCOMPARE(page.named(u"script"_s).size(), std::size_t(2));
        QCOMPARE(page.named(u"section"_s).size(), calm.named(u"section"_s).size());
        QVERIFY(page.named(u"img"_s).empty());
        for (const PageElements::Element& each : page.all) {
            for (const QXmlStreamAttribute& attribute : each.attributes) {
                QVERIFY2(!attribute.name().startsWith(u"on"), qPrintable(attribute.name().toString()));
                QVERIFY(attribute.name() != u"src");
            }
            QVERIFY2(!each.has(u"href"_s) || each.value(u"href"_s).startsWith(u'#'), qPrintable(each.value(u"href"_s)));
        }
        const auto proof = page.ofClass(u"evidence"_s);
        const bool hasReordering = text.contains(QChar(0x202e));
        QVERIFY(!proof.front()->text.contains(QChar(0x202e)));
        QCOMPARE(proof.front()->text.contains(u"U+202E"_s), hasReordering);
    }

    void addressesAreLinks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("links");
        QTest::newRow("web") << u"see https://a.example/?q=1&r=2, and (http://b.example/x)."_s
                             << QStringList { u"https://a.example/?q=1&r=2"_s, u"http://b.example/x"_s };
        QTest::newRow("mail") << u"mailto:ada@example.org"_s << QStringList { u"mailto:ada@example.org"_s };
        QTest::newRow("script") << u"javascript:alert('https')"_s << QStringList {};
        QTest::newRow("glued") << u"xhttps://a.example"_s << QStringList {};
        QTest::newRow("no host") << u"https:///x https:// mailto:x"_s << QStringList {};
        QTest::newRow("quote inside") << u"https://a.example/\"x"_s << QStringList {};
    }

    void addressesAreLinks()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, links);
        ui::PageWriter writer;
        writer.put("p", [&text](ui::PageWriter& page) { ui::writeBody(page, text); });
        const PageElements page(writer.bytes());
        QStringList found;
        for (const PageElements::Element* link : page.named(u"a"_s)) {
            QCOMPARE(link->text, link->value(u"href"_s));
            QCOMPARE(link->value(u"rel"_s), u"noreferrer noopener"_s);
            found.append(link->text);
        }
        QCOMPARE(found, links);
        QCOMPARE(page.all.front().text, text);
    }

    void nothingOutsideIsNamed()
    {
        QByteArray page = planPageOf(fixture::smallPlan());
        page.replace("http-equiv", "").replace("url(#", "").replace(ui::reviewScript(), "");
        for (const char* word : { "http", "//", "url(", "@import", "src=" }) {
            QVERIFY2(!page.contains(word), word);
        }
        const PageElements linked(planPageOf(planFullOf(u"https://a.example/proof"_s)));
        for (const PageElements::Element* link : linked.named(u"a"_s)) {
            QVERIFY(link->value(u"href"_s).startsWith(u'#') || link->text == u"https://a.example/proof");
        }
    }

    void thePlanReadsBack()
    {
        PlanDocument plan = planFullOf(u"</script><!-- & \"quoted\" \u05d0"_s);
        plan.revision = exchange::revisionOf(plan);
        const QByteArray data = fixture::scriptWith(planPageOf(plan), "<script type=\"application/json\" id=\"waymark-plan\"");
        QVERIFY(!data.contains('<') && !data.contains('&'));
        const auto read = exchange::readPlan(data);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
        QCOMPARE(*read, plan);
    }
};

QTEST_MAIN(tst_PlanPageSafety)
#include "tst_PlanPageSafety.moc"
