// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/LessonChecks.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

// Words without code.
constexpr Bounds briefWords { 120, 320 };
constexpr Bounds projectWords { 1200, 2400 };
constexpr Bounds stepCount { 5, 9 };
constexpr Bounds acceptanceCount { 6, 10 };
constexpr Bounds criterionCount { 5, 8 };
constexpr Bounds hintCount { 3, 6 };
constexpr std::size_t rubricColumns = 5; ///< criterion, 0, 1, 2, 3

void checkSizes(const LessonCheck& check, const LessonUnit& unit)
{
    int words = 0;
    for (const LessonSection& section : unit.sections) {
        words += section.words;
        if (section.kind == SectionKind::Brief) {
            check.require(section.line, "project-size", u"Words in \"Brief\""_s, section.words, briefWords);
        }
    }
    check.require(unit.line, "project-size", u"Words of the project, without code"_s, words, projectWords);
}

void checkCounts(const LessonCheck& check, const LessonUnit& unit)
{
    const auto count = [&](SectionKind kind, const char* rule, const QString& what, std::size_t value, Bounds bounds) {
        if (const LessonSection* section = unit.section(kind); section != nullptr) {
            check.require(section->line, rule, what, static_cast<int>(value), bounds);
        }
    };
    count(SectionKind::Steps, "step-count", u"Steps"_s, unit.tasks.size(), stepCount);
    count(SectionKind::Acceptance, "checklist-count", u"Items of the acceptance"_s, unit.checklist.size(), acceptanceCount);
    count(SectionKind::WhenStuck, "hint-count", u"Hints"_s, unit.hints.size(), hintCount);
}

bool hasRubricHeader(const Block& table)
{
    constexpr std::array points { "0", "1", "2", "3" };
    return table.header.size() == rubricColumns
        && std::equal(points.begin(), points.end(), table.header.begin() + 1,
            [](const char* wanted, const Inlines& cell) { return plainText(cell).trimmed() == QLatin1StringView(wanted); });
}

void checkRubric(const LessonCheck& check, const LessonSection& section)
{
    const auto table = std::ranges::find_if(section.blocks, [](const Block& block) { return block.kind == Block::Kind::Table; });
    if (table == section.blocks.end() || !hasRubricHeader(*table)) {
        check.fault(section.line, "rubric-form", u"The rubric is not a table of a criterion and its points."_s,
            u"Write a table whose header is \"| criterion | 0 | 1 | 2 | 3 |\"."_s);
        return;
    }
    for (const TableRow& row : table->rows) {
        if (std::ranges::any_of(row.cells, [](const Inlines& cell) { return plainText(cell).trimmed().isEmpty(); })) {
            check.fault(row.line, "rubric-form", u"A cell of the rubric is empty."_s, u"Say what can be seen in work of so many points."_s);
        }
    }
    check.require(table->line, "rubric-form", u"Criteria"_s, static_cast<int>(table->rows.size()), criterionCount);
    if (std::next(table) == section.blocks.end()) {
        check.fault(section.line, "rubric-form", u"The rubric has no pass mark."_s, u"Say below the table how many points pass."_s);
    }
}

} // namespace

void checkProject(const LessonCheck& check)
{
    const LessonUnit& unit = check.lesson.units.front();
    checkMissing(check, unit);
    checkSizes(check, unit);
    checkCounts(check, unit);
    checkMinutes(check, unit, check.skill.matter.skill.hours);
    checkFurther(check);
    if (const LessonSection* rubric = unit.section(SectionKind::Rubric)) {
        checkRubric(check, *rubric);
    }
}

} // namespace waymark::exchange
