// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/Vouching.h>

#include <domain/PersonNames.h>
#include <domain/Wording.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace waymark::learning {

using domain::ReviewerRole;
using domain::SignOff;
using domain::SkillProgress;

namespace {

constexpr std::array standingWords { "self", "test", "peer", "mentor" };

using SignOffs = QMap<QString, SignOff>;
using SignOffPlace = SignOffs::const_iterator;

/// When a reviewer decided. A date that lies ahead of the acceptance is wrong, and must not outlast what is decided later.
qint64 decidedAt(const SignOff& signOff)
{
    return std::min(signOff.created, signOff.at);
}

/// The newest decision, of one role or of any; the end where there is none.
SignOffPlace newestOf(const SignOffs& all, std::optional<ReviewerRole> role = std::nullopt)
{
    const auto rank = [](SignOffPlace place) { return std::tuple(decidedAt(*place), place->at, place.key()); };
    SignOffPlace newest = all.cend();
    for (auto place = all.cbegin(); place != all.cend(); ++place) {
        const bool counts = !role || place->role == *role;
        if (counts && (newest == all.cend() || rank(newest) < rank(place))) {
            newest = place;
        }
    }
    return newest;
}

/// The decisions that nothing newer has replaced: a mentor's replaces all older ones, a fellow learner's those of fellow learners.
std::vector<const SignOff*> standingDecisions(const SignOffs& all)
{
    const SignOffPlace mentor = newestOf(all, ReviewerRole::Mentor);
    std::vector<const SignOff*> standing;
    if (mentor != all.cend()) {
        standing.push_back(&*mentor);
    }
    const SignOffPlace peer = newestOf(all, ReviewerRole::Peer);
    if (peer != all.cend() && (mentor == all.cend() || peer == newestOf(all))) {
        standing.push_back(&*peer);
    }
    return standing;
}

struct Piece
{
    QString item;
    QString id;
    QString hash;
};

std::vector<Piece> evidenceOf(const SkillProgress& progress)
{
    std::vector<Piece> pieces;
    for (auto item = progress.items.cbegin(); item != progress.items.cend(); ++item) {
        for (auto proof = item->evidence.cbegin(); proof != item->evidence.cend(); ++proof) {
            pieces.push_back({ item.key(), proof.key(), domain::hashOf(*proof) });
        }
    }
    return pieces;
}

/// What the reviewer saw and is there no more. A sign-off names hashes alone, so pieces that it did not see stand for the missing ones as
/// long as there are any; the others are gone.
std::vector<ChangedEvidence> changedSince(const SignOff& signOff, const std::vector<Piece>& pieces)
{
    std::vector<ChangedEvidence> changed;
    for (const QString& hash : signOff.seen) {
        const bool isThere = std::any_of(pieces.begin(), pieces.end(), [&hash](const Piece& piece) { return piece.hash == hash; });
        if (!isThere) {
            changed.push_back({ {}, {}, hash });
        }
    }
    auto place = changed.begin();
    for (const Piece& piece : pieces) {
        if (place == changed.end()) {
            break;
        }
        if (!signOff.seen.contains(piece.hash)) {
            place->item = piece.item;
            place->id = piece.id;
            ++place;
        }
    }
    return changed;
}

bool holds(const SignOff& signOff, const std::vector<Piece>& pieces)
{
    return domain::approves(signOff.decision) && changedSince(signOff, pieces).empty();
}

/// Nothing is changed, gone or added.
bool isAsSeen(const SignOff& signOff, const std::vector<Piece>& pieces)
{
    return changedSince(signOff, pieces).empty()
        && std::all_of(pieces.begin(), pieces.end(), [&signOff](const Piece& piece) { return signOff.seen.contains(piece.hash); });
}

/// The learner's own word or a test; none for a skill that is not finished by work.
std::optional<Standing> ownStanding(SkillState state)
{
    switch (state) {
    case SkillState::Practised:
        return Standing::Self;
    case SkillState::Mastered:
    case SkillState::Fading:
        return Standing::Test;
    case SkillState::Locked:
    case SkillState::Ready:
    case SkillState::Learning:
    case SkillState::Skipped:
    case SkillState::Assumed:
        break;
    }
    return std::nullopt;
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

Vouching vouchingOf(const SkillProgress& progress, SkillState state)
{
    Vouching vouching;
    vouching.standing = ownStanding(state);
    const SignOffPlace newest = newestOf(progress.signOffs);
    if (newest == progress.signOffs.cend()) {
        return vouching;
    }
    const std::vector<Piece> pieces = evidenceOf(progress);
    vouching.signOff = *newest;
    vouching.review = newest.key();
    if (domain::approves(newest->decision)) {
        vouching.changed = changedSince(*newest, pieces);
        vouching.isVoid = !vouching.changed.empty();
    }
    for (const SignOff* decision : standingDecisions(progress.signOffs)) {
        if (vouching.standing && holds(*decision, pieces)) {
            const Standing given = decision->role == ReviewerRole::Mentor ? Standing::Mentor : Standing::Peer;
            vouching.standing = std::max(*vouching.standing, given);
        }
    }
    return vouching;
}

domain::SignatureState signatureNow(const SignOff& signOff, const QMap<QString, domain::PinnedKey>& keys)
{
    using domain::SignatureState;
    const auto key = keys.constFind(signOff.fingerprint);
    if (key != keys.cend() && !domain::isSameName(key->name, signOff.reviewer)) { // another person's key
        return signOff.signature == SignatureState::Verified ? SignatureState::Unknown : signOff.signature;
    }
    if (signOff.signature == SignatureState::Verified) {
        return key == keys.cend() ? SignatureState::Unknown : SignatureState::Verified;
    }
    const bool isCompared = key != keys.cend() && key->confirmed;
    return signOff.signature == SignatureState::Unknown && isCompared ? SignatureState::Verified : signOff.signature;
}

bool isApprovedByMentor(const SkillProgress& progress)
{
    const SignOffPlace newest = newestOf(progress.signOffs, ReviewerRole::Mentor);
    return newest != progress.signOffs.cend() && holds(*newest, evidenceOf(progress));
}

bool isSubmitted(const SkillProgress& progress, SkillState state)
{
    if (!ownStanding(state)) {
        return false;
    }
    const std::vector<const SignOff*> decisions = standingDecisions(progress.signOffs);
    if (decisions.empty()) {
        return true;
    }
    const std::vector<Piece> pieces = evidenceOf(progress);
    const bool isSignedOff
        = std::any_of(decisions.begin(), decisions.end(), [&pieces](const SignOff* each) { return holds(*each, pieces); });
    const bool isSentBack = std::any_of(decisions.begin(), decisions.end(),
        [&pieces](const SignOff* each) { return !domain::approves(each->decision) && isAsSeen(*each, pieces); });
    return !isSignedOff && !isSentBack;
}

} // namespace waymark::learning
