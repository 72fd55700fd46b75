// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;
class QSettings;

namespace waymark::app {

struct Request;

/// Opens the library and the window and runs until the window is closed. A library that cannot be opened is answered in a window too,
/// with what can be done about it. Returns the exit code.
[[nodiscard]] int runWindow(QApplication& application, const Request& request, QSettings& settings);

} // namespace waymark::app
