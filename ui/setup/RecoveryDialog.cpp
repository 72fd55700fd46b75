// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/setup/RecoveryDialog.h>

#include <ui/setup/WorkProgress.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/Isolated.h>
#include <ui/words/RecoveryWords.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

enum Page { ProgressPage, ReportPage, FailurePage };
enum Column { WhatColumn, SavedColumn, LostColumn, SourcesColumn, columnCount };

constexpr int lookEvery = 100; // milliseconds
constexpr int reportWidth = 800;
constexpr int reportHeight = 560;

QTableWidgetItem* cell(const QString& text, Qt::Alignment alignment)
{
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setTextAlignment(alignment | Qt::AlignVCenter);
    return item;
}

QHBoxLayout* buttonRow(std::initializer_list<QPushButton*> buttons)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addStretch();
    for (QPushButton* button : buttons) {
        row->addWidget(button);
    }
    return row;
}

} // namespace

RecoveryDialog::RecoveryDialog(Work work, QWidget* parent)
    : QDialog(parent)
    , m_progress(new WorkProgress(u"recovery"_s, tr("How far the recovery is"), this))
    , m_permille(std::make_shared<std::atomic<int>>(0))
{
    setObjectName(u"recovery"_s);
    setWindowTitle(tr("Waymark"));
    m_progress->setWords(tr("Recovering the library"),
        tr("The damaged file is only read until the recovered library is whole and checked. Nothing has changed if you cancel."));
    connect(m_progress, &WorkProgress::cancelled, this, &RecoveryDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_progress);
    m_pages->addWidget(makeReportPage());
    m_pages->addWidget(makeFailurePage());
    column->addWidget(m_pages);
    setMinimumWidth(560);
    start(std::move(work));
}

QWidget* RecoveryDialog::makeReportPage()
{
    auto* page = new QWidget(this);
    auto* column = bareColumn(page, space::m);
    column->addWidget(new TextLabel(TextRole::Title, tr("The library is recovered"), page));
    m_summary = wrapped(TextRole::Body, {}, page);
    m_summary->setObjectName(u"recoverySummary"_s);
    column->addWidget(m_summary);
    m_table = new QTableWidget(0, columnCount, page);
    m_table->setObjectName(u"recoveryTable"_s);
    m_table->setAccessibleName(tr("What came back"));
    m_table->setHorizontalHeaderLabels({ tr("What"), tr("Saved"), tr("Lost"), tr("From where") });
    for (int i = 0; i < columnCount; ++i) {
        const auto side = i == SavedColumn || i == LostColumn ? Qt::AlignTrailing : Qt::AlignLeading;
        m_table->horizontalHeaderItem(i)->setTextAlignment(side | Qt::AlignVCenter);
    }
    m_table->setWordWrap(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    column->addWidget(m_table, 1);
    m_kept = wrapped(TextRole::Caption, {}, page);
    m_kept->setObjectName(u"recoveryKept"_s);
    m_kept->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_kept);
    auto* copy = pushButton(u"recoveryCopy"_s, tr("Copy the report"), page);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text); });
    auto* open = pushButton(u"recoveryOpen"_s, tr("Open the library"), page, ButtonKind::Primary);
    connect(open, &QPushButton::clicked, this, &QDialog::accept);
    column->addLayout(buttonRow({ copy, open }));
    return page;
}

QWidget* RecoveryDialog::makeFailurePage()
{
    auto* page = new QWidget(this);
    auto* column = bareColumn(page, space::m);
    column->addWidget(new TextLabel(TextRole::Title, tr("The library was not recovered"), page));
    m_failure = wrapped(TextRole::Body, {}, page);
    m_failure->setObjectName(u"recoveryFailure"_s);
    m_failure->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_failure);
    column->addStretch();
    auto* back = pushButton(u"recoveryBack"_s, tr("Back"), page, ButtonKind::Primary);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    column->addLayout(buttonRow({ back }));
    return page;
}

RecoveryDialog::~RecoveryDialog()
{
    m_stop.request_stop();
}

/// The dialog stays until the work has ended, as reject() sees to it, but where the program is being ended: the work knows nothing of it.
void RecoveryDialog::start(Work work)
{
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, [this] { m_progress->setPermille(*m_permille); });
    m_look.start();
    m_task.start(
        [work = std::move(work), stop = m_stop.get_token(), far = m_permille](const std::stop_token&) {
            constexpr int permilleOfPercent = WorkProgress::whole / 100;
            return work({ stop, [far](int percent) { *far = percent * permilleOfPercent; } });
        },
        [this](const domain::Result<domain::RecoveryReport>& result) { finish(result); });
}

void RecoveryDialog::reject()
{
    if (!m_task.isRunning()) {
        QDialog::reject();
        return;
    }
    m_stop.request_stop();
    m_progress->setCancelling();
}

void RecoveryDialog::finish(const domain::Result<domain::RecoveryReport>& result)
{
    m_look.stop();
    if (result) {
        showReport(*result);
    } else if (result.error().code == domain::ErrorCode::Cancelled) {
        QDialog::reject();
    } else {
        m_failure->setText(ErrorSentence::of(result.error()));
        m_pages->setCurrentIndex(FailurePage);
        findChild<QPushButton*>(u"recoveryBack"_s)->setFocus();
    }
}

void RecoveryDialog::showReport(const domain::RecoveryReport& report)
{
    m_text = RecoveryWords::text(report);
    m_summary->setText(RecoveryWords::summary(report));
    m_kept->setText(tr("The damaged library is kept at %1.").arg(isolated(report.kept)));
    for (const domain::RecoveredTable& table : report.tables) {
        if (table.saved == 0 && table.lost == 0) {
            continue;
        }
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        m_table->setItem(row, WhatColumn, cell(RecoveryWords::of(table), Qt::AlignLeading));
        m_table->setItem(row, SavedColumn, cell(locale().toString(table.saved), Qt::AlignTrailing));
        m_table->setItem(row, LostColumn, cell(RecoveryWords::lost(table), Qt::AlignTrailing));
        m_table->setItem(row, SourcesColumn, cell(RecoveryWords::sources(table), Qt::AlignLeading));
    }
    m_pages->setCurrentIndex(ReportPage);
    const QPoint middle = geometry().center(); // it grows to all sides
    resize(std::max(width(), reportWidth), std::max(height(), reportHeight));
    move(middle - rect().center());
    findChild<QPushButton*>(u"recoveryOpen"_s)->setFocus();
}

} // namespace waymark::ui
