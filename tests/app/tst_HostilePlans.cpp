// SPDX-License-Identifier: GPL-3.0-or-later
// Plans from strangers on the command line: each is refused by its code and named, and neither library nor folder changes.
#include <ChildProcess.h>
#include <CommandFixture.h>
#include <HarmlessPlans.h>
#include <HostilePlans.h>
#include <OddFiles.h>
#include <ZipFixture.h>

#include <QApplication>
#include <QTest>

#include <set>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::ErrorCode;
using exchange::fixture::zipWith;
using support::Answer;
using support::bytesOf;
using support::putBytes;

class tst_HostilePlans : public QObject, private support::CommandFixture
{
    Q_OBJECT

    /// The folder of the plans, in the home that no refusal may change.
    QString in(const QString& name = {}) const { return path(u"in"_s) + (name.isEmpty() ? QString() : u'/' + name); }

    Answer answer(const QString& file) { return run({ u"review"_s, u"new"_s, file, u"-o"_s, path(u"answer.wayreview"_s), u"--json"_s }); }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", path(u"data"_s).toUtf8());
        qputenv("WAYMARK_KEY", path(u"key.json"_s).toUtf8());
        makeLibrary();
        QCOMPARE(on({ u"name"_s, u"Ada"_s }).code, 0);
    }

    void init() { QVERIFY(QDir().mkpath(in())); }
    void cleanup() { QVERIFY(QDir(in()).removeRecursively()); }

    void thereAreEnoughOfThem()
    {
        std::set<QByteArray> names;
        for (const fixture::HostileFile& hostile : fixture::hostilePlans()) {
            QVERIFY2(names.insert(hostile.name).second, hostile.name);
        }
        QVERIFY(names.size() >= 60);
    }

    void hostilePlansAreRefused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("hasSummary");
        const fixture::PlanSpoiler spoiler;
        const auto add = [](const fixture::HostilePlans& plans, bool hasSummary) {
            for (const fixture::HostileFile& hostile : plans) {
                const int code = hostile.code == ErrorCode::FormatNewer ? 6 : 4;
                QTest::newRow(hostile.name) << u"plan.json"_s << hostile.bytes << code << hasSummary;
                QTest::newRow(qPrintable(QLatin1StringView(hostile.name) + u", in a page"_s))
                    << u"plan.html"_s << fixture::pageOf(hostile.bytes) << code << hasSummary;
            }
        };
        add(fixture::plansWithoutASummary(spoiler), false);
        add(fixture::senselessPlans(spoiler), true);
    }

    void hostilePlansAreRefused()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        QFETCH(bool, hasSummary);
        QVERIFY(putBytes(in(file), bytes));
        const auto before = state();
        const Answer imported = on({ u"import"_s, in(file) });
        QVERIFY2(isRefusal(imported, code, in(file)), said(imported).constData());
        const Answer answered = answer(in(file));
        QVERIFY2(isRefusal(answered, code, in(file)), said(answered).constData());
        const Answer listed = run({ u"cohort"_s, in() });
        if (hasSummary) {
            QVERIFY2(listed.code == 0 && listed.err.isEmpty(), said(listed).constData());
        } else {
            const int none = code == 6 ? 6 : 4; // a folder with nothing but plans of a newer version says that
            QVERIFY2(isRefusal(listed, none, file), said(listed).constData());
        }
        QCOMPARE(state(), before);
    }

    void refusingALargeFileTakesLittleMemory_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("around"); // the unit goes in at the mark
        QTest::addColumn<QByteArray>("unit");
        QTest::addColumn<int>("count");
        const fixture::PlanSpoiler spoiler;
        const QByteArray plan = spoiler.withKey("\"x\": [@0]");
        const QString json = u"plan.json"_s;
        QTest::newRow("32 MiB and a byte") << json << QByteArray("@") << QByteArray(" ") << int { exchange::limits::jsonBytes } + 1;
        QTest::newRow("a million objects") << json << plan << QByteArray("{},") << 1'000'000;
        QTest::newRow("ten million numbers") << json << plan << QByteArray("0,") << 10'000'000;
        QTest::newRow("a million texts") << json << plan << QByteArray("\"a text of 28 characters, all\",") << 1'050'000;
        QTest::newRow("a million skills") << json << spoiler.with("\"skills\": [", "\"skills\": [@") << QByteArray("{\"id\":\"a\"},")
                                          << 1'000'000;
        QTest::newRow("a page of a million objects") << u"plan.html"_s << fixture::pageOf(plan) << QByteArray("{},") << 1'000'000;
        QTest::newRow("a page of 32 MiB") << u"plan.html"_s << fixture::pageOf(spoiler.good()) + '@' << QByteArray(" ")
                                          << int { exchange::limits::planPageBytes };
        QTest::newRow("a review of 32 MiB") << u"answer.wayreview"_s << QByteArray("{\"format\": [@0]}") << QByteArray("{},") << 11'000'000;
    }

    /// Counted in the process that refuses it, with all that a process of Waymark has in memory anyway.
    void refusingALargeFileTakesLittleMemory()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, around);
        QFETCH(QByteArray, unit);
        QFETCH(int, count);
