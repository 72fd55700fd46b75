// SPDX-License-Identifier: GPL-3.0-or-later
#include <MemoryWorkspace.h>
#include <SampleCourse.h>

#include <domain/ReviewEdits.h>
#include <domain/StudyEdits.h>
#include <exchange/ExportFormats.h>
#include <exchange/PlanWriter.h>
#include <session/MapLayoutTask.h>
#include <session/PlanFiles.h>
#include <session/PlanMaking.h>
#include <session/Workspace.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::ErrorCode;
using session::Changes;
using session::Workspace;

namespace {

struct Fixture
{
    support::MemoryStore* store = nullptr; ///< owned by the workspace
    std::unique_ptr<Workspace> workspace;
    QList<Changes> changes;
    QList<domain::Error> errors;

    Fixture()
    {
        support::MemoryWorkspace opened(support::sampleCourse());
        store = opened.store;
        workspace = std::move(opened.workspace);
        QObject::connect(workspace.get(), &Workspace::changed, [this](const Changes& change) { changes.append(change); });
        QObject::connect(workspace.get(), &Workspace::failed, [this](const domain::Error& error) { errors.append(error); });
    }
    domain::EditContext context() const { return workspace->context(); }
    auto finish() const { return workspace->apply(domain::finishSkill(context(), u"vcs-git"_s)); }
};

} // namespace

