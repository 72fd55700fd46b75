// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../support/MemoryStore.h"
#include "../support/StallWatch.h"

#include <ui/lesson/LessonView.h>
#include <ui/theme/Theme.h>

#include <memory>

/// What benchmarks of a single view stand on.
namespace waymark::bench {

/// A library of nobody, without a course.
inline std::unique_ptr<session::Workspace> emptyWorkspace()
{
    auto workspace = session::Workspace::open(std::make_unique<support::MemoryStore>(), { [] { return qint64(0); }, QTimeZone::utc() });
    if (!workspace) {
        qFatal("no workspace");
    }
    return std::move(*workspace);
}

/// The view of a lesson, shown in the size of a page.
struct LessonScreen
{
    explicit LessonScreen(QApplication& application)
        : theme(application)
    {
        view.resize(760, 1000);
        view.show();
        QCoreApplication::processEvents();
    }

    ui::Theme theme;
    const std::unique_ptr<session::Workspace> workspace = emptyWorkspace();
    ui::LessonView view { *workspace };
};

/// As one event of the window, as what a click does that opens a lesson.
template <class Act> void asEvent(support::StallWatch& watch, const QString& doing, Act act)
{
    watch.setDoing(doing);
    QMetaObject::invokeMethod(qApp, act, Qt::QueuedConnection);
    QCoreApplication::processEvents();
}

} // namespace waymark::bench
