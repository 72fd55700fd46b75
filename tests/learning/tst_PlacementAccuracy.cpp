// SPDX-License-Identifier: GPL-3.0-or-later
// How many skills a placement gets right on the map of the back-end course, by simulated learners.
#include <KnowledgeCourses.h>

#include <learning/Placement.h>

#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Roadmap;
using learning::Dice;
using learning::KnowledgePrior;
using learning::Placement;
using learning::SkillSet;

namespace {

constexpr double slip = 0.1;
constexpr double guess = 0.2;

double percentRight(const Placement& placement, const SkillSet& truth, int size)
{
    int right = 0;
    for (int skill = 0; skill < size; ++skill) {
        right += (placement.belief(skill) > 0.5) == truth.has(skill) ? 1 : 0;
    }
    return 100.0 * right / size;
}

bool answer(const SkillSet& truth, int skill, Dice& dice)
{
    return dice.isHit(truth.has(skill) ? 1 - slip : guess);
}

using Accuracy = std::array<double, 3>; ///< percent of skills right after 10, 20 and 30 questions

Accuracy accuracyFor(const Roadmap& roadmap, const std::vector<SkillSet>& learners)
{
    Accuracy mean {};
    Dice dice(17);
    for (std::size_t i = 0; i < learners.size(); ++i) {
        Placement placement(roadmap, fixture::allSkills(roadmap), i, { .unsureShare = 0 }); // goes on though little is unsure
        for (double& percent : mean) {
            for (int question = 0; question < 10; ++question) {
                const int skill = *placement.next();
                placement.answered(skill, answer(learners[i], skill, dice));
            }
            percent += percentRight(placement, learners[i], roadmap.size()) / static_cast<double>(learners.size());
        }
    }
    return mean;
}

void compare(const Accuracy& found, const Accuracy& least)
{
    for (std::size_t i = 0; i < found.size(); ++i) {
        QVERIFY2(found[i] >= least[i], qPrintable(u"%1 %2 %3"_s.arg(found[0]).arg(found[1]).arg(found[2])));
    }
}

} // namespace

class tst_PlacementAccuracy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Sixty learners of the prior itself, four of each level, so that chance decides less: 88.8, 92.5 and 94.3 %. An upper bound, since
    /// real learners are no draws from it.
    void learnersOfThePriorArePlaced()
    {
        const Roadmap roadmap = fixture::backend();
        const KnowledgePrior prior(roadmap);
        Dice dice(60);
        std::vector<SkillSet> learners;
        while (learners.size() < 60) {
            const learning::Learner learner = prior.sample(dice);
            if (learner.level == static_cast<int>(learners.size()) % 15) {
                learners.push_back(learner.known);
            }
        }
        compare(accuracyFor(roadmap, learners), { 86, 91, 93 });
    }

    /// Learners as no draw of the prior is likely to be: they know all of the course up to a stage, and nothing beyond it.
    /// 84.3, 86.0 and 88.0 %.
    void learnersWhoFollowedTheStagesArePlaced()
    {
        const Roadmap roadmap = fixture::backend();
        std::vector<SkillSet> learners;
        for (int stage = -1; stage < 9; ++stage) {
            SkillSet known(roadmap.size());
            for (int skill = 0; skill < roadmap.size(); ++skill) {
                known.set(skill, roadmap.eraOf(skill) <= stage);
            }
            QVERIFY(KnowledgePrior(roadmap).isClosed(known));
            learners.push_back(known);
        }
        compare(accuracyFor(roadmap, learners), { 80, 83, 85 });
    }
};

QTEST_APPLESS_MAIN(tst_PlacementAccuracy)
#include "tst_PlacementAccuracy.moc"
