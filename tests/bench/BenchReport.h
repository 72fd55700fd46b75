// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdio>
#include <string>
#include <time.h>
#include <vector>

namespace waymark::bench {

/// Milliseconds of the monotonic clock, which the script that starts the programs reads too.
inline double now()
{
    timespec time {};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// Milliseconds of processor time of this process so far.
inline double cpuTime()
{
    timespec time {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

template <class Work> double millisecondsOf(Work work)
{
    const double start = now();
    work();
    return now() - start;
}

/// The figures of one run, printed as one line "name=value ..." like those of the floor programs.
class Report
{
public:
    ~Report() { std::printf("%s\n", m_line.c_str()); }
    Report() = default;
    Report(const Report&) = delete;
    Report& operator=(const Report&) = delete;

    void add(const std::string& name, double value)
    {
        char text[64];
        std::snprintf(text, sizeof text, "%.5f", value);
        m_line += (m_line.empty() ? "" : " ") + name + '=' + text;
    }

    /// Median under the name itself, and .p95 and .p99.
    void add(const std::string& name, std::vector<double> samples)
    {
        std::sort(samples.begin(), samples.end());
        const auto quantile
            = [&samples](std::size_t percent) { return samples[std::min(samples.size() - 1, samples.size() * percent / 100)]; };
        add(name, quantile(50));
        add(name + ".p95", quantile(95));
        add(name + ".p99", quantile(99));
    }

private:
    std::string m_line;
};

} // namespace waymark::bench
