// SPDX-License-Identifier: GPL-3.0-or-later
// Damage of every sort done to copies of a library, by seed: each ends with a library, or is refused with the file as it was.
#include "ChildProcess.h"
#include "RichLibrary.h"

#include <storage/Backup.h>
#include <storage/Recovery.h>
#include <storage/Salvage.h>

#include <QTest>
#include <QtEndian>

#include <functional>
#include <random>

using namespace waymark;
using domain::ErrorCode;
using domain::RecoveryWay;
using storage::SqliteStore;

namespace {

constexpr int pageSize = support::LibraryPages::pageSize;
constexpr qint64 newYear2026 = 1'767'225'600'000;

/// A copy of a library, damaged, and what is known of the damage.
struct Damage
{
    QByteArray bytes;
    QByteArray log;
    QSet<int> pages; ///< that are not what they were
    bool mayBeHopeless = false; ///< so much is gone that a refusal is in order
};

/// How the cases of all rows ended.
struct Tally
{
    int cases = 0;
    int untouched = 0; ///< opened as if nothing were: SQLite keeps no check sums of pages
    int reindexed = 0;
    int salvaged = 0;
    int refused = 0;
    qint64 rows = 0; ///< outside of the damaged pages, over all recovered cases
    qint64 rowsBack = 0;
};

} // namespace

class tst_Corruptions : public QObject
{
    Q_OBJECT

    using Random = std::mt19937_64;
    using Maker = std::function<Damage(const support::RichLibrary&, Random&)>;

    std::unique_ptr<support::RichLibrary> m_library;
    std::unique_ptr<support::RichLibrary> m_logged;
    Tally m_tally;

    static int below(Random& random, qint64 limit) { return static_cast<int>(random() % static_cast<quint64>(limit)); }
    static int anyPage(const support::RichLibrary& library, Random& random) { return 1 + below(random, library.pages().count()); }
    static void fill(Damage& damage, int page, char with)
    {
        damage.bytes.replace(qsizetype { page - 1 } * pageSize, pageSize, QByteArray(pageSize, with));
        damage.pages.insert(page);
    }
    static Damage copyOf(const support::RichLibrary& library) { return { library.bytes(), library.log(), {}, false }; }
    static int pick(const std::vector<int>& pages, Random& random) { return pages.at(random() % pages.size()); }

    static Damage headerBytes(const support::RichLibrary& library, Random& random);
    static Damage pageBytes(const support::RichLibrary& library, Random& random);
    static Damage truncated(const support::RichLibrary& library, Random& random);
    static Damage swappedPages(const support::RichLibrary& library, Random& random);
    static Damage zeroedPages(const support::RichLibrary& library, Random& random);
    static Damage copiedPage(const support::RichLibrary& library, Random& random);
    static Damage indexAlone(const support::RichLibrary& library, Random& random);
    static Damage logBytes(const support::RichLibrary& library, Random& random);
    static Damage randomBits(const support::RichLibrary& library, Random& random);
    static Damage freeListLoop(const support::RichLibrary& library, Random& random);
    static Damage overflowLoop(const support::RichLibrary& library, Random& random);
    static Damage interiorPages(const support::RichLibrary& library, Random& random);

    static bool opens(const QString& path, const Damage& damage);
    void check(const support::RichLibrary& library, const Damage& damage);
    static void everyStepBackFits(SqliteStore& store);
    static void lossesAreNotOverstated(const support::RichLibrary& library, const domain::RecoveryReport& report, SqliteStore& store);
    void countRows(const support::RichLibrary& library, const Damage& damage, SqliteStore& store);

private Q_SLOTS:
    void initTestCase();
    void everyDamageEndsWell_data();
    void everyDamageEndsWell();
    void allOfThemTogether();

private:
    static const QMap<QByteArray, Maker>& makers();
};

Damage tst_Corruptions::headerBytes(const support::RichLibrary& library, Random& random)
{
    Damage damage = copyOf(library);
    const int at = below(random, 100);
    const int count = 1 + below(random, 100 - at);
    for (int i = at; i < at + count; ++i) {
        damage.bytes[i] = static_cast<char>(random());
    }
    damage.mayBeHopeless = true; // the version may have become a newer one
    return damage;
}

Damage tst_Corruptions::pageBytes(const support::RichLibrary& library, Random& random)
{
    Damage damage = copyOf(library);
    for (int pages = 1 + below(random, 5); pages > 0; --pages) {
        const int page = anyPage(library, random);
        const int at = page == 1 ? 100 : 0;
        for (int i = 0; i < 64; ++i) {
            damage.bytes[qsizetype { page - 1 } * pageSize + at + below(random, i < 32 ? 32 : pageSize - at)] = static_cast<char>(random());
        }
        damage.pages.insert(page);
    }
    return damage;
}

