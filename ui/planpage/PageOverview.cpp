// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/planpage/PageParts.h>

#include <ui/planpage/PageBody.h>
#include <ui/planpage/PageWords.h>
#include <ui/planpage/PageWriter.h>
#include <ui/planpage/PlanDigest.h>
#include <ui/words/Words.h>

#include <exchange/IsoMoment.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::PlanDocument;
using exchange::PlanMilestone;
using exchange::PlanSkill;

namespace {

constexpr qsizetype shortRevision = 12;
constexpr std::size_t queueShown = 12; ///< of the skills that wait; more are folded

class Overview
{
    Q_DECLARE_TR_FUNCTIONS(PlanPage)

public:
    explicit Overview(const PageContext& context)
        : m_context(context)
        , m_page(context.page)
        , m_digest(context.digest)
        , m_plan(context.digest.plan())
    {
    }

    void masthead() const;
    void contents() const;
    void goal() const;
    void waiting() const;
    void howToAnswer() const;

private:
    void fact(const QString& term, const PageWriter::Part& value) const;
    void tile(const QString& figure, const QString& caption) const;
    void pace(const PlanMilestone* goal) const;
    void forecast() const;
    void submitted() const;
    void queue(std::size_t from, std::size_t to) const;
    void questions() const;
    [[nodiscard]] static QString handedIn(const PlanSkill& skill);

