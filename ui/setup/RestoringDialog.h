// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/BackupShelf.h>
#include <session/Task.h>

#include <QDialog>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace waymark::ui {

class WorkProgress;

/// Puts a backup in the place of the library on a worker: shows how far it is and takes a cancel, until the restored file takes its name.
/// It knows nothing of files: the work is given. It stays until the work has ended; Accepted means that the backup is restored.
class RestoringDialog : public QDialog
{
    Q_OBJECT

public:
    /// Where the library is kept that was there. Runs in another thread; ends soon after its watch is told to stop.
    using Outcome = domain::Result<QString>;
    using Work = std::function<Outcome(const domain::ReadingWatch&)>;

    explicit RestoringDialog(Work work, QWidget* parent = nullptr);
    ~RestoringDialog() override;

    [[nodiscard]] const std::optional<Outcome>& outcome() const { return m_outcome; } ///< none while the work goes on
    void reject() override; ///< while the work goes on this is a cancel

private:
    void finish(const Outcome& outcome);

    WorkProgress* m_progress;
    std::optional<Outcome> m_outcome;
    std::shared_ptr<std::atomic<int>> m_permille; ///< from the worker, which may outlive this where the program is ended
    QTimer m_look;
    std::stop_source m_stop;
    session::Task<Outcome> m_task;
};

} // namespace waymark::ui
