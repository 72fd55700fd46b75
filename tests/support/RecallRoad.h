// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Edits.h>
#include <learning/Replay.h>
#include <learning/Scheduling.h>

#include <QDateTime>

#include <random>

/// A learner who recalls cards of one skill over months, at random from a seed, through the edits of domain.
namespace waymark::fixture {

using namespace Qt::StringLiterals;
using namespace domain;

inline constexpr qint64 minute = 60'000;
inline constexpr qint64 day = 86'400'000;

class RecallRoad
{
public:
    inline static const QString skill = u"vcs-git"_s;

    explicit RecallRoad(quint64 seed, QTimeZone zone = QTimeZone::utc())
        : m_random(seed)
        , m_zone(std::move(zone))
        , m_roadmap(courseOfOneSkill())
    {
    }

    [[nodiscard]] int below(int limit) { return static_cast<int>(m_random() % static_cast<quint64>(limit)); }
    [[nodiscard]] Progress& progress() { return m_progress; }
    [[nodiscard]] const QHash<QString, qint64>& order() const { return m_order; }
    [[nodiscard]] const Course& course() const { return m_roadmap.course(); }
    [[nodiscard]] qint64 now() const { return m_now; }
    void wait(qint64 milliseconds) { m_now += milliseconds; }
    void travelTo(const QTimeZone& zone) { m_zone = zone; }
    void wantRetention(double retention) { m_retention = retention; }

    void recall(const QString& card, Grade grade)
    {
        const CardSchedule before = m_progress.skill(skill).cards.value(card).schedule;
        learning::RecallSettings settings;
        settings.retention = m_retention;
        learning::LearningDays days(m_zone);
        Recall made;
        made.grade = grade;
        const CardSchedule after = learning::graded(before, grade, m_now, m_zone, settings, learning::seedOf(skill, card));
        made.after = *after.memory;
        made.elapsedDays = learning::elapsedDays(before, days.of(m_now), days);
        made.algorithm = learning::fsrsAlgorithm.toString();
        made.weights = learning::defaultWeights.toString();
        made.offset = m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(m_now, Qt::UTC)) / 60;
        made.retention = m_retention;
        apply(recallCard(context(), skill, card, made, after));
    }

    void answer(const QString& question, bool right, Attempt::Source source = Attempt::Source::Quiz)
    {
        Attempt attempt;
        attempt.right = right;
        attempt.source = source;
        apply(answerQuestion(context(), skill, question, attempt));
    }

    /// Recalls, waits, other wishes and now and then another place; `count` recalls in all.
    void walk(int count, bool travels)
    {
        static const QList<QByteArray> places { "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Auckland",
            "Asia/Kolkata", "Antarctica/Troll", "UTC" };
        for (int i = 0; i < count; ++i) {
            recall(course().skills[0].cards[below(static_cast<int>(course().skills[0].cards.size()))], static_cast<Grade>(1 + below(4)));
            const int pause = below(10);
            wait(pause < 5 ? below(30) * minute : pause < 8 ? below(72) * 60 * minute : below(80) * day + below(24) * 60 * minute);
            if (below(6) == 0) {
                wantRetention(0.7 + below(30) / 100.0);
            }
            if (travels && below(5) == 0) {
                travelTo(QTimeZone(places[below(static_cast<int>(places.size()))]));
            }
            if (below(9) == 0) {
                apply(buryCard(context(), skill, course().skills[0].cards[below(3)], m_now + day));
            }
        }
    }

    void apply(const Result<Edit>& edit)
    {
        if (!edit || !applyTo(m_progress, *edit)) {
            qFatal("an edit of the road does not apply");
        }
        m_order.insert(edit->id, m_order.size() + 1);
    }
    [[nodiscard]] EditContext context() { return { m_roadmap, m_progress, m_now, u"edit-%1"_s.arg(m_random(), 16, 16, QChar(u'0')) }; }

    [[nodiscard]] learning::Replay replayed(const QTimeZone& home = QTimeZone::utc()) const
    {
        return learning::replay(m_progress, { home, m_order, &course() });
    }

private:
    static Course courseOfOneSkill()
    {
        Course course;
        course.id = u"road"_s;
        Skill of;
        of.id = skill;
        of.cards = { u"commit"_s, u"branch"_s, u"merge"_s };
        of.questions = { u"which"_s, u"why"_s };
        course.skills.push_back(of);
        return course;
    }

    std::mt19937_64 m_random;
    qint64 m_now = 1'793'620'800'000; // 2026-11-02T12:00:00Z
    double m_retention = 0.9;
    QTimeZone m_zone;
    Roadmap m_roadmap;
    Progress m_progress;
    QHash<QString, qint64> m_order;
};

/// "commit stability 3 -> 4", a line for each difference.
inline QStringList linesOf(const learning::Replay& replay)
{
    QStringList lines;
    for (const learning::ReplayDifference& each : replay.differences) {
        lines.append(u"%1 %2 %3 -> %4"_s.arg(each.key.item, learning::toString(each.member), each.stored, each.rebuilt));
    }
    return lines;
}

} // namespace waymark::fixture
