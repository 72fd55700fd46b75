// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/MapEras.h>

#include <domain/Course.h>

#include <algorithm>

namespace waymark::domain {

std::vector<int> mapEras(const std::vector<Milestone>& milestones)
{
    std::vector<int> eras;
    std::vector<int> stages;
    for (const Milestone& milestone : milestones) {
        eras.push_back(static_cast<int>(eras.size()));
        if (!milestone.view) {
            stages.push_back(eras.back());
        }
    }
    const int count = static_cast<int>(stages.size());
    const int shared = std::min(count, mostMapEras);
    for (int rank = 0; rank < count; ++rank) {
        const int group = rank * shared / count;
        const int last = ((group + 1) * count - 1) / shared;
        eras[static_cast<std::size_t>(stages[static_cast<std::size_t>(rank)])] = stages[static_cast<std::size_t>(last)];
    }
    eras.push_back(static_cast<int>(milestones.size()));
    return eras;
}

} // namespace waymark::domain
