// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <HostilePackage.h>

/// Packages that break one rule of H1: an entry is called what no file may be called, or is no file.
namespace waymark::exchange::fixture {

using namespace Qt::StringLiterals;

/// Names that lead elsewhere, or are another name on another system.
inline void addNames(HostilePackages& list)
{
    const auto byName = [&list](const char* what, const QByteArray& name, const QString& words) {
        list.row(what, zipOf({ named("course.yaml"), named(name) }), words);
    };
    byName("climbs out", "../a.md", u"\"../a.md\": the name leaves"_s);
    byName("climbs out from inside", "skills/../../a.md", u"leaves"_s);
    byName("climbs at the end", "skills/..", u"leaves"_s);
    byName("dot part", "skills/./a.md", u"leaves"_s);
    byName("empty part", "skills//a.md", u"leaves"_s);
    byName("absolute", "/etc/passwd", u"absolute"_s);
    byName("drive", "C:/a.md", u"not allowed"_s);
    byName("backslash", "..\\a.md", u"not allowed"_s);
    byName("NUL", QByteArray("skills/a.md\0.png", 16), u"skills/a.md\\u{0}.png"_s);
    byName("line break", "skills/a\nb.md", u"\\u{a}"_s);
    byName("right-to-left override", "skills/a\xE2\x80\xAEgnp.exe", u"\\u{202e}"_s);
    byName("stream of Windows", "skills/a.md:b", u"not allowed"_s);
    byName("trailing dot", "skills/a.md.", u"dot or a space"_s);
    byName("trailing space", "skills /a.md", u"dot or a space"_s);
    byName("reserved", "skills/con.md", u"reserved"_s);
    byName("reserved in capitals", "LPT1", u"reserved"_s);
    byName("no name", "", u"empty"_s);
    byName("only a slash", "/", u"empty"_s);
    byName("too long a name", "skills/" + QByteArray(300, 'a'), u"longer"_s);
    byName("bytes that are no text", "skills/\xff\xfe.md", u"UTF-8"_s);
    byName("share of Windows", "\\\\server\\share\\a.md", u"not allowed"_s);
    byName("drive without a slash", "C:a.md", u"not allowed"_s);
    byName("climbs in a folder", "skills/../", u"leaves"_s);
    byName("only dots", "skills/.../a.md", u"dot or a space"_s);
    byName("leading space", " skills/a.md", u"dot or a space"_s);
    byName("reserved with an extension", "skills/aux.tar.gz", u"reserved"_s);
    byName("reserved with a space", "skills/nul .md", u"reserved"_s);
    byName("reserved folder", "com1/a.md", u"reserved"_s);
    byName("NUL at its start", QByteArray("\0a.md", 5), u"\\u{0}"_s);
    byName("control of 8 bits", "skills/a\xC2\x9B.md", u"\\u{9b}"_s);
    byName("delete", "skills/a\x7F.md", u"\\u{7f}"_s);
    byName("zero width", "skills/a\xE2\x80\x8B.md", u"\\u{200b}"_s);
    byName("byte order mark", "\xEF\xBB\xBFskills/a.md", u"UTF-8"_s);
    byName("climbs out in overlong UTF-8", "skills/\xC0\xAE\xC0\xAE/a.md", u"UTF-8"_s);
    byName("surrogate", "skills/\xED\xA0\x80.md", u"UTF-8"_s);
    byName("wildcard", "skills/*.md", u"not allowed"_s);
    byName("escape of a terminal", "skills/\x1B[2J.md", u"\\u{1b}"_s);
    byName("longest folder of all", QByteArray(65'000, 'a') + '/', u"longer"_s);
}

/// Two names for one file.
inline void addTwins(HostilePackages& list)
{
    list.row("twice the same", zipOf({ named("a.md"), named("a.md") }), u"also that of"_s);
    list.row("twins by case", zipOf({ named("skills/a.md"), named("skills/A.md") }), u"also that of"_s);
    list.row("twins by case of a folder", zipOf({ named("skills/a.md"), named("Skills/b.md") }), u"also that of"_s);
    list.row("twins by accents", zipOf({ named("\xC3\xA9.md"), named("e\xCC\x81.md") }), u"also that of"_s);
    list.row("a file that is a folder", zipOf({ named("skills/a"), named("skills/a/b.md") }), u"also that of"_s);
    list.row("a folder that is a file", zipOf({ named("skills/a/b.md"), named("skills/a") }), u"also that of"_s);
    list.row("twins by the sign of Kelvin", zipOf({ named("skills/k.md"), named("skills/\xE2\x84\xAA.md") }), u"also that of"_s);
    list.row("a folder of the name of a file", zipOf({ named("skills/a"), named("skills/a/", "") }), u"also that of"_s);
}

/// What is no file, cannot be unpacked by us, or calls itself something else.
inline void addKinds(HostilePackages& list)
{
    list.row("link", zipOf({ changed([](RawEntry& e) { e.attributes = 0120777U << 16; }) }), u"a link or a device"_s);
    list.row("device", zipOf({ changed([](RawEntry& e) { e.attributes = 0060644U << 16; }) }), u"a link or a device"_s);
    list.row("pipe", zipOf({ changed([](RawEntry& e) { e.attributes = 0010644U << 16; }) }), u"a link or a device"_s);
    list.row("encrypted", zipOf({ changed([](RawEntry& e) { e.flags |= 1; }) }), u"encrypted"_s);
    list.row("strongly encrypted", zipOf({ changed([](RawEntry& e) { e.flags |= 0x40; }) }), u"encrypted"_s);
    list.row("bzip2", zipOf({ changed([](RawEntry& e) { e.method = 12; }) }), u"method 12"_s);
    list.row("zstd", zipOf({ changed([](RawEntry& e) { e.method = 93; }) }), u"method 93"_s);
    list.row("other local name", zipOf({ changed([](RawEntry& e) { e.localName = "skills/b.md"; }) }), u"differs"_s);
    list.row("other local size", zipOf({ changed([](RawEntry& e) { e.localSize = 4; }) }), u"something else"_s);
    list.row("socket", zipOf({ changed([](RawEntry& e) { e.attributes = 0140755U << 16; }) }), u"a link or a device"_s);
    list.row("terminal", zipOf({ changed([](RawEntry& e) { e.attributes = 0020666U << 16; }) }), u"a link or a device"_s);
    list.row("packed link", zipOf({ changed([](RawEntry& e) {
        e.isDeflated = true;
        e.attributes = 0120777U << 16;
    }) }),
        u"a link or a device"_s);
    list.row("masked headers", zipOf({ changed([](RawEntry& e) { e.flags |= 0x2000; }) }), u"encrypted"_s);
    list.row("AES", zipOf({ changed([](RawEntry& e) { e.method = 99; }) }), u"method 99"_s);
    list.row("deflate64", zipOf({ changed([](RawEntry& e) { e.method = 9; }) }), u"method 9"_s);
    list.row("LZMA", zipOf({ changed([](RawEntry& e) { e.method = 14; }) }), u"method 14"_s);
    list.row(
        "name of another length in its own header", zipOf({ changed([](RawEntry& e) { e.localName = "skills/a.md.exe"; }) }), u"differs"_s);
    list.row("no name in its own header", zipOf({ changed([](RawEntry& e) { e.localName = ""; }) }), u"differs"_s);
}

} // namespace waymark::exchange::fixture
