// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/QuizAnswers.h>

#include <QWidget>

namespace waymark::ui {

/// That by which a question of one or more kinds is answered.
class AnswerControl : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void begin() = 0; ///< takes the focus
    [[nodiscard]] virtual exchange::QuizAnswer answer() const = 0;
    [[nodiscard]] virtual bool isComplete() const = 0; ///< something is chosen, moved or typed
    /// What is written in sentences or lines, and would be a pity to lose; empty for what is soon given again.
    [[nodiscard]] virtual QString written() const { return {}; }
    virtual void write(const QString& text) { Q_UNUSED(text); } ///< what was written before

Q_SIGNALS:
    void changed(); ///< the answer or whether it is complete
    void submitRequested(); ///< by the key that answers
};

} // namespace waymark::ui
