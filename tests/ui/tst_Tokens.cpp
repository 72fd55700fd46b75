// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/Tokens.h>

#include <QFontMetricsF>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace waymark::ui;
using namespace Qt::StringLiterals;

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

/// Relative luminance and contrast ratio as WCAG 2.2 defines them.
double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

/// Perceived lightness L* of CIE 1976, 0 to 100: another road than the one the tints were made by.
double lightness(const QColor& colour)
{
    const double y = luminance(colour);
    return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y;
}

struct Named
{
    const char* name;
    QColor colour;
};

std::array<PaletteId, 4> palettes()
{
    return { PaletteId::Light, PaletteId::Dark, PaletteId::HighContrastLight, PaletteId::HighContrastDark };
}

const char* nameOf(PaletteId id)
{
    constexpr std::array names { "light", "dark", "high contrast light", "high contrast dark" };
    return names[static_cast<std::size_t>(id)];
}

bool isHighContrast(PaletteId id)
{
    return id == PaletteId::HighContrastLight || id == PaletteId::HighContrastDark;
}

std::vector<Named> grounds(const Palette& palette)
{
    return { { "paper", palette.paper }, { "surface", palette.surface }, { "raised", palette.raised } };
}

void addPair(PaletteId id, const Named& front, const Named& back, double ratio)
{
    QTest::addRow("%s: %s on %s", nameOf(id), front.name, back.name) << front.colour << back.colour << ratio;
}

} // namespace

class TestTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data();
    void textCanBeRead();
    void marksCanBeSeen_data();
    void marksCanBeSeen();
    void statesHaveColoursOfTheirOwn_data();
    void statesHaveColoursOfTheirOwn();
    void areaTintsAreEquallyLight_data();
    void areaTintsAreEquallyLight();
    void neighbouringAreasDifferInHue();
    void typeScalesInPointsAndInPixels();
    void columnHoldsSixtyEightCharacters();
};

void TestTokens::textCanBeRead_data()
{
    QTest::addColumn<QColor>("front");
    QTest::addColumn<QColor>("back");
    QTest::addColumn<double>("ratio");
    for (const PaletteId id : palettes()) {
        const Palette& p = paletteOf(id);
        const double ratio = isHighContrast(id) ? 7 : 4.5;
        const std::vector<Named> texts { { "text", p.text }, { "soft text", p.softText }, { "trail", p.trail }, { "danger", p.danger },
            { "comment", p.syntaxComment }, { "keyword", p.syntaxKeyword }, { "string", p.syntaxString }, { "number", p.syntaxNumber },
            { "function", p.syntaxFunction } };
        for (const Named& text : texts) {
            for (const Named& ground : grounds(p)) {
                addPair(id, text, ground, ratio);
            }
            addPair(id, text, { "code background", p.codeBackground }, ratio);
        }
        const std::vector<Named> fills { { "trail fill", p.trailFill }, { "mark fill", p.markFill }, { "mastered fill", p.masteredFill },
            { "danger fill", p.dangerFill } };
        for (const Named& fill : fills) {
            addPair(id, { "text", p.text }, fill, ratio);
            addPair(id, { "soft text", p.softText }, fill, ratio);
        }
        addPair(id, { "trail", p.trail }, { "trail fill", p.trailFill }, ratio);
        addPair(id, { "selection text", p.selectionText }, { "selection", p.selection }, ratio);
        addPair(id, { "on trail", p.onTrail }, { "trail", p.trail }, ratio);
        addPair(id, { "on trail", p.onTrail }, { "trail hover", p.trailHover }, ratio);
        addPair(id, { "on trail", p.onTrail }, { "trail pressed", p.trailPressed }, ratio);
        addPair(id, { "on trail", p.onTrail }, { "mark", p.mark }, ratio);
    }
}

void TestTokens::textCanBeRead()
{
    QFETCH(QColor, front);
    QFETCH(QColor, back);
    QFETCH(double, ratio);
    QVERIFY2(contrast(front, back) >= ratio, qPrintable(QString::number(contrast(front, back))));
}

