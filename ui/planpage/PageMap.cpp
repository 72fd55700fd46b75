// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/planpage/PageParts.h>

#include <ui/planpage/MapDrawing.h>
#include <ui/planpage/PageWriter.h>
#include <ui/planpage/PlanDigest.h>
#include <ui/planpage/PlanPageMap.h>
#include <ui/words/Words.h>

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using learning::SkillState;

namespace {

class MapPart
{
    Q_DECLARE_TR_FUNCTIONS(PlanPage)

public:
    static void write(const PageContext& context, const PlanPageMap& map);

private:
    static void legend(const PageContext& context);
};

void MapPart::write(const PageContext& context, const PlanPageMap& map)
{
    PageWriter& page = context.page;
    const PageWriter::Element section(
        page, "section", { { "id", u"map"_s }, { "class", u"map"_s }, { "aria-labelledby", u"heading-map"_s } });
    page.put("h2", tr("The map"), { { "id", u"heading-map"_s } });
    if (map.nodes.empty()) {
        page.put("p", tr("There is no course, so there is no map."), { { "class", u"quiet"_s } });
        return;
    }
    page.put("p", tr("What comes before stands to the left of what builds on it. A skill that was begun leads to its place below."),
        { { "class", u"quiet"_s } });
    legend(context);
    const PageWriter::Element frame(page, "div",
        { { "class", u"map-frame"_s }, { "role", u"region"_s }, { "aria-label", tr("The map, wider than the page") },
            { "tabindex", u"0"_s } });
    MapDrawing(context.page, context.digest, map).write(tr("Map of the skills of the course"));
}

void MapPart::legend(const PageContext& context)
{
    const auto isThere = [&context](SkillState state) {
        const auto& skills = context.digest.plan().skills;
        return std::any_of(skills.begin(), skills.end(), [state](const exchange::PlanSkill& skill) { return skill.state == state; });
    };
    const PageWriter::Element list(context.page, "ul", { { "class", u"legend"_s }, { "aria-label", tr("States of skills") } });
    for (const SkillState state : { SkillState::Locked, SkillState::Ready, SkillState::Learning, SkillState::Practised,
             SkillState::Mastered, SkillState::Fading, SkillState::Skipped, SkillState::Assumed }) {
        if (isThere(state)) {
            const PageWriter::Element entry(context.page, "li", {});
            writeState(context.page, state);
        }
    }
    const PageWriter::Element entry(context.page, "li", { { "class", u"choice-key"_s } });
    context.page.put("span", tr("dashed: one of several ways in"));
}

} // namespace

void writeMap(const PageContext& context, const PlanPageMap& map)
{
    MapPart::write(context, map);
}

} // namespace waymark::ui
