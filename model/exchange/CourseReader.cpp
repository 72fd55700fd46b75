// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CourseReader.h>

#include <exchange/CleanText.h>
#include <exchange/CoursePackage.h>
#include <exchange/CourseReferences.h>
#include <exchange/CourseSource.h>
#include <exchange/Limits.h>
#include <exchange/Pictures.h>

#include <domain/Roadmap.h>

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <queue>
#include <tuple>

using namespace Qt::StringLiterals;
using waymark::domain::ErrorCode;

namespace waymark::exchange {

namespace {

tl::unexpected<domain::Error> invalid(const QString& file, int line, const QString& what)
{
    return domain::failure(ErrorCode::InvalidCourse, file, u"line %1: %2"_s.arg(line).arg(what));
}

/// The skill or project that has an id first: a skill before a project.
const SkillSource* ownerOf(const QString& id, const CourseSource& source)
{
    const SkillSource* skill = source.find(id);
    return skill != nullptr ? skill : source.project(id);
}

domain::Result<void> requireReadable(const SkillSource& skill, const CourseSource& source)
{
    const FrontMatter& matter = skill.matter;
    if (!matter.isReadable) {
        const CourseFault fault = matter.faults.empty() ? CourseFault {} : matter.faults.front();
        return invalid(skill.file, fault.line, fault.message);
    }
    if (skill.refusal) {
        return domain::failure(skill.refusal->code, skill.file, skill.refusal->detail);
    }
    if (const SkillSource* other = ownerOf(matter.skill.id, source); other != &skill) {
        return invalid(skill.file, matter.lineOf("id"_L1), u"the id \"%1\" is taken by %2"_s.arg(matter.skill.id, other->file));
    }
    if (skill.form == LessonForm::Skill && !source.hasArea(matter.skill.area)) {
        return invalid(skill.file, matter.lineOf("area"_L1), u"the area \"%1\" is not in course.yaml"_s.arg(matter.skill.area));
    }
    return {};
}

/// How many lines the map would have from what stands before the skills, each counted as it is written.
std::size_t edgesOf(const CourseSource& source, const std::vector<const SkillSource*>& skills)
{
    std::size_t edges = 0;
    for (const SkillSource* skill : skills) {
        edges += static_cast<std::size_t>(skill->matter.prerequisites.size());
        for (const AnyOf& anyOf : skill->matter.anyOf) {
            const WrittenChoice* group = anyOf.group.isEmpty() ? nullptr : source.choice(anyOf.group);
            edges += static_cast<std::size_t>(group == nullptr ? anyOf.members.size() : group->members.size());
        }
    }
    return edges;
}

domain::Result<void> requireReadable(const CourseSource& source)
{
    if (!source.manifest.isReadable) {
        const CourseFault fault = source.manifest.faults.empty() ? CourseFault {} : source.manifest.faults.front();
        return invalid(u"course.yaml"_s, fault.line, fault.message);
    }
    if (source.hasArea(domain::projectArea)) {
        return invalid(u"course.yaml"_s, 1, u"the area id \"%1\" is kept for projects"_s.arg(domain::projectArea));
    }
    const std::vector<const SkillSource*> all = source.all();
    if (all.size() > std::size_t { limits::courseSkills }) {
        return domain::failure(ErrorCode::TooLarge, u"skills"_s, u"more than %1 skills"_s.arg(limits::courseSkills));
    }
    if (edgesOf(source, all) > std::size_t { limits::courseEdges }) {
        return domain::failure(ErrorCode::TooLarge, u"skills"_s, u"more than %1 prerequisites and choices"_s.arg(limits::courseEdges));
    }
    for (const SkillSource* each : all) {
        if (auto readable = requireReadable(*each, source); !readable) {
            return readable;
        }
    }
    return {};
}

QStringList existing(const std::vector<Reference>& references, const CourseSource& source)
{
    QStringList ids;
    for (const Reference& reference : references) {
        if (source.indexOf.contains(reference.id) && !ids.contains(reference.id)) {
            ids.push_back(reference.id);
        }
    }
    return ids;
}

/// The id of the group that stands for a choice, which is added to the course if it has no name; empty if it has no members.
QString choiceOf(const AnyOf& anyOf, const CourseSource& source, domain::Course& course)
{
    if (!anyOf.group.isEmpty()) {
        return source.choice(anyOf.group) != nullptr ? anyOf.group : QString();
    }
    QStringList members = existing(anyOf.members, source);
    members.sort();
    const QString id = u"any-of:%1"_s.arg(members.join(u','));
    const bool isKnown = std::any_of(course.choices.begin(), course.choices.end(), [&id](const auto& group) { return group.id == id; });
    if (!members.isEmpty() && !isKnown) {
        course.choices.push_back({ id, QString(), members });
    }
    return members.isEmpty() ? QString() : id;
}

domain::Skill skillOf(const SkillSource& from, const CourseSource& source, domain::Course& course)
{
    domain::Skill skill = from.matter.skill;
    skill.prerequisites = existing(from.matter.prerequisites, source);
    skill.prerequisites.removeAll(skill.id);
    for (const AnyOf& anyOf : from.matter.anyOf) {
        const QString id = choiceOf(anyOf, source, course);
        if (!id.isEmpty() && !skill.choices.contains(id)) {
            skill.choices.push_back(id);
        }
    }
    if (from.lesson) {
        skill.hasLesson = true;
        skill.lessonWords = from.lesson->words();
        skill.checklist = from.lesson->checklist();
        skill.questions = from.lesson->questionIds();
        skill.cards = from.lesson->cardIds();
    }
    return skill;
}

domain::Lesson lessonOf(const SkillSource& from)
{
    return { from.matter.skill.id, from.matter.body, from.lesson->searchSections(), from.matter.versions };
}

/// Places in `source.skills`: by area, within an area after the prerequisites there, then by id. What hangs in a cycle comes last.
std::vector<std::size_t> courseOrder(const CourseSource& source)
{
    const auto& skills = source.skills;
    QHash<QString, std::size_t> areaOrder;
    for (const WrittenArea& area : source.manifest.areas) {
        areaOrder.insert(area.area.id, static_cast<std::size_t>(areaOrder.size()));
    }
    const auto areaOf = [&](std::size_t i) { return areaOrder.value(skills[i].matter.skill.area); };
    const auto isLater = [&](std::size_t a, std::size_t b) {
        return std::tuple(areaOf(a), skills[a].matter.skill.id) > std::tuple(areaOf(b), skills[b].matter.skill.id);
    };
    std::vector<std::vector<std::size_t>> after(skills.size());
    std::vector<int> waiting(skills.size(), 0);
    for (std::size_t i = 0; i < skills.size(); ++i) {
        for (const std::size_t before : edgesInto(source, skills[i])) {
            if (areaOf(before) == areaOf(i)) {
                after[before].push_back(i);
                ++waiting[i];
            }
        }
    }
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(isLater)> ready(isLater);
    std::vector<std::size_t> order;
    const auto release = [&](std::size_t i) {
        if (waiting[i] == 0) {
            ready.push(i);
        }
    };
    for (std::size_t i = 0; i < skills.size(); ++i) {
        release(i);
    }
    while (!ready.empty()) {
        order.push_back(ready.top());
        ready.pop();
        for (const std::size_t i : after[order.back()]) {
            --waiting[i];
            release(i);
        }
    }
    for (std::size_t i = 0; i < skills.size(); ++i) {
        if (waiting[i] > 0) {
            order.push_back(i);
        }
    }
    std::stable_sort(order.begin(), order.end(), [&areaOf](std::size_t a, std::size_t b) { return areaOf(a) < areaOf(b); });
    return order;
}

/// Places in `source.projects`, in the order of the hours of all skills that they rest on, which is that in which a learner comes to them;
/// then by id.
std::vector<std::size_t> projectOrder(const CourseSource& source, const domain::Course& course)
{
    const domain::Roadmap roadmap(course);
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < source.projects.size(); ++i) {
        std::vector<int> targets;
        for (const std::size_t before : edgesInto(source, source.projects[i])) {
            targets.push_back(roadmap.indexOf(source.skills[before].matter.skill.id));
        }
        double hours = 0;
        for (const int skill : roadmap.closure(targets)) {
            hours += roadmap.skill(skill).hours;
        }
        order.emplace_back(hours, i);
    }
    std::ranges::sort(order);
    std::vector<std::size_t> places;
    std::ranges::transform(order, std::back_inserter(places), [](const auto& entry) { return entry.second; });
    return places;
}

/// The skills that a milestone names, itself or through other milestones, each once and in the order of the file.
QStringList targetsOf(const WrittenMilestone& milestone, const CourseSource& source)
{
    QStringList targets;
    QSet<QString> seen { milestone.milestone.id };
    std::vector<QString> open;
    const auto push = [&open](const WrittenMilestone& m) {
        std::for_each(m.targets.rbegin(), m.targets.rend(), [&open](const Reference& target) { open.push_back(target.id); });
    };
    push(milestone);
    while (!open.empty()) {
        const QString id = open.back();
        open.pop_back();
        if (seen.contains(id)) {
            continue;
        }
        seen.insert(id);
        const auto& all = source.manifest.milestones;
        const auto named = std::find_if(all.begin(), all.end(), [&id](const WrittenMilestone& m) { return m.milestone.id == id; });
        if (source.indexOf.contains(id)) {
            targets.push_back(id);
        } else if (named != all.end()) {
            push(*named);
        }
    }
    return targets;
}

domain::Course courseOf(const CourseSource& source)
{
    const CourseManifest& manifest = source.manifest;
    domain::Course course = manifest.course;
    for (const WrittenArea& area : manifest.areas) {
        course.areas.push_back(area.area);
    }
    for (const WrittenChoice& choice : manifest.choices) {
        course.choices.push_back({ choice.group.id, choice.group.title, existing(choice.members, source) });
    }
    for (const WrittenMilestone& written : manifest.milestones) {
        domain::Milestone& milestone = course.milestones.emplace_back(written.milestone);
        milestone.targets = targetsOf(written, source);
    }
    for (const WrittenMove& move : manifest.moved) {
        course.moved.insert(move.from.id, move.to);
    }
    return course;
}

std::vector<domain::CourseAsset> assetsOf(const CourseFiles& files, CourseOrigin origin, CourseFaults& notes)
{
    std::vector<domain::CourseAsset> assets;
    for (auto it = files.lower_bound(u"images/"_s); it != files.end() && it->first.startsWith("images/"_L1); ++it) {
        const auto format = pictureFormatOf(it->second);
        if (format && (origin == CourseOrigin::Own || *format != PictureFormat::Svg)) {
            assets.push_back({ it->first, it->second });
        } else {
            notes.push_back({ it->first, 0, u"picture-format"_s,
                u"The picture is left out: it is not a PNG, a JPEG or a plain SVG of your own."_s, u"Save it as PNG."_s });
        }
    }
    return assets;
}

} // namespace

