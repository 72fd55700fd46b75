// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace waymark::session {

/// What an edit has changed, as precisely as a screen needs it.
struct Changes
{
    bool course = false; ///< another course is installed: everything may differ
    bool goal = false; ///< goal or choices: the way, the next steps
    bool learner = false;
    bool time = false; ///< study time or the watch
    bool plan = false; ///< rhythm, days off, wishes or the board
    bool recall = false; ///< cards, recalls or how they are asked
    bool reviews = false; ///< received reviews, the answers to them, or the keys of reviewers
    bool conflicts = false; ///< what two copies say differently
    bool day = false; ///< another learning day has begun: whatever counts from today differs
    QStringList skills; ///< ids of skills whose records changed
    std::vector<int> restated; ///< indices of skills whose state changed
    std::vector<int> restatedProjects; ///< indices of projects whose state changed

    [[nodiscard]] bool touches(const QString& skill) const { return course || skills.contains(skill); }
};

} // namespace waymark::session
