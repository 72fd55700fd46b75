// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/ReviewWords.h>

#include <ui/words/Isolated.h>

#include <domain/PersonNames.h>
#include <exchange/ReviewLimits.h>
#include <exchange/SigningKey.h>

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::Decision;
using domain::SignatureState;
using exchange::CommentKind;
using exchange::ReviewEntry;
using session::ReviewGap;

namespace {

QString day(qint64 at, const QTimeZone& zone)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at, zone).date(), QLocale::LongFormat);
}

QString itemText(const domain::Roadmap& roadmap, const QString& skillId, const QString& item)
{
    const domain::Skill* skill = roadmap.find(skillId);
    if (skill == nullptr) {
        return item;
    }
    const auto found = std::ranges::find_if(skill->checklist, [&item](const domain::ChecklistItem& each) { return each.id == item; });
    return found == skill->checklist.end() ? item : found->text;
}

} // namespace

QString ReviewWords::decision(Decision decision)
{
    switch (decision) {
    case Decision::Approve:
        return tr("Approved");
    case Decision::ApproveWithNotes:
        return tr("Approved with notes");
    case Decision::RequestChanges:
        return tr("Changes requested");
    case Decision::Reject:
        return tr("Rejected");
    }
    return {};
}

QString ReviewWords::deciding(Decision decision)
{
    switch (decision) {
    case Decision::Approve:
        return tr("Approve");
    case Decision::ApproveWithNotes:
        return tr("Approve with notes");
    case Decision::RequestChanges:
        return tr("Request changes");
    case Decision::Reject:
        return tr("Reject");
    }
    return {};
}

QString ReviewWords::comment(CommentKind kind)
{
    switch (kind) {
    case CommentKind::Blocker:
        return tr("Blocker");
    case CommentKind::Improvement:
        return tr("Improvement");
    case CommentKind::Praise:
        return tr("Praise");
    }
    return {};
}

QString ReviewWords::role(domain::ReviewerRole role)
{
    return role == domain::ReviewerRole::Mentor ? tr("Mentor") : tr("Fellow learner");
}

QString ReviewWords::standing(learning::Standing standing)
{
    switch (standing) {
    case learning::Standing::Self:
        return tr("Own word");
    case learning::Standing::Test:
        return tr("Tests");
    case learning::Standing::Peer:
        return tr("Fellow learner");
    case learning::Standing::Mentor:
        return tr("Mentor");
    }
    return {};
}

QString ReviewWords::signature(SignatureState state, const QString& reviewer, const QString& keyOwner)
{
    switch (state) {
    case SignatureState::Verified:
        return tr("Signature verified: it was made with the key that you know as %1's.").arg(isolated(reviewer));
    case SignatureState::Unknown:
        return keyOwner.isEmpty()
            ? tr("Signed with a key that is new to you. Compare its words with %1 before you rely on it.").arg(isolated(reviewer))
            : tr("Signed with a key that you know under another name than %1.").arg(isolated(reviewer));
    case SignatureState::None:
        return tr("Not signed: anyone could have written this under the name %1.").arg(isolated(reviewer));
    case SignatureState::Bad:
        return tr("Bad signature: this is not what %1 signed.").arg(isolated(reviewer));
    }
    return {};
}

QString ReviewWords::fingerprint(const QString& fingerprint)
{
    return exchange::fingerprintWords(fingerprint).join(u' ');
}

QString ReviewWords::signOff(const learning::Vouching& vouching, const QMap<QString, domain::PinnedKey>& keys, const QTimeZone& zone)
{
    if (!vouching.signOff) {
        return {};
    }
    const domain::SignOff& signOff = *vouching.signOff;
    const QString who = tr("%1 by %2 (%3) on %4.", "a decision, a name, a role, a date")
                            .arg(decision(signOff.decision), isolated(signOff.reviewer), role(signOff.role), day(signOff.created, zone));
    if (vouching.isVoid) {
        return tr("%1 It no longer holds: %n piece(s) of evidence that were looked at have changed or are gone.", nullptr,
            static_cast<int>(vouching.changed.size()))
            .arg(who);
    }
    switch (learning::signatureNow(signOff, keys)) {
    case SignatureState::Verified:
        return tr("%1 Signature verified.").arg(who);
    case SignatureState::Unknown:
        return keys.contains(signOff.fingerprint) && !domain::isSameName(keys[signOff.fingerprint].name, signOff.reviewer)
            ? tr("%1 Signed with a key that you know under another name.").arg(who)
            : tr("%1 Signed with a key that is new to you.").arg(who);
    default:
        return tr("%1 Not signed.").arg(who);
    }
}

QString ReviewWords::noBadge(const learning::Vouching& vouching)
{
    if (vouching.isApproved()) {
        return {};
    }
    if (vouching.isVoid) {
        return tr("For a badge the approval has to hold: ask the mentor to look at the changed evidence.");
    }
    return vouching.signOff ? tr("For a badge the latest decision has to be an approval.")
                            : tr("For a badge a mentor has to approve the skill.");
}

