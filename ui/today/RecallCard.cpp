// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/today/RecallCard.h>

#include <ui/theme/Tokens.h>
#include <ui/words/Words.h>

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

RecallCard::RecallCard(const session::RecallDue& due, bool first, QWidget* parent)
    : Card(parent)
{
    setObjectName(u"step.recall"_s);
    const QString title = tr("%n card(s) to recall", nullptr, due.asked);
    setAccessibleName(title);
    auto* head = new QHBoxLayout;
    head->addWidget(new Chip(tr("Recall"), IconId::Recall, Tone::Trail, this));
    head->addStretch(1);
    head->addWidget(new TextLabel(TextRole::Caption, tr("about %1", "minutes").arg(Words::minutes(due.minutes)), this));

    auto* start = new QPushButton(tr("Start"), this);
    start->setObjectName(u"open.recall"_s);
    start->setAccessibleName(tr("%1: %2", "button and cards").arg(start->text(), title));
    setButtonKind(*start, first ? ButtonKind::Primary : ButtonKind::Standard);
    connect(start, &QPushButton::clicked, this, &RecallCard::startRequested);

    const int known = due.asked - due.fresh;
    const QString what = due.fresh == 0 ? tr("All of them were asked before and would soon be forgotten.")
        : known == 0                    ? tr("All of them are new, from the lessons that you have begun.")
                                        : tr("%1 of them were asked before, %2 are new.").arg(known).arg(due.fresh);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(head);
    column->addSpacing(space::xs);
    column->addWidget(wrapped(TextRole::Heading, title, this));
    column->addWidget(wrapped(TextRole::Body, what, this));
    column->addStretch(1);
    if (due.left > 0) {
        column->addWidget(wrapped(TextRole::Caption, tr("%n more card(s) due, for another day.", nullptr, due.left), this));
    }
    column->addSpacing(space::xs);
    column->addWidget(start, 0, Qt::AlignLeft);
}

} // namespace waymark::ui
