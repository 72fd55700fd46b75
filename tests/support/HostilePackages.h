// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <HostileArchives.h>
#include <HostileNames.h>

namespace waymark::exchange::fixture {

/// All packages of which each breaks one rule of H1 or H2.
inline std::vector<HostilePackage> hostilePackages()
{
    HostilePackages list;
    for (const auto add : { addNames, addTwins, addKinds, addSizes, addArchives, addEnds }) {
        add(list);
    }
    return list.all();
}

} // namespace waymark::exchange::fixture
