// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/RecallQueue.h>
#include <session/Workspace.h>

namespace waymark::session {

/// A card as it is asked.
struct AskedCard
{
    QString skill;
    QString card;
    exchange::Blocks front;
    exchange::Blocks back;
    bool isOwn = false; ///< the learner's words, for a card of his own or of the course
    domain::CardState state;
};

/// The card that is asked now, and what is left of its session.
struct RecallTurn
{
    std::optional<AskedCard> card; ///< none: nothing is asked
    int asked = 0; ///< cards of the session, this one included
    int left = 0; ///< due and beyond the minutes
};

/// What waits to be recalled now.
struct RecallDue
{
    int due = 0;
    int fresh = 0; ///< cards of the session that were never asked
    int asked = 0; ///< cards of the session
    int left = 0; ///< due and beyond the minutes
    int minutes = 0; ///< that the session takes, by the learner's own pace

    bool operator==(const RecallDue&) const = default;
};

/// When something is asked again, where nothing is now.
struct RecallAhead
{
    qint64 at = 0; ///< UTC milliseconds; the beginning of a learning day, but for the short steps of today
    int cards = 0; ///< of the session that begins then, those beyond its minutes too

    bool operator==(const RecallAhead&) const = default;
};

/// What the cards in review cost, as far as the present stabilities tell.
struct RecallLoad
{
    int cards = 0;
    double recallsADay = 0;
};

/// Whether the new cards of a skill in this state are asked: it is begun or reached by study.
[[nodiscard]] bool asksNewCards(learning::SkillState state);

/// The recall of cards over a Workspace: which are asked and in which order, their texts, and what a grade makes of them. Holds no state of
/// its own: everything is in the records.
class RecallDesk
{
public:
    explicit RecallDesk(const Workspace& workspace)
        : m_workspace(workspace)
    {
    }

    /// Every card that may be asked: those that were asked before, and those of skills that are begun or reached. Not those laid aside, put
    /// off or gone from the course.
    [[nodiscard]] std::vector<learning::QueueCard> cards() const { return cards(m_workspace.now()); }
    /// The same as it will be at that moment (UTC milliseconds) if nothing is done until then.
    [[nodiscard]] std::vector<learning::QueueCard> cards(qint64 at) const;
    /// The session that begins now; of `minutes`, or of the learner's own choice. Its indices are those of `cards`.
    [[nodiscard]] learning::RecallSession session(const std::vector<learning::QueueCard>& cards, std::optional<int> minutes = {}) const;
    [[nodiscard]] RecallDue due() const;
    /// The first card of the session that begins now. Asked anew after each grade: a card may come back within minutes.
    [[nodiscard]] RecallTurn next(std::optional<int> minutes = {}) const;
    /// The first session after now that would ask something; none where nothing will ever be asked.
    [[nodiscard]] std::optional<RecallAhead> ahead() const;

    /// Recalls a day of the cards in review, were each asked again and again after the interval that its present stability gives at
    /// `retention` (0.7..0.99): the sum of 1 / interval. A snapshot: stability grows with each recall, and what is forgotten or new comes
    /// on top. Cards laid aside do not count.
    [[nodiscard]] RecallLoad loadAt(double retention) const;
    [[nodiscard]] double secondsPerCard() const { return limits({}).secondsPerCard; } ///< the learner's pace, 1..120

    /// UnknownItem for a card that is gone.
    [[nodiscard]] domain::Result<AskedCard> card(const QString& skill, const QString& card) const;
    /// The section of the lesson that a card is most likely from, named as search names it ("Unit title: Key ideas"): the one that has the
    /// most words of the card, and at least half of them. Empty where that cannot be told.
    [[nodiscard]] QString sectionOf(const QString& skill, const QString& card) const;
    /// Where each of the four grades would bring the card, by learning::allGrades.
    [[nodiscard]] std::array<domain::CardSchedule, 4> preview(const AskedCard& card) const;
    /// The edit of a recall now: its record and the card's new place. `milliseconds` from the front to the grade.
    [[nodiscard]] domain::Result<domain::Edit> graded(const AskedCard& card, domain::Grade grade, int milliseconds) const;
    /// What is due now put on the learning days from today on, the most forgotten first; without changes where it fits into today.
    [[nodiscard]] domain::Result<domain::Edit> spread(int days) const;

private:
    [[nodiscard]] learning::RecallSettings settings() const;
    /// Cards introduced on the learning day of a moment, each counted in the place where it was, laid aside and gone ones too.
    [[nodiscard]] int introducedOnDayOf(qint64 moment) const;
    [[nodiscard]] learning::SessionLimits limits(std::optional<int> minutes) const;

    const Workspace& m_workspace;
};

} // namespace waymark::session
