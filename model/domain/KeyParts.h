// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Records.h>

#include <vector>

namespace waymark::domain {

/// A part of a key: RecordKey::skill, item or id.
using KeyPart = QString RecordKey::*;

/// The parts that tell the records of a kind apart, the first one first, as its table holds them; none where there is one record at most.
/// All others are empty in a key of this kind: two spellings of one key would be two records.
[[nodiscard]] const std::vector<KeyPart>& keyPartsOf(RecordKind kind);

} // namespace waymark::domain
