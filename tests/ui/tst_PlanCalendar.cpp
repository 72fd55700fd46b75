// SPDX-License-Identifier: GPL-3.0-or-later
#include <ClockedLibrary.h>

#include <domain/AtomicFile.h>
#include <ui/print/PlanCalendar.h>
#include <ui/print/PlanExports.h>
#include <ui/words/ErrorSentence.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;
using exchange::CalendarEvent;
using exchange::CalendarFile;
using exchange::CalendarTask;

namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;

/// A library over the small course with a goal.
struct Library : support::ClockedLibrary
{
    explicit Library(double hoursPerWeek, const domain::Course& course = support::graphCourse())
        : ClockedLibrary(sunday, content(course))
    {
        aim(hoursPerWeek);
    }
    [[nodiscard]] CalendarFile calendar() const { return ui::planCalendar(*workspace).value(); }
};

const CalendarTask* taskOf(const CalendarFile& calendar, const QString& summary)
{
    const auto found
        = std::find_if(calendar.tasks.begin(), calendar.tasks.end(), [&](const CalendarTask& task) { return task.summary == summary; });
    return found == calendar.tasks.end() ? nullptr : &*found;
}

template <class Entry> QStringList uidsOf(const std::vector<Entry>& entries)
{
    QStringList uids;
    for (const Entry& entry : entries) {
        uids.append(entry.uid);
    }
    return uids;
}

} // namespace

