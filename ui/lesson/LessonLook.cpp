// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/LessonLook.h>

#include <ui/lesson/LessonLinks.h>

#include <QFontMetricsF>

#include <array>
#include <cmath>

namespace waymark::ui {

namespace {

constexpr double codeLeading = 1.35;
constexpr std::array outsetShares { 0.4, 0.25 }; ///< of the column; with the larger one nearly all lines of code stay whole

QTextCharFormat formatOf(const QFont& font, const QColor& colour)
{
    QTextCharFormat format;
    format.setFont(font);
    format.setForeground(colour);
    return format;
}

/// The leading is a multiple of the font's size, as in print; Qt counts in line heights, which are larger.
double percentOf(const QFont& font, double leading)
{
    const QFontMetricsF metrics(font);
    const double size = font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * 96 / 72;
    return 100 * leading * size / metrics.height();
}

} // namespace

LessonLook LessonLook::of(const QFont& base, const Palette& palette, Medium medium, double room)
{
    const QFont text = type::lesson(base);
    const QFont fixed = type::code(base);
    LessonLook look;
    look.palette = palette;
    look.medium = medium;
    look.column = type::columnWidth(text);
    look.outset = outsetIn(room, base);
    look.lineHeight = percentOf(text, type::lessonLineHeight);
    look.codeHeight = percentOf(fixed, codeLeading);
    look.em = QFontMetricsF(text).height();
    look.body = formatOf(text, palette.text);
    look.strong = formatOf(type::strong(text), palette.text);
    look.caption = formatOf(type::caption(base), palette.softText);
    look.code = formatOf(fixed, palette.text);
    look.unit = formatOf(type::title(text), palette.text);
    look.section = formatOf(type::heading(text), palette.text);
    look.part = formatOf(type::strong(text), palette.text);
    look.action = formatOf(type::strong(base), palette.trail);
    look.codeSpan = type::code(text);
    return look;
}

double LessonLook::outsetIn(double room, const QFont& base)
{
    const double column = type::columnWidth(type::lesson(base));
    for (const double share : outsetShares) {
        if (const double outset = std::round(column * share); column + 2 * space::l + outset <= room) {
            return outset;
        }
    }
    return 0;
}

QTextCharFormat LessonLook::run(const exchange::Inline& run, const QTextCharFormat& base, bool codeOnGround) const
{
    QTextCharFormat format = base;
    if (run.code) {
        const int weight = base.fontWeight();
        format.setFont(codeSpan, QTextCharFormat::FontPropertiesSpecifiedOnly);
        format.setFontWeight(weight);
        if (codeOnGround) {
            format.setBackground(palette.codeBackground);
        }
    }
    if (run.strong) {
        format.setFontWeight(QFont::DemiBold);
    }
    if (run.emphasis) {
        format.setFontItalic(true);
    }
    if (run.strike) {
        format.setFontStrikeOut(true);
    }
    if (isOpenable(run.target)) {
        format.setAnchor(true);
        format.setAnchorHref(run.target);
        format.setForeground(palette.trail);
        format.setFontUnderline(true);
    }
    return format;
}

QTextCharFormat LessonLook::anchor(const QString& target) const
{
    QTextCharFormat format = action;
    if (medium == Medium::Screen) {
        format.setAnchor(true);
        format.setAnchorHref(target);
    }
    return format;
}

} // namespace waymark::ui
