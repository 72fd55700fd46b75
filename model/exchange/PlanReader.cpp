// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanReader.h>

#include <exchange/CleanText.h>
#include <exchange/PlanWriter.h>
#include <exchange/StrictJson.h>

#include <domain/Edits.h>

#include <QHash>
#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using domain::ErrorCode;
using nlohmann::json;
using Need = JsonFields::Need;

namespace {

constexpr int longestItemText = 32 * 1024;
constexpr double mostHours = 100'000;
constexpr double hoursInWeek = 112; // as domain::setGoal() takes them
constexpr int mostMinutes = 24 * 60;

/// Refuses an id that stands in its list a second time, and names both places.
class Uniques
{
public:
    void add(JsonFields& fields, const char* key, const QString& id, std::size_t index)
    {
        if (const auto first = m_first.constFind(id); first != m_first.cend() && !id.isEmpty()) {
            fields.refuse(key, u"is \"%1\", as in [%2]"_s.arg(id.left(80)).arg(*first));
            return;
        }
        m_first.insert(id, index);
    }

private:
    QHash<QString, std::size_t> m_first;
};

bool isHash(const QString& text)
{
    static const QRegularExpression form(u"\\A[0-9a-f]{64}\\z"_s);
    return form.match(text).hasMatch();
}

class Reading
{
public:
    [[nodiscard]] const QString& fault() const { return m_fault; }
    [[nodiscard]] PlanDocument plan(const json& root);

private:
    void head(JsonFields& fields, PlanDocument& plan);
    void course(JsonFields& fields, PlanDocument& plan);
    void goal(JsonFields& fields, PlanDocument& plan);
    void carried(JsonFields& fields, PlanDocument& plan);
    [[nodiscard]] PlanChoice choice(const json& value, const QString& place);
    [[nodiscard]] PlanSkill skill(const json& value, const QString& place);
    void skillWords(JsonFields& fields, PlanSkill& skill);
    [[nodiscard]] std::optional<domain::SkillMark> mark(JsonFields& fields);
    [[nodiscard]] std::optional<domain::Note> note(JsonFields& fields);
    [[nodiscard]] PlanItem item(const json& value, const QString& place);
    [[nodiscard]] PlanEvidence evidence(const json& value, const QString& place);
    [[nodiscard]] PlanTime time(const json& value, const QString& place);

    template <class T>
    std::vector<T> list(
        JsonFields& fields, const char* key, const char* id, QString T::*idOf, T (Reading::*read)(const json&, const QString&));

