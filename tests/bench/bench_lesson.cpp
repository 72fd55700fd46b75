// SPDX-License-Identifier: GPL-3.0-or-later
// A lesson opened in the real view: until its first screen is painted, and until all of it is written.
// usage: bench_lesson FILE (the text of a lesson without front matter)
#include "BenchReport.h"
#include "BenchScreen.h"

#include <WrittenLesson.h>

#include <QFile>

using namespace waymark;

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QFile file(QCoreApplication::arguments().value(1));
    if (!file.open(QIODevice::ReadOnly)) {
        return 2;
    }
    const QString lesson = QString::fromUtf8(file.readAll());
    bench::LessonScreen screen(application);
    ui::LessonView& view = screen.view;

    bench::Report report;
    std::vector<double> first;
    std::vector<double> whole;
    constexpr int rounds = 21;
    for (int i = 0; i < rounds; ++i) {
        view.setLesson({});
        QCoreApplication::processEvents();
        const double start = bench::now();
        view.setLesson(lesson);
        view.viewport()->repaint();
        first.push_back(bench::now() - start);
        support::untilWritten(view);
        view.viewport()->repaint();
        whole.push_back(bench::now() - start);
    }
    report.add("first", first);
    report.add("whole", whole);
    return 0;
}
