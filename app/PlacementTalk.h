// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/Verb.h>

#include <session/PlacementSitting.h>

namespace waymark::app {

/// A sitting of the placement test on a terminal: the questions without a word on right and wrong, what they show by area, and then whether
/// it is taken over. Nothing is stored before the learner says yes.
class PlacementTalk
{
    Q_DECLARE_TR_FUNCTIONS(PlacementTalk)

public:
    /// The moment is the seed: each sitting asks other questions.
    explicit PlacementTalk(const VerbCall& call);

    [[nodiscard]] int run();

private:
    void askAll();
    void showResult() const;
    void showNothingKnown() const;
    [[nodiscard]] int takeOver();

    const VerbCall& m_call;
    session::PlacementSitting m_sitting;
};

} // namespace waymark::app
