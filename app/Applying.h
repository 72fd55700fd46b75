// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/Verb.h>
#include <domain/Edit.h>

namespace waymark::app {

/// What is to be said beside an edit, asked for once it is applied.
using Notes = std::function<QStringList()>;

/// Applies an edit through the workspace of the call and prints what it did and its id, that there was nothing to change, or why it
/// failed. Returns the exit code.
[[nodiscard]] int applyEdit(const VerbCall& call, const domain::Result<domain::Edit>& edit, const Notes& notes = {});

/// Prints an edit that has been applied, in the words of `sentence`. Returns 0.
int sayEdit(const VerbCall& call, const domain::Edit& edit, const QString& sentence, const QStringList& notes = {});

} // namespace waymark::app