Damage tst_Corruptions::truncated(const support::RichLibrary& library, Random& random)
{
    Damage damage = copyOf(library);
    const int size = below(random, damage.bytes.size());
    damage.bytes.truncate(size);
    for (int page = size / pageSize + 1; page <= library.pages().count(); ++page) {
        damage.pages.insert(page);
    }
    damage.mayBeHopeless = size < 20 * pageSize;
    return damage;
}

Damage tst_Corruptions::swappedPages(const support::RichLibrary& library, Random& random)
{
    Damage damage = copyOf(library);
    const int first = 2 + below(random, library.pages().count() - 1);
    const int second = 2 + below(random, library.pages().count() - 1);
    const auto at = [](int page) { return qsizetype { page - 1 } * pageSize; };
    const QByteArray content = damage.bytes.mid(at(first), pageSize);
    damage.bytes.replace(at(first), pageSize, damage.bytes.mid(at(second), pageSize));
    damage.bytes.replace(at(second), pageSize, content);
    damage.pages = { first, second };
    return damage;
}

Damage tst_Corruptions::zeroedPages(const support::RichLibrary& library, Random& random)
{
    Damage damage = copyOf(library);
    const int from = anyPage(library, random);
    for (int page = from; page < from + 1 + below(random, 20) && page <= library.pages().count(); ++page) {
        fill(damage, page, '\0');
    }
    return damage;
}

/// A write that went to the place of another leaf of its table: each page is in order, and rows stand there twice.
Damage tst_Corruptions::copiedPage(const support::RichLibrary& library, Random& random)
{
    Damage damage = copyOf(library);
    QStringList tables { QStringLiteral("evidence"), QStringLiteral("journal"), QStringLiteral("note") };
    tables.removeIf([&library](const QString& table) { return library.pages().of(table, QStringLiteral("leaf")).size() < 2; });
    const auto pages = library.pages().of(tables.at(below(random, tables.size())), QStringLiteral("leaf"));
    const int from = below(random, std::ssize(pages));
    const int to = (from + 1 + below(random, std::ssize(pages) - 1)) % static_cast<int>(pages.size());
    const auto at = [&pages](int i) { return qsizetype { pages.at(static_cast<std::size_t>(i)) - 1 } * pageSize; };
    damage.bytes.replace(at(to), pageSize, damage.bytes.mid(at(from), pageSize));
    damage.pages = { pages.at(static_cast<std::size_t>(from)), pages.at(static_cast<std::size_t>(to)) };
    return damage;
}

Damage tst_Corruptions::indexAlone(const support::RichLibrary& library, Random& random)
{
    Damage damage = copyOf(library);
    QStringList indexes = library.pages().owners().filter(QStringLiteral("autoindex"));
    indexes.removeIf([&library](const QString& index) { return library.pages().of(index, QStringLiteral("leaf")).empty(); });
    const auto pages = library.pages().of(indexes.at(below(random, indexes.size())), QStringLiteral("leaf"));
    const int page = pick(pages, random);
    if (below(random, 2) == 0) {
        fill(damage, page, static_cast<char>(random()));
        return damage;
    }
    // A letter of the entry at the end of the page: the tree is in order but for that, and only a full check finds it.
    char& letter = damage.bytes.data()[qsizetype { page } * pageSize - 8];
    letter = static_cast<char>(letter ^ 1);
    damage.pages.insert(page);
    return damage;
}

Damage tst_Corruptions::logBytes(const support::RichLibrary& library, Random& random)
{
    Damage damage = copyOf(library);
    const int from = below(random, damage.log.size());
    const int frameSize = 24 + pageSize;
    const auto pageOf = [&damage](int at) {
        const int frame = std::max(0, at - 32) / frameSize;
        return static_cast<int>(qFromBigEndian<quint32>(damage.log.constData() + 32 + qsizetype { frame } * frameSize));
    };
    damage.pages.insert(pageOf(from));
    if (below(random, 3) == 0) {
        for (int at = from; at < damage.log.size(); at += frameSize) {
            damage.pages.insert(pageOf(at));
        }
        damage.log.truncate(from);
        return damage;
    }
    for (int i = from; i < std::min<qsizetype>(from + 200, damage.log.size()); ++i) {
        damage.pages.insert(pageOf(i));
        damage.log[i] = static_cast<char>(random());
    }
    return damage;
}

Damage tst_Corruptions::randomBits(const support::RichLibrary& library, Random& random)
{
    Damage damage = copyOf(library);
    for (int bits = 1 + below(random, 40); bits > 0; --bits) {
        const int at = 100 + below(random, damage.bytes.size() - 100);
        damage.bytes[at] = static_cast<char>(damage.bytes[at] ^ (1 << below(random, 8)));
        damage.pages.insert(at / pageSize + 1);
    }
    return damage;
}

