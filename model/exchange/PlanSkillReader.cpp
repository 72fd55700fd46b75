// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanSkillReader.h>

#include <exchange/CleanText.h>
#include <exchange/JsonLists.h>
#include <exchange/PlanLimits.h>

#include <domain/Edits.h>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using nlohmann::json;
using Need = JsonFields::Need;

namespace {

constexpr int longestItemText = 32 * 1024;
constexpr int longestQuestion = 8 * 1024;
constexpr int longestLevel = 1024;
constexpr double mostHours = 100'000;

/// Each entry is a line, a button or more on the screen.
void takeNoMore(JsonFields& fields, const char* key)
{
    if (fields.has(key) && fields.array(key).size() > std::size_t { limits::skillEntries }) {
        fields.refuse(key, u"has more than %1 entries"_s.arg(limits::skillEntries));
    }
}

class SkillReading
{
public:
    explicit SkillReading(QString& fault)
        : m_fault(fault)
    {
    }
    [[nodiscard]] PlanSkill read(const json& value, const QString& place);

private:
    void skillWords(JsonFields& fields, PlanSkill& skill);
    void roundTrip(JsonFields& fields, PlanSkill& skill);
    [[nodiscard]] std::optional<domain::SkillMark> mark(JsonFields& fields);
    [[nodiscard]] std::optional<domain::Note> note(JsonFields& fields);
    [[nodiscard]] std::optional<domain::MentorQuestion> question(JsonFields& fields);
    [[nodiscard]] std::optional<PlanSignOff> signOff(JsonFields& fields);
    void signOffWords(JsonFields& fields, domain::SignOff& signOff);
    [[nodiscard]] PlanItem item(const json& value, const QString& place);
    [[nodiscard]] PlanEvidence evidence(const json& value, const QString& place);
    [[nodiscard]] PlanScore score(const json& value, const QString& place);

