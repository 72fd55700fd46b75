// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/PlanPage.h>

#include <ui/plan/BoardPane.h>
#include <ui/plan/HoursPane.h>
#include <ui/plan/SchedulePane.h>
#include <ui/theme/Controls.h>

#include <QButtonGroup>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int panes = 3;

/// In the order of the panes.
const std::array<QString, panes>& sections()
{
    static const std::array<QString, panes> all { PlanPage::scheduleSection, PlanPage::boardSection, PlanPage::hoursSection };
    return all;
}

int indexOf(const QString& section)
{
    const auto found = std::find(sections().begin(), sections().end(), section);
    return found == sections().end() ? 0 : static_cast<int>(found - sections().begin());
}

} // namespace

PlanPage::PlanPage(session::Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
{
    setObjectName(u"planPage"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::l);
    makePanes();
    column->addLayout(makeHead());
    column->addWidget(m_panes, 1);
}

void PlanPage::makePanes()
{
    m_schedule = new SchedulePane(m_workspace);
    m_board = new BoardPane(m_workspace);
    m_hours = new HoursPane(m_workspace);
    m_panes = new QStackedWidget(this);
    for (PlanPane* pane : std::initializer_list<PlanPane*> { m_schedule, m_board, m_hours }) {
        m_panes->addWidget(pane);
        connect(pane, &PlanPane::placeRequested, this, &Page::placeRequested);
        connect(pane, &PlanPane::noticeRequested, this, &Page::noticeRequested);
        connect(pane, &PlanPane::goalRequested, this, &PlanPage::goalRequested);
        connect(pane, &PlanPane::courseRequested, this, &PlanPage::courseRequested);
        connect(pane, &PlanPane::currentSkillChanged, this, &Page::currentSkillChanged);
    }
}

QLayout* PlanPage::makeHead()
{
    m_switch = new QButtonGroup(this);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(new TextLabel(TextRole::Title, tr("Plan"), this));
    row->addSpacing(space::m);
    const std::array<QString, panes> words { tr("Schedule"), tr("Board"), tr("Hours") };
    for (std::size_t i = 0; i < sections().size(); ++i) {
        const QString& section = sections()[i];
        QPushButton* chip = pushButton(u"plan.section."_s + section, words[i], this, ButtonKind::Chip);
        chip->setCheckable(true);
        chip->setChecked(section == m_section);
        m_switch->addButton(chip, static_cast<int>(i));
        row->addWidget(chip);
        connect(chip, &QPushButton::clicked, this, [this, section] { go(section); });
    }
    row->addStretch(1);
    return row;
}

QString PlanPage::title() const
{
    return m_section == boardSection ? tr("Board") : m_section == hoursSection ? tr("Hours of study") : tr("Plan");
}

/// By the window, so that Back leads here again.
void PlanPage::go(const QString& section)
{
    Q_EMIT placeRequested({ PageId::Plan, {}, section });
}

Place PlanPage::inFull(const Place& place) const
{
    Place target = place;
    if (target.section.isEmpty()) {
        target.section = m_section;
    }
    return target;
}

void PlanPage::show(const Place& place)
{
    m_workspace.noticeTime();
    m_section = sections()[static_cast<std::size_t>(indexOf(inFull(place).section))];
    const int index = indexOf(m_section);
    m_switch->button(index)->setChecked(true);
    m_panes->setCurrentIndex(index);
    static_cast<PlanPane*>(m_panes->currentWidget())->goTo(place.skill);
    Q_EMIT titleChanged();
    Q_EMIT currentSkillChanged();
}

QString PlanPage::currentSkill() const
{
    return static_cast<PlanPane*>(m_panes->currentWidget())->currentSkill();
}

QList<QAction*> PlanPage::pageActions() const
{
    return m_panes->currentWidget()->actions(); // an act of another pane would do something to what nobody sees
}

QVariantMap PlanPage::view() const
{
    QVariantMap view = m_schedule->view();
    view.insert(u"section"_s, m_section);
    return view;
}

void PlanPage::restoreView(const QVariantMap& view)
{
    m_section = sections()[static_cast<std::size_t>(indexOf(view.value(u"section"_s).toString()))];
    m_schedule->restoreView(view);
}

void PlanPage::commitDrafts()
{
    m_hours->commit();
}

void PlanPage::openDraft(const session::DraftPlace& draft)
{
    m_hours->openDraft(draft.kind);
}

QStringList PlanPage::unsaved() const
{
    return m_hours->hasUnsaved() ? QStringList(tr("Hours of study")) : QStringList();
}

} // namespace waymark::ui
