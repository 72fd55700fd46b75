// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/ReviewEdits.h>

#include <domain/EditParts.h>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

constexpr qsizetype longestId = 1'000;
constexpr qsizetype longestName = 200;

using AnswerKind = ReviewAnswer::Kind;

/// An id or a name that came from outside: not empty, not endless.
Result<void> requireId(const QString& id, const QString& subject)
{
    return id.isEmpty() ? Result<void>(failure(ErrorCode::InvalidText, subject, u"an id is empty"_s)) : requireText(id, longestId, subject);
}

Result<void> requireReview(const EditContext& context, const QString& review)
{
    return context.progress.reviews().contains(review) ? Result<void>() : Result<void>(failure(ErrorCode::UnknownEvidence, review));
}

Result<void> requireKey(const QString& fingerprint, const PinnedKey& key)
{
    if (key.key.size() != signingKeyBytes) {
        return failure(ErrorCode::InvalidText, fingerprint, u"a public key has %1 bytes"_s.arg(signingKeyBytes));
    }
    const Result<void> named = requireId(fingerprint, key.name);
    return named ? requireText(key.name, longestName, fingerprint) : named;
}

std::optional<AnswerKind> answerTo(const EditContext& context, const QString& review, const QString& entry)
{
    const std::optional<Record> answer = context.progress.record(RecordKey::ofReviewAnswer(review, entry));
    return answer ? std::optional(std::get<ReviewAnswer>(*answer).kind) : std::nullopt;
}

/// An answer that is the same keeps its moment.
void swapAnswer(Edit& edit, const EditContext& context, const QString& review, const QString& entry, std::optional<AnswerKind> kind)
{
    if (answerTo(context, review, entry) != kind) {
        swapRecord(edit, context, RecordKey::ofReviewAnswer(review, entry),
            kind ? std::optional<Record>(ReviewAnswer { *kind, context.now }) : std::nullopt);
    }
}

EditKind kindOf(std::optional<AnswerKind> answer)
{
    if (!answer) {
        return EditKind::ReopenSuggestion;
    }
    switch (*answer) {
    case AnswerKind::Accepted:
        return EditKind::AcceptSuggestion;
    case AnswerKind::Rejected:
        return EditKind::RejectSuggestion;
    case AnswerKind::Resolved:
        return EditKind::ResolveThread;
    }
    return EditKind::ReopenSuggestion;
}

/// A decision is accepted with its SignOff or not at all, and is no thread that could be resolved.
bool isAllowed(const QString& entry, std::optional<AnswerKind> kind)
{
    return !decidedSkill(entry) || !kind || *kind == AnswerKind::Rejected;
}

Result<void> requireItems(const EditContext& context, const QString& skill, const QStringList& items)
{
    for (const QString& item : items) {
        if (const auto known = requireItem(context, skill, item); !known) {
            return known;
        }
    }
    return {};
}

/// The skill goes back to work: ticks are taken away, and what was done is begun.
void sendBack(Edit& edit, const EditContext& context, const QString& skill, const QStringList& untick)
{
    QStringList items = untick;
    items.removeDuplicates();
    for (const QString& item : items) {
        swapRecord(edit, context, RecordKey::ofItem(skill, item), std::nullopt);
    }
    if (const std::optional<SkillMark>& mark = context.progress.skill(skill).mark; mark && mark->mark == Mark::Done) {
        const qint64 startedAt = mark->startedAt == 0 ? context.now : mark->startedAt;
        swapRecord(edit, context, RecordKey::ofSkill(skill), SkillMark { Mark::Started, context.now, startedAt, mark->overLock });
    }
}

} // namespace

