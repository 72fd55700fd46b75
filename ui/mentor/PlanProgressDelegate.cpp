// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/PlanProgressDelegate.h>

#include <ui/mentor/PlanListModel.h>
#include <ui/theme/Theme.h>
#include <ui/theme/TrailPainting.h>

#include <QPainter>

#include <algorithm>

namespace waymark::ui {

namespace {

constexpr int barHeight = 4;

} // namespace

void PlanProgressDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QVariant share = index.data(PlanListModel::ShareRole);
    if (!share.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem words = option;
    initStyleOption(&words, index);
    words.displayAlignment = Qt::AlignLeft | Qt::AlignVCenter;
    const QStyle* style = option.widget->style();
    style->drawControl(QStyle::CE_ItemViewItem, &words, painter, option.widget);
    // The bar stands under the words, between them and the lower edge of the row.
    QRectF bar = QRectF(option.rect).adjusted(space::s, 0, -space::l, 0);
    bar.setTop(option.rect.bottom() - barHeight - 1);
    bar.setHeight(barHeight);
    painter->save();
    paintTrack(*painter, bar);
    const double done = std::clamp(share.toDouble(), 0.0, 1.0);
    if (done > 0) {
        QRectF full = bar;
        full.setWidth(std::max<double>(barHeight, bar.width() * done));
        if (option.direction == Qt::RightToLeft) {
            full.moveRight(bar.right());
        }
        paintBox(*painter, full, { .fill = activePalette().trail, .radius = barHeight / 2.0 });
    }
    painter->restore();
}

} // namespace waymark::ui
