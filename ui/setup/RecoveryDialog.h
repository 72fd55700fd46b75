// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Task.h>

#include <domain/Recovery.h>

#include <QDialog>
#include <QTimer>

#include <atomic>
#include <memory>

class QStackedWidget;
class QTableWidget;

namespace waymark::ui {

class TextLabel;
class WorkProgress;

/// Recovers a library on a worker: shows how far it is, takes a cancel, and then says what came back. It knows nothing of files: the work
/// is given. Accepted means that there is a library to open; rejected, that nothing has changed.
class RecoveryDialog : public QDialog
{
    Q_OBJECT

public:
    /// Runs in another thread; ends soon after its watch is told to stop.
    using Work = std::function<domain::Result<domain::RecoveryReport>(const domain::RecoveryWatch&)>;

    explicit RecoveryDialog(Work work, QWidget* parent = nullptr);
    ~RecoveryDialog() override; ///< as a cancel: the work may outlive it for a while

    void reject() override; ///< while the work goes on this is a cancel, and the dialog stays until the work has ended

private:
    [[nodiscard]] QWidget* makeReportPage();
    [[nodiscard]] QWidget* makeFailurePage();
    void start(Work work);
    void finish(const domain::Result<domain::RecoveryReport>& result);
    void showReport(const domain::RecoveryReport& report);

    QStackedWidget* m_pages = nullptr;
    WorkProgress* m_progress;
    TextLabel* m_summary = nullptr;
    TextLabel* m_kept = nullptr;
    TextLabel* m_failure = nullptr;
    QTableWidget* m_table = nullptr;
    QString m_text; ///< the report, to copy
    std::shared_ptr<std::atomic<int>> m_permille; ///< of the work, as the worker says
    QTimer m_look; ///< looks at it
    std::stop_source m_stop;
    session::Task<domain::Result<domain::RecoveryReport>> m_task;
};

} // namespace waymark::ui
