// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/PlanMapView.h>

#include <ui/map/MapCanvas.h>
#include <ui/words/ReviewWords.h>

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr double overview = 0.6; ///< titles can still be read, and a skill's neighbours are in sight

MapStanding standingOf(const domain::Roadmap& roadmap, const session::ReviewDesk& desk)
{
    const auto size = static_cast<std::size_t>(roadmap.size());
    MapStanding standing { std::vector(size, learning::SkillState::Locked), std::vector<double>(size), std::vector<char>(size),
        std::vector<char>(size), std::vector<QString>(size) };
    for (const exchange::PlanSkill& skill : desk.plan().skills) {
        const int found = roadmap.indexOf(skill.id);
        if (found < 0) {
            continue; // a project, or of another version of the course
        }
        const auto at = static_cast<std::size_t>(found);
        const auto done = std::ranges::count_if(skill.checklist, [](const exchange::PlanItem& item) { return item.doneAt.has_value(); });
        standing.states[at] = skill.state;
        standing.done[at] = skill.checklist.empty() ? 0 : double(done) / double(skill.checklist.size());
        const exchange::ReviewDecision* decided = desk.decisionOn(skill.id);
        standing.lit[at] = skill.submitted || decided != nullptr ? 1 : 0;
        standing.next[at] = skill.submitted && decided == nullptr ? 1 : 0;
        standing.words[at] = decided != nullptr ? ReviewWords::decision(decided->decision) : QString();
    }
    return standing;
}

} // namespace

PlanMapView::PlanMapView(session::Workspace& workspace, const session::ReviewDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_desk(desk)
    , m_canvas(new MapCanvas(workspace, this))
{
    setObjectName(u"planMap"_s);
    setFocusProxy(m_canvas);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_canvas);
    refresh();
    connect(&m_layout, &session::MapLayoutTask::finished, this, [this](const session::MapLayoutTask::Layout& layout) {
        m_canvas->setMap(layout);
        m_canvas->zoomTo(overview);
        select(m_skill);
    });
    connect(m_canvas, &MapCanvas::selectionChanged, this, [this](int index) {
        if (const QString skill = idOf(index); !skill.isEmpty() && skill != m_skill) {
            m_skill = skill;
            Q_EMIT skillChosen(skill);
        }
    });
    connect(m_canvas, &MapCanvas::openRequested, this, [this](int index) { Q_EMIT skillRequested(idOf(index)); });
    // After the canvas, which forgets what it shows with another course.
    connect(&m_workspace, &session::Workspace::changed, this, [this](const session::Changes& changes) {
        if (changes.course) {
            refresh();
            m_layout.request(m_workspace.roadmap().mapInput());
        }
    });
    m_layout.request(workspace.roadmap().mapInput());
}

void PlanMapView::refresh()
{
    m_canvas->showOther(standingOf(m_workspace.roadmap(), m_desk));
}

QString PlanMapView::idOf(int index) const
{
    return index < 0 || index >= m_workspace.roadmap().size() ? QString() : m_workspace.roadmap().skill(index).id;
}

void PlanMapView::select(const QString& skill)
{
    m_skill = skill;
    if (!m_canvas->hasMap()) {
        return;
    }
    const int index = m_workspace.roadmap().indexOf(skill);
    if (index >= 0) {
        m_canvas->reveal(index);
    } else {
        m_canvas->select(-1);
    }
}

} // namespace waymark::ui
