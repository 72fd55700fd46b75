// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/placement/PlacementPage.h>

#include <ui/placement/PlacementQuestionSheet.h>
#include <ui/placement/PlacementResult.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/words/Isolated.h>

#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int widestCard = 560;

/// A sheet of paper in the upper middle of the page.
QWidget* upperMiddle(Card* card)
{
    auto* holder = new QWidget;
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(space::xl, 2 * space::xxl, space::xl, space::xl);
    column->addLayout(centredRow(card, widestCard));
    column->addStretch(1);
    return holder;
}

QVBoxLayout* columnOf(Card& card)
{
    auto* column = new QVBoxLayout(&card);
    column->setContentsMargins(space::l, space::l, space::l, space::l);
    column->setSpacing(space::m);
    return column;
}

TextLabel* addPoint(QVBoxLayout& column, IconId sign, const QString& text, QWidget* parent)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(space::m);
    auto* label = wrapped(TextRole::Body, text, parent);
    row->addWidget(new IconMark(sign, Tone::Trail, parent), 0, Qt::AlignTop);
    row->addWidget(label, 1);
    column.addLayout(row);
    return label;
}

} // namespace

PlacementPage::PlacementPage(session::Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_stack(new QStackedWidget)
    , m_question(new PlacementQuestionSheet(workspace))
    , m_result(new PlacementResult(workspace))
{
    setObjectName(u"placementPage"_s);
    m_stack->addWidget(makeStart());
    m_stack->addWidget(m_question);
    m_stack->addWidget(m_result);
    m_stack->addWidget(makeNothing());
    bareColumn(this)->addWidget(m_stack);
    makeActions();

    connect(m_question, &PlacementQuestionSheet::answered, this, [this](const exchange::QuizAnswer& answer, int milliseconds) {
        if (m_sitting->answer(answer, milliseconds)) {
            ask();
        } else {
            m_question->setRemark(tr("This cannot be read as an answer. Write it in another way, or say that you do not know."));
        }
    });
    connect(m_question, &PlacementQuestionSheet::passed, this, &PlacementPage::pass);
    connect(m_question, &PlacementQuestionSheet::backRequested, this, &PlacementPage::back);
    connect(m_question, &PlacementQuestionSheet::resultRequested, this, &PlacementPage::showResult);
    connect(m_result, &PlacementResult::takeOverRequested, this, &PlacementPage::takeOver);
    connect(m_result, &PlacementResult::moreRequested, this, &PlacementPage::ask);
    connect(m_result, &PlacementResult::discardRequested, this, &PlacementPage::discard);
    connect(&m_workspace, &session::Workspace::changed, this, &PlacementPage::follow);
}

PlacementPage::~PlacementPage() = default;

QString PlacementPage::title() const
{
    return tr("What you know");
}

QWidget* PlacementPage::makeStart()
{
    auto* card = new Card;
    m_nothingToAsk = wrapped(TextRole::Body, {}, card);
    m_nothingToAsk->setObjectName(u"placement.nothingToAsk"_s);
    m_points = new QWidget(card);
    auto* points = bareColumn(m_points, space::m);
    m_length = addPoint(*points, IconId::Clock, {}, m_points);
    m_length->setObjectName(u"placement.length"_s);
    addPoint(*points, IconId::Map,
        tr("The map then shows what you seem to know. Take out what is not so, and take over the rest as assumed."), m_points);
    addPoint(*points, IconId::Undo, tr("Nothing is stored before you take it over, and one undo takes it back."), m_points);
    addPoint(*points, IconId::Lesson, tr("No answer is called right or wrong here: the quiz of the lesson asks the same questions again."),
        m_points);
    m_begin = pushButton(u"placement.begin"_s, tr("Begin"), card, ButtonKind::Primary);
    connect(m_begin, &QPushButton::clicked, this, &PlacementPage::ask);

    QVBoxLayout* column = columnOf(*card);
    column->addWidget(wrapped(TextRole::Title, tr("What do you know already?"), card));
    column->addWidget(wrapped(
        TextRole::Body, tr("A few questions find out where on the map you stand, so that you need not begin at the beginning."), card));
    column->addWidget(m_nothingToAsk);
    column->addWidget(m_points);
    column->addSpacing(space::xs);
    column->addWidget(m_begin, 0, Qt::AlignLeft);
    return upperMiddle(card);
}

QWidget* PlacementPage::makeNothing()
{
    auto* card = new Card;
    m_first = pushButton(u"placement.first"_s, {}, card, ButtonKind::Primary);
    m_more = pushButton(u"placement.nothing.more"_s, tr("Answer more"), card);
    auto* leave = pushButton(u"placement.nothing.discard"_s, tr("Discard"), card, ButtonKind::Quiet);
    connect(m_first, &QPushButton::clicked, this, [this] {
        const QString skill = m_firstSkill;
        showStart();
        Q_EMIT placeRequested({ PageId::Skill, skill, {} });
    });
    connect(m_more, &QPushButton::clicked, this, &PlacementPage::ask);
    connect(leave, &QPushButton::clicked, this, &PlacementPage::discard);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_first);
    buttons->addWidget(m_more);
    buttons->addStretch(1);
    buttons->addWidget(leave);
    QVBoxLayout* column = columnOf(*card);
    auto* title = wrapped(TextRole::Title, tr("The way begins at its beginning"), card);
    title->setObjectName(u"placement.nothingTitle"_s);
    column->addWidget(title);
    column->addWidget(wrapped(TextRole::Body,
        tr("Your answers show no skill that you know already, so there is nothing to take over and nothing is stored. Each skill teaches "
           "what "
           "the next one needs: begin with the first step."),
        card));
    column->addSpacing(space::xs);
    column->addLayout(buttons);
    return upperMiddle(card);
}