Damage tst_Corruptions::freeListLoop(const support::RichLibrary& library, Random& random)
{
    Damage damage = copyOf(library);
    const auto put = [&damage](qsizetype at, int number) { qToBigEndian(static_cast<quint32>(number), damage.bytes.data() + at); };
    // Trunks that lead to each other, in pages of the course.
    const auto pages = library.pages().of(QStringLiteral("course_search_data"), QStringLiteral("leaf"));
    const int first = pages.front();
    const int second = pages.size() > 1 ? pages.back() : anyPage(library, random);
    put(32, first);
    put(36, 1 + below(random, 1000));
    put(qsizetype { first - 1 } * pageSize, second);
    put(qsizetype { first - 1 } * pageSize + 4, 1 + below(random, 1022));
    put(qsizetype { second - 1 } * pageSize, first);
    damage.pages = { first, second };
    return damage;
}

Damage tst_Corruptions::overflowLoop(const support::RichLibrary& library, Random& random)
{
    Damage damage = copyOf(library);
    const QString table = below(random, 2) == 0 ? QStringLiteral("journal") : QStringLiteral("evidence");
    const auto chain = library.pages().of(table, QStringLiteral("overflow"));
    for (const int page : chain) {
        if (below(random, 3) == 0) {
            qToBigEndian(static_cast<quint32>(pick(chain, random)), damage.bytes.data() + qsizetype { page - 1 } * pageSize);
            damage.pages.insert(page);
        }
    }
    return damage;
}

Damage tst_Corruptions::interiorPages(const support::RichLibrary& library, Random& random)
{
    Damage damage = copyOf(library);
    std::vector<int> pages;
    for (const QString& owner : library.pages().owners()) {
        const auto interior = library.pages().of(owner, QStringLiteral("internal"));
        pages.insert(pages.end(), interior.begin(), interior.end());
    }
    for (int count = 1 + below(random, 3); count > 0; --count) {
        fill(damage, pick(pages, random), static_cast<char>(random()));
    }
    return damage;
}

const QMap<QByteArray, tst_Corruptions::Maker>& tst_Corruptions::makers()
{
    static const QMap<QByteArray, Maker> all { { "header bytes", headerBytes }, { "page bytes", pageBytes }, { "truncated", truncated },
        { "swapped pages", swappedPages }, { "zeroed pages", zeroedPages }, { "index alone", indexAlone }, { "log bytes", logBytes },
        { "random bits", randomBits }, { "free list loop", freeListLoop }, { "overflow loop", overflowLoop },
        { "interior pages", interiorPages }, { "copied page", copiedPage } };
    return all;
}

void tst_Corruptions::initTestCase()
{
    m_library = std::make_unique<support::RichLibrary>();
    m_logged = std::make_unique<support::RichLibrary>(200, 60);
}

void tst_Corruptions::everyDamageEndsWell_data()
{
    QTest::addColumn<QByteArray>("sort");
    QTest::addColumn<int>("seed");
    constexpr int seeds = 20;
    for (auto maker = makers().cbegin(); maker != makers().cend(); ++maker) {
        for (int seed = 1; seed <= seeds; ++seed) {
            QTest::addRow("%s %d", maker.key().constData(), seed) << maker.key() << seed;
        }
    }
}

void tst_Corruptions::everyDamageEndsWell()
{
    QFETCH(QByteArray, sort);
    QFETCH(int, seed);
    Random random(static_cast<quint64>(seed));
    const support::RichLibrary& library = sort == "log bytes" ? *m_logged : *m_library;
    check(library, makers().value(sort)(library, random));
}

