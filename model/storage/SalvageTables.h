// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/Connection.h>
#include <storage/TreeWalk.h>

#include <memory>
#include <vector>

namespace waymark::storage {

/// Salvaged rows in two empty libraries in memory, which refuse what cannot be a row: those that lie where they belong, and those from
/// stray pages.
class SalvageTables
{
public:
    /// Libraries of `version`.
    [[nodiscard]] static Result<SalvageTables> make(const Migrations& migrations, int version);

    /// Rows of learner data; what is refused counts as damaged. Gives a stray page to the tree that takes most of its rows.
    /// Cancelled.
    [[nodiscard]] Result<void> fill(WalkFindings& findings, const domain::RecoveryWatch& watch);

    [[nodiscard]] Connection& sure() { return *m_sure; }
    [[nodiscard]] Connection& doubtful() { return *m_doubtful; }

private:
    enum class Taken { Yes, IsThere, No }; ///< IsThere: the key of the row is one of another row

    [[nodiscard]] static Taken insert(Connection& library, const KnownTree& tree, const QVariantList& row);
    [[nodiscard]] double fitness(const StrayPage& page, const KnownTree& tree);
    void place(const StrayPage& page, WalkFindings& findings);

    std::unique_ptr<Connection> m_sure;
    std::unique_ptr<Connection> m_doubtful;
};

} // namespace waymark::storage
