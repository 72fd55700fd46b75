// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace waymark::domain {

/// The records of a merge with another copy of the library (see Merge.h).

/// The edits of the other copy that a merge brought in, under the id of the merge. It says what this copy knows, nothing of the learner's,
/// so contentHash() leaves it out.
struct Absorbed
{
    QByteArray edits; ///< lines of JSON, see AbsorbedEdits.h

    bool operator==(const Absorbed&) const = default;
};

/// A part of a record that two copies changed differently: the record shows one value, here are the others until the learner answers.
struct Conflict
{
    QStringList others; ///< each the JSON of the whole record as the edit left it that gave the value; sorted, each value once

    bool operator==(const Conflict&) const = default;
};

} // namespace waymark::domain