/// With Ctrl, since answers are typed and letters choose options.
void PlacementPage::makeActions()
{
    m_passAction = makeAction(u"placement.do-not-know"_s, tr("I do not know"), QKeySequence(Qt::CTRL | Qt::Key_D));
    connect(m_passAction, &QAction::triggered, this, [this] { pass(m_question->elapsed()); });
    m_backAction = makeAction(u"placement.question-before"_s, tr("Back to the question before"), QKeySequence(Qt::CTRL | Qt::Key_B));
    connect(m_backAction, &QAction::triggered, this, &PlacementPage::back);
    m_resultAction = makeAction(u"placement.see-result"_s, tr("Stop and see the result"), QKeySequence(Qt::CTRL | Qt::Key_R));
    connect(m_resultAction, &QAction::triggered, this, &PlacementPage::showResult);
}

PlacementPage::Sheet PlacementPage::sheet() const
{
    return static_cast<Sheet>(m_stack->currentIndex());
}

void PlacementPage::showSheet(Sheet sheet)
{
    m_stack->setCurrentIndex(sheet);
    const bool isAsking = sheet == Question;
    m_passAction->setEnabled(isAsking);
    m_resultAction->setEnabled(isAsking);
    m_backAction->setEnabled(sheet != Start && m_sitting->asked() > 0);
}

void PlacementPage::show(const Place&)
{
    switch (sheet()) {
    case Start:
        showStart();
        break;
    case Question:
        m_question->focusQuestion();
        break;
    case Result:
    case Nothing:
        showResult();
        break;
    }
}

