// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/LessonView.h>

#include <ui/lesson/CodeColours.h>
#include <ui/lesson/LessonColouring.h>
#include <ui/lesson/LessonLinks.h>
#include <ui/lesson/LessonQuiz.h>
#include <ui/lesson/LessonText.h>
#include <ui/lesson/QuizCards.h>
#include <ui/theme/Controls.h>
#include <ui/theme/TrailPainting.h>

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

/// What a person does inside a lesson: links, copying, unfolding; and the colours of the code that is in view.
namespace waymark::ui {

void LessonView::activate(const QUrl& anchor)
{
    const QString target = anchor.toString();
    if (target.startsWith(mark::copyScheme)) {
        copyCode(target.mid(mark::copyScheme.size()).toInt());
    } else if (target.startsWith(mark::unfoldScheme)) {
        toggle(target.mid(mark::unfoldScheme.size()));
    } else if (target.startsWith(mark::askScheme)) {
        m_quiz->ask(target.mid(mark::askScheme.size()));
    } else if (target.startsWith(mark::nextScheme)) {
        m_quiz->ask();
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
    const QTextCursor cursor = textCursor();
    const QString target = cursor.charFormat().anchorHref();
    if (isEnter(*event) && event->modifiers() == Qt::NoModifier && cursor.hasSelection() && !target.isEmpty()) {
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
    std::vector<QTextBlock> firsts;
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
        firsts.push_back(first);
    }
    const auto runsOf = [this](const QString& language, const QString& code) { return m_colours->runs(language, code); };
    colourCodeBlocks(*m_text, firsts, m_codes, runsOf, m_look.palette);
}

/// The margins beside the column belong to the text as far as the wheel is concerned.
bool LessonView::event(QEvent* event)
{
    if (event->type() == QEvent::Wheel) {
        wheelEvent(static_cast<QWheelEvent*>(event));
        return true;
    }
    return QTextBrowser::event(event);
}

void LessonView::wheelEvent(QWheelEvent* event)
{
    m_wantedTop = -1;
    m_wantedPlace.clear();
    QTextBrowser::wheelEvent(event);
}

} // namespace waymark::ui
