// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader does by the actions of buttons, in the whole window.
#include <MentorWindow.h>
#include <ScreenReader.h>
#include <WindowFixture.h>

#include <resources/Resources.h>
#include <ui/theme/ButtonAccessible.h>
#include <ui/window/PageTable.h>

#include <QCheckBox>
#include <QDir>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::pressByReader;
using Window = support::WindowFixture;

namespace {

QList<QAbstractButton*> shownButtons(const QWidget& window)
{
    QList<QAbstractButton*> shown = window.findChildren<QAbstractButton*>();
    shown.removeIf([](const QAbstractButton* button) { return !button->isVisible(); });
    return shown;
}

/// That could be pressed. Those of the rail are the same on every page.
QList<QAbstractButton*> checkableOf(const QWidget& window, bool withRail)
{
    QList<QAbstractButton*> checkable = shownButtons(window);
    checkable.removeIf([withRail](const QAbstractButton* button) {
        return !button->isCheckable() || !button->isEnabled() || (!withRail && button->objectName().startsWith(u"rail."_s));
    });
    return checkable;
}

QStringList namesOf(const QList<QAbstractButton*>& buttons)
{
    QStringList names;
    for (const QAbstractButton* button : buttons) {
        names.append(button->objectName());
    }
    return names;
}

/// There is something to plan, and a skill with a checklist and a note that can go along is open.
void begin(Window& w)
{
    w.f.finish(u"base"_s);
    w.window->go({ ui::PageId::Skill, u"middle"_s, {} });
}

bool isDone(const Window& w, const QString& item)
{
    return w.f.workspace->progress().skill(u"middle"_s).isItemDone(item);
}

} // namespace

class tst_ScreenReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { resources::initialise(); }

    void whatCanBeCheckedIsClicked_data();
    void whatCanBeCheckedIsClicked();
    void everyButtonIsToldAsQtTellsIt_data() { whatCanBeCheckedIsClicked_data(); }
    void everyButtonIsToldAsQtTellsIt();
    void anItemOfAChecklistIsTickedAndStored();
    void aDecisionIsMadeAndTakenBack();
    void aChartIsChosen();
};

void tst_ScreenReader::whatCanBeCheckedIsClicked_data()
{
    QTest::addColumn<ui::PageId>("page");
    QTest::addColumn<QString>("section");
    for (const ui::PageSpec& spec : ui::pageTable) {
        QTest::newRow(spec.word) << spec.id << QString();
    }
    for (const QString& section : { u"board"_s, u"hours"_s }) {
        QTest::newRow(qPrintable(u"plan, "_s + section)) << ui::PageId::Plan << section;
    }
}

/// Each by its name, for a press may make the page anew.
void tst_ScreenReader::whatCanBeCheckedIsClicked()
{
    QFETCH(const ui::PageId, page);
    QFETCH(const QString, section);
    Window w;
    begin(w);
    const ui::Place place { page, page == ui::PageId::Skill ? u"middle"_s : QString(), section };
    w.window->go(place);
    const QStringList names = namesOf(checkableOf(*w.window, page == ui::PageId::Today));
    QVERIFY(!names.isEmpty() || page != ui::PageId::Skill);
    for (const QString& name : names) {
        QVERIFY2(!name.isEmpty(), "a button without a name");
        for (int i = 0; i < 2; ++i) { // back again, so that it hides none of the others
            w.window->go(place);
            auto* button = support::shownIn<QAbstractButton>(*w.window, name);
            QVERIFY2(button != nullptr && button->isEnabled(), qPrintable(name));
            int clicks = 0;
            const auto heard = connect(button, &QAbstractButton::clicked, w.window.get(), [&clicks] { ++clicks; });
            pressByReader(*button);
            disconnect(heard);
            QVERIFY2(clicks == 1, qPrintable(name));
        }
    }
}

void tst_ScreenReader::everyButtonIsToldAsQtTellsIt()
{
    QFETCH(const ui::PageId, page);
    QFETCH(const QString, section);
    Window w;
    begin(w);
    w.window->go({ page, page == ui::PageId::Skill ? u"middle"_s : QString(), section });
    const QList<QAbstractButton*> buttons = shownButtons(*w.window);
    QList<QStringList> ours;
    for (QAbstractButton* button : buttons) {
        ours.append(support::toldAnew(*button));
    }
    QAccessible::removeFactory(ui::makeButtonAccessible);
    for (qsizetype i = 0; i < buttons.size(); ++i) {
        QCOMPARE(ours[i], support::toldAnew(*buttons[i]));
    }
}

void tst_ScreenReader::anItemOfAChecklistIsTickedAndStored()
{
    Window w;
    begin(w);
    pressByReader(*w.find<QCheckBox>(u"checklist.first"_s));
    QVERIFY(isDone(w, u"first"_s));
    QVERIFY(w.find<QCheckBox>(u"checklist.first"_s)->isChecked());
    QVERIFY(w.f.workspace->undo());
    QVERIFY(!isDone(w, u"first"_s));
    QVERIFY(!w.find<QCheckBox>(u"checklist.first"_s)->isChecked());
}

void tst_ScreenReader::aDecisionIsMadeAndTakenBack()
{
    support::MentorWindow f;
    f.open();
    f.window->answerPlan(f.write(u"ada.json"_s, support::MentorFixture::planOf(u"Ada"_s)));
    QTRY_VERIFY(f.isShown(u"reviewView"_s));
    auto* approve = support::childOf<QPushButton>(*f.window, u"decision.approve"_s);
    const auto drafts = [&f] { return QDir(f.path(u"drafts"_s)).entryList(QDir::Files).size(); };
    pressByReader(*approve);
    QVERIFY(approve->isChecked());
    QTRY_COMPARE(drafts(), 1); // what is only ticked makes no draft
    pressByReader(*approve);
    QVERIFY(!approve->isChecked());
}

void tst_ScreenReader::aChartIsChosen()
{
    Window w;
    w.window->go({ ui::PageId::Progress, {}, u"way"_s });
    pressByReader(*w.find<QAbstractButton>(u"progress.days"_s));
    QVERIFY(w.find<QAbstractButton>(u"progress.days"_s)->isChecked());
    w.trigger("go.back"); // what is only ticked leads nowhere
    QVERIFY(w.find<QWidget>(u"progressPage"_s)->isVisible());
    QVERIFY(w.find<QAbstractButton>(u"progress.way"_s)->isChecked());
}

QTEST_MAIN(tst_ScreenReader)
#include "tst_ScreenReader.moc"
