// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/Banner.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Theme.h>

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace waymark::ui {

Banner::Banner(const QString& id, IconId sign, const QString& sentence, QAction* action, QWidget* parent)
    : QFrame(parent)
{
    auto* text = wrapped(TextRole::Body, sentence, this);
    text->setObjectName(id);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, space::s, space::l, space::s);
    row->setSpacing(space::m);
    row->addWidget(new IconMark(sign, Tone::Mark, this));
    row->addWidget(text, 1);
    if (action != nullptr) {
        row->addWidget(pushButtonFor(action, this));
    }
}

void Banner::paintEvent(QPaintEvent*)
{
    const Palette& palette = activePalette();
    QPainter painter(this);
    painter.fillRect(rect(), palette.markFill);
    painter.fillRect(QRect(0, height() - 1, width(), 1), palette.line);
}

} // namespace waymark::ui
