// SPDX-License-Identifier: GPL-3.0-or-later
#include "EmptyLibrary.h"
#include "LibraryFixture.h"
#include "StoreContract.h"

#include <storage/KeptCourse.h>
#include <storage/SqliteStore.h>

#include <QDataStream>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace waymark;

namespace {

class LibraryHarness final : public support::StoreHarness
{
public:
    LibraryHarness() { startEmpty(); }

    void startEmpty() override
    {
        m_store.reset();
        m_path = m_folder.filePath(QStringLiteral("library-%1.waymark").arg(++m_count));
        if (m_count == 1) {
            m_store = std::move(storage::SqliteStore::create(m_path, {}).value());
            return;
        }
        QVERIFY(support::putEmptyLibrary(m_path));
        reopen();
    }
    void reopen() override
    {
        m_store.reset();
        m_store = std::move(storage::SqliteStore::open(m_path, {}).value());
    }
    domain::Store& store() override { return *m_store; }
    /// A picture of the course whose row says that it is longer than it is; the pages of the library are not checked when it is opened.
    [[nodiscard]] bool breakPicture()
    {
        m_store.reset();
        QByteArray bytes = support::bytesOf(m_path);
        const qsizetype name = bytes.indexOf("images/merge.svg<svg/>");
        constexpr qsizetype header = 3; // of the row: its own size, and the types of the two columns
        if (name < header) {
            return false;
        }
        bytes[name - header] = 0x7f;
        const bool isBroken = support::putBytes(m_path, bytes);
        storage::OpenOptions options;
        options.checkPages = false;
        m_store = std::move(storage::SqliteStore::open(m_path, options).value());
        return isBroken;
    }
    /// What another program does to the library while it is closed.
    [[nodiscard]] bool tamper(const QByteArray& sql)
    {
        m_store.reset();
        const bool done = support::LibraryFixture::run(m_path, sql);
        m_store = std::move(storage::SqliteStore::open(m_path, {}).value());
        return done;
    }

private:
    QTemporaryDir m_folder { support::folderInMemory() };
    QString m_path;
    int m_count = 0;
    std::unique_ptr<storage::SqliteStore> m_store;
};

} // namespace

class TestSqliteStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsThePromise_data();
    void keepsThePromise();
    void whatIsReadBesideTheStoreIsOfOneMoment();
    void aCourseThatIsLostIsPassedOver_data();
    void aCourseThatIsLostIsPassedOver();
    void whatLiesBehindALostCourseIsHistory();
    void aDamagedCourseIsReplacedAllTheSame();
    void aCourseThatCannotBeReadIsReplacedAndSaidToBeLost();
};

void TestSqliteStore::whatIsReadBesideTheStoreIsOfOneMoment()
{
    LibraryHarness harness;
    const auto commit = [&harness](const QString& id) {
        return harness.store().commit(support::noteEdit(id, id, std::nullopt, QStringLiteral("words"))).has_value();
    };
    QVERIFY(commit(QStringLiteral("before")));
    int made = 0;
    const auto read = harness.store().reader()({ {}, [&](int) { made += commit(QString::number(made)) ? 1 : 0; } });
    QVERIFY(made > 1);
    QCOMPARE(read.value().journal.size(), std::size_t { 1 });
    QCOMPARE(read.value().progress.records().size(), std::size_t { 1 });
    QVERIFY((harness.store().journalStamp().value() == domain::JournalStamp { made + 1, 0 }));
}

void TestSqliteStore::keepsThePromise_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const auto& [name, check] : support::storePromises()) {
        QTest::newRow(name) << index++;
    }
}

void TestSqliteStore::keepsThePromise()
{
    QFETCH(int, index);
    LibraryHarness harness;
    support::storePromises()[static_cast<std::size_t>(index)].second(harness);
}

