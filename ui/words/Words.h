// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Edit.h>
#include <domain/Roadmap.h>
#include <exchange/QuizAnswers.h>
#include <learning/NextSteps.h>
#include <learning/SkillStates.h>

#include <QCoreApplication>

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {

/// The words of the program for the values of the model, translated.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)

public:
    [[nodiscard]] static QString state(learning::SkillState state); ///< "Ready"
    [[nodiscard]] static QString start(learning::SkillState state); ///< what starting means there: "Start again"
    [[nodiscard]] static QString level(domain::Level level); ///< "Junior"
    [[nodiscard]] static QString outcome(const domain::Skill& skill); ///< what one can do with it, as a sentence; empty without one
    [[nodiscard]] static QString kind(domain::SkillKind kind); ///< "Practice"
    [[nodiscard]] static QString evidence(domain::EvidenceKind kind); ///< "Commit"
    [[nodiscard]] static QString grade(domain::Grade grade); ///< "Good"
    [[nodiscard]] static QString interval(const domain::CardSchedule& card, qint64 now); ///< until it is asked again: "10 min", "3 d"
    /// What proves a skill and what is missing, in sentences; empty where nothing was tried and nothing ticked.
    [[nodiscard]] static QString mastery(const learning::MasteryStanding& standing);
    /// What the state of a skill or project rests on: why it is locked, what proves it and what is missing, and who signed it
    /// off. Empty for an unknown one, and where there is nothing to say.
    [[nodiscard]] static QString why(const session::Workspace& workspace, const QString& skill);
    /// How an answer was read where it was not taken letter by letter, and by which rules, or why it was not taken, in sentences.
    [[nodiscard]] static QStringList reading(const exchange::Verdict& verdict);
    [[nodiscard]] static QString hours(double hours); ///< "6 h", "2.5 h", from a hundred on whole ones
    [[nodiscard]] static QString minutes(qint64 minutes); ///< "45 min", "2 h 15 min"
    [[nodiscard]] static QString edit(const domain::Edit& edit, const domain::Roadmap& roadmap); ///< "Start Git basics"
    /// Why a step comes now, as a sentence.
    [[nodiscard]] static QString reason(const learning::NextStep& step, const domain::Roadmap& roadmap);
    /// Why a skill is locked and the shortest way in, as one or two sentences; empty when it is open.
    [[nodiscard]] static QString lock(const learning::Lock& lock, const domain::Roadmap& roadmap);

private:
    [[nodiscard]] static QString stateReason(const session::Workspace& workspace, const domain::Skill& skill);
    [[nodiscard]] static QString editVerb(domain::EditKind kind, const QString& name);
    [[nodiscard]] static QString editOfPlan(domain::EditKind kind, const QString& name);
    [[nodiscard]] static QString editOfLearning(domain::EditKind kind, const QString& name);
    [[nodiscard]] static QString editOfReview(domain::EditKind kind, const QString& name);
    [[nodiscard]] static QString editOfStudy(domain::EditKind kind, const QString& name);
};

} // namespace waymark::ui
