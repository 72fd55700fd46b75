// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CourseManifest.h>

#include <exchange/CleanText.h>
#include <exchange/Limits.h>
#include <exchange/YamlReading.h>

#include <QSet>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

CourseManifest broken(int line, const QString& message)
{
    CourseManifest manifest;
    manifest.faults.push_back({ QString(), line, u"course-yaml"_s, message, u"Correct course.yaml as the course format describes it."_s });
    return manifest;
}

/// Calls `read` with a reader for each map in the list under `key`, and names entries whose id is missing or taken.
template <class Read> void eachEntry(YamlMapReader& reader, QLatin1StringView key, const QString& what, CourseFaults& faults, Read read)
{
    QSet<QString> taken;
    for (const YamlValue& item : reader.list(key)) {
        if (item.kind != YamlValue::Kind::Map) {
            reader.fault(
                item.line, "key-shape", u"An entry of \"%1\" is not a map."_s.arg(key), u"Write \"- id: ...\" and its keys below."_s);
            continue;
        }
        YamlMapReader entry(item, what, faults);
        const QString id = entry.id("id"_L1);
        if (!id.isEmpty() && taken.contains(id)) {
            reader.fault(
                item.line, "id-duplicate", u"The id \"%1\" stands twice in \"%2\"."_s.arg(id, key), u"Give each entry an id of its own."_s);
        } else if (!id.isEmpty()) {
            taken.insert(id);
            read(entry, id, item.line);
        }
    }
}

void readAreas(CourseManifest& manifest, YamlMapReader& reader)
{
    eachEntry(reader, "areas"_L1, u"An area"_s, manifest.faults, [&manifest](YamlMapReader& entry, const QString& id, int line) {
        manifest.areas.push_back({ { id, entry.line("title"_L1), entry.line("summary"_L1, false) }, line });
        entry.refuseUnknown({ "id"_L1, "title"_L1, "summary"_L1 });
    });
}

void readChoices(CourseManifest& manifest, YamlMapReader& reader)
{
    eachEntry(reader, "choices"_L1, u"A choice group"_s, manifest.faults, [&manifest](YamlMapReader& entry, const QString& id, int line) {
        manifest.choices.push_back({ { id, entry.line("title"_L1), {} }, entry.references("members"_L1), line });
        entry.refuseUnknown({ "id"_L1, "title"_L1, "members"_L1 });
    });
}

void readMilestones(CourseManifest& manifest, YamlMapReader& reader)
{
    eachEntry(reader, "milestones"_L1, u"A milestone"_s, manifest.faults, [&manifest](YamlMapReader& entry, const QString& id, int line) {
        domain::Milestone milestone { id, entry.line("title"_L1), entry.line("summary"_L1, false), {}, entry.flag("view"_L1) };
        manifest.milestones.push_back({ std::move(milestone), entry.references("targets"_L1), line });
        entry.refuseUnknown({ "id"_L1, "title"_L1, "summary"_L1, "targets"_L1, "view"_L1 });
    });
}

void readMoved(CourseManifest& manifest, const YamlValue& map, YamlMapReader& reader)
{
    const YamlValue* moved = map.find("moved"_L1);
    if (moved == nullptr || moved->kind == YamlValue::Kind::Null) {
        return;
    }
    if (moved->kind != YamlValue::Kind::Map) {
        reader.fault(moved->line, "key-shape", u"\"moved\" must be a map of old ids to new ids."_s, u"Write \"old-id: new-id\"."_s);
        return;
    }
    for (const auto& [from, to] : moved->entries) {
        manifest.moved.push_back({ { from.text, from.line }, to.text });
    }
}

} // namespace

CourseManifest readCourseManifest(const QByteArray& file)
{
    if (file.size() > limits::courseYamlBytes) {
        return broken(1, u"course.yaml is larger than %1 bytes."_s.arg(limits::courseYamlBytes));
    }
    if (!isUtf8(file)) {
        return broken(1, u"course.yaml is not UTF-8."_s);
    }
    const auto map = parseYaml(file);
    if (!map) {
        return broken(map.error().line, u"course.yaml is not valid YAML: %1."_s.arg(map.error().message));
    }
    if (map->kind != YamlValue::Kind::Map) {
        return broken(1, u"course.yaml is not a map."_s);
    }
    CourseManifest manifest;
    YamlMapReader reader(*map, u"course.yaml"_s, manifest.faults);
    manifest.course.id = reader.id("id"_L1);
    manifest.course.title = reader.line("title"_L1);
    manifest.course.version = reader.line("version"_L1);
    manifest.course.language = reader.line("language"_L1);
    manifest.course.licence = reader.line("licence"_L1);
    manifest.course.summary = reader.line("summary"_L1, false);
    readAreas(manifest, reader);
    readChoices(manifest, reader);
    readMilestones(manifest, reader);
    readMoved(manifest, *map, reader);
    reader.refuseUnknown({ "id"_L1, "title"_L1, "version"_L1, "language"_L1, "licence"_L1, "summary"_L1, "areas"_L1, "choices"_L1,
        "milestones"_L1, "moved"_L1 });
    manifest.isReadable = !manifest.course.id.isEmpty() && !manifest.course.title.isEmpty() && !manifest.course.version.isEmpty();
    return manifest;
}

} // namespace waymark::exchange
