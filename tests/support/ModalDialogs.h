// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QPointer>
#include <QTest>
#include <QTimer>

#include <functional>

namespace waymark::support {

/// The dialog that has the other windows wait: a modal one, or that of a change of the library. Null for none.
inline QDialog* dialogInFront()
{
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget* widget : widgets) {
        if (widget->isVisible() && widget->objectName() == QStringLiteral("busyWait")) {
            return qobject_cast<QDialog*>(widget);
        }
    }
    return qobject_cast<QDialog*>(QApplication::activeModalWidget());
}

/// Runs `act` once on the dialog of this objectName as soon as it is up, however many turns of the loop that takes; what comes up next is
/// for the next call.
inline void whenDialogIsUp(const QString& name, const std::function<void(QDialog&)>& act)
{
    auto* look = new QTimer(qApp);
    QObject::connect(look, &QTimer::timeout, look, [look, name, act] {
        auto* dialog = dialogInFront();
        if (dialog != nullptr && dialog->objectName() == name) {
            look->stop();
            look->deleteLater();
            act(*dialog);
        }
    });
    look->start(1);
}

/// Types a path into the file dialog that comes up. Needs Qt's own dialogs.
inline void whenAskedForAFile(const QString& path)
{
    whenDialogIsUp(QStringLiteral("QFileDialog"), [path](QDialog& files) {
        auto* field = files.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        field->setText(path);
        QTest::keyClick(field, Qt::Key_Return);
    });
}

} // namespace waymark::support
