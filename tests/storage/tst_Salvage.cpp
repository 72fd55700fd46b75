// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a library without SQLite: what is sound comes back as it is, and no bytes lead the reader astray.
#include "ChildProcess.h"
#include "RichLibrary.h"

#include <storage/Connection.h>
#include <storage/Salvage.h>
#include <storage/TreePage.h>

#include <QTest>

#include <random>

using namespace waymark;
using domain::ErrorCode;
using storage::Connection;
using storage::Migrations;
using storage::salvage;

namespace {

constexpr int pageSize = support::LibraryPages::pageSize;

std::vector<domain::JournalEntry> inOrder(const domain::History& history)
{
    return { history.journal.rbegin(), history.journal.rend() };
}

qint64 lostIn(const domain::SalvagedHistory& history)
{
    return history.lostEdits + std::accumulate(history.lost.begin(), history.lost.end(), qint64 { 0 });
}

} // namespace

class tst_Salvage : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::RichLibrary> m_library;
    std::unique_ptr<support::RichLibrary> m_logged;
    QTemporaryDir m_folder;

    [[nodiscard]] QString copyOf(const QByteArray& bytes, const QByteArray& log = {}) const
    {
        const QString path = m_folder.filePath(QStringLiteral("damaged.waymark"));
        (void)support::putBytes(path, bytes);
        QFile::remove(path + QStringLiteral("-wal"));
        if (!log.isEmpty()) {
            (void)support::putBytes(path + QStringLiteral("-wal"), log);
        }
        return path;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_library = std::make_unique<support::RichLibrary>();
        m_logged = std::make_unique<support::RichLibrary>(200, 60);
        QVERIFY(m_library->pages().of(QStringLiteral("evidence"), QStringLiteral("internal")).size() > 0);
        QVERIFY(m_library->pages().of(QStringLiteral("journal"), QStringLiteral("internal")).size() > 0);
        QVERIFY(m_library->pages().of(QStringLiteral("note"), QStringLiteral("overflow")).size() > 0);
        QVERIFY(m_logged->log().size() > 20 * pageSize);
    }

    void aSoundLibraryIsReadAsItIs()
    {
        const auto state = support::folderState(m_library->folder());
        const auto read = salvage(m_library->path());
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
        QVERIFY(read->history.records == m_library->history().records);
        QVERIFY(read->history.doubtful == domain::Progress {});
        QVERIFY(read->history.journal == inOrder(m_library->history()));
        QCOMPARE(read->libraryId, m_library->id());
        QCOMPARE(read->version, Migrations::known().latest());
        QVERIFY(std::all_of(read->history.isWhole.begin(), read->history.isWhole.end(), [](bool isWhole) { return isWhole; }));
        QVERIFY(read->history.isJournalWhole);
        QCOMPARE(lostIn(read->history), 0);
        QCOMPARE(support::folderState(m_library->folder()), state);
    }

    void whatIsOnlyInTheLogIsRead()
    {
        const auto read = salvage(m_logged->path());
        QVERIFY(read.has_value());
        QVERIFY(read->history.records == m_logged->history().records);
        QVERIFY(read->history.journal == inOrder(m_logged->history()));
        // Without its log the file has less.
        QVERIFY(salvage(copyOf(m_logged->bytes()))->history.journal.size() < read->history.journal.size());
    }

    void aFrameOfTheLogWithoutItsCommitIsNotRead()
    {
        // Cut inside the last transaction: it was never acknowledged.
        const QByteArray log = m_logged->log().chopped(1);
        const auto read = salvage(copyOf(m_logged->bytes(), log));
        QVERIFY(read.has_value());
        const std::size_t all = m_logged->history().journal.size();
        QCOMPARE(read->history.journal.size(), all - 1);
    }

    void oneBadFrameCostsOnePage()
    {
        QByteArray log = m_logged->log();
        const qint64 frame = 24 + pageSize;
        log[32 + 10 * frame + 24 + 100] = static_cast<char>(~log[32 + 10 * frame + 24 + 100]);
        const auto read = salvage(copyOf(m_logged->bytes(), log));
        QVERIFY(read.has_value());
        // SQLite would read the first ten frames alone.
        QVERIFY(read->history.journal.size() + 20 > m_logged->history().journal.size());
    }

    void theSchemaIsNotNeeded_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::newRow("header") << 100;
        QTest::newRow("first page") << pageSize;
    }

    void theSchemaIsNotNeeded()
    {
        QFETCH(int, bytes);
        QByteArray damaged = m_library->bytes();
        damaged.replace(0, bytes, QByteArray(bytes, '\0'));
        for (const int page :
            bytes == pageSize ? m_library->pages().of(QStringLiteral("sqlite_schema"), QStringLiteral("leaf")) : std::vector<int>()) {
            damaged.replace(qsizetype { page - 1 } * pageSize, pageSize, QByteArray(pageSize, '\0'));
        }
        const auto read = salvage(copyOf(damaged));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
        QVERIFY(read->history.records == m_library->history().records);
        QVERIFY(read->history.journal == inOrder(m_library->history()));
        QCOMPARE(read->libraryId, m_library->id());
    }

    void pagesBelowADamagedOneAreFoundAgain_data()
    {
        QTest::addColumn<QString>("table");
        for (const QString& table : { QStringLiteral("evidence"), QStringLiteral("journal"), QStringLiteral("note") }) {
            QTest::newRow(qPrintable(table)) << table;
        }
    }

    void pagesBelowADamagedOneAreFoundAgain()
    {
        QFETCH(QString, table);
        QByteArray damaged = m_library->bytes();
        QSet<int> pages;
        for (const int page : m_library->pages().of(table, QStringLiteral("internal"))) {
            damaged.replace(qsizetype { page - 1 } * pageSize, pageSize, QByteArray(pageSize, '\xee'));
            pages.insert(page);
        }
        QVERIFY(!pages.isEmpty());
        const auto read = salvage(copyOf(damaged));
        QVERIFY(read.has_value());
        for (const auto& [key, record] : m_library->history().records.records()) {
            const bool isRead = read->history.records.record(key) == record || read->history.doubtful.record(key) == record;
            QVERIFY2(
                isRead || m_library->pages().isOn(key, pages), qPrintable(storage::tableName(key.kind) + key.skill + key.item + key.id));
        }
        QCOMPARE(read->history.journal.size(), m_library->history().journal.size());
    }

    void everySchemaOfThePastIsRead()
    {
        for (int version = 1; version <= Migrations::known().latest(); ++version) {
            const QString path = m_folder.filePath(QStringLiteral("old-%1.waymark").arg(version));
            {
                auto library = Connection::open(path, Connection::Mode::Create).value();
                QVERIFY(Migrations::known().apply(*library, version, 0).has_value());
                QVERIFY(library
                            ->script("INSERT INTO library VALUES (1, '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d', 5);"
                                     "INSERT INTO skill_mark VALUES ('vcs-git', 'done', 7, 6, 0);"
                                     "INSERT INTO goal VALUES (1, 'first-api', 6, '2026-12-24');"
                                     "INSERT INTO time_entry (id, skill, start, minutes) VALUES ('t', 'vcs-git', 7, 45);"
                                     "INSERT INTO note VALUES (1, 'vcs-git', 'a note', 1, 9);")
                            .has_value());
            }
            QByteArray damaged = support::bytesOf(path);
            damaged.replace(0, 16, QByteArray(16, 'x'));
            QVERIFY(support::putBytes(path, damaged));
            const auto read = salvage(path);
            QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
            QCOMPARE(read->version, version);
            QCOMPARE(read->libraryId, QStringLiteral("9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d"));
            QVERIFY(read->history.records.skill(QStringLiteral("vcs-git")).mark->mark == domain::Mark::Done);
            QCOMPARE(read->history.records.skill(QStringLiteral("vcs-git")).note->text, QStringLiteral("a note"));
            QCOMPARE(read->history.records.goal().hoursPerWeek, 6.0); // kept as an integer in the file
            QCOMPARE(read->history.records.time().value(QStringLiteral("t")).minutes, 45);
        }
    }

    void aLibraryThatGrewFromVersionToVersionNeedsNoSchema()
    {
        // Its later tables have their roots behind data, where no untouched library has them.
        const QString path = m_folder.filePath(QStringLiteral("grown-up.waymark"));
        constexpr int skills = 300;
        {
            auto library = Connection::open(path, Connection::Mode::Create).value();
            QVERIFY(Migrations::known().apply(*library, 1, 0).has_value());
            QVERIFY(library->script("INSERT INTO library VALUES (1, '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d', 5);").has_value());
            for (int i = 0; i < skills; ++i) {
                QVERIFY(library
                            ->run(QStringLiteral("INSERT INTO item_mark VALUES (?, ?, 7)"),
                                { QStringLiteral("skill-%1").arg(i), QStringLiteral("item") })
                            .has_value());
            }
            QVERIFY(Migrations::known().apply(*library, Migrations::known().latest(), 0).has_value());
            for (int i = 0; i < skills; ++i) {
                const QString skill = QStringLiteral("skill-%1").arg(i);
                QVERIFY(library->run(QStringLiteral("INSERT INTO own_card VALUES (?, 'card', 'front', 'back', 7)"), { skill }).has_value());
                QVERIFY(library->run(QStringLiteral("INSERT INTO board_place VALUES (?, 'doing', 7)"), { skill }).has_value());
            }
        }
        QByteArray damaged = support::bytesOf(path);
        damaged.replace(0, pageSize, QByteArray(pageSize, '\xee'));
        QVERIFY(support::putBytes(path, damaged));
        const auto read = salvage(path);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
        int items = 0;
        int cards = 0;
        for (const domain::Progress* records : { &read->history.records, &read->history.doubtful }) {
            for (const domain::SkillProgress& skill : records->skills()) {
                items += skill.isItemDone(QStringLiteral("item")) ? 1 : 0;
                cards += static_cast<int>(skill.ownCards.size());
            }
        }
        QCOMPARE(items, skills);
        QCOMPARE(cards, skills);
        QCOMPARE(read->history.records.boardPlaces().size() + read->history.doubtful.boardPlaces().size(), skills);
    }

    void rowsWrittenBeforeAColumnCameHaveItsDefault()
    {
        const QString path = m_folder.filePath(QStringLiteral("grown.waymark"));
        {
            auto library = Connection::open(path, Connection::Mode::Create).value();
            QVERIFY(Migrations::known().apply(*library, 2, 0).has_value());
            QVERIFY(library
                        ->script("INSERT INTO library VALUES (1, '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d', 5);"
                                 "INSERT INTO recall VALUES ('vcs-git', 'commit', 'r', 3, 2.3, 2.5, 0, 'fsrs-6', 'default', 4000, 7, 60);")
                        .has_value());
            QVERIFY(Migrations::known().apply(*library, 3, 0).has_value());
        }
        const auto read = salvage(path);
        QVERIFY(read.has_value());
        QCOMPARE(read->history.records.skill(QStringLiteral("vcs-git")).recalls.value(QStringLiteral("commit")).first().retention, 0.9);
    }

    /// Without them a record would come back under an id that the course of the backup does not have.
    void movedIdsBelowADamagedPageAreFoundAgain()
    {
        const QString path = m_folder.filePath(QStringLiteral("moved.waymark"));
        {
            auto library = Connection::open(path, Connection::Mode::Create).value();
            QVERIFY(Migrations::known().apply(*library, Migrations::known().latest(), 0).has_value());
            QVERIFY(library
                        ->script("INSERT INTO library VALUES (1, '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d', 5);"
                                 "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) INSERT INTO course_moved SELECT "
                                 "printf('a-skill-that-was-called-%d', i), printf('as-it-is-called-now-%d', i) FROM n;")
                        .has_value());
        }
        QByteArray damaged = support::bytesOf(path);
        const support::LibraryPages pages(path, {});
        const std::vector<int> roots = pages.of(QStringLiteral("course_moved"), QStringLiteral("internal"));
        QCOMPARE(roots.size(), std::size_t { 1 });
        damaged.replace(qsizetype { roots.front() - 1 } * pageSize, pageSize, QByteArray(pageSize, '\xee'));
        const auto read = salvage(copyOf(damaged));
        QVERIFY(read.has_value());
        QVERIFY2(read->history.moved.size() >= 295, qPrintable(QString::number(read->history.moved.size()))); // some lay on the page itself
        QCOMPARE(read->history.moved.value(QStringLiteral("a-skill-that-was-called-7")), QStringLiteral("as-it-is-called-now-7"));
    }

    /// Both are an id and bytes; nothing leads to either any more.
    void whatIsKeptOfCoursesIsNothingThatAMergeBroughtIn()
    {
        const QString path = m_folder.filePath(QStringLiteral("courses.waymark"));
        {
            auto library = Connection::open(path, Connection::Mode::Create).value();
            QVERIFY(Migrations::known().apply(*library, Migrations::known().latest(), 0).has_value());
            QVERIFY(
                library
                    ->script(
                        "INSERT INTO library VALUES (1, '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d', 5);"
                        "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20) INSERT INTO course_step SELECT 'course-' "
                        "|| i, randomblob(700) FROM n;"
                        "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20) INSERT INTO absorbed SELECT 'merge-' || i, "
                        "CAST('{\"heads\":[]}' || char(10) || printf('%900s', 'x') AS BLOB) FROM n;")
                    .has_value());
        }
        QByteArray damaged = support::bytesOf(path);
        const support::LibraryPages pages(path, {});
        for (const QString& table : { QStringLiteral("course_step"), QStringLiteral("absorbed") }) {
            const std::vector<int> roots = pages.of(table, QStringLiteral("internal"));
            QVERIFY(!roots.empty());
            for (const int page : roots) {
                damaged.replace(qsizetype { page - 1 } * pageSize, pageSize, QByteArray(pageSize, '\xee'));
            }
        }
        const auto read = salvage(copyOf(damaged));
        QVERIFY(read.has_value());
        QCOMPARE(read->history.doubtful.absorbed().size(), 20);
        for (const QString& merge : read->history.doubtful.absorbed().keys()) {
            QVERIFY2(merge.startsWith(QStringLiteral("merge-")), qPrintable(merge));
        }
    }

    void whatANewerVersionMadeIsRefused()
    {
        QByteArray newer = m_library->bytes();
        newer[63] = static_cast<char>(Migrations::known().latest() + 1);
        const QString path = copyOf(newer);
        QCOMPARE(salvage(path).error().code, ErrorCode::LibraryNewer);
        QVERIFY(!storage::isSalvageable(path));
    }

    void otherFilesAreNoLibrary_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("This is a text.\n").repeated(2000);
        QTest::newRow("zeros") << QByteArray(40'000, '\0');
        QTest::newRow("magic") << QByteArray("SQLite format 3\0", 16);
    }

    void otherFilesAreNoLibrary()
    {
        QFETCH(QByteArray, bytes);
        const QString path = copyOf(bytes);
        QCOMPARE(salvage(path).error().code, ErrorCode::LibraryCorrupt);
        QVERIFY(!storage::isSalvageable(path));
    }

    void aLibraryWithAnotherHeaderIsStillOne()
    {
        QByteArray damaged = m_library->bytes();
        damaged.replace(0, 100, QByteArray(100, 'x'));
        QVERIFY(storage::isSalvageable(copyOf(damaged)));
        QCOMPARE(salvage(m_folder.filePath(QStringLiteral("nothing"))).error().code, ErrorCode::LibraryMissing);
    }

    void itStopsWhenToldTo()
    {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(salvage(m_library->path(), { stop.get_token(), {} }).error().code, ErrorCode::Cancelled);
    }

    void randomBytesAreNeverReadBeyondTheirEnd()
    {
        // Under the sanitizers each byte that is read outside of a page is found.
        std::mt19937_64 random(20261122);
        constexpr char kinds[] = { 2, 5, 10, 13 };
        constexpr int rounds = 20'000;
        int pages = 0;
        for (int round = 0; round < rounds; ++round) {
            QByteArray bytes(512, Qt::Uninitialized);
            std::generate(bytes.begin(), bytes.end(), [&random] { return static_cast<char>(random()); });
            const int at = round % 2 == 0 ? 0 : 100;
            bytes[at] = kinds[random() % 4];
            bytes[at + 3] = 0;
            bytes[at + 4] = static_cast<char>(random() % 64);
            for (int i = 0; i < 64; ++i) {
                bytes[at + 8 + 2 * i] = static_cast<char>(random() % 2);
            }
            const auto page = storage::TreePage::parse(bytes, at == 100);
            for (int i = 0; page && i < page->cellCount(); ++i) {
                const auto cell = page->cell(i);
                QVERIFY(!cell || cell->local.size() <= bytes.size());
                const auto record = cell ? storage::decodeRecord(cell->local) : std::nullopt;
                QVERIFY(!record || record->size() <= 100);
            }
            pages += page ? 1 : 0;
            static_cast<void>(storage::decodeRecord(bytes.left(static_cast<qsizetype>(random() % 40))));
        }
        QVERIFY(pages > rounds / 20);
    }

    void randomPagesAreReadToTheEnd()
    {
        // Pages of a real library with random bytes, in random order: loops of pages and of chains among them.
        std::mt19937_64 random(7);
        for (int round = 0; round < 40; ++round) {
            QByteArray bytes;
            for (int page = 0; page < 60; ++page) {
                const auto from = static_cast<qsizetype>(random() % static_cast<quint64>(m_library->pages().count()));
                QByteArray content = m_library->bytes().mid(from * pageSize, pageSize);
                for (int i = 0; i < round; ++i) {
                    content[static_cast<qsizetype>(random() % pageSize)] = static_cast<char>(random());
                }
                // Children and chains lead to pages that are there.
                content.replace(8, 3, QByteArray(3, '\0'));
                bytes += content;
            }
            const auto read = salvage(copyOf(bytes));
            QVERIFY(read || read.error().code == ErrorCode::LibraryCorrupt || read.error().code == ErrorCode::LibraryNewer);
        }
    }
};

QTEST_GUILESS_MAIN(tst_Salvage)
#include "tst_Salvage.moc"