namespace {

QByteArray goodStep()
{
    return storage::keptFrom({ support::sampleCourse(), {}, {} }).value();
}

/// Nothing but a course.
QByteArray packedStep(const QByteArray& course)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QDataStream::WriteOnly);
    stream << course << QByteArray("[]") << quint32 { 0 };
    return qCompress(bytes);
}

/// The words of a course, no area, and a choice whose list says that it has two thousand million members.
QByteArray choiceOfAnyMembers()
{
    QByteArray bytes;
    QDataStream stream(&bytes, QDataStream::WriteOnly);
    stream << quint32 { 1 };
    for (int word = 0; word < 6; ++word) {
        stream << QString();
    }
    stream << quint32 { 0 } << quint32 { 1 } << QString() << QString() << quint32 { 0x7fffffff };
    return bytes;
}

} // namespace

void TestSqliteStore::aCourseThatIsLostIsPassedOver_data()
{
    QTest::addColumn<QByteArray>("kept");
    QTest::newRow("nothing") << QByteArray("x''");
    QTest::newRow("of any size") << QByteArray("x'ffffffff789c'");
    QTest::newRow("as large as may be, and nothing in it") << QByteArray("x'20000000789c'");
    QTest::newRow("cut") << QByteArray("substr(kept, 1, length(kept) / 2)");
    QTest::newRow("other bytes") << QByteArray("randomblob(5000)");
    QTest::newRow("another form") << QByteArray("x'" + qCompress(QByteArray(200, '\1')).toHex() + "'");
    const auto literal = [](const QByteArray& bytes) { return QByteArray("x'" + bytes.toHex() + "'"); };
    QTest::newRow("larger than it says") << literal(QByteArray("\0\0\0\x10", 4) + goodStep().mid(4));
    QTest::newRow("smaller than it says") << literal(QByteArray("\0\x10\0\0", 4) + goodStep().mid(4));
    QTest::newRow("bytes behind it") << literal(goodStep() + "more");
    QTest::newRow("larger than may be kept") << QByteArray("zeroblob(%1)").replace("%1", QByteArray::number(domain::courseStepBytes + 1));
    QTest::newRow("a choice of any members") << literal(packedStep(choiceOfAnyMembers()));
    storage::CourseStep step { support::sampleCourse(), {}, { { 1, QStringLiteral("vcs-git"), QStringLiteral("no changes") } } };
    QTest::newRow("an edit that nobody can read") << literal(storage::keptFrom(step).value());
    step.entries = { { 77, QStringLiteral("vcs-git"), QStringLiteral("[]") } };
    QTest::newRow("an edit that is not there") << literal(storage::keptFrom(step).value());
    step.entries.clear();
    step.content.course.skills.front().hours = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("hours that are no number") << literal(storage::keptFrom(step).value());
    step.content.course.skills[1].id = step.content.course.skills[2].id;
    step.content.course.skills.front().hours = 1;
    QTest::newRow("two skills with one id") << literal(storage::keptFrom(step).value());
    QTest::newRow("lists without an end") << QByteArray(
        "x'" + qCompress(QByteArray("\0\0\0\x4\0\0\0\x1\x7f\xff\xff\xff", 12)).toHex() + "'");
}

void TestSqliteStore::aCourseThatIsLostIsPassedOver()
{
    QFETCH(QByteArray, kept);
    LibraryHarness harness;
    QVERIFY(harness.store().installCourse(support::sampleCourse()).has_value());
    QVERIFY(harness.store().commit(support::muchOfGit(QStringLiteral("1"))).has_value());
    QVERIFY(harness.store().installCourse(support::asStep(support::secondEdition(), QStringLiteral("i"))).has_value());
    QVERIFY(harness.store().installCourse(support::asStep(support::thirdEdition(), QStringLiteral("j"))).has_value());
    QVERIFY(harness.store().undo().has_value());
    QVERIFY(harness.tamper("UPDATE course_step SET kept = " + kept));
    const support::WholeLibrary before = support::wholeLibrary(harness.store());
    const auto redone = harness.store().redo();
    QVERIFY(redone.error().code == domain::ErrorCode::CourseLost && redone.error().subject == QStringLiteral("j"));
    QVERIFY(!harness.store().nextRedo().value());
    const auto undone = harness.store().undo();
    QVERIFY(undone.error().code == domain::ErrorCode::CourseLost && undone.error().subject == QStringLiteral("i"));
    QVERIFY(support::wholeLibrary(harness.store()) == before);
    harness.reopen();
    QCOMPARE(harness.store().undo().value().id, QStringLiteral("1"));
    QVERIFY(harness.store().progress().value() == domain::Progress());
    QVERIFY(harness.store().redo().has_value());
    QVERIFY(support::wholeLibrary(harness.store()) == before && support::leadsToItsRecords(harness.store()));
}

