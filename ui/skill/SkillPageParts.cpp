// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/SkillPage.h>

#include <ui/lesson/FindBar.h>
#include <ui/lesson/LessonView.h>
#include <ui/skill/SkillHeader.h>
#include <ui/theme/Controls.h>

#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

/// The buttons in the head of the page, and its actions.
namespace waymark::ui {

QToolButton* SkillPage::makeTool(const QString& name, const QString& text)
{
    auto* button = new QToolButton(m_header);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAutoRaise(true);
    m_header->tools().addWidget(button);
    return button;
}

void SkillPage::makeTools()
{
    m_sectionButton = makeTool(u"sectionMenu"_s, tr("Sections"));
    m_sectionButton->setIcon(icon(IconId::Outline));
    m_sectionButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_sectionButton->setMenu(m_sectionMenu);
    m_sectionButton->setPopupMode(QToolButton::InstantPopup);
    m_findButton = makeTool(u"find"_s, tr("Find in the lesson"));
    m_findButton->setIcon(icon(IconId::Search));
    m_findButton->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_findButton->setToolTip(tr("Find in the lesson (Ctrl+F)"));
    m_sideButton = makeTool(u"toggleSide"_s, tr("Checklist and notes"));
    m_sideButton->setIcon(icon(IconId::Check));
    m_sideButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_sideButton->setCheckable(true);
    connect(m_findButton, &QToolButton::clicked, this, [this] {
        if (QWidget* field = searchField()) {
            field->setFocus(Qt::OtherFocusReason);
        }
    });
    connect(m_sideButton, &QToolButton::toggled, this, [this](bool on) {
        m_sideWanted = on;
        arrange();
    });
}

void SkillPage::makeActions()
{
    connect(makeAction(u"lesson.next-section"_s, tr("Next section"), QKeySequence(u"Alt+Down"_s)), &QAction::triggered, this,
        [this] { stepSection(1); });
    connect(makeAction(u"lesson.previous-section"_s, tr("Previous section"), QKeySequence(u"Alt+Up"_s)), &QAction::triggered, this,
        [this] { stepSection(-1); });
    connect(makeAction(u"lesson.find-next"_s, tr("Find next"), QKeySequence(QKeySequence::FindNext)), &QAction::triggered, m_find,
        &FindBar::findNext);
    connect(makeAction(u"lesson.find-previous"_s, tr("Find previous"), QKeySequence(QKeySequence::FindPrevious)), &QAction::triggered,
        m_find, &FindBar::findPrevious);
    connect(makeAction(u"lesson.checklist"_s, tr("Go to the checklist"), QKeySequence(u"Ctrl+Shift+C"_s)), &QAction::triggered, this,
        &SkillPage::goToChecklist);
    m_quizAction = makeAction(u"lesson.quiz"_s, tr("Answer the next question"), QKeySequence(u"Ctrl+Shift+Q"_s));
    connect(m_quizAction, &QAction::triggered, this, [this] {
        if (!m_lesson->askNext()) {
            Q_EMIT noticeRequested(tr("No question of this lesson waits for an answer."), NoticeTone::Info);
        }
    });
    QAction* caret = makeAction(u"lesson.caret"_s, tr("Text cursor in the lesson"), QKeySequence(u"F7"_s));
    caret->setCheckable(true);
    connect(caret, &QAction::toggled, m_lesson, &LessonView::setCaretBrowsing);
}

} // namespace waymark::ui
