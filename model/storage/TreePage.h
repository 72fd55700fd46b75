// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QVariant>

#include <optional>
#include <vector>

namespace waymark::storage {

/// One page of a b-tree as it lies in an SQLite file (sqlite.org/fileformat2.html, section 1.6). The bytes may be anything: every offset
/// that they give is checked before it is followed.
class TreePage
{
public:
    enum class Kind : quint8 { InteriorIndex = 2, InteriorTable = 5, LeafIndex = 10, LeafTable = 13 };

    struct Cell
    {
        quint32 child = 0; ///< the page to the left of it; 0 on a leaf
        qint64 rowid = 0; ///< of tables with row ids
        qint64 size = 0; ///< of the payload, as claimed
        QByteArray local; ///< what of the payload lies on this page
        quint32 overflow = 0; ///< the first page of the rest; 0 if there is none
    };

    /// `isFirst` of page 1, which begins with the header of the file. Nothing if the bytes are no such page.
    [[nodiscard]] static std::optional<TreePage> parse(const QByteArray& bytes, bool isFirst);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isLeaf() const { return m_kind == Kind::LeafIndex || m_kind == Kind::LeafTable; }
    [[nodiscard]] bool isOfTable() const { return m_kind == Kind::LeafTable || m_kind == Kind::InteriorTable; }
    [[nodiscard]] int cellCount() const { return static_cast<int>(m_cells.size()); }
    /// Pointers to cells that lead out of the page, and so were dropped.
    [[nodiscard]] int badPointers() const { return m_badPointers; }
    [[nodiscard]] quint32 rightChild() const { return m_rightChild; }
    [[nodiscard]] std::optional<Cell> cell(int index) const;

private:
    [[nodiscard]] bool readPayload(Cell& cell, qsizetype at) const;

    QByteArray m_bytes;
    Kind m_kind = Kind::LeafTable;
    std::vector<int> m_cells; ///< offsets
    int m_badPointers = 0;
    quint32 m_rightChild = 0;
};

/// The columns of a record (section 2.1): qint64, double, QString, QByteArray or a null variant. Nothing if the bytes are no record.
[[nodiscard]] std::optional<QVariantList> decodeRecord(const QByteArray& payload);

} // namespace waymark::storage
