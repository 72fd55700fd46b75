// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreContract.h"

#include <storage/SqliteStore.h>

#include <QTemporaryDir>
#include <QTest>

using namespace waymark;

namespace {

class LibraryHarness final : public support::StoreHarness
{
public:
    LibraryHarness() { startEmpty(); }

    void startEmpty() override
    {
        m_store.reset();
        m_path = m_folder.filePath(QStringLiteral("library-%1.waymark").arg(++m_count));
        m_store = std::move(storage::SqliteStore::create(m_path, {}).value());
    }
    void reopen() override
    {
        m_store.reset();
        m_store = std::move(storage::SqliteStore::open(m_path, {}).value());
    }
    domain::Store& store() override { return *m_store; }

private:
    QTemporaryDir m_folder;
    QString m_path;
    int m_count = 0;
    std::unique_ptr<storage::SqliteStore> m_store;
};

} // namespace

class TestSqliteStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsThePromise_data();
    void keepsThePromise();
    void whatIsReadBesideTheStoreIsOfOneMoment();
};

void TestSqliteStore::whatIsReadBesideTheStoreIsOfOneMoment()
{
    LibraryHarness harness;
    const auto commit = [&harness](const QString& id) {
        return harness.store().commit(support::noteEdit(id, id, std::nullopt, QStringLiteral("words"))).has_value();
    };
    QVERIFY(commit(QStringLiteral("before")));
    int made = 0;
    const auto read = harness.store().reader()({ {}, [&](int) { made += commit(QString::number(made)) ? 1 : 0; } });
    QVERIFY(made > 1);
    QCOMPARE(read.value().journal.size(), std::size_t { 1 });
    QCOMPARE(read.value().progress.records().size(), std::size_t { 1 });
    QVERIFY((harness.store().journalStamp().value() == domain::JournalStamp { made + 1, 0 }));
}

void TestSqliteStore::keepsThePromise_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const auto& [name, check] : support::storePromises()) {
        QTest::newRow(name) << index++;
    }
}

void TestSqliteStore::keepsThePromise()
{
    QFETCH(int, index);
    LibraryHarness harness;
    support::storePromises()[static_cast<std::size_t>(index)].second(harness);
}

QTEST_GUILESS_MAIN(TestSqliteStore)
#include "tst_SqliteStore.moc"