Result<Edit> askMentor(const EditContext& context, const QString& skill, const QString& text)
{
    if (const auto known = requireSkill(context, skill); !known) {
        return tl::unexpected(known.error());
    }
    if (const auto fits = requireText(text, maxQuestionLength, skill); !fits) {
        return tl::unexpected(fits.error());
    }
    Edit edit = beginEdit(context, EditKind::AskMentor, skill);
    const std::optional<MentorQuestion>& present = context.progress.skill(skill).question;
    if (text.trimmed().isEmpty()) {
        swapRecord(edit, context, RecordKey::ofQuestion(skill), std::nullopt);
    } else if (!present || present->text != text) {
        swapRecord(edit, context, RecordKey::ofQuestion(skill), MentorQuestion { text, context.now });
    }
    return edit;
}

Result<Edit> scoreSkill(const EditContext& context, const QString& skill, const QString& criterion, std::optional<int> level)
{
    if (const auto known = requireSkill(context, skill); !known) {
        return tl::unexpected(known.error());
    }
    if (const auto named = requireId(criterion, skill); !named) {
        return tl::unexpected(named.error());
    }
    if (level && (*level < 0 || *level > highestScore)) {
        return failure(ErrorCode::InvalidText, skill + u'/' + criterion, u"a level is 0 to %1"_s.arg(highestScore));
    }
    Edit edit = beginEdit(context, EditKind::ScoreSkill, skill);
    const auto& scores = context.progress.skill(skill).scores;
    const auto present = scores.constFind(criterion);
    if (!level) {
        swapRecord(edit, context, RecordKey::ofScore(skill, criterion), std::nullopt);
    } else if (present == scores.cend() || present->level != *level) {
        swapRecord(edit, context, RecordKey::ofScore(skill, criterion), SelfScore { *level, context.now });
    }
    return edit;
}

Result<Edit> receiveReview(
    const EditContext& context, const QString& review, const ReceivedReview& received, const std::optional<KeyToPin>& key)
{
    if (const auto named = requireId(review, received.reviewer); !named) {
        return tl::unexpected(named.error());
    }
    // The journal keeps the text inside JSON: what is not UTF-8 would not come out of it as it went in.
    if (received.json.isEmpty() || QString::fromUtf8(received.json).toUtf8() != received.json) {
        return failure(ErrorCode::InvalidReview, review, u"its text is empty or not UTF-8"_s);
    }
    Edit edit = beginEdit(context, EditKind::ReceiveReview, received.reviewer);
    const auto& reviews = context.progress.reviews();
    if (const auto present = reviews.constFind(review); present != reviews.cend()) {
        if (present->json != received.json) {
            return failure(ErrorCode::InvalidReview, review, u"another review with this id is in the library"_s);
        }
        return edit;
    }
    ReceivedReview kept = received;
    kept.at = context.now;
    swapRecord(edit, context, RecordKey::ofReview(review), kept);
    if (key) {
        PinnedKey pinned = key->second;
        pinned.firstReview = review;
        const auto pinning = pinKey(context, key->first, pinned);
        if (!pinning) {
            return pinning;
        }
        edit.changes.insert(edit.changes.end(), pinning->changes.begin(), pinning->changes.end());
    }
    return edit;
}

bool canReceiveReview(const EditContext& context, const QString& review)
{
    return !review.isEmpty() && !requireReview(context, review);
}

Result<Edit> answerReview(const EditContext& context, const QString& review, const QString& entry, std::optional<AnswerKind> kind)
{
    if (const auto known = requireReview(context, review); !known) {
        return tl::unexpected(known.error());
    }
    if (const auto named = requireId(entry, review); !named) {
        return tl::unexpected(named.error());
    }
    if (!isAllowed(entry, kind)) {
        return failure(ErrorCode::Refused, entry, u"a decision is accepted together with its sign-off"_s);
    }
    const std::optional<QString> skill = decidedSkill(entry);
    Edit edit = beginEdit(context, kindOf(kind), skill.value_or(QString()));
    swapAnswer(edit, context, review, entry, kind);
    if (skill) {
        swapRecord(edit, context, RecordKey::ofSignOff(*skill, review), std::nullopt);
    }
    return edit;
}

bool canAnswerReview(const EditContext& context, const QString& review, const QString& entry, std::optional<AnswerKind> kind)
{
    const auto edit = answerReview(context, review, entry, kind);
    return edit && !edit->changes.empty();
}

