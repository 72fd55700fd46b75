// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/Csv.h>
#include <exchange/ExportFormats.h>
#include <exchange/Markdown.h>
#include <exchange/PlanCsv.h>
#include <exchange/PlanEscapes.h>
#include <exchange/PlanMarkdown.h>
#include <exchange/PlanOrigin.h>

#include <PlanFixture.h>

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::exchange;
using namespace waymark::domain;

namespace {

PlanDocument planFor(const Roadmap& roadmap, const Progress& progress)
{
    return planOf(roadmap, progress, learning::skillStates(roadmap, progress), { fixture::november, planIdOf(u"first"_s) });
}

PlanDocument plan()
{
    return planFor(Roadmap(fixture::course()), fixture::progress());
}

QByteArray markdown()
{
    return planToMarkdown(Roadmap(fixture::course()), plan());
}

std::vector<PlanTick> ticksOf(const PlanDocument& document)
{
    std::vector<PlanTick> ticks;
    for (const PlanSkill& skill : document.skills) {
        for (const PlanItem& item : skill.checklist) {
            PlanTick tick { skill.id, item.id, item.doneAt.has_value(), {} };
            for (const PlanEvidence& proof : item.evidence) {
                if (!proof.evidence.text.trimmed().isEmpty()) {
                    tick.evidence.push_back({ proof.id, proof.evidence.kind, proof.evidence.text });
                }
            }
            ticks.push_back(tick);
        }
    }
    return ticks;
}

} // namespace

class tst_PlanFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markdownReadsAsTaskLists();
    void markdownGivesTicksAndEvidenceBack();
    void markdownShowsTextsUnchanged();
    void markdownTakesWhatAPersonAdded();
    void markdownRefuses_data();
    void markdownRefuses();
    void ticksMakeOneEditThatRemovesNothing();
    void aProjectGoesOutOnceItIsBegun();
    void csvReadOfWriteIsIdentity();
    void csvGuardsFormulas_data();
    void csvGuardsFormulas();
    void csvFollowsTheRfc();
    void csvTakesForeignLineEnds();
    void csvRefuses_data();
    void csvRefuses();
    void tableHasARowForEachPieceOfEvidence();
    void formatsAreKnownByTheirIds();
    void fileNamesAreSafe_data();
    void fileNamesAreSafe();
};

void tst_PlanFormats::markdownReadsAsTaskLists()
{
    const auto blocks = parseMarkdown(QString::fromUtf8(markdown()));
    QVERIFY(blocks.has_value());
    int items = 0;
    int done = 0;
    QStringList headings;
    for (const Block& block : *blocks) {
        if (block.kind == Block::Kind::Heading) {
            headings.append(plainText(block.inlines));
        }
        for (const ListItem& item : block.items) {
            items += item.task == TaskMark::None ? 0 : 1;
            done += item.task == TaskMark::Done ? 1 : 0;
        }
    }
    QCOMPARE(headings,
        (QStringList { u"Plan: A small course"_s, u"Foundations"_s, u"The skill base-a"_s, u"The skill base-b"_s, u"The skill base-c"_s,
            u"Networks & HTTP"_s, u"The skill net-d"_s, u"No longer in the course"_s, u"gone-x"_s }));
    QCOMPARE(items, 10);
    QCOMPARE(done, 2);
}

void tst_PlanFormats::markdownGivesTicksAndEvidenceBack()
{
    const Roadmap roadmap(fixture::course());
    const bool holds = rc::check("ticks and evidence survive Markdown", [&] {
        const PlanDocument document = planFor(roadmap, fixture::anyProgress());
        const auto ticks = readPlanMarkdown(planToMarkdown(roadmap, document));
        RC_ASSERT(ticks.has_value());
        RC_ASSERT(*ticks == ticksOf(document));
    });
    QVERIFY(holds);
}

