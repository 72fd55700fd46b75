// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Applying.h>
#include <app/Outlook.h>
#include <app/Parsing.h>
#include <app/Unknown.h>
#include <app/VerbTable.h>

#include <domain/StudyEdits.h>
#include <session/BoardDesk.h>
#include <session/UnitPlan.h>
#include <ui/words/Isolated.h>
#include <ui/words/PlanWords.h>
#include <ui/words/Words.h>

#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::ErrorCode;
using domain::Result;
using learning::WishFate;
using session::OrderedWish;
using session::Workspace;
using ui::PlanWords;
using ui::Words;

namespace {

constexpr int weeksShown = 4;
constexpr int mostWeeks = 520;
constexpr int skillCell = 30;

/// Work on one day, with the units of the lesson that it is meant for.
struct PlannedStudy
{
    learning::StudySlot slot;
    QStringList units;
};
using Timetable = std::vector<PlannedStudy>;

/// The schedule in weeks, each by its first day, as many as are asked for.
std::map<QDate, Timetable> weeksOf(
    const Workspace& workspace, const session::StudyOutset& outset, const learning::Schedule& schedule, int weeks)
{
    std::map<QDate, Timetable> result;
    const QDate first = session::weekStart(workspace, QLocale().firstDayOfWeek());
    const QDate last = first.addDays(7 * weeks - 1);
    const std::vector<QStringList> units = session::unitsOfSlots(workspace, outset, schedule, last);
    for (std::size_t i = 0; i < units.size() && schedule.timetable[i].day <= last; ++i) {
        const learning::StudySlot& slot = schedule.timetable[i];
        result[first.addDays(first.daysTo(slot.day) / 7 * 7)].push_back({ slot, units[i] });
    }
    return result;
}

int minutesOf(const Timetable& timetable)
{
    int sum = 0;
    for (const PlannedStudy& each : timetable) {
        sum += each.slot.minutes;
    }
    return sum;
}

QString wordOf(WishFate fate)
{
    switch (fate) {
    case WishFate::Kept:
        return u"kept"_s;
    case WishFate::Past:
        return u"past"_s;
    case WishFate::Needed:
        return u"needed"_s;
    case WishFate::Overruled:
        return u"overruled"_s;
    }
    return {};
}

/// The plan on a terminal or for a script.
class Planning
{
    Q_DECLARE_TR_FUNCTIONS(Planning)

public:
    static int plan(const VerbCall& call);
    static int move(const VerbCall& call);
    static int free(const VerbCall& call);
    static int forecast(const VerbCall& call);

private:
    static QJsonObject planJson(const Workspace& workspace, const Outlook& outlook, int weeks);
    static void planText(const VerbCall& call, const Outlook& outlook, int weeks);
    static QString studyOf(const QString& title, const QStringList& units, bool isCheck);
    static void weekText(const VerbCall& call, QDate first, const Timetable& timetable);
    static Result<session::WhatIf> whatIf(const VerbCall& call);
    static Result<void> requireOpen(const VerbCall& call, const session::StudyOutset& outset, const QString& skill);
};

void tell(const VerbCall& call, const Outlook& outlook)
{
    for (const QString& line : outlook.lines(call.workspace->roadmap())) {
        call.console.line(line);
    }
    if (const QString basis = outlook.basis(call.workspace->roadmap()); !basis.isEmpty()) {
        call.console.line(basis);
    }
}

QJsonObject Planning::planJson(const Workspace& workspace, const Outlook& outlook, int weeks)
{
    const domain::Roadmap& roadmap = workspace.roadmap();
    const learning::Schedule schedule = session::scheduleOf(outlook.outset);
    QJsonArray weekArray;
    for (const auto& [day, timetable] : weeksOf(workspace, outlook.outset, schedule, weeks)) {
        QJsonArray slotArray;
        for (const auto& [slot, units] : timetable) {
            slotArray.append(QJsonObject { { u"day"_s, isoOrNull(slot.day) }, { u"skill"_s, roadmap.skill(slot.skill).id },
                { u"units"_s, QJsonArray::fromStringList(units) }, { u"minutes"_s, slot.minutes }, { u"check"_s, slot.isCheck } });
        }
        weekArray.append(QJsonObject { { u"from"_s, isoOrNull(day) }, { u"minutes"_s, minutesOf(timetable) }, { u"slots"_s, slotArray } });
    }
    QJsonArray skills;
    for (const learning::ScheduledSkill& each : schedule.skills) {
        skills.append(QJsonObject {
            { u"skill"_s, roadmap.skill(each.skill).id }, { u"from"_s, isoOrNull(each.from) }, { u"to"_s, isoOrNull(each.to) } });
    }
    QJsonArray wishes;
    for (const OrderedWish& wish : session::wishesOf(workspace, outlook.outset)) {
        wishes.append(QJsonObject { { u"skill"_s, wish.skill }, { u"before"_s, wish.isAfter ? QJsonValue() : QJsonValue(wish.other) },
            { u"after"_s, wish.isAfter ? QJsonValue(wish.other) : QJsonValue() }, { u"fate"_s, wordOf(wish.fate) },
            { u"why"_s, ui::unisolated(PlanWords::fate(wish, roadmap)) } });
    }
    return { { u"forecast"_s, outlook.json() }, { u"weeks"_s, weekArray }, { u"skills"_s, skills }, { u"wishes"_s, wishes },
        { u"finish"_s, isoOrNull(schedule.finish) } };
}

QString Planning::studyOf(const QString& title, const QStringList& units, bool isCheck)
{
    if (isCheck) {
        return tr("%1 (tried once more)").arg(title);
    }
    return units.isEmpty() ? title : tr("%1 (%2)", "a skill and parts of its lesson").arg(title, QLocale().createSeparatedList(units));
}

void Planning::weekText(const VerbCall& call, QDate first, const Timetable& timetable)
{
    call.console.line({});
    call.console.line(tr("Week from %1: %2", "a date and a time").arg(PlanWords::date(first), Words::minutes(minutesOf(timetable))));
    QDate shown;
    for (const auto& [slot, units] : timetable) {
        const domain::Skill& skill = call.workspace->roadmap().skill(slot.skill);
        const QString day = slot.day == shown
            ? QString()
            : tr("%1 %2", "weekday and date").arg(QLocale().dayName(slot.day.dayOfWeek(), QLocale::ShortFormat), PlanWords::date(slot.day));
        shown = slot.day;
        call.console.line(u"  "_s + day.leftJustified(18) + Words::minutes(slot.minutes).rightJustified(12) + u"  "_s
            + skill.id.leftJustified(skillCell) + studyOf(skill.title, units, slot.isCheck));
    }
    for (const auto& [id, off] : domain::daysOffInOrder(call.workspace->progress())) {
        if (off.first < first.addDays(7) && off.last >= first) {
            call.console.line(u"  "_s + tr("Off: %1", "days").arg(ui::unisolated(PlanWords::daysOff(off))));
        }
    }
}

void Planning::planText(const VerbCall& call, const Outlook& outlook, int weeks)
{
    const Workspace& workspace = *call.workspace;
    if (const domain::Milestone* milestone = workspace.roadmap().milestone(outlook.outset.milestone)) {
        call.console.line(
            tr("The way to \"%1\": %n skill(s), %2 left by the estimates.", nullptr, static_cast<int>(outlook.outset.order.skills.size()))
                .arg(milestone->title, Words::hours(outlook.forecast.hoursLeft)));
    }
    tell(call, outlook);
    const learning::Schedule schedule = session::scheduleOf(outlook.outset);
    const QDate until = session::weekStart(workspace, QLocale().firstDayOfWeek()).addDays(7 * weeks);
    const std::map<QDate, Timetable> shown = weeksOf(workspace, outlook.outset, schedule, weeks);
    for (const auto& [day, timetable] : shown) {
        weekText(call, day, timetable);
    }
    const auto later
        = std::count_if(schedule.skills.begin(), schedule.skills.end(), [until](const auto& each) { return each.to >= until; });
    if (later > 0) {
        call.console.line({});
        if (shown.empty()) {
            call.console.line(tr("Nothing is planned before %1.", "a date").arg(PlanWords::date(until)));
        }
        call.console.line(tr("%n skill(s) end later. \"waymark plan --weeks N\" shows more weeks.", nullptr, static_cast<int>(later)));
    }
    for (const OrderedWish& wish : session::wishesOf(workspace, outlook.outset)) {
        if (wish.isUnmet()) {
            call.console.line({});
            call.console.line(ui::unisolated(PlanWords::fate(wish, workspace.roadmap())));
            call.console.line(tr("\"waymark plan free %1\" forgets this wish.").arg(wish.skill));
        }
    }
}

int Planning::plan(const VerbCall& call)
{
    const QString given = call.invocation.values.value(u"weeks"_s, QString::number(weeksShown));
    const Result<int> weeks = wholeNumber(given, 1, mostWeeks);
    if (!weeks) {
        return call.console.fail(weeks.error());
    }
    const Outlook outlook = Outlook::of(*call.workspace);
    if (call.console.isJson()) {
        call.console.json(planJson(*call.workspace, outlook, *weeks));
    } else {
        planText(call, outlook, *weeks);
    }
    return 0;
}

/// What can be moved: a skill of the course that is still to be studied on the way.
Result<void> Planning::requireOpen(const VerbCall& call, const session::StudyOutset& outset, const QString& skill)
{
    const int index = call.workspace->roadmap().indexOf(skill);
    if (index < 0) {
        return unknownSkill(call.workspace->roadmap(), skill);
    }
    const std::vector<int>& order = outset.order.skills;
    if (std::find(order.begin(), order.end(), index) == order.end()) {
        return domain::failure(
            ErrorCode::InvalidTime, skill, tr("it is done, or not on the way to the goal, so it has no place in the order"));
    }
    return {};
}

int Planning::move(const VerbCall& call)
{
    const bool isLast = call.invocation.flags.contains(u"last"_s);
    if (isLast == call.invocation.values.contains(u"before"_s)) {
        return call.console.fail({ ErrorCode::Usage, {}, tr("\"plan move\" needs --before OTHER or --last") });
    }
    const QString skill = call.invocation.argument(0);
    const QString before = call.invocation.values.value(u"before"_s);
    const session::StudyOutset outset = session::studyOutset(*call.workspace);
    for (const QString& each : isLast ? QStringList { skill } : QStringList { skill, before }) {
        if (const Result<void> open = requireOpen(call, outset, each); !open) {
            return call.console.fail(open.error());
        }
    }
    return applyEdit(call, session::movedInOrder(*call.workspace, outset, skill, before), [&call, &skill] {
        QStringList reasons;
        for (const OrderedWish& wish : session::wishesOf(*call.workspace, session::studyOutset(*call.workspace))) {
            if (wish.isUnmet() && (wish.skill == skill || wish.other == skill)) {
                reasons.append(ui::unisolated(PlanWords::fate(wish, call.workspace->roadmap())));
            }
        }
        return reasons;
    });
}

int Planning::free(const VerbCall& call)
{
    const QString skill = call.invocation.argument(0);
    const domain::EditContext context = call.workspace->context();
    if (!domain::canForgetWish(context, skill) && call.workspace->roadmap().find(skill) == nullptr) {
        return call.console.fail(unknownSkill(call.workspace->roadmap(), skill).value());
    }
    return applyEdit(call, domain::forgetWish(context, skill));
}

Result<session::WhatIf> Planning::whatIf(const VerbCall& call)
{
    const QMap<QString, QString>& values = call.invocation.values;
    session::WhatIf whatIf;
    if (const auto given = values.constFind(u"hours"_s); given != values.cend()) {
        bool isNumber = false;
        const double hours = given->toDouble(&isNumber);
        if (!isNumber) {
            return domain::failure(ErrorCode::Usage, {}, tr("\"%1\" is not a number of hours").arg(*given));
        }
        if (!(hours >= 0 && hours <= domain::mostHoursAWeek)) {
            return domain::failure(ErrorCode::InvalidTime, *given, tr("a week has 0 to %1 hours of study").arg(domain::mostHoursAWeek));
        }
        const Result<void> fits = domain::requireRoom({ {}, hours, {} }, call.workspace->progress().rhythm());
        if (!fits) {
            return tl::unexpected(fits.error());
        }
        whatIf.hoursPerWeek = hours;
    }
    if (const auto given = values.constFind(u"milestone"_s); given != values.cend()) {
        if (call.workspace->roadmap().milestone(*given) == nullptr) {
            return unknownMilestone(call.workspace->course(), *given);
        }
        whatIf.milestone = *given;
    }
    if (const auto given = values.constFind(u"deadline"_s); given != values.cend()) {
        const Result<QDate> deadline = isoDateOrNone(*given);
        if (!deadline) {
            return tl::unexpected(deadline.error());
        }
        whatIf.deadline = *deadline;
    }
    return whatIf;
}

int Planning::forecast(const VerbCall& call)
{
    const Result<session::WhatIf> whatIf = Planning::whatIf(call);
    if (!whatIf) {
        return call.console.fail(whatIf.error());
    }
    const Outlook now = Outlook::of(*call.workspace);
    const bool isIf = *whatIf != session::WhatIf {};
    const Outlook asked = isIf ? Outlook::of(*call.workspace, *whatIf) : now;
    if (call.console.isJson()) {
        QJsonObject object = asked.json();
        object.insert(u"now"_s, isIf ? QJsonValue(now.json()) : QJsonValue());
        call.console.json(object);
        return 0;
    }
    tell(call, asked);
    if (isIf) {
        call.console.line({});
        call.console.line(tr("As it is now:"));
        call.console.line(u"  "_s + now.headline(call.workspace->roadmap()));
    }
    return 0;
}

} // namespace

