// SPDX-License-Identifier: GPL-3.0-or-later
#include "LibraryFixture.h"

#include <storage/SearchIndex.h>

#include <QTest>

using namespace waymark;
using storage::SqliteStore;

class TestSearchIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsBecomeQuotedPrefixes_data();
    void wordsBecomeQuotedPrefixes();
    void expressionIsLimited();
    void titleBeforeOutcomeBeforeHeadingBeforeBody();
    void notesStandBetweenNamesAndLessons();
    void snippetIsShortAndMarked();
    void indexAgreesWithTheTables();
};

void TestSearchIndex::wordsBecomeQuotedPrefixes_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("expression");
    const auto row = [](const char* name, const QString& words, const QString& expression) { QTest::newRow(name) << words << expression; };
    row("nothing", {}, {});
    row("only marks", QStringLiteral("\"*()-+^:{}'"), {});
    row("one", QStringLiteral("git"), QStringLiteral("\"git\"*"));
    row("two", QStringLiteral(" git\trebase\n"), QStringLiteral("\"git\"* \"rebase\"*"));
    row("quote", QStringLiteral("say \"git"), QStringLiteral("\"say\"* \"git\"*"));
    row("operators", QStringLiteral("a AND b OR NEAR(c)"), QStringLiteral("\"a\"* \"AND\"* \"b\"* \"OR\"* \"NEAR\"* \"c\"*"));
    row("column", QStringLiteral("title:git"), QStringLiteral("\"title\"* \"git\"*"));
    row("zero", QStringLiteral("gi") + QChar(0) + QStringLiteral("t"), QStringLiteral("\"gi\"* \"t\"*"));
    row("lone surrogate", QStringLiteral("a") + QChar(0xd800) + QStringLiteral("b"), QStringLiteral("\"a\"* \"b\"*"));
    row("accents", QStringLiteral("cafe\u0301"), QStringLiteral("\"cafe\u0301\"*"));
    row("beyond the base plane", QStringLiteral("\U00010400x"), QStringLiteral("\"\U00010400x\"*"));
}

void TestSearchIndex::wordsBecomeQuotedPrefixes()
{
    QFETCH(QString, words);
    QFETCH(QString, expression);
    QCOMPARE(storage::matchExpression(words), expression);
}

void TestSearchIndex::expressionIsLimited()
{
    QVERIFY(storage::matchExpression(QString(1'000'000, u'x')).size() < 100);
    QVERIFY(storage::matchExpression(QStringLiteral("ab ").repeated(100'000)).size() < 200);
}

void TestSearchIndex::titleBeforeOutcomeBeforeHeadingBeforeBody()
{
    domain::CourseContent content;
    content.course.id = QStringLiteral("c");
    const QStringList fillers { QStringLiteral("plain"), QStringLiteral("simple"), QStringLiteral("other") };
    for (int i = 0; i < 40; ++i) {
        domain::Skill skill;
        skill.id = QStringLiteral("skill-%1").arg(i);
        skill.title = i == 5 ? QStringLiteral("Zebra") : QStringLiteral("Skill %1").arg(i);
        skill.outcome = i == 9 ? QStringLiteral("Can find a zebra") : QStringLiteral("Can do %1").arg(i);
        content.course.skills.push_back(skill);
        content.lessons.push_back({ skill.id, {},
            { { i == 1 ? QStringLiteral("About the zebra") : QStringLiteral("Part"),
                i == 0 ? QStringLiteral("zebra zebra zebra") : fillers[i % 3].repeated(3) } } });
    }
    const support::LibraryFixture fixture(0);
    auto store = SqliteStore::open(fixture.path(), {}).value();
    QVERIFY(store->installCourse(content).has_value());
    const auto hits = store->search(QStringLiteral("zeb"), 10).value();
    QStringList order;
    for (const domain::SearchHit& hit : hits) {
        order.append(hit.skill);
    }
    QCOMPARE(
        order, QStringList({ QStringLiteral("skill-5"), QStringLiteral("skill-9"), QStringLiteral("skill-1"), QStringLiteral("skill-0") }));
}

void TestSearchIndex::notesStandBetweenNamesAndLessons()
{
    const support::LibraryFixture fixture(0);
    auto store = SqliteStore::open(fixture.path(), {}).value();
    const auto key = domain::RecordKey::ofNote(QStringLiteral("db-sql"));
    QVERIFY(store->commit(
        { QStringLiteral("1"), domain::EditKind::WriteNote, {}, 1, { { key, std::nullopt, domain::Note { QStringLiteral("git it") } } } }));
    const auto hits = store->search(QStringLiteral("git"), 10).value();
    QCOMPARE(hits.size(), std::size_t { 3 });
    QVERIFY(hits[0].skill == QStringLiteral("vcs-git") && !hits[0].isNote);
    QVERIFY(hits[1].isNote);
    QCOMPARE(hits[2].section, QStringLiteral("Joins"));
}

void TestSearchIndex::snippetIsShortAndMarked()
{
    domain::CourseContent content = support::sampleCourse();
    content.lessons[0].sections[0].text
        = QStringLiteral("before ").repeated(500) + QStringLiteral("needle\nin it ") + QStringLiteral("after ").repeated(500);
    const support::LibraryFixture fixture(0);
    auto store = SqliteStore::open(fixture.path(), {}).value();
    QVERIFY(store->installCourse(content).has_value());
    const QString snippet = store->search(QStringLiteral("needle"), 1).value().front().snippet;
    QVERIFY2(snippet.contains(QStringLiteral("\u0002needle\u0003 in it")), qPrintable(snippet));
    QVERIFY(snippet.size() < 200);
}

void TestSearchIndex::indexAgreesWithTheTables()
{
    support::LibraryFixture fixture(300);
    auto store = SqliteStore::open(fixture.path(), {}).value();
    while (store->nextUndo().value() && store->journal(1).value().front().sequence > 0 && store->undo()) {
        if (store->journal(400).value()[100].state == domain::JournalState::Undone) {
            break;
        }
    }
    QVERIFY(store->installCourse(support::sampleCourse()).has_value());
    store.reset();
    QVERIFY(fixture.tamper("INSERT INTO course_search (course_search, rank) VALUES ('integrity-check', 1)"));
    QVERIFY(fixture.tamper("INSERT INTO note_search (note_search) VALUES ('integrity-check')"));
    QVERIFY(fixture.tamper("CREATE TEMP TABLE t (n INTEGER CHECK (n = 0)); INSERT INTO t SELECT count(*) FROM "
                           "(SELECT number, text FROM note EXCEPT SELECT rowid, text FROM note_search)"));
    QVERIFY(fixture.tamper("CREATE TEMP TABLE t (n INTEGER CHECK (n = 0)); INSERT INTO t SELECT count(*) FROM "
                           "(SELECT rowid, text FROM note_search EXCEPT SELECT number, text FROM note)"));
}

QTEST_GUILESS_MAIN(TestSearchIndex)
#include "tst_SearchIndex.moc"
