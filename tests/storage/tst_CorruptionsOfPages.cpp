// SPDX-License-Identifier: GPL-3.0-or-later
// Damage of the order in which pages stand to each other, done to copies of a library, by seed: pages in the wrong place, trees, lists and
// chains that lead astray, indexes.
#include "DamageCheck.h"

#include <QTest>
#include <QtEndian>

using namespace waymark;
using support::anyPage;
using support::below;
using support::copyOf;
using support::Damage;
using support::DamageRandom;
using support::fill;
using support::pick;
using support::RichLibrary;

namespace {

constexpr int pageSize = support::LibraryPages::pageSize;

Damage swappedPages(const RichLibrary& library, DamageRandom& random)
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

/// A write that went to the place of another leaf of its table: each page is in order, and rows stand there twice.
Damage copiedPage(const RichLibrary& library, DamageRandom& random)
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

Damage indexAlone(const RichLibrary& library, DamageRandom& random)
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

Damage freeListLoop(const RichLibrary& library, DamageRandom& random)
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

Damage overflowLoop(const RichLibrary& library, DamageRandom& random)
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

Damage interiorPages(const RichLibrary& library, DamageRandom& random)
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

const QMap<QByteArray, support::DamageMaker>& makers()
{
    static const QMap<QByteArray, support::DamageMaker> all { { "swapped pages", swappedPages }, { "copied page", copiedPage },
        { "index alone", indexAlone }, { "free list loop", freeListLoop }, { "overflow loop", overflowLoop },
        { "interior pages", interiorPages } };
    return all;
}

} // namespace

class tst_CorruptionsOfPages : public QObject
{
    Q_OBJECT

    std::unique_ptr<RichLibrary> m_library;
    support::DamageCheck m_check;

private Q_SLOTS:
    void initTestCase() { m_library = std::make_unique<RichLibrary>(); }

    void everyDamageEndsWell_data() { support::addDamageRows(makers()); }
    void everyDamageEndsWell()
    {
        QFETCH(QByteArray, sort);
        QFETCH(int, seed);
        DamageRandom random(static_cast<quint64>(seed));
        m_check.check(*m_library, makers().value(sort)(*m_library, random));
    }

    void allOfThemTogether()
    {
        m_check.together(support::damageSeeds * static_cast<int>(makers().size()));
        QVERIFY(m_check.reindexed() > 0);
    }
};

QTEST_GUILESS_MAIN(tst_CorruptionsOfPages)
#include "tst_CorruptionsOfPages.moc"