void tst_PlanFormats::markdownShowsTextsUnchanged()
{
    const bool holds = rc::check("what a Markdown reader shows of an escaped text is the text", [] {
        const QString text = (*fixture::anyText()).simplified();
        const auto blocks = parseMarkdown(u"- "_s + u"note: "_s + escapedMarkdown(text, 4));
        RC_ASSERT(blocks.has_value() && blocks->size() == 1 && blocks->front().kind == Block::Kind::List);
        RC_ASSERT(plainText(*blocks).simplified() == (u"note: "_s + text).simplified());
    });
    QVERIFY(holds);
}

void tst_PlanFormats::markdownTakesWhatAPersonAdded()
{
    QByteArray changed = markdown();
    changed.replace("- [ ] I built part 1 of base-b {#base-b/part-1}",
        "* [X] I did it my way {#base-b/part-1}\n  Some words.\n  - commit: 3f2a9c1 \n\n  - link: <https://a.example/x_y>\n");
    changed.replace("\n", "\r\n");
    const auto ticks = readPlanMarkdown(changed);
    QVERIFY(ticks.has_value());
    const auto tick = std::find_if(
        ticks->begin(), ticks->end(), [](const PlanTick& each) { return each.skill == u"base-b" && each.item == u"part-1"; });
    QVERIFY(tick->done);
    QCOMPARE(tick->evidence.size(), std::size_t(2));
    QCOMPARE(tick->evidence[0], (PlanTick::Proof { {}, EvidenceKind::Commit, u"3f2a9c1"_s }));
    QVERIFY(tick->evidence[1].kind == EvidenceKind::Link);

    // Evidence under an item that has lost its mark is nobody's.
    QByteArray unmarked = markdown();
    unmarked.replace(" {#base-a/part-2}", "\n  - note: lost");
    const auto others = readPlanMarkdown(unmarked);
    QVERIFY(others.has_value());
    QCOMPARE(others->front().evidence.size(), std::size_t(1));
}

void tst_PlanFormats::markdownRefuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("nothing") << QByteArray() << ErrorCode::InvalidPlan;
    QTest::newRow("no marks") << QByteArray("- [x] done\n") << ErrorCode::InvalidPlan;
    QTest::newRow("mark twice") << QByteArray("- [x] a {#s/i}\n- [ ] b {#s/i}\n") << ErrorCode::InvalidPlan;
    QTest::newRow("bad UTF-8") << QByteArray("- [x] \xff {#s/i}\n") << ErrorCode::InvalidPlan;
    QTest::newRow("NUL") << QByteArray("- [x] a {#s/i}\n\0", 16) << ErrorCode::InvalidPlan;
    QTest::newRow("long mark") << "- [x] a {#s/" + QByteArray(5'000, 'i') + "}\n" << ErrorCode::InvalidPlan;
    QTest::newRow("long evidence") << "- [x] a {#s/i}\n  - note: " + QByteArray(maxEvidenceLength + 1, 'i') + "\n" << ErrorCode::TooLarge;
    QTest::newRow("too large") << QByteArray(33 * 1024 * 1024, ' ') << ErrorCode::TooLarge;
}

void tst_PlanFormats::markdownRefuses()
{
    QFETCH(QByteArray, text);
    QFETCH(ErrorCode, code);
    const auto ticks = readPlanMarkdown(text, u"plan.md"_s);
    QVERIFY(!ticks.has_value());
    QCOMPARE(ticks.error().code, code);
}

void tst_PlanFormats::ticksMakeOneEditThatRemovesNothing()
{
    const Roadmap roadmap(fixture::course());
    const QString id = u"33333333-3333-4333-8333-333333333333"_s;
    Progress progress = fixture::progress();
    const auto same = planTicksEdit({ roadmap, progress, 9, id }, *readPlanMarkdown(markdown()));
    QVERIFY(same->changes.empty());

    const std::vector<PlanTick> ticks { { u"base-a"_s, u"part-1"_s, false, {} },
        { u"base-b"_s, u"part-1"_s, true, { { {}, EvidenceKind::Note, u"new"_s } } } };
    const auto edit = planTicksEdit({ roadmap, progress, 9, id }, ticks);
    QCOMPARE(edit->changes.size(), std::size_t(2));
    QVERIFY(applyTo(progress, *edit).has_value());
    QVERIFY(progress.skill(u"base-a"_s).isItemDone(u"part-1"_s));
    QVERIFY(progress.skill(u"base-b"_s).isItemDone(u"part-1"_s));
    QVERIFY(planTicksEdit({ roadmap, progress, 10, id }, ticks)->changes.empty());
}

