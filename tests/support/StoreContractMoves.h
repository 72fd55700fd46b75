// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SampleCourse.h"
#include "StoreHarness.h"

#include <QTest>

// What every Store promises of quiz and recall when another edition of the course is installed.
namespace waymark::support {

inline domain::CourseContent sampleWithCards(const QStringList& questions, const QStringList& cards)
{
    domain::CourseContent content = sampleCourse();
    content.course.skills.front().questions = questions;
    content.course.skills.front().cards = cards;
    return content;
}

/// One recall of a card and one answer to a question, both called `id`, and the learner's words for the card.
inline domain::Edit recallAndAnswer(const QString& edit, const QString& id)
{
    using domain::RecordKey;
    const QString git = QStringLiteral("vcs-git");
    domain::CardState state;
    state.schedule = { domain::CardSchedule::Phase::Review, 0, domain::Memory { 12, 5 }, 1000, 90'000'000, 1, 1, 0 };
    state.introduced = 1000;
    domain::Recall recall;
    recall.at = 1000;
    return { edit, domain::EditKind::RecallCard, git, 1000,
        { { RecordKey::ofCard(git, id), std::nullopt, state }, { RecordKey::ofRecall(git, id, edit), std::nullopt, recall },
            { RecordKey::ofAttempt(git, id, edit), std::nullopt, domain::Attempt {} },
            { RecordKey::ofOwnCard(git, id), std::nullopt, domain::OwnCard { QStringLiteral("f"), QStringLiteral("b"), 1000 } } } };
}

inline void courseUpdateMovesCardsAndQuestionsApart(StoreHarness& harness)
{
    const QString git = QStringLiteral("vcs-git");
    const QString old = QStringLiteral("old");
    const QString anew = QStringLiteral("anew");
    QVERIFY(harness.store().installCourse(sampleWithCards({ old }, { old })).has_value());
    QVERIFY(harness.store().commit(recallAndAnswer(QStringLiteral("1"), old)).has_value());
    const domain::Progress before = harness.store().progress().value();

    // The card is renamed; the question of the same id stays.
    domain::CourseContent update = sampleWithCards({ old }, { anew });
    update.course.moved = { { QStringLiteral("vcs-git/old"), anew } };
    QVERIFY(harness.store().installCourse(update).has_value());
    harness.reopen();
    const domain::SkillProgress moved = harness.store().progress().value().skill(git);
    QVERIFY(moved.cards.value(anew) == before.skill(git).cards.value(old));
    QVERIFY(moved.recalls.value(anew) == before.skill(git).recalls.value(old));
    QVERIFY(moved.ownCards.contains(anew) && moved.attempts.contains(old));
    QVERIFY(!moved.cards.contains(old) && !moved.recalls.contains(old) && !moved.ownCards.contains(old));

    QVERIFY(harness.store().undo().has_value());
    QVERIFY(harness.store().progress().value() == domain::Progress());
    QVERIFY(harness.store().redo().has_value());
    QVERIFY(harness.store().progress().value().skill(git) == moved);
}

inline void courseUpdateMovesWhatAMentorSaid(StoreHarness& harness)
{
    using domain::RecordKey;
    const QString old = QStringLiteral("old-git");
    const QString git = QStringLiteral("vcs-git");
    const QString review = QStringLiteral("review");
    const domain::ReceivedReview received { "{\"decisions\":[{\"skill\":\"old-git\"}]}", {}, {}, {}, 1, 2 };
    QVERIFY(harness.store()
                .commit({ QStringLiteral("1"), domain::EditKind::AcceptSuggestion, old, 5,
                    { { RecordKey::ofReview(review), std::nullopt, received },
                        { RecordKey::ofQuestion(old), std::nullopt, domain::MentorQuestion { QStringLiteral("why"), 5 } },
                        { RecordKey::ofScore(old, QStringLiteral("works")), std::nullopt, domain::SelfScore { 2, 5 } },
                        { RecordKey::ofSignOff(old, review), std::nullopt, domain::SignOff {} },
                        { RecordKey::ofReviewAnswer(review, domain::decisionEntry(old)), std::nullopt, domain::ReviewAnswer {} },
                        { RecordKey::ofReviewAnswer(review, old), std::nullopt, domain::ReviewAnswer {} } } })
                .has_value());
    domain::CourseContent update = sampleCourse();
    update.course.moved = { { old, git } };
    QVERIFY(harness.store().installCourse(update).has_value());
    harness.reopen();
    const domain::Progress moved = harness.store().progress().value();
    QVERIFY(moved.skill(old) == domain::SkillProgress());
    QVERIFY(moved.skill(git).question && moved.skill(git).scores.size() == 1 && moved.skill(git).signOffs.contains(review));
    QCOMPARE(moved.answersTo(review).keys(), QStringList({ domain::decisionEntry(git), old })); // a comment's id is no skill's
    QVERIFY(moved.reviews().value(review) == received); // its words are the reviewer's
    QVERIFY(harness.store().undo().has_value());
    QVERIFY(harness.store().progress().value() == domain::Progress());
    QVERIFY(harness.store().redo().has_value());
    QVERIFY(harness.store().progress().value() == moved);
}

inline void whatTheCourseHasNoMoreIsKept(StoreHarness& harness)
{
    const QString id = QStringLiteral("gone");
    QVERIFY(harness.store().installCourse(sampleWithCards({ id }, { id })).has_value());
    QVERIFY(harness.store().commit(recallAndAnswer(QStringLiteral("1"), id)).has_value());
    const domain::Progress before = harness.store().progress().value();

    domain::CourseContent without = sampleCourse();
    without.course.moved
        = { { QStringLiteral("vcs-git/gone"), QStringLiteral("nowhere") }, { QStringLiteral("old"), QStringLiteral("x") } };
    QVERIFY(harness.store().installCourse(without).has_value());
    QVERIFY(harness.store().progress().value() == before);
    without.course.skills.clear(); // the skill as well
    without.course.milestones.clear();
    without.course.choices.clear();
    without.course.projects.clear();
    without.lessons.clear();
    QVERIFY(harness.store().installCourse(without).has_value());
    harness.reopen();
    QVERIFY(harness.store().progress().value() == before);
    QVERIFY(harness.store().installCourse(sampleWithCards({ id }, { id })).has_value());
    QVERIFY(harness.store().progress().value() == before);
    QVERIFY(harness.store().undo().has_value());
    QVERIFY(harness.store().progress().value() == domain::Progress());
}

/// The newest edit is the one that was made last, whatever time it bears.
inline void undoFollowsTheOrderOfEditsAndNotTheirTimes(StoreHarness& harness)
{
    const QString skill = QStringLiteral("a");
    std::optional<domain::Record> before;
    const std::vector<qint64> times { 5000, 1000, 9'000'000'000'000, -7, 0, 5000 };
    for (std::size_t i = 0; i < times.size(); ++i) {
        domain::Edit edit = noteEdit(QString::number(i), skill, before, QStringLiteral("text %1").arg(i));
        edit.at = times[i];
        QVERIFY(harness.store().commit(edit).has_value());
        before = edit.changes[0].after;
    }
    harness.reopen();
    for (std::size_t i = times.size(); i > 0; --i) {
        QCOMPARE(harness.store().undo().value().id, QString::number(i - 1));
    }
    for (std::size_t i = 0; i < times.size(); ++i) {
        QCOMPARE(harness.store().redo().value().id, QString::number(i));
    }
    QCOMPARE(harness.store().journal(1).value().front().edit.at, times.back());
}

} // namespace waymark::support
