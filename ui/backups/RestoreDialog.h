// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/backups/BackupListModel.h>

#include <learning/LibraryComparison.h>
#include <session/Task.h>
#include <session/Workspace.h>

#include <QDialog>

#include <memory>
#include <optional>

class QListView;
class QPushButton;
class QStackedWidget;

namespace waymark::ui {

class ListStandIn;
class RestorePreview;
class TextLabel;

/// Lets one choose a backup and see what its restore would change before anything is done. It restores nothing itself: Accepted means
/// that this person wants backup(). Backups are read, tested and made on a worker.
class RestoreDialog : public QDialog
{
    Q_OBJECT

public:
    RestoreDialog(const session::Workspace& workspace, std::shared_ptr<const domain::BackupShelf> shelf, QWidget* parent = nullptr);

    using QDialog::open;
    void open(const QString& backup); ///< chooses a file that need not be in the list
    [[nodiscard]] const QString& backup() const { return m_backup; }

private:
    using Proof = domain::Result<domain::BackupProof>;
    using Comparison = domain::Result<learning::LibraryComparison>;

    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeEmpty();
    [[nodiscard]] QWidget* makeChoice();
    [[nodiscard]] QWidget* makeReading();
    [[nodiscard]] QLayout* makeFoot();
    void refresh(); ///< the list, from the shelf
    void choose(const QString& backup);
    void arrived(const Comparison& comparison);
    void showFault(const domain::Error& error);
    void askForFile();
    void test();
    void makeFirst();
    void prove(const QString& doing, const std::function<Proof(const domain::BackupShelf&, const std::stop_token&)>& work);
    void stop();
    void follow(); ///< what can be done now
    void readAgain();

    const session::Workspace& m_workspace;
    std::shared_ptr<const domain::BackupShelf> m_shelf;
    BackupListModel m_model;
    session::Task<Comparison> m_reading;
    session::Task<Proof> m_testing;
    QString m_backup; ///< chosen
    bool m_isRead = false; ///< what its restore would change is shown
    bool m_isBound = true; ///< the list follows the backup; false while it is only brought up to date
    TextLabel* m_last = nullptr;
    QStackedWidget* m_pages = nullptr; ///< empty, or the choice
    QStackedWidget* m_sides = nullptr; ///< what is known of the chosen backup
    QListView* m_list = nullptr;
    RestorePreview* m_preview = nullptr;
    ListStandIn* m_waiting = nullptr;
    ListStandIn* m_fault = nullptr;
    QPushButton* m_file = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_make = nullptr; ///< in the empty view
    QPushButton* m_restore = nullptr;
    TextLabel* m_said = nullptr;
};

} // namespace waymark::ui
