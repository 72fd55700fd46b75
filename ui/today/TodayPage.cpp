// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/today/TodayPage.h>

#include <ui/plan/ReachedNote.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>
#include <ui/today/BoardCard.h>
#include <ui/today/RecallCard.h>
#include <ui/today/ReviewLine.h>
#include <ui/today/StepCard.h>
#include <ui/today/WayCard.h>
#include <ui/today/WeekCard.h>
#include <ui/words/Isolated.h>
#include <ui/words/Words.h>

#include <session/BoardDesk.h>
#include <session/QuizDesk.h>
#include <session/StudyForecast.h>

#include <QLocale>
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
    m_foot = makeFoot();
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
        if (changes.course) {
            m_shown.reset();
        }
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

QBoxLayout* TodayPage::makeFoot()
{
    m_week = new WeekCard;
    m_board = new BoardCard;
    m_way = new WayCard;
    auto* foot = new QBoxLayout(QBoxLayout::LeftToRight);
    foot->setSpacing(space::l);
    foot->addWidget(m_week, 4);
    foot->addWidget(m_board, 3);
    foot->addWidget(m_way, 4);
    connect(m_week, &WeekCard::goalRequested, this, &TodayPage::goalRequested);
    connect(m_week, &WeekCard::hoursRequested, this, [this] { goTo(u"hours"_s); });
    connect(m_board, &BoardCard::boardRequested, this, [this] { goTo(u"board"_s); });
    connect(m_way, &WayCard::goalRequested, this, &TodayPage::goalRequested);
    connect(m_way, &WayCard::planRequested, this, [this] { goTo(u"schedule"_s); });
    connect(m_way, &WayCard::hoursRequested, this, [this] { goTo(u"hours"_s); });
    connect(&m_way->reached(), &ReachedNote::nextGoalRequested, this, [this] { m_workspace.apply(session::nextGoal(m_workspace)); });
    return foot;
}

void TodayPage::goTo(const QString& section)
{
    Q_EMIT placeRequested({ PageId::Plan, {}, section });
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
    m_greeting->setText(name.isEmpty() ? tr("Today") : tr("Today, %1").arg(isolated(name)));
    m_reviews->setLetters(m_shelf.letters());
    refreshSteps();
    refreshFoot();
    orderTabs();
    foretell();
}

/// Cards that would say the same stay, and with them the keyboard focus; where they are made anew it goes to the successor.
void TodayPage::refreshSteps()
{
    Steps steps = stepsNow();
    if (steps == m_shown) {
        return;
    }
    m_shown = std::move(steps);
    const std::optional<QString> focused = clearSteps();
    fillSteps();
    if (focused) {
        focusSuccessor(*focused);
    }
}

TodayPage::Steps TodayPage::stepsNow() const
{
    Steps steps;
    steps.hasCourse = m_workspace.hasCourse();
    if (const domain::Skill* project = m_workspace.nextProject()) {
        steps.project = project->id;
        steps.projectState = m_workspace.stateOf(project->id);
        steps.doneItems = m_workspace.progress().skill(project->id).doneItems(*project);
    }
    steps.work
        = { session::RecallDesk(m_workspace).due(), static_cast<int>(session::QuizDesk(m_workspace).again().size()), fadingSkills() };
    steps.next = m_workspace.nextSteps(mostCards - steps.count());
    for (const learning::NextStep& step : steps.next) {
        if (step.reason == learning::NextReason::Fading) {
            steps.faded.append(Words::mastery(m_workspace.masteryOf(m_workspace.roadmap().skill(step.skill).id)));
        }
    }
    return steps;
}

std::optional<QString> TodayPage::clearSteps()
{
    const QWidget* focus = window()->focusWidget();
    std::optional<QString> name;
    while (QLayoutItem* item = m_steps->takeAt(0)) {
        if (QWidget* card = item->widget()) {
            name = focus != nullptr && card->isAncestorOf(focus) ? focus->objectName() : name;
            card->setParent(nullptr); // gone from the page at once
            card->deleteLater(); // but it may be the sender of the change
        }
        delete item;
    }
    return name;
}

