// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/Vouching.h>

#include <domain/Wording.h>

namespace waymark::learning {

namespace {

constexpr std::array standingWords { "self", "test", "peer", "mentor" };

struct Proof
{
    QString item;
    QString id;
};

/// The evidence of a skill by its hash.
QMultiHash<QString, Proof> evidenceOf(const domain::SkillProgress& progress)
{
    QMultiHash<QString, Proof> evidence;
    for (auto item = progress.items.cbegin(); item != progress.items.cend(); ++item) {
        for (auto proof = item->evidence.cbegin(); proof != item->evidence.cend(); ++proof) {
            evidence.insert(domain::hashOf(*proof), { item.key(), proof.key() });
        }
    }
    return evidence;
}

std::vector<ChangedEvidence> changedSince(const domain::SignOff& signOff, const domain::SkillProgress& progress)
{
    const QMultiHash<QString, Proof> evidence = evidenceOf(progress);
    std::vector<ChangedEvidence> changed;
    for (const QString& hash : signOff.seen) {
        if (!evidence.contains(hash)) {
            changed.push_back({ {}, {}, hash });
        }
    }
    return changed;
}

std::optional<Standing> ownStanding(SkillState state)
{
    switch (state) {
    case SkillState::Practised:
        return Standing::Self;
    case SkillState::Mastered:
    case SkillState::Fading:
        return Standing::Test;
    default:
        return std::nullopt;
    }
}

bool isLater(const domain::SignOff& one, const domain::SignOff& other)
{
    return std::tie(one.created, one.at) > std::tie(other.created, other.at);
}

} // namespace

QString toString(Standing standing)
{
    return domain::wordOf(standingWords, standing);
}

std::optional<Standing> standingFrom(const QString& word)
{
    return domain::valueOf<Standing>(standingWords, word);
}

Vouching vouchingOf(const domain::SkillProgress& progress, SkillState state)
{
    Vouching vouching;
    vouching.standing = ownStanding(state);
    for (auto signOff = progress.signOffs.cbegin(); signOff != progress.signOffs.cend(); ++signOff) {
        if (!vouching.signOff || isLater(*signOff, *vouching.signOff)) {
            vouching.signOff = *signOff;
            vouching.review = signOff.key();
        }
    }
    if (vouching.signOff && domain::approves(vouching.signOff->decision)) {
        vouching.changed = changedSince(*vouching.signOff, progress);
        vouching.isVoid = !vouching.changed.empty();
        if (!vouching.isVoid) {
            vouching.standing = vouching.signOff->role == domain::ReviewerRole::Mentor ? Standing::Mentor : Standing::Peer;
        }
    }
    return vouching;
}

bool isSubmitted(const domain::SkillProgress& progress, SkillState state)
{
    if (!ownStanding(state)) {
        return false;
    }
    const Vouching vouching = vouchingOf(progress, state);
    if (!vouching.signOff) {
        return true;
    }
    if (domain::approves(vouching.signOff->decision)) {
        return vouching.isVoid;
    }
    QStringList evidence = evidenceOf(progress).keys();
    evidence.sort();
    return evidence != vouching.signOff->seen;
}

} // namespace waymark::learning
