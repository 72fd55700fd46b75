// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CodeLanguages.h>
#include <exchange/CodeRuns.h>
#include <exchange/LessonChecks.h>
#include <exchange/Yaml.h>

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

/// Data that is always parsed needs no word that says so.
bool isData(const Fence& fence)
{
    return fence.language == "json"_L1 || fence.language == "yaml"_L1 || fence.language == "regex"_L1;
}

void checkJson(const LessonCheck& check, const Block& block)
{
    QJsonParseError error;
    const QByteArray text = block.text.toUtf8();
    QJsonDocument::fromJson('[' + text + ']', &error); // so that a lone text or number is a document too
    if (error.error != QJsonParseError::NoError) {
        const auto lines = static_cast<int>(text.left(error.offset - 1).count('\n'));
        check.fault(block.line + 1 + lines, "fence-data", u"The JSON does not parse: %1."_s.arg(error.errorString()),
            u"Correct it, or mark the block as \"show (why it is broken)\"."_s);
    }
}

void checkYaml(const LessonCheck& check, const Block& block)
{
    if (const auto fault = yamlSyntaxFault(block.text.toUtf8(), block.line + 1)) {
        check.fault(fault->line, "fence-data", u"The YAML does not parse: %1."_s.arg(fault->message),
            u"Correct it, or mark the block as \"show (why it is broken)\"."_s);
    }
}

/// One pattern a line.
void checkPatterns(const LessonCheck& check, const Block& block)
{
    const QStringList patterns = block.text.split(u'\n');
    for (qsizetype i = 0; i < patterns.size(); ++i) {
        const QRegularExpression pattern(patterns[i]);
        if (!pattern.isValid()) {
            check.fault(block.line + 1 + static_cast<int>(i), "fence-data",
                u"The regular expression does not compile: %1 at %2."_s.arg(pattern.errorString()).arg(pattern.patternErrorOffset()),
                u"Correct it, or mark the block as \"show (why it is broken)\"."_s);
        }
    }
}

/// Start line, header lines, an empty line, and a body of the length that Content-Length states.
void checkMessage(const LessonCheck& check, const Block& block)
{
    static const QRegularExpression start(uR"(^(?:[A-Z]+ \S+ HTTP/\d(?:\.\d)?|HTTP/\d(?:\.\d)? [1-5]\d\d(?: .*)?)$)"_s);
    static const QRegularExpression header(uR"(^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*$)"_s);
    const QString mend = u"Write a start line, header lines, an empty line and the body, as they are sent."_s;
    const QStringList lines = block.text.split(u'\n');
    if (!start.match(lines.value(0)).hasMatch()) {
        check.fault(
            block.line + 1, "fence-data", u"\"%1\" is not the start line of an HTTP request or response."_s.arg(lines.value(0)), mend);
        return;
    }
    qsizetype i = 1;
    std::optional<int> stated;
    int statedLine = 0;
    for (; i < lines.size() && !lines[i].isEmpty(); ++i) {
        const auto match = header.match(lines[i]);
        const int line = block.line + 1 + static_cast<int>(i);
        if (!match.hasMatch()) {
            check.fault(line, "fence-data", u"\"%1\" is not a header line of HTTP."_s.arg(lines[i]), mend);
        } else if (match.captured(1).compare("content-length"_L1, Qt::CaseInsensitive) == 0) {
            bool isNumber = false;
            stated = match.captured(2).toInt(&isNumber);
            statedLine = line;
        }
    }
    // The newline before the closing fence is not part of the body; every other one is one byte.
    const qsizetype length
        = lines.mid(i + 1).join(u'\n').chopped(block.text.endsWith(u'\n') && i + 1 < lines.size() ? 1 : 0).toUtf8().size();
    if (stated && length > 0 && *stated != length) {
        check.fault(statedLine, "fence-data", u"Content-Length states %1 bytes; the body has %2."_s.arg(*stated).arg(length),
            u"Write Content-Length: %1."_s.arg(length));
    }
}

