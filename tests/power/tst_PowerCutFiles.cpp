// SPDX-License-Identifier: GPL-3.0-or-later
#include "PowerCut.h"

#include <domain/AtomicFile.h>

#include <QTest>

using namespace waymark;
using namespace waymark::power;

namespace {

/// A file written with AtomicFile, over another one or where none is.
class WrittenFile : public Story
{
public:
    explicit WrittenFile(QByteArray before)
        : m_before(std::move(before))
    {
    }

    void prepare(const QString& folder) override
    {
        if (!m_before.isNull() && !support::putBytes(fileIn(folder), m_before)) {
            qFatal("the story cannot write its file");
        }
    }

    void run(const QString& folder, DiskTrace& trace) override
    {
        auto file = domain::AtomicFile::create(fileIn(folder)).value();
        for (qsizetype at = 0; at < m_after.size(); at += piece) {
            (void)file.write(m_after.mid(at, piece));
        }
        if (!file.commit()) {
            qFatal("the story cannot write its file");
        }
        trace.say();
    }

    Verdict judge(const QString& folder, int said) override
    {
        const bool isThere = QFile::exists(fileIn(folder));
        const QByteArray found = isThere ? support::bytesOf(fileIn(folder)) : QByteArray();
        if (isThere && found == m_after) {
            return {};
        }
        if (isThere == !m_before.isNull() && found == m_before) {
            return said == 0 ? Verdict() : Verdict { Verdict::Kind::Lost, QStringLiteral("the file is the old one") };
        }
        return { Verdict::Kind::Damaged, QStringLiteral("%1 bytes of neither").arg(found.size()) };
    }

private:
    static constexpr qsizetype piece = 1500;
    static QString fileIn(const QString& folder) { return folder + QStringLiteral("/plan.json"); }

    QByteArray m_before; ///< null for none
    QByteArray m_after = QByteArray("what is new ").repeated(1000);
};

Cuts cutsOf(const QByteArray& before)
{
    WrittenFile story(before);
    // Few events, so each gets many seeds.
    return PowerCut(story, 1000, 25 * numberFrom("WAYMARK_POWER_SEEDS", 4)).cuts();
}

} // namespace

/// The power goes while a file is written: it is the old one or the new one, whole, and after the acknowledgement the new one.
class TestPowerCutFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileIsTheOldOrTheNewOne_data();
    void fileIsTheOldOrTheNewOne();
    void isDamagedWithoutSyncingTheFile();
    void isLostWithoutSyncingTheFolder();
    void cleanup() { leaveOutSyncs({}); }
};

void TestPowerCutFiles::fileIsTheOldOrTheNewOne_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("new file") << QByteArray();
    QTest::newRow("over a shorter one") << QByteArray("old");
    QTest::newRow("over a longer one") << QByteArray("what is old ").repeated(2000);
}

void TestPowerCutFiles::fileIsTheOldOrTheNewOne()
{
    QFETCH(QByteArray, before);
    const Cuts cuts = cutsOf(before);
    qInfo("%d points, %d cuts: %d lost, %d damaged", cuts.points, cuts.cuts, cuts.lost, cuts.damaged);
    QVERIFY(cuts.isTraceWhole);
    QCOMPARE(cuts.points, cuts.events + 1);
    QVERIFY2(cuts.lost + cuts.damaged == 0, qPrintable(cuts.first));
}

void TestPowerCutFiles::isDamagedWithoutSyncingTheFile()
{
    leaveOutSyncs([](const QByteArray&, bool isFolder) { return !isFolder; });
    QVERIFY(cutsOf("old").damaged > 0);
}

void TestPowerCutFiles::isLostWithoutSyncingTheFolder()
{
    leaveOutSyncs([](const QByteArray&, bool isFolder) { return isFolder; });
    const Cuts cuts = cutsOf("old");
    QVERIFY(cuts.lost > 0);
    QCOMPARE(cuts.damaged, 0);
}

QTEST_GUILESS_MAIN(TestPowerCutFiles)
#include "tst_PowerCutFiles.moc"
