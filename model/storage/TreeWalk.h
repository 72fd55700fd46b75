// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/KnownTrees.h>
#include <storage/PageFile.h>
#include <storage/TreePage.h>

#include <domain/Recovery.h>

#include <QHash>

#include <algorithm>
#include <limits>
#include <vector>

namespace waymark::storage {

/// What one pass over all pages finds of the schema, wherever its rows lie now.
struct SchemaFindings
{
    QHash<QString, quint32> roots; ///< by the name of a table or index of ours
    int version = 0; ///< the highest migration that was logged; 0 if none was found
    bool isStopped = false;

    /// Whether anything of a library of ours was found.
    [[nodiscard]] bool isOurs() const { return !roots.isEmpty() || version > 0; }
};

/// In the first `most` pages.
[[nodiscard]] SchemaFindings findSchema(const PageFile& pages, const std::vector<KnownTree>& trees, const Migrations& migrations,
    const domain::RecoveryWatch& watch, quint32 most = std::numeric_limits<quint32>::max());

/// What was found of one tree.
struct FoundTree
{
    KnownTree known;
    quint32 root = 0; ///< 0: not known
    std::vector<QVariantList> rows; ///< of learner data and of moved ids alone; each with its row id in its place
    qint64 missing = 0; ///< pages that lead nowhere, or to what is no page of this tree; one more if rows lie there twice
    qint64 badCells = 0; ///< rows on sound pages that cannot be read
    bool isRootMissing = false; ///< counted in `missing`
    qint64 regained = 0; ///< stray pages that turned out to be of this tree

    [[nodiscard]] bool isWhole() const { return root != 0 && missing == 0 && badCells == 0; }
    /// Rows, at least: a missing page held one or more, but for a root, which may have been empty.
    [[nodiscard]] qint64 lost() const { return std::max<qint64>(0, missing - regained - (isRootMissing ? 1 : 0)) + badCells; }
};

/// A page that nothing leads to, and the trees that it may be of: those that miss a part, else any. No tree if it can only be a page
/// that was given up.
struct StrayPage
{
    std::vector<QVariantList> rows; ///< as stored, without row ids
    std::vector<qint64> rowids;
    std::vector<std::size_t> owners;
};

struct WalkFindings
{
    std::vector<FoundTree> trees; ///< in the order of the trees given
    std::vector<StrayPage> strays;
    bool isStopped = false;
};

/// Walks every tree from its root, page by page. A page belongs to the first tree that leads to it and whose rows it has; none is
/// visited twice, so loops end. Then the list of free pages, and then every page that is left over.
class TreeWalk
{
public:
    /// `pages` and `watch` outlive it.
    TreeWalk(const PageFile& pages, std::vector<KnownTree> trees, const QHash<QString, quint32>& roots, const domain::RecoveryWatch& watch);

    [[nodiscard]] WalkFindings walk(); ///< once

private:
    struct Rows
    {
        std::vector<QVariantList> good;
        std::vector<qint64> rowids;
        qint64 bad = 0;
        qint64 foreign = 0; ///< records, but not of this tree
        std::vector<quint32> overflow; ///< the pages that they use
    };

    [[nodiscard]] std::optional<TreePage> treePage(quint32 number) const;
    [[nodiscard]] std::optional<QVariantList> record(const TreePage::Cell& cell, std::vector<quint32>& used);
    [[nodiscard]] Rows rowsOf(const TreePage& page, const KnownTree* tree);
    void walkFrom(FoundTree& tree, std::vector<quint32> next);
    [[nodiscard]] bool takePage(FoundTree& tree, quint32 number, std::vector<quint32>& next);
    void takeRows(FoundTree& tree, Rows rows);
    void guessRoot(FoundTree& tree);
    void markFreePages();
    void visitStray(quint32 number);
    [[nodiscard]] std::vector<std::size_t> ownersOf(const TreePage& page, const Rows& rows) const;

    const PageFile& m_pages;
    const domain::RecoveryWatch& m_watch;
    WalkFindings m_findings;
    std::vector<bool> m_isOwned; ///< by page number
    qint64 m_overflowBudget; ///< pages of chains that may still be read: in a sound file each is read once
    bool m_isFreeListWhole = false;
};

/// The row with the row id in the column that stands for it.
[[nodiscard]] QVariantList withRowid(const KnownTree& tree, QVariantList row, qint64 rowid);

} // namespace waymark::storage
