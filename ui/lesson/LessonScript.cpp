// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/LessonScript.h>

#include <ui/lesson/QuizCards.h>
#include <ui/words/Words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::Block;
using exchange::Blocks;
using exchange::Flashcard;
using exchange::LessonDocument;
using exchange::LessonSection;
using exchange::LessonUnit;
using exchange::PracticeTask;
using exchange::QuizQuestion;
using exchange::SectionKind;

namespace {

constexpr std::size_t mostSections = 500; ///< in the list beside the text

class ScriptBuilder
{
    Q_DECLARE_TR_FUNCTIONS(LessonScript)

public:
    ScriptBuilder(const std::shared_ptr<const LessonDocument>& lesson, const LessonScriptOptions& options)
        : m_lesson(lesson)
        , m_look(options.look)
        , m_unfolded(options.unfolded)
        , m_stageOf(options.stageOf)
    {
        m_column.left = m_look.hang;
        m_column.right = m_look.hang + m_look.outset;
    }

    LessonScript build();

private:
    void addUnit(const LessonUnit& unit, int number);
    void addSection(const LessonUnit* unit, const LessonSection& section);
    void addHeading(const QString& title, int rank, const QString& place);
    void addTasks(const LessonUnit& unit, const LessonSection& section);
    void addQuiz(const LessonUnit& unit, const LessonSection& section);
    void addCards(const LessonUnit& unit, const LessonSection& section);
    void addHints(const LessonUnit& unit, const LessonSection& section);
    void addChecklist(const LessonUnit& unit);
    void addAcceptance(const LessonUnit& unit, const LessonSection& section);
    void addAnswers();
    void add(LessonPiece piece) { m_script.pieces.push_back(std::move(piece)); }

