// SPDX-License-Identifier: GPL-3.0-or-later
// Reviews from strangers on the command line: each is refused by its code and named, and neither library nor folder changes.
#include <CommandFixture.h>
#include <ForgedReviews.h>
#include <HostileReviews.h>
#include <OddFiles.h>
#include <PlanSpoiler.h>
#include <ZipFixture.h>

#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::ErrorCode;
using exchange::fixture::zipWith;
using support::Answer;
using support::bytesOf;
using support::putBytes;

class tst_HostileReviews : public QObject, private support::CommandFixture
{
    Q_OBJECT

    exchange::ReviewDocument m_good; ///< of the plan of the library

    QString file() const { return path(u"hostile.wayreview"_s); }
    QJsonArray log() { return json({ u"log"_s }).array(); }
    Answer import(const QString& file) { return on({ u"import"_s, file }); }
    Answer sign(const QString& file) { return run({ u"review"_s, u"sign"_s, file }); }
    Answer verify(const QString& file) { return run({ u"review"_s, u"verify"_s, file }); }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("WAYMARK_KEY", path(u"key.json"_s).toUtf8());
        qputenv("WAYMARK_PASSPHRASE", "four words for one");
        qputenv("XDG_DATA_HOME", path(u"data"_s).toUtf8());
        makeLibrary();
        QCOMPARE(on({ u"export"_s, u"--as"_s, u"json"_s, u"-o"_s, path(u"plan.json"_s) }).code, 0);
        const QJsonObject plan = QJsonDocument::fromJson(bytesOf(path(u"plan.json"_s))).object();
        m_good = fixture::review(plan[u"plan"_s].toString());
        QVERIFY(putBytes(file(), exchange::reviewToJson(m_good)));
        QVERIFY2(verify(file()).code == 0, "the good one");
    }

    void cleanup()
    {
        QVERIFY(!QFile::exists(path(u"key.json"_s))); // who signs nothing needs none
        QVERIFY(log().isEmpty() || QByteArrayView(QTest::currentTestFunction()).contains("OnlyLook"));
    }

    void hostileReviewsAreRefused()
    {
        const std::vector<fixture::HostileReview> all = fixture::hostileReviews(m_good);
        QVERIFY(all.size() >= 60);
        for (const fixture::HostileReview& hostile : all) {
            const int code = hostile.code == ErrorCode::FormatNewer ? 6 : 4;
            for (const QByteArray& bytes : { hostile.bytes, fixture::pageOf(hostile.bytes) }) {
                const int expected = bytes == hostile.bytes ? code : 4; // a page is no review
                QVERIFY(putBytes(file(), bytes));
                const auto before = state();
                for (const Answer& refused : { import(file()), sign(file()), verify(file()) }) {
                    QVERIFY2(isRefusal(refused, expected, file()), (hostile.name + said(refused)).constData());
                }
                QVERIFY2(state() == before, hostile.name);
            }
        }
    }

    void forgedReviewsAreRefused()
    {
        for (const fixture::HostileReview& forged : fixture::forgedReviews(m_good)) {
            QVERIFY(putBytes(file(), forged.bytes));
            const auto before = state();
            for (const Answer& refused : { import(file()), verify(file()) }) {
                QVERIFY2(isRefusal(refused, 9, file()), (forged.name + said(refused)).constData());
            }
            QVERIFY2(state() == before, forged.name);
        }
    }

    void otherFilesAreNoReviews_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = exchange::reviewToJson(m_good);
        QTest::newRow("a plan") << bytesOf(path(u"plan.json"_s));
        QTest::newRow("a page with a plan") << fixture::pageOf(bytesOf(path(u"plan.json"_s)));
        QTest::newRow("two reviews") << good + good;
        QTest::newRow("a library") << bytesOf(m_library);
        QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\x00", 4) + good;
        QTest::newRow("a text") << QByteArray("Dear Ada,\n");
        QTest::newRow("Markdown") << QByteArray("- [x] a {#s/i}\n");
        QTest::newRow("a zip") << zipWith("a.wayreview", good);
    }

    void otherFilesAreNoReviews()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(putBytes(file(), bytes));
        const auto before = state();
        for (const Answer& refused : { import(file()), sign(file()), verify(file()) }) {
            QVERIFY2(isRefusal(refused, 4, file()), said(refused).constData());
        }
        QCOMPARE(state(), before);
    }

    void whatIsNoRegularFileIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("imported");
        QTest::addColumn<int>("opened");
        QTest::newRow("nothing there") << u"nowhere.wayreview"_s << 3 << 3;
        QTest::newRow("a link to nowhere") << u"odd/link.wayreview"_s << 3 << 3;
        QTest::newRow("a link to itself") << u"odd/loop.wayreview"_s << 3 << 8;
        QTest::newRow("a folder") << u"odd/folder.wayreview"_s << 3 << 8;
        QTest::newRow("a pipe") << u"odd/pipe.wayreview"_s << 8 << 8;
        QTest::newRow("a link to a pipe") << u"odd/to-pipe.wayreview"_s << 8 << 8;
        QTest::newRow("a link to a device without an end") << u"odd/to-zero.wayreview"_s << 8 << 8;
    }

    void whatIsNoRegularFileIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(int, imported);
        QFETCH(int, opened);
        const QString odd = path(u"odd"_s);
        if (!QFile::exists(odd)) {
            QVERIFY(QDir().mkpath(odd) && support::putOddFiles(odd, u".wayreview"_s));
        }
        const auto before = QDir(odd).entryList(QDir::AllEntries | QDir::Hidden | QDir::System);
        const Answer import = this->import(path(name));
        QVERIFY2(isRefusal(import, imported, path(name)), said(import).constData());
        for (const Answer& refused : { sign(path(name)), verify(path(name)) }) {
            QVERIFY2(isRefusal(refused, opened, path(name)), said(refused).constData());
        }
        QCOMPARE(QDir(odd).entryList(QDir::AllEntries | QDir::Hidden | QDir::System), before);
    }

    void reviewsThatOnlyLookDangerousAreTakenIn()
    {
        for (const fixture::HostileReview& harmless : fixture::harmlessReviews(m_good)) {
            QVERIFY(putBytes(file(), harmless.bytes));
            const Answer taken = import(file());
            QVERIFY2(taken.code == 0, (harmless.name + said(taken)).constData());
            QCOMPARE(on({ u"undo"_s }).code, 0);
        }
        QVERIFY(json({ u"reviews"_s }).array().isEmpty());
    }
};

QTEST_MAIN(tst_HostileReviews)
#include "tst_HostileReviews.moc"
