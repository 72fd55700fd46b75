// SPDX-License-Identifier: GPL-3.0-or-later
#include <ClockedLibrary.h>

#include <domain/ReviewEdits.h>
#include <session/WeekLog.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Attempt;
using session::SkillMinutes;
using session::weekLog;

namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;
constexpr qint64 sunday = support::ClockedLibrary::sunday;
const QDate monday(2026, 11, 16);

/// A library over the small course, with two questions and a card on "base".
struct Library : support::ClockedLibrary
{
    static domain::CourseContent asked()
    {
        domain::CourseContent asked = content();
        asked.course.skills.front().questions = { u"why"_s, u"how"_s };
        asked.course.skills.front().cards = { u"card"_s };
        return asked;
    }

    explicit Library(const QTimeZone& zone = QTimeZone::utc())
        : ClockedLibrary(sunday, asked(), zone)
    {
    }

    void recall(domain::Grade grade)
    {
        domain::Recall recall;
        recall.grade = grade;
        domain::CardSchedule after;
        after.phase = domain::CardSchedule::Phase::Review;
        after.last = now;
        after.due = now + day;
        apply(domain::recallCard(context(), u"base"_s, u"card"_s, recall, after));
    }
    [[nodiscard]] session::WeekLog log() const { return weekLog(*workspace, monday); }
};

} // namespace

