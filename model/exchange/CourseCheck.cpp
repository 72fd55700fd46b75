// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CourseCheck.h>

#include <exchange/CleanText.h>
#include <exchange/CourseReferences.h>
#include <exchange/CourseSource.h>
#include <exchange/LessonChecks.h>
#include <exchange/Pictures.h>
#include <exchange/WholeCourseChecks.h>

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

constexpr int titleCharacters = 60;

constexpr std::array rules {
    CourseRule { "course-yaml", "course.yaml is there and is valid YAML within its limits" },
    CourseRule { "front-matter", "a skill file begins with valid YAML between two lines of ---" },
    CourseRule { "text-encoding", "files are UTF-8" },
    CourseRule { "text-limit", "a lesson stays within the limits of a reader" },
    CourseRule { "key-missing", "every key that is asked for is there" },
    CourseRule { "key-shape", "a key holds a text, a number, a date, a list or a map as it should" },
    CourseRule { "key-unknown", "no key is there that the format does not know" },
    CourseRule { "word-unknown", "level, kind and view are among the known words" },
    CourseRule { "id-form", "ids are lower-case words joined by hyphens" },
    CourseRule { "id-duplicate", "an id stands for one thing" },
    CourseRule { "file-name", "a skill lies in skills/<area>/<id>.md, a project in projects/<id>.md" },
    CourseRule { "title-length", "titles have at most 60 characters" },
    CourseRule { "outcome-form", "an outcome begins with \"Can \"" },
    CourseRule { "hours-form", "hours are whole and more than 0" },
    CourseRule { "area-unknown", "the area of a skill is in course.yaml" },
    CourseRule { "choice-member", "the members of a choice group are skills" },
    CourseRule { "choice-unknown", "a choice names a group of course.yaml" },
    CourseRule { "milestone-target", "the targets of a milestone are skills or other milestones" },
    CourseRule { "moved-target", "moved ids lead to a skill, item, question or card that is there" },
    CourseRule { "prerequisite-unknown", "prerequisites are skills of the course" },
    CourseRule { "prerequisite-cycle", "prerequisites do not lead in a circle" },
    CourseRule { "prerequisite-redundant", "no prerequisite is implied by another" },
    CourseRule { "includes-unknown", "included skills are skills of the course" },
    CourseRule { "level-order", "no skill needs one of a higher level" },
    CourseRule { "section-unknown", "headings of sections are the known ones, eleven of a lesson and six of a project" },
    CourseRule { "section-missing", "every section is there" },
    CourseRule { "section-order", "sections stand in their order and inside their unit" },
    CourseRule { "section-twice", "a section stands once" },
    CourseRule { "section-empty", "no section is empty" },
    CourseRule { "section-outside", "no text stands outside the sections" },
    CourseRule { "section-size", "Why it matters has 60-120 words, Mental model 120-250, Key ideas 200-500" },
    CourseRule { "body-size",
        "the body has 700-1,200 words for knowledge, 900-1,500 for practice, 600-1,000 for professional, each unit by itself" },
    CourseRule { "example-size", "the worked example has 15-120 lines of code, but for professional skills" },
    CourseRule { "unit-heading", "a unit is headed \"## Unit: Title (5 h)\"" },
    CourseRule { "unit-hours", "a unit takes at most 6 hours, and all of them the hours of the skill" },
    CourseRule { "unit-needed", "a skill of more than 8 hours is split into units" },
    CourseRule { "project-size", "the brief of a project has 120-320 words, the whole 1,200-2,400 without code" },
    CourseRule { "step-count", "5-9 steps in a project" },
    CourseRule { "rubric-form", "a rubric is a table \"| criterion | 0 | 1 | 2 | 3 |\" of 5-8 full rows, with a pass mark below" },
    CourseRule { "hint-count", "3-6 hints in a project" },
    CourseRule { "hint-heading", "a hint is headed \"Hint: What it helps with\"" },
    CourseRule { "mistakes-count", "3-6 common mistakes" },
    CourseRule { "task-count", "1-3 tasks" },
    CourseRule { "task-heading", "a task is headed \"Task: Name (45 min)\", a step of a project \"Step: Name (90 min)\"" },
    CourseRule { "task-hours", "stated minutes lie within a quarter of the hours" },
    CourseRule { "checklist-count", "5-9 items in a checklist, 6-10 in the acceptance of a project" },
    CourseRule { "checklist-form", "every item of a checklist has a box" },
    CourseRule { "checklist-verb", "items name acts that can be seen" },
    CourseRule { "checklist-evidence", "items say which kind of evidence they ask for" },
    CourseRule { "checklist-id", "written ids of items are well formed and unique in the skill" },
    CourseRule { "quiz-count", "4-8 questions in a quiz" },
    CourseRule { "quiz-kind", "the kind of a question is known" },
    CourseRule { "quiz-shape", "a question has the answers of its kind" },
    CourseRule { "quiz-answer", "at least one option is right" },
    CourseRule { "quiz-explanation", "every option, or the answer, is explained" },
    CourseRule { "quiz-catch-all", "no \"all of the above\"" },
    CourseRule { "quiz-duplicate", "no question or option stands twice" },
    CourseRule { "cards-count", "6-12 flashcards" },
    CourseRule { "card-form", "flashcards are a table of Front and Back without empty cells" },
    CourseRule { "card-size", "25 words in front and 15 at the back at most" },
    CourseRule { "card-yes-no", "no card is answered by yes or no" },
    CourseRule { "card-duplicate", "no front stands twice in a lesson" },
    CourseRule { "card-repeated", "no front stands in two lessons" },
    CourseRule { "quiz-key-length", "the right option is the longest in at most half of a skill's questions" },
    CourseRule {
        "quiz-key-place", "no place holds the key of more than half of a skill's questions and one, or outside 15-35 % over the course" },
    CourseRule { "text-stock-words", "at most 5 stock words in 1,000" },
    CourseRule { "text-vague", "at least 6 numbers, names or code spans in 100 words, each unit by itself" },
    CourseRule { "text-repeated", "no sentence of 8 words or more stands twice in the course" },
    CourseRule { "text-alike", "two lessons share at most 5 % of their runs of 8 words" },
    CourseRule { "list-form", "inventory.tsv and terms.tsv have their columns and name skills of the course" },
    CourseRule { "inventory-missing", "what inventory.tsv lists stands in the lesson that is its home" },
    CourseRule { "term-early", "a term of terms.tsv is explained in emphasis where its skill need not come before" },
    CourseRule { "further-count", "2-5 sources in Go further" },
    CourseRule { "sentence-length", "no sentence has more than 32 words" },
    CourseRule { "picture-alt", "pictures have a text for those who do not see them" },
    CourseRule { "picture-missing", "pictures are in the course" },
    CourseRule { "picture-format", "pictures are PNG, JPEG or plain SVG" },
    CourseRule { "fence-word", "a block of code says its language and what happens to it" },
    CourseRule { "fence-reason", "code that is only shown says why" },
    CourseRule { "fence-output", "code that must fail is followed by its output" },
    CourseRule { "fence-data", "JSON, YAML, regular expressions and HTTP messages in lessons parse" },
    CourseRule { "fence-attribute", "attributes of a block are known, and its fixture is in the course" },
    CourseRule { "fence-language", "code that is run is in a language that can be run" },
};

