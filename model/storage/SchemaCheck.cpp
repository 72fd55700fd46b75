// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/SchemaCheck.h>

#include <QHash>
#include <QMap>
#include <QMutex>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

/// What the schema says of one object.
struct SchemaObject
{
    QString type;
    QString table;
    QString sql;

    bool operator==(const SchemaObject&) const = default;
};

using Schema = QMap<QString, SchemaObject>;

Result<Schema> schemaOf(Connection& library)
{
    Schema schema;
    // Statistics that ANALYZE of another tool left behind are harmless; the prefix is SQLite's own.
    auto read = library.each(u"SELECT name, type, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'"_s, {},
        [&schema](const Row& row) {
            schema.insert(row.text(0), { row.text(1), row.text(2), row.text(3) });
        });
    return read.map([&schema] { return schema; });
}

Result<Schema> schemaMadeBy(const Migrations& migrations, int version)
{
    auto memory = Connection::open({}, Connection::Mode::Memory);
    if (!memory) {
        return tl::unexpected<Error>(memory.error());
    }
    if (auto made = migrations.apply(**memory, version, 0); !made) {
        return tl::unexpected<Error>(made.error());
    }
    return schemaOf(**memory);
}

/// What a library of this version has. For the migrations of the program it is made once: every library that is opened, backed up or looked
/// at asks for it, and to make it takes longer than all the rest of a small one.
Result<Schema> expectedSchema(const Migrations& migrations, int version)
{
    if (&migrations != &Migrations::known()) {
        return schemaMadeBy(migrations, version);
    }
    static QMutex mutex;
    static QHash<int, Schema> made;
    const QMutexLocker lock(&mutex);
    if (const auto known = made.constFind(version); known != made.cend()) {
        return *known;
    }
    auto schema = schemaMadeBy(migrations, version);
    if (schema) {
        made.insert(version, *schema);
    }
    return schema;
}

} // namespace

Result<void> checkSchema(Connection& library, const Migrations& migrations, int version)
{
    const auto present = schemaOf(library);
    if (!present) {
        return tl::unexpected<Error>(present.error());
    }
    const auto expected = expectedSchema(migrations, version);
    if (!expected) {
        return tl::unexpected<Error>(expected.error());
    }
    for (auto object = present->cbegin(); object != present->cend(); ++object) {
        const auto ours = expected->constFind(object.key());
        if (ours == expected->cend() || *ours != *object) {
            return failure(ErrorCode::Refused, library.path(), u"foreign "_s + object->type + u": "_s + object.key());
        }
    }
    for (auto object = expected->cbegin(); object != expected->cend(); ++object) {
        if (!present->contains(object.key())) {
            return failure(ErrorCode::LibraryCorrupt, library.path(), u"missing "_s + object->type + u": "_s + object.key());
        }
    }
    return {};
}

} // namespace waymark::storage
