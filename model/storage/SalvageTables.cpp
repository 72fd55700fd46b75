// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/SalvageTables.h>

#include <domain/Edit.h>

#include <sqlite3.h>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

/// An edit whose changes cannot be read would hide all of the journal. What is kept of a course has the shape of what a merge brought in,
/// which begins with its heads.
bool isReadable(const KnownTree& tree, const QVariantList& row)
{
    const auto column = [&](const QString& name) {
        const auto found
            = std::find_if(tree.columns.begin(), tree.columns.end(), [&name](const KnownTree::Column& each) { return each.name == name; });
        return row.value(found - tree.columns.begin());
    };
    if (tree.name == u"absorbed"_s) {
        return column(u"edits"_s).toByteArray().startsWith("{\"heads\"");
    }
    if (tree.name != u"journal"_s) {
        return true;
    }
    return column(u"sequence"_s).toLongLong() > 0 && domain::editKindFrom(column(u"kind"_s).toString())
        && domain::changesFromJson(column(u"changes"_s).toString().toUtf8());
}

} // namespace

Result<SalvageTables> SalvageTables::make(const Migrations& migrations, int version)
{
    SalvageTables tables;
    for (auto* library : { &tables.m_sure, &tables.m_doubtful }) {
        auto memory = Connection::open({}, Connection::Mode::Memory);
        if (!memory) {
            return tl::unexpected<Error>(memory.error());
        }
        if (auto made = migrations.apply(**memory, version, 0); !made) {
            return tl::unexpected<Error>(made.error());
        }
        *library = std::move(*memory);
    }
    return tables;
}

/// Columns that a row does not have yet get what the schema gives them.
SalvageTables::Taken SalvageTables::insert(Connection& library, const KnownTree& tree, const QVariantList& row)
{
    if (!isReadable(tree, row)) {
        return Taken::No;
    }
    QStringList names;
    for (qsizetype i = 0; i < row.size(); ++i) {
        names.append(tree.columns[static_cast<std::size_t>(i)].name);
    }
    // Names of ours, from the schema.
    const QString sql
        = u"INSERT INTO "_s + tree.name + u" ("_s + names.join(u", "_s) + u") VALUES (?"_s + u", ?"_s.repeated(names.size() - 1) + u')';
    if (library.run(sql, row)) {
        return Taken::Yes;
    }
    const int code = sqlite3_extended_errcode(library.handle());
    const bool isThere = code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_ROWID;
    return isThere ? Taken::IsThere : Taken::No;
}

/// How many rows of the page the tree would take that it does not have yet. Others are counted by their shape alone, and so a little less.
double SalvageTables::fitness(const StrayPage& page, const KnownTree& tree)
{
    int taken = 0;
    const auto attempt = [&]() -> Result<void> {
        for (std::size_t i = 0; i < page.rows.size(); ++i) {
            if (tree.matches(page.rows[i])) {
                const bool isNew = !tree.isLearners() || insert(*m_sure, tree, withRowid(tree, page.rows[i], page.rowids[i])) == Taken::Yes;
                taken += isNew ? 1 : 0;
            }
        }
        return failure(ErrorCode::Cancelled); // rolls it back
    };
    static_cast<void>(m_sure->inTransaction(attempt));
    constexpr double byShape = 0.9;
    return tree.isLearners() ? taken : byShape * taken;
}

void SalvageTables::place(const StrayPage& page, WalkFindings& findings)
{
    double best = 0;
    std::size_t owner = findings.trees.size();
    for (const std::size_t each : page.owners) {
        const double fit = fitness(page, findings.trees[each].known);
        if (fit > best) {
            best = fit;
            owner = each;
        }
    }
    if (owner == findings.trees.size()) {
        return;
    }
    FoundTree& tree = findings.trees[owner];
    ++tree.regained;
    if (!tree.known.isLearners() && !tree.known.tellsMovedIds()) {
        return;
    }
    for (std::size_t i = 0; i < page.rows.size(); ++i) {
        if (tree.known.matches(page.rows[i])) {
            static_cast<void>(insert(*m_doubtful, tree.known, withRowid(tree.known, page.rows[i], page.rowids[i])));
        }
    }
}

Result<void> SalvageTables::fill(WalkFindings& findings, const domain::RecoveryWatch& watch)
{
    const auto notStopped = [&watch] { return watch.isStopped() ? Result<void>(failure(ErrorCode::Cancelled)) : Result<void>(); };
    auto filled = m_sure->inTransaction([&]() -> Result<void> {
        for (FoundTree& tree : findings.trees) {
            bool isTwice = false;
            for (auto row = tree.rows.cbegin(); row != tree.rows.cend() && !watch.isStopped(); ++row) {
                const Taken taken = insert(*m_sure, tree.known, *row);
                tree.badCells += taken == Taken::No ? 1 : 0;
                isTwice = isTwice || taken == Taken::IsThere;
            }
            if (isTwice) { // a page lies twice, in the place of another one, and rows whose long text the first of them has look damaged
                ++tree.missing;
                tree.badCells = 0;
            }
        }
        return notStopped();
    });
    if (!filled) {
        return filled;
    }
    return m_doubtful->inTransaction([&]() -> Result<void> {
        for (auto page = findings.strays.cbegin(); page != findings.strays.cend() && !watch.isStopped(); ++page) {
            place(*page, findings);
        }
        return notStopped();
    });
}

} // namespace waymark::storage
