// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/ReviewWords.h>

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

QString titleOf(const domain::Roadmap& roadmap, const QString& id)
{
    const domain::Skill* skill = roadmap.find(id);
    return skill == nullptr ? id : skill->title;
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

QString ReviewWords::signature(SignatureState state, const QString& reviewer)
{
    switch (state) {
    case SignatureState::Verified:
        return tr("Signature verified: it was made with the key that you know as %1's.").arg(reviewer);
    case SignatureState::Unknown:
        return tr("Signed with a key that is new to you. Compare its words with %1 before you rely on it.").arg(reviewer);
    case SignatureState::None:
        return tr("Not signed: anyone could have written this under the name %1.").arg(reviewer);
    case SignatureState::Bad:
        return tr("Bad signature: this is not what %1 signed.").arg(reviewer);
    }
    return {};
}

QString ReviewWords::fingerprint(const QString& fingerprint)
{
    return exchange::fingerprintWords(fingerprint).join(u' ');
}

QString ReviewWords::signOff(const learning::Vouching& vouching, const QTimeZone& zone)
{
    if (!vouching.signOff) {
        return {};
    }
    const domain::SignOff& signOff = *vouching.signOff;
    const QString who = tr("%1 by %2 (%3) on %4.", "a decision, a name, a role, a date")
                            .arg(decision(signOff.decision), signOff.reviewer, role(signOff.role), day(signOff.created, zone));
    if (vouching.isVoid) {
        return tr("%1 It no longer holds: %n piece(s) of evidence that were looked at have changed or are gone.", nullptr,
            static_cast<int>(vouching.changed.size()))
            .arg(who);
    }
    switch (signOff.signature) {
    case SignatureState::Verified:
        return tr("%1 Signature verified.").arg(who);
    case SignatureState::Unknown:
        return tr("%1 Signed with a key that was new to you.").arg(who);
    default:
        return tr("%1 Not signed.").arg(who);
    }
}

QString ReviewWords::entry(const ReviewEntry& entry, const domain::Roadmap& roadmap)
{
    if (entry.kind == ReviewEntry::Kind::Overall) {
        return entry.decision ? tr("The plan as a whole: %1").arg(decision(*entry.decision)) : tr("The plan as a whole");
    }
    if (entry.kind == ReviewEntry::Kind::Decision) {
        return tr("%1: %2", "a skill and what was decided about it").arg(titleOf(roadmap, entry.skill), decision(*entry.decision));
    }
    if (entry.skill.isEmpty()) {
        return tr("%1 on the plan as a whole").arg(comment(entry.comment));
    }
    const QString what = tr("%1 on %2", "a kind of comment and a skill").arg(comment(entry.comment), titleOf(roadmap, entry.skill));
    return entry.item.isEmpty()
        ? what
        : tr("%1, \"%2\"", "a comment on a skill, a line of its checklist").arg(what, itemText(roadmap, entry.skill, entry.item));
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
        return entry.isOpen() ? tr("To work on") : tr("Accepted");
    case domain::ReviewAnswer::Kind::Rejected:
        return tr("Not accepted");
    case domain::ReviewAnswer::Kind::Resolved:
        return tr("Dealt with");
    }
    return {};
}

QString ReviewWords::gap(const ReviewGap& gap, const exchange::PlanDocument& plan)
{
    const auto found = std::ranges::find_if(plan.skills, [&gap](const exchange::PlanSkill& skill) { return skill.id == gap.skill; });
    const QString title = found == plan.skills.end() ? gap.skill : found->title;
    switch (gap.kind) {
    case ReviewGap::Kind::NoName:
        return tr("Your name is missing: the learner should know who answers.");
    case ReviewGap::Kind::NoReason:
        return tr("%1: say what should change, in the decision or in a comment.").arg(title);
    case ReviewGap::Kind::EmptyComment:
        return title.isEmpty() ? tr("A comment has no text. Write it or remove it.")
                               : tr("%1: a comment has no text. Write it or remove it.").arg(title);
    case ReviewGap::Kind::Nothing:
        return tr("Nothing is said yet: decide about a skill, comment on one, or write an overall word.");
    }
    return {};
}

QStringList ReviewWords::cautions(const exchange::ReviewArrival& arrival, const QString& reviewer)
{
    QStringList sentences;
    if (arrival.hasOtherKey) {
        sentences.append(tr("You know %1 with another key. Ask whether the key has changed before you rely on this one.").arg(reviewer));
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
