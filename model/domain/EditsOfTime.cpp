// SPDX-License-Identifier: GPL-3.0-or-later
// The edits of study time and of the watch.
#include <domain/EditParts.h>
#include <domain/StudyEdits.h>

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

constexpr qint64 msecsPerMinute = 60'000;
constexpr int longestFocus = 240;
constexpr int longestBreak = 120;

/// The end may lie a minute ahead: whole minutes are rounded.
Result<void> requireTimes(const EditContext& context, const TimeEntry& entry)
{
    if (entry.minutes < 1 || entry.minutes > longestEntry) {
        return failure(ErrorCode::InvalidTime, entry.skill, u"minutes not between 1 and %1"_s.arg(longestEntry));
    }
    if (entry.start < 0) {
        return failure(ErrorCode::InvalidTime, entry.skill, u"it begins before 1970"_s);
    }
    if (entry.start > context.now) {
        return failure(ErrorCode::InvalidTime, entry.skill, u"it begins after now"_s);
    }
    if (entry.start + entry.minutes * msecsPerMinute > context.now + msecsPerMinute) {
        return failure(ErrorCode::InvalidTime, entry.skill, u"it ends after now; fewer minutes or an earlier start are needed"_s);
    }
    return {};
}

/// What was logged on a skill that the course has no more can still be kept and changed; nothing new is put there.
Result<void> requireEntry(const EditContext& context, const TimeEntry& entry, const QString& before = {})
{
    if (const auto skill = requireSkill(context, entry.skill); !skill && entry.skill != before) {
        return tl::unexpected(skill.error());
    }
    return requireTimes(context, entry);
}

Result<RunningTimer> presentTimer(const EditContext& context)
{
    const auto& timer = context.progress.timer();
    return timer ? Result<RunningTimer>(*timer) : Result<RunningTimer>(failure(ErrorCode::NoTimer));
}

/// The entry of a watch that is taken off; none where it ran for less than half a minute.
Result<std::optional<TimeEntry>> entryOf(const EditContext& context, const RunningTimer& timer, std::optional<int> minutes)
{
    const qint64 ran = (timer.elapsed(context.now) + msecsPerMinute / 2) / msecsPerMinute;
    if (!minutes && ran == 0) {
        return std::nullopt;
    }
    if (!minutes && ran > longestEntry) {
        return failure(ErrorCode::InvalidTime, timer.skill,
            u"the watch ran for more than a day, so say how many minutes of it were study, or drop it"_s);
    }
    const int kept = minutes.value_or(static_cast<int>(ran));
    const qint64 latest = std::min(context.now, context.now + msecsPerMinute - kept * msecsPerMinute); // begun before the watch was started
    const qint64 start = std::min(timer.startedAt, latest);
    const TimeEntry entry { timer.skill, start, kept, offsetMinutes(start, context.zone) };
    const Result<void> valid = requireTimes(context, entry);
    return valid ? Result<std::optional<TimeEntry>>(entry) : tl::unexpected(valid.error());
}

/// Adds what the watch ran for as an entry.
Result<void> keep(Edit& edit, const EditContext& context, const RunningTimer& timer, std::optional<int> minutes)
{
    const Result<std::optional<TimeEntry>> entry = entryOf(context, timer, minutes);
    if (!entry) {
        return tl::unexpected(entry.error());
    }
    if (*entry) {
        const QString id = entryId(timer);
        TimeEntry kept = context.progress.time().value(id, **entry);
        kept.minutes = std::max(kept.minutes, (*entry)->minutes);
        swapRecord(edit, context, RecordKey::ofTime(id), kept);
    }
    return {};
}

/// Keeps what the watch ran for and puts it on anew, which is no aside: undo has to bring both back.
Result<Edit> begunAnew(const EditContext& context, const RunningTimer& timer, const RunningTimer& next)
{
    Edit edit = beginEdit(context, EditKind::StartTimer, next.skill);
    if (const Result<void> kept = keep(edit, context, timer, std::nullopt); !kept) {
        return tl::unexpected(kept.error());
    }
    swapRecord(edit, context, RecordKey::ofTimer(), next);
    return edit;
}

Edit swapTimer(const EditContext& context, EditKind kind, const QString& skill, const std::optional<RunningTimer>& timer)
{
    Edit edit = beginEdit(context, kind, skill);
    swapRecord(edit, context, RecordKey::ofTimer(), timer ? std::optional<Record>(*timer) : std::nullopt);
    return edit;
}

/// A watch that was paused goes on from `from`. What it counted on an earlier learning day stays there, as an entry of its own.
Result<Edit> wentOn(const EditContext& context, EditKind kind, RunningTimer timer, qint64 from)
{
    if (timer.startedAt < context.dayStart && from >= context.dayStart) {
        return begunAnew(context, timer, RunningTimer { timer.skill, from, from, 0, timer.focusMinutes, timer.breakMinutes });
    }
    timer.runningSince = from;
    return swapTimer(context, kind, timer.skill, timer);
}

} // namespace

