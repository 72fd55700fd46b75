// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waymark::ui {

/// The text with places at which a label may break words that are longer than any line: addresses, hashes, what a hostile file holds.
[[nodiscard]] QString breakable(const QString& text);

} // namespace waymark::ui
