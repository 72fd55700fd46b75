// SPDX-License-Identifier: GPL-3.0-or-later
// Lessons of 1 MiB that cost as much as the limits allow, in the real view: NAME.first is the time until the first screen is painted,
// NAME.longest the longest that the window's thread was kept busy by one event until all of it was written and while it was paged through.
// Processor time, in milliseconds. usage: bench_hostile [NAME ...]
#include "BenchReport.h"
#include "BenchScreen.h"

#include "../support/HugeLessons.h"

#include <exchange/LessonDocument.h>

#include <QScrollBar>
#include <QThread>

using namespace waymark;
using bench::asEvent;

namespace {

/// Whether a widget of the window has been painted since it was asked for the last time.
class PaintWatch : public QObject
{
public:
    bool eventFilter(QObject* receiver, QEvent* event) override
    {
        m_hasPainted = m_hasPainted || event->type() == QEvent::Paint || event->type() == QEvent::UpdateRequest;
        return QObject::eventFilter(receiver, event);
    }
    bool take() { return std::exchange(m_hasPainted, false); }

private:
    bool m_hasPainted = false;
};

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
    support::StallWatch watch(argc, argv);
    const QStringList wanted = QCoreApplication::arguments().mid(1);
    bench::LessonScreen screen(watch);
    ui::LessonView& view = screen.view;
    PaintWatch paints;
    watch.installEventFilter(&paints);

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
        watch.forget();
        const double cpuBegin = bench::cpuTime();
        double first = 0;
        asEvent(watch, QStringLiteral("open"), [&] { view.setLesson(lesson.text); });
        watch.setDoing(QStringLiteral("write"));
        while (first == 0 || !view.isComplete()) {
            const bool hasText = !view.document()->isEmpty();
            (void)paints.take();
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            if (hasText && paints.take() && first == 0) {
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
        report.add(std::string(lesson.name) + ".longest", watch.longest().milliseconds);
        const support::Stall& longest = watch.longest();
        std::fprintf(stderr, "%-12s %s read %6.1f first %7.1f longest %8.1f (%s: %s) whole %8.1f blocks %d\n", lesson.name,
            isRead ? "" : "REFUSED", read, first, longest.milliseconds, qPrintable(longest.during), qPrintable(longest.what), whole,
            blocks);
        worstFirst = std::max(worstFirst, first);
        worstLongest = std::max(worstLongest, watch.longest().milliseconds);
    }
    report.add("worst.first", worstFirst);
    report.add("worst.longest", worstLongest);
    return 0;
}
