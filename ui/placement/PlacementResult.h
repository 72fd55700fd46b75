// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/map/MapActions.h>

#include <session/MapLayoutTask.h>
#include <session/PlacementSitting.h>

#include <QWidget>

class QPushButton;
class QScrollArea;

namespace waymark::ui {

class MapPane;
class PlacementList;
class TextLabel;

/// What a sitting has found: the skills lit on the map, and beside it a list in which each can be taken out. It changes what is taken out
/// of the sitting and nothing else.
class PlacementResult : public QWidget
{
    Q_OBJECT

public:
    explicit PlacementResult(session::Workspace& workspace, QWidget* parent = nullptr);

    void show(session::PlacementSitting& sitting); ///< which has to live as long as it is shown
    using QWidget::show;
    void refresh(); ///< records have changed
    void forget(); ///< the sitting is over

Q_SIGNALS:
    void takeOverRequested();
    void moreRequested();
    void discardRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makePanel();
    QWidget* makeButtons();
    void placeView();
    void toggle(const QString& skill, bool isIn);
    void reveal(const QString& skill);

    session::Workspace& m_workspace;
    session::MapLayoutTask m_layout;
    MapActions m_mapActions; ///< of the view; no skill is ever chosen for the others
    session::PlacementSitting* m_sitting = nullptr;
    MapPane* m_pane;
    PlacementList* m_list = nullptr;
    QScrollArea* m_scroll = nullptr;
    TextLabel* m_title = nullptr;
    TextLabel* m_hours = nullptr;
    QPushButton* m_takeOver = nullptr;
    QPushButton* m_more = nullptr;
};

} // namespace waymark::ui
