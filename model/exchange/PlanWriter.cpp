// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanWriter.h>

#include <exchange/StrictJson.h>

#include <QCryptographicHash>

#include <cmath>

namespace waymark::exchange {

using json = nlohmann::ordered_json;

namespace {

std::string utf8(const QString& text)
{
    return text.toStdString();
}

json textOrNull(const QString& text)
{
    return text.isEmpty() ? json(nullptr) : json(utf8(text));
}
json momentOrNull(std::optional<qint64> at)
{
    return at ? json(utf8(isoMoment(*at))) : json(nullptr);
}

/// Whole numbers without a fraction, so that every JSON writer gives the same canonical bytes.
json number(double value)
{
    constexpr double exact = 9007199254740992.0; // 2^53
    if (value == std::floor(value) && std::abs(value) < exact) {
        return static_cast<std::int64_t>(value);
    }
    return value;
}

json parsed(const QByteArray& compact)
{
    return json::parse(compact.cbegin(), compact.cend(), nullptr, false);
}

void addExtra(json& object, const ExtraFields& extra)
{
    for (auto field = extra.cbegin(); field != extra.cend(); ++field) {
        if (!object.contains(utf8(field.key()))) {
            object[utf8(field.key())] = parsed(*field);
        }
    }
}

json jsonOf(const PlanEvidence& proof)
{
    json object;
    object["id"] = utf8(proof.id);
    object["kind"] = utf8(domain::toString(proof.evidence.kind));
    object["text"] = utf8(proof.evidence.text);
    object["at"] = utf8(isoMoment(proof.evidence.at));
    object["hash"] = utf8(domain::hashOf(proof.evidence));
    addExtra(object, proof.extra);
    return object;
}

json jsonOf(const PlanItem& item)
{
    json object;
    object["id"] = utf8(item.id);
    object["text"] = utf8(item.text);
    object["done"] = item.doneAt.has_value();
    object["at"] = momentOrNull(item.doneAt);
    object["evidence"] = json::array();
    for (const PlanEvidence& proof : item.evidence) {
        object["evidence"].push_back(jsonOf(proof));
    }
    addExtra(object, item.extra);
    return object;
}

json jsonOf(const std::optional<domain::SkillMark>& mark)
{
    if (!mark) {
        return nullptr;
    }
    json object;
    object["kind"] = utf8(toString(mark->mark));
    object["at"] = utf8(isoMoment(mark->at));
    object["startedAt"] = momentOrNull(mark->startedAt == 0 ? std::nullopt : std::optional(mark->startedAt));
    object["overLock"] = mark->overLock;
    return object;
}

json jsonOf(const PlanSkill& skill)
{
    json object;
    object["id"] = utf8(skill.id);
    object["title"] = utf8(skill.title);
    object["area"] = utf8(skill.area);
    object["level"] = skill.level ? json(utf8(domain::toString(*skill.level))) : json(nullptr);
    object["hours"] = number(skill.hours);
    object["state"] = utf8(learning::toString(skill.state));
    object["standing"] = skill.standing ? json(utf8(learning::toString(*skill.standing))) : json(nullptr);
    object["spent"] = skill.spentMinutes;
    object["mark"] = jsonOf(skill.mark);
    object["checklist"] = json::array();
    for (const PlanItem& item : skill.checklist) {
        object["checklist"].push_back(jsonOf(item));
    }
    if (skill.note) {
        object["note"]["text"] = utf8(skill.note->text);
        object["note"]["at"] = utf8(isoMoment(skill.note->at));
    }
    addExtra(object, skill.extra);
    return object;
}

json jsonOf(const std::optional<domain::Goal>& goal, const ExtraFields& extra)
{
    if (!goal) {
        return nullptr;
    }
    json object;
    object["milestone"] = textOrNull(goal->milestone);
    object["hoursPerWeek"] = number(goal->hoursPerWeek);
    object["deadline"] = textOrNull(goal->deadline.toString(Qt::ISODate));
    addExtra(object, extra);
    return object;
}

json jsonOf(const PlanChoice& choice)
{
    json object;
    object["group"] = utf8(choice.group);
    object["members"] = json::array();
    for (const QString& member : choice.members) {
        object["members"].push_back(utf8(member));
    }
    addExtra(object, choice.extra);
    return object;
}

json jsonOf(const PlanTime& time)
{
    json object;
    object["id"] = utf8(time.id);
    object["skill"] = utf8(time.entry.skill);
    object["start"] = utf8(isoMoment(time.entry.start));
    object["minutes"] = time.entry.minutes;
    addExtra(object, time.extra);
    return object;
}

template <class T> json listOf(const std::vector<T>& values)
{
    json list = json::array();
    for (const T& value : values) {
        list.push_back(jsonOf(value));
    }
    return list;
}

json jsonOf(const PlanDocument& plan)
{
    json object;
    object["schema"] = std::string(planSchema.data(), static_cast<std::size_t>(planSchema.size()));
    object["plan"] = utf8(plan.plan);
    object["revision"] = utf8(plan.revision);
    object["parent"] = textOrNull(plan.parent);
    object["created"] = utf8(isoMoment(plan.created));
    object["learner"] = utf8(plan.learner);
    object["course"]["id"] = utf8(plan.courseId);
    object["course"]["version"] = utf8(plan.courseVersion);
    addExtra(object["course"], plan.courseExtra);
    object["goal"] = jsonOf(plan.goal, plan.goalExtra);
    object["choices"] = listOf(plan.choices);
    object["skills"] = listOf(plan.skills);
    object["time"] = listOf(plan.time);
    object["schedule"] = parsed(plan.schedule);
    object["forecast"] = parsed(plan.forecast);
    object["history"] = json::array();
    object["reviews"] = parsed(plan.reviews);
    addExtra(object, plan.extra);
    return object;
}

} // namespace

QByteArray planToJson(const PlanDocument& plan)
{
    return QByteArray::fromStdString(jsonOf(plan).dump(2, ' ', false, json::error_handler_t::replace)) + '\n';
}

QString revisionOf(const PlanDocument& plan)
{
    return contentRevision(nlohmann::json(jsonOf(plan)));
}

} // namespace waymark::exchange