class tst_Workspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneEditIsOneSignalThatNamesWhatChanged()
    {
        Fixture f;
        QVERIFY(f.workspace->apply(domain::finishSkill(f.context(), u"vcs-git"_s)).has_value());
        QCOMPARE(f.changes.size(), 1);
        QCOMPARE(f.changes[0].skills, QStringList { u"vcs-git"_s });
        QVERIFY(!f.changes[0].goal);
        // vcs-git became practised, and what it opens became ready
        QVERIFY(f.changes[0].restated.size() >= 2);
        QVERIFY(f.workspace->stateOf(u"db-sql"_s) == learning::SkillState::Ready);
    }

    void aProjectHasStateLockAndEditsLikeASkill()
    {
        Fixture f;
        const QString project = u"project-scripts"_s;
        QVERIFY(f.workspace->stateOf(project) == learning::SkillState::Locked);
        QCOMPARE(f.workspace->lockOf(project).missing, std::vector<int> { 0 });
        QVERIFY(f.workspace->nextProject() == nullptr);
        QVERIFY(f.workspace->apply(domain::finishSkill(f.context(), u"vcs-git"_s)).has_value());
        QCOMPARE(f.changes[0].restatedProjects, std::vector<int> { 0 });
        QVERIFY(f.workspace->stateOf(project) == learning::SkillState::Ready);
        QVERIFY(f.workspace->lockOf(project).isOpen());
        QCOMPARE(f.workspace->nextProject()->id, project);
        QVERIFY(f.workspace->apply(domain::checkItem(f.context(), project, u"shelf"_s)).has_value());
        QCOMPARE(f.changes[1].skills, QStringList { project });
        QVERIFY(f.changes[1].restated.empty()); // no skill waits for a project
        QVERIFY(f.workspace->stateOf(project) == learning::SkillState::Practised);
        QCOMPARE(f.workspace->lesson(project)->markdown.left(8), u"## Brief"_s);
    }

    void anEditWithoutChangesLeavesNoTrace()
    {
        Fixture f;
        QVERIFY(f.workspace->apply(domain::writeNote(f.context(), u"vcs-git"_s, {})).has_value());
        QCOMPARE(f.changes.size(), 0);
        QVERIFY(f.workspace->journal(10)->empty());
    }

    void whenTheStoreFailsNothingHasChanged()
    {
        Fixture f;
        const QByteArray before = domain::contentHash(f.workspace->progress());
        f.store->failWith(domain::Error { ErrorCode::DiskFull, u"disk"_s, {} });
        const auto result = f.workspace->apply(domain::writeNote(f.context(), u"vcs-git"_s, u"kept in the editor"_s));
        QCOMPARE(result.error().code, ErrorCode::DiskFull);
        QCOMPARE(f.errors.size(), 1);
        QCOMPARE(f.changes.size(), 0);
        QCOMPARE(domain::contentHash(f.workspace->progress()), before);
    }

    void aBadEditIsAnnouncedAndNotStored()
    {
        Fixture f;
        QVERIFY(!f.workspace->apply(domain::startSkill(f.context(), u"nobody"_s, false)));
        QCOMPARE(f.errors.value(0).code, ErrorCode::UnknownSkill);
        QVERIFY(f.workspace->journal(10)->empty());
    }

    void undoAndRedoTakeTheSameRoad()
    {
        Fixture f;
        const QByteArray before = domain::contentHash(f.workspace->progress());
        QVERIFY(f.workspace->apply(domain::startSkill(f.context(), u"vcs-git"_s, false)));
        const QByteArray after = domain::contentHash(f.workspace->progress());
        QVERIFY(f.workspace->nextUndo()->kind == domain::EditKind::StartSkill);
        QVERIFY(f.workspace->undo());
        QCOMPARE(domain::contentHash(f.workspace->progress()), before);
        QVERIFY(!f.workspace->nextUndo());
        QVERIFY(f.workspace->redo());
        QCOMPARE(domain::contentHash(f.workspace->progress()), after);
        QCOMPARE(f.changes.size(), 3);
        QCOMPARE(f.workspace->redo().error().code, ErrorCode::NothingToRedo);
    }

    void goalTimeAndNameAreToldApart()
    {
        Fixture f;
        QVERIFY(f.workspace->apply(domain::setGoal(f.context(), { u"first"_s, 6, {} })));
        QVERIFY(f.workspace->apply(domain::setLearner(f.context(), u"Ada"_s)));
        QVERIFY(f.workspace->apply(domain::addTime(f.context(), u"vcs-git"_s, 1'790'000'000'000 - 1'860'000, 30)));
        QVERIFY(f.changes[0].goal && !f.changes[0].learner && !f.changes[0].time);
        QVERIFY(!f.changes[1].goal && f.changes[1].learner);
        QVERIFY(f.changes[2].time && f.changes[2].skills.isEmpty());
        QCOMPARE(f.workspace->studyWeek(Qt::Monday).total(), 30);
    }

    void aNewLearningDayIsToldOnce()
    {
        qint64 now = QDateTime(QDate(2026, 11, 21), QTime(23, 0), QTimeZone::utc()).toMSecsSinceEpoch();
        const support::MemoryWorkspace library(support::sampleCourse(), { [&now] { return now; }, QTimeZone::utc() });
        QList<Changes> changes;
        QObject::connect(library.workspace.get(), &Workspace::changed, this, [&changes](const Changes& change) { changes.append(change); });
        now += 4 * 3'600'000; // past midnight, but still the learning day of before
        library->noticeDay();
        library->noticeTime();
        QVERIFY(changes.isEmpty());
        now += 2 * 3'600'000;
        library->noticeDay();
        library->noticeDay();
        library->noticeTime();
        QCOMPARE(changes.size(), 1);
        QVERIFY(changes[0].day && changes[0].restated.empty() && !changes[0].course);
    }

    void theFirstEditOfADayTellsOfIt()
    {
        qint64 now = 1'790'000'000'000;
        const support::MemoryWorkspace library(support::sampleCourse(), { [&now] { return now; }, QTimeZone::utc() });
        QList<Changes> changes;
        QObject::connect(library.workspace.get(), &Workspace::changed, this, [&changes](const Changes& change) { changes.append(change); });
        QVERIFY(library->apply(domain::setLearner(library->context(), u"Ada"_s)));
        now += 86'400'000;
        QVERIFY(library->apply(domain::setLearner(library->context(), u"Bo"_s)));
        library->noticeDay();
        QCOMPARE(changes.size(), 2);
        QVERIFY(!changes[0].day && changes[1].day);
    }

    void reviewsAreToldApartFromWhatTheyDoToASkill()
    {
        Fixture f;
        const QString review = u"3f0f8a8e-3f43-4f4c-9a53-8f6f5f1d2c77"_s;
        const QString git = u"vcs-git"_s;
        QVERIFY(f.workspace->apply(domain::finishSkill(f.context(), git)));
        f.changes.clear();
        QVERIFY(f.workspace->apply(domain::askMentor(f.context(), git, u"Why?"_s)));
        QVERIFY(f.workspace->apply(domain::scoreSkill(f.context(), git, u"works"_s, 2)));
        QVERIFY(f.workspace->apply(domain::pinKey(f.context(), QString(64, u'c'), { u"Grace"_s, QByteArray(32, 'k'), {}, false, 0 })));
        QVERIFY(f.workspace->apply(domain::receiveReview(f.context(), review, { "{}", u"Grace"_s, {}, {}, 1, 0 })));
        QVERIFY(f.workspace->apply(domain::answerReview(f.context(), review, u"c"_s, domain::ReviewAnswer::Kind::Accepted)));
        domain::SignOff back;
        back.decision = domain::Decision::RequestChanges;
        QVERIFY(f.workspace->apply(domain::acceptDecision(f.context(), review, git, back)));
        QCOMPARE(f.changes.size(), 6);
        for (int i : { 0, 1 }) {
            QVERIFY(!f.changes[i].reviews && f.changes[i].skills == QStringList { git } && f.changes[i].restated.empty());
        }
        for (int i : { 2, 3, 4 }) {
            QVERIFY(f.changes[i].reviews && f.changes[i].skills.isEmpty());
        }
        QVERIFY(f.changes[5].reviews && f.changes[5].skills == QStringList { git } && !f.changes[5].restated.empty());
        QVERIFY(f.workspace->stateOf(git) == learning::SkillState::Learning);
    }

    void aNewCourseIsAnnouncedAndKeepsProgress()
    {
        Fixture f;
        QVERIFY(f.workspace->apply(domain::finishSkill(f.context(), u"vcs-git"_s)));
        domain::CourseContent next = support::sampleCourse();
        next.course.version = u"2.0.0"_s;
        next.hash = u"another"_s;
        QVERIFY(f.workspace->installCourse(next));
        QVERIFY(f.changes.last().course);
        QCOMPARE(f.workspace->course().version, u"2.0.0"_s);
        QVERIFY(f.workspace->stateOf(u"vcs-git"_s) == learning::SkillState::Practised);
    }

    void anExportedPlanComesBackIntoAnEmptyLibrary()
    {
        Fixture from;
        QVERIFY(from.workspace->apply(domain::setGoal(from.context(), { u"first"_s, 6, QDate(2027, 3, 31) })));
        QVERIFY(from.workspace->apply(domain::setChoice(from.context(), u"language"_s, { u"db-sql"_s })));
        QVERIFY(from.workspace->apply(domain::setLearner(from.context(), u"Ada"_s)));
        QVERIFY(from.workspace->apply(domain::checkItem(
            from.context(), u"vcs-git"_s, u"commit"_s, domain::Evidence { domain::EvidenceKind::Commit, u"4f2a9c1"_s, 0 })));
        QVERIFY(from.workspace->apply(domain::addTime(from.context(), u"vcs-git"_s, 1'789'000'000'000, 90)));
        QVERIFY(from.workspace->apply(domain::writeNote(from.context(), u"vcs-git"_s, u"mine"_s)));
        QVERIFY(from.workspace->apply(domain::shareNote(from.context(), u"vcs-git"_s, true)));

        const auto made = planOf(*from.workspace);
        QVERIFY(made);
        const QByteArray json = exchange::planToJson(*made);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"plan.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(json) == json.size());
        file.close();

        Fixture to;
        const auto plan = session::readPlanFile(path, to.context());
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().detail));
        QVERIFY(to.workspace->apply(plan->edit));
        QCOMPARE(domain::contentHash(to.workspace->progress()), domain::contentHash(from.workspace->progress()));
        QVERIFY(to.workspace->undo());
        QCOMPARE(to.workspace->progress(), domain::Progress());
    }

    void privateNotesStayAtHome()
    {
        Fixture f;
        QVERIFY(f.workspace->apply(domain::writeNote(f.context(), u"vcs-git"_s, u"do not tell"_s)));
        const auto plan = planOf(*f.workspace);
        QVERIFY(plan);
        for (const exchange::ExportFormat& format : exchange::exportFormats()) {
            const QByteArray bytes = format.write(f.workspace->roadmap(), *plan);
            QVERIFY2(!bytes.contains("do not tell"), qPrintable(format.id));
        }
    }

    void aCourseThatFindsAnotherWriterIsFollowedByReadingAnew()
    {
        Fixture f;
        f.store->failWith(domain::Error { ErrorCode::StaleEdit, u"library"_s, {} });
        QVERIFY(!f.workspace->installCourse(support::sampleCourse()));
        QVERIFY(f.changes.size() == 1 && f.changes[0].course);
        QCOMPARE(f.errors.size(), 1);
    }

    void whatCannotBeReadAgainIsNotTakenForTheLibrary_data()
    {
        QTest::addColumn<int>("fails");
        QTest::newRow("it can at the second try") << 1;
        QTest::newRow("it cannot") << 2;
    }
    /// The store has another course.
    void whatCannotBeReadAgainIsNotTakenForTheLibrary()
    {
        QFETCH(const int, fails);
        auto owned = std::make_unique<support::MemoryStore>();
        support::MemoryStore& store = *owned;
        const auto workspace = Workspace::open(std::move(owned), support::clockAt(1'790'000'000'000)).value();
        QVERIFY(workspace->installCourse(support::sampleCourse()).has_value());
        domain::CourseContent next = support::sampleCourse();
        next.course.version = u"99"_s;
        next.hash = u"another"_s;
        QSignalSpy behind(workspace.get(), &Workspace::fellBehind);
        QSignalSpy caughtUp(workspace.get(), &Workspace::caughtUp);
        store.failToRead(fails);
        const bool isBehind = fails > 1;
        QCOMPARE(workspace->installCourse(next).has_value(), !isBehind);
        QCOMPARE(workspace->isBehind(), isBehind);
        QCOMPARE(workspace->isReadOnly(), isBehind);
        QCOMPARE(behind.size(), isBehind ? 1 : 0);
        const auto finished = workspace->apply(domain::finishSkill(workspace->context(), u"vcs-git"_s));
        QCOMPARE(finished.has_value(), !isBehind);
        workspace->noticeDay(); // it can be read by now
        QCOMPARE(caughtUp.size(), isBehind ? 1 : 0);
        QVERIFY(!workspace->isReadOnly());
        QCOMPARE(workspace->course().version, u"99"_s);
    }

    void aLayoutArrivesFromTheWorker()
    {
        Fixture f;
        session::MapLayoutTask task;
        session::MapLayoutTask::Layout arrived;
        connect(&task, &session::MapLayoutTask::finished, [&](const session::MapLayoutTask::Layout& layout) { arrived = layout; });
        task.request(f.workspace->roadmap().mapInput());
        QTRY_VERIFY(arrived != nullptr);
        QCOMPARE(static_cast<int>(arrived->positions.size()), f.workspace->roadmap().size());
    }

    void onlyTheNewestLayoutArrives()
    {
        Fixture f;
        session::MapLayoutTask task;
        QList<std::size_t> sizes;
        connect(&task, &session::MapLayoutTask::finished,
            [&](const session::MapLayoutTask::Layout& layout) { sizes.append(layout->positions.size()); });
        domain::MapInput large = f.workspace->roadmap().mapInput();
        large.nodes.resize(500);
        task.request(large);
        task.request(f.workspace->roadmap().mapInput());
        QTRY_VERIFY(!sizes.isEmpty());
        QCOMPARE(sizes, (QList<std::size_t> { static_cast<std::size_t>(f.workspace->roadmap().size()) }));
    }
};

QTEST_GUILESS_MAIN(tst_Workspace)
#include "tst_Workspace.moc"
