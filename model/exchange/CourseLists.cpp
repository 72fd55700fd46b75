// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CourseLists.h>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

constexpr auto inventoryFile = "inventory.tsv"_L1;
constexpr auto termsFile = "terms.tsv"_L1;

/// The lines below the heading whose cells are as many as `columns`; the others are faults. No file is an empty list.
std::vector<ListedWords> readList(const CourseFiles& files, QLatin1StringView name, const QStringList& columns, CourseFaults& faults)
{
    std::vector<ListedWords> list;
    const auto file = files.find(name);
    if (file == files.end()) {
        return list;
    }
    const auto fault = [&](int line, const QString& message) {
        faults.push_back({ name, line, u"list-form"_s, message, u"Write \"%1\", with a tab between them."_s.arg(columns.join(u", "_s)) });
    };
    const QStringList lines = QString::fromUtf8(file->second).split(u'\n');
    if (lines.front().split(u'\t') != columns) {
        fault(1, u"The first line does not name the columns."_s);
        return list;
    }
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (lines[i].isEmpty()) {
            continue;
        }
        const QStringList cells = lines[i].split(u'\t');
        const int line = static_cast<int>(i) + 1;
        if (cells.size() != columns.size() || cells.front().isEmpty()) {
            fault(line, u"The line has %1 cells where %2 are asked for."_s.arg(cells.size()).arg(columns.size()));
            continue;
        }
        list.push_back(
            { QStringList { cells.front() } + cells.back().split(u'|', Qt::SkipEmptyParts), cells[columns.indexOf(u"home"_s)], line });
    }
    return list;
}

} // namespace

std::vector<ListedWords> readInventory(const CourseFiles& files, CourseFaults& faults)
{
    return readList(files, inventoryFile, { u"item"_s, u"kind"_s, u"home"_s, u"aliases"_s }, faults);
}

std::vector<ListedWords> readTerms(const CourseFiles& files, CourseFaults& faults)
{
    return readList(files, termsFile, { u"term"_s, u"home"_s, u"aliases"_s }, faults);
}

} // namespace waymark::exchange
