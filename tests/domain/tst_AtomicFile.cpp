// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChildProcess.h"
#include "FolderState.h"

#include <domain/AtomicFile.h>

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace waymark;
using domain::ErrorCode;

namespace {

const QByteArray oldBytes("what was there before");

QByteArray manyBytes(qsizetype count)
{
    QByteArray bytes(count, '\0');
    for (qsizetype i = 0; i < count; ++i) {
        bytes[i] = static_cast<char>(i * 7 + i / 251);
    }
    return bytes;
}

} // namespace

class TestAtomicFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void newFileIsWritten();
    void oldFileIsReplacedAndKeepsItsRights();
    void streamOfChunksIsOneFile();
    void uncommittedFileLeavesNothing();
    void missingFolderIsReported();
    void folderInTheWayIsReportedAndLeft();
    void linkIsReplacedWhereItLeads();
    void fullVolumeLeavesTheOldFile();
    void sizeLimitLeavesTheOldFile();
    void folderWithoutWriteRightIsReadOnly();
    void readOnlyVolumeIsReadOnly();
    void fileIsReadWhole();
    void tooLargeFileIsNotRead();
    void whatIsNoFileIsNotRead_data();
    void whatIsNoFileIsNotRead();
    void renameToNewNeverReplaces();
    void folderIsMadeWithThoseAboveIt();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("plan.html")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestAtomicFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestAtomicFile::newFileIsWritten()
{
    for (const qsizetype size : { 0, 1, 4096, 3'000'000 }) {
        const QByteArray bytes = manyBytes(size);
        QVERIFY(domain::writeFileAtomically(path(), bytes).has_value());
        QCOMPARE(domain::readFile(path(), size).value(), bytes);
        QCOMPARE(support::folderState(m_folder->path()).keys(), QStringList(QStringLiteral("plan.html")));
    }
}

void TestAtomicFile::oldFileIsReplacedAndKeepsItsRights()
{
    QVERIFY(support::putBytes(path(), oldBytes));
    QVERIFY(::chmod(path().toLocal8Bit().constData(), 0640) == 0);
    QVERIFY(domain::writeFileAtomically(path(), "new").has_value());
    QCOMPARE(support::bytesOf(path()), QByteArray("new"));
    struct stat status
    {
    };
    QVERIFY(::stat(path().toLocal8Bit().constData(), &status) == 0);
    QCOMPARE(status.st_mode & 07777u, 0640u);
}

void TestAtomicFile::streamOfChunksIsOneFile()
{
    auto file = domain::AtomicFile::create(path()).value();
    QVERIFY(file.write("one ").has_value());
    domain::AtomicFile moved = std::move(file);
    QVERIFY(moved.write("two").has_value());
    QVERIFY(!domain::pathExists(path()));
    QVERIFY(moved.commit().has_value());
    QCOMPARE(support::bytesOf(path()), QByteArray("one two"));
}

void TestAtomicFile::uncommittedFileLeavesNothing()
{
    QVERIFY(support::putBytes(path(), oldBytes));
    const auto before = support::folderState(m_folder->path());
    {
        auto file = domain::AtomicFile::create(path()).value();
        QVERIFY(file.write("half").has_value());
        QCOMPARE(support::folderState(m_folder->path()).size(), 2);
    }
    QCOMPARE(support::folderState(m_folder->path()), before);
}

void TestAtomicFile::missingFolderIsReported()
{
    const QString nowhere = m_folder->filePath(QStringLiteral("no/such/plan.html"));
    const auto written = domain::writeFileAtomically(nowhere, "x");
    QVERIFY(written.error().code == ErrorCode::FileMissing);
    QCOMPARE(written.error().subject, nowhere);
    QVERIFY(support::folderState(m_folder->path()).isEmpty());
}

void TestAtomicFile::folderInTheWayIsReportedAndLeft()
{
    QVERIFY(QDir().mkdir(path()));
    QVERIFY(domain::writeFileAtomically(path(), "x").error().code == ErrorCode::Io);
    QCOMPARE(support::folderState(m_folder->path()).keys(), QStringList(QStringLiteral("plan.html")));
}

void TestAtomicFile::linkIsReplacedWhereItLeads()
{
    const QString real = m_folder->filePath(QStringLiteral("real.html"));
    QVERIFY(support::putBytes(real, oldBytes));
    QVERIFY(QFile::link(real, path()));
    QVERIFY(domain::writeFileAtomically(path(), "new").has_value());
    QVERIFY(QFileInfo(path()).isSymLink());
    QCOMPARE(support::bytesOf(real), QByteArray("new"));
}

void TestAtomicFile::fullVolumeLeavesTheOldFile()
{
    WAYMARK_CHILD([this]() -> QString {
        WAYMARK_NEEDS(support::mountSmallVolume(m_folder->path(), 64 * 1024));
        WAYMARK_EXPECT(support::putBytes(path(), oldBytes));
        const auto before = support::folderState(m_folder->path());
        const auto written = domain::writeFileAtomically(path(), manyBytes(1'000'000));
        WAYMARK_EXPECT(!written && written.error().code == ErrorCode::DiskFull && written.error().subject == path());
        WAYMARK_EXPECT(support::folderState(m_folder->path()) == before);
        WAYMARK_EXPECT(domain::writeFileAtomically(path(), "it fits").has_value());
        return {};
    });
}

