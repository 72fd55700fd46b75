// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CourseSource.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

SkillSource parseSkill(const QString& file, const QByteArray& bytes, LessonForm form)
{
    SkillSource skill;
    skill.file = file;
    skill.form = form;
    skill.matter = readFrontMatter(bytes, form);
    if (skill.matter.isOutline()) {
        return skill;
    }
    auto lesson = readLesson(skill.matter.body, skill.matter.bodyLine, form);
    if (lesson) {
        skill.lesson = std::move(*lesson);
    } else {
        skill.refusal = lesson.error();
    }
    return skill;
}

} // namespace

const SkillSource* CourseSource::find(const QString& skillId) const
{
    const auto found = indexOf.constFind(skillId);
    return found == indexOf.constEnd() ? nullptr : &skills[*found];
}

const SkillSource* CourseSource::project(const QString& projectId) const
{
    const auto found = std::ranges::find_if(projects, [&projectId](const SkillSource& p) { return p.matter.skill.id == projectId; });
    return found == projects.end() ? nullptr : &*found;
}

std::vector<const SkillSource*> CourseSource::all() const
{
    std::vector<const SkillSource*> sources;
    for (const auto* part : { &skills, &projects }) {
        std::ranges::transform(*part, std::back_inserter(sources), [](const SkillSource& source) { return &source; });
    }
    return sources;
}

std::vector<const SkillSource*> CourseSource::written() const
{
    std::vector<const SkillSource*> sources = all();
    std::erase_if(sources, [](const SkillSource* source) { return !source->lesson; });
    return sources;
}

const WrittenChoice* CourseSource::choice(const QString& groupId) const
{
    const auto& all = manifest.choices;
    const auto found = std::find_if(all.begin(), all.end(), [&groupId](const WrittenChoice& c) { return c.group.id == groupId; });
    return found == all.end() ? nullptr : &*found;
}

bool CourseSource::hasArea(const QString& areaId) const
{
    return std::any_of(manifest.areas.begin(), manifest.areas.end(), [&areaId](const WrittenArea& a) { return a.area.id == areaId; });
}

CourseSource parseCourse(const CourseFiles& files)
{
    CourseSource source;
    const auto manifest = files.find(u"course.yaml"_s);
    source.manifest = readCourseManifest(manifest == files.end() ? QByteArray() : manifest->second);
    for (const auto& [name, bytes] : files) {
        if (name.startsWith("projects/"_L1) && name.endsWith(".md"_L1)) {
            source.projects.push_back(parseSkill(name, bytes, LessonForm::Project));
        }
        if (!name.startsWith("skills/"_L1) || !name.endsWith(".md"_L1)) {
            continue;
        }
        source.skills.push_back(parseSkill(name, bytes, LessonForm::Skill));
        const QString& id = source.skills.back().matter.skill.id;
        if (!id.isEmpty() && !source.indexOf.contains(id)) {
            source.indexOf.insert(id, source.skills.size() - 1);
        }
    }
    return source;
}

std::vector<std::size_t> edgesInto(const CourseSource& source, const SkillSource& skill)
{
    std::vector<std::size_t> edges;
    const auto add = [&](const Reference& reference) {
        if (const auto found = source.indexOf.constFind(reference.id); found != source.indexOf.constEnd()) {
            edges.push_back(*found);
        }
    };
    std::for_each(skill.matter.prerequisites.begin(), skill.matter.prerequisites.end(), add);
    for (const AnyOf& anyOf : skill.matter.anyOf) {
        const WrittenChoice* group = source.choice(anyOf.group);
        const auto& members = group != nullptr ? group->members : anyOf.members;
        std::for_each(members.begin(), members.end(), add);
    }
    return edges;
}

} // namespace waymark::exchange
