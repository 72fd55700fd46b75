// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/quiz/TypedAnswer.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Tokens.h>

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextDocument>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::QuestionKind;

namespace {

constexpr int leastLines = 4; ///< of the sheet for an output; it grows with the text
constexpr int mostLines = 12;
constexpr int numberWidth = 240;

} // namespace

TypedAnswer::TypedAnswer(QuestionKind kind, QWidget* parent)
    : AnswerControl(parent)
    , m_isNumber(kind == QuestionKind::Number || kind == QuestionKind::Line)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    QWidget* edit = kind == QuestionKind::Predict ? makeSheet() : makeField(kind);
    edit->setObjectName(u"quiz.text"_s);
    edit->installEventFilter(this);
    row->addWidget(edit, 1);
    if (m_isNumber) {
        edit->setMaximumWidth(numberWidth);
        row->addStretch(0);
    }
}

QWidget* TypedAnswer::makeField(QuestionKind kind)
{
    m_field = new QLineEdit(this);
    m_field->setMaxLength(static_cast<int>(exchange::answerCharacters));
    const QString placeholder = kind == QuestionKind::Number ? tr("A number")
        : kind == QuestionKind::Line                         ? tr("The number of the line")
                                                             : tr("Your answer");
    m_field->setPlaceholderText(placeholder);
    m_field->setAccessibleName(placeholder);
    connect(m_field, &QLineEdit::textChanged, this, &TypedAnswer::changed);
    return m_field;
}

QWidget* TypedAnswer::makeSheet()
{
    m_sheet = new QPlainTextEdit(this);
    m_sheet->setTabChangesFocus(true);
    m_sheet->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_sheet->setPlaceholderText(tr("What the program prints"));
    m_sheet->setAccessibleName(tr("What the program prints"));
    m_sheet->setFont(type::code(font()));
    m_sheet->document()->setDocumentMargin(space::s);
    m_sheet->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_sheet, &QPlainTextEdit::textChanged, this, [this] {
        fitSheet();
        Q_EMIT changed();
    });
    fitSheet();
    return m_sheet;
}

/// A line more than there is, so that the next one is seen to be possible.
void TypedAnswer::fitSheet()
{
    const int lines = std::clamp(m_sheet->blockCount() + 1, leastLines, mostLines);
    const double line = QFontMetricsF(m_sheet->font()).lineSpacing();
    const QMargins margins = m_sheet->contentsMargins();
    const double around = 2 * m_sheet->document()->documentMargin() + margins.top() + margins.bottom() + 2 * m_sheet->frameWidth();
    m_sheet->setFixedHeight(static_cast<int>(std::ceil(lines * line + around)));
}

void TypedAnswer::begin()
{
    QWidget* edit = m_sheet != nullptr ? static_cast<QWidget*>(m_sheet) : m_field;
    edit->setFocus(Qt::OtherFocusReason);
}

QString TypedAnswer::text() const
{
    return m_sheet != nullptr ? m_sheet->toPlainText() : m_field->text();
}

exchange::QuizAnswer TypedAnswer::answer() const
{
    exchange::QuizAnswer answer;
    answer.text = text();
    return answer;
}

bool TypedAnswer::isComplete() const
{
    return !text().trimmed().isEmpty();
}

QString TypedAnswer::written() const
{
    return m_isNumber || !isComplete() ? QString() : text();
}

void TypedAnswer::write(const QString& text)
{
    if (m_sheet != nullptr) {
        m_sheet->setPlainText(text);
        m_sheet->moveCursor(QTextCursor::End);
    } else {
        m_field->setText(text);
    }
}

bool TypedAnswer::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) {
        return AnswerControl::eventFilter(watched, event);
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    const Qt::KeyboardModifiers modifiers = key->modifiers() & ~Qt::KeypadModifier;
    const bool answers = isEnter(*key) && (modifiers == Qt::ControlModifier || (m_field != nullptr && modifiers == Qt::NoModifier));
    if (!answers) {
        return AnswerControl::eventFilter(watched, event);
    }
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
    } else if (!key->isAutoRepeat()) {
        Q_EMIT submitRequested();
    }
    return true;
}

void TypedAnswer::changeEvent(QEvent* event)
{
    AnswerControl::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_sheet != nullptr) {
        m_sheet->setFont(type::code(font()));
        fitSheet();
    }
}

} // namespace waymark::ui