/// Whether the library opens, with records and journal, and passes the full check that `doctor` makes. One that is refused stays as it is.
bool tst_Corruptions::opens(const QString& path, const Damage& damage)
{
    auto store = SqliteStore::open(path, {});
    if (!store) {
        const bool isAsItWas = support::bytesOf(path) == damage.bytes && support::bytesOf(path + QStringLiteral("-wal")) == damage.log;
        if (!isAsItWas) {
            QTest::qFail("the library was changed by opening it", __FILE__, __LINE__);
        }
        return false;
    }
    const auto records = (*store)->progress();
    const auto journal = (*store)->journal(10'000);
    store->reset();
    return records && journal && storage::verifyBackup(path);
}

void tst_Corruptions::check(const support::RichLibrary& library, const Damage& damage)
{
    ++m_tally.cases;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("library.waymark"));
    QVERIFY(support::putBytes(path, damage.bytes));
    QVERIFY(damage.log.isEmpty() || support::putBytes(path + QStringLiteral("-wal"), damage.log));
    if (opens(path, damage)) {
        ++m_tally.untouched;
        return;
    }
    const auto before = support::folderState(folder.path());
    const QByteArray bytes = support::bytesOf(path);
    const QByteArray log = support::bytesOf(path + QStringLiteral("-wal"));
    const auto salvaged = storage::recoverLibrary(path, { {}, newYear2026, RecoveryWay::Salvage });
    if (!salvaged) {
        ++m_tally.refused;
        const ErrorCode code = salvaged.error().code;
        QVERIFY2(damage.mayBeHopeless, qPrintable(salvaged.error().detail));
        QVERIFY(code == ErrorCode::NothingRecovered || code == ErrorCode::LibraryNewer);
        QCOMPARE(support::folderState(folder.path()), before);
        return;
    }
    m_tally.reindexed += salvaged->isReindexed ? 1 : 0;
    m_tally.salvaged += salvaged->isReindexed ? 0 : 1;
    QCOMPARE(salvaged->kept, path + QStringLiteral(".corrupt-20260101-000000"));
    QCOMPARE(support::bytesOf(salvaged->kept), bytes);
    QCOMPARE(support::bytesOf(salvaged->kept + QStringLiteral("-wal")), log);
    QVERIFY(storage::verifyBackup(path).has_value());
    auto store = SqliteStore::open(path, {});
    QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
    countRows(library, damage, **store);
    lossesAreNotOverstated(library, *salvaged, **store);
    everyStepBackFits(**store);
    QCOMPARE(support::bytesOf(salvaged->kept), bytes);
}

/// What undo would take back, one edit after the other, in memory: on disk each step is a transaction. The first one is taken there too.
void tst_Corruptions::everyStepBackFits(SqliteStore& store)
{
    domain::Progress state = store.progress().value();
    const auto journal = store.journal(1'000'000).value();
    for (const domain::JournalEntry& entry : journal) {
        QVERIFY(entry.state != domain::JournalState::Applied || domain::applyTo(state, domain::inverse(entry.edit)));
    }
    const auto next = store.nextUndo().value();
    QCOMPARE(store.undo().has_value(), next.has_value());
}

/// "At least" is a promise too.
void tst_Corruptions::lossesAreNotOverstated(const support::RichLibrary& library, const domain::RecoveryReport& report, SqliteStore& store)
{
    const domain::Progress back = store.progress().value();
    std::vector<qint64> lost(domain::recordKinds + 1, 0);
    for (const auto& [key, record] : library.history().records.records()) {
        lost[static_cast<std::size_t>(key.kind)] += back.record(key) == record ? 0 : 1;
    }
    lost.back() = static_cast<qint64>(library.history().journal.size() - store.journal(1'000'000).value().size());
    for (std::size_t i = 0; i < lost.size(); ++i) {
        const domain::RecoveredTable& table = report.tables[i];
        QVERIFY2(table.lost <= lost[i], qPrintable(QStringLiteral("%1: %2 said, %3 lost").arg(table.table).arg(table.lost).arg(lost[i])));
    }
}

void tst_Corruptions::countRows(const support::RichLibrary& library, const Damage& damage, SqliteStore& store)
{
    const domain::Progress back = store.progress().value();
    QSet<QString> edits;
    const auto journal = store.journal(1'000'000).value();
    for (const domain::JournalEntry& entry : journal) {
        edits.insert(entry.edit.id);
    }
    qint64 rows = 0;
    qint64 rowsBack = 0;
    for (const auto& [key, record] : library.history().records.records()) {
        if (!library.pages().isOn(key, damage.pages)) {
            ++rows;
            rowsBack += back.record(key) == record ? 1 : 0;
        }
    }
    for (const domain::JournalEntry& entry : library.history().journal) {
        if (!library.pages().isOn(entry.edit.id, damage.pages)) {
            ++rows;
            rowsBack += edits.contains(entry.edit.id) ? 1 : 0;
        }
    }
    m_tally.rows += rows;
    m_tally.rowsBack += rowsBack;
    QVERIFY2(100 * rowsBack >= 99 * rows, qPrintable(QStringLiteral("%1 of %2 rows").arg(rowsBack).arg(rows)));
}

void tst_Corruptions::allOfThemTogether()
{
    qInfo("%d cases: %d open, %d reindexed, %d salvaged, %d refused; %lld of %lld rows outside of damaged pages are back", m_tally.cases,
        m_tally.untouched, m_tally.reindexed, m_tally.salvaged, m_tally.refused, m_tally.rowsBack, m_tally.rows);
    QVERIFY(m_tally.cases >= 200);
    QVERIFY(m_tally.salvaged >= m_tally.cases / 3);
    QVERIFY(m_tally.reindexed > 0);
    QVERIFY(1000 * m_tally.rowsBack >= 999 * m_tally.rows);
}

QTEST_GUILESS_MAIN(tst_Corruptions)
#include "tst_Corruptions.moc"
