// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/CleanText.h>
#include <domain/EditParts.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

Result<Edit> markSkill(const EditContext& context, EditKind kind, const QString& skill, Mark mark, bool overLock)
{
    if (const auto known = requireSkill(context, skill); !known) {
        return tl::unexpected(known.error());
    }
    Edit edit = beginEdit(context, kind, skill);
    const std::optional<SkillMark>& present = context.progress.skill(skill).mark;
    if (present && present->mark == mark) {
        return edit;
    }
    SkillMark next { mark, context.now, present ? present->startedAt : 0, overLock || (present && present->overLock) };
    if (mark == Mark::Started && next.startedAt == 0) {
        next.startedAt = context.now;
    }
    swapRecord(edit, context, RecordKey::ofSkill(skill), next);
    return edit;
}

bool isMarked(const EditContext& context, const QString& skill, Mark mark)
{
    const std::optional<SkillMark>& present = context.progress.skill(skill).mark;
    return present && present->mark == mark;
}

Result<void> checkEvidence(const EditContext& context, const QString& skill, const QString& item, const Evidence& evidence)
{
    if (const auto known = requireItem(context, skill, item); !known) {
        return known;
    }
    if (cleanText(evidence.text).trimmed().isEmpty()) {
        return failure(ErrorCode::InvalidText, skill + u'/' + item, u"evidence is empty"_s);
    }
    return requireText(evidence.text, maxEvidenceLength, skill + u'/' + item);
}

/// As a plan's reader will see it: what a reviewer vouches for is then what stands here.
Evidence dated(const EditContext& context, const Evidence& evidence)
{
    return { evidence.kind, cleanText(evidence.text), context.now };
}

} // namespace

Result<Edit> startSkill(const EditContext& context, const QString& skill, bool overLock)
{
    return markSkill(context, EditKind::StartSkill, skill, Mark::Started, overLock);
}

bool canStartSkill(const EditContext& context, const QString& skill)
{
    return context.roadmap.find(skill) != nullptr && !isMarked(context, skill, Mark::Started);
}

Result<Edit> finishSkill(const EditContext& context, const QString& skill)
{
    return markSkill(context, EditKind::FinishSkill, skill, Mark::Done, false);
}

bool canFinishSkill(const EditContext& context, const QString& skill)
{
    return context.roadmap.find(skill) != nullptr && !isMarked(context, skill, Mark::Done);
}

Result<Edit> skipSkill(const EditContext& context, const QString& skill)
{
    return markSkill(context, EditKind::SkipSkill, skill, Mark::Skipped, false);
}

bool canSkipSkill(const EditContext& context, const QString& skill)
{
    return context.roadmap.find(skill) != nullptr && !isMarked(context, skill, Mark::Skipped);
}

Result<Edit> resetSkill(const EditContext& context, const QString& skill)
{
    const bool recorded = context.progress.skills().contains(skill);
    if (const auto known = requireSkill(context, skill); !known && !recorded) {
        return tl::unexpected(known.error());
    }
    Edit edit = beginEdit(context, EditKind::ResetSkill, skill);
    swapRecord(edit, context, RecordKey::ofSkill(skill), std::nullopt);
    const SkillProgress& of = context.progress.skill(skill);
    for (auto item = of.items.cbegin(); item != of.items.cend(); ++item) {
        swapRecord(edit, context, RecordKey::ofItem(skill, item.key()), std::nullopt);
    }
    return edit;
}

bool canResetSkill(const EditContext& context, const QString& skill)
{
    const SkillProgress& of = context.progress.skill(skill);
    return of.mark || std::any_of(of.items.cbegin(), of.items.cend(), [](const ItemProgress& item) { return item.mark.has_value(); });
}

Result<Edit> checkItem(const EditContext& context, const QString& skill, const QString& item, const std::optional<Evidence>& evidence)
{
    if (const auto known = requireItem(context, skill, item); !known) {
        return tl::unexpected(known.error());
    }
    if (evidence) {
        if (const auto fits = checkEvidence(context, skill, item, *evidence); !fits) {
            return tl::unexpected(fits.error());
        }
    }
    Edit edit = beginEdit(context, EditKind::CheckItem, skill);
    if (!context.progress.skill(skill).isItemDone(item)) {
        swapRecord(edit, context, RecordKey::ofItem(skill, item), ItemMark { context.now });
        if (!context.progress.skill(skill).mark) {
            swapRecord(edit, context, RecordKey::ofSkill(skill), SkillMark { Mark::Started, context.now, context.now, false });
        }
    }
    if (evidence) {
        swapRecord(edit, context, RecordKey::ofEvidence(skill, item, context.id), dated(context, *evidence));
    }
    return edit;
}

