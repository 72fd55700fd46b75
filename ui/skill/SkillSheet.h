// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Theme.h>

#include <QPainter>
#include <QWidget>

namespace waymark::ui {

/// The white sheet between the header and the side column on which the lesson lies, with a fine line around it.
class SkillSheet : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Palette& palette = activePalette();
        QPainter painter(this);
        painter.fillRect(rect(), palette.surface);
        painter.fillRect(QRectF(0, 0, width(), size::line), palette.line);
        const double edge = layoutDirection() == Qt::LeftToRight ? width() - size::line : 0;
        painter.fillRect(QRectF(edge, 0, size::line, height()), palette.line);
    }
};

} // namespace waymark::ui
