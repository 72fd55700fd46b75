// SPDX-License-Identifier: GPL-3.0-or-later
#include <GraphCourse.h>

#include <learning/Board.h>

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::BoardLane;
using domain::Mark;

namespace {

constexpr qint64 weekStart = 1000;
constexpr qint64 now = 5000;

/// A learner over the small course, in whose "top" a professional skill is.
struct Learner
{
    domain::Roadmap roadmap { course() };
    domain::Progress progress;
    learning::BoardSource source { { 0, 1, 2, 6 }, { 0, 1 }, weekStart };

    static domain::Course course()
    {
        domain::Course course = support::graphCourse();
        course.skills[2].kind = domain::SkillKind::Professional;
        return course;
    }
    void mark(const QString& skill, Mark mark, qint64 at)
    {
        progress.setRecord(domain::RecordKey::ofSkill(skill), domain::SkillMark { mark, at, mark == Mark::Done ? at : 0, false });
    }
    void place(const QString& skill, BoardLane lane, qint64 at)
    {
        progress.setRecord(domain::RecordKey::ofPlace(skill), domain::BoardPlace { lane, at });
    }
    [[nodiscard]] learning::Board board() const
    {
        return learning::boardOf(roadmap, progress, learning::skillStates(roadmap, progress), source, { now, QTimeZone::utc() });
    }
    [[nodiscard]] QStringList in(BoardLane lane) const
    {
        QStringList ids;
        const learning::Board shown = board();
        for (const learning::BoardCard& card : shown.in(lane)) {
            ids.append(roadmap.skill(card.skill).id + (card.isPlaced ? u"*"_s : QString()));
        }
        return ids;
    }
};

} // namespace

