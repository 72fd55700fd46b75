// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/recall/RecallPage.h>

#include <ui/lesson/LessonView.h>
#include <ui/recall/CardDialog.h>
#include <ui/recall/GradeBar.h>
#include <ui/theme/Controls.h>
#include <ui/words/Words.h>

#include <learning/LearningDays.h>

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

constexpr int widestColumn = 560; ///< the sheet is as wide as the column of a lesson
constexpr int leastSheet = 220; ///< height
constexpr int highestSheet = 340; ///< longer cards scroll: the grades stay under the eye
constexpr int spreadDays = 7;
constexpr int longestRecall = 10 * 60 * 1000; ///< milliseconds; beyond it the learner was away

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

/// The side of a card of the course, for its first editing; such a side is one line.
QString lineOf(const exchange::Blocks& side)
{
    return side.empty() ? QString() : exchange::markdownOf(side.front().inlines);
}

QWidget* centred(QWidget* content)
{
    content->setMaximumWidth(widestColumn);
    auto* holder = new QWidget;
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(space::xl, space::l, space::xl, space::xl);
    row->addStretch(1);
    row->addWidget(content, 100);
    row->addStretch(1);
    return holder;
}

} // namespace

RecallPage::RecallPage(session::Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_desk(workspace)
    , m_stack(new QStackedWidget)
{
    setObjectName(u"recallPage"_s);
    m_stack->addWidget(centred(makeCard()));
    m_stack->addWidget(centred(makeEmpty()));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    makeActions();
    connect(&m_workspace, &session::Workspace::changed, this, &RecallPage::follow);
}

QString RecallPage::title() const
{
    return tr("Recall");
}

QString RecallPage::currentSkill() const
{
    return m_card ? m_card->skill : QString();
}

QWidget* RecallPage::makeCard()
{
    auto* page = new QWidget;
    m_skill = new TextLabel(TextRole::Heading, {}, page);
    m_skill->setObjectName(u"recall.skill"_s);
    m_left = new TextLabel(TextRole::Caption, {}, page);
    m_left->setObjectName(u"recall.left"_s);
    m_more = new QToolButton(page);
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

    m_progress = new QProgressBar(page);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Cards of this session"));
    m_leech = wrapped(TextRole::Caption, {}, page);
    m_leech->setObjectName(u"recall.leech"_s);

    auto* sheet = new Card(page);
    auto* sheetColumn = new QVBoxLayout(sheet);
    sheetColumn->setContentsMargins(1, space::s, 1, space::s); // the line around the sheet stays free
    sheet->setMinimumHeight(leastSheet);
    sheet->setMaximumHeight(highestSheet);
    m_text = new LessonView(m_workspace, sheet);
    m_text->setObjectName(u"recall.text"_s);
    m_text->setAccessibleName(tr("The card"));
    m_text->setFrameShape(QFrame::NoFrame);
    sheetColumn->addWidget(m_text);
    connect(m_text, &LessonView::skillRequested, this, [this](const QString& skill) {
        Q_EMIT placeRequested({ PageId::Skill, skill, {} });
    });

    m_show = new QPushButton(tr("Show the back"), page);
    m_show->setObjectName(u"recall.show"_s);
    m_show->setToolTip(tr("Show the back (Space)"));
    setButtonKind(*m_show, ButtonKind::Primary);
    connect(m_show, &QPushButton::clicked, this, &RecallPage::showBack);
    m_grades = new GradeBar(page);
    connect(m_grades, &GradeBar::graded, this, &RecallPage::grade);
    auto* showHolder = new QWidget(page);
    auto* showRow = new QHBoxLayout(showHolder);
    showRow->setContentsMargins(0, 0, 0, 0);
    showRow->addWidget(m_show, 0, Qt::AlignTop | Qt::AlignHCenter);
    m_answer = new QStackedWidget(page);
    m_answer->addWidget(showHolder);
    m_answer->addWidget(m_grades);
    m_answer->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addLayout(head);
    column->addWidget(m_progress);
    column->addWidget(m_leech);
    column->addWidget(sheet, 100);
    column->addWidget(m_answer);
    column->addStretch(1);
    return page;
}

QWidget* RecallPage::makeEmpty()
{
    auto* card = new Card;
    m_emptyTitle = new TextLabel(TextRole::Heading, {}, card);
    m_emptyTitle->setObjectName(u"recall.emptyTitle"_s);
    m_emptyText = wrapped(TextRole::Body, {}, card);
    m_emptyText->setObjectName(u"recall.emptyText"_s);
    m_emptyButton = new QPushButton(card);
    m_emptyButton->setObjectName(u"recall.emptyButton"_s);
    setButtonKind(*m_emptyButton, ButtonKind::Primary);
    connect(m_emptyButton, &QPushButton::clicked, this, [this] { Q_EMIT placeRequested({ PageId::Skill, m_nextSkill, {} }); });
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column->setSpacing(space::m);
    column->addWidget(m_emptyTitle);
    column->addWidget(m_emptyText);
    column->addWidget(m_emptyButton, 0, Qt::AlignLeft);
    auto* page = new QWidget;
    auto* whole = new QVBoxLayout(page);
    whole->setContentsMargins(0, space::xl, 0, 0);
    whole->addWidget(card);
    whole->addStretch(1);
    return page;
}

QAction* RecallPage::makeAction(const QString& name, const QString& text, const QKeySequence& keys)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    m_actions.append(action);
    return action;
}

