// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/KeyFile.h>
#include <exchange/KeyWords.h>
#include <exchange/ReviewLimits.h>

#include <nlohmann/json.hpp>

#include <QSet>
#include <QTest>

#include <rapidcheck.h>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::exchange;
using domain::ErrorCode;

namespace {

constexpr SealingCost cheap { 1, 8 * 1024 };

SigningKey key()
{
    return SigningKey::fromSeed(QByteArray(32, '\5'), u"Grace Example"_s);
}

QByteArray sealedKey()
{
    return key().sealed(u"correct horse"_s, cheap);
}

/// A key file with one member replaced; `pointer` such as "/secret/memory".
QByteArray with(const QByteArray& file, const char* pointer, const nlohmann::json& value)
{
    nlohmann::json root = nlohmann::json::parse(file.toStdString());
    root[nlohmann::json::json_pointer(pointer)] = value;
    return QByteArray::fromStdString(root.dump());
}

int editDistance(const QString& a, const QString& b)
{
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0]++;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int changed = diagonal + (a[i] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({ row[j - 1] + 1, diagonal + 1, changed });
        }
    }
    return row.back();
}

} // namespace

class tst_SigningKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newKeysDiffer();
    void signsWhatItsPublicKeyVerifies();
    void refusesSignaturesOfAnotherSize();
    void opensWithItsPassphraseOnly();
    void usesTheInteractiveLimits();
    void emptyPassphraseIsSaidInTheFile();
    void spellingsOfOnePassphraseAreOne();
    void sealingTwiceGivesOtherBytes();
    void fileHoldsNoSecretInTheClear();
    void refusesKeyFiles_data();
    void refusesKeyFiles();
    void aChangedPublicKeyDoesNotOpen();
    void aDamagedFileIsRefused();
    void headIsReadWithoutPassphrase();
    void publicHalfIsReadBack();
    void secretHalfIsNotTakenForThePublicOne();
    void fingerprintIsSha256OfTheKey();
    void wordsAreTenOfTheList();
    void wordsCanBeToldApart();
};

void tst_SigningKey::newKeysDiffer()
{
    QVERIFY(SigningKey::make(u"a"_s).publicKey() != SigningKey::make(u"a"_s).publicKey());
    QCOMPARE(SigningKey::make(u" Gra\u202ece "_s).name(), u"Grace"_s);
}

void tst_SigningKey::signsWhatItsPublicKeyVerifies()
{
    const SigningKey signer = SigningKey::make(u"a"_s);
    const SigningKey other = SigningKey::make(u"a"_s);
    QVERIFY(rc::check("a signature holds for its bytes and its key alone", [&] {
        const QByteArray bytes = QByteArray::fromStdString(*rc::gen::arbitrary<std::string>());
        const QByteArray signature = signer.sign(bytes);
        RC_ASSERT(isSignedBy(signer.publicKey(), bytes, signature));
        RC_ASSERT(!isSignedBy(other.publicKey(), bytes, signature));
        RC_ASSERT(!isSignedBy(signer.publicKey(), bytes + 'x', signature));
    }));
}

void tst_SigningKey::refusesSignaturesOfAnotherSize()
{
    const QByteArray signature = key().sign("x");
    QVERIFY(isSignedBy(key().publicKey(), "x", signature));
    QVERIFY(!isSignedBy(key().publicKey(), "x", signature.chopped(1)));
    QVERIFY(!isSignedBy(key().publicKey(), "x", signature + 'x'));
    QVERIFY(!isSignedBy(key().publicKey().chopped(1), "x", signature));
    QVERIFY(!isSignedBy({}, "x", {}));
}

void tst_SigningKey::opensWithItsPassphraseOnly()
{
    const auto open = SigningKey::unsealed(sealedKey(), u"correct horse"_s, u"me.key"_s);
    QVERIFY2(open.has_value(), open ? "" : qPrintable(open.error().detail));
    QCOMPARE(open->publicKey(), key().publicKey());
    QCOMPARE(open->name(), u"Grace Example"_s);
    QCOMPARE(open->sign("x"), key().sign("x"));
    for (const QString& wrong : { u"correct hors"_s, u"Correct horse"_s, u"correct horse "_s, QString() }) {
        const auto shut = SigningKey::unsealed(sealedKey(), wrong, u"me.key"_s);
        QVERIFY(!shut.has_value());
        QCOMPARE(shut.error().code, ErrorCode::WrongPassphrase);
        QCOMPARE(shut.error().subject, u"me.key"_s);
    }
}

