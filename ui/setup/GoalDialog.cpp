// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/setup/GoalDialog.h>

#include <exchange/CleanText.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>
#include <ui/words/Isolated.h>
#include <ui/words/ShortDate.h>
#include <ui/words/Words.h>

#include <QButtonGroup>
#include <QCheckBox>
#include <QDateEdit>
#include <QDateTime>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr auto idProperty = "waymarkId";
constexpr auto groupProperty = "waymarkGroup";
constexpr double suggestedHours = 8;

} // namespace

GoalDialog::GoalDialog(session::Workspace& workspace, Occasion occasion, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_occasion(occasion)
    , m_steps(new QStackedWidget(this))
    , m_about(wrapped(TextRole::Caption, {}, this))
    , m_count(new TextLabel(TextRole::Caption, {}, this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_skip(new QPushButton(tr("Skip"), this))
    , m_next(new QPushButton(this))
{
    setObjectName(u"goalDialog"_s);
    setWindowTitle(occasion == Occasion::FirstRun ? tr("Welcome to Waymark") : tr("Goal and choices"));
    m_back->setObjectName(u"goalBack"_s);
    m_skip->setObjectName(u"goalSkip"_s);
    m_next->setObjectName(u"goalNext"_s);
    setButtonKind(*m_back, ButtonKind::Quiet);
    setButtonKind(*m_skip, ButtonKind::Quiet);
    setButtonKind(*m_next, ButtonKind::Primary);
    m_next->setDefault(true);
    m_steps->addWidget(makeMilestoneStep());
    m_steps->addWidget(makeHoursStep());
    m_steps->addWidget(makeChoiceStep());
    const auto& skills = workspace.course().skills;
    const bool canAsk = std::any_of(skills.begin(), skills.end(), [](const domain::Skill& skill) { return !skill.questions.isEmpty(); });
    if (occasion == Occasion::FirstRun && canAsk) {
        m_steps->addWidget(makePlacementStep());
    }
    connect(m_back, &QPushButton::clicked, this, [this] { showStep(m_steps->currentIndex() - 1); });
    connect(m_skip, &QPushButton::clicked, this, [this] { next(false); });
    connect(m_next, &QPushButton::clicked, this, [this] { next(true); });

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_count);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_skip);
    buttons->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::l);
    column->addWidget(m_about);
    column->addWidget(m_steps, 1);
    column->addLayout(buttons);
    resize(620, 664);
    showStep(0);
    followEntries();
}

QWidget* GoalDialog::makeMilestoneStep()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setSpacing(space::s);
    column->addWidget(wrapped(TextRole::Title, tr("What do you want to reach?")));
    column->addWidget(wrapped(TextRole::Body, tr("The next steps lead there. You can change it at any time.")));
    column->addSpacing(space::s);
    m_milestones = new QButtonGroup(this);
    QString present = m_workspace.progress().goal().milestone;
    if (present.isEmpty() && m_workspace.roadmap().milestone(u"can-apply"_s) != nullptr) {
        present = u"can-apply"_s;
    }
    for (const domain::Milestone& stage : m_workspace.course().milestones) {
        if (stage.view) {
            continue;
        }
        const learning::MilestoneStanding standing = m_workspace.standingOf(stage);
        auto* choice
            = new QRadioButton(tr("%1 (%2 left)", "milestone and hours").arg(isolated(stage.title), Words::hours(standing.hoursLeft)));
        choice->setObjectName(u"milestone."_s + stage.id);
        choice->setProperty(idProperty, stage.id);
        choice->setAccessibleDescription(stage.summary);
        choice->setChecked(stage.id == present);
        m_milestones->addButton(choice);
        auto* summary = wrapped(TextRole::Caption, stage.summary);
        summary->setIndent(size::indicator + space::s);
        column->addWidget(choice);
        column->addWidget(summary);
    }
    column->addStretch(1);
    return scrollable(content);
}