QStringList ReviewWords::changedEvidence(const std::vector<learning::ChangedEvidence>& changed, const domain::Skill& skill)
{
    QStringList lines;
    int gone = 0;
    for (const learning::ChangedEvidence& each : changed) {
        const auto item = std::ranges::find(skill.checklist, each.item, &domain::ChecklistItem::id);
        if (each.item.isEmpty()) {
            ++gone;
        } else {
            lines.append(tr("Changed: the evidence for \"%1\".").arg(isolated(item == skill.checklist.end() ? each.item : item->text)));
        }
    }
    lines.removeDuplicates();
    if (gone > 0) {
        lines.append(tr("Gone: %n piece(s) of evidence.", nullptr, gone));
    }
    return lines;
}

QString ReviewWords::entry(const ReviewEntry& entry, const domain::Roadmap& roadmap)
{
    if (entry.kind == ReviewEntry::Kind::Overall) {
        return entry.decision ? tr("The plan as a whole: %1").arg(decision(*entry.decision)) : tr("The plan as a whole");
    }
    if (entry.kind == ReviewEntry::Kind::Decision) {
        return tr("%1: %2", "a skill and what was decided about it").arg(isolated(roadmap.titleOf(entry.skill)), decision(*entry.decision));
    }
    if (entry.skill.isEmpty()) {
        return tr("%1 on the plan as a whole").arg(comment(entry.comment));
    }
    const QString what
        = tr("%1 on %2", "a kind of comment and a skill").arg(comment(entry.comment), isolated(roadmap.titleOf(entry.skill)));
    return entry.item.isEmpty()
        ? what
        : tr("%1, \"%2\"", "a comment on a skill, a line of its checklist").arg(what, isolated(itemText(roadmap, entry.skill, entry.item)));
}

QString ReviewWords::line(const ReviewEntry& entry, const domain::Roadmap& roadmap)
{
    return entry.item.isEmpty() ? QString()
                                : tr("On the line \"%1\"", "of a checklist").arg(isolated(itemText(roadmap, entry.skill, entry.item)));
}

QString ReviewWords::answer(const ReviewEntry& entry)
{
    if (entry.isClosedByReviewer) {
        return tr("Closed by the reviewer");
    }
    if (!entry.answer) {
        return tr("Waiting for you");
    }
    switch (entry.answer->kind) {
    case domain::ReviewAnswer::Kind::Accepted:
        return entry.isOpen() ? tr("To work on") : entry.kind == ReviewEntry::Kind::Decision ? tr("Accepted") : tr("Read", "a comment");
    case domain::ReviewAnswer::Kind::Rejected:
        return tr("Not accepted");
    case domain::ReviewAnswer::Kind::Resolved:
        return tr("Dealt with");
    }
    return {};
}

QString ReviewWords::tooLong(const ReviewGap& gap, const QString& title)
{
    constexpr int most = exchange::limits::commentBytes / exchange::limits::kibibyte;
    if (gap.comment.isEmpty() && gap.skill.isEmpty()) {
        return tr("The overall word is too long: a text may have %1 KiB.").arg(most);
    }
    if (gap.comment.isEmpty()) {
        return tr("%1: the text of the decision is too long: it may have %2 KiB.").arg(isolated(title)).arg(most);
    }
    return gap.skill.isEmpty() ? tr("A comment is too long: it may have %1 KiB.").arg(most)
                               : tr("%1: a comment is too long: it may have %2 KiB.").arg(isolated(title)).arg(most);
}

QString ReviewWords::gap(const ReviewGap& gap, const exchange::PlanDocument& plan)
{
    const auto found = std::ranges::find_if(plan.skills, [&gap](const exchange::PlanSkill& skill) { return skill.id == gap.skill; });
    const QString title = found == plan.skills.end() ? gap.skill : found->title;
    switch (gap.kind) {
    case ReviewGap::Kind::NoName:
        return tr("Your name is missing: the learner should know who answers.");
    case ReviewGap::Kind::LongName:
        return tr("Your name is too long: a review takes %n character(s).", nullptr, exchange::limits::reviewerCharacters);
    case ReviewGap::Kind::NoReason:
        return tr("%1: say what should change, in the decision or in a comment.").arg(isolated(title));
    case ReviewGap::Kind::EmptyComment:
        return title.isEmpty() ? tr("A comment has no text. Write it or remove it.")
                               : tr("%1: a comment has no text. Write it or remove it.").arg(isolated(title));
    case ReviewGap::Kind::Nothing:
        return tr("Nothing is said yet: decide about a skill, comment on one, or write an overall word.");
    case ReviewGap::Kind::TooLong:
        return tooLong(gap, title);
    case ReviewGap::Kind::TooMany:
        return gap.skill.isEmpty()
            ? tr("These are too many comments: a review takes %n.", nullptr, exchange::limits::reviewComments)
            : tr("%1: this skill has more evidence than a review can vouch for. Take the decision back.").arg(isolated(title));
    }
    return {};
}

