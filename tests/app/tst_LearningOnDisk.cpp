// SPDX-License-Identifier: GPL-3.0-or-later
// Weeks of recall on a library on disk: clocks that jump, starts anew, new editions, undo. It does what the library in memory does.
#include <CardCourse.h>
#include <StudyLife.h>

#include <learning/Dice.h>
#include <storage/SqliteStore.h>

#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Grade;
using support::StudyLife;

namespace {

constexpr qint64 day = StudyLife::day;

/// With "one card 1" under a new front, and without "two card 2".
domain::CourseContent secondEdition()
{
    domain::CourseContent course = support::courseOfCards(12, 12);
    course.hash = u"second"_s;
    course.course.skills[0].cards.replace(0, u"one-fact"_s);
    course.lessons[0].markdown.replace(u"| one card 1 |"_s, u"| one fact |"_s);
    course.course.skills[1].cards.removeAt(1);
    course.lessons[1].markdown.remove(u"| two card 2 | back 2 |\n"_s);
    course.course.moved = { { u"one/one-card-1"_s, u"one-fact"_s } };
    return course;
}

/// One day or so of a learner; the same seed does the same in every library.
void live(StudyLife& life, learning::Dice& dice)
{
    constexpr std::array<qint64, 6> jumps { 0, day, -day / 24, -day, 365 * day, -365 * day };
    constexpr std::array zones { "Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles" };
    switch (dice.below(6)) {
    case 0:
        life.now += jumps[dice.below(jumps.size())];
        break;
    case 1:
        life.travelTo(zones[dice.below(zones.size())]);
        break;
    case 2:
        life.answer(u"one"_s, u"one-question-%1"_s.arg(1 + dice.below(12)), dice.isHit(0.8));
        break;
    case 3:
        if (life.workspace->nextUndo()) {
            QVERIFY(life.workspace->undo().has_value());
        }
        break;
    default:
        life.study(learning::allGrades[dice.below(4)], 6);
        break;
    }
    life.now += static_cast<qint64>(dice.below(24)) * StudyLife::hour;
}

/// All that counts, without the ids of edits, which differ.
QStringList outlineOf(const StudyLife& life)
{
    QStringList lines;
    for (const QString& id : { u"one"_s, u"two"_s, u"three"_s }) {
        const domain::SkillProgress& of = life.of(id);
        for (auto card = of.cards.cbegin(); card != of.cards.cend(); ++card) {
            lines.append(id + u' ' + card.key() + u' ' + QString::fromUtf8(domain::recordToJson(*card))
                + u" %1"_s.arg(of.recalls.value(card.key()).size()));
        }
        for (auto question = of.attempts.cbegin(); question != of.attempts.cend(); ++question) {
            lines.append(u"%1 %2 %3"_s.arg(id, question.key()).arg(question->size()));
        }
        lines.append(learning::toString(life.workspace->stateOf(id)));
    }
    const session::RecallDue due = life.desk().due();
    lines.append(u"%1 %2 %3 %4 %5"_s.arg(due.due).arg(due.fresh).arg(due.asked).arg(due.left).arg(due.minutes));
    return lines;
}

} // namespace

class tst_LearningOnDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLibraryOnDiskDoesWhatTheOneInMemoryDoes_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 6; ++seed) {
            QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
        }
    }

    void theLibraryOnDiskDoesWhatTheOneInMemoryDoes()
    {
        QFETCH(quint64, seed);
        const QTemporaryDir folder;
        StudyLife inMemory(support::courseOfCards(12, 12));
        StudyLife onDisk(support::courseOfCards(12, 12), storage::SqliteStore::create(folder.filePath(u"a.waymark"_s), {}).value());
        learning::Dice one(seed);
        learning::Dice other(seed);
        for (int i = 0; i < 24; ++i) {
            live(inMemory, one);
            live(onDisk, other);
            if (i % 12 == 11) {
                const domain::CourseContent course = i < 12 ? secondEdition() : support::courseOfCards(12, 12);
                QVERIFY(inMemory.workspace->installCourse(course).has_value() && onDisk.workspace->installCourse(course).has_value());
            }
            QCOMPARE(outlineOf(onDisk), outlineOf(inMemory));
        }
        onDisk.travelTo("UTC"); // as the next start finds it
        inMemory.travelTo("UTC");
        QCOMPARE(outlineOf(onDisk), outlineOf(inMemory));
        while (onDisk.workspace->nextUndo()) {
            QVERIFY(onDisk.workspace->undo().has_value() && inMemory.workspace->undo().has_value());
        }
        QVERIFY(!inMemory.workspace->nextUndo());
        QVERIFY(onDisk.workspace->progress() == domain::Progress());
    }

    void aRecallIsTakenBackToTheLetterAfterAStartAndAnUpdate()
    {
        const QTemporaryDir folder;
        StudyLife life(support::courseOfCards(12), storage::SqliteStore::create(folder.filePath(u"a.waymark"_s), {}).value());
        std::vector<QByteArray> states { life.hash() };
        for (const qint64 jump : { qint64 { 0 }, -day, 365 * day, -400 * day }) {
            life.now += jump;
            life.grade(u"two"_s, u"two-card-2"_s, jump < 0 ? Grade::Again : Grade::Good);
            states.push_back(life.hash());
        }
        life.travelTo("Asia/Tokyo");
        QVERIFY(life.workspace->installCourse(secondEdition()).has_value()); // the card is gone
        QCOMPARE(life.hash(), states.back());
        QVERIFY(domain::isInstallation(life.workspace->undo().value().kind));
        for (std::size_t i = states.size() - 1; i > 0; --i) {
            QCOMPARE(life.hash(), states[i]);
            QVERIFY(life.workspace->undo().has_value());
            life.travelTo("UTC");
        }
        QCOMPARE(life.hash(), states.front());
    }
};

QTEST_GUILESS_MAIN(tst_LearningOnDisk)
#include "tst_LearningOnDisk.moc"
