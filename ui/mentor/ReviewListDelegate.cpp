// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lists/RowPainter.h>
#include <ui/mentor/ReviewIcons.h>
#include <ui/mentor/ReviewListModel.h>
#include <ui/theme/TrailPainting.h>

namespace waymark::ui {

namespace {

constexpr int inset = space::m;

} // namespace

QSize ReviewListDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int caption = QFontMetrics(type::caption(option.font)).height();
    const int strong = QFontMetrics(type::strong(option.font)).height();
    return { size::inspector / 2, strong + 2 * std::max(caption, size::iconSmall) + 2 * space::xs + 2 * inset };
}

void ReviewListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    RowPainter row(*painter, option);
    paintRow(*painter, ground);

    const QRect inner = option.rect.adjusted(inset, inset, -inset, -inset);
    const QFont strong = type::strong(option.font);
    const QFont caption = type::caption(option.font);
    const int captionHeight = std::max(QFontMetrics(caption).height(), size::iconSmall);
    QRect line(inner.left(), inner.top(), inner.width(), QFontMetrics(strong).height());
    row.words(line, strong, row.text(), index.data(Qt::DisplayRole).toString());
    line = QRect(inner.left(), line.bottom() + 1 + space::xs, inner.width(), captionHeight);
    row.words(line, caption, row.soft(), index.data(ReviewListModel::AboutRole).toString());

    line.translate(0, captionHeight + space::xs);
    const int open = index.data(ReviewListModel::OpenRole).toInt();
    const int half = line.width() / 2;
    const int step = size::iconSmall + space::xs;
    const QRect left(line.left(), line.top(), half, captionHeight);
    const QRect right(line.left() + half, line.top(), line.width() - half, captionHeight);
    row.sign(left, open > 0 ? IconId::Clock : IconId::Check, row.ink(open > 0 ? Tone::Mark : Tone::Mastered));
    row.words(left.adjusted(step, 0, -space::xs, 0), caption, open > 0 ? row.text() : row.soft(),
        index.data(ReviewListModel::OpenTextRole).toString());
    const auto sign = signOf(static_cast<domain::SignatureState>(index.data(ReviewListModel::SignatureRole).toInt()));
    row.sign(right, sign.icon, row.ink(sign.tone));
    row.words(right.adjusted(step, 0, 0, 0), caption, row.soft(), index.data(ReviewListModel::SignatureTextRole).toString());
}

} // namespace waymark::ui
