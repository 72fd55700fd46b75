// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/planpage/PageParts.h>

#include <ui/planpage/PageWords.h>
#include <ui/planpage/PageWriter.h>
#include <ui/words/Words.h>

#include <exchange/IsoMoment.h>

#include <QFile>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using learning::SkillState;

namespace {

/// What stands inside the outermost element of one of our drawings, without its title.
QByteArray drawing(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QByteArray bytes = file.readAll();
    const qsizetype from = bytes.indexOf('>', bytes.indexOf("<svg")) + 1;
    bytes = bytes.mid(from, bytes.lastIndexOf("</svg>") - from).trimmed();
    const qsizetype title = bytes.indexOf("<title>");
    return title < 0 ? bytes : bytes.remove(title, bytes.indexOf("</title>") + 8 - title);
}

void writeSymbol(PageWriter& page, const QString& name, const QByteArray& markup, int side = 20)
{
    const PageWriter::Element symbol(page, "symbol", { { "id", u"i-"_s + name }, { "viewBox", u"0 0 %1 %1"_s.arg(side) } });
    page.markup(markup);
}

} // namespace

void writeIconSheet(PageWriter& page)
{
    const PageWriter::Element sheet(
        page, "svg", { { "class", u"icon-sheet"_s }, { "width", u"0"_s }, { "height", u"0"_s }, { "aria-hidden", u"true"_s } });
    for (const QString& name : { u"state-locked"_s, u"state-ready"_s, u"state-learning"_s, u"state-practised"_s, u"state-mastered"_s,
             u"state-fading"_s, u"state-skipped"_s, u"state-assumed"_s, u"flag"_s, u"check"_s, u"warning"_s, u"undo"_s }) {
        writeSymbol(page, name, drawing(u":/icons/%1.svg"_s.arg(name)));
    }
    writeSymbol(page, u"waymark"_s, drawing(u":/icons/app/waymark-24.svg"_s), 24);
    writeSymbol(page, u"box-open"_s, "<rect x=\"3\" y=\"3\" width=\"14\" height=\"14\" rx=\"3\"/>");
    writeSymbol(page, u"box-done"_s,
        "<rect x=\"3\" y=\"3\" width=\"14\" height=\"14\" rx=\"3\" fill=\"currentColor\"/>"
        "<path class=\"on-box\" d=\"M6.25 10.4l2.6 2.6 5-5.75\" stroke-width=\"2\"/>");
}

void writeIcon(PageWriter& page, const QString& name)
{
    const PageWriter::Element icon(
        page, "svg", { { "class", u"icon"_s }, { "width", u"20"_s }, { "height", u"20"_s }, { "aria-hidden", u"true"_s } });
    page.empty("use", { { "href", u"#i-"_s + name } });
}

QString iconName(SkillState state)
{
    return u"state-"_s + learning::toString(state);
}

void writeState(PageWriter& page, SkillState state)
{
    const PageWriter::Element words(page, "span", { { "class", u"state s-"_s + learning::toString(state) } });
    writeIcon(page, iconName(state));
    page.text(Words::state(state));
}

void writeTime(const PageContext& context, qint64 at)
{
    context.page.put("time", PageWords::day(at, context.zone), { { "datetime", exchange::isoMoment(at) } });
}

} // namespace waymark::ui
