// SPDX-License-Identifier: GPL-3.0-or-later
#include <MemoryWorkspace.h>
#include <SampleCourse.h>

#include <domain/StudyEdits.h>
#include <session/Task.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::ErrorCode;
using session::Workspace;

namespace {

auto finished(const support::MemoryWorkspace& f)
{
    return f->apply(domain::finishSkill(f->context(), u"vcs-git"_s));
}

} // namespace

class tst_ChangeTurns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherChangeIsRefusedDuringOneAndWhoeverAskedIsTold()
    {
        const support::MemoryWorkspace f(support::sampleCourse());
        const QSignalSpy early(f.workspace.get(), &Workspace::cameTooEarly);
        const QSignalSpy failed(f.workspace.get(), &Workspace::failed);
        const QSignalSpy changed(f.workspace.get(), &Workspace::changed);
        QList<ErrorCode> refused;
        f.store->whileChanging([&] {
            QVERIFY(f.workspace->isChanging());
            refused = { finished(f).error().code, f.workspace->undo().error().code, f.workspace->redo().error().code,
                f.workspace->installCourse(support::sampleCourse()).error().code };
        });
        QVERIFY(finished(f).has_value());
        QCOMPARE(refused, QList<ErrorCode>(4, ErrorCode::LibraryBusy));
        QVERIFY(!f.workspace->isChanging() && failed.isEmpty());
        QCOMPARE(early.size(), 4);
        QCOMPARE(changed.size(), 1);
    }

    void whatWaitsForAChangeIsDoneBehindItOnceAndInOrder()
    {
        const support::MemoryWorkspace f(support::sampleCourse());
        QStringList done;
        QObject here;
        auto gone = std::make_unique<QObject>();
        const auto act
            = [&done, &f](const QString& word) { return [&done, &f, word] { done += f.workspace->isChanging() ? u"early"_s : word; }; };
        f.workspace->whenStill(&here, act(u"at once"_s));
        QCOMPARE(done, QStringList(u"at once"_s));
        f.store->whileChanging([&] {
            f.workspace->whenStill(&here, act(u"first"_s), u"save"_s);
            f.workspace->whenStill(gone.get(), act(u"of nobody"_s));
            f.workspace->whenStill(&here, act(u"second"_s));
            f.workspace->whenStill(&here, act(u"first again"_s), u"save"_s);
            QCoreApplication::processEvents();
            QCOMPARE(done.size(), 1);
        });
        QVERIFY(finished(f).has_value());
        QCOMPARE(done.size(), 1); // whoever asked for the change goes on first
        gone.reset();
        QTRY_COMPARE(done, QStringList({ u"at once"_s, u"first"_s, u"second"_s }));
    }

    /// One of those that wait begins a change itself.
    void whatWaitsGoesOnBehindTheChangeOfAnother()
    {
        const support::MemoryWorkspace f(support::sampleCourse());
        QStringList done;
        int changes = 0;
        f.store->whileChanging([&] {
            if (++changes == 1) {
                f.workspace->whenStill(f.workspace.get(), [&] {
                    QVERIFY(f.workspace->undo().has_value());
                    done += u"undo"_s;
                });
                f.workspace->whenStill(f.workspace.get(), [&] { done += u"next"_s; });
            } else {
                QCoreApplication::processEvents(); // the loop of the second change
                QCOMPARE(done, QStringList());
            }
        });
        QVERIFY(finished(f).has_value());
        QTRY_COMPARE(done, QStringList({ u"undo"_s, u"next"_s }));
    }

    void aTaskOfTheWorkspaceDoesNotArriveInTheMiddleOfAChange()
    {
        const support::MemoryWorkspace f(support::sampleCourse());
        session::Task<int> task(*f.workspace);
        int arrived = 0;
        isDoneDuringAChange(f, task, arrived);
        QTRY_COMPARE(arrived, 7);
    }

    void aTaskThatIsCancelledBehindAChangeDoesNotArrive()
    {
        const support::MemoryWorkspace f(support::sampleCourse());
        session::Task<int> task(*f.workspace);
        int arrived = 0;
        isDoneDuringAChange(f, task, arrived);
        task.cancel();
        bool isBehind = false;
        QMetaObject::invokeMethod(
            f.workspace.get(), [&isBehind] { isBehind = true; }, Qt::QueuedConnection);
        QTRY_VERIFY(isBehind);
        QCOMPARE(arrived, 0);
    }

private:
    /// The worker is done before the change is, and the result, a seven, has not arrived.
    static void isDoneDuringAChange(const support::MemoryWorkspace& f, session::Task<int>& task, int& arrived)
    {
        f.store->whileChanging([&] {
            task.start([](const std::stop_token&) { return 7; }, [&arrived](int result) { arrived = result; });
            session::workers().waitForDone();
            QCoreApplication::processEvents();
            QCOMPARE(arrived, 0);
            QVERIFY(task.isRunning());
        });
        QVERIFY(finished(f).has_value());
    }
};

QTEST_GUILESS_MAIN(tst_ChangeTurns)
#include "tst_ChangeTurns.moc"
