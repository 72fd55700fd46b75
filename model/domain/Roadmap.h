// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Course.h>
#include <domain/MapLayout.h>

#include <QHash>

#include <span>
#include <vector>

namespace waymark::domain {

/// The prerequisite graph of a course, by index into Course::skills. Built once a course, immutable, cheap to ask.
/// Edges that would close a cycle are left out and listed; unknown prerequisites are dropped.
class Roadmap
{
public:
    /// `from` is a prerequisite of `to`; group is an index into Course::choices, or -1 where the prerequisite is required.
    struct Edge
    {
        int from = 0;
        int to = 0;
        int group = -1;
        bool operator==(const Edge&) const = default;
    };

    Roadmap() = default;
    explicit Roadmap(Course course);

    [[nodiscard]] const Course& course() const { return m_course; }
    [[nodiscard]] int size() const { return static_cast<int>(m_course.skills.size()); }
    [[nodiscard]] const Skill& skill(int index) const { return m_course.skills[static_cast<std::size_t>(index)]; }
    [[nodiscard]] int indexOf(const QString& skillId) const { return m_indexOf.value(skillId, -1); }
    /// A skill or a project by its id; null for neither.
    [[nodiscard]] const Skill* find(const QString& id) const;
    [[nodiscard]] QString titleOf(const QString& id) const; ///< of the same; the id itself for what the course no longer has
    [[nodiscard]] int projectIndex(const QString& projectId) const; ///< into Course::projects, or -1
    [[nodiscard]] bool isProject(const QString& id) const { return projectIndex(id) >= 0; }
    [[nodiscard]] const ChoiceGroup* choice(const QString& groupId) const;
    [[nodiscard]] const Milestone* milestone(const QString& milestoneId) const;

    [[nodiscard]] const std::vector<Edge>& edges() const { return m_edges; }
    [[nodiscard]] const std::vector<Edge>& ignoredEdges() const { return m_ignored; }
    [[nodiscard]] const std::vector<Edge>& into(int index) const { return m_into[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const std::vector<Edge>& outOf(int index) const { return m_outOf[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const std::vector<int>& topologicalOrder() const { return m_order; }

    /// All skills before `index`, choice groups included with every member. Ascending indices, without `index`.
    [[nodiscard]] std::vector<int> ancestors(int index) const;
    /// All skills that need `index`, directly or through others. Ascending indices, without `index`.
    [[nodiscard]] std::vector<int> descendants(int index) const;
    /// The targets and everything they need. Of a choice group only the `chosen` members count; where none is chosen, the member with the
    /// fewest hours of its own closure. Ascending indices.
    [[nodiscard]] std::vector<int> closure(std::span<const int> targets, const QHash<QString, QStringList>& chosen = {}) const;
    [[nodiscard]] std::vector<int> closure(const Milestone& milestone, const QHash<QString, QStringList>& chosen = {}) const;
    /// Stages of the way: the first milestone (views aside) whose closure has the skill; milestones().size() for none.
    [[nodiscard]] int eraOf(int index) const { return m_era[static_cast<std::size_t>(index)]; }

    [[nodiscard]] MapInput mapInput() const;

    /// Up to `count` ids of skills and projects nearest to a mistyped one, best first.
    [[nodiscard]] QStringList nearest(const QString& mistyped, int count = 3) const;

private:
    void connect();
    void dropCycles(std::vector<Edge> edges);
    void assignEras();
    [[nodiscard]] std::vector<int> reach(int index, bool forward) const;

    Course m_course;
    QHash<QString, int> m_indexOf;
    std::vector<Edge> m_edges;
    std::vector<Edge> m_ignored;
    std::vector<std::vector<Edge>> m_into;
    std::vector<std::vector<Edge>> m_outOf;
    std::vector<int> m_order;
    std::vector<int> m_era;
};

} // namespace waymark::domain
