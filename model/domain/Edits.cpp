// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/Edits.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

Edit begin(const EditContext& context, EditKind kind, const QString& subject)
{
    Edit edit;
    edit.id = context.id;
    edit.kind = kind;
    edit.subject = subject;
    edit.at = context.now;
    return edit;
}

/// Adds the swap of one record, unless it would change nothing.
void swap(Edit& edit, const EditContext& context, const RecordKey& key, const std::optional<Record>& after)
{
    std::optional<Record> before = context.progress.record(key);
    if (before != after) {
        edit.changes.push_back({ key, std::move(before), after });
    }
}

Result<const Skill*> require(const EditContext& context, const QString& skill)
{
    const Skill* found = context.roadmap.find(skill);
    if (found == nullptr) {
        return failure(ErrorCode::UnknownSkill, skill);
    }
    return found;
}

Result<void> requireItem(const EditContext& context, const QString& skill, const QString& item)
{
    const Result<const Skill*> found = require(context, skill);
    if (!found) {
        return tl::unexpected(found.error());
    }
    const auto& checklist = (*found)->checklist;
    const bool known = std::any_of(checklist.begin(), checklist.end(), [&item](const ChecklistItem& each) { return each.id == item; });
    if (!known) {
        return failure(ErrorCode::UnknownItem, skill + u'/' + item);
    }
    return {};
}

Result<Edit> markSkill(const EditContext& context, EditKind kind, const QString& skill, Mark mark, bool overLock)
{
    if (const auto known = require(context, skill); !known) {
        return tl::unexpected(known.error());
    }
    Edit edit = begin(context, kind, skill);
    const std::optional<SkillMark>& present = context.progress.skill(skill).mark;
    if (present && present->mark == mark) {
        return edit;
    }
    SkillMark next { mark, context.now, present ? present->startedAt : 0, overLock || (present && present->overLock) };
    if (mark == Mark::Started && next.startedAt == 0) {
        next.startedAt = context.now;
    }
    swap(edit, context, RecordKey::ofSkill(skill), next);
    return edit;
}

bool isMarked(const EditContext& context, const QString& skill, Mark mark)
{
    const std::optional<SkillMark>& present = context.progress.skill(skill).mark;
    return present && present->mark == mark;
}

Result<void> checkText(const QString& text, int longest, const QString& subject)
{
    if (text.size() > longest) {
        return failure(ErrorCode::InvalidText, subject, u"longer than %1 characters"_s.arg(longest));
    }
    if (text.contains(QChar(u'\0'))) {
        return failure(ErrorCode::InvalidText, subject, u"contains a NUL character"_s);
    }
    return {};
}

Result<void> checkEvidence(const EditContext& context, const QString& skill, const QString& item, const Evidence& evidence)
{
    if (const auto known = requireItem(context, skill, item); !known) {
        return known;
    }
    if (evidence.text.trimmed().isEmpty()) {
        return failure(ErrorCode::InvalidText, skill + u'/' + item, u"evidence is empty"_s);
    }
    return checkText(evidence.text, maxEvidenceLength, skill + u'/' + item);
}

Evidence dated(const EditContext& context, Evidence evidence)
{
    evidence.at = context.now;
    return evidence;
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
    if (const auto known = require(context, skill); !known && !recorded) {
        return tl::unexpected(known.error());
    }
    Edit edit = begin(context, EditKind::ResetSkill, skill);
    swap(edit, context, RecordKey::ofSkill(skill), std::nullopt);
    const SkillProgress& of = context.progress.skill(skill);
    for (auto item = of.items.cbegin(); item != of.items.cend(); ++item) {
        swap(edit, context, RecordKey::ofItem(skill, item.key()), std::nullopt);
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
    Edit edit = begin(context, EditKind::CheckItem, skill);
    if (!context.progress.skill(skill).isItemDone(item)) {
        swap(edit, context, RecordKey::ofItem(skill, item), ItemMark { context.now });
        if (!context.progress.skill(skill).mark) {
            swap(edit, context, RecordKey::ofSkill(skill), SkillMark { Mark::Started, context.now, context.now, false });
        }
    }
    if (evidence) {
        swap(edit, context, RecordKey::ofEvidence(skill, item, context.id), dated(context, *evidence));
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
    Edit edit = begin(context, EditKind::UncheckItem, skill);
    swap(edit, context, RecordKey::ofItem(skill, item), std::nullopt);
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
    Edit edit = begin(context, EditKind::AddEvidence, skill);
    swap(edit, context, RecordKey::ofEvidence(skill, item, context.id), dated(context, evidence));
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
    Edit edit = begin(context, EditKind::ChangeEvidence, skill);
    const Evidence& old = std::get<Evidence>(*present);
    if (old.kind != evidence.kind || old.text != evidence.text) {
        swap(edit, context, key, dated(context, evidence));
    }
    return edit;
}

Result<Edit> removeEvidence(const EditContext& context, const QString& skill, const QString& item, const QString& id)
{
    const RecordKey key = RecordKey::ofEvidence(skill, item, id);
    if (!context.progress.record(key)) {
        return failure(ErrorCode::UnknownEvidence, skill + u'/' + item, id);
    }
    Edit edit = begin(context, EditKind::RemoveEvidence, skill);
    swap(edit, context, key, std::nullopt);
    return edit;
}

Result<Edit> writeNote(const EditContext& context, const QString& skill, const QString& text)
{
    if (const auto known = require(context, skill); !known) {
        return tl::unexpected(known.error());
    }
    if (const auto fits = checkText(text, maxNoteLength, skill); !fits) {
        return tl::unexpected(fits.error());
    }
    Edit edit = begin(context, EditKind::WriteNote, skill);
    const std::optional<Note>& present = context.progress.skill(skill).note;
    if (text.trimmed().isEmpty()) {
        swap(edit, context, RecordKey::ofNote(skill), std::nullopt);
    } else if (!present || present->text != text) {
        swap(edit, context, RecordKey::ofNote(skill), Note { text, present && present->shared, context.now });
    }
    return edit;
}

Result<Edit> shareNote(const EditContext& context, const QString& skill, bool shared)
{
    if (const auto known = require(context, skill); !known) {
        return tl::unexpected(known.error());
    }
    Edit edit = begin(context, EditKind::ShareNote, skill);
    if (const std::optional<Note>& present = context.progress.skill(skill).note; present) {
        swap(edit, context, RecordKey::ofNote(skill), Note { present->text, shared, present->at });
    }
    return edit;
}

} // namespace waymark::domain
