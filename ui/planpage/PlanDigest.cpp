// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/planpage/PlanDigest.h>

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::PlanSkill;
using learning::SkillState;

namespace {

class DigestTexts
{
    Q_DECLARE_TR_FUNCTIONS(PlanDigest)

public:
    static QString area(const QString& id)
    {
        if (id == domain::projectArea) {
            return tr("Projects");
        }
        return id.isEmpty() ? tr("No longer in the course") : id;
    }
};

} // namespace

PlanDigest::PlanDigest(const exchange::PlanDocument& plan)
    : m_plan(plan)
{
    for (const exchange::PlanArea& area : plan.areas) {
        m_areas.push_back({ area.id, area.title.isEmpty() ? area.id : area.title, 0, 0, 0, 0, {}, {} });
    }
    for (const PlanSkill& skill : plan.skills) {
        m_skills.insert(skill.id, &skill);
        count(skill);
    }
    std::erase_if(m_areas, [](const Area& area) { return area.begun.empty() && area.open.empty(); });
}

PlanDigest::Area& PlanDigest::areaOf(const QString& id)
{
    const auto found = std::find_if(m_areas.begin(), m_areas.end(), [&id](const Area& area) { return area.id == id; });
    return found != m_areas.end() ? *found : m_areas.emplace_back(Area { id, DigestTexts::area(id), 0, 0, 0, 0, {}, {} });
}

void PlanDigest::count(const PlanSkill& skill)
{
    Area& area = areaOf(skill.area);
    const bool isReached = learning::isReached(skill.state);
    ++area.total;
    area.hours += skill.hours;
    area.done += isReached ? 1 : 0;
    area.hoursDone += isReached ? skill.hours : 0;
    if (area.isCounted()) {
        ++m_total;
        m_done += isReached ? 1 : 0;
    }
    m_spentMinutes += skill.spentMinutes;
    if (skill.submitted) {
        m_submitted.push_back(&skill);
    }
    if (skill.question) {
        m_asked.push_back(&skill);
    }
    if (hasSection(skill)) {
        ++m_begun;
        area.begun.push_back(&skill);
    } else {
        area.open.push_back(&skill);
    }
}

QString PlanDigest::titleOf(const QString& skill) const
{
    const PlanSkill* found = this->skill(skill);
    return found == nullptr ? skill : ui::titleOf(*found);
}

const exchange::PlanMilestone* PlanDigest::goal() const
{
    const QString& id = m_plan.goal ? m_plan.goal->milestone : QString();
    const auto found = std::find_if(
        m_plan.milestones.begin(), m_plan.milestones.end(), [&id](const exchange::PlanMilestone& each) { return each.id == id; });
    return found == m_plan.milestones.end() ? nullptr : &*found;
}

bool hasSection(const PlanSkill& skill)
{
    const bool isBegun = skill.state == SkillState::Learning || skill.state == SkillState::Practised || skill.state == SkillState::Mastered
        || skill.state == SkillState::Fading;
    return isBegun || skill.submitted || skill.question || skill.note || skill.signOff || skill.spentMinutes > 0 || doneItems(skill) > 0
        || evidencePieces(skill) > 0;
}

int doneItems(const PlanSkill& skill)
{
    return static_cast<int>(std::count_if(
        skill.checklist.begin(), skill.checklist.end(), [](const exchange::PlanItem& item) { return item.doneAt.has_value(); }));
}

int evidencePieces(const PlanSkill& skill)
{
    int pieces = 0;
    for (const exchange::PlanItem& item : skill.checklist) {
        pieces += static_cast<int>(item.evidence.size());
    }
    return pieces;
}

QString titleOf(const PlanSkill& skill)
{
    return skill.title.isEmpty() ? skill.id : skill.title;
}

QString anchorOf(const QString& skill)
{
    return u"skill-"_s + skill;
}

QString linkTo(const QString& skill)
{
    return u'#' + QString::fromLatin1(QUrl::toPercentEncoding(anchorOf(skill)));
}

} // namespace waymark::ui
