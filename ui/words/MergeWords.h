// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Merge.h>
#include <session/CopyMerge.h>

#include <QCoreApplication>
#include <QTimeZone>

namespace waymark::ui {

/// The words for merges of copies and what they ask, translated, for window and command line.
class MergeWords
{
    Q_DECLARE_TR_FUNCTIONS(MergeWords)

public:
    /// What a merge brings, as sentences; at least one.
    [[nodiscard]] static QStringList lines(const session::MergePreview& preview, const domain::Roadmap& roadmap);
    /// What the two copies say differently: "Note on \"Git basics\"".
    [[nodiscard]] static QString about(const domain::ConflictValues& conflict, const domain::Roadmap& roadmap);
    /// A value that it has or may have, as plain text; "nothing" for none.
    [[nodiscard]] static QString value(const domain::ConflictValues& conflict, const std::optional<domain::Record>& record,
        const domain::Roadmap& roadmap, const QTimeZone& zone);
    [[nodiscard]] static QString waiting(int conflicts); ///< that so many wait for an answer

private:
    struct Value;

    [[nodiscard]] static QString aboutSkill(domain::RecordKind kind, const QString& skill);
    [[nodiscard]] static QString aboutPlan(const domain::ConflictValues& conflict);
};

} // namespace waymark::ui
