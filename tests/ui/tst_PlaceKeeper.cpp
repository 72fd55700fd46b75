// SPDX-License-Identifier: GPL-3.0-or-later
// Where somebody is and how a page looks is remembered while the window stands: one that is killed closes nothing.
#include <HeldWorkers.h>
#include <ModalDialogs.h>
#include <QuestionCourse.h>
#include <WindowFixture.h>

#include <session/Drafts.h>
#include <session/Workers.h>
#include <ui/plan/PlanPage.h>
#include <ui/window/PlaceKeeper.h>

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>
#include <functional>

using namespace waymark;
using namespace waymark::support;

namespace {

/// As a program before left it.
void keepDraft(const WindowFixture& w, const session::DraftPlace& place, const session::DraftValue& draft)
{
    const QString file = w.home.filePath(u"drafts.json"_s);
    session::Drafts drafts;
    drafts.keepIn(file);
    drafts.keep(place, draft);
    session::workers().waitForDone();
    w.f.workspace->drafts().keepIn(file);
}

session::EvidenceDraft evidence()
{
    return { {}, { domain::EvidenceKind::Note, u"half a thought"_s, 0 }, {} };
}

} // namespace

Q_DECLARE_METATYPE(session::DraftPlace)
Q_DECLARE_METATYPE(session::DraftValue)

class tst_PlaceKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsDoneIsRememberedAMomentLater_data();
    void whatIsDoneIsRememberedAMomentLater();
    void aSafeStartRemembersNothing();
    void unsavedEvidenceIsToldOfAndShown();
    void whatIsLeftInAnEditorIsToldOfAndOpened_data();
    void whatIsLeftInAnEditorIsToldOfAndOpened();
    void draftsAreToldOfOneAfterTheOther();
    void draftsOfWhatIsGoneAreNotToldOf_data();
    void draftsOfWhatIsGoneAreNotToldOf();
    void draftsAreToldOfWhereAnotherCourseMovesThem();
    void whatWouldBeLostHoldsUpClosing_data();
    void whatWouldBeLostHoldsUpClosing();
};

