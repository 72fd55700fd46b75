// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/LearningRecords.h>

#include <domain/Wording.h>

namespace waymark::domain {

namespace {

constexpr std::array sourceWords { "quiz", "placement", "lab" };
constexpr std::array phaseWords { "new", "learning", "review", "relearning" };

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
