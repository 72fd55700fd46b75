// SPDX-License-Identifier: GPL-3.0-or-later
// The page that goes to a mentor: what stands on it, and that it stays a page whatever a plan holds.
#include <PageElements.h>
#include <PlanPageFixture.h>
#include <ReviewFixture.h>
#include <ReviewedLibrary.h>

#include <ui/planpage/MapDrawing.h>

#include <exchange/CourseReader.h>
#include <exchange/PlanLimits.h>
#include <exchange/PlanOrigin.h>
#include <exchange/PlanPageText.h>
#include <exchange/PlanReader.h>
#include <exchange/PlanReviews.h>
#include <exchange/PlanWriter.h>
#include <exchange/ReviewWriter.h>
#include <resources/Resources.h>
#include <session/PlanMaking.h>

#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using exchange::PlanDocument;
using exchange::PlanSkill;
using fixture::PageElements;
using fixture::planFullOf;
using fixture::planPageOf;
using fixture::reviewFullOf;
using learning::SkillState;

namespace {

/// The bundled course with every skill finished, and so many pieces of evidence of one kilobyte.
PlanDocument fullCourse(int pieces, ui::PlanPageMap& map)
{
    const auto read = exchange::readCourse(QStringLiteral(WAYMARK_SOURCE "/resources/courses/backend"));
    if (!read) {
        qFatal("the bundled course does not read");
    }
    const domain::Roadmap roadmap(read->content.course);
    domain::Progress progress;
    for (const domain::Skill& skill : roadmap.course().skills) {
        progress.setRecord(domain::RecordKey::ofSkill(skill.id), domain::SkillMark { domain::Mark::Done, fixture::morning, 0, false });
        for (const domain::ChecklistItem& item : skill.checklist) {
            progress.setRecord(domain::RecordKey::ofItem(skill.id, item.id), domain::ItemMark { fixture::morning });
            if (pieces-- > 0) {
                progress.setRecord(domain::RecordKey::ofEvidence(skill.id, item.id, u"proof"_s),
                    domain::Evidence { domain::EvidenceKind::Output, u"$ git show <hash>\n\"Mend\" the page & its style\n"_s.repeated(21),
                        fixture::morning });
            }
        }
    }
    map = ui::planPageMap(roadmap, domain::layoutMap(roadmap.mapInput()));
    exchange::PlanOrigin origin;
    origin.now = fixture::morning;
    origin.plan = fixture::smallPlan().plan;
    return exchange::planOf(roadmap, progress, learning::skillStates(roadmap, progress), origin);
}

} // namespace

