// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Disk.h"

#include <optional>

namespace waymark::power {

/// The folder that the calls look at, and who wants to know of them. Process-wide, as the calls are; one thread at a time begins and ends.
class DiskWatch
{
public:
    static void begin(const QString& folder, DiskTrace* trace, FaultyDisk* faults);
    /// Nothing happens if another one has begun meanwhile.
    static void end(const void* owner);
    static void setLeftOutSyncs(LeftOutSync isLeftOut);
};

} // namespace waymark::power
