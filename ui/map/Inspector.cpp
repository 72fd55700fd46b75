// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/Inspector.h>

#include <ui/map/MapActions.h>
#include <ui/map/StateLink.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Theme.h>
#include <ui/words/Isolated.h>
#include <ui/words/SkillIcons.h>
#include <ui/words/Words.h>

#include <QBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr std::size_t mostOfWayIn = 5; // where to begin; the canvas shows all of it

} // namespace

Inspector::Inspector(session::Workspace& workspace, const MapActions& actions, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_stack(new QStackedWidget(this))
{
    setObjectName(u"inspector"_s);
    setAccessibleName(tr("Details of the chosen skill"));
    auto* head = new QHBoxLayout;
    head->addWidget(new TextLabel(TextRole::Strong, tr("Details"), this), 1);
    auto* close = new QToolButton(this);
    close->setObjectName(u"closeInspector"_s);
    close->setIcon(icon(IconId::Close));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close the details"));
    close->setToolTip(tr("Close the details (I)"));
    connect(close, &QToolButton::clicked, this, &Inspector::closeRequested);
    head->addWidget(close);
    head->setContentsMargins(space::l, space::m, space::s, space::xs);

    m_stack->addWidget(makeEmpty(actions));
    auto* of = new QWidget;
    auto* ofColumn = bareColumn(of);
    m_scroll = scrollableColumn(makeContent());
    m_scroll->setAccessibleName(tr("Details"));
    ofColumn->addWidget(m_scroll, 1);
    ofColumn->addWidget(makeButtons(actions));
    m_stack->addWidget(of);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(static_cast<int>(size::line), 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    connect(&m_workspace, &session::Workspace::changed, this, &Inspector::refresh);
}

QWidget* Inspector::makeEmpty(const MapActions& actions)
{
    auto* empty = new QWidget;
    auto* column = new QVBoxLayout(empty);
    column->setContentsMargins(space::l, space::xl, space::l, space::l);
    column->setSpacing(space::m);
    auto* text = wrapped(TextRole::Body, {}, empty);
    text->setText(tr("Choose a skill on the map to see what it needs and what it opens."));
    auto* button = pushButton(u"showNextStep"_s, tr("Show the next step"), empty);
    connect(button, &QPushButton::clicked, actions["map.next-step"], &QAction::trigger);
    column->addWidget(text);
    column->addWidget(button, 0, Qt::AlignLeft);
    column->addStretch(1);
    return empty;
}

QWidget* Inspector::makeContent()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(space::l, space::xs, space::l, space::l);
    column->setSpacing(space::s);
    m_title = wrapped(TextRole::Heading, {}, content);
    m_title->setObjectName(u"inspectorTitle"_s);
    m_about = wrapped(TextRole::Caption, {}, content);
    m_outcome = wrapped(TextRole::Body, {}, content);
    m_state = new Chip({}, {}, Tone::Text, content);
    m_state->setObjectName(u"inspectorState"_s);
    m_why = wrapped(TextRole::Body, {}, content);
    m_why->setObjectName(u"inspectorWhy"_s);
    m_checked = wrapped(TextRole::Caption, {}, content);
    m_progress = new QProgressBar(content);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Items of the checklist that are done"));
    column->addWidget(m_title);
    column->addWidget(m_about);
    column->addWidget(m_state, 0, Qt::AlignLeft);
    column->addWidget(m_outcome);
    column->addWidget(m_why);
    column->addWidget(m_checked);
    column->addWidget(m_progress);
    column->addSpacing(space::xs);
    m_wayIn = addLinks(column);
    m_needs = addLinks(column);
    m_choiceColumn = new QVBoxLayout;
    m_choiceColumn->setSpacing(0);
    column->addLayout(m_choiceColumn);
    m_unlocks = addLinks(column);
    m_milestones = wrapped(TextRole::Caption, {}, content);
    column->addWidget(m_milestones);
    column->addStretch(1);
    return content;
}

StateLinks* Inspector::addLinks(QVBoxLayout* column)
{
    auto* links = new StateLinks(this);
    connect(links, &StateLinks::skillRequested, this, &Inspector::skillRequested);
    column->addWidget(links);
    return links;
}

QPushButton* Inspector::addButton(QAction* action, QBoxLayout* row)
{
    auto* button = pushButton(u"do."_s + action->objectName(), {}, this);
    button->setToolTip(action->toolTip());
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    const auto follow = [button, action] {
        button->setText(action->iconText());
        button->setAccessibleName(action->iconText());
        button->setVisible(action->isEnabled());
    };
    connect(action, &QAction::changed, button, follow);
    follow();
    row->addWidget(button);
    return button;
}

QWidget* Inspector::makeButtons(const MapActions& actions)
{
    auto* foot = new QWidget;
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(space::l, space::m, space::l, space::l);
    column->setSpacing(space::s);
    m_open = addButton(actions["map.open"], column);
    setButtonKind(*m_open, ButtonKind::Primary);
    auto* doing = new QHBoxLayout;
    auto* leaving = new QHBoxLayout;
    column->addLayout(doing);
    column->addLayout(leaving);
    addButton(actions["map.start"], doing);
    addButton(actions["map.done"], doing);
    setButtonKind(*addButton(actions["map.skip"], leaving), ButtonKind::Quiet);
    setButtonKind(*addButton(actions["map.reset"], leaving), ButtonKind::Quiet);
    return foot;
}

void Inspector::setSkill(const QString& skill)
{
    if (m_skill != skill) {
        m_skill = skill;
        m_scroll->ensureVisible(0, 0);
        refresh();
    }
}

void Inspector::focusFirst()
{
    m_open->setFocus(Qt::OtherFocusReason);
}

void Inspector::refresh()
{
    const int index = m_workspace.roadmap().indexOf(m_skill);
    m_stack->setCurrentIndex(index < 0 ? 0 : 1);
    if (index < 0) {
        return;
    }
    const domain::Skill& skill = m_workspace.roadmap().skill(index);
    m_title->setText(skill.title);
    m_about->setText(tr("%1 · %2 · %3 · %4", "area, level, kind, hours")
                         .arg(isolated(domain::titleOfArea(m_workspace.course(), skill.area)), Words::level(skill.level),
                             Words::kind(skill.kind), Words::hours(skill.hours)));
    m_outcome->setText(skill.outcome.isEmpty() ? QString() : tr("%1.", "a sentence without its full stop").arg(skill.outcome));
    showStanding(skill);
    showNeeds(index);
    showMilestones(index);
}

void Inspector::showStanding(const domain::Skill& skill)
{
    const learning::SkillState state = m_workspace.stateOf(skill.id);
    m_state->setContent(Words::state(state), iconOf(state), toneOf(state));
    const learning::Lock lock = m_workspace.lockOf(skill.id);
    const bool isLocked = state == learning::SkillState::Locked;
    QStringList why { Words::why(m_workspace, skill.id) };
    if (!skill.hasLesson) {
        why.append(tr("Its lesson is not written yet."));
    }
    why.removeAll(QString());
    m_why->setText(why.join(u' '));
    m_why->setVisible(!why.isEmpty());
    // A way of one is told in the sentence already.
    std::vector<int> wayIn = isLocked && lock.wayIn.size() > 1 ? lock.wayIn : std::vector<int>();
    const QString caption
        = tr("The shortest way in: %n skill(s), %1", nullptr, static_cast<int>(wayIn.size())).arg(Words::hours(lock.hours));
    wayIn.resize(std::min(wayIn.size(), mostOfWayIn));
    m_wayIn->setSkills(m_workspace, caption, wayIn);
    const int total = static_cast<int>(skill.checklist.size());
    const int done = m_workspace.progress().skill(skill.id).doneItems(skill);
    m_checked->setText(tr("%1 of %2 checklist items done").arg(QLocale().toString(done), QLocale().toString(total)));
    m_checked->setVisible(total > 0);
    m_progress->setVisible(total > 0);
    m_progress->setRange(0, std::max(1, total));
    m_progress->setValue(done);
}

void Inspector::showNeeds(int index)
{
    const domain::Roadmap& roadmap = m_workspace.roadmap();
    std::vector<int> needed;
    std::vector<std::pair<int, std::vector<int>>> groups;
    for (const domain::Roadmap::Edge& edge : roadmap.into(index)) {
        if (edge.group < 0) {
            needed.push_back(edge.from);
        } else if (!groups.empty() && groups.back().first == edge.group) {
            groups.back().second.push_back(edge.from);
        } else {
            groups.push_back({ edge.group, { edge.from } });
        }
    }
    m_needs->setSkills(m_workspace, tr("Needs"), needed);
    while (m_choices.size() < groups.size()) {
        m_choices.push_back(addLinks(m_choiceColumn));
    }
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        if (i < groups.size()) {
            const domain::ChoiceGroup& group = roadmap.course().choices[static_cast<std::size_t>(groups[i].first)];
            m_choices[i]->setSkills(m_workspace,
                group.title.isEmpty() ? tr("Needs one of these") : tr("Needs one of these: %1").arg(isolated(group.title)),
                groups[i].second);
        } else {
            m_choices[i]->setSkills(m_workspace, {}, {});
        }
    }
    std::vector<int> unlocked;
    for (const domain::Roadmap::Edge& edge : roadmap.outOf(index)) {
        unlocked.push_back(edge.to);
    }
    m_unlocks->setSkills(m_workspace, tr("Unlocks"), unlocked);
}

void Inspector::showMilestones(int index)
{
    const domain::Roadmap& roadmap = m_workspace.roadmap();
    QStringList on;
    const int era = roadmap.eraOf(index);
    if (era < static_cast<int>(roadmap.course().milestones.size())) {
        on.append(roadmap.course().milestones[static_cast<std::size_t>(era)].title);
    }
    for (const domain::Milestone& milestone : roadmap.course().milestones) {
        if (milestone.targets.contains(roadmap.skill(index).id) && !on.contains(milestone.title)) {
            on.append(milestone.title);
        }
    }
    m_milestones->setText(tr("On the way to: %1", "milestones").arg(QLocale().createSeparatedList(isolated(on))));
    m_milestones->setVisible(!on.isEmpty());
}

void Inspector::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), activePalette().surface);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.fillRect(QRectF(mirrored ? width() - size::line : 0, 0, size::line, height()), activePalette().line);
}

} // namespace waymark::ui
