// SPDX-License-Identifier: GPL-3.0-or-later
// The edits of quiz, recall and placement.
#include <domain/EditParts.h>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

constexpr qsizetype longestAnswer = 4 * 1024;
constexpr qsizetype longestSide = 16 * 1024; ///< of a card
constexpr int mostMinutes = 240;
constexpr int mostNewCards = 200;
constexpr qint64 msecsPerDay = 86'400'000;

Result<void> requireCard(const EditContext& context, const QString& skill, const QString& card)
{
    const Result<const Skill*> found = requireSkill(context, skill);
    if (!found) {
        return tl::unexpected(found.error());
    }
    const bool isKnown = (*found)->cards.contains(card) || context.progress.skill(skill).ownCards.contains(card);
    return isKnown ? Result<void>() : Result<void>(failure(ErrorCode::UnknownItem, skill + u'/' + card));
}

bool hasOtherThanPlacement(const QMap<QString, Attempt>& attempts)
{
    return std::any_of(
        attempts.cbegin(), attempts.cend(), [](const Attempt& attempt) { return attempt.source != Attempt::Source::Placement; });
}

/// Nothing was said or tried of the skill; placement asks before that.
bool isUntouched(const SkillProgress& of)
{
    return !of.mark && of.items.isEmpty() && std::none_of(of.attempts.cbegin(), of.attempts.cend(), hasOtherThanPlacement);
}

Result<Edit> changeCard(
    const EditContext& context, EditKind kind, const QString& skill, const QString& card, const std::function<void(CardState&)>& change)
{
    if (const auto known = requireCard(context, skill, card); !known) {
        return tl::unexpected(known.error());
    }
    Edit edit = beginEdit(context, kind, skill);
    CardState state = context.progress.skill(skill).cards.value(card);
    change(state);
    swapRecord(edit, context, RecordKey::ofCard(skill, card), state == CardState {} ? std::nullopt : std::optional<Record>(state));
    return edit;
}

} // namespace

Result<Edit> answerQuestion(const EditContext& context, const QString& skill, const QString& question, const Attempt& attempt)
{
    const Result<const Skill*> found = requireSkill(context, skill);
    if (!found) {
        return tl::unexpected(found.error());
    }
    const QString place = skill + u'/' + question;
    if (!(*found)->questions.contains(question)) {
        return failure(ErrorCode::UnknownItem, place);
    }
    if (const auto fits = requireText(attempt.answer, longestAnswer, place); !fits) {
        return tl::unexpected(fits.error());
    }
    Edit edit = beginEdit(context, EditKind::AnswerQuestion, skill);
    Attempt made = attempt;
    made.at = context.now;
    made.first = !hasOtherThanPlacement(context.progress.skill(skill).attempts.value(question));
    swapRecord(edit, context, RecordKey::ofAttempt(skill, question, context.id), made);
    return edit;
}

Result<Edit> recallCard(
    const EditContext& context, const QString& skill, const QString& card, const Recall& recall, const CardSchedule& after)
{
    auto edit = changeCard(context, EditKind::RecallCard, skill, card, [&](CardState& state) {
        state.schedule = after;
        state.introduced = state.introduced == 0 ? context.now : state.introduced;
        state.buriedUntil = 0;
    });
    if (edit) {
        Recall made = recall;
        made.at = context.now;
        swapRecord(*edit, context, RecordKey::ofRecall(skill, card, context.id), made);
    }
    return edit;
}

Result<Edit> suspendCard(const EditContext& context, const QString& skill, const QString& card, bool suspended)
{
    return changeCard(context, suspended ? EditKind::SuspendCard : EditKind::ResumeCard, skill, card,
        [suspended](CardState& state) { state.suspended = suspended; });
}

Result<Edit> buryCard(const EditContext& context, const QString& skill, const QString& card, qint64 until)
{
    if (until > context.now + mostDaysPutOff * msecsPerDay) {
        return failure(ErrorCode::InvalidText, skill + u'/' + card, u"a card is put off by %1 days at most"_s.arg(mostDaysPutOff));
    }
    return changeCard(context, EditKind::BuryCard, skill, card, [until](CardState& state) { state.buriedUntil = until; });
}

