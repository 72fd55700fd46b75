// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/Cohort.h>
#include <exchange/PlanLimits.h>

#include <PlanSpoiler.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <memory>
#include <numeric>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::exchange;
using domain::ErrorCode;

namespace {

using fixture::pageOf;

/// A plan of a learner with as many items ticked.
QByteArray planOfLearner(const QString& name, int items = 0, qint64 created = fixture::november)
{
    const domain::Roadmap roadmap(fixture::course());
    domain::Progress progress;
    fixture::put(progress, domain::RecordKey::ofLearner(), domain::Learner { name });
    for (int i = 1; i <= items; ++i) {
        fixture::put(progress, domain::RecordKey::ofItem(u"base-a"_s, u"part-%1"_s.arg(i)), domain::ItemMark { fixture::november });
    }
    return planToJson(
        planOf(roadmap, progress, learning::skillStates(roadmap, progress), { created, planIdOf(name), QTimeZone::utc(), {} }));
}

QStringList filesOf(const Cohort& cohort)
{
    QStringList files;
    for (const CohortPlan& plan : cohort.plans) {
        files.append(plan.newest.file);
    }
    return files;
}

} // namespace

class tst_Cohort : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString folder() const { return m_folder->path(); }
    void put(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void plansOfEveryFormAreRead();
    void onlyPlanFilesAreLookedAt();
    void aFileThatIsNoPlanIsAnErrorOfItsOwn();
    void aNameCannotReorderAMessage();
    void revisionsOfOnePlanStandTogether();
    void copiesOfOneRevisionAreOne();
    void threadsDoNotChangeTheResult();
    void progressCountsEveryFileOnce();
    void aStopEndsTheRun();
    void foldersThatCannotBeReadAreRefused();
    void tooManyFilesAreRefused();
    void anEmptyFolderHasNoPlans();
};

void tst_Cohort::plansOfEveryFormAreRead()
{
    put(u"b.html"_s, pageOf(planOfLearner(u"Ben"_s)));
    put(u"a.json"_s, planOfLearner(u"Ada"_s, 3));
    put(u"C.HTM"_s, pageOf(planOfLearner(u"Cleo"_s)));
    put(u"d.html"_s, planOfLearner(u"Dan"_s)); // JSON under the name of a page
    put(u"e.json"_s, pageOf(planOfLearner(u"Eve"_s)));
    const auto cohort = readCohort(folder());
    QVERIFY(cohort.has_value());
    QVERIFY(cohort->unreadable.empty());
    QCOMPARE(filesOf(*cohort), (QStringList { u"C.HTM"_s, u"a.json"_s, u"b.html"_s, u"d.html"_s, u"e.json"_s }));
    QCOMPARE(cohort->plans[1].newest.learner, u"Ada"_s);
    QCOMPARE(cohort->plans[1].newest.done, 1);
    QCOMPARE(cohort->plans[1].newest.total, 4);
    QCOMPARE(cohort->plans[2].newest.learner, u"Ben"_s);
}

void tst_Cohort::onlyPlanFilesAreLookedAt()
{
    put(u"ada.json"_s, planOfLearner(u"Ada"_s));
    put(u".hidden.json"_s, planOfLearner(u"Ben"_s));
    put(u"notes.txt"_s, planOfLearner(u"Cleo"_s));
    put(u"ada.json.bak"_s, planOfLearner(u"Dan"_s));
    put(u"answer.wayreview"_s, "{}");
    QVERIFY(QDir(folder()).mkpath(u"older.json"_s));
    QVERIFY(QDir(folder()).mkpath(u"inside"_s));
    put(u"inside/eve.json"_s, planOfLearner(u"Eve"_s));
    QCOMPARE(::mkfifo(QFile::encodeName(m_folder->filePath(u"pipe.json"_s)).constData(), 0600), 0);
    const auto cohort = readCohort(folder());
    QVERIFY(cohort.has_value());
    QVERIFY(cohort->unreadable.empty());
    QCOMPARE(filesOf(*cohort), QStringList { u"ada.json"_s });
}

