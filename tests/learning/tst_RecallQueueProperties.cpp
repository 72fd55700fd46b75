// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for the queue of any learner.
#include <QueueCards.h>

#include <QTest>

#include <map>
#include <random>
#include <set>

using namespace waymark::fixture;

namespace {

double chanceOf(const QueueCard& card)
{
    LearningDays days(utc());
    return retrievability(elapsedDays(card.schedule, days.of(noon), days), card.schedule.memory->stability);
}

bool isDueReview(const QueueCard& card)
{
    return card.schedule.phase == Phase::Review && card.schedule.due <= noon;
}

bool isDueStep(const QueueCard& card)
{
    return (card.schedule.phase == Phase::Learning || card.schedule.phase == Phase::Relearning) && card.schedule.due <= noon;
}

bool isToday(qint64 moment)
{
    return learningDay(moment, utc()) == learningDay(noon, utc());
}

std::pair<QString, QDate> groupOf(const QueueCard& card)
{
    return { card.skill, learningDay(card.introduced, utc()) };
}

/// A learner's cards and limits, made from a seed.
struct RandomQueue
{
    explicit RandomQueue(unsigned seed)
        : chance(seed)
    {
        const int count = below(300);
        const int skills = 1 + below(30);
        const int daysOfIntroduction = 1 + below(60);
        for (int i = 0; i < count; ++i) {
            cards.push_back(card(i, below(skills), daysOfIntroduction));
        }
        limits = { below(40), 1.0 + below(60), below(12) };
    }

    int below(int limit) { return static_cast<int>(chance() % static_cast<unsigned>(limit)); }

    QueueCard card(int number, int skill, int daysOfIntroduction)
    {
        QueueCard of { u"c%1"_s.arg(number), u"s%1"_s.arg(skill * skill / 9), {}, 0, below(50) };
        const int kind = below(10);
        if (kind < 2) {
            return of;
        }
        const int ago = below(daysOfIntroduction);
        of.introduced = noon - ago * day - below(600) * minute;
        const qint64 last = std::min(noon, of.introduced + below(ago + 1) * day);
        const Memory memory { 0.1 + below(1000) / 10.0, 1.0 + below(10) };
        if (kind < 4) {
            of.schedule = { kind == 2 ? Phase::Learning : Phase::Relearning, 0, memory, last, last + below(300) * minute, 0, 2, kind - 2 };
        } else {
            const int days = 1 + below(40);
            of.schedule = { Phase::Review, 0, memory, last, last + days * day, days, 3, 0 };
        }
        return of;
    }

    [[nodiscard]] std::size_t room() const
    {
        return limits.minutes == 0 ? 0 : static_cast<std::size_t>(std::max(1.0, std::floor(limits.minutes * 60 / limits.secondsPerCard)));
    }

    std::mt19937 chance;
    std::vector<QueueCard> cards;
    SessionLimits limits;
};

/// Pairs of neighbours that cannot but be of one skill.
int fewestNeighbours(const std::map<QString, int>& counts, int total)
{
    int most = 0;
    for (const auto& [skill, count] : counts) {
        most = std::max(most, count);
    }
    return std::max(0, 2 * most - total - 1);
}

} // namespace

class tst_RecallQueueProperties : public QObject
{
    Q_OBJECT

private:
    static void eachSeed()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 200; ++seed) {
            QTest::addRow("%d", seed) << seed;
        }
    }

