// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/BoardCardDelegate.h>

#include <ui/lists/RowPainter.h>
#include <ui/plan/BoardLaneModel.h>
#include <ui/theme/Theme.h>
#include <ui/theme/TrailPainting.h>
#include <ui/words/SkillIcons.h>

#include <QAbstractItemView>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

namespace waymark::ui {

namespace {

constexpr int gap = space::xs; // between cards
constexpr int sign = size::iconSmall + space::xs; // of the state, and what parts it from the title

constexpr int mostLines = 4; // of a title: in a window of 1000 hardly any is longer

/// Of a title in so many pixels: the last line of as many as there may be is cut.
QStringList linesOf(const QString& title, const QFont& font, int width)
{
    QTextLayout layout(title, font);
    layout.setTextOption(QTextOption(Qt::AlignLeft));
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() == mostLines - 1) {
            lines.append(QFontMetrics(font).elidedText(title.mid(line.textStart()).simplified(), Qt::ElideRight, width));
            break;
        }
        lines.append(title.mid(line.textStart(), line.textLength()).simplified());
    }
    layout.endLayout();
    return lines.isEmpty() ? QStringList(title) : lines;
}

/// How wide a card of the list is beside a scroll bar. Its words are laid out for that with and without one: a bar that comes because of
/// the cards must not make them higher.
int narrowed(const QStyleOptionViewItem& option)
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    return view == nullptr ? option.rect.width() : view->width() - view->verticalScrollBar()->sizeHint().width();
}

/// What all cards of a list have: the places of their parts, before they are mirrored.
struct CardPlan
{
    QFont title;
    QFont caption;
    QRect inner;
    int words; ///< width that they have

    CardPlan(const QStyleOptionViewItem& option, const QRect& rect)
        : title(type::strong(option.font))
        , caption(type::caption(option.font))
        , inner(rect.adjusted(space::s, gap / 2 + space::s, -space::s, -gap / 2 - space::s))
        , words(std::max(1, narrowed(option) - 2 * space::s - sign))
    {
    }
    [[nodiscard]] int titleHeight() const { return QFontMetrics(title).height(); }
    [[nodiscard]] int captionHeight() const { return std::max(QFontMetrics(caption).height(), size::iconSmall); }
};

void paintGround(QPainter& painter, const QStyleOptionViewItem& option)
{
    const Palette& tokens = activePalette();
    const QRect card = BoardCardDelegate::cardIn(option.rect);
    const bool isChosen = isOn(option, QStyle::State_Selected);
    const bool isHovered = isOn(option, QStyle::State_MouseOver);
    paintBox(painter, card,
        { .fill = tokens.surface,
            .edge = isChosen ? tokens.trail
                : isHovered  ? tokens.controlLine
                             : tokens.line,
            .edgeWidth = isChosen ? size::focusRing : size::line,
            .radius = radius::control });
}

} // namespace

QRect BoardCardDelegate::cardIn(const QRect& row)
{
    return row.adjusted(0, gap / 2, 0, -gap / 2);
}

QSize BoardCardDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view == nullptr ? size::nodeWidth : view->viewport()->width();
    const CardPlan plan(option, QRect(0, 0, width, 0));
    const auto lines = static_cast<int>(linesOf(index.data().toString(), plan.title, plan.words).size());
    const bool isShort = index.data(BoardLaneModel::CaptionRole).toString().isEmpty() && !index.data(BoardLaneModel::PlacedRole).toBool();
    return { width, lines * plan.titleHeight() + (isShort ? 1 : 2) * plan.captionHeight() + space::xs + 2 * space::s + gap };
}

void BoardCardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    paintGround(*painter, option);
    QStyleOptionViewItem plain = option;
    plain.state &= ~QStyle::State_Selected; // a chosen card has a ring: its ground stays
    RowPainter row(*painter, plain);
    const CardPlan plan(option, option.rect);
    const auto state = static_cast<learning::SkillState>(index.data(BoardLaneModel::StateRole).toInt());
    QRect line(plan.inner.left(), plan.inner.top(), plan.inner.width(), plan.titleHeight());
    row.sign(line, iconOf(state), row.ink(toneOf(state)));
    const QStringList lines = linesOf(index.data().toString(), plan.title, plan.words);
    for (const QString& words : lines) {
        row.words(line.adjusted(sign, 0, 0, 0), plan.title, row.text(), words);
        line.translate(0, line.height());
    }
    QRect caption(plan.inner.left() + sign, line.top() + space::xs, plan.inner.width() - sign, plan.captionHeight());
    row.words(caption, plan.caption, row.soft(), index.data(BoardLaneModel::AreaRole).toString());
    caption.translate(0, caption.height());
    if (index.data(BoardLaneModel::PlacedRole).toBool()) {
        row.sign(QRect(plan.inner.left(), caption.top(), size::iconSmall, caption.height()), IconId::Pin, row.ink(Tone::Trail));
    }
    row.words(caption, plan.caption, row.soft(), index.data(BoardLaneModel::CaptionRole).toString());
}

} // namespace waymark::ui
