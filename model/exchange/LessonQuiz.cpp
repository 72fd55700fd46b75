// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/LessonParts.h>
#include <exchange/Limits.h>

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

constexpr auto shape = "quiz-shape";

struct KindWord
{
    const char* word;
    QuestionKind kind;
};
constexpr std::array<KindWord, 6> kindWords { { { "order", QuestionKind::Order }, { "match", QuestionKind::Match },
    { "number", QuestionKind::Number }, { "text", QuestionKind::Text }, { "line", QuestionKind::Line },
    { "predict", QuestionKind::Predict } } };

/// Takes "{order}" off the end of a heading; empty if it has none.
QString takeKindWord(Inlines& heading)
{
    static const QRegularExpression pattern(uR"(\s*\{([^{}]*)\}\s*$)"_s);
    if (heading.empty() || heading.back().code) {
        return {};
    }
    const QRegularExpressionMatch match = pattern.match(heading.back().text);
    if (!match.hasMatch()) {
        return {};
    }
    heading.back().text.truncate(match.capturedStart());
    if (heading.back().text.isEmpty()) {
        heading.pop_back();
    }
    return match.captured(1).trimmed();
}

bool isAnswerLine(const Block& block)
{
    return block.kind == Block::Kind::Paragraph && !block.inlines.empty() && !block.inlines.front().code
        && block.inlines.front().text.startsWith(u'=');
}

bool hasBoxes(const Block& block)
{
    return block.kind == Block::Kind::List
        && std::any_of(block.items.begin(), block.items.end(), [](const ListItem& item) { return item.task != TaskMark::None; });
}

/// Reads the answers of one question, by its kind.
class AnswerReader
{
public:
    AnswerReader(QuizQuestion& question, LessonReading& reading)
        : m_question(question)
        , m_reading(reading)
    {
    }

    void read(Blocks blocks);

private:
    [[nodiscard]] bool isAnswer(const Block& block) const;
    void take(const Block& answer);
    [[nodiscard]] std::size_t roomFor(std::size_t count);
    void takeChoice(const Block& list);
    void takeOrder(const Block& list);
    void takeMatch(const Block& table);
    void takeNumber(const QString& text);
    void takeText(const Inlines& inlines);
    void takeLine(const QString& text);
    void checkPrompt();
    void checkExplanation();
    void fault(int line, const QString& message, const QString& mend, const char* rule = shape)
    {
        m_reading.fault(line, rule, message, mend);
    }

    QuizQuestion& m_question;
    LessonReading& m_reading;
};

bool AnswerReader::isAnswer(const Block& block) const
{
    switch (m_question.kind) {
    case QuestionKind::Single:
    case QuestionKind::ChooseAll:
        return hasBoxes(block);
    case QuestionKind::Order:
        return block.kind == Block::Kind::List && block.ordered;
    case QuestionKind::Match:
        return block.kind == Block::Kind::Table && block.header.size() == 2;
    case QuestionKind::Predict:
        return block.kind == Block::Kind::Output;
    default:
        return isAnswerLine(block);
    }
}

void AnswerReader::take(const Block& answer)
{
    switch (m_question.kind) {
    case QuestionKind::Single:
    case QuestionKind::ChooseAll:
        takeChoice(answer);
        break;
    case QuestionKind::Order:
        takeOrder(answer);
        break;
    case QuestionKind::Match:
        takeMatch(answer);
        break;
    case QuestionKind::Number:
        takeNumber(plainText(answer.inlines));
        break;
    case QuestionKind::Text:
        takeText(answer.inlines);
        break;
    case QuestionKind::Line:
        takeLine(plainText(answer.inlines));
        break;
    case QuestionKind::Predict:
        m_question.output = answer.text;
        break;
    }
}

/// How many of `count` options are taken.
std::size_t AnswerReader::roomFor(std::size_t count)
{
    constexpr auto most = static_cast<std::size_t>(limits::questionOptions);
    if (count > most) {
        fault(m_question.line, u"The question has more than %1 options; what is beyond is left out."_s.arg(limits::questionOptions),
            u"Ask about fewer."_s);
    }
    return std::min(count, most);
}

void AnswerReader::takeChoice(const Block& list)
{
    int right = 0;
    for (const ListItem& item : std::span(list.items).first(roomFor(list.items.size()))) {
        QuizOption option;
        option.line = item.line;
        option.right = item.task == TaskMark::Done;
        right += option.right ? 1 : 0;
        if (!item.blocks.empty()) {
            option.text.push_back(item.blocks.front());
            option.explanation.assign(item.blocks.begin() + 1, item.blocks.end());
        }
        if (option.explanation.empty()) {
            fault(item.line, u"This option does not explain itself."_s,
                u"Add an indented paragraph below it, after an empty line: why it is right, or which misconception it is."_s,
                "quiz-explanation");
        }
        m_question.options.push_back(std::move(option));
    }
    if (right == 0) {
        fault(m_question.line, u"No option is marked as right."_s, u"Mark the right ones with \"- [x]\"."_s, "quiz-answer");
    } else if (list.items.size() < 2) {
        fault(m_question.line, u"A question of one option asks nothing."_s, u"Add wrong options that people believe in."_s);
    }
    m_question.kind = right > 1 ? QuestionKind::ChooseAll : QuestionKind::Single;
}

