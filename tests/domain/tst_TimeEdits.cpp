// SPDX-License-Identifier: GPL-3.0-or-later
// The edits of study time; those of the watch: tst_WatchEdits.
#include <StudyingLearner.h>

#include <QDateTime>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace support;
using domain::Edit;
using domain::EditKind;
using domain::ErrorCode;

class tst_TimeEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTimeIsAddedChangedAndRemoved()
    {
        Learner learner;
        learner.apply(domain::addTime(learner.context(), base, learner.now - 40 * minute, 40));
        const QString id = learner.id();
        QCOMPARE(learner.progress.minutesOn(base), 40);
        const domain::TimeEntry entry { side, learner.now - 60 * minute, 25 };
        const Edit changed = learner.apply(domain::changeTime(learner.context(), id, entry));
        QVERIFY(changed.kind == EditKind::ChangeTime);
        QCOMPARE(changed.subject, side);
        QVERIFY(learner.progress.time().value(id) == entry);
        QVERIFY(changesNothing(domain::changeTime(learner.context(), id, entry)));
        const Edit removed = learner.apply(domain::removeTime(learner.context(), id));
        QCOMPARE(removed.subject, side);
        QVERIFY(learner.progress.time().isEmpty());
        QVERIFY(codeOf(domain::changeTime(learner.context(), id, entry)) == ErrorCode::UnknownEntry);
        QVERIFY(codeOf(domain::removeTime(learner.context(), id)) == ErrorCode::UnknownEntry);
    }

    void aTimeLiesInThePastAndIsADayAtMost_data()
    {
        QTest::addColumn<QString>("skill");
        QTest::addColumn<qint64>("ahead"); // milliseconds from now
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("error");
        const auto row = [](const char* name, const QString& skill, qint64 ahead, int minutes, ErrorCode error) {
            QTest::newRow(name) << skill << ahead << minutes << static_cast<int>(error);
        };
        row("now", base, 0, 1, ErrorCode::Cancelled);
        row("the longest", base, -1440 * minute, 1440, ErrorCode::Cancelled);
        row("until now", base, -90 * minute, 90, ErrorCode::Cancelled);
        row("rounded up", base, -89 * minute, 90, ErrorCode::Cancelled);
        row("into the time to come", base, -89 * minute + 1, 90, ErrorCode::InvalidTime);
        row("the first moment", base, -1'790'000'000'000, 1, ErrorCode::Cancelled);
        row("ahead", base, 1, 1, ErrorCode::InvalidTime);
        row("before 1970", base, -1'790'000'000'001, 1, ErrorCode::InvalidTime);
        row("nothing", base, -1, 0, ErrorCode::InvalidTime);
        row("less than nothing", base, -1, -1, ErrorCode::InvalidTime);
        row("more than a day", base, -1, 1441, ErrorCode::InvalidTime);
        row("on no skill", unknown, -1, 10, ErrorCode::UnknownSkill);
        row("on a project", u"project"_s, -10 * minute, 10, ErrorCode::Cancelled);
    }
    void aTimeLiesInThePastAndIsADayAtMost()
    {
        QFETCH(QString, skill);
        QFETCH(qint64, ahead);
        QFETCH(int, minutes);
        QFETCH(int, error);
        Learner learner;
        learner.apply(domain::addTime(learner.context(), base, learner.now - 5 * minute, 5));
        const domain::TimeEntry entry { skill, learner.now + ahead, minutes };
        QCOMPARE(static_cast<int>(codeOf(domain::addTime(learner.context(), entry.skill, entry.start, entry.minutes))), error);
        QCOMPARE(static_cast<int>(codeOf(domain::changeTime(learner.context(), learner.id(), entry))), error);
    }

    void anEntryIsOfThePlaceWhereItIsLogged()
    {
        Learner learner;
        learner.zone = QTimeZone("Asia/Kathmandu");
        learner.apply(domain::addTime(learner.context(), base, learner.now - 40 * minute, 40));
        QCOMPARE(learner.progress.time().value(learner.id()).offset, std::optional(345));
        learner.apply(domain::addTime(learner.context(), base, learner.now - 40 * minute, 40, -300)); // but it was spent elsewhere
        QCOMPARE(learner.progress.time().value(learner.id()).offset, std::optional(-300));
        const qint64 start = learner.now;
        learner.apply(domain::startTimer(learner.context(), base));
        learner.now += 60 * minute;
        learner.zone = QTimeZone("Asia/Tokyo");
        learner.apply(domain::stopTimer(learner.context()));
        QCOMPARE(learner.leftBy(start).offset, std::optional(540));
    }

    void anEntryHasTheClocksOfItsStart()
    {
        Learner learner;
        learner.zone = QTimeZone("Europe/Berlin");
        learner.now = QDateTime(QDate(2026, 10, 25), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch(); // they were set back that night
        learner.apply(domain::addTime(learner.context(), base, learner.now - 60 * minute, 60));
        QCOMPARE(learner.progress.time().value(learner.id()).offset, std::optional(60));
        learner.apply(domain::addTime(learner.context(), base, learner.now - 24 * 60 * minute, 60));
        QCOMPARE(learner.progress.time().value(learner.id()).offset, std::optional(120));
    }

    void anEntryOfAnOldJournalTellsNoPlace()
    {
        const QByteArray old = R"({"minutes":45,"skill":"base","start":7})";
        const auto read = domain::recordFromJson(domain::RecordKind::TimeEntry, old);
        QVERIFY(read && *read == domain::Record(domain::TimeEntry { base, 7, 45 }));
        QCOMPARE(domain::recordToJson(*read), old);
        const domain::Record placed = domain::TimeEntry { base, 7, 45, 0 };
        QVERIFY(domain::recordFromJson(domain::RecordKind::TimeEntry, domain::recordToJson(placed)) == placed);
    }

    void whatTheCourseHasNoMoreIsNotStuck()
    {
        Learner learner;
        learner.apply(domain::addTime(learner.context(), side, learner.now - 30 * minute, 30));
        const QString id = learner.id();
        learner.apply(domain::startTimer(learner.context(), side));
        learner.now += 10 * minute;
        domain::Course smaller = support::graphCourse();
        const auto isSide = [](const domain::Skill& skill) { return skill.id == side; };
        smaller.skills.erase(std::remove_if(smaller.skills.begin(), smaller.skills.end(), isSide), smaller.skills.end());
        smaller.milestones.clear();
        learner.roadmap = domain::Roadmap(smaller);
        QVERIFY(codeOf(domain::startTimer(learner.context(), side)) == ErrorCode::UnknownSkill);
        QVERIFY(codeOf(domain::addTime(learner.context(), side, learner.now - minute, 1)) == ErrorCode::UnknownSkill);
        QVERIFY(domain::startTimer(learner.context(), base));
        learner.apply(domain::stopTimer(learner.context()));
        QCOMPARE(learner.progress.minutesOn(side), 40);
        learner.apply(domain::changeTime(learner.context(), id, { side, learner.now - 60 * minute, 20 }));
        QCOMPARE(learner.progress.minutesOn(side), 30);
        learner.apply(domain::changeTime(learner.context(), id, { base, learner.now - 60 * minute, 20 }));
        QVERIFY(codeOf(domain::changeTime(learner.context(), id, { side, learner.now - 60 * minute, 20 })) == ErrorCode::UnknownSkill);
    }
};

QTEST_APPLESS_MAIN(tst_TimeEdits)
#include "tst_TimeEdits.moc"
