// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/placement/PlacementQuestionSheet.h>

#include <ui/quiz/QuestionForm.h>
#include <ui/quiz/QuizText.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/words/Isolated.h>

#include <QEvent>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int widestColumn = 640;
constexpr int longestAnswer = 10 * 60 * 1000; ///< milliseconds; beyond it the learner was away

/// Head, question and foot stand under each other in one column in the middle of the page.
void addCentred(QVBoxLayout& column, QWidget* content, int stretch)
{
    QHBoxLayout* row = centredRow(content, widestColumn);
    row->setContentsMargins(space::xl, 0, space::xl, 0);
    column.addLayout(row, stretch);
}

} // namespace

PlacementQuestionSheet::PlacementQuestionSheet(const session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::l, 0, space::l);
    column->setSpacing(space::m);
    addCentred(*column, makeHead(), 0);
    addCentred(*column, makeSheet(), 1);
    addCentred(*column, makeFoot(), 0);
}

QWidget* PlacementQuestionSheet::makeHead()
{
    auto* head = new QWidget(this);
    m_number = new TextLabel(TextRole::Heading, {}, head);
    m_number->setObjectName(u"placement.number"_s);
    m_progress = new QProgressBar(head);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Questions answered"));
    auto* column = bareColumn(head); // without spacing: the bar has room of its own
    column->addWidget(m_number);
    column->addWidget(m_progress);
    return head;
}

QWidget* PlacementQuestionSheet::makeSheet()
{
    auto* card = new Card;
    m_skill = wrapped(TextRole::Caption, {}, card);
    m_skill->setObjectName(u"placement.skill"_s);
    m_title = new QuizText(m_workspace, card);
    m_title->setObjectName(u"placement.title"_s);
    dressTitle();
    m_prompt = new QuizText(m_workspace, card);
    m_prompt->setObjectName(u"placement.prompt"_s);
    m_column = new QVBoxLayout(card);
    m_column->setContentsMargins(space::s, space::s, space::s, space::s);
    m_column->setSpacing(space::m);
    m_column->addWidget(m_skill);
    m_column->addWidget(m_title);
    m_column->addWidget(m_prompt);

    auto* ground = new QWidget;
    auto* whole = bareColumn(ground);
    whole->addWidget(card);
    whole->addStretch(1);
    m_scroll = scrollableColumn(ground, this);
    m_scroll->setObjectName(u"placement.question"_s);
    m_scroll->setAccessibleName(tr("The question"));
    return m_scroll;
}

QWidget* PlacementQuestionSheet::makeFoot()
{
    auto* foot = new QWidget(this);
    m_back = pushButton(u"placement.back"_s, tr("Back to the question before"), foot, ButtonKind::Quiet);
    m_back->setIcon(icon(IconId::Back));
    m_stop = pushButton(u"placement.stop"_s, tr("Stop and see the result"), foot);
    connect(m_back, &QPushButton::clicked, this, &PlacementQuestionSheet::backRequested);
    connect(m_stop, &QPushButton::clicked, this, &PlacementQuestionSheet::resultRequested);
    auto* row = bareRow(foot, space::s);
    row->addWidget(m_back);
    row->addStretch(1);
    row->addWidget(m_stop);
    return foot;
}

void PlacementQuestionSheet::ask(const session::PlacementSitting& sitting)
{
    const session::PlacementQuestion& now = *sitting.question();
    const domain::Skill* skill = m_workspace.roadmap().find(now.skill);
    m_number->setText(tr("Question %1 of at most %2").arg(sitting.asked() + 1).arg(sitting.mostQuestions()));
    m_progress->setRange(0, sitting.mostQuestions());
    m_progress->setValue(sitting.asked());
    m_skill->setText(skill == nullptr ? now.skill
                                      : tr("%1 · %2", "area and skill")
                                            .arg(isolated(domain::titleOfArea(m_workspace.course(), skill->area)), isolated(skill->title)));
    m_title->setInlines(now.question.title, QuizProse::Weight::Strong);
    m_prompt->setBlocks(now.question.prompt);
    m_prompt->setVisible(!now.question.prompt.empty());
    m_back->setEnabled(sitting.asked() > 0);
    if (m_form != nullptr) { // it may be the one that has just sent the answer
        m_column->removeWidget(m_form);
        m_form->hide();
        m_form->deleteLater();
    }
    m_form = new QuestionForm(now.question, m_workspace, m_skill->parentWidget());
    m_form->setAccessibleName(exchange::plainText(now.question.title));
    m_column->addWidget(m_form);
    setTabOrder(m_form->findChild<QWidget*>(u"quiz.giveUp"_s), m_back); // its last control
    setTabOrder(m_back, m_stop);
    m_form->show(); // a layout would do it later, and then it has no focus yet
    connect(m_form, &QuestionForm::submitted, this, [this](const exchange::QuizAnswer& answer) { Q_EMIT answered(answer, elapsed()); });
    connect(m_form, &QuestionForm::gaveUp, this, [this] { Q_EMIT passed(elapsed()); });
    m_scroll->ensureVisible(0, 0);
    focusQuestion();
    m_clock.start();
}

void PlacementQuestionSheet::focusQuestion()
{
    if (m_form != nullptr) {
        m_form->showOptions();
    }
}

void PlacementQuestionSheet::setRemark(const QString& text)
{
    m_form->setRemark(text);
}

void PlacementQuestionSheet::dressTitle()
{
    m_title->setFont(type::heading(font()));
}

void PlacementQuestionSheet::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_title != nullptr) {
        dressTitle();
    }
}

int PlacementQuestionSheet::elapsed() const
{
    return static_cast<int>(std::min<qint64>(m_clock.elapsed(), longestAnswer));
}

} // namespace waymark::ui
