// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/Roadmap.h>

#include <domain/MapEras.h>

#include <algorithm>
#include <limits>

namespace waymark::domain {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// Kahn's algorithm: the order in which every edge runs forward, lowest index first among equals; short of nodes if there is a cycle.
std::vector<int> kahnOrder(int size, const std::vector<Roadmap::Edge>& edges)
{
    std::vector<std::vector<int>> out(at(size));
    std::vector<int> waiting(at(size), 0);
    for (const Roadmap::Edge& edge : edges) {
        out[at(edge.from)].push_back(edge.to);
        ++waiting[at(edge.to)];
    }
    std::vector<int> order;
    order.reserve(at(size));
    for (int node = 0; node < size; ++node) {
        if (waiting[at(node)] == 0) {
            order.push_back(node);
        }
    }
    for (std::size_t head = 0; head < order.size(); ++head) {
        for (const int next : out[at(order[head])]) {
            if (--waiting[at(next)] == 0) {
                order.push_back(next);
            }
        }
    }
    return order;
}

std::vector<int> indicesOf(const std::vector<char>& flags)
{
    std::vector<int> indices;
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (flags[i] != 0) {
            indices.push_back(static_cast<int>(i));
        }
    }
    return indices;
}

} // namespace

Roadmap::Roadmap(Course course)
    : m_course(std::move(course))
{
    for (int i = 0; i < size(); ++i) {
        m_indexOf.insert(skill(i).id, i);
    }
    connect();
    assignEras();
}

void Roadmap::connect()
{
    std::vector<Edge> edges;
    for (int to = 0; to < size(); ++to) {
        for (const QString& id : skill(to).prerequisites) {
            if (const int from = indexOf(id); from >= 0) {
                edges.push_back({ from, to, -1 });
            }
        }
        for (const QString& groupId : skill(to).choices) {
            const ChoiceGroup* group = choice(groupId);
            if (group == nullptr) {
                continue;
            }
            const int groupIndex = static_cast<int>(group - m_course.choices.data());
            for (const QString& id : group->members) {
                if (const int from = indexOf(id); from >= 0) {
                    edges.push_back({ from, to, groupIndex });
                }
            }
        }
    }
    dropCycles(std::move(edges));

    m_into.assign(at(size()), {});
    m_outOf.assign(at(size()), {});
    for (const Edge& edge : m_edges) {
        m_into[at(edge.to)].push_back(edge);
        m_outOf[at(edge.from)].push_back(edge);
    }
}

/// Edges among the nodes that no order reaches are taken up one by one, and left out where they would close a cycle.
void Roadmap::dropCycles(std::vector<Edge> edges)
{
    m_edges = std::move(edges);
    m_order = kahnOrder(size(), m_edges);
    if (static_cast<int>(m_order.size()) == size()) {
        return;
    }
    std::vector<char> placed(at(size()), 0);
    for (const int node : m_order) {
        placed[at(node)] = 1;
    }
    std::vector<int> rank(at(size()), 0);
    for (std::size_t i = 0; i < m_order.size(); ++i) {
        rank[at(m_order[i])] = static_cast<int>(i);
    }
    int next = static_cast<int>(m_order.size());
    for (int node = 0; node < size(); ++node) {
        if (placed[at(node)] == 0) {
            rank[at(node)] = next++;
        }
    }
    const auto backward = std::stable_partition(
        m_edges.begin(), m_edges.end(), [&rank](const Edge& edge) { return rank[at(edge.from)] < rank[at(edge.to)]; });
    m_ignored.assign(backward, m_edges.end());
    m_edges.erase(backward, m_edges.end());
    m_order = kahnOrder(size(), m_edges);
}

void Roadmap::assignEras()
{
    const int none = static_cast<int>(m_course.milestones.size());
    m_era.assign(at(size()), none);
    for (int era = 0; era < none; ++era) {
        const Milestone& stage = m_course.milestones[at(era)];
        if (stage.view) {
            continue;
        }
        for (const QString& target : stage.targets) {
            const int index = indexOf(target);
            if (index < 0) {
                continue;
            }
            m_era[at(index)] = std::min(m_era[at(index)], era);
            for (const int before : ancestors(index)) {
                m_era[at(before)] = std::min(m_era[at(before)], era);
            }
        }
    }
}

const Skill* Roadmap::find(const QString& id) const
{
    const int index = indexOf(id);
    const int project = index < 0 ? projectIndex(id) : -1;
    return index >= 0 ? &skill(index) : project >= 0 ? &m_course.projects[at(project)] : nullptr;
}

QString Roadmap::titleOf(const QString& id) const
{
    const Skill* found = find(id);
    return found == nullptr ? id : found->title;
}

int Roadmap::projectIndex(const QString& projectId) const
{
    const auto& projects = m_course.projects;
    const auto found = std::find_if(projects.begin(), projects.end(), [&projectId](const Skill& each) { return each.id == projectId; });
    return found == projects.end() ? -1 : static_cast<int>(found - projects.begin());
}

const ChoiceGroup* Roadmap::choice(const QString& groupId) const
{
    const auto found = std::find_if(
        m_course.choices.begin(), m_course.choices.end(), [&groupId](const ChoiceGroup& group) { return group.id == groupId; });
    return found == m_course.choices.end() ? nullptr : &*found;
}

