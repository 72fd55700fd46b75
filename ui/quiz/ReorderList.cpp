// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/quiz/ReorderList.h>

#include <ui/quiz/ReorderRow.h>
#include <ui/theme/Theme.h>
#include <ui/theme/TrailPainting.h>

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int leastNumber = space::l; ///< width
constexpr double leftShare = 0.4; ///< of the width, which the left sides of a match take at most where the rows need the rest
constexpr int leastLeft = 96;
constexpr int leftInset = space::m;

} // namespace

ReorderList::ReorderList(const exchange::QuizQuestion& question, const session::Workspace& workspace, QWidget* parent)
    : AnswerControl(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    for (const auto& [leftSide, rightSide] : question.pairs) {
        m_lefts.push_back(std::make_unique<QuizProse>(workspace));
        m_lefts.back()->setBlocks(paragraphOf(leftSide));
        m_lefts.back()->dress(font());
        m_leftWords.push_back(exchange::plainText(leftSide));
        addRow(paragraphOf(rightSide), workspace);
    }
    for (const exchange::QuizOption& option : question.options) {
        addRow(option.text, workspace);
    }
    m_order = exchange::shuffled(static_cast<int>(count()), question.id);
    makeStop(m_order.empty() ? 0 : m_order.front());
    describe();
}

ReorderList::~ReorderList() = default;

void ReorderList::addRow(const exchange::Blocks& text, const session::Workspace& workspace)
{
    const int entry = static_cast<int>(count());
    auto* row = new ReorderRow(text, workspace, this);
    row->setObjectName(u"quiz.row.%1"_s.arg(entry));
    row->setAccessibleDescription(tr("Ctrl+Up and Ctrl+Down move it; Space lifts it and puts it down."));
    connect(row, &ReorderRow::focused, this, [this, entry] { makeStop(entry); });
    connect(row, &ReorderRow::left, this, [this] {
        if (m_hold && !m_hold->byPointer) {
            drop();
        }
    });
    connect(row, qOverload<const QPoint&>(&ReorderRow::pressed), this, [this, entry](const QPoint& at) { press(entry, at); });
    connect(row, &ReorderRow::dragged, this, &ReorderList::drag);
    connect(row, qOverload<>(&ReorderRow::released), this, &ReorderList::drop);
    connect(row, &ReorderRow::clicked, this, [this, entry] { // by the space bar or by assistive technology: the pointer drags
        m_hold ? drop() : lift(entry);
    });
    m_rows.push_back(row);
}

void ReorderList::begin()
{
    focusPosition(0);
}

exchange::QuizAnswer ReorderList::answer() const
{
    exchange::QuizAnswer answer;
    (isMatch() ? answer.pairs : answer.order) = m_order;
    return answer;
}

bool ReorderList::isComplete() const
{
    return count() > 0 && (m_isMoved || count() == 1);
}

ReorderRow& ReorderList::rowAt(int position) const
{
    return *m_rows[static_cast<std::size_t>(m_order[static_cast<std::size_t>(position)])];
}

int ReorderList::positionOf(int entry) const
{
    return static_cast<int>(std::find(m_order.begin(), m_order.end(), entry) - m_order.begin());
}

QString ReorderList::number(int position) const
{
    return tr("%1.", "number of a row").arg(locale().toString(position + 1));
}

int ReorderList::leftWidth(int width) const
{
    if (isMatch()) {
        double left = 0;
        for (const auto& each : m_lefts) {
            left = std::max(left, std::ceil(each->idealWidth()) + 2 * leftInset);
        }
        const int most = std::max(static_cast<int>((width - gap) * leftShare), width - gap - widestRow());
        return std::min(std::max(static_cast<int>(left), leastLeft), most);
    }
    const QFontMetrics metrics(type::strong(type::lesson(font())));
    return std::max(leastNumber, metrics.horizontalAdvance(number(static_cast<int>(count()) - 1)));
}

int ReorderList::rowWidth(int width) const
{
    return width - leftWidth(width) - gap;
}

