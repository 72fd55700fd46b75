// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/Rubric.h>

#include <exchange/LessonDocument.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

const std::vector<RubricCriterion>& skillRubric()
{
    static const std::vector<RubricCriterion> rubric {
        { u"works"_s, u"It works"_s,
            { u"nothing that runs is shown"_s, u"it ran once, for the expected input"_s,
                u"the evidence shows every item of the checklist at work"_s,
                u"wrong input and failures are shown too, with what happens then"_s } },
        { u"understood"_s, u"It is understood"_s,
            { u"the result is there, the reason is not"_s, u"the steps can be repeated from the notes"_s,
                u"why it works is said in the learner's own words"_s, u"a limit or an alternative is named, with what it would cost"_s } },
        { u"well-made"_s, u"It is well made"_s,
            { u"only its author could read it"_s, u"names and structure can be followed"_s,
                u"it is tested, and nothing in it is left over"_s, u"another person could change it without asking"_s } },
        { u"independent"_s, u"It was done independently"_s,
            { u"copied, or built by somebody else"_s, u"built along the lesson"_s, u"built on a case of the learner's own"_s,
                u"built without the lesson, and explained to others"_s } },
    };
    return rubric;
}

std::vector<RubricCriterion> rubricOf(const LessonDocument& project)
{
    std::vector<RubricCriterion> rubric;
    const LessonSection* section = project.units.front().section(SectionKind::Rubric);
    if (section == nullptr) {
        return rubric;
    }
    const auto table = std::ranges::find_if(section->blocks, [](const Block& block) { return block.kind == Block::Kind::Table; });
    if (table == section->blocks.end()) {
        return rubric;
    }
    for (const TableRow& row : table->rows) {
        if (row.cells.size() <= std::tuple_size_v<decltype(RubricCriterion::levels)>) {
            continue;
        }
        RubricCriterion criterion;
        criterion.title = plainText(row.cells.front()).trimmed();
        criterion.id = idFromWords(criterion.title);
        for (std::size_t level = 0; level < criterion.levels.size(); ++level) {
            criterion.levels[level] = plainText(row.cells[level + 1]).trimmed();
        }
        rubric.push_back(std::move(criterion));
    }
    return rubric;
}

} // namespace waymark::exchange