    QString m_fault;
};

template <class T>
std::vector<T> Reading::list(
    JsonFields& fields, const char* key, const char* id, QString T::*idOf, T (Reading::*read)(const json&, const QString&))
{
    std::vector<T> values;
    const json& array = fields.array(key);
    values.reserve(array.size());
    Uniques uniques;
    for (std::size_t i = 0; i < array.size() && m_fault.isEmpty(); ++i) {
        const QString place = fields.placeOf(key, i);
        values.push_back((this->*read)(array[i], place));
        JsonFields at(array[i], place, m_fault);
        uniques.add(at, id, values.back().*idOf, i);
    }
    return values;
}

PlanDocument Reading::plan(const json& root)
{
    PlanDocument plan;
    JsonFields fields(root, {}, m_fault);
    head(fields, plan);
    course(fields, plan);
    goal(fields, plan);
    plan.choices = list(fields, "choices", "group", &PlanChoice::group, &Reading::choice);
    plan.skills = list(fields, "skills", "id", &PlanSkill::id, &Reading::skill);
    plan.time = list(fields, "time", "id", &PlanTime::id, &Reading::time);
    carried(fields, plan);
    plan.extra = fields.rest();
    return plan;
}

void Reading::head(JsonFields& fields, PlanDocument& plan)
{
    (void)fields.word("schema");
    plan.plan = fields.id("plan");
    if (QUuid::fromString(plan.plan).isNull()) {
        fields.refuse("plan", u"is not a UUID"_s);
    }
    plan.revision = fields.word("revision");
    if (!isHash(plan.revision)) {
        fields.refuse("revision", u"is not a SHA-256 in hexadecimal"_s);
    }
    plan.parent = fields.word("parent", Need::Optional);
    if (!plan.parent.isEmpty() && !isHash(plan.parent)) {
        fields.refuse("parent", u"is not a SHA-256 in hexadecimal"_s);
    }
    plan.created = fields.requiredMoment("created");
    plan.learner = fields.line("learner");
}

void Reading::course(JsonFields& fields, PlanDocument& plan)
{
    const json* value = fields.object("course");
    if (value == nullptr) {
        fields.refuse("course", u"is not an object"_s);
        return;
    }
    JsonFields course(*value, fields.placeOf("course"), m_fault);
    plan.courseId = course.line("id"); // empty in a library without a course
    plan.courseVersion = course.line("version");
    plan.courseExtra = course.rest();
}

void Reading::goal(JsonFields& fields, PlanDocument& plan)
{
    const json* value = fields.object("goal");
    if (value == nullptr) {
        return;
    }
    JsonFields goal(*value, fields.placeOf("goal"), m_fault);
    domain::Goal read;
    read.milestone = cleanLine(goal.word("milestone"));
    read.hoursPerWeek = goal.number("hoursPerWeek", 0, hoursInWeek);
    if (const QString deadline = goal.word("deadline"); !deadline.isEmpty()) {
        read.deadline = QDate::fromString(deadline, Qt::ISODate);
        if (!read.deadline.isValid()) {
            goal.refuse("deadline", u"is not a date such as 2026-11-21"_s);
        }
    }
    plan.goal = read;
    plan.goalExtra = goal.rest();
}

void Reading::carried(JsonFields& fields, PlanDocument& plan)
{
    (void)fields.array("schedule");
    (void)fields.array("history");
    (void)fields.array("reviews");
    (void)fields.object("forecast");
    plan.schedule = fields.raw("schedule");
    plan.forecast = fields.raw("forecast");
    plan.reviews = fields.raw("reviews");
}

PlanChoice Reading::choice(const json& value, const QString& place)
{
    JsonFields fields(value, place, m_fault);
    PlanChoice choice;
    choice.group = fields.id("group");
    const json& members = fields.array("members");
    for (std::size_t i = 0; i < members.size(); ++i) {
        const QString member = members[i].is_string() ? cleanLine(QString::fromStdString(members[i].get<std::string>())) : QString();
        if (member.isEmpty()) {
            fields.refuse("members", u"holds at [%1] what is not an id"_s.arg(i));
        }
        choice.members.append(member);
    }
    choice.extra = fields.rest();
    return choice;
}

PlanSkill Reading::skill(const json& value, const QString& place)
{
    JsonFields fields(value, place, m_fault);
    PlanSkill skill;
    skill.id = fields.id("id");
    skill.title = fields.line("title");
    skill.area = fields.line("area");
    skillWords(fields, skill);
    skill.hours = fields.number("hours", 0, mostHours);
    skill.spentMinutes = static_cast<int>(fields.number("spent", 0, 1e9));
    skill.mark = mark(fields);
    skill.note = note(fields);
    skill.checklist = list(fields, "checklist", "id", &PlanItem::id, &Reading::item);
    skill.extra = fields.rest();
    return skill;
}

void Reading::skillWords(JsonFields& fields, PlanSkill& skill)
{
    if (const QString level = fields.word("level"); !level.isEmpty()) {
        skill.level = domain::levelFrom(level);
        if (!skill.level) {
            fields.refuse("level", u"is none of junior, mid, senior"_s);
        }
    }
    if (const auto state = learning::skillStateFrom(fields.word("state"))) {
        skill.state = *state;
    } else {
        fields.refuse("state", u"is not a state"_s);
    }
    if (const QString standing = fields.word("standing"); !standing.isEmpty()) {
        skill.standing = learning::standingFrom(standing);
        if (!skill.standing) {
            fields.refuse("standing", u"is none of self, test, peer, mentor"_s);
        }
    }
}

std::optional<domain::SkillMark> Reading::mark(JsonFields& fields)
{
    const json* value = fields.object("mark");
    if (value == nullptr) {
        return std::nullopt;
    }
    JsonFields mark(*value, fields.placeOf("mark"), m_fault);
    const auto kind = markFrom(mark.word("kind"));
    if (!kind) {
        mark.refuse("kind", u"is none of started, done, skipped, assumed"_s);
    }
    return domain::SkillMark { kind.value_or(domain::Mark::Started), mark.requiredMoment("at"), mark.moment("startedAt").value_or(0),
        mark.flag("overLock") };
}

std::optional<domain::Note> Reading::note(JsonFields& fields)
{
    const json* value = fields.object("note", Need::Optional);
    if (value == nullptr) {
        return std::nullopt;
    }
    JsonFields note(*value, fields.placeOf("note"), m_fault);
    return domain::Note { note.body("text", domain::maxNoteLength), true, note.requiredMoment("at") };
}

PlanItem Reading::item(const json& value, const QString& place)
{
    JsonFields fields(value, place, m_fault);
    PlanItem item;
    item.id = fields.id("id");
    item.text = fields.body("text", longestItemText);
    item.doneAt = fields.moment("at");
    if (fields.flag("done") != item.doneAt.has_value()) {
        fields.refuse("done", u"and its time contradict each other"_s);
    }
    item.evidence = list(fields, "evidence", "id", &PlanEvidence::id, &Reading::evidence);
    item.extra = fields.rest();
    return item;
}

PlanEvidence Reading::evidence(const json& value, const QString& place)
{
    JsonFields fields(value, place, m_fault);
    PlanEvidence proof;
    proof.id = fields.id("id");
    const auto kind = domain::evidenceKindFrom(fields.word("kind"));
    if (!kind) {
        fields.refuse("kind", u"is not a kind of evidence"_s);
    }
    proof.evidence
        = { kind.value_or(domain::EvidenceKind::Note), fields.body("text", domain::maxEvidenceLength), fields.requiredMoment("at") };
    (void)fields.word("hash", Need::Optional); // written anew from what was read
    proof.extra = fields.rest();
    return proof;
}

PlanTime Reading::time(const json& value, const QString& place)
{
    JsonFields fields(value, place, m_fault);
    PlanTime time;
    time.id = fields.id("id");
    time.entry.skill = fields.id("skill");
    time.entry.start = fields.requiredMoment("start");
    time.entry.minutes = static_cast<int>(fields.number("minutes", 1, mostMinutes));
    time.extra = fields.rest();
    return time;
}

domain::Result<void> checkSchema(const json& root, const QString& name)
{
    const auto found = root.is_object() ? root.find("schema") : root.end();
    if (!root.is_object() || found == root.end() || !found->is_string()) {
        return domain::failure(ErrorCode::InvalidPlan, name, u"schema is missing"_s);
    }
    const QString schema = QString::fromStdString(found->get<std::string>());
    if (schema != planSchema) {
        return domain::failure(ErrorCode::UnknownFormat, name, u"schema is \"%1\", not \"%2\""_s.arg(cleanLine(schema), planSchema));
    }
    return {};
}

} // namespace

domain::Result<PlanDocument> readPlan(const QByteArray& bytes, const QString& name)
{
    domain::Result<json> root = readStrictJson(bytes, ErrorCode::InvalidPlan, name);
    if (!root) {
        return tl::unexpected(root.error());
    }
    if (const domain::Result<void> known = checkSchema(*root, name); !known) {
        return tl::unexpected(known.error());
    }
    Reading reading;
    PlanDocument plan = reading.plan(*root);
    if (!reading.fault().isEmpty()) {
        return domain::failure(ErrorCode::InvalidPlan, name, reading.fault());
    }
    plan.altered = contentRevision(std::move(*root)) != plan.revision;
    return plan;
}

} // namespace waymark::exchange
