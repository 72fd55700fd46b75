// SPDX-License-Identifier: GPL-3.0-or-later
#include <CardFixture.h>

#include <ui/recall/CardListModel.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Grade;
using support::CardFixture;
using ui::CardFilter;
using ui::CardListFilter;
using ui::CardListModel;

namespace {

const QString git = CardFixture::git;
const QString commit = CardFixture::commit;
const QString branch = CardFixture::branch;

QStringList column(const QAbstractItemModel& model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row) {
        texts.append(model.index(row, column).data().toString());
    }
    return texts;
}

/// So many cards of the learner, spread over the three skills of the course, in one edit.
void writeMany(const CardFixture& f, int count)
{
    std::vector<std::pair<domain::RecordKey, domain::Record>> records;
    for (int i = 0; i < count; ++i) {
        const QString skill = f.workspace->roadmap().skill(i % 3).id;
        records.emplace_back(domain::RecordKey::ofOwnCard(skill, u"own-%1"_s.arg(i)),
            domain::OwnCard { u"Front of the card number %1"_s.arg(i), u"What stands on its back"_s, f.now });
    }
    f.apply(domain::replaceRecords(f.workspace->context(), domain::EditKind::ImportPlan, {}, records));
}

} // namespace

class tst_CardList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRowsAreWhatWasMetOrWritten()
    {
        const CardFixture f;
        CardListModel model(*f.workspace);
        QCOMPARE(model.rowCount(), 0);
        f.grade(commit, Grade::Good);
        QCOMPARE(column(model, CardListModel::FrontColumn), QStringList { u"What is a commit?"_s });
        f.write(u"Mine *own*"_s);
        QCOMPARE(column(model, CardListModel::FrontColumn), QStringList({ u"What is a commit?"_s, u"Mine own"_s }));
        QCOMPARE(column(model, CardListModel::SkillColumn), QStringList({ u"Git basics"_s, u"Git basics"_s }));
    }

    void aNewDayIsSaidOfTheDueColumnAlone()
    {
        CardFixture f;
        f.grade(commit, Grade::Easy);
        CardListModel model(*f.workspace);
        const QSignalSpy said(&model, &QAbstractItemModel::dataChanged);
        f.now += CardFixture::day;
        f.workspace->noticeDay();
        QCOMPARE(said.size(), 1);
        QCOMPARE(said[0][0].toModelIndex(), model.index(0, CardListModel::DueColumn));
        QCOMPARE(said[0][1].toModelIndex(), model.index(0, CardListModel::DueColumn));
    }

    void aDueDayIsWrittenWithItsWholeYear()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        const CardFixture f;
        f.grade(commit, Grade::Easy);
        f.apply(domain::buryCard(f.workspace->context(), git, commit, f.now + 30 * CardFixture::day));
        const CardListModel model(*f.workspace);
        QCOMPARE(column(model, CardListModel::DueColumn), QStringList { u"Put off until 12/21/2026"_s });
        QLocale::setDefault(QLocale::c());
    }

    void theDueColumnSaysWhereACardStands()
    {
        CardFixture f;
        CardListModel model(*f.workspace);
        f.grade(commit, Grade::Again);
        QCOMPARE(column(model, CardListModel::DueColumn), QStringList { u"Today"_s });
        f.now += 2 * CardFixture::minute;
        QCOMPARE(column(model, CardListModel::DueColumn), QStringList { u"Due now"_s });
        f.apply(domain::buryCard(f.workspace->context(), git, commit, f.now + CardFixture::day));
        QCOMPARE(column(model, CardListModel::DueColumn), QStringList { u"Put off until tomorrow"_s });
        f.apply(domain::suspendCard(f.workspace->context(), git, commit, true));
        QCOMPARE(column(model, CardListModel::DueColumn), QStringList { u"Laid aside"_s });
        f.write(u"Mine"_s);
        QCOMPARE(column(model, CardListModel::DueColumn), QStringList({ u"Laid aside"_s, u"New"_s }));
    }

    void aLeechHasAMarkAndItsNumber()
    {
        const CardFixture f;
        CardListModel model(*f.workspace);
        f.forget(commit, 9);
        f.grade(branch, Grade::Good);
        const QModelIndex leech = model.index(0, CardListModel::LapsesColumn);
        QCOMPARE(leech.data().toString(), u"9"_s);
        QVERIFY(leech.data(Qt::DecorationRole).isValid());
        QVERIFY(leech.data(Qt::AccessibleTextRole).toString().contains(u"Forgotten 9"_s));
        QVERIFY(!model.index(1, CardListModel::LapsesColumn).data(Qt::DecorationRole).isValid());
    }

    void anEditTouchesTheRowsOfItsSkillAlone()
    {
        const CardFixture f;
        CardListModel model(*f.workspace);
        f.grade(commit, Grade::Good);
        f.write(u"Join?"_s, CardFixture::sql);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        f.grade(branch, Grade::Good);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted[0][1].toInt(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][1].toModelIndex().row(), 1); // Join is row 2
        QVERIFY(f.workspace->undo().has_value());
        QCOMPARE(removed.size(), 1);
        QVERIFY(f.workspace->apply(domain::setLearner(f.workspace->context(), u"Ada"_s)));
        QCOMPARE(changed.size(), 2);
        QVERIFY(reset.isEmpty());
    }

    void anotherCourseResets()
    {
        const CardFixture f;
        CardListModel model(*f.workspace);
        f.grade(commit, Grade::Good);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        domain::CourseContent other = CardFixture::course();
        other.hash = u"another"_s;
        other.course.skills[0].cards = { branch };
        QVERIFY(f.workspace->installCourse(other));
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.rowCount(), 0); // the course has the card no more
    }

    void filtersLeaveWhatTheySay_data()
    {
        QTest::addColumn<int>("filter");
        QTest::addColumn<QStringList>("fronts");
        QTest::newRow("all") << static_cast<int>(CardFilter::All)
                             << QStringList({ u"What is a commit?"_s, u"What is a branch?"_s, u"Mine"_s, u"Rows?"_s });
        QTest::newRow("laid aside") << static_cast<int>(CardFilter::LaidAside) << QStringList { u"Mine"_s };
        QTest::newRow("put off") << static_cast<int>(CardFilter::PutOff) << QStringList { u"What is a branch?"_s };
        QTest::newRow("leeches") << static_cast<int>(CardFilter::Leeches) << QStringList { u"What is a commit?"_s };
        QTest::newRow("own") << static_cast<int>(CardFilter::Own) << QStringList({ u"Mine"_s, u"Rows?"_s });
    }
    void filtersLeaveWhatTheySay()
    {
        QFETCH(int, filter);
        QFETCH(QStringList, fronts);
        const CardFixture f;
        CardListModel model(*f.workspace);
        CardListFilter list(model);
        list.setFilter(static_cast<CardFilter>(filter)); // before there is anything: each edit is followed
        f.forget(commit, 8);
        f.grade(branch, Grade::Again);
        f.apply(domain::buryCard(f.workspace->context(), git, branch, f.now + CardFixture::day));
        f.apply(domain::suspendCard(f.workspace->context(), git, f.write(u"Mine"_s), true));
        f.apply(domain::startSkill(f.workspace->context(), CardFixture::sql, true));
        f.grade(CardFixture::join, Grade::Good, CardFixture::sql);
        f.apply(domain::writeCard(f.workspace->context(), CardFixture::sql, CardFixture::join, u"Rows?"_s, u"of two"_s));
        QCOMPARE(column(list, CardListModel::FrontColumn), fronts);
    }

    void theSearchSeesBothSidesAndTheSkill()
    {
        const CardFixture f;
        CardListModel model(*f.workspace);
        CardListFilter list(model);
        f.grade(commit, Grade::Good);
        f.grade(branch, Grade::Good);
        for (const auto& [words, count] : { std::pair { u"commit"_s, 1 }, std::pair { u"SNAPSHOT"_s, 1 }, std::pair { u"git what"_s, 2 },
                 std::pair { u"commit branch"_s, 0 }, std::pair { u"  "_s, 2 } }) {
            list.setWords(words);
            QCOMPARE(list.rowCount(), count);
        }
        list.setWords(u"whole"_s);
        f.apply(domain::writeCard(f.workspace->context(), git, commit, u"Commit?"_s, u"a *whole* tree"_s));
        QCOMPARE(list.rowCount(), 1); // new words are searched at once
    }

    void sortsByDayAndByNumber()
    {
        CardFixture f;
        CardListModel model(*f.workspace);
        CardListFilter list(model);
        f.forget(commit, 2);
        f.now += CardFixture::minute;
        f.forget(branch, 10);
        f.write(u"Mine"_s);
        list.sort(CardListModel::DueColumn);
        QCOMPARE(list.index(0, 0).data().toString(), u"What is a commit?"_s);
        f.apply(domain::suspendCard(f.workspace->context(), git, commit, true));
        QCOMPARE(column(list, CardListModel::DueColumn), QStringList({ u"Due now"_s, u"New"_s, u"Laid aside"_s }));
        list.sort(CardListModel::LapsesColumn, Qt::DescendingOrder);
        QCOMPARE(column(list, CardListModel::LapsesColumn), QStringList({ u"10"_s, u"2"_s, QString() }));
    }

    void textFromACardStaysPlain()
    {
        const CardFixture f;
        CardListModel model(*f.workspace);
        f.write(u"`<b>bold</b>`"_s);
        QCOMPARE(model.index(0, 0).data().toString(), u"<b>bold</b>"_s);
        QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"<b>"_s));
    }

    void survivesRandomEdits()
    {
        CardFixture f;
        CardListModel model(*f.workspace);
        CardListFilter list(model);
        list.sort(CardListModel::DueColumn);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QAbstractItemModelTester filterTester(&list, QAbstractItemModelTester::FailureReportingMode::Fatal);
        std::mt19937 engine(7);
        QList<session::CardId> cards { { git, commit }, { git, branch }, { CardFixture::sql, CardFixture::join } };
        for (int i = 0; i < 300; ++i) {
            const session::CardId card = cards[static_cast<qsizetype>(engine() % static_cast<unsigned>(cards.size()))];
            switch (engine() % 7) {
            case 0:
                cards.append({ card.skill, f.write(u"Front %1"_s.arg(i), card.skill) });
                break;
            case 1:
                list.setFilter(static_cast<CardFilter>(engine() % 5));
                break;
            case 2:
                list.setWords(engine() % 2 == 0 ? QString() : u"front"_s);
                break;
            case 3:
                if (f.workspace->nextUndo()) {
                    QVERIFY(f.workspace->undo());
                }
                break;
            default:
                f.workspace->apply(session::actOn(*f.workspace, static_cast<session::CardAct>(engine() % 4), { card }));
            }
            f.now += CardFixture::minute * (engine() % 1000);
        }
        QStringList expected;
        for (int i = 0; i < f.workspace->roadmap().size(); ++i) {
            const domain::Skill& skill = f.workspace->roadmap().skill(i);
            expected += session::shelvedCards(skill, f.workspace->progress().skill(skill.id));
        }
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row) {
            rows.append(model.cardAt(row).card);
            QCOMPARE(model.rowOf(model.cardAt(row)), row);
        }
        QCOMPARE(rows, expected);
        QVERIFY(rows.size() > 5);
    }

    void tenThousandCardsAreListedSearchedAndSorted()
    {
        const CardFixture f;
        writeMany(f, 10'000);
        CardListModel model(*f.workspace);
        CardListFilter list(model);
        list.sort(CardListModel::DueColumn);
        QCOMPARE(list.rowCount(), 10'000);
        list.setWords(u"number 9999"_s);
        QCOMPARE(list.rowCount(), 1);
        list.setWords({});
        list.sort(CardListModel::FrontColumn, Qt::DescendingOrder);
        QCOMPARE(list.index(0, 0).data().toString(), u"Front of the card number 9999"_s);
        QSignalSpy moved(&list, &QAbstractItemModel::layoutChanged);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        f.apply(domain::suspendCard(f.workspace->context(), git, u"own-0"_s, true));
        QCOMPARE(changed.size(), 1); // however many there are
        QVERIFY(moved.isEmpty());
        list.setFilter(CardFilter::LaidAside);
        QCOMPARE(list.rowCount(), 1);
    }
};

QTEST_MAIN(tst_CardList)
#include "tst_CardList.moc"
