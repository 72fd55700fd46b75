// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {

/// The first day of the learning week that has `day`, or without one now; weeks begin as they do where the person lives.
[[nodiscard]] QDate weekOf(const session::Workspace& workspace, QDate day = {});

/// A learning week as Markdown, for a log of one's own or for a mentor: the hours, what was done and learned, and as of now what is stuck
/// and what comes next. `first` is its first day; the records tell of every week, and a week that lies ahead has nothing to tell yet.
/// Texts of course and learner are escaped; of evidence only the kind is told.
[[nodiscard]] QByteArray weekSummary(const session::Workspace& workspace, QDate first);

} // namespace waymark::ui
