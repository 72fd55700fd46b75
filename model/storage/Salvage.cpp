// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/Salvage.h>

#include <storage/Journal.h>
#include <storage/LearnerTables.h>
#include <storage/SalvageTables.h>

#include <QtEndian>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

// Offsets in the header of an SQLite file (sqlite.org/fileformat2.html, section 1.3).
constexpr int userVersionAt = 60;
constexpr int applicationIdAt = 68;
/// A file of another sort may be of any size, and somebody waits for the answer. The schema lies in front.
constexpr quint32 mostPagesAsked = 16'384;

constexpr QByteArrayView magic("SQLite format 3\0", 16);

/// The version in the header; 0 where the header is not one of ours.
int versionInHeader(const PageFile& pages)
{
    const QByteArray first = pages.page(1);
    const auto word = [&first](int at) { return qFromBigEndian<qint32>(first.constData() + at); };
    return first.startsWith(magic) && word(applicationIdAt) == applicationId ? std::max(0, word(userVersionAt)) : 0;
}

Result<void> notStopped(bool isStopped, const QString& library)
{
    return isStopped ? Result<void>(failure(ErrorCode::Cancelled, library)) : Result<void>();
}

/// The version of the schema that the rows were written in.
Result<int> versionOf(const PageFile& pages, const SchemaFindings& schema, const QString& library, int latest)
{
    const int stored = versionInHeader(pages);
    if (stored > latest) {
        return failure(ErrorCode::LibraryNewer, library, u"version %1, and this program knows %2"_s.arg(stored).arg(latest));
    }
    if (stored == 0 && !schema.isOurs()) {
        return failure(ErrorCode::LibraryCorrupt, library, u"nothing in it can be read"_s);
    }
    const int found = std::max(stored, schema.version);
    return found == 0 ? latest : found;
}

/// Both journals, those of stray pages behind.
Result<std::vector<domain::JournalEntry>> journalOf(SalvageTables& tables)
{
    constexpr int all = std::numeric_limits<int>::max();
    auto journal = readJournal(tables.sure(), all);
    auto strays = readJournal(tables.doubtful(), all);
    if (!journal || !strays) {
        return journal ? strays : journal;
    }
    std::vector<domain::JournalEntry> entries = std::move(*journal);
    std::move(strays->begin(), strays->end(), std::back_inserter(entries));
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.sequence < b.sequence; });
    const auto isAgain = [](const auto& a, const auto& b) { return a.sequence == b.sequence; };
    entries.erase(std::unique(entries.begin(), entries.end(), isAgain), entries.end());
    return entries;
}

/// What stray pages tell counts where a part is missing: else they are of an edition that is no longer there.
Result<void> readMovedIds(Salvaged& salvaged, SalvageTables& tables, const std::vector<FoundTree>& trees)
{
    const bool isWhole = std::ranges::any_of(trees, [](const FoundTree& tree) { return tree.known.tellsMovedIds() && tree.isWhole(); });
    Result<void> read;
    for (Connection* library : { &tables.doubtful(), &tables.sure() }) {
        if (read && (!isWhole || library == &tables.sure())) {
            read = library->each(u"SELECT old_id, new_id FROM course_moved"_s, {},
                [&salvaged](const Row& row) { salvaged.history.moved.insert(row.text(0), row.text(1)); });
        }
    }
    return read;
}

Result<void> readTables(Salvaged& salvaged, SalvageTables& tables, const Migrations& migrations)
{
    for (Connection* library : { &tables.sure(), &tables.doubtful() }) {
        if (auto migrated = migrations.apply(*library, migrations.latest(), 0); !migrated) {
            return migrated;
        }
    }
    auto records = readProgress(tables.sure());
    auto doubtful = readProgress(tables.doubtful());
    auto journal = journalOf(tables);
    if (!records || !doubtful || !journal) {
        return tl::unexpected<Error>(!records ? records.error() : !doubtful ? doubtful.error() : journal.error());
    }
    salvaged.history.records = std::move(*records);
    salvaged.history.doubtful = std::move(*doubtful);
    salvaged.history.journal = std::move(*journal);
    for (Connection* library : { &tables.doubtful(), &tables.sure() }) {
        auto read = library->each(u"SELECT id, created_at FROM library"_s, {}, [&salvaged](const Row& row) {
            salvaged.libraryId = row.text(0);
            salvaged.createdAt = row.number(1);
        });
        if (!read) {
            return read;
        }
    }
    return {};
}

/// What is missing, by kind of record. A kind that the library's schema did not have yet is whole.
void countLost(domain::SalvagedHistory& history, const std::vector<FoundTree>& trees)
{
    history.isWhole.fill(true);
    for (const FoundTree& tree : trees) {
        if (tree.known.name == u"journal"_s) {
            history.isJournalWhole = tree.isWhole();
            history.lostEdits = tree.lost();
        }
        for (std::size_t i = 0; i < domain::recordKinds; ++i) {
            if (tableName(static_cast<domain::RecordKind>(i)) == tree.known.name) {
                history.isWhole[i] = tree.isWhole();
                history.lost[i] = tree.lost();
            }
        }
    }
}

} // namespace

Result<Salvaged> salvage(const QString& library, const domain::RecoveryWatch& watch, const Migrations& migrations)
{
    const auto pages = PageFile::open(library);
    const auto latest = pages ? knownTrees(migrations, migrations.latest()) : tl::unexpected<Error>(pages.error());
    if (!latest) {
        return tl::unexpected<Error>(latest.error());
    }
    const SchemaFindings schema = findSchema(*pages, *latest, migrations, watch);
    const auto version = versionOf(*pages, schema, library, migrations.latest());
    auto trees = version ? knownTrees(migrations, *version) : tl::unexpected<Error>(version.error());
    auto tables = trees ? SalvageTables::make(migrations, *version) : tl::unexpected<Error>(trees.error());
    if (!tables) {
        return tl::unexpected<Error>(tables.error());
    }
    WalkFindings findings = TreeWalk(*pages, std::move(*trees), schema.roots, watch).walk();
    Result<void> read = notStopped(schema.isStopped || findings.isStopped, library);
    if (read) {
        read = tables->fill(findings, watch);
    }
    Salvaged salvaged;
    salvaged.version = *version;
    if (read) {
        read = readTables(salvaged, *tables, migrations);
    }
    if (read) {
        read = readMovedIds(salvaged, *tables, findings.trees);
    }
    if (!read) {
        return tl::unexpected<Error>(read.error());
    }
    countLost(salvaged.history, findings.trees);
    if (pages->damagedFrames() > 0) { // nobody knows of which table
        salvaged.history.isWhole.fill(false);
        salvaged.history.isJournalWhole = false;
    }
    return salvaged;
}

bool isSalvageable(const QString& library, const Migrations& migrations)
{
    const auto pages = PageFile::open(library);
    const auto trees = pages ? knownTrees(migrations, migrations.latest()) : tl::unexpected<Error>(pages.error());
    if (!trees || versionInHeader(*pages) > migrations.latest()) {
        return false;
    }
    return findSchema(*pages, *trees, migrations, {}, mostPagesAsked).isOurs();
}

} // namespace waymark::storage