const Milestone* Roadmap::milestone(const QString& milestoneId) const
{
    const auto found = std::find_if(
        m_course.milestones.begin(), m_course.milestones.end(), [&milestoneId](const Milestone& stage) { return stage.id == milestoneId; });
    return found == m_course.milestones.end() ? nullptr : &*found;
}

std::vector<int> Roadmap::reach(int index, bool forward) const
{
    std::vector<char> seen(at(size()), 0);
    std::vector<int> stack { index };
    while (!stack.empty()) {
        const int node = stack.back();
        stack.pop_back();
        for (const Edge& edge : forward ? outOf(node) : into(node)) {
            const int next = forward ? edge.to : edge.from;
            if (seen[at(next)] == 0) {
                seen[at(next)] = 1;
                stack.push_back(next);
            }
        }
    }
    return indicesOf(seen);
}

std::vector<int> Roadmap::ancestors(int index) const
{
    return reach(index, false);
}

std::vector<int> Roadmap::descendants(int index) const
{
    return reach(index, true);
}

std::vector<int> Roadmap::closure(std::span<const int> targets, const QHash<QString, QStringList>& chosen) const
{
    std::vector<char> in(at(size()), 0);
    std::vector<int> stack;
    const auto take = [&](int index) {
        if (index >= 0 && in[at(index)] == 0) {
            in[at(index)] = 1;
            stack.push_back(index);
        }
    };
    const auto drain = [&] {
        while (!stack.empty()) {
            const int node = stack.back();
            stack.pop_back();
            for (const Edge& edge : into(node)) {
                const bool counts = edge.group < 0 || chosen.value(m_course.choices[at(edge.group)].id).contains(skill(edge.from).id);
                if (counts) {
                    take(edge.from);
                }
            }
        }
    };
    for (const int target : targets) {
        take(target);
    }
    drain();

    // Groups without a choice: the member that adds the fewest hours to what is in already.
    const auto missingHours = [&](int member) {
        std::vector<char> counted = in;
        std::vector<int> open;
        double hours = 0;
        const auto count = [&](int index) {
            if (counted[at(index)] == 0) {
                counted[at(index)] = 1;
                hours += skill(index).hours;
                open.push_back(index);
            }
        };
        count(member);
        while (!open.empty()) {
            const int next = open.back();
            open.pop_back();
            for (const Edge& edge : into(next)) {
                if (edge.group < 0) { // what a further choice would add is decided there
                    count(edge.from);
                }
            }
        }
        return hours;
    };
    for (const int node : m_order) {
        if (in[at(node)] == 0) {
            continue;
        }
        for (const QString& groupId : skill(node).choices) {
            const ChoiceGroup* group = choice(groupId);
            if (group == nullptr) {
                continue;
            }
            int best = -1;
            double bestHours = std::numeric_limits<double>::infinity();
            for (const QString& member : group->members) {
                const int index = indexOf(member);
                if (index >= 0 && missingHours(index) < bestHours) {
                    bestHours = missingHours(index);
                    best = index;
                }
            }
            take(best);
            drain();
        }
    }
    return indicesOf(in);
}

std::vector<int> Roadmap::closure(const Milestone& milestone, const QHash<QString, QStringList>& chosen) const
{
    std::vector<int> targets;
    for (const QString& id : milestone.targets) {
        if (const int index = indexOf(id); index >= 0) {
            targets.push_back(index);
        }
    }
    return closure(targets, chosen);
}

MapInput Roadmap::mapInput() const
{
    QHash<QString, int> areaIndex;
    for (std::size_t i = 0; i < m_course.areas.size(); ++i) {
        areaIndex.insert(m_course.areas[i].id, static_cast<int>(i));
    }
    MapInput input;
    input.areaCount = static_cast<int>(m_course.areas.size());
    input.eraCount = static_cast<int>(m_course.milestones.size()) + 1;
    const std::vector<int> eras = mapEras(m_course.milestones);
    input.nodes.reserve(m_course.skills.size());
    for (int i = 0; i < size(); ++i) {
        MapInput::Node node;
        node.area = areaIndex.value(skill(i).area, 0);
        node.era = eras[at(eraOf(i))];
        input.nodes.push_back(node);
    }
    input.edges.reserve(m_edges.size());
    for (const Edge& edge : m_edges) {
        input.edges.push_back({ edge.from, edge.to, edge.group });
    }
    return input;
}

namespace {

/// Levenshtein distance in code units.
int editDistance(const QString& a, const QString& b)
{
    std::vector<int> row(at(static_cast<int>(b.size()) + 1));
    for (std::size_t j = 0; j < row.size(); ++j) {
        row[j] = static_cast<int>(j);
    }
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int substituted = diagonal + (a[i - 1] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({ row[j] + 1, row[j - 1] + 1, substituted });
        }
    }
    return row.back();
}

} // namespace

QStringList Roadmap::nearest(const QString& mistyped, int count) const
{
    const QString wanted = mistyped.left(80).toLower();
    std::vector<std::pair<int, QString>> ranked;
    eachSkillAndProject(m_course, [&](const Skill& each) {
        const bool part = wanted.size() >= 3 && (each.id.contains(wanted) || wanted.contains(each.id));
        ranked.emplace_back(part ? 0 : editDistance(wanted, each.id), each.id);
    });
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    QStringList ids;
    for (const auto& [distance, id] : ranked) {
        if (ids.size() == count || distance > std::max<qsizetype>(3, wanted.size() / 2)) {
            break;
        }
        ids.append(id);
    }
    return ids;
}

} // namespace waymark::domain
