// SPDX-License-Identifier: GPL-3.0-or-later
// One random edition of the course after the other, with days of learning between them.
#include <CardCourse.h>
#include <StudyLife.h>

#include <domain/CourseStep.h>

#include <learning/Dice.h>

#include <QTest>

#include <array>
#include <map>
#include <set>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::StudyLife;

namespace {

constexpr int cardsOfSkill = 5;

/// Cards as their authors know them: written anew, taken out, brought back, under an id that is made of their words each time.
class Editions
{
public:
    struct Card
    {
        QString skill;
        int number = 0;
        int edition = 1;
        bool isThere = true;

        [[nodiscard]] QString id(int of) const { return u"%1-card-%2%3"_s.arg(skill).arg(number).arg(suffix(of)); }
        [[nodiscard]] QString id() const { return id(edition); }
        [[nodiscard]] QString front() const { return id().replace(u'-', u' '); }
        [[nodiscard]] static QString suffix(int of) { return of == 1 ? QString() : u"-v%1"_s.arg(of); }
    };

    explicit Editions(learning::Dice& dice)
        : m_dice(dice)
    {
        for (const QString& skill : { u"one"_s, u"two"_s, u"three"_s }) {
            for (int number = 1; number <= cardsOfSkill; ++number) {
                cards.push_back({ skill, number });
            }
        }
    }

    domain::CourseContent next()
    {
        for (Card& card : cards) {
            card.isThere = m_dice.isHit(0.2) ? !card.isThere : card.isThere;
            if (m_dice.isHit(0.2)) {
                m_moved.insert(card.skill + u'/' + card.id(), card.id(card.edition + 1));
                ++card.edition;
            }
        }
        domain::CourseContent content = support::courseOfCards(cardsOfSkill);
        content.course.moved = m_moved;
        for (std::size_t i = 0; i < content.course.skills.size(); ++i) {
            content.course.skills[i].cards.clear();
            content.lessons[i].markdown = u"## Flashcards\n\n| Front | Back |\n| --- | --- |\n"_s;
            for (const Card& card : cards) {
                if (card.isThere && card.skill == content.course.skills[i].id) {
                    content.course.skills[i].cards.append(card.id());
                    content.lessons[i].markdown += u"| %1 | the back |\n"_s.arg(card.front());
                }
            }
        }
        return content;
    }

    std::vector<Card> cards;

private:
    learning::Dice& m_dice;
    QHash<QString, QString> m_moved;
};

using Place = std::pair<QString, int>; ///< skill and number of a card

} // namespace

class tst_CourseEditions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverTheEditionsDid_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 40; ++seed) {
            QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
        }
    }

    void whateverTheEditionsDid()
    {
        QFETCH(quint64, seed);
        learning::Dice dice(seed);
        Editions editions(dice);
        StudyLife life(support::courseOfCards(cardsOfSkill));
        const QByteArray start = life.hash();
        std::map<Place, int> recalls;
        int edits = 0;
        for (int edition = 0; edition < 12; ++edition) {
            for (int i = 0; i < 6; ++i) {
                edits += recallOne(life, editions, dice, recalls);
            }
            life.now += static_cast<qint64>(dice.below(20)) * StudyLife::day;
            QVERIFY(life.workspace->installCourse(editions.next()).has_value());
            historyFollows(life, editions, recalls);
            whatIsAskedIsThere(life, editions);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        int undone = 0;
        int taken = 0;
        while (undone < edits) { // the newest editions among them, and past the older ones
            const auto step = life.workspace->undo();
            QVERIFY(step.has_value());
            ++(domain::isInstallation(step->kind) ? taken : undone);
        }
        QCOMPARE(taken, static_cast<int>(domain::courseSteps));
        QCOMPARE(life.hash(), start);
    }

private:
    static int recallOne(StudyLife& life, const Editions& editions, learning::Dice& dice, std::map<Place, int>& recalls)
    {
        const session::RecallTurn turn = life.desk().next(StudyLife::unbounded);
        if (!turn.card) {
            return 0;
        }
        for (const Editions::Card& card : editions.cards) {
            if (card.skill == turn.card->skill && card.id() == turn.card->card) {
                ++recalls[{ card.skill, card.number }];
            }
        }
        life.apply(life.desk().graded(*turn.card, learning::allGrades[dice.below(4)], 4000));
        life.now += StudyLife::minute;
        return 1;
    }

    static void historyFollows(const StudyLife& life, const Editions& editions, const std::map<Place, int>& recalls)
    {
        for (const Editions::Card& card : editions.cards) {
            const auto made = recalls.find({ card.skill, card.number });
            if (!card.isThere || made == recalls.end()) {
                continue;
            }
            QCOMPARE(static_cast<int>(life.of(card.skill).recalls.value(card.id()).size()), made->second);
            QCOMPARE(life.stateOf(card.skill, card.id()).schedule.reps, made->second);
        }
        int kept = 0;
        for (const domain::SkillProgress& skill : life.workspace->progress().skills()) {
            for (const auto& of : skill.recalls) {
                kept += static_cast<int>(of.size());
            }
        }
        int all = 0;
        for (const auto& [place, count] : recalls) {
            all += count;
        }
        QCOMPARE(kept, all);
    }

    static void whatIsAskedIsThere(const StudyLife& life, const Editions& editions)
    {
        const auto queue = life.desk().cards();
        QCOMPARE(static_cast<std::ptrdiff_t>(queue.size()),
            std::count_if(editions.cards.begin(), editions.cards.end(), [](const Editions::Card& card) { return card.isThere; }));
        for (const learning::QueueCard& each : queue) {
            QVERIFY(life.desk().card(each.skill, each.card).has_value());
        }
        QVERIFY(life.desk().due().due <= static_cast<int>(queue.size()));
    }
};

QTEST_GUILESS_MAIN(tst_CourseEditions)
#include "tst_CourseEditions.moc"
