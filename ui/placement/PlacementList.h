// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <QHash>
#include <QWidget>

class QCheckBox;
class QScrollArea;
class QVBoxLayout;

namespace waymark::ui {

class TextLabel;

/// The skills that placement found, by area, each with a box. It shows what it is told and passes clicks on: what falls out along with a
/// skill is decided elsewhere.
class PlacementList : public QWidget
{
    Q_OBJECT

public:
    explicit PlacementList(const session::Workspace& workspace, QWidget* parent = nullptr);

    void setFound(const QStringList& skills); ///< ids in course order; a row each
    void setKnown(const QStringList& skills); ///< those whose box is checked
    void reveal(const QString& skill, QScrollArea& in) const; ///< scrolls to its row

Q_SIGNALS:
    void toggled(const QString& skill, bool isIn);
    void focused(const QString& skill);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addRow(const domain::Skill& skill);

    struct Area
    {
        TextLabel* count = nullptr;
        QStringList skills;
    };

    const session::Workspace& m_workspace;
    QStringList m_found;
    QHash<QString, QCheckBox*> m_boxes;
    QHash<QObject*, QCheckBox*> m_boxOfText;
    std::vector<Area> m_areas;
    QVBoxLayout* m_column;
};

} // namespace waymark::ui
