// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <vector>

/// The page of a plan taken apart.
namespace waymark::fixture {

using namespace Qt::StringLiterals;

/// What stands between the tags of the script whose start tag holds `mark`.
inline QByteArray scriptWith(const QByteArray& page, const QByteArray& mark)
{
    const qsizetype start = page.indexOf(mark);
    const qsizetype from = page.indexOf('>', start) + 1;
    return start < 0 ? QByteArray() : page.mid(from, page.indexOf("</script>", from) - from);
}

/// A page as its elements in document order; scripts left out. `fault` is empty for markup that XML reads.
struct PageElements
{
    struct Element
    {
        QString name;
        QXmlStreamAttributes attributes;
        QString text; ///< of itself and what is in it
        int parent = -1; ///< index

        [[nodiscard]] QString value(const QString& attribute) const { return attributes.value(attribute).toString(); }
        [[nodiscard]] bool has(const QString& attribute) const { return attributes.hasAttribute(attribute); }
        [[nodiscard]] bool isOf(const QString& look) const { return value(u"class"_s).split(u' ').contains(look); }
    };

    std::vector<Element> all;
    QString fault;

    explicit PageElements(const QByteArray& page)
    {
        static const QRegularExpression scripts(u"(<script[^>]*>).*?(</script>)"_s, QRegularExpression::DotMatchesEverythingOption);
        QXmlStreamReader reader(QString::fromUtf8(page).replace(scripts, u"\\1\\2"_s));
        std::vector<int> open;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement()) {
                all.push_back({ reader.name().toString(), reader.attributes(), {}, open.empty() ? -1 : open.back() });
                open.push_back(static_cast<int>(all.size()) - 1);
            } else if (reader.isEndElement()) {
                open.pop_back();
            } else if (reader.isCharacters()) {
                for (const int each : open) {
                    at(each).text += reader.text();
                }
            }
        }
        fault = reader.hasError() ? reader.errorString() : QString();
    }

    Element& at(int index) { return all[static_cast<std::size_t>(index)]; }

    template <class Wanted> [[nodiscard]] std::vector<const Element*> where(Wanted wanted) const
    {
        std::vector<const Element*> found;
        for (const Element& each : all) {
            if (wanted(each)) {
                found.push_back(&each);
            }
        }
        return found;
    }
    [[nodiscard]] std::vector<const Element*> named(const QString& name) const
    {
        return where([&name](const Element& each) { return each.name == name; });
    }
    [[nodiscard]] std::vector<const Element*> ofClass(const QString& look) const
    {
        return where([&look](const Element& each) { return each.isOf(look); });
    }
    [[nodiscard]] const Element* withId(const QString& id) const
    {
        const auto found = where([&id](const Element& each) { return each.value(u"id"_s) == id; });
        return found.size() == 1 ? found.front() : nullptr;
    }
    [[nodiscard]] bool isInside(const Element& element, const QString& look) const
    {
        for (int each = element.parent; each >= 0; each = all[static_cast<std::size_t>(each)].parent) {
            if (all[static_cast<std::size_t>(each)].isOf(look)) {
                return true;
            }
        }
        return false;
    }
};

} // namespace waymark::fixture
