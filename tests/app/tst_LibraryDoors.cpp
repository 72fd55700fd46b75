// SPDX-License-Identifier: GPL-3.0-or-later
// A library that is opened twice, to be changed and to be read, while something happens between the two.
#include <app/LibraryDoors.h>

#include <QFile>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace waymark;
using app::LibraryDoors;
using domain::ErrorCode;
using storage::OpenOptions;
using storage::SqliteStore;

namespace {

/// The work of another program, once: a copy takes the place of the library.
void replaceByACopy(const QString& path)
{
    QVERIFY(QFile::copy(path, path + u".copy"_s));
    QVERIFY(QFile::rename(path, path + u".old"_s));
    QVERIFY(QFile::rename(path + u".copy"_s, path));
}

} // namespace

class tst_LibraryDoors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void bothDoorsLeadToTheSameFile()
    {
        const LibraryDoors doors(path(), LibraryDoors::Library::New, {});
        const auto writer = doors.toChange({});
        QVERIFY(writer.has_value());
        QVERIFY(doors.toRead().has_value());
        QVERIFY(!doors.isReplaced());
    }

    void anotherFileInItsPlaceIsNotReadBesideIt()
    {
        QVERIFY(SqliteStore::create(path(), {}).has_value());
        LibraryDoors::Ways ways;
        ways.openReadOnly = [](const QString& library, const OpenOptions& options) {
            replaceByACopy(library);
            return SqliteStore::openReadOnly(library, options);
        };
        const LibraryDoors doors(path(), LibraryDoors::Library::Present, {}, ways);
        {
            const auto writer = doors.toChange({});
            QVERIFY(writer.has_value());
            QVERIFY(doors.toRead().error().code == ErrorCode::LibraryBusy);
        }
        QVERIFY(doors.isReplaced());
        const LibraryDoors anew(path(), LibraryDoors::Library::Present, {});
        const auto writer = anew.toChange({});
        QVERIFY(writer.has_value() && anew.toRead().has_value());
    }

    void aFileThatTakesItsPlaceJustThenIsNotReadBesideItEither()
    {
        QVERIFY(SqliteStore::create(path(), {}).has_value());
        LibraryDoors::Ways ways;
        ways.openReadOnly = [](const QString& library, const OpenOptions& options) {
            auto opened = SqliteStore::openReadOnly(library, options);
            replaceByACopy(library);
            return opened;
        };
        const LibraryDoors doors(path(), LibraryDoors::Library::Present, {}, ways);
        const auto writer = doors.toChange({});
        QVERIFY(writer.has_value());
        QVERIFY(doors.toRead().error().code == ErrorCode::LibraryBusy);
        QVERIFY(doors.isReplaced());
    }

    void aFileThatCannotBeLookedAtIsNotTakenForAnother()
    {
        QVERIFY(SqliteStore::create(path(), {}).has_value());
        LibraryDoors::Ways ways;
        ways.lookUp = [](const QString& library) { return domain::failure(ErrorCode::Io, library, u"stat: it is down"_s); };
        const LibraryDoors doors(path(), LibraryDoors::Library::Present, {}, ways);
        const auto writer = doors.toChange({});
        QVERIFY(writer.has_value());
        QVERIFY(doors.toRead().error().code == ErrorCode::Io);
        QVERIFY(!doors.isReplaced());
    }

    void whatAnotherWaymarkLetsGoOfSoonCountsAsHeld_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("letsGoWithin");
        QTest::addColumn<bool>("isAnswered");
        QTest::addColumn<bool>("isWaitedFor");
        QTest::addColumn<bool>("isHeld");
        constexpr int hour = 3'600'000;
        QTest::newRow("here, and somebody waits") << QSysInfo::machineHostName() << hour << false << true << true;
        QTest::newRow("here, and its window answers") << QSysInfo::machineHostName() << hour << true << true << false;
        QTest::newRow("here, for too long") << QSysInfo::machineHostName() << 0 << false << true << false;
        QTest::newRow("here, and nobody waits") << QSysInfo::machineHostName() << hour << false << false << false;
        QTest::newRow("on another machine") << u"another-host"_s << hour << false << true << false;
    }
    void whatAnotherWaymarkLetsGoOfSoonCountsAsHeld()
    {
        QFETCH(const QString, host);
        QFETCH(const int, letsGoWithin);
        QFETCH(const bool, isAnswered);
        QFETCH(const bool, isWaitedFor);
        QFETCH(const bool, isHeld);
        LibraryDoors::Ways ways;
        ways.open = [&host](const QString& library, const OpenOptions&) -> LibraryDoors::Opened {
            return domain::failure(ErrorCode::LibraryLocked, library, u"waymark, process 1 on "_s + host);
        };
        ways.letsGoWithin = letsGoWithin;
        ways.isAnswered = [isAnswered] { return isAnswered; };
        const LibraryDoors doors(path(), LibraryDoors::Library::Present, {}, ways);
        const std::function<domain::ReadingWatch()> watch = [] { return domain::ReadingWatch {}; };
        for (int i = 0; i < 2; ++i) {
            const auto opened = doors.toChange(isWaitedFor ? watch : nullptr);
            QVERIFY(opened.error().code == (isHeld ? ErrorCode::LibraryBusy : ErrorCode::LibraryLocked));
        }
    }

    void aWaymarkThatNeverLetsGoIsNotWaitedForForEver()
    {
        LibraryDoors::Ways ways;
        ways.open = [](const QString& library, const OpenOptions&) -> LibraryDoors::Opened {
            return domain::failure(ErrorCode::LibraryLocked, library, u"waymark, process 1 on "_s + QSysInfo::machineHostName());
        };
        ways.letsGoWithin = 1;
        const LibraryDoors doors(path(), LibraryDoors::Library::Present, {}, ways);
        const std::function<domain::ReadingWatch()> watch = [] { return domain::ReadingWatch {}; };
        QTRY_VERIFY(doors.toChange(watch).error().code == ErrorCode::LibraryLocked);
    }

    /// Another program holds it as soon as it is there.
    void aNewLibraryIsMadeOnceHoweverOftenItIsTried()
    {
        LibraryDoors::Ways ways;
        ways.create = [](const QString& library, const OpenOptions& options) -> LibraryDoors::Opened {
            const auto made = SqliteStore::create(library, options);
            return made ? domain::failure(ErrorCode::LibraryBusy, library) : LibraryDoors::Opened(tl::unexpected(made.error()));
        };
        const LibraryDoors doors(path(), LibraryDoors::Library::New, {}, ways);
        QVERIFY(doors.toChange({}).error().code == ErrorCode::LibraryBusy);
        QVERIFY(doors.isMade());
        QVERIFY(doors.toChange({}).has_value());
    }

    /// Both have found none; of the two that they make one gets the name.
    void aFirstStartTakesWhatAnotherOneMakesJustThen()
    {
        LibraryDoors::Ways ways;
        ways.create = [](const QString& library, const OpenOptions& options) -> LibraryDoors::Opened {
            const auto ofTheOther = SqliteStore::create(library, options);
            return domain::failure(ofTheOther ? ErrorCode::FileExists : ErrorCode::Io, library);
        };
        const LibraryDoors doors(path(), LibraryDoors::Library::NewUnlessThere, {}, ways);
        QVERIFY(doors.toChange({}).has_value());
        QVERIFY(doors.isMade());
    }

    void whatWasThereBeforeIsNoNewLibrary()
    {
        QVERIFY(SqliteStore::create(path(), {}).has_value());
        const LibraryDoors doors(path(), LibraryDoors::Library::New, {});
        for (int i = 0; i < 2; ++i) {
            QVERIFY(doors.toChange({}).error().code == ErrorCode::FileExists);
        }
        QVERIFY(!doors.isMade());
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"library.waymark"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_LibraryDoors)
#include "tst_LibraryDoors.moc"
