// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace waymark::soak {

/// What a process holds at one moment.
struct Figures
{
    double minute = 0; ///< since the start
    qint64 memory = 0; ///< resident, bytes
    qint64 inUse = 0; ///< of what was asked of the heap and not given back, bytes
    int descriptors = 0;
    int threads = 0;
    qint64 log = 0; ///< the write-ahead log of the library, bytes
    int timers = 0; ///< that run, on the window's thread
    int objects = 0; ///< QObjects of all threads
    int acts = 0; ///< that were done since the start
};

/// From now on QObjects are counted. Before the first one is made.
void countObjects();

/// All but the acts, which only whoever does them can count. Qt's cache of pictures is emptied before: it has a bound of its own (10,240
/// KiB, each picture counted as one at least), and Qt's file dialogs, whose icons are made anew each time, fill it slowly.
[[nodiscard]] Figures figuresNow(double minute, const QString& library);
[[nodiscard]] QString lineOf(const Figures& figures);
[[nodiscard]] QString headLine();

/// What is wrong with a run, in sentences; none when it is well. The first fifth is warm-up, and as much more as it takes to do `warmUp`
/// acts, for how many a minute has goes by the machine: pages are made. From then on the means of memory and of the heap may grow by less
/// than a twentieth from the next fifth to the last, descriptors and threads have no greater peak in the last fifth than before, the log
/// never exceeds 16 MiB, and the acts never stand still. Memory is judged from `shortest` minutes on, and then two fifths must be left
/// after the warm-up.
constexpr int warmUp = 10'000;
constexpr double shortest = 5; ///< minutes
[[nodiscard]] QStringList faultsOf(const std::vector<Figures>& run);

} // namespace waymark::soak
