// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Store.h>

#include <optional>
#include <utility>
#include <vector>

namespace waymark::support {

/// Course, records and each entry of the journal with what became of it, but for the turns.
struct LibraryStage
{
    std::optional<domain::Course> course;
    QString hash;
    domain::Progress progress;
    std::vector<std::pair<domain::Edit, domain::JournalState>> journal;

    bool operator==(const LibraryStage&) const = default;
};

inline LibraryStage stageOf(domain::Store& store)
{
    LibraryStage stage { store.course().value(), store.courseHash().value(), store.progress().value(), {} };
    const auto journal = store.journal(1000).value();
    for (const domain::JournalEntry& entry : journal) {
        stage.journal.emplace_back(entry.edit, entry.state);
    }
    return stage;
}

} // namespace waymark::support
