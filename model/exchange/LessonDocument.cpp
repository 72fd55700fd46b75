// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/LessonDocument.h>

#include <exchange/CleanText.h>
#include <exchange/LessonParts.h>

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

/// By SectionKind.
constexpr std::array headings { "Why it matters", "Mental model", "Key ideas", "Worked example", "Variation", "Common mistakes", "Task",
    "Checklist", "Quiz", "Flashcards", "Go further", "Brief", "Steps", "Acceptance", "Rubric", "When you are stuck" };
constexpr std::array skillSections { SectionKind::WhyItMatters, SectionKind::MentalModel, SectionKind::KeyIdeas, SectionKind::WorkedExample,
    SectionKind::Variation, SectionKind::CommonMistakes, SectionKind::Task, SectionKind::Checklist, SectionKind::Quiz,
    SectionKind::Flashcards, SectionKind::GoFurther };
constexpr std::array projectSections { SectionKind::Brief, SectionKind::Steps, SectionKind::Acceptance, SectionKind::Rubric,
    SectionKind::WhenStuck, SectionKind::GoFurther };
constexpr qsizetype longestMadeId = 60;

/// Cuts a lesson into units and sections, in one pass over its blocks.
class LessonBuilder
{
public:
    LessonBuilder(Blocks blocks, LessonForm form)
        : m_blocks(std::move(blocks))
    {
        m_lesson.form = form;
    }

    LessonDocument build();

private:
    void takeHeading(Block& heading);
    void openUnit(const QString& title, int line);
    void openSection(const QString& heading, int line, int level);
    void openClosing(int line);
    void takeBlock(Block& block);
    void checkOrder(const LessonUnit& unit, SectionKind kind, int line);
    [[nodiscard]] auto placeOf(SectionKind kind) const { return std::ranges::find(sectionsOf(m_lesson.form), kind); }
    void readParts(LessonUnit& unit);

    Blocks m_blocks;
    LessonDocument m_lesson;
    LessonReading m_reading;
    LessonSection* m_section = nullptr;
    bool m_isSkipping = false; ///< below a heading that was refused, already named
};

void LessonBuilder::openUnit(const QString& title, int line)
{
    static const QRegularExpression pattern(uR"(^Unit:\s*(.+?)\s*\((\d+(?:\.\d+)?)\s*h\)$)"_s);
    const QRegularExpressionMatch match = pattern.match(title);
    if (!match.hasMatch()) {
        m_reading.fault(line, "unit-heading", u"The heading \"%1\" does not name a unit and its hours."_s.arg(title),
            u"Write \"## Unit: Title (5 h)\"."_s);
    }
    LessonUnit unit;
    unit.title = cleanLine(match.hasMatch() ? match.captured(1) : title.mid(5));
    unit.hours = match.captured(2).toDouble();
    unit.line = line;
    m_lesson.units.push_back(std::move(unit));
    m_section = nullptr;
    m_isSkipping = false;
}

void LessonBuilder::checkOrder(const LessonUnit& unit, SectionKind kind, int line)
{
    if (unit.section(kind) != nullptr) {
        m_reading.fault(line, "section-twice", u"The section \"%1\" stands twice."_s.arg(headingOf(kind)),
            u"Join the two, in the place of the first."_s);
    } else if (!unit.sections.empty() && placeOf(unit.sections.back().kind) > placeOf(kind)) {
        m_reading.fault(line, "section-order", u"\"%1\" stands after \"%2\"."_s.arg(headingOf(kind), headingOf(unit.sections.back().kind)),
            u"Move it before that section; the order is that of the course format."_s);
    }
}

void LessonBuilder::openClosing(int line)
{
    if (m_lesson.closing) {
        m_reading.fault(line, "section-twice", u"The section \"Go further\" stands twice."_s, u"Join the two."_s);
    }
    m_lesson.closing = LessonSection { SectionKind::GoFurther, line, {}, 0 };
    m_section = &*m_lesson.closing;
    m_isSkipping = false;
}

