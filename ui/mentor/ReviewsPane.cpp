// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/ReviewsPane.h>

#include <ui/theme/Controls.h>

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

ReviewsPane::ReviewsPane(session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
{
    Q_UNUSED(workspace);
    setObjectName(u"reviewsPane"_s);
    auto* sentence = wrapped(TextRole::Body, tr("Send your plan to a mentor. The answer comes back as a file that you import here."), this);
    sentence->setAlignment(Qt::AlignCenter);
    auto* send = new QPushButton(tr("Export the plan for a mentor…"), this);
    send->setObjectName(u"reviews.export"_s);
    setButtonKind(*send, ButtonKind::Primary);
    auto* take = new QPushButton(tr("Import a review…"), this);
    take->setObjectName(u"reviews.import"_s);
    connect(send, &QPushButton::clicked, this, &ReviewsPane::exportRequested);
    connect(take, &QPushButton::clicked, this, &ReviewsPane::importRequested);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(space::m);
    column->addStretch(1);
    column->addWidget(sentence);
    column->addWidget(send, 0, Qt::AlignHCenter);
    column->addWidget(take, 0, Qt::AlignHCenter);
    column->addStretch(2);
}

void ReviewsPane::showReview(const QString& review)
{
    Q_UNUSED(review);
}

QWidget* ReviewsPane::searchField()
{
    return nullptr;
}

QVariantMap ReviewsPane::view() const
{
    return {};
}

void ReviewsPane::restoreView(const QVariantMap& view)
{
    Q_UNUSED(view);
}

} // namespace waymark::ui
