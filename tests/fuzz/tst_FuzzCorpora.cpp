// SPDX-License-Identifier: GPL-3.0-or-later
// What fuzzing has kept, given to the same functions without it: a finding that was mended stays mended.
#include <Promise.h>
#include <Targets.h>

#include <QDir>
#include <QFile>
#include <QTest>

#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace waymark::fuzz {

void broken(const char* promise, const QString& seen)
{
    throw std::logic_error(QByteArray(promise + QByteArray(": ") + seen.toUtf8()).toStdString());
}

} // namespace waymark::fuzz

namespace {

const QDir& corpora()
{
    static const QDir folder(QString::fromLatin1(WAYMARK_SOURCE) + u"/tests/fuzz/corpus"_s);
    return folder;
}

QByteArray brokenPromise(const fuzz::Target& target, const QByteArray& bytes)
{
    try {
        target.run(bytes);
    } catch (const std::logic_error& error) {
        return error.what();
    }
    return {};
}

} // namespace

class tst_FuzzCorpora : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachTargetHasACorpus()
    {
        QStringList names;
        for (const fuzz::Target& target : fuzz::targets) {
            names.append(QString::fromLatin1(target.name));
        }
        QCOMPARE(corpora().entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name), names);
        QVERIFY(names.size() >= 12);
    }

    void promisesHoldForEverySavedFile_data()
    {
        QTest::addColumn<int>("target");
        for (std::size_t i = 0; i < fuzz::targets.size(); ++i) {
            QTest::newRow(fuzz::targets[i].name) << static_cast<int>(i);
        }
    }
    void promisesHoldForEverySavedFile()
    {
        QFETCH(int, target);
        const fuzz::Target& tested = fuzz::targets[static_cast<std::size_t>(target)];
        const QDir folder(corpora().filePath(QString::fromLatin1(tested.name)));
        const QFileInfoList files = folder.entryInfoList(QDir::Files, QDir::Name);
        QVERIFY(files.size() >= 5);
        for (const QFileInfo& info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray promise = brokenPromise(tested, file.readAll());
            QVERIFY2(promise.isEmpty(), qPrintable(u"%1: %2"_s.arg(info.fileName(), QString::fromUtf8(promise))));
        }
    }

    void aBrokenPromiseIsNoticed()
    {
        const fuzz::Target careless { "careless", [](const QByteArray& bytes) { fuzz::require(bytes.isEmpty(), "nothing is read"); } };
        QVERIFY(brokenPromise(careless, {}).isEmpty());
        QVERIFY(!brokenPromise(careless, "x").isEmpty());
        const fuzz::Target refusing { "refusing", [](const QByteArray& bytes) {
                                         const domain::Error error { domain::ErrorCode::TooLarge, {}, QString::fromUtf8(bytes) };
                                         fuzz::requireRefusal(error, { domain::ErrorCode::TooLarge, domain::ErrorCode::InvalidFile });
                                     } };
        QVERIFY(brokenPromise(refusing, "short").isEmpty());
        QVERIFY(brokenPromise(refusing, "\x1b[2J\xe2\x80\xae").isEmpty()); // the sentence shows what hides
        QVERIFY(!brokenPromise(refusing, QByteArray(100'000, 'x')).isEmpty());
        const fuzz::Target miscoded { "miscoded", [](const QByteArray& /*bytes*/) {
                                         fuzz::requireRefusal({ domain::ErrorCode::Io, {}, {} }, { domain::ErrorCode::TooLarge });
                                     } };
        QVERIFY(!brokenPromise(miscoded, {}).isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_FuzzCorpora)
#include "tst_FuzzCorpora.moc"
