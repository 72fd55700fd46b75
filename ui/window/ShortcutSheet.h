// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

class QAction;

namespace waymark::ui {

/// Every shortcut there is, by topic: the window's actions and those of the page that is shown.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    struct Topic
    {
        QString title;
        QList<QAction*> actions;
    };

    ShortcutSheet(const QList<Topic>& topics, QWidget* parent);
};

} // namespace waymark::ui
