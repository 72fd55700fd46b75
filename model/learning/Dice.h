// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <random>

namespace waymark::learning {

/// Seeded chance. The engine is fixed by the C++ standard and its distributions are not, so the numbers are made here: a seed gives the
/// same ones with every standard library.
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_engine(seed)
    {
    }

    /// In [0, 1): the upper 53 bits, as many as a double holds.
    [[nodiscard]] double uniform() { return static_cast<double>(m_engine() >> 11) * 0x1.0p-53; }
    [[nodiscard]] bool isHit(double chance) { return uniform() < chance; }
    /// In [0, count); `count` is at least 1.
    [[nodiscard]] std::size_t below(std::size_t count) { return static_cast<std::size_t>(uniform() * static_cast<double>(count)); }

private:
    std::mt19937_64 m_engine;
};

} // namespace waymark::learning
