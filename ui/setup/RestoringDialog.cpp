// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/setup/RestoringDialog.h>

#include <ui/setup/WorkProgress.h>
#include <ui/theme/Tokens.h>

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int lookEvery = 100; ///< milliseconds

} // namespace

RestoringDialog::RestoringDialog(Work work, QWidget* parent)
    : QDialog(parent)
    , m_progress(new WorkProgress(u"restoring"_s, tr("How far the restore is"), this))
    , m_permille(std::make_shared<std::atomic<int>>(0))
{
    setObjectName(u"restoring"_s);
    setWindowTitle(tr("Waymark"));
    m_progress->setWords(tr("Restoring the backup"),
        tr("What is there now is kept, and the restored library takes its place at the very end. If you cancel, everything stays as "
           "it is."));
    connect(m_progress, &WorkProgress::cancelled, this, &RestoringDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column->addWidget(m_progress);
    setMinimumWidth(size::inspector + size::rail);
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, [this] { m_progress->setPermille(*m_permille); });
    m_look.start();
    m_task.start(
        [work = std::move(work), stop = m_stop.get_token(), far = m_permille](const std::stop_token&) {
            return work({ stop, [far](int permille) { *far = permille; } });
        },
        [this](const Outcome& outcome) { finish(outcome); });
}

RestoringDialog::~RestoringDialog()
{
    m_stop.request_stop();
}

void RestoringDialog::reject()
{
    if (!m_task.isRunning()) {
        QDialog::reject();
        return;
    }
    m_stop.request_stop();
    m_progress->setCancelling();
}

void RestoringDialog::finish(const Outcome& outcome)
{
    m_outcome = outcome;
    if (outcome) {
        accept();
    } else {
        QDialog::reject();
    }
}

} // namespace waymark::ui
