// SPDX-License-Identifier: GPL-3.0-or-later
// The page as a whole: its cards, their order, their words and the focus. Of what stands below, tst_TodayForecast and tst_TodayWeek.
#include <TodayScreen.h>

#include <ui/today/RecallCard.h>
#include <ui/today/StepCard.h>
#include <ui/words/Words.h>

#include <QLocale>
#include <QPointer>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;
using support::TodayScreen;

namespace {

/// Hears which numbers texts are asked for with, for the plural forms of a language.
class Plurals : public QTranslator
{
    Q_OBJECT

public:
    Plurals() { QCoreApplication::installTranslator(this); }
    [[nodiscard]] bool isEmpty() const override { return false; }
    QString translate(const char*, const char* text, const char*, int n) const override
    {
        if (n >= 0) {
            numbers.insert(QString::fromUtf8(text), n);
        }
        return {};
    }

    mutable QHash<QString, int> numbers;
};

} // namespace

class tst_TodayPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); } // weeks begin on Monday

    void whatTheLearnerWantsFirstIsTheFirstCard()
    {
        TodayScreen s;
        s.study();
        s.f.finish(u"base"_s);
        s.open();
        const auto left = [&s](const QString& step) { return childOf<QWidget>(*s.page, step)->mapTo(s.page.get(), QPoint()).x(); };
        QVERIFY(left(u"step.middle"_s) < left(u"step.blue"_s));
        s.apply(domain::wishOrder(s.f.context(), u"blue"_s, u"middle"_s));
        s.settle();
        QVERIFY(left(u"step.blue"_s) < left(u"step.middle"_s));
        const auto labels = childOf<QWidget>(*s.page, u"step.blue"_s)->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
            [](const QLabel* label) { return label->text() == u"It comes first by your own order of study, and \"Whole\" needs it."_s; }));
    }

    void everythingIsReachedByTheKeyboard()
    {
        TodayScreen s;
        s.study();
        s.open();
        s.settle();
        for (const char* name : { "openHours", "openBoard", "changeGoal", "openPlan" }) {
            auto* button = childOf<QAbstractButton>(*s.page, QString::fromLatin1(name));
            QVERIFY(button->isVisible() && (button->focusPolicy() & Qt::TabFocus) != 0);
            QVERIFY(!button->text().isEmpty());
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
        }
        QCOMPARE(s.places.size(), std::size_t(3)); // and the goal asks the window
    }

    void cardsThatSayTheSameStayWithTheFocus()
    {
        TodayScreen s;
        s.study();
        s.open();
        QVERIFY(QTest::qWaitForWindowActive(s.page.get()));
        const QPointer<QWidget> open = childOf<QWidget>(*s.page, u"open.base"_s);
        open->setFocus();
        s.apply(domain::setLearner(s.f.context(), u"Ada"_s));
        QVERIFY(open && open->isVisible() && open->hasFocus());
    }

    void cardsThatAreMadeAnewHandTheFocusOn_data()
    {
        QTest::addColumn<bool>("isDone");
        QTest::addColumn<bool>("hasSuccessor");
        QTest::newRow("begun, the same button") << false << true;
        QTest::newRow("done, the first of the others") << true << false;
    }

    void cardsThatAreMadeAnewHandTheFocusOn()
    {
        QFETCH(bool, isDone);
        QFETCH(bool, hasSuccessor);
        TodayScreen s;
        s.study();
        s.open();
        QVERIFY(QTest::qWaitForWindowActive(s.page.get()));
        const QPointer<QWidget> before = childOf<QWidget>(*s.page, u"open.base"_s);
        before->setFocus();
        s.apply(isDone ? domain::finishSkill(s.f.context(), u"base"_s) : domain::startSkill(s.f.context(), u"base"_s, false));
        auto* after = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
        QVERIFY(after != nullptr && after != before && s.page->isAncestorOf(after));
        QCOMPARE(after->objectName() == u"open.base"_s, hasSuccessor);
        QVERIFY(after->objectName().startsWith(u"open."_s));
    }

    void everyCountOfACardMayHaveItsPlural()
    {
        TodayScreen s;
        s.apply(domain::startSkill(s.f.context(), u"base"_s, false));
        const Plurals plurals;
        const ui::RecallCard recall({ { 24, 10, 24, 0, 3 }, 0, {} }, true);
        const domain::Skill& base = *s.f.workspace->roadmap().find(u"base"_s);
        const ui::StepCard project(*s.f.workspace, base);
        QCOMPARE(plurals.numbers.value(u"%n of them was/were asked before."_s), 14);
        QCOMPARE(plurals.numbers.value(u"%n is/are new."_s), 10);
        QCOMPARE(plurals.numbers.value(u"%1 of %n act(s) of its acceptance are done."_s), static_cast<int>(base.checklist.size()));
    }

    void aCardEndsWithASentence()
    {
        domain::Course course = support::graphCourse();
        course.skills[0].outcome = u"Can do it"_s;
        course.skills[1].outcome.clear();
        QCOMPARE(ui::Words::outcome(course.skills[0]), u"Can do it."_s);
        QCOMPARE(ui::Words::outcome(course.skills[1]), QString());
    }

    void anEmptyLibraryAsksForACourseAlone()
    {
        TodayScreen s { domain::Course {} };
        s.open();
        s.settle();
        QVERIFY(childOf<QWidget>(*s.page, u"emptyToday"_s)->isVisible());
        QVERIFY(!childOf<QWidget>(*s.page, u"today.board"_s)->isVisible());
        QVERIFY(!childOf<QWidget>(*s.page, u"today.way"_s)->isVisible());
    }

    void nothingIsClippedWithLongTexts()
    {
        TodayScreen s;
        s.study({ { 60, 60, 0, 60, 60, 120, 60 }, QString(u"washing up "_s).repeated(18).trimmed(), 20, 3 });
        s.open({ 700, 600 });
        s.settle();
        for (const QLabel* label : s.page->findChildren<QLabel*>()) {
            if (label->isVisible()) {
                const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
                QVERIFY2(label->height() >= needed, qPrintable(label->text()));
            }
        }
        QVERIFY(s.page->findChild<QWidget*>(u"today.week"_s)->width() <= 700);
    }
};

QTEST_MAIN(tst_TodayPage)
#include "tst_TodayPage.moc"