    const PageContext& m_context;
    PageWriter& m_page;
    const PlanDigest& m_digest;
    const PlanDocument& m_plan;
};

void Overview::fact(const QString& term, const PageWriter::Part& value) const
{
    const PageWriter::Element pair(m_page, "li", {});
    m_page.put("span", term, { { "class", u"term"_s } });
    m_page.text(u" "_s);
    m_page.put("span", value, { { "class", u"value"_s } });
}

void Overview::masthead() const
{
    const PageWriter::Element head(m_page, "header", { { "class", u"masthead"_s } });
    {
        const PageWriter::Element brand(m_page, "p", { { "class", u"brand"_s } });
        writeIcon(m_page, u"waymark"_s);
        m_page.text(tr("Learning plan, made with Waymark"));
    }
    const QString& name = m_plan.learner;
    m_page.put("h1", name.isEmpty() ? PageWriter::Part([](PageWriter& page) { page.text(tr("A learning plan")); }) : namePart(name));
    const PageWriter::Element facts(m_page, "ul", { { "class", u"facts"_s } });
    const QString course = m_plan.courseTitle.isEmpty() ? m_plan.courseId : m_plan.courseTitle;
    fact(tr("Course"), [&](PageWriter& page) {
        page.phrase(course.isEmpty() ? tr("none") : tr("%1, version %2", "course"), { namePart(course), namePart(m_plan.courseVersion) });
    });
    fact(tr("Made"), [&](PageWriter& page) {
        page.put("time", PageWords::moment(m_plan.created, m_context.zone), { { "datetime", exchange::isoMoment(m_plan.created) } });
    });
    fact(tr("Revision"), [&](PageWriter& page) {
        page.put("code", m_plan.revision.left(shortRevision), { { "title", m_plan.revision } });
    });
    fact(tr("Last review"), [&](PageWriter& page) {
        if (m_plan.lastReview > 0) {
            writeTime(m_context, m_plan.lastReview);
        } else {
            page.text(tr("none yet"));
        }
    });
}

void Overview::contents() const
{
    const PageWriter::Element nav(m_page, "nav", { { "class", u"contents"_s }, { "aria-label", tr("Contents of the page") } });
    const PageWriter::Element list(m_page, "ul", {});
    const std::pair<const char*, QString> entries[] = { { "goal", tr("Goal and pace") }, { "waiting", tr("What waits for you") },
        { "progress", tr("Progress") }, { "history", tr("What changed") }, { "map", tr("The map") }, { "work", tr("The work") },
        { "reviews", tr("Earlier reviews") }, { "open", tr("Not begun yet") }, { "answer", tr("How to answer") } };
    for (const auto& [target, title] : entries) {
        const PageWriter::Element entry(m_page, "li", {});
        m_page.put("a", title, { { "href", u'#' + QLatin1StringView(target) } });
    }
}

void Overview::tile(const QString& figure, const QString& caption) const
{
    const PageWriter::Element tile(m_page, "li", {});
    m_page.put("strong", figure);
    m_page.text(u" "_s);
    m_page.put("span", caption);
}

void Overview::goal() const
{
    const PageWriter::Element section(m_page, "section", { { "id", u"goal"_s }, { "aria-labelledby", u"heading-goal"_s } });
    m_page.put("h2", tr("Goal and pace"), { { "id", u"heading-goal"_s } });
    const PlanMilestone* goal = m_digest.goal();
    if (!m_plan.goal || m_plan.goal->milestone.isEmpty()) {
        m_page.put("p", tr("No goal is chosen yet."), { { "class", u"lead"_s } });
    } else {
        const QString title = goal == nullptr || goal->title.isEmpty() ? m_plan.goal->milestone : goal->title;
        const PageWriter::Element lead(m_page, "p", { { "class", u"lead"_s } });
        m_page.phrase(tr("On the way to %1", "milestone"), { [&](PageWriter& page) { page.put("strong", namePart(title)); } });
        if (m_plan.goal->deadline.isValid()) {
            m_page.phrase(
                tr(", wished for by %1", "date, after: on the way to a milestone"), { strongPart(PageWords::date(m_plan.goal->deadline)) });
        }
        m_page.text(u"."_s);
    }
    {
        const PageWriter::Element tiles(m_page, "ul", { { "class", u"tiles"_s } });
        tile(PageWords::ofTotal(m_digest.done(), m_digest.total()), tr("skills reached"));
        tile(Words::minutes(m_digest.spentMinutes()), tr("spent so far"));
        if (goal != nullptr) {
            tile(Words::hours(goal->hoursLeft), tr("left to the goal"));
        }
        if (m_plan.goal && m_plan.goal->hoursPerWeek > 0) {
            tile(Words::hours(m_plan.goal->hoursPerWeek), tr("planned a week"));
        }
    }
    pace(goal);
    forecast();
}

/// What is left over what is planned, and nothing more: it is no forecast.
void Overview::pace(const PlanMilestone* goal) const
{
    if (goal == nullptr || !m_plan.goal || m_plan.goal->hoursPerWeek <= 0) {
        return;
    }
    if (goal->hoursLeft <= 0) {
        m_page.put("p", tr("Every skill on the way to this goal is reached."));
        return;
    }
    const int weeks = static_cast<int>(std::ceil(std::min(goal->hoursLeft / m_plan.goal->hoursPerWeek, 100000.0)));
    m_page.put("p", tr("At the planned pace, the hours that are left take about %n week(s).", nullptr, weeks));
}

void Overview::forecast() const
{
    const QJsonObject forecast = QJsonDocument::fromJson(m_plan.forecast).object();
    const auto day = [&forecast](const QString& key) { return QDate::fromString(forecast[key].toString().left(10), Qt::ISODate); };
    const QDate even = day(u"p50"_s);
    const QDate safe = day(u"p85"_s);
    if (even.isValid() && safe.isValid()) {
        m_page.put(
            "p", tr("Forecast: by %1 with an even chance, by %2 in 85 of 100 cases.").arg(PageWords::date(even), PageWords::date(safe)));
    }
}

void Overview::waiting() const
{
    const PageWriter::Element section(
        m_page, "section", { { "id", u"waiting"_s }, { "class", u"waiting"_s }, { "aria-labelledby", u"heading-waiting"_s } });
    m_page.put("h2", tr("What waits for you"), { { "id", u"heading-waiting"_s } });
    if (m_digest.submitted().empty() && m_digest.asked().empty()) {
        m_page.put(
            "p", tr("Nothing is handed in, and no question is open. A comment is welcome all the same."), { { "class", u"quiet"_s } });
        return;
    }
    submitted();
    questions();
    const PageWriter::Element hint(m_page, "p", { { "class", u"quiet"_s } });
    m_page.phrase(tr("New to this? %1 says it in three sentences.", "link to a section"), { [](PageWriter& page) {
        page.put("a", tr("How to answer"), { { "href", u"#answer"_s } });
    } });
}

void Overview::submitted() const
{
    if (m_digest.submitted().empty()) {
        return;
    }
    m_page.put("h3", tr("%n skill(s) for your decision", nullptr, static_cast<int>(m_digest.submitted().size())));
    const std::size_t all = m_digest.submitted().size();
    const std::size_t shown = all > queueShown + 2 ? queueShown : all;
    queue(0, shown);
    if (shown < all) {
        const PageWriter::Element fold(m_page, "details", {});
        m_page.put("summary", tr("%n more skill(s)", nullptr, static_cast<int>(all - shown)));
        queue(shown, all);
    }
}

void Overview::queue(std::size_t from, std::size_t to) const
{
    const PageWriter::Element list(m_page, "ul", { { "class", u"queue"_s } });
    for (std::size_t i = from; i < to; ++i) {
        const PlanSkill* skill = m_digest.submitted()[i];
        const PageWriter::Element entry(m_page, "li", {});
        m_page.put("a", namePart(titleOf(*skill)), { { "href", linkTo(skill->id) } });
        m_page.text(u" "_s);
        const PageWriter::Element facts(m_page, "span", { { "class", u"quiet"_s } });
        m_page.text(handedIn(*skill));
    }
}

QString Overview::handedIn(const PlanSkill& skill)
{
    if (skill.checklist.empty()) {
        return tr("no checklist");
    }
    return tr("%1 items done, %2", "3 of 4; pieces of evidence")
        .arg(PageWords::ofTotal(doneItems(skill), static_cast<int>(skill.checklist.size())),
            tr("%n piece(s) of evidence", nullptr, evidencePieces(skill)));
}

void Overview::questions() const
{
    if (m_digest.asked().empty()) {
        return;
    }
    m_page.put("h3", tr("%n question(s) to you", nullptr, static_cast<int>(m_digest.asked().size())));
    const PageWriter::Element list(m_page, "ul", { { "class", u"questions"_s } });
    for (const PlanSkill* skill : m_digest.asked()) {
        const PageWriter::Element entry(m_page, "li", {});
        {
            const PageWriter::Element quote(m_page, "blockquote", { { "class", u"prose"_s }, { "dir", u"auto"_s } });
            writeBody(m_page, skill->question->text);
        }
        const PageWriter::Element source(m_page, "p", { { "class", u"quiet"_s } });
        m_page.phrase(tr("about %1, asked on %2", "skill, date"),
            { linkPart(linkTo(skill->id), titleOf(*skill)), [&](PageWriter&) { writeTime(m_context, skill->question->at); } });
    }
}

void Overview::howToAnswer() const
{
    const PageWriter::Element section(
        m_page, "section", { { "id", u"answer"_s }, { "class", u"answer"_s }, { "aria-labelledby", u"heading-answer"_s } });
    m_page.put("h2", tr("How to answer"), { { "id", u"heading-answer"_s } });
    const PageWriter::Element steps(m_page, "ol", { { "class", u"steps"_s } });
    m_page.put("li", tr("Read what waits for you, comment where you like, and choose a decision for each skill that was handed in."));
    m_page.put("li", tr("Press “Save review” at the top: your browser keeps a small file, and nothing leaves your computer."));
    m_page.put("li",
        tr("Send that file back the way this page came; where you see no buttons, as with scripts off, answer in a letter that names the "
           "skills."));
}

} // namespace

void writeMasthead(const PageContext& context)
{
    Overview(context).masthead();
}
void writeContents(const PageContext& context)
{
    Overview(context).contents();
}
void writeGoal(const PageContext& context)
{
    Overview(context).goal();
}
void writeWaiting(const PageContext& context)
{
    Overview(context).waiting();
}
void writeHowToAnswer(const PageContext& context)
{
    Overview(context).howToAnswer();
}

} // namespace waymark::ui
