// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/StudyEdits.h>
#include <session/Workspace.h>

namespace waymark::session {

/// The watch on a skill as one sits before it: it notices when nobody is there, asks for breaks, and asks what a time was that nobody has
/// seen. Everything rests on RunningTimer and the clock, so it goes on after a restart; what it does by itself is a pause, which is an edit
/// like those of the learner but no step of undo (UndoStep.h). Its owner tells it of every activity and lets it tick, about once a second.
class StudyWatch : public QObject
{
    Q_OBJECT

public:
    enum class Phase {
        Off,
        Running,
        Paused, ///< by the learner
        Idle, ///< by itself, as of the last activity
        Break, ///< by itself, for the break that its focus asks for
        BreakOver, ///< the same, and it is time to go on
        Found, ///< runs since a time that nobody has seen: the program was closed meanwhile
    };

    static constexpr qint64 usualIdle = 300'000; ///< milliseconds: five minutes

    /// After `idleAfter` milliseconds without activity it pauses. A watch that has run for as long with nothing being kept is Found.
    explicit StudyWatch(Workspace& workspace, qint64 idleAfter = usualIdle, QObject* parent = nullptr);

    [[nodiscard]] Phase phase() const;
    [[nodiscard]] QString skill() const; ///< empty when it is off
    [[nodiscard]] qint64 elapsed() const; ///< milliseconds of study, never negative
    /// UTC milliseconds: of the next break while it runs with focus, of the end of the break while there is one.
    [[nodiscard]] std::optional<qint64> turn() const;
    [[nodiscard]] qint64 idle() const; ///< milliseconds since the last activity while it is Idle, else 0
    [[nodiscard]] qint64 unseenSince() const { return m_unseenSince; } ///< of what is Found; UTC milliseconds
    [[nodiscard]] qint64 lastActivity() const; ///< UTC milliseconds; of what is Found, the one before it
    [[nodiscard]] bool isTooLong() const; ///< to be kept without a word: more than domain::longestEntry
    [[nodiscard]] bool canStart(const QString& skill) const; ///< or go on with it

    /// While nobody knows what its time was, start, pause and stop change nothing but ask first: answerNeeded() and InvalidTime; so does
    /// resume() where it is too long to be kept.
    domain::Result<domain::Edit> start(const QString& skill, const domain::Focus& focus = {});
    domain::Result<domain::Edit> pause();
    domain::Result<domain::Edit> resume();
    domain::Result<domain::Edit> stop(std::optional<int> minutes = std::nullopt);
    domain::Result<domain::Edit> drop();
    domain::Result<domain::Edit> countIdle(); ///< of Idle: it was study after all, and goes on
    void keep(); ///< of Found: all of it was study, and goes on
    domain::Result<domain::Edit> countUntil(qint64 at); ///< of Found: what came later was not study

    /// Somebody was still there at this time, says what has remembered lastActivity(): only what came after can be Found.
    void recallActivity(qint64 at);
    void noticeActivity(); ///< changes no record, so that it can be told in the middle of an event
    void tick();

Q_SIGNALS:
    void changed(); ///< phase, skill or what is counted, but for the time going by
    void idled(int minutes); ///< it has paused, so many minutes ago
    void breakDue(int minutes); ///< it has paused for a break of so many minutes
    void breakOver();
    void begunAnew(int minutes); ///< it goes on on another learning day, and what it counted is kept as an entry of so many minutes
    /// It was taken off this skill, by whatever way, and so many minutes were kept; 0 where it ran for less than half a minute.
    void stopped(const QString& skill, int minutes);
    void dropped(const QString& skill); ///< it was taken off, and nothing of its time was kept
    void answerNeeded(); ///< before anything else can be done with it: what was study of the time that nobody has seen?

private:
    [[nodiscard]] const std::optional<domain::RunningTimer>& timer() const { return m_workspace.progress().timer(); }
    [[nodiscard]] qint64 lastKept() const;
    [[nodiscard]] std::optional<qint64> breakStart(const domain::RunningTimer& running) const;
    [[nodiscard]] domain::Result<void> requireAnswer();
    domain::Result<domain::Edit> wentOn(domain::Result<domain::Edit> edit);
    domain::Result<domain::Edit> takeOff(const domain::Result<domain::Edit>& edit);
    void lookFrom(qint64 seen);
    void recallPause();
    void follow(const Changes& changes);
    void tickRunning(qint64 now);
    void tickBreak(qint64 now);
    bool pauseAsOf(qint64 at);

    Workspace& m_workspace;
    qint64 m_idleAfter;
    std::optional<domain::RunningTimer> m_seen; ///< as it was at the last change
    qint64 m_lastActivity = 0;
    qint64 m_countedUntil = 0; ///< breaks that were due before are let pass: what was counted by then stays
    std::optional<qint64> m_pausedAt; ///< none where nothing tells it any more
    qint64 m_idleFrom = 0; ///< 0 unless it is Idle
    qint64 m_retryAt = 0; ///< a pause that could not be kept is not tried every second
    bool m_isFound = false;
    qint64 m_unseenSince = 0;
    bool m_hasSaidOver = false;
};

} // namespace waymark::session
