// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <QWidget>

class QPushButton;

namespace waymark::ui {

class TextLabel;

/// Stands in the place of a lesson where there is none: says so, and what there is instead, and shows a way on.
class OutlineCard : public QWidget
{
    Q_OBJECT

public:
    explicit OutlineCard(const session::Workspace& workspace, QWidget* parent = nullptr);

    /// An empty or unknown id: no skill is open.
    void setSkill(const QString& skill);

Q_SIGNALS:
    void skillRequested(const QString& skill);
    void mapRequested();

private:
    const session::Workspace& m_workspace;
    TextLabel* m_title;
    TextLabel* m_text;
    QPushButton* m_next;
    QPushButton* m_map;
    QString m_nextSkill;
};

} // namespace waymark::ui
