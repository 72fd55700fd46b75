// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/LessonWriter.h>

#include <QTextTable>

namespace waymark::ui {

using exchange::Alignment;
using exchange::Block;
using exchange::Inlines;

namespace {

constexpr std::size_t widestTable = 6; ///< columns; with more, every row is shown as a list of its cells

Qt::Alignment alignmentOf(const Block& table, std::size_t column)
{
    switch (column < table.alignments.size() ? table.alignments[column] : Alignment::Default) {
    case Alignment::Right:
        return Qt::AlignRight;
    case Alignment::Centre:
        return Qt::AlignHCenter;
    default:
        return Qt::AlignLeading;
    }
}

QTextTableFormat tableFormat(const LessonLook& look, const Nesting& nesting, bool underText)
{
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellPadding(space::s);
    format.setCellSpacing(0);
    format.setBorderCollapse(true);
    format.setLeftMargin(nesting.left - space::s); // the text of the first column lines up with the text above
    format.setRightMargin(look.hang - space::s);
    format.setTopMargin(underText ? space::s : 0);
    format.setBottomMargin(space::m);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setHeaderRowCount(look.medium == LessonLook::Medium::Paper ? 1 : 0);
    return format;
}

} // namespace

/// A document has a block after every table. It stays, without height: the layout leaves out the room above the block behind a table.
void LessonWriter::leaveTable(const QTextTable& table, const Nesting& nesting)
{
    m_cursor = table.lastCursorPosition();
    m_cursor.movePosition(QTextCursor::NextBlock);
    m_reuse = true;
    beginFlat(nesting);
}

void LessonWriter::beginFlat(const Nesting& nesting)
{
    QTextBlockFormat flat;
    flat.setLineHeight(1, QTextBlockFormat::FixedHeight);
    begin(nesting, {}, flat, m_look.caption);
}

void LessonWriter::table(const Block& table, std::size_t first, std::size_t count, const Nesting& nesting)
{
    const std::size_t columns = table.header.size();
    if (columns == 0 || columns > widestTable) {
        records(table, first, count, nesting);
        return;
    }
    if (m_reuse) {
        beginFlat(nesting);
    }
    QTextTable* grid = m_cursor.insertTable(static_cast<int>(count) + 1, static_cast<int>(columns), tableFormat(m_look, nesting, true));
    m_inTable = true;
    const auto fill = [&](int row, const std::vector<Inlines>& cells) {
        QTextTableCellFormat cellFormat;
        cellFormat.setBottomBorder(size::line);
        cellFormat.setBottomBorderBrush(row == 0 ? m_look.palette.controlLine : m_look.palette.line);
        cellFormat.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        for (std::size_t column = 0; column < columns && column < cells.size(); ++column) {
            QTextTableCell cell = grid->cellAt(row, static_cast<int>(column));
            m_cursor = cell.firstCursorPosition();
            m_reuse = true;
            QTextBlockFormat format;
            format.setAlignment(alignmentOf(table, column));
            Nesting inCell;
            inCell.card = nesting.card;
            inCell.cardKey = nesting.cardKey;
            const QTextCharFormat ink = row == 0 ? m_look.strong : m_look.body;
            begin(inCell, {}, format, ink);
            runs(cells[column], ink);
            cellFormat.merge(cell.format());
            cell.setFormat(cellFormat); // last: the format of a cell is that of its first block's end
        }
    };
    fill(0, table.header);
    for (std::size_t row = 0; row < count && first + row < table.rows.size(); ++row) {
        fill(static_cast<int>(row) + 1, table.rows[first + row].cells);
    }
    m_inTable = false;
    leaveTable(*grid, nesting);
}

void LessonWriter::records(const Block& table, std::size_t first, std::size_t count, const Nesting& nesting)
{
    for (std::size_t row = first; row < first + count && row < table.rows.size(); ++row) {
        const std::vector<Inlines>& cells = table.rows[row].cells;
        for (std::size_t column = 0; column < cells.size() && column < table.header.size(); ++column) {
            if (cells[column].empty()) {
                continue;
            }
            const double gap = column == 0 ? space::m : 0;
            begin(nesting.inner(column == 0 ? 0 : m_look.em), { gap, 0 });
            runs(table.header[column], m_look.strong);
            m_cursor.insertText(tr(": ", "between a column's name and its value"), m_look.strong);
            runs(cells[column], m_look.body);
        }
    }
}

} // namespace waymark::ui
