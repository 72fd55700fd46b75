// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/RunPlatform.h>

#include <QStringList>

namespace waymark::exchange {

/// How far the code of a course is kept from the machine that checks it, best first.
enum class Confinement {
    Bubblewrap, ///< private network and processes, the system read-only
    OwnNetwork, ///< private network
    LimitsOnly, ///< limits of time, processor, memory and file size, which the others have too
};

/// The best one that works on this machine, found by trying.
[[nodiscard]] Confinement bestConfinement();

/// `command` so that it may write to `writable` only. `reachable` are further folders that it needs, such as those of sockets.
[[nodiscard]] QStringList confined(
    Confinement confinement, const QStringList& command, const QString& folder, const QString& writable, const QStringList& reachable);
[[nodiscard]] platform::ChildLimits limitsOf(Confinement confinement, bool needsAddressSpace);

} // namespace waymark::exchange
