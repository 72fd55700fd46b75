// SPDX-License-Identifier: GPL-3.0-or-later
// The edits of rhythm, days off, order and board, and the law of all edits of plan and time.
#include <StudyingLearner.h>

#include <QTest>

#include <rapidcheck.h>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::BoardLane;
using domain::Edit;
using domain::EditKind;
using domain::ErrorCode;
using domain::Result;
using namespace support;

namespace {

int sumOf(const domain::WeekMinutes& minutes)
{
    return std::accumulate(minutes.begin(), minutes.end(), 0);
}

domain::StudyRhythm rhythmOf(const std::vector<int>& minutes)
{
    domain::StudyRhythm rhythm;
    std::copy(minutes.begin(), minutes.end(), rhythm.minutes.begin());
    return rhythm;
}

domain::StudyRhythm anyRhythm()
{
    return rhythmOf(*rc::gen::container<std::vector<int>>(7, rc::gen::inRange(0, 961)));
}

QString any(const QStringList& of)
{
    return of.at(*rc::gen::inRange<int>(0, static_cast<int>(of.size())));
}

/// An edit of plan or time as a learner might ask for it, sensible or not.
Result<Edit> anyEdit(const Learner& learner)
{
    const domain::EditContext context = learner.context();
    const QString skill = any({ base, side, u"top"_s, unknown });
    const QStringList entries = learner.progress.time().keys() + QStringList(unknown);
    const int minutes = *rc::gen::inRange(-5, 1500);
    switch (*rc::gen::inRange(0, 14)) {
    case 0:
        return domain::setRhythm(context, anyRhythm());
    case 1:
        return domain::addDaysOff(context, { QDate(2026, 12, *rc::gen::inRange(1, 32)), QDate(2026, 12, *rc::gen::inRange(1, 32)), {} });
    case 2:
        return domain::removeDaysOff(context, any(learner.progress.daysOff().keys() + QStringList(unknown)));
    case 3:
        return (*rc::gen::inRange(0, 2) == 0 ? domain::wishOrder : domain::wishLater)(context, skill, any({ base, side }));
    case 4:
        return domain::forgetWish(context, skill);
    case 5:
        return domain::addTime(context, skill, context.now - minutes * minute - *rc::gen::inRange(-100'000, 100'000), minutes);
    case 6:
        return domain::changeTime(context, any(entries), { skill, context.now - minutes * minute, minutes });
    case 7:
        return domain::removeTime(context, any(entries));
    case 8:
        return domain::startTimer(context, skill, { 25, *rc::gen::inRange(0, 6) });
    case 9:
        return domain::pauseTimer(context, context.now - *rc::gen::inRange(0, 1'000'000));
    case 10:
        return domain::resumeTimer(context);
    case 11:
        return domain::stopTimer(context);
    case 12:
        return domain::dropTimer(context);
    default:
        return domain::moveOnBoard(context, skill, domain::boardLanes.at(*rc::gen::inRange<std::size_t>(0, domain::boardLanes.size())));
    }
}

} // namespace

