// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/TrailPainting.h>

#include <ui/theme/Theme.h>

#include <QPainter>

namespace waymark::ui {

namespace {

constexpr int barThickness = 6; ///< progress bars
constexpr int grooveThickness = 4;
constexpr double chosenBar = 3;

QRect centredBar(const QRect& rect, bool horizontal, int thickness)
{
    QRect bar = rect;
    if (horizontal) {
        bar.setHeight(thickness);
    } else {
        bar.setWidth(thickness);
    }
    bar.moveCenter(rect.center());
    return bar;
}

} // namespace

void paintScrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRect& handle)
{
    const Palette& tokens = activePalette();
    if (option.maximum <= option.minimum) {
        return;
    }
    const bool grabbed = isOn(option, QStyle::State_Sunken) && option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    const bool hover = isOn(option, QStyle::State_MouseOver) || grabbed;
    const double margin = hover ? 2 : 3;
    const QRectF bar = QRectF(handle).adjusted(margin, margin, -margin, -margin);
    const QColor ink = grabbed ? tokens.trail : hover ? tokens.softText : tokens.controlLine;
    paintBox(painter, bar, { .fill = ink, .radius = std::min(bar.width(), bar.height()) / 2 });
}

void paintSlider(QPainter& painter, const QStyleOptionSlider& option, const QRect& groove, const QRect& handle)
{
    const Palette& tokens = activePalette();
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool horizontal = option.orientation == Qt::Horizontal;
    const QRect bar = centredBar(groove, horizontal, grooveThickness);
    const QColor ink = enabled ? tokens.trail : tokens.disabledText;
    paintTrack(painter, bar);
    QRect done = bar;
    // upsideDown is already set for right-to-left, and for vertical sliders that grow upwards.
    if (horizontal && option.upsideDown) {
        done.setLeft(handle.center().x());
    } else if (horizontal) {
        done.setRight(handle.center().x());
    } else if (option.upsideDown) {
        done.setTop(handle.center().y());
    } else {
        done.setBottom(handle.center().y());
    }
    paintBox(painter, done, { .fill = ink, .radius = grooveThickness / 2.0 });

    const int side = std::min(handle.width(), handle.height());
    QRect knob(0, 0, side, side);
    knob.moveCenter(handle.center());
    if (showsFocus(option)) {
        paintFocusRing(painter, knob, side / 2.0);
    }
    const double inset = showsFocus(option) ? size::focusRing + 1 : 2;
    const QColor fill = isOn(option, QStyle::State_MouseOver) && enabled ? tokens.trailHover : ink;
    paintBox(painter, QRectF(knob).adjusted(inset, inset, -inset, -inset), { .fill = fill, .radius = side / 2.0 });
}

QRect progressPart(const QStyleOptionProgressBar& option, bool label)
{
    const bool horizontal = option.state.testFlag(QStyle::State_Horizontal);
    if (!option.textVisible || !horizontal) {
        return label ? QRect() : option.rect;
    }
    // Wide enough for the last value, so that the bar does not twitch while it grows.
    const int widest
        = std::max(option.fontMetrics.horizontalAdvance(option.text), option.fontMetrics.horizontalAdvance(QStringLiteral("100%")));
    QRect rect = option.rect;
    if (label) {
        rect.setLeft(rect.right() - widest + 1);
    } else {
        rect.setRight(rect.right() - widest - space::s);
    }
    return QStyle::visualRect(option.direction, option.rect, rect);
}

void paintProgressLabel(QPainter& painter, const QStyleOptionProgressBar& option)
{
    painter.setPen(activePalette().softText);
    painter.drawText(
        option.rect, static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter), option.text);
}

void paintProgressGroove(QPainter& painter, const QStyleOption& option)
{
    const bool horizontal = isOn(option, QStyle::State_Horizontal);
    paintTrack(painter, centredBar(option.rect, horizontal, barThickness));
}

void paintProgressContents(QPainter& painter, const QStyleOptionProgressBar& option)
{
    const Palette& tokens = activePalette();
    const bool horizontal = isOn(option, QStyle::State_Horizontal);
    QRect bar = centredBar(option.rect, horizontal, barThickness);
    const bool unknown = option.minimum == option.maximum;
    const double range = static_cast<double>(option.maximum) - option.minimum;
    const double part = unknown ? 1 : (option.progress - option.minimum) / range;
    const int length = qRound((horizontal ? bar.width() : bar.height()) * std::clamp(part, 0.0, 1.0));
    if (length <= 0) {
        return;
    }
    // A bar shorter than it is thick would lose its round ends.
    const int shown = std::max(length, barThickness);
    const bool fromRight = (option.direction == Qt::RightToLeft) != option.invertedAppearance;
    if (!horizontal) {
        bar.setTop(bar.bottom() - shown + 1);
    } else if (fromRight) {
        bar.setLeft(bar.right() - shown + 1);
    } else {
        bar.setWidth(shown);
    }
    const QColor ink = !isOn(option, QStyle::State_Enabled) ? tokens.disabledText : unknown ? tokens.softTrail : tokens.trail;
    paintBox(painter, bar, { .fill = ink, .radius = barThickness / 2.0 });
}

