// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/planpage/PlanPageMap.h>

#include <ui/map/MapScene.h>

namespace waymark::ui {

PlanPageMap planPageMap(const domain::Roadmap& roadmap, const domain::MapLayout& layout)
{
    PlanPageMap map;
    if (roadmap.size() == 0 || layout.positions.size() != static_cast<std::size_t>(roadmap.size())) {
        return map;
    }
    const MapScene scene(roadmap, std::make_shared<const domain::MapLayout>(layout));
    map.bounds = scene.bounds();
    for (int i = 0; i < scene.size(); ++i) {
        map.nodes.push_back({ roadmap.skill(i).id, scene.rect(i) });
    }
    for (std::size_t i = 0; i < scene.edges().size(); ++i) {
        const MapScene::Edge& edge = scene.edges()[i];
        map.edges.push_back({ roadmap.skill(edge.from).id, roadmap.skill(edge.to).id, edge.group >= 0, scene.route(static_cast<int>(i)) });
    }
    for (const MapScene::Band& band : scene.bands()) {
        map.bands.push_back({ band.title, band.area, band.rect.top(), band.rect.height() });
    }
    for (const MapScene::Era& era : scene.eras()) {
        map.eras.push_back({ era.title, era.left, era.right });
    }
    for (const MapScene::Frame& frame : scene.frames()) {
        map.choices.push_back(frame.rect);
    }
    return map;
}

} // namespace waymark::ui
