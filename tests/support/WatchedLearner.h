// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "GraphCourse.h"

#include <domain/Store.h>
#include <domain/StudyEdits.h>

namespace waymark::support {

/// A learner with a watch, an edit a minute.
class WatchedLearner
{
public:
    explicit WatchedLearner(domain::Store& store)
        : m_store(store)
    {
    }

    [[nodiscard]] domain::Progress progress() const { return m_store.progress().value(); }
    [[nodiscard]] qint64 now() const { return 1'790'000'000'000 + 60'000 * m_minutes; }

    /// Which of the acts, by number; those that cannot be done change nothing.
    void act(int which)
    {
        const domain::Progress before = progress();
        const QString id = QStringLiteral("edit-%1").arg(++m_minutes);
        const domain::EditContext context { m_roadmap, before, now(), id };
        const auto edit = built(which, context);
        if (edit && !edit->changes.empty() && !m_store.commit(*edit)) {
            qFatal("the edit does not fit");
        }
    }

private:
    static domain::Result<domain::Edit> built(int which, const domain::EditContext& context)
    {
        switch (which) {
        case 0:
            return domain::startTimer(context, QStringLiteral("base"), { 25, 5 });
        case 1:
            return domain::startTimer(context, QStringLiteral("side"));
        case 2:
            return domain::pauseTimer(context, context.now);
        case 3:
            return domain::resumeTimer(context);
        case 4:
            return domain::stopTimer(context, 20);
        case 5:
            return domain::dropTimer(context);
        case 6:
            return domain::startTimer(context, QStringLiteral("base"), { 50, 10 });
        default:
            return domain::writeNote(context, QStringLiteral("base"), context.id);
        }
    }

    domain::Roadmap m_roadmap { graphCourse() };
    domain::Store& m_store;
    int m_minutes = 0;
};

namespace watch {
constexpr int start = 0;
constexpr int pause = 2;
constexpr int resume = 3;
constexpr int stop = 4;
constexpr int startLonger = 6; ///< as `start`, with more minutes to a break: where it runs, it only changes these
constexpr int note = 7;
constexpr int acts = 8;
} // namespace watch

} // namespace waymark::support