bool canCheckItem(const EditContext& context, const QString& skill, const QString& item)
{
    return requireItem(context, skill, item).has_value() && !context.progress.skill(skill).isItemDone(item);
}

Result<Edit> uncheckItem(const EditContext& context, const QString& skill, const QString& item)
{
    if (const auto known = requireItem(context, skill, item); !known) {
        return tl::unexpected(known.error());
    }
    Edit edit = beginEdit(context, EditKind::UncheckItem, skill);
    swapRecord(edit, context, RecordKey::ofItem(skill, item), std::nullopt);
    return edit;
}

bool canUncheckItem(const EditContext& context, const QString& skill, const QString& item)
{
    return context.progress.skill(skill).isItemDone(item);
}

Result<Edit> addEvidence(const EditContext& context, const QString& skill, const QString& item, const Evidence& evidence)
{
    if (const auto fits = checkEvidence(context, skill, item, evidence); !fits) {
        return tl::unexpected(fits.error());
    }
    Edit edit = beginEdit(context, EditKind::AddEvidence, skill);
    swapRecord(edit, context, RecordKey::ofEvidence(skill, item, context.id), dated(context, evidence));
    return edit;
}

Result<Edit> changeEvidence(
    const EditContext& context, const QString& skill, const QString& item, const QString& id, const Evidence& evidence)
{
    const RecordKey key = RecordKey::ofEvidence(skill, item, id);
    const std::optional<Record> present = context.progress.record(key);
    if (!present) {
        return failure(ErrorCode::UnknownEvidence, skill + u'/' + item, id);
    }
    if (const auto fits = checkEvidence(context, skill, item, evidence); !fits) {
        return tl::unexpected(fits.error());
    }
    Edit edit = beginEdit(context, EditKind::ChangeEvidence, skill);
    const Evidence& old = std::get<Evidence>(*present);
    if (old.kind != evidence.kind || cleanText(old.text) != cleanText(evidence.text)) {
        swapRecord(edit, context, key, dated(context, evidence));
    }
    return edit;
}

Result<Edit> removeEvidence(const EditContext& context, const QString& skill, const QString& item, const QString& id)
{
    const RecordKey key = RecordKey::ofEvidence(skill, item, id);
    if (!context.progress.record(key)) {
        return failure(ErrorCode::UnknownEvidence, skill + u'/' + item, id);
    }
    Edit edit = beginEdit(context, EditKind::RemoveEvidence, skill);
    swapRecord(edit, context, key, std::nullopt);
    return edit;
}

Result<Edit> writeNote(const EditContext& context, const QString& skill, const QString& text)
{
    if (const auto known = requireSkill(context, skill); !known) {
        return tl::unexpected(known.error());
    }
    if (const auto fits = requireText(text, maxNoteLength, skill); !fits) {
        return tl::unexpected(fits.error());
    }
    Edit edit = beginEdit(context, EditKind::WriteNote, skill);
    const std::optional<Note>& present = context.progress.skill(skill).note;
    if (text.trimmed().isEmpty()) {
        swapRecord(edit, context, RecordKey::ofNote(skill), std::nullopt);
    } else if (!present || present->text != text) {
        swapRecord(edit, context, RecordKey::ofNote(skill), Note { text, present && present->shared, context.now });
    }
    return edit;
}

Result<Edit> shareNote(const EditContext& context, const QString& skill, bool shared)
{
    if (const auto known = requireSkill(context, skill); !known) {
        return tl::unexpected(known.error());
    }
    Edit edit = beginEdit(context, EditKind::ShareNote, skill);
    if (const std::optional<Note>& present = context.progress.skill(skill).note; present) {
        swapRecord(edit, context, RecordKey::ofNote(skill), Note { present->text, shared, present->at });
    }
    return edit;
}

} // namespace waymark::domain
