// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/PlacementTalk.h>

#include <app/QuestionPrompt.h>

#include <ui/words/Words.h>

using namespace Qt::StringLiterals;

namespace waymark::app {

using ui::Words;

PlacementTalk::PlacementTalk(const VerbCall& call)
    : m_call(call)
    , m_sitting(*call.workspace, static_cast<quint64>(call.workspace->now()))
{
}

int PlacementTalk::run()
{
    if (m_sitting.isFinished()) {
        m_call.console.line(tr("There is nothing to ask: no skill with questions is left of which nothing was said yet."));
        return 0;
    }
    m_call.console.line(
        tr("At most %n question(s). ? is \"I do not know\", q stops and shows the result.", nullptr, m_sitting.mostQuestions()));
    m_call.console.line(tr("Nothing is stored before you take it over.") + u'\n');
    askAll();
    if (m_sitting.asked() == 0) {
        m_call.console.line(tr("Nothing was answered, and nothing is stored."));
        return 0;
    }
    if (m_sitting.known().isEmpty()) {
        showNothingKnown();
        return 0;
    }
    showResult();
    return takeOver();
}

void PlacementTalk::askAll()
{
    while (m_sitting.question()) {
        const session::PlacementQuestion now = *m_sitting.question();
        const domain::Skill* skill = m_call.workspace->roadmap().find(now.skill);
        m_call.console.line(tr("Question %1 of at most %2 · %3", "the last is a skill")
                                .arg(m_sitting.asked() + 1)
                                .arg(m_sitting.mostQuestions())
                                .arg(skill == nullptr ? now.skill : skill->title));
        m_call.console.line(plain(now.question.title));
        const QuestionReply reply = QuestionPrompt(m_call.console, now.question).ask();
        if (reply.what == QuestionReply::What::End) {
            m_call.console.line({});
            return;
        }
        if (reply.what == QuestionReply::What::Unknown || !m_sitting.answer(reply.answer, reply.milliseconds)) {
            m_sitting.pass(reply.milliseconds);
        }
        m_call.console.line({});
    }
}

void PlacementTalk::showResult() const
{
    const domain::Roadmap& roadmap = m_call.workspace->roadmap();
    const QStringList known = m_sitting.known();
    QString area;
    for (const QString& id : known) {
        const domain::Skill& skill = *roadmap.find(id);
        if (skill.area != area) {
            area = skill.area;
            m_call.console.line(domain::titleOfArea(roadmap.course(), area));
        }
        m_call.console.line(u"  %1 %2"_s.arg(id.leftJustified(32), skill.title));
    }
    m_call.console.line(u'\n'
        + tr("You seem to know %n skill(s) already: %1 of study spared.", nullptr, static_cast<int>(known.size()))
              .arg(Words::hours(m_sitting.hoursSpared())));
}

void PlacementTalk::showNothingKnown() const
{
    m_call.console.line(tr("These answers show no skill that you know already: begin at the beginning. Nothing is stored."));
    for (const learning::NextStep& step : m_call.workspace->nextSteps(1)) {
        const domain::Skill& skill = m_call.workspace->roadmap().skill(step.skill);
        m_call.console.line(tr("The first step: %1 (waymark show %2)").arg(skill.title, skill.id));
    }
}

int PlacementTalk::takeOver()
{
    const QString reply = m_call.console.ask(tr("Take these over as assumed? [y/N] ")).value_or(QString()).trimmed().toLower();
    if (reply != u"y"_s && reply != u"yes"_s) {
        m_call.console.line(tr("Nothing is stored."));
        return 0;
    }
    const auto count = static_cast<int>(m_sitting.known().size());
    const auto applied = m_call.workspace->apply(m_sitting.accepted());
    if (!applied) {
        return m_call.console.fail(applied.error());
    }
    m_call.console.line(tr("%n skill(s) are assumed; \"waymark undo\" takes it back (edit %1).", nullptr, count).arg(applied->id));
    return 0;
}

} // namespace waymark::app
