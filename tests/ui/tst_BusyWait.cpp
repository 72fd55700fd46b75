// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types while the library is changed.
#include <ModalDialogs.h>
#include <ScreenParts.h>
#include <ScreenReader.h>

#include <resources/Resources.h>
#include <ui/setup/BusyWait.h>
#include <ui/theme/ButtonAccessible.h>

#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QDeadlineTimer>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>
#include <QToolButton>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace waymark;
using session::Patience;

namespace {

/// A window with two fields, over a library that is being changed.
class Desk
{
public:
    explicit Desk(bool isHeld = true)
        : m_state { Patience::Work::Changing, isHeld, 0 }
    {
        auto* row = new QHBoxLayout(&window);
        for (QLineEdit** field : { &first, &second }) {
            *field = new QLineEdit;
            row->addWidget(*field);
        }
        first->setObjectName(u"first"_s);
        undo.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F9));
        window.addAction(&undo);
        window.show();
        window.activateWindow();
        first->setFocus();
        m_isReady = QTest::qWaitForWindowActive(&window) && first->hasFocus();
    }
    ~Desk() { end(); }
    Q_DISABLE_COPY_MOVE(Desk)

    [[nodiscard]] bool isReady() const { return m_isReady; }
    bool look() { return m_patience.wait(m_state); }
    /// Waits until the dialog has come and has the keyboard.
    QDialog& dialog()
    {
        while (support::dialogInFront() == nullptr || !support::dialogInFront()->isActiveWindow()) {
            look();
        }
        return *support::dialogInFront();
    }
    /// Waits until the button can be pressed.
    QPushButton& cancel()
    {
        auto* button = support::childOf<QPushButton>(dialog(), u"busyWait.cancel"_s);
        while (!button->isEnabled()) {
            look();
        }
        return *button;
    }
    void lookFor(int milliseconds)
    {
        const QDeadlineTimer end(milliseconds);
        while (!end.hasExpired()) {
            look();
        }
    }
    void end() { m_patience.over(); }
    /// To whatever has the keyboard.
    static void type(const QString& text)
    {
        for (const QChar c : text) {
            QTest::keyClick(inFront(), c.toLatin1());
        }
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(inFront(), key, modifiers); }
    static QWidget* inFront()
    {
        return QApplication::focusWidget() == nullptr ? QApplication::activeWindow() : QApplication::focusWidget();
    }

    QWidget window;
    QLineEdit* first = nullptr;
    QLineEdit* second = nullptr;
    QAction undo;

private:
    Patience m_patience = ui::busyWait();
    Patience::State m_state;
    bool m_isReady = false;
};

constexpr int twiceAPress = 200; // milliseconds: Qt shows a button pressed for half of it

/// As a screen reader does.
void press(QPushButton& button)
{
    QAccessible::queryAccessibleInterface(&button)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
}

} // namespace

class tst_BusyWait : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { resources::initialise(); }

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
        press(button);
        desk.lookFor(twiceAPress);
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
        QAccessible::installFactory(ui::makeButtonAccessible);
        Desk desk;
        QAbstractButton& button = *(isTool ? static_cast<QAbstractButton*>(new QToolButton(&desk.window)) : new QCheckBox(&desk.window));
        button.show();
        const QSignalSpy clicked(&button, &QAbstractButton::clicked);
        QVERIFY(desk.look());
        QAccessibleInterface* asked = QAccessible::queryAccessibleInterface(&button);
        asked->actionInterface()->doAction(support::pressOf(*asked));
        desk.lookFor(twiceAPress);
        QCOMPARE(clicked.size(), 0);
        QVERIFY(!button.isChecked());
        desk.end();
        QTRY_COMPARE(clicked.size(), 1);
        QCOMPARE(button.isChecked(), !isTool);
        QAccessible::removeFactory(ui::makeButtonAccessible);
    }

    void aScreenReaderCanPressCancel()
    {
        Desk desk;
        press(desk.cancel());
        QVERIFY(QTest::qWaitFor([&desk] { return !desk.look(); }));
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

QTEST_MAIN(tst_BusyWait)
#include "tst_BusyWait.moc"
