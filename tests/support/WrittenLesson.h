// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/lesson/LessonView.h>

#include <QCoreApplication>

namespace waymark::support {

/// Until the whole text is written, in the steps in which it comes.
inline void untilWritten(const ui::LessonView& view)
{
    while (!view.isComplete()) {
        QCoreApplication::processEvents();
    }
}

} // namespace waymark::support
