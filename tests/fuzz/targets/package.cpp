// SPDX-License-Identifier: GPL-3.0-or-later
// The directory of a ZIP file and what comes out of it.
#include <Promise.h>
#include <Targets.h>

#include <exchange/CoursePackage.h>
#include <exchange/Limits.h>

#include <set>

namespace waymark::fuzz {

void package(const QByteArray& bytes)
{
    const auto files = exchange::filesOfPackage(bytes);
    if (!files) {
        requireRefusal(files.error(), { domain::ErrorCode::InvalidFile, domain::ErrorCode::TooLarge });
        return;
    }
    std::set<QString> folded;
    qint64 total = 0;
    for (const auto& [name, content] : *files) {
        require(exchange::refusalOfName(name).isEmpty(), "no file of a package leaves its folder", name);
        require(folded.insert(exchange::foldedName(name)).second, "no two files of a package are one", name);
        total += content.size();
    }
    require(total <= exchange::limits::inflatedBytes, "a package does not grow without end");
    if (files->empty()) { // folders alone; without an entry there is no ZIP file
        return;
    }
    const auto again = exchange::packageOf(*files);
    require(again.has_value(), "what was unpacked can be packed");
    const auto back = exchange::filesOfPackage(*again);
    require(back.has_value() && *back == *files, "what was packed is unpacked as it was");
}

} // namespace waymark::fuzz
