// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/quiz/OptionList.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Theme.h>
#include <ui/theme/TrailPainting.h>

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int letterWidth = space::l;
constexpr int beforeText = space::m + size::indicator + space::s + letterWidth + space::s;
constexpr int letters = 26;

/// The row that a letter or a digit means.
std::optional<int> rowOf(const QKeyEvent& event)
{
    const bool isPlain = (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
    const int key = event.key();
    if (isPlain && key >= Qt::Key_A && key <= Qt::Key_Z) {
        return key - Qt::Key_A;
    }
    if (isPlain && key >= Qt::Key_1 && key <= Qt::Key_9) {
        return key - Qt::Key_1;
    }
    return {};
}

bool isPlainEnter(const QKeyEvent& event)
{
    return isEnter(event) && (event.modifiers() & ~Qt::KeypadModifier) == 0;
}

} // namespace

OptionRow::OptionRow(
    const exchange::Blocks& text, const QString& letter, bool isExclusive, const session::Workspace& workspace, QWidget* parent)
    : AnswerRow(text, workspace, beforeText, parent)
    , m_letter(letter)
{
    setCheckable(true);
    setAutoExclusive(isExclusive); // which also tells a screen reader whether it is a radio button or a check box
    if (!letter.isEmpty()) {
        setObjectName(u"quiz.option."_s + letter);
        setAccessibleDescription(tr("Key %1", "letter that chooses an option").arg(letter));
    }
}

void OptionRow::focusInEvent(QFocusEvent* event)
{
    AnswerRow::focusInEvent(event);
    Q_EMIT focused();
}

void OptionRow::paintEvent(QPaintEvent*)
{
    const Palette& tokens = activePalette();
    QPainter painter(this);
    QStyleOptionButton option = styleOption();
    paintGround(painter, option, isChecked());

    const QRect text = textRect();
    const int middle = qRound(text.top() + prose().firstLineCentre());
    option.rect = visual({ space::m, middle - size::indicator / 2, size::indicator, size::indicator });
    option.state.setFlag(QStyle::State_HasFocus, false); // the row has the ring
    if (autoExclusive()) {
        paintRadioIndicator(painter, option);
    } else {
        paintCheckIndicator(painter, option, false);
    }
    painter.setFont(type::strong(type::lesson(font())));
    painter.setPen(!isEnabled() ? tokens.disabledText : isChecked() ? tokens.trail : tokens.softText);
    const int height = painter.fontMetrics().height();
    const int top = qRound(text.top() + prose().firstBaseline()) - painter.fontMetrics().ascent();
    painter.drawText(visual({ space::m + size::indicator + space::s, top, letterWidth, height }), Qt::AlignCenter, m_letter);
    paintText(painter);
}

OptionList::OptionList(const exchange::QuizQuestion& question, const session::Workspace& workspace, QWidget* parent)
    : AnswerControl(parent)
    , m_isSingle(question.kind == exchange::QuestionKind::Single)
{
    auto* column = bareColumn(this, space::s);
    for (const exchange::QuizOption& option : question.options) {
        const int place = static_cast<int>(m_rows.size());
        const QString letter = place < letters ? QString(QChar(u'A' + place)) : QString();
        auto* row = new OptionRow(option.text, letter, m_isSingle, workspace, this);
        connect(row, &OptionRow::toggled, this, &OptionList::changed);
        connect(row, &OptionRow::focused, this, [this, place] { makeStop(place); });
        column->addWidget(row);
        m_rows.push_back(row);
    }
    makeStop(0);
}

void OptionList::begin()
{
    focusRow(m_stop);
}

exchange::QuizAnswer OptionList::answer() const
{
    exchange::QuizAnswer answer;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i]->isChecked()) {
            answer.chosen.push_back(static_cast<int>(i));
        }
    }
    return answer;
}

bool OptionList::isComplete() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const OptionRow* row) { return row->isChecked(); });
}

/// Letters and numbers are also shortcuts of pages around the list: here they choose.
bool OptionList::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const auto row = rowOf(*key);
        if ((row && *row < static_cast<int>(m_rows.size())) || isPlainEnter(*key) || key->key() == Qt::Key_Space) {
            event->accept();
            return true;
        }
    }
    return AnswerControl::event(event);
}

void OptionList::keyPressEvent(QKeyEvent* event)
{
    const auto row = rowOf(*event);
    if (row && *row < static_cast<int>(m_rows.size())) {
        if (!event->isAutoRepeat()) {
            choose(*row);
        }
    } else if (isPlainEnter(*event)) {
        if (!event->isAutoRepeat()) {
            enter();
        }
    } else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        focusRow(m_stop + (event->key() == Qt::Key_Up ? -1 : 1));
    } else {
        AnswerControl::keyPressEvent(event);
    }
}

void OptionList::choose(int row)
{
    focusRow(row);
    m_rows[static_cast<std::size_t>(row)]->click();
}

/// Of one choice that stands on another row the answer is not asked for yet: who has moved on from it means the row in focus.
void OptionList::enter()
{
    const bool isElsewhere
        = m_isSingle && m_stop < static_cast<int>(m_rows.size()) && !m_rows[static_cast<std::size_t>(m_stop)]->isChecked();
    if (!m_rows.empty() && (!isComplete() || isElsewhere)) {
        choose(m_stop);
    } else {
        Q_EMIT submitRequested();
    }
}

void OptionList::focusRow(int row)
{
    if (row >= 0 && row < static_cast<int>(m_rows.size())) {
        m_rows[static_cast<std::size_t>(row)]->setFocus(Qt::OtherFocusReason);
    }
}

void OptionList::makeStop(int row)
{
    m_stop = row;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setFocusPolicy(static_cast<int>(i) == row ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

} // namespace waymark::ui
