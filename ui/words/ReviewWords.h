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
    /// Each of the four states in one sentence; the name of the reviewer goes into it.
    [[nodiscard]] static QString signature(domain::SignatureState state, const QString& reviewer);
    [[nodiscard]] static QString fingerprint(const QString& fingerprint); ///< as words: "amber canoe ..."
    /// Who signed a skill off, when, how sure that is, and whether it still holds; empty without a sign-off.
    [[nodiscard]] static QString signOff(const learning::Vouching& vouching, const QTimeZone& zone);
    [[nodiscard]] static QString entry(
        const exchange::ReviewEntry& entry, const domain::Roadmap& roadmap); ///< what it is about, on one line
    [[nodiscard]] static QString answer(const exchange::ReviewEntry& entry); ///< where it stands: "Waiting for you"
    [[nodiscard]] static QString gap(const session::ReviewGap& gap, const exchange::PlanDocument& plan);
    /// What a person should know before taking a review in, in sentences; empty where there is nothing to say.
    [[nodiscard]] static QStringList cautions(const exchange::ReviewArrival& arrival, const QString& reviewer);
};

} // namespace waymark::ui