class tst_StudyEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWeekKeepsItsSumWhereItsDaysHaveRoom()
    {
        QVERIFY(rc::check("the minutes of the days add up to the hours of the week", [] {
            const domain::StudyRhythm rhythm = anyRhythm();
            const int week = *rc::gen::inRange(0, 112 * 60 + 1);
            const domain::WeekMinutes minutes = domain::weekMinutes({ {}, week / 60.0, {} }, rhythm);
            const bool isShaped = sumOf(rhythm.minutes) > 0;
            const auto studied = static_cast<int>(std::ranges::count_if(rhythm.minutes, [](int day) { return day > 0; }));
            RC_ASSERT(sumOf(minutes) == std::min(week, (isShaped ? studied : 7) * 1440));
            RC_ASSERT(std::ranges::all_of(minutes, [](int day) { return day >= 0 && day <= 1440; }));
        }));
    }

    void aWeekKeepsItsShape()
    {
        QVERIFY(rc::check("days of more minutes stay so, and days without any have none", [] {
            const domain::StudyRhythm rhythm = anyRhythm();
            const int week = *rc::gen::inRange(0, 112 * 60 + 1);
            const domain::WeekMinutes minutes = domain::weekMinutes({ {}, week / 60.0, {} }, rhythm);
            if (sumOf(rhythm.minutes) == 0) {
                RC_ASSERT(*std::ranges::max_element(minutes) - *std::ranges::min_element(minutes) <= 1);
                return;
            }
            for (std::size_t i = 0; i < minutes.size(); ++i) {
                RC_ASSERT(rhythm.minutes[i] > 0 || minutes[i] == 0);
                for (std::size_t other = 0; other < minutes.size(); ++other) {
                    RC_ASSERT(rhythm.minutes[i] <= rhythm.minutes[other] || minutes[i] >= minutes[other]);
                }
            }
        }));
    }

    void aRhythmOfTheSameSumIsTakenAsItIs()
    {
        const domain::StudyRhythm rhythm = rhythmOf({ 60, 0, 61, 0, 59, 120, 0 });
        QVERIFY(domain::weekMinutes({ {}, 5, {} }, rhythm) == rhythm.minutes);
        QVERIFY(domain::weekMinutes({}, rhythm) == domain::WeekMinutes {});
        QVERIFY(domain::weekMinutes({ {}, 7.1, {} }, {}) == (domain::WeekMinutes { 61, 61, 61, 61, 61, 61, 60 }));
    }

    void aRhythmSetsTheHoursOfTheWeekToo()
    {
        Learner learner;
        learner.apply(domain::setGoal(learner.context(), { u"whole"_s, 7, {} }));
        const domain::StudyRhythm rhythm = rhythmOf({ 60, 60, 60, 0, 0, 0, 90 });
        const Edit edit = learner.apply(domain::setRhythm(learner.context(), rhythm));
        QVERIFY(edit.kind == EditKind::SetRhythm);
        QVERIFY(learner.progress.rhythm() == rhythm);
        QCOMPARE(learner.progress.goal().hoursPerWeek, 4.5);
        QCOMPARE(learner.progress.goal().milestone, u"whole"_s);
        QVERIFY(changesNothing(domain::setRhythm(learner.context(), rhythm)));
    }

    void aRhythmHasItsLimits_data()
    {
        QTest::addColumn<int>("day");
        QTest::addColumn<int>("otherDays");
        QTest::addColumn<QString>("cue");
        QTest::addColumn<int>("cueMinutes");
        QTest::addColumn<int>("limit");
        QTest::addColumn<bool>("fits");
        QTest::newRow("all at its largest") << 960 << 960 << u"breakfast"_s << 1440 << 9 << true;
        QTest::newRow("a week too long") << 961 << 960 << QString() << 0 << 3 << false;
        QTest::newRow("a day too long") << 1441 << 0 << QString() << 0 << 3 << false;
        QTest::newRow("less than nothing") << -1 << 10 << QString() << 0 << 3 << false;
        QTest::newRow("a cue without minutes") << 0 << 0 << u"breakfast"_s << 0 << 3 << false;
        QTest::newRow("minutes without a cue") << 0 << 0 << u" \t"_s << 20 << 3 << false;
        QTest::newRow("a cue over midnight") << 0 << 0 << u"breakfast"_s << 1441 << 3 << false;
        QTest::newRow("nothing at once") << 0 << 0 << QString() << 0 << 0 << false;
        QTest::newRow("ten at once") << 0 << 0 << QString() << 0 << 10 << false;
    }
    void aRhythmHasItsLimits()
    {
        QFETCH(int, day);
        QFETCH(int, otherDays);
        QFETCH(QString, cue);
        QFETCH(int, cueMinutes);
        QFETCH(int, limit);
        QFETCH(bool, fits);
        const Learner learner;
        domain::StudyRhythm rhythm = rhythmOf({ day, otherDays, otherDays, otherDays, otherDays, otherDays, otherDays });
        rhythm.cue = cue;
        rhythm.cueMinutes = cueMinutes;
        rhythm.doingLimit = limit;
        const Result<Edit> edit = domain::setRhythm(learner.context(), rhythm);
        QCOMPARE(edit.has_value(), fits);
        QVERIFY(fits || codeOf(edit) == ErrorCode::InvalidTime);
    }

    void wordsThatAreTooLongAreRefused()
    {
        const Learner learner;
        domain::StudyRhythm rhythm;
        rhythm.cueMinutes = 20;
        rhythm.cue = QString(domain::longestCue, u'x');
        QVERIFY(domain::setRhythm(learner.context(), rhythm));
        rhythm.cue += u'x';
        QVERIFY(codeOf(domain::setRhythm(learner.context(), rhythm)) == ErrorCode::InvalidText);
        const QDate day(2026, 12, 24);
        QVERIFY(codeOf(domain::addDaysOff(learner.context(), { day, day, rhythm.cue })) == ErrorCode::InvalidText);
    }

    void daysOffComeAndGo()
    {
        Learner learner;
        learner.apply(domain::addDaysOff(learner.context(), { QDate(2026, 12, 24), QDate(2026, 12, 31), u"  with  family "_s }));
        QCOMPARE(learner.progress.daysOff().value(learner.id()).reason, u"with family"_s);
        const Edit removed = learner.apply(domain::removeDaysOff(learner.context(), learner.id()));
        QVERIFY(removed.kind == EditKind::RemoveDaysOff);
        QVERIFY(learner.progress.daysOff().isEmpty());
        QVERIFY(codeOf(domain::removeDaysOff(learner.context(), unknown)) == ErrorCode::UnknownEntry);
    }

    void daysOffAreListedByTheirFirstDay()
    {
        Learner learner;
        for (const int first : { 20, 4, 12 }) {
            learner.apply(domain::addDaysOff(learner.context(), { QDate(2026, 12, first), QDate(2026, 12, 24), {} }));
        }
        learner.apply(domain::addDaysOff(learner.context(), { QDate(2026, 12, 12), QDate(2026, 12, 13), {} }));
        QStringList ids;
        for (const auto& [id, off] : domain::daysOffInOrder(learner.progress)) {
            QCOMPARE(learner.progress.daysOff().value(id), off);
            ids.append(id);
        }
        QCOMPARE(ids, (QStringList { u"id-1"_s, u"id-3"_s, u"id-2"_s, u"id-0"_s }));
    }

    void daysOffAreDaysInTheirOrder_data()
    {
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("last");
        QTest::addColumn<bool>("fits");
        QTest::newRow("one day") << QDate(2026, 5, 1) << QDate(2026, 5, 1) << true;
        QTest::newRow("the first there is") << QDate(1970, 1, 1) << QDate(1970, 1, 1) << true;
        QTest::newRow("a hundred years") << QDate(2026, 1, 1) << QDate(2126, 1, 1) << true;
        QTest::newRow("and a day") << QDate(2026, 1, 1) << QDate(2126, 1, 2) << false;
        QTest::newRow("backwards") << QDate(2026, 5, 2) << QDate(2026, 5, 1) << false;
        QTest::newRow("too early") << QDate(1969, 12, 31) << QDate(1970, 1, 1) << false;
        QTest::newRow("too late") << QDate(2200, 12, 31) << QDate(2201, 1, 1) << false;
        QTest::newRow("no day") << QDate() << QDate(2026, 5, 1) << false;
        QTest::newRow("no end") << QDate(2026, 5, 1) << QDate() << false;
    }
    void daysOffAreDaysInTheirOrder()
    {
        QFETCH(QDate, first);
        QFETCH(QDate, last);
        QFETCH(bool, fits);
        const Result<Edit> edit = domain::addDaysOff(Learner {}.context(), { first, last, {} });
        QCOMPARE(edit.has_value(), fits);
        QVERIFY(fits || codeOf(edit) == ErrorCode::InvalidTime);
    }

    void wordsThatSteerATerminalAreRefused_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("fits");
        QTest::newRow("an escape") << u"tea \u001b[31m"_s << false;
        QTest::newRow("a delete") << u"tea\u007f"_s << false;
        QTest::newRow("an override of direction") << u"tea \u202e eat"_s << false;
        QTest::newRow("an isolate") << u"tea \u2066"_s << false;
        QTest::newRow("a line break becomes a space") << u"tea\nand bread"_s << true;
        QTest::newRow("Hebrew") << u"\u05ea\u05d4"_s << true;
    }
    void wordsThatSteerATerminalAreRefused()
    {
        QFETCH(const QString, words);
        QFETCH(const bool, fits);
        const Learner learner;
        domain::StudyRhythm rhythm;
        rhythm.cue = words;
        rhythm.cueMinutes = 20;
        const Result<Edit> cue = domain::setRhythm(learner.context(), rhythm);
        const Result<Edit> off = domain::addDaysOff(learner.context(), { QDate(2026, 12, 24), QDate(2026, 12, 24), words });
        QCOMPARE(cue.has_value(), fits);
        QCOMPARE(off.has_value(), fits);
        QVERIFY(fits || (codeOf(cue) == ErrorCode::InvalidText && codeOf(off) == ErrorCode::InvalidText));
    }

    void aGoalHasNoMoreHoursThanItsDaysCanHold()
    {
        Learner learner;
        QVERIFY(domain::setGoal(learner.context(), { {}, 112, {} }));
        domain::StudyRhythm rhythm;
        rhythm.minutes[0] = 60; // Mondays alone
        learner.apply(domain::setRhythm(learner.context(), rhythm));
        QVERIFY(domain::setGoal(learner.context(), { {}, 24, {} }));
        QVERIFY(codeOf(domain::setGoal(learner.context(), { {}, 24.5, {} })) == ErrorCode::InvalidTime);
        rhythm.minutes[2] = 60;
        learner.apply(domain::setRhythm(learner.context(), rhythm));
        QVERIFY(domain::setGoal(learner.context(), { {}, 24.5, {} }));
    }

    void aSkillHasOneWish()
    {
        Learner learner;
        QVERIFY(!domain::canForgetWish(learner.context(), side));
        QVERIFY(changesNothing(domain::forgetWish(learner.context(), side)));
        learner.apply(domain::wishOrder(learner.context(), side, base));
        QVERIFY(changesNothing(domain::wishOrder(learner.context(), side, base)));
        learner.apply(domain::wishOrder(learner.context(), side, u"top"_s));
        QCOMPARE(learner.progress.orderWishes().size(), 1);
        QCOMPARE(learner.progress.orderWishes().value(side).before, u"top"_s);
        QVERIFY(domain::canForgetWish(learner.context(), side));
        learner.apply(domain::forgetWish(learner.context(), side));
        QVERIFY(learner.progress.orderWishes().isEmpty());
        QVERIFY(codeOf(domain::wishOrder(learner.context(), side, side)) == ErrorCode::InvalidTime);
        QVERIFY(codeOf(domain::wishOrder(learner.context(), unknown, side)) == ErrorCode::UnknownSkill);
        QVERIFY(codeOf(domain::wishOrder(learner.context(), side, unknown)) == ErrorCode::UnknownSkill);
    }

    void aWishForLaterTakesThePlaceOfTheOther()
    {
        Learner learner;
        learner.apply(domain::wishOrder(learner.context(), side, base));
        learner.apply(domain::wishLater(learner.context(), side, u"top"_s));
        QVERIFY(learner.progress.orderWishes().value(side) == (domain::OrderWish { {}, u"top"_s, learner.now }));
        QVERIFY(changesNothing(domain::wishLater(learner.context(), side, u"top"_s)));
        QVERIFY(codeOf(domain::wishLater(learner.context(), side, side)) == ErrorCode::InvalidTime);
        QVERIFY(codeOf(domain::wishLater(learner.context(), side, unknown)) == ErrorCode::UnknownSkill);
        QVERIFY(codeOf(domain::wishLater(learner.context(), unknown, side)) == ErrorCode::UnknownSkill);
    }

    void aWishIsTheLatestWhateverTheClockSays()
    {
        Learner learner;
        learner.apply(domain::wishOrder(learner.context(), side, base));
        const qint64 first = learner.now;
        learner.now -= 5000;
        learner.apply(domain::wishOrder(learner.context(), base, side));
        QCOMPARE(learner.progress.orderWishes().value(base).at, first + 1);
        learner.apply(domain::wishOrder(learner.context(), side, base)); // the same again, since the other one was made since
        QCOMPARE(learner.progress.orderWishes().value(side).at, first + 2);
    }

    void aCardGoesWhereItsSkillMay_data()
    {
        QTest::addColumn<int>("mark"); // -1 for none
        QTest::addColumn<QString>("allowed"); // columns to which it moves with a change, by their first letters
        QTest::newRow("nothing was said of it") << -1 << u"bwDwd"_s;
        QTest::newRow("started") << static_cast<int>(domain::Mark::Started) << u"bw-wd"_s;
        QTest::newRow("done") << static_cast<int>(domain::Mark::Done) << u"xxxwd"_s;
        QTest::newRow("skipped") << static_cast<int>(domain::Mark::Skipped) << u"xxxxx"_s;
        QTest::newRow("assumed") << static_cast<int>(domain::Mark::Assumed) << u"bwDwd"_s;
    }
    void aCardGoesWhereItsSkillMay()
    {
        QFETCH(int, mark);
        QFETCH(QString, allowed);
        Learner learner;
        if (mark >= 0) {
            learner.progress.setRecord(
                domain::RecordKey::ofSkill(base), domain::SkillMark { static_cast<domain::Mark>(mark), learner.now, 0, false });
        }
        for (const BoardLane lane : domain::boardLanes) {
            const QChar expected = allowed.at(static_cast<int>(lane));
            const Result<Edit> edit = domain::moveOnBoard(learner.context(), base, lane);
            QVERIFY2((codeOf(edit) == ErrorCode::Refused) == (expected == u'x'), qPrintable(domain::toString(lane)));
            QCOMPARE(edit && !edit->changes.empty(), expected != u'x' && expected != u'-');
        }
        QVERIFY(codeOf(domain::moveOnBoard(learner.context(), unknown, BoardLane::Week)) == ErrorCode::UnknownSkill);
    }

    void doingAndDoneAreTheEditsOfElsewhere()
    {
        Learner learner;
        learner.apply(domain::moveOnBoard(learner.context(), base, BoardLane::Week));
        QVERIFY(learner.progress.boardPlaces().value(base).lane == BoardLane::Week);
        QVERIFY(changesNothing(domain::moveOnBoard(learner.context(), base, BoardLane::Week)));
        const Edit started = learner.apply(domain::moveOnBoard(learner.context(), base, BoardLane::Doing, true));
        QVERIFY(started.kind == EditKind::StartSkill);
        QVERIFY(learner.progress.skill(base).mark->mark == domain::Mark::Started);
        QVERIFY(learner.progress.boardPlaces().isEmpty());
        learner.apply(domain::moveOnBoard(learner.context(), base, BoardLane::Backlog));
        const Edit back = learner.apply(domain::moveOnBoard(learner.context(), base, BoardLane::Doing));
        QVERIFY(back.kind == EditKind::MoveOnBoard); // it was begun already
        QVERIFY(learner.progress.boardPlaces().isEmpty());
        const Edit finished = learner.apply(domain::moveOnBoard(learner.context(), base, BoardLane::Done));
        QVERIFY(finished.kind == EditKind::FinishSkill);
        QVERIFY(learner.progress.skill(base).mark->mark == domain::Mark::Done);
    }

    void aCardIsPutBackWhereItStoodBeforeItWasBegunElsewhere()
    {
        Learner learner;
        learner.apply(domain::moveOnBoard(learner.context(), base, BoardLane::Week));
        learner.now += 1000;
        learner.apply(domain::startSkill(learner.context(), base, true));
        learner.now += 1000;
        learner.apply(domain::moveOnBoard(learner.context(), base, BoardLane::Week));
        QCOMPARE(learner.progress.boardPlaces().value(base).at, learner.now);
        QVERIFY(changesNothing(domain::moveOnBoard(learner.context(), base, BoardLane::Week)));
        learner.now -= 1500; // the clock is set back: what was begun then lies ahead now, and so does the place
        QVERIFY(changesNothing(domain::moveOnBoard(learner.context(), base, BoardLane::Week)));
    }

    void undoOfDoIsIdentity()
    {
        QVERIFY(rc::check("each edit and its inverse leave nothing behind", [] {
            Learner learner;
            for (int i = 0; i < 25; ++i) {
                learner.now += *rc::gen::inRange(0, 2'000'000);
                const Result<Edit> edit = anyEdit(learner);
                if (!edit) {
                    continue;
                }
                const domain::Progress before = learner.progress;
                learner.apply(edit);
                RC_ASSERT(edit->changes.empty() == (learner.progress == before));
                domain::Progress undone = learner.progress;
                RC_ASSERT(domain::applyTo(undone, domain::inverse(*edit)).has_value());
                RC_ASSERT(undone == before);
            }
        }));
    }
};

QTEST_APPLESS_MAIN(tst_StudyEdits)
#include "tst_StudyEdits.moc"
