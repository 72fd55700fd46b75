// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

/// Every bound that another copy of a library meets before it is read into memory to be merged. `libraryLimits` lists them for people who
/// ask. Ten years of study every day stay under a tenth of each.
namespace waymark::domain::limits {

inline constexpr qint64 libraryBytes = qint64 { 512 } * 1024 * 1024; ///< of the file and of the log beside it
inline constexpr qint64 libraryValueBytes = qint64 { 64 } * 1024 * 1024; ///< of one text in it, and of one row
inline constexpr qint64 libraryEdits = 500'000; ///< in the journal, whatever their state

struct LibraryLimit
{
    const char* name;
    qint64 value;
};

inline constexpr std::array<LibraryLimit, 3> libraryLimits { {
    { "bytes of a library to merge", libraryBytes },
    { "bytes of one value in a library to merge", libraryValueBytes },
    { "edits of a library to merge", libraryEdits },
} };

} // namespace waymark::domain::limits
