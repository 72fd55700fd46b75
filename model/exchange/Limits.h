// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

/// Every bound that a file from a stranger meets before it is read further. `allLimits` lists them for people who ask.
namespace waymark::exchange::limits {

inline constexpr qint64 kibibyte = 1024;
inline constexpr qint64 mebibyte = 1024 * kibibyte;

inline constexpr qint64 lessonBytes = mebibyte;
inline constexpr qint64 paragraphBytes = 32 * kibibyte; ///< lines without an empty one between them; md4c is quadratic inside
inline constexpr int markdownNesting = 32;
inline constexpr int tableColumns = 64;
inline constexpr int markdownNodes = 50'000; ///< blocks, items, rows, cells and runs of one text

inline constexpr int questionOptions = 100; ///< options, entries or pairs of a question; each is a control when it is asked

inline constexpr qint64 frontMatterBytes = 16 * kibibyte;
inline constexpr qint64 courseYamlBytes = 256 * kibibyte;
inline constexpr int yamlNesting = 32;
inline constexpr int yamlNodes = 50'000;

inline constexpr int courseSkills = 5'000;
inline constexpr int courseEdges = 30'000; ///< prerequisites, and members of choices at each skill that asks for one of them
inline constexpr int lineCharacters = 200; ///< titles and other texts of one line
inline constexpr int marksPerBase = 8; ///< combining marks on one character

inline constexpr qint64 packageBytes = 256 * mebibyte;
inline constexpr int packageEntries = 20'000;
inline constexpr qint64 entryBytes = 64 * mebibyte;
inline constexpr qint64 inflatedBytes = 1024 * mebibyte;
inline constexpr qint64 inflationRatio = 200; ///< asked of entries that inflate to more than inflationFree
inline constexpr qint64 inflationFree = mebibyte;
inline constexpr int entryNameBytes = 240;

inline constexpr qint64 picturePixels = 40'000'000;
inline constexpr qint64 pictureBytes = 64 * mebibyte; ///< of the decoded picture

struct Limit
{
    const char* name;
    qint64 value;
};

inline constexpr std::array<Limit, 23> allLimits { {
    { "lesson bytes", lessonBytes },
    { "paragraph bytes", paragraphBytes },
    { "markdown nesting", markdownNesting },
    { "table columns", tableColumns },
    { "markdown nodes", markdownNodes },
    { "options of a question", questionOptions },
    { "front matter bytes", frontMatterBytes },
    { "course.yaml bytes", courseYamlBytes },
    { "yaml nesting", yamlNesting },
    { "yaml nodes", yamlNodes },
    { "course skills", courseSkills },
    { "course edges", courseEdges },
    { "characters of a line", lineCharacters },
    { "combining marks on one character", marksPerBase },
    { "package bytes", packageBytes },
    { "package entries", packageEntries },
    { "bytes of one entry", entryBytes },
    { "inflated bytes", inflatedBytes },
    { "inflation ratio", inflationRatio },
    { "inflated bytes free of the ratio", inflationFree },
    { "bytes of an entry name", entryNameBytes },
    { "pixels of a picture", picturePixels },
    { "bytes of a decoded picture", pictureBytes },
} };

} // namespace waymark::exchange::limits
