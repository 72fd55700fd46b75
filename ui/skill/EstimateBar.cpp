// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/EstimateBar.h>

#include <ui/theme/Theme.h>
#include <ui/theme/TrailPainting.h>

#include <QPainter>
#include <QStyle>

namespace waymark::ui {

EstimateBar::EstimateBar(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void EstimateBar::setMinutes(int spent, int estimate)
{
    m_spent = spent;
    m_estimate = estimate;
    update();
}

QSize EstimateBar::sizeHint() const
{
    return { size::nodeWidth, space::s };
}

void EstimateBar::paintEvent(QPaintEvent*)
{
    const Palette& tokens = activePalette();
    QPainter painter(this);
    const double all = std::max({ m_spent, m_estimate, 1 });
    const auto part = [this, all](int from, int to) {
        const QRect bar(qRound(width() * from / all), 0, qRound(width() * (to - from) / all), height());
        return QStyle::visualRect(layoutDirection(), rect(), bar);
    };
    const double round = height() / 2.0;
    paintBox(painter, rect(), { .fill = tokens.raised, .edge = tokens.line, .radius = round });
    if (m_spent > 0) {
        const bool isOver = m_spent > m_estimate;
        const QRect spent = part(0, m_spent);
        paintBox(painter, spent, { .fill = isOver ? tokens.mark : tokens.trail, .radius = round });
        if (isOver) {
            painter.setClipRect(part(0, m_estimate));
            paintBox(painter, spent, { .fill = tokens.trail, .radius = round });
        }
    }
}

} // namespace waymark::ui
