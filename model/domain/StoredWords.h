// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Records.h>

namespace waymark::domain {

/// The value of a word in a stored record. What is no word of ours is read as that which claims least.
inline void readWord(const QString& word, Mark& mark)
{
    mark = markFrom(word).value_or(Mark::Started);
}
inline void readWord(const QString& word, EvidenceKind& kind)
{
    kind = evidenceKindFrom(word).value_or(EvidenceKind::Note);
}
inline void readWord(const QString& word, Attempt::Source& source)
{
    source = attemptSourceFrom(word).value_or(Attempt::Source::Quiz);
}
inline void readWord(const QString& word, CardSchedule::Phase& phase)
{
    phase = phaseFrom(word).value_or(CardSchedule::Phase::New);
}
inline void readWord(const QString& word, Decision& decision)
{
    decision = decisionFrom(word).value_or(Decision::RequestChanges);
}
inline void readWord(const QString& word, ReviewerRole& role)
{
    role = reviewerRoleFrom(word).value_or(ReviewerRole::Peer);
}
inline void readWord(const QString& word, SignatureState& state)
{
    state = signatureStateFrom(word).value_or(SignatureState::None);
}
inline void readWord(const QString& word, ReviewAnswer::Kind& kind)
{
    kind = reviewAnswerFrom(word).value_or(ReviewAnswer::Kind::Accepted);
}

inline void readWord(const QString& word, BoardLane& lane)
{
    lane = boardLaneFrom(word).value_or(BoardLane::Backlog);
}

/// A grade of 1 to 4; what is none is Again, the careful reading of a damaged record.
[[nodiscard]] inline Grade gradeFrom(int number)
{
    return number >= 1 && number <= 4 ? static_cast<Grade>(number) : Grade::Again;
}

} // namespace waymark::domain
