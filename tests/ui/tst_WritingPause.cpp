// SPDX-License-Identifier: GPL-3.0-or-later
// When a text is kept while it is being typed. Nothing here waits: the timers are asked and sent.
#include <ui/WritingPause.h>

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;
using waymark::ui::WritingPause;

class tst_WritingPause : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_pause = std::make_unique<WritingPause>(); }

    /// A third timer starts between two keys: what the second key has put off ends after it, what it has not ends before.
    void aKeyPutsOffTheShortWaitAndNotTheLongOne()
    {
        constexpr int wait = 1'000'000; // milliseconds; none of them ends here
        QCOMPARE(longest()->interval(), 2000);
        QVERIFY(shortest()->interval() < longest()->interval());
        QTimer between;
        for (QTimer* timer : { shortest(), longest(), &between }) {
            timer->setTimerType(Qt::PreciseTimer);
            timer->setInterval(wait);
        }
        m_pause->noticeKey();
        QTRY_VERIFY(longest()->remainingTime() < wait - 2);
        between.start();
        QTRY_VERIFY(between.remainingTime() < wait - 2);
        m_pause->noticeKey();
        const int ofShortest = shortest()->remainingTime();
        const int ofBetween = between.remainingTime();
        QVERIFY(ofShortest > ofBetween);
        QVERIFY(longest()->remainingTime() < ofBetween);
    }

    void eitherEndsBothOnce_data()
    {
        QTest::addColumn<QString>("timer");
        QTest::newRow("nobody types") << u"writing.shortest"_s;
        QTest::newRow("somebody types all the time") << u"writing.longest"_s;
    }

    void eitherEndsBothOnce()
    {
        QFETCH(QString, timer);
        const QSignalSpy over(m_pause.get(), &WritingPause::over);
        m_pause->noticeKey();
        QVERIFY(m_pause->isWriting());
        find(timer)->setInterval(0);
        find(timer)->start();
        QTRY_COMPARE(over.count(), 1);
        QVERIFY(!m_pause->isWriting() && !longest()->isActive() && !shortest()->isActive());
    }

    void whatIsKeptElsewhereEndsTheWait()
    {
        const QSignalSpy over(m_pause.get(), &WritingPause::over);
        m_pause->noticeKey();
        m_pause->stop();
        QVERIFY(!longest()->isActive() && !shortest()->isActive());
        QCOMPARE(over.count(), 0);
    }

private:
    /// They are members of the pause, which names them.
    [[nodiscard]] QTimer* find(const QString& name) const { return m_pause->findChild<QTimer*>(name); }
    [[nodiscard]] QTimer* longest() const { return find(u"writing.longest"_s); }
    [[nodiscard]] QTimer* shortest() const { return find(u"writing.shortest"_s); }

    std::unique_ptr<WritingPause> m_pause;
};

QTEST_MAIN(tst_WritingPause)
#include "tst_WritingPause.moc"
