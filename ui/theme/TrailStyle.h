// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

QT_BEGIN_NAMESPACE
class QStyleOptionButton;
class QStyleOptionGroupBox;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionToolButton;
QT_END_NAMESPACE

namespace waymark::ui {

/// Fusion redrawn as a printed guidebook: flat fields, one trail colour, a ring on whatever has focus. Reads the
/// active palette at every paint, so it holds no state. Made by Theme, owned by the application.
class TrailStyle : public QProxyStyle
{
    Q_OBJECT

public:
    TrailStyle();

    void polish(QWidget* widget) override;
    using QProxyStyle::polish;

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawComplexControl(
        ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const override;

    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    [[nodiscard]] QRect subControlRect(
        ComplexControl control, const QStyleOptionComplex* option, SubControl subControl, const QWidget* widget) const override;
    [[nodiscard]] QSize sizeFromContents(
        ContentsType type, const QStyleOption* option, const QSize& contents, const QWidget* widget) const override;

    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    [[nodiscard]] int styleHint(
        StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returned) const override;
    [[nodiscard]] QIcon standardIcon(StandardPixmap pixmap, const QStyleOption* option, const QWidget* widget) const override;

private:
    // Each tells whether the element was one of its own.
    bool drawButtonControl(ControlElement element, const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    static bool drawMenuControl(ControlElement element, const QStyleOption& option, QPainter& painter);
    bool drawViewControl(ControlElement element, const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    static bool drawDivider(ControlElement element, const QStyleOption& option, QPainter& painter);

    void drawToolButton(const QStyleOptionToolButton& option, QPainter& painter, const QWidget* widget) const;
    void drawHeader(const QStyleOptionHeader& option, QPainter& painter, const QWidget* widget) const;
    void drawProgressBar(const QStyleOptionProgressBar& option, QPainter& painter, const QWidget* widget) const;
    void drawGroupBox(const QStyleOptionGroupBox& option, QPainter& painter, const QWidget* widget) const;
    void drawCheckable(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget, bool radio) const;
};

} // namespace waymark::ui
