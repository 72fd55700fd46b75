// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waymark::ui {

/// "85 %": a number of percent as the language writes it, never broken between the number and its sign.
[[nodiscard]] QString percentText(int percent);

/// Of a share of 0..1, in whole percent or with so many digits behind the point.
[[nodiscard]] QString shareText(double share, int digits = 0);

} // namespace waymark::ui