class tst_PlanCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachDayOfStudyIsAnEvent()
    {
        const Library library(7);
        const CalendarFile calendar = library.calendar();
        QCOMPARE(calendar.title, u"Study plan: Graph"_s);
        const CalendarEvent& first = calendar.events.front();
        QCOMPARE(first.day, QDate(2026, 11, 22));
        QCOMPARE(first.summary, u"Base, 1 h"_s);
        QCOMPARE(first.description, u"Can do base"_s);
        QCOMPARE(first.categories, QStringList { u"One"_s });
        QVERIFY(!first.isCancelled);
        const bool hasCheck = std::any_of(
            calendar.events.begin(), calendar.events.end(), [](const auto& event) { return event.summary.startsWith(u"Check: Base, "); });
        QVERIFY(hasCheck);
        QStringList uids = uidsOf(calendar.events) + uidsOf(calendar.tasks);
        QCOMPARE(uids.removeDuplicates(), 0);
    }

    void eventsEndAfterTwelveWeeksAndTasksDoNot()
    {
        const Library library(0.7); // six minutes a day
        const CalendarFile calendar = library.calendar();
        QVERIFY(!calendar.events.empty());
        QCOMPARE(calendar.events.back().day, QDate(2026, 11, 22).addDays(ui::calendarDays - 1));
        QVERIFY(taskOf(calendar, u"End"_s)->due > calendar.events.back().day);
    }

    void tasksDependOnWhatTheyNeed()
    {
        const Library library(7);
        const CalendarFile calendar = library.calendar();
        QCOMPARE(calendar.tasks.size(), std::size_t(5)); // "side" is off the way, and "blue" stands for the colours
        QVERIFY(taskOf(calendar, u"Side"_s) == nullptr && taskOf(calendar, u"Red"_s) == nullptr);
        const CalendarTask* end = taskOf(calendar, u"End"_s);
        QStringList needed { taskOf(calendar, u"Middle"_s)->uid, taskOf(calendar, u"Blue"_s)->uid };
        QStringList named = end->dependsOn;
        needed.sort();
        named.sort();
        QCOMPARE(named, needed);
        QVERIFY(taskOf(calendar, u"Base"_s)->dependsOn.isEmpty());
        QVERIFY(taskOf(calendar, u"Base"_s)->due < end->due);
        QVERIFY(end->state == CalendarTask::State::Open);
    }

    void tasksTellHowFarTheyAre()
    {
        Library library(7);
        library.apply(domain::finishSkill(library.context(), u"base"_s));
        library.apply(domain::finishSkill(library.context(), u"side"_s)); // off the way, and done all the same
        library.apply(domain::checkItem(library.context(), u"middle"_s, u"first"_s));
        library.apply(domain::skipSkill(library.context(), u"blue"_s));
        const CalendarFile calendar = library.calendar();
        const CalendarTask* base = taskOf(calendar, u"Base"_s);
        QVERIFY(base->state == CalendarTask::State::Done && base->percent == 100 && base->doneAt == library.now && !base->due.isValid());
        QVERIFY(taskOf(calendar, u"Side"_s)->state == CalendarTask::State::Done);
        const CalendarTask* middle = taskOf(calendar, u"Middle"_s);
        QVERIFY(middle->state == CalendarTask::State::Begun && middle->percent == 50 && middle->due.isValid());
        QVERIFY(taskOf(calendar, u"Blue"_s)->state == CalendarTask::State::Cancelled);
    }

    void theSameDayAndSkillKeepTheirIds()
    {
        Library library(7);
        const CalendarFile before = library.calendar();
        library.apply(domain::checkItem(library.context(), u"base"_s, u"first"_s)); // less to do: other minutes, other days
        library.now += 60'000;
        const CalendarFile after = library.calendar();
        QVERIFY(after.sequence > before.sequence);
        QCOMPARE(after.events.front().uid, before.events.front().uid);
        QCOMPARE(uidsOf(after.tasks), uidsOf(before.tasks));
    }

    void anotherDayHasAnotherId()
    {
        Library library(7);
        const CalendarFile before = library.calendar();
        library.now += day;
        QVERIFY(!uidsOf(library.calendar().events).contains(before.events.front().uid));
    }

    void withoutHoursThereAreTasksAlone()
    {
        const Library library(0);
        const CalendarFile calendar = library.calendar();
        QVERIFY(calendar.events.empty());
        QCOMPARE(calendar.tasks.size(), std::size_t(5));
        QVERIFY(!calendar.tasks.front().due.isValid());
        QCOMPARE(ui::exportCaution(*library.workspace, u"ics"_s),
            u"The week has no hours of study yet, so nothing can be dated. Say how many hours you have."_s);
        QVERIFY(ui::exportCaution(*Library(7).workspace, u"ics"_s).isEmpty());
    }

    void thatNoDateCanBeToldIsSaidOfTheFile()
    {
        const Library library(7);
        library.apply(domain::addDaysOff(library.context(), { QDate(2026, 11, 25), QDate(2126, 11, 20), {} }));
        QVERIFY(ui::exportCaution(*library.workspace, u"ics"_s).contains(u"more than a hundred years"_s));
        QVERIFY(ui::exportCaution(*library.workspace, u"md"_s).isEmpty()); // of dates alone
    }

    void withoutACourseThereIsNothingToPlan()
    {
        const support::MemoryWorkspace empty({});
        const auto bytes = ui::exportPlan(*empty, u"ics"_s);
        QVERIFY(!bytes && bytes.error().code == domain::ErrorCode::UnknownCourse);
    }

    void aHostileTitleIsNoComponent()
    {
        domain::Course course = support::graphCourse();
        course.skills.front().title = u"x\r\nBEGIN:VALARM\r\nTRIGGER:-PT1M\r\nEND:VALARM"_s;
        course.skills.front().outcome = course.skills.front().title;
        course.areas.front().title = course.skills.front().title;
        const Library library(7, course);
        const QByteArray bytes = ui::exportPlan(*library.workspace, u"ics"_s).value();
        QVERIFY(bytes.contains("BEGIN:VALARM") && !bytes.contains("\nBEGIN:VALARM"));
    }

    void whatWasStudiedTodayIsNotCalledOff()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"plan.ics"_s);
        const Library library(7);
        const QByteArray before = ui::exportPlan(*library.workspace, u"ics"_s).value();
        QVERIFY(domain::writeFileAtomically(path, before));
        const auto ofToday = [&]() -> std::vector<CalendarEvent> {
            std::vector<CalendarEvent> events
                = exchange::calendarFrom(ui::exportPlan(*library.workspace, u"ics"_s, {}, { path }).value()).value().events;
            std::erase_if(events, [](const CalendarEvent& event) { return event.day != QDate(2026, 11, 22); });
            return events;
        };
        QVERIFY(!ofToday().front().isCancelled);
        library.apply(domain::addTime(library.context(), u"base"_s, library.now - 2 * hour, 60));
        QVERIFY(ofToday().empty()); // so the calendar keeps what it has
        library.apply(domain::addDaysOff(library.context(), { QDate(2026, 11, 22), QDate(2026, 11, 22), {} }));
        QVERIFY(ofToday().empty());
    }

    void aNewExportCancelsWhatTheOldOneNamed()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"plan.ics"_s);
        Library library(7);
        const auto write = [&]() -> CalendarFile {
            const QByteArray bytes = ui::exportPlan(*library.workspace, u"ics"_s, {}, { path }).value();
            if (!ui::writeExport(path, bytes, false)) { // an earlier export of ours asks for no force
                qFatal("the calendar is not written");
            }
            return exchange::calendarFrom(bytes).value();
        };
        const CalendarFile before = write();
        library.apply(domain::addDaysOff(library.context(), { QDate(2026, 11, 24), QDate(2026, 11, 24), {} }));
        library.now += day; // the first day is past
        const CalendarFile after = write();
        QVERIFY(after.sequence > before.sequence);
        QVERIFY(!uidsOf(after.events).contains(before.events.front().uid));
        int cancelled = 0;
        for (const CalendarEvent& event : after.events) {
            QVERIFY(event.day >= QDate(2026, 11, 23));
            QVERIFY(event.isCancelled || event.day != QDate(2026, 11, 24));
            cancelled += event.isCancelled ? 1 : 0;
        }
        QVERIFY(cancelled > 0);
        library.now -= 30 * day; // a clock that was set back
        QVERIFY(write().sequence > after.sequence);
    }

    /// Written over, it would leave what was imported from it in the learner's calendar for ever.
    void ourCalendarInAnotherEncodingIsAnError()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"plan.ics"_s);
        domain::Course course = support::graphCourse();
        course.title = u"Caf\u00e9"_s;
        const Library library(7, course);
        const QByteArray saved = QString::fromUtf8(ui::exportPlan(*library.workspace, u"ics"_s, {}, { path }).value()).toLatin1();
        QVERIFY(domain::writeFileAtomically(path, saved));
        QVERIFY(exchange::isOurCalendar(saved));
        const auto bytes = ui::exportPlan(*library.workspace, u"ics"_s, {}, { path });
        QVERIFY(!bytes && bytes.error().code == domain::ErrorCode::InvalidFile);
        const QString sentence = ui::ErrorSentence::of(bytes.error());
        QVERIFY2(sentence.contains(path) && sentence.contains(u"choose another name"_s), qPrintable(sentence));
        QVERIFY(ui::exportPlan(*library.workspace, u"ics"_s, {}, { folder.filePath(u"other.ics"_s) }));
    }

    void anotherCalendarIsNotReplaced()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"mine.ics"_s);
        // A calendar of another program, into which our events were imported.
        const QByteArray mine
            = "BEGIN:VCALENDAR\r\nPRODID:-//Someone//EN\r\nBEGIN:VEVENT\r\nSUMMARY:Waymark\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        QVERIFY(domain::writeFileAtomically(path, mine));
        const Library library(7);
        const QByteArray bytes = ui::exportPlan(*library.workspace, u"ics"_s, {}, { path }).value();
        const auto written = ui::writeExport(path, bytes, false);
        QVERIFY(!written && written.error().code == domain::ErrorCode::FileExists);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), mine);
    }
};

QTEST_MAIN(tst_PlanCalendar)
#include "tst_PlanCalendar.moc"
