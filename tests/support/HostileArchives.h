// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <HostilePackage.h>

/// Packages that break one rule of H2: the archive itself lies, of sizes, of places or of where it ends.
namespace waymark::exchange::fixture {

using namespace Qt::StringLiterals;

/// Sizes and places that lie, and bytes that nobody names.
inline void addSizes(HostilePackages& list)
{
    list.row("wrong checksum", zipOf({ changed([](RawEntry& e) { e.crc = 1; }) }), u"checksum"_s);
    list.row("stored size lies", zipOf({ changed([](RawEntry& e) { e.size = 4; }) }), u"contradict"_s);
    list.row("larger than it says", zipOf({ changed([](RawEntry& e) {
        e.isDeflated = true;
        e.bytes = QByteArray(5'000, 'a');
        e.size = 100;
    }) }),
        u"size"_s);
    list.row("smaller than it says", zipOf({ changed([](RawEntry& e) {
        e.isDeflated = true;
        e.size = 500;
    }) }),
        u"size"_s);
    list.row("folder with bytes", zipOf({ named("skills/") }), u"contradict"_s);
    list.row("ZIP64", zipOf({ changed([](RawEntry& e) { e.size = e.packed = 0xFFFFFFFF; }) }), u"ZIP64"_s);
    list.row("reaches past the end", zipOf({ changed([](RawEntry& e) { e.size = e.packed = 100'000; }) }), u"reaches"_s);
    list.row("place outside", zipOf({ changed([](RawEntry& e) { e.offset = 1'000'000; }) }), u"holds no entry"_s);
    list.row(
        "overlapping",
        [] {
            RawEntry inner = named("b.md", "x");
            inner.offset = 34;
            return zipOf({ named("c.md", zipOf({ named("b.md", "x") }).left(35)), inner });
        }(),
        u"overlaps"_s);
    list.row("bomb", zipOf({ changed([](RawEntry& e) {
        e.isDeflated = true;
        e.bytes = QByteArray(8 * 1024 * 1024, '\0');
    }) }),
        u"more than 200 times"_s, true);
    list.row("too large an entry", zipOf({ changed([](RawEntry& e) {
        e.isDeflated = true;
        e.size = 65 * 1024 * 1024;
    }) }),
        u"too large"_s, true);
    list.row("packed size lies", zipOf({ changed([](RawEntry& e) {
        e.isDeflated = true;
        e.packed = 3;
    }) }),
        u"bytes before or behind"_s);
    list.row("ZIP64 by its place", zipOf({ changed([](RawEntry& e) { e.offset = 0xFFFFFFFF; }) }), u"ZIP64"_s);
    list.row("ZIP64 with its sizes in the extra field", zipOf({ changed([](RawEntry& e) {
        e.size = e.packed = 0xFFFFFFFF;
        e.extra = QByteArray::fromHex("0100100005000000000000000500000000000000");
    }) }),
        u"ZIP64"_s);
    list.row("garbage instead of packed bytes", zipOf({ changed([](RawEntry& e) {
        e.method = 8;
        e.bytes = QByteArray("\xff\xff\xff\xff\xff");
    }) }),
        u"the entry"_s);
    list.row("sizes that never come", zipOf({ changed([](RawEntry& e) { e.flags |= 8; }) }), u"bytes before or behind"_s);
    list.row("sizes behind it of another checksum", zipOf({ changed([](RawEntry& e) {
        e.flags |= 8;
        e.behind = descriptorOf(e.bytes, 1);
    }) }),
        u"bytes before or behind"_s);
    list.row("bytes between entries", zipOf({ changed([](RawEntry& e) { e.behind = "MZ program"; }), named("b.md") }),
        u"bytes before or behind"_s);
    list.row("bytes before the directory", zipOf({ changed([](RawEntry& e) { e.behind = zipOf({ named("b.md") }); }) }),
        u"bytes before or behind"_s);
    list.row("entry that the directory leaves out",
        zipOf({ changed([](RawEntry& e) { e.behind = zipOf({ named("b.md") }).left(39); }), named("c.md") }), u"bytes before or behind"_s);
    list.row(
        "both names for the same bytes",
        [] {
            RawEntry second = named("b.md");
            second.offset = 0;
            return zipOf({ named("a.md"), second });
        }(),
        u"differs"_s);
    list.row(
        "more than a GiB together",
        [] {
            std::vector<RawEntry> entries;
            for (int i = 0; i < 17; ++i) {
                RawEntry entry = named(QByteArray::number(i), "");
                entry.method = 8;
                entry.size = 64 * 1024 * 1024;
                entry.packed = 340'000;
                entries.push_back(entry);
            }
            entries.push_back(named("end", QByteArray(400'000, 'x')));
            return zipOf(entries);
        }(),
        u"too large"_s, true);
}

/// Archives in the archive.
inline void addArchives(HostilePackages& list)
{
    list.row("package inside", zipOf({ named("labs/a.bin", zipOf({ named("a") })) }), u"inside"_s);
    list.row("packed package inside", zipOf({ changed([](RawEntry& e) {
        e.isDeflated = true;
        e.bytes = zipOf({ named("a") });
    }) }),
        u"inside"_s);
    list.row("gzip inside", zipOf({ named("labs/a.gz", "\x1f\x8b\x08 rest") }), u"inside"_s);
    list.row("tar inside", zipOf({ named("labs/a", QByteArray(257, 'a') + "ustar" + QByteArray(250, '\0')) }), u"inside"_s);
    list.row("bzip2 inside", zipOf({ named("labs/a", "BZh91AY&SY") }), u"inside"_s);
    list.row("xz inside",
        zipOf({ named("labs/a",
            "\xfd"
            "7zXZ rest") }),
        u"inside"_s);
    list.row("7z inside", zipOf({ named("labs/a", "7z\xbc\xaf\x27\x1c") }), u"inside"_s);
    list.row("rar inside", zipOf({ named("labs/a", "Rar!\x1a\x07\x01") }), u"inside"_s);
    list.row("zstd inside", zipOf({ named("labs/a", "\x28\xb5\x2f\xfd rest") }), u"inside"_s);
    list.row("cabinet inside", zipOf({ named("labs/a", "MSCF rest") }), u"inside"_s);
    list.row("empty package inside", zipOf({ named("labs/a", zipOf({})) }), u"inside"_s);
}

/// The directory and its end.
inline void addEnds(HostilePackages& list)
{
    list.row("something before", zipOf({ named("a.md") }, RawZip { "PK\x03\x04 program", {}, {}, {}, 0 }), u"directory"_s);
    list.row("something behind", zipOf({ named("a.md") }, RawZip { {}, {}, "tail", {}, 0 }), u"end of the package"_s);
    list.row("comment", zipOf({ named("a.md") }, RawZip { {}, "hello", {}, {}, 0 }), u"end of the package"_s);
    list.row("second directory in a comment", zipOf({ named("a.md") }, RawZip { {}, zipOf({ named("b.md") }), {}, {}, 0 }), u"directory"_s);
    list.row("split", zipOf({ named("a.md") }, RawZip { {}, {}, {}, {}, 1 }), u"split"_s);
    list.row("fewer entries than it has", zipOf({ named("a.md"), named("b.md") }, RawZip { {}, {}, {}, quint16 { 1 }, 0 }),
        u"more than its entries"_s);
    list.row("more entries than it has", zipOf({ named("a.md") }, RawZip { {}, {}, {}, quint16 { 2 }, 0 }), u"directory is broken"_s);
    list.row("empty file", QByteArray(), u"not a package"_s);
    list.row("no entries", zipOf({}), u"not a package"_s);
    list.row("text", QByteArray("hello, this is a text of more than twenty-two bytes"), u"not a package"_s);
    list.row("one byte behind", zipOf({ named("a.md") }, RawZip { {}, {}, "x", {}, 0 }), u"end of the package"_s);
    list.row(
        "no entries of many", zipOf({ named("a.md"), named("b.md") }, RawZip { {}, {}, {}, quint16 { 0 }, 0 }), u"more than its entries"_s);
    list.row("as many entries as there can be", zipOf({ named("a.md") }, RawZip { {}, {}, {}, quint16 { 0xFFFF }, 0 }),
        u"more than 20000"_s, true);
    list.row("the end alone", zipOf({}).prepend("PK\x03\x04"), u"directory does not reach"_s);
    list.row("a directory in a comment of an entry",
        zipOf({ changed([](RawEntry& e) { e.comment = zipOf({ named("b.md") }).mid(39); }) }, RawZip { {}, {}, {}, quint16 { 2 }, 0 }),
        u"directory is broken"_s);
}

} // namespace waymark::exchange::fixture
