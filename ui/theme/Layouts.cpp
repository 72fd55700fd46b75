// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/Layouts.h>

#include <QScrollArea>
#include <QVBoxLayout>

namespace waymark::ui {

namespace {

template <class Layout> Layout* bare(QWidget* widget, int spacing)
{
    auto* layout = new Layout(widget);
    layout->setContentsMargins({});
    layout->setSpacing(spacing);
    return layout;
}

} // namespace

QVBoxLayout* bareColumn(QWidget* widget, int spacing)
{
    return bare<QVBoxLayout>(widget, spacing);
}

QHBoxLayout* bareRow(QWidget* widget, int spacing)
{
    return bare<QHBoxLayout>(widget, spacing);
}

LayoutPause::LayoutPause(const QWidget& widget)
    : m_layout(*widget.layout())
{
    m_layout.setEnabled(false);
}

LayoutPause::~LayoutPause()
{
    m_layout.setEnabled(true);
    m_layout.activate();
}

QHBoxLayout* centredRow(QWidget* content, int widest)
{
    content->setMaximumWidth(widest);
    auto* row = new QHBoxLayout;
    row->addStretch(0); // has a share only of what is left when the content is at its widest
    row->addWidget(content, 1);
    row->addStretch(0);
    return row;
}

QWidget* centred(QWidget* content, int widest, const QMargins& margins)
{
    auto* holder = new QWidget;
    QHBoxLayout* row = centredRow(content, widest);
    row->setContentsMargins(margins);
    holder->setLayout(row);
    return holder;
}

QScrollArea* scrollable(QWidget* content, QWidget* parent)
{
    auto* area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(content);
    return area;
}

QScrollArea* scrollableColumn(QWidget* content, QWidget* parent)
{
    QScrollArea* area = scrollable(content, parent);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

} // namespace waymark::ui
