// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/Connection.h>
#include <storage/Migrations.h>

#include <domain/Recovery.h>

#include <memory>

namespace waymark::storage {

/// A library in the making beside the one that it will replace. What is left under its path goes with it.
class Draft
{
public:
    /// `watch` outlives it.
    Draft(const QString& library, const domain::RecoveryWatch& watch);
    ~Draft();
    Q_DISABLE_COPY_MOVE(Draft)

    [[nodiscard]] const QString& path() const { return m_path; }
    void clear(); ///< as before it was begun

    /// A statement of it ends soon after the watch is told to stop.
    [[nodiscard]] Result<std::unique_ptr<Connection>> open(Connection::Mode mode) const;
    /// Every check that there is, while nobody has it open.
    [[nodiscard]] Result<void> check(const Migrations& migrations) const;

private:
    QString m_path;
    const domain::RecoveryWatch& m_watch;
};

[[nodiscard]] Result<domain::History> readHistory(Connection& library);
[[nodiscard]] Result<QString> readId(Connection& library);

/// Makes every index anew. LibraryCorrupt where a table has rows that an index or the table itself could never have taken.
[[nodiscard]] Result<void> remakeIndexes(Connection& library);

} // namespace waymark::storage
