// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanMarkdown.h>

#include <exchange/IsoMoment.h>
#include <exchange/PlanEscapes.h>

#include <QUrl>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using domain::Roadmap;

namespace {

constexpr int itemIndent = 2;
constexpr int proofIndent = 4;

/// Ids as marks hold them: what is no letter, digit, dot, hyphen or underscore is percent-encoded.
QString inMark(const QString& id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id, {}, "~"));
}

QString hoursText(double hours)
{
    return QString::number(hours, 'g', 6) + u" h"_s;
}

QString spentText(int minutes)
{
    return minutes % 60 == 0 ? u"%1 h spent"_s.arg(minutes / 60)
        : minutes < 60       ? u"%1 min spent"_s.arg(minutes)
                             : u"%1 h %2 min spent"_s.arg(minutes / 60).arg(minutes % 60);
}

class Writing
{
public:
    Writing(const Roadmap& roadmap, const PlanDocument& plan)
        : m_roadmap(roadmap)
        , m_plan(plan)
    {
    }

    [[nodiscard]] QByteArray text()
    {
        head();
        QString area = u"\n"_s; // no area has this id
        for (const PlanSkill& skill : m_plan.skills) {
            if (skill.area != area) {
                area = skill.area;
                m_text += u"\n## %1\n"_s.arg(escapedLine(areaTitle(area)));
            }
            addSkill(skill);
        }
        return m_text.toUtf8();
    }

private:
    void head()
    {
        const domain::Course& course = m_roadmap.course();
        m_text = u"# Plan: %1\n\n"_s.arg(escapedLine(course.title.isEmpty() ? m_plan.courseId : course.title));
        if (!m_plan.learner.isEmpty()) {
            m_text += u"- Learner: %1\n"_s.arg(escapedLine(m_plan.learner));
        }
        m_text += u"- Course: %1, version %2\n"_s.arg(escapedLine(m_plan.courseId), escapedLine(m_plan.courseVersion));
        if (m_plan.goal) {
            m_text += u"- Goal: %1\n"_s.arg(goalText(*m_plan.goal));
        }
        m_text += u"- Made: %1\n\n"_s.arg(isoMoment(m_plan.created).left(10));
        m_text += u"Tick items and add evidence below them, one line each, as `- note: what I did`. "
                  "The marks in braces let Waymark find the lines again.\n"_s;
    }

    [[nodiscard]] QString goalText(const domain::Goal& goal) const
    {
        QStringList parts;
        if (!goal.milestone.isEmpty()) {
            const domain::Milestone* known = m_roadmap.milestone(goal.milestone);
            parts.append(escapedLine(known == nullptr ? goal.milestone : known->title));
        }
        if (goal.hoursPerWeek > 0) {
            parts.append(hoursText(goal.hoursPerWeek) + u" a week"_s);
        }
        if (goal.deadline.isValid()) {
            parts.append(u"by "_s + goal.deadline.toString(Qt::ISODate));
        }
        return parts.isEmpty() ? u"not chosen"_s : parts.join(u", "_s);
    }

    [[nodiscard]] QString areaTitle(const QString& id) const
    {
        return id.isEmpty()             ? u"No longer in the course"_s
            : id == domain::projectArea ? u"Projects"_s
                                        : domain::titleOfArea(m_roadmap.course(), id);
    }

    void addSkill(const PlanSkill& skill)
    {
        m_text += u"\n### %1\n\n"_s.arg(escapedLine(skill.title.isEmpty() ? skill.id : skill.title));
        QStringList facts { learning::toString(skill.state) };
        if (skill.level) {
            facts.append(domain::toString(*skill.level));
            facts.append(hoursText(skill.hours));
        }
        if (skill.spentMinutes > 0) {
            facts.append(spentText(skill.spentMinutes));
        }
        m_text += facts.join(u", "_s) + u'\n';
        if (skill.note) {
            m_text += u"\n> "_s + escapedMarkdown(skill.note->text, 0).replace(u'\n', u"\n> "_s) + u'\n';
        }
        if (!skill.checklist.empty()) {
            m_text += u'\n';
        }
        for (const PlanItem& item : skill.checklist) {
            m_text += u"- [%1] %2 {#%3/%4}\n"_s.arg(
                item.doneAt ? u"x"_s : u" "_s, escapedLine(item.text.isEmpty() ? item.id : item.text), inMark(skill.id), inMark(item.id));
            for (const PlanEvidence& proof : item.evidence) {
                m_text += QString(itemIndent, u' ')
                    + u"- %1: %2 {#%3}\n"_s.arg(
                        domain::toString(proof.evidence.kind), escapedMarkdown(proof.evidence.text, proofIndent), inMark(proof.id));
            }
        }
    }

    const Roadmap& m_roadmap;
    const PlanDocument& m_plan;
    QString m_text;
};

} // namespace

QByteArray planToMarkdown(const Roadmap& roadmap, const PlanDocument& plan)
{
    return Writing(roadmap, plan).text();
}

} // namespace waymark::exchange
