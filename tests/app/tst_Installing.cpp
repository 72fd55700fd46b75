// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/ExitCode.h>
#include <app/Installing.h>
#include <app/VerbTable.h>

#include <MemoryWorkspace.h>
#include <SampleCourse.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <functional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// A learner with the sample course, who installs the next edition of it.
struct Learner
{
    support::MemoryWorkspace library { support::sampleCourse() };
    QString out;
    QString err;

    int install(const app::Invocation& invocation = {})
    {
        domain::CourseContent next = support::sampleCourse();
        next.course.version = u"99"_s;
        next.hash = u"another"_s;
        return install(next, invocation);
    }
    int install(const domain::CourseContent& next, const app::Invocation& invocation = {})
    {
        return with(invocation, [&next](const app::VerbCall& call) { return app::installCourse(call, next); });
    }
    int run(const QString& verb) { return with({}, app::findVerb({ verb })->run); }

private:
    int with(const app::Invocation& invocation, const std::function<int(const app::VerbCall&)>& act)
    {
        QString nothing;
        QTextStream in(&nothing);
        QTextStream outStream(&out);
        QTextStream errStream(&err);
        app::Console console({ in, outStream, errStream }, invocation.isJson());
        return act({ invocation, console, library.workspace.get(), u"/a/library.waymark"_s });
    }
};

} // namespace

class tst_Installing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsInstalledIsSaid()
    {
        Learner learner;
        QCOMPARE(learner.install(), 0);
        QVERIFY(learner.out.contains(u"version 99"_s));
        QVERIFY(!learner.out.contains(u"read again"_s));
    }

    void whetherUndoBringsItBackIsSaidExactlyWhereItIsReplaced_data()
    {
        QTest::addColumn<bool>("isOther");
        QTest::addColumn<bool>("isDry");
        for (const bool isDry : { false, true }) {
            QTest::addRow("the same edition%s", isDry ? ", dry" : "") << false << isDry;
            QTest::addRow("other lessons alone%s", isDry ? ", dry" : "") << true << isDry;
        }
    }
    void whetherUndoBringsItBackIsSaidExactlyWhereItIsReplaced()
    {
        QFETCH(const bool, isOther);
        QFETCH(const bool, isDry);
        Learner learner;
        domain::CourseContent next = support::sampleCourse();
        if (isOther) {
            next.hash = u"of other lessons"_s;
        }
        QCOMPARE(learner.install(next, { {}, {}, isDry ? QSet<QString> { u"dry-run"_s } : QSet<QString>() }), 0);
        QVERIFY2(learner.out.contains(u"undo"_s) == isOther, qPrintable(learner.out));
    }

    void aLibraryThatCannotBeReadAfterwardsHasTheCourseAllTheSame()
    {
        Learner learner;
        learner.library.store->failToRead(2);
        QCOMPARE(learner.install(), static_cast<int>(app::ExitCode::NoSpaceOrIo));
        QVERIFY2(learner.out.contains(u"version 99"_s) && learner.err.contains(u"could not be read again"_s), qPrintable(learner.err));
        QVERIFY2(!(learner.out + learner.err).contains(u"othing was changed"_s), qPrintable(learner.err));
        QCOMPARE(learner.library.store->course().value()->version, u"99"_s);
    }

    void inJsonItIsChangedAndUnread()
    {
        Learner learner;
        learner.library.store->failToRead(2);
        QCOMPARE(learner.install({ {}, {}, { u"json"_s } }), static_cast<int>(app::ExitCode::NoSpaceOrIo));
        const QJsonObject said = QJsonDocument::fromJson(learner.out.toUtf8()).object();
        QVERIFY(said[u"changed"].toBool());
        QVERIFY(said[u"unread"].toBool());
        QVERIFY(said[u"undoable"].toBool());
        const QJsonObject error = QJsonDocument::fromJson(learner.err.toUtf8()).object();
        QCOMPARE(error[u"code"].toInt(), static_cast<int>(app::ExitCode::NoSpaceOrIo));
        QVERIFY(error[u"message"].toString().contains(u"/a/library.waymark"_s));
    }

    void aTurnOfTheCourseIsDoneAllTheSame()
    {
        Learner learner;
        QCOMPARE(learner.install(), 0);
        for (const auto& [verb, version] : { std::pair(u"undo"_s, support::sampleCourse().course.version), { u"redo"_s, u"99"_s } }) {
            learner.library->noticeDay(); // reads what the turn before could not
            QVERIFY(!learner.library->isBehind());
            learner.out.clear();
            learner.library.store->failToRead(2);
            QCOMPARE(learner.run(verb), static_cast<int>(app::ExitCode::NoSpaceOrIo));
            QVERIFY2(learner.out.contains(u"another course"_s) && learner.out.contains(u"(edit "_s), qPrintable(learner.out));
            QVERIFY2(learner.err.contains(u"could not be read again"_s), qPrintable(learner.err));
            QVERIFY2(!(learner.out + learner.err).contains(u"othing was changed"_s), qPrintable(learner.err));
            QCOMPARE(learner.library.store->course().value()->version, version);
        }
    }

    /// Another program has written to the library, and what it wrote cannot be read.
    void whatWasRefusedIsNotSaidToBeDone()
    {
        Learner learner;
        QCOMPARE(learner.install(), 0);
        const auto isRefused = [&learner](const std::function<int()>& act) {
            learner.library->noticeDay();
            learner.out.clear();
            learner.library.store->failWith(domain::Error { domain::ErrorCode::StaleEdit, u"/a/library.waymark"_s, {} });
            learner.library.store->failToRead(2);
            return act() != 0 && learner.out.isEmpty() && !learner.err.isEmpty();
        };
        QVERIFY(isRefused([&learner] { return learner.install(); }));
        QVERIFY(isRefused([&learner] { return learner.run(u"undo"_s); }));
        QCOMPARE(learner.library.store->course().value()->version, u"99"_s);
    }

    void whatFailsBeforeChangesNothing()
    {
        Learner learner;
        learner.library.store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
        QCOMPARE(learner.install(), static_cast<int>(app::ExitCode::NoSpaceOrIo));
        QCOMPARE(learner.out, QString());
        QVERIFY(!learner.err.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Installing)
#include "tst_Installing.moc"
