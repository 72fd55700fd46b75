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
};

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
