// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/LearningFields.h>
#include <domain/MentorFields.h>
#include <domain/MergeFields.h>
#include <domain/Records.h>
#include <domain/SkillFields.h>
#include <domain/StudyFields.h>

namespace waymark::domain {

/// The fields of each kind of record, once for the journal and for the tables: `visit(name, field)` is called with the name that a field
/// has in JSON, in the order of its columns. Who reads gives a record that is not const.

/// A record of a kind with the values that its fields begin with.
[[nodiscard]] Record emptyRecord(RecordKind kind);

} // namespace waymark::domain
