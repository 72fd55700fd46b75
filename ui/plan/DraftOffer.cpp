// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/DraftOffer.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace waymark::ui {

DraftOffer::DraftOffer(const QString& id, QWidget* parent)
    : QWidget(parent)
    , m_about(wrapped(TextRole::Caption, {}, this))
    , m_save(pushButton(id + u".save"_s, tr("Save it"), this))
{
    m_about->setObjectName(id + u".about"_s);
    auto* drop = pushButton(id + u".drop"_s, tr("Discard it"), this, ButtonKind::Quiet);
    auto* row = bareRow(this, space::s);
    row->addWidget(m_about, 1);
    row->addWidget(m_save);
    row->addWidget(drop);
    connect(m_save, &QPushButton::clicked, this, &DraftOffer::accepted);
    connect(drop, &QPushButton::clicked, this, &DraftOffer::dropped);
    hide();
}

void DraftOffer::offer(const QString& about)
{
    m_about->setText(about);
    show();
}

void DraftOffer::withoutSave()
{
    m_save->hide();
}

} // namespace waymark::ui
