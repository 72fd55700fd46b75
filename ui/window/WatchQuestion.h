// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDateTimeEdit;
class QPushButton;
class QSpinBox;

namespace waymark::session {
class StudyWatch;
class Workspace;
} // namespace waymark::session

namespace waymark::ui {

class TextLabel;

/// What was study of a time that nobody has seen? Of a watch that went on while the program was closed: all of it, until some time, or
/// nothing. Of one that counts more than a day: how many minutes.
class WatchQuestion : public QWidget
{
    Q_OBJECT

public:
    WatchQuestion(const session::Workspace& workspace, session::StudyWatch& watch, QWidget* parent = nullptr);

    void ask(); ///< about the watch as it stands now
    void focusFirst();
    void refreshSentence(); ///< what the watch counts by now

private:
    void makeButtons();
    void countUntil();

    const session::Workspace& m_workspace;
    session::StudyWatch& m_watch;
    TextLabel* m_sentence;
    TextLabel* m_fault;
    QPushButton* m_keep;
    QPushButton* m_count;
    QPushButton* m_minutesToo;
    QPushButton* m_drop;
    QDateTimeEdit* m_until;
    QSpinBox* m_minutes;
};

} // namespace waymark::ui
