// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanCompare.h>
#include <exchange/PlanOrigin.h>

#include <PlanFixture.h>

#include <QTest>

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::exchange;
using learning::SkillState;

namespace {

PlanDocument planFor(const domain::Progress& progress, const QString& name = u"first"_s)
{
    const domain::Roadmap roadmap(fixture::course());
    return planOf(roadmap, progress, learning::skillStates(roadmap, progress), { fixture::november, planIdOf(name), QTimeZone::utc(), {} });
}

PlanDocument plan()
{
    return planFor(fixture::progress());
}

/// A plan with one skill in a state, or without skills.
PlanDocument planWith(std::optional<SkillState> state)
{
    PlanDocument plan;
    if (state) {
        PlanSkill skill;
        skill.id = u"base-a"_s;
        skill.title = u"Basics"_s;
        skill.state = *state;
        plan.skills.push_back(skill);
    }
    return plan;
}

PlanEvidence proof(const QString& id, const QString& text)
{
    return { id, { domain::EvidenceKind::Note, text, fixture::november }, {} };
}

PlanSignOff signOff(domain::Decision decision, bool isVoid)
{
    PlanSignOff made;
    made.signOff.decision = decision;
    made.isVoid = isVoid;
    return made;
}

SkillMove mirrorOf(SkillMove move)
{
    switch (move) {
    case SkillMove::Forward:
        return SkillMove::Slipped;
    case SkillMove::Slipped:
        return SkillMove::Forward;
    case SkillMove::Skipped:
        return SkillMove::Resumed;
    case SkillMove::Resumed:
        return SkillMove::Skipped;
    case SkillMove::Same:
        break;
    }
    return SkillMove::Same;
}

SkillComparison mirrorOf(SkillComparison skill)
{
    std::swap(skill.before, skill.after);
    std::swap(skill.ticked, skill.unticked);
    std::swap(skill.added, skill.gone);
    std::swap(skill.signedOff, skill.signOffLost);
    skill.move = mirrorOf(skill.move);
    skill.minutes = -skill.minutes;
    return skill;
}

ComparisonTotals mirrorOf(ComparisonTotals totals)
{
    std::swap(totals.reachedBefore, totals.reachedAfter);
    std::swap(totals.forward, totals.slipped);
    std::swap(totals.skipped, totals.resumed);
    std::swap(totals.ticked, totals.unticked);
    std::swap(totals.added, totals.gone);
    std::swap(totals.signedOff, totals.signOffsLost);
    totals.minutes = -totals.minutes;
    return totals;
}

/// Lists stand in the order of the plan that was named second, which a mirror turns round.
SkillComparison ordered(SkillComparison skill)
{
    const auto byIds = [](const EvidenceChange& a, const EvidenceChange& b) { return std::tie(a.item, a.id) < std::tie(b.item, b.id); };
    skill.ticked.sort();
    skill.unticked.sort();
    std::sort(skill.added.begin(), skill.added.end(), byIds);
    std::sort(skill.changed.begin(), skill.changed.end(), byIds);
    std::sort(skill.gone.begin(), skill.gone.end(), byIds);
    return skill;
}

QMap<QString, const SkillComparison*> byId(const PlanComparison& comparison)
{
    QMap<QString, const SkillComparison*> skills;
    for (const SkillComparison& skill : comparison.skills) {
        skills.insert(skill.id, &skill);
    }
    return skills;
}

/// A random plan whose skills have also what records alone do not give them.
PlanDocument anyPlan()
{
    PlanDocument plan = planFor(fixture::anyProgress());
    for (PlanSkill& skill : plan.skills) {
        skill.state = static_cast<SkillState>(*rc::gen::inRange(0, 8));
        if (*rc::gen::arbitrary<bool>()) {
            skill.signOff = signOff(static_cast<domain::Decision>(*rc::gen::inRange(0, 4)), *rc::gen::arbitrary<bool>());
        }
    }
    if (*rc::gen::arbitrary<bool>()) {
        plan.skills.erase(plan.skills.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(plan.skills)));
    }
    return plan;
}

} // namespace

