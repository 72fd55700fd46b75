// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CourseLists.h>
#include <exchange/WholeCourseChecks.h>

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

/// Whole words. Those that begin with a capital are names and mean nothing in small letters: "Express", but not "express".
QRegularExpression patternOf(const ListedWords& words)
{
    QStringList names;
    std::transform(words.names.begin(), words.names.end(), std::back_inserter(names),
        [](const QString& name) { return QRegularExpression::escape(name); });
    const QString pattern = u"(?<![\\w-])(?:%1)(?![\\w-])"_s.arg(names.join(u'|'));
    const bool isName = words.names.front().front().isUpper();
    return QRegularExpression(pattern, isName ? QRegularExpression::NoPatternOption : QRegularExpression::CaseInsensitiveOption);
}

template <class Visit> void eachTextOf(const LessonDocument& lesson, Visit visit)
{
    for (const LessonUnit& unit : lesson.units) {
        for (const LessonSection& section : unit.sections) {
            eachText(section.blocks, visit);
        }
    }
}

bool holds(const LessonDocument& lesson, const ListedWords& words)
{
    QRegularExpression pattern = patternOf(words);
    pattern.setPatternOptions(QRegularExpression::CaseInsensitiveOption);
    bool found = false;
    eachTextOf(lesson, [&](const Block& block, const Inlines& inlines, int) {
        found = found || pattern.match(plainText(inlines)).hasMatch() || pattern.match(block.text).hasMatch();
    });
    return found;
}

/// Where a lesson first uses the words outside of code, and whether it introduces them there: *the first time in emphasis*.
struct FirstUse
{
    int line = 0; ///< 0: nowhere
    bool isIntroduced = false;
};

FirstUse firstUse(const LessonDocument& lesson, const QRegularExpression& pattern)
{
    FirstUse first;
    eachTextOf(lesson, [&](const Block&, const Inlines& inlines, int line) {
        if (first.line != 0) {
            return;
        }
        for (const Inline& run : inlines) {
            if (run.kind == Inline::Kind::Text && !run.code && pattern.match(run.text).hasMatch()) {
                first = { line, run.emphasis || run.strong };
                return;
            }
        }
    });
    return first;
}

/// All skills that come before each skill, by their places in the source.
std::vector<std::vector<bool>> closuresOf(const CourseSource& source)
{
    const std::size_t count = source.skills.size();
    std::vector<std::vector<bool>> closures(count, std::vector<bool>(count, false));
    for (std::size_t skill = 0; skill < count; ++skill) {
        std::vector<std::size_t> open { skill };
        while (!open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            for (const std::size_t before : edgesInto(source, source.skills[at])) {
                if (!closures[skill][before]) {
                    closures[skill][before] = true;
                    open.push_back(before);
                }
            }
        }
    }
    return closures;
}

void checkTerm(const ListedWords& term, const SkillSource& source, const QRegularExpression& pattern, CourseFaults& faults)
{
    if (const FirstUse first = firstUse(*source.lesson, pattern); first.line != 0 && !first.isIntroduced) {
        faults.push_back({ source.file, first.line, u"term-early"_s,
            u"\"%1\" is taught by %2, which need not come before."_s.arg(term.names.front(), term.home),
            u"Say what it is and set it in *emphasis* the first time, or say it in other words."_s });
    }
}

/// A project stands after skills and all that they need.
bool comesAfter(const CourseSource& source, const SkillSource& project, std::size_t home, const std::vector<std::vector<bool>>& closures)
{
    const std::vector<std::size_t> before = edgesInto(source, project);
    return std::ranges::any_of(before, [&](std::size_t skill) { return skill == home || closures[skill][home]; });
}

void checkHomes(const CourseSource& source, const char* file, const std::vector<ListedWords>& list, CourseFaults& faults)
{
    for (const ListedWords& words : list) {
        if (!source.indexOf.contains(words.home)) {
            faults.push_back({ QString::fromLatin1(file), words.line, u"list-form"_s, u"There is no skill \"%1\"."_s.arg(words.home),
                u"Name the skill that teaches \"%1\"."_s.arg(words.names.front()) });
        }
    }
}

} // namespace

void checkLists(const CourseSource& source, const CourseFiles& files, CourseFaults& faults)
{
    const std::vector<ListedWords> inventory = readInventory(files, faults);
    checkHomes(source, "inventory.tsv", inventory, faults);
    for (const ListedWords& item : inventory) {
        const SkillSource* home = source.find(item.home);
        if (home != nullptr && home->lesson && !holds(*home->lesson, item)) {
            faults.push_back({ u"inventory.tsv"_s, item.line, u"inventory-missing"_s,
                u"\"%1\" does not stand in %2, which is to teach it."_s.arg(item.names.front(), home->file),
                u"Teach it there, or list an alias under which the lesson does."_s });
        }
    }

    const std::vector<ListedWords> terms = readTerms(files, faults);
    checkHomes(source, "terms.tsv", terms, faults);
    const auto closures = closuresOf(source);
    for (const ListedWords& term : terms) {
        const auto home = source.indexOf.constFind(term.home);
        const QRegularExpression pattern = patternOf(term);
        if (home == source.indexOf.constEnd()) {
            continue;
        }
        for (std::size_t i = 0; i < source.skills.size(); ++i) {
            const SkillSource& skill = source.skills[i];
            if (skill.lesson && i != *home && !closures[i][*home]) {
                checkTerm(term, skill, pattern, faults);
            }
        }
        for (const SkillSource& project : source.projects) {
            if (project.lesson && !comesAfter(source, project, *home, closures)) {
                checkTerm(term, project, pattern, faults);
            }
        }
    }
}

} // namespace waymark::exchange