class tst_PlanPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { resources::initialise(); }

    void headingsComeInOrder()
    {
        const PageElements page(planPageOf(fixture::smallPlan(), { reviewFullOf(u"text"_s) }));
        QCOMPARE(page.fault, QString());
        QCOMPARE(page.named(u"h1"_s).size(), std::size_t(1));
        QCOMPARE(page.named(u"h1"_s).front()->text, u"Ada Example"_s);
        int level = 0;
        int headings = 0;
        for (const PageElements::Element& each : page.all) {
            if (each.name.size() == 2 && each.name[0] == u'h' && each.name[1].isDigit()) {
                QVERIFY2(each.name[1].digitValue() <= level + 1, qPrintable(each.text));
                level = each.name[1].digitValue();
                ++headings;
            }
        }
        QVERIFY(headings > 12);
    }

    void evidenceKeepsItsLines()
    {
        const PageElements page(planPageOf(fixture::smallPlan()));
        QVERIFY(page.ofClass(u"evidence"_s).front()->text.contains(u"  two\n\tlines"_s));
        QVERIFY(page.ofClass(u"long-evidence"_s).empty());
        const PageElements longer(planPageOf(planFullOf(u"first\n"_s + QString(40, u'\n') + u"last"_s)));
        const auto folds = longer.ofClass(u"long-evidence"_s);
        QCOMPARE(folds.size(), std::size_t(1));
        QVERIFY(folds.front()->text.startsWith(u"first"_s) && folds.front()->text.contains(u"\n\nlast"_s));
    }

    void theFormFindsItsPlaces()
    {
        const PlanDocument plan = fixture::smallPlan();
        const PageElements page(planPageOf(plan));
        const PageElements::Element* main = page.withId(u"plan"_s);
        QVERIFY(main != nullptr && main->name == u"main");
        QCOMPARE(main->value(u"data-plan"_s), plan.plan);
        QCOMPARE(main->value(u"data-revision"_s), plan.revision);
        const auto skills = page.ofClass(u"skill"_s);
        QCOMPARE(skills.size(), std::size_t(2));
        QCOMPARE(skills[0]->value(u"data-skill"_s), u"base-git"_s);
        QCOMPARE(skills[0]->value(u"data-submitted"_s), u"true"_s);
        QCOMPARE(skills[1]->value(u"data-submitted"_s), u"false"_s);
        QCOMPARE(page.where([](const auto& each) { return each.has(u"data-item"_s); }).size(), std::size_t(3));
        QCOMPARE(page.where([](const auto& each) { return each.name == u"tr" && each.has(u"data-criterion"_s); }).size(), std::size_t(1));
        const auto slots = page.ofClass(u"review-slot"_s);
        QCOMPARE(slots.size(), std::size_t(5));
        for (const PageElements::Element* slot : slots) {
            QVERIFY(slot->has(u"hidden"_s) && slot->text.isEmpty());
            QVERIFY(page.isInside(*slot, u"skill"_s));
        }
        QVERIFY(page.withId(u"review-bar"_s)->has(u"hidden"_s));
        QVERIFY(page.withId(u"review-overall"_s)->has(u"hidden"_s));
    }

    void idsAreThereOnceAndLinksLeadSomewhere()
    {
        const PageElements page(planPageOf(fixture::smallPlan(), { reviewFullOf(u"text"_s), reviewFullOf(u"text"_s) }));
        QSet<QString> ids;
        for (const auto* each : page.where([](const auto& element) { return element.has(u"id"_s); })) {
            QVERIFY2(!ids.contains(each->value(u"id"_s)), qPrintable(each->value(u"id"_s)));
            ids.insert(each->value(u"id"_s));
        }
        for (const PageElements::Element& each : page.all) {
            if (each.has(u"href"_s)) {
                QVERIFY2(ids.contains(each.value(u"href"_s).mid(1)), qPrintable(each.value(u"href"_s)));
            }
            if (each.has(u"aria-labelledby"_s)) {
                QVERIFY2(ids.contains(each.value(u"aria-labelledby"_s)), qPrintable(each.value(u"aria-labelledby"_s)));
            }
        }
    }

    void theMapSaysEachSkillsState()
    {
        const PageElements page(planPageOf(fixture::smallPlan()));
        const auto nodes = page.ofClass(u"node"_s);
        QCOMPARE(nodes.size(), std::size_t(3));
        QCOMPARE(nodes[0]->name, u"a"_s);
        QCOMPARE(nodes[0]->value(u"href"_s), u"#skill-base-git"_s);
        const PageElements::Element* label
            = page.where([&](const auto& each) { return each.name == u"title" && page.isInside(each, u"node"_s); }).front();
        QCOMPARE(label->text, u"Git basics: Practised, 4 h, 1 of 2 items done, waits for your decision"_s);
        QVERIFY(nodes[0]->text.contains(u"Practised"_s));
        QCOMPARE(nodes[2]->name, u"g"_s);
        QCOMPARE(nodes[2]->value(u"role"_s), u"img"_s);
        QCOMPARE(page.ofClass(u"edge"_s).size(), std::size_t(2));
        QVERIFY(PageElements(ui::planPage(fixture::smallPlan(), {}, QTimeZone::utc(), {})).ofClass(u"map-frame"_s).empty());
    }

    void titlesOfNodesWrap()
    {
        QCOMPARE(ui::linesOf(u"Git basics"_s, 20, 2), QStringList { u"Git basics"_s });
        QCOMPARE(ui::linesOf(u"Reading documentation and asking"_s, 22, 2), (QStringList { u"Reading documentation"_s, u"and asking"_s }));
        QCOMPARE(ui::linesOf(u"One two three four"_s, 8, 2), (QStringList { u"One two"_s, u"three f…"_s }));
        QCOMPARE(ui::linesOf(QString(30, u'x'), 10, 2), QStringList { QString(9, u'x') + u'…' });
        QCOMPARE(ui::linesOf({}, 10, 2), QStringList());
    }

    void aVoidSignOffIsSaidPlainly()
    {
        PlanDocument plan = fixture::smallPlan();
        plan.skills[0].signOff = exchange::PlanSignOff { u"r"_s, {}, false, {} };
        plan.skills[0].signOff->signOff.reviewer = u"Grace"_s;
        const PageElements good(planPageOf(plan));
        QVERIFY(good.ofClass(u"good"_s).front()->text.startsWith(u"Approved by Grace, mentor, on"_s));
        QVERIFY(good.ofClass(u"void"_s).empty());
        plan.skills[0].signOff->isVoid = true;
        QVERIFY(PageElements(planPageOf(plan)).ofClass(u"void"_s).front()->text.contains(u"It no longer holds"_s));
    }

    void aSignOffFollowsWhatIsKnownOfItsKey()
    {
        const auto workspace = support::reviewedLibrary();
        const exchange::SigningKey key = support::keyOfAda();
        const exchange::ReviewDocument review = support::signedBy(support::reviewOf(*workspace), key);
        support::receive(*workspace, review);
        support::mustApply(*workspace, exchange::acceptEntry(workspace->context(), review, domain::decisionEntry(u"vcs-git"_s)));
        const auto said = [&workspace] { return PageElements(planPageOf(*session::planOf(*workspace))).ofClass(u"good"_s).front()->text; };
        QVERIFY2(said().contains(u"a key that is new to the learner"_s), qPrintable(said()));
        const QString fingerprint = exchange::fingerprintOf(key.publicKey());
        support::mustApply(*workspace, domain::confirmKey(workspace->context(), fingerprint));
        QVERIFY2(said().contains(u"a key that the learner knows"_s), qPrintable(said()));
        support::mustApply(*workspace, domain::forgetKey(workspace->context(), fingerprint));
        QVERIFY2(said().contains(u"a key that is new to the learner"_s), qPrintable(said()));
    }

    void earlierReviewsSayWhatBecameOfThem()
    {
        PlanDocument plan = fixture::smallPlan();
        exchange::ReviewDocument first = reviewFullOf(u"Please mend it"_s);
        exchange::ReviewDocument second = reviewFullOf(u"Done"_s);
        second.review = u"other"_s;
        second.reviewer.name = first.reviewer.name;
        second.comments[0].resolved = true;
        plan.skills[0].signOff = exchange::PlanSignOff { u"other"_s, {}, false, {} };
        const PageElements page(planPageOf(plan, { first, second }));
        const auto reviewed = page.ofClass(u"review"_s);
        QCOMPARE(reviewed.size(), std::size_t(2));
        QVERIFY(reviewed[0]->text.contains(u"Taken over by the learner"_s)); // the newest stands first
        QVERIFY(reviewed[1]->text.contains(u"Another decision stands"_s));
        QVERIFY(reviewed[1]->text.contains(u"Resolved"_s) && reviewed[1]->text.contains(u"Please mend it"_s));
        QVERIFY(PageElements(planPageOf(plan, { first })).ofClass(u"review"_s)[0]->text.contains(u"Open"_s));
        second.reviewer.name = u"Somebody else"_s;
        QVERIFY(!PageElements(planPageOf(plan, { first, second })).ofClass(u"review"_s)[1]->text.contains(u"Resolved"_s));
    }

    void aPageWithAllItsReviewsCanBeReadAgain_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isCarried");
        QTest::newRow("plain") << u"Show the error case. "_s.repeated(700) << true;
        QTest::newRow("markup") << u"<&>"_s.repeated(5'000) << false; // each sign takes six bytes in the page
        QTest::newRow("quotes") << u"\"'\n"_s.repeated(5'000) << true;
        QTest::newRow("hidden signs") << u"\u200b"_s.repeated(5'000) << true;
        QTest::newRow("addresses") << u"http://a.de "_s.repeated(1'200) << true;
    }
    void aPageWithAllItsReviewsCanBeReadAgain()
    {
        QFETCH(QString, text);
        QFETCH(bool, isCarried);
        PlanDocument plan = fixture::smallPlan();
        QByteArrayList written;
        for (int number = 0; number < 4; ++number) {
            exchange::ReviewDocument review = fixture::review(plan.plan);
            review.review = u"44444444-4444-4444-8444-44444444444%1"_s.arg(number);
            review.created += number;
            for (int i = 0; i < 250; ++i) {
                review.comments.push_back({ u"more-%1"_s.arg(i), u"base-a"_s, {}, exchange::CommentKind::Improvement, text, false, {} });
            }
            const auto read = exchange::readReview(exchange::reviewToJson(review));
            QVERIFY(read.has_value());
            written.append(exchange::canonicalReview(*read));
        }
        plan.reviews = exchange::carriedReviews(written);
        plan.revision = exchange::revisionOf(plan);
        const std::vector<exchange::ReviewDocument> carried = exchange::reviewsOf(plan);
        const QByteArray page = planPageOf(plan, carried);
        QVERIFY2(page.size() <= exchange::limits::planPageBytes, QByteArray::number(page.size()).constData());
        const auto json = exchange::planJsonOf(page, {});
        QVERIFY(json.has_value() && exchange::readPlan(*json).has_value());
        QCOMPARE(!carried.empty() && carried.back().review.endsWith(u'3'), isCarried);
    }

    void aPlanWithNothingHasItsSentences()
    {
        PlanDocument plan;
        plan.plan = fixture::smallPlan().plan;
        const PageElements page(planPageOf(plan));
        QCOMPARE(page.fault, QString());
        for (const QString& id : { u"goal"_s, u"waiting"_s, u"history"_s, u"map"_s, u"work"_s, u"reviews"_s, u"open"_s }) {
            const PageElements::Element* section = page.withId(id);
            QVERIFY2(section != nullptr && section->text.count(u' ') > 4, qPrintable(id));
        }
    }

    void projectsAreShownAndNotCounted()
    {
        PlanDocument plan = fixture::smallPlan();
        plan.skills.push_back(fixture::planSkill(u"project-blog"_s, u"A blog"_s, SkillState::Learning));
        plan.skills.back().area = domain::projectArea;
        const PageElements page(planPageOf(plan));
        QVERIFY(page.withId(u"skill-project-blog"_s) != nullptr);
        QVERIFY(page.ofClass(u"tiles"_s).front()->text.contains(u"1 of 3"_s));
        QVERIFY(!page.ofClass(u"areas"_s).front()->text.contains(u"Projects"_s));
    }

    void aLongQueueIsFolded()
    {
        PlanDocument plan = fixture::smallPlan();
        const PlanSkill first = plan.skills[0];
        for (int i = 0; i < 20; ++i) {
            plan.skills.push_back(first);
            plan.skills.back().id = u"more-%1"_s.arg(i);
        }
        const PageElements page(planPageOf(plan));
        const auto queues = page.ofClass(u"queue"_s);
        QCOMPARE(queues.size(), std::size_t(2));
        QCOMPARE(page.where([&page](const auto& each) { return each.name == u"li" && page.isInside(each, u"queue"_s); }).size(),
            std::size_t(21));
    }

    void theSamePlanGivesTheSamePage() { QCOMPARE(planPageOf(fixture::smallPlan()), planPageOf(fixture::smallPlan())); }

    void aFullCourseStaysUnderTwoMegabytes()
    {
        ui::PlanPageMap map;
        const PlanDocument plan = fullCourse(200, map);
        const QByteArray page = ui::planPage(plan, map, QTimeZone::utc(), {});
        qInfo("%lld bytes, of these %lld of data", static_cast<long long>(page.size()),
            static_cast<long long>(fixture::scriptWith(page, "id=\"waymark-plan\"").size()));
        const PageElements read(page);
        QCOMPARE(read.fault, QString());
        QCOMPARE(read.ofClass(u"node"_s).size(), map.nodes.size());
        QCOMPARE(read.ofClass(u"long-evidence"_s).size(), std::size_t(200));
        QVERIFY2(page.size() < 2 * 1024 * 1024, qPrintable(u"%1 bytes"_s.arg(page.size())));
    }

    void tidyFindsNothing()
    {
        if (QStandardPaths::findExecutable(u"tidy"_s).isEmpty()) {
            QSKIP("tidy is not installed");
        }
        QProcess tidy;
        tidy.start(u"tidy"_s, { u"-q"_s, u"-e"_s, u"-utf8"_s });
        tidy.write(planPageOf(planFullOf(u"<b>&\"'"_s), { reviewFullOf(u"text"_s) }));
        tidy.closeWriteChannel();
        QVERIFY(tidy.waitForFinished());
        QStringList faults = QString::fromUtf8(tidy.readAllStandardError()).split(u'\n', Qt::SkipEmptyParts);
        faults.removeIf([](const QString& line) { return line.contains(u"<a> proprietary attribute"); }); // tidy 5.6 knows no links in SVG
        QCOMPARE(faults, QStringList());
    }
};

QTEST_MAIN(tst_PlanPage)

#include "tst_PlanPage.moc"
