// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Edits.h>

namespace waymark::domain {

/// What the functions of Edits.h are put together from.

[[nodiscard]] Edit beginEdit(const EditContext& context, EditKind kind, const QString& subject);

/// Adds the swap of one record, unless it would change nothing.
void swapRecord(Edit& edit, const EditContext& context, const RecordKey& key, const std::optional<Record>& after);

/// UnknownSkill where it is neither skill nor project of the course.
[[nodiscard]] Result<const Skill*> requireSkill(const EditContext& context, const QString& skill);

/// UnknownSkill, or UnknownItem where its checklist does not have the item.
[[nodiscard]] Result<void> requireItem(const EditContext& context, const QString& skill, const QString& item);

/// InvalidText where the text is longer than `longest` UTF-16 code units or holds a NUL.
[[nodiscard]] Result<void> requireText(const QString& text, qsizetype longest, const QString& subject);

/// InvalidText where the text holds a control character, or one of those that turn the direction of what stands around them.
[[nodiscard]] Result<void> requireNoControls(const QString& text, const QString& subject);

} // namespace waymark::domain
