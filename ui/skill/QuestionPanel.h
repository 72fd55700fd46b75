// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/skill/DraftPanel.h>

namespace waymark::ui {

/// What the learner asks the mentor about a skill; it goes out with the plan. A button until there is a question, then its field. An empty
/// text takes the question back.
class QuestionPanel : public DraftPanel
{
    Q_OBJECT

public:
    explicit QuestionPanel(session::Workspace& workspace, QWidget* parent = nullptr);

protected:
    [[nodiscard]] QString stored() const override;
    [[nodiscard]] domain::Result<domain::Edit> edit(const QString& skill, const QString& text) const override;
    [[nodiscard]] QString said() const override;
    void follow(bool isWriting) override;

private:
    void showField(bool shown);

    QPushButton* m_ask;
    TextLabel* m_caption;
};

} // namespace waymark::ui
