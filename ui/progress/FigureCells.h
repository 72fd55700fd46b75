// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/progress/FiguresModel.h>

namespace waymark::ui {

/// Cells as a table of figures has them: the text in the language of the desktop, the value exact or rounded as said.
[[nodiscard]] Figure figureOf(QDate day);
[[nodiscard]] Figure figureOf(int count);
[[nodiscard]] Figure figureOf(const QString& text);
[[nodiscard]] Figure hoursFigure(double hours); ///< shown with one place, kept with two
[[nodiscard]] Figure ratioFigure(double ratio); ///< with two places
[[nodiscard]] Figure percentFigure(double share); ///< of 0..1, in whole percent

} // namespace waymark::ui
