// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/TrailPainting.h>

#include <ui/theme/Icons.h>
#include <ui/theme/Theme.h>

#include <QPainter>

namespace waymark::ui {

namespace {

constexpr int signColumn = size::icon + space::s; ///< check or icon, before the text
constexpr int separatorHeight = space::s + 1;

void paintSign(QPainter& painter, const QStyleOptionMenuItem& option, const QRect& column, const QColor& ink)
{
    QRect place(0, 0, size::iconSmall, size::iconSmall);
    place.moveCenter(column.center());
    if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (!option.checked) {
            return;
        }
        if (option.checkType == QStyleOptionMenuItem::Exclusive) {
            paintBox(painter, QRectF(place).adjusted(4, 4, -4, -4), { .fill = ink, .radius = size::iconSmall });
        } else {
            paintIcon(painter, place, IconId::Check, ink);
        }
        return;
    }
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool chosen = isOn(option, QStyle::State_Selected);
    const QIcon::Mode mode = !enabled ? QIcon::Disabled : chosen ? QIcon::Selected : QIcon::Normal;
    option.icon.paint(&painter, place, Qt::AlignCenter, mode);
}

} // namespace

void paintMenuItem(QPainter& painter, const QStyleOptionMenuItem& option)
{
    const Palette& tokens = activePalette();
    const QRect row = option.rect;
    const auto placed = [&](const QRect& rect) { return QStyle::visualRect(option.direction, row, rect); };
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(row.left() + space::s, row.center().y(), row.width() - 2 * space::s, 1, tokens.line);
        return;
    }
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool chosen = enabled && isOn(option, QStyle::State_Selected);
    if (chosen) {
        paintBox(painter, row, { .fill = tokens.selection, .radius = radius::small });
    } else if (isOn(option, QStyle::State_Selected)) { // off, and where the keys are
        paintBox(painter, row, { .fill = tokens.raised, .radius = radius::small });
    }
    const QColor ink = !enabled ? tokens.disabledText : chosen ? tokens.selectionText : tokens.text;

    paintSign(painter, option, placed(QRect(row.left() + space::xs, row.top(), signColumn, row.height())), ink);

    const QRect words = row.adjusted(space::xs + signColumn + space::xs, 0, -space::s, 0);
    const qsizetype tab = option.text.indexOf(u'\t');
    const QString title = tab < 0 ? option.text : option.text.first(tab);
    const int flags = static_cast<int>(Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextShowMnemonic;
    painter.setFont(option.font);
    painter.setPen(ink);
    painter.drawText(placed(words), flags | static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft)), title);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow(row.right() - size::iconSmall - space::xs, row.top(), size::iconSmall, row.height());
        paintChevron(painter, placed(arrow), option.direction == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow, ink);
    } else if (tab >= 0) {
        painter.setPen(enabled && !chosen ? tokens.softText : ink);
        painter.drawText(placed(words), flags | static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight)),
            option.text.sliced(tab + 1));
    }
}

QSize menuItemSize(const QStyleOptionMenuItem& option, QSize contents)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        return { contents.width(), separatorHeight };
    }
    int width = contents.width() + signColumn + 2 * space::xs + space::s;
    // QMenu measures shortcuts on their own and adds their common width here.
    if (option.text.contains(u'\t')) {
        width += space::xl;
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        width += size::iconSmall + space::xs;
    }
    return { width, std::max(size::row - 2, option.fontMetrics.height() + space::s) };
}

void paintMenuBarItem(QPainter& painter, const QStyleOptionMenuItem& option)
{
    const Palette& tokens = activePalette();
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool open = enabled && isOn(option, QStyle::State_Sunken);
    const bool pointed = enabled && isOn(option, QStyle::State_Selected);
    painter.fillRect(option.rect, tokens.paper);
    if (open || pointed) {
        paintBox(painter, option.rect.adjusted(0, 2, 0, -2), { .fill = open ? tokens.selection : tokens.raised, .radius = radius::small });
    }
    painter.setPen(!enabled ? tokens.disabledText : open ? tokens.selectionText : tokens.text);
    painter.drawText(option.rect, static_cast<int>(Qt::AlignCenter) | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text);
}

} // namespace waymark::ui