Result<Edit> acceptDecision(
    const EditContext& context, const QString& review, const QString& skill, const SignOff& signOff, const QStringList& untick)
{
    if (const auto known = requireReview(context, review); !known) {
        return tl::unexpected(known.error());
    }
    if (const auto known = requireSkill(context, skill); !known) {
        return tl::unexpected(known.error());
    }
    if (signOff.signature == SignatureState::Bad) {
        return failure(ErrorCode::BadSignature, review);
    }
    const bool isSentBack = !approves(signOff.decision);
    if (const auto known = isSentBack ? requireItems(context, skill, untick) : Result<void>(); !known) {
        return tl::unexpected(known.error());
    }
    Edit edit = beginEdit(context, EditKind::AcceptSuggestion, skill);
    if (!canAcceptDecision(context, review, skill)) {
        return edit;
    }
    SignOff accepted = signOff;
    accepted.at = context.now;
    accepted.seen.removeDuplicates();
    accepted.seen.sort();
    swapRecord(edit, context, RecordKey::ofSignOff(skill, review), accepted);
    swapAnswer(edit, context, review, decisionEntry(skill), AnswerKind::Accepted);
    if (isSentBack) {
        sendBack(edit, context, skill, untick);
    }
    return edit;
}

bool canAcceptDecision(const EditContext& context, const QString& review, const QString& skill)
{
    const bool isAccepted = context.progress.skill(skill).signOffs.contains(review)
        && answerTo(context, review, decisionEntry(skill)) == AnswerKind::Accepted;
    return requireReview(context, review).has_value() && requireSkill(context, skill).has_value() && !isAccepted;
}

Result<Edit> rejectDecision(const EditContext& context, const QString& review, const QString& skill)
{
    return answerReview(context, review, decisionEntry(skill), AnswerKind::Rejected);
}

bool canRejectDecision(const EditContext& context, const QString& review, const QString& skill)
{
    return canAnswerReview(context, review, decisionEntry(skill), AnswerKind::Rejected);
}

Result<Edit> pinKey(const EditContext& context, const QString& fingerprint, const PinnedKey& key)
{
    if (const auto fits = requireKey(fingerprint, key); !fits) {
        return tl::unexpected(fits.error());
    }
    Edit edit = beginEdit(context, EditKind::TrustKey, key.name);
    if (!context.progress.keys().contains(fingerprint)) {
        PinnedKey pinned = key;
        pinned.at = context.now;
        swapRecord(edit, context, RecordKey::ofKey(fingerprint), pinned);
    }
    return edit;
}

Result<Edit> confirmKey(const EditContext& context, const QString& fingerprint)
{
    const auto& keys = context.progress.keys();
    const auto present = keys.constFind(fingerprint);
    if (present == keys.cend()) {
        return failure(ErrorCode::UnknownEvidence, fingerprint);
    }
    Edit edit = beginEdit(context, EditKind::TrustKey, present->name);
    PinnedKey confirmed = *present;
    confirmed.confirmed = true;
    swapRecord(edit, context, RecordKey::ofKey(fingerprint), confirmed);
    return edit;
}

bool canConfirmKey(const EditContext& context, const QString& fingerprint)
{
    const auto present = context.progress.keys().constFind(fingerprint);
    return present != context.progress.keys().cend() && !present->confirmed;
}

Result<Edit> forgetKey(const EditContext& context, const QString& fingerprint)
{
    if (!canForgetKey(context, fingerprint)) {
        return failure(ErrorCode::UnknownEvidence, fingerprint);
    }
    Edit edit = beginEdit(context, EditKind::ForgetKey, context.progress.keys().value(fingerprint).name);
    swapRecord(edit, context, RecordKey::ofKey(fingerprint), std::nullopt);
    return edit;
}

bool canForgetKey(const EditContext& context, const QString& fingerprint)
{
    return context.progress.keys().contains(fingerprint);
}

} // namespace waymark::domain
