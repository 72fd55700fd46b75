// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>

#include <array>

namespace waymark::ui {

/// What a colour means. Icons, chips and marks are told a tone, never a colour, so that they follow the palette.
enum class Tone {
    Text,
    SoftText,
    Trail,
    Mark,
    Danger,
    OnTrail,
    SelectionText,
    Locked,
    Ready,
    Learning,
    Practised,
    Mastered,
    Fading,
    Skipped,
    Assumed,
};

/// Every colour of one appearance. Text and syntax tokens reach 4.5:1 and marks 3:1 on paper, surface and raised
/// (7:1 for both in the high-contrast forms). Immutable: ask paletteOf() or activePalette() and read.
struct Palette
{
    static constexpr std::size_t areaCount = 16;

    QColor paper; ///< the window
    QColor surface; ///< cards, the lesson, fields
    QColor raised; ///< rail, headers, hover, code
    QColor line; ///< separators and card edges
    QColor text;
    QColor softText; ///< captions
    QColor trail; ///< primary action, selection, focus ring, links
    QColor mark; ///< "next", due, fading

    QColor locked;
    QColor ready;
    QColor learning;
    QColor practised;
    QColor mastered;
    QColor fading;
    QColor skipped;
    QColor assumed;

    QColor controlLine; ///< edges by which a control is recognised: 3:1
    QColor disabledText; ///< inactive text; exempt from the text ratio, as WCAG 1.4.3 has it
    QColor danger; ///< an error, a destructive act
    QColor onTrail; ///< text on trail and on mark
    QColor trailHover; ///< trail under the pointer
    QColor trailPressed;
    QColor softTrail; ///< lines to what a skill unlocks: a mark
    QColor trailFill; ///< background behind text: chosen, checked
    QColor markFill;
    QColor masteredFill;
    QColor dangerFill;
    QColor selection; ///< chosen text and rows
    QColor selectionText;
    QColor codeBackground;
    QColor shadow; ///< translucent, under what floats

    QColor syntaxComment;
    QColor syntaxKeyword;
    QColor syntaxString;
    QColor syntaxNumber;
    QColor syntaxFunction;

    /// Backgrounds of area bands: one lightness, low chroma. Never behind text that must be read.
    std::array<QColor, areaCount> areaTints;
    /// Marks in an area's hue, one lightness: dots and edges, 3:1.
    std::array<QColor, areaCount> areaInks;

    bool isDark = false;

    /// Neighbouring indexes are far apart in hue; indexes beyond areaCount start over.
    [[nodiscard]] QColor areaTint(std::size_t area) const { return areaTints[area % areaCount]; }
    [[nodiscard]] QColor areaInk(std::size_t area) const { return areaInks[area % areaCount]; }
    [[nodiscard]] QColor colour(Tone tone) const;
};

enum class PaletteId { Light, Dark, HighContrastLight, HighContrastDark };

[[nodiscard]] const Palette& paletteOf(PaletteId id);

/// Logical pixels between and inside things.
namespace space {
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
inline constexpr int xxl = 32;
} // namespace space

/// Corner radii in logical pixels.
namespace radius {
inline constexpr double card = 8;
inline constexpr double control = 6;
inline constexpr double small = 4; ///< check boxes and what sits inside a control
} // namespace radius

/// Other lengths, in logical pixels.
namespace size {
inline constexpr double line = 1;
inline constexpr double edge = 1.25; ///< prerequisite curves on the map
inline constexpr double focusRing = 2;
inline constexpr int iconSmall = 16;
inline constexpr int icon = 20;
inline constexpr int control = 32; ///< least height of buttons and fields
inline constexpr int row = 30; ///< least height of a row in lists and menus
inline constexpr int indicator = 20;
inline constexpr int scrollBar = 12;
inline constexpr int rail = 72;
inline constexpr int inspector = 300;
inline constexpr int skillSide = 320;
inline constexpr int sheetBelow = 1100; ///< window width under which the inspector becomes a sheet
inline constexpr int nodeWidth = 184;
inline constexpr int nodeHeight = 56;
inline constexpr int stateRing = 22;
} // namespace size

/// Milliseconds; all of it is skipped when Theme::reducedMotion().
namespace motion {
inline constexpr int quick = 90;
inline constexpr int standard = 140;
} // namespace motion

/// Opacity of what stands back while a path is lit.
inline constexpr double recededOpacity = 0.35;

/// The type scale over the desktop's own font, in points or pixels as that font is.
namespace type {
inline constexpr double lessonLineHeight = 1.5;
inline constexpr int lessonColumn = 68; ///< characters

[[nodiscard]] QFont title(const QFont& base);
[[nodiscard]] QFont heading(const QFont& base);
[[nodiscard]] QFont strong(const QFont& base); ///< body, semibold
[[nodiscard]] QFont caption(const QFont& base);
[[nodiscard]] QFont lesson(const QFont& base);
/// The system's fixed font at the size that sits level with `base`.
[[nodiscard]] QFont code(const QFont& base);
/// Width of lessonColumn characters of running text in `font`, in logical pixels.
[[nodiscard]] double columnWidth(const QFont& font);
} // namespace type

} // namespace waymark::ui
