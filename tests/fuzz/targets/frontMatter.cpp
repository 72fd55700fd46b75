// SPDX-License-Identifier: GPL-3.0-or-later
// The front matter of skills and projects, with the YAML behind it.
#include <Promise.h>
#include <Targets.h>

#include <exchange/FrontMatter.h>
#include <exchange/Limits.h>

#include <cmath>

namespace waymark::fuzz {

void frontMatter(const QByteArray& bytes)
{
    for (const exchange::LessonForm form : { exchange::LessonForm::Skill, exchange::LessonForm::Project }) {
        const exchange::FrontMatter read = exchange::readFrontMatter(bytes, form);
        require(read.isReadable || !read.faults.empty(), "what cannot be used says why");
        for (const exchange::CourseFault& fault : read.faults) {
            require(!fault.message.isEmpty() && !fault.rule.isEmpty(), "a fault names its rule");
            require(fault.line >= 0, "a fault stands on a line");
        }
        if (!read.isReadable) {
            continue;
        }
        require(read.skill.id.isEmpty() || exchange::isId(read.skill.id), "an id has the form of ids", read.skill.id);
        require(read.skill.title.size() <= 2 * exchange::limits::lineCharacters, "a title is one line", read.skill.title);
        require(std::isfinite(read.skill.hours), "hours are a number");
        for (const auto& [reference, weight] : read.includes) {
            require(weight >= 0 && weight <= 1, "a weight is a share", reference.id);
        }
    }
}

} // namespace waymark::fuzz
