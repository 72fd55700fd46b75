// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/skill/DraftPanel.h>

class QCheckBox;

namespace waymark::ui {

/// The learner's note on a skill, and whether it goes out with the plan.
class NotePanel : public DraftPanel
{
    Q_OBJECT

public:
    explicit NotePanel(session::Workspace& workspace, QWidget* parent = nullptr);

protected:
    [[nodiscard]] QString stored() const override;
    [[nodiscard]] domain::Result<domain::Edit> edit(const QString& skill, const QString& text) const override;
    void follow(bool isWriting) override;

private:
    QCheckBox* m_shared;
};

} // namespace waymark::ui