void tst_SigningKey::usesTheInteractiveLimits()
{
    const QByteArray file = key().sealed(u"p"_s);
    const nlohmann::json secret = nlohmann::json::parse(file.toStdString()).at("secret");
    QCOMPARE(secret.at("operations").get<int>(), 2);
    QCOMPARE(secret.at("memory").get<int>(), 64 * 1024 * 1024);
    QVERIFY(SigningKey::unsealed(file, u"p"_s).has_value());
}

void tst_SigningKey::emptyPassphraseIsSaidInTheFile()
{
    const QByteArray file = key().sealed({}, cheap);
    QVERIFY(!keyFileHead(file)->hasPassphrase);
    QVERIFY(keyFileHead(sealedKey())->hasPassphrase);
    QVERIFY(SigningKey::unsealed(file, {}).has_value());
    QVERIFY(!SigningKey::unsealed(file, u"x"_s).has_value());
}

void tst_SigningKey::spellingsOfOnePassphraseAreOne()
{
    const QByteArray file = key().sealed(u"caf\u00e9"_s, cheap);
    QVERIFY(SigningKey::unsealed(file, u"cafe\u0301"_s).has_value());
}

void tst_SigningKey::sealingTwiceGivesOtherBytes()
{
    const nlohmann::json one = nlohmann::json::parse(sealedKey().toStdString()).at("secret");
    const nlohmann::json two = nlohmann::json::parse(sealedKey().toStdString()).at("secret");
    for (const char* each : { "salt", "nonce", "sealed" }) {
        QVERIFY2(one.at(each) != two.at(each), each);
    }
}

void tst_SigningKey::fileHoldsNoSecretInTheClear()
{
    const QByteArray seed = QByteArray::fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    const QByteArray file = SigningKey::fromSeed(seed, u"x"_s).sealed(u"p"_s, cheap);
    for (const QByteArray& form : { seed, seed.toHex(), seed.toBase64().left(40), seed.toBase64(QByteArray::Base64UrlEncoding).left(40) }) {
        QVERIFY(!file.contains(form));
    }
}

void tst_SigningKey::refusesKeyFiles_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    const auto invalid = [](const char* name, const QByteArray& file, const char* words) {
        QTest::newRow(name) << file << ErrorCode::InvalidFile << QString::fromLatin1(words);
    };
    const QByteArray good = sealedKey();
    invalid("nothing", {}, "byte");
    invalid("half of it", good.left(200), "byte");
    invalid("huge", good + QByteArray(limits::keyFileBytes, ' '), "more than 16384 bytes");
    invalid("no schema", "{}", "schema is missing");
    QTest::newRow("later schema") << with(good, "/schema", "urn:waymark:key:2") << ErrorCode::FormatNewer << u"urn:waymark:key:2"_s;
    invalid("other algorithm", with(good, "/algorithm", "rsa"), "algorithm is not ed25519");
    invalid("short key", with(good, "/key", "AAAA"), "key is not 32 bytes");
    invalid("other fingerprint", with(good, "/fingerprint", std::string(64, 'a')), "fingerprint is not that of the key");
    invalid("no word on the passphrase", with(good, "/passphrase", nullptr), "passphrase is not true or false");
    invalid("no secret", with(good, "/secret", nullptr), "secret is not an object");
    invalid("other derivation", with(good, "/secret/derivation", "md5"), "secret.derivation is not argon2id");
    invalid("other cipher", with(good, "/secret/cipher", "none"), "secret.cipher");
    invalid("a terabyte of memory", with(good, "/secret/memory", 1'099'511'627'776), "secret.memory is not a number from 8192 to");
    invalid("a byte over the memory", with(good, "/secret/memory", limits::keyMemory + 1), "secret.memory");
    invalid("no memory", with(good, "/secret/memory", 0), "secret.memory");
    invalid("negative memory", with(good, "/secret/memory", -1), "secret.memory");
    invalid("a million passes", with(good, "/secret/operations", 1'000'000), "secret.operations is not a number from 1 to 10");
    invalid("no passes", with(good, "/secret/operations", 0), "secret.operations");
    invalid("passes as a text", with(good, "/secret/operations", "1"), "secret.operations");
    invalid("short salt", with(good, "/secret/salt", "AAAA"), "secret.salt is not 16 bytes");
    invalid("short nonce", with(good, "/secret/nonce", "AAAA"), "secret.nonce is not 24 bytes");
    invalid("short seal", with(good, "/secret/sealed", "AAAA"), "secret.sealed is not 48 bytes");
    invalid("public half alone", publicKeyFile(u"x"_s, key().publicKey()), "passphrase is missing");
}

