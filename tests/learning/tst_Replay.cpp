// SPDX-License-Identifier: GPL-3.0-or-later
#include <RecallRoad.h>

#include <QTest>

#include <rapidcheck.h>

using namespace waymark::fixture;
namespace learning = waymark::learning;

namespace {

const QString commit = u"commit"_s;

/// Good on three days, as due.
RecallRoad threeRecalls()
{
    RecallRoad road(1);
    for (int i = 0; i < 3; ++i) {
        road.recall(commit, Grade::Good);
        road.wait(3 * day);
    }
    return road;
}

CardState placeOf(RecallRoad& road)
{
    return road.progress().skill(RecallRoad::skill).cards.value(commit);
}

void bend(RecallRoad& road, const std::function<void(CardState&)>& change)
{
    CardState state = placeOf(road);
    change(state);
    road.progress().setRecord(RecordKey::ofCard(RecallRoad::skill, commit), state);
}

/// The `index`th recall in the order of making.
void bendRecall(RecallRoad& road, int index, const std::function<void(std::optional<Record>&)>& change)
{
    const auto recalls = road.progress().skill(RecallRoad::skill).recalls.value(commit);
    QStringList ids = recalls.keys();
    std::sort(
        ids.begin(), ids.end(), [&road](const QString& a, const QString& b) { return road.order().value(a) < road.order().value(b); });
    std::optional<Record> record = recalls.value(ids[index]);
    change(record);
    road.progress().setRecord(RecordKey::ofRecall(RecallRoad::skill, commit, ids[index]), record);
}

Recall& recallIn(std::optional<Record>& record)
{
    return std::get<Recall>(*record);
}

} // namespace

