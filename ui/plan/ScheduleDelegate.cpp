// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/ScheduleDelegate.h>

#include <ui/lists/RowPainter.h>
#include <ui/plan/ScheduleModel.h>
#include <ui/theme/Theme.h>

#include <QPainter>

#include <algorithm>

namespace waymark::ui {

using Kind = ScheduleRow::Kind;

namespace {

constexpr int inset = space::s;

Kind kindOf(const QModelIndex& index)
{
    return static_cast<Kind>(index.data(ScheduleModel::KindRole).toInt());
}

} // namespace

QSize ScheduleDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (kindOf(index) == Kind::Month) {
        size.setHeight(std::max(size::row, QFontMetrics(type::strong(option.font)).height() + space::s) + space::s);
    }
    return size;
}

void ScheduleDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Kind kind = kindOf(index);
    if (kind == Kind::Skill) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    if (index.column() != ScheduleModel::SkillColumn) {
        return;
    }
    RowPainter row(*painter, option);
    QRect line = option.rect.adjusted(inset, 0, -inset, 0);
    const QString words = index.data().toString();
    if (kind == Kind::DaysOff) {
        row.sign(line, IconId::Today, row.soft());
        row.words(line.adjusted(size::iconSmall + space::s, 0, 0, 0), option.font, row.soft(), words);
        return;
    }
    if (kind == Kind::Unit) {
        row.words(line.adjusted(size::icon + space::m, 0, 0, 0), option.font, row.soft(), words);
        return;
    }
    line.setTop(line.top() + space::s);
    row.words(line, type::strong(option.font), row.text(), words);
    painter->setPen(QPen(activePalette().line, size::line));
    painter->drawLine(QLineF(option.rect.left() + inset, option.rect.bottom(), option.rect.right() - inset, option.rect.bottom()));
}

} // namespace waymark::ui
