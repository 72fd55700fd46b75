// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Icons.h>

#include <QStyleOption>

namespace waymark::ui {

/// Paints words and signs into a row of a list, in the colours of the row, mirrored where one reads from right to left. The painter is as
/// it was when this is gone.
class RowPainter
{
public:
    RowPainter(QPainter& painter, const QStyleOptionViewItem& row);
    ~RowPainter();
    Q_DISABLE_COPY_MOVE(RowPainter)

    [[nodiscard]] QColor text() const;
    [[nodiscard]] QColor soft() const; ///< of captions
    [[nodiscard]] QColor ink(Tone tone) const; ///< the colour of a chosen row comes before any tone

    /// As much of one line of words as fits, at its leading edge.
    void words(const QRect& line, const QFont& font, const QColor& colour, const QString& words);
    /// A small icon in the middle of the height of a line, at its leading edge.
    void sign(const QRect& line, IconId icon, const QColor& colour);

private:
    [[nodiscard]] QRect mirrored(const QRect& rect) const;

    QPainter& m_painter;
    const QStyleOptionViewItem& m_row;
};

} // namespace waymark::ui
