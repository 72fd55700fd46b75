// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Applying.h>
#include <app/Outlook.h>
#include <app/Parsing.h>
#include <app/VerbTable.h>

#include <domain/StudyEdits.h>
#include <session/BoardDesk.h>
#include <ui/words/Isolated.h>
#include <ui/words/PlanWords.h>
#include <ui/words/Words.h>

#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::BoardLane;
using domain::boardLanes;
using domain::DaysOff;
using domain::ErrorCode;
using domain::Result;
using domain::StudyRhythm;
using ui::PlanWords;
using ui::Words;

namespace {

constexpr int minutesADay = 24 * 60;

/// Weekdays as scripts name them, Monday first.
const QStringList& weekdays()
{
    static const QStringList names { u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s, u"sun"_s };
    return names;
}

/// What it means for the plan, told beside an edit.
Notes outlookOf(const VerbCall& call)
{
    return [&call] { return Outlook::of(*call.workspace).lines(call.workspace->roadmap()); };
}

/// When the learner studies: the hours of a week and the days off.
class Hours
{
    Q_DECLARE_TR_FUNCTIONS(Hours)

public:
    static int hours(const VerbCall& call);
    static int addOff(const VerbCall& call);
    static int listOff(const VerbCall& call);
    static int removeOff(const VerbCall& call)
    {
        return applyEdit(call, domain::removeDaysOff(call.workspace->context(), call.invocation.argument(0)), outlookOf(call));
    }

private:
    static int show(const VerbCall& call);
    static Result<StudyRhythm> rhythm(const VerbCall& call);
    static Result<void> takeDays(const VerbCall& call, StudyRhythm& rhythm);
    static Result<void> takeCue(const VerbCall& call, StudyRhythm& rhythm);
    static QJsonObject json(const StudyRhythm& rhythm);
};

/// As it stands, with the minutes of each day laid out.
StudyRhythm presentRhythm(const VerbCall& call)
{
    StudyRhythm rhythm = call.workspace->progress().rhythm();
    rhythm.minutes = domain::weekMinutes(call.workspace->progress().goal(), rhythm);
    return rhythm;
}

int weekOf(const StudyRhythm& rhythm)
{
    return std::accumulate(rhythm.minutes.begin(), rhythm.minutes.end(), 0);
}

QJsonObject Hours::json(const StudyRhythm& rhythm)
{
    QJsonObject minutes;
    for (std::size_t day = 0; day < rhythm.minutes.size(); ++day) {
        minutes.insert(weekdays()[static_cast<qsizetype>(day)], rhythm.minutes[day]);
    }
    const QJsonValue cue
        = rhythm.cue.isEmpty() ? QJsonValue() : QJsonValue(QJsonObject { { u"after"_s, rhythm.cue }, { u"minutes"_s, rhythm.cueMinutes } });
    return { { u"minutes"_s, minutes }, { u"hoursPerWeek"_s, weekOf(rhythm) / 60.0 }, { u"cue"_s, cue },
        { u"doingLimit"_s, rhythm.doingLimit } };
}

int Hours::show(const VerbCall& call)
{
    const StudyRhythm rhythm = presentRhythm(call);
    if (call.console.isJson()) {
        call.console.json(json(rhythm));
        return 0;
    }
    for (int day = 1; day <= weekdays().size(); ++day) {
        const int minutes = rhythm.minutes[static_cast<std::size_t>(day - 1)];
        call.console.line(QLocale().dayName(day).leftJustified(16) + (minutes == 0 ? tr("no study") : Words::minutes(minutes)));
    }
    call.console.line(tr("A week: %1.", "a time").arg(Words::minutes(weekOf(rhythm))));
    if (const QString cue = ui::unisolated(PlanWords::cue(rhythm)); !cue.isEmpty()) {
        call.console.line(cue);
    }
    call.console.line(tr("Doing holds %n skill(s) at once.", nullptr, rhythm.doingLimit));
    if (weekOf(rhythm) == 0) {
        for (const QString& line : Outlook::of(*call.workspace).lines(call.workspace->roadmap())) {
            call.console.line(line);
        }
    }
    return 0;
}

Result<void> Hours::takeDays(const VerbCall& call, StudyRhythm& rhythm)
{
    const QMap<QString, QString>& values = call.invocation.values;
    if (const auto given = values.constFind(u"each-day"_s); given != values.cend()) {
        bool isNumber = false;
        const double hours = given->toDouble(&isNumber);
        if (!isNumber || !(hours >= 0 && hours * 60 <= minutesADay)) {
            return domain::failure(ErrorCode::Usage, {}, tr("\"%1\" is not a number of hours from 0 to 24").arg(*given));
        }
        rhythm.minutes.fill(static_cast<int>(std::lround(hours * 60)));
    }
    const QString days = values.value(u"days"_s);
    for (const QString& part : days.split(u',', values.contains(u"days"_s) ? Qt::KeepEmptyParts : Qt::SkipEmptyParts)) {
        const qsizetype day = weekdays().indexOf(part.section(u'=', 0, 0).trimmed().toLower());
        if (day < 0 || part.count(u'=') != 1) {
            return domain::failure(ErrorCode::Usage, {},
                tr("\"%1\" is not a weekday with its minutes like mon=60; the weekdays are %2").arg(part, weekdays().join(u", "_s)));
        }
        const Result<int> minutes = wholeNumber(part.section(u'=', 1).trimmed(), 0, minutesADay);
        if (!minutes) {
            return tl::unexpected(minutes.error());
        }
        rhythm.minutes[static_cast<std::size_t>(day)] = *minutes;
    }
    return {};
}

Result<void> Hours::takeCue(const VerbCall& call, StudyRhythm& rhythm)
{
    const QMap<QString, QString>& values = call.invocation.values;
    const bool hasMinutes = values.contains(u"minutes"_s);
    if (call.invocation.flags.contains(u"no-cue"_s)) {
        if (values.contains(u"cue"_s) || hasMinutes) {
            return domain::failure(ErrorCode::Usage, {}, tr("--no-cue goes without --cue and --minutes"));
        }
        rhythm.cue.clear();
        rhythm.cueMinutes = 0;
        return {};
    }
    rhythm.cue = values.value(u"cue"_s, rhythm.cue).simplified();
    if ((values.contains(u"cue"_s) || hasMinutes) && rhythm.cue.isEmpty()) {
        return domain::failure(ErrorCode::Usage, {}, tr("--minutes needs --cue TEXT: after what you study; --no-cue takes the cue away"));
    }
    if (hasMinutes) {
        const Result<int> minutes = wholeNumber(values[u"minutes"_s], 1, minutesADay);
        if (!minutes) {
            return tl::unexpected(minutes.error());
        }
        rhythm.cueMinutes = *minutes;
    }
    if (!rhythm.cue.isEmpty() && rhythm.cueMinutes == 0) {
        return domain::failure(ErrorCode::Usage, {}, tr("--cue needs --minutes N: how long you study then"));
    }
    return {};
}

Result<StudyRhythm> Hours::rhythm(const VerbCall& call)
{
    StudyRhythm rhythm = presentRhythm(call);
    if (const Result<void> taken = takeDays(call, rhythm); !taken) {
        return tl::unexpected(taken.error());
    }
    if (const Result<void> taken = takeCue(call, rhythm); !taken) {
        return tl::unexpected(taken.error());
    }
    if (call.invocation.values.contains(u"doing"_s)) {
        const Result<int> limit = wholeNumber(call.invocation.values[u"doing"_s], 1, domain::mostInDoing);
        if (!limit) {
            return tl::unexpected(limit.error());
        }
        rhythm.doingLimit = *limit;
    }
    return rhythm;
}

int Hours::hours(const VerbCall& call)
{
    const QMap<QString, QString>& values = call.invocation.values;
    const bool isTold = call.invocation.flags.contains(u"no-cue"_s)
        || std::ranges::any_of(QStringList { u"each-day"_s, u"days"_s, u"cue"_s, u"minutes"_s, u"doing"_s },
            [&values](const QString& name) { return values.contains(name); });
    if (!isTold) {
        return show(call);
    }
    const Result<StudyRhythm> wanted = rhythm(call);
    return wanted ? applyEdit(call, domain::setRhythm(call.workspace->context(), *wanted), outlookOf(call))
                  : call.console.fail(wanted.error());
}

int Hours::addOff(const VerbCall& call)
{
    const Result<QDate> first = isoDate(call.invocation.argument(0));
    if (!first) {
        return call.console.fail(first.error());
    }
    const Result<QDate> last = call.invocation.hasArgument(1) ? isoDate(call.invocation.argument(1)) : first;
    if (!last) {
        return call.console.fail(last.error());
    }
    const DaysOff off { *first, *last, call.invocation.values.value(u"reason"_s) };
    return applyEdit(call, domain::addDaysOff(call.workspace->context(), off), outlookOf(call));
}

int Hours::listOff(const VerbCall& call)
{
    const auto all = domain::daysOffInOrder(call.workspace->progress());
    QJsonArray array;
    for (const auto& [id, off] : all) {
        if (call.console.isJson()) {
            array.append(QJsonObject {
                { u"id"_s, id }, { u"first"_s, isoOrNull(off.first) }, { u"last"_s, isoOrNull(off.last) }, { u"reason"_s, off.reason } });
        } else {
            call.console.line(id + u"  "_s + ui::unisolated(PlanWords::daysOff(off)));
        }
    }
    if (call.console.isJson()) {
        call.console.json(array);
    } else if (all.empty()) {
        call.console.line(tr("There are no days off. \"waymark off add FROM TO\" adds some."));
    }
    return 0;
}

/// The board of this week.
class BoardTalk
{
    Q_DECLARE_TR_FUNCTIONS(BoardTalk)

public:
    static int board(const VerbCall& call);
    static int move(const VerbCall& call);

private:
    static QJsonArray cards(const VerbCall& call, const std::vector<learning::BoardCard>& cards);
    static void lane(const VerbCall& call, BoardLane lane, const std::vector<learning::BoardCard>& cards);
};

session::BoardDesk deskOf(const VerbCall& call)
{
    return { *call.workspace, QLocale().firstDayOfWeek() };
}

QJsonArray BoardTalk::cards(const VerbCall& call, const std::vector<learning::BoardCard>& cards)
{
    QJsonArray array;
    for (const learning::BoardCard& card : cards) {
        const domain::Skill& skill = call.workspace->roadmap().skill(card.skill);
        const double hoursLeft = learning::hoursLeftOf(
            skill, call.workspace->progress().skill(skill.id), call.workspace->states()[static_cast<std::size_t>(card.skill)]);
        array.append(QJsonObject {
            { u"skill"_s, skill.id }, { u"title"_s, skill.title }, { u"placed"_s, card.isPlaced }, { u"hoursLeft"_s, hoursLeft } });
    }
    return array;
}

void BoardTalk::lane(const VerbCall& call, BoardLane lane, const std::vector<learning::BoardCard>& cards)
{
    constexpr std::size_t most = 12; // of the backlog; the other columns are short by themselves
    const auto count = static_cast<int>(cards.size());
    call.console.line(lane == BoardLane::Doing
            ? tr("%1: %2 of %3", "a column, its cards and the limit").arg(PlanWords::lane(lane)).arg(count).arg(deskOf(call).limit())
            : tr("%1: %2", "a column and its cards").arg(PlanWords::lane(lane)).arg(count));
    const std::size_t shown = lane == BoardLane::Backlog ? std::min(most, cards.size()) : cards.size();
    for (std::size_t i = 0; i < shown; ++i) {
        const domain::Skill& skill = call.workspace->roadmap().skill(cards[i].skill);
        call.console.line(u"  "_s + skill.id.leftJustified(30) + skill.title);
    }
    if (shown < cards.size()) {
        call.console.line(
            u"  "_s + tr("and %n more; \"waymark plan\" names them in their order", nullptr, static_cast<int>(cards.size() - shown)));
    }
}

int BoardTalk::board(const VerbCall& call)
{
    const learning::Board board = deskOf(call).board();
    if (!call.console.isJson()) {
        for (const BoardLane lane : boardLanes) {
            BoardTalk::lane(call, lane, board.in(lane));
        }
        return 0;
    }
    QJsonArray lanes;
    for (const BoardLane lane : boardLanes) {
        lanes.append(QJsonObject { { u"lane"_s, domain::toString(lane) }, { u"cards"_s, cards(call, board.in(lane)) } });
    }
    call.console.json(QJsonObject { { u"lanes"_s, lanes }, { u"doingLimit"_s, deskOf(call).limit() },
        { u"weekFrom"_s, isoOrNull(session::weekStart(*call.workspace, QLocale().firstDayOfWeek())) } });
    return 0;
}

int BoardTalk::move(const VerbCall& call)
{
    const QString skill = call.invocation.argument(0);
    const std::optional<BoardLane> lane = domain::boardLaneFrom(call.invocation.argument(1).toLower());
    if (!lane) {
        QStringList words;
        for (const BoardLane each : boardLanes) {
            words.append(domain::toString(each));
        }
        return call.console.fail(
            { ErrorCode::Usage, {}, tr("There is no column \"%1\"; say one of %2").arg(call.invocation.argument(1), words.join(u", "_s)) });
    }
    const session::BoardDesk desk = deskOf(call);
    if (desk.obstacle(desk.board(), skill, *lane) == ErrorCode::Refused) {
        return call.console.fail({ ErrorCode::Refused, skill,
            call.workspace->stateOf(skill) == learning::SkillState::Skipped
                ? tr("it is skipped and stands in no column; \"waymark reset %1\" takes it up again").arg(skill)
                : tr("it is done and goes to waiting and done alone; \"waymark reset %1\" takes it up again").arg(skill) });
    }
    const learning::Lock lock = call.workspace->lockOf(skill);
    const bool overLock = *lane == BoardLane::Doing && call.workspace->stateOf(skill) == learning::SkillState::Locked;
    const QString why = overLock ? ui::unisolated(Words::lock(lock, call.workspace->roadmap())) : QString();
    return applyEdit(call, deskOf(call).moved(skill, *lane),
        [&why] { return why.isEmpty() ? QStringList() : QStringList { tr("It was locked. %1").arg(why) }; });
}

} // namespace

