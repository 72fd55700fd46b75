// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/LessonParts.h>

#include <exchange/CleanText.h>

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

/// Takes the evidence and the id off the end of the text of an item. They are parted by " | ", which may also stand in the text.
LessonItem itemFrom(const QString& words, int line, LessonReading& reading)
{
    static const QRegularExpression pattern(uR"(^(?<text>.*?)\s+\|\s*evidence:\s*(?<evidence>[^|]*?)(?:\s*\|\s*id:\s*(?<id>[^|]*?))?$)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    LessonItem item;
    item.line = line;
    const QRegularExpressionMatch match = pattern.match(words);
    item.item.text = cleanLine(match.hasMatch() ? match.captured(u"text"_s) : words);
    item.item.evidenceHint = cleanLine(match.captured(u"evidence"_s));
    const auto kind = domain::evidenceKindFrom(item.item.evidenceHint.section(u' ', 0, 0));
    item.hasEvidence = kind.has_value();
    item.item.evidence = kind.value_or(domain::EvidenceKind::Note);
    if (!item.hasEvidence) {
        reading.fault(line, "checklist-evidence",
            item.item.evidenceHint.isEmpty() ? u"The item does not say which evidence it asks for."_s
                                             : u"\"%1\" is not a kind of evidence."_s.arg(item.item.evidenceHint),
            u"End the item with \" | evidence: KIND\"; kinds are lab, file, commit, output, link, sign-off, rubric and note."_s);
    }
    const QString id = match.captured(u"id"_s);
    item.hasWrittenId = isId(id);
    if (!id.isEmpty() && !item.hasWrittenId) {
        reading.fault(line, "checklist-id", u"\"%1\" is not an id."_s.arg(id), u"Use lower-case words joined by hyphens."_s);
    } else if (!id.isEmpty() && reading.itemIds.contains(id)) {
        reading.fault(line, "checklist-id", u"The id \"%1\" is taken by another item of this skill."_s.arg(id),
            u"Give each item of a skill an id of its own."_s);
    }
    item.item.id = reading.itemIds.take(item.hasWrittenId ? id : idFromWords(item.item.text));
    return item;
}

const Block* firstTable(const Blocks& blocks)
{
    const auto found = std::find_if(blocks.begin(), blocks.end(), [](const Block& b) { return b.kind == Block::Kind::Table; });
    return found == blocks.end() ? nullptr : &*found;
}

} // namespace

void LessonReading::fault(int line, const char* rule, const QString& message, const QString& mend)
{
    faults.push_back({ QString(), line, QString::fromLatin1(rule), message, mend });
}

std::vector<LessonPart> partsAt(const Blocks& blocks, int level)
{
    std::vector<LessonPart> parts;
    for (const Block& block : blocks) {
        if (block.kind == Block::Kind::Heading && block.level == level) {
            parts.push_back({ block.inlines, block.line, {} });
        } else if (!parts.empty()) {
            parts.back().blocks.push_back(block);
        }
    }
    return parts;
}

QString TakenIds::take(const QString& wanted)
{
    QString id = wanted;
    if (m_ids.contains(wanted)) {
        int& number = m_next[wanted];
        for (number = std::max(number, 2); m_ids.contains(id); ++number) {
            id = u"%1-%2"_s.arg(wanted).arg(number);
        }
    }
    m_ids.insert(id);
    return id;
}

std::vector<PracticeTask> readTasks(const LessonSection& section, int headingLevel, LessonReading& reading)
{
    const QString word = section.kind == SectionKind::Steps ? u"Step"_s : u"Task"_s;
    const QRegularExpression pattern(uR"(^%1:\s*(?<title>.+?)\s*(?:\((?<minutes>\d{1,4})\s*min\))?$)"_s.arg(word));
    std::vector<PracticeTask> tasks;
    for (LessonPart& part : partsAt(section.blocks, headingLevel)) {
        const QString heading = plainText(part.heading).simplified();
        const QRegularExpressionMatch match = pattern.match(heading);
        PracticeTask task;
        task.title = cleanLine(match.hasMatch() ? match.captured(u"title"_s) : heading);
        task.minutes = match.captured(u"minutes"_s).toInt();
        task.line = part.line;
        task.blocks = std::move(part.blocks);
        if (!match.hasMatch() || task.minutes == 0) {
            reading.fault(part.line, "task-heading",
                u"The heading \"%1\" does not name a %2 and its minutes."_s.arg(heading, word.toLower()),
                u"Write \"%1: What it is about (45 min)\"."_s.arg(word));
        }
        tasks.push_back(std::move(task));
    }
    return tasks;
}

std::vector<LessonHint> readHints(const LessonSection& section, int headingLevel, LessonReading& reading)
{
    constexpr QLatin1StringView prefix("Hint: ");
    std::vector<LessonHint> hints;
    for (LessonPart& part : partsAt(section.blocks, headingLevel)) {
        const QString heading = plainText(part.heading).simplified();
        if (!heading.startsWith(prefix)) {
            reading.fault(part.line, "hint-heading", u"The heading \"%1\" does not name a hint."_s.arg(heading),
                u"Write \"Hint: What it helps with\"."_s);
        }
        const QString title = heading.startsWith(prefix) ? heading.mid(prefix.size()) : heading;
        hints.push_back({ cleanLine(title), part.line, std::move(part.blocks) });
    }
    return hints;
}

std::vector<LessonItem> readChecklist(const LessonSection& section, LessonReading& reading)
{
    std::vector<LessonItem> items;
    for (const Block& block : section.blocks) {
        if (block.kind != Block::Kind::List) {
            continue;
        }
        for (const ListItem& entry : block.items) {
            if (entry.task == TaskMark::None) {
                reading.fault(entry.line, "checklist-form", u"This entry of the checklist has no box."_s, u"Begin it with \"- [ ] \"."_s);
            } else {
                items.push_back(itemFrom(plainText(entry.blocks).simplified(), entry.line, reading));
            }
        }
    }
    return items;
}

std::vector<Flashcard> readCards(const LessonSection& section, LessonReading& reading)
{
    const Block* table = firstTable(section.blocks);
    const bool isTable = table != nullptr && table->header.size() == 2 && plainText(table->header[0]).trimmed() == "Front"_L1
        && plainText(table->header[1]).trimmed() == "Back"_L1;
    if (!isTable) {
        reading.fault(table != nullptr ? table->line : section.line, "card-form", u"The flashcards are not a table of Front and Back."_s,
            u"Write a table whose header is \"| Front | Back |\"."_s);
    }
    std::vector<Flashcard> cards;
    for (const TableRow& row : isTable ? table->rows : std::vector<TableRow> {}) {
        const QString front = plainText(row.cells.at(0)).trimmed();
        if (front.isEmpty() || plainText(row.cells.at(1)).trimmed().isEmpty()) {
            reading.fault(row.line, "card-form", u"A card has an empty side."_s, u"Fill in both columns, or remove the row."_s);
            continue;
        }
        cards.push_back({ reading.cardIds.take(idFromWords(front)), row.cells.at(0), row.cells.at(1), row.line });
    }
    return cards;
}

} // namespace waymark::exchange