void AnswerReader::takeOrder(const Block& list)
{
    for (const ListItem& item : std::span(list.items).first(roomFor(list.items.size()))) {
        m_question.options.push_back({ item.blocks, true, {}, item.line });
    }
    if (list.items.size() < 3) {
        fault(m_question.line, u"Fewer than three entries are too few to put in order."_s, u"List at least three."_s);
    }
}

void AnswerReader::takeMatch(const Block& table)
{
    for (const TableRow& row : std::span(table.rows).first(roomFor(table.rows.size()))) {
        m_question.pairs.emplace_back(row.cells.at(0), row.cells.at(1));
    }
    if (table.rows.size() < 2) {
        fault(m_question.line, u"A table of fewer than two rows leaves nothing to match."_s, u"Write at least two pairs."_s);
    }
}

void AnswerReader::takeNumber(const QString& text)
{
    static const QRegularExpression pattern(uR"(^=\s*(-?\d+(?:\.\d+)?)\s*(?:(?:±|\+-|\+/-)\s*(\d+(?:\.\d+)?))?$)"_s);
    const QRegularExpressionMatch match = pattern.match(text.trimmed());
    m_question.number = match.captured(1).toDouble();
    m_question.tolerance = match.captured(2).toDouble();
    if (!match.hasMatch()) {
        fault(m_question.line, u"\"%1\" is not a number with a tolerance."_s.arg(text), u"Write a line such as \"= 42 ± 0.5\"."_s);
    }
}

void AnswerReader::takeText(const Inlines& inlines)
{
    for (const Inline& run : inlines) {
        if (run.code && !run.text.trimmed().isEmpty()) {
            m_question.accepted.push_back(run.text.trimmed());
        }
    }
    if (m_question.accepted.isEmpty()) {
        fault(m_question.line, u"The accepted forms are missing."_s, u"Write \"=\" and each accepted form as a code span."_s);
    }
}

void AnswerReader::takeLine(const QString& text)
{
    bool ok = false;
    m_question.answerLine = QStringView(text).mid(1).trimmed().toInt(&ok);
    if (!ok || m_question.answerLine < 1) {
        fault(m_question.line, u"\"%1\" is not the number of a line."_s.arg(text), u"Write a line such as \"= 7\"."_s);
    }
}

void AnswerReader::checkPrompt()
{
    const bool needsCode = m_question.kind == QuestionKind::Line || m_question.kind == QuestionKind::Predict;
    if (!needsCode) {
        return;
    }
    const auto code
        = std::find_if(m_question.prompt.begin(), m_question.prompt.end(), [](const Block& b) { return b.kind == Block::Kind::Code; });
    if (code == m_question.prompt.end()) {
        fault(m_question.line, u"The question shows no code."_s, u"Put a fenced block between the heading and the answer."_s);
    } else if (m_question.kind == QuestionKind::Line && m_question.answerLine > code->text.count(u'\n')) {
        fault(m_question.line, u"The code has no line %1."_s.arg(m_question.answerLine), u"Count the lines of the block from 1."_s);
    }
}

void AnswerReader::checkExplanation()
{
    const bool explainsByOption = m_question.kind == QuestionKind::Single || m_question.kind == QuestionKind::ChooseAll;
    if (!explainsByOption && m_question.explanation.empty()) {
        fault(
            m_question.line, u"Nothing explains the answer."_s, u"End the question with a paragraph that says why."_s, "quiz-explanation");
    }
}

void AnswerReader::read(Blocks blocks)
{
    const auto answer = std::find_if(blocks.begin(), blocks.end(), [this](const Block& block) { return isAnswer(block); });
    if (answer == blocks.end()) {
        m_question.prompt = std::move(blocks);
        fault(m_question.line, u"The question has no answer of its kind."_s,
            u"Add what the course format asks for: boxes, a numbered list, a table, a line with \"=\", or code and its output."_s);
        return;
    }
    m_question.prompt.assign(blocks.begin(), answer);
    m_question.explanation.assign(answer + 1, blocks.end());
    take(*answer);
    checkPrompt();
    checkExplanation();
}

} // namespace

std::vector<QuizQuestion> readQuiz(const LessonSection& section, int headingLevel, LessonReading& reading)
{
    std::vector<QuizQuestion> questions;
    for (LessonPart& part : partsAt(section.blocks, headingLevel)) {
        QuizQuestion question;
        question.line = part.line;
        question.title = std::move(part.heading);
        const QString word = takeKindWord(question.title);
        question.id = reading.questionIds.take(idFromWords(plainText(question.title)));
        const auto known
            = std::find_if(kindWords.begin(), kindWords.end(), [&word](const KindWord& k) { return word == QLatin1StringView(k.word); });
        if (known != kindWords.end()) {
            question.kind = known->kind;
        } else if (!word.isEmpty()) {
            reading.fault(part.line, "quiz-kind", u"\"{%1}\" is not a kind of question."_s.arg(word),
                u"Kinds are order, match, number, text, line and predict; a question with boxes has none."_s);
        }
        AnswerReader(question, reading).read(std::move(part.blocks));
        questions.push_back(std::move(question));
    }
    return questions;
}

} // namespace waymark::exchange
