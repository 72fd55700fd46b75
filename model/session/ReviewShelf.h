// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/PlanDocument.h>
#include <exchange/ReviewDocument.h>
#include <exchange/ReviewMerge.h>
#include <session/Workspace.h>

#include <QHash>

#include <memory>

namespace waymark::session {

/// A review that the learner has, as the screens show it.
struct ReviewLetter
{
    QString id;
    std::shared_ptr<const exchange::ReviewDocument> review;
    domain::SignatureState signature = domain::SignatureState::None;
    bool hasOtherKey = false; ///< the reviewer's name is known with another key
    QString keyOwner; ///< the other name under which the key that signed is known; empty for none
    bool isFromFuture = false; ///< written more than a day after it arrived
    qint64 arrived = 0; ///< UTC milliseconds
    std::vector<exchange::ReviewEntry> entries;
    std::vector<exchange::PlanEvent> since; ///< what the learner did after it was written

    [[nodiscard]] int open() const; ///< entries that wait for the learner
};

/// A comment on a skill, with the review it came in.
struct ReviewThread
{
    QString review;
    QString reviewer;
    qint64 created = 0;
    exchange::ReviewEntry entry;
};

/// A review file that has been read and judged, before it is taken in.
struct ArrivedReview
{
    exchange::ReviewDocument review;
    exchange::ReviewArrival arrival;
};

/// The learner's side of the round trip over a Workspace: the reviews that came, what each says, and what is done with it. What it
/// keeps are parsed files alone; everything else is in the records.
class ReviewShelf
{
public:
    explicit ReviewShelf(Workspace& workspace)
        : m_workspace(workspace)
    {
    }

    /// Newest first.
    [[nodiscard]] std::vector<ReviewLetter> letters() const;
    [[nodiscard]] std::optional<ReviewLetter> letter(const QString& review) const;
    [[nodiscard]] int open() const; ///< entries of all reviews that wait for the learner
    /// Comments and decisions about one skill, newest review first.
    [[nodiscard]] std::vector<ReviewThread> threadsOn(const QString& skill) const;

    /// The revision of the plan as it would go out now.
    [[nodiscard]] QString revision() const;

    /// How a review that was read stands to this library; nothing is changed. The errors of arrivalOf(), with `path` as the subject.
    [[nodiscard]] domain::Result<ArrivedReview> judge(exchange::ReviewDocument review, const QString& path) const;
    /// Reads a .wayreview file; nothing is changed. The errors of readReview() and arrivalOf(), FileMissing, Io.
    [[nodiscard]] domain::Result<ArrivedReview> read(const QString& path) const;

    /// Each one edit, applied. UnknownEvidence for a review that is not there.
    domain::Result<domain::Edit> accept(const QString& review, const QString& entry);
    domain::Result<domain::Edit> reject(const QString& review, const QString& entry);
    domain::Result<domain::Edit> resolve(const QString& review, const QString& entry);
    domain::Result<domain::Edit> reopen(const QString& review, const QString& entry);

private:
    using Act = domain::Result<domain::Edit> (*)(const domain::EditContext&, const exchange::ReviewDocument&, const QString&);
    domain::Result<domain::Edit> act(Act build, const QString& review, const QString& entry);
    [[nodiscard]] std::shared_ptr<const exchange::ReviewDocument> document(const QString& review) const;
    [[nodiscard]] ReviewLetter letterOf(const QString& id, const exchange::ClosedThreads& closed) const;

    /// What was read already, and out of what.
    struct Known
    {
        QByteArray json;
        std::shared_ptr<const exchange::ReviewDocument> review;
    };

    Workspace& m_workspace;
    mutable QHash<QString, Known> m_documents; ///< by review id
};

} // namespace waymark::session
