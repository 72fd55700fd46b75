// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <QObject>
#include <QStringList>

namespace waymark::ui {

class Actions;

/// Warns of a library in a folder that is synced, and does what the person chooses about it.
class SyncCommands : public QObject
{
    Q_OBJECT

public:
    SyncCommands(Actions& actions, QWidget* window);

    /// `service` and `copies` as storage finds them; nothing is said where both are empty.
    void warn(const QString& service, const QStringList& copies);

Q_SIGNALS:
    void offered(const QString& sentence, waymark::ui::NoticeTone tone, QAction* action);
    void comparisonRequested(const QString& copy);
    void mergeRequested(const QString& copy);
    void importRequested();

private:
    void ask();

    Actions& m_actions;
    QWidget* m_window;
    QAction* m_ask;
    QString m_service;
    QStringList m_copies;
};

} // namespace waymark::ui
