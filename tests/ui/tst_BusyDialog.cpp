// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog of a change that takes long, and what else opens meanwhile: who has the keyboard.
#include <BusyDesk.h>
#include <ScreenReader.h>

#include <resources/Resources.h>
#include <ui/theme/ButtonAccessible.h>

#include <QAccessible>
#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace waymark;
using Desk = support::BusyDesk;

class tst_BusyDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        resources::initialise();
        QAccessible::installFactory(ui::makeButtonAccessible);
    }

    void theKeysOfTheDialogReachIt_data()
    {
        QTest::addColumn<QList<Qt::Key>>("keys");
        QTest::newRow("Escape") << QList<Qt::Key> { Qt::Key_Escape };
        QTest::newRow("Tab and Return") << QList<Qt::Key> { Qt::Key_Tab, Qt::Key_Return };
        QTest::newRow("Tab and Space") << QList<Qt::Key> { Qt::Key_Tab, Qt::Key_Space };
    }
    void theKeysOfTheDialogReachIt()
    {
        QFETCH(const QList<Qt::Key>, keys);
        Desk desk;
        desk.cancel();
        QVERIFY(desk.look());
        for (const Qt::Key key : keys) {
            Desk::press(key);
        }
        QVERIFY(!desk.look());
        desk.end();
        QCoreApplication::processEvents();
        QVERIFY(desk.first->text().isEmpty() && desk.first->hasFocus());
    }

    /// A window that is not yet the one in front, as on a slow desktop.
    void escapeCancelsWhereverItIsTyped()
    {
        Desk desk;
        desk.dialog();
        QTest::keyClick(desk.first, Qt::Key_Escape);
        QVERIFY(!desk.look());
    }

    void returnIsForTheTextUntilSomebodyGoesToTheButton()
    {
        Desk desk;
        QSignalSpy entered(desk.first, &QLineEdit::returnPressed);
        desk.cancel();
        Desk::press(Qt::Key_Return);
        QVERIFY(desk.look());
        desk.end();
        QTRY_COMPARE(entered.size(), 1);
    }

    /// Each time it comes in front: Qt would lead to the first of its buttons that can be pressed.
    void aDialogThatComesBackInFrontPressesNothing()
    {
        Desk desk;
        QSignalSpy entered(desk.first, &QLineEdit::returnPressed);
        QDialog& dialog = desk.dialog();
        desk.cancel();
        QApplication::setActiveWindow(&desk.window);
        QApplication::setActiveWindow(&dialog);
        Desk::type(u"a b"_s);
        Desk::press(Qt::Key_Return);
        QVERIFY(desk.look());
        desk.end();
        QTRY_COMPARE(entered.size(), 1);
        QCOMPARE(desk.first->text(), u"a b"_s);
    }

    void aScreenReaderCanPressCancel()
    {
        Desk desk;
        support::askForPress(desk.cancel());
        QVERIFY(QTest::qWaitFor([&desk] { return !desk.look(); }));
    }

    /// A key that opens a dialog is followed by those that were meant for it.
    void aDialogThatAKeyOpensGetsTheKeysBehindIt()
    {
        Desk desk;
        QString inDialog;
        QObject::connect(&desk.undo, &QAction::triggered, &desk.window, [&] {
            QDialog asked(&desk.window);
            auto* field = new QLineEdit(&asked);
            QObject::connect(field, &QLineEdit::returnPressed, &asked, &QDialog::accept);
            asked.exec();
            inDialog = field->text();
        });
        desk.look();
        Desk::press(Qt::Key_F9, Qt::ControlModifier);
        Desk::type(u"ok"_s);
        Desk::press(Qt::Key_Return);
        Desk::type(u"on"_s);
        desk.end();
        QTRY_COMPARE(inDialog, u"ok"_s);
        QTRY_COMPARE(desk.first->text(), u"on"_s);
    }

    /// Also before the desktop has brought it in front.
    void aDialogThatIsNotYetInFrontGetsTheKeysBehindIt()
    {
        Desk desk;
        QDialog asked(&desk.window);
        asked.setAttribute(Qt::WA_DontShowOnScreen);
        QLineEdit field(&asked);
        bool wasInFront = false;
        QObject::connect(&field, &QLineEdit::textEdited, &asked, [&] { wasInFront = asked.isActiveWindow(); });
        QObject::connect(&field, &QLineEdit::returnPressed, &asked, &QDialog::accept);
        QObject::connect(&desk.undo, &QAction::triggered, &asked, [&] {
            QTimer::singleShot(100, &asked, [&] { QApplication::setActiveWindow(&asked); });
            QTimer::singleShot(5'000, &asked, &QDialog::reject); // it ends where the keys never come
            asked.exec();
        });
        desk.look();
        Desk::press(Qt::Key_F9, Qt::ControlModifier);
        Desk::type(u"o"_s);
        Desk::press(Qt::Key_Return);
        desk.end();
        QTRY_COMPARE(asked.result(), int { QDialog::Accepted });
        QCOMPARE(field.text(), u"o"_s);
        QVERIFY(wasInFront);
    }

    void aMenuThatAKeyOpensGetsTheKeysBehindIt()
    {
        Desk desk;
        QMenu menu(&desk.window);
        QSignalSpy chosen(menu.addAction(u"Act"_s), &QAction::triggered);
        QObject::connect(&desk.undo, &QAction::triggered, &menu, [&] { menu.popup(desk.window.pos()); });
        desk.look();
        Desk::press(Qt::Key_F9, Qt::ControlModifier);
        Desk::press(Qt::Key_Down);
        Desk::press(Qt::Key_Return);
        Desk::type(u"on"_s);
        desk.end();
        QTRY_COMPARE(desk.first->text(), u"on"_s);
        QCOMPARE(chosen.size(), 1);
    }

    /// Not by a key or a click: a screen reader presses, or a menu of the desktop.
    void whatOpensInTheMiddleOfItCanBeAnswered_data()
    {
        QTest::addColumn<bool>("isMenu");
        QTest::newRow("a dialog") << false;
        QTest::newRow("a menu") << true;
    }
    void whatOpensInTheMiddleOfItCanBeAnswered()
    {
        QFETCH(const bool, isMenu);
        Desk desk;
        desk.dialog();
        QDialog asked(&desk.window);
        QLineEdit field(&asked);
        QMenu menu(&desk.window);
        QSignalSpy answered(
            isMenu ? static_cast<QObject*>(menu.addAction(u"Act"_s)) : &field, isMenu ? SIGNAL(triggered()) : SIGNAL(returnPressed()));
        QWidget& opened = isMenu ? static_cast<QWidget&>(menu) : asked;
        if (isMenu) {
            menu.popup(desk.window.pos());
        } else {
            asked.open();
            asked.activateWindow();
        }
        QVERIFY(QTest::qWaitForWindowExposed(&opened));
        QWidget* const receiver = isMenu ? &opened : &field;
        QTest::keyClick(receiver, isMenu ? Qt::Key_Down : Qt::Key_A);
        QTest::keyClick(receiver, Qt::Key_Return);
        QCOMPARE(answered.size(), 1);
        QVERIFY(isMenu || field.text() == u"a"_s);
        if (!isMenu) { // a menu has closed by itself
            QTest::keyClick(&asked, Qt::Key_Escape);
        }
        QVERIFY(!opened.isVisible());
        QVERIFY(desk.look()); // and the change goes on
    }
};

QTEST_MAIN(tst_BusyDialog)
#include "tst_BusyDialog.moc"
