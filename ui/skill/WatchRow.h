// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/StudyEdits.h>
#include <session/StudyWatch.h>

#include <QTimer>
#include <QWidget>

class QComboBox;
class QPushButton;
class QSpinBox;

namespace waymark::ui {

class TextLabel;

/// The watch beside a lesson: starts it on the skill, with breaks or without, shows its time, and pauses and stops it.
class WatchRow : public QWidget
{
    Q_OBJECT

public:
    WatchRow(const session::Workspace& workspace, session::StudyWatch& watch, QWidget* parent = nullptr);

    void setSkill(const QString& skill);
    void refresh();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makeFocus();
    void bind();
    void refreshTime();
    void refreshTicking();
    [[nodiscard]] const domain::RunningTimer* timerHere() const; ///< null while the watch is not on this skill
    [[nodiscard]] domain::Focus focus() const;
    [[nodiscard]] QSpinBox* makeMinutes(const QString& id, const QString& name, int most, int usual);

    const session::Workspace& m_workspace;
    session::StudyWatch& m_watch;
    QString m_skill;
    TextLabel* m_time;
    TextLabel* m_state;
    QPushButton* m_start;
    QPushButton* m_pause;
    QPushButton* m_stop;
    QWidget* m_focus; ///< what the next start asks for
    QComboBox* m_breaks;
    QWidget* m_own; ///< the minutes of one's own choice
    QSpinBox* m_work;
    QSpinBox* m_break;
    QTimer m_second;
};

} // namespace waymark::ui
