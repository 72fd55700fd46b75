// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/ReviewMerge.h>
#include <learning/Vouching.h>
#include <session/ReviewDesk.h>

#include <QCoreApplication>

namespace waymark::ui {

/// The words of the round trip with a mentor, wherever they stand. Names and texts of reviews come from strangers: what is given back is
/// plain text.
class ReviewWords
{
    Q_DECLARE_TR_FUNCTIONS(ReviewWords)

public:
    [[nodiscard]] static QString decision(domain::Decision decision); ///< what was decided: "Approved"
    [[nodiscard]] static QString deciding(domain::Decision decision); ///< what to decide: "Approve"
    [[nodiscard]] static QString comment(exchange::CommentKind kind); ///< "Blocker"
    [[nodiscard]] static QString role(domain::ReviewerRole role); ///< "Mentor"
    [[nodiscard]] static QString standing(learning::Standing standing); ///< who vouches: "Own word"
    /// Each of the four states in one sentence; the name of the reviewer goes into it. `keyOwner`: whose key it is known as, where that is
    /// somebody else.
    [[nodiscard]] static QString signature(domain::SignatureState state, const QString& reviewer, const QString& keyOwner = {});
    [[nodiscard]] static QString fingerprint(const QString& fingerprint); ///< as words: "amber canoe ..."
    /// Who signed a skill off, when, how sure that is by the reviewers' keys of today, and whether it still holds; empty without a
    /// sign-off.
    [[nodiscard]] static QString signOff(
        const learning::Vouching& vouching, const QMap<QString, domain::PinnedKey>& keys, const QTimeZone& zone);
    /// Why a skill gives no badge; empty where it does.
    [[nodiscard]] static QString noBadge(const learning::Vouching& vouching);
    /// What makes a sign-off void, a line for each place of the checklist.
    [[nodiscard]] static QStringList changedEvidence(const std::vector<learning::ChangedEvidence>& changed, const domain::Skill& skill);
    [[nodiscard]] static QString entry(
        const exchange::ReviewEntry& entry, const domain::Roadmap& roadmap); ///< what it is about, on one line
    /// The line of the checklist that a comment is about, named as such; empty where it is about the whole.
    [[nodiscard]] static QString line(const exchange::ReviewEntry& entry, const domain::Roadmap& roadmap);
    [[nodiscard]] static QString answer(const exchange::ReviewEntry& entry); ///< where it stands: "Waiting for you"
    [[nodiscard]] static QString gap(const session::ReviewGap& gap, const exchange::PlanDocument& plan);
    /// What is wrong with a comment or a reason that a review could not carry; empty where it fits.
    [[nodiscard]] static QString tooLong(const QString& text, qint64 bytes);
    /// The name under a review, or words for one that has none.
    [[nodiscard]] static QString reviewer(const QString& name);
    /// What is known of a signature, in a word or two, beside its icon: "Verified".
    [[nodiscard]] static QString signatureWord(domain::SignatureState state);
    /// How much of a review waits: "3 open", "Nothing open".
    [[nodiscard]] static QString open(int entries);
    /// What the learner did with one skill on one day: "Git basics: begun, 2 items ticked", and the same without the skill.
    [[nodiscard]] static QString event(const exchange::PlanEvent& event, const domain::Roadmap& roadmap);
    [[nodiscard]] static QString happened(const exchange::PlanEvent& event);
    /// What an edit of acceptEntry() will do to the skill: sign it off, or untick lines of its checklist. `holds` says whether the sign-off
    /// would hold, see learning::vouchingOf(). Empty for a comment.
    [[nodiscard]] static QString accepting(const domain::Edit& edit, bool holds);
    /// How much a review says: "2 decisions, 5 comments".
    [[nodiscard]] static QString contents(const exchange::ReviewDocument& review);
    /// Whose answers wait, and how much of them: "Ada answered: 3 to look at".
    [[nodiscard]] static QString answered(const QStringList& reviewers, int open);
    /// What a person should know before taking a review in, in sentences; empty where there is nothing to say.
    [[nodiscard]] static QStringList cautions(const exchange::ReviewArrival& arrival, const QString& reviewer);

private:
    [[nodiscard]] static QString tooLong(const session::ReviewGap& gap, const QString& title);
};

} // namespace waymark::ui
