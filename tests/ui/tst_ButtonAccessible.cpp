// SPDX-License-Identifier: GPL-3.0-or-later
#include <ScreenReader.h>

#include <ui/theme/ButtonAccessible.h>

#include <QApplication>
#include <QButtonGroup>
#include <QCheckBox>
#include <QDialog>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <functional>
#include <memory>

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

using Make = std::function<QAbstractButton*(QWidget&)>;

template <class Button> Button* withText(const QString& text, QWidget& window)
{
    auto* button = new Button(&window);
    button->setText(text);
    return button;
}

template <class Button> Button* withMenu(QWidget& window)
{
    auto* button = withText<Button>(u"More"_s, window);
    button->setMenu(new QMenu(button));
    button->menu()->setObjectName(u"menu"_s);
    button->menu()->addAction(u"One"_s);
    return button;
}

template <class Button> Button* checked(const QString& text, QWidget& window)
{
    auto* button = withText<Button>(text, window);
    button->setCheckable(true);
    button->setChecked(true);
    return button;
}

} // namespace

Q_DECLARE_METATYPE(Make)

class tst_ButtonAccessible : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QAccessible::installFactory(ui::makeButtonAccessible);
        m_window = std::make_unique<QWidget>();
        m_window->setObjectName(u"window"_s);
        new QVBoxLayout(m_window.get());
    }
    void cleanup() { m_window.reset(); }

    void aButtonIsToldAsQtTellsIt_data();
    void aButtonIsToldAsQtTellsIt();
    void theActionOfAButtonPressesIt_data() { buttons(); }
    void theActionOfAButtonPressesIt();
    void aButtonThatBecomesCheckableLaterIsOneThen();
    void ofThoseThatExcludeEachOtherOneStaysChecked_data();
    void ofThoseThatExcludeEachOtherOneStaysChecked();
    void aButtonThatIsOffIsNotPressed();
    void theAnswerDoesNotWaitForADialog_data();
    void theAnswerDoesNotWaitForADialog();
    void everyMenuOpensAfterTheAnswer_data();
    void everyMenuOpensAfterTheAnswer();

private:
    static void buttons();
    QAbstractButton& shown(const Make& make)
    {
        QAbstractButton* button = make(*m_window);
        button->setObjectName(u"button"_s);
        m_window->layout()->addWidget(button);
        m_window->show();
        if (!QTest::qWaitForWindowExposed(m_window.get())) {
            qFatal("no window came");
        }
        return *button;
    }

    std::unique_ptr<QWidget> m_window;
};

/// Whose action is to press it.
void tst_ButtonAccessible::buttons()
{
    QTest::addColumn<Make>("make");
    const auto row = [](const char* name, const Make& make) { QTest::newRow(name) << make; };
    row("check box", [](QWidget& w) { return withText<QCheckBox>(u"&Tick && go on"_s, w); });
    row("checked box", [](QWidget& w) { return checked<QCheckBox>(u"A & B"_s, w); });
    row("box of three", [](QWidget& w) {
        auto* box = withText<QCheckBox>(u"&&&Half&"_s, w);
        box->setCheckState(Qt::PartiallyChecked);
        return box;
    });
    row("radio button", [](QWidget& w) { return withText<QRadioButton>(u"R&adio"_s, w); });
    row("push button", [](QWidget& w) { return withText<QPushButton>(u"&Push"_s, w); });
    row("default button", [](QWidget& w) {
        auto* button = withText<QPushButton>(u"Go"_s, w);
        button->setDefault(true);
        return button;
    });
    row("chip", [](QWidget& w) {
        auto* chip = checked<QPushButton>(u"3"_s, w);
        chip->setAccessibleName(u"Order: 3"_s);
        chip->setAccessibleDescription(u"All in order & named"_s);
        chip->setToolTip(u"A score"_s);
        return chip;
    });
    row("off", [](QWidget& w) {
        auto* button = withText<QPushButton>(u"Off"_s, w);
        button->setEnabled(false);
        return button;
    });
    row("with keys", [](QWidget& w) {
        auto* button = withText<QPushButton>(u"Keys"_s, w);
        button->setShortcut(Qt::CTRL | Qt::Key_K);
        return button;
    });
    row("hidden at first", [](QWidget& w) {
        auto* box = withText<QCheckBox>(u"Hidden"_s, w);
        box->hide();
        return box;
    });
    row("that somebody listens to", [](QWidget& w) {
        auto* box = withText<QCheckBox>(u"Whole"_s, w);
        QObject::connect(box, &QCheckBox::toggled, &w, [](bool) {});
        return box;
    });
    row("tool button", [](QWidget& w) { return withText<QToolButton>(u"&Tool"_s, w); });
    row("checked tool button", [](QWidget& w) {
        auto* button = checked<QToolButton>(u"Tool"_s, w);
        button->setAutoRaise(true);
        button->setAutoExclusive(true);
        return button;
    });
    row("menu behind a tool button", [](QWidget& w) { return withMenu<QToolButton>(w); });
}

