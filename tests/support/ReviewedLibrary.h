// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MemoryStore.h"
#include "SampleCourse.h"

#include <domain/ReviewEdits.h>
#include <exchange/ReviewMerge.h>
#include <exchange/ReviewReader.h>
#include <exchange/ReviewSignature.h>
#include <exchange/ReviewWriter.h>
#include <exchange/SigningKey.h>
#include <session/Workspace.h>

#include <memory>

/// A learner's library over the sample course with a finished skill, and reviews of it.
namespace waymark::support {

using namespace Qt::StringLiterals;

inline constexpr qint64 reviewedNow = 1'795'255'200'000; // 2026-11-21 10:00 UTC
inline const QString firstReview = u"44444444-4444-4444-8444-444444444444"_s;
inline const QString secondReview = u"55555555-5555-4555-8555-555555555555"_s;

inline void mustApply(session::Workspace& workspace, const domain::Result<domain::Edit>& edit)
{
    if (!workspace.apply(edit)) {
        qFatal("an edit of the fixture failed: %s", qPrintable(edit ? QString() : edit.error().subject + u' ' + edit.error().detail));
    }
}

/// "vcs-git" is finished with evidence on its two lines.
inline std::unique_ptr<session::Workspace> reviewedLibrary(MemoryStore** store = nullptr)
{
    auto owned = std::make_unique<MemoryStore>();
    if (store != nullptr) {
        *store = owned.get();
    }
    if (!owned->installCourse(sampleCourse())) {
        qFatal("the course of the fixture does not install");
    }
    auto workspace = std::move(*session::Workspace::open(std::move(owned), { [] { return reviewedNow; }, QTimeZone::utc() }));
    const auto proof = [](const QString& text) { return domain::Evidence { domain::EvidenceKind::Commit, text, 0 }; };
    mustApply(*workspace, domain::startSkill(workspace->context(), u"vcs-git"_s, false));
    mustApply(*workspace, domain::checkItem(workspace->context(), u"vcs-git"_s, u"commit"_s, proof(u"4f2a9c1"_s)));
    mustApply(*workspace, domain::checkItem(workspace->context(), u"vcs-git"_s, u"merge"_s, proof(u"77aa001"_s)));
    mustApply(*workspace, domain::finishSkill(workspace->context(), u"vcs-git"_s));
    return workspace;
}

inline QStringList evidenceOf(const session::Workspace& workspace, const QString& skill)
{
    QStringList hashes;
    for (const domain::ItemProgress& item : workspace.progress().skill(skill).items) {
        for (const domain::Evidence& proof : item.evidence) {
            hashes.append(domain::hashOf(proof));
        }
    }
    return hashes;
}

/// Ada decides about "vcs-git", has a blocker on its second line, praise and a word on the whole: four entries.
inline exchange::ReviewDocument reviewOf(
    const session::Workspace& workspace, domain::Decision decision = domain::Decision::Approve, const QString& id = firstReview)
{
    exchange::ReviewDocument review;
    review.review = id;
    review.plan = *workspace.libraryId();
    review.revision = QString(64, u'a');
    review.reviewer = { u"Ada Example"_s, domain::ReviewerRole::Mentor, {}, {} };
    review.created = reviewedNow - 3'600'000;
    review.comments
        = { { u"c-1"_s, u"vcs-git"_s, u"merge"_s, exchange::CommentKind::Blocker, u"Show the conflict that you solved."_s, false, {} },
              { u"c-2"_s, u"vcs-git"_s, {}, exchange::CommentKind::Praise, u"Clear messages."_s, false, {} } };
    review.decisions
        = { { u"vcs-git"_s, decision, u"It holds together."_s, { { u"works"_s, 3, {} } }, evidenceOf(workspace, u"vcs-git"_s), {}, {} } };
    review.overall = { std::nullopt, u"On a good way."_s, {} };
    return review;
}

inline exchange::SigningKey keyOfAda(char seed = 'a')
{
    return exchange::SigningKey::fromSeed(QByteArray(32, seed), u"Ada Example"_s);
}

inline exchange::ReviewDocument signedBy(const exchange::ReviewDocument& review, const exchange::SigningKey& key)
{
    return *exchange::signedReview(review, key);
}

/// As it would come out of a file.
inline void receive(session::Workspace& workspace, const exchange::ReviewDocument& review)
{
    const auto read = exchange::readReview(exchange::reviewToJson(review), u"a.wayreview"_s);
    if (!read) {
        qFatal("the review of the fixture cannot be read: %s", qPrintable(read.error().detail));
    }
    const auto arrival = exchange::arrivalOf(workspace.context(), *workspace.libraryId(), review.revision, *read, u"a.wayreview"_s);
    if (!arrival) {
        qFatal("the review of the fixture does not arrive");
    }
    mustApply(workspace, arrival->edit);
}

} // namespace waymark::support
