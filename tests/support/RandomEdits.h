// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RandomRecords.h"

#include <domain/Edit.h>

namespace waymark::support {

/// Edits of every kind on few keys, but for asides, which are no steps of undo: the same seed gives the same edits. They follow no rules of
/// a course.
class RandomEdits
{
public:
    explicit RandomEdits(quint64 seed);

    int below(int limit) { return m_random.below(limit); }
    domain::Edit edit(const domain::Progress& progress, const QString& id);

private:
    RandomRecords m_random;
};

} // namespace waymark::support
