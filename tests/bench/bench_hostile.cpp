// SPDX-License-Identifier: GPL-3.0-or-later
// Lessons of 1 MiB that cost as much as the limits allow, in the real view: NAME.first is the time until the first screen is painted,
// NAME.longest the longest that the window's thread was kept busy by one event until all of it was written and while it was paged through.
// Processor time, in milliseconds. usage: bench_hostile [NAME ...]
#include "BenchReport.h"
#include "BenchWatch.h"

#include "../support/HugeLessons.h"
#include "../support/MemoryStore.h"

#include <exchange/LessonDocument.h>
#include <ui/lesson/LessonView.h>
#include <ui/theme/Theme.h>

#include <QScrollBar>
#include <QThread>

using namespace waymark;
using bench::asEvent;

namespace {

/// Until all is written, and what Qt lays out later is laid out.
void settle(const ui::LessonView& view)
{
    for (int quiet = 0; quiet < 20;) {
        quiet = view.isComplete() ? quiet + 1 : 0;
        QThread::msleep(2);
        QCoreApplication::processEvents();
    }
}

} // namespace

int main(int argc, char* argv[])
{
    bench::Watch watch(argc, argv);
    const QStringList wanted = QCoreApplication::arguments().mid(1);
    ui::Theme theme(watch);
    const auto workspace
        = session::Workspace::open(std::make_unique<support::MemoryStore>(), { [] { return qint64(0); }, QTimeZone::utc() });
    ui::LessonView view(**workspace);
    view.resize(760, 1000);
    view.show();
    QCoreApplication::processEvents();

    bench::Report report;
    double worstFirst = 0;
    double worstLongest = 0;
    for (const fixture::HugeLesson& lesson : fixture::hugeLessons()) {
        const QString name = QString::fromLatin1(lesson.name);
        if (!wanted.isEmpty() && !wanted.contains(name)) {
            continue;
        }
        const double readBegin = bench::cpuTime();
        const bool isRead = exchange::readLesson(lesson.text).has_value();
        const double read = bench::cpuTime() - readBegin;
        watch.longest = 0;
        const double cpuBegin = bench::cpuTime();
        double first = 0;
        asEvent(watch, QStringLiteral("open"), [&] { view.setLesson(lesson.text); });
        watch.doing = QStringLiteral("write");
        while (first == 0 || !view.isComplete()) {
            const bool hasText = !view.document()->isEmpty();
            watch.paints = false;
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            if (hasText && watch.paints && first == 0) {
                first = bench::cpuTime() - cpuBegin;
            }
        }
        const double whole = bench::cpuTime() - cpuBegin;
        const int blocks = view.document()->blockCount();
        // Paged through: the beginning, the end and places between.
        for (int i = 0; i <= 20; ++i) {
            asEvent(
                watch, QStringLiteral("scroll"), [&] { view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 20 * i); });
            asEvent(watch, QStringLiteral("paint"), [&] { view.viewport()->repaint(); });
        }
        for (const int width : { 600, 760 }) {
            asEvent(watch, QStringLiteral("resize"), [&] { view.resize(width, 1000); });
            settle(view);
        }
        asEvent(watch, QStringLiteral("close"), [&] { view.setLesson({}); });
        settle(view);
        report.add(std::string(lesson.name) + ".first", first);
        report.add(std::string(lesson.name) + ".longest", watch.longest);
        std::fprintf(stderr, "%-12s %s read %6.1f first %7.1f longest %8.1f (%s) whole %8.1f blocks %d\n", lesson.name,
            isRead ? "" : "REFUSED", read, first, watch.longest, qPrintable(watch.what), whole, blocks);
        worstFirst = std::max(worstFirst, first);
        worstLongest = std::max(worstLongest, watch.longest);
    }
    report.add("worst.first", worstFirst);
    report.add("worst.longest", worstLongest);
    return 0;
}
