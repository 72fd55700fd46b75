// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/Migrations.h>

#include <QDir>
#include <QFile>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

// The macro declares a function of the global namespace.
static void loadMigrationResource()
{
    Q_INIT_RESOURCE(migrations);
}

namespace waymark::storage {

namespace {

std::vector<Migration> embedded()
{
    loadMigrationResource();
    std::vector<Migration> steps;
    const QDir folder(u":/migrations"_s);
    const QStringList names = folder.entryList({ u"*.sql"_s }, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            steps.push_back({ name.left(4).toInt(), name.chopped(4), file.readAll() });
        }
    }
    return steps;
}

} // namespace

Migrations::Migrations(std::vector<Migration> steps)
    : m_steps(std::move(steps))
{
    int expected = 0;
    for (const Migration& step : m_steps) {
        if (step.number != ++expected) {
            qFatal("migration %d stands where %d is expected", step.number, expected);
        }
    }
}

const Migrations& Migrations::known()
{
    static const Migrations migrations(embedded());
    return migrations;
}

int Migrations::numberOf(const QString& name) const
{
    const auto step = std::find_if(m_steps.begin(), m_steps.end(), [&name](const Migration& each) { return each.name == name; });
    return step == m_steps.end() ? 0 : step->number;
}

Result<int> schemaVersion(Connection& library)
{
    return library.value(u"PRAGMA user_version"_s).map([](const QVariant& value) { return value.toInt(); });
}

Result<QString> newestProgram(Connection& library)
{
    // What another program made was not compared with anything: no view, no virtual table, no column that is generated.
    const auto isPlain = library.value(u"SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration' AND rootpage > 0 "
                                       "AND NOT EXISTS (SELECT 1 FROM pragma_table_xinfo('migration') WHERE hidden <> 0)"_s);
    if (!isPlain || !isPlain->isValid()) {
        return isPlain.map([](const QVariant& /*nothing*/) { return QString(); });
    }
    return library.value(u"SELECT program FROM migration ORDER BY number DESC LIMIT 1"_s).map([](const QVariant& value) {
        return value.toString();
    });
}

Result<void> Migrations::applyStep(Connection& library, const Migration& step, qint64 now)
{
    if (auto done = library.script(step.sql); !done) {
        return done;
    }
    // A pragma takes no bound values; both are numbers of ours.
    const QByteArray version = "PRAGMA application_id = " + QByteArray::number(applicationId)
        + "; PRAGMA user_version = " + QByteArray::number(step.number) + ";";
    if (auto done = library.script(version); !done) {
        return done;
    }
    return library.run(u"INSERT INTO migration (number, name, at) VALUES (?, ?, ?)"_s, { step.number, step.name, now });
}

/// The steps above `from`, as soon as the schema has room for it.
Result<void> Migrations::sign(Connection& library, int from, const QString& program)
{
    const auto hasRoom = library.value(u"SELECT 1 FROM pragma_table_info('migration') WHERE name = 'program'"_s);
    if (!hasRoom || !hasRoom->isValid()) {
        return hasRoom.map([](const QVariant&) {});
    }
    return library.run(u"UPDATE migration SET program = ? WHERE number > ?"_s, { program, from });
}

Result<void> Migrations::apply(Connection& library, int to, qint64 now, const QString& program) const
{
    const auto version = schemaVersion(library);
    if (!version) {
        return tl::unexpected<Error>(version.error());
    }
    for (const Migration& step : m_steps) {
        if (step.number <= *version || step.number > to) {
            continue;
        }
        const auto done = library.inTransaction([&]() -> Result<void> {
            auto applied = applyStep(library, step, now);
            return applied ? sign(library, *version, program) : applied;
        });
        if (!done) {
            return done;
        }
    }
    return {};
}

} // namespace waymark::storage