void tst_PlanFormats::aProjectGoesOutOnceItIsBegun()
{
    domain::Course course = fixture::course();
    course.projects = { fixture::skill(u"project-desk"_s, domain::projectArea, { u"base-a"_s }, 2) };
    const domain::Roadmap roadmap(course);
    domain::Progress progress;
    const auto plan = [&] { return planOf(roadmap, progress, learning::skillStates(roadmap, progress), { fixture::november, {} }); };
    QCOMPARE(plan().skills.size(), course.skills.size());

    progress.setRecord(domain::RecordKey::ofItem(u"project-desk"_s, u"part-1"_s), domain::ItemMark { 5 });
    const PlanDocument begun = plan();
    QCOMPARE(begun.skills.size(), course.skills.size() + 1);
    QCOMPARE(begun.skills.back().title, u"The skill project-desk"_s);
    QCOMPARE(begun.skills.back().area, u"projects"_s);
    QVERIFY(begun.skills.back().state == learning::SkillState::Learning);
    QVERIFY(begun.skills.back().checklist[0].doneAt.has_value());
    QVERIFY(planToMarkdown(roadmap, begun).contains("\n## Projects\n\n### The skill project-desk\n"));
}

void tst_PlanFormats::csvReadOfWriteIsIdentity()
{
    const auto text = rc::gen::oneOf(fixture::anyText(), rc::gen::just(QString()), rc::gen::just(u"\r"_s), rc::gen::just(u"'=1"_s),
        rc::gen::just(u"''  =1"_s), rc::gen::just(u"'"_s), rc::gen::just(u"'word"_s));
    const bool holds = rc::check("reading what was written gives it back", [&] {
        CsvRows rows(static_cast<std::size_t>(*rc::gen::inRange(0, 5)));
        for (QStringList& row : rows) {
            const int fields = *rc::gen::inRange(1, 5);
            for (int i = 0; i < fields; ++i) {
                row.append(*text);
            }
        }
        const auto read = readCsv(toCsv(rows));
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == rows);
    });
    QVERIFY(holds);

    const CsvRows table = planTable(plan());
    const auto read = readCsv(planToCsv(plan()));
    QVERIFY(read.has_value());
    QCOMPARE(*read, table);
}

void tst_PlanFormats::csvGuardsFormulas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("guarded");
    for (const char16_t* text : { u"=1+1", u"+1", u"-1", u"@SUM", u"\tx", u"\rx", u"\nx", u"  =1", u"\u00a0=1", u"\u3000=1", u"\uff1d1",
             u"\uff0b1", u"\uff0d1", u"\uff20x", u" \uff1d1", u"'=1", u"\u200b=1",
             u"\ufe6b"
             "1" }) {
        QTest::addRow("formula %s", qPrintable(QString::fromUtf16(text))) << QString::fromUtf16(text) << true;
    }
    for (const char16_t* text : { u"", u"a=1", u"1-2", u"'quoted'", u"(=1)", u"\u2013 dash" }) {
        QTest::addRow("text %s", qPrintable(QString::fromUtf16(text))) << QString::fromUtf16(text) << false;
    }
}

void tst_PlanFormats::csvGuardsFormulas()
{
    QFETCH(QString, text);
    QFETCH(bool, guarded);
    QString field = QString::fromUtf8(toCsv({ { text, u"x"_s } })).section(u",x\r\n"_s, 0, 0);
    if (field.startsWith(u'"')) {
        field = field.mid(1, field.size() - 2);
    }
    QCOMPARE(field, guarded ? u'\'' + text : text);
    QCOMPARE(readCsv(toCsv({ { text, u"x"_s } }))->front().front(), text);
}

