// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/quiz/AnswerControl.h>

class QLineEdit;
class QPlainTextEdit;

namespace waymark::ui {

/// An answer that is typed: a number, a line's number or some words in a field, or the output of a program in several lines, where Enter is
/// a new line and Ctrl+Enter answers. The field is "quiz.text".
class TypedAnswer : public AnswerControl
{
    Q_OBJECT

public:
    explicit TypedAnswer(exchange::QuestionKind kind, QWidget* parent = nullptr);

    void begin() override;
    [[nodiscard]] exchange::QuizAnswer answer() const override;
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] QString written() const override;
    void write(const QString& text) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QWidget* makeField(exchange::QuestionKind kind);
    [[nodiscard]] QWidget* makeSheet();
    [[nodiscard]] QString text() const;
    void fitSheet();

    bool m_isNumber; ///< one is asked for: of a line, or of what is counted
    QLineEdit* m_field = nullptr;
    QPlainTextEdit* m_sheet = nullptr; ///< instead of the field, for an output
};

} // namespace waymark::ui
