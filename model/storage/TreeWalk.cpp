// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/TreeWalk.h>

#include <QtEndian>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

// Offsets in the header of an SQLite file (sqlite.org/fileformat2.html, section 1.3).
constexpr int firstFreeAt = 32;
constexpr int freeCountAt = 36;

constexpr quint32 betweenLooks = 256; ///< pages read between two looks at the watch

quint32 wordAt(const QByteArray& bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

} // namespace

QVariantList withRowid(const KnownTree& tree, QVariantList row, qint64 rowid)
{
    for (std::size_t i = 0; i < tree.columns.size() && i < static_cast<std::size_t>(row.size()); ++i) {
        if (tree.columns[i].isRowid) {
            row[static_cast<qsizetype>(i)] = rowid;
        }
    }
    return row;
}

TreeWalk::TreeWalk(
    const PageFile& pages, std::vector<KnownTree> trees, const QHash<QString, quint32>& roots, const domain::RecoveryWatch& watch)
    : m_pages(pages)
    , m_watch(watch)
    , m_isOwned(std::size_t { pages.pageCount() } + 1, false)
    , m_overflowBudget(qint64 { 8 } * pages.pageCount() + 1024)
{
    m_isOwned[1] = true;
    for (KnownTree& tree : trees) {
        FoundTree found;
        found.root = roots.value(tree.name, 0);
        found.known = std::move(tree);
        m_findings.trees.push_back(std::move(found));
    }
}

std::optional<TreePage> TreeWalk::treePage(quint32 number) const
{
    return TreePage::parse(m_pages.page(number), number == 1);
}

/// Puts the payload together. `used` gets the overflow pages if all of it is there.
std::optional<QVariantList> TreeWalk::record(const TreePage::Cell& cell, std::vector<quint32>& used)
{
    if (cell.overflow == 0) {
        return decodeRecord(cell.local);
    }
    const qint64 room = m_pages.pageSize() - 4;
    const qint64 needed = (cell.size - cell.local.size() + room - 1) / room;
    if (needed > m_pages.pageCount()) {
        return std::nullopt;
    }
    QByteArray payload = cell.local;
    std::vector<quint32> chain;
    quint32 next = cell.overflow;
    for (qint64 i = 0; i < needed; ++i) {
        const bool isFree = next > 1 && next <= m_pages.pageCount() && !m_isOwned[next];
        if (!isFree || --m_overflowBudget < 0) {
            return std::nullopt;
        }
        const QByteArray bytes = m_pages.page(next);
        if (bytes.isEmpty()) {
            return std::nullopt;
        }
        chain.push_back(next);
        payload += bytes.mid(4, static_cast<qsizetype>(std::min(room, cell.size - payload.size())));
        next = wordAt(bytes, 0);
    }
    if (next != 0) { // the chain of another row, or none at all
        return std::nullopt;
    }
    auto columns = decodeRecord(payload);
    if (columns) {
        used.insert(used.end(), chain.begin(), chain.end());
    }
    return columns;
}

/// With `tree`, its rows; without one, whatever is a record.
TreeWalk::Rows TreeWalk::rowsOf(const TreePage& page, const KnownTree* tree)
{
    Rows rows;
    rows.bad = page.badPointers();
    qint64 room = m_pages.pageSize(); // cells do not overlap
    for (int i = 0; i < page.cellCount(); ++i) {
        auto cell = page.cell(i);
        room -= cell ? cell->local.size() : 0;
        if (room < 0) {
            cell.reset();
        }
        std::vector<quint32> used;
        auto columns = cell ? record(*cell, used) : std::nullopt;
        if (!columns) {
            ++rows.bad;
        } else if (tree != nullptr && !tree->matches(*columns)) {
            ++rows.foreign;
        } else {
            rows.good.push_back(std::move(*columns));
            rows.rowids.push_back(cell->rowid);
            rows.overflow.insert(rows.overflow.end(), used.begin(), used.end());
        }
    }
    return rows;
}

