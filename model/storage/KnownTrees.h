// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/Connection.h>
#include <storage/Migrations.h>

#include <QString>
#include <QVariantList>

#include <vector>

namespace waymark::storage {

/// A table or index of ours as it lies in a file: what a row of it looks like, and where an untouched library has its root.
struct KnownTree
{
    enum class Kind {
        Rows, ///< a table with row ids
        Keyed, ///< a table without, whose rows lie in a tree of its primary key
        Index,
    };
    /// What a column takes. Any also stands for the tables of a search index, which declare nothing.
    enum class Type { Integer, Real, Text, Blob, Any };
    struct Column
    {
        QString name; ///< empty in an index
        Type type = Type::Any;
        bool mayBeNull = true;
        bool isRowid = false; ///< stored as null, the row id is its value
        bool mayBeAbsent = false; ///< in rows that were written before it came to the table
    };

    QString name;
    Kind kind = Kind::Rows;
    std::vector<Column> columns; ///< in the order in which a row keeps them
    quint32 usualRoot = 0; ///< in a library that was made in one go

    /// Learner data: all but the course, what can be made again, and the log of migrations.
    [[nodiscard]] bool isLearners() const;
    /// The part of the course that learner data cannot be compared without: where its ids were before.
    [[nodiscard]] bool tellsMovedIds() const { return name == QStringLiteral("course_moved"); }
    [[nodiscard]] bool hasRowids() const { return kind == Kind::Rows; }
    /// Whether a record can be a row of it. A row that was written before the last columns came to the table has fewer.
    [[nodiscard]] bool matches(const QVariantList& record) const;
};

/// Every tree of a library of a version, but that of the schema itself. They are read from an empty library, so nothing about
/// the tables stands here a second time.
[[nodiscard]] Result<std::vector<KnownTree>> knownTrees(const Migrations& migrations, int version);

} // namespace waymark::storage