    std::shared_ptr<const LessonDocument> m_lesson;
    const LessonLook& m_look;
    const QSet<QString>& m_unfolded;
    std::function<QuestionStage(const QuizQuestion&)> m_stageOf;
    Nesting m_column;
    LessonScript m_script;
};

LessonScript ScriptBuilder::build()
{
    add([lesson = m_lesson](LessonWriter&) {}); // keeps the lesson alive as long as its pieces
    int number = 0;
    for (const LessonUnit& unit : m_lesson->units) {
        addUnit(unit, ++number);
    }
    if (m_lesson->closing) {
        addSection(nullptr, *m_lesson->closing);
    }
    if (m_look.medium == LessonLook::Medium::Paper) {
        addAnswers();
    }
    return std::move(m_script);
}

void ScriptBuilder::addHeading(const QString& title, int rank, const QString& place)
{
    const bool listed = m_script.sections.size() < mostSections;
    if (listed) {
        m_script.sections.push_back({ title, place, rank == 1 });
    }
    add([title, rank, listed, column = m_column](LessonWriter& writer) {
        if (listed) {
            writer.markSection();
        }
        writer.heading(title, rank, column);
    });
}

void ScriptBuilder::addUnit(const LessonUnit& unit, int number)
{
    if (m_lesson->isSplit) {
        addHeading(unit.title, 1, unit.title);
        const QString hours
            = tr("Unit %1 of %2 · %3", "number, count, hours").arg(number).arg(m_lesson->units.size()).arg(Words::hours(unit.hours));
        add([hours, column = m_column](LessonWriter& writer) { writer.sentence(hours, writer.look().caption, column, 0); });
    }
    for (const LessonSection& section : unit.sections) {
        addSection(&unit, section);
    }
}

void ScriptBuilder::addSection(const LessonUnit* unit, const LessonSection& section)
{
    const QString title = headingOf(section.kind);
    addHeading(title, 2, unit == nullptr || unit->title.isEmpty() ? title : u"%1: %2"_s.arg(unit->title, title));
    if (unit != nullptr && (section.kind == SectionKind::Task || section.kind == SectionKind::Steps)) {
        addTasks(*unit, section);
    } else if (unit != nullptr && section.kind == SectionKind::Acceptance) {
        addAcceptance(*unit, section);
    } else if (unit != nullptr && section.kind == SectionKind::WhenStuck && !unit->hints.empty()) {
        addHints(*unit, section);
    } else if (unit != nullptr && section.kind == SectionKind::Checklist) {
        addChecklist(*unit);
    } else if (unit != nullptr && section.kind == SectionKind::Quiz && !unit->quiz.empty()) {
        addQuiz(*unit, section);
    } else if (unit != nullptr && section.kind == SectionKind::Flashcards && !unit->cards.empty()) {
        addCards(*unit, section);
    } else {
        addBlocks(m_script.pieces, section.blocks, m_column, m_look);
    }
}

void ScriptBuilder::addTasks(const LessonUnit& unit, const LessonSection& section)
{
    const bool isStep = section.kind == SectionKind::Steps;
    int number = 0;
    auto from = section.blocks.begin();
    for (const PracticeTask& task : unit.tasks) {
        const auto heading = std::find_if(from, section.blocks.end(), [&task](const Block& block) { return block.line == task.line; });
        if (heading == section.blocks.end()) {
            continue;
        }
        if (from == section.blocks.begin() && heading != from) {
            const auto before = std::make_shared<const Blocks>(from, heading);
            add([before](LessonWriter&) {});
            addBlocks(m_script.pieces, *before, m_column, m_look);
        }
        from = heading + 1;
        const QString title = task.title;
        const QString name = isStep ? tr("Step %1 of %2").arg(++number).arg(unit.tasks.size()) : tr("Task");
        const QString time = task.minutes > 0 ? tr("%1 · about %2", "task or step, minutes").arg(name, Words::minutes(task.minutes)) : name;
        add([title, time, column = m_column](LessonWriter& writer) {
            writer.heading(title, 3, column);
            writer.sentence(time, writer.look().caption, column, 0);
        });
        addBlocks(m_script.pieces, task.blocks, m_column, m_look);
    }
    if (from == section.blocks.begin()) {
        addBlocks(m_script.pieces, section.blocks, m_column, m_look);
    }
}

/// The script and its explanation as they stand; the items themselves are at the side, as with every checklist.
void ScriptBuilder::addAcceptance(const LessonUnit& unit, const LessonSection& section)
{
    const auto around = std::make_shared<Blocks>();
    std::copy_if(section.blocks.begin(), section.blocks.end(), std::back_inserter(*around),
        [](const Block& block) { return block.kind != Block::Kind::List; });
    add([around](LessonWriter&) {});
    addBlocks(m_script.pieces, *around, m_column, m_look);
    addChecklist(unit);
}

void ScriptBuilder::addHints(const LessonUnit& unit, const LessonSection& section)
{
    if (section.blocks.front().kind == Block::Kind::Paragraph) {
        const Block* lead = &section.blocks.front();
        add([lead, column = m_column](LessonWriter& writer) { writer.paragraph(lead->inlines, column); });
    }
    const bool all = m_look.medium == LessonLook::Medium::Paper;
    for (const exchange::LessonHint& hint : unit.hints) {
        add([&hint, all, &unfolded = m_unfolded](
                LessonWriter& writer) { QuizCards::write(writer, hint, all || unfolded.contains(QuizCards::keyOf(hint))); });
    }
}

void ScriptBuilder::addChecklist(const LessonUnit& unit)
{
    const int count = static_cast<int>(unit.checklist.size());
    if (m_look.medium == LessonLook::Medium::Paper) {
        for (const exchange::LessonItem& item : unit.checklist) {
            exchange::Inline run;
            run.text = item.item.text;
            Nesting place = m_column.inner(m_look.em * 1.3);
            place.marker = u"☐"_s;
            place.markerIndent = m_look.em * 1.3;
            place.tight = true;
            add([text = exchange::Inlines { run }, place](LessonWriter& writer) { writer.paragraph(text, place); });
        }
        return;
    }
    const QString sentence = m_lesson->form == exchange::LessonForm::Project
        ? tr("%n act(s) prove that it is done. They stand at the side, where you tick them.", nullptr, count)
        : tr("%n act(s) prove this skill. They stand at the side, where you tick them.", nullptr, count);
    add([sentence, column = m_column](LessonWriter& writer) {
        writer.sentence(sentence, writer.look().body, column);
        writer.action(tr("Go to the checklist"), mark::checklistScheme, column, space::xs);
    });
}

void ScriptBuilder::addQuiz(const LessonUnit& unit, const LessonSection& section)
{
    if (!section.blocks.empty() && section.blocks.front().kind == Block::Kind::Paragraph) {
        const Block* lead = &section.blocks.front();
        add([lead, column = m_column](LessonWriter& writer) { writer.paragraph(lead->inlines, column); });
    }
    QuizCards::Count count { 0, static_cast<int>(unit.quiz.size()) };
    for (const QuizQuestion& question : unit.quiz) {
        ++count.number;
        add([&question, count, stageOf = m_stageOf](
                LessonWriter& writer) { QuizCards::write(writer, question, count, stageOf ? stageOf(question) : QuestionStage {}); });
    }
}

void ScriptBuilder::addCards(const LessonUnit& unit, const LessonSection& section)
{
    if (!section.blocks.empty() && section.blocks.front().kind == Block::Kind::Paragraph) {
        const Block* lead = &section.blocks.front();
        add([lead, column = m_column](LessonWriter& writer) { writer.paragraph(lead->inlines, column); });
    }
    const bool all = m_look.medium == LessonLook::Medium::Paper;
    for (const Flashcard& card : unit.cards) {
        add([&card, all, &unfolded = m_unfolded](
                LessonWriter& writer) { QuizCards::write(writer, card, all || unfolded.contains(QuizCards::keyOf(card))); });
    }
}

void ScriptBuilder::addAnswers()
{
    const bool asks
        = std::any_of(m_lesson->units.begin(), m_lesson->units.end(), [](const LessonUnit& unit) { return !unit.quiz.empty(); });
    if (!asks) {
        return;
    }
    addHeading(tr("Answers to the quiz"), 1, {});
    for (const LessonUnit& unit : m_lesson->units) {
        if (m_lesson->isSplit && !unit.quiz.empty()) {
            addHeading(unit.title, 2, {});
        }
        int number = 0;
        for (const QuizQuestion& question : unit.quiz) {
            ++number;
            add([&question, number](LessonWriter& writer) { QuizCards::writeAnswer(writer, question, number); });
        }
    }
}

} // namespace

LessonScript scriptOf(const std::shared_ptr<const LessonDocument>& lesson, const LessonScriptOptions& options)
{
    return ScriptBuilder(lesson, options).build();
}

LessonScript scriptOfQuestion(const std::shared_ptr<const LessonDocument>& lesson, const LessonScriptOptions& options)
{
    LessonScript script;
    script.pieces.emplace_back([lesson, stageOf = options.stageOf](LessonWriter& writer) {
        const QuizQuestion& question = lesson->units.front().quiz.front();
        QuizCards::write(writer, question, {}, stageOf ? stageOf(question) : QuestionStage {});
    });
    return script;
}

} // namespace waymark::ui
