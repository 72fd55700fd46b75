// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/QuizTalk.h>

#include <app/QuestionPrompt.h>

#include <session/QuizDesk.h>
#include <ui/words/Words.h>

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark::app {

using exchange::QuestionKind;
using exchange::QuizAnswer;
using exchange::QuizQuestion;
using exchange::Verdict;

namespace {

QString kindWord(QuestionKind kind)
{
    constexpr std::array words { "single", "choose-all", "order", "match", "number", "text", "line", "predict" };
    return QString::fromLatin1(words.at(static_cast<std::size_t>(kind)));
}

} // namespace

domain::Result<std::vector<SkillQuestion>> questionsOf(const session::Workspace& workspace, const QString& skill)
{
    const auto document = workspace.document(skill);
    if (!document) {
        return tl::unexpected(document.error());
    }
    std::vector<SkillQuestion> questions;
    for (const exchange::LessonUnit& unit : (*document)->units) {
        std::transform(unit.quiz.begin(), unit.quiz.end(), std::back_inserter(questions), [&skill](const QuizQuestion& each) {
            return SkillQuestion { skill, each };
        });
    }
    const session::QuizDesk desk(workspace);
    const auto rank = [&desk](const SkillQuestion& each) {
        const session::QuestionStanding standing = desk.standing(each.skill, each.question.id);
        return standing.answers == 0 ? 0 : standing.lastRight ? 2 : 1;
    };
    std::stable_sort(questions.begin(), questions.end(), [&rank](const auto& a, const auto& b) { return rank(a) < rank(b); });
    return questions;
}

std::vector<SkillQuestion> questionsAgain(const session::Workspace& workspace)
{
    const session::QuizDesk desk(workspace);
    std::vector<SkillQuestion> questions;
    for (const learning::QuestionAgain& each : desk.again()) {
        const QString& skill = workspace.roadmap().skill(each.skill).id;
        if (auto question = desk.question(skill, each.question)) {
            questions.push_back({ skill, std::move(*question) });
        }
    }
    return questions;
}

QuizTalk::QuizTalk(const VerbCall& call, std::vector<SkillQuestion> questions)
    : m_call(call)
    , m_questions(std::move(questions))
{
}

int QuizTalk::listed() const
{
    QJsonArray list;
    for (const auto& [skill, question] : m_questions) {
        QJsonArray options;
        for (const exchange::QuizOption& option : question.options) {
            options.append(plain(option.text));
        }
        const auto attempts = m_call.workspace->progress().skill(skill).attempts.value(question.id);
        const auto right = std::count_if(attempts.begin(), attempts.end(),
            [](const domain::Attempt& each) { return each.right && each.source != domain::Attempt::Source::Placement; });
        const int answers = session::QuizDesk(*m_call.workspace).standing(skill, question.id).answers;
        list.append(QJsonObject { { u"skill"_s, skill }, { u"id"_s, question.id }, { u"kind"_s, kindWord(question.kind) },
            { u"title"_s, plain(question.title) }, { u"prompt"_s, plain(question.prompt) },
            { u"options"_s, question.kind == QuestionKind::Order ? QJsonArray() : options }, { u"answers"_s, answers },
            { u"right"_s, static_cast<int>(right) } });
    }
    m_call.console.json(list);
    return 0;
}

int QuizTalk::run()
{
    int right = 0;
    int asked = 0;
    for (const auto& [skill, question] : m_questions) {
        m_call.console.line(tr("Question %1 of %2: %3").arg(asked + 1).arg(m_questions.size()).arg(plain(question.title)));
        const QuestionReply reply = QuestionPrompt(m_call.console, question).ask();
        if (reply.what == QuestionReply::What::End) {
            break;
        }
        const Verdict verdict = reply.what == QuestionReply::What::Answer ? judge(question, reply.answer) : Verdict {};
        const auto applied = m_call.workspace->apply(
            session::QuizDesk(*m_call.workspace).answered(skill, question, reply.answer, verdict, reply.milliseconds));
        if (!applied) {
            return m_call.console.fail(applied.error());
        }
        explain(question, verdict);
        ++asked;
        right += verdict.right ? 1 : 0;
    }
    if (asked > 0) {
        m_call.console.line(tr("%1 of %2 right.").arg(right).arg(asked));
    }
    return 0;
}

void QuizTalk::explain(const QuizQuestion& question, const Verdict& verdict) const
{
    m_call.console.line(verdict.right ? tr("Right.") : tr("Not right."));
    for (const QString& sentence : ui::Words::reading(verdict)) {
        m_call.console.line(sentence);
    }
    for (std::size_t i = 0; i < question.options.size() && question.kind != QuestionKind::Order; ++i) {
        const exchange::QuizOption& option = question.options[i];
        m_call.console.line(u"  %1 %2) %3"_s.arg(QChar(option.right ? u'+' : u'-')).arg(letterOf(i)).arg(plain(option.explanation)));
    }
    if (!verdict.right && question.kind != QuestionKind::Single && question.kind != QuestionKind::ChooseAll) {
        const QuizAnswer key = rightAnswer(question);
        QStringList words { key.text };
        for (const int place : key.order) {
            words.append(plain(question.options[static_cast<std::size_t>(place)].text));
        }
        for (const auto& [left, right] : question.pairs) {
            words.append(u"%1: %2"_s.arg(plain(left), plain(right)));
        }
        words.removeAll(QString());
        m_call.console.line(tr("The answer: %1").arg(words.join(u"; "_s)));
    }
    if (!question.explanation.empty()) {
        m_call.console.line(plain(question.explanation));
    }
    m_call.console.line({});
}

} // namespace waymark::app