void tst_ButtonAccessible::aButtonIsToldAsQtTellsIt_data()
{
    buttons();
    QTest::newRow("menu of a push button") << Make([](QWidget& w) { return withMenu<QPushButton>(w); });
    QTest::newRow("menu alone of a tool button") << Make([](QWidget& w) {
        auto* button = withMenu<QToolButton>(w);
        button->setPopupMode(QToolButton::InstantPopup);
        return button;
    });
    QTest::newRow("tool button that is off") << Make([](QWidget& w) {
        auto* button = withText<QToolButton>(u"Off"_s, w);
        button->setEnabled(false);
        return button;
    });
}

void tst_ButtonAccessible::aButtonIsToldAsQtTellsIt()
{
    QFETCH(const Make, make);
    QAbstractButton& button = shown(make);
    const QStringList ours = support::toldAnew(button);
    QAccessible::removeFactory(ui::makeButtonAccessible);
    const QStringList byQt = support::toldAnew(button);
    QCOMPARE(ours, byQt);
}

void tst_ButtonAccessible::theActionOfAButtonPressesIt()
{
    QFETCH(const Make, make);
    QAbstractButton& button = shown(make);
    button.show();
    button.setEnabled(true);
    const QSignalSpy clicked(&button, &QAbstractButton::clicked);
    support::pressByReader(button);
    QCOMPARE(clicked.size(), 1);
}

/// A screen reader may hear of its text before.
void tst_ButtonAccessible::aButtonThatBecomesCheckableLaterIsOneThen()
{
    QAbstractButton& button = shown([](QWidget& w) { return withText<QPushButton>(u"Later"_s, w); });
    QAccessibleInterface* told = QAccessible::queryAccessibleInterface(&button);
    QCOMPARE(told->role(), QAccessible::Button);
    button.setCheckable(true);
    QCOMPARE(told->role(), QAccessible::CheckBox);
    const QSignalSpy clicked(&button, &QAbstractButton::clicked);
    support::pressByReader(button);
    QCOMPARE(clicked.size(), 1);
    QVERIFY(button.isChecked());
}

void tst_ButtonAccessible::ofThoseThatExcludeEachOtherOneStaysChecked_data()
{
    QTest::addColumn<Make>("make");
    QTest::addColumn<bool>("isGroup");
    const Make radio = [](QWidget& w) { return withText<QRadioButton>(u"Radio"_s, w); };
    const Make chip = [](QWidget& w) { return withText<QPushButton>(u"Chip"_s, w); };
    QTest::newRow("radio buttons") << radio << false;
    QTest::newRow("radio buttons of a group") << radio << true;
    QTest::newRow("chips of a group") << chip << true;
}

