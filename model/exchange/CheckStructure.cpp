// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/LessonChecks.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

// The sizes of the course guide, in words without code.
constexpr Bounds whyWords { 60, 120 };
constexpr Bounds modelWords { 120, 250 };
constexpr Bounds ideasWords { 200, 500 };
constexpr Bounds exampleLines { 15, 120 };
constexpr Bounds mistakeCount { 3, 6 };
constexpr Bounds taskCount { 1, 3 };
constexpr Bounds itemCount { 5, 9 };
constexpr Bounds questionCount { 4, 8 };
constexpr Bounds cardCount { 6, 12 };
constexpr Bounds furtherCount { 2, 5 };
constexpr double unitHours = 6;
constexpr double undividedHours = 8;
constexpr double minutesShare = 0.25;

Bounds bodyWords(domain::SkillKind kind)
{
    switch (kind) {
    case domain::SkillKind::Knowledge:
        return { 700, 1200 };
    case domain::SkillKind::Practice:
        return { 900, 1500 };
    case domain::SkillKind::Professional:
        return { 600, 1000 };
    }
    return { 0, 0 };
}

int codeLinesIn(const Blocks& blocks)
{
    qsizetype lines = 0;
    for (const Block* block : leavesOf(blocks)) {
        lines += block->kind == Block::Kind::Code ? block->text.count(u'\n') : 0;
    }
    return static_cast<int>(lines);
}

void checkSizes(const LessonCheck& check, const LessonUnit& unit)
{
    const auto words = [&](SectionKind kind, Bounds bounds) {
        if (const LessonSection* section = unit.section(kind); section != nullptr) {
            check.require(section->line, "section-size", u"Words in \"%1\""_s.arg(headingOf(kind)), section->words, bounds);
        }
    };
    words(SectionKind::WhyItMatters, whyWords);
    words(SectionKind::MentalModel, modelWords);
    words(SectionKind::KeyIdeas, ideasWords);
    int body = 0;
    for (const LessonSection& section : unit.sections) {
        body += isBody(section.kind) ? section.words : 0;
    }
    check.require(unit.line, "body-size", u"Words from \"Why it matters\" to \"Task\", without code"_s, body,
        bodyWords(check.skill.matter.skill.kind));
    const LessonSection* example = unit.section(SectionKind::WorkedExample);
    if (example != nullptr && check.skill.matter.skill.kind != domain::SkillKind::Professional) {
        check.require(example->line, "example-size", u"Lines of code in \"Worked example\""_s, codeLinesIn(example->blocks), exampleLines);
    }
}

void checkCounts(const LessonCheck& check, const LessonUnit& unit)
{
    const auto count = [&](SectionKind kind, const char* rule, const QString& what, std::size_t value, Bounds bounds) {
        if (const LessonSection* section = unit.section(kind); section != nullptr) {
            check.require(section->line, rule, what, static_cast<int>(value), bounds);
        }
    };
    const LessonSection* mistakes = unit.section(SectionKind::CommonMistakes);
    const int entries = mistakes != nullptr ? entriesIn(mistakes->blocks) : 0;
    count(SectionKind::CommonMistakes, "mistakes-count", u"Common mistakes"_s, static_cast<std::size_t>(entries), mistakeCount);
    count(SectionKind::Task, "task-count", u"Tasks"_s, unit.tasks.size(), taskCount);
    count(SectionKind::Checklist, "checklist-count", u"Items of the checklist"_s, unit.checklist.size(), itemCount);
    count(SectionKind::Quiz, "quiz-count", u"Questions of the quiz"_s, unit.quiz.size(), questionCount);
    count(SectionKind::Flashcards, "cards-count", u"Flashcards"_s, unit.cards.size(), cardCount);
}

