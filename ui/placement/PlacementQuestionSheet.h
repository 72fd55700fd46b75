// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/PlacementSitting.h>

#include <QElapsedTimer>
#include <QWidget>

class QProgressBar;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace waymark::ui {

class QuestionForm;
class QuizText;
class TextLabel;

/// One question of a sitting on the screen, with what can be done beside answering it. It says neither right nor wrong: the quiz asks
/// these questions again.
class PlacementQuestionSheet : public QWidget
{
    Q_OBJECT

public:
    explicit PlacementQuestionSheet(const session::Workspace& workspace, QWidget* parent = nullptr);

    /// Shows the question that is asked now; there must be one.
    void ask(const session::PlacementSitting& sitting);
    void focusQuestion();
    void setRemark(const QString& text); ///< under the controls
    [[nodiscard]] int elapsed() const; ///< milliseconds since the question was shown

Q_SIGNALS:
    /// `milliseconds` since the question was shown.
    void answered(const waymark::exchange::QuizAnswer& answer, int milliseconds);
    void passed(int milliseconds);
    void backRequested();
    void resultRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeSheet();
    QWidget* makeFoot();
    void dressTitle();

    const session::Workspace& m_workspace;
    TextLabel* m_number = nullptr;
    TextLabel* m_skill = nullptr;
    QProgressBar* m_progress = nullptr;
    QScrollArea* m_scroll = nullptr;
    QVBoxLayout* m_column = nullptr;
    QuizText* m_title = nullptr;
    QuizText* m_prompt = nullptr;
    QuestionForm* m_form = nullptr; ///< null before the first question
    QPushButton* m_back = nullptr;
    QPushButton* m_stop = nullptr;
    QElapsedTimer m_clock; ///< since the question was shown
};

} // namespace waymark::ui
