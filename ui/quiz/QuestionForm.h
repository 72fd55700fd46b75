// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/QuizAnswers.h>

#include <QWidget>

class QLayout;
class QPushButton;

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {

class AnswerControl;
class IconMark;
class TextLabel;

/// The controls by which one question is answered; its title and prompt are shown by whoever shows the form. A question that can be
/// answered without its options keeps them back until the learner has an answer in mind. The form judges nothing and stays as it is when an
/// answer was given.
class QuestionForm : public QWidget
{
    Q_OBJECT

public:
    /// Copies what it needs; the workspace is asked for pictures alone and has to outlive the form.
    QuestionForm(const exchange::QuizQuestion& question, const session::Workspace& workspace, QWidget* parent = nullptr);

    void begin(); ///< puts the focus on the first control
    void showOptions(); ///< that are kept back, and begins; where an answer is only to be found out
    [[nodiscard]] exchange::QuizAnswer answer() const; ///< as judge() takes it
    [[nodiscard]] bool isComplete() const; ///< something is chosen, moved or typed; "Answer" is disabled before
    [[nodiscard]] QString written() const; ///< in sentences or lines; empty for what is chosen, moved or a number
    void write(const QString& text); ///< what was written before
    void setRemark(const QString& text); ///< a sentence under the controls; an empty one takes it away

    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void submitted(const waymark::exchange::QuizAnswer& answer);
    void changed(); ///< what is chosen, moved or typed
    void gaveUp(); ///< "I do not know": a wrong answer; the host shows the right one
    void heightChanged(); ///< its heightForWidth is another one, at the width it has

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    [[nodiscard]] QWidget* makeUnseen();
    [[nodiscard]] QLayout* makeRemark();
    [[nodiscard]] QLayout* makeButtons();
    [[nodiscard]] static QString hint(exchange::QuestionKind kind);
    void setAnswering(bool on); ///< or shows what stands in the place of the options
    void submit();
    void follow();
    void measure();

    AnswerControl* m_control;
    QWidget* m_unseen = nullptr; ///< stands in the place of the options; null for a question that shows them at once
    QPushButton* m_show = nullptr;
    TextLabel* m_hint;
    IconMark* m_remarkMark = nullptr;
    TextLabel* m_remark = nullptr;
    QPushButton* m_submit = nullptr;
    QPushButton* m_giveUp = nullptr;
    int m_width = -1; ///< for which m_height was measured
    int m_height = -1;
};

} // namespace waymark::ui
