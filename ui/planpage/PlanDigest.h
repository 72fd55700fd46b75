// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/PlanDocument.h>

#include <QHash>

#include <vector>

namespace waymark::ui {

/// A plan as a page tells it: what was begun, what waits, and how far each area is. It refers to the plan, which outlives it.
class PlanDigest
{
public:
    struct Area
    {
        QString id;
        QString title;
        int done = 0; ///< skills that are reached
        int total = 0;
        double hoursDone = 0;
        double hours = 0;
        std::vector<const exchange::PlanSkill*> begun; ///< with a section of their own
        std::vector<const exchange::PlanSkill*> open; ///< the others

        /// Projects, and what the course no longer has, are in no count.
        [[nodiscard]] bool isCounted() const { return !id.isEmpty() && id != domain::projectArea; }
    };

    explicit PlanDigest(const exchange::PlanDocument& plan);

    [[nodiscard]] const std::vector<Area>& areas() const { return m_areas; } ///< in map order, then projects, then what no area has
    [[nodiscard]] int done() const { return m_done; } ///< skills reached, projects aside
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] int begun() const { return m_begun; } ///< sections, projects among them
    [[nodiscard]] int spentMinutes() const { return m_spentMinutes; }
    [[nodiscard]] const std::vector<const exchange::PlanSkill*>& submitted() const { return m_submitted; }
    [[nodiscard]] const std::vector<const exchange::PlanSkill*>& asked() const { return m_asked; } ///< with a question to the mentor
    [[nodiscard]] const exchange::PlanSkill* skill(const QString& id) const { return m_skills.value(id, nullptr); }
    [[nodiscard]] QString titleOf(const QString& skill) const; ///< its id where nothing is known of it
    [[nodiscard]] const exchange::PlanMilestone* goal() const; ///< the milestone that the learner heads for; null for none
    [[nodiscard]] const exchange::PlanDocument& plan() const { return m_plan; }

private:
    Area& areaOf(const QString& id);
    void count(const exchange::PlanSkill& skill);

    const exchange::PlanDocument& m_plan;
    std::vector<Area> m_areas;
    QHash<QString, const exchange::PlanSkill*> m_skills;
    std::vector<const exchange::PlanSkill*> m_submitted;
    std::vector<const exchange::PlanSkill*> m_asked;
    int m_done = 0;
    int m_total = 0;
    int m_begun = 0;
    int m_spentMinutes = 0;
};

/// True for a skill with something to look at: begun, or with any record of the learner's.
[[nodiscard]] bool hasSection(const exchange::PlanSkill& skill);
[[nodiscard]] int doneItems(const exchange::PlanSkill& skill);
[[nodiscard]] int evidencePieces(const exchange::PlanSkill& skill);
[[nodiscard]] QString titleOf(const exchange::PlanSkill& skill); ///< its id where it has none

/// The id of a skill's section, and the same as the target of a link.
[[nodiscard]] QString anchorOf(const QString& skill);
[[nodiscard]] QString linkTo(const QString& skill);

} // namespace waymark::ui
