// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/QuizTalk.h>

#include <learning/LearningDays.h>
#include <session/Workspace.h>

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark::app {

using exchange::AnswerRule;
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

bool isTyped(QuestionKind kind)
{
    return kind == QuestionKind::Number || kind == QuestionKind::Text || kind == QuestionKind::Line || kind == QuestionKind::Predict;
}

QChar letterOf(std::size_t place)
{
    return QChar(u'a' + static_cast<char16_t>(place));
}

/// The places that letters name, as far as they are below `count`; what is no letter parts them.
std::vector<int> placesFrom(const QString& typed, std::size_t count)
{
    std::vector<int> places;
    for (const QChar c : typed.toLower()) {
        const int place = c.unicode() - u'a';
        if (place >= 0 && place < static_cast<int>(count)) {
            places.push_back(place);
        }
    }
    return places;
}

QString plain(const exchange::Blocks& blocks)
{
    return exchange::plainText(blocks).trimmed();
}

QString plain(const exchange::Inlines& inlines)
{
    return exchange::plainText(inlines).trimmed();
}

QString partsText(const std::vector<int>& places)
{
    QString text;
    for (const int place : places) {
        text += place < 0 ? QChar(u'?') : letterOf(static_cast<std::size_t>(place));
    }
    return text;
}

/// What was answered, for a person who reads the journal.
QString answerText(const QuizAnswer& answer)
{
    return !answer.text.isEmpty() ? answer.text
        : !answer.order.empty()   ? partsText(answer.order)
        : !answer.pairs.empty()   ? partsText(answer.pairs)
                                  : partsText(answer.chosen);
}

} // namespace

QuizTalk::QuizTalk(const VerbCall& call, QString skill)
    : m_call(call)
    , m_skill(std::move(skill))
{
}

std::vector<const QuizQuestion*> QuizTalk::questions(const exchange::LessonDocument& document) const
{
    std::vector<const QuizQuestion*> questions;
    for (const exchange::LessonUnit& unit : document.units) {
        std::transform(unit.quiz.begin(), unit.quiz.end(), std::back_inserter(questions), [](const QuizQuestion& each) { return &each; });
    }
    // Those that were never answered come first, then those whose last answer was wrong.
    const auto& attempts = m_call.workspace->progress().skill(m_skill).attempts;
    const auto rank = [&attempts, now = m_call.workspace->now()](const QuizQuestion* question) {
        const auto of = attempts.value(question->id);
        if (of.isEmpty()) {
            return 0;
        }
        const auto last = std::max_element(of.begin(), of.end(),
            [now](const auto& a, const auto& b) { return learning::placeInTime(a.at, now) < learning::placeInTime(b.at, now); });
        return last->right ? 2 : 1;
    };
    std::stable_sort(
        questions.begin(), questions.end(), [&rank](const QuizQuestion* a, const QuizQuestion* b) { return rank(a) < rank(b); });
    return questions;
}

int QuizTalk::listed() const
{
    const auto document = m_call.workspace->document(m_skill);
    if (!document) {
        return m_call.console.fail(document.error());
    }
    QJsonArray list;
    for (const QuizQuestion* question : questions(**document)) {
        QJsonArray options;
        for (const exchange::QuizOption& option : question->options) {
            options.append(plain(option.text));
        }
        const auto attempts = m_call.workspace->progress().skill(m_skill).attempts.value(question->id);
        const auto right = std::count_if(attempts.begin(), attempts.end(), [](const domain::Attempt& each) { return each.right; });
        list.append(
            QJsonObject { { u"id"_s, question->id }, { u"kind"_s, kindWord(question->kind) }, { u"title"_s, plain(question->title) },
                { u"prompt"_s, plain(question->prompt) }, { u"options"_s, question->kind == QuestionKind::Order ? QJsonArray() : options },
                { u"answers"_s, static_cast<int>(attempts.size()) }, { u"right"_s, static_cast<int>(right) } });
    }
    m_call.console.json(list);
    return 0;
}

int QuizTalk::run()
{
    const auto document = m_call.workspace->document(m_skill);
    if (!document) {
        return m_call.console.fail(document.error());
    }
    const std::vector<const QuizQuestion*> all = questions(**document);
    if (all.empty()) {
        m_call.console.line(tr("This skill has no quiz yet."));
        return 0;
    }
    int right = 0;
    int asked = 0;
    for (const QuizQuestion* question : all) {
        m_call.console.line(tr("Question %1 of %2: %3").arg(asked + 1).arg(all.size()).arg(plain(question->title)));
        show(*question);
        QElapsedTimer clock;
        clock.start();
        const std::optional<QuizAnswer> answer = ask(*question);
        if (!answer) {
            break;
        }
        const Verdict verdict = judge(*question, *answer);
        domain::Attempt attempt;
        attempt.right = verdict.right;
        attempt.milliseconds = static_cast<int>(clock.elapsed());
        attempt.answer = answerText(*answer).left(1000);
        attempt.offset = m_call.workspace->zone().offsetFromUtc(QDateTime::fromMSecsSinceEpoch(m_call.workspace->now(), Qt::UTC)) / 60;
        const auto applied = m_call.workspace->apply(domain::answerQuestion(m_call.workspace->context(), m_skill, question->id, attempt));
        if (!applied) {
            return m_call.console.fail(applied.error());
        }
        explain(*question, verdict);
        ++asked;
        right += verdict.right ? 1 : 0;
    }
    if (asked > 0) {
        m_call.console.line(tr("%1 of %2 right.").arg(right).arg(asked));
    }
    return 0;
}

