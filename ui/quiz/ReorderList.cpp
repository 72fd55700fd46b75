// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/quiz/ReorderList.h>

#include <ui/quiz/ReorderRow.h>
#include <ui/theme/Theme.h>
#include <ui/theme/TrailPainting.h>

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int gap = space::s;
constexpr int leastNumber = space::l; ///< width
constexpr double leftShare = 0.4; ///< of the width, for the left sides of a match
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

// Measuring and painting

QString ReorderList::number(int position) const
{
    return tr("%1.", "number of a row").arg(locale().toString(position + 1));
}

int ReorderList::leftWidth(int width) const
{
    if (isMatch()) {
        return static_cast<int>((width - gap) * leftShare);
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

QSize ReorderList::sizeHint() const
{
    int row = 0;
    for (const ReorderRow* each : m_rows) {
        row = std::max(row, each->sizeHint().width());
    }
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

// Holding and moving

void ReorderList::press(int entry, const QPoint& at)
{
    drop();
    m_hold = Hold { entry, m_order, true, false, at, at.y() - m_rows[static_cast<std::size_t>(entry)]->y() };
}

void ReorderList::drag(const QPoint& at)
{
    if (!m_hold || !m_hold->byPointer) {
        return;
    }
    ReorderRow& row = *m_rows[static_cast<std::size_t>(m_hold->entry)];
    if (!m_hold->moves) {
        if ((at - m_hold->from).manhattanLength() < QApplication::startDragDistance()) {
            return;
        }
        m_hold->moves = true;
        row.setLifted(true);
        row.setCursor(Qt::ClosedHandCursor);
        row.raise();
    }
    row.move(row.x(), std::clamp(at.y() - m_hold->grip, -space::s, std::max(0, height() - row.height() + space::s)));
    const int middle = row.geometry().center().y();
    int nearest = 0;
    for (int i = 1; i < static_cast<int>(count()); ++i) {
        if (std::abs(slot(i).center().y() - middle) < std::abs(slot(nearest).center().y() - middle)) {
            nearest = i;
        }
    }
    move(m_hold->entry, nearest);
}

void ReorderList::lift(int entry)
{
    m_hold = Hold { entry, m_order, false, false, {}, 0 };
    m_rows[static_cast<std::size_t>(entry)]->setLifted(true);
    describe();
}

void ReorderList::drop()
{
    if (!m_hold) {
        return;
    }
    const Hold held = std::move(*m_hold);
    m_hold.reset();
    ReorderRow& row = *m_rows[static_cast<std::size_t>(held.entry)];
    row.setLifted(false);
    row.setCursor(Qt::OpenHandCursor);
    place();
    describe();
    if (held.before != m_order) {
        m_isMoved = true;
        Q_EMIT changed();
    }
}

void ReorderList::putBack()
{
    if (m_hold) {
        m_order = m_hold->before;
        drop();
    }
}

void ReorderList::move(int entry, int position)
{
    const int from = positionOf(entry);
    if (position < 0 || position >= static_cast<int>(count()) || position == from) {
        place();
        return;
    }
    m_order.erase(m_order.begin() + from);
    m_order.insert(m_order.begin() + position, entry);
    place();
    if (!m_hold) {
        m_isMoved = true;
        Q_EMIT changed();
    }
    if (!m_hold || !m_hold->byPointer) {
        describe();
    }
}

// Keys

/// The arrows scroll what is around the list and Escape leaves it: not while they mean a row.
bool ReorderList::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter
            || (key == Qt::Key_Escape && m_hold)) {
            event->accept();
            return true;
        }
    }
    return AnswerControl::event(event);
}

void ReorderList::keyPressEvent(QKeyEvent* event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool isPlain = modifiers == Qt::NoModifier;
    const int key = event->key();
    if ((key == Qt::Key_Up || key == Qt::Key_Down) && (isPlain || modifiers == Qt::ControlModifier)) {
        arrow(key == Qt::Key_Up ? -1 : 1, !isPlain);
    } else if (key == Qt::Key_Escape && m_hold) {
        putBack();
    } else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && isPlain) {
        if (m_hold) {
            drop();
        } else if (!event->isAutoRepeat()) {
            Q_EMIT submitRequested();
        }
    } else {
        AnswerControl::keyPressEvent(event);
    }
}

void ReorderList::arrow(int step, bool moves)
{
    if (m_hold && m_hold->byPointer) {
        return; // the pointer says where the row goes
    }
    const int position = positionOf(m_stop);
    if (moves || m_hold) {
        move(m_stop, position + step);
    } else {
        focusPosition(position + step);
    }
}

void ReorderList::focusPosition(int position)
{
    if (position >= 0 && position < static_cast<int>(count())) {
        rowAt(position).setFocus(Qt::OtherFocusReason);
    }
}

void ReorderList::makeStop(int entry)
{
    m_stop = entry;
    for (std::size_t i = 0; i < count(); ++i) {
        m_rows[i]->setFocusPolicy(static_cast<int>(i) == entry ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

void ReorderList::hideEvent(QHideEvent* event)
{
    AnswerControl::hideEvent(event);
    putBack();
}

/// What a screen reader is told; a change of the name is an event that it hears.
void ReorderList::describe()
{
    for (std::size_t i = 0; i < count(); ++i) {
        ReorderRow& row = rowAt(static_cast<int>(i));
        const int left = static_cast<int>(i);
        const QString words
            = isMatch() ? tr("%1, beside %2", "right side and left side of a match").arg(row.words(), m_leftWords.at(left)) : row.words();
        const bool isLifted = m_hold && m_hold->entry == m_order[i];
        const QString name = isLifted ? tr("%1 of %2, lifted: %3", "place, count and words of a row").arg(i + 1).arg(count()).arg(words)
                                      : tr("%1 of %2: %3", "place, count and words of a row").arg(i + 1).arg(count()).arg(words);
        if (row.accessibleName() != name) {
            row.setAccessibleName(name); // tells assistive technology by itself
        }
    }
}

} // namespace waymark::ui
