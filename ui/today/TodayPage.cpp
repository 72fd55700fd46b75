// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/today/TodayPage.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>
#include <ui/today/RecallCard.h>
#include <ui/today/ReviewLine.h>
#include <ui/today/StepCard.h>
#include <ui/today/WeekBars.h>
#include <ui/words/Words.h>

#include <session/QuizDesk.h>

#include <QDateTime>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int mostCards = 3;
constexpr int widestColumn = 1160;
constexpr int narrow = 820; ///< below it the cards stand under each other

} // namespace

TodayPage::TodayPage(session::Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_shelf(workspace)
{
    setObjectName(u"todayPage"_s);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(space::xxl, space::xl, space::xxl, space::xl);
    column->setSpacing(space::l);

    m_greeting = new TextLabel(TextRole::Title, {}, content);
    m_lead = wrapped(TextRole::Body, {}, content);
    m_reviews = new ReviewLine(content);
    connect(m_reviews, &ReviewLine::reviewRequested, this, [this](const QString& review) {
        Q_EMIT placeRequested({ PageId::Mentor, review, {} });
    });
    m_steps = new QBoxLayout(QBoxLayout::LeftToRight);
    m_steps->setSpacing(space::l);
    m_foot = new QBoxLayout(QBoxLayout::LeftToRight);
    m_foot->setSpacing(space::l);
    m_foot->addWidget(makeWeekCard(), 3);
    m_foot->addWidget(makeWayCard(), 2);
    column->addWidget(m_greeting);
    column->addWidget(m_reviews);
    column->addWidget(m_lead);
    column->addLayout(m_steps);
    column->addLayout(m_foot);
    column->addStretch(1);

    QScrollArea* scroll = scrollable(centred(content, widestColumn), this);
    scroll->setAccessibleName(tr("Today"));
    bareColumn(this)->addWidget(scroll);

    connect(&m_workspace, &session::Workspace::changed, this, [this](const session::Changes& changes) {
        // Else show() does it: a tick in a lesson does not pay for cards that nobody sees. The first course comes while the page is
        // covered.
        if (isVisible() || changes.course) {
            refresh();
        }
    });
    refresh();
}

QString TodayPage::title() const
{
    return tr("Today");
}

void TodayPage::show(const Place&)
{
    m_workspace.noticeTime();
    refresh();
}

QWidget* TodayPage::makeWayCard()
{
    auto* card = new Card;
    auto* column = bareColumn(card, space::s);
    m_wayTitle = wrapped(TextRole::Heading, {}, card);
    m_wayText = wrapped(TextRole::Body, {}, card);
    m_wayBar = new QProgressBar(card);
    m_wayBar->setTextVisible(false);
    m_wayBar->setAccessibleName(tr("Skills reached on the way to the milestone"));
    auto* goal = pushButton(u"changeGoal"_s, tr("Change the goal"), card);
    connect(goal, &QPushButton::clicked, this, &TodayPage::goalRequested);
    column->addWidget(m_wayTitle);
    column->addWidget(m_wayBar);
    column->addWidget(m_wayText);
    column->addStretch(1);
    column->addWidget(goal, 0, Qt::AlignLeft);
    return card;
}

QWidget* TodayPage::makeWeekCard()
{
    auto* card = new Card;
    auto* column = bareColumn(card, space::s);
    m_week = new WeekBars(card);
    m_weekText = wrapped(TextRole::Body, {}, card);
    m_setGoal = pushButton(u"setHours"_s, tr("Set hours a week"), card);
    connect(m_setGoal, &QPushButton::clicked, this, &TodayPage::goalRequested);
    column->addWidget(new TextLabel(TextRole::Heading, tr("This week"), card));
    column->addWidget(m_week);
    column->addWidget(m_weekText);
    column->addWidget(m_setGoal, 0, Qt::AlignLeft);
    column->addStretch(1);
    return card;
}

QWidget* TodayPage::makeEmptyCard()
{
    auto* card = new Card;
    auto* column = bareColumn(card, space::m);
    const bool hasCourse = m_workspace.hasCourse();
    auto* text = wrapped(TextRole::Body, {}, card);
    text->setText(hasCourse ? tr("Every skill on the way is reached. Choose a further milestone to go on.")
                            : tr("This library has no course yet. Install one to see its map."));
    auto* button = pushButton(u"emptyToday"_s, hasCourse ? tr("Choose a milestone") : tr("Install a course"), card, ButtonKind::Primary);
    connect(button, &QPushButton::clicked, this, hasCourse ? &TodayPage::goalRequested : &TodayPage::courseRequested);
    column->addWidget(text);
    column->addWidget(button, 0, Qt::AlignLeft);
    return card;
}

void TodayPage::refresh()
{
    const QString name = m_workspace.progress().learnerName();
    m_greeting->setText(name.isEmpty() ? tr("Today") : tr("Today, %1").arg(name));
    m_reviews->setLetters(m_shelf.letters());
    refreshSteps();
    refreshWay();
    refreshWeek();
}

void TodayPage::refreshSteps()
{
    while (QLayoutItem* item = m_steps->takeAt(0)) {
        if (QWidget* card = item->widget()) {
            card->setParent(nullptr); // gone from the page at once
            card->deleteLater(); // but it may be the sender of the change
        }
        delete item;
    }
    const domain::Skill* project = m_workspace.nextProject();
    const RecallCard::Work work { session::RecallDesk(m_workspace).due(), static_cast<int>(session::QuizDesk(m_workspace).again().size()),
        fadingSkills() };
    const bool hasRecall = work.cards.asked > 0 || work.questions > 0;
    const int others = (project == nullptr ? 0 : 1) + (hasRecall ? 1 : 0);
    const std::vector<learning::NextStep> steps = m_workspace.nextSteps(mostCards - others);
    const int count = static_cast<int>(steps.size()) + others;
    m_lead->setText(count == 0 ? QString() : tr("%n thing(s) to do next", nullptr, count));
    m_lead->setVisible(count > 0);
    for (const learning::NextStep& step : steps) {
        addCard(new StepCard(m_workspace, step, step == steps.front()));
    }
    if (hasRecall) {
        auto* card = new RecallCard(work, steps.empty());
        connect(card, &RecallCard::questionsRequested, this, [this] { Q_EMIT placeRequested({ PageId::Questions, {}, {} }); });
        connect(card, &RecallCard::startRequested, this, [this] { Q_EMIT placeRequested({ PageId::Recall, {}, {} }); });
        m_steps->addWidget(card, 1);
    }
    if (project != nullptr) {
        addCard(new StepCard(m_workspace, *project));
    }
    if (count == 0) {
        m_steps->addWidget(makeEmptyCard(), 1);
    }
}

QStringList TodayPage::fadingSkills() const
{
    QStringList titles;
    const std::vector<learning::SkillState>& states = m_workspace.states();
    for (int i = 0; i < static_cast<int>(states.size()); ++i) {
        if (states[static_cast<std::size_t>(i)] == learning::SkillState::Fading) {
            titles.append(m_workspace.roadmap().skill(i).title);
        }
    }
    return titles;
}

void TodayPage::addCard(StepCard* card)
{
    connect(card, &StepCard::openRequested, this, [this](const QString& skill) { Q_EMIT placeRequested({ PageId::Skill, skill, {} }); });
    connect(card, &StepCard::mapRequested, this, [this](const QString& skill) { Q_EMIT placeRequested({ PageId::Map, skill, {} }); });
    m_steps->addWidget(card, 1);
}

void TodayPage::refreshWay()
{
    const domain::Milestone* heading = m_workspace.headingFor();
    m_wayTitle->parentWidget()->setVisible(heading != nullptr);
    if (heading == nullptr) {
        return;
    }
    const learning::MilestoneStanding standing = m_workspace.standingOf(*heading);
    m_wayTitle->setText(tr("On the way to \"%1\"").arg(heading->title));
    m_wayBar->setRange(0, standing.total);
    m_wayBar->setValue(standing.done);
    m_wayText->setText(tr("%1 of %2 skills reached, %3 of study left.")
                           .arg(QLocale().toString(standing.done), QLocale().toString(standing.total), Words::hours(standing.hoursLeft)));
}

void TodayPage::refreshWeek()
{
    const double goal = m_workspace.progress().goal().hoursPerWeek;
    const learning::StudyWeek week = m_workspace.studyWeek(QLocale().firstDayOfWeek());
    m_week->setWeek(week, goal, learning::learningDay(m_workspace.now(), m_workspace.zone()));
    m_setGoal->setVisible(goal <= 0);
    if (goal > 0) {
        m_weekText->setText(tr("%1 of %2 this week.", "time studied and goal").arg(Words::minutes(week.total()), Words::hours(goal)));
    } else {
        m_weekText->setText(week.total() > 0 ? tr("%1 this week. There is no weekly goal yet.").arg(Words::minutes(week.total()))
                                             : tr("No study time is logged this week. Log it beside a lesson, under Time."));
    }
}

void TodayPage::resizeEvent(QResizeEvent* event)
{
    const auto direction = width() < narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    m_steps->setDirection(direction);
    m_foot->setDirection(direction);
    Page::resizeEvent(event);
}

void TodayPage::showEvent(QShowEvent* event)
{
    refreshWeek(); // a new day may have begun
    Page::showEvent(event);
}

} // namespace waymark::ui
