// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <QHash>
#include <QWidget>

class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace waymark::ui {

class TextLabel;

/// The study time on a skill: the sum, quick ways to add, and the entries with the newest first.
class TimePanel : public QWidget
{
    Q_OBJECT

public:
    explicit TimePanel(session::Workspace& workspace, QWidget* parent = nullptr);

    void setSkill(const QString& skill);
    void refresh();

private:
    static constexpr int fewEntries = 4;

    QPushButton* makeQuick(int minutes);
    QWidget* makeEntry(const QString& id, const domain::TimeEntry& entry);
    void add(int minutes);

    session::Workspace& m_workspace;
    QString m_skill;
    TextLabel* m_total;
    QSpinBox* m_minutes;
    QVBoxLayout* m_entries;
    QPushButton* m_more;
    QHash<QString, QWidget*> m_rows; ///< by the id of the entry
    bool m_showsAll = false;
};

} // namespace waymark::ui
