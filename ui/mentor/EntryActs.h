// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/ReviewShelf.h>

#include <QCoreApplication>

namespace waymark::ui {

/// What a learner can do with one entry of a review. Each is one edit through ReviewShelf.
enum class EntryAct { Accept, Resolve, Reject, Reopen };

class EntryActs
{
    Q_DECLARE_TR_FUNCTIONS(EntryActs)

public:
    /// Those that fit now, in the order in which they are offered; none in a read-only library, nor for what the reviewer closed.
    [[nodiscard]] static std::vector<EntryAct> on(
        const session::Workspace& workspace, const QString& review, const exchange::ReviewEntry& entry);
    [[nodiscard]] static bool fits(
        EntryAct act, const session::Workspace& workspace, const QString& review, const exchange::ReviewEntry& entry);
    static domain::Result<domain::Edit> run(EntryAct act, session::ReviewShelf& shelf, const QString& review, const QString& entry);

    [[nodiscard]] static QString name(EntryAct act); ///< for objectName: "accept"
    [[nodiscard]] static QString word(EntryAct act, const exchange::ReviewEntry& entry); ///< on its button
    [[nodiscard]] static QString keys(EntryAct act); ///< "A"; empty for none

    /// What accepting the entry would do, in a sentence; empty where it only answers.
    [[nodiscard]] static QString consequence(
        const session::Workspace& workspace, const session::ReviewLetter& letter, const exchange::ReviewEntry& entry);
};

} // namespace waymark::ui