#ifdef __SANITIZE_ADDRESS__
        QSKIP("the sanitizer of addresses takes memory of its own");
#endif
        QVERIFY(putBytes(in(file), QByteArray(around).replace("@", unit.repeated(count))));
        WAYMARK_CHILD([&] {
            WAYMARK_NEEDS(support::forgetPeakMemory());
            const Answer refused = on({ u"import"_s, in(file) });
            const qint64 peak = support::peakMemory();
            qInfo("%lld MB at most", static_cast<long long>(peak * 1024 / 1'000'000));
            WAYMARK_EXPECT(isRefusal(refused, 4, in(file)));
            WAYMARK_EXPECT(peak > 0 && peak * 1024 < 200'000'000);
            return QString();
        });
    }

    void plansThatOnlyLookDangerousAreTakenIn_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const fixture::HostileFile& harmless : fixture::harmlessPlans()) {
            QTest::newRow(harmless.name) << harmless.bytes;
        }
    }

    void plansThatOnlyLookDangerousAreTakenIn()
    {
        QFETCH(QByteArray, bytes);
        const QString page = in(u"plan.html"_s);
        QVERIFY(putBytes(in(u"plan.json"_s), bytes));
        const QJsonArray log = json({ u"log"_s }).array();
        const Answer taken = on({ u"import"_s, in(u"plan.json"_s) });
        QVERIFY2(taken.code == 0 && !taken.out.contains(QChar(0x1b)), said(taken).constData());
        QCOMPARE(on({ u"export"_s, u"--as"_s, u"plan"_s, u"-o"_s, page }).code, 0);
        const QByteArray written = bytesOf(page);
        QVERIFY(!written.contains("<img") && !written.contains("<iframe") && !written.contains("src=\"file")
            && !written.contains("href=\"javascript"));
        QCOMPARE(on({ u"undo"_s }).code, 0);
        QCOMPARE(json({ u"log"_s }).array().size(), log.size() + 1); // the import, taken back
        QCOMPARE(on({ u"name"_s }).out, u"Ada\n"_s);
        QFile::remove(path(u"answer.wayreview"_s));
        const Answer answered = answer(in(u"plan.json"_s));
        QVERIFY2(answered.code == 0, said(answered).constData());
        const Answer listed = run({ u"cohort"_s, in() });
        QVERIFY2(listed.code == 0 && listed.err.isEmpty() && !listed.out.contains(QChar(0x202e)), said(listed).constData());
    }

    void otherFilesAreNoPlans_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = fixture::PlanSpoiler().good();
        const QByteArray page = fixture::pageOf(good);
        const auto tag = [&page](const QByteArray& from, const QByteArray& to) { return QByteArray(page).replace(from, to); };
        QTest::newRow("a page with two plans") << page + page;
        QTest::newRow("a page with two plans, the second in capitals") << page + QByteArray(page).replace("<script", "<SCRIPT");
        QTest::newRow("a page with no plan") << QByteArray("<!doctype html><title>Nothing</title>");
        QTest::newRow("a page whose plan is a program") << tag("application/json", "text/javascript");
        QTest::newRow("a page under another id") << tag("waymark-plan", "waymark-plans");
        QTest::newRow("a page cut off in its plan") << page.left(page.size() / 2);
        QTest::newRow("a page cut off in its tag") << page.left(page.indexOf("application"));
        QTest::newRow("a page with an empty plan") << fixture::pageOf({});
        QTest::newRow("a page in a page") << fixture::pageOf(page);
        QTest::newRow("a page of 32 MiB") << page + QByteArray(static_cast<qsizetype>(exchange::limits::planPageBytes), ' ');
        QTest::newRow("a million tags") << QByteArray("<script>").repeated(1'000'000);
        QTest::newRow("a million attributes") << "<script " + QByteArray("id=x ").repeated(1'000'000);
        QTest::newRow("a zip") << zipWith("plan.json", good);
        QTest::newRow("a zip that leaves its folder") << zipWith("../plan.json", good);
        QTest::newRow("a zip that grows") << zipWith("plan.json", QByteArray(40'000'000, ' '));
        QTest::newRow("a zip in a zip") << zipWith("plan.zip", zipWith("plan.json", good));
        QTest::newRow("the start of a zip") << QByteArray("PK\x03\x04", 4) + good;
        QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\x00", 4) + good;
        QTest::newRow("a library") << bytesOf(m_library);
        QTest::newRow("a text") << QByteArray("Dear Ada,\n");
        QTest::newRow("Markdown with a mark twice") << QByteArray("- [x] a {#s/i}\n").repeated(2);
        QTest::newRow("Markdown with too many items") << [] {
            QByteArray text;
            for (int i = 0; i <= exchange::limits::jsonNodes; ++i) {
                text += "- [x] a {#s/" + QByteArray::number(i) + "}\n";
            }
            return text;
        }();
        QTest::newRow("Markdown with a NUL") << QByteArray("- [x] a {#s/i}\n\0", 16);
        QTest::newRow("a review in a page") << fixture::pageOf(QByteArray(good).replace("waymark:plan:1", "waymark:review:1"));
    }

    void otherFilesAreNoPlans()
    {
        QFETCH(QByteArray, bytes);
        const QString file = in(u"plan.html"_s);
        QVERIFY(putBytes(file, bytes));
        const auto before = state();
        const Answer imported = on({ u"import"_s, file });
        QVERIFY2(isRefusal(imported, 4, file), said(imported).constData());
        const Answer previewed = on({ u"import"_s, file, u"--dry-run"_s });
        QVERIFY2(isRefusal(previewed, 4, file), said(previewed).constData());
        const Answer answered = answer(file);
        QVERIFY2(isRefusal(answered, 4, file), said(answered).constData());
        const Answer listed = run({ u"cohort"_s, in() });
        QVERIFY2(isRefusal(listed, 4, u"plan.html"_s), said(listed).constData());
        QCOMPARE(state(), before);
    }

    void whatIsNoRegularFileIsRefused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("imported");
        QTest::addColumn<int>("answered");
        QTest::newRow("nothing there") << in(u"nowhere.json"_s) << 3 << 3;
        QTest::newRow("a link to nowhere") << in(u"link.json"_s) << 3 << 3;
        QTest::newRow("a link to itself") << in(u"loop.json"_s) << 3 << 8;
        QTest::newRow("a folder") << in(u"folder.json"_s) << 3 << 8;
        QTest::newRow("a pipe") << in(u"pipe.json"_s) << 8 << 8;
        QTest::newRow("a link to a pipe") << in(u"to-pipe.json"_s) << 8 << 8;
        QTest::newRow("a device without an end") << u"/dev/zero"_s << 8 << 8;
        QTest::newRow("a device without a content") << u"/dev/null"_s << 8 << 8;
        QTest::newRow("a link to a device") << in(u"to-zero.json"_s) << 8 << 8;
        QTest::newRow("a file that cannot be read") << u"/proc/self/mem"_s << 8 << 8;
        QTest::newRow("a path through a file") << in(u"file.json/plan.json"_s) << 3 << 3;
    }

    void whatIsNoRegularFileIsRefused()
    {
        QFETCH(QString, file);
        QFETCH(int, imported);
        QFETCH(int, answered);
        QVERIFY(putBytes(in(u"file.json"_s), fixture::PlanSpoiler().good()));
        QVERIFY(support::putOddFiles(in(), u".json"_s));
        QFile::remove(path(u"answer.wayreview"_s));
        const Answer import = on({ u"import"_s, file });
        QVERIFY2(isRefusal(import, imported, file), said(import).constData());
        const Answer answer = this->answer(file);
        QVERIFY2(isRefusal(answer, answered, file), said(answer).constData());
        QVERIFY(!QFile::exists(path(u"answer.wayreview"_s)));
        // Of all of them a folder of plans shows the one that is a plan.
        const Answer listed = run({ u"cohort"_s, in(), u"--json"_s });
        QCOMPARE(listed.code, 0);
        QCOMPARE(listed.array().size(), 1);
        QCOMPARE(listed.array().first()[u"file"_s].toString(), u"file.json"_s);
    }

    void filesOfOthersThatMayNotBeReadAreRefused()
    {
        QVERIFY(putBytes(in(u"plan.json"_s), fixture::PlanSpoiler().good()));
        const auto before = state();
        QCOMPARE(::chmod(qPrintable(in(u"plan.json"_s)), 0), 0);
        for (const QString& shared : { m_home.path(), in(), m_library }) {
            QCOMPARE(::chmod(qPrintable(shared), 0777), 0);
        }
        {
            const support::Nobody nobody;
            const Answer imported = on({ u"import"_s, in(u"plan.json"_s) });
            QVERIFY2(isRefusal(imported, 8, in(u"plan.json"_s)), said(imported).constData());
            const Answer answered = answer(in(u"plan.json"_s));
            QVERIFY2(isRefusal(answered, 8, in(u"plan.json"_s)), said(answered).constData());
            const Answer listed = run({ u"cohort"_s, in() });
            QVERIFY2(isRefusal(listed, 4, u"plan.json"_s), said(listed).constData());
        }
        QCOMPARE(::chmod(qPrintable(in()), 0), 0);
        {
            const support::Nobody nobody;
            const Answer folder = run({ u"cohort"_s, in() });
            QVERIFY2(isRefusal(folder, 8, in()), said(folder).constData());
        }
        QCOMPARE(::chmod(qPrintable(in()), 0700), 0);
        QCOMPARE(::chmod(qPrintable(in(u"plan.json"_s)), 0600), 0);
        QCOMPARE(state(), before);
    }

    void anAnswerGoesOverNoOtherFile()
    {
        QVERIFY(putBytes(in(u"plan.json"_s), fixture::PlanSpoiler().good()));
        QVERIFY(putBytes(in(u"novel.txt"_s), "a novel"));
        const auto answerAt = [this](const QString& target) {
            return run({ u"review"_s, u"new"_s, in(u"plan.json"_s), u"-o"_s, target, u"--json"_s });
        };
        const Answer over = answerAt(in(u"novel.txt"_s));
        QVERIFY2(isRefusal(over, 9, in(u"novel.txt"_s)), said(over).constData());
        QCOMPARE(bytesOf(in(u"novel.txt"_s)), QByteArray("a novel"));
        const Answer nowhere = answerAt(in(u"none/answer.wayreview"_s));
        QVERIFY2(isRefusal(nowhere, 3, in(u"none/answer.wayreview"_s)), said(nowhere).constData());
        const Answer folder = answerAt(in());
        QVERIFY2(isRefusal(folder, 9, in()), said(folder).constData());
        QCOMPARE(QDir(in()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 2);
    }

    void wrongUseIsCodeTwo()
    {
        const auto before = state();
        for (const QStringList& arguments :
            { QStringList { u"import"_s }, { u"import"_s, u"a"_s, u"b"_s }, { u"import"_s, u"a"_s, u"--force"_s },
                { u"review"_s, u"new"_s }, { u"review"_s, u"new"_s, u"a"_s, u"b"_s }, { u"cohort"_s }, { u"cohort"_s, u"a"_s, u"b"_s } }) {
            const Answer answer = on(arguments);
            QVERIFY2(answer.code == 2 && answer.out.isEmpty() && !answer.err.isEmpty(), said(answer).constData());
        }
        QCOMPARE(state(), before);
    }
};

QTEST_MAIN(tst_HostilePlans)
#include "tst_HostilePlans.moc"
