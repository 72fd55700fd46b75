// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/LessonView.h>

#include <ui/lesson/LessonQuiz.h>
#include <ui/lesson/LessonText.h>
#include <ui/lesson/QuizCards.h>

#include <QAbstractTextDocumentLayout>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

/// The cards of a lesson: questions, flashcards, hints, descriptions of pictures. Each is written anew alone.
namespace waymark::ui {

namespace {

template <class List, class Matches> auto findIn(const exchange::LessonDocument& lesson, List exchange::LessonUnit::*list, Matches matches)
{
    struct Found
    {
        const typename List::value_type* value = nullptr;
        int number = 0;
        int of = 0;
    };
    for (const exchange::LessonUnit& unit : lesson.units) {
        int number = 0;
        for (const auto& each : unit.*list) {
            ++number;
            if (matches(each)) {
                return Found { &each, number, static_cast<int>((unit.*list).size()) };
            }
        }
    }
    return Found {};
}

} // namespace

void LessonView::setQuestion(const QString& skill, const exchange::QuizQuestion& question, const QStringList& versions)
{
    clearText();
    m_codes.setVersions(versions);
    m_quiz->setSkill(skill);
    auto lesson = std::make_shared<exchange::LessonDocument>();
    lesson->units.emplace_back().quiz.push_back(question);
    m_lesson = std::move(lesson);
    m_isOneQuestion = true;
    showFromTop();
    m_quiz->ask(QuizCards::keyOf(question));
}

LessonScript LessonView::script() const
{
    const LessonScriptOptions options { m_look, m_unfolded, [this](const auto& question) { return m_quiz->stageOf(question); } };
    if (m_lesson) {
        return m_isOneQuestion ? scriptOfQuestion(m_lesson, options) : scriptOf(m_lesson, options);
    }
    return m_loose ? scriptOf(m_loose, options) : LessonScript {};
}

void LessonView::setQuizOf(const QString& skill)
{
    m_quiz->setSkill(skill);
}

bool LessonView::askNext()
{
    return m_quiz->ask();
}

bool LessonView::ask(const QString& question)
{
    exchange::QuizQuestion asked;
    asked.id = question;
    return m_quiz->ask(QuizCards::keyOf(asked));
}

void LessonView::keepDraft()
{
    m_quiz->keepDraft();
}

void LessonView::followAnswers()
{
    m_quiz->follow();
}

void LessonView::toggle(const QString& key)
{
    if (!m_quiz->forget(key) && !m_unfolded.remove(key)) {
        m_unfolded.insert(key);
    }
    const bool byKeyboard = textCursor().hasSelection(); // Tab selects the anchor it stands on
    rewrite(key);
    if (byKeyboard) {
        focusAnchor(QString(mark::unfoldScheme) + key);
    }
}

QTextBlock LessonView::firstBlockOf(const QString& key) const
{
    QTextBlock block = m_text->begin();
    while (block.isValid() && block.blockFormat().stringProperty(mark::CardKey) != key) {
        block = block.next();
    }
    return block;
}

QTextCursor LessonView::roomOf(const QString& key) const
{
    for (QTextBlock block = firstBlockOf(key); block.isValid() && block.blockFormat().stringProperty(mark::CardKey) == key;
         block = block.next()) {
        if (!block.begin().atEnd() && block.begin().fragment().charFormat().objectType() == mark::controlsObject) {
            return QTextCursor(block);
        }
    }
    return {};
}

/// All of the card if it fits, else its top. Nobody waits for another place any more.
void LessonView::bringIntoView(const QString& key)
{
    const QTextBlock first = firstBlockOf(key);
    if (!first.isValid()) {
        return;
    }
    m_wantedTop = -1;
    m_wantedPlace.clear();
    QTextBlock last = first;
    while (last.next().isValid() && last.next().blockFormat().stringProperty(mark::CardKey) == key) {
        last = last.next();
    }
    const double top = yOf(first.position()) - space::xl;
    const double bottom = m_text->documentLayout()->blockBoundingRect(last).bottom() + space::xl;
    const double value = verticalScrollBar()->value();
    const double wanted = std::min(top, std::max(value, bottom - viewport()->height()));
    verticalScrollBar()->setValue(static_cast<int>(wanted));
}

/// The last line of the card that does something: the next question before the folding.
void LessonView::goToAction(const QString& key)
{
    for (QTextBlock block = firstBlockOf(key); block.isValid() && block.blockFormat().stringProperty(mark::CardKey) == key;
         block = block.next()) {
        const QString target = block.begin().atEnd() ? QString() : block.begin().fragment().charFormat().anchorHref();
        const bool isAction = target == mark::nextScheme || target.startsWith(mark::askScheme) || target.startsWith(mark::unfoldScheme);
        if (isAction) {
            QTextCursor cursor(block);
            cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            setTextCursor(cursor);
            bringIntoView(key);
            viewport()->update(); // the ring reaches beyond the text
            return;
        }
    }
}

void LessonView::leaveAction()
{
    QTextCursor cursor = textCursor();
    cursor.clearSelection();
    setTextCursor(cursor);
    viewport()->update();
}

/// Only the card changes: the text around it, the scroll and what is still being written stay.
void LessonView::rewrite(const QString& key)
{
    QTextBlock first = firstBlockOf(key);
    if (!first.isValid()) {
        return;
    }
    QTextBlock last = first;
    for (QTextBlock block = first.next(); block.isValid() && block.blockFormat().stringProperty(mark::CardKey) == key;
         block = block.next()) {
        last = block;
    }
    const int number = first.blockFormat().intProperty(mark::Card);
    const QTextBlock above = first.previous();
    const bool hasAbove = above.isValid() && !above.begin().atEnd();
    const QString description = hasAbove ? above.begin().fragment().charFormat().stringProperty(QTextFormat::ImageAltText) : QString();
    QTextCursor cursor(m_text);
    cursor.beginEditBlock();
    cursor.setPosition(first.position());
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    LessonWriter writer(cursor, m_look, *m_pictures, m_codes, m_unfolded);
    if (key.startsWith("picture/"_L1)) {
        writer.description(key, description, isUnfolded(key));
    } else if (m_lesson) {
        writePractice(writer, key, number);
    }
    cursor.endEditBlock();
    m_quiz->forgetRoom();
    m_quiz->place();
}

void LessonView::writePractice(LessonWriter& writer, const QString& key, int number)
{
    const auto question
        = findIn(*m_lesson, &exchange::LessonUnit::quiz, [&key](const auto& each) { return QuizCards::keyOf(each) == key; });
    const auto card = findIn(*m_lesson, &exchange::LessonUnit::cards, [&key](const auto& each) { return QuizCards::keyOf(each) == key; });
    const auto hint = findIn(*m_lesson, &exchange::LessonUnit::hints, [&key](const auto& each) { return QuizCards::keyOf(each) == key; });
    if (hint.value != nullptr) {
        QuizCards::write(writer, *hint.value, isUnfolded(key), number);
    } else if (question.value != nullptr) {
        QuizCards::write(writer, *question.value, { question.number, question.of }, m_quiz->stageOf(*question.value), number);
    } else if (card.value != nullptr) {
        QuizCards::write(writer, *card.value, isUnfolded(key), number);
    }
}

} // namespace waymark::ui