void PlacementPage::showStart()
{
    // The moment is the seed: each sitting asks other questions.
    const auto seed = static_cast<quint64>(m_workspace.now());
    const session::PlacementBeginning beginning = session::PlacementSitting::beginningOf(m_workspace, seed);
    if (beginning.practised.empty()) { // which is soon done
        m_task.cancel();
        begin(std::make_unique<session::PlacementSitting>(m_workspace, beginning, beginning.placement()));
        m_begin->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_sitting.reset();
    m_points->hide();
    m_begin->hide();
    m_nothingToAsk->setText(tr("Going through what you have practised …"));
    m_nothingToAsk->show();
    showSheet(Start);
    const QWidget* const focused = QApplication::focusWidget();
    m_task.start([beginning](const std::stop_token& stop) { return std::make_shared<learning::Placement>(beginning.placement(stop)); },
        [this, beginning, focused](const std::shared_ptr<learning::Placement>& placement) {
            begin(std::make_unique<session::PlacementSitting>(m_workspace, beginning, std::move(*placement)));
            if (QApplication::focusWidget() == focused) { // nobody has gone elsewhere meanwhile
                m_begin->setFocus(Qt::OtherFocusReason);
            }
        });
}

void PlacementPage::begin(std::unique_ptr<session::PlacementSitting> sitting)
{
    m_sitting = std::move(sitting);
    const int most = m_sitting->mostQuestions();
    const int minutes = static_cast<int>(std::ceil(most * session::PlacementSitting::secondsPerQuestion / 60.0));
    m_length->setText(tr("At most %n question(s), about %1 min. Stop whenever you like.", nullptr, most).arg(minutes));
    m_points->setVisible(!m_sitting->isFinished());
    m_begin->setVisible(!m_sitting->isFinished());
    m_nothingToAsk->setText(
        tr("There is nothing to ask: every skill that has questions is begun, done or assumed already, or none has any."));
    m_nothingToAsk->setVisible(m_sitting->isFinished());
    showSheet(Start);
}

void PlacementPage::ask()
{
    if (m_sitting->isFinished()) {
        showResult();
        return;
    }
    showSheet(Question);
    m_question->ask(*m_sitting);
}

void PlacementPage::pass(int milliseconds)
{
    m_sitting->pass(milliseconds);
    ask();
}

void PlacementPage::back()
{
    if (m_sitting->back()) {
        ask();
    }
}

void PlacementPage::showResult()
{
    if (m_sitting->asked() == 0) {
        showStart();
    } else if (m_sitting->found().isEmpty()) {
        showNothing();
    } else {
        showSheet(Result);
        m_result->show(*m_sitting);
    }
}

void PlacementPage::showNothing()
{
    m_firstSkill.clear();
    for (const learning::NextStep& step : m_workspace.nextSteps(1)) {
        const domain::Skill& skill = m_workspace.roadmap().skill(step.skill);
        m_firstSkill = skill.id;
        m_first->setText(tr("Begin with \"%1\"").arg(isolated(skill.title)));
    }
    m_first->setVisible(!m_firstSkill.isEmpty());
    m_more->setVisible(!m_sitting->isFinished());
    showSheet(Nothing);
    m_first->setFocus(Qt::OtherFocusReason);
}

void PlacementPage::takeOver()
{
    if (sheet() != Result) {
        return; // its button was pressed once more, before the sheet had gone
    }
    const auto count = static_cast<int>(m_sitting->known().size());
    const domain::Result<domain::Edit> edit = m_sitting->accepted();
    m_result->forget(); // it would follow the edit
    if (!m_workspace.apply(edit)) {
        m_result->show(*m_sitting);
        return;
    }
    showStart();
    Q_EMIT placeRequested({ PageId::Map, {}, {} });
    Q_EMIT noticeRequested(tr("%n skill(s) are assumed. Undo takes it back.", nullptr, count), NoticeTone::Success);
}

void PlacementPage::discard()
{
    m_result->forget();
    showStart();
    Q_EMIT noticeRequested(tr("The answers are dropped; nothing was stored."), NoticeTone::Info);
}

void PlacementPage::keyPressEvent(QKeyEvent* event)
{
    if (!pressFocusedButton(*this, *event)) {
        Page::keyPressEvent(event);
    }
}

void PlacementPage::follow(const session::Changes& changes)
{
    if (changes.course && (m_sitting || m_task.isRunning())) {
        m_result->forget();
        showStart();
    } else if (sheet() == Result) {
        m_result->refresh();
    }
}

} // namespace waymark::ui