std::vector<Verb> weekVerbs()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Verbs", text); };
    constexpr auto read = LibraryNeed::Read;
    constexpr auto write = LibraryNeed::Write;
    return {
        { u"hours"_s, {}, tr("show when you study, or set it with the options"), 0, 0, LibraryNeed::WriteIfTold,
            { { u"each-day"_s, u"H"_s, tr("hours of every day") },
                { u"days"_s, u"DAYS"_s, tr("minutes of single days: mon=60,tue=0; the others stay") },
                { u"cue"_s, u"TEXT"_s, tr("after what you study, such as breakfast") },
                { u"minutes"_s, u"N"_s, tr("how long you study then") }, { u"no-cue"_s, {}, tr("take the cue away") },
                { u"doing"_s, u"N"_s, tr("how many skills may stand in Doing at once, 1 to 9") } },
            Hours::hours },
        { u"off add"_s, u"FROM [TO]"_s, tr("days without study, both included, like 2026-12-24 2026-12-31"), 1, 2, write,
            { { u"reason"_s, u"TEXT"_s, tr("why") } }, Hours::addOff },
        { u"off list"_s, {}, tr("the days off, with their ids"), 0, 0, read, {}, Hours::listOff },
        { u"off remove"_s, u"ID"_s, tr("study on these days after all"), 1, 1, write, {}, Hours::removeOff },
        { u"board"_s, {}, tr("the steps of this week in their columns"), 0, 0, read, {}, BoardTalk::board },
        { u"board move"_s, u"SKILL COLUMN"_s, tr("to backlog, week, doing, waiting or done"), 2, 2, write, {}, BoardTalk::move },
    };
}

} // namespace waymark::app
