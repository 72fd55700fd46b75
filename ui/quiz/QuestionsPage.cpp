// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/quiz/QuestionsPage.h>

#include <ui/lesson/LessonView.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>
#include <ui/words/Isolated.h>

#include <session/RecallDesk.h>

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int widestColumn = 760; ///< a card of a lesson with its code
constexpr QMargins margins(space::xl, space::l, space::xl, space::l);

} // namespace

QuestionsPage::QuestionsPage(session::Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_desk(workspace)
    , m_stack(new QStackedWidget)
{
    setObjectName(u"questionsPage"_s);
    m_stack->addWidget(centred(makeSheet(), widestColumn, margins));
    m_stack->addWidget(centred(makeEnd(), widestColumn, margins));
    bareColumn(this)->addWidget(m_stack);
    connect(&m_workspace, &session::Workspace::changed, this, [this](const session::Changes& changes) {
        if (isVisible() && changes.course) {
            show(Place {});
        } else {
            m_text->followAnswers();
        }
    });
}

QString QuestionsPage::title() const
{
    return tr("Questions to try again");
}

QString QuestionsPage::currentSkill() const
{
    return m_isAnswered ? skillAt(m_place) : QString();
}

void QuestionsPage::commitDrafts()
{
    m_text->keepDraft();
}

void QuestionsPage::keyPressEvent(QKeyEvent* event)
{
    if (!pressFocusedButton(*this, *event)) {
        Page::keyPressEvent(event);
    }
}

QString QuestionsPage::skillAt(std::size_t place) const
{
    return m_workspace.roadmap().skill(m_questions[place].skill).id;
}

QWidget* QuestionsPage::makeSheet()
{
    auto* page = new QWidget;
    auto* head = new QHBoxLayout;
    head->addWidget(new TextLabel(TextRole::Heading, title(), page), 1);
    m_count = new TextLabel(TextRole::Caption, {}, page);
    m_count->setObjectName(u"questions.count"_s);
    head->addWidget(m_count);
    m_progress = new QProgressBar(page);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Questions answered"));
    auto* sheet = new Card(page);
    auto* sheetColumn = bareColumn(sheet);
    sheetColumn->setContentsMargins(1, space::s, 1, space::s); // the line around the sheet stays free
    m_text = new LessonView(m_workspace, sheet);
    sheetColumn->addWidget(m_text);
    m_text->setObjectName(u"questions.text"_s);
    m_text->setAccessibleName(tr("Question"));
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    connect(m_text, &LessonView::questionAnswered, this,
        [this](const QString&, const exchange::QuizAnswer& answer, const exchange::Verdict& verdict, int milliseconds) {
            keepAnswer(answer, verdict, milliseconds);
        });

    m_after = new QWidget(page);
    m_from = wrapped(TextRole::Body, {}, m_after);
    m_from->setObjectName(u"questions.from"_s);
    auto* lesson = pushButton(u"questions.lesson"_s, tr("Open its lesson"), m_after, ButtonKind::Quiet);
    connect(lesson, &QPushButton::clicked, this, [this] { Q_EMIT placeRequested({ PageId::Skill, skillAt(m_place), {} }); });
    m_next = pushButton(u"questions.next"_s, {}, m_after, ButtonKind::Primary);
    connect(m_next, &QPushButton::clicked, this, &QuestionsPage::next);
    auto* after = new QHBoxLayout(m_after);
    after->setContentsMargins(0, 0, 0, 0);
    after->addWidget(m_from, 1);
    after->addWidget(lesson);
    after->addWidget(m_next);

    auto* column = bareColumn(page, space::m);
    column->addLayout(head);
    column->addWidget(m_progress);
    column->addWidget(sheet, 1);
    column->addWidget(m_after);
    return page;
}

QWidget* QuestionsPage::makeEnd()
{
    auto* card = new Card;
    m_endTitle = new TextLabel(TextRole::Heading, {}, card);
    m_endTitle->setObjectName(u"questions.endTitle"_s);
    m_endText = wrapped(TextRole::Body, {}, card);
    m_endButton = pushButton(u"questions.endButton"_s, {}, card, ButtonKind::Primary);
    connect(m_endButton, &QPushButton::clicked, this, [this] { Q_EMIT placeRequested(m_endPlace); });
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column->setSpacing(space::m);
    column->addWidget(m_endTitle);
    column->addWidget(m_endText);
    column->addWidget(m_endButton, 0, Qt::AlignLeft);
    auto* page = new QWidget;
    auto* whole = bareColumn(page);
    whole->addSpacing(space::xl);
    whole->addWidget(card);
    whole->addStretch(1);
    return page;
}

void QuestionsPage::show(const Place&)
{
    m_questions = m_desk.again();
    m_place = 0;
    m_right = 0;
    ask();
}

/// The next question whose text the lesson still has.
void QuestionsPage::ask()
{
    m_isAnswered = false;
    Q_EMIT currentSkillChanged();
    for (; m_place < m_questions.size(); ++m_place) {
        const auto question = m_desk.question(skillAt(m_place), m_questions[m_place].question);
        if (!question) {
            continue;
        }
        const int count = static_cast<int>(m_questions.size());
        m_count->setText(tr("%1 of %2", "which question of how many").arg(m_place + 1).arg(count));
        m_progress->setRange(0, count);
        m_progress->setValue(static_cast<int>(m_place));
        m_after->hide();
        m_stack->setCurrentIndex(0);
        const auto lesson = m_workspace.lesson(skillAt(m_place));
        m_text->setQuestion(skillAt(m_place), *question, lesson ? lesson->versions : QStringList());
        return;
    }
    showEnd();
}

void QuestionsPage::keepAnswer(const exchange::QuizAnswer& answer, const exchange::Verdict& verdict, int milliseconds)
{
    const QString skill = skillAt(m_place);
    const auto question = m_desk.question(skill, m_questions[m_place].question);
    const auto edit = question.and_then(
        [&](const exchange::QuizQuestion& asked) { return m_desk.answered(skill, asked, answer, verdict, milliseconds); });
    if (m_workspace.apply(edit)) {
        m_right += verdict.right && !m_isAnswered ? 1 : 0;
        showOutcome();
    }
}

void QuestionsPage::showOutcome()
{
    m_isAnswered = true;
    const QString skill = m_workspace.roadmap().skill(m_questions[m_place].skill).title;
    m_from->setText(m_questions[m_place].isMixedIn ? tr("From \"%1\", to be told apart from the others.").arg(isolated(skill))
                                                   : tr("From \"%1\".").arg(isolated(skill)));
    m_next->setText(m_place + 1 < m_questions.size() ? tr("Next question") : tr("Finish"));
    m_progress->setValue(static_cast<int>(m_place) + 1);
    m_after->show();
    // The view takes the focus for its own links once the answer is written.
    QMetaObject::invokeMethod(
        m_next, [this] { m_next->setFocus(Qt::OtherFocusReason); }, Qt::QueuedConnection);
    Q_EMIT currentSkillChanged();
}

void QuestionsPage::next()
{
    ++m_place;
    ask();
}

void QuestionsPage::showEnd()
{
    const int asked = static_cast<int>(m_questions.size());
    m_endTitle->setText(
        asked == 0 ? tr("No question waits for another try.") : tr("%1 of %n answered right.", nullptr, asked).arg(m_right));
    m_endText->setText(tr("A question that you answer wrong is asked again from the next day on, mixed with others that one takes for it, "
                          "until you have answered it right on two days."));
    const int due = session::RecallDesk(m_workspace).due().asked;
    const std::vector<learning::NextStep> steps = m_workspace.nextSteps(1);
    if (due > 0) {
        m_endPlace = { PageId::Recall, {}, {} };
        m_endButton->setText(tr("Recall %n card(s)", nullptr, due));
    } else if (!steps.empty()) {
        const domain::Skill& skill = m_workspace.roadmap().skill(steps.front().skill);
        m_endPlace = { PageId::Skill, skill.id, {} };
        m_endButton->setText(tr("Go on with \"%1\"").arg(isolated(skill.title)));
    } else {
        m_endPlace = { PageId::Today, {}, {} };
        m_endButton->setText(tr("Back to Today"));
    }
    m_stack->setCurrentIndex(1);
    m_endButton->setFocus(Qt::OtherFocusReason);
}

} // namespace waymark::ui
