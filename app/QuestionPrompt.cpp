// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/QuestionPrompt.h>

#include <ui/words/Words.h>

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::app {

using exchange::QuestionKind;
using exchange::QuizAnswer;

namespace {

bool isTyped(QuestionKind kind)
{
    return kind == QuestionKind::Number || kind == QuestionKind::Text || kind == QuestionKind::Line || kind == QuestionKind::Predict;
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

} // namespace

QString plain(const exchange::Blocks& blocks)
{
    return exchange::plainText(blocks).trimmed();
}

QString plain(const exchange::Inlines& inlines)
{
    return exchange::plainText(inlines).trimmed();
}

QChar letterOf(std::size_t place)
{
    return QChar(u'a' + static_cast<char16_t>(place));
}

QuestionReply QuestionPrompt::ask() const
{
    show();
    QElapsedTimer clock;
    clock.start();
    while (true) {
        const std::optional<QString> typed = m_console.ask(prompt());
        if (!typed) {
            return {};
        }
        QuestionReply reply = replyFrom(*typed);
        reply.milliseconds = static_cast<int>(clock.elapsed());
        const bool isReadable
            = reply.what != QuestionReply::What::Answer || (!typed->trimmed().isEmpty() && judge(m_question, reply.answer).readable);
        if (isReadable) {
            return reply;
        }
        const QString why = ui::Words::reading(judge(m_question, reply.answer)).join(u' ');
        m_console.line(why.isEmpty() ? tr("That cannot be read as an answer. ? is \"I do not know\", q ends.") : why);
    }
}

QuestionReply QuestionPrompt::replyFrom(const QString& typed) const
{
    QuestionReply reply { QuestionReply::What::Answer, answerFrom(typed), 0 };
    const QString word = typed.trimmed();
    if ((word == u"q"_s || word == u"?"_s) && !judge(m_question, reply.answer).right) {
        reply.what = word == u"q"_s ? QuestionReply::What::End : QuestionReply::What::Unknown;
    } else if (m_question.kind == QuestionKind::Predict) {
        reply.answer = answerFrom(withFurtherLines(typed));
    }
    return reply;
}

/// An output has as many lines as are typed before an empty one.
QString QuestionPrompt::withFurtherLines(QString typed) const
{
    for (auto more = m_console.ask({}); more && !more->trimmed().isEmpty(); more = m_console.ask({})) {
        typed += u'\n' + *more;
    }
    return typed;
}

void QuestionPrompt::show() const
{
    if (!m_question.prompt.empty()) {
        m_console.line(plain(m_question.prompt));
    }
    const auto line = [this](std::size_t place, const QString& text) { m_console.line(u"  %1) %2"_s.arg(letterOf(place)).arg(text)); };
    if (m_question.kind == QuestionKind::Order) {
        const std::vector<int> mixed = exchange::shuffled(static_cast<int>(m_question.options.size()), m_question.id);
        for (std::size_t i = 0; i < mixed.size(); ++i) {
            line(i, plain(m_question.options[static_cast<std::size_t>(mixed[i])].text));
        }
        return;
    }
    for (std::size_t i = 0; i < m_question.options.size(); ++i) {
        line(i, plain(m_question.options[i].text));
    }
    const std::vector<int> mixed = exchange::shuffled(static_cast<int>(m_question.pairs.size()), m_question.id);
    for (std::size_t i = 0; i < mixed.size(); ++i) {
        m_console.line(u"  %1. %2"_s.arg(i + 1).arg(plain(m_question.pairs[i].first)));
    }
    for (std::size_t i = 0; i < mixed.size(); ++i) {
        line(i, plain(m_question.pairs[static_cast<std::size_t>(mixed[i])].second));
    }
}

QString QuestionPrompt::prompt() const
{
    switch (m_question.kind) {
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

QuizAnswer QuestionPrompt::answerFrom(const QString& typed) const
{
    QuizAnswer answer;
    const auto unmixed = [this](std::vector<int> places, std::size_t count) {
        const std::vector<int> mixed = exchange::shuffled(static_cast<int>(count), m_question.id);
        std::transform(
            places.begin(), places.end(), places.begin(), [&mixed](int place) { return mixed[static_cast<std::size_t>(place)]; });
        return places;
    };
    if (isTyped(m_question.kind)) {
        answer.text = typed;
    } else if (m_question.kind == QuestionKind::Order) {
        answer.order = unmixed(placesFrom(typed, m_question.options.size()), m_question.options.size());
    } else if (m_question.kind == QuestionKind::Match) {
        answer.pairs = unmixed(placesFrom(typed, m_question.pairs.size()), m_question.pairs.size());
    } else {
        answer.chosen = placesFrom(typed, m_question.options.size());
    }
    return answer;
}

} // namespace waymark::app
