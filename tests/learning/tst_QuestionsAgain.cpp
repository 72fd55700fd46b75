// SPDX-License-Identifier: GPL-3.0-or-later
// Which questions are asked a second time, when, and among which others.
#include <GraphCourse.h>

#include <learning/QuestionsAgain.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Attempt;
using domain::RecordKey;
using learning::QuestionAgain;

namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;
constexpr qint64 start = 1'795'255'200'000; // 2026-11-21 10:00 UTC
const QDate firstDay(2026, 11, 21);

domain::Course quizCourse()
{
    domain::Course course = support::graphCourse();
    for (domain::Skill& skill : course.skills) {
        skill.questions = { u"q1"_s, u"q2"_s, u"q3"_s };
    }
    return course;
}

} // namespace

class tst_QuestionsAgain : public QObject
{
    Q_OBJECT

    domain::Roadmap m_roadmap { quizCourse() };
    domain::Progress m_progress;
    int m_count = 0;

    void answer(const QString& skill, const QString& question, qint64 at, bool right, Attempt::Source source = Attempt::Source::Quiz)
    {
        const QString id = QString::number(++m_count);
        m_progress.setRecord(RecordKey::ofAttempt(skill, question, id), Attempt { source, right, true, 0, 900, {}, at, 0 });
    }
    [[nodiscard]] std::vector<QuestionAgain> again(qint64 now, int most = learning::questionsAtOnce) const
    {
        return learning::questionsAgain(m_roadmap, m_progress, { now, QTimeZone::utc() }, most);
    }
    [[nodiscard]] QuestionAgain question(const QString& skill, const QString& id, bool mixedIn = false) const
    {
        return { m_roadmap.indexOf(skill), id, mixedIn };
    }

private Q_SLOTS:
    void init() { m_progress = {}; }