void tst_ButtonAccessible::ofThoseThatExcludeEachOtherOneStaysChecked()
{
    QFETCH(const Make, make);
    QFETCH(const bool, isGroup);
    QButtonGroup group;
    QAbstractButton& first = shown(make);
    QAbstractButton& second = shown(make);
    for (QAbstractButton* each : { &first, &second }) {
        each->setCheckable(true);
        if (isGroup) {
            group.addButton(each);
        }
    }
    first.setChecked(true);
    support::pressByReader(first);
    QVERIFY(first.isChecked());
    const QSignalSpy clicked(&second, &QAbstractButton::clicked);
    support::pressByReader(second);
    QVERIFY(second.isChecked());
    QVERIFY(!first.isChecked());
    QCOMPARE(clicked.size(), 1);
}

void tst_ButtonAccessible::aButtonThatIsOffIsNotPressed()
{
    QAbstractButton& button = shown([](QWidget& w) { return withText<QCheckBox>(u"Off"_s, w); });
    button.setEnabled(false);
    QAccessibleActionInterface& actions = *QAccessible::queryAccessibleInterface(&button)->actionInterface();
    QVERIFY(!actions.actionNames().contains(QAccessibleActionInterface::toggleAction()));
    actions.doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(!button.isDown());
    QVERIFY(!button.isChecked());
}

void tst_ButtonAccessible::theAnswerDoesNotWaitForADialog_data()
{
    QTest::addColumn<Make>("make");
    QTest::newRow("check box") << Make([](QWidget& w) { return withText<QCheckBox>(u"Ask"_s, w); });
    QTest::newRow("tool button") << Make([](QWidget& w) { return withText<QToolButton>(u"Ask"_s, w); });
}

void tst_ButtonAccessible::theAnswerDoesNotWaitForADialog()
{
    QFETCH(const Make, make);
    QAbstractButton& button = shown(make);
    bool isAnswered = false;
    bool wasAnswered = false;
    connect(&button, &QAbstractButton::clicked, &button, [&] {
        QDialog dialog;
        QTimer::singleShot(0, &dialog, [&] {
            wasAnswered = isAnswered;
            dialog.reject();
        });
        dialog.exec();
    });
    QAccessibleInterface* asked = QAccessible::queryAccessibleInterface(&button);
    asked->actionInterface()->doAction(support::pressOf(*asked));
    isAnswered = true;
    QVERIFY(QTest::qWaitFor([&] { return wasAnswered; }));
}

void tst_ButtonAccessible::everyMenuOpensAfterTheAnswer_data()
{
    QTest::addColumn<Make>("make");
    QTest::newRow("push button") << Make([](QWidget& w) { return withMenu<QPushButton>(w); });
    for (const auto mode : { QToolButton::DelayedPopup, QToolButton::MenuButtonPopup, QToolButton::InstantPopup }) {
        QTest::addRow("tool button %d", int(mode)) << Make([mode](QWidget& w) {
            auto* button = withMenu<QToolButton>(w);
            button->setPopupMode(mode);
            return button;
        });
    }
}

void tst_ButtonAccessible::everyMenuOpensAfterTheAnswer()
{
    QFETCH(const Make, make);
    QAbstractButton& button = shown(make);
    auto* menu = button.findChild<QMenu*>();
    const QSignalSpy clicked(&button, &QAbstractButton::clicked);
    bool wasShown = false;
    connect(menu, &QMenu::aboutToShow, menu, [&wasShown, menu] {
        wasShown = true;
        QTimer::singleShot(0, menu, &QMenu::close);
    });
    QAccessibleActionInterface& actions = *QAccessible::queryAccessibleInterface(&button)->actionInterface();
    QVERIFY(actions.actionNames().contains(QAccessibleActionInterface::showMenuAction()));
    actions.doAction(QAccessibleActionInterface::showMenuAction());
    QVERIFY(!wasShown);
    QVERIFY(QTest::qWaitFor([&wasShown] { return wasShown; }));
    QVERIFY(QTest::qWaitFor([menu] { return !menu->isVisible(); }));
    QCOMPARE(clicked.size(), 0);
}

QTEST_MAIN(tst_ButtonAccessible)
#include "tst_ButtonAccessible.moc"
