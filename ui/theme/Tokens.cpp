// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/Tokens.h>

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QString>
#include <QtMath>

#include <algorithm>
#include <cmath>

namespace waymark::ui {

namespace {

constexpr double titleScale = 1.5;
constexpr double headingScale = 1.2;
constexpr double captionScale = 0.9;
constexpr double lessonScale = 1.1;
constexpr double codeScale = 0.95;

/// OKLCH to sRGB, after Bjorn Ottosson, "A perceptual color space for image processing" (2020).
QColor fromOklch(double lightness, double chroma, double hueDegrees)
{
    const double a = chroma * std::cos(qDegreesToRadians(hueDegrees));
    const double b = chroma * std::sin(qDegreesToRadians(hueDegrees));
    const double l = std::pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
    const double m = std::pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
    const double s = std::pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
    const auto channel = [](double linear) {
        const double clamped = std::clamp(linear, 0.0, 1.0);
        const double encoded = clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * std::pow(clamped, 1 / 2.4) - 0.055;
        return static_cast<int>(std::lround(encoded * 255));
    };
    return { channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
        channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
        channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s) };
}

/// Hues evenly spaced, taken seven apart, so that bands that touch never look alike.
std::array<QColor, Palette::areaCount> areaColours(double lightness, double chroma)
{
    constexpr std::size_t stride = 7;
    constexpr double firstHue = 165;
    std::array<QColor, Palette::areaCount> colours;
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const double step = 360.0 / Palette::areaCount;
        colours[i] = fromOklch(lightness, chroma, firstHue + step * static_cast<double>(i * stride % colours.size()));
    }
    return colours;
}

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

QColor shade(int alpha)
{
    return { 0, 0, 0, alpha };
}

Palette lightPalette()
{
    return {
        .paper = rgb(0xF7F6F2),
        .surface = rgb(0xFFFFFF),
        .raised = rgb(0xEFEDE6),
        .line = rgb(0xD5D1C7),
        .text = rgb(0x1E2329),
        .softText = rgb(0x56606B),
        .trail = rgb(0x0B6E66),
        .mark = rgb(0xA04907),
        .locked = rgb(0x626A76),
        .ready = rgb(0x0B6E66),
        .learning = rgb(0x0A63B0),
        .practised = rgb(0x5B4FC7),
        .mastered = rgb(0x0B7A43),
        .fading = rgb(0xA04907),
        .skipped = rgb(0x56606B),
        .assumed = rgb(0x66691F),
        .controlLine = rgb(0x857F73),
        .disabledText = rgb(0x99A0A8),
        .danger = rgb(0xB3261E),
        .onTrail = rgb(0xFFFFFF),
        .trailHover = rgb(0x095D56),
        .trailPressed = rgb(0x074C46),
        .softTrail = rgb(0x4F9089),
        .trailFill = rgb(0xD9EAE6),
        .markFill = rgb(0xF6E3CF),
        .masteredFill = rgb(0xDCEDE1),
        .dangerFill = rgb(0xF9DEDB),
        .selection = rgb(0xD2E7E3),
        .selectionText = rgb(0x1E2329),
        .codeBackground = rgb(0xEFEDE6),
        .shadow = shade(0x1C),
        .syntaxComment = rgb(0x5D6672),
        .syntaxKeyword = rgb(0x5B45B8),
        .syntaxString = rgb(0x0B6B3C),
        .syntaxNumber = rgb(0x994306),
        .syntaxFunction = rgb(0x0A5AA3),
        .areaTints = areaColours(0.945, 0.022),
        .areaInks = areaColours(0.52, 0.075),
        .isDark = false,
    };
}

