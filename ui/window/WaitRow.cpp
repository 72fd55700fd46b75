// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/WaitRow.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>

#include <QAction>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int barWidth = 120;

} // namespace

QProgressBar* waitBar(const QString& id, QWidget* parent)
{
    auto* bar = new QProgressBar(parent);
    bar->setObjectName(id);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setFixedWidth(barWidth);
    return bar;
}

void showPermille(QProgressBar& bar, int permille)
{
    constexpr int whole = 1000;
    bar.setRange(0, permille < 0 ? 0 : whole);
    bar.setValue(permille < 0 ? 0 : permille);
}

WaitRow::WaitRow(const QString& text, QAction* cancel, int room, QWidget* parent)
    : QWidget(parent)
    , m_bar(waitBar(u"wait.progress"_s, this))
{
    m_bar->setAccessibleName(text);
    auto* label = wrapped(TextRole::Body, text, this);
    label->setObjectName(u"wait.text"_s);
    auto* button = new QToolButton(this);
    button->setDefaultAction(cancel);
    button->setObjectName(u"wait.cancel"_s);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto* row = bareRow(this, space::m);
    row->addWidget(new IconMark(IconId::Clock, Tone::Trail, this));
    row->addWidget(label, 1);
    row->addWidget(m_bar);
    row->addWidget(button);
    row->addSpacing(space::m + room);
}

void WaitRow::setPermille(int permille)
{
    showPermille(*m_bar, permille);
}

} // namespace waymark::ui
