// SPDX-License-Identifier: GPL-3.0-or-later
// What the watch at the foot of the window asks where nobody was seen for long, and what becomes of each answer.
#include <ClockWindow.h>

#include <QDateTimeEdit>
#include <QPushButton>
#include <QSpinBox>

#include <functional>

using namespace Qt::StringLiterals;
using namespace waymark;

class tst_WatchQuestion : public QObject, private support::ClockWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { startAnew(); }
    void cleanup() { closeAll(); }

    void aFoundWatchAsksWhatWasStudy_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<int>("minutes"); // that are counted; -1 for no watch
        QTest::addColumn<bool>("runs");
        QTest::newRow("all") << u"watch.keep"_s << 180 << true;
        QTest::newRow("until then") << u"watch.count"_s << 40 << false;
        QTest::newRow("nothing") << u"watch.drop"_s << -1 << false;
    }

    void aFoundWatchAsksWhatWasStudy()
    {
        QFETCH(QString, answer);
        QFETCH(int, minutes);
        QFETCH(bool, runs);
        start();
        m_now += 180 * minute;
        open();
        QVERIFY(isShown(u"watch.sentence"_s) && text(u"watch.sentence"_s).contains(u"3 h"_s) && !isShown(u"clock.pause"_s));
        support::childOf<QDateTimeEdit>(clock(), u"watch.until"_s)->setDateTime(QDateTime(QDate(2026, 11, 21), QTime(9, 20), Qt::UTC));
        click(answer);
        QCOMPARE(timer().has_value(), minutes >= 0);
        QVERIFY(!timer() || timer()->isRunning() == runs);
        QVERIFY(!timer() || timer()->elapsed(m_now) == minutes * minute);
        QVERIFY(!isShown(u"watch.sentence"_s));
    }

    void theQuestionIsNotPassedBy_data()
    {
        QTest::addColumn<std::function<void()>>("act");
        QTest::addRow("start on another skill") << std::function([this] {
            m_window->go({ ui::PageId::Skill, u"side"_s, {} });
            QTest::keyClick(m_window.get(), Qt::Key_W, Qt::AltModifier);
        });
        QTest::addRow("start beside its lesson") << std::function([this] {
            m_window->go({ ui::PageId::Skill, u"side"_s, {} });
            support::childOf<QPushButton>(*m_window, u"watch.start"_s)->click();
        });
        QTest::addRow("pause") << std::function([this] { QTest::keyClick(m_window.get(), Qt::Key_P, Qt::AltModifier); });
        QTest::addRow("pause beside the lesson")
            << std::function([this] { support::childOf<QPushButton>(*m_window, u"watch.pause"_s)->click(); });
        QTest::addRow("stop") << std::function([this] { QTest::keyClick(m_window.get(), Qt::Key_W, Qt::AltModifier | Qt::ShiftModifier); });
        QTest::addRow("stop beside the lesson")
            << std::function([this] { support::childOf<QPushButton>(*m_window, u"watch.stop"_s)->click(); });
    }

    void theQuestionIsNotPassedBy()
    {
        QFETCH(std::function<void()>, act);
        start();
        const domain::RunningTimer before = *timer();
        m_now += 9 * 60 * minute;
        open();
        act();
        QVERIFY(*timer() == before && workspace().progress().time().isEmpty());
        QVERIFY(isShown(u"watch.sentence"_s));
        QVERIFY(support::childOf<QDateTimeEdit>(clock(), u"watch.until"_s)->hasFocus());
    }

    void twoHoursOfReadingAreNotAskedForAgain()
    {
        start();
        for (int i = 0; i < 40; ++i) {
            beAway(3 * minute);
            touch();
        }
        beAway(4 * minute);
        QVERIFY(m_window->close()); // which somebody does
        m_now += 2 * minute;
        open();
        QVERIFY(!isShown(u"watch.sentence"_s));
        QVERIFY(m_window->close());
        const qint64 closed = m_now;
        m_now += 9 * 60 * minute;
        open();
        QVERIFY(isShown(u"watch.sentence"_s));
        click(u"watch.count"_s); // what is proposed
        QCOMPARE(timer()->milliseconds, closed - timer()->startedAt);
    }

    void theQuestionGoesWithTheTime()
    {
        start();
        m_now += 180 * minute;
        open();
        beAway(5 * minute);
        QVERIFY2(text(u"watch.sentence"_s).contains(u"3 h 5 min"_s), qPrintable(text(u"watch.sentence"_s)));
        beAway(1440 * minute);
        QVERIFY(isShown(u"watch.minutes"_s) && !isShown(u"watch.until"_s) && !isShown(u"watch.keep"_s));
        QVERIFY2(text(u"watch.sentence"_s).contains(u"more than a day"_s), qPrintable(text(u"watch.sentence"_s)));
    }

    void aWatchThatBecomesTooLongIsAskedFor()
    {
        start();
        m_now += 1439 * minute;
        open();
        click(u"watch.keep"_s);
        QVERIFY(!isShown(u"watch.sentence"_s));
        beAway(3 * minute);
        QVERIFY(timer()->isRunning() && isShown(u"watch.minutes"_s) && !isShown(u"clock.stop"_s));
    }

    void theMomentIsShownWithItsWholeYear()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        start();
        m_now += 180 * minute;
        open();
        const QString shown = support::childOf<QDateTimeEdit>(clock(), u"watch.until"_s)->text();
        QLocale::setDefault(QLocale::c());
        QVERIFY2(shown.startsWith(u"21.11.2026 "), qPrintable(shown));
    }

    void anAnswerOutsideOfTheTimeIsRefused()
    {
        start();
        m_now += 180 * minute;
        open();
        auto* until = support::childOf<QDateTimeEdit>(clock(), u"watch.until"_s);
        for (const QTime time : { QTime(8, 0), QTime(12, 0) }) {
            until->setDateTime(QDateTime(QDate(2026, 11, 21), time, Qt::UTC));
            click(u"watch.count"_s);
            QVERIFY(!text(u"watch.fault"_s).isEmpty());
            QVERIFY(timer()->isRunning());
        }
    }

    void moreThanADayAsksForItsMinutes()
    {
        start();
        m_now += 3 * 1440 * minute;
        open();
        QVERIFY(isShown(u"watch.minutes"_s) && !isShown(u"watch.keep"_s) && !action("skill.watch.stop").isEnabled());
        support::childOf<QSpinBox>(clock(), u"watch.minutes"_s)->setValue(75);
        click(u"watch.keep-minutes"_s);
        QVERIFY(!timer());
        QCOMPARE(workspace().progress().minutesOn(base), 75);
    }
};

QTEST_MAIN(tst_WatchQuestion)
#include "tst_WatchQuestion.moc"
