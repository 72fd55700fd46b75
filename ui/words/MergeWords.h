// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Merge.h>
#include <session/CopyMerge.h>

#include <QCoreApplication>

#include <vector>

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {

/// The sentences about merges of copies, translated, for window and command line.
class MergeWords
{
    Q_DECLARE_TR_FUNCTIONS(MergeWords)

public:
    /// What a merge brings, as sentences; at least one.
    [[nodiscard]] static QStringList lines(const session::MergePreview& preview, const session::Workspace& workspace);
    /// The entries that stay although one copy removed them, by name.
    [[nodiscard]] static QStringList kept(const session::MergePreview& preview, const session::Workspace& workspace);
    [[nodiscard]] static QString waiting(int conflicts); ///< that so many wait for an answer
    [[nodiscard]] static QString noConflicts(); ///< that none does
    [[nodiscard]] static QString changedMeanwhile(); ///< and that a preview was made anew

private:
    [[nodiscard]] static QStringList ofWatches(const session::MergePreview& preview, const session::Workspace& workspace);
};

/// A conflict that waits for an answer.
struct OpenConflict
{
    domain::RecordKey key;
    domain::ConflictValues values;
};

/// All of them, ascending; those that no longer mean anything are left out.
[[nodiscard]] std::vector<OpenConflict> openConflicts(const domain::Progress& progress);

} // namespace waymark::ui
