// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/BackupShelf.h>
#include <domain/MergeWatch.h>
#include <domain/Moves.h>

#include <QSet>

namespace waymark::session {

/// Looks whether domain::moved() may find an id to move: it works on a whole history in one go, and hardly ever has anything to do.
class MovingIds
{
public:
    /// The moves and the watch behind the stretch must outlive this.
    MovingIds(const domain::Moves& moves, const domain::MergeStretch& stretch);

    /// False where moved() would leave the history as it is; Cancelled.
    [[nodiscard]] domain::Result<bool> areIn(const domain::LibraryContents& library);

private:
    [[nodiscard]] domain::Result<bool> isIn(const domain::Edit& edit, const domain::MergeStretch& part);
    [[nodiscard]] domain::Result<bool> isIn(const domain::RecordKey& key, const domain::Record& record, const domain::MergeStretch& part);
    [[nodiscard]] domain::Result<bool> isIn(const domain::Absorbed& absorbed, const domain::MergeStretch& part);
    [[nodiscard]] bool isIn(const domain::RecordKey& key) const;
    [[nodiscard]] bool isIn(const domain::RecordKey& key, const domain::Conflict& conflict) const;

    const domain::Moves& m_moves;
    domain::MergeStretch m_stretch;
    QSet<QByteArray> m_absorbed; ///< looked at: each stands in the journal and among the records
};

} // namespace waymark::session