void tst_SigningKey::refusesKeyFiles()
{
    QFETCH(QByteArray, file);
    QFETCH(ErrorCode, code);
    QFETCH(QString, words);
    const auto open = SigningKey::unsealed(file, u"correct horse"_s, u"stranger.key"_s);
    QVERIFY(!open.has_value());
    QVERIFY2(open.error().detail.contains(words), qPrintable(open.error().detail));
    QCOMPARE(open.error().code, code);
    QCOMPARE(open.error().subject, u"stranger.key"_s);
    QCOMPARE(keyFileHead(file).error().code, code);
}

void tst_SigningKey::aChangedPublicKeyDoesNotOpen()
{
    const SigningKey stranger = SigningKey::fromSeed(QByteArray(32, '\6'), u"Mallory"_s);
    const nlohmann::json other = nlohmann::json::parse(publicKeyFile(u"x"_s, stranger.publicKey()).toStdString());
    const QByteArray file = with(with(sealedKey(), "/key", other.at("key")), "/fingerprint", other.at("fingerprint"));
    QCOMPARE(keyFileHead(file)->publicKey, stranger.publicKey());
    const auto open = SigningKey::unsealed(file, u"correct horse"_s);
    QVERIFY(!open.has_value());
    QCOMPARE(open.error().code, ErrorCode::WrongPassphrase);
}

void tst_SigningKey::aDamagedFileIsRefused()
{
    const QByteArray whole = sealedKey();
    QVERIFY(rc::check("a byte of a key file changed: it does not open, or it is the same key", [&whole] {
        QByteArray damaged = whole;
        damaged[*rc::gen::inRange<qsizetype>(0, whole.size())] = *rc::gen::arbitrary<char>();
        if (const auto file = readKeyFile(damaged, {}); file && file->cost.memory > cheap.memory) {
            return; // within the limit, and slow: opening is not what is asked here
        }
        const auto open = SigningKey::unsealed(damaged, u"correct horse"_s);
        if (open) {
            RC_ASSERT(open->publicKey() == key().publicKey());
        }
    }));
}

void tst_SigningKey::headIsReadWithoutPassphrase()
{
    const auto head = keyFileHead(sealedKey());
    QVERIFY(head.has_value());
    QCOMPARE(head->name, u"Grace Example"_s);
    QCOMPARE(head->publicKey, key().publicKey());
}

void tst_SigningKey::publicHalfIsReadBack()
{
    const QByteArray file = publicKeyFile(u"Grace Example"_s, key().publicKey());
    const auto read = readPublicKey(file);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->name, u"Grace Example"_s);
    QCOMPARE(read->publicKey, key().publicKey());
    QVERIFY(file.contains(fingerprintOf(key().publicKey()).toLatin1()));
    QVERIFY(readPublicKey(with(file, "/x-later", 1)).has_value());
    QVERIFY(!readPublicKey(with(file, "/fingerprint", "me")).has_value());
}

void tst_SigningKey::secretHalfIsNotTakenForThePublicOne()
{
    const auto read = readPublicKey(sealedKey(), u"me.key"_s);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::InvalidFile);
    QVERIFY(read.error().detail.contains(u"secret half"_s));
}

void tst_SigningKey::fingerprintIsSha256OfTheKey()
{
    // printf of 32 zeroes | sha256sum
    QCOMPARE(fingerprintOf(QByteArray(32, '\0')), u"66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925"_s);
}

void tst_SigningKey::wordsAreTenOfTheList()
{
    const QStringList words = fingerprintWords(u"00ff"_s.repeated(16));
    QCOMPARE(words.size(), qsizetype(10));
    QCOMPARE(words.at(0), QString::fromLatin1(keyWords.front()));
    QCOMPARE(words.at(1), QString::fromLatin1(keyWords.back()));
    for (const QString& wrong : { QString(), u"00ff"_s, u"00FF"_s.repeated(16), u"zz"_s.repeated(32) }) {
        QVERIFY(fingerprintWords(wrong).isEmpty());
    }
}

void tst_SigningKey::wordsCanBeToldApart()
{
    QSet<QString> seen;
    QSet<QString> beginnings;
    for (const char* each : keyWords) {
        const QString word = QString::fromLatin1(each);
        QVERIFY2(word.size() >= 3 && word.size() <= 8, each);
        QVERIFY2(std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'a' && c <= u'z'; }), each);
        for (const QString& other : std::as_const(seen)) {
            QVERIFY2(editDistance(word, other) >= 3, qPrintable(word + u' ' + other));
        }
        seen.insert(word);
        beginnings.insert(word.left(3));
    }
    QCOMPARE(seen.size(), qsizetype(256));
    QCOMPARE(beginnings.size(), qsizetype(256));
}

QTEST_APPLESS_MAIN(tst_SigningKey)
#include "tst_SigningKey.moc"
