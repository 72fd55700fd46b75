// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/ButtonAccessible.h>

#include <ui/theme/ButtonPress.h>

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QCheckBox>
#include <QKeySequence>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>
#include <QStyleOptionButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

/// Of the letter that is the mnemonic of a text: "&&" is an ampersand. -1 for none.
qsizetype mnemonicIn(const QString& text)
{
    for (qsizetype at = text.indexOf(u'&'); at >= 0 && at + 1 < text.size(); at = text.indexOf(u'&', at + 2)) {
        if (text[at + 1] != u'&') {
            return at + 1;
        }
    }
    return -1;
}

QString withoutMnemonic(QString text)
{
    if (const qsizetype letter = mnemonicIn(text); letter >= 0) {
        text.remove(letter - 1, 1);
    }
    return text.replace("&&"_L1, "&"_L1);
}

QMenu* menuOf(const QAbstractButton& button)
{
    if (const auto* push = qobject_cast<const QPushButton*>(&button)) {
        return push->menu();
    }
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    return tool == nullptr ? nullptr : tool->menu();
}

/// Qt's class for it is private, so this one says again what that says.
class ButtonAccessible : public QAccessibleWidget
{
public:
    explicit ButtonAccessible(QAbstractButton& button)
        : QAccessibleWidget(&button)
        , m_button(button)
    {
        addControllingSignal(button.isCheckable() ? u"toggled(bool)"_s : u"clicked()"_s);
    }

    [[nodiscard]] QString text(QAccessible::Text which) const override
    {
        QString said;
        if (which == QAccessible::Accelerator) {
            said = accelerator();
        } else if (which == QAccessible::Name) {
            said = m_button.accessibleName().isEmpty() ? withoutMnemonic(m_button.text()) : m_button.accessibleName();
        }
        return said.isEmpty() ? QAccessibleWidget::text(which) : said;
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        const auto* box = qobject_cast<const QCheckBox*>(&m_button);
        const auto* push = qobject_cast<const QPushButton*>(&m_button);
        state.checkable = m_button.isCheckable();
        state.checked = m_button.isChecked();
        state.checkStateMixed = box != nullptr && box->checkState() == Qt::PartiallyChecked;
        state.pressed = m_button.isDown();
        state.defaultButton = push != nullptr && push->isDefault();
        state.hasPopup = menuOf(m_button) != nullptr;
        return state;
    }

    /// Of a box and a radio button without the room behind their words.
    [[nodiscard]] QRect rect() const override
    {
        if (!m_button.isVisible()) {
            return {};
        }
        const bool isBox = qobject_cast<const QCheckBox*>(&m_button) != nullptr;
        if (!isBox && qobject_cast<const QRadioButton*>(&m_button) == nullptr) {
            return QAccessibleWidget::rect();
        }
        QStyleOptionButton option;
        option.initFrom(&m_button);
        option.text = m_button.text();
        option.icon = m_button.icon();
        option.iconSize = m_button.iconSize();
        const auto part = isBox ? QStyle::SE_CheckBoxClickRect : QStyle::SE_RadioButtonClickRect;
        return m_button.style()->subElementRect(part, &option, &m_button).translated(m_button.mapToGlobal(QPoint()));
    }

    [[nodiscard]] QAccessible::Role role() const override
    {
        if (menuOf(m_button) != nullptr) {
            return QAccessible::ButtonMenu;
        }
        if (m_button.isCheckable()) {
            return m_button.autoExclusive() ? QAccessible::RadioButton : QAccessible::CheckBox;
        }
        return QAccessible::Button;
    }

    [[nodiscard]] QStringList actionNames() const override
    {
        const QStringList names = QAccessibleWidget::actionNames();
        return m_button.isEnabled() ? ownActions() + names : names;
    }

    void doAction(const QString& name) override
    {
        if (!m_button.isEnabled()) {
            return;
        }
        if (name == pressAction() || name == toggleAction()) {
            ButtonPress::post(m_button);
        } else if (name == showMenuAction()) {
            showMenu();
        } else {
            QAccessibleWidget::doAction(name);
        }
    }

    [[nodiscard]] QStringList keyBindingsForAction(const QString& name) const override
    {
        return name == pressAction() ? QStringList(m_button.shortcut().toString()) : QStringList();
    }

protected:
    [[nodiscard]] virtual QStringList ownActions() const { return { menuOf(m_button) != nullptr ? showMenuAction() : click() }; }
    [[nodiscard]] QString click() const { return m_button.isCheckable() ? toggleAction() : pressAction(); }
    /// After the answer: it is open until something is chosen.
    virtual void showMenu()
    {
        if (auto* push = qobject_cast<QPushButton*>(&m_button)) {
            QMetaObject::invokeMethod(push, &QPushButton::showMenu, Qt::QueuedConnection);
        }
    }

private:
    [[nodiscard]] QString accelerator() const
    {
        if (const auto* push = qobject_cast<const QPushButton*>(&m_button); push != nullptr && push->isDefault()) {
            return QKeySequence(Qt::Key_Enter).toString(QKeySequence::NativeText);
        }
        const QString text = m_button.text();
        const qsizetype letter = mnemonicIn(text);
        return letter < 0 ? QString() : QKeySequence(Qt::ALT).toString(QKeySequence::NativeText) + text[letter];
    }

    QAbstractButton& m_button;
};

class ToolButtonAccessible : public ButtonAccessible
{
public:
    explicit ToolButtonAccessible(QToolButton& button)
        : ButtonAccessible(button)
        , m_tool(button)
    {
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = ButtonAccessible::state();
        state.hotTracked = state.hotTracked || m_tool.autoRaise();
        return state;
    }
    [[nodiscard]] QAccessible::Role role() const override
    {
        if (m_tool.menu() == nullptr) {
            return m_tool.isCheckable() ? QAccessible::CheckBox : QAccessible::Button;
        }
        return m_tool.popupMode() == QToolButton::DelayedPopup ? QAccessible::ButtonDropDown : QAccessible::ButtonMenu;
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        if (!m_tool.isEnabled()) {
            return {};
        }
        return isMenuAlone() ? QStringList { showMenuAction() } : ButtonAccessible::actionNames();
    }
    [[nodiscard]] int childCount() const override
    {
        return m_tool.menu() != nullptr && m_tool.popupMode() == QToolButton::MenuButtonPopup ? 1 : 0;
    }
    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        return index == 0 && m_tool.menu() != nullptr ? QAccessible::queryAccessibleInterface(m_tool.menu()) : nullptr;
    }

protected:
    [[nodiscard]] QStringList ownActions() const override
    {
        return m_tool.menu() != nullptr ? QStringList { showMenuAction(), click() } : QStringList { click() };
    }
    /// That of a button which does nothing else too, where Qt's own does nothing.
    void showMenu() override { QMetaObject::invokeMethod(&m_tool, &QToolButton::showMenu, Qt::QueuedConnection); }

private:
    [[nodiscard]] bool isMenuAlone() const { return m_tool.menu() != nullptr && m_tool.popupMode() == QToolButton::InstantPopup; }

    QToolButton& m_tool;
};

} // namespace

QAccessibleInterface* makeButtonAccessible(const QString&, QObject* object)
{
    if (auto* tool = qobject_cast<QToolButton*>(object)) {
        return new ToolButtonAccessible(*tool);
    }
    auto* button = qobject_cast<QAbstractButton*>(object);
    return button == nullptr ? nullptr : new ButtonAccessible(*button);
}

} // namespace waymark::ui
