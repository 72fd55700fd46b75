// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/planpage/PageParts.h>

#include <ui/planpage/PageWords.h>
#include <ui/planpage/PageWriter.h>
#include <ui/planpage/PlanDigest.h>
#include <ui/words/ReviewWords.h>
#include <ui/words/Words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::PlanEvent;
using exchange::PlanMilestone;
using exchange::PlanSkill;

namespace {

constexpr std::size_t daysShown = 7; ///< of the history; earlier ones are folded

class ProgressPart
{
    Q_DECLARE_TR_FUNCTIONS(PlanPage)

public:
    explicit ProgressPart(const PageContext& context)
        : m_context(context)
        , m_page(context.page)
        , m_digest(context.digest)
    {
    }

    void progress() const;
    void history() const;

private:
    void areas() const;
    void milestones() const;
    void milestone(const PlanMilestone& milestone) const;
    void bar(double share) const;
    void days(std::size_t from, std::size_t to) const;
    void event(const PlanEvent& event) const;
    [[nodiscard]] std::vector<std::size_t> dayStarts() const;

    const PageContext& m_context;
    PageWriter& m_page;
    const PlanDigest& m_digest;
};

void ProgressPart::bar(double share) const
{
    const PageWriter::Element bar(
        m_page, "svg", { { "class", u"bar"_s }, { "width", u"100"_s }, { "height", u"10"_s }, { "aria-hidden", u"true"_s } });
    m_page.empty("rect", { { "height", u"10"_s }, { "width", QString::number(qBound(0.0, share, 1.0) * 100, 'f', 1) + u'%' } });
}

void ProgressPart::progress() const
{
    const PageWriter::Element section(m_page, "section", { { "id", u"progress"_s }, { "aria-labelledby", u"heading-progress"_s } });
    m_page.put("h2", tr("Progress"), { { "id", u"heading-progress"_s } });
    areas();
    milestones();
}

void ProgressPart::areas() const
{
    m_page.put("h3", tr("By area"));
    const PageWriter::Element list(m_page, "ul", { { "class", u"areas"_s } });
    for (const PlanDigest::Area& area : m_digest.areas()) {
        if (!area.isCounted()) {
            continue;
        }
        const PageWriter::Element entry(m_page, "li", {});
        m_page.put("span", namePart(area.title), { { "class", u"area-name"_s } });
        m_page.text(u" "_s);
        bar(area.hours > 0 ? area.hoursDone / area.hours : 0);
        m_page.put("span",
            tr("%1 skills, %2 of %3", "3 of 8; hours reached, hours in all")
                .arg(PageWords::ofTotal(area.done, area.total), Words::hours(area.hoursDone), Words::hours(area.hours)),
            { { "class", u"quiet figures"_s } });
    }
}

void ProgressPart::milestones() const
{
    if (m_digest.plan().milestones.empty()) {
        return;
    }
    m_page.put("h3", tr("By milestone"), { { "id", u"heading-milestones"_s } });
    const PageWriter::Element frame(m_page, "div",
        { { "class", u"wide"_s }, { "role", u"region"_s }, { "aria-labelledby", u"heading-milestones"_s }, { "tabindex", u"0"_s } });
    const PageWriter::Element table(m_page, "table", { { "class", u"milestones"_s } });
    {
        const PageWriter::Element head(m_page, "thead", {});
        const PageWriter::Element row(m_page, "tr", {});
        m_page.put("th", tr("Milestone"), { { "scope", u"col"_s } });
        m_page.put("th", tr("Skills reached"), { { "scope", u"col"_s }, { "class", u"figure"_s } });
        m_page.put("th", tr("Hours left"), { { "scope", u"col"_s }, { "class", u"figure"_s } });
    }
    const PageWriter::Element body(m_page, "tbody", {});
    for (const PlanMilestone& each : m_digest.plan().milestones) {
        milestone(each);
    }
}

void ProgressPart::milestone(const PlanMilestone& milestone) const
{
    const bool isGoal = m_digest.goal() == &milestone;
    const PageWriter::Element row(m_page, "tr", { { "class", isGoal ? u"goal-row"_s : QString() } });
    {
        const PageWriter::Element name(m_page, "th", { { "scope", u"row"_s } });
        m_page.name(milestone.title.isEmpty() ? milestone.id : milestone.title);
        if (isGoal) {
            m_page.text(u" "_s);
            m_page.put("span", tr("the goal"), { { "class", u"chip"_s } });
        }
    }
    m_page.put("td", PageWords::ofTotal(milestone.done, milestone.total), { { "class", u"figure"_s } });
    m_page.put("td", milestone.done >= milestone.total && milestone.total > 0 ? tr("reached") : Words::hours(milestone.hoursLeft),
        { { "class", u"figure"_s } });
}

/// The index of the first event of each day, and the end.
std::vector<std::size_t> ProgressPart::dayStarts() const
{
    const std::vector<PlanEvent>& events = m_digest.plan().history;
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (i == 0 || events[i].date != events[i - 1].date) {
            starts.push_back(i);
        }
    }
    starts.push_back(events.size());
    return starts;
}

void ProgressPart::history() const
{
    const PageWriter::Element section(m_page, "section", { { "id", u"history"_s }, { "aria-labelledby", u"heading-history"_s } });
    const bool isFirst = m_digest.plan().lastReview <= 0;
    m_page.put("h2", isFirst ? tr("What was done so far") : tr("What changed since the last review"), { { "id", u"heading-history"_s } });
    const std::vector<std::size_t> starts = dayStarts();
    const std::size_t dayCount = starts.size() - 1;
    if (dayCount == 0) {
        m_page.put(
            "p", isFirst ? tr("Nothing yet: the way begins here.") : tr("Nothing has changed since then."), { { "class", u"quiet"_s } });
        return;
    }
    const std::size_t shown = std::min(dayCount, daysShown);
    days(starts[0], starts[shown]);
    if (shown < dayCount) {
        const PageWriter::Element fold(m_page, "details", {});
        m_page.put("summary", tr("%n earlier day(s)", nullptr, static_cast<int>(dayCount - shown)));
        days(starts[shown], starts[dayCount]);
    }
}

void ProgressPart::days(std::size_t from, std::size_t to) const
{
    const std::vector<PlanEvent>& events = m_digest.plan().history;
    const PageWriter::Element list(m_page, "ul", { { "class", u"days"_s } });
    for (std::size_t i = from; i < to;) {
        const PageWriter::Element day(m_page, "li", {});
        m_page.put("time", PageWords::date(events[i].date), { { "datetime", events[i].date.toString(Qt::ISODate) } });
        const PageWriter::Element done(m_page, "ul", {});
        const QDate date = events[i].date;
        for (; i < to && events[i].date == date; ++i) {
            event(events[i]);
        }
    }
}

void ProgressPart::event(const PlanEvent& event) const
{
    const PageWriter::Element entry(m_page, "li", {});
    const PlanSkill* skill = m_digest.skill(event.skill);
    const QString title = m_digest.titleOf(event.skill);
    const bool isLink = skill != nullptr && hasSection(*skill);
    m_page.phrase(tr("%1: %2", "skill: what happened to it"),
        { isLink ? linkPart(linkTo(event.skill), title) : namePart(title),
            [&](PageWriter& page) { page.text(ReviewWords::happened(event)); } });
}

} // namespace

void writeProgress(const PageContext& context)
{
    ProgressPart(context).progress();
}
void writeHistory(const PageContext& context)
{
    ProgressPart(context).history();
}

} // namespace waymark::ui
