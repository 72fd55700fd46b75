// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanHistory.h>

#include <learning/LearningDays.h>

#include <algorithm>
#include <map>

namespace waymark::exchange {

namespace {

/// The events of one library, each made when something of its day and skill turns up.
class Events
{
public:
    Events(qint64 since, const QTimeZone& zone)
        : m_since(since)
        , m_days(zone)
    {
    }

    /// Null for what is not newer.
    [[nodiscard]] PlanEvent* at(qint64 moment, const QString& skill)
    {
        if (moment <= m_since) {
            return nullptr;
        }
        const QDate day = m_days.of(moment);
        PlanEvent& event = m_events[{ -day.toJulianDay(), skill }];
        event.date = day;
        event.skill = skill;
        return &event;
    }

    void add(const QString& id, const domain::SkillProgress& skill)
    {
        if (skill.mark) {
            addMark(id, *skill.mark);
        }
        for (auto item = skill.items.cbegin(); item != skill.items.cend(); ++item) {
            if (PlanEvent* event = item->mark ? at(item->mark->at, id) : nullptr) {
                event->items.append(item.key());
            }
            for (auto proof = item->evidence.cbegin(); proof != item->evidence.cend(); ++proof) {
                if (PlanEvent* event = at(proof->at, id)) {
                    event->evidence.append(proof.key());
                }
            }
        }
    }

    [[nodiscard]] std::vector<PlanEvent> all() const
    {
        std::vector<PlanEvent> events;
        for (const auto& [key, event] : m_events) {
            events.push_back(event);
        }
        return events;
    }

private:
    void addMark(const QString& id, const domain::SkillMark& mark)
    {
        if (PlanEvent* event = mark.startedAt == 0 ? nullptr : at(mark.startedAt, id)) {
            event->begun = true;
        }
        if (PlanEvent* event = mark.mark == domain::Mark::Done ? at(mark.at, id) : nullptr) {
            event->finished = true;
        }
    }

    qint64 m_since = 0;
    learning::LearningDays m_days;
    std::map<std::pair<qint64, QString>, PlanEvent> m_events; ///< by day, newest first, and skill
};

} // namespace

qint64 lastReviewOf(const domain::Progress& progress)
{
    qint64 last = 0;
    for (const domain::ReceivedReview& review : progress.reviews()) {
        last = std::max(last, std::min(review.created, review.at));
    }
    return last;
}

std::vector<PlanEvent> historySince(const domain::Progress& progress, qint64 since, const QTimeZone& zone)
{
    Events events(since, zone);
    for (auto skill = progress.skills().cbegin(); skill != progress.skills().cend(); ++skill) {
        events.add(skill.key(), *skill);
    }
    return events.all();
}

} // namespace waymark::exchange
