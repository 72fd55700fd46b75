// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/LibraryImprint.h>

#include <storage/CourseTables.h>
#include <storage/LearnerTables.h>

#include <domain/Progress.h>

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

Result<QStringList> namesIn(Connection& library, const QString& sql, const QVariantList& values = {})
{
    QStringList names;
    auto read = library.each(sql, values, [&names](const Row& row) { names.append(row.text(0)); });
    return read.map([&names] { return names; });
}

/// The schema has been compared with ours, so the names are ours.
QString quoted(const QString& name)
{
    return u'"' + name + u'"';
}

Result<QStringList> tablesOf(Connection& library)
{
    return namesIn(library, u"SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"_s);
}

Result<TableImprint> imprintOfTable(Connection& library, const QString& table)
{
    const auto columns = namesIn(library, u"SELECT name FROM pragma_table_info(?)"_s, { table });
    if (!columns) {
        return tl::unexpected<Error>(columns.error());
    }
    // quote() tells text from number, blob and null, and gives a real to its last digit.
    QStringList terms;
    for (const QString& column : *columns) {
        terms.append(u"quote("_s + quoted(column) + u')');
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    TableImprint imprint;
    auto read = library.each(u"SELECT "_s + terms.join(u"||','||") + u" FROM "_s + quoted(table), {}, [&](const Row& row) {
        ++imprint.rows;
        hash.addData(row.text(0).toUtf8());
        hash.addData("\n");
    });
    imprint.hash = hash.result();
    return read.map([&imprint] { return imprint; });
}

} // namespace

Result<RowCounts> rowCounts(Connection& library)
{
    const auto tables = tablesOf(library);
    if (!tables) {
        return tl::unexpected<Error>(tables.error());
    }
    RowCounts counts;
    for (const QString& table : *tables) {
        const auto count = library.value(u"SELECT count(*) FROM "_s + quoted(table));
        if (!count) {
            return tl::unexpected<Error>(count.error());
        }
        counts.insert(table, count->toLongLong());
    }
    return counts;
}

Result<LibraryImprint> imprintOf(Connection& library, const Migrations& migrations)
{
    const auto tables = tablesOf(library);
    const auto version = schemaVersion(library);
    if (!tables || !version) {
        return tl::unexpected<Error>(tables ? version.error() : tables.error());
    }
    LibraryImprint imprint;
    for (const QString& table : *tables) {
        auto of = imprintOfTable(library, table);
        if (!of) {
            return tl::unexpected<Error>(of.error());
        }
        imprint.tables.insert(table, *of);
    }
    if (*version != migrations.latest()) {
        return imprint;
    }
    const auto progress = readProgress(library);
    const auto course = readCourseHash(library);
    if (!progress || !course) {
        return tl::unexpected<Error>(progress ? course.error() : progress.error());
    }
    imprint.records = domain::contentHash(*progress);
    imprint.courseHash = *course;
    return imprint;
}

QString firstDifference(const LibraryImprint& a, const LibraryImprint& b)
{
    for (const QString& table : a.tables.keys() + b.tables.keys()) {
        if (a.tables.value(table) != b.tables.value(table)) {
            return table;
        }
    }
    return a.records != b.records ? u"records"_s : a.courseHash != b.courseHash ? u"course"_s : QString();
}

} // namespace waymark::storage
