// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ModalDialogs.h"
#include "ScreenParts.h"

#include <ui/setup/BusyWait.h>

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace waymark::support {

/// A window with two fields, over a library that is being changed.
class BusyDesk
{
public:
    explicit BusyDesk(bool isHeld = true)
        : m_state { session::Patience::Work::Changing, isHeld, 0 }
    {
        auto* row = new QHBoxLayout(&window);
        for (QLineEdit** field : { &first, &second }) {
            *field = new QLineEdit;
            row->addWidget(*field);
        }
        first->setObjectName(QStringLiteral("first"));
        undo.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F9));
        window.addAction(&undo);
        window.show();
        window.activateWindow();
        first->setFocus();
        m_isReady = QTest::qWaitForWindowActive(&window) && first->hasFocus();
    }
    ~BusyDesk() { end(); }
    Q_DISABLE_COPY_MOVE(BusyDesk)

    [[nodiscard]] bool isReady() const { return m_isReady; }
    bool look() { return m_patience.wait(m_state); }
    /// Waits until the dialog has come and has the keyboard.
    QDialog& dialog()
    {
        while (dialogInFront() == nullptr || !dialogInFront()->isActiveWindow()) {
            look();
        }
        return *dialogInFront();
    }
    /// Waits until the button can be pressed.
    QPushButton& cancel()
    {
        auto* button = childOf<QPushButton>(dialog(), QStringLiteral("busyWait.cancel"));
        while (!button->isEnabled()) {
            look();
        }
        return *button;
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
    session::Patience m_patience = ui::busyWait();
    session::Patience::State m_state;
    bool m_isReady = false;
};

} // namespace waymark::support
