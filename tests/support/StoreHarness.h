// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RandomEdits.h"

#include <domain/Store.h>

#include <functional>
#include <utility>

namespace waymark::support {

/// The store under test, and how it comes back after the program has ended.
class StoreHarness
{
public:
    virtual ~StoreHarness() = default;
    virtual void startEmpty() = 0; ///< a new library in the place of the last one
    virtual void reopen() = 0; ///< the same library, as the next start of the program finds it
    virtual domain::Store& store() = 0;
};

/// What every Store promises: a sentence, and the check of it.
using StorePromise = std::pair<const char*, std::function<void(StoreHarness&)>>;

inline domain::Edit noteEdit(const QString& id, const QString& skill, const std::optional<domain::Record>& before, const QString& text)
{
    return { id, domain::EditKind::WriteNote, skill, 1000,
        { { domain::RecordKey::ofNote(skill), before, domain::Note { text, false, 1000 } } } };
}

} // namespace waymark::support