class tst_PlanCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statesMoveAlongTheRoad_data();
    void statesMoveAlongTheRoad();
    void aPlanIsTheSameAsItself();
    void itemsTickedAndUntickedAreTold();
    void evidenceIsToldByItsId();
    void evidenceOfAnItemThatIsGoneIsGone();
    void signOffsAreWonAndLost_data();
    void signOffsAreWonAndLost();
    void studyTimeIsCounted();
    void skillsOfEitherPlanAreThere();
    void twoLearnersAreToldFromTwoRevisions();
    void comparisonsMirrorEachOther();
    void anyPlanIsTheSameAsItself();
};

void tst_PlanCompare::statesMoveAlongTheRoad_data()
{
    using State = std::optional<SkillState>;
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::addColumn<QString>("move");
    const auto row = [](const char* name, State before, State after, const char* move) {
        QTest::newRow(name) << (before ? static_cast<int>(*before) : -1) << (after ? static_cast<int>(*after) : -1)
                            << QString::fromLatin1(move);
    };
    row("begun", SkillState::Ready, SkillState::Learning, "forward");
    row("practised", SkillState::Learning, SkillState::Practised, "forward");
    row("mastered", SkillState::Practised, SkillState::Mastered, "forward");
    row("known by placement", SkillState::Locked, SkillState::Assumed, "forward");
    row("practised what was assumed", SkillState::Assumed, SkillState::Practised, "forward");
    row("proved, and fading since", SkillState::Practised, SkillState::Fading, "forward");
    row("recalled", SkillState::Fading, SkillState::Mastered, "forward");
    row("fades", SkillState::Mastered, SkillState::Fading, "slipped");
    row("assumed in error", SkillState::Assumed, SkillState::Learning, "slipped");
    row("reset", SkillState::Mastered, SkillState::Ready, "slipped");
    row("opened by others", SkillState::Locked, SkillState::Ready, "same");
    row("closed by others", SkillState::Ready, SkillState::Locked, "same");
    row("left out", SkillState::Ready, SkillState::Skipped, "skipped");
    row("left out though practised", SkillState::Practised, SkillState::Skipped, "skipped");
    row("taken up", SkillState::Skipped, SkillState::Learning, "resumed");
    row("still left out", SkillState::Skipped, SkillState::Skipped, "same");
    row("a project begun", std::nullopt, SkillState::Learning, "forward");
    row("a project taken back", SkillState::Learning, std::nullopt, "slipped");
    row("new in the course", std::nullopt, SkillState::Ready, "same");
    row("left out, and gone from the course", SkillState::Skipped, std::nullopt, "resumed");
}

void tst_PlanCompare::statesMoveAlongTheRoad()
{
    QFETCH(int, before);
    QFETCH(int, after);
    const auto stateOf = [](int number) { return number < 0 ? std::nullopt : std::optional(static_cast<SkillState>(number)); };
    const PlanComparison comparison = comparePlans(planWith(stateOf(before)), planWith(stateOf(after)));
    QCOMPARE(comparison.skills.size(), std::size_t(1));
    QTEST(toString(comparison.skills.front().move), "move");
    QCOMPARE(comparison.skills.front().before, stateOf(before));
    QCOMPARE(comparison.skills.front().after, stateOf(after));
    QCOMPARE(comparison.skills.front().title, u"Basics"_s);
    QCOMPARE(comparison.skills.front().isSame(), before == after);
}

void tst_PlanCompare::aPlanIsTheSameAsItself()
{
    const PlanComparison comparison = comparePlans(plan(), plan());
    QVERIFY(comparison.samePlan && comparison.sameCourse);
    QCOMPARE(comparison.skills.size(), plan().skills.size());
    QVERIFY(std::all_of(comparison.skills.begin(), comparison.skills.end(), [](const auto& skill) { return skill.isSame(); }));
    ComparisonTotals totals;
    totals.same = 5;
    totals.reachedBefore = totals.reachedAfter = 1;
    QVERIFY(comparison.totals == totals);
}

