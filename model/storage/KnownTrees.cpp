// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/KnownTrees.h>

#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

using Column = KnownTree::Column;
using Type = KnownTree::Type;

Type typeOf(const QString& declared)
{
    static const QHash<QString, Type> types { { u"INTEGER"_s, Type::Integer }, { u"INT"_s, Type::Integer }, { u"REAL"_s, Type::Real },
        { u"TEXT"_s, Type::Text }, { u"BLOB"_s, Type::Blob } };
    return types.value(declared, Type::Any);
}

struct TableColumns
{
    QHash<qint64, Column> byNumber;
    std::vector<qint64> order;
};

Result<TableColumns> columnsOfTable(Connection& library, const QString& table)
{
    TableColumns columns;
    qint64 keys = 0;
    qint64 key = -1;
    auto read = library.each(u"SELECT cid, name, type, \"notnull\", pk, dflt_value IS NOT NULL FROM pragma_table_xinfo(?) ORDER BY cid"_s,
        { table }, [&](const Row& row) {
            columns.byNumber.insert(row.number(0), { row.text(1), typeOf(row.text(2)), !row.flag(3), false, row.flag(5) || !row.flag(3) });
            columns.order.push_back(row.number(0));
            keys += row.flag(4) ? 1 : 0;
            key = row.flag(4) ? row.number(0) : key;
        });
    if (!read) {
        return tl::unexpected<Error>(read.error());
    }
    if (keys == 1 && columns.byNumber[key].type == Type::Integer) {
        columns.byNumber[key].isRowid = true;
    }
    return columns;
}

/// The tree of an index or of a table without row ids: all its columns, those of the key first.
Result<std::vector<qint64>> orderOfIndex(Connection& library, const QString& index)
{
    std::vector<qint64> order;
    auto read = library.each(
        u"SELECT cid FROM pragma_index_xinfo(?) ORDER BY seqno"_s, { index }, [&order](const Row& row) { order.push_back(row.number(0)); });
    return read.map([&order] { return order; });
}

Result<KnownTree> indexTree(Connection& library, const QString& name, const QString& table, quint32 root)
{
    KnownTree tree { name, KnownTree::Kind::Index, {}, root };
    auto columns = columnsOfTable(library, table);
    const auto order = orderOfIndex(library, name);
    if (!columns || !order) {
        return tl::unexpected<Error>(columns ? order.error() : columns.error());
    }
    for (const qint64 number : *order) {
        Column column = columns->byNumber.value(number, { {}, Type::Integer, false, false, false }); // -1 is the row id
        column.name.clear();
        column.isRowid = false;
        column.mayBeAbsent = false;
        tree.columns.push_back(column);
    }
    return tree;
}

Result<KnownTree> tableTree(Connection& library, const QString& name, quint32 root)
{
    KnownTree tree { name, KnownTree::Kind::Rows, {}, root };
    auto columns = columnsOfTable(library, name);
    if (!columns) {
        return tl::unexpected<Error>(columns.error());
    }
    // The key of a table without row ids is an index by name alone: it has no tree besides the table.
    const auto key = library.value(u"SELECT list.name FROM pragma_index_list(?) AS list WHERE list.origin = 'pk' AND list.name NOT IN "
                                   "(SELECT name FROM sqlite_schema)"_s,
        { name });
    if (!key) {
        return tl::unexpected<Error>(key.error());
    }
    if (key->isValid()) {
        auto order = orderOfIndex(library, key->toString());
        if (!order) {
            return tl::unexpected<Error>(order.error());
        }
        tree.kind = KnownTree::Kind::Keyed;
        columns->order = std::move(*order);
    }
    for (const qint64 number : columns->order) {
        Column column = columns->byNumber.value(number);
        column.isRowid = column.isRowid && tree.hasRowids();
        tree.columns.push_back(column);
    }
    return tree;
}

bool fits(const Column& column, const QVariant& value, bool isRow)
{
    if (isRow && column.isRowid) {
        return value.isNull();
    }
    if (value.isNull()) {
        return column.mayBeNull;
    }
    switch (column.type) {
    case Type::Integer:
        return value.typeId() == QMetaType::LongLong;
    case Type::Real:
        return value.typeId() == QMetaType::Double || value.typeId() == QMetaType::LongLong;
    case Type::Text:
        return value.typeId() == QMetaType::QString;
    case Type::Blob:
        return value.typeId() == QMetaType::QByteArray;
    case Type::Any:
        break;
    }
    return true;
}

} // namespace

bool KnownTree::isLearners() const
{
    return kind != Kind::Index && name != u"migration"_s && !name.startsWith(u"course_"_s) && !name.contains(u"_search"_s)
        && !name.startsWith(u"sqlite_"_s);
}

bool KnownTree::matches(const QVariantList& record) const
{
    const auto count = static_cast<std::size_t>(record.size());
    const auto first = columns.begin() + static_cast<std::ptrdiff_t>(std::min(count, columns.size()));
    if (count > columns.size() || !std::all_of(first, columns.end(), [](const Column& column) { return column.mayBeAbsent; })) {
        return false;
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (!fits(columns[i], record.at(static_cast<qsizetype>(i)), hasRowids())) {
            return false;
        }
    }
    return true;
}

Result<std::vector<KnownTree>> knownTrees(const Migrations& migrations, int version)
{
    auto memory = Connection::open({}, Connection::Mode::Memory);
    if (!memory) {
        return tl::unexpected<Error>(memory.error());
    }
    if (auto made = migrations.apply(**memory, version, 0); !made) {
        return tl::unexpected<Error>(made.error());
    }
    struct Found
    {
        QString type;
        QString name;
        QString table;
        quint32 root = 0;
    };
    std::vector<Found> found;
    auto read
        = (*memory)->each(u"SELECT type, name, tbl_name, rootpage FROM sqlite_schema WHERE rootpage > 0"_s, {}, [&found](const Row& row) {
              found.push_back({ row.text(0), row.text(1), row.text(2), static_cast<quint32>(row.number(3)) });
          });
    if (!read) {
        return tl::unexpected<Error>(read.error());
    }
    std::vector<KnownTree> trees;
    for (const Found& each : found) {
        auto tree
            = each.type == u"index"_s ? indexTree(**memory, each.name, each.table, each.root) : tableTree(**memory, each.name, each.root);
        if (!tree) {
            return tl::unexpected<Error>(tree.error());
        }
        trees.push_back(std::move(*tree));
    }
    return trees;
}

} // namespace waymark::storage