/// It is kept under ids that only the lost one leads back to.
void TestSqliteStore::whatLiesBehindALostCourseIsHistory()
{
    LibraryHarness harness;
    QVERIFY(harness.store().installCourse(support::sampleCourse()).has_value());
    QVERIFY(harness.store().commit(support::muchOfGit(QStringLiteral("1"))).has_value());
    QVERIFY(harness.store().installCourse(support::asStep(support::secondEdition(), QStringLiteral("i"))).has_value());
    QVERIFY(harness.store().installCourse(support::asStep(support::thirdEdition(), QStringLiteral("j"))).has_value());
    QVERIFY(harness.tamper("UPDATE course_step SET kept = x'00' WHERE edit = 'j'"));
    const auto lost = harness.store().undo();
    QVERIFY(lost.error().code == domain::ErrorCode::CourseLost && lost.error().subject == QStringLiteral("j"));
    QCOMPARE(harness.store().nextUndo().value()->id, QStringLiteral("1"));
    QVERIFY(harness.store().undo().has_value() && harness.store().progress().value() == domain::Progress());
    QVERIFY(harness.store().course().value() == support::thirdEdition().course);
}

void TestSqliteStore::aDamagedCourseIsReplacedAllTheSame()
{
    LibraryHarness harness;
    QVERIFY(harness.store().installCourse(support::sampleCourse()).has_value());
    QVERIFY(harness.store().commit(support::muchOfGit(QStringLiteral("1"))).has_value());
    QVERIFY(harness.tamper("UPDATE course_skill SET id = 'a skill without a lesson' WHERE position = 0; DELETE FROM course_item"));
    QVERIFY(harness.store().installCourse(support::asStep(support::secondEdition(), QStringLiteral("i"))).has_value());
    QVERIFY(harness.store().course().value() == support::secondEdition().course);
    QVERIFY(harness.store().undo().has_value() && harness.store().undo().has_value());
    QVERIFY(harness.store().progress().value() == domain::Progress());
}

/// One that asked for no step is not told of it.
void TestSqliteStore::aCourseThatCannotBeReadIsReplacedAndSaidToBeLost()
{
    for (const bool isStep : { true, false }) {
        LibraryHarness harness;
        QVERIFY(harness.store().installCourse(support::sampleCourse()).has_value());
        QVERIFY(harness.store().commit(support::muchOfGit(QStringLiteral("1"))).has_value());
        QVERIFY(harness.breakPicture());
        const auto content = support::secondEdition();
        const auto installed = harness.store().installCourse(isStep ? support::asStep(content, QStringLiteral("i")) : content);
        QVERIFY2(installed.has_value(), installed ? "" : qPrintable(installed.error().detail));
        QVERIFY(*installed == (isStep ? domain::FormerCourse::Lost : domain::FormerCourse::Passed));
        QVERIFY(harness.store().course().value() == support::secondEdition().course);
        QCOMPARE(harness.store().nextUndo().value()->id, QStringLiteral("1"));
    }
}

QTEST_GUILESS_MAIN(TestSqliteStore)
#include "tst_SqliteStore.moc"
