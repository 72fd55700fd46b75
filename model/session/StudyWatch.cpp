// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/StudyWatch.h>

#include <session/UnseenTime.h>

#include <algorithm>

namespace waymark::session {

using domain::Edit;
using domain::Result;
using domain::RunningTimer;

namespace {

constexpr qint64 msecsPerMinute = 60'000;
constexpr int entriesLookedAt = 500; // of the journal, for the pause that is on

qint64 stretchOf(const RunningTimer& timer)
{
    return timer.focusMinutes * msecsPerMinute;
}

/// A stretch of work is done to the millisecond: only a pause for a break ends there.
bool isAtBreak(const RunningTimer& timer)
{
    return timer.focusMinutes > 0 && timer.milliseconds > 0 && timer.milliseconds % stretchOf(timer) == 0;
}

qint64 pauseBetween(const RunningTimer& running, const RunningTimer& paused)
{
    return running.runningSince + std::max<qint64>(paused.milliseconds - running.milliseconds, 0);
}

/// Whether it is the same watch on a skill that a course calls otherwise.
bool isRenamed(std::optional<RunningTimer> seen, const std::optional<RunningTimer>& now)
{
    if (!seen || !now) {
        return false;
    }
    seen->skill = now->skill;
    return seen == now;
}

} // namespace

StudyWatch::StudyWatch(Workspace& workspace, qint64 idleAfter, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_idleAfter(idleAfter)
    , m_seen(timer())
    , m_lastActivity(workspace.now())
    , m_countedUntil(workspace.now())
{
    if (m_seen && m_seen->isRunning()) {
        lookFrom(lastKept());
    } else if (m_seen) {
        recallPause();
    }
    connect(&workspace, &Workspace::changed, this, &StudyWatch::follow);
}

/// When somebody was surely there: the watch was started or anything was kept.
qint64 StudyWatch::lastKept() const
{
    const auto newest = m_workspace.journal(1);
    return std::max(m_seen->runningSince, newest && !newest->empty() ? newest->front().edit.at : 0);
}

void StudyWatch::lookFrom(qint64 seen)
{
    const std::optional<qint64> since = m_workspace.isReadOnly() ? std::nullopt : session::unseenSince(m_workspace, seen, m_idleAfter);
    m_isFound = since.has_value();
    m_unseenSince = since.value_or(0);
}

/// The record of a paused watch does not say since when; the edit that paused it does.
void StudyWatch::recallPause()
{
    const auto entries = m_workspace.journal(entriesLookedAt);
    if (!entries) {
        return;
    }
    for (const domain::JournalEntry& entry : *entries) {
        for (const domain::RecordChange& change : entry.edit.changes) {
            const bool isIt = entry.edit.kind == domain::EditKind::PauseTimer && change.before && change.after == domain::Record(*m_seen);
            if (isIt && !m_pausedAt) {
                m_pausedAt = pauseBetween(std::get<RunningTimer>(*change.before), *m_seen);
            }
        }
    }
}

StudyWatch::Phase StudyWatch::phase() const
{
    if (!timer()) {
        return Phase::Off;
    }
    if (timer()->isRunning()) {
        return m_isFound ? Phase::Found : Phase::Running;
    }
    if (m_idleFrom != 0) {
        return Phase::Idle;
    }
    if (!isAtBreak(*timer())) {
        return Phase::Paused;
    }
    const std::optional<qint64> over = turn();
    return over && m_workspace.now() < *over ? Phase::Break : Phase::BreakOver;
}

QString StudyWatch::skill() const
{
    return timer() ? timer()->skill : QString();
}

qint64 StudyWatch::elapsed() const
{
    return timer() ? timer()->elapsed(m_workspace.now()) : 0;
}

std::optional<qint64> StudyWatch::turn() const
{
    if (!timer() || timer()->focusMinutes == 0) {
        return std::nullopt;
    }
    if (timer()->isRunning()) {
        return breakStart(*timer());
    }
    return isAtBreak(*timer()) && m_pausedAt ? std::optional(*m_pausedAt + timer()->breakMinutes * msecsPerMinute) : std::nullopt;
}

/// The end of the stretch of work that was under way when the last of the time was looked at.
std::optional<qint64> StudyWatch::breakStart(const RunningTimer& running) const
{
    if (running.focusMinutes == 0) {
        return std::nullopt;
    }
    const qint64 stretch = stretchOf(running);
    const qint64 end = (running.elapsed(m_countedUntil) / stretch + 1) * stretch;
    return running.runningSince + end - running.milliseconds;
}

qint64 StudyWatch::idle() const
{
    return m_idleFrom == 0 ? 0 : std::max<qint64>(m_workspace.now() - m_idleFrom, 0);
}

qint64 StudyWatch::lastActivity() const
{
    return m_isFound ? m_unseenSince : m_lastActivity;
}

bool StudyWatch::isTooLong() const
{
    return (elapsed() + msecsPerMinute / 2) / msecsPerMinute > domain::longestEntry;
}

bool StudyWatch::canStart(const QString& skill) const
{
    const bool isThere = timer() && timer()->skill == skill && timer()->isRunning();
    return !isThere && !m_workspace.isReadOnly() && m_workspace.roadmap().find(skill) != nullptr;
}

/// Of what nobody has seen nothing is kept, nor left out, without a word.
Result<void> StudyWatch::requireAnswer()
{
    if (phase() != Phase::Found && !isTooLong()) {
        return {};
    }
    Q_EMIT answerNeeded();
    return domain::failure(domain::ErrorCode::InvalidTime, skill(), QStringLiteral("nobody has said what of this time was study"));
}

/// What the record has more of the skill is what was kept.
Result<Edit> StudyWatch::takeOff(const Result<Edit>& edit)
{
    const QString from = skill();
    const int before = m_workspace.progress().minutesOn(from);
    const Result<Edit> kept = m_workspace.apply(edit);
    if (kept && !from.isEmpty() && skill() != from) {
        Q_EMIT stopped(from, m_workspace.progress().minutesOn(from) - before);
    }
    return kept;
}

Result<Edit> StudyWatch::start(const QString& skill, const domain::Focus& focus)
{
    if (const Result<void> known = requireAnswer(); !known) {
        return tl::unexpected(known.error());
    }
    return wentOn(takeOff(domain::startTimer(m_workspace.context(), skill, focus)));
}

/// Says so where the watch began anew on its skill.
Result<Edit> StudyWatch::wentOn(Result<Edit> edit)
{
    for (const domain::RecordChange& change : edit ? edit->changes : std::vector<domain::RecordChange>()) {
        const auto* entry = change.after ? std::get_if<domain::TimeEntry>(&*change.after) : nullptr;
        if (entry != nullptr && entry->skill == skill()) {
            Q_EMIT begunAnew(entry->minutes);
        }
    }
    return edit;
}

Result<Edit> StudyWatch::pause()
{
    if (const Result<void> known = requireAnswer(); !known) {
        return tl::unexpected(known.error());
    }
    return m_workspace.apply(domain::pauseTimer(m_workspace.context(), m_workspace.now()));
}

Result<Edit> StudyWatch::resume()
{
    if (const Result<void> known = isTooLong() ? requireAnswer() : Result<void>(); !known) {
        return tl::unexpected(known.error());
    }
    return wentOn(m_workspace.apply(domain::resumeTimer(m_workspace.context())));
}

Result<Edit> StudyWatch::stop(std::optional<int> minutes)
{
    if (const Result<void> known = minutes ? Result<void>() : requireAnswer(); !known) {
        return tl::unexpected(known.error());
    }
    return takeOff(domain::stopTimer(m_workspace.context(), minutes));
}

Result<Edit> StudyWatch::drop()
{
    const QString from = skill();
    const Result<Edit> edit = m_workspace.apply(domain::dropTimer(m_workspace.context()));
    if (edit) {
        Q_EMIT dropped(from);
    }
    return edit;
}

Result<Edit> StudyWatch::countIdle()
{
    return m_idleFrom == 0 ? resume() : wentOn(m_workspace.apply(domain::resumeTimer(m_workspace.context(), m_idleFrom)));
}

void StudyWatch::keep()
{
    if (m_isFound) {
        m_isFound = false;
        m_lastActivity = m_workspace.now();
        m_countedUntil = m_lastActivity;
        Q_EMIT changed();
    }
}

Result<Edit> StudyWatch::countUntil(qint64 at)
{
    return m_workspace.apply(domain::pauseTimer(m_workspace.context(), at));
}

void StudyWatch::follow(const Changes& changes)
{
    if (!changes.time && !changes.course) {
        return;
    }
    if (changes.course && isRenamed(m_seen, timer())) {
        m_seen = timer();
    } else if (timer() != m_seen) {
        const qint64 now = m_workspace.now();
        m_isFound = false;
        m_idleFrom = 0;
        m_hasSaidOver = false;
        m_pausedAt.reset();
        if (timer() && !timer()->isRunning() && m_seen && m_seen->isRunning()) {
            m_pausedAt = std::min(pauseBetween(*m_seen, *timer()), now);
        }
        m_lastActivity = now;
        m_countedUntil = now;
        m_seen = timer();
    }
    Q_EMIT changed();
}

void StudyWatch::recallActivity(qint64 at)
{
    if (timer() && timer()->isRunning() && at >= timer()->runningSince && at <= m_workspace.now()) {
        lookFrom(at);
        Q_EMIT changed();
    }
}

/// After a sleep of the machine an activity may come before the next tick, which has to see for how long there was none.
void StudyWatch::noticeActivity()
{
    const qint64 now = m_workspace.now();
    const bool isMissed = phase() == Phase::Running && now - m_lastActivity >= m_idleAfter;
    m_lastActivity = isMissed ? m_lastActivity : now;
}

void StudyWatch::tick()
{
    const qint64 now = m_workspace.now();
    m_lastActivity = std::min(m_lastActivity, now); // the clock may have been set back
    if (m_workspace.isChanging()) {
        return; // the next second sees it
    }
    if (!timer() || m_isFound || m_workspace.isReadOnly() || (now < m_retryAt && m_retryAt - now <= msecsPerMinute)) {
        return;
    }
    if (timer()->isRunning()) {
        tickRunning(now);
    } else {
        tickBreak(now);
    }
}

void StudyWatch::tickRunning(qint64 now)
{
    const bool isIdle = now - m_lastActivity >= m_idleAfter;
    const qint64 seen = isIdle ? m_lastActivity : now;
    const std::optional<qint64> due = breakStart(*timer());
    const int minutes = timer()->breakMinutes;
    if (due && *due <= seen) {
        if (pauseAsOf(*due)) {
            Q_EMIT breakDue(minutes);
        }
    } else if (isIdle && pauseAsOf(m_lastActivity)) {
        m_idleFrom = m_pausedAt.value_or(now);
        Q_EMIT changed();
        Q_EMIT idled(static_cast<int>((now - m_idleFrom) / msecsPerMinute));
    }
}

void StudyWatch::tickBreak(qint64 now)
{
    if (m_pausedAt) {
        m_pausedAt = std::min(*m_pausedAt, now);
    }
    const std::optional<qint64> over = turn();
    if (over && now >= *over && !m_hasSaidOver) {
        m_hasSaidOver = true;
        Q_EMIT changed();
        Q_EMIT breakOver();
    }
}

bool StudyWatch::pauseAsOf(qint64 at)
{
    const bool isKept = m_workspace.apply(domain::pauseTimer(m_workspace.context(), at)).has_value();
    m_retryAt = isKept ? 0 : m_workspace.now() + msecsPerMinute;
    return isKept;
}

} // namespace waymark::session
