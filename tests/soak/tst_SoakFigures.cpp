// SPDX-License-Identifier: GPL-3.0-or-later
// What the soak says of a run, and what it counts.
#include "SoakFigures.h"
#include "StallWatch.h"

#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace waymark;
using soak::Figures;

namespace {

constexpr qint64 mib = 1024 * 1024;

/// Thirty minutes of a program that takes what `at` says.
template <class At> std::vector<Figures> runOf(At at)
{
    std::vector<Figures> run;
    for (int minute = 1; minute <= 30; ++minute) {
        Figures figures { static_cast<double>(minute), 200 * mib, 100 * mib, 20, 6, mib, 5, 1000, minute * 1000 };
        at(minute, figures);
        run.push_back(figures);
    }
    return run;
}

/// Works for at least so many milliseconds of the processor.
void work(double milliseconds)
{
    const std::clock_t end = std::clock() + static_cast<std::clock_t>(milliseconds * CLOCKS_PER_SEC / 1000);
    while (std::clock() < end) { }
}

} // namespace

class tst_SoakFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunIsJudged_data();
    void aRunIsJudged();
    void objectsAndTimersAreCounted();
    void aLongEventIsListedWithWhatWasDone();
    void waitingIsNoStall();
    void theLoopOfADialogIsNoStallOfWhoOpenedIt();
};

void tst_SoakFigures::aRunIsJudged_data()
{
    QTest::addColumn<std::vector<Figures>>("run");
    QTest::addColumn<QString>("fault");
    QTest::newRow("steady") << runOf([](int, Figures&) {}) << QString();
    QTest::newRow("warm-up") << runOf([](int minute, Figures& f) { f.memory = (minute < 6 ? 100 : 200) * mib; }) << QString();
    QTest::newRow("memory") << runOf([](int minute, Figures& f) { f.memory = (200 + 2 * minute) * mib; }) << u"memory grew"_s;
    QTest::newRow("a leak in memory that is there already")
        << runOf([](int minute, Figures& f) { f.inUse = (100 + minute) * mib; }) << u"the heap in use grew"_s;
    QTest::newRow("a slow warm-up") << runOf([](int minute, Figures& f) {
        f.memory = (minute < 15 ? 100 + minute : 115) * mib;
        f.acts = minute * 667; // warm with minute 15
    }) << QString();
    QTest::newRow("memory after a slow warm-up") << runOf([](int minute, Figures& f) {
        f.memory = (100 + minute) * mib;
        f.acts = minute * 667;
    }) << u"memory"_s;
    QTest::newRow("nothing but warm-up") << runOf([](int minute, Figures& f) {
        f.memory = (100 + minute) * mib;
        f.acts = minute * 10;
    }) << u"so few acts, 300"_s;
    QTest::newRow("descriptors") << runOf([](int minute, Figures& f) { f.descriptors = minute < 28 ? 20 : 21; }) << u"descriptors"_s;
    QTest::newRow("threads") << runOf([](int minute, Figures& f) { f.threads += minute; }) << u"threads"_s;
    QTest::newRow("log") << runOf([](int minute, Figures& f) { f.log = minute == 9 ? 17 * mib : mib; }) << u"log"_s;
    QTest::newRow("stands still") << runOf([](int minute, Figures& f) { f.acts = std::min(minute, 12) * 1000; }) << u"after minute 12"_s;
    QTest::newRow("nothing") << std::vector<Figures>() << u"too short"_s;
}

void tst_SoakFigures::aRunIsJudged()
{
    QFETCH(std::vector<Figures>, run);
    QFETCH(QString, fault);
    const QStringList faults = soak::faultsOf(run);
    QCOMPARE(faults.size(), fault.isEmpty() ? 0 : 1);
    QVERIFY2(faults.value(0).contains(fault), qPrintable(faults.value(0)));
}

void tst_SoakFigures::objectsAndTimersAreCounted()
{
    const Figures before = soak::figuresNow(0, {});
    QObject owner;
    auto* timer = new QTimer(&owner);
    timer->start(1'000'000);
    const Figures during = soak::figuresNow(0, {});
    QCOMPARE(during.objects, before.objects + 2);
    QCOMPARE(during.timers, before.timers + 1);
    delete timer;
    const Figures after = soak::figuresNow(0, {});
    QCOMPARE(after.objects, before.objects + 1);
    QCOMPARE(after.timers, before.timers);
    QVERIFY(before.memory > mib && before.descriptors > 2 && before.threads > 0);
}

void tst_SoakFigures::aLongEventIsListedWithWhatWasDone()
{
    auto& watch = static_cast<support::StallWatch&>(*qApp);
    const std::size_t before = watch.stalls().size();
    watch.setDoing(u"counting"_s);
    QTimer::singleShot(0, qApp, [] {
        work(support::StallWatch::limit * 1.5);
        QCoreApplication::exit();
    });
    QApplication::exec();
    QVERIFY(watch.stalls().size() > before);
    const support::Stall& stall = watch.stalls().back();
    QVERIFY(stall.milliseconds > support::StallWatch::limit);
    QCOMPARE(stall.during, u"counting"_s);
    QString text;
    QTextStream out(&text);
    watch.list(out, 1);
    QVERIFY2(text.startsWith(u"! "_s) && text.contains(u"counting"_s), qPrintable(text));
}

void tst_SoakFigures::waitingIsNoStall()
{
    auto& watch = static_cast<support::StallWatch&>(*qApp);
    const auto before = watch.tooLong();
    QTimer::singleShot(0, qApp, [] {
        QThread::msleep(static_cast<unsigned long>(support::StallWatch::limit * 2)); // as behind a busy machine
        QCoreApplication::exit();
    });
    QApplication::exec();
    QCOMPARE(watch.tooLong(), before);
}

void tst_SoakFigures::theLoopOfADialogIsNoStallOfWhoOpenedIt()
{
    auto& watch = static_cast<support::StallWatch&>(*qApp);
    const auto before = watch.tooLong();
    QTimer::singleShot(0, qApp, [] {
        QEventLoop inner;
        QTimer::singleShot(0, &inner, [&inner] {
            work(support::StallWatch::limit * 1.5);
            inner.quit();
        });
        inner.exec();
        QCoreApplication::exit();
    });
    QApplication::exec();
    QCOMPARE(watch.tooLong(), before + 1); // of the inner event alone
}

int main(int argc, char* argv[])
{
    soak::countObjects();
    support::StallWatch application(argc, argv);
    tst_SoakFigures test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_SoakFigures.moc"