void tst_PlanCompare::itemsTickedAndUntickedAreTold()
{
    const PlanDocument before = plan();
    PlanDocument after = before;
    after.skills[0].checklist[0].doneAt.reset();
    after.skills[0].checklist[2].doneAt = fixture::november;
    after.skills[1].checklist[0].doneAt = fixture::november;
    after.skills[4].checklist.clear(); // an item that was ticked and is no more
    const PlanComparison comparison = comparePlans(before, after);
    QCOMPARE(comparison.skills[0].ticked, QStringList { u"part-3"_s });
    QCOMPARE(comparison.skills[0].unticked, QStringList { u"part-1"_s });
    QCOMPARE(comparison.skills[1].ticked, QStringList { u"part-1"_s });
    QCOMPARE(comparison.skills[4].unticked, QStringList { u"old-item"_s });
    QVERIFY(!comparison.skills[0].isSame() && comparison.skills[2].isSame());
    QCOMPARE(comparison.totals.ticked, 2);
    QCOMPARE(comparison.totals.unticked, 2);

    after = before;
    after.skills[0].checklist[0].doneAt = fixture::november + 1'000; // ticked again later
    QVERIFY(comparePlans(before, after).skills[0].isSame());
}

void tst_PlanCompare::evidenceIsToldByItsId()
{
    PlanDocument before = plan();
    before.skills[1].checklist[0].evidence = { proof(u"a"_s, u"one"_s), proof(u"b"_s, u"two"_s), proof(u"c"_s, u"three"_s) };
    PlanDocument after = before;
    after.skills[1].checklist[0].evidence = { proof(u"b"_s, u"another two"_s), proof(u"c"_s, u"three"_s), proof(u"d"_s, u"four"_s) };
    after.skills[1].checklist[0].evidence[1].evidence.at += 1'000; // the time alone is no change of what it says
    const SkillComparison skill = comparePlans(before, after).skills[1];
    QVERIFY(skill.added == (std::vector<EvidenceChange> { { u"part-1"_s, u"d"_s } }));
    QVERIFY(skill.changed == (std::vector<EvidenceChange> { { u"part-1"_s, u"b"_s } }));
    QVERIFY(skill.gone == (std::vector<EvidenceChange> { { u"part-1"_s, u"a"_s } }));

    after = before;
    after.skills[1].checklist[0].evidence[0].evidence.kind = domain::EvidenceKind::Link;
    QCOMPARE(comparePlans(before, after).totals.changed, 1);
}

void tst_PlanCompare::evidenceOfAnItemThatIsGoneIsGone()
{
    PlanDocument after = plan();
    after.skills[0].checklist.erase(after.skills[0].checklist.begin());
    const PlanComparison comparison = comparePlans(plan(), after);
    QCOMPARE(comparison.totals.gone, 1);
    QCOMPARE(comparison.skills[0].gone.front().item, u"part-1"_s);
    QCOMPARE(comparePlans(after, plan()).totals.added, 1);
}

void tst_PlanCompare::signOffsAreWonAndLost_data()
{
    QTest::addColumn<int>("before"); // -1 for none, else the decision, and 10 more where it is void
    QTest::addColumn<int>("after");
    QTest::addColumn<int>("change"); // 1 won, -1 lost
    const auto number = [](domain::Decision decision, bool isVoid = false) { return static_cast<int>(decision) + (isVoid ? 10 : 0); };
    using domain::Decision;
    QTest::newRow("approved") << -1 << number(Decision::Approve) << 1;
    QTest::newRow("approved with notes after a request") << number(Decision::RequestChanges) << number(Decision::ApproveWithNotes) << 1;
    QTest::newRow("still approved") << number(Decision::Approve) << number(Decision::ApproveWithNotes) << 0;
    QTest::newRow("evidence changed since") << number(Decision::Approve) << number(Decision::Approve, true) << -1;
    QTest::newRow("approved anew") << number(Decision::Approve, true) << number(Decision::Approve) << 1;
    QTest::newRow("taken back") << number(Decision::Approve) << number(Decision::Reject) << -1;
    QTest::newRow("undone") << number(Decision::ApproveWithNotes) << -1 << -1;
    QTest::newRow("sent back") << -1 << number(Decision::RequestChanges) << 0;
}

