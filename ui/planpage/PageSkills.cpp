// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/planpage/PageParts.h>

#include <ui/planpage/PageBody.h>
#include <ui/planpage/PageSkill.h>
#include <ui/planpage/PageWords.h>
#include <ui/planpage/PageWriter.h>
#include <ui/planpage/PlanDigest.h>
#include <ui/words/Words.h>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::PlanSkill;

namespace {

class SkillsPart
{
    Q_DECLARE_TR_FUNCTIONS(PlanPage)

public:
    static void begun(const PageContext& context);
    static void open(const PageContext& context);

private:
    static void openSkill(PageWriter& page, const PlanSkill& skill);
};

void SkillsPart::begun(const PageContext& context)
{
    PageWriter& page = context.page;
    const PageWriter::Element section(page, "section", { { "id", u"work"_s }, { "aria-labelledby", u"heading-work"_s } });
    page.put("h2", tr("The work"), { { "id", u"heading-work"_s } });
    if (context.digest.begun() == 0) {
        page.put("p", tr("No skill is begun yet."), { { "class", u"quiet"_s } });
        return;
    }
    for (const PlanDigest::Area& area : context.digest.areas()) {
        if (area.begun.empty()) {
            continue;
        }
        const PageWriter::Element group(page, "div", { { "class", u"area"_s } });
        page.put("h3", namePart(area.title));
        for (const PlanSkill* skill : area.begun) {
            PageSkill(context, *skill).write();
        }
    }
}

void SkillsPart::open(const PageContext& context)
{
    PageWriter& page = context.page;
    const PageWriter::Element section(page, "section", { { "id", u"open"_s }, { "aria-labelledby", u"heading-open"_s } });
    page.put("h2", tr("Not begun yet"), { { "id", u"heading-open"_s } });
    bool isEmpty = true;
    for (const PlanDigest::Area& area : context.digest.areas()) {
        if (area.open.empty()) {
            continue;
        }
        isEmpty = false;
        const PageWriter::Element fold(page, "details", { { "class", u"open-area"_s } });
        {
            const PageWriter::Element summary(page, "summary", {});
            page.phrase(tr("%1: %2", "area: number of skills"),
                { namePart(area.title), [&](PageWriter&) { page.text(tr("%n skill(s)", nullptr, static_cast<int>(area.open.size()))); } });
        }
        const PageWriter::Element list(page, "ul", { { "class", u"open-skills"_s } });
        for (const PlanSkill* skill : area.open) {
            openSkill(page, *skill);
        }
    }
    if (isEmpty) {
        page.put("p", tr("Every skill of the course is begun."), { { "class", u"quiet"_s } });
    }
}

void SkillsPart::openSkill(PageWriter& page, const PlanSkill& skill)
{
    const PageWriter::Element entry(page, "li", {});
    page.put("strong", namePart(titleOf(skill)));
    page.text(u" "_s);
    {
        const PageWriter::Element facts(page, "span", { { "class", u"quiet"_s } });
        writeState(page, skill.state);
        page.text(u" "_s);
        page.text(skill.level ? tr("%1, %2", "level, hours").arg(Words::level(*skill.level), Words::hours(skill.hours))
                              : Words::hours(skill.hours));
    }
    page.text(u" "_s);
    if (!skill.outcome.isEmpty()) {
        page.put("span", namePart(skill.outcome), { { "class", u"outcome"_s } });
    }
}

} // namespace

void writeSkills(const PageContext& context)
{
    SkillsPart::begun(context);
}
void writeOpenSkills(const PageContext& context)
{
    SkillsPart::open(context);
}

} // namespace waymark::ui
