// SPDX-License-Identifier: GPL-3.0-or-later
#include <KnowledgeCourses.h>

#include <learning/KnowledgePrior.h>

#include <QTest>

#include <cmath>
#include <map>

using namespace Qt::StringLiterals;
using namespace waymark;
using learning::Dice;
using learning::KnowledgePrior;
using learning::Learner;
using learning::SkillSet;

namespace {

/// Share of each state, by its bits.
using Shares = std::map<quint64, double>;

quint64 bitsOf(const SkillSet& known)
{
    quint64 bits = 0;
    known.forEach([&bits](int skill) { bits |= quint64 { 1 } << static_cast<unsigned>(skill); });
    return bits;
}

int countOf(const SkillSet& known)
{
    int count = 0;
    known.forEach([&count](int) { ++count; });
    return count;
}

Shares sharesOf(const std::vector<Learner>& learners)
{
    Shares shares;
    for (const Learner& learner : learners) {
        shares[bitsOf(learner.known)] += 1.0 / static_cast<double>(learners.size());
    }
    return shares;
}

/// What Bayes' rule makes of the prior with these odds.
Shares posterior(Shares shares, const std::vector<double>& odds)
{
    double sum = 0;
    for (auto& [bits, share] : shares) {
        for (std::size_t skill = 0; skill < odds.size(); ++skill) {
            share *= (bits >> skill & 1) != 0 ? odds[skill] : 1;
        }
        sum += share;
    }
    for (auto& [bits, share] : shares) {
        share /= sum;
    }
    return shares;
}

double largestDifference(const Shares& one, Shares other)
{
    double largest = 0;
    for (const auto& [bits, share] : one) {
        largest = std::max(largest, std::abs(share - other[bits]));
        other.erase(bits);
    }
    for (const auto& [bits, share] : other) {
        largest = std::max(largest, share);
    }
    return largest;
}

std::vector<Learner> drawn(const KnowledgePrior& prior, int count, Dice& dice)
{
    std::vector<Learner> learners;
    learners.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        learners.push_back(prior.sample(dice));
    }
    return learners;
}

SkillSet setOf(const domain::Roadmap& roadmap, const QStringList& ids)
{
    SkillSet set(roadmap.size());
    for (const QString& id : ids) {
        set.add(roadmap.indexOf(id));
    }
    return set;
}

} // namespace

