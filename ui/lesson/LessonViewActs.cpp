// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/LessonView.h>

#include <ui/lesson/CodeColours.h>
#include <ui/lesson/LessonColouring.h>
#include <ui/lesson/LessonLinks.h>
#include <ui/lesson/LessonText.h>
#include <ui/lesson/QuizCards.h>
#include <ui/theme/TrailPainting.h>

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

/// What a person does inside a lesson: links, copying, unfolding; and the colours of the code that is in view.
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

void LessonView::activate(const QUrl& anchor)
{
    const QString target = anchor.toString();
    if (target.startsWith(mark::copyScheme)) {
        copyCode(target.mid(mark::copyScheme.size()).toInt());
    } else if (target.startsWith(mark::unfoldScheme)) {
        toggle(target.mid(mark::unfoldScheme.size()));
    } else if (target.startsWith(mark::checklistScheme)) {
        Q_EMIT checklistRequested();
    } else if (const QString skill = linkedSkill(target); !skill.isEmpty()) {
        Q_EMIT skillRequested(skill);
    } else if (isWebLink(anchor.toString(QUrl::FullyEncoded))) {
        Q_EMIT linkRequested(anchor);
    }
}

/// Qt activates a link by the keyboard only as long as Tab has chosen it; after a card was written anew we have.
void LessonView::keyPressEvent(QKeyEvent* event)
{
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QTextCursor cursor = textCursor();
    const QString target = cursor.charFormat().anchorHref();
    if (enters && event->modifiers() == Qt::NoModifier && cursor.hasSelection() && !target.isEmpty()) {
        activate(QUrl(target));
        return;
    }
    QTextBrowser::keyPressEvent(event);
}

void LessonView::copyCode(int number)
{
    if (const LessonCodes::Code* code = m_codes.find(number)) {
        QApplication::clipboard()->setText(code->text);
        Q_EMIT codeCopied();
    }
}

void LessonView::toggle(const QString& key)
{
    if (!m_unfolded.remove(key)) {
        m_unfolded.insert(key);
    }
    const bool byKeyboard = textCursor().hasSelection(); // Tab selects the anchor it stands on
    rewriteCard(key);
    if (byKeyboard) {
        focusAnchor(QString(mark::unfoldScheme) + key);
    }
}

/// Only the card changes: the text around it, the scroll and what is still being written stay.
void LessonView::rewriteCard(const QString& key)
{
    QTextBlock first = m_text->begin();
    while (first.isValid() && first.blockFormat().stringProperty(mark::CardKey) != key) {
        first = first.next();
    }
    if (!first.isValid()) {
        return;
    }
    QTextBlock last = first;
    for (QTextBlock block = first.next(); block.isValid() && block.blockFormat().stringProperty(mark::CardKey) == key;
         block = block.next()) {
        last = block;
    }
    const int number = first.blockFormat().intProperty(mark::Card);
    const QString description = first.previous().begin().fragment().charFormat().stringProperty(QTextFormat::ImageAltText);
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
        QuizCards::write(writer, *question.value, { question.number, question.of }, isUnfolded(key), number);
    } else if (card.value != nullptr) {
        QuizCards::write(writer, *card.value, isUnfolded(key), number);
    }
}

/// After a card is written anew, the key that was pressed is still under the keyboard.
void LessonView::focusAnchor(const QString& target)
{
    for (QTextBlock block = m_text->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().anchorHref() == target) {
                QTextCursor cursor(m_text);
                cursor.setPosition(it.fragment().position());
                cursor.setPosition(it.fragment().position() + it.fragment().length(), QTextCursor::KeepAnchor);
                setTextCursor(cursor);
                return;
            }
        }
    }
}

/// The anchor under the keyboard wears the same ring as every control.
void LessonView::paintAnchorFocus()
{
    QTextCursor start = textCursor();
    if (!hasFocus() || !start.hasSelection() || start.charFormat().anchorHref().isEmpty()) {
        return;
    }
    QTextCursor end = start;
    start.setPosition(textCursor().selectionStart());
    end.setPosition(textCursor().selectionEnd());
    const QRect from = cursorRect(start);
    const QRect to = cursorRect(end);
    if (from.top() == to.top()) {
        QPainter painter(viewport());
        paintFocusRing(painter, QRect(from.topLeft(), to.bottomRight()).adjusted(-space::xs, -2, space::xs, 2));
    }
}

/// Tab goes through the anchors of the text; what it comes to is brought well into view.
bool LessonView::focusNextPrevChild(bool next)
{
    const bool taken = QTextBrowser::focusNextPrevChild(next);
    if (taken && hasFocus()) {
        const int below = cursorRect().bottom() + space::xxl - viewport()->height();
        const int above = cursorRect().top() - space::xxl;
        QScrollBar* bar = verticalScrollBar();
        bar->setValue(bar->value() + (below > 0 ? below : std::min(0, above)));
    }
    return taken;
}

void LessonView::moveTabs()
{
    QTextCursor cursor(m_text);
    cursor.beginEditBlock();
    for (QTextBlock block = m_text->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        if (format.boolProperty(mark::TabToEdge)) {
            const double edge = m_look.width() - format.leftMargin() - format.rightMargin() - 1;
            format.setTabPositions({ QTextOption::Tab(edge, QTextOption::RightTab) });
            cursor.setPosition(block.position());
            cursor.setBlockFormat(format);
        }
    }
    cursor.endEditBlock();
}

void LessonView::colourVisibleCode()
{
    const QRectF visible = visibleRect();
    const QAbstractTextDocumentLayout* layout = m_text->documentLayout();
    QTextBlock block = m_text->findBlock(std::max(0, layout->hitTest(QPointF(m_look.hang + 1, visible.top()), Qt::FuzzyHit)));
    for (; block.isValid() && layout->blockBoundingRect(block).top() <= visible.bottom(); block = block.next()) {
        const int number = block.blockFormat().intProperty(mark::Code);
        if (number == 0 || m_coloured.contains(number)) {
            continue;
        }
        m_coloured.insert(number);
        QTextBlock first = block;
        while (first.previous().isValid() && first.previous().blockFormat().intProperty(mark::Code) == number) {
            first = first.previous();
        }
        colourCodeBlock(*m_text, first, m_codes, *m_colours, m_look.palette);
    }
}

} // namespace waymark::ui
