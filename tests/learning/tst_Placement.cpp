// SPDX-License-Identifier: GPL-3.0-or-later
#include <KnowledgeCourses.h>

#include <learning/Placement.h>

#include <QTest>

#include <cmath>
#include <map>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Roadmap;
using learning::Dice;
using learning::KnowledgePrior;
using learning::Placement;
using learning::PlacementSettings;
using learning::SkillSet;

namespace {

constexpr double slip = 0.1;
constexpr double guess = 0.2;

SkillSet setOf(const Roadmap& roadmap, const std::vector<int>& skills)
{
    SkillSet set(roadmap.size());
    for (const int skill : skills) {
        set.add(skill);
    }
    return set;
}

bool isNear(double one, double other, double margin = 1e-9)
{
    return std::abs(one - other) <= margin;
}

/// A skill is never believed more than what it needs, nor more than the members of its choice group together; what is claimed is closed.
bool isConsistent(const Roadmap& roadmap, const Placement& placement)
{
    for (int skill = 0; skill < roadmap.size(); ++skill) {
        const double belief = placement.belief(skill);
        bool consistent = belief >= 0 && belief <= 1;
        std::map<int, double> ofGroup;
        for (const Roadmap::Edge& edge : roadmap.into(skill)) {
            ofGroup[edge.group] += placement.belief(edge.from);
            consistent = consistent && (edge.group >= 0 || placement.belief(edge.from) >= belief - 1e-9);
        }
        for (const auto& [group, sum] : ofGroup) {
            consistent = consistent && (group < 0 || sum >= belief - 1e-9);
        }
        if (!consistent) {
            return false;
        }
    }
    return KnowledgePrior(roadmap).isClosed(setOf(roadmap, placement.known()));
}

} // namespace

