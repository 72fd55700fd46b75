// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/LogRing.h>

#include <QString>

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {
class MainWindow;
}

namespace waymark::app {

/// What the program did last, for the report of a crash. It never holds a text of the learner's: a line of ours names kinds, codes and ids
/// alone, and of a message of Qt, which may quote anything, the level and the category are kept and the words are not.
[[nodiscard]] const LogRing& programLog();

/// Keeps a line, such as "edit", "undo". Any thread may call it.
void keepLine(QLatin1StringView topic, const QString& what);

/// From now on messages of Qt are kept too, and go on to where they went before.
void listenToMessages();

/// Keeps what is done in the window: actions by their id, changes by their kind, failures by their code. For as long as both are there.
void keepLogOf(session::Workspace& workspace, ui::MainWindow& window);

} // namespace waymark::app