void TreeWalk::takeRows(FoundTree& tree, Rows rows)
{
    tree.badCells += rows.bad + rows.foreign;
    for (const quint32 page : rows.overflow) {
        m_isOwned[page] = true;
    }
    if (!tree.known.isLearners() && !tree.known.tellsMovedIds()) {
        return;
    }
    for (std::size_t i = 0; i < rows.good.size(); ++i) {
        tree.rows.push_back(withRowid(tree.known, std::move(rows.good[i]), rows.rowids[i]));
    }
}

/// False if there is no page of the tree under this number.
bool TreeWalk::takePage(FoundTree& tree, quint32 number, std::vector<quint32>& next)
{
    if (number < 2 || number > m_pages.pageCount() || m_isOwned[number]) {
        return false;
    }
    const auto page = treePage(number);
    if (!page || page->isOfTable() != tree.known.hasRowids()) {
        return false;
    }
    if (page->kind() != TreePage::Kind::InteriorTable) {
        Rows rows = rowsOf(*page, &tree.known);
        const auto good = static_cast<qint64>(rows.good.size());
        // Only the root of an empty tree has no row.
        const bool isEmptyRoot = number == tree.root && page->isLeaf() && page->cellCount() == 0 && page->badPointers() == 0;
        if (!isEmptyRoot && (good == 0 || rows.foreign > good)) {
            return false;
        }
        takeRows(tree, std::move(rows));
    } else {
        tree.missing += page->badPointers();
    }
    m_isOwned[number] = true;
    if (!page->isLeaf()) {
        next.push_back(page->rightChild());
        for (int i = 0; i < page->cellCount(); ++i) {
            const auto cell = page->cell(i);
            next.push_back(cell ? cell->child : 0);
        }
    }
    return true;
}

void TreeWalk::walkFrom(FoundTree& tree, std::vector<quint32> next)
{
    while (!next.empty() && !m_watch.isStopped()) {
        const quint32 number = next.back();
        next.pop_back();
        if (!takePage(tree, number, next)) {
            ++tree.missing;
            tree.isRootMissing = tree.isRootMissing || number == tree.root;
        }
    }
}

/// Where the schema does not tell a root any more, it may still lie where an untouched library has it.
void TreeWalk::guessRoot(FoundTree& tree)
{
    tree.root = tree.known.usualRoot;
    std::vector<quint32> next;
    const bool isFree = tree.root <= m_pages.pageCount() && !m_isOwned[tree.root];
    const auto page = isFree ? treePage(tree.root) : std::nullopt;
    const bool isEmpty = page && page->cellCount() == 0; // may be of any tree
    if (page && !isEmpty && takePage(tree, tree.root, next)) {
        walkFrom(tree, std::move(next));
    } else {
        tree.root = 0;
    }
}

/// Section 1.5 of the format: trunks, each with the number of the next, of its leaves, and the leaves.
void TreeWalk::markFreePages()
{
    const QByteArray first = m_pages.page(1);
    if (first.isEmpty()) {
        return;
    }
    quint32 found = 0;
    const auto take = [&](quint32 number) {
        const bool isFree = number > 1 && number <= m_pages.pageCount() && !m_isOwned[number];
        if (isFree) {
            m_isOwned[number] = true;
            ++found;
        }
        return isFree;
    };
    quint32 trunk = wordAt(first, firstFreeAt);
    bool isSound = true;
    while (trunk != 0 && isSound) {
        const QByteArray bytes = m_pages.page(trunk);
        isSound = !bytes.isEmpty() && take(trunk);
        const quint32 leaves = isSound ? wordAt(bytes, 4) : 0;
        isSound = isSound && leaves <= static_cast<quint32>(bytes.size() / 4 - 2);
        for (quint32 i = 0; i < leaves && isSound; ++i) {
            isSound = take(wordAt(bytes, 8 + 4 * static_cast<qsizetype>(i)));
        }
        trunk = isSound ? wordAt(bytes, 0) : 0;
    }
    m_isFreeListWhole = isSound && found == wordAt(first, freeCountAt);
}

