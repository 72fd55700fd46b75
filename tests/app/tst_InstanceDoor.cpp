// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/InstanceDoor.h>

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using waymark::app::InstanceDoor;

namespace {

/// The answer of a second start, which waits for the first: it runs on a thread of its own, as it would in a process of its own.
class SecondStart
{
public:
    SecondStart(const QString& library, const QStringList& files)
        : m_thread(QThread::create([this, library, files] { m_isTaken = InstanceDoor(library).handOver(files); }))
    {
        m_thread->start();
    }
    ~SecondStart() { m_thread->wait(); }

    [[nodiscard]] bool isDone() const { return m_thread->isFinished(); }
    [[nodiscard]] bool isTaken() const { return m_isTaken.value_or(false); }

private:
    std::optional<bool> m_isTaken;
    std::unique_ptr<QThread> m_thread;
};

} // namespace

class tst_InstanceDoor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondStartHandsItsFilesToTheFirst()
    {
        InstanceDoor first(library());
        QVERIFY(first.listen());
        const QSignalSpy received(&first, &InstanceDoor::filesReceived);
        const SecondStart second(library(), { u"relative.json"_s, u"/tmp/a b.waymark-plan"_s });
        QTRY_VERIFY(second.isDone());
        QVERIFY(second.isTaken());
        QCOMPARE(received.size(), 1);
        QCOMPARE(received.at(0).at(0).toStringList(),
            (QStringList { QDir::current().filePath(u"relative.json"_s), u"/tmp/a b.waymark-plan"_s }));
    }

    void aSecondStartWithoutFilesRaisesTheFirst()
    {
        InstanceDoor first(library());
        QVERIFY(first.listen());
        const QSignalSpy received(&first, &InstanceDoor::filesReceived);
        const SecondStart second(library(), {});
        QTRY_VERIFY(second.isDone());
        QVERIFY(second.isTaken());
        QCOMPARE(received.size(), 1);
    }

    void nobodyAnswersForALibraryThatIsNotOpen()
    {
        QVERIFY(!InstanceDoor(library()).isAnswered());
        QVERIFY(!InstanceDoor(library()).handOver({}));
    }

    void whoAsksWhetherSomebodyAnswersHandsNothingOver()
    {
        InstanceDoor first(library());
        QVERIFY(first.listen());
        const QSignalSpy received(&first, &InstanceDoor::filesReceived);
        QVERIFY(InstanceDoor(library()).isAnswered());
        const SecondStart second(library(), {}); // let in behind it
        QTRY_VERIFY(second.isDone());
        QCOMPARE(received.size(), 1);
        first.close();
        QVERIFY(!InstanceDoor(library()).isAnswered());
    }

    void aDoorThatIsClosedAnswersNobodyAndLetsTheNextOneListen()
    {
        InstanceDoor first(library());
        QVERIFY(first.listen());
        const QSignalSpy received(&first, &InstanceDoor::filesReceived);
        const SecondStart early(library(), { u"/tmp/a.json"_s }); // it may have come and was not looked at
        first.close();
        QTRY_VERIFY(early.isDone());
        QVERIFY(!early.isTaken());
        QVERIFY(!InstanceDoor(library()).handOver({}));
        QCOMPARE(received.size(), 0);
        InstanceDoor next(library());
        QVERIFY(next.listen());
    }

    void anotherLibraryIsAnotherDoor()
    {
        InstanceDoor first(library());
        QVERIFY(first.listen());
        QVERIFY(!InstanceDoor(m_folder.filePath(u"other.waymark"_s)).handOver({}));
    }

    void oneLibraryByTwoPathsIsOneDoor()
    {
        QFile file(library());
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QString link = m_folder.filePath(u"link.waymark"_s);
        QVERIFY(QFile::link(library(), link));
        InstanceDoor first(library());
        QVERIFY(first.listen());
        const SecondStart second(link, {});
        QTRY_VERIFY(second.isDone());
        QVERIFY(second.isTaken());
    }

private:
    [[nodiscard]] QString library() const { return m_folder.filePath(u"library.waymark"_s); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_InstanceDoor)
#include "tst_InstanceDoor.moc"
