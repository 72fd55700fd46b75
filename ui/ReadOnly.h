// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

QT_BEGIN_NAMESPACE
class QAction;
class QObject;
class QWidget;
QT_END_NAMESPACE

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {

// What would be refused in a library that is read-only is not offered. Most are so from their opening on; one that could not be read again
// becomes it in front of the person, and is no longer when it has been (Workspace::isBehind()).

/// Whether something can be entered here, to be saved now or once the library has been read again.
[[nodiscard]] bool takesEntries(const session::Workspace& workspace);

/// Calls `follow` whenever that changes, and never when `who` is gone. Not now.
void whenReadOnlyChanges(const session::Workspace& workspace, QObject* who, const std::function<void()>& follow);

/// From now on `action`, which changes the library, can be chosen only where that is possible; where it is not it says why.
void followReadOnly(const session::Workspace& workspace, QAction& action);

/// From now on `widget`, in which the library is changed, is on only where that is possible.
void followReadOnly(const session::Workspace& workspace, QWidget& widget);

} // namespace waymark::ui