void LessonBuilder::openSection(const QString& heading, int line, int level)
{
    const auto kind = sectionKindFrom(heading, m_lesson.form);
    if (m_lesson.isSplit && level == 2 && kind == SectionKind::GoFurther) {
        openClosing(line);
        return;
    }
    const bool isMisplaced = m_lesson.isSplit && (level == 2 || m_lesson.closing.has_value());
    m_section = nullptr;
    m_isSkipping = true;
    if (!kind) {
        m_reading.fault(line, "section-unknown", u"\"%1\" is not a section here."_s.arg(heading),
            u"Use one of the headings of the course format, or a deeper heading level."_s);
        return;
    }
    if (isMisplaced) {
        m_reading.fault(line, "section-order", u"The section \"%1\" stands outside the units."_s.arg(heading),
            u"Move it into its unit as a level-3 heading; only \"Go further\" may follow the last unit."_s);
        return;
    }
    LessonUnit& unit = m_lesson.units.back();
    checkOrder(unit, *kind, line);
    m_section = &unit.sections.emplace_back(LessonSection { *kind, line, {}, 0 });
    m_isSkipping = false;
}

void LessonBuilder::takeBlock(Block& block)
{
    if (m_section != nullptr) {
        m_section->blocks.push_back(std::move(block));
    } else if (!m_isSkipping) {
        m_reading.fault(block.line, "section-outside", u"This text stands outside the sections."_s,
            u"Move it under one of the headings of the course format."_s);
        m_isSkipping = true;
    }
}

void LessonBuilder::takeHeading(Block& heading)
{
    const QString title = plainText(heading.inlines).simplified();
    const int sectionLevel = m_lesson.isSplit ? 3 : 2;
    if (m_lesson.isSplit && heading.level == 2 && title.startsWith("Unit:"_L1)) {
        openUnit(title, heading.line);
    } else if (heading.level <= sectionLevel) {
        openSection(title, heading.line, heading.level);
    } else {
        takeBlock(heading);
    }
}

void LessonBuilder::readParts(LessonUnit& unit)
{
    const int partLevel = m_lesson.isSplit ? 4 : 3;
    for (LessonSection& section : unit.sections) {
        section.words = wordCount(section.blocks);
        const auto append = [](auto& all, auto more) { std::move(more.begin(), more.end(), std::back_inserter(all)); };
        switch (section.kind) {
        case SectionKind::Task:
        case SectionKind::Steps:
            append(unit.tasks, readTasks(section, partLevel, m_reading));
            break;
        case SectionKind::WhenStuck:
            append(unit.hints, readHints(section, partLevel, m_reading));
            break;
        case SectionKind::Checklist:
        case SectionKind::Acceptance:
            append(unit.checklist, readChecklist(section, m_reading));
            break;
        case SectionKind::Quiz:
            append(unit.quiz, readQuiz(section, partLevel, m_reading));
            break;
        case SectionKind::Flashcards:
            append(unit.cards, readCards(section, m_reading));
            break;
        default:
            break;
        }
    }
}

LessonDocument LessonBuilder::build()
{
    const auto isUnit = [](const Block& block) {
        return block.kind == Block::Kind::Heading && block.level == 2 && plainText(block.inlines).startsWith("Unit:"_L1);
    };
    m_lesson.isSplit = m_lesson.form == LessonForm::Skill && std::any_of(m_blocks.begin(), m_blocks.end(), isUnit);
    const int firstLine = m_blocks.empty() ? 0 : m_blocks.front().line;
    if (!m_lesson.isSplit) {
        m_lesson.units.emplace_back().line = firstLine;
    }
    for (Block& block : m_blocks) {
        const bool isBeforeUnits = m_lesson.units.empty() && !plainText(block.inlines).startsWith("Unit:"_L1);
        if (block.kind == Block::Kind::Heading && !isBeforeUnits) {
            takeHeading(block);
        } else {
            takeBlock(block);
        }
    }
    for (LessonUnit& unit : m_lesson.units) {
        readParts(unit);
    }
    if (m_lesson.closing) {
        m_lesson.closing->words = wordCount(m_lesson.closing->blocks);
    }
    m_lesson.faults = std::move(m_reading.faults);
    return std::move(m_lesson);
}

} // namespace

QString headingOf(SectionKind kind)
{
    return QString::fromLatin1(headings.at(static_cast<std::size_t>(kind)));
}

