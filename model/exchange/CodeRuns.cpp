// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CodeRuns.h>

#include <exchange/CodeLanguages.h>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

using SavedFiles = std::map<QString, QString>;

void addRuns(const LessonSection& section, const CourseFiles& files, SavedFiles& saved, std::vector<CodeRun>& runs)
{
    const auto leaves = leavesOf(section.blocks);
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        const Block& block = *leaves[i];
        if (block.kind != Block::Kind::Code) {
            continue;
        }
        const Fence fence = fenceOf(block.info);
        const FenceAttributes attributes = attributesOf(fence);
        const bool isRun = fence.act != Fence::Act::None && fence.act != Fence::Act::Show;
        if (isRun && attributes.refusals.isEmpty() && codeLanguage(fence.language) != nullptr) {
            CodeRun run { {}, block.line, fence.act, fence.language, block.text, {}, 0, attributes, {}, saved };
            if (i + 1 < leaves.size() && leaves[i + 1]->kind == Block::Kind::Output) {
                run.output = leaves[i + 1]->text;
                run.outputLine = leaves[i + 1]->line;
            }
            if (const auto found = files.find(u"fixtures/%1.sql"_s.arg(attributes.fixture)); found != files.end()) {
                run.fixture = found->second;
            }
            runs.push_back(std::move(run));
        }
        if (attributes.refusals.isEmpty() && !attributes.file.isEmpty()) {
            saved[attributes.file] = block.text;
        }
    }
}

/// Why the value of an attribute cannot be used, or nothing.
QString refusalOfValue(const QString& key, const QString& value)
{
    if (key == "file"_L1 || key == "fixture"_L1) {
        return refusalOfName(value);
    }
    if (key == "engine"_L1 && value != "postgresql"_L1 && value != "mariadb"_L1) {
        return u"engines are postgresql and mariadb"_s;
    }
    if (key == "needs"_L1 && value != "firewall"_L1) {
        return u"a block can need a firewall, nothing else"_s;
    }
    return {};
}

} // namespace

FenceAttributes attributesOf(const Fence& fence)
{
    FenceAttributes attributes;
    for (const QString& option : fence.options) {
        const QString key = option.section(u'=', 0, 0);
        const QString value = option.section(u'=', 1);
        QString* place = key == "fixture"_L1 ? &attributes.fixture
            : key == "file"_L1               ? &attributes.file
            : key == "engine"_L1             ? &attributes.engine
            : key == "needs"_L1              ? &attributes.needs
                                             : nullptr;
        if (place == nullptr && key != "version"_L1) {
            attributes.refusals.push_back(u"\"%1\" is not an attribute of a block"_s.arg(option));
            continue;
        }
        const QString refusal = refusalOfValue(key, value);
        if (!refusal.isEmpty()) {
            attributes.refusals.push_back(u"\"%1\": %2"_s.arg(option, refusal));
        }
        if (place != nullptr) {
            *place = value;
        }
    }
    return attributes;
}

std::vector<CodeRun> codeRunsOf(const QString& file, const LessonDocument& lesson, const CourseFiles& files)
{
    std::vector<CodeRun> runs;
    for (const LessonUnit& unit : lesson.units) {
        SavedFiles saved;
        for (const LessonSection& section : unit.sections) {
            addRuns(section, files, saved, runs);
        }
    }
    if (lesson.closing) {
        SavedFiles saved;
        addRuns(*lesson.closing, files, saved, runs);
    }
    for (CodeRun& run : runs) {
        run.file = file;
    }
    return runs;
}

QStringList comparableLines(const QString& output)
{
    QStringList lines;
    for (QString line : output.split(u'\n')) {
        while (!line.isEmpty() && line.back().isSpace()) {
            line.chop(1);
        }
        lines.push_back(line);
    }
    while (!lines.isEmpty() && lines.back().isEmpty()) {
        lines.pop_back();
    }
    return lines;
}

} // namespace waymark::exchange
