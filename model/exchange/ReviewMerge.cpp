// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/ReviewMerge.h>

#include <domain/EditParts.h>
#include <domain/Moves.h>
#include <domain/PersonNames.h>
#include <domain/ReviewEdits.h>
#include <exchange/ReviewSignature.h>
#include <exchange/ReviewWriter.h>
#include <exchange/SigningKey.h>
#include <learning/Vouching.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using domain::Edit;
using domain::EditContext;
using domain::ErrorCode;
using domain::Progress;
using domain::Result;
using domain::ReviewAnswer;
using domain::SignatureState;

namespace {

constexpr qint64 fastestClock = 24LL * 60 * 60 * 1000; // milliseconds that another clock may be ahead

bool knowsAnotherKey(const Progress& progress, const QString& name, const QString& fingerprint)
{
    const auto& keys = progress.keys();
    for (auto key = keys.cbegin(); key != keys.cend(); ++key) {
        if (key.key() != fingerprint && domain::isSameName(key->name, name)) {
            return true;
        }
    }
    return false;
}

QString authorByName(const ReviewDocument& review)
{
    return u"name:"_s + domain::comparableName(review.reviewer.name);
}

/// Who a review is known to be from: its key, or as far as one can tell its name.
QString authorOf(const ReviewDocument& review)
{
    return review.signature ? u"key:"_s + fingerprintOf(review.signature->key) : authorByName(review);
}

/// The key to keep with a review, where there is one and nothing speaks against it.
std::optional<domain::KeyToPin> keyToPin(const Progress& progress, const ReviewDocument& review)
{
    if (!review.signature) {
        return std::nullopt;
    }
    const QString fingerprint = fingerprintOf(review.signature->key);
    if (progress.keys().contains(fingerprint) || knowsAnotherKey(progress, review.reviewer.name, fingerprint)) {
        return std::nullopt;
    }
    domain::PinnedKey key;
    key.name = review.reviewer.name;
    key.key = review.signature->key;
    return domain::KeyToPin { fingerprint, key };
}

domain::ReceivedReview received(const ReviewDocument& review)
{
    domain::ReceivedReview kept;
    kept.json = canonicalReview(review);
    kept.reviewer = review.reviewer.name;
    kept.fingerprint = review.signature ? fingerprintOf(review.signature->key) : QString();
    kept.revision = review.revision;
    kept.created = review.created;
    return kept;
}

QStringList unknownSkills(const EditContext& context, const ReviewDocument& review)
{
    const domain::Moves moves(context.roadmap.course());
    QStringList unknown;
    const auto look = [&](const QString& id) {
        const QString today = moves.skill(id);
        if (!id.isEmpty() && !moves.hasSkill(today) && !context.progress.skills().contains(today)) {
            unknown.append(id);
        }
    };
    for (const ReviewComment& comment : review.comments) {
        look(comment.skill);
    }
    for (const ReviewDecision& decision : review.decisions) {
        look(decision.skill);
    }
    unknown.sort();
    unknown.removeDuplicates();
    return unknown;
}

/// Each word once: two pieces of evidence with the same text are one hash to a form.
QStringList sorted(QStringList words)
{
    words.sort();
    words.removeDuplicates();
    return words;
}

/// Hashes of what the skill shows as evidence now, sorted.
QStringList evidenceNow(const domain::SkillProgress& skill)
{
    QStringList hashes;
    for (const domain::ItemProgress& item : skill.items) {
        for (const domain::Evidence& proof : item.evidence) {
            hashes.append(domain::hashOf(proof));
        }
    }
    return sorted(std::move(hashes));
}

const ReviewDecision* decisionOn(const ReviewDocument& review, const QString& entry)
{
    const auto found = std::ranges::find_if(
        review.decisions, [&entry](const ReviewDecision& decision) { return domain::decisionEntry(decision.skill) == entry; });
    return found == review.decisions.end() ? nullptr : &*found;
}

bool hasEntry(const ReviewDocument& review, const QString& entry)
{
    return entry == domain::overallEntry || decisionOn(review, entry) != nullptr
        || std::ranges::any_of(review.comments, [&entry](const ReviewComment& comment) { return comment.id == entry; });
}

Result<Edit> answered(
    const EditContext& context, const ReviewDocument& review, const QString& entry, std::optional<ReviewAnswer::Kind> kind)
{
    if (!hasEntry(review, entry)) {
        return domain::failure(ErrorCode::UnknownEvidence, entry);
    }
    // Answers move along with the course, reviews do not: the answer to a decision stands under today's id of its skill.
    const ReviewDecision* decision = decisionOn(review, entry);
    const QString place
        = decision == nullptr ? entry : domain::decisionEntry(domain::Moves(context.roadmap.course()).skill(decision->skill));
    return domain::answerReview(context, review.review, place, kind);
}

/// Items of the skill that a blocker of the same review names, today's ids. Those that the course no longer has cannot be unticked.
QStringList blockedItems(const EditContext& context, const ReviewDocument& review, const QString& skill)
{
    const domain::Moves moves(context.roadmap.course());
    QStringList items;
    for (const ReviewComment& comment : review.comments) {
        const auto [today, item] = moves.part(domain::Moves::Part::Item, comment.skill, comment.item);
        const bool isBlocker = comment.kind == CommentKind::Blocker && !comment.resolved && !comment.item.isEmpty();
        const bool isOfCourse = domain::requireItem(context, skill, item).has_value();
        if (isBlocker && today == skill && isOfCourse && context.progress.skill(skill).isItemDone(item)) {
            items.append(item);
        }
    }
    items.removeDuplicates();
    return items;
}

ReviewEntry entryOf(const domain::Moves& moves, const ReviewComment& comment)
{
    ReviewEntry entry;
    entry.id = comment.id;
    entry.kind = ReviewEntry::Kind::Comment;
    if (comment.item.isEmpty()) {
        entry.skill = moves.skill(comment.skill);
    } else {
        std::tie(entry.skill, entry.item) = moves.part(domain::Moves::Part::Item, comment.skill, comment.item);
    }
    entry.comment = comment.kind;
    entry.text = comment.text;
    return entry;
}

ReviewEntry entryOf(const domain::Moves& moves, const Progress& progress, const ReviewDecision& decision)
{
    ReviewEntry entry;
    entry.id = domain::decisionEntry(decision.skill);
    entry.kind = ReviewEntry::Kind::Decision;
    entry.skill = moves.skill(decision.skill);
    entry.decision = decision.decision;
    entry.text = decision.text;
    entry.rubric = decision.rubric;
    entry.isChangedSince = evidenceNow(progress.skill(entry.skill)) != sorted(decision.seen);
    return entry;
}

} // namespace

