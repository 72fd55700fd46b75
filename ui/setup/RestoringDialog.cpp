// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/setup/RestoringDialog.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Tokens.h>

#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int whole = 1000; ///< thousandths of the work
constexpr int lookEvery = 100; ///< milliseconds

} // namespace

RestoringDialog::RestoringDialog(Work work, QWidget* parent)
    : QDialog(parent)
    , m_permille(std::make_shared<std::atomic<int>>(0))
{
    setObjectName(u"restoring"_s);
    setWindowTitle(tr("Waymark"));
    m_bar = new QProgressBar(this);
    m_bar->setObjectName(u"restoring.progress"_s);
    m_bar->setAccessibleName(tr("How far the restore is"));
    m_bar->setRange(0, whole);
    m_cancel = pushButton(u"restoring.cancel"_s, tr("Cancel"), this);
    m_cancel->setAutoDefault(false); // it is no act to be led to
    connect(m_cancel, &QPushButton::clicked, this, &RestoringDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column->setSpacing(space::m);
    column->addWidget(new TextLabel(TextRole::Title, tr("Restoring the backup"), this));
    column->addWidget(wrapped(TextRole::Body,
        tr("What is there now is kept, and the restored library takes its place at the very end. If you cancel, everything stays as "
           "it is."),
        this));
    column->addWidget(m_bar);
    column->addStretch();
    column->addWidget(m_cancel, 0, Qt::AlignRight);
    setMinimumWidth(size::inspector + size::rail);
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, [this] { m_bar->setValue(*m_permille); });
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
    m_cancel->setEnabled(false);
    m_cancel->setText(tr("Cancelling…"));
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
