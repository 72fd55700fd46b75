// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/RecallDesk.h>

#include <QDialog>

class QDialogButtonBox;
class QGridLayout;
class QSpinBox;

namespace waymark::ui {

class TextLabel;

/// How sure the learner wants to be, how long a session is, and how many new cards a day: with what each of it costs, as far as the
/// records tell. Saving makes one edit; what fails is said inside it.
class RecallOptionsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RecallOptionsDialog(session::Workspace& workspace, QWidget* parent = nullptr);

    void accept() override;

private:
    QSpinBox* addRow(QGridLayout& grid, const QString& name, const QString& title, const QList<TextLabel*>& costs);
    QDialogButtonBox* makeButtons();
    void showOptions(const domain::RecallOptions& options);
    [[nodiscard]] domain::RecallOptions wanted() const;
    void follow();

    session::Workspace& m_workspace;
    session::RecallDesk m_desk;
    QSpinBox* m_retention = nullptr;
    QSpinBox* m_minutes = nullptr;
    QSpinBox* m_newPerDay = nullptr;
    TextLabel* m_cost;
    TextLabel* m_load;
    TextLabel* m_pace;
    TextLabel* m_fresh;
    TextLabel* m_fault;
};

} // namespace waymark::ui
