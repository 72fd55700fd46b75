// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/CardShelf.h>

#include <learning/LearningDays.h>
#include <learning/RecallQueue.h>
#include <learning/Scheduling.h>

#include <algorithm>

namespace waymark::session {

using domain::CardState;
using domain::Edit;
using domain::EditKind;
using domain::Result;
using domain::SkillProgress;
using Place = CardStanding::Place;

namespace {

qint64 startOfTomorrow(const Workspace& workspace)
{
    const QDate today = learning::learningDay(workspace.now(), workspace.zone());
    return learning::startOfLearningDay(today.addDays(1), workspace.zone());
}

Place placeOf(const CardState& state, qint64 now)
{
    if (state.suspended) {
        return Place::LaidAside;
    }
    if (learning::isPutOff(state.buriedUntil, now)) {
        return Place::PutOff;
    }
    if (state.schedule.phase == domain::CardSchedule::Phase::New) {
        return Place::New;
    }
    return state.schedule.due <= now ? Place::Due : Place::Later;
}

EditKind kindOf(CardAct act)
{
    switch (act) {
    case CardAct::TakeUp:
        return EditKind::ResumeCard;
    case CardAct::LayAside:
        return EditKind::SuspendCard;
    case CardAct::PutOff:
        return EditKind::BuryCard;
    case CardAct::Remove:
        break;
    }
    return EditKind::RemoveCard;
}

/// Both wishes taken back: the second edit is built over what the first leaves.
Result<Edit> takenUp(const domain::EditContext& context, const CardId& id)
{
    const auto resumed = domain::suspendCard(context, id.skill, id.card, false);
    if (!resumed || context.progress.skill(id.skill).cards.value(id.card).buriedUntil == 0) {
        return resumed;
    }
    domain::Progress after = context.progress;
    if (const auto applied = domain::applyTo(after, *resumed); !applied) {
        return tl::unexpected(applied.error());
    }
    const auto asked = domain::buryCard({ context.roadmap, after, context.now, context.id }, id.skill, id.card, 0);
    return asked ? domain::joined(context, EditKind::ResumeCard, id.skill, { *resumed, *asked }) : asked;
}

Result<Edit> actOnOne(const Workspace& workspace, const domain::EditContext& context, CardAct act, const CardId& id)
{
    switch (act) {
    case CardAct::TakeUp:
        return takenUp(context, id);
    case CardAct::LayAside:
        return domain::suspendCard(context, id.skill, id.card, true);
    case CardAct::PutOff:
        return domain::buryCard(context, id.skill, id.card, startOfTomorrow(workspace));
    case CardAct::Remove:
        break;
    }
    return domain::removeCard(context, id.skill, id.card);
}

} // namespace

QStringList cardsOf(const domain::Skill& skill, const SkillProgress& progress)
{
    QStringList ids = skill.cards;
    for (auto own = progress.ownCards.cbegin(); own != progress.ownCards.cend(); ++own) {
        if (!skill.cards.contains(own.key())) {
            ids.append(own.key());
        }
    }
    return ids;
}

QStringList shelvedCards(const domain::Skill& skill, const SkillProgress& progress)
{
    QStringList ids = cardsOf(skill, progress);
    ids.removeIf([&progress](const QString& id) { return !progress.cards.contains(id) && !progress.ownCards.contains(id); });
    return ids;
}

CardStanding standingOf(const Workspace& workspace, const CardId& id)
{
    const SkillProgress& progress = workspace.progress().skill(id.skill);
    const CardState state = progress.cards.value(id.card);
    const domain::Skill* skill = workspace.roadmap().find(id.skill);
    CardStanding standing;
    standing.place = placeOf(state, workspace.now());
    standing.lapses = state.schedule.lapses;
    standing.isLeech = standing.lapses >= learning::firstLeech;
    standing.isOwn = skill == nullptr || !skill->cards.contains(id.card);
    standing.hasOwnWords = progress.ownCards.contains(id.card);
    if (standing.place == Place::PutOff) {
        standing.due = std::max(state.buriedUntil, state.schedule.due);
    } else if (standing.place == Place::Due || standing.place == Place::Later) {
        standing.due = state.schedule.due;
    }
    return standing;
}

bool canAct(const Workspace& workspace, CardAct act, const CardId& card)
{
    const CardStanding standing = standingOf(workspace, card);
    switch (act) {
    case CardAct::TakeUp:
        return standing.place == Place::LaidAside || standing.place == Place::PutOff;
    case CardAct::LayAside:
        return standing.place != Place::LaidAside;
    case CardAct::PutOff:
        return standing.place != Place::LaidAside && standing.due < startOfTomorrow(workspace);
    case CardAct::Remove:
        break;
    }
    return standing.hasOwnWords;
}

Result<Edit> actOn(const Workspace& workspace, CardAct act, const std::vector<CardId>& cards)
{
    const domain::EditContext context = workspace.context();
    std::vector<Edit> edits;
    QString subject;
    for (const CardId& card : cards) {
        if (!canAct(workspace, act, card)) {
            continue;
        }
        auto edit = actOnOne(workspace, context, act, card);
        if (!edit) {
            return edit;
        }
        edits.push_back(std::move(*edit));
        subject = card.skill;
    }
    return domain::joined(context, kindOf(act), edits.size() == 1 ? subject : QString(), edits);
}

CardTexts::Sides CardTexts::of(const CardId& card)
{
    if (!m_read.contains(card.skill)) {
        read(card.skill);
    }
    return m_read.value(card.skill).value(card.card);
}

void CardTexts::read(const QString& skill)
{
    QHash<QString, Sides>& sides = m_read[skill];
    sides.clear();
    if (const auto document = m_workspace.document(skill)) {
        for (const exchange::LessonUnit& unit : (*document)->units) {
            for (const exchange::Flashcard& card : unit.cards) {
                sides.insert(card.id, { exchange::plainText(card.front).simplified(), exchange::plainText(card.back).simplified() });
            }
        }
    }
    const QMap<QString, domain::OwnCard>& own = m_workspace.progress().skill(skill).ownCards;
    for (auto card = own.cbegin(); card != own.cend(); ++card) {
        const auto plain = [](const QString& text) {
            const auto blocks = exchange::parseMarkdown(text);
            return (blocks ? exchange::plainText(*blocks) : text).simplified();
        };
        sides.insert(card.key(), { plain(card->front), plain(card->back) });
    }
}

} // namespace waymark::session
