// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waymark::app {

/// What a report says of the program.
struct CrashFacts
{
    QString folder; ///< where reports lie; made when it is missing, for its owner alone
    QString task; ///< "window", or a verb
};

/// From now on the process leaves a report when it ends by SIGSEGV, SIGBUS, SIGFPE, SIGILL or SIGABRT, and so by std::terminate and qFatal:
/// versions, the signal, the thread, the addresses of its calls as offsets into the modules they are in, and programLog(). It has no text
/// of the learner's and no path. The file is for its owner alone; of six the oldest goes. Then the process ends as it would have. Call it
/// once; false where the folder cannot be written, and then there is no report. One source file a system.
bool watchForCrashes(const CrashFacts& facts);

/// Why the program is about to abort itself, a literal.
void noteCrashReason(const char* reason);

} // namespace waymark::app
