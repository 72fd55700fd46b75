// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/LessonChecks.h>
#include <exchange/Yaml.h>

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

/// Data that is always parsed needs no word that says so.
bool isData(const Fence& fence) { return fence.language == "json"_L1 || fence.language == "yaml"_L1 || fence.language == "regex"_L1; }

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
    if (fence.language == "json"_L1 && fence.act != Fence::Act::Show) {
        checkJson(check, block);
    } else if (fence.language == "yaml"_L1 && fence.act != Fence::Act::Show) {
        checkYaml(check, block);
    }
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