QString ReviewWords::tooLong(const QString& text, qint64 bytes)
{
    const qint64 over = text.toUtf8().size() - bytes;
    return over <= 0 ? QString() : tr("Too long for a review by about %n character(s): shorten it.", nullptr, static_cast<int>(over));
}

QString ReviewWords::reviewer(const QString& name)
{
    return name.isEmpty() ? tr("A reviewer without a name") : name;
}

QString ReviewWords::signatureWord(SignatureState state)
{
    switch (state) {
    case SignatureState::Verified:
        return tr("Verified", "a signature");
    case SignatureState::Unknown:
        return tr("New key", "a signature");
    case SignatureState::None:
        return tr("Not signed");
    case SignatureState::Bad:
        return tr("Bad signature");
    }
    return {};
}

QString ReviewWords::open(int entries)
{
    return entries == 0 ? tr("Nothing open", "entries of a review") : tr("%n open", "entries of a review", entries);
}

QString ReviewWords::event(const exchange::PlanEvent& event, const domain::Roadmap& roadmap)
{
    return tr("%1: %2", "a skill and what happened to it").arg(isolated(roadmap.titleOf(event.skill)), happened(event));
}

QString ReviewWords::happened(const exchange::PlanEvent& event)
{
    QStringList parts;
    if (event.begun) {
        parts.append(tr("begun", "a skill"));
    }
    if (!event.items.isEmpty()) {
        parts.append(tr("%n item(s) ticked", nullptr, static_cast<int>(event.items.size())));
    }
    if (!event.evidence.isEmpty()) {
        parts.append(tr("%n piece(s) of evidence", nullptr, static_cast<int>(event.evidence.size())));
    }
    if (event.finished) {
        parts.append(tr("finished", "a skill"));
    }
    return parts.isEmpty() ? tr("changed", "a skill") : parts.join(tr(", ", "between parts of a list"));
}

QString ReviewWords::accepting(const domain::Edit& edit, bool holds)
{
    const auto changes = [&edit](domain::RecordKind kind) {
        return static_cast<int>(
            std::ranges::count_if(edit.changes, [kind](const domain::RecordChange& change) { return change.key.kind == kind; }));
    };
    const auto signOff = std::ranges::find_if(
        edit.changes, [](const domain::RecordChange& change) { return change.key.kind == domain::RecordKind::SignOff && change.after; });
    if (signOff == edit.changes.end()) {
        return {};
    }
    if (domain::approves(std::get<domain::SignOff>(*signOff->after).decision)) {
        return holds ? tr("Accepting it signs the skill off.")
                     : tr("Accepting it does not sign the skill off: evidence that was looked at has changed or is gone.");
    }
    const int unticked = changes(domain::RecordKind::ItemMark);
    const bool isReopened = changes(domain::RecordKind::SkillMark) > 0;
    if (unticked == 0) {
        return isReopened ? tr("Accepting it takes the skill up again; no line of its checklist is unticked.")
                          : tr("Accepting it keeps it with the skill; no line of its checklist is unticked.");
    }
    return isReopened ? tr("Accepting it unticks %n line(s) of the checklist and takes the skill up again.", nullptr, unticked)
                      : tr("Accepting it unticks %n line(s) of the checklist.", nullptr, unticked);
}

QString ReviewWords::contents(const exchange::ReviewDocument& review)
{
    return tr("%1, %2", "decisions, comments")
        .arg(tr("%n decision(s)", nullptr, static_cast<int>(review.decisions.size())),
            tr("%n comment(s)", nullptr, static_cast<int>(review.comments.size())));
}

QString ReviewWords::answered(const QStringList& reviewers, int open)
{
    QStringList names = reviewers;
    names.removeDuplicates();
    if (names.size() == 1) {
        return tr("%1 answered: %n to look at", "a person", open).arg(isolated(reviewer(names.front())));
    }
    return tr("%1 reviewers answered: %n to look at", nullptr, open).arg(QLocale().toString(names.size()));
}

QStringList ReviewWords::cautions(const exchange::ReviewArrival& arrival, const QString& reviewer)
{
    QStringList sentences;
    if (arrival.hasOtherKey) {
        sentences.append(
            tr("You know %1 with another key. Ask whether the key has changed before you rely on this one.").arg(isolated(reviewer)));
    }
    if (!arrival.keyOwner.isEmpty()) {
        sentences.append(tr("You know this key as that of %2. Ask %1 before you rely on it.", "the reviewer, whose key it is")
                             .arg(isolated(reviewer), isolated(ReviewWords::reviewer(arrival.keyOwner))));
    }
    if (arrival.isFromFuture) {
        sentences.append(tr("Its time lies in the future: the clock of one of the two computers is wrong."));
    }
    if (arrival.isOlderRevision) {
        sentences.append(tr("It answers an earlier state of your plan. What you did since is shown beside it."));
    }
    if (!arrival.unknownSkills.isEmpty()) {
        sentences.append(
            tr("It speaks of %n skill(s) that your course does not have.", nullptr, static_cast<int>(arrival.unknownSkills.size())));
    }
    return sentences;
}

} // namespace waymark::ui
