// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/StudyWatch.h>

#include <QCoreApplication>

namespace waymark::ui {

/// The words for the watch, translated.
class WatchWords
{
    Q_DECLARE_TR_FUNCTIONS(WatchWords)

public:
    [[nodiscard]] static QString running(qint64 milliseconds); ///< as a watch shows it: "4:07", "1:04:07"
    /// What it is at, with the time of the next change: "Break until 14:05". Empty where it simply runs.
    [[nodiscard]] static QString phase(const session::StudyWatch& watch, const session::Workspace& workspace);
    [[nodiscard]] static QString clock(qint64 moment, const session::Workspace& workspace); ///< the time of day, short
    [[nodiscard]] static QString focus(const domain::Focus& focus); ///< "25 min, then 5 min break"; "Without breaks"
};

} // namespace waymark::ui