QAction* RecallPage::makeCardAction(const QString& name, const QString& text, const QKeySequence& keys)
{
    QAction* action = makeAction(name, text, keys);
    m_more->menu()->addAction(action);
    return action;
}

/// Each is in the list of shortcuts and in the palette. Those of the answer are for the keyboard: the buttons stand on the page.
void RecallPage::makeActions()
{
    m_showAction = makeAction(u"recall.show-back"_s, tr("Show the back"), QKeySequence(Qt::Key_Space));
    connect(m_showAction, &QAction::triggered, this, &RecallPage::showBack);
    for (const domain::Grade each : learning::allGrades) {
        const QKeySequence key(Qt::Key_0 + static_cast<int>(each));
        QAction* action = makeAction(u"recall."_s + learning::toString(each), tr("Grade: %1").arg(Words::grade(each)), key);
        connect(action, &QAction::triggered, this, [this, each] { grade(each); });
        m_gradeActions.append(action);
    }
    connect(makeCardAction(u"recall.lesson"_s, tr("Open the lesson"), QKeySequence(Qt::Key_O)), &QAction::triggered, this, [this] {
        if (m_card) {
            Q_EMIT placeRequested({ PageId::Skill, m_card->skill, {} });
        }
    });
    connect(makeCardAction(u"recall.edit"_s, tr("Edit the card…"), QKeySequence(Qt::Key_E)), &QAction::triggered, this,
        [this] { edit(false); });
    connect(makeCardAction(u"recall.new"_s, tr("New card for this skill…"), QKeySequence(Qt::Key_N)), &QAction::triggered, this,
        [this] { edit(true); });
    connect(makeCardAction(u"recall.bury"_s, tr("Not today"), QKeySequence(Qt::Key_T)), &QAction::triggered, this, [this] {
        if (m_card) {
            const QDate tomorrow = learning::learningDay(m_workspace.now(), m_workspace.zone()).addDays(1);
            const qint64 until = learning::startOfLearningDay(tomorrow, m_workspace.zone());
            m_workspace.apply(domain::buryCard(m_workspace.context(), m_card->skill, m_card->card, until));
        }
    });
    connect(makeCardAction(u"recall.suspend"_s, tr("Lay aside for good"), QKeySequence(Qt::Key_A)), &QAction::triggered, this, [this] {
        if (m_card) {
            m_workspace.apply(domain::suspendCard(m_workspace.context(), m_card->skill, m_card->card, true));
        }
    });
    connect(makeCardAction(u"recall.spread"_s, tr("Spread what is due over a week"), {}), &QAction::triggered, this, &RecallPage::spread);
}

/// What can be done with what is shown now.
void RecallPage::enableActions()
{
    const bool isAsking = m_card.has_value();
    const bool writable = !m_workspace.isReadOnly();
    m_showAction->setEnabled(isAsking && !m_isBackShown);
    for (QAction* action : m_gradeActions) {
        action->setEnabled(isAsking && m_isBackShown && writable);
    }
    const QList<QAction*> ofCard = m_more->menu()->actions();
    for (QAction* action : ofCard) {
        action->setEnabled(isAsking && (writable || action == ofCard.first())); // reading the lesson changes nothing
    }
    m_grades->setEnabled(writable);
}

void RecallPage::show(const Place&)
{
    m_recallsBefore = recallsOnRecord();
    next();
}

void RecallPage::next()
{
    session::RecallTurn turn = m_desk.next();
    m_card = std::move(turn.card);
    const int left = turn.asked;
    const int done = graded();
    m_progress->setRange(0, std::max(1, done + left));
    m_progress->setValue(done);
    m_left->setText(turn.left > 0 ? tr("%n card(s) left, %1 more for another day", nullptr, left).arg(turn.left)
                                  : tr("%n card(s) left", nullptr, left));
    if (m_card) {
        showCard();
    } else {
        showEmpty();
    }
    enableActions();
    Q_EMIT currentSkillChanged();
}

