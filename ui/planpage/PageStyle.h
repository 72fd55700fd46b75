// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace waymark::ui {

/// The style of the page: the tokens of our palettes as CSS variables (light, dark, and with more contrast where the reader's system asks
/// for it; paper is always light), then resources/planpage/plan.css, which names no colour.
[[nodiscard]] QByteArray pageStyle();

} // namespace waymark::ui