void TestAtomicFile::sizeLimitLeavesTheOldFile()
{
    QVERIFY(support::putBytes(path(), oldBytes));
    const auto before = support::folderState(m_folder->path());
    WAYMARK_CHILD([this]() -> QString {
        WAYMARK_NEEDS(support::limitFileSize(10'000));
        auto file = domain::AtomicFile::create(path()).value();
        WAYMARK_EXPECT(file.write(manyBytes(9'000)).has_value());
        const auto written = file.write(manyBytes(9'000));
        WAYMARK_EXPECT(written.error().code == ErrorCode::DiskFull && written.error().bytes == 9'000);
        WAYMARK_EXPECT(file.write("one more").error().code == ErrorCode::DiskFull);
        WAYMARK_EXPECT(file.commit().error().code == ErrorCode::DiskFull);
        return {};
    });
    QCOMPARE(support::folderState(m_folder->path()), before);
}

void TestAtomicFile::folderWithoutWriteRightIsReadOnly()
{
    QVERIFY(support::putBytes(path(), oldBytes));
    const auto before = support::folderState(m_folder->path());
    QVERIFY(::chmod(m_folder->path().toLocal8Bit().constData(), 0555) == 0);
    const QString answer = support::inChild([this]() -> QString {
        WAYMARK_NEEDS(support::becomeNobody());
        WAYMARK_EXPECT(domain::writeFileAtomically(path(), "x").error().code == ErrorCode::ReadOnly);
        WAYMARK_EXPECT(!domain::isFolderWritable(path()));
        return {};
    });
    QVERIFY(::chmod(m_folder->path().toLocal8Bit().constData(), 0755) == 0);
    QCOMPARE(answer, QString());
    QCOMPARE(support::folderState(m_folder->path()), before);
}

void TestAtomicFile::readOnlyVolumeIsReadOnly()
{
    QVERIFY(support::putBytes(path(), oldBytes));
    WAYMARK_CHILD([this]() -> QString {
        WAYMARK_NEEDS(support::makeVolumeReadOnly(m_folder->path()));
        WAYMARK_EXPECT(domain::writeFileAtomically(path(), "x").error().code == ErrorCode::ReadOnly);
        WAYMARK_EXPECT(domain::isVolumeReadOnly(path()));
        return {};
    });
    QCOMPARE(support::bytesOf(path()), oldBytes);
    QVERIFY(!domain::isVolumeReadOnly(path()));
}

void TestAtomicFile::fileIsReadWhole()
{
    const QByteArray bytes = manyBytes(200'000);
    QVERIFY(support::putBytes(path(), bytes));
    QCOMPARE(domain::readFile(path(), bytes.size()).value(), bytes);
}

void TestAtomicFile::tooLargeFileIsNotRead()
{
    QVERIFY(support::putBytes(path(), oldBytes));
    const auto read = domain::readFile(path(), oldBytes.size() - 1);
    QVERIFY(read.error().code == ErrorCode::TooLarge);
    QCOMPARE(read.error().subject, path());
}

void TestAtomicFile::whatIsNoFileIsNotRead_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("code");
    QTest::newRow("missing") << QStringLiteral("/no/such/file") << static_cast<int>(ErrorCode::FileMissing);
    QTest::newRow("folder") << QStringLiteral("/tmp") << static_cast<int>(ErrorCode::Io);
    QTest::newRow("device") << QStringLiteral("/dev/zero") << static_cast<int>(ErrorCode::Io);
    QTest::newRow("pipe") << QString() << static_cast<int>(ErrorCode::Io);
}

void TestAtomicFile::whatIsNoFileIsNotRead()
{
    QFETCH(QString, path);
    QFETCH(int, code);
    if (path.isEmpty()) {
        path = this->path();
        QVERIFY(::mkfifo(path.toLocal8Bit().constData(), 0600) == 0);
    }
    QCOMPARE(static_cast<int>(domain::readFile(path, 1000).error().code), code);
}

void TestAtomicFile::folderIsMadeWithThoseAboveIt()
{
    const QString folder = m_folder->filePath(QStringLiteral("a/b/c"));
    QVERIFY(domain::makeFolder(folder).has_value());
    QVERIFY(QFileInfo(folder).isDir());
    QVERIFY(domain::makeFolder(folder).has_value());
    QVERIFY(support::putBytes(folder + QStringLiteral("/file"), "in the way"));
    QVERIFY(domain::makeFolder(folder + QStringLiteral("/file")).error().code == ErrorCode::Io);
    QVERIFY(!domain::makeFolder(folder + QStringLiteral("/file/d")).has_value());
}

void TestAtomicFile::renameToNewNeverReplaces()
{
    const QString other = m_folder->filePath(QStringLiteral("other"));
    QVERIFY(support::putBytes(path(), oldBytes) && support::putBytes(other, "other"));
    QVERIFY(domain::renameToNew(other, path()).error().code == ErrorCode::FileExists);
    QCOMPARE(support::bytesOf(path()), oldBytes);
    QVERIFY(domain::removeFile(path()).has_value() && domain::renameToNew(other, path()).has_value());
    QCOMPARE(support::bytesOf(path()), QByteArray("other"));
}

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "tst_AtomicFile.moc"