    // A letter is an answer, right or wrong; n the next day; d six days.
    void aQuestionIsMadeGoodOnTwoLaterDays_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<int>("from"); // days after the first one; -1: not asked again
        QTest::newRow("nothing") << u""_s << -1;
        QTest::newRow("right at once") << u"r"_s << -1;
        QTest::newRow("wrong") << u"w"_s << 1;
        QTest::newRow("right on the same evening") << u"wr"_s << 1;
        QTest::newRow("right on the next day") << u"wnr"_s << 7;
        QTest::newRow("right twice on the next day") << u"wnrr"_s << 7;
        QTest::newRow("made good") << u"wnrdr"_s << -1;
        QTest::newRow("right on three days in a row") << u"wnrnr"_s << -1;
        QTest::newRow("wrong again") << u"wnrdw"_s << 8;
        QTest::newRow("wrong after it was made good") << u"wnrdrdw"_s << 14;
        QTest::newRow("right, then wrong") << u"rnw"_s << 2;
    }
    void aQuestionIsMadeGoodOnTwoLaterDays()
    {
        QFETCH(QString, script);
        QFETCH(int, from);
        QMap<QString, Attempt> attempts;
        qint64 now = start;
        for (const QChar event : script) {
            now += event == u'n' ? day : event == u'd' ? 6 * day : 60'000;
            if (event == u'r' || event == u'w') {
                attempts.insert(QString::number(now), Attempt { Attempt::Source::Quiz, event == u'r', true, 0, 900, {}, now, 0 });
            }
        }
        const std::optional<QDate> asked = learning::askedAgainFrom(attempts, now);
        QCOMPARE(asked, from < 0 ? std::nullopt : std::optional(firstDay.addDays(from)));
    }

    void aWrongAnswerWaitsForTheNextLearningDay()
    {
        answer(u"base"_s, u"q1"_s, start, false);
        QVERIFY(again(start + hour).empty());
        QVERIFY(again(start + 17 * hour).empty()); // 03:00: the night belongs to the day before
        QCOMPARE(again(start + 18 * hour), std::vector { question(u"base"_s, u"q1"_s) });
        QCOMPARE(again(start + 300 * day), std::vector { question(u"base"_s, u"q1"_s) });
    }

    void placementIsNoAnswer()
    {
        answer(u"base"_s, u"q1"_s, start, false, Attempt::Source::Placement);
        QVERIFY(again(start + day).empty());
        answer(u"base"_s, u"q1"_s, start + hour, true);
        answer(u"base"_s, u"q1"_s, start + 2 * hour, true, Attempt::Source::Placement);
        QVERIFY(again(start + day).empty());
    }

    void theLongestWaitingComeFirst()
    {
        answer(u"side"_s, u"q1"_s, start + day, false);
        answer(u"base"_s, u"q2"_s, start, false);
        QCOMPARE(again(start + 5 * day), (std::vector { question(u"base"_s, u"q2"_s), question(u"side"_s, u"q1"_s) }));
        QCOMPARE(again(start + 5 * day, 1), std::vector { question(u"base"_s, u"q2"_s) });
    }

    void whatIsEasilyTakenForTheOtherIsMixedIn()
    {
        answer(u"red"_s, u"q1"_s, start, false);
        answer(u"blue"_s, u"q2"_s, start + hour, true);
        answer(u"blue"_s, u"q3"_s, start, true); // the longest ago
        answer(u"side"_s, u"q1"_s, start, true); // nobody takes it for red
        QCOMPARE(again(start + day), (std::vector { question(u"red"_s, u"q1"_s), question(u"blue"_s, u"q3"_s, true) }));
    }

    void nothingOfTodayIsMixedIn()
    {
        answer(u"red"_s, u"q1"_s, start, false);
        answer(u"blue"_s, u"q2"_s, start + day, true);
        QCOMPARE(again(start + day + hour), std::vector { question(u"red"_s, u"q1"_s) });
    }

    void aQuestionIsMixedInOnce()
    {
        answer(u"red"_s, u"q1"_s, start, false);
        answer(u"red"_s, u"q2"_s, start, false);
        answer(u"blue"_s, u"q3"_s, start, true);
        QCOMPARE(again(start + day),
            (std::vector { question(u"red"_s, u"q1"_s), question(u"blue"_s, u"q3"_s, true), question(u"red"_s, u"q2"_s) }));
    }

    void questionsOfOneSkillAreKeptApart()
    {
        for (const QString& id : { u"q1"_s, u"q2"_s, u"q3"_s }) {
            answer(u"base"_s, id, start, false);
        }
        answer(u"side"_s, u"q1"_s, start + hour, false);
        answer(u"end"_s, u"q1"_s, start + 2 * hour, false);
        const std::vector<QuestionAgain> all = again(start + day);
        QCOMPARE(all.size(), std::size_t(5));
        for (std::size_t i = 1; i < all.size(); ++i) {
            QVERIFY(all[i].skill != all[i - 1].skill);
        }
    }

    void thereIsAMost()
    {
        for (int i = 0; i < m_roadmap.size(); ++i) {
            for (const QString& id : { u"q1"_s, u"q2"_s, u"q3"_s }) {
                answer(m_roadmap.skill(i).id, id, start, false);
            }
        }
        QCOMPARE(again(start + day).size(), std::size_t(learning::questionsAtOnce));
        QCOMPARE(again(start + day, 0).size(), std::size_t(0));
    }

    void aQuestionThatLeftTheCourseIsNotAsked()
    {
        answer(u"base"_s, u"gone"_s, start, false);
        answer(u"nowhere"_s, u"q1"_s, start, false);
        QVERIFY(again(start + day).empty());
    }

    void anAnswerFromTheFutureKeepsNoQuestionAway()
    {
        answer(u"base"_s, u"q1"_s, start + 365 * day, false);
        QCOMPARE(again(start), std::vector { question(u"base"_s, u"q1"_s) });
    }

    void confusableSkillsAreNeighboursOfOneKind_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("confusable");
        QTest::newRow("members of a choice") << u"red"_s << u"blue"_s << true;
        QTest::newRow("one leads to the other") << u"base"_s << u"middle"_s << true;
        QTest::newRow("grandparent") << u"base"_s << u"top"_s << false;
        QTest::newRow("another area") << u"base"_s << u"side"_s << false;
        QTest::newRow("itself") << u"red"_s << u"red"_s << false;
    }
    void confusableSkillsAreNeighboursOfOneKind()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(bool, confusable);
        QCOMPARE(learning::areConfusable(m_roadmap, m_roadmap.indexOf(one), m_roadmap.indexOf(other)), confusable);
        QCOMPARE(learning::areConfusable(m_roadmap, m_roadmap.indexOf(other), m_roadmap.indexOf(one)), confusable);
    }
};

QTEST_APPLESS_MAIN(tst_QuestionsAgain)
#include "tst_QuestionsAgain.moc"
