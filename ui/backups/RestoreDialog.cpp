// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/backups/RestoreDialog.h>

#include <ui/ReadOnly.h>
#include <ui/backups/RestorePreview.h>
#include <ui/lists/ListStandIn.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>
#include <ui/words/BackupWords.h>
#include <ui/words/Isolated.h>
#include <ui/words/ReadOnlyWords.h>

#include <QFileDialog>
#include <QFileInfo>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

RestoreDialog::RestoreDialog(const session::Workspace& workspace, std::shared_ptr<const domain::BackupShelf> shelf, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_shelf(std::move(shelf))
    , m_model(workspace.zone())
    , m_pages(new QStackedWidget(this))
{
    setObjectName(u"restoreDialog"_s);
    setWindowTitle(tr("Restore a backup"));
    m_pages->addWidget(makeEmpty());
    m_pages->addWidget(makeChoice());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::l);
    column->addWidget(makeHead());
    column->addWidget(m_pages, 1);
    column->addLayout(makeFoot());
    resize(840, 600);
    refresh();
    if (m_model.rowCount() > 0) {
        m_list->setCurrentIndex(m_model.index(0));
        m_list->setFocus(Qt::OtherFocusReason);
    }
    follow();
    whenReadOnlyChanges(m_workspace, this, [this] {
        m_said->clear();
        follow();
    });
}

QWidget* RestoreDialog::makeHead()
{
    auto* head = new QWidget(this);
    auto* column = bareColumn(head, space::xs);
    column->addWidget(new TextLabel(TextRole::Title, tr("Restore a backup"), head));
    m_last = wrapped(TextRole::Caption, {}, head);
    m_last->setObjectName(u"restore.last"_s);
    column->addWidget(m_last);
    return head;
}

QWidget* RestoreDialog::makeEmpty()
{
    auto* empty = new ListStandIn(u"restore.empty"_s, this);
    empty->setText(tr("There is no backup of this library yet. Waymark makes one a day, and you can make one now."));
    m_make = pushButton(u"restore.make"_s, tr("Make a backup and test it"), empty, ButtonKind::Primary);
    connect(m_make, &QPushButton::clicked, this, &RestoreDialog::makeFirst);
    empty->addWidget(m_make);
    return empty;
}

QWidget* RestoreDialog::makeChoice()
{
    auto* choice = new QWidget(this);
    m_list = new QListView(choice);
    m_list->setObjectName(u"restore.list"_s);
    m_list->setAccessibleName(tr("Backups, newest first"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new BackupDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFixedWidth(size::inspector);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (m_isBound && current.isValid()) {
            choose(current.data(BackupListModel::PathRole).toString());
        }
    });
    m_preview = new RestorePreview(m_workspace.zone());
    auto* scrolled = scrollable(m_preview, choice);
    scrolled->setObjectName(u"restore.preview"_s);
    m_fault = new ListStandIn(u"restore.fault"_s, choice);
    m_sides = new QStackedWidget(choice);
    m_sides->addWidget(scrolled);
    m_sides->addWidget(makeReading());
    m_sides->addWidget(m_fault);
    auto* row = bareRow(choice, space::xl);
    row->addWidget(m_list);
    row->addWidget(m_sides, 1);
    return choice;
}

QWidget* RestoreDialog::makeReading()
{
    m_waiting = new ListStandIn(u"restore.waiting"_s, this);
    auto* bar = new QProgressBar(m_waiting);
    bar->setObjectName(u"restore.progress"_s);
    bar->setAccessibleName(tr("Reading the backup"));
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setFixedWidth(size::inspector / 2);
    auto* stopping = pushButton(u"restore.stop"_s, tr("Stop"), m_waiting);
    connect(stopping, &QPushButton::clicked, this, &RestoreDialog::stop);
    m_waiting->addWidget(bar);
    m_waiting->addWidget(stopping);
    return m_waiting;
}

QLayout* RestoreDialog::makeFoot()
{
    m_said = wrapped(TextRole::Caption, {}, this);
    m_said->setObjectName(u"restore.said"_s);
    m_file = pushButton(u"restore.file"_s, tr("Another file…"), this, ButtonKind::Quiet);
    m_test = pushButton(u"restore.test"_s, tr("Test this backup"), this);
    auto* cancel = pushButton(u"restore.cancel"_s, tr("Cancel"), this);
    m_restore = pushButton(u"restore.accept"_s, tr("Restore this backup"), this, ButtonKind::Primary);
    for (QPushButton* button : { m_file, m_test, cancel, m_make }) {
        button->setAutoDefault(false);
    }
    m_restore->setDefault(true);
    connect(m_file, &QPushButton::clicked, this, &RestoreDialog::askForFile);
    connect(m_test, &QPushButton::clicked, this, &RestoreDialog::test);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_restore, &QPushButton::clicked, this, &QDialog::accept);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_file);
    row->addWidget(m_test);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_restore);
    auto* foot = new QVBoxLayout;
    foot->setSpacing(space::m);
    foot->addWidget(m_said);
    foot->addLayout(row);
    return foot;
}

