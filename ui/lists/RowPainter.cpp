// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lists/RowPainter.h>

#include <ui/theme/Theme.h>

#include <QPainter>
#include <QStyle>

namespace waymark::ui {

RowPainter::RowPainter(QPainter& painter, const QStyleOptionViewItem& row)
    : m_painter(painter)
    , m_row(row)
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
}

RowPainter::~RowPainter()
{
    m_painter.restore();
}

QColor RowPainter::text() const
{
    return ink(Tone::Text);
}

QColor RowPainter::soft() const
{
    return ink(Tone::SoftText);
}

QColor RowPainter::ink(Tone tone) const
{
    return m_row.state.testFlag(QStyle::State_Selected) ? activePalette().selectionText : activePalette().colour(tone);
}

QRect RowPainter::mirrored(const QRect& rect) const
{
    return QStyle::visualRect(m_row.direction, m_row.rect, rect);
}

void RowPainter::words(const QRect& line, const QFont& font, const QColor& colour, const QString& words)
{
    m_painter.setFont(font);
    m_painter.setPen(colour);
    m_painter.drawText(mirrored(line),
        static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(m_row.direction, Qt::AlignLeft)) | Qt::TextSingleLine,
        m_painter.fontMetrics().elidedText(words, Qt::ElideRight, line.width()));
}

void RowPainter::sign(const QRect& line, IconId icon, const QColor& colour)
{
    const QRect place(line.left(), line.center().y() - size::iconSmall / 2, size::iconSmall, size::iconSmall);
    paintIcon(m_painter, mirrored(place), icon, colour);
}

} // namespace waymark::ui
