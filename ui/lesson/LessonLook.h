// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Tokens.h>

#include <exchange/Markdown.h>

#include <QTextCharFormat>

namespace waymark::ui {

/// Fonts, colours and measures of a lesson for one palette and one font of the desktop. A value: a change of theme makes another.
struct LessonLook
{
    enum class Medium { Screen, Paper };

    /// For a text area that may be `room` pixels wide.
    [[nodiscard]] static LessonLook of(const QFont& base, const Palette& palette, Medium medium, double room);

    Palette palette;
    Medium medium = Medium::Screen;
    double column = 0; ///< of running text, in pixels
    double hang = space::l; ///< by which cards stand out of the column on either side
    double outset = 0; ///< by which code, tables and pictures reach further to the right than the column
    double lineHeight = 100; ///< percent, for QTextBlockFormat::ProportionalHeight
    double codeHeight = 100;
    double em = 0; ///< height of the lesson's font, in pixels

    QTextCharFormat body;
    QTextCharFormat strong;
    QTextCharFormat caption;
    QTextCharFormat code; ///< lines of code blocks
    QTextCharFormat unit;
    QTextCharFormat section;
    QTextCharFormat part;
    QTextCharFormat action; ///< an anchor that does something here, such as "Copy"
    QFont codeSpan;

    /// The whole text area: the column and what stands out of it.
    [[nodiscard]] double width() const { return column + 2 * hang + outset; }
    /// `base` with the weight, slant, font and link of a run.
    [[nodiscard]] QTextCharFormat run(const exchange::Inline& run, const QTextCharFormat& base, bool codeOnGround = true) const;
    /// The outset that fits beside the column in `room` pixels: one of a few steps, since each means writing the text anew.
    [[nodiscard]] static double outsetIn(double room, const QFont& base);
    [[nodiscard]] QTextCharFormat anchor(const QString& target) const;
};

} // namespace waymark::ui
