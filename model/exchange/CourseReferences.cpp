// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CourseReferences.h>

#include <domain/Moves.h>

#include <QBitArray>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

using Edges = std::vector<std::vector<std::size_t>>;

void add(CourseFaults& faults, const QString& file, int line, const char* rule, const QString& message, const QString& mend)
{
    faults.push_back({ file, line, QString::fromLatin1(rule), message, mend });
}

const QString& manifestFile()
{
    static const QString name = u"course.yaml"_s;
    return name;
}

void checkSkillReferences(const CourseSource& source, const SkillSource& skill, CourseFaults& faults)
{
    const auto requireSkill = [&](const Reference& reference, const char* rule, const QString& what) {
        if (reference.id == skill.matter.skill.id) {
            add(faults, skill.file, reference.line, "prerequisite-cycle", u"The skill \"%1\" names itself."_s.arg(reference.id),
                u"Remove the line."_s);
        } else if (!source.indexOf.contains(reference.id)) {
            add(faults, skill.file, reference.line, rule, u"%1 \"%2\" is not a skill of the course."_s.arg(what, reference.id),
                u"Correct the id, or remove it."_s);
        }
    };
    QSet<QString> seen;
    for (const Reference& reference : skill.matter.prerequisites) {
        requireSkill(reference, "prerequisite-unknown", u"The prerequisite"_s);
        if (seen.contains(reference.id)) {
            add(faults, skill.file, reference.line, "prerequisite-redundant", u"The prerequisite \"%1\" stands twice."_s.arg(reference.id),
                u"Remove one of the two."_s);
        }
        seen.insert(reference.id);
    }
    for (const AnyOf& anyOf : skill.matter.anyOf) {
        if (!anyOf.group.isEmpty() && source.choice(anyOf.group) == nullptr) {
            add(faults, skill.file, anyOf.line, "choice-unknown", u"\"%1\" is not a choice group of course.yaml."_s.arg(anyOf.group),
                u"Add the group to course.yaml, or list the members as \"any-of: [a, b]\"."_s);
        }
        for (const Reference& member : anyOf.members) {
            requireSkill(member, "prerequisite-unknown", u"The choice"_s);
        }
    }
    for (const auto& [reference, weight] : skill.matter.includes) {
        requireSkill(reference, "includes-unknown", u"The included skill"_s);
    }
}

/// What the learners' records are moved by, with the ids alone.
domain::Course movingCourse(const CourseSource& source)
{
    domain::Course course;
    for (const SkillSource* each : source.all()) {
        domain::Skill& skill = course.skills.emplace_back();
        skill.id = each->matter.skill.id;
        if (each->lesson) {
            skill.checklist = each->lesson->checklist();
            skill.questions = each->lesson->questionIds();
            skill.cards = each->lesson->cardIds();
        }
    }
    for (const WrittenMove& move : source.manifest.moved) {
        course.moved.insert(move.from.id, move.to);
    }
    return course;
}

void checkMoves(const CourseSource& source, CourseFaults& faults)
{
    using Part = domain::Moves::Part;
    const domain::Moves moves(movingCourse(source));
    const auto leadsToPart = [&moves](const QString& skill, const QString& id) {
        return std::ranges::any_of(std::array { Part::Item, Part::Question, Part::Card }, [&](Part kind) {
            const auto [place, name] = moves.part(kind, skill, id);
            return moves.hasPart(kind, place, name);
        });
    };
    for (const WrittenMove& move : source.manifest.moved) {
        const qsizetype slash = move.from.id.indexOf(u'/');
        const qsizetype toSlash = move.to.indexOf(u'/');
        const QString skill = toSlash < 0 ? move.from.id.left(slash) : move.to.left(toSlash);
        const bool leads = slash < 0 ? moves.hasSkill(moves.skill(move.to)) : leadsToPart(skill, move.to.mid(toSlash + 1));
        if (!leads) {
            add(faults, manifestFile(), move.from.line, "moved-target",
                u"\"%1\" moved to \"%2\", which is not in the course."_s.arg(move.from.id, move.to),
                slash < 0 ? u"Name the skill that it is today."_s
                          : u"Name the item, question or card that it is today: its id, or skill/id."_s);
        }
    }
}

