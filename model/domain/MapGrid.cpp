// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/MapGrid.h>

#include <domain/MapBand.h>
#include <domain/MapLayering.h>
#include <domain/MapLayout.h>
#include <domain/MapRowing.h>

#include <algorithm>

namespace waymark::domain {

namespace {

void placeColumns(const MapInput& input, const MapLayering& layering, MapGrid& grid)
{
    std::vector<double> widths(layering.columnCount, 0);
    for (std::size_t node = 0; node < input.nodes.size(); ++node) {
        double& width = widths[layering.columns[node]];
        width = std::max(width, input.nodes[node].size.width());
    }
    double x = MapMetrics::bandNameWidth;
    for (const MapLayering::EraColumns& era : layering.eras) {
        for (MapIndex column = era.first; column < era.first + era.count; ++column) {
            x += column == 0 ? 0 : column == era.first ? MapMetrics::eraGap : MapMetrics::columnGap;
            grid.columns.push_back({ x, x + widths[column] });
            x += widths[column];
        }
    }
}

void placeEras(const MapInput& input, const MapLayering& layering, const MapGrid& grid, MapLayout& layout)
{
    if (input.eraCount <= 0) {
        return;
    }
    for (const MapLayering::EraColumns& era : layering.eras) {
        const double left = layout.eras.empty() ? grid.columns[era.first].left - MapMetrics::eraGap / 2 : layout.eras.back().right;
        layout.eras.push_back({ era.era, left, grid.columns[era.first + era.count - 1].right + MapMetrics::eraGap / 2 });
    }
}

/// Places the nodes of one band below `top`, adds the lanes between its rows, and returns its height.
double placeBand(const MapInput& input, const MapLayering& layering, const MapBand& band, const MapRowing& rowing, double top,
    MapGrid& grid, MapLayout& layout)
{
    double rowHeight = 0;
    for (const MapIndex node : band.nodes) {
        rowHeight = std::max(rowHeight, input.nodes[node].size.height());
    }
    const double pitch = rowHeight + MapMetrics::rowGap;
    for (std::size_t vertex = 0; vertex < band.nodes.size(); ++vertex) {
        const MapIndex node = band.nodes[vertex];
        const double slack = rowHeight - input.nodes[node].size.height();
        layout.positions[node]
            = { grid.columns[layering.columns[node]].left, top + MapMetrics::bandPadding + rowing.rows[vertex] * pitch + slack / 2 };
    }
    for (MapIndex row = 1; row < rowing.rowCount; ++row) {
        grid.lanes.push_back({ top + MapMetrics::bandPadding + row * pitch - MapMetrics::rowGap / 2, MapMetrics::rowGap / 2 });
    }
    const double rows = rowing.rowCount == 0 ? 0 : rowing.rowCount * pitch - MapMetrics::rowGap;
    return rows + 2 * MapMetrics::bandPadding;
}

} // namespace

MapGrid placeNodes(const MapInput& input, const MapLayering& layering, const std::vector<MapBand>& bands,
    const std::vector<MapRowing>& rowings, MapLayout& layout)
{
    MapGrid grid;
    placeColumns(input, layering, grid);
    placeEras(input, layering, grid, layout);
    layout.positions.resize(input.nodes.size());
    layout.columns.assign(layering.columns.begin(), layering.columns.end());

    double y = input.eraCount > 0 && !bands.empty() ? MapMetrics::eraHeadHeight : 0;
    for (std::size_t area = 0; area < bands.size(); ++area) {
        // Between two bands both paddings are free; above the first there is only one.
        const double half = area == 0 ? MapMetrics::bandPadding / 2 : MapMetrics::bandPadding;
        grid.lanes.push_back({ area == 0 ? y + half : y, half });
        const double height = placeBand(input, layering, bands[area], rowings[area], y, grid, layout);
        layout.bands.push_back({ static_cast<int>(area), y, height });
        y += height;
    }
    if (!bands.empty()) {
        grid.lanes.push_back({ y - MapMetrics::bandPadding / 2, MapMetrics::bandPadding / 2 });
    }
    const double right = grid.columns.empty() ? MapMetrics::bandNameWidth : grid.columns.back().right + MapMetrics::rightMargin;
    layout.bounds = bands.empty() ? QRectF() : QRectF(0, 0, std::max(right, layout.eras.empty() ? 0.0 : layout.eras.back().right), y);
    return grid;
}

} // namespace waymark::domain
