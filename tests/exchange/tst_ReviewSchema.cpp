// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/ReviewReader.h>
#include <exchange/ReviewSignature.h>
#include <exchange/ReviewWriter.h>
#include <exchange/SigningKey.h>

#include <ForgedReviews.h>
#include <HostileReviews.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::exchange;

/// The schemas in resources/schemas against what is written and read, by an implementation that is not ours.
class tst_ReviewSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writtenReviewsFit();
    void whatIsReadFits();
    void whatTheSchemaCanSayItRefuses_data();
    void whatTheSchemaCanSayItRefuses();
    void keyFilesFit();
    void secretWithoutItsMarkIsRefused();

private:
    /// The faults that the validator names, with the exit code in front.
    QByteArray validated(const QString& schema, const std::vector<QByteArray>& files);
};

void tst_ReviewSchema::initTestCase()
{
    QProcess probe;
    probe.start(u"/usr/bin/python3"_s, { u"-c"_s, u"import jsonschema"_s });
    if (!probe.waitForFinished() || probe.exitCode() != 0) {
        QSKIP("python3-jsonschema is not installed");
    }
}

QByteArray tst_ReviewSchema::validated(const QString& schema, const std::vector<QByteArray>& files)
{
    const QTemporaryDir folder;
    for (std::size_t i = 0; i < files.size(); ++i) {
        QFile file(folder.filePath(u"%1.json"_s.arg(i)));
        if (!file.open(QIODevice::WriteOnly) || file.write(files[i]) != files[i].size()) {
            return "cannot write";
        }
    }
    QProcess validator;
    validator.start(u"/usr/bin/python3"_s,
        { QStringLiteral(WAYMARK_TEST_DATA "/exchange/validate_json.py"), QStringLiteral(WAYMARK_SOURCE "/resources/schemas/") + schema,
            folder.path() });
    if (!validator.waitForFinished(-1)) {
        return "cannot start";
    }
    return QByteArray::number(validator.exitCode()) + ' ' + validator.readAllStandardOutput() + validator.readAllStandardError();
}

void tst_ReviewSchema::writtenReviewsFit()
{
    const SigningKey key = SigningKey::make(u"Any"_s);
    std::vector<QByteArray> files { reviewToJson(fixture::review()), reviewToJson(signedReview(fixture::review(), key).value()) };
    QVERIFY(rc::check("reviews are made", [&] {
        const ReviewDocument review = fixture::anyReview();
        files.push_back(reviewToJson(review));
        files.push_back(canonicalReview(signedReview(review, key).value()));
    }));
    QCOMPARE(validated(u"review.schema.json"_s, files), QByteArray("0 "));
}

void tst_ReviewSchema::whatIsReadFits()
{
    std::vector<QByteArray> files;
    for (const auto& some : { fixture::forgedReviews(), fixture::harmlessReviews() }) {
        for (const fixture::HostileReview& review : some) {
            QVERIFY2(readReview(review.bytes).has_value(), review.name);
            files.push_back(review.bytes);
        }
    }
    QCOMPARE(validated(u"review.schema.json"_s, files), QByteArray("0 "));
}

void tst_ReviewSchema::whatTheSchemaCanSayItRefuses_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const fixture::HostileReview& review : fixture::misspeltReviews(fixture::ReviewSpoiler(fixture::review()))) {
        QTest::newRow(review.name) << review.bytes;
    }
}

void tst_ReviewSchema::whatTheSchemaCanSayItRefuses()
{
    QFETCH(QByteArray, json);
    const QByteArray said = validated(u"review.schema.json"_s, { json });
    QVERIFY2(said.startsWith("1 ") && !said.contains("Traceback"), said.constData());
}

void tst_ReviewSchema::keyFilesFit()
{
    const SigningKey key = SigningKey::make(u"Zo\u00eb"_s);
    QCOMPARE(validated(u"key.schema.json"_s,
                 { key.sealed(u"p"_s, { 1, 8 * 1024 }), key.sealed({}, { 10, 9'000 }), key.sealed(u"p"_s),
                     publicKeyFile(key.name(), key.publicKey()) }),
        QByteArray("0 "));
}

void tst_ReviewSchema::secretWithoutItsMarkIsRefused()
{
    QByteArray file = SigningKey::make(u"x"_s).sealed({}, { 1, 8 * 1024 });
    file.replace("\"passphrase\": false,", "");
    QVERIFY(validated(u"key.schema.json"_s, { file }).startsWith("1 "));
}

QTEST_GUILESS_MAIN(tst_ReviewSchema)
#include "tst_ReviewSchema.moc"
