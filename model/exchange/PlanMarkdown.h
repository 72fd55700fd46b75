// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Edits.h>
#include <exchange/PlanDocument.h>

namespace waymark::exchange {

/// What a Markdown task list says of one checklist item.
struct PlanTick
{
    struct Proof
    {
        QString id; ///< empty for a line that a person has added
        domain::EvidenceKind kind = domain::EvidenceKind::Note;
        QString text;

        bool operator==(const Proof&) const = default;
    };

    QString skill;
    QString item;
    bool done = false;
    std::vector<Proof> evidence;

    bool operator==(const PlanTick&) const = default;
};

/// The plan as task lists, by area and skill. Each item ends in a mark, {#skill/item}, each piece of evidence in {#id}: by these
/// readPlanMarkdown() finds them again. Texts are escaped, so that any Markdown reader shows them as they are.
[[nodiscard]] QByteArray planToMarkdown(const domain::Roadmap& roadmap, const PlanDocument& plan);

/// Takes ticks and evidence out of such a file, in the order of the file; every other line may have been changed by a person and is passed
/// over. Errors with `name` as the subject: InvalidPlan for no marks, a mark that stands twice or bytes that are no text; TooLarge.
[[nodiscard]] domain::Result<std::vector<PlanTick>> readPlanMarkdown(const QByteArray& markdown, const QString& name = {});

/// The edit that ticks what is ticked there and adds its evidence, as one undo step; nothing is unticked or removed. Evidence of an id that
/// the library has takes the text of the file.
[[nodiscard]] domain::Result<domain::Edit> planTicksEdit(const domain::EditContext& context, const std::vector<PlanTick>& ticks);

} // namespace waymark::exchange