private Q_SLOTS:
    void aSessionAsksOnlyWhatItMay_data() { eachSeed(); }

    void aSessionAsksOnlyWhatItMay()
    {
        QFETCH(int, seed);
        const RandomQueue queue(static_cast<unsigned>(seed));
        const RecallSession session = recallSession(queue.cards, queue.limits, noon, utc());
        std::set<int> once;
        int recalls = 0;
        int introduced = 0;
        for (const int index : session.cards) {
            const QueueCard& card = queue.cards[static_cast<std::size_t>(index)];
            QVERIFY(once.insert(index).second);
            QVERIFY(card.schedule.phase == Phase::New || isDueReview(card) || isDueStep(card));
            (card.schedule.phase == Phase::New ? introduced : recalls) += 1;
        }
        const auto today = std::count_if(
            queue.cards.begin(), queue.cards.end(), [](const QueueCard& card) { return card.introduced != 0 && isToday(card.introduced); });
        QVERIFY(session.cards.size() <= queue.room());
        QVERIFY(introduced <= std::max<qint64>(0, queue.limits.newPerDay - today));
        QVERIFY(introduced == 0 || session.left == 0);
        QVERIFY(session.left == 0 || session.cards.size() == queue.room());
        QCOMPARE(session.due, recalls + session.putOff + session.left);
        QCOMPARE(session.due, static_cast<int>(std::count_if(queue.cards.begin(), queue.cards.end(), [](const QueueCard& card) {
            return isDueReview(card) || isDueStep(card);
        })));
    }

    void aSessionTakesTheLowestChancesAndOneSibling_data() { eachSeed(); }

    void aSessionTakesTheLowestChancesAndOneSibling()
    {
        QFETCH(int, seed);
        const RandomQueue queue(static_cast<unsigned>(seed));
        const RecallSession session = recallSession(queue.cards, queue.limits, noon, utc());
        std::set<std::pair<QString, QDate>> taken;
        for (const QueueCard& card : queue.cards) {
            if (card.introduced != 0 && (isToday(card.schedule.last) || isDueStep(card))) {
                taken.insert(groupOf(card));
            }
        }
        std::set<int> asked;
        std::map<QString, double> chanceBefore;
        double highest = 0;
        for (const int index : session.cards) {
            const QueueCard& card = queue.cards[static_cast<std::size_t>(index)];
            asked.insert(index);
            if (isDueReview(card)) {
                QVERIFY(taken.insert(groupOf(card)).second);
                QVERIFY(chanceOf(card) >= chanceBefore[card.skill]); // within a skill the order is kept
                chanceBefore[card.skill] = chanceOf(card);
                highest = std::max(highest, chanceOf(card));
            }
        }
        for (std::size_t i = 0; i < queue.cards.size(); ++i) {
            const QueueCard& card = queue.cards[i];
            const bool waits = isDueReview(card) && !asked.contains(static_cast<int>(i));
            QVERIFY(!waits || taken.contains(groupOf(card)) || chanceOf(card) >= highest);
        }
    }

    void neighboursAreOfOneSkillOnlyWhereTheyMustBe_data() { eachSeed(); }

    void neighboursAreOfOneSkillOnlyWhereTheyMustBe()
    {
        QFETCH(int, seed);
        const RandomQueue queue(static_cast<unsigned>(seed));
        const RecallSession session = recallSession(queue.cards, queue.limits, noon, utc());
        std::map<QString, int> counts;
        int neighbours = 0;
        QString before;
        for (const int index : session.cards) {
            const QString& skill = queue.cards[static_cast<std::size_t>(index)].skill;
            neighbours += skill == before ? 1 : 0;
            ++counts[skill];
            before = skill;
        }
        QCOMPARE(neighbours, fewestNeighbours(counts, static_cast<int>(session.cards.size())));
    }

    void theOrderOfTheCardsGivenDoesNotMatter_data() { eachSeed(); }

    void theOrderOfTheCardsGivenDoesNotMatter()
    {
        QFETCH(int, seed);
        RandomQueue queue(static_cast<unsigned>(seed));
        const QString once = sessionOf(queue.cards, queue.limits);
        QCOMPARE(sessionOf(queue.cards, queue.limits), once);
        std::reverse(queue.cards.begin(), queue.cards.end());
        QCOMPARE(sessionOf(queue.cards, queue.limits), once);
        for (std::size_t i = queue.cards.size(); i > 1; --i) {
            std::swap(queue.cards[i - 1], queue.cards[static_cast<std::size_t>(queue.below(static_cast<int>(i)))]);
        }
        QCOMPARE(sessionOf(queue.cards, queue.limits), once);
    }

    void aSpreadBacklogIsWholeEvenAndInOrder_data() { eachSeed(); }

    void aSpreadBacklogIsWholeEvenAndInOrder()
    {
        QFETCH(int, seed);
        RandomQueue queue(static_cast<unsigned>(seed));
        const int days = 1 + queue.below(14);
        const std::vector<QDate> dates = spreadOver(queue.cards, days, noon, utc());
        std::vector<int> sizes(static_cast<std::size_t>(days));
        std::vector<std::pair<double, QDate>> planned;
        for (std::size_t i = 0; i < dates.size(); ++i) {
            QCOMPARE(dates[i].isNull(), !isDueReview(queue.cards[i]));
            if (!dates[i].isNull()) {
                ++sizes.at(static_cast<std::size_t>(learningDay(noon, utc()).daysTo(dates[i])));
                planned.emplace_back(chanceOf(queue.cards[i]), dates[i]);
            }
        }
        QVERIFY(std::is_sorted(sizes.rbegin(), sizes.rend()));
        QVERIFY(sizes.front() - sizes.back() <= 1);
        std::sort(planned.begin(), planned.end());
        QVERIFY(std::is_sorted(planned.begin(), planned.end(), [](const auto& a, const auto& b) { return a.second < b.second; }));
    }

    void tenThousandCardsAreOrderedToo()
    {
        std::vector<QueueCard> cards;
        cards.reserve(10'000);
        for (int i = 0; i < 10'000; ++i) {
            cards.push_back(review(QString::number(i), i % 2 == 0 ? u"one"_s : QString::number(i), 1 + i % 300, i % 200));
        }
        const RecallSession session = recallSession(cards, wide, noon, utc());
        QCOMPARE(session.cards.size(), cards.size());
        for (std::size_t i = 1; i < session.cards.size(); ++i) {
            const auto skill = [&](std::size_t place) { return cards[static_cast<std::size_t>(session.cards[place])].skill; };
            QVERIFY(skill(i) != skill(i - 1));
        }
    }
};

QTEST_APPLESS_MAIN(tst_RecallQueueProperties)
#include "tst_RecallQueueProperties.moc"
