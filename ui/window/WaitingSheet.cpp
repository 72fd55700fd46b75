// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/WaitingSheet.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Tokens.h>

#include <QProgressBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

WaitingSheet::WaitingSheet(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"waiting"_s);
    auto* bar = new QProgressBar(this);
    bar->setRange(0, 0); // less than a second: how far is not worth telling
    bar->setTextVisible(false);
    bar->setMaximumWidth(size::inspector);
    bar->setAccessibleName(tr("Preparing the course"));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(space::m);
    column->addStretch(1);
    column->addWidget(new TextLabel(TextRole::Heading, tr("Preparing the course…"), this), 0, Qt::AlignHCenter);
    column->addWidget(bar, 0, Qt::AlignHCenter);
    column->addStretch(2);
}

} // namespace waymark::ui