void checkAttributes(const LessonCheck& check, const Block& block, const Fence& fence)
{
    const FenceAttributes attributes = attributesOf(fence);
    for (const QString& refusal : attributes.refusals) {
        check.fault(block.line, "fence-attribute", u"The fence cannot be read: %1."_s.arg(refusal),
            u"Attributes are fixture=NAME, file=PATH, engine=postgresql or mariadb, needs=firewall, version=NUMBER."_s);
    }
    const QString fixture = u"fixtures/%1.sql"_s.arg(attributes.fixture);
    if (attributes.refusals.isEmpty() && !attributes.fixture.isEmpty() && check.files.find(fixture) == check.files.end()) {
        check.fault(block.line, "fence-attribute", u"%1 is not in the course."_s.arg(fixture), u"Write the file, or correct the name."_s);
    }
    const bool isRun = fence.act == Fence::Act::Run || fence.act == Fence::Act::Fails;
    if (isRun && codeLanguage(fence.language) == nullptr) {
        check.fault(block.line, "fence-language", u"No tool is known that runs \"%1\"."_s.arg(fence.language),
            u"Run python, bash, sh, javascript, java, ruby, php or sql; mark other code as check or \"show (reason)\"."_s);
    }
}

void checkData(const LessonCheck& check, const Block& block, const Fence& fence)
{
    if (fence.act == Fence::Act::Show) {
        return;
    }
    if (fence.language == "json"_L1) {
        checkJson(check, block);
    } else if (fence.language == "yaml"_L1) {
        checkYaml(check, block);
    } else if (fence.language == "regex"_L1) {
        checkPatterns(check, block);
    } else if (fence.language == "http"_L1) {
        checkMessage(check, block);
    }
}

void checkFence(const LessonCheck& check, const Block& block, const Block* next)
{
    const Fence fence = fenceOf(block.info);
    if (fence.language.isEmpty() || (fence.act == Fence::Act::None && !isData(fence))) {
        check.fault(block.line, "fence-word", u"The block of code does not say its language and what happens to it."_s,
            u"Write \"```python run\", check, fails or \"show (reason)\"; output blocks are \"```output\"."_s);
        return;
    }
    if (fence.act == Fence::Act::Show && fence.reason.isEmpty()) {
        check.fault(block.line, "fence-reason", u"The block is only shown and gives no reason."_s,
            u"Write \"show (the reason)\", or let it run."_s);
    }
    if (fence.act == Fence::Act::Fails && (next == nullptr || next->kind != Block::Kind::Output)) {
        check.fault(block.line, "fence-output", u"The block must fail, and no output block says how."_s,
            u"Add an \"```output\" block with the text of the error."_s);
    }
    checkAttributes(check, block, fence);
    checkData(check, block, fence);
}

void checkPictures(const LessonCheck& check, const LessonSection& section)
{
    for (const Picture& picture : picturesOf(section.blocks)) {
        const QString name = assetName(picture.name);
        if (picture.alt.isEmpty()) {
            check.fault(picture.line, "picture-alt", u"The picture \"%1\" has no text for those who do not see it."_s.arg(picture.name),
                u"Write what it shows between the square brackets."_s);
        }
        if (name.isEmpty() || check.files.find(name) == check.files.end()) {
            check.fault(picture.line, "picture-missing", u"The picture \"%1\" is not in the course."_s.arg(picture.name),
                u"Put it into images/ and name it as \"../../images/NAME\"."_s);
        }
    }
}

} // namespace

void checkBlocks(const LessonCheck& check)
{
    eachSection(check.lesson, [&check](const LessonSection& section) {
        const auto leaves = leavesOf(section.blocks);
        for (std::size_t i = 0; i < leaves.size(); ++i) {
            if (leaves[i]->kind == Block::Kind::Code) {
                checkFence(check, *leaves[i], i + 1 < leaves.size() ? leaves[i + 1] : nullptr);
            }
        }
        checkPictures(check, section);
    });
}

} // namespace waymark::exchange
