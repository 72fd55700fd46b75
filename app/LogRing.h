// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <string_view>

namespace waymark::app {

/// The last lines of a log, in memory that is there from the start: any thread adds, nobody waits, and what a crash leaves can be read by
/// a signal handler. A line that is being written while it is read is left out.
class LogRing
{
public:
    static constexpr std::size_t capacity = 200; ///< lines; an older one makes room
    static constexpr std::size_t width = 160; ///< bytes of a line; what is longer is cut

    void add(std::string_view text) noexcept
    {
        const std::uint64_t number = m_next.fetch_add(1, std::memory_order_acq_rel);
        Line& line = m_lines[number % capacity];
        line.number.store(0, std::memory_order_release);
        line.size = std::min(text.size(), width);
        std::copy_n(text.data(), line.size, line.text.data());
        line.number.store(number + 1, std::memory_order_release);
    }

    /// Oldest first. Safe in a signal handler if `visit` is.
    template <class Visit> void forEach(Visit&& visit) const noexcept
    {
        const std::uint64_t end = m_next.load(std::memory_order_acquire);
        for (std::uint64_t number = end > capacity ? end - capacity : 0; number != end; ++number) {
            const Line& line = m_lines[number % capacity];
            if (line.number.load(std::memory_order_acquire) == number + 1) {
                visit(std::string_view(line.text.data(), std::min(line.size, width)));
            }
        }
    }

private:
    struct Line
    {
        std::atomic<std::uint64_t> number = 0; ///< 1 for the first line; 0 while it is written
        std::size_t size = 0;
        std::array<char, width> text {};
    };

    std::atomic<std::uint64_t> m_next = 0;
    std::array<Line, capacity> m_lines {};
};

} // namespace waymark::app
