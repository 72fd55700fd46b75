// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/recall/RecallNotice.h>

#include <ui/theme/Layouts.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

RecallNotice::RecallNotice(IconId icon, Tone tone, QWidget* parent)
    : Card(parent)
    , m_text(wrapped(TextRole::Body, {}, this))
    , m_buttons(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setContentsMargins(space::m, space::m, space::m, space::m);
    m_buttons->setSpacing(space::s);
    m_buttons->addStretch(1);
    auto* column = new QVBoxLayout;
    column->setSpacing(space::s);
    column->addWidget(m_text);
    column->addLayout(m_buttons);
    auto* row = bareRow(this, space::m);
    row->addWidget(new IconMark(icon, tone, this), 0, Qt::AlignTop);
    row->addLayout(column, 1);
}

void RecallNotice::setText(const QString& text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

QPushButton* RecallNotice::addButton(const QString& name, const QString& text)
{
    auto* button = pushButton(name, text, this);
    button->setMinimumWidth(1); // the row may be narrower than its buttons until they are arranged
    m_buttons->insertWidget(m_buttons->count() - 1, button, 0, Qt::AlignLeft);
    m_added.append(button);
    arrangeButtons();
    return button;
}

void RecallNotice::arrangeButtons()
{
    int wanted = 0;
    for (const QPushButton* button : m_added) {
        wanted += button->sizeHint().width() + m_buttons->spacing();
    }
    const int room = contentsRect().width() - size::icon - space::m;
    m_buttons->setDirection(wanted - m_buttons->spacing() > room ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void RecallNotice::resizeEvent(QResizeEvent* event)
{
    Card::resizeEvent(event);
    arrangeButtons();
}

void RecallNotice::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        arrangeButtons();
    }
}

} // namespace waymark::ui