void tst_PlaceKeeper::whatIsDoneIsRememberedAMomentLater_data()
{
    QTest::addColumn<std::function<void(QWidget*)>>("act");
    QTest::newRow("key") << std::function([](QWidget* widget) { QTest::keyClick(widget, Qt::Key_Shift); });
    QTest::newRow("click") << std::function([](QWidget* widget) { QTest::mouseClick(widget, Qt::MiddleButton); });
    QTest::newRow("wheel") << std::function([](QWidget* widget) {
        QWheelEvent wheel({ 5, 5 }, widget->mapToGlobal(QPointF(5, 5)), {}, { 0, 120 }, {}, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(widget, &wheel);
    });
}

void tst_PlaceKeeper::whatIsDoneIsRememberedAMomentLater()
{
    QFETCH(std::function<void(QWidget*)>, act);
    WindowFixture w;
    auto* keeper = w.window->findChild<ui::PlaceKeeper*>();
    QVERIFY(keeper != nullptr);
    auto* pause = keeper->findChild<QTimer*>();
    w.window->go({ ui::PageId::Map, {}, {} });
    w.windowSettings.setPlace({ ui::PageId::Today, {}, {} }); // as if nobody had told
    w.windowSettings.setView(ui::PageId::Map, { { u"stale"_s, true } });
    pause->stop();

    act(w.window->centralWidget());
    QVERIFY(pause->isActive());
    QVERIFY(w.windowSettings.view(ui::PageId::Map).contains(u"stale"_s));
    pause->start(0);
    QTRY_COMPARE(w.windowSettings.place().page, ui::PageId::Map);
    QVERIFY(!w.windowSettings.view(ui::PageId::Map).contains(u"stale"_s));
}

void tst_PlaceKeeper::aSafeStartRemembersNothing()
{
    WindowFixture w;
    w.window.reset();
    w.windowSettings.setPlace({ ui::PageId::Plan, {}, {} });
    ui::WindowSettings safe(w.settings, ui::WindowSettings::Start::Safe);
    ui::MainWindow window(*w.f.workspace, w.theme, safe);
    window.show();
    window.go({ ui::PageId::Map, {}, {} });
    window.close();
    QCOMPARE(w.windowSettings.place().page, ui::PageId::Plan);
    QVERIFY(w.windowSettings.view(ui::PageId::Map).isEmpty());
    QVERIFY(w.windowSettings.geometry().isEmpty());
}

void tst_PlaceKeeper::unsavedEvidenceIsToldOfAndShown()
{
    WindowFixture w;
    const domain::Skill& skill = w.f.workspace->roadmap().skill(1);
    keepDraft(w, { session::DraftKind::Evidence, skill.id, skill.checklist.front().id }, evidence());
    w.window->tellOfDrafts();
    QVERIFY2(w.notice().contains(skill.title), qPrintable(w.notice()));
    w.click(u"noticeAction"_s);
    QVERIFY(w.window->windowTitle().startsWith(skill.title));
    QCOMPARE(w.find<QPlainTextEdit>(u"evidence.text."_s + skill.checklist.front().id)->toPlainText(), u"half a thought"_s);
    QTRY_COMPARE(w.notice(), QString());
}

void tst_PlaceKeeper::whatIsLeftInAnEditorIsToldOfAndOpened_data()
{
    QTest::addColumn<session::DraftPlace>("place");
    QTest::addColumn<session::DraftValue>("draft");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("field"); // that gets the keyboard, or is in the dialog that opens
    QTest::addColumn<QString>("dialog");
    using session::DraftKind;
    const QString text = u"half a thought"_s;
    const QDateTime start(QDate(2026, 11, 20), QTime(7, 15), Qt::UTC);
    QTest::newRow("time") << session::DraftPlace { DraftKind::Time, u"base"_s, {} }
                          << session::DraftValue(session::TimeDraft { { start, 75 }, {} })
                          << u"You entered a time of study on \"Base\" and did not save it."_s << u"time.start.new"_s << QString();
    QTest::newRow("answer") << session::DraftPlace { DraftKind::Answer, u"base"_s, u"which-one"_s }
                            << session::DraftValue(session::AnswerDraft { text })
                            << u"You wrote an answer to a question of \"Base\" and did not hand it in."_s << u"quiz.text"_s << QString();
    QTest::newRow("new card") << session::DraftPlace { DraftKind::Card, {}, {} }
                              << session::DraftValue(session::CardDraft { { u"Base"_s, text, {} }, {} })
                              << u"You wrote a card and did not add it."_s << u"card.front"_s << u"cardDialog"_s;
    QTest::newRow("card") << session::DraftPlace { DraftKind::Card, u"base"_s, u"own-ID"_s }
                          << session::DraftValue(session::CardDraft { { {}, text, u"back"_s }, { {}, u"front"_s, u"back"_s } })
                          << u"You changed a card of \"Base\" and did not save it."_s << u"card.front"_s << u"cardDialog"_s;
    QTest::newRow("goal") << session::DraftPlace { DraftKind::Goal }
                          << session::DraftValue(session::GoalDraft { { { u"half"_s, 5, {} }, text, {} }, {} })
                          << u"You were changing your goal and did not finish it."_s << u"goalName"_s << u"goalDialog"_s;
    QTest::newRow("cue") << session::DraftPlace { DraftKind::Cue }
                         << session::DraftValue(session::CueDraft { { text, 20, 3 }, { {}, 0, 3 } })
                         << u"You wrote down after what you study and did not save it."_s << u"hours.cue"_s << QString();
    QTest::newRow("days off") << session::DraftPlace { DraftKind::DaysOff }
                              << session::DraftValue(session::DaysOffDraft { { start.date(), start.date(), text } })
                              << u"You wrote down days off and did not add them."_s << u"hours.off.reason"_s << QString();
}

void tst_PlaceKeeper::whatIsLeftInAnEditorIsToldOfAndOpened()
{
    QFETCH(session::DraftPlace, place);
    QFETCH(session::DraftValue, draft);
    QFETCH(QString, sentence);
    QFETCH(QString, field);
    QFETCH(QString, dialog);
    WindowFixture w;
    QVERIFY(w.f.workspace->installCourse(questionCourse(u"{text}\n\n= `this one`\n\nIt is.\n"_s)));
    const auto card = domain::writeCard(w.f.context(), u"base"_s, {}, u"front"_s, u"back"_s);
    QVERIFY(w.f.workspace->apply(card));
    place.part.replace(u"ID"_s, card->id);
    keepDraft(w, place, draft);
    QVERIFY(QTest::qWaitForWindowActive(w.window.get()));
    w.window->tellOfDrafts();
    QCOMPARE(w.notice(), sentence);
    QVERIFY(QApplication::activeModalWidget() == nullptr); // nothing opens by itself
    if (dialog.isEmpty()) {
        w.click(u"noticeAction"_s);
        QVERIFY(w.find<QWidget>(field)->hasFocus());
        const auto* line = qobject_cast<QLineEdit*>(w.find<QWidget>(field));
        QVERIFY(line == nullptr || line->text() == u"half a thought"_s);
    } else {
        bool isFilled = false;
        whenDialogIsUp(dialog, [&](QDialog& up) {
            const auto* sheet = up.findChild<QPlainTextEdit*>(field);
            const auto* line = up.findChild<QLineEdit*>(field);
            isFilled = (sheet != nullptr ? sheet->toPlainText() : line->text()) == u"half a thought"_s;
            up.reject();
        });
        w.click(u"noticeAction"_s);
        QVERIFY(isFilled);
        QVERIFY(w.f.workspace->drafts().places().empty());
    }
    QTRY_COMPARE(w.notice(), QString());
    session::workers().waitForDone(); // they write into the folder of this row
}

void tst_PlaceKeeper::draftsAreToldOfOneAfterTheOther()
{
    WindowFixture w;
    keepDraft(w, { session::DraftKind::Cue }, session::CueDraft { { u"tea"_s, 20, 3 }, { {}, 0, 3 } });
    keepDraft(w, { session::DraftKind::Evidence, u"base"_s, u"first"_s }, evidence());
    keepDraft(w, { session::DraftKind::Evidence, u"middle"_s, u"first"_s }, evidence());
    w.window->tellOfDrafts();
    QVERIFY2(w.notice().contains(u"Middle"_s), qPrintable(w.notice())); // the newest
    w.f.workspace->drafts().drop({ session::DraftKind::Evidence, u"base"_s, u"first"_s });
    w.click(u"noticeAction"_s);
    QVERIFY(w.window->windowTitle().startsWith(u"Middle"_s));
    QVERIFY2(w.notice().contains(u"after what you study"_s), qPrintable(w.notice()));
    w.click(u"noticeAction"_s);
    QCOMPARE(w.find<QLineEdit>(u"hours.cue"_s)->text(), u"tea"_s);
    QTRY_COMPARE(w.notice(), QString());
}

void tst_PlaceKeeper::draftsOfWhatIsGoneAreNotToldOf_data()
{
    QTest::addColumn<session::DraftPlace>("place");
    QTest::addColumn<session::DraftValue>("draft");
    using session::DraftKind;
    QTest::newRow("skill") << session::DraftPlace { DraftKind::Evidence, u"gone"_s, u"item"_s } << session::DraftValue(evidence());
    QTest::newRow("card") << session::DraftPlace { DraftKind::Card, u"base"_s, u"gone"_s }
                          << session::DraftValue(session::CardDraft { { {}, u"front"_s, {} }, {} });
    QTest::newRow("question") << session::DraftPlace { DraftKind::Answer, u"base"_s, u"gone"_s }
                              << session::DraftValue(session::AnswerDraft { u"an answer"_s });
}

void tst_PlaceKeeper::draftsOfWhatIsGoneAreNotToldOf()
{
    QFETCH(session::DraftPlace, place);
    QFETCH(session::DraftValue, draft);
    WindowFixture w;
    keepDraft(w, place, draft);
    w.window->tellOfDrafts();
    QCOMPARE(w.notice(), QString());
}

void tst_PlaceKeeper::draftsAreToldOfWhereAnotherCourseMovesThem()
{
    WindowFixture w;
    keepDraft(w, { session::DraftKind::Cue }, session::CueDraft { { u"tea"_s, 20, 3 }, { {}, 0, 3 } });
    keepDraft(w, { session::DraftKind::Evidence, u"end"_s, u"first"_s }, evidence());
    keepDraft(w, { session::DraftKind::Evidence, u"top"_s, u"first"_s }, evidence());
    w.window->tellOfDrafts();
    QVERIFY2(w.notice().contains(u"Top"_s), qPrintable(w.notice()));
    domain::CourseContent today = questionCourse();
    auto& skills = today.course.skills;
    const auto end = std::ranges::find(skills, u"end"_s, &domain::Skill::id);
    end->id = u"goal"_s;
    end->title = u"Goal"_s;
    today.lessons.clear();
    today.course.milestones.clear();
    today.course.moved.insert(u"end"_s, u"goal"_s);
    QVERIFY(w.f.workspace->installCourse(today));
    w.click(u"noticeAction"_s);
    QVERIFY2(w.notice().contains(u"Goal"_s), qPrintable(w.notice()));
    w.click(u"noticeAction"_s);
    QVERIFY(w.window->windowTitle().startsWith(u"Goal"_s));
    QCOMPARE(w.find<QPlainTextEdit>(u"evidence.text.first"_s)->toPlainText(), u"half a thought"_s);
}

void tst_PlaceKeeper::whatWouldBeLostHoldsUpClosing_data()
{
    QTest::addColumn<std::function<void(WindowFixture&)>>("write");
    QTest::addColumn<QString>("title");
    using Write = std::function<void(WindowFixture&)>;
    const auto goToHours = [](WindowFixture& w) { w.window->go({ ui::PageId::Plan, {}, ui::PlanPage::hoursSection }); };
    QTest::newRow("evidence") << Write([](WindowFixture& w) {
        w.window->go({ ui::PageId::Skill, u"middle"_s, {} });
        clickShown(*w.window, u"evidence.add.first"_s);
        w.find<QPlainTextEdit>(u"evidence.text.first"_s)->setPlainText(u"half a thought"_s);
    }) << u"Middle"_s;
    QTest::newRow("answer") << Write([](WindowFixture& w) {
        w.window->go({ ui::PageId::Skill, u"middle"_s, {} });
        w.find<QAction>(u"lesson.quiz"_s)->trigger();
        QTest::keyClicks(w.find<QWidget>(u"quiz.text"_s), u"half a thought"_s);
    }) << u"Middle"_s;
    QTest::newRow("time") << Write([](WindowFixture& w) {
        w.window->go({ ui::PageId::Skill, u"middle"_s, {} });
        clickShown(*w.window, u"time.earlier"_s);
        w.find<QSpinBox>(u"time.minutes.new"_s)->setValue(75);
    }) << u"Middle"_s;
    QTest::newRow("elsewhere by now") << Write([](WindowFixture& w) {
        w.window->go({ ui::PageId::Skill, u"middle"_s, {} });
        clickShown(*w.window, u"time.earlier"_s);
        w.find<QSpinBox>(u"time.minutes.new"_s)->setValue(75);
        w.window->go({ ui::PageId::Skill, u"base"_s, {} });
    }) << u"Middle"_s;
    QTest::newRow("cue that cannot be saved") << Write([goToHours](WindowFixture& w) {
        goToHours(w);
        w.f.store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
        QTest::keyClicks(w.find<QWidget>(u"hours.cue"_s), u"tea"_s);
    }) << u"Hours of study"_s;
    QTest::newRow("cue that is offered") << Write([goToHours](WindowFixture& w) {
        w.f.workspace->drafts().keep({ session::DraftKind::Cue }, session::CueDraft { { u"tea"_s, 20, 3 }, { {}, 0, 3 } });
        goToHours(w);
    }) << u"Hours of study"_s;
    QTest::newRow("days off") << Write([goToHours](WindowFixture& w) {
        goToHours(w);
        QTest::keyClicks(w.find<QWidget>(u"hours.off.reason"_s), u"family"_s);
    }) << u"Hours of study"_s;
    QTest::newRow("card") << Write([](WindowFixture& w) {
        w.f.workspace->drafts().keep({ session::DraftKind::Card }, session::CardDraft { { u"Base"_s, u"half a thought"_s, {} }, {} });
    }) << u"New card"_s;
    QTest::newRow("goal") << Write([](WindowFixture& w) {
        w.f.workspace->drafts().keep({ session::DraftKind::Goal }, session::GoalDraft { { { u"half"_s, 5, {} }, u"Ada"_s, {} }, {} });
    }) << u"Your goal"_s;
    QTest::newRow("answer that cannot be stored") << Write([](WindowFixture& w) {
        w.window->go({ ui::PageId::Skill, u"middle"_s, {} });
        w.find<QAction>(u"lesson.quiz"_s)->trigger();
        w.f.store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
        QTest::keyClicks(w.find<QWidget>(u"quiz.text"_s), u"half a thought"_s);
        QTest::keyClick(w.find<QWidget>(u"quiz.text"_s), Qt::Key_Return);
        QVERIFY2(w.notice().contains(u"no space left"_s), qPrintable(w.notice())); // the window says why
    }) << u"Middle"_s;
}

/// The disk that drafts are on takes nothing, and no worker has found that out yet.
void tst_PlaceKeeper::whatWouldBeLostHoldsUpClosing()
{
    QFETCH(std::function<void(WindowFixture&)>, write);
    QFETCH(QString, title);
    WindowFixture w;
    QVERIFY(w.f.workspace->installCourse(questionCourse(u"{text}\n\n= `this one`\n\nIt is.\n"_s)));
    QFile inTheWay(w.home.filePath(u"state"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    w.f.workspace->drafts().keepIn(w.home.filePath(u"state/drafts.json"_s));
    HeldWorkers held;
    write(w);
    QVERIFY(!w.window->close());
    QVERIFY(w.window->isVisible());
    QVERIFY2(w.notice().contains(u"is not saved: %1."_s.arg(title)), qPrintable(w.notice()));
    QVERIFY(inTheWay.remove()); // there is room again
    QVERIFY(w.window->close());
    session::Drafts next;
    next.keepIn(w.home.filePath(u"state/drafts.json"_s));
    QCOMPARE(next.places().size(), std::size_t(1));
    held.release();
}

QTEST_MAIN(tst_PlaceKeeper)
#include "tst_PlaceKeeper.moc"