void QuizTalk::show(const QuizQuestion& question) const
{
    if (!question.prompt.empty()) {
        m_call.console.line(plain(question.prompt));
    }
    const auto line = [this](std::size_t place, const QString& text) { m_call.console.line(u"  %1) %2"_s.arg(letterOf(place)).arg(text)); };
    if (question.kind == QuestionKind::Order) {
        const std::vector<int> mixed = exchange::shuffled(static_cast<int>(question.options.size()), question.id);
        for (std::size_t i = 0; i < mixed.size(); ++i) {
            line(i, plain(question.options[static_cast<std::size_t>(mixed[i])].text));
        }
        return;
    }
    for (std::size_t i = 0; i < question.options.size(); ++i) {
        line(i, plain(question.options[i].text));
    }
    const std::vector<int> mixed = exchange::shuffled(static_cast<int>(question.pairs.size()), question.id);
    for (std::size_t i = 0; i < mixed.size(); ++i) {
        m_call.console.line(u"  %1. %2"_s.arg(i + 1).arg(plain(question.pairs[i].first)));
    }
    for (std::size_t i = 0; i < mixed.size(); ++i) {
        line(i, plain(question.pairs[static_cast<std::size_t>(mixed[i])].second));
    }
}

QString QuizTalk::prompt(QuestionKind kind) const
{
    switch (kind) {
    case QuestionKind::Single:
        return tr("Letter: ");
    case QuestionKind::ChooseAll:
        return tr("All letters that are right: ");
    case QuestionKind::Order:
        return tr("Letters in their order: ");
    case QuestionKind::Match:
        return tr("A letter for each number: ");
    case QuestionKind::Number:
        return tr("Number: ");
    case QuestionKind::Text:
        return tr("Words: ");
    case QuestionKind::Line:
        return tr("Line: ");
    case QuestionKind::Predict:
        return tr("Output, an empty line ends it:\n");
    }
    return {};
}

QuizAnswer QuizTalk::answerFrom(const QuizQuestion& question, const QString& typed) const
{
    QuizAnswer answer;
    const auto unmixed = [&question](std::vector<int> places, std::size_t count) {
        const std::vector<int> mixed = exchange::shuffled(static_cast<int>(count), question.id);
        std::transform(
            places.begin(), places.end(), places.begin(), [&mixed](int place) { return mixed[static_cast<std::size_t>(place)]; });
        return places;
    };
    if (isTyped(question.kind)) {
        answer.text = typed;
    } else if (question.kind == QuestionKind::Order) {
        answer.order = unmixed(placesFrom(typed, question.options.size()), question.options.size());
    } else if (question.kind == QuestionKind::Match) {
        answer.pairs = unmixed(placesFrom(typed, question.pairs.size()), question.pairs.size());
    } else {
        answer.chosen = placesFrom(typed, question.options.size());
    }
    return answer;
}

std::optional<QuizAnswer> QuizTalk::ask(const QuizQuestion& question) const
{
    while (true) {
        std::optional<QString> typed = m_call.console.ask(prompt(question.kind));
        if (!typed || typed->trimmed() == u"q"_s) {
            return std::nullopt;
        }
        while (question.kind == QuestionKind::Predict) {
            const std::optional<QString> more = m_call.console.ask({});
            if (!more || more->trimmed().isEmpty()) {
                break;
            }
            *typed += u'\n' + *more;
        }
        QuizAnswer answer = answerFrom(question, *typed);
        const Verdict verdict = judge(question, answer);
        if (!typed->trimmed().isEmpty() && verdict.readable) {
            return answer;
        }
        m_call.console.line(whyUnreadable(verdict));
    }
}

QString QuizTalk::whyUnreadable(const Verdict& verdict) const
{
    if (verdict.rules.testFlag(AnswerRule::Ambiguous)) {
        return tr("That may be one of two numbers: leave separators of thousands out. q ends the quiz.");
    }
    if (verdict.rules.testFlag(AnswerRule::UnknownUnit)) {
        return tr("The question does not ask for that unit: type the number alone. q ends the quiz.");
    }
    return tr("That cannot be read as an answer. q ends the quiz.");
}

void QuizTalk::explain(const QuizQuestion& question, const Verdict& verdict) const
{
    m_call.console.line(verdict.right ? tr("Right.") : tr("Not right."));
    showReading(verdict);
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

void QuizTalk::showReading(const Verdict& verdict) const
{
    if (!verdict.read.isEmpty()) {
        m_call.console.line(tr("It was read as: %1").arg(verdict.read));
    }
    const std::array<std::pair<AnswerRule, QString>, 9> sentences { {
        { AnswerRule::Case, tr("Capitals do not count in this answer.") },
        { AnswerRule::Spaces, tr("Blanks more or fewer do not count in this answer.") },
        { AnswerRule::UnicodeForm, tr("Other forms of a character, such as wide letters or curly quotes, count as the plain one.") },
        { AnswerRule::Marks, tr("Backticks around an answer, a prompt before it and a full stop after it do not count.") },
        { AnswerRule::DecimalComma, tr("A comma before the decimals is read as a point.") },
        { AnswerRule::Grouping, tr("Separators of thousands do not count.") },
        { AnswerRule::Unit, tr("What the question names, such as the unit, may stand beside the number.") },
        { AnswerRule::Tolerance, tr("It is not the exact number, but as near to it as the question allows.") },
        { AnswerRule::CaseMatters, tr("The capitals alone are wrong: they count in code.") },
    } };
    for (const auto& [rule, sentence] : sentences) {
        if (verdict.rules.testFlag(rule)) {
            m_call.console.line(sentence);
        }
    }
}

} // namespace waymark::app
