// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CoursePackage.h>
#include <exchange/CourseReader.h>
#include <exchange/Limits.h>

#include <CourseFixture.h>
#include <HostilePackages.h>
#include <Slowness.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

#include <set>

using namespace Qt::StringLiterals;
using namespace waymark::exchange;
using fixture::changed;
using fixture::descriptorOf;
using fixture::named;
using fixture::RawEntry;
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

} // namespace

class tst_CoursePackage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void buildsTheSameBytesFromTheSameFiles();
    void buildsFromAFolderAndReadsBack();
    void readsPackagesOfOtherTools();
    void readsPackagesThatOnlyLookOdd_data();
    void readsPackagesThatOnlyLookOdd();
    void thereAreEnoughHostilePackages();
    void refusesHostilePackages_data();
    void refusesHostilePackages();
    void refusesEveryTruncation();
    void survivesEveryFlippedByte();
    void refusesTooManyEntriesInTime();
    void refusesTooLargeAFileUnread();
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

void tst_CoursePackage::readsPackagesThatOnlyLookOdd_data()
{
    QTest::addColumn<QByteArray>("zip");
    const auto later = [](bool isSigned) {
        return zipOf({ changed([isSigned](RawEntry& e) {
            e.flags |= 8;
            e.behind = descriptorOf(e.bytes, std::nullopt, isSigned);
        }) });
    };
    QTest::newRow("sizes behind the data") << later(true);
    QTest::newRow("sizes behind the data, without a signature") << later(false);
    QTest::newRow("another name in an extra field")
        << zipOf({ changed([](RawEntry& e) { e.extra = QByteArray("up\x0c\0\x01\0\0\0\0../b.md", 16); }) });
    QTest::newRow("times in extra fields") << zipOf(
        { changed([](RawEntry& e) { e.extra = e.localExtra = QByteArray("UT\x05\0\x03\0\0\0\0", 9); }) });
    QTest::newRow("comment of an entry") << zipOf({ changed([](RawEntry& e) { e.comment = "hello"; }) });
    QTest::newRow("made on MS-DOS") << zipOf({ changed([](RawEntry& e) { e.attributes = 0x20; }) });
    QTest::newRow("a program by its mode") << zipOf({ changed([](RawEntry& e) { e.attributes = 0104755U << 16; }) });
}

void tst_CoursePackage::readsPackagesThatOnlyLookOdd()
{
    QFETCH(QByteArray, zip);
    const auto files = filesOfPackage(zip);
    QVERIFY2(files, files ? "" : qPrintable(files.error().detail));
    QVERIFY((*files == CourseFiles { { u"skills/a.md"_s, "hello" } }));
}

void tst_CoursePackage::thereAreEnoughHostilePackages()
{
    std::set<QByteArray> names;
    for (const fixture::HostilePackage& hostile : fixture::hostilePackages()) {
        QVERIFY2(names.insert(hostile.name).second, hostile.name);
    }
    QVERIFY(names.size() >= 100);
}

void tst_CoursePackage::refusesHostilePackages_data()
{
    QTest::addColumn<QByteArray>("zip");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<bool>("isTooLarge");
    for (const fixture::HostilePackage& hostile : fixture::hostilePackages()) {
        QTest::newRow(hostile.name) << hostile.zip << hostile.words << (hostile.code == ErrorCode::TooLarge);
    }
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
    QVERIFY(timer.elapsed() < 2'000 * waymark::support::slowness());
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
    QVERIFY(timer.elapsed() < 500 * waymark::support::slowness());
}

void tst_CoursePackage::refusesTooLargeAFileUnread()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"large.waycourse"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(limits::packageBytes + 1)); // a hole, which takes no room
    const auto files = readPackage(file.fileName());
    QVERIFY(!files);
    QCOMPARE(files.error().code, ErrorCode::TooLarge);
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
