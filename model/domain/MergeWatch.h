// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    /// The watch must outlive this.
    MergeStretch(const MergeWatch& watch, int from, int to)
        : m_watch(&watch)
        , m_from(from)
        , m_to(to)
    {
    }

    /// Says how far it is; false where it is to stop.
    [[nodiscard]] bool goesOn(std::size_t done, std::size_t of) const
    {
        constexpr std::size_t often = 32;
        if (done % often != 0) {
            return true;
        }
        if (m_watch->progress) {
            m_watch->progress(at(done, of));
        }
        return !m_watch->stop.stop_requested();
    }
    [[nodiscard]] const std::stop_token& stop() const { return m_watch->stop; }
    /// The stretch of one of its steps.
    [[nodiscard]] MergeStretch part(std::size_t step, std::size_t of) const { return { *m_watch, at(step, of), at(step + 1, of) }; }

private:
    [[nodiscard]] int at(std::size_t done, std::size_t of) const
    {
        return of == 0 ? m_to : m_from + static_cast<int>(done * static_cast<std::size_t>(m_to - m_from) / of);
    }

    const MergeWatch* m_watch;
    int m_from = 0;
    int m_to = 0;
};

} // namespace waymark::domain