void tst_Cohort::aFileThatIsNoPlanIsAnErrorOfItsOwn()
{
    put(u"ada.json"_s, planOfLearner(u"Ada"_s));
    put(u"b-cut.json"_s, planOfLearner(u"Ben"_s).chopped(40));
    put(u"c-package.json"_s, R"({"name": "x", "version": "1.0.0"})");
    put(u"d-page.html"_s, "<!doctype html><p>Hello</p>");
    put(u"e-later.json"_s, planOfLearner(u"Eve"_s).replace("waymark:plan:1", "waymark:plan:9"));
    put(u"f-empty.html"_s, {});
    {
        QFile large(m_folder->filePath(u"g-large.json"_s));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(limits::jsonBytes + 1));
    }
    QVERIFY(QFile::link(m_folder->filePath(u"nowhere"_s), m_folder->filePath(u"h-link.json"_s)));
    const auto cohort = readCohort(folder());
    QVERIFY(cohort.has_value());
    QCOMPARE(filesOf(*cohort), QStringList { u"ada.json"_s });
    const std::vector<std::pair<QString, ErrorCode>> expected { { u"b-cut.json"_s, ErrorCode::InvalidPlan },
        { u"c-package.json"_s, ErrorCode::InvalidPlan }, { u"d-page.html"_s, ErrorCode::InvalidPlan },
        { u"e-later.json"_s, ErrorCode::FormatNewer }, { u"f-empty.html"_s, ErrorCode::InvalidPlan },
        { u"g-large.json"_s, ErrorCode::TooLarge } };
    QCOMPARE(cohort->unreadable.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QCOMPARE(cohort->unreadable[i].subject, expected[i].first);
        QCOMPARE(cohort->unreadable[i].code, expected[i].second);
    }
}

void tst_Cohort::aNameCannotReorderAMessage()
{
    put(u"a\u202egnp.json"_s, "{}");
    put(u"b\u202egnp.json"_s, planOfLearner(u"Ben"_s));
    const auto cohort = readCohort(folder());
    QVERIFY(cohort.has_value());
    QCOMPARE(cohort->unreadable.front().subject, u"a\\u{202e}gnp.json"_s);
    QCOMPARE(cohort->plans.front().newest.file, u"b\u202egnp.json"_s); // as it can be opened
}