void checkUnits(const LessonCheck& check)
{
    const double hours = check.skill.matter.skill.hours;
    if (!check.lesson.isSplit) {
        if (hours > undividedHours) {
            check.fault(check.skill.matter.lineOf("hours"_L1), "unit-needed", u"A skill of %1 hours is not split into units."_s.arg(hours),
                u"Split it into \"## Unit: Title (5 h)\" parts of at most 6 hours."_s);
        }
        return;
    }
    double sum = 0;
    for (const LessonUnit& unit : check.lesson.units) {
        sum += unit.hours;
        if (unit.hours > unitHours) {
            check.fault(unit.line, "unit-hours", u"The unit takes %1 hours."_s.arg(unit.hours), u"Split it; a unit takes at most 6."_s);
        }
    }
    if (std::abs(sum - hours) > 0.01) {
        check.fault(check.skill.matter.lineOf("hours"_L1), "unit-hours",
            u"The units take %1 hours, the skill says %2."_s.arg(sum).arg(hours), u"Make the two agree."_s);
    }
}

} // namespace

void LessonCheck::require(int line, const char* rule, const QString& what, int value, Bounds bounds) const
{
    if (!bounds.holds(value)) {
        fault(line, rule, u"%1: %2, where %3 to %4 are asked for."_s.arg(what).arg(value).arg(bounds.least).arg(bounds.most),
            value < bounds.least ? u"Add what is missing."_s : u"Cut what the outcome does not need, or split the skill."_s);
    }
}

int entriesIn(const Blocks& blocks)
{
    for (const Block& block : blocks) {
        if (block.kind == Block::Kind::Table) {
            return static_cast<int>(block.rows.size());
        }
        if (block.kind == Block::Kind::List) {
            return static_cast<int>(block.items.size());
        }
    }
    return 0;
}

void checkMissing(const LessonCheck& check, const LessonUnit& unit)
{
    for (const SectionKind kind : sectionsOf(check.lesson.form)) {
        const LessonSection* section = unit.section(kind);
        const bool mayStandLater = kind == SectionKind::GoFurther && check.lesson.isSplit;
        if (section == nullptr && !mayStandLater) {
            check.fault(unit.line, "section-missing", u"The section \"%1\" is missing."_s.arg(headingOf(kind)), u"Add it in its place."_s);
        } else if (section != nullptr && section->blocks.empty()) {
            check.fault(section->line, "section-empty", u"The section \"%1\" is empty."_s.arg(headingOf(kind)), u"Write it."_s);
        }
    }
}

void checkFurther(const LessonCheck& check)
{
    const LessonSection* further = check.lesson.closing ? &*check.lesson.closing : nullptr;
    for (const LessonUnit& unit : check.lesson.units) {
        const LessonSection* section = unit.section(SectionKind::GoFurther);
        further = section != nullptr ? section : further;
    }
    if (further != nullptr) {
        check.require(further->line, "further-count", u"Sources in \"Go further\""_s, entriesIn(further->blocks), furtherCount);
    } else if (check.lesson.isSplit) {
        check.fault(check.lesson.units.back().line, "section-missing", u"The section \"Go further\" is missing."_s,
            u"Add it after the last unit, as a level-2 heading."_s);
    }
}

void checkMinutes(const LessonCheck& check, const LessonUnit& unit, double hours)
{
    const int stated = unit.taskMinutes();
    const bool isProject = check.lesson.form == LessonForm::Project;
    const LessonSection* section = unit.section(isProject ? SectionKind::Steps : SectionKind::Task);
    const bool isNear = std::abs(stated - hours * 60) <= minutesShare * hours * 60;
    if (section != nullptr && stated > 0 && hours > 0 && !isNear) {
        check.fault(section->line, "task-hours",
            u"The %1 state %2 minutes, and the hours say %3."_s.arg(isProject ? u"steps"_s : u"tasks"_s).arg(stated).arg(hours * 60),
            u"Bring them within a quarter of the hours, or correct the hours."_s);
    }
}

void checkStructure(const LessonCheck& check)
{
    for (const LessonUnit& unit : check.lesson.units) {
        checkMissing(check, unit);
        checkSizes(check, unit);
        checkCounts(check, unit);
        checkMinutes(check, unit, check.lesson.isSplit ? unit.hours : check.skill.matter.skill.hours);
    }
    checkFurther(check);
    checkUnits(check);
}

} // namespace waymark::exchange