class tst_Replay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasRecalledReplaysToItself()
    {
        const bool holds = rc::check("recalls replay to themselves", [](quint64 seed) {
            RecallRoad road(seed);
            road.walk(40, false);
            const learning::Replay replay = road.replayed();
            RC_ASSERT(linesOf(replay).join(u'\n').toStdString() == "");
            RC_ASSERT(replay.recalls == 40);
            RC_ASSERT(replay.foreign == 0);
        });
        QVERIFY(holds);
    }

    void whoTravelsReplaysToItselfFromAnywhere()
    {
        const bool holds = rc::check("recalls of a traveller replay to themselves", [](quint64 seed) {
            RecallRoad road(seed, QTimeZone("Europe/Berlin"));
            road.walk(60, true);
            for (const char* home : { "UTC", "Europe/Berlin", "America/New_York" }) {
                RC_ASSERT(linesOf(road.replayed(QTimeZone(home))).join(u'\n').toStdString() == "");
            }
        });
        QVERIFY(holds);
    }

    void aClockSetBackIsReplayedInTheOrderOfTheJournal()
    {
        RecallRoad road(1);
        road.recall(commit, Grade::Good);
        road.wait(20 * day);
        road.recall(commit, Grade::Easy);
        road.wait(-12 * day);
        road.recall(commit, Grade::Again);
        QCOMPARE(linesOf(road.replayed()), QStringList());
    }

    void aBentPlaceIsNamedByItsMember_data()
    {
        QTest::addColumn<std::function<void(CardState&)>>("change");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* name, const std::function<void(CardState&)>& change, const QString& named) {
            QTest::newRow(name) << change << named;
        };
        row(
            "S", [](CardState& card) { card.schedule.memory->stability += 0.001; }, u"stability"_s);
        row(
            "D", [](CardState& card) { card.schedule.memory->difficulty -= 0.001; }, u"difficulty"_s);
        row(
            "not a number", [](CardState& card) { card.schedule.memory->stability = qQNaN(); }, u"stability"_s);
        row(
            "no memory", [](CardState& card) { card.schedule.memory.reset(); }, u"stability"_s);
        row(
            "phase", [](CardState& card) { card.schedule.phase = CardSchedule::Phase::Relearning; }, u"phase"_s);
        row(
            "step", [](CardState& card) { ++card.schedule.step; }, u"step"_s);
        row(
            "last", [](CardState& card) { ++card.schedule.last; }, u"last"_s);
        row(
            "due", [](CardState& card) { card.schedule.due += 3 * 60 * minute; }, u"due"_s);
        row(
            "days", [](CardState& card) { --card.schedule.scheduledDays; }, u"scheduled-days"_s);
        row(
            "reps", [](CardState& card) { ++card.schedule.reps; }, u"reps"_s);
        row(
            "lapses", [](CardState& card) { ++card.schedule.lapses; }, u"lapses"_s);
        row(
            "introduced", [](CardState& card) { card.introduced += day; }, u"introduced"_s);
    }

    void aBentPlaceIsNamedByItsMember()
    {
        QFETCH(std::function<void(CardState&)>, change);
        QFETCH(QString, named);
        RecallRoad road = threeRecalls();
        const CardState before = placeOf(road);
        bend(road, change);
        const learning::Replay replay = road.replayed();
        QCOMPARE(replay.differences.size(), std::size_t { 1 });
        QCOMPARE(learning::toString(replay.differences[0].member), named);
        QVERIFY(replay.differences[0].key == RecordKey::ofCard(RecallRoad::skill, commit));
        QVERIFY(replay.differences[0].stored != replay.differences[0].rebuilt);
        QCOMPARE(replay.rebuilt.size(), std::size_t { 1 });
        QVERIFY(replay.rebuilt[0].second == Record(before));
    }

    void aHairInTheMemoryIsNone()
    {
        RecallRoad road = threeRecalls();
        bend(road, [](CardState& card) { card.schedule.memory->stability += 1e-9; });
        QCOMPARE(linesOf(road.replayed()), QStringList());
    }

    void whatTheLearnerSetsIsNotCompared()
    {
        RecallRoad road = threeRecalls();
        road.apply(suspendCard(road.context(), RecallRoad::skill, commit, true));
        road.apply(buryCard(road.context(), RecallRoad::skill, u"branch"_s, road.now() + day));
        QCOMPARE(linesOf(road.replayed()), QStringList());
    }

    void aMissingRecallIsNamed()
    {
        for (int index = 0; index < 3; ++index) {
            RecallRoad road = threeRecalls();
            bendRecall(road, index, [](std::optional<Record>& record) { record.reset(); });
            const QString lines = linesOf(road.replayed()).join(u'\n');
            QVERIFY2(lines.contains(u"commit reps 3 -> 2"_s), qPrintable(lines));
        }
    }

    void aSwappedGradeIsNamedOnceWhereItStands()
    {
        RecallRoad road = threeRecalls();
        const auto recalls = road.progress().skill(RecallRoad::skill).recalls.value(commit);
        bendRecall(road, 1, [](std::optional<Record>& record) { recallIn(record).grade = Grade::Again; });
        const learning::Replay replay = road.replayed();
        QStringList named;
        for (const learning::ReplayDifference& each : replay.differences) {
            if (each.key.kind == RecordKind::Recall) {
                named.append(each.key.id);
            }
        }
        named.removeDuplicates();
        QCOMPARE(named.size(), 1);
        QCOMPARE(road.order().value(named.first()), 2);
    }

    void bentRecallsAreNamed()
    {
        RecallRoad road = threeRecalls();
        bendRecall(road, 2, [](std::optional<Record>& record) { recallIn(record).elapsedDays = 9; });
        QCOMPARE(linesOf(road.replayed()), QStringList { u"commit elapsed-days 9 -> 3"_s });
        road = threeRecalls();
        bendRecall(road, 2, [](std::optional<Record>& record) { recallIn(record).after.difficulty = 5; });
        QCOMPARE(road.replayed().differences.size(), std::size_t { 1 });
        QCOMPARE(learning::toString(road.replayed().differences[0].member), u"difficulty"_s);
        road = threeRecalls();
        bendRecall(road, 2, [](std::optional<Record>& record) { recallIn(record).retention = 0.7; });
        QVERIFY(linesOf(road.replayed()).join(u' ').contains(u"scheduled-days"_s));
    }

    void theRebuiltRecordsReplayToThemselves()
    {
        RecallRoad road(7);
        road.walk(60, false);
        bendRecall(road, 3, [](std::optional<Record>& record) { recallIn(record).grade = Grade::Again; });
        bendRecall(road, 1, [](std::optional<Record>& record) { record.reset(); });
        bend(road, [](CardState& card) { card.schedule.lapses = 40; });
        const learning::Replay first = road.replayed();
        QVERIFY(!first.differences.empty());
        for (const auto& [key, record] : first.rebuilt) {
            road.progress().setRecord(key, record);
        }
        QCOMPARE(linesOf(road.replayed()), QStringList());
    }

    void otherAlgorithmsAreCountedAndLeft()
    {
        RecallRoad road = threeRecalls();
        bend(road, [](CardState& card) { card.schedule.reps = 99; });
        bendRecall(road, 1, [](std::optional<Record>& record) { recallIn(record).weights = u"fitted-1"_s; });
        const learning::Replay replay = road.replayed();
        QCOMPARE(linesOf(replay), QStringList());
        QCOMPARE(replay.foreign, 3);
        QCOMPARE(replay.recalls, 0);
    }

    void aLostPlaceIsNamedButNotThatOfACardTakenAway()
    {
        RecallRoad road = threeRecalls();
        road.progress().setRecord(RecordKey::ofCard(RecallRoad::skill, commit), std::nullopt);
        QCOMPARE(linesOf(road.replayed()), QStringList { u"commit place none -> review"_s });

        RecallRoad own(2);
        own.apply(writeCard(own.context(), RecallRoad::skill, {}, u"Mine?"_s, u"Mine."_s));
        const QString card = own.progress().skill(RecallRoad::skill).ownCards.firstKey();
        own.recall(card, Grade::Good);
        own.apply(removeCard(own.context(), RecallRoad::skill, card));
        QCOMPARE(linesOf(own.replayed()), QStringList());
        QCOMPARE(own.replayed().recalls, 1);
    }

    void aPlaceWithoutRecallsIsNamed()
    {
        RecallRoad road = threeRecalls();
        for (int i = 0; i < 3; ++i) {
            bendRecall(road, 0, [](std::optional<Record>& record) { record.reset(); });
        }
        QVERIFY(linesOf(road.replayed()).contains(u"commit phase review -> new"_s));
    }

    void aSkillThatLeftTheCourseIsReplayed()
    {
        RecallRoad road = threeRecalls();
        bend(road, [](CardState& card) { ++card.schedule.reps; });
        const Course empty;
        const auto replay = learning::replay(road.progress(), { QTimeZone::utc(), road.order(), &empty });
        QCOMPARE(linesOf(replay), QStringList { u"commit reps 4 -> 3"_s });
    }

    void cardsThatMovedKeepTheFuzzOfTheirOldIds()
    {
        RecallRoad road = threeRecalls();
        Progress moved;
        for (auto [key, record] : road.progress().records()) {
            key.skill = u"tools-git"_s;
            moved.setRecord(key, record);
        }
        Course course;
        course.moved.insert(RecallRoad::skill, u"tools-git"_s);
        course.skills.push_back({});
        course.skills.back().id = u"tools-git"_s;
        QCOMPARE(linesOf(learning::replay(moved, { QTimeZone::utc(), road.order(), &course })), QStringList());
    }

    void theFirstAnswerAfterPlacementHasTheFlag()
    {
        RecallRoad road(3);
        road.answer(u"which"_s, false, Attempt::Source::Placement);
        road.answer(u"which"_s, true);
        road.answer(u"why"_s, true);
        road.apply(resetSkill(road.context(), RecallRoad::skill));
        road.answer(u"why"_s, false);
        QCOMPARE(linesOf(road.replayed()), QStringList());
        QCOMPARE(road.replayed().attempts, 3); // placement is left aside
    }

    void aWrongFirstFlagIsNamed()
    {
        RecallRoad road(3);
        road.answer(u"why"_s, true);
        road.answer(u"why"_s, false);
        auto attempts = road.progress().skill(RecallRoad::skill).attempts.value(u"why"_s);
        for (auto attempt = attempts.begin(); attempt != attempts.end(); ++attempt) {
            attempt->first = !attempt->first;
            road.progress().setRecord(RecordKey::ofAttempt(RecallRoad::skill, u"why"_s, attempt.key()), *attempt);
        }
        const learning::Replay replay = road.replayed();
        QCOMPARE(linesOf(replay), (QStringList { u"why first false -> true"_s, u"why first true -> false"_s }));
        QCOMPARE(replay.rebuilt.size(), std::size_t { 2 });
        // Both were given at one moment: without the journal nobody knows which was the first.
        QCOMPARE(linesOf(learning::replay(road.progress(), { QTimeZone::utc(), {}, nullptr })), QStringList());
    }
};

QTEST_GUILESS_MAIN(tst_Replay)
#include "tst_Replay.moc"