Palette darkPalette()
{
    return {
        .paper = rgb(0x14171A),
        .surface = rgb(0x1B1F24),
        .raised = rgb(0x252A31),
        .line = rgb(0x3A414B),
        .text = rgb(0xE8EAED),
        .softText = rgb(0xA6AFBA),
        .trail = rgb(0x5CC8BC),
        .mark = rgb(0xF2A33A),
        .locked = rgb(0x8B95A1),
        .ready = rgb(0x5CC8BC),
        .learning = rgb(0x6FB1F2),
        .practised = rgb(0xA79BF5),
        .mastered = rgb(0x5FCB8E),
        .fading = rgb(0xF2A33A),
        .skipped = rgb(0xA6AFBA),
        .assumed = rgb(0xC3C46A),
        .controlLine = rgb(0x78828F),
        .disabledText = rgb(0x68717C),
        .danger = rgb(0xFF9185),
        .onTrail = rgb(0x0C1A19),
        .trailHover = rgb(0x78D5CA),
        .trailPressed = rgb(0x94E0D7),
        .softTrail = rgb(0x3F8A82),
        .trailFill = rgb(0x1C3A39),
        .markFill = rgb(0x3D2F1B),
        .masteredFill = rgb(0x1D3829),
        .dangerFill = rgb(0x42221F),
        .selection = rgb(0x1F4442),
        .selectionText = rgb(0xE8EAED),
        .codeBackground = rgb(0x252A31),
        .shadow = shade(0x66),
        .syntaxComment = rgb(0xA0A9B4),
        .syntaxKeyword = rgb(0xB9AEFA),
        .syntaxString = rgb(0x7FD6A3),
        .syntaxNumber = rgb(0xF2B05A),
        .syntaxFunction = rgb(0x82BDF5),
        .areaTints = areaColours(0.265, 0.028),
        .areaInks = areaColours(0.74, 0.075),
        .isDark = true,
    };
}

Palette highContrastLightPalette()
{
    return {
        .paper = rgb(0xFFFFFF),
        .surface = rgb(0xFFFFFF),
        .raised = rgb(0xF2F2F0),
        .line = rgb(0x5A626B),
        .text = rgb(0x000000),
        .softText = rgb(0x2B3138),
        .trail = rgb(0x00524B),
        .mark = rgb(0x6E3000),
        .locked = rgb(0x3B434D),
        .ready = rgb(0x00524B),
        .learning = rgb(0x00447F),
        .practised = rgb(0x3D309C),
        .mastered = rgb(0x00522A),
        .fading = rgb(0x6E3000),
        .skipped = rgb(0x2B3138),
        .assumed = rgb(0x45470A),
        .controlLine = rgb(0x2B3138),
        .disabledText = rgb(0x6A727B),
        .danger = rgb(0x8A0F0A),
        .onTrail = rgb(0xFFFFFF),
        .trailHover = rgb(0x003F3A),
        .trailPressed = rgb(0x002D29),
        .softTrail = rgb(0x1A5650),
        .trailFill = rgb(0xDBEEEA),
        .markFill = rgb(0xF9E6D2),
        .masteredFill = rgb(0xDAEFE1),
        .dangerFill = rgb(0xFCE4E1),
        .selection = rgb(0x00524B),
        .selectionText = rgb(0xFFFFFF),
        .codeBackground = rgb(0xF2F2F0),
        .shadow = shade(0),
        .syntaxComment = rgb(0x3A4149),
        .syntaxKeyword = rgb(0x3F2C96),
        .syntaxString = rgb(0x004D26),
        .syntaxNumber = rgb(0x6A2E00),
        .syntaxFunction = rgb(0x003F7A),
        .areaTints = areaColours(0.955, 0.02),
        .areaInks = areaColours(0.40, 0.065),
        .isDark = false,
    };
}