void tst_PlanCompare::signOffsAreWonAndLost()
{
    QFETCH(int, before);
    QFETCH(int, after);
    QFETCH(int, change);
    const auto planOfNumber = [](int number) {
        PlanDocument made = planWith(SkillState::Practised);
        if (number >= 0) {
            made.skills.front().signOff = signOff(static_cast<domain::Decision>(number % 10), number >= 10);
        }
        return made;
    };
    const PlanComparison comparison = comparePlans(planOfNumber(before), planOfNumber(after));
    QCOMPARE(comparison.skills.front().signedOff, change > 0);
    QCOMPARE(comparison.skills.front().signOffLost, change < 0);
    QCOMPARE(comparison.totals.signedOff, change > 0 ? 1 : 0);
    QCOMPARE(comparison.totals.signOffsLost, change < 0 ? 1 : 0);
}

void tst_PlanCompare::studyTimeIsCounted()
{
    PlanDocument after = plan();
    after.skills[0].spentMinutes += 30;
    after.skills[1].spentMinutes += 100;
    const PlanComparison comparison = comparePlans(plan(), after);
    QCOMPARE(comparison.skills[0].minutes, 30);
    QCOMPARE(comparison.totals.minutes, 130);
    QCOMPARE(comparePlans(after, plan()).totals.minutes, -130);
}

void tst_PlanCompare::skillsOfEitherPlanAreThere()
{
    PlanDocument before = plan();
    PlanDocument after = plan();
    before.skills.erase(before.skills.begin() + 1);
    after.skills.erase(after.skills.begin() + 2);
    after.skills.back().title = u"Found again"_s;
    const PlanComparison comparison = comparePlans(before, after);
    QStringList ids;
    for (const SkillComparison& skill : comparison.skills) {
        ids.append(skill.id);
    }
    QCOMPARE(ids, (QStringList { u"base-a"_s, u"base-b"_s, u"net-d"_s, u"gone-x"_s, u"base-c"_s }));
    QVERIFY(!comparison.skills[1].before && comparison.skills[1].after);
    QVERIFY(comparison.skills[4].before && !comparison.skills[4].after);
    QCOMPARE(comparison.skills[3].title, u"Found again"_s);
    QCOMPARE(comparePlans(after, before).skills[3].title, u"Found again"_s); // only one of them knows its title
}

void tst_PlanCompare::twoLearnersAreToldFromTwoRevisions()
{
    PlanDocument other = planFor(fixture::progress(), u"second"_s);
    QVERIFY(!comparePlans(plan(), other).samePlan);
    QVERIFY(comparePlans(plan(), other).sameCourse);
    other.courseId = u"else"_s;
    QVERIFY(!comparePlans(plan(), other).sameCourse);
}

void tst_PlanCompare::comparisonsMirrorEachOther()
{
    const bool holds = rc::check("comparing the other way round turns everything round", [] {
        const PlanDocument a = anyPlan();
        const PlanDocument b = anyPlan();
        const PlanComparison there = comparePlans(a, b);
        const PlanComparison back = comparePlans(b, a);
        RC_ASSERT(there.skills.size() == back.skills.size());
        RC_ASSERT(mirrorOf(there.totals) == back.totals);
        const auto backById = byId(back);
        for (const SkillComparison& skill : there.skills) {
            RC_ASSERT(backById.contains(skill.id));
            RC_ASSERT(ordered(mirrorOf(skill)) == ordered(*backById[skill.id]));
        }
    });
    QVERIFY(holds);
}

void tst_PlanCompare::anyPlanIsTheSameAsItself()
{
    const bool holds = rc::check("no plan differs from itself", [] {
        const PlanDocument any = anyPlan();
        const PlanComparison comparison = comparePlans(any, any);
        RC_ASSERT(comparison.skills.size() == any.skills.size());
        RC_ASSERT(comparison.totals.same == static_cast<int>(any.skills.size()));
        RC_ASSERT(std::all_of(comparison.skills.begin(), comparison.skills.end(), [](const auto& skill) { return skill.isSame(); }));
    });
    QVERIFY(holds);
}

QTEST_APPLESS_MAIN(tst_PlanCompare)
#include "tst_PlanCompare.moc"