class tst_WeekLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hoursStandAgainstThePlan()
    {
        Library library;
        library.apply(domain::setGoal(library.context(), { u"whole"_s, 7, {} }));
        library.apply(domain::addDaysOff(library.context(), { monday, monday.addDays(1), {} }));
        library.apply(domain::addTime(library.context(), u"base"_s, sunday - day, 30));
        library.apply(domain::addTime(library.context(), u"middle"_s, sunday - 2 * day, 50));
        library.apply(domain::addTime(library.context(), u"base"_s, sunday - hour, 10));
        library.apply(domain::addTime(library.context(), u"base"_s, sunday - 7 * day, 99)); // the Sunday before
        const session::WeekLog log = library.log();
        QCOMPARE(log.minutes, 90);
        QCOMPARE(log.planned, 5 * 60);
        QVERIFY(log.times == (std::vector<SkillMinutes> { { u"middle"_s, 50 }, { u"base"_s, 40 } }));
    }

    void theWeekEndsWhenTheLearningDayDoes_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<int>("minutes");

        QTest::newRow("before the first day") << u"2026-11-16T02:59:59Z"_s << 0;
        QTest::newRow("the first day begins at four") << u"2026-11-16T03:00:00Z"_s << 20;
        QTest::newRow("the last night belongs to it") << u"2026-11-23T02:59:59Z"_s << 20;
        QTest::newRow("the next week") << u"2026-11-23T03:00:00Z"_s << 0;
    }

    void theWeekEndsWhenTheLearningDayDoes()
    {
        QFETCH(QString, start);
        Library library(QTimeZone(3600)); // an hour east of UTC
        library.now = sunday + 2 * day;
        library.apply(domain::addTime(library.context(), u"base"_s, QDateTime::fromString(start, Qt::ISODate).toMSecsSinceEpoch(), 20));
        QTEST(library.log().minutes, "minutes");
    }

    /// As in Progress: by its checklist or its mark, whichever came first.
    void aSkillIsFinishedByWhatCameFirst()
    {
        Library library;
        library.now = sunday - 10 * day;
        for (const QString& item : { u"first"_s, u"second"_s }) {
            library.apply(domain::checkItem(library.context(), u"base"_s, item));
        }
        library.now = sunday - day;
        library.apply(domain::finishSkill(library.context(), u"base"_s));
        QVERIFY(library.log().finished.isEmpty());
        QCOMPARE(weekLog(*library.workspace, monday.addDays(-7)).finished, QStringList { u"base"_s });
    }

    void whatWasFinishedAndTicked()
    {
        Library library;
        library.now = sunday - 10 * day;
        library.apply(domain::finishSkill(library.context(), u"base"_s));
        library.now = sunday - 3 * day;
        library.apply(domain::checkItem(
            library.context(), u"middle"_s, u"second"_s, domain::Evidence { domain::EvidenceKind::Commit, u"abc123"_s, library.now }));
        library.apply(domain::checkItem(library.context(), u"middle"_s, u"first"_s));
        library.apply(domain::skipSkill(library.context(), u"blue"_s));
        library.apply(domain::checkItem(library.context(), u"project"_s, u"first"_s));
        const session::WeekLog log = library.log();
        QCOMPARE(log.finished, QStringList { u"middle"_s }); // by its whole checklist; "base" earlier, "blue" by no work
        QCOMPARE(log.ticked.size(), std::size_t(2));
        QCOMPARE(log.ticked[0].skill, u"middle"_s);
        QVERIFY(log.ticked[0].items
            == (std::vector<session::TickedItem> {
                { u"I did the first"_s, {} }, { u"I did the second"_s, { domain::EvidenceKind::Commit } } }));
        QCOMPARE(log.ticked[1].skill, u"project"_s);
        QCOMPARE(weekLog(*library.workspace, monday.addDays(-7)).finished, QStringList { u"base"_s });
    }

    void whatWasLearned()
    {
        Library library;
        library.now = sunday - 9 * day;
        library.answer(u"base"_s, u"why"_s, true);
        library.now = sunday - 2 * day;
        library.apply(domain::startSkill(library.context(), u"base"_s, false));
        library.answer(u"base"_s, u"why"_s, true);
        library.answer(u"base"_s, u"how"_s, false);
        library.recall(domain::Grade::Good);
        library.now = sunday;
        library.recall(domain::Grade::Again);
        const session::WeekLog log = library.log();
        QCOMPARE(log.begun, 1);
        QCOMPARE(log.answers, 2);
        QCOMPARE(log.rightAnswers, 1);
        QCOMPARE(log.recalls, 2);
        QCOMPARE(log.remembered, 1);
        QCOMPARE(log.newCards, 1);
    }

    void placementIsNoAnswer()
    {
        Library library;
        Attempt attempt;
        attempt.source = Attempt::Source::Placement;
        library.apply(domain::answerQuestion(library.context(), u"base"_s, u"why"_s, attempt));
        QCOMPARE(library.log().answers, 0);
    }

    void aSkillIsStuckAfterAWeek_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("isStuck");

        QTest::newRow("today") << 0 << false;
        QTest::newRow("a week") << 7 << false;
        QTest::newRow("over a week") << 8 << true;
        QTest::newRow("begun by a clock that was ahead") << -30 << false;
    }

    void aSkillIsStuckAfterAWeek()
    {
        QFETCH(int, days);
        QFETCH(bool, isStuck);
        Library library;
        library.now = sunday - days * day;
        library.apply(domain::startSkill(library.context(), u"base"_s, false));
        library.now = sunday;
        const session::StuckPoints stuck = session::stuckPoints(*library.workspace);
        QCOMPARE(stuck.untouched.size(), std::size_t(isStuck ? 1 : 0));
        QVERIFY(!isStuck || stuck.untouched.front() == (session::StuckPoints::Untouched { u"base"_s, days }));
    }

    void anyWorkFreesASkill_data()
    {
        QTest::addColumn<QString>("work");

        for (const QString& work : { u"tick"_s, u"answer"_s, u"recall"_s, u"time"_s, u"note"_s, u"evidence"_s, u"watch"_s }) {
            QTest::newRow(qPrintable(work)) << work;
        }
    }

    void anyWorkFreesASkill()
    {
        QFETCH(QString, work);
        Library library;
        library.now = sunday - 20 * day;
        library.apply(domain::startSkill(library.context(), u"base"_s, false));
        if (work == u"watch") {
            library.apply(domain::startTimer(library.context(), u"base"_s));
        }
        library.now = sunday;
        if (work != u"watch") {
            QCOMPARE(session::stuckPoints(*library.workspace).untouched.size(), std::size_t(1));
        }
        if (work == u"tick") {
            library.apply(domain::checkItem(library.context(), u"base"_s, u"first"_s));
        } else if (work == u"answer") {
            library.answer(u"base"_s, u"why"_s, true);
        } else if (work == u"recall") {
            library.recall(domain::Grade::Good);
        } else if (work == u"time") {
            library.apply(domain::addTime(library.context(), u"base"_s, sunday - hour, 10));
        } else if (work == u"note") {
            library.apply(domain::writeNote(library.context(), u"base"_s, u"thought"_s));
        } else if (work == u"evidence") {
            library.apply(domain::addEvidence(
                library.context(), u"base"_s, u"first"_s, domain::Evidence { domain::EvidenceKind::Note, u"done"_s, sunday }));
        }
        QVERIFY(session::stuckPoints(*library.workspace).untouched.empty());
    }

    void wrongAnswersAreOpenUntilTheyAreMadeGood()
    {
        Library library;
        library.answer(u"base"_s, u"why"_s, false);
        library.answer(u"base"_s, u"how"_s, true);
        QVERIFY(session::stuckPoints(*library.workspace).wrongAnswers
            == (std::vector<session::StuckPoints::OpenQuestions> { { u"base"_s, 1 } }));
        for (const int days : { 1, 8 }) {
            library.now = sunday + days * day;
            library.answer(u"base"_s, u"why"_s, true);
        }
        QVERIFY(session::stuckPoints(*library.workspace).wrongAnswers.empty());
    }

    void questionsToTheMentorComeOldestFirst()
    {
        Library library;
        library.apply(domain::askMentor(library.context(), u"middle"_s, u"Is this right?"_s));
        library.now += hour;
        library.apply(domain::askMentor(library.context(), u"base"_s, u"And this?"_s));
        const session::StuckPoints stuck = session::stuckPoints(*library.workspace);
        QCOMPARE(stuck.mentorQuestions.size(), std::size_t(2));
        QCOMPARE(stuck.mentorQuestions.front().first, u"middle"_s);
        QCOMPARE(stuck.mentorQuestions.back().second, u"And this?"_s);
    }

    void anEmptyLibraryHasAnEmptyWeek()
    {
        const support::MemoryWorkspace empty({});
        session::WeekLog nothing;
        nothing.first = monday;
        QVERIFY(weekLog(*empty, monday) == nothing);
        QVERIFY(session::stuckPoints(*empty).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_WeekLog)
#include "tst_WeekLog.moc"