void paintTab(QPainter& painter, const QStyleOptionTab& option)
{
    const Palette& tokens = activePalette();
    const bool chosen = isOn(option, QStyle::State_Selected);
    const bool hover = isOn(option, QStyle::State_MouseOver) && isOn(option, QStyle::State_Enabled);
    const QRect rect = option.rect;
    if (!chosen && hover) {
        paintBox(painter, rect.adjusted(2, 4, -2, -4), { .fill = tokens.raised });
    }
    if (!chosen) {
        return;
    }
    constexpr int thickness = 2;
    QRect mark;
    switch (option.shape) {
    case QTabBar::RoundedSouth:
    case QTabBar::TriangularSouth:
        mark = QRect(rect.left(), rect.top(), rect.width(), thickness);
        break;
    case QTabBar::RoundedWest:
    case QTabBar::TriangularWest:
        mark = QRect(rect.right() - thickness + 1, rect.top(), thickness, rect.height());
        break;
    case QTabBar::RoundedEast:
    case QTabBar::TriangularEast:
        mark = QRect(rect.left(), rect.top(), thickness, rect.height());
        break;
    default:
        mark = QRect(rect.left(), rect.bottom() - thickness + 1, rect.width(), thickness);
    }
    painter.fillRect(mark, tokens.trail);
}

void paintTabBase(QPainter& painter, const QStyleOptionTabBarBase& option)
{
    const QRect rect = option.rect;
    QRect edge(rect.left(), rect.bottom(), rect.width(), 1);
    if (option.shape == QTabBar::RoundedSouth || option.shape == QTabBar::TriangularSouth) {
        edge.moveTop(rect.top());
    }
    painter.fillRect(edge, activePalette().line);
}

void paintHeaderSection(QPainter& painter, const QStyleOption& option)
{
    const Palette& tokens = activePalette();
    const bool hover = isOn(option, QStyle::State_MouseOver) && isOn(option, QStyle::State_Enabled);
    painter.fillRect(option.rect, hover ? tokens.trailFill : tokens.raised);
    const QRect rect = option.rect;
    if (isOn(option, QStyle::State_Horizontal)) {
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.line);
    } else {
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), tokens.line);
    }
}

void paintRow(QPainter& painter, const QStyleOptionViewItem& option)
{
    const Palette& tokens = activePalette();
    const bool chosen = isOn(option, QStyle::State_Selected);
    const bool hover = isOn(option, QStyle::State_MouseOver) && isOn(option, QStyle::State_Enabled);
    if (option.backgroundBrush.style() != Qt::NoBrush) {
        painter.fillRect(option.rect, option.backgroundBrush);
    }
    if (!chosen && !hover) {
        return;
    }
    const QColor fill = chosen ? option.palette.color(QPalette::Highlight) : tokens.raised;
    // Cells of one row join into one box: only its outer ends are round.
    using Position = QStyleOptionViewItem;
    const bool start = option.viewItemPosition == Position::Beginning;
    const bool end = option.viewItemPosition == Position::End;
    const bool middle = option.viewItemPosition == Position::Middle;
    const bool flipped = option.direction == Qt::RightToLeft;
    const bool openLeft = middle || (flipped ? start : end);
    const bool openRight = middle || (flipped ? end : start);
    const double past = radius::control * 2;
    QRectF box = QRectF(option.rect).adjusted(0, 1, 0, -1);
    box.adjust(openLeft ? -past : 0, 0, openRight ? past : 0, 0);
    painter.save();
    painter.setClipRect(option.rect, Qt::IntersectClip);
    paintBox(painter, box, { .fill = fill });
    // The soft fill alone is a weak sign: a bar at the reading edge says which row is chosen.
    if (chosen && !middle && !end) {
        const double inset = space::xs;
        QRectF bar = box.adjusted(0, inset, 0, -inset);
        if (flipped) {
            bar.setLeft(bar.right() - chosenBar);
        } else {
            bar.setWidth(chosenBar);
        }
        paintBox(painter, bar, { .fill = tokens.trail, .radius = chosenBar / 2 });
    }
    painter.restore();
}

void paintBranch(QPainter& painter, const QStyleOption& option)
{
    if (!isOn(option, QStyle::State_Children)) {
        return;
    }
    const Qt::ArrowType closed = option.direction == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow;
    paintChevron(painter, option.rect, isOn(option, QStyle::State_Open) ? Qt::DownArrow : closed, activePalette().softText);
}

} // namespace waymark::ui
