// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Moves.h>
#include <domain/Progress.h>
#include <session/DraftValues.h>

namespace waymark::session {

/// Where drafts belong by the ids of today: a course that was installed may have renamed skills and their parts, and a merge may have given
/// a time of study to another skill. It asks `progress` each time, which has to outlive it.
class DraftMoves
{
public:
    DraftMoves(const domain::Course& course, const domain::Progress& progress);

    /// The same place where nothing leads away from it. The place of today leads to itself.
    [[nodiscard]] DraftPlace place(const DraftPlace& place) const;
    [[nodiscard]] DraftValue value(DraftValue value) const; ///< with the ids inside of it

private:
    [[nodiscard]] QStringList skills(const QStringList& ids) const;

    domain::Moves m_moves;
    const domain::Progress& m_progress;
};

} // namespace waymark::session
