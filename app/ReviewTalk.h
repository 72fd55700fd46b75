// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/Verb.h>

#include <exchange/PlanDocument.h>
#include <session/ReviewDesk.h>

namespace waymark::app {

/// A plan answered on a terminal: each skill that waits for a decision is shown with its checklist and evidence, and asked about. Every
/// answer is in the draft at once; "q" or the end of the input leaves it there for the next time.
class ReviewTalk
{
    Q_DECLARE_TR_FUNCTIONS(ReviewTalk)

public:
    ReviewTalk(const VerbCall& call, session::ReviewDesk& desk)
        : m_call(call)
        , m_desk(desk)
    {
    }

    /// True when the last question was reached, so that the review can be written.
    [[nodiscard]] bool run();

private:
    void showPlan() const;
    void showSkill(const exchange::PlanSkill& skill) const;
    void showItem(const exchange::PlanItem& item, std::size_t number) const;
    [[nodiscard]] bool askName();
    [[nodiscard]] bool askSkill(const exchange::PlanSkill& skill);
    [[nodiscard]] bool askScores(const exchange::PlanSkill& skill);
    [[nodiscard]] bool askComments(const exchange::PlanSkill& skill);
    [[nodiscard]] bool askOverall();

    enum class Choice { Made, Open, Stopped };
    /// Asks until it understands; an empty line leaves it open.
    [[nodiscard]] Choice askDecision(std::optional<domain::Decision>& decision) const;
    [[nodiscard]] std::optional<QString> ask(const QString& prompt) const; ///< none at "q" and at the end of the input

    const VerbCall& m_call;
    session::ReviewDesk& m_desk;
};

} // namespace waymark::app
