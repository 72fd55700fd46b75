// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/NextSteps.h>

#include <learning/Standing.h>
#include <learning/StudyOrder.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::learning {

using domain::Milestone;
using domain::Progress;
using domain::Roadmap;

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// How many skills of the way wait for this one alone.
int unlockCount(const Roadmap& roadmap, const std::vector<char>& way, const std::vector<SkillState>& states, int index)
{
    int count = 0;
    for (const Roadmap::Edge& out : roadmap.outOf(index)) {
        if (way[at(out.to)] == 0 || states[at(out.to)] != SkillState::Locked) {
            continue;
        }
        const auto& into = roadmap.into(out.to);
        const bool onlyThis = std::all_of(into.begin(), into.end(),
            [&](const Roadmap::Edge& edge) { return edge.from == index || edge.group >= 0 || isReached(states[at(edge.from)]); });
        count += onlyThis ? 1 : 0;
    }
    return count;
}

class Picker
{
public:
    Picker(const Roadmap& roadmap, const Progress& progress, const std::vector<SkillState>& states, const std::vector<int>& way, qint64 now)
        : m_roadmap(roadmap)
        , m_progress(progress)
        , m_states(states)
        , m_now(now)
        , m_way(at(roadmap.size()), 0)
    {
        for (const int index : way) {
            m_way[at(index)] = 1;
        }
        m_chain = chainHours(roadmap, way, states);
        for (const int index : way) {
            if (states[at(index)] == SkillState::Learning) {
                m_begun.push_back(index);
            } else if (states[at(index)] == SkillState::Ready) {
                m_ready.push_back(index);
            }
        }
        std::stable_sort(m_begun.begin(), m_begun.end(), [this](int a, int b) { return touched(a) > touched(b); });
        std::stable_sort(m_ready.begin(), m_ready.end(), [this](int a, int b) { return m_chain[at(a)] > m_chain[at(b)]; });
        m_longest = m_ready.empty() ? -1 : m_ready.front();
    }

    /// What is the first of the order by the learner's wishes is the first step, and what a wish lets wait comes behind its like.
    void heed(const std::vector<Wish>& wishes, const StudyOrder& order)
    {
        std::vector<char> waits(m_way.size(), 0);
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            if (order.wishes[i] == WishFate::Kept) {
                waits[at(wishes[i].isAfter ? wishes[i].skill : wishes[i].other)] = 1;
            }
        }
        const std::vector<int>& likeliest = m_begun.empty() ? m_ready : m_begun;
        if (!order.skills.empty() && !likeliest.empty() && order.skills.front() != likeliest.front()) {
            m_wished = order.skills.front();
        }
        for (std::vector<int>* like : { &m_begun, &m_ready }) {
            std::stable_partition(like->begin(), like->end(), [&waits](int index) { return waits[at(index)] == 0; });
        }
    }

    std::vector<NextStep> pick(int count)
    {
        if (m_wished) {
            add(*m_wished, m_states[at(*m_wished)] == SkillState::Learning ? NextReason::Continue : NextReason::Wished, count);
        }
        for (const int index : m_begun) {
            if (!isPicked(index)) {
                add(index, NextReason::Continue, count);
            }
        }
        const bool alone = m_begun.empty() && m_ready.size() == 1;
        for (const bool freshArea : { true, false }) {
            for (const int index : m_ready) {
                if (!isPicked(index) && (!freshArea || !hasArea(m_roadmap.skill(index).area))) {
                    add(index, alone ? NextReason::OnlyStep : reasonFor(index), count);
                }
            }
        }
        return m_steps;
    }

private:
    [[nodiscard]] qint64 touched(int index) const { return lastTouched(m_progress.skill(m_roadmap.skill(index).id), m_now); }

    [[nodiscard]] bool isPicked(int index) const
    {
        return std::any_of(m_steps.begin(), m_steps.end(), [index](const NextStep& step) { return step.skill == index; });
    }

    [[nodiscard]] bool hasArea(const QString& area) const
    {
        return std::any_of(m_steps.begin(), m_steps.end(), [&](const NextStep& step) { return m_roadmap.skill(step.skill).area == area; });
    }

    [[nodiscard]] NextReason reasonFor(int index) const
    {
        if (index == m_longest) {
            return NextReason::LongestChain;
        }
        if (unlockCount(m_roadmap, m_way, m_states, index) > 0) {
            return NextReason::Unlocks;
        }
        return !m_steps.empty() && !hasArea(m_roadmap.skill(index).area) ? NextReason::Variety : NextReason::OnTheWay;
    }

    void add(int index, NextReason reason, int count)
    {
        if (static_cast<int>(m_steps.size()) < count) {
            m_steps.push_back({ index, reason, unlockCount(m_roadmap, m_way, m_states, index), m_chain[at(index)] });
        }
    }

    const Roadmap& m_roadmap;
    const Progress& m_progress;
    const std::vector<SkillState>& m_states;
    qint64 m_now;
    std::vector<char> m_way;
    std::vector<double> m_chain;
    std::vector<int> m_begun;
    std::vector<int> m_ready;
    int m_longest = -1; ///< of the ready ones that with the longest chain ahead; -1 for none
    std::optional<int> m_wished; ///< the first step, where the learner's wishes make it so
    std::vector<NextStep> m_steps;
};

} // namespace

