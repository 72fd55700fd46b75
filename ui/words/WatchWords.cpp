// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/WatchWords.h>

#include <ui/words/LocalTime.h>
#include <ui/words/Words.h>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using Phase = session::StudyWatch::Phase;

namespace {

constexpr qint64 msecsPerSecond = 1000;
constexpr qint64 msecsPerMinute = 60 * msecsPerSecond;

} // namespace

/// Digits and colons, as on every watch.
QString WatchWords::running(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / msecsPerSecond;
    const QString rest = u"%1"_s.arg(seconds % 60, 2, 10, QChar(u'0'));
    const qint64 hours = seconds / 3600;
    return hours == 0 ? u"%1:%2"_s.arg(seconds / 60).arg(rest)
                      : u"%1:%2:%3"_s.arg(hours).arg(seconds / 60 % 60, 2, 10, QChar(u'0')).arg(rest);
}

QString WatchWords::clock(qint64 moment, const session::Workspace& workspace)
{
    return clockText(moment, workspace.zone());
}

QString WatchWords::phase(const session::StudyWatch& watch, const session::Workspace& workspace)
{
    const std::optional<qint64> turn = watch.turn();
    switch (watch.phase()) {
    case Phase::Running:
    case Phase::Found:
        return turn ? tr("Break at %1", "time of day").arg(clock(*turn, workspace)) : QString();
    case Phase::Paused:
        return tr("Paused");
    case Phase::Idle:
        return tr("Paused: nothing was done for %1").arg(Words::minutes(watch.idle() / msecsPerMinute));
    case Phase::Break:
        return tr("Break until %1", "time of day").arg(clock(turn.value_or(workspace.now()), workspace));
    case Phase::BreakOver:
        return tr("The break is over");
    case Phase::Off:
        break;
    }
    return {};
}

QString WatchWords::focus(const domain::Focus& focus)
{
    return focus == domain::Focus {} ? tr("Without breaks")
                                     : tr("%1, then a break of %2", "minutes of work and of the break")
                                           .arg(Words::minutes(focus.minutes), Words::minutes(focus.breakMinutes));
}

} // namespace waymark::ui
