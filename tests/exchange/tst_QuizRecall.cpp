// SPDX-License-Identifier: GPL-3.0-or-later
#include <QuizFixture.h>

#include <exchange/CourseSource.h>
#include <exchange/QuizRecall.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark::exchange;
using namespace waymark::exchange::fixture;

namespace {

/// A single choice with this title, in Markdown.
QuizQuestion titled(const QString& title)
{
    QuizQuestion question = withOptions(QuestionKind::Single, { u"+ yes"_s, u"no"_s });
    const auto blocks = parseMarkdown(title);
    question.title = blocks && !blocks->empty() ? blocks->front().inlines : Inlines {};
    return question;
}

} // namespace

class tst_QuizRecall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTitleSaysWhetherOptionsAreNeeded_data();
    void theTitleSaysWhetherOptionsAreNeeded();
    void onlySingleChoicesAreAnsweredUnseen();
    void mostChoicesOfTheBundledCourseAreAnsweredUnseen();
};

void tst_QuizRecall::theTitleSaysWhetherOptionsAreNeeded_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("unseen");
    const auto row
        = [](bool unseen, const QString& title) { QTest::addRow("%d: %s", unseen ? 1 : 0, qUtf8Printable(title)) << title << unseen; };

    row(true, u"What is DNS?"_s);
    row(true, u"The station ends without `next()`. What does the client see?"_s);
    row(true, u"Every call answers 500 since noon. Why?"_s);
    row(true, u"The prefix is wrong in each link. What is wrong?"_s);
    row(true, u"A client asks for a seat that was sold. Which status fits?"_s);
    row(true, u"`WHERE shop = 4 AND price < 500`: which single index is best?"_s);
    row(true, u"Two buyers take one ticket. In which order do they wait?"_s);
    row(true, u"A server, which is one of these old machines, stops. Where do you look first?"_s);
    row(true, u"What does `which python3` print?"_s);
    row(true, u"The folder is yours. Can you delete a file of somebody else?"_s);
    row(true, u"What may the provider promise at most?"_s);
    row(true, u"What is the most likely cause?"_s);

    row(false, u"Which of these is a safe method?"_s);
    row(false, u"Which line leaves `names` sorted?"_s);
    row(false, u"Which sentence about Node.js is true?"_s);
    row(false, u"What is true about a hash?"_s);
    row(false, u"What is wrong with this design?"_s);
    row(false, u"A colleague says that TLS is SSL. What is right?"_s);
    row(false, u"A library has no licence. What holds?"_s);
    row(false, u"What do the following have in common?"_s);
    row(false, u"Which name is best for the minutes of a session?"_s);
    row(false, u"Which protects a cookie?"_s);
    row(false, u"Choose the safest lock."_s);
    row(false, u"Was ist richtig?"_s);
    row(false, u"`what`"_s);
    row(false, {});
}

void tst_QuizRecall::theTitleSaysWhetherOptionsAreNeeded()
{
    QFETCH(QString, title);
    QFETCH(bool, unseen);
    QCOMPARE(canBeAnsweredUnseen(titled(title)), unseen);
}

void tst_QuizRecall::onlySingleChoicesAreAnsweredUnseen()
{
    QuizQuestion question = titled(u"What is DNS?"_s);
    QVERIFY(canBeAnsweredUnseen(question));
    for (const QuestionKind kind : { QuestionKind::ChooseAll, QuestionKind::Order, QuestionKind::Match, QuestionKind::Number,
             QuestionKind::Text, QuestionKind::Line, QuestionKind::Predict }) {
        question.kind = kind;
        QVERIFY(!canBeAnsweredUnseen(question));
    }
}

/// The rule was compared with the reading of all of them: it may change with the course, but not fall to one side.
void tst_QuizRecall::mostChoicesOfTheBundledCourseAreAnsweredUnseen()
{
    const auto files = readCourseFolder(QStringLiteral(WAYMARK_SOURCE "/resources/courses/backend"));
    QVERIFY(files.has_value());
    const CourseSource course = parseCourse(*files);
    int unseen = 0;
    int shown = 0;
    for (const SkillSource* skill : course.written()) {
        for (const LessonUnit& unit : skill->lesson->units) {
            for (const QuizQuestion& question : unit.quiz) {
                unseen += canBeAnsweredUnseen(question) ? 1 : 0;
                shown += question.kind == QuestionKind::Single && !canBeAnsweredUnseen(question) ? 1 : 0;
            }
        }
    }
    qInfo("%d single choices without their options, %d with them", unseen, shown);
    QVERIFY(unseen > shown);
    QVERIFY(5 * shown > unseen);
}

QTEST_APPLESS_MAIN(tst_QuizRecall)
#include "tst_QuizRecall.moc"
