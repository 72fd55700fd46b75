// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/setup/WorkProgress.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>

#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int untilOffered = 500; // milliseconds

} // namespace

WorkProgress::WorkProgress(const QString& name, const QString& barName, QWidget* parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextRole::Title, {}, this))
    , m_text(wrapped(TextRole::Body, {}, this))
    , m_bar(new QProgressBar(this))
    , m_cancel(pushButton(name + u".cancel"_s, tr("Cancel"), this))
{
    m_bar->setObjectName(name + u".progress"_s);
    m_bar->setAccessibleName(barName);
    m_bar->setRange(0, whole);
    m_bar->setTextVisible(false);
    m_cancel->setAutoDefault(false); // it is no act to be led to
    connect(m_cancel, &QPushButton::clicked, this, &WorkProgress::cancelled);
    auto* column = bareColumn(this, space::m);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_bar);
    column->addStretch();
    column->addWidget(m_cancel, 0, Qt::AlignRight);
}

void WorkProgress::setWords(const QString& title, const QString& text)
{
    m_title->setText(title);
    m_text->setText(text);
}

void WorkProgress::setPermille(int permille)
{
    m_bar->setRange(0, whole);
    m_bar->setValue(permille);
}

void WorkProgress::setUnknown()
{
    m_bar->setRange(0, 0);
}

void WorkProgress::offerCancelSoon()
{
    m_cancel->setEnabled(false);
    QTimer::singleShot(untilOffered, m_cancel, [this] { m_cancel->setEnabled(!m_isCancelling); });
}

void WorkProgress::setCancelling()
{
    m_isCancelling = true;
    m_cancel->setEnabled(false);
    m_cancel->setText(tr("Cancelling…"));
}

} // namespace waymark::ui