class tst_Board : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theScheduleFillsTheWeekAndTheRestWaits()
    {
        const Learner learner;
        QCOMPARE(learner.in(BoardLane::Week), (QStringList { u"base"_s, u"middle"_s }));
        QCOMPARE(learner.in(BoardLane::Backlog), (QStringList { u"top"_s, u"end"_s }));
        QVERIFY(
            learner.in(BoardLane::Doing).isEmpty() && learner.in(BoardLane::Waiting).isEmpty() && learner.in(BoardLane::Done).isEmpty());
    }

    void whatIsBegunStandsInDoingThoughTheGoalDoesNotAskForIt()
    {
        Learner learner;
        learner.mark(u"side"_s, Mark::Started, 5);
        learner.mark(u"middle"_s, Mark::Started, 7);
        QCOMPARE(learner.in(BoardLane::Doing), (QStringList { u"middle"_s, u"side"_s }));
        QCOMPARE(learner.in(BoardLane::Week), QStringList { u"base"_s });
    }

    void aPlaceByHandHoldsUntilTheSkillIsWorkedOn()
    {
        Learner learner;
        learner.place(u"base"_s, BoardLane::Backlog, 10);
        learner.place(u"top"_s, BoardLane::Week, 10);
        QCOMPARE(learner.in(BoardLane::Backlog), (QStringList { u"base*"_s, u"end"_s }));
        QCOMPARE(learner.in(BoardLane::Week), (QStringList { u"middle"_s, u"top*"_s }));
        learner.mark(u"top"_s, Mark::Started, 9);
        QCOMPARE(learner.in(BoardLane::Week), (QStringList { u"middle"_s, u"top*"_s })); // put back after it was begun
        learner.mark(u"top"_s, Mark::Started, 11);
        QCOMPARE(learner.in(BoardLane::Doing), QStringList { u"top"_s });
    }

    /// What a clock that was ahead has kept is older than everything else.
    void aClockThatWasAheadFreezesNoCard()
    {
        Learner learner;
        learner.mark(u"base"_s, Mark::Started, now + 1000);
        learner.place(u"base"_s, BoardLane::Backlog, now);
        QCOMPARE(learner.in(BoardLane::Backlog).first(), u"base*"_s);
        learner.place(u"middle"_s, BoardLane::Backlog, now + 1000);
        learner.mark(u"middle"_s, Mark::Started, now);
        QCOMPARE(learner.in(BoardLane::Doing), QStringList { u"middle"_s });
        learner.mark(u"side"_s, Mark::Done, now + 1000);
        QVERIFY(learner.in(BoardLane::Done).isEmpty());
    }

    /// A tick that is set anew after a skill was marked as done does not make it this week's.
    void doneIsByTheMomentThatProgressCounts()
    {
        Learner learner;
        learner.mark(u"base"_s, Mark::Done, weekStart - 1);
        for (const QString& item : { u"first"_s, u"second"_s }) {
            learner.progress.setRecord(domain::RecordKey::ofItem(u"base"_s, item), domain::ItemMark { weekStart + 1 });
        }
        QVERIFY(learner.in(BoardLane::Done).isEmpty());
    }

    void whatIsPutSomewhereIsOnTheBoardThoughItIsOffTheWay()
    {
        Learner learner;
        learner.place(u"side"_s, BoardLane::Week, 10);
        QCOMPARE(learner.in(BoardLane::Week), (QStringList { u"base"_s, u"middle"_s, u"side*"_s }));
    }

    void doneIsWhatThisWeekHasReached()
    {
        Learner learner;
        learner.mark(u"base"_s, Mark::Done, weekStart - 1);
        learner.mark(u"middle"_s, Mark::Done, weekStart);
        learner.mark(u"side"_s, Mark::Done, weekStart + 5);
        QCOMPARE(learner.in(BoardLane::Done), (QStringList { u"side"_s, u"middle"_s })); // the latest first
        QVERIFY(!learner.in(BoardLane::Week).contains(u"base"_s));
    }

    void whatIsPutIntoDoneThisWeekStandsThere()
    {
        Learner learner;
        learner.mark(u"base"_s, Mark::Done, weekStart - 100);
        learner.place(u"base"_s, BoardLane::Done, weekStart);
        QCOMPARE(learner.in(BoardLane::Done), QStringList { u"base*"_s });
        learner.place(u"base"_s, BoardLane::Done, weekStart - 1);
        QVERIFY(learner.in(BoardLane::Done).isEmpty());
        learner.place(u"base"_s, BoardLane::Done, now + 1000); // by a clock that was ahead
        QVERIFY(learner.in(BoardLane::Done).isEmpty());
    }

    void whatIsSkippedOrAssumedIsOnNoBoard()
    {
        Learner learner;
        learner.mark(u"base"_s, Mark::Skipped, weekStart);
        learner.mark(u"middle"_s, Mark::Assumed, weekStart);
        learner.place(u"base"_s, BoardLane::Week, weekStart + 1);
        for (const BoardLane lane : domain::boardLanes) {
            const QString shown = learner.in(lane).join(u' ');
            QVERIFY2(!shown.contains(u"base"_s) && !shown.contains(u"middle"_s), qPrintable(shown));
        }
    }

    void aProfessionalSkillWaitsForItsSignOff()
    {
        Learner learner;
        learner.mark(u"top"_s, Mark::Done, weekStart + 1);
        QCOMPARE(learner.in(BoardLane::Waiting), QStringList { u"top"_s });
        learner.place(u"top"_s, BoardLane::Done, weekStart + 2);
        QCOMPARE(learner.in(BoardLane::Done), QStringList { u"top*"_s });
        learner.place(u"top"_s, BoardLane::Waiting, weekStart + 3);
        QCOMPARE(learner.in(BoardLane::Waiting), QStringList { u"top*"_s });
    }

    void anySkillCanWaitForAMentor()
    {
        Learner learner;
        learner.mark(u"base"_s, Mark::Done, weekStart - 100);
        learner.place(u"base"_s, BoardLane::Waiting, weekStart + 1);
        QCOMPARE(learner.in(BoardLane::Waiting), QStringList { u"base*"_s });
        learner.place(u"middle"_s, BoardLane::Waiting, weekStart + 1); // not done: an answer is waited for
        QCOMPARE(learner.in(BoardLane::Waiting), (QStringList { u"base*"_s, u"middle*"_s }));
    }

    void noSkillStandsTwice()
    {
        Learner learner;
        learner.source.order.push_back(0);
        learner.mark(u"middle"_s, Mark::Started, 5);
        std::vector<int> shown;
        const learning::Board board = learner.board();
        for (const auto& lane : board.lanes) {
            std::ranges::transform(lane, std::back_inserter(shown), &learning::BoardCard::skill);
        }
        std::ranges::sort(shown);
        QVERIFY(std::ranges::adjacent_find(shown) == shown.end());
        QCOMPARE(shown.size(), std::size_t(4));
    }
};

QTEST_GUILESS_MAIN(tst_Board)
#include "tst_Board.moc"