void checkManifestReferences(const CourseSource& source, CourseFaults& faults)
{
    const CourseManifest& manifest = source.manifest;
    QSet<QString> milestones;
    for (const WrittenMilestone& milestone : manifest.milestones) {
        milestones.insert(milestone.milestone.id);
    }
    for (const WrittenChoice& choice : manifest.choices) {
        for (const Reference& member : choice.members) {
            if (!source.indexOf.contains(member.id)) {
                add(faults, manifestFile(), member.line, "choice-member",
                    u"The member \"%1\" of \"%2\" is not a skill."_s.arg(member.id, choice.group.id), u"Correct the id, or remove it."_s);
            }
        }
    }
    for (const WrittenMilestone& milestone : manifest.milestones) {
        for (const Reference& target : milestone.targets) {
            const bool isKnown = source.indexOf.contains(target.id) || milestones.contains(target.id);
            if (!isKnown || target.id == milestone.milestone.id) {
                add(faults, manifestFile(), target.line, "milestone-target",
                    u"The target \"%1\" of \"%2\" is neither a skill nor another milestone."_s.arg(target.id, milestone.milestone.id),
                    u"Correct the id, or remove it."_s);
            }
        }
    }
    checkMoves(source, faults);
}

/// Walks all edges once, without recursion, and names each circle that it closes.
class CycleSearch
{
public:
    CycleSearch(const CourseSource& source, CourseFaults& faults)
        : m_source(source)
        , m_faults(faults)
        , m_marks(source.skills.size(), Mark::New)
    {
    }

    void run()
    {
        for (std::size_t start = 0; start < m_marks.size(); ++start) {
            if (m_marks[start] == Mark::New) {
                enter(start);
                while (!m_path.empty()) {
                    step();
                }
            }
        }
    }

private:
    enum class Mark { New, OnPath, Done };
    struct Visit
    {
        std::size_t skill;
        std::vector<std::size_t> before;
        std::size_t next = 0;
    };

    void enter(std::size_t skill)
    {
        m_marks[skill] = Mark::OnPath;
        m_path.push_back({ skill, edgesInto(m_source, m_source.skills[skill]), 0 });
    }

    void step()
    {
        Visit& visit = m_path.back();
        if (visit.next == visit.before.size()) {
            m_marks[visit.skill] = Mark::Done;
            m_path.pop_back();
            return;
        }
        const std::size_t before = visit.before[visit.next++];
        if (m_marks[before] == Mark::New) {
            enter(before);
        } else if (m_marks[before] == Mark::OnPath && before != visit.skill) {
            nameCycle(before);
        }
    }

    void nameCycle(std::size_t last)
    {
        QStringList ids;
        for (auto it = m_path.rbegin(); it != m_path.rend(); ++it) {
            ids.push_front(m_source.skills[it->skill].matter.skill.id);
            if (it->skill == last) {
                break;
            }
        }
        ids.push_back(ids.front());
        const SkillSource& skill = m_source.skills[m_path.back().skill];
        const auto& named = skill.matter.prerequisites;
        const auto closing = std::find_if(named.begin(), named.end(), [&ids](const Reference& r) { return r.id == ids.back(); });
        const int line = closing != named.end() ? closing->line : skill.matter.lineOf("prerequisites"_L1);
        add(m_faults, skill.file, line, "prerequisite-cycle", u"Prerequisites lead in a circle: %1."_s.arg(ids.join(" needs "_L1)),
            u"Remove one of these prerequisites."_s);
    }

    const CourseSource& m_source;
    CourseFaults& m_faults;
    std::vector<Mark> m_marks;
    std::vector<Visit> m_path;
};

/// The prerequisites of a skill or project by place, without choices: only they are implied by others.
std::vector<std::size_t> requiredBy(const CourseSource& source, const SkillSource& skill)
{
    std::vector<std::size_t> places;
    for (const Reference& reference : skill.matter.prerequisites) {
        const auto found = source.indexOf.constFind(reference.id);
        if (found != source.indexOf.constEnd() && &source.skills[*found] != &skill) {
            places.push_back(*found);
        }
    }
    return places;
}

Edges requiredEdges(const CourseSource& source)
{
    Edges edges;
    std::ranges::transform(
        source.skills, std::back_inserter(edges), [&source](const SkillSource& skill) { return requiredBy(source, skill); });
    return edges;
}

