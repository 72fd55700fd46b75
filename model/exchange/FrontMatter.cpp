// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/FrontMatter.h>

#include <exchange/CleanText.h>
#include <exchange/Limits.h>
#include <exchange/YamlReading.h>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

constexpr auto matterRule = "front-matter";

struct Parts
{
    QByteArray matter;
    QByteArray body;
    int bodyLine = 1;
};

/// Cuts a file at its two lines of "---".
std::optional<Parts> partsOf(const QByteArray& file)
{
    const qsizetype opening = file.startsWith("\xEF\xBB\xBF") ? 3 : 0; // a byte order mark is allowed
    const QByteArrayView text = QByteArrayView(file).sliced(opening);
    if (!text.startsWith("---\n") && !text.startsWith("---\r\n")) {
        return std::nullopt;
    }
    const qsizetype begin = file.indexOf('\n', opening) + 1;
    int line = 2;
    for (qsizetype at = begin; at < file.size(); ++line) {
        const qsizetype newline = file.indexOf('\n', at);
        const qsizetype next = newline < 0 ? file.size() : newline + 1;
        if (QByteArrayView(file).sliced(at, next - at).trimmed() == "---") {
            return Parts { file.mid(begin, at - begin), file.mid(next), line + 1 };
        }
        at = next;
    }
    return std::nullopt;
}

void addFault(FrontMatter& matter, int line, const char* rule, const QString& message, const QString& mend)
{
    matter.faults.push_back({ QString(), line, QString::fromLatin1(rule), message, mend });
}

void readPrerequisites(FrontMatter& matter, YamlMapReader& reader, QLatin1StringView key)
{
    for (const YamlValue& item : reader.list(key)) {
        const YamlValue* choice = item.find("any-of"_L1);
        if (item.kind == YamlValue::Kind::Scalar) {
            matter.prerequisites.push_back({ item.text, item.line });
        } else if (choice != nullptr && choice->kind == YamlValue::Kind::Scalar) {
            matter.anyOf.push_back({ choice->text, {}, item.line });
        } else if (choice != nullptr && choice->kind == YamlValue::Kind::List && !choice->items.empty()) {
            matter.anyOf.push_back({ QString(), referencesIn(*choice), item.line });
        } else {
            reader.fault(item.line, "key-shape", u"This prerequisite is neither a skill nor a choice."_s,
                u"Write a skill id, \"any-of: group\" or \"any-of: [a, b]\"."_s);
        }
    }
}

void readIncludes(FrontMatter& matter, const YamlValue& map, YamlMapReader& reader)
{
    const YamlValue* includes = map.find("includes"_L1);
    if (includes == nullptr) {
        return;
    }
    for (const auto& [skill, weight] : includes->entries) {
        bool ok = false;
        const double value = weight.text.toDouble(&ok);
        if (ok && value >= 0 && value <= 1) {
            matter.includes.push_back({ { skill.text, skill.line }, value });
        } else {
            reader.fault(skill.line, "key-shape", u"The weight of \"%1\" is not a number from 0 to 1."_s.arg(cleanLine(skill.text)),
                u"Write \"skill-id: 0.5\"."_s);
        }
    }
}

template <class Value>
Value oneOf(const QString& word, std::optional<Value> value, Value fallback, const QString& words, int line, YamlMapReader& reader)
{
    if (!value && !word.isEmpty()) {
        reader.fault(line, "word-unknown", u"\"%1\" is none of: %2."_s.arg(cleanLine(word), words), u"Use one of: %1."_s.arg(words));
    }
    return value.value_or(fallback);
}

/// What a skill and a project both say.
void readHead(FrontMatter& matter, YamlMapReader& reader)
{
    domain::Skill& skill = matter.skill;
    skill.id = reader.id("id"_L1);
    skill.title = reader.line("title"_L1);
    skill.outcome = cleanLine(reader.word("outcome"_L1));
    skill.hours = reader.number("hours"_L1).value_or(0);
    const QString level = reader.word("level"_L1);
    skill.level
        = oneOf(level, domain::levelFrom(level), domain::Level::Junior, u"junior, mid, senior"_s, reader.lineOf("level"_L1), reader);
}