class tst_KnowledgePrior : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStateIsClosedOverPrerequisitesAndChoices_data()
    {
        QTest::addColumn<QString>("known");
        QTest::addColumn<bool>("closed");
        QTest::newRow("nothing") << QString() << true;
        QTest::newRow("root") << u"root"_s << true;
        QTest::newRow("without the root") << u"tongue1"_s << false;
        QTest::newRow("any member opens") << u"root tongue3 fluent"_s << true;
        QTest::newRow("no member") << u"root fluent"_s << false;
        QTest::newRow("the wrong member") << u"root tongue1 special"_s << false;
        QTest::newRow("two members") << u"root tongue1 tongue2 fluent special end"_s << true;
        QTest::newRow("half of what it needs") << u"root tongue2 fluent end"_s << false;
    }

    void aStateIsClosedOverPrerequisitesAndChoices()
    {
        QFETCH(QString, known);
        const domain::Roadmap roadmap = fixture::languages();
        const SkillSet set = setOf(roadmap, known.split(u' ', Qt::SkipEmptyParts));
        QTEST(KnowledgePrior(roadmap).isClosed(set), "closed");
    }

    void closingTakesTheLikeliestMember()
    {
        const domain::Roadmap roadmap = fixture::languages();
        const KnowledgePrior prior(roadmap);
        std::vector<double> beliefs(7, 0.3);
        SkillSet known = setOf(roadmap, { u"fluent"_s });
        prior.close(known, beliefs);
        QVERIFY(known == setOf(roadmap, { u"root"_s, u"tongue1"_s, u"fluent"_s }));
        beliefs[3] = 0.4;
        known = setOf(roadmap, { u"fluent"_s });
        prior.close(known, beliefs);
        QVERIFY(known == setOf(roadmap, { u"root"_s, u"tongue3"_s, u"fluent"_s }));
        known = setOf(roadmap, { u"end"_s }); // tongue2 is needed anyway and stands for the group
        prior.close(known, std::vector<double>(7, 0.3));
        QVERIFY(prior.isClosed(known) && known.has(2));
    }

    void learnersAndTheirMovesStayClosed_data()
    {
        QTest::addColumn<domain::Roadmap>("roadmap");
        QTest::newRow("chain") << fixture::chain();
        QTest::newRow("diamond") << fixture::diamond();
        QTest::newRow("choice") << fixture::languages();
        QTest::newRow("cycle") << fixture::roadmapOf({ u"a c"_s, u"b a"_s, u"c b"_s, u"d c"_s });
        QTest::newRow("back-end course") << fixture::backend();
    }

    void learnersAndTheirMovesStayClosed()
    {
        QFETCH(domain::Roadmap, roadmap);
        const KnowledgePrior prior(roadmap);
        Dice dice(3);
        for (Learner& learner : drawn(prior, 200, dice)) {
            QVERIFY(prior.isClosed(learner.known));
            std::vector<double> odds(static_cast<std::size_t>(roadmap.size()), 1);
            for (int i = 0; i < 5; ++i) {
                odds[dice.below(odds.size())] = dice.isHit(0.5) ? 4.5 : 0.125;
                prior.move(learner, odds, dice);
                QVERIFY(prior.isClosed(learner.known));
            }
        }
    }

    void movesLeadFromThePriorToThePosterior_data()
    {
        QTest::addColumn<domain::Roadmap>("roadmap");
        QTest::addColumn<std::vector<double>>("odds");
        QTest::newRow("no answers") << fixture::languages() << std::vector<double>(7, 1);
        QTest::newRow("chain") << fixture::chain() << std::vector<double> { 1, 4.5, 0.125 };
        QTest::newRow("end of a diamond") << fixture::diamond() << std::vector<double> { 1, 1, 1, 4.5 };
        QTest::newRow("against each other") << fixture::diamond() << std::vector<double> { 0.125, 4.5, 1, 1 };
        QTest::newRow("which language") << fixture::languages() << std::vector<double> { 1, 1, 1, 1, 4.5, 0.125, 1 };
    }

    void movesLeadFromThePriorToThePosterior()
    {
        QFETCH(domain::Roadmap, roadmap);
        QFETCH(std::vector<double>, odds);
        const KnowledgePrior prior(roadmap);
        Dice dice(11);
        const Shares expected = posterior(sharesOf(drawn(prior, 100'000, dice)), odds);
        std::vector<Learner> learners = drawn(prior, 5'000, dice);
        for (Learner& learner : learners) {
            for (int i = 0; i < 150; ++i) {
                prior.move(learner, odds, dice);
            }
        }
        const double difference = largestDifference(sharesOf(learners), expected);
        QVERIFY2(difference < 0.025, qPrintable(QString::number(difference)));
    }

    void learnersStandAnywhereBetweenNothingAndAlmostAll()
    {
        const domain::Roadmap roadmap = fixture::backend();
        QCOMPARE(roadmap.size(), 159);
        const KnowledgePrior prior(roadmap);
        Dice dice(1);
        std::array<int, 5> fifths {};
        for (const Learner& learner : drawn(prior, 1000, dice)) {
            ++fifths[static_cast<std::size_t>(countOf(learner.known) * 5 / 160)];
        }
        for (const int count : fifths) {
            QVERIFY2(count > 80, qPrintable(QString::number(count)));
        }
    }

    void fewKnowTwoMembersOfAChoice()
    {
        const domain::Roadmap roadmap = fixture::languages();
        const KnowledgePrior prior(roadmap);
        Dice dice(2);
        std::array<int, 4> counts {};
        for (const Learner& learner : drawn(prior, 4000, dice)) {
            ++counts[static_cast<std::size_t>(learner.known.has(1)) + (learner.known.has(2) ? 1U : 0U) + (learner.known.has(3) ? 1U : 0U)];
        }
        QVERIFY(counts[1] > 3 * counts[2]);
        QVERIFY(counts[2] > counts[3]);
    }

    void theFirstChoicesOfALearnerGoTogether()
    {
        const domain::Roadmap roadmap = fixture::roadmapOf(
            { u"frame1 tongue1"_s, u"frame2 tongue2"_s, u"site any:frame"_s, u"tongue1"_s, u"tongue2"_s, u"fluent any:tongue"_s });
        const KnowledgePrior prior(roadmap);
        Dice dice(4);
        for (const Learner& learner : drawn(prior, 200, dice)) {
            QCOMPARE(learner.second.has(roadmap.indexOf(u"frame1"_s)), learner.second.has(roadmap.indexOf(u"tongue1"_s)));
            QCOMPARE(learner.second.has(roadmap.indexOf(u"frame2"_s)), learner.second.has(roadmap.indexOf(u"tongue2"_s)));
        }
    }
};

QTEST_APPLESS_MAIN(tst_KnowledgePrior)
#include "tst_KnowledgePrior.moc"
