// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Story.h"

#include <RandomEdits.h>

#include <storage/SqliteStore.h>

#include <utility>

/// What stories are made of. A step that fails without a fault is a fault of the story, which ends the test.
namespace waymark::power {

inline constexpr qint64 newYear2026 = 1'767'225'600'000;

template <class Done> void must(const Done& done)
{
    if (!done) {
        qFatal("a step of the story failed: %s", qPrintable(done.error().detail));
    }
}

[[nodiscard]] inline std::unique_ptr<storage::SqliteStore> opened(const QString& folder)
{
    auto store = storage::SqliteStore::open(libraryOf(folder), { newYear2026, {} });
    must(store);
    return std::move(*store);
}

inline void makeEdits(domain::Store& store, quint64 seed, int first, int count)
{
    for (int i = first; i < first + count; ++i) {
        const QString id = QStringLiteral("edit-%1").arg(i);
        must(store.commit(support::RandomEdits(seed + static_cast<quint64>(i)).edit(store.progress().value(), id)));
    }
}

} // namespace waymark::power