void tst_Cohort::revisionsOfOnePlanStandTogether()
{
    put(u"ada.json"_s, planOfLearner(u"Ada"_s, 1, fixture::november + 1'000));
    put(u"ada-new.html"_s, pageOf(planOfLearner(u"Ada"_s, 2, fixture::november + 2'000)));
    put(u"ada-old.json"_s, planOfLearner(u"Ada"_s, 0, fixture::november));
    put(u"ben.json"_s, planOfLearner(u"Ben"_s));
    const auto cohort = readCohort(folder());
    QVERIFY(cohort.has_value());
    QCOMPARE(filesOf(*cohort), (QStringList { u"ada-new.html"_s, u"ben.json"_s }));
    const CohortPlan& ada = cohort->plans.front();
    QCOMPARE(ada.earlier.size(), std::size_t(2));
    QCOMPARE(ada.earlier[0].file, u"ada.json"_s);
    QCOMPARE(ada.earlier[1].file, u"ada-old.json"_s);
    QVERIFY(cohort->plans.back().earlier.empty());
}

void tst_Cohort::copiesOfOneRevisionAreOne()
{
    put(u"1.json"_s, planOfLearner(u"Ada"_s, 1, fixture::november));
    put(u"2.json"_s, planOfLearner(u"Ada"_s, 1, fixture::november + 1'000)); // exported again, saying the same
    put(u"3.html"_s, pageOf(planOfLearner(u"Ada"_s, 1, fixture::november + 1'000)));
    put(u"4.json"_s, planOfLearner(u"Ada"_s, 0, fixture::november - 1'000));
    const auto cohort = readCohort(folder());
    QVERIFY(cohort.has_value());
    QCOMPARE(filesOf(*cohort), QStringList { u"2.json"_s });
    QCOMPARE(cohort->plans.front().earlier.size(), std::size_t(1));
    QCOMPARE(cohort->plans.front().earlier.front().file, u"4.json"_s);
}

void tst_Cohort::threadsDoNotChangeTheResult()
{
    for (int i = 0; i < 60; ++i) {
        const QByteArray plan = planOfLearner(u"Learner %1"_s.arg(i % 25), i % 4, fixture::november + i % 7);
        put(u"plan-%1.json"_s.arg(i), i % 9 == 0 ? plan.chopped(i + 1) : plan);
    }
    const auto alone = readCohort(folder(), { {}, {}, 1 });
    QVERIFY(alone.has_value());
    QVERIFY(!alone->unreadable.empty() && alone->plans.size() == 25);
    for (const int threads : { 0, 2, 7, 500 }) {
        const auto together = readCohort(folder(), { {}, {}, threads });
        QVERIFY(together.has_value());
        QVERIFY(*together == *alone);
    }
}

void tst_Cohort::progressCountsEveryFileOnce()
{
    for (int i = 0; i < 20; ++i) {
        put(u"plan-%1.json"_s.arg(i), planOfLearner(QString::number(i)));
    }
    std::vector<int> steps; // one call at a time, so without a lock of its own
    const auto cohort = readCohort(folder(), { [&steps](int done, int all) { steps.push_back(all == 20 ? done : -1); }, {}, 4 });
    QVERIFY(cohort.has_value());
    std::vector<int> expected(20);
    std::iota(expected.begin(), expected.end(), 1);
    QVERIFY(steps == expected);
}

void tst_Cohort::aStopEndsTheRun()
{
    for (int i = 0; i < 20; ++i) {
        put(u"plan-%1.json"_s.arg(i), planOfLearner(QString::number(i)));
    }
    for (const int threads : { 1, 4 }) {
        std::stop_source stop;
        std::atomic<int> calls = 0;
        const auto stopAtThird = [&](int done, int /*all*/) {
            ++calls;
            if (done == 3) {
                stop.request_stop();
            }
        };
        const auto cohort = readCohort(folder(), { stopAtThird, stop.get_token(), threads });
        QVERIFY(!cohort.has_value());
        QCOMPARE(cohort.error().code, ErrorCode::Cancelled);
        QVERIFY(calls < 3 + threads);
    }
}

void tst_Cohort::foldersThatCannotBeReadAreRefused()
{
    const auto missing = readCohort(m_folder->filePath(u"nowhere"_s));
    QVERIFY(!missing.has_value());
    QCOMPARE(missing.error().code, ErrorCode::FileMissing);
    put(u"ada.json"_s, planOfLearner(u"Ada"_s));
    const auto file = readCohort(m_folder->filePath(u"ada.json"_s));
    QVERIFY(!file.has_value());
    QCOMPARE(file.error().code, ErrorCode::InvalidFile);
}

void tst_Cohort::tooManyFilesAreRefused()
{
    for (int i = 0; i <= limits::cohortFiles; ++i) {
        put(u"%1.json"_s.arg(i), {});
    }
    const auto many = planFilesIn(folder());
    QVERIFY(!many.has_value());
    QCOMPARE(many.error().code, ErrorCode::TooLarge);
    QVERIFY(QFile::remove(m_folder->filePath(u"0.json"_s)));
    QVERIFY(planFilesIn(folder()).has_value());
    QCOMPARE(planFilesIn(folder())->size(), qsizetype(limits::cohortFiles));
}

void tst_Cohort::anEmptyFolderHasNoPlans()
{
    const auto cohort = readCohort(folder());
    QVERIFY(cohort.has_value());
    QVERIFY(cohort->plans.empty() && cohort->unreadable.empty());
}

QTEST_GUILESS_MAIN(tst_Cohort)
#include "tst_Cohort.moc"
