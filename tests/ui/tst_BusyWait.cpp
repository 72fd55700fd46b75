// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types while the library is changed.
#include <BusyDesk.h>
#include <ScreenReader.h>

#include <resources/Resources.h>
#include <ui/theme/ButtonAccessible.h>

#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QDropEvent>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace waymark;
using Desk = support::BusyDesk;

class tst_BusyWait : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        resources::initialise();
        QAccessible::installFactory(ui::makeButtonAccessible);
    }

    void whatIsTypedBeforeAndUnderTheDialogComesAfterwardsInOrder()
    {
        Desk desk;
        QVERIFY(desk.isReady());
        desk.look();
        Desk::type(u"one "_s);
        desk.dialog();
        Desk::type(u"two "_s);
        desk.look();
        Desk::type(u"three"_s);
        Desk::press(Qt::Key_Backspace);
        QCOMPARE(desk.first->text(), QString());
        QVERIFY(desk.look()); // no space has pressed the button
        desk.end();
        QTRY_COMPARE(desk.first->text(), u"one two thre"_s);
    }

    void withoutADialogItComesAfterwardsToo()
    {
        Desk desk(false);
        desk.look();
        Desk::type(u"quick"_s);
        QCOMPARE(desk.first->text(), QString());
        desk.end();
        Desk::type(u"er"_s); // behind what waits
        QTRY_COMPARE(desk.first->text(), u"quicker"_s);
        QVERIFY(support::dialogInFront() == nullptr);
        Desk::type(u"!"_s);
        QCOMPARE(desk.first->text(), u"quicker!"_s); // and then at once
    }

    void whatAScreenReaderPressesIsPressedAfterwards()
    {
        Desk desk;
        QPushButton button(&desk.window);
        button.show();
        const QSignalSpy clicked(&button, &QPushButton::clicked);
        QVERIFY(desk.look());
        support::askForPress(button);
        desk.look();
        QCOMPARE(clicked.size(), 0);
        desk.end();
        QTRY_COMPARE(clicked.size(), 1);
    }

    void whatAScreenReaderTogglesIsToggledAfterwards_data()
    {
        QTest::addColumn<bool>("isTool");
        QTest::newRow("check box") << false;
        QTest::newRow("tool button") << true; // Qt's own would be clicked at once
    }
    void whatAScreenReaderTogglesIsToggledAfterwards()
    {
        QFETCH(const bool, isTool);
        Desk desk;
        QAbstractButton& button = *(isTool ? static_cast<QAbstractButton*>(new QToolButton(&desk.window)) : new QCheckBox(&desk.window));
        button.show();
        const QSignalSpy clicked(&button, &QAbstractButton::clicked);
        QVERIFY(desk.look());
        support::askForPress(button);
        desk.look();
        QCOMPARE(clicked.size(), 0);
        QVERIFY(!button.isChecked());
        desk.end();
        QTRY_COMPARE(clicked.size(), 1);
        QCOMPARE(button.isChecked(), !isTool);
    }

    void aPressOfAButtonThatIsHiddenOrOffByThenIsNone_data()
    {
        QTest::addColumn<bool>("isHidden");
        QTest::newRow("hidden") << true;
        QTest::newRow("off") << false;
    }
    void aPressOfAButtonThatIsHiddenOrOffByThenIsNone()
    {
        QFETCH(const bool, isHidden);
        Desk desk;
        QPushButton button(&desk.window);
        button.show();
        const QSignalSpy clicked(&button, &QPushButton::clicked);
        QVERIFY(desk.look());
        support::askForPress(button);
        Desk::type(u"behind it"_s);
        desk.look();
        isHidden ? button.hide() : button.setEnabled(false);
        desk.end();
        QTRY_COMPARE(desk.first->text(), u"behind it"_s);
        QCOMPARE(clicked.size(), 0);
    }

    void aPressComesInItsPlaceAmongTheKeys()
    {
        Desk desk;
        QPushButton button(&desk.window);
        button.show();
        QStringList pressedAt;
        connect(&button, &QPushButton::clicked, &button, [&] { pressedAt.append(desk.first->text()); });
        QVERIFY(desk.look());
        Desk::type(u"before"_s);
        support::askForPress(button);
        desk.dialog();
        Desk::type(u", after"_s);
        desk.end();
        support::askForPress(button); // behind what waits
        QTRY_COMPARE(pressedAt, (QStringList { u"before"_s, u"before, after"_s }));
    }

    void whatIsDroppedIsNotTaken()
    {
        Desk desk;
        QMimeData words;
        words.setText(u"words"_s);
        desk.look();
        QDragEnterEvent enter({ 1, 1 }, Qt::MoveAction, &words, Qt::LeftButton, {});
        QDragMoveEvent move({ 1, 1 }, Qt::MoveAction, &words, Qt::LeftButton, {});
        QDropEvent drop({ 1, 1 }, Qt::MoveAction, &words, Qt::LeftButton, {});
        for (QDropEvent* const each : { static_cast<QDropEvent*>(&enter), static_cast<QDropEvent*>(&move), &drop }) {
            each->accept();
            QCoreApplication::sendEvent(desk.window.windowHandle(), each);
            QVERIFY(!each->isAccepted());
        }
        QVERIFY(desk.first->text().isEmpty());
    }

    /// The window remembers it, and closes behind the change.
    void aWindowIsAskedToClose()
    {
        Desk desk;
        desk.look();
        QVERIFY(desk.window.close());
        desk.window.show();
        desk.dialog();
        QVERIFY(desk.window.close());
    }

    void aShortcutWaitsForTheEndOfTheChange()
    {
        Desk desk;
        QSignalSpy undone(&desk.undo, &QAction::triggered);
        desk.look();
        Desk::press(Qt::Key_F9, Qt::ControlModifier);
        desk.dialog();
        Desk::press(Qt::Key_F9, Qt::ControlModifier);
        QCOMPARE(undone.size(), 0);
        desk.end();
        QTRY_COMPARE(undone.size(), 2);
    }

    void whatATabLeadsToGetsTheKeysBehindIt()
    {
        Desk desk;
        desk.look();
        Desk::type(u"a"_s);
        Desk::press(Qt::Key_Tab);
        Desk::type(u"b"_s);
        desk.end();
        QTRY_COMPARE(desk.second->text(), u"b"_s);
        QCOMPARE(desk.first->text(), u"a"_s);
    }

    void whatIsTypedForAFieldThatIsGoneGoesToNobodyElse()
    {
        Desk desk;
        desk.dialog();
        Desk::type(u"words"_s);
        delete std::exchange(desk.first, nullptr);
        desk.second->setFocus();
        desk.end();
        QTRY_VERIFY(desk.second->hasFocus());
        Desk::type(u"!"_s);
        QTRY_COMPARE(desk.second->text(), u"!"_s);
    }

    void aFieldThatIsMadeAnewGetsWhatWasTypedForIt()
    {
        Desk desk;
        desk.look();
        Desk::type(u"words"_s);
        delete std::exchange(desk.first, nullptr);
        desk.second->setObjectName(u"first"_s);
        desk.second->setFocus();
        desk.end();
        QTRY_COMPARE(desk.second->text(), u"words"_s);
    }

    void whatAnInputMethodBringsIsKept()
    {
        Desk desk;
        desk.look();
        for (const auto& [composed, entered] : { std::pair(u"ni"_s, QString()), { QString(), u"你"_s } }) {
            QInputMethodEvent event(composed, {});
            event.setCommitString(entered);
            QCoreApplication::sendEvent(desk.first, &event);
        }
        Desk::type(u"!"_s);
        QCOMPARE(desk.first->text(), QString());
        desk.end();
        QTRY_COMPARE(desk.first->text(), u"你!"_s);
    }

    void aKeyThatIsHeldDownCountsOnce()
    {
        Desk desk;
        desk.look();
        for (const bool isRepeat : { false, true, true, true }) {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, u"a"_s, isRepeat);
            QCoreApplication::sendEvent(desk.first, &press);
        }
        desk.end();
        Desk::type(u"b"_s);
        QTRY_COMPARE(desk.first->text(), u"ab"_s);
    }

    void aClickSaysWhereTheKeysGoAndDoesNothingElse()
    {
        Desk desk;
        QPushButton button(&desk.window);
        button.show();
        QSignalSpy clicked(&button, &QPushButton::clicked);
        desk.look();
        const auto click = [&desk](const QWidget& widget) {
            QTest::mouseClick(desk.window.windowHandle(), Qt::LeftButton, {}, widget.mapTo(&desk.window, widget.rect().center()));
        };
        click(button);
        click(*desk.second);
        QVERIFY(desk.first->hasFocus());
        Desk::type(u"b"_s);
        desk.dialog();
        click(button);
        desk.end();
        QTRY_COMPARE(desk.second->text(), u"b"_s);
        QCOMPARE(clicked.size(), 0);
    }
};

QTEST_MAIN(tst_BusyWait)
#include "tst_BusyWait.moc"
