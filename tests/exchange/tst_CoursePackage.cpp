// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CoursePackage.h>
#include <exchange/CourseReader.h>
#include <exchange/Limits.h>

#include <CourseFixture.h>
#include <ZipFixture.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace waymark::exchange;
using fixture::RawEntry;
using fixture::RawZip;
using fixture::zipOf;
using waymark::domain::ErrorCode;

namespace {

void write(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly));
    QCOMPARE(out.write(bytes), bytes.size());
}

RawEntry named(const QByteArray& name, const QByteArray& bytes = "hello")
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

} // namespace

class tst_CoursePackage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void buildsTheSameBytesFromTheSameFiles();
    void buildsFromAFolderAndReadsBack();
    void readsPackagesOfOtherTools();
    void refusesHostilePackages_data();
    void refusesHostilePackages();
    void refusesEveryTruncation();
    void survivesEveryFlippedByte();
    void refusesTooManyEntriesInTime();
    void writesNothingWhenTheFolderIsRefused();
    void namesTheMissingFile();
    void readOfBuildIsIdentity();
};

void tst_CoursePackage::buildsTheSameBytesFromTheSameFiles()
{
    const auto first = packageOf(fixture::course());
    const auto second = packageOf(fixture::course());
    QVERIFY(first);
    QCOMPARE(*first, *second);
    const auto files = filesOfPackage(*first);
    QVERIFY2(files, files ? "" : qPrintable(files.error().detail));
    QVERIFY(*files == fixture::course());
    QVERIFY(first->size() < 10'000);
}

void tst_CoursePackage::buildsFromAFolderAndReadsBack()
{
    QTemporaryDir folder;
    for (const auto& [name, bytes] : fixture::course()) {
        write(folder.filePath(u"course/"_s + name), bytes);
    }
    const QString package = folder.filePath(u"demo.waycourse"_s);
    QVERIFY(buildPackage(folder.filePath(u"course"_s), package));
    const auto fromPackage = readCourse(package);
    const auto fromFolder = readCourse(folder.filePath(u"course"_s));
    QVERIFY(fromPackage && fromFolder);
    QVERIFY(fromPackage->content.course == fromFolder->content.course);
    QVERIFY(fromPackage->content.lessons == fromFolder->content.lessons);
    QCOMPARE(fromPackage->content.hash, fromFolder->content.hash);
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 2);
}

void tst_CoursePackage::readsPackagesOfOtherTools()
{
    RawEntry folder = named("skills/", "");
    folder.attributes = (0040755U << 16) | 0x10;
    RawEntry packed = named("skills/a.md", QByteArray("hello ").repeated(100));
    packed.isDeflated = true;
    packed.attributes = 0100644U << 16;
    const auto files = filesOfPackage(zipOf({ folder, packed, named("course.yaml", ""), named("images/\xC3\xA9.png") }));
    QVERIFY2(files, files ? "" : qPrintable(files.error().detail));
    QCOMPARE(files->size(), 3U);
    QCOMPARE(files->at(u"skills/a.md"_s), packed.bytes);
    QVERIFY(files->contains(u"images/\u00e9.png"_s));
}

