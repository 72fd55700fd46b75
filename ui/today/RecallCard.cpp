// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/today/RecallCard.h>

#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>
#include <ui/words/Isolated.h>
#include <ui/words/Words.h>

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

RecallCard::RecallCard(const Work& work, bool first, QWidget* parent)
    : Card(parent)
{
    const session::RecallDue& due = work.cards;
    const int questions = work.questions;
    setObjectName(u"step.recall"_s);
    const QString again = tr("%n question(s) to try again", nullptr, questions);
    const QString title = due.asked > 0 ? tr("%n card(s) to recall", nullptr, due.asked) : again;
    setAccessibleName(title);
    auto* head = new QHBoxLayout;
    head->addWidget(new Chip(tr("Recall"), IconId::Recall, Tone::Trail, this));
    head->addStretch(1);
    if (due.asked > 0) {
        head->addWidget(new TextLabel(TextRole::Caption, tr("about %1", "minutes").arg(Words::minutes(due.minutes)), this));
    }

    auto* column = bareColumn(this, space::s);
    column->addLayout(head);
    column->addSpacing(space::xs);
    column->addWidget(wrapped(TextRole::Heading, title, this));
    column->addWidget(wrapped(TextRole::Body, detail(due), this));
    column->addStretch(1);
    if (!work.fading.isEmpty()) {
        const auto more = static_cast<int>(work.fading.size()) - 1;
        column->addWidget(wrapped(TextRole::Caption,
            more == 0 ? tr("\"%1\" is fading.").arg(isolated(work.fading.front()))
                      : tr("\"%1\" and %n more skill(s) are fading.", nullptr, more).arg(isolated(work.fading.front())),
            this));
    }
    if (due.left > 0) {
        column->addWidget(wrapped(TextRole::Caption, tr("%n more card(s) due, for another day.", nullptr, due.left), this));
    }
    column->addSpacing(space::xs);
    const ButtonKind kind = first ? ButtonKind::Primary : ButtonKind::Standard;
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    if (due.asked > 0) {
        QPushButton* start = makeButton(u"open.recall"_s, tr("Start"), title, kind);
        connect(start, &QPushButton::clicked, this, &RecallCard::startRequested);
        buttons->addWidget(start);
    }
    if (questions > 0) {
        QPushButton* tryAgain
            = makeButton(u"open.questions"_s, due.asked > 0 ? again : tr("Start"), again, due.asked > 0 ? ButtonKind::Quiet : kind);
        connect(tryAgain, &QPushButton::clicked, this, &RecallCard::questionsRequested);
        buttons->addWidget(tryAgain);
    }
    buttons->addStretch(1);
    column->addLayout(buttons);
}

QPushButton* RecallCard::makeButton(const QString& name, const QString& text, const QString& title, ButtonKind kind)
{
    auto* button = pushButton(name, text, this, kind);
    button->setAccessibleName(text == title ? text : tr("%1: %2", "button and cards").arg(text, isolated(title)));
    return button;
}

QString RecallCard::detail(const session::RecallDue& due)
{
    if (due.asked == 0) {
        return tr("You answered them wrong on an earlier day, or they are easily taken for those.");
    }
    const int known = due.asked - due.fresh;
    return due.fresh == 0 ? tr("All of them were asked before and would soon be forgotten.")
        : known == 0      ? tr("All of them are new, from the lessons that you have begun.")
                          : tr("%1 %2", "two sentences")
                           .arg(tr("%n of them was/were asked before.", nullptr, known), tr("%n is/are new.", nullptr, due.fresh));
}

} // namespace waymark::ui