/// Every skill that must come before another, by place; empty for skills that hang in a cycle.
std::vector<QBitArray> ancestorsOf(const Edges& edges)
{
    const auto size = edges.size();
    std::vector<QBitArray> ancestors(size, QBitArray(static_cast<qsizetype>(size)));
    Edges after(size);
    std::vector<std::size_t> waiting(size);
    std::vector<std::size_t> ready;
    for (std::size_t i = 0; i < size; ++i) {
        waiting[i] = edges[i].size();
        for (const std::size_t before : edges[i]) {
            after[before].push_back(i);
        }
        if (waiting[i] == 0) {
            ready.push_back(i);
        }
    }
    while (!ready.empty()) {
        const std::size_t skill = ready.back();
        ready.pop_back();
        for (const std::size_t next : after[skill]) {
            ancestors[next] |= ancestors[skill];
            ancestors[next].setBit(static_cast<qsizetype>(skill));
            if (--waiting[next] == 0) {
                ready.push_back(next);
            }
        }
    }
    return ancestors;
}

void nameRedundant(const SkillSource& skill, const Reference& reference, const SkillSource& implying, CourseFaults& faults)
{
    add(faults, skill.file, reference.line, "prerequisite-redundant",
        u"The prerequisite \"%1\" is already needed by \"%2\"."_s.arg(reference.id, implying.matter.skill.id),
        u"Remove it; the other implies it."_s);
}

void checkRedundant(const CourseSource& source, CourseFaults& faults)
{
    const Edges edges = requiredEdges(source);
    const std::vector<QBitArray> ancestors = ancestorsOf(edges);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const SkillSource& skill = source.skills[i];
        for (const Reference& reference : skill.matter.prerequisites) {
            const std::size_t far = source.indexOf.value(reference.id, i);
            const auto implying = std::find_if(edges[i].begin(), edges[i].end(),
                [&](std::size_t near) { return near != far && ancestors[near].testBit(static_cast<qsizetype>(far)); });
            if (far != i && implying != edges[i].end()) {
                nameRedundant(skill, reference, source.skills[*implying], faults);
            }
        }
    }
    for (const SkillSource& project : source.projects) {
        const std::vector<std::size_t> before = requiredBy(source, project);
        for (const Reference& reference : project.matter.prerequisites) {
            const auto far = source.indexOf.constFind(reference.id);
            const auto implying = far == source.indexOf.constEnd() ? before.end() : std::ranges::find_if(before, [&](std::size_t near) {
                return near != *far && ancestors[near].testBit(static_cast<qsizetype>(*far));
            });
            if (implying != before.end()) {
                nameRedundant(project, reference, source.skills[*implying], faults);
            }
        }
    }
}

void checkLevels(const CourseSource& source, const SkillSource& skill, CourseFaults& faults)
{
    const auto isHigher = [&](const Reference& reference) {
        const SkillSource* before = source.find(reference.id);
        return before != nullptr && before->matter.skill.level > skill.matter.skill.level;
    };
    const auto name = [&](int line, const QString& id, const QString& level) {
        add(faults, skill.file, line, "level-order",
            u"This is %1 and needs \"%2\", which is %3."_s.arg(toString(skill.matter.skill.level), id, level),
            u"Raise the level here, or drop the prerequisite."_s);
    };
    for (const Reference& reference : skill.matter.prerequisites) {
        if (isHigher(reference)) {
            name(reference.line, reference.id, toString(source.find(reference.id)->matter.skill.level));
        }
    }
    for (const AnyOf& anyOf : skill.matter.anyOf) {
        const WrittenChoice* group = source.choice(anyOf.group);
        const auto& members = group != nullptr ? group->members : anyOf.members;
        if (!members.empty() && std::all_of(members.begin(), members.end(), isHigher)) {
            name(anyOf.line, anyOf.group.isEmpty() ? u"any-of"_s : anyOf.group, u"higher in all its members"_s);
        }
    }
}

} // namespace

void checkReferences(const CourseSource& source, CourseFaults& faults)
{
    checkManifestReferences(source, faults);
    for (const SkillSource* each : source.all()) {
        checkSkillReferences(source, *each, faults);
    }
    CycleSearch(source, faults).run();
}

void checkEdges(const CourseSource& source, CourseFaults& faults)
{
    checkRedundant(source, faults);
    for (const SkillSource* each : source.all()) {
        checkLevels(source, *each, faults);
    }
}

} // namespace waymark::exchange