QWidget* GoalDialog::makeHoursStep()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setSpacing(space::s);
    column->addWidget(wrapped(TextRole::Title, tr("How much time do you have?")));
    column->addWidget(wrapped(TextRole::Body, tr("An honest small number works better than a large one.")));
    column->addSpacing(space::s);

    const domain::Goal& goal = m_workspace.progress().goal();
    m_hours = new QDoubleSpinBox;
    m_hours->setObjectName(u"goalHours"_s);
    m_hours->setRange(0.5, 112);
    m_hours->setDecimals(1);
    m_hours->setSingleStep(1);
    m_hours->setValue(goal.hoursPerWeek > 0 ? goal.hoursPerWeek : suggestedHours);
    m_hours->setAccessibleName(tr("Hours a week"));
    m_hasDeadline = new QCheckBox(tr("I have a deadline"));
    m_hasDeadline->setObjectName(u"goalHasDeadline"_s);
    m_hasDeadline->setChecked(goal.deadline.isValid());
    const QDate today = learning::learningDay(m_workspace.now(), m_workspace.zone());
    m_deadline = new QDateEdit(goal.deadline.isValid() ? goal.deadline : today.addMonths(12));
    m_deadline->setDisplayFormat(shortDateFormat());
    m_deadline->setObjectName(u"goalDeadline"_s);
    m_deadline->setCalendarPopup(true);
    m_deadline->setAccessibleName(tr("Deadline"));
    m_deadline->setEnabled(m_hasDeadline->isChecked());
    connect(m_hasDeadline, &QCheckBox::toggled, m_deadline, &QWidget::setEnabled);
    m_name = new QLineEdit(m_workspace.progress().learnerName());
    m_name->setObjectName(u"goalName"_s);
    m_name->setMaxLength(200);
    m_name->setPlaceholderText(tr("As a mentor should see it; may stay empty"));
    m_name->setAccessibleName(tr("Your name"));

    auto* form = new QFormLayout;
    form->setSpacing(space::m);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Hours a week"), m_hours);
    form->addRow(m_hasDeadline, m_deadline);
    form->addRow(tr("Your name"), m_name);
    for (QWidget* field : std::initializer_list<QWidget*> { m_hours, m_deadline, m_name }) {
        form->labelForField(field)->setMinimumHeight(field->sizeHint().height()); // else it stands above the middle of its field
    }
    m_estimate = wrapped(TextRole::Body, {});
    connect(m_hours, &QDoubleSpinBox::valueChanged, this, &GoalDialog::updateEstimate);
    connect(m_milestones, &QButtonGroup::buttonToggled, this, &GoalDialog::updateEstimate);
    column->addLayout(form);
    column->addSpacing(space::s);
    column->addWidget(m_estimate);
    column->addStretch(1);
    updateEstimate();
    return scrollable(content);
}

QWidget* GoalDialog::makeChoiceStep()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setSpacing(space::s);
    column->addWidget(wrapped(TextRole::Title, tr("Which language and framework?")));
    column->addWidget(wrapped(TextRole::Body, tr("One of each is enough. Without a choice the shortest way counts.")));
    column->addSpacing(space::s);
    for (const domain::ChoiceGroup& group : m_workspace.course().choices) {
        if (!group.title.isEmpty()) {
            addChoice(*column, group);
        }
    }
    column->addStretch(1);
    return scrollable(content);
}

QWidget* GoalDialog::makePlacementStep()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setSpacing(space::s);
    column->addWidget(wrapped(TextRole::Title, tr("Do you know some of this already?")));
    column->addWidget(wrapped(TextRole::Body,
        tr("A few questions find out where on the map you stand, so that you need not begin at the beginning. You can stop at any time, "
           "and "
           "nothing is stored before you take the result over.")));
    column->addWidget(wrapped(TextRole::Caption, tr("Later it is in the Go menu: Find out what I know.")));
    column->addStretch(1);
    return scrollable(content);
}

