// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QSettings;

namespace waymark::session {
struct Clock;
}

namespace waymark::app {

struct Streams;

/// What `waymark ARGUMENTS` asks for, before anything is opened.
struct Request
{
    enum class What { Window, Verb, Help, Version, Wrong };

    What what = What::Window;
    QString library; ///< as given, may be empty
    QStringList files; ///< to open in the window
    bool isSafe = false; ///< the window in safe mode
    bool needsFonts = false; ///< a verb that draws: it needs a QGuiApplication
};

/// Takes the arguments apart as far as composition needs it; never fails (see Wrong). A first word that is an existing file, and no
/// verb, is a file for the window.
[[nodiscard]] Request requestOf(const QStringList& arguments);

/// Runs a verb, or prints help, version or what is wrong. The library's time is that of `clock`. Returns the exit code.
[[nodiscard]] int runVerb(const QStringList& arguments, QSettings& settings, const Streams& streams, const session::Clock& clock);

} // namespace waymark::app