void TestTokens::marksCanBeSeen_data()
{
    QTest::addColumn<QColor>("front");
    QTest::addColumn<QColor>("back");
    QTest::addColumn<double>("ratio");
    for (const PaletteId id : palettes()) {
        const Palette& p = paletteOf(id);
        const double ratio = isHighContrast(id) ? 7 : 3;
        const std::vector<Named> marks { { "mark", p.mark }, { "trail", p.trail }, { "soft trail", p.softTrail },
            { "control line", p.controlLine }, { "locked", p.locked }, { "ready", p.ready }, { "learning", p.learning },
            { "practised", p.practised }, { "mastered", p.mastered }, { "fading", p.fading }, { "skipped", p.skipped },
            { "assumed", p.assumed } };
        for (const Named& mark : marks) {
            for (const Named& ground : grounds(p)) {
                addPair(id, mark, ground, ratio);
            }
        }
        addPair(id, { "mastered", p.mastered }, { "mastered fill", p.masteredFill }, ratio);
        addPair(id, { "mark", p.mark }, { "mark fill", p.markFill }, ratio);
        addPair(id, { "danger", p.danger }, { "danger fill", p.dangerFill }, ratio);
        for (std::size_t area = 0; area < Palette::areaCount; ++area) {
            const QByteArray name = "area " + QByteArray::number(area);
            for (const Named& ground : grounds(p)) {
                addPair(id, { name.constData(), p.areaInk(area) }, ground, 3);
            }
            addPair(id, { name.constData(), p.areaInk(area) }, { "its tint", p.areaTint(area) }, 3);
        }
    }
}

void TestTokens::marksCanBeSeen()
{
    textCanBeRead();
}

void TestTokens::statesHaveColoursOfTheirOwn_data()
{
    QTest::addColumn<int>("palette");
    for (const PaletteId id : palettes()) {
        QTest::addRow("%s", nameOf(id)) << static_cast<int>(id);
    }
}

void TestTokens::statesHaveColoursOfTheirOwn()
{
    QFETCH(int, palette);
    const Palette& p = paletteOf(static_cast<PaletteId>(palette));
    constexpr std::array states { Tone::Locked, Tone::Ready, Tone::Learning, Tone::Practised, Tone::Mastered, Tone::Fading, Tone::Skipped,
        Tone::Assumed };
    for (std::size_t i = 0; i < states.size(); ++i) {
        for (std::size_t j = i + 1; j < states.size(); ++j) {
            QVERIFY(p.colour(states[i]) != p.colour(states[j]));
        }
    }
}

void TestTokens::areaTintsAreEquallyLight_data()
{
    statesHaveColoursOfTheirOwn_data();
}

void TestTokens::areaTintsAreEquallyLight()
{
    QFETCH(int, palette);
    const Palette& p = paletteOf(static_cast<PaletteId>(palette));
    std::array<double, Palette::areaCount> levels {};
    std::transform(p.areaTints.begin(), p.areaTints.end(), levels.begin(), lightness);
    const auto [darkest, lightest] = std::minmax_element(levels.begin(), levels.end());
    QVERIFY2(*lightest - *darkest <= 2, qPrintable(QString::number(*lightest - *darkest)));
}

void TestTokens::neighbouringAreasDifferInHue()
{
    const Palette& p = paletteOf(PaletteId::Light);
    for (std::size_t area = 0; area < Palette::areaCount; ++area) {
        const int between = std::abs(p.areaInk(area).hsvHue() - p.areaInk(area + 1).hsvHue());
        QVERIFY(std::min(between, 360 - between) > 60);
    }
    QCOMPARE(p.areaTint(Palette::areaCount), p.areaTint(0));
}

void TestTokens::typeScalesInPointsAndInPixels()
{
    QFont points;
    points.setPointSizeF(10);
    QCOMPARE(type::title(points).pointSizeF(), 15.0);
    QCOMPARE(type::title(points).weight(), QFont::DemiBold);
    QCOMPARE(type::heading(points).pointSizeF(), 12.0);
    QCOMPARE(type::caption(points).pointSizeF(), 9.0);
    QCOMPARE(type::lesson(points).pointSizeF(), 11.0);

    QFont pixels;
    pixels.setPixelSize(20);
    QCOMPARE(type::title(pixels).pixelSize(), 30);
    QCOMPARE(type::code(pixels).pixelSize(), 19);
}

void TestTokens::columnHoldsSixtyEightCharacters()
{
    const QFont font = type::lesson(QFont());
    const QString sentence = u"A transaction is a group of statements that succeed or fail as one, "_s;
    const double width = type::columnWidth(font);
    const double characters = width / QFontMetricsF(font).horizontalAdvance(sentence) * static_cast<double>(sentence.size());
    QVERIFY2(characters > 60 && characters < 76, qPrintable(QString::number(characters)));
}

QTEST_MAIN(TestTokens)
#include "tst_Tokens.moc"
