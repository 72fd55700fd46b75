// SPDX-License-Identifier: GPL-3.0-or-later
// The spans and texts inside of a block.
#include <exchange/BlockBuilder.h>

#include <exchange/Entities.h>
#include <exchange/Limits.h>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

bool isOpenable(const QString& target)
{
    return target.startsWith("https://"_L1, Qt::CaseInsensitive) || target.startsWith("http://"_L1, Qt::CaseInsensitive)
        || target.startsWith("mailto:"_L1, Qt::CaseInsensitive);
}

bool hasSameLook(const Inline& a, const Inline& b)
{
    return a.kind == b.kind && a.strong == b.strong && a.emphasis == b.emphasis && a.code == b.code && a.strike == b.strike
        && a.target == b.target;
}

} // namespace

QString BlockBuilder::pieceText(MD_TEXTTYPE type, const char* bytes, qsizetype size)
{
    if (type == MD_TEXT_NULLCHAR) {
        return QString(QChar(QChar::ReplacementCharacter));
    }
    const QString text = QString::fromUtf8(bytes, size);
    return type == MD_TEXT_ENTITY ? entityText(text) : text;
}

QString BlockBuilder::attributeText(const MD_ATTRIBUTE& attribute)
{
    QString text;
    for (int i = 0; attribute.text != nullptr && attribute.substr_offsets[i] < attribute.size; ++i) {
        const auto begin = attribute.substr_offsets[i];
        const auto end = attribute.substr_offsets[i + 1];
        text += pieceText(attribute.substr_types[i], attribute.text + begin, end - begin);
    }
    return text;
}

int BlockBuilder::enterSpan(MD_SPANTYPE type, void* detail)
{
    switch (type) {
    case MD_SPAN_EM:
        ++m_spans.emphasis;
        break;
    case MD_SPAN_STRONG:
        ++m_spans.strong;
        break;
    case MD_SPAN_CODE:
        ++m_spans.code;
        break;
    case MD_SPAN_DEL:
        ++m_spans.strike;
        break;
    case MD_SPAN_A: {
        const QString target = attributeText(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
        m_spans.target = isOpenable(target) ? target : QString();
        break;
    }
    case MD_SPAN_IMG:
        addImage(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src);
        break;
    default:
        break;
    }
    return deepen();
}

int BlockBuilder::leaveSpan(MD_SPANTYPE type)
{
    --m_depth;
    switch (type) {
    case MD_SPAN_EM:
        --m_spans.emphasis;
        break;
    case MD_SPAN_STRONG:
        --m_spans.strong;
        break;
    case MD_SPAN_CODE:
        --m_spans.code;
        break;
    case MD_SPAN_DEL:
        --m_spans.strike;
        break;
    case MD_SPAN_A:
        m_spans.target.clear();
        break;
    case MD_SPAN_IMG:
        --m_spans.images;
        break;
    default:
        break;
    }
    return 0;
}

Inlines& BlockBuilder::inlines()
{
    if (m_inlines == nullptr) { // md4c leaves the paragraphs of a tight list out
        Block& paragraph = add(Block::Kind::Paragraph);
        m_inlines = &paragraph.inlines;
        closeLine();
    }
    return *m_inlines;
}

void BlockBuilder::addImage(const MD_ATTRIBUTE& source)
{
    if (m_spans.images++ > 0) {
        return; // a picture in the alternative text of another gives its words only
    }
    notePosition(source.text);
    Inline image;
    image.kind = Inline::Kind::Image;
    image.image = attributeText(source);
    image.target = m_spans.target;
    inlines().push_back(std::move(image));
    ++m_nodes;
}

void BlockBuilder::addText(const QString& text)
{
    Inlines& runs = inlines();
    if (m_spans.images > 0) {
        runs.back().text += text;
        return;
    }
    Inline run;
    run.strong = m_spans.strong > 0;
    run.emphasis = m_spans.emphasis > 0;
    run.code = m_spans.code > 0;
    run.strike = m_spans.strike > 0;
    run.target = m_spans.target;
    if (!runs.empty() && hasSameLook(runs.back(), run)) {
        runs.back().text += text;
        return;
    }
    run.text = text;
    runs.push_back(std::move(run));
    ++m_nodes;
}

void BlockBuilder::addBreak()
{
    if (m_spans.images > 0) {
        addText(u" "_s);
        return;
    }
    Inline lineBreak;
    lineBreak.kind = Inline::Kind::LineBreak;
    inlines().push_back(std::move(lineBreak));
    ++m_nodes;
}

void BlockBuilder::addCode(const char* bytes, const QString& text)
{
    if (m_code->line == 0) {
        notePosition(bytes, m_code->text.count(u'\n') + m_fenceLines);
    }
    m_code->text += text;
}

int BlockBuilder::text(MD_TEXTTYPE type, const char* bytes, MD_SIZE size)
{
    if (m_code != nullptr) {
        static const QString newline = u"\n"_s; // of which there may be a million
        addCode(bytes, size == 1 && *bytes == '\n' ? newline : pieceText(type, bytes, size));
        return 0;
    }
    notePosition(bytes);
    switch (type) {
    case MD_TEXT_BR:
        addBreak();
        break;
    case MD_TEXT_SOFTBR:
        addText(u" "_s);
        break;
    default:
        addText(pieceText(type, bytes, size));
        break;
    }
    return m_nodes > limits::markdownNodes ? countNode() : 0;
}

} // namespace waymark::exchange
