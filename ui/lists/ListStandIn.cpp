// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lists/ListStandIn.h>

#include <ui/theme/Controls.h>

#include <QVBoxLayout>

namespace waymark::ui {

ListStandIn::ListStandIn(const QString& id, QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_sentence(wrapped(TextRole::Body, {}, this))
{
    m_sentence->setObjectName(id);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_column->setSpacing(space::m);
    m_column->addStretch(1);
    m_column->addWidget(m_sentence);
    m_column->addStretch(2);
}

void ListStandIn::setText(const QString& sentence)
{
    m_sentence->setText(sentence);
}

void ListStandIn::addWidget(QWidget* widget)
{
    m_column->insertWidget(m_column->count() - 1, widget, 0, Qt::AlignHCenter);
}

} // namespace waymark::ui
