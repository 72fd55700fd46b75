// SPDX-License-Identifier: GPL-3.0-or-later
#include "PowerCut.h"

#include <domain/AtomicFile.h>

#include <QTest>

using namespace waymark;
using namespace waymark::power;

namespace {

/// A file written with AtomicFile, over another one or where none is, the folder neither if it is `inNewFolder`.
class WrittenFile : public Story
{
public:
    explicit WrittenFile(QByteArray before, bool inNewFolder = false)
        : m_before(std::move(before))
        , m_name(inNewFolder ? QStringLiteral("mentor/drafts/plan.json") : QStringLiteral("plan.json"))
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
        if (!domain::makeFolder(QFileInfo(fileIn(folder)).path())) {
            qFatal("the story cannot make its folder");
        }
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
    [[nodiscard]] QString fileIn(const QString& folder) const { return folder + u'/' + m_name; }

    QByteArray m_before; ///< null for none
    QString m_name;
    QByteArray m_after = QByteArray("what is new ").repeated(1000);
};

Cuts cutsOf(const QByteArray& before, bool inNewFolder = false)
{
    WrittenFile story(before, inNewFolder);
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
    QTest::addColumn<bool>("inNewFolder");
    QTest::newRow("new file") << QByteArray() << false;
    QTest::newRow("new file in a new folder") << QByteArray() << true;
    QTest::newRow("over a shorter one") << QByteArray("old") << false;
    QTest::newRow("over a longer one") << QByteArray("what is old ").repeated(2000) << false;
}

void TestPowerCutFiles::fileIsTheOldOrTheNewOne()
{
    QFETCH(QByteArray, before);
    QFETCH(bool, inNewFolder);
    const Cuts cuts = cutsOf(before, inNewFolder);
    qInfo("%d points, %d cuts: %d lost, %d damaged", cuts.points, cuts.cuts, cuts.lost, cuts.damaged);
    QVERIFY(cuts.isTraceWhole);
    QCOMPARE(cuts.points, cuts.events);
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
