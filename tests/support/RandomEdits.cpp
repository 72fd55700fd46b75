// SPDX-License-Identifier: GPL-3.0-or-later
#include "RandomEdits.h"

namespace waymark::support {

RandomEdits::RandomEdits(quint64 seed)
    : m_random(seed)
{
}

domain::Edit RandomEdits::edit(const domain::Progress& progress, const QString& id)
{
    domain::Edit edit;
    edit.id = id;
    edit.kind = static_cast<domain::EditKind>(below(static_cast<int>(domain::EditKind::MoveOnBoard) + 1));
    edit.kind = domain::isAside(edit.kind) ? domain::EditKind::StopTimer : edit.kind;
    edit.subject = m_random.skillName();
    edit.at = 1'700'000'000'000 + below(1'000'000);
    domain::Progress state = progress;
    for (int left = 1 + below(4); left > 0; --left) {
        const domain::RecordKey key = m_random.key();
        const auto before = state.record(key);
        const std::optional<domain::Record> after = before && below(3) == 0 ? std::nullopt : std::optional(m_random.record(key.kind));
        state.setRecord(key, after);
        edit.changes.push_back({ key, before, after });
    }
    return edit;
}

} // namespace waymark::support
