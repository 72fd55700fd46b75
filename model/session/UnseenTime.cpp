// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/UnseenTime.h>

#include <algorithm>

namespace waymark::session {

namespace {

constexpr int entriesLookedAt = 500; // of the journal: more than are made in a day

} // namespace

std::optional<qint64> unseenSince(const Workspace& workspace, qint64 from, qint64 length)
{
    std::vector<qint64> seen { workspace.now() };
    if (const auto entries = workspace.journal(entriesLookedAt)) {
        for (const domain::JournalEntry& entry : *entries) {
            if (entry.edit.at > from && entry.edit.at < workspace.now()) {
                seen.push_back(entry.edit.at);
            }
        }
    }
    std::sort(seen.begin(), seen.end());
    for (const qint64 next : seen) {
        if (next - from >= length) {
            return from;
        }
        from = std::max(from, next);
    }
    return std::nullopt;
}

} // namespace waymark::session