    QString& m_fault;
};

PlanSkill SkillReading::read(const json& value, const QString& place)
{
    JsonFields fields(value, place, m_fault);
    PlanSkill skill;
    skill.id = fields.id("id");
    skill.title = fields.line("title");
    skill.area = fields.line("area");
    if (fields.has("outcome")) {
        skill.outcome = fields.line("outcome");
    }
    if (fields.has("after")) {
        skill.after = readWords(fields, "after");
    }
    skillWords(fields, skill);
    skill.hours = fields.number("hours", 0, mostHours);
    skill.spentMinutes = static_cast<int>(fields.number("spent", 0, 1e9));
    skill.mark = mark(fields);
    skill.note = note(fields);
    takeNoMore(fields, "checklist");
    skill.checklist = readList(fields, "checklist", "id", &PlanItem::id, std::bind_front(&SkillReading::item, this));
    roundTrip(fields, skill);
    skill.extra = fields.rest();
    return skill;
}

void SkillReading::skillWords(JsonFields& fields, PlanSkill& skill)
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

std::optional<domain::SkillMark> SkillReading::mark(JsonFields& fields)
{
    const json* value = fields.object("mark");
    if (value == nullptr) {
        return std::nullopt;
    }
    JsonFields mark(*value, fields.placeOf("mark"), m_fault);
    const auto kind = domain::markFrom(mark.word("kind"));
    if (!kind) {
        mark.refuse("kind", u"is none of started, done, skipped, assumed"_s);
    }
    return domain::SkillMark { kind.value_or(domain::Mark::Started), mark.requiredMoment("at"), mark.moment("startedAt").value_or(0),
        mark.flag("overLock") };
}

std::optional<domain::Note> SkillReading::note(JsonFields& fields)
{
    const json* value = fields.object("note", Need::Optional);
    if (value == nullptr) {
        return std::nullopt;
    }
    JsonFields note(*value, fields.placeOf("note"), m_fault);
    return domain::Note { note.body("text", domain::maxNoteLength), true, note.requiredMoment("at") };
}

PlanItem SkillReading::item(const json& value, const QString& place)
{
    JsonFields fields(value, place, m_fault);
    PlanItem item;
    item.id = fields.id("id");
    item.text = fields.body("text", longestItemText);
    item.doneAt = fields.moment("at");
    if (fields.flag("done") != item.doneAt.has_value()) {
        fields.refuse("done", u"and its time contradict each other"_s);
    }
    takeNoMore(fields, "evidence");
    item.evidence = readList(fields, "evidence", "id", &PlanEvidence::id, std::bind_front(&SkillReading::evidence, this));
    item.extra = fields.rest();
    return item;
}

PlanEvidence SkillReading::evidence(const json& value, const QString& place)
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

void SkillReading::roundTrip(JsonFields& fields, PlanSkill& skill)
{
    if (fields.has("submitted")) {
        skill.submitted = fields.flag("submitted");
    }
    skill.signOff = signOff(fields);
    skill.question = question(fields);
    if (fields.has("rubric")) {
        takeNoMore(fields, "rubric");
        skill.rubric = readList(fields, "rubric", std::bind_front(&SkillReading::score, this));
    }
}

std::optional<domain::MentorQuestion> SkillReading::question(JsonFields& fields)
{
    const json* value = fields.object("question", Need::Optional);
    if (value == nullptr) {
        return std::nullopt;
    }
    JsonFields question(*value, fields.placeOf("question"), m_fault);
    return domain::MentorQuestion { question.body("text", longestQuestion), question.requiredMoment("at") };
}

std::optional<PlanSignOff> SkillReading::signOff(JsonFields& fields)
{
    const json* value = fields.object("signOff", Need::Optional);
    if (value == nullptr) {
        return std::nullopt;
    }
    JsonFields read(*value, fields.placeOf("signOff"), m_fault);
    PlanSignOff signOff;
    signOff.review = read.id("review");
    signOffWords(read, signOff.signOff);
    signOff.signOff.reviewer = read.line("reviewer");
    signOff.signOff.created = read.requiredMoment("created");
    signOff.signOff.at = read.requiredMoment("at");
    signOff.signOff.seen = readWords(read, "seen");
    signOff.isVoid = read.flag("void");
    signOff.extra = read.rest();
    return signOff;
}

void SkillReading::signOffWords(JsonFields& fields, domain::SignOff& signOff)
{
    const auto decision = domain::decisionFrom(fields.word("decision"));
    const auto role = domain::reviewerRoleFrom(fields.word("role"));
    const auto signature = domain::signatureStateFrom(fields.word("signature"));
    if (!decision) {
        fields.refuse("decision", u"is none of approve, approve-with-notes, request-changes, reject"_s);
    }
    if (!role) {
        fields.refuse("role", u"is none of mentor, peer"_s);
    }
    if (!signature) {
        fields.refuse("signature", u"is none of none, unknown, verified, bad"_s);
    }
    signOff.decision = decision.value_or(signOff.decision);
    signOff.role = role.value_or(signOff.role);
    signOff.signature = signature.value_or(signOff.signature);
    signOff.fingerprint = fields.word("fingerprint", Need::Optional);
    if (!signOff.fingerprint.isEmpty() && !isSha256(signOff.fingerprint)) {
        fields.refuse("fingerprint", u"is not a SHA-256 in hexadecimal"_s);
    }
}

PlanScore SkillReading::score(const json& value, const QString& place)
{
    constexpr double highest = 3;
    JsonFields fields(value, place, m_fault);
    PlanScore score;
    score.criterion.id = fields.id("criterion");
    score.criterion.title = fields.line("title");
    const json& levels = fields.array("levels");
    if (levels.size() != score.criterion.levels.size()) {
        fields.refuse("levels", u"are not four texts"_s);
    }
    for (std::size_t i = 0; i < levels.size() && i < score.criterion.levels.size(); ++i) {
        if (!levels[i].is_string()) {
            fields.refuse("levels", u"are not four texts"_s);
            break;
        }
        score.criterion.levels[i] = cleanBody(QString::fromStdString(levels[i].get<std::string>())).left(longestLevel);
    }
    if (fields.has("self")) {
        score.self = static_cast<int>(fields.number("self", 0, highest));
        score.at = fields.requiredMoment("at");
    } else {
        (void)fields.word("self", Need::Optional);
        (void)fields.word("at", Need::Optional);
    }
    score.extra = fields.rest();
    return score;
}

} // namespace

PlanSkill readPlanSkill(const json& value, const QString& place, QString& fault)
{
    return SkillReading(fault).read(value, place);
}

QStringList readWords(JsonFields& fields, const char* key)
{
    QStringList words;
    const json& list = fields.array(key);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const QString word = list[i].is_string() ? cleanLine(QString::fromStdString(list[i].get<std::string>())) : QString();
        if (word.isEmpty()) {
            fields.refuse(key, u"holds at [%1] what is not an id"_s.arg(i));
        }
        words.append(word);
    }
    return words;
}

} // namespace waymark::exchange