Result<ReviewArrival> arrivalOf(
    const EditContext& context, const QString& plan, const QString& revision, const ReviewDocument& review, const QString& name)
{
    if (review.plan != plan) {
        return domain::failure(ErrorCode::OtherPlan, name);
    }
    ReviewArrival arrival;
    arrival.signature = signatureIn(context.progress, review);
    if (arrival.signature == SignatureState::Bad) {
        return domain::failure(ErrorCode::BadSignature, name);
    }
    arrival.isThere = context.progress.reviews().contains(review.review);
    arrival.isOlderRevision = review.revision != revision;
    arrival.isFromFuture = isFromFuture(review, context.now);
    arrival.hasOtherKey = hasOtherKey(context.progress, review);
    arrival.keyOwner = keyOwner(context.progress, review);
    arrival.unknownSkills = unknownSkills(context, review);
    Result<Edit> edit = domain::receiveReview(context, review.review, received(review), keyToPin(context.progress, review));
    if (!edit) {
        return tl::unexpected(edit.error());
    }
    arrival.edit = std::move(*edit);
    return arrival;
}

bool isFromFuture(const ReviewDocument& review, qint64 at)
{
    return review.created > at + fastestClock;
}

SignatureState signatureIn(const Progress& progress, const ReviewDocument& review)
{
    if (!review.signature) {
        return signatureOf(review, false);
    }
    const auto key = progress.keys().constFind(fingerprintOf(review.signature->key));
    const bool isKnown = key != progress.keys().cend() && (key->confirmed || key->firstReview != review.review)
        && domain::isSameName(key->name, review.reviewer.name);
    return signatureOf(review, isKnown);
}

