// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/TreePage.h>

#include <QtEndian>

#include <bit>

namespace waymark::storage {

namespace {

constexpr int fileHeader = 100;
constexpr qint64 mostColumns = 100; ///< far above what a table of ours has

struct Varint
{
    quint64 value = 0;
    int length = 0;
};

/// Up to nine bytes, the ninth whole; nothing if they are not there.
std::optional<Varint> varintAt(const QByteArray& bytes, qsizetype at)
{
    Varint number;
    while (number.length < 9 && at >= 0 && at + number.length < bytes.size()) {
        const auto byte = static_cast<quint8>(bytes[at + number.length]);
        ++number.length;
        if (number.length == 9) {
            number.value = (number.value << 8) | byte;
            return number;
        }
        number.value = (number.value << 7) | (byte & 0x7fU);
        if ((byte & 0x80U) == 0) {
            return number;
        }
    }
    return std::nullopt;
}

qint64 integerAt(const QByteArray& bytes, qsizetype at, int length)
{
    auto number = static_cast<quint64>(static_cast<qint64>(static_cast<qint8>(bytes[at])));
    for (int i = 1; i < length; ++i) {
        number = (number << 8) | static_cast<quint8>(bytes[at + i]);
    }
    return static_cast<qint64>(number);
}

/// How many bytes a value of a serial type takes; -1 for the two types that no file has.
qint64 sizeOf(quint64 type)
{
    constexpr qint64 fixed[] = { 0, 1, 2, 3, 4, 6, 8, 8, 0, 0, -1, -1 };
    if (type < std::size(fixed)) {
        return fixed[type];
    }
    constexpr quint64 most = quint64 { 1 } << 40;
    return type > most ? -1 : static_cast<qint64>((type - 12) / 2);
}

QVariant valueAt(const QByteArray& bytes, qsizetype at, quint64 type)
{
    switch (type) {
    case 0:
        return {};
    case 7:
        return std::bit_cast<double>(qFromBigEndian<quint64>(bytes.constData() + at));
    case 8:
        return QVariant(qint64 { 0 });
    case 9:
        return QVariant(qint64 { 1 });
    default:
        break;
    }
    const auto size = static_cast<qsizetype>(sizeOf(type));
    if (type < 7) {
        return integerAt(bytes, at, static_cast<int>(size));
    }
    const QByteArray value = bytes.mid(at, size);
    return type % 2 == 0 ? QVariant(value) : QVariant(QString::fromUtf8(value));
}

} // namespace

std::optional<TreePage> TreePage::parse(const QByteArray& bytes, bool isFirst)
{
    const int start = isFirst ? fileHeader : 0;
    constexpr int leastSize = 512;
    if (bytes.size() < leastSize) {
        return std::nullopt;
    }
    const auto type = static_cast<quint8>(bytes[start]);
    if (type != 2 && type != 5 && type != 10 && type != 13) {
        return std::nullopt;
    }
    TreePage page;
    page.m_bytes = bytes;
    page.m_kind = static_cast<Kind>(type);
    const int headerEnd = start + (page.isLeaf() ? 8 : 12);
    const int count = qFromBigEndian<quint16>(bytes.constData() + start + 3);
    const int cellsFrom = headerEnd + 2 * count;
    // A cell takes four bytes at the least, its pointer two.
    if (count > (bytes.size() - headerEnd) / 6) {
        return std::nullopt;
    }
    page.m_rightChild = page.isLeaf() ? 0 : qFromBigEndian<quint32>(bytes.constData() + start + 8);
    for (int i = 0; i < count; ++i) {
        const int at = qFromBigEndian<quint16>(bytes.constData() + headerEnd + 2 * i);
        if (at < cellsFrom || at > bytes.size() - 4) {
            ++page.m_badPointers;
        } else {
            page.m_cells.push_back(at);
        }
    }
    return page.m_badPointers > count / 2 ? std::nullopt : std::optional(std::move(page));
}

/// Sizes as in section 1.6, with nothing of a page kept back.
bool TreePage::readPayload(Cell& cell, qsizetype at) const
{
    const qint64 usable = m_bytes.size();
    const qint64 most = m_kind == Kind::LeafTable ? usable - 35 : (usable - 12) * 64 / 255 - 23;
    qint64 here = cell.size;
    if (cell.size > most) {
        const qint64 least = (usable - 12) * 32 / 255 - 23;
        const qint64 rest = least + (cell.size - least) % (usable - 4);
        here = rest <= most ? rest : least;
        if (at + here + 4 > usable) {
            return false;
        }
        cell.overflow = qFromBigEndian<quint32>(m_bytes.constData() + at + here);
    }
    if (at + here > usable) {
        return false;
    }
    cell.local = m_bytes.mid(at, static_cast<qsizetype>(here));
    return true;
}

std::optional<TreePage::Cell> TreePage::cell(int index) const
{
    Cell cell;
    qsizetype at = m_cells[static_cast<std::size_t>(index)];
    if (!isLeaf()) {
        cell.child = qFromBigEndian<quint32>(m_bytes.constData() + at);
        at += 4;
    }
    if (m_kind != Kind::InteriorTable) {
        const auto size = varintAt(m_bytes, at);
        constexpr quint64 most = quint64 { 1 } << 31;
        if (!size || size->value > most) {
            return std::nullopt;
        }
        cell.size = static_cast<qint64>(size->value);
        at += size->length;
    }
    if (isOfTable()) {
        const auto rowid = varintAt(m_bytes, at);
        if (!rowid) {
            return std::nullopt;
        }
        cell.rowid = static_cast<qint64>(rowid->value);
        at += rowid->length;
    }
    return m_kind == Kind::InteriorTable || readPayload(cell, at) ? std::optional(std::move(cell)) : std::nullopt;
}

std::optional<QVariantList> decodeRecord(const QByteArray& payload)
{
    const auto header = varintAt(payload, 0);
    if (!header || header->value > static_cast<quint64>(payload.size())) {
        return std::nullopt;
    }
    const auto end = static_cast<qsizetype>(header->value);
    qsizetype value = end;
    QVariantList columns;
    for (qsizetype at = header->length; at < end;) {
        const auto type = varintAt(payload, at);
        const qint64 size = type ? sizeOf(type->value) : -1;
        if (size < 0 || size > payload.size() - value || columns.size() >= mostColumns) {
            return std::nullopt;
        }
        columns.append(valueAt(payload, value, type->value));
        value += static_cast<qsizetype>(size);
        at += type->length;
    }
    return value == payload.size() && !columns.isEmpty() ? std::optional(columns) : std::nullopt;
}

} // namespace waymark::storage
