// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <bit>
#include <vector>

namespace waymark::learning {

/// Skills of one roadmap, by index, a bit each: whole words are compared where lists would be walked. Sets of different sizes do not mix.
class SkillSet
{
public:
    SkillSet() = default;
    explicit SkillSet(int size)
        : m_words((static_cast<std::size_t>(size) + 63) / 64, 0)
    {
    }

    [[nodiscard]] bool has(int skill) const { return (word(skill) & bit(skill)) != 0; }
    void add(int skill) { word(skill) |= bit(skill); }
    void remove(int skill) { word(skill) &= ~bit(skill); }
    void set(int skill, bool in) { in ? add(skill) : remove(skill); }

    [[nodiscard]] bool isEmpty() const
    {
        return std::ranges::all_of(m_words, [](quint64 each) { return each == 0; });
    }
    void addAll(const SkillSet& other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            m_words[i] |= other.m_words[i];
        }
    }
    [[nodiscard]] bool hasAll(const SkillSet& other) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            if ((other.m_words[i] & ~m_words[i]) != 0) {
                return false;
            }
        }
        return true;
    }
    [[nodiscard]] bool hasAny(const SkillSet& other) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            if ((other.m_words[i] & m_words[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /// Calls `visit(skill)` for each skill of the set, ascending.
    template <class Visit> void forEach(Visit visit) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            for (quint64 rest = m_words[i]; rest != 0; rest &= rest - 1) {
                visit(static_cast<int>(i) * 64 + std::countr_zero(rest));
            }
        }
    }

    bool operator==(const SkillSet&) const = default;

private:
    [[nodiscard]] static quint64 bit(int skill) { return quint64 { 1 } << (static_cast<unsigned>(skill) % 64U); }
    [[nodiscard]] quint64& word(int skill) { return m_words[static_cast<std::size_t>(skill) / 64]; }
    [[nodiscard]] const quint64& word(int skill) const { return m_words[static_cast<std::size_t>(skill) / 64]; }

    std::vector<quint64> m_words;
};

} // namespace waymark::learning
