// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/MapPage.h>

#include <ui/map/MapCanvas.h>

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

MapPage::MapPage(session::Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_canvas(new MapCanvas(workspace, this))
{
    setObjectName(u"mapPage"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_canvas);
    connect(&m_layout, &session::MapLayoutTask::finished, m_canvas, &MapCanvas::setMap);
    connect(&m_workspace, &session::Workspace::changed, this, [this](const session::Changes& changes) {
        if (changes.course) {
            m_layout.request(m_workspace.roadmap().mapInput());
        }
    });
    connect(m_canvas, &MapCanvas::selectionChanged, this, &Page::currentSkillChanged);
    connect(m_canvas, &MapCanvas::openRequested, this,
            [this](int index) { Q_EMIT placeRequested({PageId::Skill, m_workspace.roadmap().skill(index).id, {}}); });
    if (m_workspace.hasCourse()) {
        m_layout.request(m_workspace.roadmap().mapInput());
    }
}

QString MapPage::title() const { return tr("Map"); }

void MapPage::show(const Place& place)
{
    if (const int index = m_workspace.roadmap().indexOf(place.skill); index >= 0) {
        m_canvas->reveal(index);
    }
}

QString MapPage::currentSkill() const
{
    return m_canvas->selected() < 0 ? QString() : m_workspace.roadmap().skill(m_canvas->selected()).id;
}

} // namespace waymark::ui
