// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAccessible>
#include <QCoreApplication>
#include <QTest>

#include <bit>

/// What a screen reader is told of a button, and asks of it by its actions.
namespace waymark::support {

using namespace Qt::StringLiterals;

/// All that Qt asks of a button for a screen reader.
[[nodiscard]] inline QStringList told(QAccessibleInterface& button)
{
    QStringList all { QString::number(button.role()), QString::number(std::bit_cast<quint64>(button.state()), 16) };
    for (const auto which :
        { QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help, QAccessible::Accelerator }) {
        all.append(button.text(which));
    }
    QAccessibleActionInterface& actions = *button.actionInterface();
    const QStringList names = actions.actionNames();
    for (const QString& name : names) {
        all.append(name + u": "_s + actions.keyBindingsForAction(name).join(u' '));
    }
    for (const auto& [other, relation] : button.relations()) {
        all.append(other->object()->objectName() + u' ' + QString::number(relation));
    }
    const QRect rect = button.rect();
    all.append(u"%1 %2 %3 %4"_s.arg(rect.x()).arg(rect.y()).arg(rect.width()).arg(rect.height()));
    all.append(QString::number(button.childCount()));
    all.append(button.child(0) == nullptr ? u"no child"_s : button.child(0)->object()->objectName());
    all.append(button.parent()->object()->objectName());
    return all;
}

/// The one that is made anew, by whichever factories there are.
[[nodiscard]] inline QStringList toldAnew(QAbstractButton& button)
{
    QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(QAccessible::queryAccessibleInterface(&button)));
    return told(*QAccessible::queryAccessibleInterface(&button));
}

/// The action that turns a button over, or else the one that presses it. Empty where it has neither.
[[nodiscard]] inline QString pressOf(QAccessibleInterface& button)
{
    const QStringList names = button.actionInterface()->actionNames();
    for (const QString& name : { QAccessibleActionInterface::toggleAction(), QAccessibleActionInterface::pressAction() }) {
        if (names.contains(name)) {
            return name;
        }
    }
    return {};
}

/// Returns at once: the press comes after the answer.
inline void askForPress(QAbstractButton& button)
{
    QAccessibleInterface* told = QAccessible::queryAccessibleInterface(&button);
    const QString press = pressOf(*told);
    QVERIFY2(!press.isEmpty(), qPrintable(button.objectName()));
    told->actionInterface()->doAction(press);
}

/// Returns when the press is over.
inline void pressByReader(QAbstractButton& button)
{
    askForPress(button);
    QCoreApplication::sendPostedEvents(&button);
}

} // namespace waymark::support
