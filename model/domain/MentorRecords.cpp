// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/MentorRecords.h>

#include <domain/Wording.h>

namespace waymark::domain {

namespace {

constexpr std::array decisionWords { "approve", "approve-with-notes", "request-changes", "reject" };
constexpr std::array roleWords { "mentor", "peer" };
constexpr std::array signatureWords { "none", "unknown", "verified", "bad" };
constexpr std::array answerWords { "accepted", "rejected", "resolved" };
constexpr QStringView decisionPrefix = u"decision:";

} // namespace

QString toString(Decision decision)
{
    return wordOf(decisionWords, decision);
}

std::optional<Decision> decisionFrom(const QString& word)
{
    return valueOf<Decision>(decisionWords, word);
}

QString toString(ReviewerRole role)
{
    return wordOf(roleWords, role);
}

std::optional<ReviewerRole> reviewerRoleFrom(const QString& word)
{
    return valueOf<ReviewerRole>(roleWords, word);
}

QString toString(SignatureState state)
{
    return wordOf(signatureWords, state);
}

std::optional<SignatureState> signatureStateFrom(const QString& word)
{
    return valueOf<SignatureState>(signatureWords, word);
}

QString toString(ReviewAnswer::Kind kind)
{
    return wordOf(answerWords, kind);
}

std::optional<ReviewAnswer::Kind> reviewAnswerFrom(const QString& word)
{
    return valueOf<ReviewAnswer::Kind>(answerWords, word);
}

QString decisionEntry(const QString& skill)
{
    return decisionPrefix.toString() + skill;
}

std::optional<QString> decidedSkill(const QString& entry)
{
    return entry.startsWith(decisionPrefix) ? std::optional(entry.mid(decisionPrefix.size())) : std::nullopt;
}

} // namespace waymark::domain
