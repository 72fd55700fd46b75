// SPDX-License-Identifier: GPL-3.0-or-later
// Weeks of learners whose clock and place jump at random: what holds whatever they do.
#include <CardCourse.h>
#include <StudyLife.h>

#include <learning/Dice.h>

#include <QTest>

#include <array>
#include <set>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Grade;
using support::StudyLife;

namespace {

constexpr qint64 hour = StudyLife::hour;
constexpr qint64 day = StudyLife::day;
constexpr int newPerDay = 3;
constexpr std::array zones { "Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Apia", "Australia/Lord_Howe" };
constexpr std::array<qint64, 8> errors { 0, -hour, hour, -day, 40 * day, 365 * day, -365 * day, -19'000 * day };

/// A learner in true time, whose clock is off by `error` and whose place is any of the zones.
class RandomLife
{
public:
    explicit RandomLife(quint64 seed)
        : m_dice(seed)
        , life(support::courseOfCards(30, 30), "Europe/Berlin")
        , m_truth(life.now)
    {
        life.apply(domain::setRecall(life.workspace->context(), { 0.9, StudyLife::unbounded, newPerDay }));
        beforeIt = life.hash();
    }

    void step()
    {
        switch (m_dice.below(8)) {
        case 0:
            setClock(errors[static_cast<std::size_t>(m_dice.below(errors.size()))]);
            break;
        case 1:
            life.travelTo(zones[static_cast<std::size_t>(m_dice.below(zones.size()))]);
            break;
        case 2:
            putAside();
            break;
        case 3:
            answer();
            break;
        default:
            edits += life.study(learning::allGrades[static_cast<std::size_t>(m_dice.below(4))], 1 + static_cast<int>(m_dice.below(8)));
            break;
        }
        pass(static_cast<qint64>(m_dice.below(20)) * hour + static_cast<qint64>(m_dice.below(3600)) * 1000);
    }

    void setClock(qint64 error)
    {
        m_truth += life.now - (m_truth + m_error);
        m_error = error;
        life.now = m_truth + m_error;
    }

    void pass(qint64 time) { life.now += time; }

    int edits = 0;
    QByteArray beforeIt;

private:
    void putAside()
    {
        const auto turn = life.desk().next(StudyLife::unbounded);
        if (turn.card) {
            life.apply(domain::buryCard(
                life.workspace->context(), turn.card->skill, turn.card->card, life.now + static_cast<qint64>(1 + m_dice.below(7)) * day));
            ++edits;
        }
    }

    void answer()
    {
        const QString question = u"one-question-%1"_s.arg(1 + m_dice.below(30));
        life.answer(u"one"_s, question, m_dice.isHit(0.9));
        ++edits;
    }

    learning::Dice m_dice;

public:
    StudyLife life;

private:
    qint64 m_truth;
    qint64 m_error = 0;
};

} // namespace

class tst_ClockJumps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverTheClockDid_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 60; ++seed) {
            QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
        }
    }

    void whateverTheClockDid()
    {
        QFETCH(quint64, seed);
        RandomLife random(seed);
        StudyLife& life = random.life;
        for (int i = 0; i < 60; ++i) {
            random.step();
            countsAreSane(life);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        random.setClock(0);
        recordsAreSane(life);
        noDayHasMoreNewCardsThanItMay(life);
        eachDayWithATryCountsOnce(life);
        everythingComesBack(life);
        undoGoesBackToTheStart(random);
    }

private:
    static void countsAreSane(const StudyLife& life)
    {
        const session::RecallDue due = life.desk().due();
        QVERIFY(due.due >= 0 && due.left >= 0 && due.fresh >= 0 && due.fresh <= newPerDay);
        QVERIFY(due.asked <= due.due + due.fresh && due.asked + due.left <= due.due + due.fresh);
        QVERIFY(due.minutes >= 0 && due.minutes <= due.asked); // at four seconds a card
        const learning::MasteryStanding standing = life.workspace->masteryOf(u"one"_s);
        QVERIFY(standing.tries.average >= 0 && standing.tries.average <= 1);
        QVERIFY(!standing.recall || (*standing.recall >= 0 && *standing.recall <= 1));
    }

    static void recordsAreSane(const StudyLife& life)
    {
        for (const domain::SkillProgress& skill : life.workspace->progress().skills()) {
            for (auto card = skill.cards.cbegin(); card != skill.cards.cend(); ++card) {
                const domain::CardSchedule& place = card->schedule;
                QVERIFY(!place.memory || (place.memory->stability >= 0.001 && place.memory->stability <= 36'500));
                QVERIFY(place.last == 0 || place.due > place.last);
                QCOMPARE(place.reps, static_cast<int>(skill.recalls.value(card.key()).size()));
                for (const domain::Recall& recall : skill.recalls.value(card.key())) {
                    QVERIFY(recall.elapsedDays >= 0);
                }
            }
        }
    }

    static void noDayHasMoreNewCardsThanItMay(const StudyLife& life)
    {
        const QMap<QDate, int> days = life.introducedByDay();
        for (auto each = days.cbegin(); each != days.cend(); ++each) {
            QVERIFY2(*each <= newPerDay, qPrintable(each.key().toString(Qt::ISODate)));
        }
    }

    static void eachDayWithATryCountsOnce(const StudyLife& life)
    {
        std::set<QDate> days;
        std::set<std::pair<QString, QDate>> tries; // of each question one a day
        const auto& attempts = life.of(u"one"_s).attempts;
        for (auto question = attempts.cbegin(); question != attempts.cend(); ++question) {
            for (const domain::Attempt& attempt : *question) {
                const QDate day = StudyLife::dayOf(attempt.at, attempt.offset);
                days.insert(day);
                tries.insert({ question.key(), day });
            }
        }
        domain::SkillProgress answers;
        answers.attempts = attempts;
        const domain::Skill& skill = *life.workspace->roadmap().find(u"one"_s);
        const learning::TryStanding standing = learning::masteryOf(skill, answers, life.workspace->moment()).tries;
        QCOMPARE(standing.tries, static_cast<int>(tries.size()));
        QCOMPARE(standing.days, static_cast<int>(days.size()));
    }

    /// From the present on a card waits for its interval and a day at most, whatever its records say; a new one comes in its turn.
    static void everythingComesBack(StudyLife& life)
    {
        const qint64 start = life.now;
        int met = 0;
        for (const domain::SkillProgress& skill : life.workspace->progress().skills()) {
            for (const domain::CardState& card : skill.cards) {
                const domain::CardSchedule& place = card.schedule;
                const qint64 wait = place.due - place.last + day;
                QVERIFY(place.last == 0 || learning::isDue(place, start) || learning::isDue(place, start + wait));
                const qint64 longestWish = domain::mostDaysPutOff * day;
                QVERIFY(!learning::isPutOff(card.buriedUntil, start) || !learning::isPutOff(card.buriedUntil, start + longestWish));
                met += place.last == 0 ? 0 : 1;
            }
        }
        life.now = start + 60 * day; // beyond every wish, right or wrong, but those of a year ahead, which are none
        QCOMPARE(static_cast<int>(life.desk().cards().size()), 90);
        QCOMPARE(life.freshNow(), std::min(newPerDay - life.introducedByDay().value(life.today()), 90 - met));
        life.now = start;
    }

    static void undoGoesBackToTheStart(RandomLife& random)
    {
        for (int i = 0; i < random.edits; ++i) {
            QVERIFY(random.life.workspace->undo().has_value());
        }
        QCOMPARE(random.life.hash(), random.beforeIt);
        for (int i = 0; i < random.edits; ++i) {
            QVERIFY(random.life.workspace->redo().has_value());
        }
        QVERIFY(!random.life.workspace->redo().has_value());
    }
};

QTEST_GUILESS_MAIN(tst_ClockJumps)
#include "tst_ClockJumps.moc"
