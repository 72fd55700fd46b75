// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanSummary.h>

#include <exchange/CleanText.h>
#include <exchange/JsonGate.h>
#include <exchange/JsonReading.h>
#include <exchange/PlanWriter.h>
#include <exchange/SummaryMembers.h>

#include <domain/Course.h>
#include <learning/SkillStates.h>

#include <algorithm>
#include <bitset>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using domain::ErrorCode;
using nlohmann::json;
using namespace summary;

namespace {

constexpr double mostSkills = 100'000;
constexpr double mostHours = 1e9;
constexpr std::size_t dateLength = 10; // 2026-11-21

QString fromUtf8(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool isHash(std::string_view text)
{
    constexpr std::size_t digits = 64;
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Takes out of the stream what the summary needs.
class SummaryGate final : public JsonGate
{
public:
    explicit SummaryGate(const QString& file)
        : JsonGate(ErrorCode::InvalidPlan, file)
        , m_file(file)
    {
        m_summary.file = file;
    }

    [[nodiscard]] domain::Result<PlanSummary> summaryOf(QByteArrayView bytes);

private:
    struct Milestone
    {
        QString id;
        QString title;
        int done = 0;
        int total = 0;
        double hoursLeft = 0;
    };

    struct Skill
    {
        bool counts = true; ///< it is of the course, and no project
        learning::SkillState state = learning::SkillState::Locked;
        double hours = 0;
    };

    bool onText(std::string& text) override;
    bool onPlain(const json& value) override;
    bool onOpen(Container container) override;
    bool onClose() override;

    [[nodiscard]] Part part() const { return m_parts.empty() ? Part::Other : m_parts.back(); }
    [[nodiscard]] bool isListOfObjects() const { return part() == Part::Skills || part() == Part::Milestones; }
    /// The member that is being read; null for what the summary does not need. A type that it may not have is refused.
    const Member* wanted(Type type);
    bool takeHead(Field field, const std::string& text);
    bool takeText(Field field, const std::string& text);
    [[nodiscard]] QString* lineOf(Field field);
    bool takeNumber(Field field, double number);
    bool takeMoment(const std::string& text, qint64& at);
    bool whole(double number, int& count);
    bool isHours(double number);
    void begin(Part inside);
    void addSkill();
    void measureGoal();

    const QString m_file;
    PlanSummary m_summary;
    std::vector<Part> m_parts;
    std::bitset<static_cast<std::size_t>(Field::None)> m_seen; ///< of skills and milestones: in the one that is open
    Skill m_skill;
    std::vector<Milestone> m_milestones;
};

// Structure

const Member* SummaryGate::wanted(Type type)
{
    const std::span<const Member> members = membersOf(part());
    const std::string_view name = members.empty() ? std::string_view() : key();
    const auto found = std::find_if(members.begin(), members.end(), [name](const Member& member) { return member.key == name; });
    if (found == members.end()) {
        return nullptr;
    }
    if ((found->types & type) == 0) {
        refuse(place() + u' ' + wrongType(found->types));
        return nullptr;
    }
    m_seen.set(static_cast<std::size_t>(found->field));
    return &*found;
}

bool SummaryGate::onOpen(Container container)
{
    const bool isObject = container == Container::Object;
    Part inside = Part::Other;
    if (m_parts.empty()) {
        inside = isObject ? Part::Root : Part::Other;
    } else if (isListOfObjects()) {
        if (!isObject) {
            return refuse(place() + u" is not an object"_s);
        }
        inside = part() == Part::Skills ? Part::Skill : Part::Milestone;
    } else if (const Member* member = wanted(isObject ? Object : Array); member != nullptr) {
        inside = member->inside;
        m_summary.questions += member->field == Field::SkillQuestion ? 1 : 0;
    } else if (isRefused()) {
        return false;
    }
    begin(inside);
    return true;
}

void SummaryGate::begin(Part inside)
{
    if (inside == Part::Skill || inside == Part::Milestone) {
        for (const Member& member : membersOf(inside)) {
            m_seen.reset(static_cast<std::size_t>(member.field));
        }
        m_skill = {};
    }
    if (inside == Part::Milestone) {
        m_milestones.emplace_back();
    }
    m_parts.push_back(inside);
}

bool SummaryGate::onClose()
{
    for (const Member& member : membersOf(part())) {
        if (member.isRequired && !m_seen.test(static_cast<std::size_t>(member.field))) {
            return refuse(placeOf(member.key) + u" is missing"_s);
        }
    }
    if (part() == Part::Skill) {
        addSkill();
    }
    m_parts.pop_back();
    return true;
}

// Values

bool SummaryGate::onText(std::string& text)
{
    if (isListOfObjects()) {
        return refuse(place() + u" is not an object"_s);
    }
    const Member* member = wanted(Text);
    return member == nullptr ? !isRefused() : takeHead(member->field, text);
}

bool SummaryGate::onPlain(const json& value)
{
    if (isListOfObjects()) {
        return refuse(place() + u" is not an object"_s);
    }
    const Type type = value.is_null() ? Null : value.is_boolean() ? Flag : Number;
    const Member* member = wanted(type);
    if (member == nullptr) {
        return !isRefused();
    }
    if (type == Flag && member->field == Field::SkillSubmitted) {
        m_summary.waiting += value.get<bool>() ? 1 : 0;
    }
    return type != Number || takeNumber(member->field, value.get<double>());
}

bool SummaryGate::takeHead(Field field, const std::string& text)
{
    switch (field) {
    case Field::Schema:
        return fromUtf8(text) == planSchema || refuse(otherSchema(planSchema, fromUtf8(text), m_file));
    case Field::Plan:
        m_summary.plan = fromUtf8(text);
        return isUuid(m_summary.plan) || refuse(u"plan is not a UUID in lower case"_s);
    case Field::Revision:
        m_summary.revision = fromUtf8(text);
        return isHash(text) || refuse(u"revision is not a SHA-256 in hexadecimal"_s);
    case Field::Parent:
        m_summary.parent = fromUtf8(text);
        return text.empty() || isHash(text) || refuse(u"parent is not a SHA-256 in hexadecimal"_s);
    case Field::Created:
        return takeMoment(text, m_summary.created);
    case Field::LastReview:
        return takeMoment(text, m_summary.lastReview);
    default:
        return takeText(field, text);
    }
}

bool SummaryGate::takeText(Field field, const std::string& text)
{
    switch (field) {
    case Field::SkillState: {
        const auto state = learning::skillStateFrom(fromUtf8(text));
        m_skill.state = state.value_or(learning::SkillState::Locked);
        return state.has_value() || refuse(place() + u" is not a state"_s);
    }
    case Field::SkillTitle:
        m_skill.counts = m_skill.counts && !text.empty(); // empty for a skill that the course no longer has
        return true;
    case Field::SkillArea:
        m_skill.counts = m_skill.counts && fromUtf8(text) != domain::projectArea;
        return true;
    case Field::P85:
        m_summary.p85 = text.size() == dateLength ? QDate::fromString(fromUtf8(text), Qt::ISODate) : QDate();
        return true;
    default:
        if (QString* line = lineOf(field); line != nullptr) {
            *line = cleanLine(fromUtf8(text));
        }
        return true;
    }
}

QString* SummaryGate::lineOf(Field field)
{
    switch (field) {
    case Field::Learner:
        return &m_summary.learner;
    case Field::CourseId:
        return &m_summary.courseId;
    case Field::CourseTitle:
        return &m_summary.courseTitle;
    case Field::GoalMilestone:
        return &m_summary.goal;
    case Field::MilestoneId:
        return &m_milestones.back().id;
    case Field::MilestoneTitle:
        return &m_milestones.back().title;
    default:
        return nullptr;
    }
}

bool SummaryGate::takeNumber(Field field, double number)
{
    switch (field) {
    case Field::MilestoneDone:
        return whole(number, m_milestones.back().done);
    case Field::MilestoneTotal:
        return whole(number, m_milestones.back().total);
    case Field::MilestoneHoursLeft:
        m_milestones.back().hoursLeft = number;
        return isHours(number);
    case Field::SkillHours:
        m_skill.hours = number;
        return isHours(number);
    default:
        return true;
    }
}

bool SummaryGate::whole(double number, int& count)
{
    if (!(number >= 0 && number <= mostSkills)) {
        return refuse(place() + u" is not a number from 0 to %1"_s.arg(mostSkills));
    }
    count = static_cast<int>(number);
    return true;
}

bool SummaryGate::isHours(double number)
{
    return (number >= 0 && number <= mostHours) || refuse(place() + u" is not a number from 0 to %1"_s.arg(mostHours));
}

bool SummaryGate::takeMoment(const std::string& text, qint64& at)
{
    const std::optional<qint64> moment = momentFrom(fromUtf8(text));
    at = moment.value_or(0);
    return moment || refuse(place() + u" is not a UTC time such as 2026-11-21T09:12:33.000Z"_s);
}

// Sums

void SummaryGate::addSkill()
{
    if (m_skill.counts) {
        const bool isDone = learning::isReached(m_skill.state);
        ++m_summary.total;
        m_summary.done += isDone ? 1 : 0;
        m_summary.hoursLeft += isDone ? 0 : m_skill.hours;
    }
}

/// The way to the goal in place of the whole course, where the plan measures it.
void SummaryGate::measureGoal()
{
    m_summary.goalTitle = m_summary.goal;
    const auto found
        = std::find_if(m_milestones.begin(), m_milestones.end(), [this](const Milestone& stage) { return stage.id == m_summary.goal; });
    if (found != m_milestones.end() && !m_summary.goal.isEmpty()) {
        m_summary.goalTitle = found->title.isEmpty() ? found->id : found->title;
        m_summary.done = found->done;
        m_summary.total = found->total;
        m_summary.hoursLeft = found->hoursLeft;
    }
}

domain::Result<PlanSummary> SummaryGate::summaryOf(QByteArrayView bytes)
{
    if (const domain::Result<void> passed = read(bytes); !passed) {
        return tl::unexpected(passed.error());
    }
    if (!m_seen.test(static_cast<std::size_t>(Field::Schema))) {
        return domain::failure(ErrorCode::InvalidPlan, m_file, u"schema is missing"_s); // it is no object
    }
    measureGoal();
    return std::move(m_summary);
}

} // namespace

domain::Result<PlanSummary> readPlanSummary(QByteArrayView bytes, const QString& file)
{
    return SummaryGate(file).summaryOf(bytes);
}

} // namespace waymark::exchange