domain::Result<CourseReading> readCourse(const CourseFiles& files, CourseOrigin origin)
{
    const CourseSource source = parseCourse(files);
    if (auto readable = requireReadable(source); !readable) {
        return tl::unexpected(readable.error());
    }
    CourseReading reading;
    checkReferences(source, reading.notes);
    domain::CourseContent& content = reading.content;
    content.course = courseOf(source);
    for (const std::size_t index : courseOrder(source)) {
        const SkillSource& skill = source.skills[index];
        content.course.skills.push_back(skillOf(skill, source, content.course));
        if (skill.lesson) {
            content.lessons.push_back(lessonOf(skill));
        }
    }
    for (const std::size_t index : projectOrder(source, content.course)) {
        const SkillSource& project = source.projects[index];
        content.course.projects.push_back(skillOf(project, source, content.course));
        if (project.lesson) {
            content.lessons.push_back(lessonOf(project));
        }
    }
    content.assets = assetsOf(files, origin, reading.notes);
    for (CourseFault& note : reading.notes) {
        note.message = withHiddenShown(note.message);
    }
    content.hash = hashOf(files);
    return reading;
}

domain::Result<CourseReading> readCourse(const QString& path)
{
    const bool isFolder = QFileInfo(path).isDir();
    auto files = isFolder ? readCourseFolder(path) : readPackage(path);
    if (!files) {
        return tl::unexpected(files.error());
    }
    if (!files->contains(u"course.yaml"_s)) {
        return domain::failure(ErrorCode::InvalidCourse, path, u"there is no course.yaml in it"_s);
    }
    return readCourse(*files, isFolder ? CourseOrigin::Own : CourseOrigin::Stranger);
}

} // namespace waymark::exchange
