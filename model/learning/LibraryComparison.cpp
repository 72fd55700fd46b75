// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/LibraryComparison.h>

#include <QSet>

#include <algorithm>

namespace waymark::learning {

namespace {

/// A library with the states that follow from it.
class Stand
{
public:
    Stand(const domain::LibraryContents& library, const Moment& moment)
        : m_library(library)
        , m_roadmap(library.course)
        , m_states(skillStates(m_roadmap, library.progress, moment))
        , m_projects(projectStates(m_roadmap, library.progress, m_states, moment))
    {
    }

    [[nodiscard]] const domain::Skill* find(const QString& id) const { return m_roadmap.find(id); }

    [[nodiscard]] SkillState stateOf(const QString& id) const
    {
        if (const int skill = m_roadmap.indexOf(id); skill >= 0) {
            return m_states[static_cast<std::size_t>(skill)];
        }
        const int project = m_roadmap.projectIndex(id);
        return project < 0 ? SkillState::Locked : m_projects[static_cast<std::size_t>(project)];
    }

    [[nodiscard]] LibraryFigures figures() const
    {
        LibraryFigures figures;
        for (const auto* states : { &m_states, &m_projects }) {
            for (const SkillState state : *states) {
                figures.started += state == SkillState::Learning ? 1 : 0;
                figures.finished += isFinished(state) ? 1 : 0;
            }
        }
        for (const domain::SkillProgress& skill : m_library.progress.skills()) {
            count(figures, skill);
        }
        for (const domain::TimeEntry& entry : m_library.progress.time()) {
            figures.minutes += entry.minutes;
        }
        figures.edits = static_cast<int>(m_library.journal.size());
        return figures;
    }

    /// Every skill with records of any kind; in the order of the course, then by id.
    [[nodiscard]] QStringList skills() const
    {
        QStringList ids;
        for (const auto* list : { &m_library.course.skills, &m_library.course.projects }) {
            for (const domain::Skill& skill : *list) {
                ids.append(skill.id);
            }
        }
        QSet<QString> others;
        for (const QString& id : m_library.progress.skills().keys()) {
            others.insert(id);
        }
        for (const domain::TimeEntry& entry : m_library.progress.time()) {
            others.insert(entry.skill);
        }
        others.subtract(QSet<QString>(ids.begin(), ids.end()));
        QStringList sorted(others.begin(), others.end());
        sorted.sort();
        return ids + sorted;
    }

    [[nodiscard]] bool hasSameOn(const QString& skill, const Stand& other) const
    {
        const domain::Progress& own = m_library.progress;
        const domain::Progress& its = other.m_library.progress;
        return own.skill(skill) == its.skill(skill) && own.minutesOn(skill) == its.minutesOn(skill);
    }

    /// Edits that hold here and not there, newest first.
    [[nodiscard]] std::vector<domain::Edit> beyond(const Stand& other) const
    {
        QSet<QString> there;
        for (const domain::JournalEntry& entry : other.m_library.journal) {
            if (entry.state == domain::JournalState::Applied) {
                there.insert(entry.edit.id);
            }
        }
        std::vector<domain::Edit> edits;
        for (const domain::JournalEntry& entry : m_library.journal) {
            if (entry.state == domain::JournalState::Applied && !there.contains(entry.edit.id)) {
                edits.push_back(entry.edit);
            }
        }
        return edits;
    }

private:
    static bool isFinished(SkillState state)
    {
        return state == SkillState::Practised || state == SkillState::Mastered || state == SkillState::Fading;
    }

    static void count(LibraryFigures& figures, const domain::SkillProgress& skill)
    {
        figures.notes += skill.note ? 1 : 0;
        figures.items += static_cast<int>(
            std::count_if(skill.items.begin(), skill.items.end(), [](const domain::ItemProgress& item) { return item.mark.has_value(); }));
        for (const auto& recalls : skill.recalls) {
            figures.recalls += static_cast<int>(recalls.size());
        }
    }

    const domain::LibraryContents& m_library;
    domain::Roadmap m_roadmap;
    std::vector<SkillState> m_states;
    std::vector<SkillState> m_projects;
};

} // namespace

LibraryFigures figuresOf(const domain::LibraryContents& library, const Moment& moment)
{
    return Stand(library, moment).figures();
}

LibraryComparison compareLibraries(const domain::LibraryContents& now, const domain::LibraryContents& then, const Moment& moment)
{
    const Stand present(now, moment);
    const Stand other(then, moment);
    LibraryComparison comparison;
    comparison.now = present.figures();
    comparison.then = other.figures();
    QStringList skills = present.skills() + other.skills();
    skills.removeDuplicates();
    for (const QString& id : skills) {
        if (present.hasSameOn(id, other)) {
            continue;
        }
        const domain::Skill* skill = present.find(id) != nullptr ? present.find(id) : other.find(id);
        comparison.skills.push_back({ id, skill == nullptr ? id : skill->title, present.stateOf(id), other.stateOf(id) });
    }
    comparison.lost = present.beyond(other);
    comparison.regained = other.beyond(present);
    comparison.isOtherLibrary = now.libraryId != then.libraryId;
    comparison.isOtherCourse = now.course.id != then.course.id || now.course.version != then.course.version;
    return comparison;
}

} // namespace waymark::learning