void tst_PlanFormats::csvFollowsTheRfc()
{
    QCOMPARE(toCsv({ { u"a"_s, u"b, c"_s, u"d \"e\""_s }, { u"1\n2"_s, {}, u" x "_s }, { QString() } }),
        QByteArray("a,\"b, c\",\"d \"\"e\"\"\"\r\n\"1\n2\",, x \r\n\"\"\r\n"));
}

void tst_PlanFormats::csvTakesForeignLineEnds()
{
    const CsvRows wanted { { u"a"_s, u"b"_s }, { u"c"_s, u"d"_s } };
    QCOMPARE(*readCsv("a,b\nc,d"), wanted);
    QCOMPARE(*readCsv("\xef\xbb\xbf"
                      "a,b\r\nc,d\r\n"),
        wanted);
}

void tst_PlanFormats::csvRefuses_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::newRow("open quote") << QByteArray("a,\"b\n");
    QTest::newRow("quote inside") << QByteArray("a\"b,c\n");
    QTest::newRow("text after quote") << QByteArray("\"a\"b,c\n");
    QTest::newRow("bad UTF-8") << QByteArray("a,\xff\n");
}

void tst_PlanFormats::csvRefuses()
{
    QFETCH(QByteArray, csv);
    const auto rows = readCsv(csv, u"plan.csv"_s);
    QVERIFY(!rows.has_value());
    QCOMPARE(rows.error().code, ErrorCode::InvalidFile);
}

void tst_PlanFormats::tableHasARowForEachPieceOfEvidence()
{
    const CsvRows table = planTable(plan());
    QCOMPARE(table.size(), std::size_t(1 + 3 + 2 + 1 + 4 + 1));
    for (const QStringList& row : table) {
        QCOMPARE(row.size(), qsizetype(12));
    }
    QCOMPARE(table[1],
        (QStringList { u"base"_s, u"base-a"_s, u"The skill base-a"_s, u"junior"_s, u"4"_s, u"practised"_s, u"part-1"_s,
            u"I built part 1 of base-a"_s, u"yes"_s, u"2026-11-22T09:00:00.123Z"_s, u"output"_s,
            u"=SUM(A1)\n  second line, with \"quotes\"\n\n* end *"_s }));
}

void tst_PlanFormats::formatsAreKnownByTheirIds()
{
    const Roadmap roadmap(fixture::course());
    QSet<QString> suffixes;
    for (const ExportFormat& format : exportFormats()) {
        QCOMPARE(exportFormat(format.id), &format);
        QVERIFY(!format.title.isEmpty());
        suffixes.insert(format.suffix);
        QVERIFY(!format.write(roadmap, plan()).isEmpty());
        QVERIFY(!format.write(Roadmap(), PlanDocument()).isEmpty());
    }
    QCOMPARE(suffixes, (QSet<QString> { u"json"_s, u"md"_s, u"csv"_s }));
    QVERIFY(exportFormat(u"docx"_s) == nullptr);
}

void tst_PlanFormats::fileNamesAreSafe_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"Back-end developer"_s << u"Back-end-developer.json"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"etc-passwd.json"_s;
    QTest::newRow("drive") << u"C:\\x"_s << u"C-x.json"_s;
    QTest::newRow("hidden") << u".profile"_s << u"profile.json"_s;
    QTest::newRow("option") << u"-rf"_s << u"rf.json"_s;
    QTest::newRow("empty") << u" \u202e/\n"_s << u"plan.json"_s;
    QTest::newRow("reserved") << u"NUL"_s << u"plan-NUL.json"_s;
    QTest::newRow("other script") << u"\u0396\u03c9\u03ae \u05d0"_s << u"\u0396\u03c9\u03ae-\u05d0.json"_s;
    QTest::newRow("long") << QString(500, u'a') << QString(60, u'a') + u".json"_s;
}

void tst_PlanFormats::fileNamesAreSafe()
{
    QFETCH(QString, title);
    QFETCH(QString, name);
    QCOMPARE(exportFileName(title, u"json"_s), name);
}

QTEST_APPLESS_MAIN(tst_PlanFormats)
#include "tst_PlanFormats.moc"
