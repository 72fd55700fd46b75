// SPDX-License-Identifier: GPL-3.0-or-later
// The edits of the watch, and what it leaves.
#include <StudyingLearner.h>

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace support;
using domain::Edit;
using domain::EditKind;
using domain::ErrorCode;
using domain::Result;

namespace {

constexpr qint64 sundayNight = 1'795'389'600'000; ///< 2026-11-22T23:20Z

/// Somebody whose watch ran for so long on Sunday night, on the Monday after it at nine.
Learner pausedOvernight(qint64 ran)
{
    Learner learner;
    learner.now = sundayNight;
    learner.apply(domain::startTimer(learner.context(), base, { 50, 10 }));
    learner.now += 30 * minute;
    learner.apply(domain::pauseTimer(learner.context(), sundayNight + ran));
    learner.dayStart = sundayNight + 280 * minute; // four o'clock
    learner.now = sundayNight + 580 * minute;
    return learner;
}

} // namespace

class tst_WatchEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWatchRunsPausesAndBecomesAnEntry()
    {
        Learner learner;
        const qint64 start = learner.now;
        learner.apply(domain::startTimer(learner.context(), base, { 25, 5 }));
        QVERIFY(changesNothing(domain::startTimer(learner.context(), base)));
        QVERIFY(changesNothing(domain::resumeTimer(learner.context())));
        learner.now += 10 * minute;
        learner.apply(domain::pauseTimer(learner.context(), learner.now - 4 * minute));
        QVERIFY(changesNothing(domain::pauseTimer(learner.context(), learner.now)));
        QCOMPARE(learner.progress.timer()->elapsed(learner.now), 6 * minute);
        learner.now += 30 * minute;
        learner.apply(domain::startTimer(learner.context(), base)); // goes on, with the breaks it had
        QCOMPARE(learner.progress.timer()->focusMinutes, 25);
        learner.now += 4 * minute + minute / 2;
        learner.apply(domain::stopTimer(learner.context()));
        QVERIFY(!learner.progress.timer());
        QVERIFY(learner.progress.time().first() == (domain::TimeEntry { base, start, 11, 0 }));
    }

    void aWatchThatGoesOnOnAnotherDayIsBegunAnew_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("resumed") << u"resume"_s;
        QTest::newRow("resumed since a time of this day") << u"since"_s;
        QTest::newRow("started") << u"start"_s;
        QTest::newRow("started with breaks") << u"breaks"_s;
    }
    void aWatchThatGoesOnOnAnotherDayIsBegunAnew()
    {
        QFETCH(QString, how);
        Learner learner = pausedOvernight(20 * minute);
        const domain::Progress evening = learner.progress;
        const qint64 from = how == u"since" ? learner.now - 5 * minute : learner.now;
        const auto edit = [&] {
            return how == u"resume" ? domain::resumeTimer(learner.context())
                : how == u"since"   ? domain::resumeTimer(learner.context(), from)
                : how == u"start"   ? domain::startTimer(learner.context(), base)
                                    : domain::startTimer(learner.context(), base, { 25, 5 });
        };
        const Edit anew = learner.apply(edit());
        QVERIFY(anew.kind == EditKind::StartTimer && !domain::isAside(anew.kind)); // a step of undo
        QVERIFY(learner.leftBy(sundayNight) == (domain::TimeEntry { base, sundayNight, 20, 0 }));
        const domain::RunningTimer next { base, from, from, 0, how == u"breaks" ? 25 : 50, how == u"breaks" ? 5 : 10 };
        QVERIFY(learner.progress.timer() == next);
        learner.now += 120 * minute;
        Learner later = learner;
        later.apply(domain::stopTimer(later.context()));
        QCOMPARE(later.leftBy(from).start, from);
        QCOMPARE(later.progress.minutesOn(base), 140 + static_cast<int>((later.now - 120 * minute - from) / minute));
        QVERIFY(domain::applyTo(learner.progress, domain::inverse(anew)));
        QVERIFY(learner.progress == evening);
    }

    void whatWasPausedOvernightAndStoppedIsOfTheEvening()
    {
        Learner learner = pausedOvernight(20 * minute);
        learner.apply(domain::stopTimer(learner.context()));
        QVERIFY(learner.leftBy(sundayNight) == (domain::TimeEntry { base, sundayNight, 20, 0 }));
    }

    void aPauseThatWasStudyAfterAllPartsNoDays()
    {
        Learner learner = pausedOvernight(20 * minute);
        const Edit edit = learner.apply(domain::resumeTimer(learner.context(), sundayNight + 20 * minute));
        QVERIFY(edit.kind == EditKind::ResumeTimer);
        QCOMPARE(learner.progress.timer()->startedAt, sundayNight);
        QVERIFY(learner.progress.time().isEmpty());
    }

    void aMomentOfTheDayBeforeLeavesNoEntry()
    {
        Learner learner = pausedOvernight(minute / 2 - 1);
        learner.apply(domain::resumeTimer(learner.context()));
        QVERIFY(learner.progress.time().isEmpty());
        QCOMPARE(learner.progress.timer()->startedAt, learner.now);
    }

    void moreThanADayDoesNotGoOnUnasked()
    {
        Learner learner = pausedOvernight(20 * minute);
        learner.progress.setRecord(domain::RecordKey::ofTimer(), domain::RunningTimer { base, sundayNight, 0, 1441 * minute });
        QVERIFY(codeOf(domain::resumeTimer(learner.context())) == ErrorCode::InvalidTime);
        QVERIFY(codeOf(domain::startTimer(learner.context(), base)) == ErrorCode::InvalidTime);
    }

    void aPauseLiesInTheStretchThatItEnds()
    {
        Learner learner;
        learner.apply(domain::startTimer(learner.context(), base));
        const qint64 start = learner.now;
        learner.now += 10 * minute;
        const auto elapsedAfter = [&learner](qint64 at) {
            Learner other = learner;
            other.apply(domain::pauseTimer(other.context(), at));
            return other.progress.timer()->milliseconds;
        };
        QCOMPARE(elapsedAfter(start - minute), 0);
        QCOMPARE(elapsedAfter(start + minute), minute);
        QCOMPARE(elapsedAfter(learner.now + minute), 10 * minute);
    }

    void aPartOfAPauseCountsAfterAll()
    {
        Learner learner;
        learner.apply(domain::startTimer(learner.context(), base));
        learner.now += 10 * minute;
        learner.apply(domain::pauseTimer(learner.context(), learner.now));
        const qint64 paused = learner.now;
        learner.now += 20 * minute;
        QVERIFY(codeOf(domain::resumeTimer(learner.context(), paused - 1)) == ErrorCode::InvalidTime);
        QVERIFY(codeOf(domain::resumeTimer(learner.context(), learner.now + 1)) == ErrorCode::InvalidTime);
        learner.apply(domain::resumeTimer(learner.context(), paused + 15 * minute));
        QCOMPARE(learner.progress.timer()->elapsed(learner.now), 15 * minute);
    }

    void aWatchOnAnotherSkillIsStoppedFirst()
    {
        Learner learner;
        learner.apply(domain::startTimer(learner.context(), base));
        learner.now += 10 * minute;
        learner.apply(domain::startTimer(learner.context(), side));
        QCOMPARE(learner.progress.timer()->skill, side);
        QCOMPARE(learner.progress.minutesOn(base), 10);
        learner.now += 2 * 1440 * minute;
        QVERIFY(codeOf(domain::startTimer(learner.context(), base)) == ErrorCode::InvalidTime);
        QCOMPARE(learner.progress.timer()->skill, side);
    }

    void copiesOfAWatchLeaveOneEntry()
    {
        Learner learner;
        learner.apply(domain::startTimer(learner.context(), base));
        Learner copy = learner;
        const QString id = domain::entryId(*learner.progress.timer());
        learner.now += 10 * minute;
        learner.apply(domain::stopTimer(learner.context()));
        copy.now += 25 * minute;
        copy.apply(domain::startTimer(copy.context(), side)); // stopped by another one, all the same
        QCOMPARE(learner.progress.time().keys(), QStringList(id));
        QCOMPARE(copy.progress.time().keys(), QStringList(id));
        QVERIFY(domain::entryId(*copy.progress.timer()) != id);
    }

    void timeThatIsKeptAlreadyIsNotCountedTwice_data()
    {
        QTest::addColumn<int>("kept");
        QTest::addColumn<int>("ran");
        QTest::addColumn<int>("minutes");
        QTest::newRow("more was kept") << 30 << 10 << 30;
        QTest::newRow("it ran for longer") << 10 << 30 << 30;
    }
    void timeThatIsKeptAlreadyIsNotCountedTwice()
    {
        QFETCH(const int, kept);
        QFETCH(const int, ran);
        QFETCH(const int, minutes);
        Learner learner;
        learner.apply(domain::startTimer(learner.context(), base));
        const QString id = domain::entryId(*learner.progress.timer());
        learner.progress.setRecord(domain::RecordKey::ofTime(id), domain::TimeEntry { side, learner.now, kept, 0 });
        learner.now += ran * minute;
        learner.apply(domain::stopTimer(learner.context()));
        QVERIFY(!learner.progress.timer());
        QCOMPARE(learner.progress.time().size(), 1);
        QCOMPARE(learner.progress.minutesOn(side), minutes); // where the learner has put it since
    }

    void aWatchOfLessThanHalfAMinuteLeavesNothing()
    {
        Learner learner;
        learner.apply(domain::startTimer(learner.context(), base));
        learner.now += minute / 2 - 1;
        learner.apply(domain::stopTimer(learner.context()));
        QVERIFY(learner.progress.time().isEmpty() && !learner.progress.timer());
    }

    void aWatchOfMoreThanADayAsksForItsMinutes()
    {
        Learner learner;
        learner.apply(domain::startTimer(learner.context(), base));
        learner.now += 1440 * minute;
        QVERIFY(domain::stopTimer(learner.context()));
        learner.now += minute;
        QVERIFY(codeOf(domain::stopTimer(learner.context())) == ErrorCode::InvalidTime);
        QVERIFY(codeOf(domain::stopTimer(learner.context(), 0)) == ErrorCode::InvalidTime);
        QVERIFY(codeOf(domain::stopTimer(learner.context(), 1441)) == ErrorCode::InvalidTime);
        learner.apply(domain::stopTimer(learner.context(), 90));
        QCOMPARE(learner.progress.minutesOn(base), 90);
    }

    void moreMinutesThanTheWatchRanBeganBeforeIt()
    {
        Learner learner;
        learner.apply(domain::startTimer(learner.context(), base));
        learner.now += 10 * minute;
        learner.apply(domain::stopTimer(learner.context(), 45));
        const domain::TimeEntry entry = learner.progress.time().first();
        QCOMPARE(entry.minutes, 45);
        QVERIFY(entry.start <= learner.now - 44 * minute && entry.start >= learner.now - 45 * minute);
    }

    void aFocusIsTakenByTheWatchThatIsThere_data()
    {
        QTest::addColumn<bool>("pauses");
        QTest::newRow("that runs") << false;
        QTest::newRow("that is paused") << true;
    }
    void aFocusIsTakenByTheWatchThatIsThere()
    {
        QFETCH(bool, pauses);
        Learner learner;
        learner.apply(domain::startTimer(learner.context(), base));
        learner.now += 10 * minute;
        if (pauses) {
            learner.apply(domain::pauseTimer(learner.context(), learner.now));
            learner.now += 5 * minute;
        }
        learner.apply(domain::startTimer(learner.context(), base, { 25, 5 }));
        QCOMPARE(learner.progress.timer()->focusMinutes, 25);
        QCOMPARE(learner.progress.timer()->breakMinutes, 5);
        learner.now += minute;
        QVERIFY(learner.progress.timer()->isRunning());
        QCOMPARE(learner.progress.timer()->elapsed(learner.now), 11 * minute);
        QVERIFY(changesNothing(domain::startTimer(learner.context(), base, { 25, 5 })));
    }

    void aWatchIsDroppedWithoutATrace()
    {
        Learner learner;
        learner.apply(domain::startTimer(learner.context(), base));
        learner.now += 10 * minute;
        learner.apply(domain::dropTimer(learner.context()));
        QVERIFY(learner.progress == domain::Progress {});
    }

    void withoutAWatchThereIsNothingToPause()
    {
        const Learner learner;
        const domain::EditContext context = learner.context();
        for (const Result<Edit>& edit : { domain::pauseTimer(context, context.now), domain::resumeTimer(context),
                 domain::stopTimer(context), domain::stopTimer(context, 10), domain::dropTimer(context) }) {
            QVERIFY(codeOf(edit) == ErrorCode::NoTimer);
        }
        QVERIFY(codeOf(domain::startTimer(context, unknown)) == ErrorCode::UnknownSkill);
    }

    void breaksHaveTheirLimits_data()
    {
        QTest::addColumn<int>("work");
        QTest::addColumn<int>("rest");
        QTest::addColumn<bool>("fits");
        QTest::newRow("none") << 0 << 0 << true;
        QTest::newRow("the shortest") << 1 << 1 << true;
        QTest::newRow("the longest") << 240 << 120 << true;
        QTest::newRow("work without a break") << 25 << 0 << false;
        QTest::newRow("a break without work") << 0 << 5 << false;
        QTest::newRow("too much work") << 241 << 5 << false;
        QTest::newRow("too long a break") << 25 << 121 << false;
    }
    void breaksHaveTheirLimits()
    {
        QFETCH(int, work);
        QFETCH(int, rest);
        QFETCH(bool, fits);
        const Result<Edit> edit = domain::startTimer(Learner {}.context(), base, { work, rest });
        QCOMPARE(edit.has_value(), fits);
        QVERIFY(fits || codeOf(edit) == ErrorCode::InvalidTime);
    }

    void aWatchNeverCountsMoreThanTheTimeThatWent()
    {
        QVERIFY(rc::check("whatever is done with it and however the clock is set", [] {
            Learner learner;
            qint64 went = 0;
            learner.apply(domain::startTimer(learner.context(), base));
            for (int i = 0; i < 20 && learner.progress.timer(); ++i) {
                const int step = *rc::gen::inRange(-500'000, 2'000'000);
                went += std::max(step, 0);
                learner.now += step;
                const Result<Edit> edit = *rc::gen::arbitrary<bool>() ? domain::pauseTimer(learner.context(), learner.now - 1000)
                                                                      : domain::resumeTimer(learner.context());
                learner.apply(edit);
                const qint64 elapsed = learner.progress.timer()->elapsed(learner.now);
                RC_ASSERT(elapsed >= 0);
                RC_ASSERT(elapsed <= went);
            }
        }));
    }
};

QTEST_APPLESS_MAIN(tst_WatchEdits)
#include "tst_WatchEdits.moc"
