// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Applying.h>
#include <app/Outlook.h>
#include <app/Parsing.h>
#include <app/TimeList.h>
#include <app/UnseenWatch.h>
#include <app/VerbTable.h>

#include <domain/StudyEdits.h>
#include <session/Workspace.h>
#include <ui/words/Words.h>

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::Edit;
using domain::ErrorCode;
using domain::Result;
using domain::RunningTimer;
using domain::TimeEntry;
using ui::Words;

namespace {

constexpr qint64 msecsPerMinute = 60'000;

/// The watch, and what changes the entries of study time.
class Timing
{
    Q_DECLARE_TR_FUNCTIONS(Timing)

public:
    static int start(const VerbCall& call);
    static int pause(const VerbCall& call)
    {
        const Result<void> seen = requireSeen(*call.workspace);
        return seen ? applyEdit(call, domain::pauseTimer(call.workspace->context(), call.workspace->now()), watchOf(call))
                    : call.console.fail(seen.error());
    }
    static int resume(const VerbCall& call);
    static int stop(const VerbCall& call);
    static int drop(const VerbCall& call) { return applyEdit(call, domain::dropTimer(call.workspace->context())); }
    static int show(const VerbCall& call);
    static int add(const VerbCall& call);
    static int change(const VerbCall& call);
    static int remove(const VerbCall& call)
    {
        return applyEdit(call, domain::removeTime(call.workspace->context(), call.invocation.argument(0)));
    }

private:
    static Notes watchOf(const VerbCall& call, const QStringList& before = {}); ///< and what comes before
    static QString watchSentence(const VerbCall& call, const RunningTimer& timer);
    static QStringList logged(const VerbCall& call, const Result<Edit>& edit);
    static QStringList kept(const VerbCall& call, const Result<Edit>& edit);
    static Result<domain::Focus> focus(const VerbCall& call);
    static Result<NamedMoment> moment(const VerbCall& call);
    static Notes clocks(const NamedMoment& moment);
};

int wholeMinutes(const RunningTimer& timer, qint64 now)
{
    return static_cast<int>(std::min<qint64>(timer.elapsed(now) / msecsPerMinute, std::numeric_limits<int>::max()));
}

QString Timing::watchSentence(const VerbCall& call, const RunningTimer& timer)
{
    const QString title = call.workspace->roadmap().titleOf(timer.skill);
    const QString ran = Words::minutes(wholeMinutes(timer, call.workspace->now()));
    return timer.isRunning() ? tr("The watch runs on \"%1\": %2 so far.").arg(title, ran)
                             : tr("The watch on \"%1\" is paused at %2. \"waymark time resume\" goes on.").arg(title, ran);
}

Notes Timing::watchOf(const VerbCall& call, const QStringList& before)
{
    return [&call, before] {
        const auto& timer = call.workspace->progress().timer();
        return timer ? before + QStringList { watchSentence(call, *timer) } : before;
    };
}

/// The time that an edit logs; none where it logs none.
QStringList Timing::logged(const VerbCall& call, const Result<Edit>& edit)
{
    for (const domain::RecordChange& change : edit ? edit->changes : std::vector<domain::RecordChange>()) {
        if (change.key.kind == domain::RecordKind::TimeEntry && change.after) {
            const auto& entry = std::get<TimeEntry>(*change.after);
            const QString title = call.workspace->roadmap().titleOf(entry.skill);
            return { tr("%1 on \"%2\" are logged.", "a time and a skill").arg(Words::minutes(entry.minutes), title) };
        }
    }
    return {};
}

/// What an edit that takes a watch off leaves of it.
QStringList Timing::kept(const VerbCall& call, const Result<Edit>& edit)
{
    if (!edit || edit->changes.empty() || !call.workspace->progress().timer()) {
        return {};
    }
    const QStringList time = logged(call, edit);
    return time.isEmpty() ? QStringList(tr("The watch ran for less than half a minute, so nothing is logged.")) : time;
}

Result<domain::Focus> Timing::focus(const VerbCall& call)
{
    const auto given = call.invocation.values.constFind(u"focus"_s);
    if (given == call.invocation.values.cend()) {
        return domain::Focus {};
    }
    bool isWork = false;
    bool isBreak = false;
    const domain::Focus focus { given->section(u'/', 0, 0).toInt(&isWork), given->section(u'/', 1).toInt(&isBreak) };
    if (!isWork || !isBreak) {
        return domain::failure(ErrorCode::Usage, {}, tr("\"%1\" is not minutes of work and of the break after them like 25/5").arg(*given));
    }
    return focus == domain::Focus {} ? domain::failure(ErrorCode::Usage, {}, tr("Leave --focus out for work without set breaks"))
                                     : Result<domain::Focus>(focus);
}

int Timing::start(const VerbCall& call)
{
    const Result<domain::Focus> focus = Timing::focus(call);
    if (!focus) {
        return call.console.fail(focus.error());
    }
    const QString skill = call.invocation.argument(0);
    const auto& timer = call.workspace->progress().timer();
    const bool isElsewhere = timer && timer->skill != skill;
    if (const auto seen = requireSeen(*call.workspace); (isElsewhere || (timer && !timer->isRunning())) && !seen) {
        return call.console.fail(seen.error());
    }
    const Result<Edit> edit = domain::startTimer(call.workspace->context(), skill, *focus);
    return applyEdit(call, edit, watchOf(call, isElsewhere ? kept(call, edit) : logged(call, edit)));
}

int Timing::resume(const VerbCall& call)
{
    const auto& timer = call.workspace->progress().timer();
    if (const Result<void> seen = requireSeen(*call.workspace); timer && !timer->isRunning() && !seen) {
        return call.console.fail(seen.error());
    }
    const Result<Edit> edit = domain::resumeTimer(call.workspace->context());
    return applyEdit(call, edit, watchOf(call, logged(call, edit)));
}

int Timing::stop(const VerbCall& call)
{
    std::optional<int> minutes;
    if (const auto given = call.invocation.values.constFind(u"minutes"_s); given != call.invocation.values.cend()) {
        const Result<int> number = wholeNumber(*given, 1, domain::longestEntry);
        if (!number) {
            return call.console.fail(number.error());
        }
        minutes = *number;
    }
    if (const Result<void> seen = requireSeen(*call.workspace); !minutes && !seen) {
        return call.console.fail(seen.error());
    }
    const Result<Edit> edit = domain::stopTimer(call.workspace->context(), minutes);
    return applyEdit(call, edit, [notes = kept(call, edit)] { return notes; });
}

int Timing::show(const VerbCall& call)
{
    const auto& timer = call.workspace->progress().timer();
    if (!call.console.isJson()) {
        call.console.line(timer ? watchSentence(call, *timer) : tr("No watch is running. \"waymark time start SKILL\" starts one."));
        if (timer && timer->focusMinutes > 0) {
            call.console.line(tr("It asks for a break of %1 after each %2.", "two times")
                                  .arg(Words::minutes(timer->breakMinutes), Words::minutes(timer->focusMinutes)));
        }
        return 0;
    }
    QJsonObject object { { u"skill"_s, QJsonValue() }, { u"running"_s, false } };
    if (timer) {
        object = { { u"skill"_s, timer->skill }, { u"running"_s, timer->isRunning() },
            { u"minutes"_s, wholeMinutes(*timer, call.workspace->now()) }, { u"startedAt"_s, isoSecond(timer->startedAt) },
            { u"focusMinutes"_s, timer->focusMinutes }, { u"breakMinutes"_s, timer->breakMinutes } };
    }
    call.console.json(object);
    return 0;
}

Result<NamedMoment> Timing::moment(const VerbCall& call)
{
    return localMoment(call.invocation.values.value(u"at"_s), call.workspace->zone());
}

Notes Timing::clocks(const NamedMoment& moment)
{
    return [moment] {
        return moment.isStruckTwice
            ? QStringList { tr("The clocks strike this time twice on that day; the earlier one was taken. An offset "
                               "behind it, such as +01:00, says which one is meant.") }
            : QStringList();
    };
}

int Timing::add(const VerbCall& call)
{
    const Result<int> minutes = wholeNumber(call.invocation.argument(1), 1, domain::longestEntry);
    if (!minutes) {
        return call.console.fail(minutes.error());
    }
    NamedMoment start { std::max<qint64>(call.workspace->now() - *minutes * msecsPerMinute, 0), false };
    if (call.invocation.values.contains(u"at"_s)) {
        const Result<NamedMoment> named = moment(call);
        if (!named) {
            return call.console.fail(named.error());
        }
        start = *named;
    }
    return applyEdit(
        call, domain::addTime(call.workspace->context(), call.invocation.argument(0), start.at, *minutes, start.offset), clocks(start));
}

int Timing::change(const VerbCall& call)
{
    const QMap<QString, QString>& values = call.invocation.values;
    const QString id = call.invocation.argument(0);
    const auto present = call.workspace->progress().time().constFind(id);
    if (present == call.workspace->progress().time().cend()) {
        return call.console.fail({ ErrorCode::UnknownEntry, id, {} });
    }
    if (!values.contains(u"minutes"_s) && !values.contains(u"at"_s) && !values.contains(u"skill"_s)) {
        return call.console.fail({ ErrorCode::Usage, {}, tr("\"time change\" needs --minutes, --at or --skill") });
    }
    TimeEntry entry = *present;
    NamedMoment start { entry.start, false };
    entry.skill = values.value(u"skill"_s, entry.skill);
    if (values.contains(u"minutes"_s)) {
        const Result<int> minutes = wholeNumber(values[u"minutes"_s], 1, domain::longestEntry);
        if (!minutes) {
            return call.console.fail(minutes.error());
        }
        entry.minutes = *minutes;
    }
    if (values.contains(u"at"_s)) {
        const Result<NamedMoment> named = moment(call);
        if (!named) {
            return call.console.fail(named.error());
        }
        start = *named;
        entry.start = start.at;
        entry.offset = start.offset.value_or(domain::offsetMinutes(start.at, call.workspace->zone()));
    }
    return applyEdit(call, domain::changeTime(call.workspace->context(), id, entry), clocks(start));
}

} // namespace

