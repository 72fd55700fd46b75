// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/ScheduleRows.h>

#include <session/UnitPlan.h>

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using learning::ScheduledSkill;
using Kind = ScheduleRow::Kind;

namespace {

constexpr int unitDays = 28; ///< ahead, for which units are worth a line

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// Puts lines below one another and a heading over each month that begins.
class Lines
{
public:
    void add(const ScheduleRow& row)
    {
        const QString month = row.from.isValid() ? QDate(row.from.year(), row.from.month(), 1).toString(Qt::ISODate) : QString();
        if (m_rows.empty() || month != m_month) {
            m_rows.push_back({ Kind::Month, month, row.from, row.from });
            m_month = month;
        }
        m_rows.push_back(row);
    }
    /// The units of the skill that was added last, under no heading of their own.
    void addUnits(const std::vector<session::UnitSpan>& spans, int skill, const QString& id)
    {
        int number = 0;
        for (const session::UnitSpan& span : spans) {
            if (span.skill == skill) {
                ScheduleRow row { Kind::Unit, u"%1/%2"_s.arg(id).arg(++number), span.from, span.to };
                row.title = span.title;
                m_rows.push_back(row);
            }
        }
    }
    [[nodiscard]] std::vector<ScheduleRow> take() { return std::move(m_rows); }

private:
    std::vector<ScheduleRow> m_rows;
    QString m_month;
};

/// Marks the lines of skills with the wishes that they are in.
class WishMarks
{
public:
    explicit WishMarks(const std::vector<session::OrderedWish>& wishes)
    {
        for (const session::OrderedWish& wish : wishes) {
            m_own.insert(wish.skill, wish);
            if (wish.fate == learning::WishFate::Kept) {
                (wish.isAfter ? m_later : m_earlier).insert(wish.other, wish.skill);
            }
        }
    }
    void mark(ScheduleRow& row) const
    {
        const session::OrderedWish own = m_own.value(row.id);
        (own.isAfter ? row.after : row.before) = own.other;
        row.fate = own.fate;
        row.earlier = m_earlier.value(row.id);
        row.later = m_later.value(row.id);
    }

private:
    QHash<QString, session::OrderedWish> m_own;
    QHash<QString, QString> m_earlier; ///< by the skill that they were put before, the last of each
    QHash<QString, QString> m_later; ///< and behind
};

/// Those that lie between today and the end of the plan, by their first day. What has begun already begins today.
std::vector<ScheduleRow> daysOffUntil(const session::Workspace& workspace, QDate today, QDate end)
{
    std::vector<ScheduleRow> rows;
    for (const auto& [id, off] : domain::daysOffInOrder(workspace.progress())) {
        if (off.last >= today && off.first <= end) {
            rows.push_back({ Kind::DaysOff, id, std::max(off.first, today), off.last });
        }
    }
    return rows;
}

} // namespace

std::vector<ScheduleRow> scheduleRows(
    const session::Workspace& workspace, const session::StudyOutset& outset, const learning::Schedule& schedule)
{
    QHash<int, ScheduledSkill> dated;
    QDate end = outset.input.today;
    for (const ScheduledSkill& each : schedule.skills) {
        dated.insert(each.skill, each);
        end = std::max(end, each.to);
    }
    const WishMarks marks(wishesOf(workspace, outset));
    const std::vector<ScheduleRow> daysOff = daysOffUntil(workspace, outset.input.today, end);
    const std::vector<session::UnitSpan> units = session::unitSpans(workspace, outset, schedule, outset.input.today.addDays(unitDays));
    auto off = daysOff.begin();
    Lines lines;
    QDate last = dated.isEmpty() ? QDate() : outset.input.today; // on which a skill that takes no time goes by
    const auto addDaysOff = [&](QDate until) {
        for (; off != daysOff.end() && off->from <= until; ++off) {
            lines.add(*off);
        }
    };
    for (const int skill : outset.order.skills) {
        const QString& id = workspace.roadmap().skill(skill).id;
        const bool takesTime = outset.input.hours[at(skill)] > 0;
        const ScheduledSkill days = dated.value(skill, takesTime ? ScheduledSkill { skill, {}, {} } : ScheduledSkill { skill, last, last });
        last = days.from;
        const QDate& deadline = outset.input.deadline;
        if (!dated.isEmpty()) {
            addDaysOff(days.from.isValid() ? days.from : end);
        }
        ScheduleRow row { Kind::Skill, id, days.from, days.to, outset.input.hours[at(skill)], workspace.states()[at(skill)] };
        row.isLate = deadline.isValid() && days.to > deadline;
        marks.mark(row);
        lines.add(row);
        lines.addUnits(units, skill, id);
    }
    if (!dated.isEmpty()) {
        addDaysOff(end);
    }
    return lines.take();
}

} // namespace waymark::ui
