// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Edits.h>

namespace waymark::domain {

/// What another copy of a library has that this one has not, as one step of undo.
struct TakeOver
{
    Edit edit; ///< without changes where there is nothing to take
    int taken = 0; ///< records
    int left = 0; ///< changes to records that differ here: the record of this library stays
};

/// Makes the edits of the copy again, in their order, wherever the record is what it was there. `theirs` are the edits that hold in the
/// copy and not here, oldest first. Nothing that was recorded here is lost.
[[nodiscard]] TakeOver takeOver(const EditContext& context, const std::vector<Edit>& theirs);

} // namespace waymark::domain