void readSkill(FrontMatter& matter, YamlMapReader& reader)
{
    domain::Skill& skill = matter.skill;
    skill.area = reader.id("area"_L1);
    const QString kind = reader.word("kind"_L1);
    skill.kind = oneOf(kind, domain::skillKindFrom(kind), domain::SkillKind::Practice, u"knowledge, practice, professional"_s,
        reader.lineOf("kind"_L1), reader);
}

void readMatter(FrontMatter& matter, const YamlValue& map, LessonForm form)
{
    YamlMapReader reader(map, u"The front matter"_s, matter.faults);
    readHead(matter, reader);
    if (form == LessonForm::Skill) {
        readSkill(matter, reader);
        readPrerequisites(matter, reader, "prerequisites"_L1);
        readIncludes(matter, map, reader);
    } else {
        matter.skill.area = domain::projectArea;
        readPrerequisites(matter, reader, "after"_L1);
    }
    matter.versions = reader.lines("versions"_L1);
    matter.sources = reader.lines("sources"_L1);
    const QString reviewed = reader.word("reviewed"_L1, false);
    matter.reviewed = QDate::fromString(reviewed, Qt::ISODate);
    if (!reviewed.isEmpty() && !matter.reviewed.isValid()) {
        reader.fault(reader.lineOf("reviewed"_L1), "key-shape", u"\"%1\" is not a date."_s.arg(cleanLine(reviewed)),
            u"Write a date such as 2026-11-21."_s);
    }
    if (form == LessonForm::Skill) {
        reader.refuseUnknown({ "id"_L1, "area"_L1, "title"_L1, "level"_L1, "kind"_L1, "hours"_L1, "outcome"_L1, "prerequisites"_L1,
            "includes"_L1, "versions"_L1, "sources"_L1, "reviewed"_L1 });
    } else {
        reader.refuseUnknown(
            { "id"_L1, "title"_L1, "level"_L1, "hours"_L1, "outcome"_L1, "after"_L1, "versions"_L1, "sources"_L1, "reviewed"_L1 });
    }
    for (const auto& [key, value] : map.entries) {
        matter.lines.insert(key.text, key.line);
    }
    matter.isReadable = !matter.skill.id.isEmpty() && !matter.skill.area.isEmpty() && !matter.skill.title.isEmpty();
}

} // namespace

FrontMatter readFrontMatter(const QByteArray& file, LessonForm form)
{
    FrontMatter matter;
    const auto parts = partsOf(file);
    if (!parts) {
        addFault(matter, 1, matterRule, u"The file does not begin with front matter between two lines of \"---\"."_s,
            u"Add the front matter that the course format describes."_s);
        return matter;
    }
    if (parts->matter.size() > limits::frontMatterBytes) {
        addFault(matter, 1, matterRule, u"The front matter is larger than %1 bytes."_s.arg(limits::frontMatterBytes), u"Shorten it."_s);
        return matter;
    }
    if (!isUtf8(file)) {
        addFault(matter, 1, "text-encoding", u"The file is not UTF-8."_s, u"Save it as UTF-8."_s);
        return matter;
    }
    const auto map = parseYaml(parts->matter, 2);
    if (!map || map->kind != YamlValue::Kind::Map) {
        addFault(matter, map ? 2 : map.error().line, matterRule,
            u"The front matter is not a YAML map: %1."_s.arg(map ? u"it has no keys"_s : map.error().message),
            u"Correct the YAML; texts with a colon or a quote need quotes around them."_s);
        return matter;
    }
    const QString body = QString::fromUtf8(parts->body);
    matter.body = body.trimmed().isEmpty() ? QString() : body;
    matter.bodyLine = parts->bodyLine;
    readMatter(matter, *map, form);
    return matter;
}

} // namespace waymark::exchange