QString entryId(const RunningTimer& timer)
{
    static const QUuid space(0x1c6d0b52, 0x7a3e, 0x4f0b, 0x8d, 0x15, 0x3b, 0x92, 0xe4, 0x70, 0xaf, 0x68);
    return QUuid::createUuidV5(space, u"%1\n%2"_s.arg(timer.skill).arg(timer.startedAt)).toString(QUuid::WithoutBraces);
}

Result<Edit> addTime(const EditContext& context, const QString& skill, qint64 start, int minutes, std::optional<int> offset)
{
    const TimeEntry entry { skill, start, minutes, offset.value_or(offsetMinutes(start, context.zone)) };
    if (const Result<void> valid = requireEntry(context, entry); !valid) {
        return tl::unexpected(valid.error());
    }
    Edit edit = beginEdit(context, EditKind::AddTime, skill);
    swapRecord(edit, context, RecordKey::ofTime(context.id), entry);
    return edit;
}

Result<Edit> changeTime(const EditContext& context, const QString& id, const TimeEntry& entry)
{
    const auto present = context.progress.time().constFind(id);
    if (present == context.progress.time().cend()) {
        return failure(ErrorCode::UnknownEntry, id);
    }
    if (const Result<void> valid = requireEntry(context, entry, present->skill); !valid) {
        return tl::unexpected(valid.error());
    }
    Edit edit = beginEdit(context, EditKind::ChangeTime, entry.skill);
    swapRecord(edit, context, RecordKey::ofTime(id), entry);
    return edit;
}

Result<Edit> removeTime(const EditContext& context, const QString& id)
{
    const auto present = context.progress.time().constFind(id);
    if (present == context.progress.time().cend()) {
        return failure(ErrorCode::UnknownEntry, id);
    }
    Edit edit = beginEdit(context, EditKind::RemoveTime, present->skill);
    swapRecord(edit, context, RecordKey::ofTime(id), std::nullopt);
    return edit;
}

Result<Edit> startTimer(const EditContext& context, const QString& skill, const Focus& focus)
{
    if (const auto found = requireSkill(context, skill); !found) {
        return tl::unexpected(found.error());
    }
    const bool isPlain = focus == Focus {};
    if (!isPlain && (focus.minutes < 1 || focus.minutes > longestFocus || focus.breakMinutes < 1 || focus.breakMinutes > longestBreak)) {
        return failure(ErrorCode::InvalidTime, skill,
            u"minutes of work are not between 1 and %1, or of the break not between 1 and %2"_s.arg(longestFocus).arg(longestBreak));
    }
    const auto& present = context.progress.timer();
    if (present && present->skill == skill && isPlain) {
        return present->isRunning() ? beginEdit(context, EditKind::StartTimer, skill) : resumeTimer(context);
    }
    if (present && present->skill == skill) {
        RunningTimer timer = *present;
        timer.focusMinutes = focus.minutes;
        timer.breakMinutes = focus.breakMinutes;
        return timer.isRunning() ? swapTimer(context, EditKind::StartTimer, skill, timer)
                                 : wentOn(context, EditKind::StartTimer, timer, context.now);
    }
    const RunningTimer next { skill, context.now, context.now, 0, focus.minutes, focus.breakMinutes };
    return present ? begunAnew(context, *present, next) : swapTimer(context, EditKind::StartTimer, skill, next);
}

Result<Edit> pauseTimer(const EditContext& context, qint64 at)
{
    Result<RunningTimer> timer = presentTimer(context);
    if (!timer || !timer->isRunning()) {
        return timer.map([&context](const RunningTimer& paused) { return beginEdit(context, EditKind::PauseTimer, paused.skill); });
    }
    timer->milliseconds = timer->elapsed(std::min(at, context.now));
    timer->runningSince = 0;
    return swapTimer(context, EditKind::PauseTimer, timer->skill, *timer);
}

Result<Edit> resumeTimer(const EditContext& context, std::optional<qint64> from)
{
    Result<RunningTimer> timer = presentTimer(context);
    if (!timer || timer->isRunning()) {
        return timer.map([&context](const RunningTimer& running) { return beginEdit(context, EditKind::ResumeTimer, running.skill); });
    }
    if (from && (*from > context.now || *from < timer->startedAt + timer->milliseconds)) {
        return failure(ErrorCode::InvalidTime, timer->skill, u"the watch was not paused then"_s);
    }
    return wentOn(context, EditKind::ResumeTimer, *timer, from.value_or(context.now));
}

Result<Edit> stopTimer(const EditContext& context, std::optional<int> minutes)
{
    const Result<RunningTimer> timer = presentTimer(context);
    if (!timer) {
        return tl::unexpected(timer.error());
    }
    Edit edit = beginEdit(context, EditKind::StopTimer, timer->skill);
    if (const Result<void> kept = keep(edit, context, *timer, minutes); !kept) {
        return tl::unexpected(kept.error());
    }
    swapRecord(edit, context, RecordKey::ofTimer(), std::nullopt);
    return edit;
}

Result<Edit> dropTimer(const EditContext& context)
{
    return presentTimer(context).map(
        [&context](const RunningTimer& timer) { return swapTimer(context, EditKind::DropTimer, timer.skill, std::nullopt); });
}

} // namespace waymark::domain
