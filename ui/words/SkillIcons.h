// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Icons.h>

#include <learning/SkillStates.h>

namespace waymark::ui {

/// The sign and the tone of a state, the same on every screen.
[[nodiscard]] IconId iconOf(learning::SkillState state);
[[nodiscard]] Tone toneOf(learning::SkillState state);

} // namespace waymark::ui