void RestoreDialog::refresh()
{
    const auto backups = m_shelf->list();
    m_isBound = false;
    m_model.setBackups(backups);
    m_isBound = true;
    m_last->setText(BackupWords::last(backups, m_workspace.zone()));
    m_pages->setCurrentIndex(backups.empty() && m_backup.isEmpty() ? 0 : 1);
}

void RestoreDialog::follow()
{
    const bool isBusy = m_testing.isRunning();
    const bool isEmpty = m_pages->currentIndex() == 0;
    m_test->setVisible(!isEmpty);
    m_restore->setVisible(!isEmpty);
    m_last->setVisible(!isEmpty);
    m_said->setVisible(!isEmpty);
    m_test->setEnabled(!m_backup.isEmpty() && !isBusy);
    m_make->setEnabled(!isBusy);
    m_file->setEnabled(!isBusy);
    m_list->setEnabled(!isBusy);
    m_restore->setEnabled(m_isRead && !isBusy && !m_workspace.isReadOnly());
    const QString obstacle = ReadOnlyWords::obstacle(m_workspace, tr("The library is open read-only, so nothing can be restored here."));
    if (!obstacle.isEmpty()) {
        m_said->setText(obstacle);
    } else if (!isBusy && m_said->text().isEmpty()) {
        m_said->setText(tr("The library as it is now is kept as a backup. To go back to it, restore that one."));
    }
}

void RestoreDialog::choose(const QString& backup)
{
    m_backup = backup;
    m_said->clear();
    readAgain();
}

void RestoreDialog::readAgain()
{
    m_isRead = false;
    m_waiting->setText(tr("Reading %1 …").arg(isolated(QFileInfo(m_backup).fileName())));
    m_sides->setCurrentIndex(1);
    const domain::LibraryContents known { m_workspace.libraryId().value_or(QString()), m_workspace.course(), m_workspace.progress(), {} };
    m_reading.start(
        [shelf = m_shelf, backup = m_backup, reader = m_workspace.reader(), known, moment = m_workspace.moment()](
            const std::stop_token& token) {
            return shelf->contents(backup, token).and_then([&](const domain::LibraryContents& then) -> Comparison {
                const auto now = reader({ token });
                if (!now && now.error().code == domain::ErrorCode::Cancelled) {
                    return tl::unexpected(now.error());
                }
                // A library whose journal cannot be read any more is one that wants a backup.
                return learning::compareLibraries(now ? *now : known, then, moment);
            });
        },
        [this](const Comparison& comparison) { arrived(comparison); });
    follow();
}

void RestoreDialog::arrived(const Comparison& comparison)
{
    if (comparison) {
        m_preview->show(*comparison, m_workspace.roadmap());
        m_sides->setCurrentIndex(0);
        m_isRead = true;
    } else {
        showFault(comparison.error());
    }
    follow();
}

void RestoreDialog::showFault(const domain::Error& error)
{
    m_fault->setText(BackupWords::failure(error));
    m_sides->setCurrentIndex(2);
    m_isRead = false;
}

void RestoreDialog::askForFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Choose a backup"), QFileInfo(m_backup).absolutePath(), tr("Waymark libraries (*.waymark)"));
    if (!path.isEmpty()) {
        open(path);
    }
}

void RestoreDialog::open(const QString& backup)
{
    m_pages->setCurrentIndex(1);
    if (const int row = m_model.rowOf(backup); row >= 0) {
        m_list->setCurrentIndex(m_model.index(row));
        return;
    }
    m_isBound = false;
    m_list->setCurrentIndex({});
    m_isBound = true;
    choose(backup);
}

void RestoreDialog::prove(const QString& doing, const std::function<Proof(const domain::BackupShelf&, const std::stop_token&)>& work)
{
    m_reading.cancel();
    m_waiting->setText(doing);
    m_pages->setCurrentIndex(1);
    m_sides->setCurrentIndex(1);
    m_testing.start([shelf = m_shelf, work](const std::stop_token& token) { return work(*shelf, token); },
        [this](const Proof& proof) {
            refresh();
            if (!proof) {
                showFault(proof.error());
                follow();
                return;
            }
            m_said->setText(BackupWords::proof(*proof, m_workspace.zone()));
            m_backup = proof->file;
            m_isBound = false;
            m_list->setCurrentIndex(m_model.index(m_model.rowOf(m_backup)));
            m_isBound = true;
            readAgain();
        });
    follow();
}

void RestoreDialog::test()
{
    prove(tr("Testing %1 …").arg(isolated(QFileInfo(m_backup).fileName())),
        [backup = m_backup](const domain::BackupShelf& shelf, const std::stop_token& token) { return shelf.test(backup, token); });
}

void RestoreDialog::makeFirst()
{
    prove(tr("Making a backup and testing it …"),
        [](const domain::BackupShelf& shelf, const std::stop_token& token) { return shelf.makeTested(token); });
}

void RestoreDialog::stop()
{
    m_reading.cancel();
    m_testing.cancel();
    refresh();
    m_fault->setText(tr("Stopped. Choose a backup to see what its restore would change."));
    m_sides->setCurrentIndex(2);
    follow();
}

} // namespace waymark::ui
