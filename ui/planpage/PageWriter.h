// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <initializer_list>
#include <vector>

namespace waymark::ui {

/// Writes markup that HTML and XML read alike. Whatever goes in as text or as the value of an attribute is a stranger's: it comes out
/// escaped and without controls. Names of tags and attributes, and markup(), are ours alone.
class PageWriter
{
public:
    struct Attribute
    {
        const char* name;
        QString value;
    };
    using Attributes = std::initializer_list<Attribute>;
    using Part = std::function<void(PageWriter&)>;

    /// An open element; it is closed at the end of its scope.
    class Element
    {
    public:
        Element(PageWriter& page, const char* tag, Attributes attributes);
        ~Element();
        Q_DISABLE_COPY_MOVE(Element)

    private:
        PageWriter& m_page;
        const char* m_tag;
    };

    void put(const char* tag, const QString& text, Attributes attributes = {}); ///< an element with text
    void put(const char* tag, const Part& content, Attributes attributes = {});
    void empty(const char* tag, Attributes attributes = {}); ///< an element without content, as HTML's meta or SVG's path
    void text(const QString& text);
    void name(const QString& name); ///< one line of a stranger's, in a direction of its own
    /// A sentence whose %1, %2 ... stand for markup.
    void phrase(const QString& sentence, const std::vector<Part>& parts);
    void markup(const QByteArray& ours) { m_bytes += ours; }

    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }

private:
    void open(const char* tag, Attributes attributes, const char* end);
    void close(const char* tag);

    QByteArray m_bytes;
};

/// The text as it may stand between tags and in attributes: escaped, controls but tab and newline dropped, lone surrogates replaced.
[[nodiscard]] QByteArray escapedForPage(const QString& text);

/// Parts of a phrase.
[[nodiscard]] PageWriter::Part namePart(const QString& name);
[[nodiscard]] PageWriter::Part strongPart(const QString& text);
[[nodiscard]] PageWriter::Part linkPart(const QString& target, const QString& name);

} // namespace waymark::ui
