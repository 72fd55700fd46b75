// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/print/WeekSummary.h>
#include <ui/words/Isolated.h>

#include <ui/words/OutlookWords.h>
#include <ui/words/PlanWords.h>
#include <ui/words/Words.h>

#include <exchange/PlanEscapes.h>
#include <session/BoardDesk.h>
#include <session/UnitPlan.h>
#include <session/WeekLog.h>

#include <QLocale>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::escapedLine;

namespace {

constexpr int weekDays = 7;
constexpr int itemIndent = 2;

class WeekSummary
{
    Q_DECLARE_TR_FUNCTIONS(WeekSummary)

public:
    WeekSummary(const session::Workspace& workspace, QDate first)
        : m_workspace(workspace)
        , m_log(session::weekLog(workspace, first))
        , m_outset(session::studyOutset(workspace))
    {
    }

    QByteArray text()
    {
        addHead();
        addDone();
        addLearned();
        addStuck();
        addNext();
        m_text += u"\n---\n\n"_s + tr("Written by Waymark.") + u'\n'; // by which a later export knows that it may replace the file
        return m_text.toUtf8();
    }

private:
    static QString longDate(QDate day) { return QLocale().toString(day, QLocale::LongFormat); }
    static QString number(int count) { return QLocale().toString(count); }

    /// The title of a skill or project; its id where the course has it no more.
    [[nodiscard]] QString titleOf(const QString& id) const
    {
        const domain::Skill* skill = m_workspace.roadmap().find(id);
        return escapedLine(skill == nullptr || skill->title.isEmpty() ? id : skill->title);
    }

    [[nodiscard]] bool isThisWeek() const
    {
        const qint64 day = m_log.first.daysTo(m_outset.input.today);
        return day >= 0 && day < weekDays;
    }
    [[nodiscard]] QString today() const { return PlanWords::date(m_outset.input.today); }

    void heading(const QString& text) { m_text += u"\n## "_s + text + u"\n\n"_s; }
    void paragraph(const QString& text) { m_text += text + u'\n'; }
    void item(const QString& text, int indent = 0) { m_text += QString(indent, u' ') + u"- "_s + text + u'\n'; }

    void addHead()
    {
        m_text = u"# "_s + tr("Week from %1", "a day").arg(longDate(m_log.first)) + u"\n\n"_s;
        const QString& learner = m_workspace.progress().learnerName();
        const QString course = escapedLine(m_workspace.course().title);
        if (!course.isEmpty()) {
            paragraph(learner.isEmpty() ? course : tr("%1, by %2", "a course and who learns it").arg(course, escapedLine(learner)));
        }
        const domain::Goal& goal = m_workspace.progress().goal();
        if (const domain::Milestone* milestone = m_workspace.roadmap().milestone(goal.milestone)) {
            const QString title = escapedLine(milestone->title);
            m_text += u'\n';
            paragraph(goal.deadline.isValid() ? tr("Goal: %1 by %2", "a milestone and a date").arg(title, PlanWords::date(goal.deadline))
                                              : tr("Goal: %1", "a milestone").arg(title));
        }
        addHours();
    }

    void addHours()
    {
        heading(tr("Hours"));
        const QString studied = Words::minutes(m_log.minutes);
        paragraph(m_log.planned > 0
                ? tr("%1 of the %2 that were planned.", "time that was studied").arg(studied, Words::minutes(m_log.planned))
                : tr("%1; no hours were planned.", "time that was studied").arg(studied));
        if (!m_log.times.empty()) {
            m_text += u'\n';
        }
        for (const session::SkillMinutes& each : m_log.times) {
            item(tr("%1: %2", "a skill and the time on it").arg(titleOf(each.skill), Words::minutes(each.minutes)));
        }
    }

    void addDone()
    {
        heading(tr("Done", "what was finished in a week"));
        if (m_log.finished.isEmpty() && m_log.ticked.empty()) {
            paragraph(tr("Nothing was finished or ticked in this week."));
        }
        for (const QString& skill : m_log.finished) {
            item(tr("Finished: %1", "a skill").arg(titleOf(skill)));
        }
        for (const session::TickedSkill& skill : m_log.ticked) {
            item(titleOf(skill.skill));
            for (const session::TickedItem& ticked : skill.items) {
                item(u"[x] "_s + tickedText(ticked), itemIndent);
            }
        }
    }

    static QString tickedText(const session::TickedItem& item)
    {
        QStringList kinds;
        for (const domain::EvidenceKind kind : item.evidence) {
            kinds.append(Words::evidence(kind));
        }
        return kinds.isEmpty() ? tr("%1 (without evidence)", "a checklist item").arg(escapedLine(item.text))
                               : tr("%1 (%2)", "a checklist item and the kinds of its evidence")
                                     .arg(escapedLine(item.text), QLocale().createSeparatedList(kinds));
    }

