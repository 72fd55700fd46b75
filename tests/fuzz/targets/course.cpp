// SPDX-License-Identifier: GPL-3.0-or-later
// A whole course of a stranger. The bytes are its files, each after a line "=== name".
#include <Promise.h>
#include <Targets.h>

#include <exchange/CourseReader.h>

#include <domain/Roadmap.h>

#include <set>

namespace waymark::fuzz {

void course(const QByteArray& bytes)
{
    exchange::CourseFiles files;
    const QByteArray mark("\n=== ");
    const QByteArray all = '\n' + bytes;
    for (qsizetype at = all.indexOf(mark); at >= 0;) {
        const qsizetype next = all.indexOf(mark, at + mark.size());
        const QByteArray file = all.mid(at + mark.size(), (next < 0 ? all.size() : next) - at - mark.size());
        const qsizetype line = std::max<qsizetype>(file.indexOf('\n'), 0);
        files[QString::fromUtf8(file.left(line))] = file.mid(line + 1);
        at = next;
    }
    const auto read = exchange::readCourse(files, exchange::CourseOrigin::Stranger);
    if (!read) {
        requireRefusal(read.error(), { domain::ErrorCode::InvalidCourse, domain::ErrorCode::TooLarge, domain::ErrorCode::InvalidFile });
        return;
    }
    std::set<QString> ids;
    for (const domain::Skill& skill : read->content.course.skills) {
        require(ids.insert(skill.id).second, "each skill stands in a course once", skill.id);
    }
    const domain::Roadmap roadmap(read->content.course); // has to end, whatever the edges
    for (const domain::Skill& skill : read->content.course.skills) {
        for (const QString& before : skill.prerequisites) {
            require(ids.contains(before), "an edge leads to a skill that is there", before);
        }
    }
}

} // namespace waymark::fuzz
