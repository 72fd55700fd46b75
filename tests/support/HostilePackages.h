// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <ZipFixture.h>

/// Packages of which each breaks one rule of H1 or H2, with the code and words of its refusal.
namespace waymark::exchange::fixture {

using namespace Qt::StringLiterals;

struct HostilePackage
{
    const char* name = "";
    QByteArray zip;
    QString words; ///< that the detail of the error holds
    domain::ErrorCode code = domain::ErrorCode::InvalidFile;
};

/// The list that is written below, one line a package.
class HostilePackages
{
public:
    void row(const char* name, const QByteArray& zip, const QString& words, bool isTooLarge = false)
    {
        using domain::ErrorCode;
        m_all.push_back({ name, zip, words, isTooLarge ? ErrorCode::TooLarge : ErrorCode::InvalidFile });
    }
    [[nodiscard]] const std::vector<HostilePackage>& all() const { return m_all; }

private:
    std::vector<HostilePackage> m_all;
};

inline RawEntry named(const QByteArray& name, const QByteArray& bytes = "hello")
{
    RawEntry entry;
    entry.name = name;
    entry.bytes = bytes;
    return entry;
}

template <class Change> RawEntry changed(Change change)
{
    RawEntry entry = named("skills/a.md");
    change(entry);
    return entry;
}

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

inline std::vector<HostilePackage> hostilePackages()
{
    HostilePackages list;
    for (const auto add : { addNames, addTwins, addKinds, addSizes, addArchives, addEnds }) {
        add(list);
    }
    return list.all();
}

} // namespace waymark::exchange::fixture