std::span<const SectionKind> sectionsOf(LessonForm form)
{
    return form == LessonForm::Skill ? std::span<const SectionKind>(skillSections) : std::span<const SectionKind>(projectSections);
}

std::optional<SectionKind> sectionKindFrom(const QString& heading, LessonForm form)
{
    const auto kinds = sectionsOf(form);
    const auto found = std::ranges::find_if(kinds, [&heading](SectionKind kind) { return headingOf(kind) == heading; });
    return found == kinds.end() ? std::nullopt : std::optional(*found);
}

bool isBody(SectionKind kind)
{
    return kind <= SectionKind::Task || kind == SectionKind::Brief || kind == SectionKind::Steps;
}

const LessonSection* LessonUnit::section(SectionKind kind) const
{
    const auto found = std::find_if(sections.begin(), sections.end(), [kind](const LessonSection& s) { return s.kind == kind; });
    return found == sections.end() ? nullptr : &*found;
}

int LessonUnit::taskMinutes() const
{
    int minutes = 0;
    for (const PracticeTask& task : tasks) {
        minutes += task.minutes;
    }
    return minutes;
}

int LessonDocument::words() const
{
    int words = closing ? closing->words : 0;
    for (const LessonUnit& unit : units) {
        for (const LessonSection& section : unit.sections) {
            words += section.words;
        }
    }
    return words;
}

std::vector<domain::ChecklistItem> LessonDocument::checklist() const
{
    std::vector<domain::ChecklistItem> items;
    for (const LessonUnit& unit : units) {
        for (const LessonItem& item : unit.checklist) {
            items.push_back(item.item);
        }
    }
    return items;
}

QStringList LessonDocument::questionIds() const
{
    QStringList ids;
    for (const LessonUnit& unit : units) {
        std::ranges::transform(unit.quiz, std::back_inserter(ids), &QuizQuestion::id);
    }
    return ids;
}

QStringList LessonDocument::cardIds() const
{
    QStringList ids;
    for (const LessonUnit& unit : units) {
        std::ranges::transform(unit.cards, std::back_inserter(ids), &Flashcard::id);
    }
    return ids;
}

/// The items as they are read on screen, without evidence and ids.
static QString textOf(const std::vector<LessonItem>& checklist)
{
    QStringList lines;
    for (const LessonItem& item : checklist) {
        lines.append(item.item.text);
    }
    return lines.join(u'\n');
}

std::vector<domain::Lesson::Section> LessonDocument::searchSections() const
{
    std::vector<domain::Lesson::Section> sections;
    for (const LessonUnit& unit : units) {
        for (const LessonSection& section : unit.sections) {
            const QString heading = headingOf(section.kind);
            const bool isList = section.kind == SectionKind::Checklist || section.kind == SectionKind::Acceptance;
            const QString body = isList ? textOf(unit.checklist) : plainText(section.blocks);
            sections.push_back({ unit.title.isEmpty() ? heading : u"%1: %2"_s.arg(unit.title, heading), body });
        }
    }
    if (closing) {
        sections.push_back({ headingOf(closing->kind), plainText(closing->blocks) });
    }
    return sections;
}

domain::Result<LessonDocument> readLesson(const QString& body, int firstLine, LessonForm form)
{
    auto blocks = parseMarkdown(body, firstLine);
    if (!blocks) {
        return tl::unexpected(blocks.error());
    }
    return LessonBuilder(std::move(*blocks), form).build();
}

QString idFromWords(const QString& text)
{
    static const QRegularExpression separators(u"[^a-z0-9]+"_s);
    QStringList words = text.toLower().split(separators, Qt::SkipEmptyParts);
    if (words.size() > 1 && words.front() == "i"_L1) {
        words.removeFirst();
    }
    QString id;
    for (const QString& word : words) {
        if (id.size() + word.size() >= longestMadeId) {
            break;
        }
        id += id.isEmpty() ? word : u'-' + word;
    }
    if (id.isEmpty()) { // a text in another script
        id = u"t-"_s + QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().first(10));
    }
    return id;
}

bool isId(const QString& text)
{
    static const QRegularExpression pattern(u"^[a-z0-9]+(?:-[a-z0-9]+)*$"_s);
    return text.size() <= longestMadeId + 20 && pattern.match(text).hasMatch();
}

} // namespace waymark::exchange