void TodayPage::fillSteps()
{
    const int count = m_shown->count();
    m_lead->setText(count == 0 ? QString() : tr("%n thing(s) to do next", nullptr, count));
    m_lead->setVisible(count > 0);
    for (const learning::NextStep& step : m_shown->next) {
        addCard(new StepCard(m_workspace, step, step == m_shown->next.front()));
    }
    if (m_shown->hasRecall()) {
        auto* card = new RecallCard(m_shown->work, m_shown->next.empty());
        connect(card, &RecallCard::questionsRequested, this, [this] { Q_EMIT placeRequested({ PageId::Questions, {}, {} }); });
        connect(card, &RecallCard::startRequested, this, [this] { Q_EMIT placeRequested({ PageId::Recall, {}, {} }); });
        m_steps->addWidget(card, 1);
    }
    if (!m_shown->project.isEmpty()) {
        addCard(new StepCard(m_workspace, *m_workspace.roadmap().find(m_shown->project)));
    }
    if (count == 0) {
        m_steps->addWidget(makeEmptyCard(), 1);
    }
}

/// The button of the same name, else the first of the steps: the place of the keyboard is not lost with a card.
void TodayPage::focusSuccessor(const QString& name)
{
    QAbstractButton* first = nullptr;
    for (int i = 0; i < m_steps->count(); ++i) {
        const auto buttons = m_steps->itemAt(i)->widget()->findChildren<QAbstractButton*>();
        for (QAbstractButton* button : buttons) {
            if (button->objectName() == name) {
                button->setFocus(Qt::OtherFocusReason);
                return;
            }
            first = first == nullptr ? button : first;
        }
    }
    if (first != nullptr) {
        first->setFocus(Qt::OtherFocusReason);
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

/// As they stand. The cards of the steps are made anew, and what was made last would come last.
void TodayPage::orderTabs()
{
    QWidget* last = nullptr;
    const auto follow = [&last](const QWidget* card) {
        const auto buttons = card->findChildren<QAbstractButton*>();
        for (QAbstractButton* button : buttons) {
            if (last != nullptr) {
                setTabOrder(last, button);
            }
            last = button;
        }
    };
    for (int i = 0; i < m_steps->count(); ++i) {
        follow(m_steps->itemAt(i)->widget());
    }
    for (const QWidget* card : std::initializer_list<const QWidget*> { m_week, m_board, m_way }) {
        follow(card);
    }
}

void TodayPage::refreshFoot()
{
    m_week->setWeek(m_workspace);
    m_board->setVisible(m_workspace.hasCourse());
    const domain::Milestone* heading = m_workspace.headingFor();
    m_way->setVisible(heading != nullptr);
    if (heading != nullptr) {
        m_way->reached().refresh(m_workspace);
        m_way->setStanding(heading->title, m_workspace.standingOf(*heading), session::studyOutset(m_workspace).input.deadline);
    }
}

/// Ten thousand runs take their time, so the page is there before they are through; what they rest on is seldom another.
void TodayPage::foretell()
{
    if (!m_workspace.hasCourse()) {
        m_forecasting.cancel();
        return;
    }
    session::StudyOutset outset = session::studyOutset(m_workspace);
    if (outset == m_outset && m_forecast) {
        showStudy(); // a card may stand in another column of the board
        return;
    }
    if (outset == m_outset && m_forecasting.isRunning()) {
        return;
    }
    m_outset = std::move(outset);
    m_forecast.reset();
    session::startForecast(m_forecasting, m_outset.input, [this](const learning::Forecast& forecast) {
        m_forecast = forecast;
        showStudy();
    });
}

void TodayPage::showStudy()
{
    const session::BoardDesk desk(m_workspace, QLocale().firstDayOfWeek());
    m_board->setBoard(desk.board(m_outset, session::scheduleOf(m_outset)), desk.limit());
    m_way->setForecast(m_outset, *m_forecast, m_workspace.roadmap());
}

void TodayPage::resizeEvent(QResizeEvent* event)
{
    const auto direction = width() < narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    m_steps->setDirection(direction);
    m_foot->setDirection(direction);
    Page::resizeEvent(event);
}

} // namespace waymark::ui
