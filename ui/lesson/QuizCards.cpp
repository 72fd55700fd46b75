// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/QuizCards.h>

#include <ui/lesson/LessonScript.h>

#include <exchange/QuizAnswers.h>

#include <QLocale>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::Block;
using exchange::Blocks;
using exchange::Flashcard;
using exchange::Inline;
using exchange::Inlines;
using exchange::LessonHint;
using exchange::QuestionKind;
using exchange::QuizOption;
using exchange::QuizQuestion;

namespace {

void writeBlocks(LessonWriter& writer, const Blocks& blocks, const Nesting& nesting)
{
    std::vector<LessonPiece> pieces;
    addBlocks(pieces, blocks, nesting, writer.look());
    for (std::size_t i = 0; i < pieces.size() && writer.hasRoom(nesting); ++i) {
        pieces[i](writer);
    }
}

Inline plain(const QString& text)
{
    Inline run;
    run.text = text;
    return run;
}

Nesting marked(const Nesting& nesting, const LessonWriter& writer, const QString& marker)
{
    const double indent = writer.look().em * 1.3;
    Nesting inside = nesting.inner(indent);
    inside.marker = marker;
    inside.markerIndent = indent;
    inside.tight = true;
    return inside;
}

} // namespace

QString QuizCards::keyOf(const QuizQuestion& question)
{
    return u"question/"_s + question.id;
}
QString QuizCards::keyOf(const Flashcard& card)
{
    return u"card/"_s + card.id;
}

QString QuizCards::keyOf(const LessonHint& hint)
{
    return u"hint/%1"_s.arg(hint.line);
}

QString QuizCards::task(QuestionKind kind)
{
    switch (kind) {
    case QuestionKind::Single:
        return tr("choose one");
    case QuestionKind::ChooseAll:
        return tr("choose all that are right");
    case QuestionKind::Order:
        return tr("put in order");
    case QuestionKind::Match:
        return tr("match the pairs");
    case QuestionKind::Number:
        return tr("give a number");
    case QuestionKind::Text:
        return tr("give the words");
    case QuestionKind::Line:
        return tr("name the line");
    case QuestionKind::Predict:
        return tr("predict the output");
    }
    return {};
}

void QuizCards::choices(LessonWriter& writer, const QuizQuestion& question, bool unfolded, const Nesting& nesting)
{
    const LessonLook& look = writer.look();
    char16_t letter = u'A';
    for (const QuizOption& option : question.options) {
        Nesting place = marked(nesting, writer, QString(QChar(letter)) + u'.');
        letter = static_cast<char16_t>(letter == u'Z' ? u'A' : letter + 1);
        if (unfolded) {
            place.marker = option.right ? u"✓"_s : u"✗"_s;
            place.markerInk = look.strong;
            place.markerInk.setForeground(option.right ? look.palette.mastered : look.palette.softText);
        }
        writeBlocks(writer, option.text, place);
        if (!unfolded) {
            continue;
        }
        const Nesting below = place.inner(0);
        Blocks explanation = option.explanation;
        Inline verdict = plain(option.right ? tr("Right. ") : tr("Wrong. "));
        verdict.strong = true;
        if (!explanation.empty() && explanation.front().kind == Block::Kind::Paragraph) {
            explanation.front().inlines.insert(explanation.front().inlines.begin(), verdict);
        } else {
            writer.paragraph({ verdict }, below);
        }
        writeBlocks(writer, explanation, below);
    }
}

void QuizCards::steps(LessonWriter& writer, const QuizQuestion& question, bool unfolded, const Nesting& nesting)
{
    const std::vector<int> order = exchange::shuffled(static_cast<int>(question.options.size()), question.id);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const QuizOption& step = question.options[unfolded ? i : static_cast<std::size_t>(order[i])];
        writeBlocks(writer, step.text, marked(nesting, writer, unfolded ? QString::number(i + 1) + u'.' : u"•"_s));
    }
}

void QuizCards::pairs(LessonWriter& writer, const QuizQuestion& question, bool unfolded, const Nesting& nesting)
{
    const std::vector<int> order = exchange::shuffled(static_cast<int>(question.pairs.size()), question.id);
    Block table;
    table.kind = Block::Kind::Table;
    table.header = { { plain(tr("This")) }, { plain(unfolded ? tr("belongs to this") : tr("belongs to one of these")) } };
    for (std::size_t i = 0; i < order.size(); ++i) {
        table.rows.push_back({ 0, { question.pairs[i].first, question.pairs[unfolded ? i : static_cast<std::size_t>(order[i])].second } });
    }
    writer.table(table, 0, table.rows.size(), nesting);
}

void QuizCards::solution(LessonWriter& writer, const QuizQuestion& question, const Nesting& nesting)
{
    const QLocale locale;
    Inline lead = plain(tr("Answer: "));
    lead.strong = true;
    Inlines line { lead };
    switch (question.kind) {
    case QuestionKind::Number:
        line.push_back(plain(question.tolerance > 0
                ? tr("%1 ± %2", "a number and its tolerance").arg(locale.toString(question.number), locale.toString(question.tolerance))
                : locale.toString(question.number)));
        break;
    case QuestionKind::Line:
        line.push_back(plain(tr("line %1").arg(question.answerLine)));
        break;
    case QuestionKind::Text:
        for (const QString& form : question.accepted) {
            if (line.size() > 1) {
                line.push_back(plain(tr(" or ", "between accepted forms of an answer")));
            }
            Inline code = plain(form);
            code.code = true;
            line.push_back(code);
        }
        break;
    case QuestionKind::Predict: {
        Block output;
        output.kind = Block::Kind::Output;
        output.text = question.output;
        writer.code(nullptr, &output, nesting);
        return;
    }
    default:
        return;
    }
    writer.paragraph(line, nesting);
}

