// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/Board.h>

#include <domain/StudyEdits.h>
#include <learning/LearningDays.h>
#include <learning/ReachedAt.h>
#include <learning/Vouching.h>

#include <algorithm>

namespace waymark::learning {

namespace {

using domain::BoardLane;

class Boarder
{
public:
    Boarder(const domain::Roadmap& roadmap, const domain::Progress& progress, const std::vector<SkillState>& states,
        const BoardSource& source, const Moment& moment)
        : m_roadmap(roadmap)
        , m_progress(progress)
        , m_states(states)
        , m_source(source)
        , m_moment(moment)
        , m_isPut(states.size(), 0)
    {
    }

    Board run()
    {
        for (const int skill : m_source.order) {
            put(skill, true);
        }
        // What is begun or was put somewhere is on the board, though the goal may not ask for it.
        for (int skill = 0; skill < m_roadmap.size(); ++skill) {
            put(skill, false);
        }
        auto& done = m_board.lanes[static_cast<std::size_t>(BoardLane::Done)];
        std::stable_sort(
            done.begin(), done.end(), [this](const BoardCard& a, const BoardCard& b) { return reached(a.skill) > reached(b.skill); });
        return m_board;
    }

private:
    void put(int skill, bool isOnWay)
    {
        if (m_isPut[static_cast<std::size_t>(skill)] != 0) {
            return;
        }
        const std::optional<domain::BoardPlace> placed = placeOf(skill);
        const std::optional<BoardLane> lane = laneOf(skill, placed, isOnWay);
        if (lane) {
            m_isPut[static_cast<std::size_t>(skill)] = 1;
            m_board.lanes[static_cast<std::size_t>(*lane)].push_back({ skill, placed && placed->lane == *lane });
        }
    }

    /// The learner's place for a skill, unless it was worked on since.
    [[nodiscard]] std::optional<domain::BoardPlace> placeOf(int skill) const
    {
        const auto found = m_progress.boardPlaces().constFind(m_roadmap.skill(skill).id);
        const bool holds = found != m_progress.boardPlaces().cend() && domain::placeHolds(*found, progressOf(skill), m_moment.now);
        return holds ? std::optional(*found) : std::nullopt;
    }

    [[nodiscard]] std::optional<BoardLane> laneOf(int skill, const std::optional<domain::BoardPlace>& placed, bool isOnWay) const
    {
        const SkillState state = m_states[static_cast<std::size_t>(skill)];
        if (state == SkillState::Skipped || state == SkillState::Assumed) {
            return std::nullopt;
        }
        if (isReached(state)) {
            return laneOfReached(skill, state, placed);
        }
        if (placed && placed->lane != BoardLane::Done) {
            return placed->lane;
        }
        if (state == SkillState::Learning) {
            return BoardLane::Doing;
        }
        if (!isOnWay) {
            return std::nullopt;
        }
        const bool isThisWeek = std::find(m_source.thisWeek.begin(), m_source.thisWeek.end(), skill) != m_source.thisWeek.end();
        return isThisWeek ? BoardLane::Week : BoardLane::Backlog;
    }

    [[nodiscard]] std::optional<BoardLane> laneOfReached(int skill, SkillState state, const std::optional<domain::BoardPlace>& placed) const
    {
        const domain::SkillProgress& progress = progressOf(skill);
        const bool waits = placed ? placed->lane == BoardLane::Waiting
                                  : isSubmitted(progress, state) && masteryOf(m_roadmap.skill(skill), progress, m_moment).needsSignOff;
        if (waits) {
            return BoardLane::Waiting;
        }
        const bool isPutThere = placed && placed->lane == BoardLane::Done && placeInTime(placed->at, m_moment.now) >= m_source.weekStart;
        return isPutThere || reached(skill) >= m_source.weekStart ? std::optional(BoardLane::Done) : std::nullopt;
    }

    [[nodiscard]] const domain::SkillProgress& progressOf(int skill) const { return m_progress.skill(m_roadmap.skill(skill).id); }

    /// As a place in time: see placeInTime().
    [[nodiscard]] qint64 reached(int skill) const
    {
        const auto moment = reachedAt(m_roadmap.skill(skill), progressOf(skill), m_states[static_cast<std::size_t>(skill)]);
        return placeInTime(moment.value_or(0), m_moment.now);
    }

    const domain::Roadmap& m_roadmap;
    const domain::Progress& m_progress;
    const std::vector<SkillState>& m_states;
    const BoardSource& m_source;
    const Moment& m_moment;
    std::vector<char> m_isPut;
    Board m_board;
};

} // namespace

Board boardOf(const domain::Roadmap& roadmap, const domain::Progress& progress, const std::vector<SkillState>& states,
    const BoardSource& source, const Moment& moment)
{
    return Boarder(roadmap, progress, states, source, moment).run();
}

} // namespace waymark::learning