class tst_Placement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAnswerIsBayesRule_data()
    {
        QTest::addColumn<bool>("right");
        QTest::newRow("right") << true;
        QTest::newRow("wrong") << false;
    }

    void oneAnswerIsBayesRule()
    {
        QFETCH(bool, right);
        const Roadmap roadmap = fixture::chain();
        Placement placement(roadmap, fixture::allSkills(roadmap), 5);
        const double a = placement.belief(0);
        const double b = placement.belief(1);
        const double c = placement.belief(2);
        const double ifKnown = right ? 1 - slip : slip;
        const double ifNot = right ? guess : 1 - guess;
        const double sum = b * ifKnown + (1 - b) * ifNot;
        placement.answered(1, right);
        QVERIFY(isNear(placement.belief(0), (b * ifKnown + (a - b) * ifNot) / sum));
        QVERIFY(isNear(placement.belief(1), b * ifKnown / sum));
        QVERIFY(isNear(placement.belief(2), c * ifKnown / sum));
    }

    void manyAnswersAgreeWithBayesRule_data()
    {
        QTest::addColumn<Roadmap>("roadmap");
        QTest::addColumn<QString>("answers"); // skill and mark
        QTest::newRow("chain") << fixture::chain() << u"2+ 1- 0+ 2+"_s;
        QTest::newRow("diamond") << fixture::diamond() << u"3+ 1- 2- 0+ 3+"_s;
        QTest::newRow("again and again") << fixture::chain() << u"2+ 2+ 2+ 1+ 1+ 1- 0- 0- 0- 0-"_s;
        QTest::newRow("choice") << fixture::languages() << u"4+ 1- 2- 4+ 3+ 6-"_s;
        QTest::newRow("all wrong") << fixture::languages() << u"0- 1- 2- 3- 4- 5- 6-"_s;
        QTest::newRow("all right") << fixture::languages() << u"0+ 1+ 2+ 3+ 4+ 5+ 6+"_s;
    }

    void manyAnswersAgreeWithBayesRule()
    {
        QFETCH(Roadmap, roadmap);
        QFETCH(QString, answers);
        Placement placement(roadmap, fixture::allSkills(roadmap), 21);
        std::vector<double> expected(static_cast<std::size_t>(roadmap.size()), 0);
        const KnowledgePrior prior(roadmap);
        Dice dice(22);
        double sum = 0;
        for (int i = 0; i < 100'000; ++i) {
            const SkillSet known = prior.sample(dice).known;
            double weight = 1;
            for (const QString& each : answers.split(u' ')) {
                const bool right = each.endsWith(u'+');
                const double chance = known.has(each.left(1).toInt()) ? 1 - slip : guess;
                weight *= right ? chance : 1 - chance;
            }
            known.forEach([&](int skill) { expected[static_cast<std::size_t>(skill)] += weight; });
            sum += weight;
        }
        for (const QString& each : answers.split(u' ')) {
            placement.answered(each.left(1).toInt(), each.endsWith(u'+'));
        }
        for (int skill = 0; skill < roadmap.size(); ++skill) {
            const double belief = expected[static_cast<std::size_t>(skill)] / sum;
            QVERIFY2(isNear(placement.belief(skill), belief, 0.04),
                qPrintable(u"%1: %2, not %3"_s.arg(skill).arg(placement.belief(skill)).arg(belief)));
        }
    }

    void aStateIsFoundThatNoneWasDrawnWith()
    {
        QStringList rows; // a million states and a thousand particles: only their moves get there
        for (int i = 0; i < 20; ++i) {
            rows.append(QString::number(i));
        }
        const Roadmap roadmap = fixture::roadmapOf(rows);
        Placement placement(roadmap, fixture::allSkills(roadmap), 30, { .particles = 1000 });
        for (int i = 0; i < 60; ++i) {
            placement.answered(i % 20, i % 2 == 0);
        }
        for (int skill = 0; skill < 20; ++skill) {
            QVERIFY2(isNear(placement.belief(skill), skill % 2 == 0 ? 1 : 0, 0.1), qPrintable(QString::number(placement.belief(skill))));
        }
    }

    void whateverIsAnsweredBeliefsAreConsistent_data()
    {
        QTest::addColumn<Roadmap>("roadmap");
        QTest::newRow("chain") << fixture::chain();
        QTest::newRow("diamond") << fixture::diamond();
        QTest::newRow("choice") << fixture::languages();
        QTest::newRow("cycle") << fixture::roadmapOf({ u"a c"_s, u"b a"_s, u"c b"_s, u"d c"_s });
        QTest::newRow("back-end course") << fixture::backend();
    }

    void whateverIsAnsweredBeliefsAreConsistent()
    {
        QFETCH(Roadmap, roadmap);
        Dice dice(8);
        for (quint64 run = 0; run < 5; ++run) {
            Placement placement(roadmap, fixture::allSkills(roadmap), run, { .particles = 500 });
            for (int i = 0; i < 30; ++i) {
                placement.answered(static_cast<int>(dice.below(static_cast<std::size_t>(roadmap.size()))), dice.isHit(0.5));
                QVERIFY(isConsistent(roadmap, placement));
            }
        }
    }

    void theQuestionIsTheOneNearestToOneHalf()
    {
        const Roadmap roadmap = fixture::backend();
        Placement placement(roadmap, fixture::allSkills(roadmap), 4);
        SkillSet asked(roadmap.size());
        while (const std::optional<int> next = placement.next()) {
            QVERIFY(!asked.has(*next));
            for (int skill = 0; skill < roadmap.size(); ++skill) {
                const double further = std::abs(placement.belief(skill) - 0.5) - std::abs(placement.belief(*next) - 0.5);
                QVERIFY(asked.has(skill) || (skill < *next ? further > 0 : further >= -1e-9));
            }
            asked.add(*next);
            placement.answered(*next, placement.asked() % 2 == 0);
        }
    }

    void equalBeliefsAreAskedInCourseOrder()
    {
        const Roadmap roadmap = fixture::diamond();
        const PlacementSettings one { .particles = 1, .unsureShare = 0 }; // beliefs are 0 or 1, and never sure enough
        QCOMPARE(Placement(roadmap, { 3, 1, 2 }, 1, one).next(), std::optional<int>(1));
    }

    void onlyAskableSkillsAreAskedEachOnce()
    {
        const Roadmap roadmap = fixture::languages();
        Placement placement(roadmap, { 5, 0, 5, 2 }, 6, { .unsureShare = 0 });
        std::vector<int> asked;
        while (const std::optional<int> next = placement.next()) {
            asked.push_back(*next);
            placement.answered(*next, true);
        }
        std::ranges::sort(asked);
        QCOMPARE(asked, (std::vector<int> { 0, 2, 5 }));
        QCOMPARE(placement.asked(), 3);
        QVERIFY(placement.isFinished());
    }

    void thirtyQuestionsAreTheMost()
    {
        const Roadmap roadmap = fixture::backend();
        Placement placement(roadmap, fixture::allSkills(roadmap), 9, { .particles = 500, .unsureShare = 0 });
        while (const std::optional<int> next = placement.next()) {
            placement.answered(*next, placement.asked() % 3 == 0);
        }
        QCOMPARE(placement.asked(), 30);
        QVERIFY(placement.isFinished());
    }

    void itStopsWhenLittleIsUnsure()
    {
        const Roadmap roadmap = fixture::backend();
        Placement placement(roadmap, fixture::allSkills(roadmap), 10);
        const auto unsure = [&] {
            return std::ranges::count_if(
                fixture::allSkills(roadmap), [&](int skill) { return std::abs(placement.belief(skill) - 0.5) <= 0.3; });
        };
        while (!placement.isFinished()) {
            QVERIFY(unsure() >= 8); // 5 % of 159 skills are 7.95
            placement.answered(*placement.next(), false);
        }
        QVERIFY(placement.asked() < 30);
        QVERIFY(unsure() < 8);
        QVERIFY(!placement.next());
    }

    void theSameSeedAsksTheSameQuestions()
    {
        const Roadmap roadmap = fixture::backend();
        Placement one(roadmap, fixture::allSkills(roadmap), 12, { .particles = 800 });
        Placement other(roadmap, fixture::allSkills(roadmap), 12, { .particles = 800 });
        Placement copy = one;
        while (const std::optional<int> next = one.next()) {
            QCOMPARE(other.next(), next);
            QCOMPARE(copy.next(), next);
            for (Placement* each : { &one, &other, &copy }) {
                each->answered(*next, *next % 2 == 0);
            }
        }
        QCOMPARE(other.known(), one.known());
        QCOMPARE(copy.known(), one.known());
    }

    void nothingIsClaimedBeforeAnAnswer()
    {
        const Roadmap roadmap = fixture::chain();
        Placement placement(roadmap, fixture::allSkills(roadmap), 1);
        QVERIFY(placement.known().empty());
        placement.answered(2, true);
        placement.answered(2, true);
        placement.answered(2, true);
        QCOMPARE(placement.known(), (std::vector<int> { 0, 1, 2 }));
    }

    void aSkillIsClaimedWithTheLikeliestMemberOfItsChoice()
    {
        const Roadmap roadmap = fixture::languages();
        Placement placement(roadmap, { 4 }, 2);
        placement.answered(4, true);
        placement.answered(4, true);
        QVERIFY(placement.belief(1) < 0.5 && placement.belief(2) < 0.5 && placement.belief(3) < 0.5);
        QVERIFY(placement.belief(4) > 0.5);
        const std::vector<int> known = placement.known();
        QVERIFY(isConsistent(roadmap, placement));
        QCOMPARE(std::ranges::count_if(known, [](int skill) { return skill >= 1 && skill <= 3; }), 1);
        QVERIFY(std::ranges::find(known, 4) != known.end());
    }

    void contradictingAnswersAreWeighed()
    {
        const Roadmap roadmap = fixture::roadmapOf({ u"alone"_s });
        Placement placement(roadmap, { 0 }, 3);
        placement.answered(0, true);
        const double once = placement.belief(0);
        placement.answered(0, true);
        QVERIFY(placement.belief(0) > once);
        for (int i = 0; i < 6; ++i) {
            const double before = placement.belief(0);
            placement.answered(0, false);
            QVERIFY(placement.belief(0) <= before);
        }
        QVERIFY(placement.belief(0) < 0.05);
        QCOMPARE(placement.asked(), 8);

        // The end known and the way to it not: what is before it pulls the end down.
        const Roadmap diamond = fixture::diamond();
        Placement torn(diamond, fixture::allSkills(diamond), 3);
        torn.answered(3, true);
        const double end = torn.belief(3);
        torn.answered(1, false);
        torn.answered(2, false);
        QVERIFY(torn.belief(3) < end);
        QVERIFY(isConsistent(diamond, torn));
    }

    void whatWasPractisedIsBelievedAndNotAsked()
    {
        const Roadmap roadmap = fixture::chain();
        Placement placement(roadmap, fixture::allSkills(roadmap), 14, { .unsureShare = 0 });
        Placement answered = placement;
        placement.practised(1);
        answered.answered(1, true);
        answered.answered(1, true);
        for (int skill = 0; skill < roadmap.size(); ++skill) {
            QCOMPARE(placement.belief(skill), answered.belief(skill));
        }
        QCOMPARE(placement.asked(), 0);
        QVERIFY(placement.known().empty()); // nothing was answered
        while (const std::optional<int> next = placement.next()) {
            QVERIFY(*next != 1);
            placement.answered(*next, true);
        }
        QCOMPARE(placement.asked(), 2);
    }

    void whatIsLeftOutIsNotAsked()
    {
        const Roadmap roadmap = fixture::chain();
        Placement placement(roadmap, fixture::allSkills(roadmap), 15, { .unsureShare = 0 });
        const int first = *placement.next();
        placement.leaveOut(first);
        QVERIFY(placement.next() != std::optional<int>(first));
        placement.leaveOut((first + 1) % 3);
        placement.leaveOut((first + 2) % 3);
        QVERIFY(placement.isFinished());
        QCOMPARE(placement.asked(), 0);
    }

    void withoutAskableSkillsItIsFinished()
    {
        const Roadmap roadmap = fixture::diamond();
        const Placement placement(roadmap, {}, 1);
        QVERIFY(placement.isFinished());
        QVERIFY(!placement.next());
        QVERIFY(placement.known().empty());
    }

    void anEmptyCourseIsFinished()
    {
        const Placement placement(Roadmap {}, {}, 1);
        QVERIFY(placement.isFinished());
        QVERIFY(!placement.next());
        QVERIFY(placement.known().empty());
        QCOMPARE(placement.asked(), 0);
    }
};

QTEST_APPLESS_MAIN(tst_Placement)
#include "tst_Placement.moc"
