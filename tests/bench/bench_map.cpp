// SPDX-License-Identifier: GPL-3.0-or-later
// Frames of the real canvas with N skills, driven as floor_canvas drives its own.
// usage: bench_map N DIR grid|course. On the grid of floor_canvas as much is in sight as there; a course is laid out as on the map.
#include "BenchGraphs.h"
#include "BenchLibrary.h"
#include "BenchRandom.h"
#include "BenchReport.h"

#include <ui/map/MapCanvas.h>
#include <ui/theme/Theme.h>

#include <QApplication>
#include <QDir>

#include <cmath>
#include <malloc.h>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

constexpr int frames = 40;
constexpr double zoomStep = 1.02;

/// The places and curves of floor_canvas under the skills of `roadmap`.
domain::MapLayout gridLayout(const domain::Roadmap& roadmap, int columns)
{
    constexpr QSizeF node(184, 56);
    domain::MapLayout layout;
    for (int i = 0; i < roadmap.size(); ++i) {
        const int row = i / columns;
        layout.positions.emplace_back(i % columns * bench::FloorGrid::columnStep + (row % 2 != 0 ? bench::FloorGrid::columnStep / 3 : 0),
            row * bench::FloorGrid::rowStep);
        layout.columns.push_back(i % columns);
        layout.bounds |= QRectF(layout.positions.back(), node);
    }
    for (const domain::Roadmap::Edge& edge : roadmap.edges()) {
        const QPointF from = layout.positions[static_cast<std::size_t>(edge.from)] + QPointF(node.width() / 2, node.height());
        const QPointF to = layout.positions[static_cast<std::size_t>(edge.to)] + QPointF(node.width() / 2, 0);
        const QPointF bend(0, (to.y() - from.y()) / 2);
        layout.routes.push_back({ { from, from + bend, to - bend, to } });
    }
    return layout;
}

/// How many skills the viewport shows: figures of two maps compare only if this does.
double nodesInSight(const ui::MapCanvas& canvas)
{
    double nodes = 0;
    for (int i = 0; i < canvas.scene().size(); ++i) {
        nodes += canvas.scene().rect(i).intersects(canvas.seen()) ? 1 : 0;
    }
    return nodes;
}

double heapKilobytes()
{
    const struct mallinfo2 info = mallinfo2();
    return double(info.uordblks + info.hblkhd) / 1024;
}

void paint()
{
    QCoreApplication::processEvents();
}

bool isForth(int frame)
{
    return frame % 20 < 10;
}

std::vector<double> samplesOf(int count, const std::function<void(int)>& frame)
{
    std::vector<double> samples;
    for (int i = 0; i < count; ++i) {
        samples.push_back(bench::millisecondsOf([&] { frame(i); }));
    }
    return samples;
}

std::vector<double> pan(ui::MapCanvas& canvas)
{
    return samplesOf(frames, [&canvas](int i) {
        const int direction = isForth(i) ? 1 : -1;
        canvas.panBy(direction * 17, direction * 9);
        paint();
    });
}

std::vector<double> zoomInTheGesture(ui::MapCanvas& canvas)
{
    return samplesOf(frames, [&canvas](int i) {
        canvas.zoomBy(isForth(i) ? zoomStep : 1 / zoomStep);
        paint();
    });
}

/// Each repaint has a scale of its own, so nothing can be taken from an earlier one.
std::vector<double> crisp(ui::MapCanvas& canvas, const ui::MapView& start)
{
    const QPointF middle(canvas.viewport()->width() / 2.0, canvas.viewport()->height() / 2.0);
    return samplesOf(frames, [&](int i) {
        ui::MapView view;
        view.scale = start.scale * std::pow(zoomStep, 1 + (isForth(i) ? i % 20 : 20 - i % 20));
        view.origin = start.toScene(middle) * view.scale - middle;
        canvas.setView(view);
        paint();
    });
}

/// `panScale`: of the present scale. A map that is seen whole does not move, so it is panned a little closer.
void frame(bench::Report& report, ui::MapCanvas& canvas, const std::string& name, double panScale)
{
    const ui::MapView start = canvas.view();
    canvas.zoomBy(panScale);
    canvas.setView(canvas.view());
    paint();
    report.add(name + "pan", pan(canvas));
    canvas.setView(start);
    paint();
    report.add(name + "zoom", zoomInTheGesture(canvas));
    report.add(name + "crisp", crisp(canvas, start));
    canvas.setView(start);
    paint();
}

/// Points of the viewport, as a pointer meets them.
std::vector<double> hits(const ui::MapCanvas& canvas)
{
    bench::Random random(5);
    int found = 0;
    std::vector<double> samples = samplesOf(200, [&](int) {
        const QPointF point(140 + random.below(1000), 50 + random.below(700));
        found += canvas.scene().nodeAt(canvas.view().toScene(point)) >= 0 ? 1 : 0;
    });
    std::transform(samples.begin(), samples.end(), samples.begin(), [](double sample) { return sample * 1000; });
    return found < 0 ? std::vector<double>() : samples;
}

/// From the wish to change a skill in sight until it is on disk and on the screen.
std::vector<double> toggles(ui::MapCanvas& canvas)
{
    session::Workspace& workspace = canvas.workspace();
    const QString skill = workspace.roadmap().skill(canvas.scene().nearestTo(canvas.seen().center())).id;
    return samplesOf(100, [&](int i) {
        const domain::EditContext context = workspace.context();
        bench::must(workspace.apply(i % 2 == 0 ? domain::finishSkill(context, skill) : domain::resetSkill(context, skill)), "an edit");
        paint();
    });
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int count = arguments.value(1).toInt();
    const bool isGrid = arguments.value(3) == "grid"_L1;
    if (count < 1 || arguments.size() != 4) {
        return 2;
    }
    ui::Theme theme(application);
    const QString library = QDir(arguments[2]).filePath(u"map-%1-%2.waymark"_s.arg(count).arg(QCoreApplication::applicationPid()));
    {
        const bench::FloorGrid grid(count);
        domain::CourseContent content { isGrid ? bench::courseOf(grid.graph) : bench::courseOf(count), {}, {}, u"bench"_s };
        const auto workspace = bench::createWorkspace(library, content);
        bench::study(*workspace, std::min(count / 5, 100), 5);

        bench::Report report;
        malloc_trim(0);
        const double before = heapKilobytes();
        ui::MapCanvas canvas(*workspace);
        canvas.resize(1280, 800);
        canvas.setMap(std::make_shared<const domain::MapLayout>(
            isGrid ? gridLayout(workspace->roadmap(), grid.columns) : domain::layoutMap(workspace->roadmap().mapInput())));
        canvas.show();
        paint();
        report.add("heap", heapKilobytes() - before);

        canvas.fit();
        paint();
        frame(report, canvas, "fit", 1.3);
        canvas.setView({ 1, canvas.view().origin });
        canvas.centreOn(canvas.scene().rect(canvas.scene().nearestTo(canvas.scene().bounds().center())).center());
        paint();
        report.add("insight", nodesInSight(canvas));
        frame(report, canvas, "full", 1);
        report.add("hit", hits(canvas));
        report.add("toggle", toggles(canvas));
    }
    for (const QString& suffix : { QString(), u"-wal"_s, u"-shm"_s, u".lock"_s }) {
        QFile::remove(library + suffix);
    }
    return 0;
}
