// SPDX-License-Identifier: GPL-3.0-or-later
// Which bytes count as a picture, and which SVG as one that opens nothing.
#include <Promise.h>
#include <Targets.h>

#include <exchange/Pictures.h>

namespace waymark::fuzz {

void pictures(const QByteArray& bytes)
{
    const auto format = exchange::pictureFormatOf(bytes);
    require(exchange::pictureFormatOf(bytes) == format, "a picture is one or is none");
    if (format != exchange::PictureFormat::Svg) {
        return;
    }
    const QByteArray text = bytes.toLower();
    if (text.contains("<!--") || text.contains("<![cdata[")) { // where these words would be no more than words
        return;
    }
    for (const char* danger : { "<script", "<image", "<foreignobject", "<!entity", "<!doctype", "<style", "<?xml-stylesheet" }) {
        require(!text.contains(danger), "a drawing opens nothing and runs nothing", QString::fromLatin1(danger));
    }
}

} // namespace waymark::fuzz
