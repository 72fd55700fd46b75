// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace waymark::bench {

/// The generator of the floor programs: one seed gives the same numbers on every machine.
class Random
{
public:
    explicit Random(unsigned seed)
        : m_state(seed)
    {
    }

    unsigned next()
    {
        m_state = m_state * 1664525u + 1013904223u;
        return m_state >> 8;
    }
    int below(int count) { return static_cast<int>(next() % static_cast<unsigned>(count)); }

private:
    unsigned m_state;
};

} // namespace waymark::bench