std::vector<std::size_t> TreeWalk::ownersOf(const TreePage& page, const Rows& rows) const
{
    std::vector<std::size_t> lacking;
    std::vector<std::size_t> any;
    for (std::size_t i = 0; i < m_findings.trees.size(); ++i) {
        const FoundTree& tree = m_findings.trees[i];
        if (page.isOfTable() != tree.known.hasRowids()) {
            continue;
        }
        const auto count
            = std::count_if(rows.good.begin(), rows.good.end(), [&tree](const QVariantList& row) { return tree.known.matches(row); });
        if (2 * count <= static_cast<std::ptrdiff_t>(rows.good.size())) {
            continue;
        }
        any.push_back(i);
        if (!tree.isWhole()) {
            lacking.push_back(i);
        }
    }
    // Pages that were given up are listed. Where that list can be believed, any other page was lost.
    return !lacking.empty() || !m_isFreeListWhole ? lacking : any;
}

void TreeWalk::visitStray(quint32 number)
{
    const auto page = m_isOwned[number] ? std::nullopt : treePage(number);
    if (!page || page->kind() == TreePage::Kind::InteriorTable) {
        return;
    }
    Rows rows = rowsOf(*page, nullptr);
    StrayPage stray;
    stray.owners = ownersOf(*page, rows);
    if (stray.owners.empty()) {
        return;
    }
    m_isOwned[number] = true;
    for (const quint32 overflow : rows.overflow) {
        m_isOwned[overflow] = true;
    }
    stray.rows = std::move(rows.good);
    stray.rowids = std::move(rows.rowids);
    m_findings.strays.push_back(std::move(stray));
}

WalkFindings TreeWalk::walk()
{
    for (FoundTree& tree : m_findings.trees) {
        if (tree.root != 0) {
            walkFrom(tree, { tree.root });
        }
    }
    for (FoundTree& tree : m_findings.trees) {
        if (tree.root == 0) {
            guessRoot(tree);
        }
    }
    markFreePages();
    for (quint32 number = 2; number <= m_pages.pageCount() && !m_watch.isStopped(); ++number) {
        visitStray(number);
    }
    m_findings.isStopped = m_watch.isStopped();
    return std::move(m_findings);
}

SchemaFindings findSchema(const PageFile& pages, const std::vector<KnownTree>& trees, const Migrations& migrations,
    const domain::RecoveryWatch& watch, quint32 most)
{
    SchemaFindings findings;
    QHash<QString, const KnownTree*> known;
    for (const KnownTree& tree : trees) {
        known.insert(tree.name, &tree);
    }
    const auto look = [&](const TreePage::Cell& cell) {
        const auto row = cell.overflow == 0 ? decodeRecord(cell.local) : std::nullopt;
        if (row && row->size() == 5 && (row->at(0) == u"table"_s || row->at(0) == u"index"_s)
            && row->at(3).typeId() == QMetaType::LongLong) {
            const QString name = row->at(1).toString();
            const qint64 root = row->at(3).toLongLong();
            if (known.contains(name) && root > 1 && root <= pages.pageCount() && !findings.roots.contains(name)) {
                findings.roots.insert(name, static_cast<quint32>(root));
            }
        } else if (row && (row->size() == 3 || row->size() == 4) && row->at(1).typeId() == QMetaType::QString) {
            const int number = migrations.numberOf(row->at(1).toString()); // logged before 0008 or after it
            findings.version = number == cell.rowid ? std::max(findings.version, number) : findings.version;
        }
    };
    for (quint32 number = 1; number <= std::min(most, pages.pageCount()) && !findings.isStopped; ++number) {
        const auto page = TreePage::parse(pages.page(number), number == 1);
        const bool isLeaf = page && page->kind() == TreePage::Kind::LeafTable;
        qint64 room = pages.pageSize();
        for (int i = 0; isLeaf && i < page->cellCount() && room > 0; ++i) {
            if (const auto cell = page->cell(i)) {
                room -= cell->local.size();
                look(*cell);
            }
        }
        findings.isStopped = number % betweenLooks == 0 && watch.isStopped();
    }
    return findings;
}

} // namespace waymark::storage