void QuizCards::answers(LessonWriter& writer, const QuizQuestion& question, bool unfolded, const Nesting& nesting)
{
    switch (question.kind) {
    case QuestionKind::Single:
    case QuestionKind::ChooseAll:
        choices(writer, question, unfolded, nesting);
        return;
    case QuestionKind::Order:
        steps(writer, question, unfolded, nesting);
        break;
    case QuestionKind::Match:
        pairs(writer, question, unfolded, nesting);
        break;
    default:
        break;
    }
    if (unfolded) {
        solution(writer, question, nesting);
        writeBlocks(writer, question.explanation, nesting);
    }
}

void QuizCards::outcome(LessonWriter& writer, const QuestionStage::Outcome& outcome, const Nesting& nesting)
{
    const LessonLook& look = writer.look();
    QTextCharFormat ink = look.strong;
    ink.setForeground(outcome.right ? look.palette.mastered : look.palette.mark);
    writer.sentence(outcome.right ? tr("✓ Right.") : tr("✗ Not right."), ink, nesting, space::m);
    if (!outcome.given.isEmpty()) {
        writer.sentence(tr("You answered: %1").arg(outcome.given), look.body, nesting, space::xs);
    }
    if (!outcome.reading.isEmpty()) {
        writer.sentence(outcome.reading, look.caption, nesting, space::xs);
    }
}

void QuizCards::actions(LessonWriter& writer, const QuestionStage& stage, const QString& key, const Nesting& nesting)
{
    if (writer.look().medium != LessonLook::Medium::Screen || stage.shows == QuestionStage::Shows::Controls) {
        return;
    }
    const bool isShown = stage.shows == QuestionStage::Shows::Answer;
    if (stage.hasNext) {
        writer.action(tr("Next question"), mark::nextScheme, nesting, space::m);
    } else if (!stage.lastWord.isEmpty()) {
        writer.sentence(stage.lastWord, writer.look().strong, nesting, space::m);
    }
    const bool isAnswered = !stage.standing.isEmpty();
    if (stage.takesAnswer && !isShown) {
        writer.action(isAnswered ? tr("Answer it again") : tr("Answer this question"), QString(mark::askScheme) + key, nesting, space::m);
    }
    if (!stage.isAlone && (!stage.takesAnswer || isAnswered || isShown)) {
        const double gap = stage.hasNext || (stage.takesAnswer && !isShown) ? space::xs : space::m;
        writer.action(isShown ? tr("Hide the answer") : tr("Show the answer"), QString(mark::unfoldScheme) + key, nesting, gap);
    }
}

void QuizCards::write(LessonWriter& writer, const QuizQuestion& question, Count count, const QuestionStage& stage, int number)
{
    const LessonLook& look = writer.look();
    const QString key = keyOf(question);
    Nesting nesting = stage.isAlone ? writer.column() : writer.card(key, number);
    nesting.cardKey = key;
    writer.sentence(
        stage.isAlone ? task(question.kind) : tr("Question %1 of %2 · %3").arg(count.number).arg(count.of).arg(task(question.kind)),
        look.caption, nesting, 0);
    Nesting close = nesting;
    close.tight = true;
    writer.paragraph(question.title, look.strong, close);
    writeBlocks(writer, question.prompt, nesting);
    if (stage.outcome) {
        outcome(writer, *stage.outcome, nesting);
    } else if (!stage.standing.isEmpty() && stage.shows != QuestionStage::Shows::Controls) {
        writer.sentence(stage.standing, look.caption, nesting);
    }
    if (stage.shows == QuestionStage::Shows::Controls) {
        writer.room(key, nesting);
    } else if (stage.shows == QuestionStage::Shows::Answer || !stage.takesAnswer) {
        answers(writer, question, stage.shows == QuestionStage::Shows::Answer, nesting);
    }
    actions(writer, stage, key, nesting);
    if (!stage.isAlone) {
        writer.closeCard();
    }
}

void QuizCards::write(LessonWriter& writer, const Flashcard& card, bool unfolded, int number)
{
    const LessonLook& look = writer.look();
    const QString key = keyOf(card);
    Nesting nesting = writer.card(key, number);
    nesting.tight = true;
    writer.paragraph(card.front, look.strong, nesting);
    if (unfolded) {
        writer.paragraph(card.back, nesting);
    }
    if (look.medium == LessonLook::Medium::Screen) {
        writer.action(unfolded ? tr("Hide the back") : tr("Show the back"), QString(mark::unfoldScheme) + key, nesting, space::xs);
    }
    writer.closeCard();
}

void QuizCards::write(LessonWriter& writer, const LessonHint& hint, bool unfolded, int number)
{
    const LessonLook& look = writer.look();
    const QString key = keyOf(hint);
    Nesting nesting = writer.card(key, number);
    nesting.tight = true;
    writer.paragraph({ plain(hint.title) }, look.strong, nesting);
    if (unfolded) {
        writeBlocks(writer, hint.blocks, nesting);
    }
    if (look.medium == LessonLook::Medium::Screen) {
        writer.action(unfolded ? tr("Hide the hint") : tr("Show the hint"), QString(mark::unfoldScheme) + key, nesting, space::xs);
    }
    writer.closeCard();
}

void QuizCards::writeAnswer(LessonWriter& writer, const QuizQuestion& question, int number)
{
    Inlines title = question.title;
    title.insert(title.begin(), plain(tr("%1. ", "number of a question").arg(number)));
    writer.heading(title, 3, writer.column());
    answers(writer, question, true, writer.column());
}

} // namespace waymark::ui
