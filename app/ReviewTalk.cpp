// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/ReviewTalk.h>

#include <ui/words/ReviewWords.h>
#include <ui/words/Words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::Decision;
using exchange::CommentKind;
using exchange::PlanSkill;
using ui::ReviewWords;

namespace {

/// The letters by which a terminal names a value, in the order of the enum.
template <class E> std::optional<E> byLetter(const QString& letters, const QString& answer)
{
    const qsizetype at = answer.size() == 1 ? letters.indexOf(answer.toLower()) : -1;
    return at < 0 ? std::nullopt : std::optional(static_cast<E>(at));
}

const QString decisionLetters = u"ancr"_s;
const QString commentLetters = u"bip"_s;

} // namespace

bool ReviewTalk::run()
{
    showPlan();
    if (!askName()) {
        return false;
    }
    const QStringList submitted = m_desk.submitted();
    for (const QString& id : submitted) {
        const PlanSkill& skill = *m_desk.skill(id);
        showSkill(skill);
        if (!askSkill(skill) || !askScores(skill) || !askComments(skill)) {
            return false;
        }
    }
    return askOverall();
}

void ReviewTalk::showPlan() const
{
    const exchange::PlanDocument& plan = m_desk.plan();
    const QString learner = plan.learner.isEmpty() ? tr("a learner without a name") : plan.learner;
    m_call.console.line(tr("The plan of %1: %2", "a learner, a course").arg(learner, plan.courseTitle));
    if (plan.altered) {
        m_call.console.line(tr("The file was changed after Waymark wrote it."));
    }
    m_call.console.line(tr("%n skill(s) wait for a decision.", nullptr, static_cast<int>(m_desk.submitted().size())));
    m_call.console.line(tr("An empty line leaves a question open, q stops and keeps what you said."));
}

void ReviewTalk::showItem(const exchange::PlanItem& item, std::size_t number) const
{
    const QString mark = item.doneAt ? u"[x]"_s : u"[ ]"_s;
    m_call.console.line(u"  %1 %2 %3"_s.arg(number).arg(mark, item.text.isEmpty() ? item.id : item.text));
    for (const exchange::PlanEvidence& proof : item.evidence) {
        const QString text = QString(proof.evidence.text).replace(u'\n', u"\n        "_s);
        m_call.console.line(u"        %1: %2"_s.arg(ui::Words::evidence(proof.evidence.kind), text));
    }
}

void ReviewTalk::showSkill(const PlanSkill& skill) const
{
    m_call.console.line(u'\n' + skill.title + u" ("_s + skill.id + u')');
    m_call.console.line(u"  "_s + skill.outcome);
    for (std::size_t i = 0; i < skill.checklist.size(); ++i) {
        showItem(skill.checklist[i], i + 1);
    }
    if (skill.note) {
        m_call.console.line(tr("  Note: %1").arg(skill.note->text));
    }
    if (skill.question) {
        m_call.console.line(tr("  Asks you: %1").arg(skill.question->text));
    }
}

std::optional<QString> ReviewTalk::ask(const QString& prompt) const
{
    const std::optional<QString> line = m_call.console.ask(prompt + u' ');
    return !line || line->trimmed() == u"q" ? std::nullopt : std::optional(line->trimmed());
}

bool ReviewTalk::askName()
{
    const exchange::Reviewer& reviewer = m_desk.draft().reviewer;
    if (!reviewer.name.isEmpty()) {
        return true;
    }
    const auto name = ask(tr("Your name:"));
    if (!name) {
        return false;
    }
    m_desk.setReviewer(*name, reviewer.role);
    return true;
}

ReviewTalk::Choice ReviewTalk::askDecision(std::optional<Decision>& decision) const
{
    while (true) {
        const auto answer = ask(tr("Decision: a approve, n approve with notes, c request changes, r reject:"));
        if (!answer) {
            return Choice::Stopped;
        }
        if (answer->isEmpty()) {
            return Choice::Open;
        }
        if (const auto chosen = byLetter<Decision>(decisionLetters, *answer)) {
            decision = chosen;
            return Choice::Made;
        }
        m_call.console.line(tr("Answer with a, n, c, r or an empty line."));
    }
}

bool ReviewTalk::askSkill(const PlanSkill& skill)
{
    std::optional<Decision> decision;
    const Choice choice = askDecision(decision);
    if (choice != Choice::Made) {
        return choice == Choice::Open;
    }
    QString text;
    if (*decision != Decision::Approve) {
        const auto reason = ask(*decision == Decision::ApproveWithNotes ? tr("Your notes:") : tr("What should change:"));
        if (!reason) {
            return false;
        }
        const exchange::ReviewDecision* before = m_desk.decisionOn(skill.id);
        text = reason->isEmpty() && before != nullptr ? before->text : *reason;
    }
    m_desk.decide(skill.id, decision, text);
    return true;
}

bool ReviewTalk::askScores(const PlanSkill& skill)
{
    if (m_desk.decisionOn(skill.id) == nullptr) {
        return true;
    }
    for (const exchange::PlanScore& score : skill.rubric) {
        const QString own = score.self ? QString::number(*score.self) : tr("none");
        for (std::size_t level = 0; level < score.criterion.levels.size(); ++level) {
            m_call.console.line(u"  %1 %2"_s.arg(level).arg(score.criterion.levels[level]));
        }
        const auto answer = ask(tr("%1, 0 to 3 (the learner's own: %2):").arg(score.criterion.title, own));
        if (!answer) {
            return false;
        }
        bool isNumber = false;
        const int level = answer->toInt(&isNumber);
        if (isNumber && level >= 0 && level < static_cast<int>(score.criterion.levels.size())) {
            m_desk.score(skill.id, score.criterion.id, level);
        } else if (!answer->isEmpty()) {
            m_call.console.line(tr("Left open: a score is 0, 1, 2 or 3."));
        }
    }
    return true;
}

bool ReviewTalk::askComments(const PlanSkill& skill)
{
    while (true) {
        const auto line = ask(tr("Comment on line (a number, 0 for the whole skill, empty for none):"));
        if (!line || line->isEmpty()) {
            return line.has_value();
        }
        bool isNumber = false;
        const auto number = static_cast<std::size_t>(line->toUInt(&isNumber));
        if (!isNumber || number > skill.checklist.size()) {
            m_call.console.line(tr("There are %n line(s).", nullptr, static_cast<int>(skill.checklist.size())));
            continue;
        }
        const auto kind = ask(tr("b blocker, i improvement, p praise:"));
        const auto text = kind ? ask(tr("Comment:")) : std::nullopt;
        if (!text) {
            return false;
        }
        exchange::ReviewComment comment;
        comment.skill = skill.id;
        comment.item = number == 0 ? QString() : skill.checklist[number - 1].id;
        comment.kind = byLetter<CommentKind>(commentLetters, *kind).value_or(CommentKind::Improvement);
        comment.text = *text;
        if (!text->isEmpty()) {
            (void)m_desk.putComment(comment);
        }
    }
}

bool ReviewTalk::askOverall()
{
    m_call.console.line(u'\n' + tr("The plan as a whole"));
    std::optional<Decision> decision = m_desk.draft().overall.decision;
    if (askDecision(decision) == Choice::Stopped) {
        return false;
    }
    const auto text = ask(tr("A word to the learner:"));
    if (!text) {
        return false;
    }
    m_desk.setOverall(decision, text->isEmpty() ? m_desk.draft().overall.text : *text);
    return true;
}

} // namespace waymark::app
