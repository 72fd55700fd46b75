// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/Pictures.h>

#include <QSet>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

const QSet<QString>& plainElements()
{
    static const QSet<QString> elements { u"svg"_s, u"g"_s, u"defs"_s, u"title"_s, u"desc"_s, u"path"_s, u"rect"_s, u"circle"_s,
        u"ellipse"_s, u"line"_s, u"polyline"_s, u"polygon"_s, u"text"_s, u"tspan"_s, u"linearGradient"_s, u"radialGradient"_s, u"stop"_s,
        u"marker"_s, u"clipPath"_s, u"use"_s };
    return elements;
}

bool isPlainAttribute(const QXmlStreamAttribute& attribute)
{
    const QString name = attribute.name().toString().toLower();
    const QString value = attribute.value().toString().toLower().remove(u' ');
    if (name == "href"_L1) {
        return value.startsWith(u'#');
    }
    const bool isForeign = name.startsWith("on"_L1) || name == "base"_L1 || value.contains("@import"_L1) || value.contains(u'\\');
    return !isForeign && value.count("url("_L1) == value.count("url(#"_L1);
}

bool isPlainSvg(const QByteArray& bytes)
{
    QXmlStreamReader xml(bytes);
    bool hasRoot = false;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference
            || token == QXmlStreamReader::ProcessingInstruction) {
            return false;
        }
        if (token != QXmlStreamReader::StartElement) {
            continue;
        }
        const auto attributes = xml.attributes();
        const bool isPlain = plainElements().contains(xml.name().toString()) && (hasRoot || xml.name() == "svg"_L1)
            && std::all_of(attributes.begin(), attributes.end(), isPlainAttribute);
        if (!isPlain) {
            return false;
        }
        hasRoot = true;
    }
    return hasRoot && !xml.hasError();
}

} // namespace

std::optional<PictureFormat> pictureFormatOf(const QByteArray& bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n")) {
        return PictureFormat::Png;
    }
    if (bytes.startsWith("\xff\xd8\xff")) {
        return PictureFormat::Jpeg;
    }
    return isPlainSvg(bytes) ? std::optional(PictureFormat::Svg) : std::nullopt;
}

} // namespace waymark::exchange
