// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/SkillRecords.h>
#include <domain/RecordOf.h>

namespace waymark::domain {

/// The fields of the records in SkillRecords.h, as RecordFields.h says.

template <RecordOf<SkillMark> R, class Visit> void visitFields(R& mark, Visit&& visit)
{
    visit("mark", mark.mark);
    visit("at", mark.at);
    visit("startedAt", mark.startedAt);
    visit("overLock", mark.overLock);
}

template <RecordOf<ItemMark> R, class Visit> void visitFields(R& mark, Visit&& visit)
{
    visit("at", mark.at);
}

template <RecordOf<Evidence> R, class Visit> void visitFields(R& proof, Visit&& visit)
{
    visit("kind", proof.kind);
    visit("text", proof.text);
    visit("at", proof.at);
}

template <RecordOf<Note> R, class Visit> void visitFields(R& note, Visit&& visit)
{
    visit("text", note.text);
    visit("shared", note.shared);
    visit("at", note.at);
}

} // namespace waymark::domain
