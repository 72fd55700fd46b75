// SPDX-License-Identifier: GPL-3.0-or-later
// Damage that knows nothing of what it hits, done to copies of a library and of its log, by seed: bytes, bits, stretches and ends.
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
using support::RichLibrary;

namespace {

constexpr int pageSize = support::LibraryPages::pageSize;

Damage headerBytes(const RichLibrary& library, DamageRandom& random)
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

Damage pageBytes(const RichLibrary& library, DamageRandom& random)
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

Damage truncated(const RichLibrary& library, DamageRandom& random)
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

Damage zeroedPages(const RichLibrary& library, DamageRandom& random)
{
    Damage damage = copyOf(library);
    const int from = anyPage(library, random);
    for (int page = from; page < from + 1 + below(random, 20) && page <= library.pages().count(); ++page) {
        fill(damage, page, '\0');
    }
    return damage;
}

Damage logBytes(const RichLibrary& library, DamageRandom& random)
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

Damage randomBits(const RichLibrary& library, DamageRandom& random)
{
    Damage damage = copyOf(library);
    for (int bits = 1 + below(random, 40); bits > 0; --bits) {
        const int at = 100 + below(random, damage.bytes.size() - 100);
        damage.bytes[at] = static_cast<char>(damage.bytes[at] ^ (1 << below(random, 8)));
        damage.pages.insert(at / pageSize + 1);
    }
    return damage;
}

const QMap<QByteArray, support::DamageMaker>& makers()
{
    static const QMap<QByteArray, support::DamageMaker> all { { "header bytes", headerBytes }, { "page bytes", pageBytes },
        { "truncated", truncated }, { "zeroed pages", zeroedPages }, { "log bytes", logBytes }, { "random bits", randomBits } };
    return all;
}

} // namespace

class tst_CorruptionsOfBytes : public QObject
{
    Q_OBJECT

    std::unique_ptr<RichLibrary> m_library;
    std::unique_ptr<RichLibrary> m_logged;
    support::DamageCheck m_check;

private Q_SLOTS:
    void initTestCase()
    {
        m_library = std::make_unique<RichLibrary>();
        m_logged = std::make_unique<RichLibrary>(200, 60);
    }

    void everyDamageEndsWell_data() { support::addDamageRows(makers()); }
    void everyDamageEndsWell()
    {
        QFETCH(QByteArray, sort);
        QFETCH(int, seed);
        DamageRandom random(static_cast<quint64>(seed));
        const RichLibrary& library = sort == "log bytes" ? *m_logged : *m_library;
        m_check.check(library, makers().value(sort)(library, random));
    }

    void allOfThemTogether() { m_check.together(support::damageSeeds * static_cast<int>(makers().size())); }
};

QTEST_GUILESS_MAIN(tst_CorruptionsOfBytes)
#include "tst_CorruptionsOfBytes.moc"