void RecallPage::showCard()
{
    const domain::Skill* skill = m_workspace.roadmap().find(m_card->skill);
    m_skill->setText(skill == nullptr ? m_card->skill : skill->title);
    const bool isLeech = learning::isLeech(m_card->state.schedule);
    m_leech->setText(tr("You have forgotten this card %n time(s). Read its lesson again, or write it in your own words.", nullptr,
        m_card->state.schedule.lapses));
    m_leech->setVisible(isLeech);
    m_isBackShown = false;
    m_text->setBlocks(sheetOf(*m_card, false));
    m_answer->setCurrentIndex(0);
    m_stack->setCurrentIndex(0);
    m_show->setFocus(Qt::OtherFocusReason);
    m_clock.start();
}

void RecallPage::showBack()
{
    if (!m_card || m_isBackShown) {
        return;
    }
    m_isBackShown = true;
    m_text->setBlocks(sheetOf(*m_card, true));
    m_grades->setNext(m_desk.preview(*m_card), m_workspace.now());
    m_answer->setCurrentIndex(1);
    m_grades->focusGood();
    enableActions();
}

void RecallPage::showEmpty()
{
    const bool hasCards = !m_desk.cards().empty();
    const int done = graded();
    m_emptyTitle->setText(done > 0 ? tr("%n card(s) recalled. Nothing more is due.", nullptr, done)
            : hasCards             ? tr("Nothing is due now.")
                                   : tr("There are no cards yet."));
    m_emptyText->setText(hasCards ? tr("Cards come back on the day before you would forget them. Until then, go on with a lesson.")
                                  : tr("Cards come with the skills that you start: each lesson ends with some."));
    m_nextSkill.clear();
    for (const learning::NextStep& step : m_workspace.nextSteps(1)) {
        const domain::Skill& skill = m_workspace.roadmap().skill(step.skill);
        m_nextSkill = skill.id;
        m_emptyButton->setText(tr("Go on with \"%1\"").arg(skill.title));
    }
    m_emptyButton->setVisible(!m_nextSkill.isEmpty());
    m_stack->setCurrentIndex(1);
}

void RecallPage::grade(domain::Grade grade)
{
    if (!m_card || !m_isBackShown) {
        return;
    }
    const auto milliseconds = static_cast<int>(std::min<qint64>(m_clock.elapsed(), longestRecall));
    m_workspace.apply(m_desk.graded(*m_card, grade, milliseconds));
}

int RecallPage::recallsOnRecord() const
{
    int count = 0;
    for (const domain::SkillProgress& skill : m_workspace.progress().skills()) {
        for (const auto& card : skill.recalls) {
            count += static_cast<int>(card.size());
        }
    }
    return count;
}

int RecallPage::graded() const
{
    return std::max(0, recallsOnRecord() - m_recallsBefore);
}

void RecallPage::edit(bool isNew)
{
    if (!m_card) {
        return;
    }
    CardDialog dialog(m_workspace, m_card->skill, isNew ? QString() : m_card->card, this);
    if (!isNew) {
        const domain::OwnCard own = m_workspace.progress().skill(m_card->skill).ownCards.value(m_card->card);
        dialog.setTexts(m_card->isOwn ? own.front : lineOf(m_card->front), m_card->isOwn ? own.back : lineOf(m_card->back));
    }
    dialog.exec();
}

/// After a holiday: what is due now, put on the days of a week, the most forgotten first.
void RecallPage::spread()
{
    const std::vector<learning::QueueCard> cards = m_desk.cards();
    const std::vector<QDate> days = learning::spreadOver(cards, spreadDays, m_workspace.now(), m_workspace.zone());
    const QDate today = learning::learningDay(m_workspace.now(), m_workspace.zone());
    std::vector<domain::PutOff> putOff;
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (days[i].isValid() && days[i] > today) {
            putOff.push_back({ cards[i].skill, cards[i].card, learning::startOfLearningDay(days[i], m_workspace.zone()) });
        }
    }
    const bool isSpread = !putOff.empty() && m_workspace.apply(domain::spreadCards(m_workspace.context(), putOff)).has_value();
    Q_EMIT noticeRequested(isSpread ? tr("%n card(s) wait for the days to come.", nullptr, static_cast<int>(putOff.size()))
                                    : tr("There is nothing to spread: what is due fits into today."),
        NoticeTone::Info);
}

void RecallPage::follow(const session::Changes& changes)
{
    const bool concerns = changes.course || changes.recall || !changes.restated.empty() || (m_card && changes.touches(m_card->skill));
    if (concerns && isVisible()) {
        next();
    }
}

} // namespace waymark::ui
