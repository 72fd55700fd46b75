// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LentStore.h"
#include "MemoryStore.h"

#include <session/RecallDesk.h>

#include <QDateTime>
#include <QMap>
#include <QTimeZone>

#include <algorithm>
#include <memory>

namespace waymark::support {

/// Days of a learner with a library: the clock and the place are the test's. All three skills of courseOfCards() are begun.
class StudyLife
{
public:
    static constexpr qint64 minute = 60'000;
    static constexpr qint64 hour = 60 * minute;
    static constexpr qint64 day = 24 * hour;
    static constexpr int unbounded = 240; ///< minutes of a session in which all fits

    qint64 now = 1'795'255'200'000; ///< 2026-11-21 10:00 UTC
    std::unique_ptr<session::Workspace> workspace;

    explicit StudyLife(const domain::CourseContent& content, const QByteArray& zone = "UTC")
        : StudyLife(content, std::make_unique<MemoryStore>(), zone)
    {
    }

    StudyLife(const domain::CourseContent& content, std::unique_ptr<domain::Store> store, const QByteArray& zone = "UTC")
        : m_store(std::move(store))
    {
        require(m_store->installCourse(content).has_value(), "the course does not install");
        travelTo(zone);
        for (const domain::Skill& skill : content.course.skills) {
            apply(domain::startSkill(workspace->context(), skill.id, false));
        }
    }

    /// The next start of the program, in another place.
    void travelTo(const QByteArray& zone)
    {
        workspace.reset();
        const QTimeZone here(zone);
        require(here.isValid(), "there is no such zone");
        auto opened = session::Workspace::open(std::make_unique<LentStore>(*m_store), { [this] { return now; }, here });
        require(opened.has_value(), "the library does not open");
        workspace = std::move(*opened);
    }

    domain::Edit apply(const domain::Result<domain::Edit>& edit)
    {
        const auto applied = workspace->apply(edit);
        require(applied.has_value(), "the edit fails");
        return *applied;
    }

    [[nodiscard]] session::RecallDesk desk() const { return session::RecallDesk(*workspace); }
    [[nodiscard]] const domain::SkillProgress& of(const QString& skill) const { return workspace->progress().skill(skill); }
    [[nodiscard]] domain::CardState stateOf(const QString& skill, const QString& card) const { return of(skill).cards.value(card); }

    void grade(const QString& skill, const QString& card, domain::Grade grade, int milliseconds = 4000)
    {
        const auto shown = desk().card(skill, card);
        require(shown.has_value(), "there is no such card");
        apply(desk().graded(*shown, grade, milliseconds));
    }

    /// Answers what is asked until nothing is, four seconds a card; at most `most` cards. How many it were.
    int study(domain::Grade grade, int most = 1000)
    {
        int count = 0;
        for (; count < most; ++count) {
            const session::RecallTurn turn = desk().next(unbounded);
            if (!turn.card) {
                break;
            }
            apply(desk().graded(*turn.card, grade, 4000));
            now += 4000;
        }
        return count;
    }

    void answer(const QString& skill, const QString& question, bool right)
    {
        domain::Attempt attempt;
        attempt.right = right;
        attempt.offset = offset();
        apply(domain::answerQuestion(workspace->context(), skill, question, attempt));
    }

    [[nodiscard]] bool isAsked(const QString& skill, const QString& card) const
    {
        const auto cards = desk().cards();
        const auto session = desk().session(cards, unbounded);
        return std::any_of(session.cards.begin(), session.cards.end(), [&](int index) {
            const learning::QueueCard& each = cards[static_cast<std::size_t>(index)];
            return each.skill == skill && each.card == card;
        });
    }

    /// New cards of a session that begins now.
    [[nodiscard]] int freshNow() const { return desk().due().fresh; }

    /// How many cards were introduced on each learning day, counted where and when they were by the clock of that moment.
    [[nodiscard]] QMap<QDate, int> introducedByDay() const
    {
        QMap<QDate, int> days;
        for (const domain::SkillProgress& skill : workspace->progress().skills()) {
            for (auto card = skill.cards.cbegin(); card != skill.cards.cend(); ++card) {
                for (const domain::Recall& recall : skill.recalls.value(card.key())) {
                    if (card->introduced != 0 && recall.at == card->introduced) {
                        ++days[dayOf(recall.at, recall.offset)];
                        break;
                    }
                }
            }
        }
        return days;
    }

    /// A learning day by the calendar alone, to hold against the engine's.
    [[nodiscard]] static QDate dayOf(qint64 at, int offset)
    {
        return QDateTime::fromMSecsSinceEpoch(at + offset * minute - 4 * hour, Qt::UTC).date();
    }

    [[nodiscard]] int offset() const { return workspace->zone().offsetFromUtc(QDateTime::fromMSecsSinceEpoch(now, Qt::UTC)) / 60; }
    [[nodiscard]] QDate today() const { return dayOf(now, offset()); }
    [[nodiscard]] QByteArray hash() const { return domain::contentHash(workspace->progress()); }

private:
    static void require(bool holds, const char* what)
    {
        if (!holds) {
            qFatal("%s", what);
        }
    }

    std::unique_ptr<domain::Store> m_store;
};

} // namespace waymark::support
