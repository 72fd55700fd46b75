// SPDX-License-Identifier: GPL-3.0-or-later
// The changes of an edit as the journal keeps them, and single records.
#include <Promise.h>
#include <Targets.h>

#include <domain/Edit.h>

namespace waymark::fuzz {

void changes(const QByteArray& bytes)
{
    using domain::ErrorCode;
    if (const auto read = domain::changesFromJson(bytes)) {
        const QByteArray text = domain::changesToJson(*read);
        const auto again = domain::changesFromJson(text);
        require(again.has_value(), "changes that were read can be written and read");
        require(domain::changesToJson(*again) == text, "changes are written as they were written before");
        const domain::Edit edit { {}, domain::EditKind::StartSkill, {}, 0, *read };
        domain::Progress progress;
        if (domain::applyTo(progress, edit)) {
            require(domain::applyTo(progress, domain::inverse(edit)).has_value(), "what was done can be undone");
            require(progress == domain::Progress(), "undo leaves nothing behind");
        }
    } else {
        requireRefusal(read.error(), { ErrorCode::InvalidFile });
    }
    for (std::size_t kind = 0; kind < domain::recordKinds; ++kind) {
        const auto record = domain::recordFromJson(static_cast<domain::RecordKind>(kind), bytes);
        if (record) {
            const QByteArray text = domain::recordToJson(*record);
            const auto again = domain::recordFromJson(static_cast<domain::RecordKind>(kind), text);
            require(again && domain::recordToJson(*again) == text, "a record is written as it was written before");
        }
    }
}

} // namespace waymark::fuzz
