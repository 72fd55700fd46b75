// SPDX-License-Identifier: GPL-3.0-or-later
#include <QueueCards.h>

#include <QTest>

using namespace waymark::fixture;

class tst_RecallQueue : public QObject
{
    Q_OBJECT

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

    void whatWasIntroducedTodayElsewhereCounts()
    {
        const std::vector<QueueCard> cards { fresh(u"a"_s, u"one"_s, 0), fresh(u"b"_s, u"one"_s, 1), fresh(u"c"_s, u"one"_s, 2) };
        SessionLimits limits { 100, 1, 2 };
        QCOMPARE(sessionOf(cards, limits), u"a b"_s);
        limits.introducedToday = 1;
        QCOMPARE(sessionOf(cards, limits), u"a"_s);
        limits.introducedToday = 5;
        QCOMPARE(sessionOf(cards, limits), QString());
    }

    void aReviewWhoseRecallLiesAheadIsAskedNowAndLast()
    {
        QueueCard ahead = review(u"ahead"_s, u"one"_s, 10, 0);
        ahead.schedule.last = noon + 365 * day;
        ahead.schedule.due = noon + 375 * day;
        const std::vector<QueueCard> cards { ahead, review(u"due"_s, u"two"_s, 10, 1), review(u"later"_s, u"two"_s, 10, -5) };
        QCOMPARE(sessionOf(cards, wide), u"due ahead"_s);
        QCOMPARE(spreadOver(cards, 1, noon, utc()).front(), QDate(2026, 11, 2));
    }

    void aWishNotToBeAskedHasItsBounds()
    {
        QVERIFY(!isPutOff(0, noon) && !isPutOff(noon, noon));
        QVERIFY(isPutOff(noon + 1, noon) && isPutOff(noon + 31 * day, noon));
        QVERIFY(!isPutOff(noon + 31 * day + 1, noon));
    }
};

QTEST_APPLESS_MAIN(tst_RecallQueue)
#include "tst_RecallQueue.moc"