void tst_CoursePackage::refusesHostilePackages_data()
{
    QTest::addColumn<QByteArray>("zip");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<bool>("isTooLarge");
    const auto row = [](const char* what, const QByteArray& zip, const QString& detail, bool isTooLarge = false) {
        QTest::newRow(what) << zip << detail << isTooLarge;
    };
    const auto byName = [&row](const char* what, const QByteArray& name, const QString& detail) {
        row(what, zipOf({ named("course.yaml"), named(name) }), detail);
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
    row("twice the same", zipOf({ named("a.md"), named("a.md") }), u"also that of"_s);
    row("twins by case", zipOf({ named("skills/a.md"), named("skills/A.md") }), u"also that of"_s);
    row("twins by case of a folder", zipOf({ named("skills/a.md"), named("Skills/b.md") }), u"also that of"_s);
    row("twins by accents", zipOf({ named("\xC3\xA9.md"), named("e\xCC\x81.md") }), u"also that of"_s);
    row("a file that is a folder", zipOf({ named("skills/a"), named("skills/a/b.md") }), u"also that of"_s);
    row("a folder that is a file", zipOf({ named("skills/a/b.md"), named("skills/a") }), u"also that of"_s);
    row("link", zipOf({ changed([](RawEntry& e) { e.attributes = 0120777U << 16; }) }), u"a link or a device"_s);
    row("device", zipOf({ changed([](RawEntry& e) { e.attributes = 0060644U << 16; }) }), u"a link or a device"_s);
    row("pipe", zipOf({ changed([](RawEntry& e) { e.attributes = 0010644U << 16; }) }), u"a link or a device"_s);
    row("encrypted", zipOf({ changed([](RawEntry& e) { e.flags |= 1; }) }), u"encrypted"_s);
    row("strongly encrypted", zipOf({ changed([](RawEntry& e) { e.flags |= 0x40; }) }), u"encrypted"_s);
    row("bzip2", zipOf({ changed([](RawEntry& e) { e.method = 12; }) }), u"method 12"_s);
    row("zstd", zipOf({ changed([](RawEntry& e) { e.method = 93; }) }), u"method 93"_s);
    row("other local name", zipOf({ changed([](RawEntry& e) { e.localName = "skills/b.md"; }) }), u"differs"_s);
    row("other local size", zipOf({ changed([](RawEntry& e) { e.localSize = 4; }) }), u"something else"_s);
    row("wrong checksum", zipOf({ changed([](RawEntry& e) { e.crc = 1; }) }), u"checksum"_s);
    row("stored size lies", zipOf({ changed([](RawEntry& e) { e.size = 4; }) }), u"contradict"_s);
    row("larger than it says", zipOf({ changed([](RawEntry& e) {
        e.isDeflated = true;
        e.bytes = QByteArray(5'000, 'a');
        e.size = 100;
    }) }),
        u"size"_s);
    row("smaller than it says", zipOf({ changed([](RawEntry& e) {
        e.isDeflated = true;
        e.size = 500;
    }) }),
        u"size"_s);
    row("folder with bytes", zipOf({ named("skills/") }), u"contradict"_s);
    row("ZIP64", zipOf({ changed([](RawEntry& e) { e.size = e.packed = 0xFFFFFFFF; }) }), u"ZIP64"_s);
    row("reaches past the end", zipOf({ changed([](RawEntry& e) { e.size = e.packed = 100'000; }) }), u"reaches"_s);
    row("place outside", zipOf({ changed([](RawEntry& e) { e.offset = 1'000'000; }) }), u"holds no entry"_s);
    row(
        "overlapping",
        [] {
            RawEntry inner = named("b.md", "x");
            inner.offset = 34;
            return zipOf({ named("c.md", zipOf({ named("b.md", "x") }).left(35)), inner });
        }(),
        u"overlaps"_s);
    row("bomb", zipOf({ changed([](RawEntry& e) {
        e.isDeflated = true;
        e.bytes = QByteArray(8 * 1024 * 1024, '\0');
    }) }),
        u"more than 200 times"_s, true);
    row("too large an entry", zipOf({ changed([](RawEntry& e) {
        e.isDeflated = true;
        e.size = 65 * 1024 * 1024;
    }) }),
        u"too large"_s, true);
    row("package inside", zipOf({ named("labs/a.bin", zipOf({ named("a") })) }), u"inside"_s);
    row("packed package inside", zipOf({ changed([](RawEntry& e) {
        e.isDeflated = true;
        e.bytes = zipOf({ named("a") });
    }) }),
        u"inside"_s);
    row("gzip inside", zipOf({ named("labs/a.gz", "\x1f\x8b\x08 rest") }), u"inside"_s);
    row("tar inside", zipOf({ named("labs/a", QByteArray(257, 'a') + "ustar" + QByteArray(250, '\0')) }), u"inside"_s);
    row("something before", zipOf({ named("a.md") }, RawZip { "PK\x03\x04 program", {}, {}, {}, 0 }), u"directory"_s);
    row("something behind", zipOf({ named("a.md") }, RawZip { {}, {}, "tail", {}, 0 }), u"end of the package"_s);
    row("comment", zipOf({ named("a.md") }, RawZip { {}, "hello", {}, {}, 0 }), u"end of the package"_s);
    row("second directory in a comment", zipOf({ named("a.md") }, RawZip { {}, zipOf({ named("b.md") }), {}, {}, 0 }), u"directory"_s);
    row("split", zipOf({ named("a.md") }, RawZip { {}, {}, {}, {}, 1 }), u"split"_s);
    row("fewer entries than it has", zipOf({ named("a.md"), named("b.md") }, RawZip { {}, {}, {}, quint16 { 1 }, 0 }),
        u"more than its entries"_s);
    row("more entries than it has", zipOf({ named("a.md") }, RawZip { {}, {}, {}, quint16 { 2 }, 0 }), u"directory is broken"_s);
    row("empty file", QByteArray(), u"not a package"_s);
    row("no entries", zipOf({}), u"not a package"_s);
    row("text", QByteArray("hello, this is a text of more than twenty-two bytes"), u"not a package"_s);
}

void tst_CoursePackage::refusesHostilePackages()
{
    QFETCH(QByteArray, zip);
    QFETCH(QString, detail);
    QFETCH(bool, isTooLarge);
    QTemporaryDir folder;
    const QString package = folder.filePath(u"hostile.waycourse"_s);
    write(package, zip);
    QElapsedTimer timer;
    timer.start();
    const auto files = readPackage(package);
    QVERIFY(!files);
    QCOMPARE(files.error().code, isTooLarge ? ErrorCode::TooLarge : ErrorCode::InvalidFile);
    QCOMPARE(files.error().subject, package);
    QVERIFY2(files.error().detail.contains(detail), qPrintable(files.error().detail));
    QVERIFY(timer.elapsed() < 2'000);
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
}

void tst_CoursePackage::refusesEveryTruncation()
{
    const QByteArray zip = zipOf({ named("course.yaml"), changed([](RawEntry& e) { e.isDeflated = true; }) });
    QVERIFY(filesOfPackage(zip));
    for (qsizetype size = 0; size < zip.size(); ++size) {
        QVERIFY2(!filesOfPackage(zip.first(size)), qPrintable(QString::number(size)));
    }
}

void tst_CoursePackage::survivesEveryFlippedByte()
{
    const QByteArray zip = zipOf({ named("course.yaml"), changed([](RawEntry& e) { e.isDeflated = true; }) });
    const auto honest = filesOfPackage(zip);
    QVERIFY(honest);
    for (qsizetype at = 0; at < zip.size(); ++at) {
        for (const int mask : { 0x01, 0x80, 0xFF }) {
            QByteArray flipped = zip;
            flipped[at] = static_cast<char>(flipped[at] ^ mask);
            const auto files = filesOfPackage(flipped);
            const bool isHarmless = files && files->at(u"course.yaml"_s) == honest->at(u"course.yaml"_s);
            QVERIFY2(!files || isHarmless, qPrintable(QString::number(at)));
        }
    }
}

void tst_CoursePackage::refusesTooManyEntriesInTime()
{
    fixture::ZipWriter writer;
    for (int i = 0; i < 30'000; ++i) {
        writer.add(named("skills/" + QByteArray::number(i), ""));
    }
    const QByteArray zip = writer.zip();
    QElapsedTimer timer;
    timer.start();
    const auto files = filesOfPackage(zip);
    QVERIFY(!files);
    QCOMPARE(files.error().code, ErrorCode::TooLarge);
    QVERIFY(timer.elapsed() < 500);
}

void tst_CoursePackage::writesNothingWhenTheFolderIsRefused()
{
    QTemporaryDir folder;
    write(folder.filePath(u"course/course.yaml"_s), "id: a\n");
    write(folder.filePath(u"course/labs/a.zip"_s), zipOf({ named("a") }));
    const QString package = folder.filePath(u"a.waycourse"_s);
    const auto built = buildPackage(folder.filePath(u"course"_s), package);
    QVERIFY(!built);
    QCOMPARE(built.error().code, ErrorCode::InvalidFile);
    QVERIFY(built.error().detail.contains(u"labs/a.zip"_s));
    QVERIFY(!QFile::exists(package));
}

void tst_CoursePackage::namesTheMissingFile()
{
    QCOMPARE(readPackage(u"/nowhere/a.waycourse"_s).error().code, ErrorCode::FileMissing);
    QCOMPARE(buildPackage(u"/nowhere"_s, u"/nowhere/a.waycourse"_s).error().code, ErrorCode::FileMissing);
}

void tst_CoursePackage::readOfBuildIsIdentity()
{
    const bool holds = rc::check("reading what was built gives the same files", [] {
        const auto contents = *rc::gen::container<std::vector<std::string>>(rc::gen::arbitrary<std::string>());
        CourseFiles files;
        for (std::size_t i = 0; i < contents.size(); ++i) {
            const QByteArray bytes = QByteArray::fromStdString(contents[i]);
            files[u"skills/%1/\u00e9-%2.md"_s.arg(i % 3).arg(i)] = ' ' + bytes.repeated(1 + static_cast<qsizetype>(i % 7) * 50);
        }
        files[u"course.yaml"_s] = QByteArray();
        const auto zip = packageOf(files);
        RC_ASSERT(zip.has_value());
        const auto read = filesOfPackage(*zip);
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == files);
    });
    QVERIFY(holds);
}

QTEST_APPLESS_MAIN(tst_CoursePackage)
#include "tst_CoursePackage.moc"
