// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/FindBar.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Theme.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int fieldWidth = 240;
constexpr qsizetype longestGiven = 80;

} // namespace

FindBar::FindBar(QTextEdit& text, QWidget* parent)
    : QWidget(parent)
    , m_text(text)
    , m_field(new QLineEdit(this))
    , m_count(new TextLabel(TextRole::Caption, {}, this))
    , m_previous(makeButton(u"find.previous"_s, tr("Previous place (Shift+Enter)"), static_cast<int>(IconId::ChevronUp)))
    , m_next(makeButton(u"find.next"_s, tr("Next place (Enter)"), static_cast<int>(IconId::ChevronDown)))
{
    setObjectName(u"findBar"_s);
    m_field->setObjectName(u"find.field"_s);
    m_field->setAccessibleName(tr("Find in the lesson"));
    m_field->setPlaceholderText(tr("Find in the lesson"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaximumWidth(fieldWidth);
    m_count->setObjectName(u"find.count"_s);
    QToolButton* done = makeButton(u"find.close"_s, tr("Close (Esc)"), static_cast<int>(IconId::Close));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, space::s, space::s, space::s);
    row->setSpacing(space::xs);
    row->addWidget(m_field, 1);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addSpacing(space::s);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(done);

    connect(m_field, &QLineEdit::textChanged, this, &FindBar::search);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(m_next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(done, &QToolButton::clicked, this, &FindBar::close);
    hide();
}

QToolButton* FindBar::makeButton(const QString& name, const QString& text, int iconId)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setIcon(icon(static_cast<IconId>(iconId)));
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAutoRaise(true);
    return button;
}

void FindBar::open()
{
    const QString chosen = m_text.textCursor().selectedText();
    show();
    if (!chosen.isEmpty() && chosen.size() <= longestGiven && !chosen.contains(QChar::ParagraphSeparator)) {
        m_field->setText(chosen);
    }
    m_field->selectAll();
    search();
}

void FindBar::close()
{
    hide();
    m_found.clear();
    m_text.setExtraSelections({});
    m_text.setFocus(Qt::OtherFocusReason);
}

void FindBar::refresh()
{
    if (isVisible()) {
        search();
    }
}

void FindBar::search()
{
    m_found.clear();
    m_current = -1;
    const QString wanted = m_field->text();
    if (!wanted.isEmpty()) {
        QTextCursor place = m_text.document()->find(wanted);
        while (!place.isNull() && m_found.size() < mostFound) {
            m_found.append(place);
            place = m_text.document()->find(wanted, place);
        }
    }
    const int top = m_text.cursorForPosition(QPoint(1, 1)).position();
    for (qsizetype i = 0; i < m_found.size() && m_current < 0; ++i) {
        if (m_found.at(i).position() >= top) {
            m_current = i;
        }
    }
    markAll();
    goTo(m_current < 0 ? 0 : m_current);
}

void FindBar::findNext()
{
    goTo(m_current + 1 >= m_found.size() ? 0 : m_current + 1);
}

void FindBar::findPrevious()
{
    goTo(m_current <= 0 ? m_found.size() - 1 : m_current - 1);
}

void FindBar::goTo(qsizetype index)
{
    m_current = index >= 0 && index < m_found.size() ? index : -1;
    if (m_current >= 0) {
        m_text.setTextCursor(m_found.at(m_current));
        QScrollBar* bar = m_text.verticalScrollBar();
        const int y = m_text.cursorRect().center().y();
        if (y < space::xxl || y > m_text.viewport()->height() - space::xxl) {
            bar->setValue(bar->value() + y - m_text.viewport()->height() / 3);
        }
    }
    showCount();
}

void FindBar::showCount()
{
    const bool some = !m_found.isEmpty();
    m_previous->setEnabled(some);
    m_next->setEnabled(some);
    if (m_field->text().isEmpty()) {
        m_count->clear();
    } else if (!some) {
        m_count->setText(tr("Nothing found"));
    } else if (m_found.size() >= mostFound) {
        m_count->setText(tr("%1 of more than %2").arg(m_current + 1).arg(mostFound));
    } else {
        m_count->setText(tr("%1 of %2").arg(m_current + 1).arg(m_found.size()));
    }
}

void FindBar::markAll()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const QTextCursor& place : std::as_const(m_found)) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = place;
        mark.format.setBackground(activePalette().markFill);
        mark.format.setForeground(activePalette().text);
        marks.append(mark);
    }
    m_text.setExtraSelections(marks);
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
    } else if (isEnter(*event)) {
        event->modifiers().testFlag(Qt::ShiftModifier) ? findPrevious() : findNext();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace waymark::ui