Result<Edit> spreadCards(const EditContext& context, const std::vector<PutOff>& cards)
{
    Edit edit = beginEdit(context, EditKind::SpreadCards, {});
    for (const PutOff& each : cards) {
        const auto one = buryCard(context, each.skill, each.card, each.until);
        if (!one) {
            return one;
        }
        edit.changes.insert(edit.changes.end(), one->changes.begin(), one->changes.end());
    }
    return edit;
}

Result<Edit> writeCard(const EditContext& context, const QString& skill, const QString& card, const QString& front, const QString& back)
{
    if (const auto known = requireSkill(context, skill); !known) {
        return tl::unexpected(known.error());
    }
    if (const auto known = card.isEmpty() ? Result<void>() : requireCard(context, skill, card); !known) {
        return tl::unexpected(known.error());
    }
    for (const QString& side : { front, back }) {
        if (side.trimmed().isEmpty()) {
            return failure(ErrorCode::InvalidText, skill, u"a side of the card is empty"_s);
        }
        if (const auto fits = requireText(side, longestSide, skill); !fits) {
            return tl::unexpected(fits.error());
        }
    }
    const QString id = card.isEmpty() ? u"own-"_s + context.id : card;
    Edit edit = beginEdit(context, EditKind::WriteCard, skill);
    const auto present = context.progress.skill(skill).ownCards.constFind(id);
    const bool isSame = present != context.progress.skill(skill).ownCards.cend() && present->front == front && present->back == back;
    if (!isSame) {
        swapRecord(edit, context, RecordKey::ofOwnCard(skill, id), OwnCard { front, back, context.now });
    }
    return edit;
}

Result<Edit> removeCard(const EditContext& context, const QString& skill, const QString& card)
{
    if (!context.progress.skill(skill).ownCards.contains(card)) {
        return failure(ErrorCode::UnknownItem, skill + u'/' + card);
    }
    Edit edit = beginEdit(context, EditKind::RemoveCard, skill);
    swapRecord(edit, context, RecordKey::ofOwnCard(skill, card), std::nullopt);
    const Skill* found = context.roadmap.find(skill);
    if (found == nullptr || !found->cards.contains(card)) {
        swapRecord(edit, context, RecordKey::ofCard(skill, card), std::nullopt);
    }
    return edit;
}

Result<Edit> placeSkills(const EditContext& context, const QStringList& skills)
{
    Edit edit = beginEdit(context, EditKind::PlaceSkills, {});
    for (const QString& skill : skills) {
        if (const auto known = requireSkill(context, skill); !known) {
            return tl::unexpected(known.error());
        }
        if (isUntouched(context.progress.skill(skill))) {
            swapRecord(edit, context, RecordKey::ofSkill(skill), SkillMark { Mark::Assumed, context.now, 0, false });
        }
    }
    return edit;
}

bool canPlaceSkill(const EditContext& context, const QString& skill)
{
    return requireSkill(context, skill).has_value() && isUntouched(context.progress.skill(skill));
}

Result<Edit> setRecall(const EditContext& context, const RecallOptions& options)
{
    const bool fits = options.retention >= 0.7 && options.retention <= 0.99 && options.minutes >= 1 && options.minutes <= mostMinutes
        && options.newPerDay >= 0 && options.newPerDay <= mostNewCards;
    if (!fits) {
        return failure(ErrorCode::InvalidText, {}, u"retention 0.7 to 0.99, minutes 1 to 240, new cards 0 to 200"_s);
    }
    Edit edit = beginEdit(context, EditKind::SetRecall, {});
    swapRecord(edit, context, RecordKey::ofRecallOptions(), options);
    return edit;
}

Edit repairCards(const EditContext& context, const std::vector<std::pair<RecordKey, Record>>& rebuilt)
{
    Edit edit = beginEdit(context, EditKind::RepairCards, {});
    for (const auto& [key, record] : rebuilt) {
        swapRecord(edit, context, key, record);
    }
    return edit;
}

} // namespace waymark::domain