std::vector<Verb> timeVerbs()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Verbs", text); };
    constexpr auto read = LibraryNeed::Read;
    constexpr auto write = LibraryNeed::Write;
    const OptionSpec at { u"at"_s, u"TIME"_s, tr("when it began, by the clocks here: \"2026-11-21 09:30\"") };
    return {
        { u"time start"_s, u"SKILL"_s, tr("start the watch on a skill, or go on; one on another skill is stopped"), 1, 1, write,
            { { u"focus"_s, u"WORK/BREAK"_s, tr("minutes of work and of the break after them, like 25/5") } }, Timing::start },
        { u"time pause"_s, {}, tr("pause the watch"), 0, 0, write, {}, Timing::pause },
        { u"time resume"_s, {}, tr("go on with the watch"), 0, 0, write, {}, Timing::resume },
        { u"time stop"_s, {}, tr("stop the watch and log its time"), 0, 0, write,
            { { u"minutes"_s, u"N"_s, tr("log so many minutes instead") } }, Timing::stop },
        { u"time drop"_s, {}, tr("stop the watch and log nothing"), 0, 0, write, {}, Timing::drop },
        { u"time show"_s, {}, tr("what the watch says"), 0, 0, read, {}, Timing::show },
        { u"time add"_s, u"SKILL MINUTES"_s, tr("log study time that ends now, or began earlier"), 2, 2, write, { at }, Timing::add },
        { u"time change"_s, u"ID"_s, tr("correct an entry"), 1, 1, write,
            { { u"minutes"_s, u"N"_s, tr("how long it was") }, at, { u"skill"_s, u"SKILL"_s, tr("on which skill") } }, Timing::change },
        { u"time remove"_s, u"ID"_s, tr("remove an entry"), 1, 1, write, {}, Timing::remove },
        { u"time list"_s, {}, tr("the study time logged so far, and how it compares with the estimates"), 0, 0, read,
            { { u"skill"_s, u"SKILL"_s, tr("only on this skill") }, { u"from"_s, u"DATE"_s, tr("only from this day on") },
                { u"to"_s, u"DATE"_s, tr("only up to this day") } },
            listTime },
    };
}

} // namespace waymark::app
