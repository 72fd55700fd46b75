// SPDX-License-Identifier: GPL-3.0-or-later
#include "SoakFigures.h"

#include <QAbstractEventDispatcher>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPixmapCache>
#include <QThread>

#include <algorithm>
#include <mutex>
#include <numeric>
#include <unordered_set>

#include <malloc.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

/// What Qt offers to tools that look at a program (private/qhooks_p.h): functions that are called for each object.
extern "C" Q_DECL_IMPORT quintptr qtHookData[]; // NOLINT(cppcoreguidelines-avoid-c-arrays)

namespace waymark::soak {

namespace {

constexpr int addHook = 3;
constexpr int removeHook = 4;
constexpr qint64 mostLog = 16 * 1024 * 1024;
constexpr double mostGrowth = 1.05;

std::mutex mutex;

std::unordered_set<QObject*>& objects()
{
    static auto* all = new std::unordered_set<QObject*>; // objects go after statics do
    return *all;
}

extern "C" void added(QObject* object)
{
    const std::lock_guard lock(mutex);
    objects().insert(object);
}

extern "C" void removed(QObject* object)
{
    const std::lock_guard lock(mutex);
    objects().erase(object);
}

int countIn(const char* folder)
{
    return static_cast<int>(QDir(QLatin1StringView(folder)).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size());
}

/// Of all arenas, with what was mapped for itself.
qint64 heapInUse()
{
    const auto heap = ::mallinfo2();
    return static_cast<qint64>(heap.uordblks + heap.hblkhd);
}

QString inMib(double bytes)
{
    return QString::number(bytes / 1048576, 'f', 1);
}

template <class Value> auto peak(std::vector<Figures>::const_iterator begin, std::vector<Figures>::const_iterator end, Value value)
{
    auto most = value(*begin);
    std::for_each(begin, end, [&](const Figures& each) { most = std::max(most, value(each)); });
    return most;
}

template <class Value> double mean(std::vector<Figures>::const_iterator begin, std::vector<Figures>::const_iterator end, Value value)
{
    const double sum
        = std::accumulate(begin, end, 0.0, [&](double before, const Figures& each) { return before + static_cast<double>(value(each)); });
    return sum / static_cast<double>(end - begin);
}

} // namespace

void countObjects()
{
    qtHookData[addHook] = reinterpret_cast<quintptr>(&added);
    qtHookData[removeHook] = reinterpret_cast<quintptr>(&removed);
}

Figures figuresNow(double minute, const QString& library)
{
    QPixmapCache::clear();
    Figures figures;
    figures.minute = minute;
    figures.inUse = heapInUse();
    figures.descriptors = countIn("/proc/self/fd");
    figures.threads = countIn("/proc/self/task");
    figures.log = QFileInfo(library + u"-wal"_s).size();
    QFile memory(u"/proc/self/statm"_s);
    if (memory.open(QIODevice::ReadOnly)) {
        figures.memory = memory.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
    }
    const std::lock_guard lock(mutex);
    figures.objects = static_cast<int>(objects().size());
    const QAbstractEventDispatcher* dispatcher = QAbstractEventDispatcher::instance();
    for (QObject* object : objects()) {
        if (object->thread() == QThread::currentThread()) {
            figures.timers += static_cast<int>(dispatcher->registeredTimers(object).size());
        }
    }
    return figures;
}

QString headLine()
{
    return u"  minute  memory MiB  in use MiB  descriptors  threads  log KiB  timers  objects    acts"_s;
}

QString lineOf(const Figures& f)
{
    return QString::number(f.minute, 'f', 2).rightJustified(8) + inMib(static_cast<double>(f.memory)).rightJustified(12)
        + inMib(static_cast<double>(f.inUse)).rightJustified(12) + QString::number(f.descriptors).rightJustified(13)
        + QString::number(f.threads).rightJustified(9) + QString::number(f.log / 1024).rightJustified(9)
        + QString::number(f.timers).rightJustified(8) + QString::number(f.objects).rightJustified(9)
        + QString::number(f.acts).rightJustified(8);
}

QStringList faultsOf(const std::vector<Figures>& run)
{
    QStringList faults;
    const auto fifth = static_cast<std::ptrdiff_t>(run.size() / 5);
    if (fifth == 0) {
        return { u"the run is too short to say anything of it"_s };
    }
    const auto last = run.end() - fifth;
    const auto isWarm = [](const Figures& each) { return each.acts >= warmUp; };
    const auto warm = std::max(run.begin() + fifth, std::find_if(run.begin(), run.end(), isWarm));
    if (run.back().minute >= shortest && last - warm < fifth) {
        faults.append(u"so few acts, %1, say nothing of memory"_s.arg(run.back().acts));
    } else if (run.back().minute >= shortest) {
        const auto judge = [&](const QString& name, auto value) {
            const double before = mean(warm, warm + fifth, value);
            const double after = mean(last, run.end(), value);
            if (after >= before * mostGrowth) {
                faults.append(u"%1 grew from %2 to %3 MiB"_s.arg(name, inMib(before), inMib(after)));
            }
        };
        judge(u"memory"_s, [](const Figures& each) { return each.memory; });
        judge(u"the heap in use"_s, [](const Figures& each) { return each.inUse; });
    }
    const auto compare = [&](const QString& name, auto value) {
        const auto earlier = peak(run.begin(), last, value);
        if (const auto later = peak(last, run.end(), value); later > earlier) {
            faults.append(u"%1 grew from %2 to %3"_s.arg(name).arg(earlier).arg(later));
        }
    };
    compare(u"descriptors"_s, [](const Figures& each) { return each.descriptors; });
    compare(u"threads"_s, [](const Figures& each) { return each.threads; });
    if (const qint64 log = peak(run.begin(), run.end(), [](const Figures& each) { return each.log; }); log > mostLog) {
        faults.append(u"the log of the library had %1 KiB"_s.arg(log / 1024));
    }
    const auto still = std::adjacent_find(run.begin(), run.end(), [](const Figures& a, const Figures& b) { return b.acts <= a.acts; });
    if (still != run.end()) {
        faults.append(u"nothing was done after minute %1"_s.arg(still->minute, 0, 'f', 2));
    }
    return faults;
}

} // namespace waymark::soak
