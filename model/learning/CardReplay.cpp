// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/CardReplay.h>

#include <QDateTime>

#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark::learning {

using domain::RecordKey;

namespace {

constexpr qint64 msecsPerMinute = 60'000;
constexpr qint64 longestClockChange = 120 * msecsPerMinute;
constexpr int longestOffset = 14 * 60; ///< minutes; no zone is farther from UTC
constexpr double tolerance = 1e-6;

bool isClose(double a, double b)
{
    return std::abs(a - b) <= tolerance * std::max({ 1.0, std::abs(a), std::abs(b) });
}

QString textOf(double value)
{
    return QString::number(value, 'g', 9);
}

QString textOf(int value)
{
    return QString::number(value);
}

QString textOf(qint64 moment)
{
    return moment == 0 ? u"none"_s : QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString textOf(CardSchedule::Phase phase)
{
    return domain::toString(phase);
}

QString stabilityText(const std::optional<domain::Memory>& memory)
{
    return memory ? textOf(memory->stability) : u"none"_s;
}

/// The differences of one record.
class Comparison
{
public:
    explicit Comparison(RecordKey key)
        : m_key(std::move(key))
    {
    }

    template <class T> void member(ReplayMember member, T stored, T rebuilt)
    {
        if (stored != rebuilt) {
            add(member, textOf(stored), textOf(rebuilt));
        }
    }

    void memory(const std::optional<domain::Memory>& stored, const std::optional<domain::Memory>& rebuilt)
    {
        if (!stored || !rebuilt) {
            if (stored.has_value() != rebuilt.has_value()) {
                add(ReplayMember::Stability, stabilityText(stored), stabilityText(rebuilt));
            }
            return;
        }
        if (!isClose(stored->stability, rebuilt->stability)) {
            add(ReplayMember::Stability, textOf(stored->stability), textOf(rebuilt->stability));
        }
        if (!isClose(stored->difficulty, rebuilt->difficulty)) {
            add(ReplayMember::Difficulty, textOf(stored->difficulty), textOf(rebuilt->difficulty));
        }
    }

    void add(ReplayMember member, const QString& stored, const QString& rebuilt) { m_found.push_back({ m_key, member, stored, rebuilt }); }

    [[nodiscard]] const std::vector<ReplayDifference>& found() const { return m_found; }

private:
    RecordKey m_key;
    std::vector<ReplayDifference> m_found;
};

void take(std::vector<ReplayDifference>& all, const Comparison& comparison)
{
    all.insert(all.end(), comparison.found().begin(), comparison.found().end());
}

} // namespace

CardReplay::CardReplay(const QTimeZone& zone, const FormerIds& formerIds)
    : m_formerIds(formerIds)
    , m_own(zone)
{
}

/// The learner's zone where it had the offset of the recall, else one that always has it.
LearningDays& CardReplay::daysOf(const domain::Recall& recall)
{
    return m_own.utcOffset(recall.at) / msecsPerMinute == recall.offset ? m_own : daysAt(recall.offset);
}

LearningDays& CardReplay::daysAt(int offset)
{
    const int minutes = std::clamp(offset, -longestOffset, longestOffset);
    return m_fixed.try_emplace(minutes, QTimeZone(minutes * 60)).first->second;
}

/// The elapsed days that some zone with the offset of the recall may have given.
CardReplay::DayRange CardReplay::soundElapsed(qint64 last, const domain::Recall& recall)
{
    if (last == 0) {
        return {};
    }
    LearningDays& days = daysAt(recall.offset);
    const QDate today = days.of(recall.at);
    const auto since
        = [&](qint64 moment) { return static_cast<int>(std::clamp<qint64>(days.of(moment).daysTo(today), 0, longestInterval)); };
    return { since(last + longestClockChange), since(last - longestClockChange) };
}

bool CardReplay::isSoundDue(qint64 due, const Way& way)
{
    if (way.newest == nullptr || way.after.phase != CardSchedule::Phase::Review) {
        return due == way.after.due;
    }
    LearningDays& days = daysAt(way.newest->offset);
    const qint64 start = days.startOf(days.of(way.newest->at).addDays(way.after.scheduledDays));
    return due >= start - longestClockChange && due <= start + longestClockChange;
}

CardSchedule CardReplay::graded(const CardSchedule& card, const domain::Recall& recall, int elapsed, quint64 seed)
{
    if (m_scheduler.settings().retention != recall.retention) {
        RecallSettings settings;
        settings.retention = recall.retention;
        m_scheduler = Scheduler(settings);
    }
    LearningDays& days = daysOf(recall);
    return m_scheduler.graded(card, recall.grade, { recall.at, days.of(recall.at), elapsed }, days, seed);
}

void CardReplay::goOn(Way& way, const RecordKey& key, const domain::Recall& recall, quint64 seed)
{
    const DayRange sound = soundElapsed(way.after.last, recall);
    domain::Recall rebuilt = recall;
    if (recall.elapsedDays < sound.fewest || recall.elapsedDays > sound.most) {
        rebuilt.elapsedDays = recallTime(way.after, recall.at, daysOf(recall)).elapsedDays;
    }
    way.before = std::exchange(way.after, graded(way.after, recall, rebuilt.elapsedDays, seed));
    way.introduced = way.introduced == 0 ? recall.at : way.introduced;
    way.newest = &recall;
    rebuilt.after = *way.after.memory;

    Comparison comparison(key);
    comparison.member(ReplayMember::ElapsedDays, recall.elapsedDays, rebuilt.elapsedDays);
    comparison.memory(recall.after, rebuilt.after);
    if (comparison.found().empty()) {
        return;
    }
    if (way.found.rebuilt.empty()) {
        take(way.found.differences, comparison);
    }
    way.found.rebuilt.emplace_back(key, rebuilt);
}

/// The fuzz of the newest recall came from the ids that the card had then.
void CardReplay::followFormerIds(Way& way, const PracticePath& path, const CardSchedule& stored)
{
    if (way.newest == nullptr || stored.scheduledDays == way.after.scheduledDays) {
        return;
    }
    for (const auto& [skill, card] : m_formerIds.of(domain::Moves::Part::Card, path)) {
        const CardSchedule after = graded(way.before, *way.newest, way.newest->elapsedDays, seedOf(skill, card));
        if (after.scheduledDays == stored.scheduledDays) {
            way.after = after;
            return;
        }
    }
}

void CardReplay::comparePlace(Way& way, const RecordKey& key, const domain::CardState& stored)
{
    const CardSchedule& is = stored.schedule;
    const bool isDueSound = isSoundDue(is.due, way);
    Comparison comparison(key);
    comparison.member(ReplayMember::Phase, is.phase, way.after.phase);
    comparison.member(ReplayMember::Step, is.step, way.after.step);
    comparison.memory(is.memory, way.after.memory);
    comparison.member(ReplayMember::Last, is.last, way.after.last);
    if (!isDueSound) {
        comparison.add(ReplayMember::Due, textOf(is.due), textOf(way.after.due));
    }
    comparison.member(ReplayMember::ScheduledDays, is.scheduledDays, way.after.scheduledDays);
    comparison.member(ReplayMember::Reps, is.reps, way.after.reps);
    comparison.member(ReplayMember::Lapses, is.lapses, way.after.lapses);
    comparison.member(ReplayMember::Introduced, stored.introduced, way.introduced);
    if (comparison.found().empty()) {
        return;
    }
    take(way.found.differences, comparison);
    domain::CardState rebuilt { way.after, way.introduced, stored.suspended, stored.buriedUntil };
    rebuilt.schedule.due = isDueSound ? is.due : way.after.due;
    way.found.rebuilt.emplace_back(key, rebuilt);
}

CardFindings CardReplay::replayed(
    const PracticePath& path, const Line<domain::Recall>& recalls, const domain::CardState* place, bool mustHavePlace)
{
    const quint64 seed = seedOf(path.first, path.second);
    Way way;
    for (const Made<domain::Recall>& made : recalls.records) {
        goOn(way, RecordKey::ofRecall(path.first, path.second, *made.id), *made.record, seed);
    }
    const RecordKey key = RecordKey::ofCard(path.first, path.second);
    if (place != nullptr) {
        followFormerIds(way, path, place->schedule);
        comparePlace(way, key, *place);
    } else if (mustHavePlace) {
        way.found.differences.push_back({ key, ReplayMember::Place, u"none"_s, textOf(way.after.phase) });
        way.found.rebuilt.emplace_back(key, domain::CardState { way.after, way.introduced, false, 0 });
    }
    return std::move(way.found);
}

} // namespace waymark::learning
