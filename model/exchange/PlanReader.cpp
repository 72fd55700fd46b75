// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanReader.h>

#include <exchange/CleanText.h>
#include <exchange/JsonLists.h>
#include <exchange/PlanSkillReader.h>
#include <exchange/PlanWriter.h>
#include <exchange/StrictJson.h>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using domain::ErrorCode;
using nlohmann::json;
using Need = JsonFields::Need;

namespace {

constexpr double hoursInWeek = 112; // as domain::setGoal() takes them
constexpr int mostMinutes = 24 * 60;
constexpr int farthestOffset = 14 * 60; // minutes; no zone is farther from UTC
constexpr double mostSkills = 100'000;
constexpr double mostHoursLeft = 10'000'000;

class Reading
{
public:
    [[nodiscard]] const QString& fault() const { return m_fault; }
    [[nodiscard]] PlanDocument plan(const json& root);

private:
    void head(JsonFields& fields, PlanDocument& plan);
    void course(JsonFields& fields, PlanDocument& plan);
    void goal(JsonFields& fields, PlanDocument& plan);
    void shape(JsonFields& fields, PlanDocument& plan);
    void carried(JsonFields& fields, PlanDocument& plan);
    [[nodiscard]] PlanChoice choice(const json& value, const QString& place);
    [[nodiscard]] PlanTime time(const json& value, const QString& place);

    [[nodiscard]] PlanArea area(const json& value, const QString& place);
    [[nodiscard]] PlanMilestone milestone(const json& value, const QString& place);
    [[nodiscard]] PlanEvent event(const json& value, const QString& place);

    QString m_fault;
};

PlanDocument Reading::plan(const json& root)
{
    PlanDocument plan;
    JsonFields fields(root, {}, m_fault);
    head(fields, plan);
    course(fields, plan);
    goal(fields, plan);
    shape(fields, plan);
    plan.choices = readList(fields, "choices", "group", &PlanChoice::group, std::bind_front(&Reading::choice, this));
    plan.skills = readList(fields, "skills", "id", &PlanSkill::id,
        [this](const json& value, const QString& place) { return readPlanSkill(value, place, m_fault); });
    plan.time = readList(fields, "time", "id", &PlanTime::id, std::bind_front(&Reading::time, this));
    carried(fields, plan);
    plan.extra = fields.rest();
    return plan;
}

void Reading::head(JsonFields& fields, PlanDocument& plan)
{
    (void)fields.word("schema");
    plan.plan = fields.id("plan");
    if (!isUuid(plan.plan)) {
        fields.refuse("plan", u"is not a UUID in lower case"_s);
    }
    plan.revision = fields.word("revision");
    if (!isSha256(plan.revision)) {
        fields.refuse("revision", u"is not a SHA-256 in hexadecimal"_s);
    }
    plan.parent = fields.word("parent", Need::Optional);
    if (!plan.parent.isEmpty() && !isSha256(plan.parent)) {
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
    if (course.has("title")) {
        plan.courseTitle = course.line("title");
    }
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

/// What plans written before the round trip do not have.
void Reading::shape(JsonFields& fields, PlanDocument& plan)
{
    if (fields.has("areas")) {
        plan.areas = readList(fields, "areas", "id", &PlanArea::id, std::bind_front(&Reading::area, this));
    }
    if (fields.has("milestones")) {
        plan.milestones = readList(fields, "milestones", "id", &PlanMilestone::id, std::bind_front(&Reading::milestone, this));
    }
    if (fields.has("lastReview")) {
        plan.lastReview = fields.requiredMoment("lastReview");
    } else {
        (void)fields.word("lastReview", Need::Optional);
    }
    plan.history = readList(fields, "history", std::bind_front(&Reading::event, this));
}

void Reading::carried(JsonFields& fields, PlanDocument& plan)
{
    (void)fields.array("schedule");
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
    choice.members = readWords(fields, "members");
    choice.extra = fields.rest();
    return choice;
}

PlanArea Reading::area(const json& value, const QString& place)
{
    JsonFields fields(value, place, m_fault);
    PlanArea area;
    area.id = fields.id("id");
    area.title = fields.line("title");
    area.extra = fields.rest();
    return area;
}

PlanMilestone Reading::milestone(const json& value, const QString& place)
{
    JsonFields fields(value, place, m_fault);
    PlanMilestone milestone;
    milestone.id = fields.id("id");
    milestone.title = fields.line("title");
    milestone.total = static_cast<int>(fields.number("total", 0, mostSkills));
    milestone.done = static_cast<int>(fields.number("done", 0, milestone.total));
    milestone.hoursLeft = fields.number("hoursLeft", 0, mostHoursLeft);
    milestone.extra = fields.rest();
    return milestone;
}

PlanEvent Reading::event(const json& value, const QString& place)
{
    JsonFields fields(value, place, m_fault);
    PlanEvent event;
    event.date = QDate::fromString(fields.word("date"), Qt::ISODate);
    if (!event.date.isValid()) {
        fields.refuse("date", u"is not a date such as 2026-11-21"_s);
    }
    event.skill = fields.id("skill");
    event.begun = fields.flag("begun");
    event.finished = fields.flag("finished");
    event.items = readWords(fields, "items");
    event.evidence = readWords(fields, "evidence");
    event.extra = fields.rest();
    return event;
}

PlanTime Reading::time(const json& value, const QString& place)
{
    JsonFields fields(value, place, m_fault);
    PlanTime time;
    time.id = fields.id("id");
    time.entry.skill = fields.id("skill");
    time.entry.start = fields.requiredMoment("start");
    time.entry.minutes = static_cast<int>(fields.number("minutes", 1, mostMinutes));
    if (fields.has("offset")) {
        time.entry.offset = static_cast<int>(fields.number("offset", -farthestOffset, farthestOffset));
    }
    time.extra = fields.rest();
    return time;
}

} // namespace

domain::Result<PlanDocument> readPlan(const QByteArray& bytes, const QString& name)
{
    domain::Result<json> root = readJsonOf(planSchema, bytes, ErrorCode::InvalidPlan, name);
    if (!root) {
        return tl::unexpected(root.error());
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
