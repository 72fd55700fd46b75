// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/LearningRecords.h>

#include <algorithm>
#include <array>

namespace waymark::domain {

namespace {

constexpr std::array sourceWords { "quiz", "placement", "lab" };
constexpr std::array phaseWords { "new", "learning", "review", "relearning" };

template <class E, std::size_t N> QString wordOf(const std::array<const char*, N>& words, E value)
{
    return QString::fromLatin1(words.at(static_cast<std::size_t>(value)));
}

template <class E, std::size_t N> std::optional<E> valueOf(const std::array<const char*, N>& words, const QString& word)
{
    const auto found = std::find_if(words.begin(), words.end(), [&word](const char* each) { return word == QLatin1StringView(each); });
    return found == words.end() ? std::nullopt : std::optional(static_cast<E>(found - words.begin()));
}

} // namespace

QString toString(Attempt::Source source)
{
    return wordOf(sourceWords, source);
}

std::optional<Attempt::Source> attemptSourceFrom(const QString& word)
{
    return valueOf<Attempt::Source>(sourceWords, word);
}

QString toString(CardSchedule::Phase phase)
{
    return wordOf(phaseWords, phase);
}

std::optional<CardSchedule::Phase> phaseFrom(const QString& word)
{
    return valueOf<CardSchedule::Phase>(phaseWords, word);
}

} // namespace waymark::domain