    void addLearned()
    {
        heading(tr("Learned"));
        const auto before = m_text.size();
        if (m_log.begun > 0) {
            item(tr("%n lesson(s) begun", nullptr, m_log.begun));
        }
        if (m_log.answers > 0) {
            item(tr("%n question(s) answered, %1 of them right", nullptr, m_log.answers).arg(number(m_log.rightAnswers)));
        }
        if (m_log.recalls > 0) {
            item(tr("%n card(s) recalled, %1 of them remembered", nullptr, m_log.recalls).arg(number(m_log.remembered)));
        }
        if (m_log.newCards > 0) {
            item(tr("%n new card(s)", nullptr, m_log.newCards));
        }
        if (m_text.size() == before) {
            paragraph(tr("No lesson was begun, no question answered and no card recalled in this week."));
        }
    }

    void addStuck()
    {
        heading(isThisWeek() ? tr("Stuck", "what does not go on") : tr("Stuck, as of %1", "a day").arg(today()));
        const session::StuckPoints stuck = session::stuckPoints(m_workspace);
        const auto before = m_text.size();
        for (const auto& each : stuck.untouched) {
            item(tr("%1: begun, and not worked on for %n day(s)", "a skill", each.days).arg(titleOf(each.skill)));
        }
        for (const auto& each : stuck.wrongAnswers) {
            item(tr("%1: %n question(s) answered wrong and not made good yet", "a skill", each.count).arg(titleOf(each.skill)));
        }
        for (const auto& [skill, question] : stuck.mentorQuestions) {
            item(tr("Asked the mentor about %1: %2", "a skill and a question")
                     .arg(titleOf(skill), exchange::escapedMarkdown(question, itemIndent)));
        }
        addWishes();
        if (m_text.size() == before) {
            paragraph(tr("Nothing is stuck."));
        }
    }

    /// What the order of study cannot follow; a wish that is past keeps nobody.
    void addWishes()
    {
        for (const session::OrderedWish& wish : session::wishesOf(m_workspace, m_outset)) {
            if (wish.isUnmet()) {
                item(escapedLine(unisolated(PlanWords::fate(wish, m_workspace.roadmap()))));
            }
        }
    }

    void addNext()
    {
        heading(isThisWeek() ? tr("Next", "what comes in the coming days") : tr("Next, from %1 on", "a day").arg(today()));
        const learning::Forecast forecast = learning::forecast(m_outset.input);
        const auto before = m_text.size();
        const OutlookWords words = OutlookWords::of(m_outset, forecast, m_workspace.roadmap());
        const bool isDated = !words.dates.isEmpty();
        addSlots(isDated);
        const domain::Milestone* milestone = isDated ? m_workspace.roadmap().milestone(m_outset.milestone) : nullptr;
        const domain::Milestone* reached = session::reachedGoal(m_workspace);
        const QStringList sentences { unisolated(words.obstacle),
            reached == nullptr ? QString() : unisolated(PlanWords::goalReached(*reached, *m_workspace.headingFor())),
            milestone == nullptr ? QString() : tr("All this leads to \"%1\".", "a milestone").arg(milestone->title), words.dates,
            words.chance };
        for (const QString& sentence : sentences) {
            if (!sentence.isEmpty()) {
                m_text += m_text.size() == before ? QString() : u"\n"_s;
                paragraph(escapedLine(sentence));
            }
        }
    }

    void addSlots(bool isDated)
    {
        const learning::Schedule schedule = session::scheduleOf(m_outset);
        const QDate last = m_outset.input.today.addDays(weekDays - 1);
        const std::vector<QStringList> units = session::unitsOfSlots(m_workspace, m_outset, schedule, last);
        QDate day;
        for (std::size_t i = 0; i < schedule.timetable.size() && schedule.timetable[i].day <= last; ++i) {
            const learning::StudySlot& slot = schedule.timetable[i];
            if (slot.day != day) {
                day = slot.day;
                item(longDate(day));
            }
            item(escapedLine(unisolated(PlanWords::study(m_workspace.roadmap().skill(slot.skill).title, units[i], slot))), itemIndent);
        }
        if (!day.isValid() && isDated) {
            paragraph(tr("No study is planned for the coming seven days."));
        }
    }

    const session::Workspace& m_workspace;
    session::WeekLog m_log;
    session::StudyOutset m_outset;
    QString m_text;
};

} // namespace

QDate weekOf(const session::Workspace& workspace, QDate day)
{
    const Qt::DayOfWeek firstDay = QLocale().firstDayOfWeek();
    return day.isValid() ? day.addDays(-((day.dayOfWeek() - firstDay + weekDays) % weekDays)) : session::weekStart(workspace, firstDay);
}

QByteArray weekSummary(const session::Workspace& workspace, QDate first)
{
    return WeekSummary(workspace, first).text();
}

} // namespace waymark::ui
