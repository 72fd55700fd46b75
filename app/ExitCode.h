// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

namespace waymark::app {

/// Exit codes of the command line. A contract: scripts depend on the numbers.
enum class ExitCode {
    Ok = 0,
    Usage = 2,
    NotFound = 3,
    InvalidInput = 4,
    Locked = 5,
    NewerVersion = 6,
    Corrupt = 7,
    NoSpaceOrIo = 8,
    Refused = 9,
};

[[nodiscard]] ExitCode exitCodeOf(domain::ErrorCode code);

} // namespace waymark::app
