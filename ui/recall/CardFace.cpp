// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/recall/CardFace.h>

#include <ui/ReadOnly.h>
#include <ui/lesson/LessonView.h>
#include <ui/recall/GradeBar.h>
#include <ui/recall/RecallNotice.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/words/Words.h>

#include <QHBoxLayout>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int leastSheet = 220; ///< height
constexpr int highestSheet = 340; ///< longer cards scroll: the grades stay under the eye

/// What stands on the sheet: the front, and under a line the back.
exchange::Blocks sheetOf(const session::AskedCard& card, bool withBack)
{
    exchange::Blocks blocks = card.front;
    if (withBack) {
        exchange::Block line;
        line.kind = exchange::Block::Kind::Rule;
        blocks.push_back(line);
        blocks.insert(blocks.end(), card.back.begin(), card.back.end());
    }
    return blocks;
}

} // namespace

CardFace::CardFace(session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    auto* column = bareColumn(this, space::m);
    column->addLayout(makeHead());
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Cards of this session"));
    column->addWidget(m_progress);
    makeNotices();
    column->addWidget(m_backlog);
    column->addWidget(m_leech);
    column->addWidget(makeSheet(), 100);
    column->addWidget(makeAnswer());
    column->addStretch(1);
}

QHBoxLayout* CardFace::makeHead()
{
    m_skill = wrapped(TextRole::Heading, {}, this);
    m_skill->setObjectName(u"recall.skill"_s);
    m_left = new TextLabel(TextRole::Caption, {}, this);
    m_left->setObjectName(u"recall.left"_s);
    m_more = new QToolButton(this);
    m_more->setObjectName(u"recall.more"_s);
    m_more->setIcon(icon(IconId::More));
    m_more->setAccessibleName(tr("More for this card"));
    m_more->setToolTip(m_more->accessibleName());
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    auto* head = new QHBoxLayout;
    head->setSpacing(space::m);
    head->addWidget(m_skill, 1);
    head->addWidget(m_left);
    head->addWidget(m_more);
    return head;
}

void CardFace::makeNotices()
{
    m_backlog = new RecallNotice(IconId::Clock, Tone::Mark, this);
    m_backlog->setObjectName(u"recall.backlog"_s);
    connect(m_backlog->addButton(u"recall.backlogSpread"_s, tr("Spread them over a week")), &QPushButton::clicked, this,
        &CardFace::spreadRequested);
    // The queue begins with the most forgotten as it is: this only says that it may.
    connect(m_backlog->addButton(u"recall.backlogBegin"_s, tr("Begin with the most forgotten")), &QPushButton::clicked, this,
        &CardFace::backlogAccepted);
    m_leech = new RecallNotice(IconId::Warning, Tone::Mark, this);
    m_leech->setObjectName(u"recall.leech"_s);
    connect(m_leech->addButton(u"recall.leechLesson"_s, tr("Open the lesson")), &QPushButton::clicked, this, &CardFace::lessonRequested);
    QPushButton* write = m_leech->addButton(u"recall.leechEdit"_s, tr("Edit the card…"));
    followReadOnly(m_workspace, *write);
    connect(write, &QPushButton::clicked, this, &CardFace::editRequested);
}

QWidget* CardFace::makeSheet()
{
    auto* sheet = new Card(this);
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(1, space::s, 1, space::s); // the line around the sheet stays free
    sheet->setMinimumHeight(leastSheet);
    sheet->setMaximumHeight(highestSheet);
    m_text = new LessonView(m_workspace, sheet);
    m_text->setObjectName(u"recall.text"_s);
    m_text->setAccessibleName(tr("The card"));
    m_text->setFrameShape(QFrame::NoFrame);
    column->addWidget(m_text);
    connect(m_text, &LessonView::skillRequested, this, &CardFace::skillRequested);
    return sheet;
}

QWidget* CardFace::makeAnswer()
{
    auto* holder = new QWidget(this);
    m_show = pushButton(u"recall.show"_s, tr("Show the back"), holder, ButtonKind::Primary);
    m_show->setToolTip(tr("Show the back (Space)"));
    connect(m_show, &QPushButton::clicked, this, &CardFace::backRequested);
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_show, 0, Qt::AlignTop | Qt::AlignHCenter);
    m_grades = new GradeBar(this);
    followReadOnly(m_workspace, *m_grades);
    connect(m_grades, &GradeBar::graded, this, &CardFace::graded);
    m_answer = new QStackedWidget(this);
    m_answer->addWidget(holder);
    m_answer->addWidget(m_grades);
    m_answer->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    return m_answer;
}

void CardFace::setProgress(int done, int asked, int left)
{
    m_progress->setRange(0, std::max(1, done + asked));
    m_progress->setValue(done);
    m_left->setText(
        left > 0 ? tr("%n card(s) left, %1 more for another day", nullptr, asked).arg(left) : tr("%n card(s) left", nullptr, asked));
}

void CardFace::setBacklog(int due)
{
    m_backlog->setText(tr("%n card(s) are due, more than twice what fits into your %1.", nullptr, due)
                           .arg(Words::minutes(m_workspace.progress().recallOptions().minutes)));
    m_backlog->setVisible(due > 0);
}

void CardFace::showFront(const session::AskedCard& card)
{
    const domain::Skill* skill = m_workspace.roadmap().find(card.skill);
    m_skill->setText(skill == nullptr ? card.skill : skill->title);
    m_leech->setText(tr("You have forgotten this card %n time(s). Read its lesson again, or write it in your own words.", nullptr,
        card.state.schedule.lapses));
    m_leech->setVisible(m_backlog->isHidden() && learning::isLeech(card.state.schedule));
    m_text->setBlocks(sheetOf(card, false));
    m_answer->setCurrentIndex(0);
    m_show->setFocus(Qt::OtherFocusReason);
}

void CardFace::showBack(const session::AskedCard& card, const std::array<domain::CardSchedule, 4>& next)
{
    m_text->setBlocks(sheetOf(card, true));
    m_grades->setNext(next, m_workspace.now());
    m_answer->setCurrentIndex(1);
    m_grades->focusGood();
}

QMenu* CardFace::menu() const
{
    return m_more->menu();
}

} // namespace waymark::ui