class CourseChecker
{
public:
    explicit CourseChecker(const CourseFiles& files)
        : m_files(files)
        , m_source(parseCourse(files))
    {
    }

    CourseFaults check();

private:
    void take(const QString& file, const CourseFaults& faults);
    void fault(const QString& file, int line, const char* rule, const QString& message, const QString& mend)
    {
        m_faults.push_back({ file, line, QString::fromLatin1(rule), message, mend });
    }
    void checkManifest();
    void checkPictureFiles();
    void checkSkill(const SkillSource& skill);
    void checkMatter(const SkillSource& skill);
    void checkSources(const SkillSource& skill);

    const CourseFiles& m_files;
    const CourseSource m_source;
    CourseFaults m_faults;
};

void CourseChecker::take(const QString& file, const CourseFaults& faults)
{
    for (CourseFault taken : faults) {
        taken.file = file;
        m_faults.push_back(std::move(taken));
    }
}

void CourseChecker::checkManifest()
{
    const QString file = u"course.yaml"_s;
    take(file, m_source.manifest.faults);
    for (const WrittenMilestone& milestone : m_source.manifest.milestones) {
        const QString& id = milestone.milestone.id;
        if (m_source.indexOf.contains(id) || m_source.project(id) != nullptr) {
            fault(file, milestone.line, "id-duplicate", u"\"%1\" is a milestone and a skill or project."_s.arg(id),
                u"Rename the milestone."_s);
        }
    }
    for (const WrittenArea& area : m_source.manifest.areas) {
        if (area.area.id == domain::projectArea) {
            fault(file, area.line, "id-duplicate", u"The area id \"%1\" is kept for projects."_s.arg(area.area.id), u"Rename the area."_s);
        }
    }
}

void CourseChecker::checkPictureFiles()
{
    for (auto it = m_files.lower_bound(u"images/"_s); it != m_files.end() && it->first.startsWith("images/"_L1); ++it) {
        if (!pictureFormatOf(it->second)) {
            fault(it->first, 1, "picture-format", u"The file is not a PNG, a JPEG or a plain SVG."_s,
                u"Save it as PNG, or as an SVG of shapes and text without scripts, styles, pictures and outside references."_s);
        }
    }
}

