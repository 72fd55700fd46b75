// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {

class TextLabel;

/// That the goal is behind and the plan leads on to another milestone, as a sentence, and a button that makes that one the goal. Hidden
/// while the goal is still ahead.
class ReachedNote : public QWidget
{
    Q_OBJECT

public:
    /// The text is named `id`, the button `id`.step. Beside the text, or where there is little width under it.
    ReachedNote(const QString& id, Qt::Orientation orientation, QWidget* parent = nullptr);

    void refresh(const session::Workspace& workspace);

Q_SIGNALS:
    void nextGoalRequested(); ///< see session::nextGoal()

private:
    TextLabel* m_text;
    QWidget* m_step;
};

} // namespace waymark::ui
