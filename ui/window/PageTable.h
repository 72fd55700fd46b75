// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <array>

namespace waymark::ui {

/// A page as the window knows it.
struct PageSpec
{
    PageId id;
    const char* word; ///< in the settings; stable
    const char* action; ///< that goes there
    bool onRail = true; ///< else it is reached from other pages, the menu and the palette
};

/// Every page, in the order of PageId.
inline constexpr std::array pageTable {
    PageSpec { PageId::Today, "today", "go.today" },
    PageSpec { PageId::Map, "map", "go.map" },
    PageSpec { PageId::Skill, "skill", "go.skill" },
    PageSpec { PageId::Recall, "recall", "go.recall" },
    PageSpec { PageId::Questions, "questions", "go.questions", false },
    PageSpec { PageId::Placement, "placement", "go.placement", false },
    PageSpec { PageId::Plan, "plan", "go.plan" },
    PageSpec { PageId::Progress, "progress", "go.progress" },
    PageSpec { PageId::Mentor, "mentor", "go.mentor" },
};

[[nodiscard]] constexpr const PageSpec& specOf(PageId id)
{
    return pageTable[static_cast<std::size_t>(id)];
}

} // namespace waymark::ui