void CourseChecker::checkSources(const SkillSource& skill)
{
    const FrontMatter& matter = skill.matter;
    if (matter.isOutline()) {
        return;
    }
    if (matter.sources.isEmpty()) {
        fault(skill.file, matter.lineOf("sources"_L1), "key-missing", u"A lesson names no sources."_s,
            u"Add \"sources:\" with title and author of what it was checked against."_s);
    }
    if (!matter.lines.contains(u"reviewed"_s)) {
        fault(skill.file, 1, "key-missing", u"A lesson has no date of review."_s, u"Add \"reviewed: 2026-11-21\"."_s);
    }
}

void CourseChecker::checkMatter(const SkillSource& skill)
{
    const FrontMatter& matter = skill.matter;
    const domain::Skill& entry = matter.skill;
    const bool isProject = skill.form == LessonForm::Project;
    const QString expected = isProject ? u"projects/%1.md"_s.arg(entry.id) : u"skills/%1/%2.md"_s.arg(entry.area, entry.id);
    if (skill.file != expected) {
        fault(skill.file, matter.lineOf("id"_L1), "file-name", u"The file of \"%1\" should be %2."_s.arg(entry.id, expected),
            u"Rename the file, or correct the id or the area."_s);
    }
    const SkillSource* first = m_source.find(entry.id);
    if (first = first == nullptr ? m_source.project(entry.id) : first; first != &skill) {
        fault(skill.file, matter.lineOf("id"_L1), "id-duplicate", u"The id \"%1\" is taken by %2."_s.arg(entry.id, first->file),
            u"Give each skill and each project an id of its own."_s);
    }
    if (!isProject && m_source.manifest.isReadable && !m_source.hasArea(entry.area)) {
        fault(skill.file, matter.lineOf("area"_L1), "area-unknown", u"The area \"%1\" is not in course.yaml."_s.arg(entry.area),
            u"Add it there, or correct it here."_s);
    }
    if (entry.title.size() > titleCharacters) {
        fault(skill.file, matter.lineOf("title"_L1), "title-length", u"The title has %1 characters."_s.arg(entry.title.size()),
            u"Shorten it to 60."_s);
    }
    if (!entry.outcome.isEmpty() && !entry.outcome.startsWith("Can "_L1)) {
        fault(skill.file, matter.lineOf("outcome"_L1), "outcome-form", u"The outcome does not begin with \"Can \"."_s,
            u"Say what the learner can do: \"Can ...\"."_s);
    }
    const bool isWhole = entry.hours > 0 && std::floor(entry.hours) == entry.hours;
    if (matter.lines.contains(u"hours"_s) && !isWhole) {
        fault(skill.file, matter.lineOf("hours"_L1), "hours-form", u"\"%1\" are not whole hours."_s.arg(entry.hours),
            u"Write a number such as 6."_s);
    }
}

void CourseChecker::checkSkill(const SkillSource& skill)
{
    take(skill.file, skill.matter.faults);
    if (skill.matter.isReadable) {
        checkMatter(skill);
        checkSources(skill);
    }
    if (skill.refusal) {
        fault(skill.file, skill.matter.bodyLine, "text-limit", u"The lesson cannot be read: %1."_s.arg(skill.refusal->detail),
            u"Shorten it."_s);
    }
    if (skill.lesson) {
        take(skill.file, skill.lesson->faults);
        const LessonCheck check { skill, *skill.lesson, m_files, m_faults };
        skill.form == LessonForm::Project ? checkProject(check) : checkStructure(check);
        checkProse(check);
        checkVagueText(check);
        checkQuestions(check);
        checkBlocks(check);
    }
}

CourseFaults CourseChecker::check()
{
    checkManifest();
    if (m_source.manifest.isReadable) { // or every choice and area would seem to be missing
        checkReferences(m_source, m_faults);
    }
    checkEdges(m_source, m_faults);
    checkPictureFiles();
    for (const SkillSource* each : m_source.all()) {
        checkSkill(*each);
    }
    checkWholeCourse(m_source, m_faults);
    checkRepetition(m_source, m_faults);
    checkLists(m_source, m_files, m_faults);
    for (CourseFault& fault : m_faults) {
        fault.message = withHiddenShown(fault.message);
    }
    std::stable_sort(m_faults.begin(), m_faults.end(),
        [](const CourseFault& a, const CourseFault& b) { return std::tie(a.file, a.line) < std::tie(b.file, b.line); });
    return std::move(m_faults);
}

} // namespace

std::span<const CourseRule> ruleNames()
{
    return rules;
}

domain::Result<CourseFaults> checkCourse(const QString& folder)
{
    const auto files = readCourseFolder(folder);
    if (!files) {
        return tl::unexpected(files.error());
    }
    return checkCourse(*files);
}

CourseFaults checkCourse(const CourseFiles& files)
{
    return CourseChecker(files).check();
}

} // namespace waymark::exchange
