// SPDX-License-Identifier: GPL-3.0-or-later
#include <ClockedLibrary.h>

#include <session/BoardDesk.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::BoardLane;
using domain::ErrorCode;

namespace {

/// A library over the small course with a goal, in some zone.
struct Library : support::ClockedLibrary
{
    explicit Library(const QTimeZone& zone = QTimeZone::utc())
        : ClockedLibrary(sunday, content(), zone)
    {
        aim(7);
    }

    [[nodiscard]] session::BoardDesk desk(Qt::DayOfWeek first = Qt::Monday) const { return { *workspace, first }; }
    [[nodiscard]] QStringList in(BoardLane lane, Qt::DayOfWeek first = Qt::Monday) const
    {
        QStringList ids;
        const learning::Board board = desk(first).board();
        for (const learning::BoardCard& card : board.in(lane)) {
            ids.append(workspace->roadmap().skill(card.skill).id);
        }
        return ids;
    }
    bool move(const QString& skill, BoardLane lane) const { return workspace->apply(desk().moved(skill, lane)).has_value(); }
};

} // namespace

class tst_BoardDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWeekBeginsOnTheDayThatTheDesktopSays_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<QDate>("start");
        QTest::newRow("Monday") << int { Qt::Monday } << QDate(2026, 11, 16);
        QTest::newRow("Sunday") << int { Qt::Sunday } << QDate(2026, 11, 22);
        QTest::newRow("Saturday") << int { Qt::Saturday } << QDate(2026, 11, 21);
    }
    void aWeekBeginsOnTheDayThatTheDesktopSays()
    {
        QFETCH(int, first);
        QFETCH(QDate, start);
        const Library library;
        QCOMPARE(session::weekStart(*library.workspace, static_cast<Qt::DayOfWeek>(first)), start);
    }

    void theNightBelongsToTheDayBefore()
    {
        Library library;
        library.now += 12 * 3'600'000 + 3'600'000; // Monday, one in the morning
        QCOMPARE(session::weekStart(*library.workspace, Qt::Monday), QDate(2026, 11, 16));
        library.now += 4 * 3'600'000;
        QCOMPARE(session::weekStart(*library.workspace, Qt::Monday), QDate(2026, 11, 23));
    }

    void theWeekHoldsWhatTheScheduleHasUntilItsEnd()
    {
        const Library library;
        QCOMPARE(library.in(BoardLane::Week), QStringList { u"base"_s }); // one day is left of it
        QCOMPARE(library.in(BoardLane::Week, Qt::Sunday).first(), u"base"_s);
        QVERIFY(library.in(BoardLane::Week, Qt::Sunday).size() > 2);
        QCOMPARE(library.in(BoardLane::Backlog).size() + 1, 5);
    }

    void minutesOfTheWeekAreThoseOfItsSchedule()
    {
        const Library library;
        const learning::Schedule schedule = session::scheduleOf(session::studyOutset(*library.workspace));
        const QHash<int, int> today = library.desk().minutesThisWeek(schedule);
        QCOMPARE(today.size(), 1);
        QCOMPARE(today.value(0), 60);
        int sum = 0;
        for (const int minutes : library.desk(Qt::Sunday).minutesThisWeek(schedule)) {
            sum += minutes;
        }
        QVERIFY2(std::abs(sum - 7 * 60) <= 5, qPrintable(QString::number(sum))); // each slot is rounded
    }

    void doingHasALimitAndSaysSo()
    {
        Library library;
        for (const QString& skill : { u"base"_s, u"side"_s, u"red"_s }) {
            QVERIFY(library.move(skill, BoardLane::Doing));
        }
        const auto refused = library.desk().moved(u"blue"_s, BoardLane::Doing);
        QVERIFY(refused.error().code == ErrorCode::DoingFull);
        QCOMPARE(refused.error().subject, u"blue"_s);
        QCOMPARE(refused.error().detail, u"3"_s);
        QVERIFY(library.desk().moved(u"base"_s, BoardLane::Doing)); // it stands there already
        QVERIFY(library.move(u"side"_s, BoardLane::Week));
        QVERIFY(library.move(u"blue"_s, BoardLane::Doing));
        domain::StudyRhythm rhythm;
        rhythm.minutes = { 60, 60, 60, 60, 60, 60, 60 };
        rhythm.doingLimit = 4;
        QVERIFY(library.workspace->apply(domain::setRhythm(library.workspace->context(), rhythm)));
        QVERIFY(library.move(u"side"_s, BoardLane::Doing));
    }

    void aLockedSkillIsStartedOverItsLock()
    {
        const Library library;
        QVERIFY(library.move(u"top"_s, BoardLane::Doing));
        QVERIFY(library.workspace->progress().skill(u"top"_s).mark->overLock);
        QVERIFY(library.move(u"base"_s, BoardLane::Doing));
        QVERIFY(!library.workspace->progress().skill(u"base"_s).mark->overLock);
    }

    void whatIsDoneGoesBetweenWaitingAndDoneAlone()
    {
        const Library library;
        library.workspace.finish(u"base"_s);
        const learning::Board board = library.desk().board();
        for (const BoardLane lane : { BoardLane::Backlog, BoardLane::Week, BoardLane::Doing }) {
            QVERIFY(library.desk().obstacle(board, u"base"_s, lane) == ErrorCode::Refused);
            QVERIFY(library.desk().moved(u"base"_s, lane).error().code == ErrorCode::Refused);
        }
        QVERIFY(!library.desk().obstacle(board, u"base"_s, BoardLane::Done));
        QVERIFY(library.move(u"base"_s, BoardLane::Waiting));
        QCOMPARE(library.in(BoardLane::Waiting), QStringList { u"base"_s });
        QVERIFY(library.move(u"base"_s, BoardLane::Done));
        QCOMPARE(library.in(BoardLane::Done), QStringList { u"base"_s });
    }

    void whatIsSkippedGoesNowhere()
    {
        const Library library;
        library.apply(domain::skipSkill(library.context(), u"base"_s));
        const learning::Board board = library.desk().board();
        for (const BoardLane lane : domain::boardLanes) {
            QVERIFY(library.desk().obstacle(board, u"base"_s, lane) == ErrorCode::Refused);
            QCOMPARE(library.desk().moved(u"base"_s, lane).error().detail, u"it is skipped"_s);
        }
        library.apply(domain::resetSkill(library.context(), u"base"_s));
        QVERIFY(library.in(BoardLane::Waiting).isEmpty());
        QCOMPARE(library.in(BoardLane::Week), QStringList { u"base"_s });
    }

    void whatWaitedForWeeksIsSeenToBeDone()
    {
        Library library;
        library.apply(domain::finishSkill(library.context(), u"base"_s));
        library.now += 24 * 3'600'000;
        QVERIFY(library.move(u"base"_s, BoardLane::Waiting));
        library.now += qint64 { 21 } * 24 * 3'600'000;
        QVERIFY(library.move(u"base"_s, BoardLane::Done));
        QCOMPARE(library.in(BoardLane::Done), QStringList { u"base"_s });
        library.now += qint64 { 7 } * 24 * 3'600'000;
        QVERIFY(library.in(BoardLane::Done).isEmpty() && library.in(BoardLane::Waiting).isEmpty());
    }

    void aSkillThatWasReachedByItsChecklistIsDoneToo()
    {
        const Library library;
        for (const QString& item : { u"first"_s, u"second"_s }) {
            QVERIFY(library.workspace->apply(domain::checkItem(library.workspace->context(), u"base"_s, item)));
        }
        QVERIFY(library.desk().moved(u"base"_s, BoardLane::Week).error().code == ErrorCode::Refused);
        QCOMPARE(library.in(BoardLane::Done), QStringList { u"base"_s });
    }

    void whatTheCourseDoesNotHaveIsSaid()
    {
        const Library library;
        QVERIFY(library.desk().moved(u"moon"_s, BoardLane::Week).error().code == ErrorCode::UnknownSkill);
    }

    void aMoveIsOneStepOfUndo()
    {
        const Library library;
        const domain::Progress before = library.workspace->progress();
        QVERIFY(library.move(u"base"_s, BoardLane::Done));
        QCOMPARE(library.in(BoardLane::Done), QStringList { u"base"_s });
        QVERIFY(library.workspace->undo());
        QVERIFY(library.workspace->progress() == before);
    }
};

QTEST_GUILESS_MAIN(tst_BoardDesk)
#include "tst_BoardDesk.moc"
