// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/CourseFiles.h>
#include <exchange/LessonDocument.h>

#include <map>
#include <optional>
#include <vector>

namespace waymark::exchange {

/// What the fence of a block of code says beside language and act: "fixture=shop", "file=desk.py", "engine=postgresql", "needs=firewall",
/// "version=3.11".
struct FenceAttributes
{
    QString fixture; ///< the name of a file of fixtures/, without ".sql"
    QString file; ///< under which relative path the block is saved for the later blocks
    QString engine; ///< empty for SQLite
    QString needs; ///< what not every machine lets a program do: "firewall", rules in a network of its own; mostly empty
    QStringList refusals; ///< one sentence for each word that is not such an attribute or has no valid value
};
[[nodiscard]] FenceAttributes attributesOf(const Fence& fence);

/// One block of code that is to be run or compiled, with all that its verdict depends on.
struct CodeRun
{
    QString file; ///< of the course
    int line = 0; ///< of the fence
    Fence::Act act = Fence::Act::Run; ///< Run, Fails or Check
    QString language;
    QString code;
    std::optional<QString> output; ///< of the output block that follows
    int outputLine = 0;
    FenceAttributes attributes;
    QByteArray fixture; ///< the content of the fixture
    std::map<QString, QString> saved; ///< by path: what earlier blocks of the same unit left for this one
};

/// The runs of a lesson in the order of its blocks. Blocks in languages that are not run here, and blocks that are only shown, are left
/// out, but their files are saved for the others.
[[nodiscard]] std::vector<CodeRun> codeRunsOf(const QString& file, const LessonDocument& lesson, const CourseFiles& files);

/// Trailing blanks of lines and trailing empty lines do not count in a comparison of outputs.
[[nodiscard]] QStringList comparableLines(const QString& output);

} // namespace waymark::exchange