void GoalDialog::addChoice(QVBoxLayout& column, const domain::ChoiceGroup& group)
{
    const domain::Choice chosen = m_workspace.progress().choices().value(group.id);
    column.addWidget(wrapped(TextRole::Strong, group.title));
    for (const QString& member : group.members) {
        const domain::Skill* skill = m_workspace.roadmap().find(member);
        if (skill == nullptr) {
            continue;
        }
        auto* box = new QCheckBox(tr("%1 (%2)", "skill and hours").arg(isolated(skill->title), Words::hours(skill->hours)));
        box->setObjectName(u"choice."_s + member);
        box->setProperty(idProperty, member);
        box->setProperty(groupProperty, group.id);
        box->setChecked(chosen.members.contains(member));
        m_members.append(box);
        column.addWidget(box);
    }
    column.addSpacing(space::s);
}

QString GoalDialog::idOf(const QObject& choice)
{
    return choice.property(idProperty).toString();
}

QString GoalDialog::groupOf(const QObject& choice)
{
    return choice.property(groupProperty).toString();
}

void GoalDialog::showStep(int step)
{
    m_steps->setCurrentIndex(step);
    const bool last = step == m_steps->count() - 1;
    m_count->setText(tr("Step %1 of %2").arg(step + 1).arg(m_steps->count()));
    m_back->setVisible(step > 0);
    m_next->setText(step == placementStep ? tr("Find out") : last ? tr("Finish") : tr("Next"));
    m_skip->setText(step == placementStep ? tr("Not now") : tr("Skip"));
    m_steps->currentWidget()->setFocus();
}

void GoalDialog::next(bool keep)
{
    m_kept[m_steps->currentIndex()] = keep;
    if (m_steps->currentIndex() + 1 < m_steps->count()) {
        showStep(m_steps->currentIndex() + 1);
    } else {
        finish();
    }
}

/// A skipped step leaves what was there.
domain::Goal GoalDialog::wantedGoal() const
{
    domain::Goal goal = m_workspace.progress().goal();
    if (m_kept[0] && m_milestones->checkedButton() != nullptr) {
        goal.milestone = idOf(*m_milestones->checkedButton());
    }
    if (m_kept[1]) {
        goal.hoursPerWeek = m_hours->value();
        goal.deadline = m_hasDeadline->isChecked() ? m_deadline->date() : QDate();
    }
    return goal;
}

QStringList GoalDialog::pickedMembers(const QString& group) const
{
    QStringList picked;
    for (const QCheckBox* box : m_members) {
        if (box->isChecked() && groupOf(*box) == group) {
            picked.append(idOf(*box));
        }
    }
    return picked;
}

void GoalDialog::finish()
{
    const domain::EditContext context = m_workspace.context();
    std::vector<domain::Edit> edits;
    const auto collect = [&edits](const domain::Result<domain::Edit>& edit) {
        if (edit) {
            edits.push_back(*edit);
        }
    };
    if (m_kept[0] || m_kept[1]) {
        collect(domain::setGoal(context, wantedGoal()));
    }
    if (m_kept[1]) {
        collect(domain::setLearner(context, exchange::cleanLine(m_name->text())));
    }
    if (m_kept[2]) {
        for (const domain::ChoiceGroup& group : m_workspace.course().choices) {
            collect(domain::setChoice(context, group.id, pickedMembers(group.id)));
        }
    }
    const auto kind = m_occasion == Occasion::FirstRun ? domain::EditKind::SetUp : domain::EditKind::SetGoal;
    if (m_workspace.apply(domain::joined(context, kind, {}, edits))) {
        accept();
    }
}

/// Plain division, said as such: the real forecast has its own page.
void GoalDialog::updateEstimate()
{
    const QAbstractButton* picked = m_milestones->checkedButton();
    const domain::Milestone* stage = picked == nullptr ? nullptr : m_workspace.roadmap().milestone(idOf(*picked));
    if (stage == nullptr || m_estimate == nullptr) {
        return;
    }
    const double hoursLeft = m_workspace.standingOf(*stage).hoursLeft;
    const int weeks = static_cast<int>(std::ceil(hoursLeft / m_hours->value()));
    m_estimate->setText(tr("\"%1\" takes %2 of study: about %n week(s) at this pace, if the estimates hold.", nullptr, weeks)
                            .arg(isolated(stage->title), Words::hours(hoursLeft)));
}

} // namespace waymark::ui
