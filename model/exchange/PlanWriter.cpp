// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanWriter.h>

#include <exchange/JsonWriting.h>
#include <exchange/StrictJson.h>

#include <QCryptographicHash>

#include <cmath>

namespace waymark::exchange {

using json = nlohmann::ordered_json;

namespace {

/// Whole numbers without a fraction, so that every JSON writer gives the same canonical bytes.
json number(double value)
{
    constexpr double exact = 9007199254740992.0; // 2^53
    if (value == std::floor(value) && std::abs(value) < exact) {
        return static_cast<std::int64_t>(value);
    }
    return value;
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
    object["evidence"] = listOf<json>(item.evidence, [](const PlanEvidence& proof) { return jsonOf(proof); });
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

json jsonOf(const PlanScore& score)
{
    json object;
    object["criterion"] = utf8(score.criterion.id);
    object["title"] = utf8(score.criterion.title);
    object["levels"] = json::array();
    for (const QString& level : score.criterion.levels) {
        object["levels"].push_back(utf8(level));
    }
    object["self"] = score.self ? json(*score.self) : json(nullptr);
    object["at"] = momentOrNull(score.self ? std::optional(score.at) : std::nullopt);
    addExtra(object, score.extra);
    return object;
}

json jsonOf(const std::optional<PlanSignOff>& written)
{
    if (!written) {
        return nullptr;
    }
    const domain::SignOff& signOff = written->signOff;
    json object;
    object["review"] = utf8(written->review);
    object["decision"] = utf8(domain::toString(signOff.decision));
    object["role"] = utf8(domain::toString(signOff.role));
    object["reviewer"] = utf8(signOff.reviewer);
    object["fingerprint"] = textOrNull(signOff.fingerprint);
    object["signature"] = utf8(domain::toString(signOff.signature));
    object["created"] = utf8(isoMoment(signOff.created));
    object["at"] = utf8(isoMoment(signOff.at));
    object["seen"] = wordsOf(signOff.seen);
    object["void"] = written->isVoid;
    addExtra(object, written->extra);
    return object;
}

json jsonOf(const std::optional<domain::MentorQuestion>& question)
{
    if (!question) {
        return nullptr;
    }
    json object;
    object["text"] = utf8(question->text);
    object["at"] = utf8(isoMoment(question->at));
    return object;
}

// write() sees in an unnamed namespace only what was declared before it.
json jsonOf(const PlanSkill& skill);
json jsonOf(const PlanArea& area);
json jsonOf(const PlanMilestone& milestone);
json jsonOf(const PlanEvent& event);
json jsonOf(const PlanChoice& choice);
json jsonOf(const PlanTime& time);

constexpr auto write = [](const auto& value) { return jsonOf(value); };

json jsonOf(const PlanSkill& skill)
{
    json object;
    object["id"] = utf8(skill.id);
    object["title"] = utf8(skill.title);
    object["area"] = utf8(skill.area);
    object["outcome"] = utf8(skill.outcome);
    object["after"] = wordsOf(skill.after);
    object["level"] = skill.level ? json(utf8(domain::toString(*skill.level))) : json(nullptr);
    object["hours"] = number(skill.hours);
    object["state"] = utf8(learning::toString(skill.state));
    object["standing"] = skill.standing ? json(utf8(learning::toString(*skill.standing))) : json(nullptr);
    object["submitted"] = skill.submitted;
    object["signOff"] = jsonOf(skill.signOff);
    object["spent"] = skill.spentMinutes;
    object["mark"] = jsonOf(skill.mark);
    object["checklist"] = listOf<json>(skill.checklist, write);
    object["rubric"] = listOf<json>(skill.rubric, write);
    object["question"] = jsonOf(skill.question);
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
    object["members"] = wordsOf(choice.members);
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
    if (time.entry.offset) {
        object["offset"] = *time.entry.offset;
    }
    addExtra(object, time.extra);
    return object;
}

json jsonOf(const PlanArea& area)
{
    json object;
    object["id"] = utf8(area.id);
    object["title"] = utf8(area.title);
    addExtra(object, area.extra);
    return object;
}

json jsonOf(const PlanMilestone& milestone)
{
    json object;
    object["id"] = utf8(milestone.id);
    object["title"] = utf8(milestone.title);
    object["done"] = milestone.done;
    object["total"] = milestone.total;
    object["hoursLeft"] = number(milestone.hoursLeft);
    addExtra(object, milestone.extra);
    return object;
}

json jsonOf(const PlanEvent& event)
{
    json object;
    object["date"] = utf8(event.date.toString(Qt::ISODate));
    object["skill"] = utf8(event.skill);
    object["begun"] = event.begun;
    object["finished"] = event.finished;
    object["items"] = wordsOf(event.items);
    object["evidence"] = wordsOf(event.evidence);
    addExtra(object, event.extra);
    return object;
}

json jsonOf(const PlanDocument& plan)
{
    json object;
    object["schema"] = utf8(planSchema);
    object["plan"] = utf8(plan.plan);
    object["revision"] = utf8(plan.revision);
    object["parent"] = textOrNull(plan.parent);
    object["created"] = utf8(isoMoment(plan.created));
    object["learner"] = utf8(plan.learner);
    object["course"]["id"] = utf8(plan.courseId);
    object["course"]["version"] = utf8(plan.courseVersion);
    object["course"]["title"] = utf8(plan.courseTitle);
    addExtra(object["course"], plan.courseExtra);
    object["goal"] = jsonOf(plan.goal, plan.goalExtra);
    object["areas"] = listOf<json>(plan.areas, write);
    object["milestones"] = listOf<json>(plan.milestones, write);
    object["choices"] = listOf<json>(plan.choices, write);
    object["skills"] = listOf<json>(plan.skills, write);
    object["time"] = listOf<json>(plan.time, write);
    object["schedule"] = parsed<json>(plan.schedule);
    object["forecast"] = parsed<json>(plan.forecast);
    object["lastReview"] = momentOrNull(plan.lastReview == 0 ? std::nullopt : std::optional(plan.lastReview));
    object["history"] = listOf<json>(plan.history, write);
    object["reviews"] = parsed<json>(plan.reviews);
    addExtra(object, plan.extra);
    return object;
}

} // namespace

QByteArray planToJson(const PlanDocument& plan)
{
    return indented(jsonOf(plan));
}

QString revisionOf(const PlanDocument& plan)
{
    return contentRevision(nlohmann::json(jsonOf(plan)));
}

} // namespace waymark::exchange