/// In a match each place has room for every right side, so that the left sides stay where they are while rows are moved.
std::vector<int> ReorderList::heights(int width) const
{
    std::vector<int> heights;
    for (std::size_t i = 0; i < count(); ++i) {
        heights.push_back(rowAt(static_cast<int>(i)).heightForWidth(rowWidth(width)));
    }
    if (isMatch() && !heights.empty()) {
        const int highest = *std::max_element(heights.begin(), heights.end());
        for (std::size_t i = 0; i < count(); ++i) {
            heights[i] = std::max(highest, m_lefts[i]->heightFor(leftWidth(width) - 2 * leftInset) + 2 * space::s);
        }
    }
    return heights;
}

int ReorderList::heightForWidth(int width) const
{
    int height = 0;
    for (const int row : heights(width)) {
        height += row + (height > 0 ? gap : 0);
    }
    return height;
}

int ReorderList::widestRow() const
{
    int widest = 0;
    for (const ReorderRow* each : m_rows) {
        widest = std::max(widest, each->sizeHint().width());
    }
    return widest;
}

QSize ReorderList::sizeHint() const
{
    const int row = widestRow();
    const int width = isMatch() ? static_cast<int>(row / (1 - leftShare)) + gap : leftWidth(0) + gap + row;
    return { width, heightForWidth(width) };
}

QSize ReorderList::minimumSizeHint() const
{
    const int row = m_rows.empty() ? 0 : m_rows.front()->minimumSizeHint().width();
    return { isMatch() ? 2 * row : leftWidth(0) + gap + row, 0 };
}

QRect ReorderList::slot(int position) const
{
    const std::vector<int> all = heights(width());
    int top = 0;
    for (int i = 0; i < position; ++i) {
        top += all[static_cast<std::size_t>(i)] + gap;
    }
    return { width() - rowWidth(width()), top, rowWidth(width()), all[static_cast<std::size_t>(position)] };
}

QRect ReorderList::visual(const QRect& rect) const
{
    return QStyle::visualRect(layoutDirection(), this->rect(), rect);
}

/// Every row goes to its place, except one that the pointer holds.
void ReorderList::place()
{
    for (std::size_t i = 0; i < count(); ++i) {
        const int position = static_cast<int>(i);
        const QRect place = visual(slot(position));
        if (m_hold && m_hold->moves && m_hold->entry == m_order[i]) {
            rowAt(position).resize(place.size());
        } else {
            rowAt(position).setGeometry(place);
        }
    }
    update();
}

void ReorderList::paintEvent(QPaintEvent*)
{
    const Palette& tokens = activePalette();
    QPainter painter(this);
    for (std::size_t i = 0; i < count(); ++i) {
        const QRect row = slot(static_cast<int>(i));
        const QRect beside = visual({ 0, row.top(), leftWidth(width()), row.height() });
        if (!isMatch()) {
            painter.setFont(type::strong(type::lesson(font())));
            painter.setPen(isEnabled() ? tokens.softText : tokens.disabledText);
            const auto edge = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
            painter.drawText(beside, static_cast<int>(edge | Qt::AlignVCenter), number(static_cast<int>(i)));
            continue;
        }
        paintBox(painter, beside, { .fill = tokens.raised });
        const int height = m_lefts[i]->heightFor(beside.width() - 2 * leftInset);
        const QRect text(beside.left() + leftInset, beside.top() + (beside.height() - height) / 2, beside.width() - 2 * leftInset, height);
        m_lefts[i]->paint(painter, text);
        // A short line ties the sides together, as far as the row is there.
        const QRect tie = visual({ leftWidth(width()), row.center().y(), gap, 1 });
        painter.fillRect(tie, tokens.controlLine);
    }
    if (m_hold && m_hold->moves) {
        paintBox(painter, visual(slot(positionOf(m_hold->entry))), { .edge = tokens.line }); // where it would fall
    }
}

void ReorderList::resizeEvent(QResizeEvent*)
{
    place();
}

void ReorderList::changeEvent(QEvent* event)
{
    AnswerControl::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        for (const auto& left : m_lefts) {
            left->dress(font());
        }
        updateGeometry();
        place();
    } else if (event->type() == QEvent::LayoutDirectionChange) {
        place();
    } else if (event->type() == QEvent::EnabledChange) {
        putBack();
    }
}

} // namespace waymark::ui