Palette highContrastDarkPalette()
{
    return {
        .paper = rgb(0x000000),
        .surface = rgb(0x0A0A0A),
        .raised = rgb(0x1A1B1D),
        .line = rgb(0x9AA3AD),
        .text = rgb(0xFFFFFF),
        .softText = rgb(0xD6DBE1),
        .trail = rgb(0x6FF0E2),
        .mark = rgb(0xFFC24D),
        .locked = rgb(0xC6CDD6),
        .ready = rgb(0x6FF0E2),
        .learning = rgb(0x9BCBFF),
        .practised = rgb(0xCFC6FF),
        .mastered = rgb(0x7FF0AC),
        .fading = rgb(0xFFC24D),
        .skipped = rgb(0xD6DBE1),
        .assumed = rgb(0xE6E77F),
        .controlLine = rgb(0xD6DBE1),
        .disabledText = rgb(0x8A929B),
        .danger = rgb(0xFFB4AB),
        .onTrail = rgb(0x000000),
        .trailHover = rgb(0xA0F7ED),
        .trailPressed = rgb(0xC8FBF5),
        .softTrail = rgb(0x54BDB2),
        .trailFill = rgb(0x0B3B37),
        .markFill = rgb(0x402C08),
        .masteredFill = rgb(0x0C3A22),
        .dangerFill = rgb(0x471A16),
        .selection = rgb(0x6FF0E2),
        .selectionText = rgb(0x000000),
        .codeBackground = rgb(0x1A1B1D),
        .shadow = shade(0),
        .syntaxComment = rgb(0xCDD3DA),
        .syntaxKeyword = rgb(0xD3CBFF),
        .syntaxString = rgb(0x96F2BC),
        .syntaxNumber = rgb(0xFFCB75),
        .syntaxFunction = rgb(0xA9D4FF),
        .areaTints = areaColours(0.24, 0.03),
        .areaInks = areaColours(0.84, 0.065),
        .isDark = true,
    };
}

QFont scaled(const QFont& base, double factor, QFont::Weight weight)
{
    QFont font = base;
    if (base.pointSizeF() > 0) {
        font.setPointSizeF(base.pointSizeF() * factor);
    } else {
        font.setPixelSize(qRound(base.pixelSize() * factor));
    }
    font.setWeight(weight);
    return font;
}

} // namespace

const Palette& paletteOf(PaletteId id)
{
    static const std::array<Palette, 4> palettes { lightPalette(), darkPalette(), highContrastLightPalette(), highContrastDarkPalette() };
    return palettes[static_cast<std::size_t>(id)];
}

QColor Palette::colour(Tone tone) const
{
    switch (tone) {
    case Tone::Text:
        return text;
    case Tone::SoftText:
        return softText;
    case Tone::Trail:
        return trail;
    case Tone::Mark:
        return mark;
    case Tone::Danger:
        return danger;
    case Tone::OnTrail:
        return onTrail;
    case Tone::SelectionText:
        return selectionText;
    case Tone::Locked:
        return locked;
    case Tone::Ready:
        return ready;
    case Tone::Learning:
        return learning;
    case Tone::Practised:
        return practised;
    case Tone::Mastered:
        return mastered;
    case Tone::Fading:
        return fading;
    case Tone::Skipped:
        return skipped;
    case Tone::Assumed:
        return assumed;
    }
    return text;
}

namespace type {

QFont title(const QFont& base)
{
    return scaled(base, titleScale, QFont::DemiBold);
}

QFont heading(const QFont& base)
{
    return scaled(base, headingScale, QFont::DemiBold);
}

QFont strong(const QFont& base)
{
    return scaled(base, 1, QFont::DemiBold);
}

QFont caption(const QFont& base)
{
    return scaled(base, captionScale, base.weight());
}

QFont lesson(const QFont& base)
{
    return scaled(base, lessonScale, QFont::Normal);
}

QFont code(const QFont& base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (base.pointSizeF() > 0) {
        font.setPointSizeF(base.pointSizeF() * codeScale);
    } else {
        font.setPixelSize(qRound(base.pixelSize() * codeScale));
    }
    return font;
}

double columnWidth(const QFont& font)
{
    // The twelve most frequent letters and a space: averageCharWidth() counts capitals and signs nobody reads.
    const QString sample = QStringLiteral("etaoin shrdlu");
    return QFontMetricsF(font).horizontalAdvance(sample) / static_cast<double>(sample.size()) * lessonColumn;
}

} // namespace type

} // namespace waymark::ui
