// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/TrailPainting.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Theme.h>

#include <QPainter>

namespace waymark::ui {

namespace {

struct ButtonLook
{
    Box box;
    QColor text;
};

ButtonLook primaryLook(const QStyleOption& option, const Palette& tokens)
{
    if (!isOn(option, QStyle::State_Enabled)) {
        return { { .fill = tokens.raised, .edge = tokens.line }, tokens.disabledText };
    }
    const bool down = isOn(option, QStyle::State_Sunken);
    const bool hover = isOn(option, QStyle::State_MouseOver);
    return { { .fill = down ? tokens.trailPressed : hover ? tokens.trailHover : tokens.trail }, tokens.onTrail };
}

ButtonLook plainLook(const QStyleOption& option, ButtonKind kind, const Palette& tokens)
{
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool quiet = kind == ButtonKind::Quiet;
    const QColor text = !enabled ? tokens.disabledText : quiet ? tokens.trail : tokens.text;
    Box box { .fill = quiet ? QColor() : tokens.surface };
    if (!quiet) {
        box.edge = enabled ? tokens.controlLine : tokens.line;
    }
    if (!enabled) {
        return { box, text };
    }
    if (isOn(option, QStyle::State_On)) {
        box.fill = tokens.trailFill;
        box.edge = tokens.trail;
    } else if (isOn(option, QStyle::State_Sunken)) {
        box.fill = tokens.trailFill;
    } else if (isOn(option, QStyle::State_MouseOver)) {
        box.fill = tokens.raised;
    }
    return { box, text };
}

ButtonLook lookOf(const QStyleOptionButton& option, const QWidget* widget)
{
    const Palette& tokens = activePalette();
    const ButtonKind kind = buttonKind(widget);
    const bool isDefault = option.features.testFlag(QStyleOptionButton::DefaultButton);
    if (kind == ButtonKind::Primary || (kind == ButtonKind::Standard && isDefault)) {
        return primaryLook(option, tokens);
    }
    if (option.features.testFlag(QStyleOptionButton::Flat)) {
        return plainLook(option, ButtonKind::Quiet, tokens);
    }
    return plainLook(option, kind, tokens);
}

/// Our icons are shapes of one colour: on trail they take the colour of the text beside them.
QPixmap tinted(QPixmap pixmap, const QColor& colour)
{
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    return pixmap;
}

} // namespace

void paintButtonPanel(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget)
{
    const Box box = lookOf(option, widget).box;
    if (!showsFocus(option)) {
        paintBox(painter, option.rect, box);
        return;
    }
    // Filled buttons keep a gap between fill and ring, or the ring would melt into the fill.
    const bool filled = box.fill.isValid() && !box.edge.isValid();
    const double gap = filled ? size::focusRing + 1 : size::focusRing;
    paintBox(painter, QRectF(option.rect).adjusted(gap, gap, -gap, -gap), { .fill = box.fill, .radius = radius::control - gap + 1 });
    paintFocusRing(painter, option.rect);
}

void paintButtonLabel(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget)
{
    const ButtonLook look = lookOf(option, widget);
    const QFontMetrics& metrics = option.fontMetrics;
    const bool hasMenu = option.features.testFlag(QStyleOptionButton::HasMenu);
    const int least = buttonKind(widget) == ButtonKind::Quiet ? space::xs : space::s;
    QRect inner = option.rect.adjusted(least, 0, -least, 0);
    if (hasMenu) {
        const QRect arrow(inner.right() - size::iconSmall + 1, inner.top(), size::iconSmall, inner.height());
        paintChevron(painter, QStyle::visualRect(option.direction, option.rect, arrow), Qt::DownArrow, look.text);
        inner.setRight(arrow.left() - space::xs);
    }
    const int textWidth = metrics.size(Qt::TextShowMnemonic, option.text).width();
    int left = inner.left();
    if (!option.icon.isNull()) {
        const int gap = option.text.isEmpty() ? 0 : space::s;
        left += std::max(0, (inner.width() - option.iconSize.width() - gap - textWidth) / 2);
        const QRect place(
            left, inner.top() + (inner.height() - option.iconSize.height()) / 2, option.iconSize.width(), option.iconSize.height());
        const QIcon::Mode mode = isOn(option, QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled;
        QPixmap pixmap = option.icon.pixmap(option.iconSize, painter.device()->devicePixelRatio(), mode);
        if (look.text != activePalette().text) {
            pixmap = tinted(std::move(pixmap), look.text);
        }
        painter.drawPixmap(QStyle::visualRect(option.direction, option.rect, place), pixmap);
        left = place.right() + 1 + gap;
    } else {
        left += std::max(0, (inner.width() - textWidth) / 2);
    }
    const QRect textRect(left, inner.top(), std::max(0, inner.right() + 1 - left), inner.height());
    painter.setPen(look.text);
    const bool underline = widget == nullptr || widget->style()->styleHint(QStyle::SH_UnderlineShortcut, &option, widget) != 0;
    const Qt::TextFlag mnemonic = underline ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    painter.drawText(QStyle::visualRect(option.direction, option.rect, textRect),
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter) | mnemonic | Qt::TextSingleLine,
        option.text);
}

void paintToolButtonPanel(QPainter& painter, const QStyleOptionToolButton& option)
{
    const Palette& tokens = activePalette();
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool hover = enabled && isOn(option, QStyle::State_MouseOver);
    Box box;
    if (!isOn(option, QStyle::State_AutoRaise)) {
        box = { .fill = tokens.surface, .edge = enabled ? tokens.controlLine : tokens.line };
    }
    const bool down = enabled && isOn(option, QStyle::State_Sunken);
    if (down || isOn(option, QStyle::State_On)) {
        box.fill = tokens.trailFill;
    } else if (hover) {
        box.fill = tokens.raised;
    }
    // On raised ground hover would not show by fill alone.
    if (hover && !box.edge.isValid()) {
        box.edge = tokens.line;
    }
    if (box.fill.isValid()) {
        paintBox(painter, option.rect, box);
    }
    if (showsFocus(option)) {
        paintFocusRing(painter, option.rect);
    }
}

void paintCheckIndicator(QPainter& painter, const QStyleOption& option, bool focusRing)
{
    const Palette& tokens = activePalette();
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool partly = isOn(option, QStyle::State_NoChange);
    const bool marked = partly || isOn(option, QStyle::State_On);
    const QRectF square = QRectF(option.rect).adjusted(2, 2, -2, -2);
    Box box { .fill = tokens.surface, .edge = tokens.controlLine, .radius = radius::small };
    if (marked) {
        box = { .fill = enabled ? tokens.trail : tokens.disabledText, .radius = radius::small };
    } else if (!enabled) {
        box = { .fill = tokens.raised, .edge = tokens.line, .radius = radius::small };
    } else if (isOn(option, QStyle::State_Sunken)) {
        box.fill = tokens.trailFill;
    } else if (isOn(option, QStyle::State_MouseOver)) {
        box.edge = tokens.trail;
    }
    const bool ring = focusRing && showsFocus(option);
    // The ring has the edge's place and a little air; the box itself steps back for it.
    paintBox(painter, ring ? square.adjusted(1, 1, -1, -1) : square, box);
    if (ring) {
        paintFocusRing(painter, option.rect);
    }
    if (partly) {
        QRectF bar(0, 0, square.width() / 2, 2);
        bar.moveCenter(square.center());
        paintBox(painter, bar, { .fill = tokens.onTrail, .radius = 1 });
    } else if (marked) {
        const double inset = ring ? 1.5 : 0.5;
        paintIcon(painter, square.adjusted(inset, inset, -inset, -inset), IconId::Check, tokens.onTrail);
    }
}

void paintRadioIndicator(QPainter& painter, const QStyleOption& option)
{
    const Palette& tokens = activePalette();
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool marked = isOn(option, QStyle::State_On);
    const bool ring = showsFocus(option);
    const double inset = ring ? 3 : 2;
    const QRectF circle = QRectF(option.rect).adjusted(inset, inset, -inset, -inset);
    const QColor ink = enabled ? tokens.trail : tokens.disabledText;
    Box box {
        .fill = enabled ? tokens.surface : tokens.raised, .edge = enabled ? tokens.controlLine : tokens.line, .radius = circle.width() / 2
    };
    if (marked || (enabled && isOn(option, QStyle::State_MouseOver))) {
        box.edge = ink;
    }
    if (marked) {
        box.edgeWidth = 2;
    }
    paintBox(painter, circle, box);
    if (marked) {
        const double dot = circle.width() * 0.28;
        paintBox(painter, circle.adjusted(dot, dot, -dot, -dot), { .fill = ink, .radius = circle.width() });
    }
    if (ring) {
        paintFocusRing(painter, option.rect, option.rect.width() / 2.0);
    }
}

} // namespace waymark::ui
