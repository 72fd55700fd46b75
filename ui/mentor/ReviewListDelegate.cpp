// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/ReviewIcons.h>
#include <ui/mentor/ReviewListModel.h>
#include <ui/theme/Theme.h>
#include <ui/theme/TrailPainting.h>

#include <QApplication>
#include <QPainter>

namespace waymark::ui {

namespace {

constexpr int inset = space::m;

/// One line of a row: words at the leading edge, as much as fits.
void paintLine(QPainter& painter, const QStyleOptionViewItem& option, const QRect& line, const QString& words)
{
    painter.drawText(QStyle::visualRect(option.direction, option.rect, line),
        static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignLeft)) | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(words, Qt::ElideRight, line.width()));
}

void paintSign(QPainter& painter, const QStyleOptionViewItem& option, const QRect& line, IconId sign, const QColor& ink)
{
    const QRect place(line.left(), line.center().y() - size::iconSmall / 2, size::iconSmall, size::iconSmall);
    paintIcon(painter, QStyle::visualRect(option.direction, option.rect, place), sign, ink);
}

} // namespace

QSize ReviewListDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int caption = QFontMetrics(type::caption(option.font)).height();
    const int strong = QFontMetrics(type::strong(option.font)).height();
    return { size::inspector / 2, strong + 2 * std::max(caption, size::iconSmall) + 2 * space::xs + 2 * inset };
}

void ReviewListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Palette& tokens = activePalette();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    paintRow(*painter, row);
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    const QColor text = isChosen ? tokens.selectionText : tokens.text;
    const QColor soft = isChosen ? tokens.selectionText : tokens.softText;

    const QRect inner = option.rect.adjusted(inset, inset, -inset, -inset);
    const QFont strong = type::strong(option.font);
    const QFont caption = type::caption(option.font);
    const int captionHeight = std::max(QFontMetrics(caption).height(), size::iconSmall);
    QRect line(inner.left(), inner.top(), inner.width(), QFontMetrics(strong).height());
    painter->setFont(strong);
    painter->setPen(text);
    paintLine(*painter, option, line, index.data(Qt::DisplayRole).toString());

    painter->setFont(caption);
    painter->setPen(soft);
    line = QRect(inner.left(), line.bottom() + 1 + space::xs, inner.width(), captionHeight);
    paintLine(*painter, option, line, index.data(ReviewListModel::AboutRole).toString());

    line.translate(0, captionHeight + space::xs);
    const int open = index.data(ReviewListModel::OpenRole).toInt();
    const int half = line.width() / 2;
    const int step = size::iconSmall + space::xs;
    const QRect left(line.left(), line.top(), half, captionHeight);
    const QRect right(line.left() + half, line.top(), line.width() - half, captionHeight);
    paintSign(*painter, option, left, open > 0 ? IconId::Clock : IconId::Check,
        isChosen ? tokens.selectionText : tokens.colour(open > 0 ? Tone::Mark : Tone::Mastered));
    painter->setPen(open > 0 ? text : soft);
    paintLine(*painter, option, left.adjusted(step, 0, -space::xs, 0), index.data(ReviewListModel::OpenTextRole).toString());
    const auto sign = signOf(static_cast<domain::SignatureState>(index.data(ReviewListModel::SignatureRole).toInt()));
    paintSign(*painter, option, right, sign.icon, isChosen ? tokens.selectionText : tokens.colour(sign.tone));
    painter->setPen(soft);
    paintLine(*painter, option, right.adjusted(step, 0, 0, 0), index.data(ReviewListModel::SignatureTextRole).toString());
    painter->restore();
}

} // namespace waymark::ui
