// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace waymark::ui {

class MapCanvas;

/// Makes every node of a MapCanvas an accessible object: its name, its state, why it is locked and what it unlocks; it can be pressed to
/// open it and focused to select it. Installed once a process.
void installMapAccessibility();

/// Tells a screen reader that another node is selected; -1 for none.
void notifyMapSelection(MapCanvas& canvas, int index);

} // namespace waymark::ui
