// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <ctime>
#include <string_view>

namespace waymark::app {

/// Writes text to a descriptor from within a signal handler: it allocates nothing, takes no lock and calls nothing that may not be called
/// there (signal-safety(7)). What cannot be written is lost.
class CrashWriter
{
public:
    explicit CrashWriter(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    CrashWriter& put(std::string_view text);
    CrashWriter& number(std::uint64_t value, int digits = 1); ///< with zeros before it up to `digits`
    CrashWriter& hex(std::uint64_t value);
    CrashWriter& moment(std::time_t seconds); ///< UTC, as in 2026-11-22T16:20:00Z
    /// A line for an address of code: the name of the module that it is in, and how far in, as addr2line takes it. No folder is named.
    CrashWriter& call(const void* address);
    void flush();

private:
    int m_descriptor;
    std::size_t m_size = 0;
    std::array<char, 1024> m_buffer {};
};

/// What the linker calls this very program, in hexadecimal digits: it finds the symbols of an address. Empty where there is no such note.
[[nodiscard]] QString buildId();

} // namespace waymark::app
