// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/CausalOrder.h>

#include <QHash>

namespace waymark::domain {

/// The order of recalls and answers, by their ids, as a replay takes it: each after those of its card or question that were known when it
/// was made, whatever a clock said; those that were made side by side, in several copies, by their moments. The same in every copy.
/// Cancelled.
[[nodiscard]] Result<QHash<QString, qint64>> orderOf(const CausalOrder& order, const MergeStretch& stretch = {});

} // namespace waymark::domain