std::vector<Verb> planVerbs()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Verbs", text); };
    constexpr auto read = LibraryNeed::Read;
    constexpr auto write = LibraryNeed::Write;
    return {
        { u"plan"_s, {}, tr("by when the goal is reached, and what to study on which day"), 0, 0, read,
            { { u"weeks"_s, u"N"_s, tr("how many weeks to show, 1 to 520 (default: 4)") } }, Planning::plan },
        { u"plan move"_s, u"SKILL"_s, tr("study a skill earlier or later; what it needs still comes first"), 1, 1, write,
            { { u"before"_s, u"OTHER"_s, tr("before this skill") }, { u"last"_s, {}, tr("at the end of the order") } }, Planning::move },
        { u"plan free"_s, u"SKILL"_s, tr("forget that a skill was moved"), 1, 1, write, {}, Planning::free },
        { u"forecast"_s, {}, tr("when the goal is likely to be reached, as it is or as it would be; changes nothing"), 0, 0, read,
            { { u"hours"_s, u"N"_s, tr("with so many hours a week") }, { u"milestone"_s, u"M"_s, tr("for another milestone") },
                { u"deadline"_s, u"DATE"_s, tr("with the chance of this day, or none") } },
            Planning::forecast },
    };
}

} // namespace waymark::app
