// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <vector>

namespace waymark::session {

/// A card by its ids.
struct CardId
{
    QString skill;
    QString card;

    bool operator==(const CardId&) const = default;
};

/// Where a card stands, as a list of all cards says it.
struct CardStanding
{
    enum class Place {
        New, ///< written or put off once, never asked
        Due,
        Later,
        PutOff,
        LaidAside,
    };

    Place place = Place::New;
    qint64 due = 0; ///< when it may be asked again, UTC milliseconds; 0 for New and LaidAside
    int lapses = 0; ///< times forgotten in review
    bool isLeech = false; ///< forgotten so often that it should be rewritten: from learning::firstLeech lapses up
    bool isOwn = false; ///< the course has no such card
    bool hasOwnWords = false; ///< of the learner, whether or not the card is from the course

    bool operator==(const CardStanding&) const = default;
};

/// The ids of a skill's cards: those of the course in its order, then the learner's own.
[[nodiscard]] QStringList cardsOf(const domain::Skill& skill, const domain::SkillProgress& progress);
/// Those of them that were met, laid aside, put off or written.
[[nodiscard]] QStringList shelvedCards(const domain::Skill& skill, const domain::SkillProgress& progress);
[[nodiscard]] CardStanding standingOf(const Workspace& workspace, const CardId& card);

/// What can be done with several cards at once.
enum class CardAct {
    TakeUp, ///< asked again: neither laid aside nor put off
    LayAside,
    PutOff, ///< until the next learning day
    Remove, ///< the learner's words; a card of the course has its own again
};

/// Whether the act would change something of the card.
[[nodiscard]] bool canAct(const Workspace& workspace, CardAct act, const CardId& card);
/// One edit for those of the cards of which the act changes something; without changes where it is none. Its subject is the skill of a
/// lone card, and empty for several. The errors are those of the edits of domain.
[[nodiscard]] domain::Result<domain::Edit> actOn(const Workspace& workspace, CardAct act, const std::vector<CardId>& cards);

/// The two sides of cards as plain text, to show and search them in numbers. A lesson is read when the first of its cards is asked for, and
/// what was read is kept until forget().
class CardTexts
{
public:
    struct Sides
    {
        QString front;
        QString back;
    };

    explicit CardTexts(const Workspace& workspace)
        : m_workspace(workspace)
    {
    }

    /// Both sides are empty for a card whose text is gone.
    [[nodiscard]] Sides of(const CardId& card);
    [[nodiscard]] bool hasRead(const QString& skill) const { return m_read.contains(skill); }
    void read(const QString& skill);
    void forget(const QString& skill) { m_read.remove(skill); }
    void forgetAll() { m_read.clear(); }

private:
    const Workspace& m_workspace;
    QHash<QString, QHash<QString, Sides>> m_read; ///< by skill, then by card
};

} // namespace waymark::session