namespace {

/// One after the skill that was begun last or that the learner wants first, so that it is not lost behind many that were begun; the others
/// only where there is room.
void addFading(std::vector<NextStep>& steps, const std::vector<SkillState>& states, int count)
{
    auto place = steps.begin();
    if (place != steps.end() && (place->reason == NextReason::Continue || place->reason == NextReason::Wished)) {
        ++place;
    }
    for (int i = 0; i < static_cast<int>(states.size()); ++i) {
        if (states[at(i)] == SkillState::Fading) {
            place = steps.insert(place, { i, NextReason::Fading }) + 1;
            if (static_cast<int>(steps.size()) >= count) {
                break;
            }
            place = steps.end();
        }
    }
    if (static_cast<int>(steps.size()) > count) {
        steps.resize(at(count));
    }
}

} // namespace

QString toString(NextReason reason)
{
    switch (reason) {
    case NextReason::Continue:
        return u"continue"_s;
    case NextReason::Fading:
        return u"fading"_s;
    case NextReason::OnlyStep:
        return u"only-step"_s;
    case NextReason::LongestChain:
        return u"longest-chain"_s;
    case NextReason::Unlocks:
        return u"unlocks"_s;
    case NextReason::Variety:
        return u"variety"_s;
    case NextReason::OnTheWay:
        return u"on-the-way"_s;
    case NextReason::Wished:
        return u"wished"_s;
    }
    return {};
}

const Milestone* headingFor(const Roadmap& roadmap, const Progress& progress, const std::vector<SkillState>& states)
{
    const auto isOpen = [&](const Milestone& stage) {
        const MilestoneStanding standing = standingOf(roadmap, progress, states, stage);
        return standing.done < standing.total;
    };
    const Milestone* wanted = roadmap.milestone(progress.goal().milestone);
    if (wanted != nullptr && isOpen(*wanted)) {
        return wanted;
    }
    for (const Milestone& stage : roadmap.course().milestones) {
        if (!stage.view && isOpen(stage)) {
            return &stage;
        }
    }
    return nullptr;
}

std::vector<NextStep> nextSteps(
    const Roadmap& roadmap, const Progress& progress, const std::vector<SkillState>& states, const Moment& moment, int count)
{
    std::vector<NextStep> steps;
    const auto fill = [&](const Milestone& stage, const std::vector<Wish>& wishes) {
        const std::vector<int> way = wayTo(roadmap, progress, states, stage);
        Picker picker(roadmap, progress, states, way, moment.now);
        if (!wishes.empty()) {
            picker.heed(wishes, studyOrder(roadmap, progress, states, { way, wishes, {} }, moment));
        }
        for (NextStep step : picker.pick(count)) {
            const bool isNew = std::none_of(steps.begin(), steps.end(), [&step](const NextStep& each) { return each.skill == step.skill; });
            if (isNew && static_cast<int>(steps.size()) < count) {
                step.milestone = static_cast<int>(&stage - roadmap.course().milestones.data());
                steps.push_back(step);
            }
        }
    };
    if (const Milestone* heading = headingFor(roadmap, progress, states)) {
        fill(*heading, wishesIn(roadmap, progress));
        for (const Milestone& stage : roadmap.course().milestones) {
            if (!stage.view && &stage > heading) {
                fill(stage, {});
            }
        }
    }
    addFading(steps, states, count);
    return steps;
}

std::optional<int> nextProject(
    const Roadmap& roadmap, const Progress& progress, const std::vector<SkillState>& projectStates, const Moment& moment)
{
    std::optional<int> begun;
    std::optional<int> ready;
    const auto touched = [&](int index) { return lastTouched(progress.skill(roadmap.course().projects[at(index)].id), moment.now); };
    for (int i = 0; i < static_cast<int>(projectStates.size()); ++i) {
        if (projectStates[at(i)] == SkillState::Learning && (!begun || touched(i) > touched(*begun))) {
            begun = i;
        } else if (projectStates[at(i)] == SkillState::Ready && !ready) {
            ready = i;
        }
    }
    return begun ? begun : ready;
}

} // namespace waymark::learning
