// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <stop_token>

namespace waymark::domain {

/// How whoever waits for a merge hears of it and ends it.
struct MergeWatch
{
    std::stop_token stop; ///< asked at least every 100 ms of work
    std::function<void(int permille)> progress {}; ///< from the thread of the merge; may be null
};

/// One stretch of a merge, from one of its thousandths to another.
class MergeStretch
{
public:
    MergeStretch() = default; ///< nobody watches, and nothing stops it
    /// The watch must outlive this.
    MergeStretch(const MergeWatch& watch, int from, int to)
        : m_watch(&watch)
        , m_from(from)
        , m_to(to)
    {
    }

    static constexpr std::size_t often = 32; ///< steps from one word to the next, unless one may be long
    /// Says how far it is, at every so many steps; false where it is to stop.
    [[nodiscard]] bool goesOn(std::size_t done, std::size_t of, std::size_t every = often) const
    {
        if (m_watch == nullptr || done % every != 0) {
            return true;
        }
        if (m_watch->progress) {
            m_watch->progress(at(done, of));
        }
        return !m_watch->stop.stop_requested();
    }
    [[nodiscard]] std::stop_token stop() const { return m_watch == nullptr ? std::stop_token() : m_watch->stop; }
    /// The stretch of one of its steps.
    [[nodiscard]] MergeStretch part(std::size_t step, std::size_t of) const { return upTo(step, step + 1, of); }

    /// From the beginning of one of its steps to that of another one.
    [[nodiscard]] MergeStretch upTo(std::size_t step, std::size_t end, std::size_t of) const
    {
        return m_watch == nullptr ? MergeStretch() : MergeStretch(*m_watch, at(step, of), at(end, of));
    }

private:
    [[nodiscard]] int at(std::size_t done, std::size_t of) const
    {
        return of == 0 ? m_to : m_from + static_cast<int>(std::min(done, of) * static_cast<std::size_t>(m_to - m_from) / of);
    }

    const MergeWatch* m_watch = nullptr;
    int m_from = 0;
    int m_to = 0;
};

/// Gives back the room of a map some entries at a time: at the end of its life a large one would take longer than words may lie apart.
/// Where it was stopped it goes on in silence; false then.
template <class Map> bool release(Map& map, const MergeStretch& stretch)
{
    const std::size_t all = map.size();
    bool goesOn = !stretch.stop().stop_requested();
    while (goesOn && !map.empty()) {
        goesOn = stretch.goesOn(all - map.size(), all);
        map.erase(map.begin());
    }
    map.clear();
    return goesOn;
}

} // namespace waymark::domain
