// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/RecallQueue.h>

#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace Qt::StringLiterals;
using namespace waymark::learning;
using Phase = CardSchedule::Phase;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 day = 86'400'000;
constexpr qint64 noon = 1'793'620'800'000; // 2026-11-02T12:00:00Z
constexpr SessionLimits wide { 100'000, 1, 0 };

QTimeZone utc()
{
    return QTimeZone::utc();
}

/// Due `overdue` days ago (in so many days where negative). Without a day of introduction it has no siblings.
QueueCard review(const QString& card, const QString& skill, double stability, int overdue, int introducedDaysAgo = 0)
{
    const int interval = std::max(1, static_cast<int>(stability));
    QueueCard of { card, skill, {}, introducedDaysAgo > 0 ? noon - introducedDaysAgo * day : 0, 0 };
    of.schedule = { Phase::Review, 0, Memory { stability, 5 }, noon - (interval + overdue) * day, noon - overdue * day, interval, 4, 0 };
    return of;
}

QueueCard fresh(const QString& card, const QString& skill, int place)
{
    return { card, skill, {}, 0, place };
}

QueueCard onStep(const QString& card, const QString& skill, qint64 due)
{
    QueueCard of { card, skill, {}, noon - day, 0 };
    of.schedule = { Phase::Learning, 1, Memory { 1, 5 }, due - 10 * minute, due, 0, 1, 0 };
    return of;
}

QStringList idsOf(const std::vector<QueueCard>& cards, const std::vector<int>& indices)
{
    QStringList ids;
    for (const int index : indices) {
        ids.append(cards[static_cast<std::size_t>(index)].card);
    }
    return ids;
}

QString sessionOf(const std::vector<QueueCard>& cards, const SessionLimits& limits, qint64 now = noon)
{
    return idsOf(cards, recallSession(cards, limits, now, utc()).cards).join(u' ');
}

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

class tst_RecallQueue : public QObject
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
    void nothingDueIsAnEmptySession()
    {
        QVERIFY(recallSession({}, {}, noon, utc()) == RecallSession {});
        const std::vector<QueueCard> cards { review(u"later"_s, u"one"_s, 10, -3), onStep(u"soon"_s, u"two"_s, noon + minute) };
        QVERIFY(recallSession(cards, {}, noon, utc()) == RecallSession {});
        QVERIFY(spreadOver({}, 7, noon, utc()).empty());
    }

    void theLowestChanceOfRecallComesFirst()
    {
        const std::vector<QueueCard> cards { review(u"sure"_s, u"a"_s, 100, 1), review(u"gone"_s, u"b"_s, 2, 60),
            review(u"shaky"_s, u"c"_s, 10, 30), review(u"today"_s, u"d"_s, 30, 0) };
        QCOMPARE(sessionOf(cards, wide), u"gone shaky sure today"_s);
    }

    void shortStepsComeBeforeReviewsByTheirMoment()
    {
        const std::vector<QueueCard> cards { review(u"review"_s, u"a"_s, 10, 30), onStep(u"after"_s, u"b"_s, noon - minute),
            onStep(u"before"_s, u"c"_s, noon - 2 * minute), onStep(u"not yet"_s, u"d"_s, noon + minute) };
        QCOMPARE(sessionOf(cards, wide), u"before after review"_s);
    }

    void skillsAreMixedWherePossible_data()
    {
        QTest::addColumn<QString>("skills"); // of cards in the order of their chance
        QTest::addColumn<QString>("order");
        QTest::newRow("already apart") << u"abab"_s << u"0 1 2 3"_s;
        QTest::newRow("the second waits for another") << u"aabb"_s << u"0 2 1 3"_s;
        QTest::newRow("the last would be stranded") << u"abcc"_s << u"0 2 1 3"_s;
        QTest::newRow("half of one skill") << u"abccdc"_s << u"0 2 1 3 4 5"_s;
        QTest::newRow("most of one skill") << u"aaab"_s << u"0 3 1 2"_s;
        QTest::newRow("all of one skill") << u"aaaa"_s << u"0 1 2 3"_s;
        QTest::newRow("one") << u"a"_s << u"0"_s;
    }

    void skillsAreMixedWherePossible()
    {
        QFETCH(QString, skills);
        std::vector<QueueCard> cards;
        cards.reserve(static_cast<std::size_t>(skills.size()));
        for (int i = 0; i < skills.size(); ++i) {
            cards.push_back(review(QString::number(i), skills.mid(i, 1), 10, 100 - i));
        }
        QTEST(sessionOf(cards, wide), "order");
    }

    void siblingsAreAskedADayApart()
    {
        std::vector<QueueCard> cards { review(u"one"_s, u"a"_s, 10, 5, 40), review(u"two"_s, u"a"_s, 10, 6, 40),
            review(u"three"_s, u"a"_s, 10, 7, 40), review(u"other day"_s, u"a"_s, 10, 4, 41), review(u"other skill"_s, u"b"_s, 10, 3, 40) };
        const RecallSession today = recallSession(cards, wide, noon, utc());
        QCOMPARE(idsOf(cards, today.cards).join(u'/'), u"three/other skill/other day"_s);
        QCOMPARE(today.due, 5);
        QCOMPARE(today.putOff, 2);
        QCOMPARE(today.left, 0);

        for (const int index : today.cards) {
            CardSchedule& schedule = cards[static_cast<std::size_t>(index)].schedule;
            schedule = graded(schedule, Grade::Good, noon, utc(), {}, 1);
        }
        QCOMPARE(sessionOf(cards, wide, noon + 60 * minute), QString()); // a sibling was recalled today
        QCOMPARE(sessionOf(cards, wide, noon + day), u"two"_s);
        QCOMPARE(sessionOf(cards, wide, noon + 2 * day), u"two"_s); // where nobody came, it is still the turn of the lower chance
    }

    void aShortStepThatIsDuePutsItsSiblingsOff()
    {
        std::vector<QueueCard> cards { onStep(u"step"_s, u"a"_s, noon - 600 * minute), review(u"sibling"_s, u"a"_s, 10, 6, 1) };
        QCOMPARE(sessionOf(cards, wide), u"step"_s);
        cards[1].introduced -= day;
        QCOMPARE(sessionOf(cards, wide), u"step sibling"_s);
    }

    void cardsWithoutADayOfIntroductionHaveNoSiblings()
    {
        const std::vector<QueueCard> cards { review(u"one"_s, u"a"_s, 10, 6), review(u"two"_s, u"a"_s, 10, 5) };
        QCOMPARE(sessionOf(cards, wide), u"one two"_s);
    }

    void theSessionIsCappedByMinutes_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<double>("seconds");
        QTest::addColumn<int>("asked");
        QTest::newRow("two minutes of twenty seconds") << 2 << 20.0 << 6;
        QTest::newRow("what does not fit waits") << 2 << 50.0 << 2;
        QTest::newRow("one card always fits") << 1 << 300.0 << 1;
        QTest::newRow("no time") << 0 << 20.0 << 0;
        QTest::newRow("less than no time") << -5 << 20.0 << 0;
        QTest::newRow("seconds below their range") << 1 << 0.0 << 10;
        QTest::newRow("seconds are no number") << 1 << std::nan("") << 10;
        QTest::newRow("seconds above their range") << 120 << 1e12 << 2;
        QTest::newRow("time for more") << 60 << 20.0 << 10;
    }

    void theSessionIsCappedByMinutes()
    {
        QFETCH(int, minutes);
        QFETCH(double, seconds);
        QFETCH(int, asked);
        std::vector<QueueCard> cards;
        cards.reserve(10);
        for (int i = 0; i < 10; ++i) {
            cards.push_back(review(QString::number(i), QString::number(i), 10, 100 - i));
        }
        const RecallSession session = recallSession(cards, { minutes, seconds, 10 }, noon, utc());
        QCOMPARE(static_cast<int>(session.cards.size()), asked);
        QCOMPARE(session.due, 10);
        QCOMPARE(session.left, 10 - asked);
    }

    void newCardsStandEvenlyBetweenRecalls()
    {
        std::vector<QueueCard> cards;
        cards.reserve(9);
        for (int i = 0; i < 6; ++i) {
            cards.push_back(review(u"r%1"_s.arg(i), QString::number(i), 10, 100 - i));
        }
        cards.push_back(fresh(u"n-middle"_s, u"n"_s, 2));
        cards.push_back(fresh(u"n-start"_s, u"n"_s, 1));
        cards.push_back(fresh(u"n-end"_s, u"n"_s, 3));
        QCOMPARE(sessionOf(cards, { 60, 10, 2 }), u"r0 r1 n-start r2 r3 r4 n-middle r5"_s);
        QCOMPARE(sessionOf(cards, { 60, 10, 0 }), u"r0 r1 r2 r3 r4 r5"_s);
        QCOMPARE(sessionOf(cards, { 60, 10, -3 }), u"r0 r1 r2 r3 r4 r5"_s);
    }

    void newCardsOfEarlierSessionsCountForTheDay()
    {
        std::vector<QueueCard> cards { fresh(u"n1"_s, u"a"_s, 1), fresh(u"n2"_s, u"b"_s, 2), fresh(u"n3"_s, u"c"_s, 3) };
        cards[0].schedule = graded({}, Grade::Easy, noon - 60 * minute, utc(), {}, 1);
        cards[0].introduced = noon - 60 * minute;
        QCOMPARE(sessionOf(cards, { 60, 10, 2 }), u"n2"_s);
        QCOMPARE(sessionOf(cards, { 60, 10, 1 }), QString());
        QCOMPARE(sessionOf(cards, { 60, 10, 2 }, noon + day), u"n2 n3"_s);
    }

    void aBacklogLeavesNoRoomForNewCards()
    {
        std::vector<QueueCard> cards { fresh(u"new"_s, u"n"_s, 1) };
        for (int i = 0; i < 6; ++i) {
            cards.push_back(review(QString::number(i), QString::number(i), 10, 100 - i));
        }
        QCOMPARE(sessionOf(cards, { 1, 10, 5 }), u"0 1 2 3 4 5"_s);
        cards.pop_back();
        QVERIFY(sessionOf(cards, { 1, 10, 5 }).contains(u"new"_s));
    }

    void aBacklogIsSpreadOverDays_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("days");
        QTest::addColumn<QList<int>>("sizes");
        QTest::newRow("evenly") << 12 << 3 << QList { 4, 4, 4 };
        QTest::newRow("the rest at the front") << 11 << 3 << QList { 4, 4, 3 };
        QTest::newRow("fewer than days") << 2 << 5 << QList { 1, 1, 0, 0, 0 };
        QTest::newRow("one day") << 7 << 1 << QList { 7 };
        QTest::newRow("no day is one") << 7 << 0 << QList { 7 };
        QTest::newRow("fewer than none") << 7 << -4 << QList { 7 };
    }

    void aBacklogIsSpreadOverDays()
    {
        QFETCH(int, count);
        QFETCH(int, days);
        QFETCH(QList<int>, sizes);
        std::vector<QueueCard> cards { review(u"not due"_s, u"x"_s, 10, -3), fresh(u"new"_s, u"x"_s, 0) };
        for (int i = 0; i < count; ++i) {
            cards.push_back(review(QString::number(i), QString::number(i), 10, 10 + i));
        }
        const std::vector<QDate> dates = spreadOver(cards, days, noon, utc());
        QVERIFY(dates[0].isNull());
        QVERIFY(dates[1].isNull());
        QList<int> found(sizes.size());
        for (std::size_t i = 2; i < dates.size(); ++i) {
            ++found[QDate(2026, 11, 2).daysTo(dates[i])];
            QVERIFY(i == 2 || dates[i] <= dates[i - 1]); // those longer overdue, so lower in chance, come earlier
        }
        QCOMPARE(found, sizes);
    }

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

QTEST_APPLESS_MAIN(tst_RecallQueue)
#include "tst_RecallQueue.moc"