bool hasOtherKey(const Progress& progress, const ReviewDocument& review)
{
    return review.signature && knowsAnotherKey(progress, review.reviewer.name, fingerprintOf(review.signature->key));
}

QString keyOwner(const Progress& progress, const ReviewDocument& review)
{
    if (!review.signature) {
        return {};
    }
    const auto key = progress.keys().constFind(fingerprintOf(review.signature->key));
    return key == progress.keys().cend() || domain::isSameName(key->name, review.reviewer.name) ? QString() : key->name;
}

bool ReviewEntry::isOpen() const
{
    if (isClosedByReviewer) {
        return false;
    }
    const bool isWork = kind == Kind::Comment && comment != CommentKind::Praise;
    return !answer || (isWork && answer->kind == ReviewAnswer::Kind::Accepted);
}

void ClosedThreads::add(const ReviewDocument& review, qint64 at)
{
    for (const ReviewComment& comment : review.comments) {
        if (!comment.resolved) {
            continue;
        }
        for (const QString& author : { authorOf(review), authorByName(review) }) {
            qint64& newest = m_newest[{ author, comment.id }];
            newest = std::max(newest, std::min(review.created, at));
        }
    }
}

bool ClosedThreads::contains(const ReviewDocument& review, qint64 at, const QString& comment) const
{
    const auto closing = m_newest.constFind({ authorOf(review), comment });
    return closing != m_newest.cend() && *closing >= std::min(review.created, at);
}

std::vector<ReviewEntry> entriesOf(
    const domain::Roadmap& roadmap, const Progress& progress, const ReviewDocument& review, const ClosedThreads& closed)
{
    const domain::Moves moves(roadmap.course());
    const qint64 arrived = progress.reviews().value(review.review).at;
    std::vector<ReviewEntry> entries;
    if (review.overall.decision || !review.overall.text.isEmpty()) {
        ReviewEntry overall;
        overall.id = domain::overallEntry;
        overall.kind = ReviewEntry::Kind::Overall;
        overall.decision = review.overall.decision;
        overall.text = review.overall.text;
        entries.push_back(overall);
    }
    for (const ReviewDecision& decision : review.decisions) {
        entries.push_back(entryOf(moves, progress, decision));
    }
    for (const ReviewComment& comment : review.comments) {
        if (!comment.resolved) {
            entries.push_back(entryOf(moves, comment));
            entries.back().isClosedByReviewer = closed.contains(review, arrived, comment.id);
        }
    }
    const QMap<QString, ReviewAnswer> answers = progress.answersTo(review.review);
    for (ReviewEntry& entry : entries) {
        const QString place = entry.kind == ReviewEntry::Kind::Decision ? domain::decisionEntry(entry.skill) : entry.id;
        if (const auto answer = answers.constFind(place); answer != answers.cend()) {
            entry.answer = *answer;
        }
    }
    return entries;
}

Result<Edit> acceptEntry(const EditContext& context, const ReviewDocument& review, const QString& entry)
{
    const ReviewDecision* decision = decisionOn(review, entry);
    if (decision == nullptr) {
        return answered(context, review, entry, ReviewAnswer::Kind::Accepted);
    }
    const QString skill = domain::Moves(context.roadmap.course()).skill(decision->skill);
    domain::SignOff signOff;
    signOff.decision = decision->decision;
    signOff.role = review.reviewer.role;
    signOff.reviewer = review.reviewer.name;
    signOff.fingerprint = review.signature ? fingerprintOf(review.signature->key) : QString();
    signOff.signature = signatureIn(context.progress, review);
    signOff.created = review.created;
    signOff.seen = decision->seen;
    return domain::acceptDecision(context, review.review, skill, signOff, blockedItems(context, review, skill));
}

Result<Edit> rejectEntry(const EditContext& context, const ReviewDocument& review, const QString& entry)
{
    return answered(context, review, entry, ReviewAnswer::Kind::Rejected);
}

Result<Edit> resolveEntry(const EditContext& context, const ReviewDocument& review, const QString& entry)
{
    return answered(context, review, entry, ReviewAnswer::Kind::Resolved);
}

Result<Edit> reopenEntry(const EditContext& context, const ReviewDocument& review, const QString& entry)
{
    return answered(context, review, entry, std::nullopt);
}

} // namespace waymark::exchange
