// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/UnseenWatch.h>

#include <domain/StudyEdits.h>
#include <session/UnseenTime.h>
#include <ui/words/Words.h>

#include <QCoreApplication>

namespace waymark::app {

namespace {

constexpr qint64 msecsPerMinute = 60'000;
constexpr qint64 longestUnseen = 4 * 60 * msecsPerMinute; // longer than a lesson is read for, shorter than a night

class UnseenWatch
{
    Q_DECLARE_TR_FUNCTIONS(UnseenWatch)

public:
    static QString tooLong(const QString& time)
    {
        return tr("the watch counts %1, more than a day; \"waymark time stop --minutes N\" logs what of it was study, \"waymark time "
                  "drop\" nothing")
            .arg(time);
    }
    static QString unseen(const QString& time)
    {
        return tr("the watch counts %1, for hours of which nobody was seen at it; \"waymark time stop --minutes N\" logs what of it was "
                  "study, \"waymark time drop\" nothing")
            .arg(time);
    }
};

} // namespace

domain::Result<void> requireSeen(const session::Workspace& workspace)
{
    const auto& timer = workspace.progress().timer();
    if (!timer) {
        return {};
    }
    const qint64 minutes = (timer->elapsed(workspace.now()) + msecsPerMinute / 2) / msecsPerMinute;
    const QString time = ui::Words::minutes(minutes);
    if (minutes > domain::longestEntry) {
        return domain::failure(domain::ErrorCode::InvalidTime, timer->skill, UnseenWatch::tooLong(time));
    }
    if (timer->isRunning() && session::unseenSince(workspace, timer->runningSince, longestUnseen)) {
        return domain::failure(domain::ErrorCode::InvalidTime, timer->skill, UnseenWatch::unseen(time));
    }
    return {};
}

} // namespace waymark::app
