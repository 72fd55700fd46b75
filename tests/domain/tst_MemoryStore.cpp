// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreContract.h"

#include <QTest>

using namespace waymark;

namespace {

class MemoryHarness final : public support::StoreHarness
{
public:
    void startEmpty() override { m_store = std::make_unique<support::MemoryStore>(); }
    void reopen() override { }
    domain::Store& store() override { return *m_store; }

private:
    std::unique_ptr<support::MemoryStore> m_store = std::make_unique<support::MemoryStore>();
};

} // namespace

class TestMemoryStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsThePromise_data();
    void keepsThePromise();
    void failsWhenToldTo();
};

void TestMemoryStore::keepsThePromise_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const auto& [name, check] : support::storePromises()) {
        QTest::newRow(name) << index++;
    }
}

void TestMemoryStore::keepsThePromise()
{
    QFETCH(int, index);
    MemoryHarness harness;
    support::storePromises()[static_cast<std::size_t>(index)].second(harness);
}

void TestMemoryStore::failsWhenToldTo()
{
    support::MemoryStore store;
    const domain::Edit edit = support::noteEdit(QStringLiteral("1"), QStringLiteral("a"), std::nullopt, QStringLiteral("text"));
    store.failWith(domain::Error { domain::ErrorCode::DiskFull, {}, {} });
    QVERIFY(store.commit(edit).error().code == domain::ErrorCode::DiskFull);
    store.failWith(std::nullopt);
    store.setReadOnly(true);
    QVERIFY(store.commit(edit).error().code == domain::ErrorCode::ReadOnly);
    store.setReadOnly(false);
    QVERIFY(store.commit(edit).has_value());
}

QTEST_GUILESS_MAIN(TestMemoryStore)
#include "tst_MemoryStore.moc"
