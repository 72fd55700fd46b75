// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/planpage/PageWriter.h>

#include <exchange/CleanText.h>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

bool isDropped(char32_t c)
{
    const bool isControl = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
    return isControl || (c & 0xFFFE) == 0xFFFE;
}

QString written(char32_t c)
{
    switch (c) {
    case '&':
        return u"&amp;"_s;
    case '<':
        return u"&lt;"_s;
    case '>':
        return u"&gt;"_s;
    case '"':
        return u"&quot;"_s;
    case '\'':
        return u"&#39;"_s;
    default:
        return QString::fromUcs4(&c, 1);
    }
}

} // namespace

QByteArray escapedForPage(const QString& text)
{
    QString escaped;
    escaped.reserve(text.size() + text.size() / 16);
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        } else if (text[i].isSurrogate()) {
            c = QChar::ReplacementCharacter;
        }
        if (!isDropped(c)) {
            escaped += written(c);
        }
    }
    return escaped.toUtf8();
}

PageWriter::Element::Element(PageWriter& page, const char* tag, Attributes attributes)
    : m_page(page)
    , m_tag(tag)
{
    m_page.open(m_tag, attributes, ">");
}

PageWriter::Element::~Element()
{
    m_page.close(m_tag);
}

void PageWriter::open(const char* tag, Attributes attributes, const char* end)
{
    m_bytes += '<';
    m_bytes += tag;
    for (const Attribute& attribute : attributes) {
        m_bytes += ' ';
        m_bytes += attribute.name;
        m_bytes += "=\"";
        m_bytes += escapedForPage(attribute.value);
        m_bytes += '"';
    }
    m_bytes += end;
}

/// Lines end after blocks alone: nothing that keeps its white space has one of them inside.
void PageWriter::close(const char* tag)
{
    m_bytes += "</";
    m_bytes += tag;
    m_bytes += '>';
    const QLatin1StringView name(tag);
    if (name == "section"_L1 || name == "li"_L1 || name == "tr"_L1 || name == "p"_L1 || name == "style"_L1 || name == "script"_L1) {
        m_bytes += '\n';
    }
}

void PageWriter::put(const char* tag, const QString& content, Attributes attributes)
{
    const Element element(*this, tag, attributes);
    text(content);
}

void PageWriter::put(const char* tag, const Part& content, Attributes attributes)
{
    const Element element(*this, tag, attributes);
    content(*this);
}

void PageWriter::empty(const char* tag, Attributes attributes)
{
    open(tag, attributes, "/>");
}

void PageWriter::text(const QString& text)
{
    m_bytes += escapedForPage(text);
}

void PageWriter::name(const QString& name)
{
    put("bdi", exchange::cleanLine(name));
}

void PageWriter::phrase(const QString& sentence, const std::vector<Part>& parts)
{
    qsizetype from = 0;
    for (qsizetype at = sentence.indexOf(u'%'); at >= 0 && at + 1 < sentence.size(); at = sentence.indexOf(u'%', at + 1)) {
        const int number = sentence[at + 1].digitValue();
        if (number < 1 || number > static_cast<int>(parts.size())) {
            continue;
        }
        text(sentence.mid(from, at - from));
        parts[static_cast<std::size_t>(number - 1)](*this);
        from = at + 2;
    }
    text(sentence.mid(from));
}

PageWriter::Part namePart(const QString& name)
{
    return [name](PageWriter& page) { page.name(name); };
}

PageWriter::Part strongPart(const QString& text)
{
    return [text](PageWriter& page) { page.put("strong", text); };
}

PageWriter::Part linkPart(const QString& target, const QString& name)
{
    return [target, name](PageWriter& page) { page.put("a", namePart(name), { { "href", target } }); };
}

} // namespace waymark::ui
