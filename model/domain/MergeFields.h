// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MentorFields.h>
#include <domain/MergeRecords.h>
#include <domain/RecordOf.h>

namespace waymark::domain {

/// The fields of the records in MergeRecords.h, as RecordFields.h says.

template <RecordOf<Absorbed> R, class Visit> void visitFields(R& absorbed, Visit&& visit)
{
    visit("edits", Utf8<decltype((absorbed.edits))> { absorbed.edits });
}

template <RecordOf<Conflict> R, class Visit> void visitFields(R& conflict, Visit&& visit)
{
    visit("others", conflict.others);
}

} // namespace waymark::domain
