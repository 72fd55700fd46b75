// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QScrollArea>
#include <QTest>
#include <QTimer>

/// What a screen shows, found by objectName, and pressed where a person would press.
namespace waymark::support {

template <class T> [[nodiscard]] T* childOf(const QWidget& screen, const QString& name)
{
    T* found = screen.findChild<T*>(name);
    if (found == nullptr) {
        qFatal("no %s", qPrintable(name));
    }
    return found;
}

/// Null where none is visible: a list may have several of a name.
template <class T> [[nodiscard]] T* shownIn(const QWidget& screen, const QString& name)
{
    for (T* found : screen.findChildren<T*>(name)) {
        if (found->isVisible()) {
            return found;
        }
    }
    return nullptr;
}

/// Of a label that is visible; empty for none.
[[nodiscard]] inline QString textIn(const QWidget& screen, const QString& name)
{
    const auto* label = shownIn<QLabel>(screen, name);
    return label == nullptr ? QString() : label->text();
}

inline void clickOn(const QWidget& screen, const QString& name)
{
    auto* target = childOf<QWidget>(screen, name);
    QVERIFY2(target->isEnabled(), qPrintable(name));
    QTest::mouseClick(target, Qt::LeftButton);
}

/// What lies outside of what its areas show gets no clicks.
inline void scrollTo(QWidget& widget)
{
    for (QWidget* parent = widget.parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(parent)) {
            area->ensureWidgetVisible(&widget);
        }
    }
}

/// A click on a button that is visible, scrolled into view first.
inline void clickShown(const QWidget& screen, const QString& name)
{
    QCoreApplication::processEvents(); // what was added has its place only after the layout
    auto* button = shownIn<QAbstractButton>(screen, name);
    QVERIFY2(button != nullptr && button->isEnabled(), qPrintable(name));
    scrollTo(*button);
    QTest::mouseClick(button, Qt::LeftButton);
}

/// What is done in the dialog that is about to open; it must be gone afterwards.
template <class Act> void inDialog(QObject& context, Act act)
{
    QTimer::singleShot(0, &context, [act] {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr) {
            qFatal("no dialog came");
        }
        act(*dialog);
        if (dialog->isVisible()) {
            dialog->reject();
        }
    });
}

} // namespace waymark::support
