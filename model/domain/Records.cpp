// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/RecordFields.h>

namespace waymark::domain {

namespace {

template <std::size_t... kinds> Record recordAt(std::size_t kind, std::index_sequence<kinds...> /*all*/)
{
    Record record;
    (void)((kinds == kind && (record.emplace<kinds>(), true)) || ...);
    return record;
}

} // namespace

Record emptyRecord(RecordKind kind)
{
    return recordAt(static_cast<std::size_t>(kind), std::make_index_sequence<recordKinds>());
}

} // namespace waymark::domain
