// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/window/FinderModel.h>

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;

namespace waymark::ui {

/// The sheet of Ctrl+K over the window: type, choose with the arrow keys, Enter goes there or does it, Escape leaves.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    CommandPalette(session::Workspace& workspace, const std::vector<QAction*>& actions, QWidget* window);

    /// With the actions of the page that is shown.
    void open(const QList<QAction*>& pageActions);

Q_SIGNALS:
    void placeRequested(const waymark::ui::Place& place);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void search(const QString& query);
    void accept(const QModelIndex& index);
    void dismiss();
    void move(int rows);
    void place();

    FinderModel m_model;
    QLineEdit* m_query = nullptr;
    QListView* m_results = nullptr;
    QLabel* m_nothing = nullptr;
    QPointer<QWidget> m_focusBefore;
};

} // namespace waymark::ui
