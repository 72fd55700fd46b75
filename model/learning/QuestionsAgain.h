// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Roadmap.h>
#include <learning/LearningDays.h>
#include <learning/Mastery.h>

#include <optional>

namespace waymark::learning {

/// Learning days after a wrong answer until its question is asked again, and from that day's right answer to the second one.
inline constexpr int daysToSecondTry = 1;
inline constexpr int daysToThirdTry = 6;
inline constexpr int questionsAtOnce = 12;

/// The learning day from which a question is asked again; none where its newest wrong answer has been made good by right ones on two later
/// days, or where there is no wrong answer. Placement is no answer: nothing was learned before it.
///
/// Right answers on several days, each some days after the one before, are successive relearning: K. A. Rawson and J. Dunlosky,
/// "Optimizing Schedules of Retrieval Practice for Durable and Efficient Learning: How Much Is Enough?", J. Exp. Psychol. General 140(3),
/// 2011. The days between are our choice. By time, as at `now`: see placeInTime().
[[nodiscard]] std::optional<QDate> askedAgainFrom(const QMap<QString, domain::Attempt>& attempts, qint64 now);

/// A question to ask now although it was answered before.
struct QuestionAgain
{
    int skill = 0; ///< index in the roadmap
    QString question;
    bool isMixedIn = false; ///< it was answered right: it is here to be told apart from the failed ones

    bool operator==(const QuestionAgain&) const = default;
};

/// Whether what belongs to one of the skills is easily taken for what belongs to the other: members of one choice group, or of one area
/// with a common prerequisite, or one of them the prerequisite of the other in one area.
[[nodiscard]] bool areConfusable(const domain::Roadmap& roadmap, int one, int other);

/// The questions whose time has come, those that wait longest first, and for each, where there is one, a question of a confusable skill
/// that was last answered right on an earlier day, the longest ago first; at most `most` in all. Questions of one skill do not follow
/// each other where others can stand between. Only questions that the course has today. An answer from the future, given under a clock
/// that was wrong, has had its time.
///
/// Source of mixing: D. Rohrer and K. Taylor, "The Shuffling of Mathematics Problems Improves Learning", Instructional Science 35, 2007.
[[nodiscard]] std::vector<QuestionAgain> questionsAgain(
    const domain::Roadmap& roadmap, const domain::Progress& progress, const Moment& moment, int most = questionsAtOnce);

} // namespace waymark::learning
