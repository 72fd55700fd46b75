// SPDX-License-Identifier: GPL-3.0-or-later
// course.yaml.
#include <Promise.h>
#include <Targets.h>

#include <exchange/CourseManifest.h>
#include <exchange/Yaml.h>

namespace waymark::fuzz {

void manifest(const QByteArray& bytes)
{
    const exchange::CourseManifest read = exchange::readCourseManifest(bytes);
    require(read.isReadable || !read.faults.empty(), "what cannot be used says why");
    for (const exchange::WrittenArea& area : read.areas) {
        require(area.area.id.isEmpty() || exchange::isId(area.area.id), "an id has the form of ids", area.area.id);
    }
    // Our own parser is stricter than the syntax.
    if (exchange::parseYaml(bytes)) {
        require(!exchange::yamlSyntaxFault(bytes), "what is read has no fault of syntax");
    }
}

} // namespace waymark::fuzz
