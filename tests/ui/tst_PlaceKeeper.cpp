// SPDX-License-Identifier: GPL-3.0-or-later
// Where somebody is and how a page looks is remembered while the window stands: one that is killed closes nothing.
#include <WindowFixture.h>

#include <session/Drafts.h>
#include <session/Workers.h>
#include <ui/window/PlaceKeeper.h>

#include <QPlainTextEdit>
#include <QTimer>
#include <QWheelEvent>

#include <functional>

using namespace waymark;
using namespace waymark::support;

namespace {

/// As a program before left it.
void keepDraft(const WindowFixture& w, const QString& skill, const QString& item)
{
    const QString file = w.home.filePath(u"drafts.json"_s);
    session::Drafts drafts;
    drafts.keepIn(file);
    drafts.keep(skill, item, { {}, { domain::EvidenceKind::Note, u"half a thought"_s, 0 }, {} });
    session::workers().waitForDone();
    w.window->keepDraftsIn(file);
}

} // namespace

class tst_PlaceKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsDoneIsRememberedAMomentLater_data();
    void whatIsDoneIsRememberedAMomentLater();
    void aSafeStartRemembersNothing();
    void unsavedEvidenceIsToldOfAndShown();
    void draftsOfASkillThatIsGoneAreNotToldOf();
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
    keepDraft(w, skill.id, skill.checklist.front().id);
    w.window->tellOfDrafts();
    QVERIFY2(w.notice().contains(skill.title), qPrintable(w.notice()));
    w.click(u"noticeAction"_s);
    QVERIFY(w.window->windowTitle().startsWith(skill.title));
    QCOMPARE(w.find<QPlainTextEdit>(u"evidence.text."_s + skill.checklist.front().id)->toPlainText(), u"half a thought"_s);
}

void tst_PlaceKeeper::draftsOfASkillThatIsGoneAreNotToldOf()
{
    WindowFixture w;
    keepDraft(w, u"gone"_s, u"item"_s);
    w.window->tellOfDrafts();
    QCOMPARE(w.notice(), QString());
}

QTEST_MAIN(tst_PlaceKeeper)
#include "tst_PlaceKeeper.moc"
