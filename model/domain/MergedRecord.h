// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/PartValues.h>
#include <domain/Result.h>

#include <QMap>

#include <map>
#include <optional>
#include <stop_token>
#include <vector>

namespace waymark::domain {

/// What all copies together make of a record: a function of their histories alone, the same whatever copy asks. For the edits of one copy
/// alone it is the record as that copy has it, but for parts that follow from other records.
struct MergedRecord
{
    std::optional<Record> record;
    QMap<QString, QStringList> others; ///< by part: the values that wait for an answer; see Conflict
    bool isKeptFromRemoval = false; ///< one side removed it, the other one changed it meanwhile
};

/// The touches of each record that is merged, in causal order, as long as its history lives; Cancelled.
[[nodiscard]] Result<std::map<RecordKey, std::vector<Touch>>> touchesOf(const CausalOrder& order, const MergeStretch& stretch = {});

/// - Applied changes alone count. One that was made in knowledge of another one stands in its place.
/// - Part by part: changed on one side alone, that side; to the same on both, that; else by the Meeting of the part. Where it is to be
///   asked, the one that was given later is shown (see isLater()) and the others wait.
/// - A removal that does not know of a change gives way to it.
/// - A value that waits is gone only by an answer, or where somebody who saw it as the shown one replaced it: see PartValues.
///
/// TooLarge beyond limits::sideBySide; Cancelled.
[[nodiscard]] Result<MergedRecord> merged(
    RecordKind kind, const std::vector<Touch>& touches, const CausalOrder& order, const std::stop_token& stop = {});

} // namespace waymark::domain
