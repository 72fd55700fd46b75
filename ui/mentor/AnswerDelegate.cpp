// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lists/RowPainter.h>
#include <ui/mentor/AnswerListModel.h>
#include <ui/words/SkillIcons.h>

#include <QStyle>
#include <QWidget>

namespace waymark::ui {

QSize AnswerDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int text = QFontMetrics(option.font).height() + QFontMetrics(type::caption(option.font)).height();
    return { size::nodeWidth, text + 2 * space::s };
}

void AnswerDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    RowPainter row(*painter, option);
    const bool isWaiting = index.data(AnswerListModel::GroupRole).toInt() <= static_cast<int>(AnswerListModel::Group::Submitted);
    const QFont title = isWaiting ? type::strong(option.font) : option.font;
    const QFont caption = type::caption(option.font);
    const QRect inner = option.rect.adjusted(space::s, space::s, -space::s, -space::s);
    QRect line(inner.left(), inner.top(), inner.width(), QFontMetrics(title).height());

    const QVariant state = index.data(AnswerListModel::StateRole);
    const auto skillState = static_cast<learning::SkillState>(state.toInt());
    row.sign(line, state.isValid() ? iconOf(skillState) : IconId::Plan, state.isValid() ? row.ink(toneOf(skillState)) : row.text());
    line.setLeft(line.left() + size::iconSmall + space::s);
    QRect titleLine = line;
    if (index.data(AnswerListModel::DecidedRole).toBool()) {
        titleLine.setRight(line.right() - size::iconSmall - space::xs);
        row.sign({ line.right() - size::iconSmall, line.top(), size::iconSmall, line.height() }, IconId::Check, row.ink(Tone::Trail));
    }
    row.words(titleLine, title, row.text(), index.data().toString());
    row.words({ line.left(), line.bottom() + 1, line.width(), QFontMetrics(caption).height() }, caption, row.soft(),
        index.data(AnswerListModel::CaptionRole).toString());
}

} // namespace waymark::ui
