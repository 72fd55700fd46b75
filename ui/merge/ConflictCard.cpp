// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/merge/ConflictCard.h>

#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>
#include <ui/words/MergeWords.h>

#include <session/Workspace.h>

#include <QGridLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int columns = 2;
constexpr qsizetype longText = 240; ///< from here on a value scrolls in a box of its own
constexpr int boxHeight = 140;

} // namespace

ConflictCard::ConflictCard(
    const domain::ConflictValues& values, const session::Workspace& workspace, int number, bool canKeep, QWidget* parent)
    : Card(parent)
{
    const QString about = MergeWords::about(values, workspace.roadmap());
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::l, space::l, space::l, space::l);
    whole->setSpacing(space::m);
    whole->addWidget(wrapped(TextRole::Strong, about, this));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::xl);
    grid->setVerticalSpacing(space::l);
    whole->addLayout(grid);
    for (int i = -1; i < std::ssize(values.others); ++i) {
        const std::optional<int> other = i < 0 ? std::nullopt : std::optional(i);
        const std::optional<domain::Record> record = other ? values.others[static_cast<std::size_t>(i)] : values.shown;
        auto* column = new QVBoxLayout;
        column->setSpacing(space::xs);
        column->addWidget(new TextLabel(TextRole::Caption, other ? tr("Waiting") : tr("Shown now"), this));
        addValue(
            *column, about, MergeWords::value(values, record, workspace.roadmap(), workspace.zone()), u"%1.%2"_s.arg(number).arg(i + 1));
        column->addStretch(1);
        if (canKeep) {
            auto* keep = pushButton(u"conflict.keep.%1.%2"_s.arg(number).arg(i + 1), tr("Keep this"), this);
            keep->setAutoDefault(false);
            keep->setAccessibleName(
                other ? tr("Keep the waiting value: %1").arg(about) : tr("Keep the value that is shown: %1").arg(about));
            connect(keep, &QPushButton::clicked, this, [this, other] { Q_EMIT kept(other); });
            column->addSpacing(space::s);
            column->addWidget(keep, 0, Qt::AlignLeading);
        }
        grid->addLayout(column, (i + 1) / columns, (i + 1) % columns);
    }
    for (int column = 0; column < columns; ++column) {
        grid->setColumnStretch(column, 1);
    }
}

void ConflictCard::addValue(QVBoxLayout& column, const QString& about, const QString& text, const QString& id)
{
    if (text.size() < longText && text.count(u'\n') < 5) {
        auto* label = wrapped(TextRole::Body, text, this);
        label->setObjectName(u"conflict.value.%1"_s.arg(id));
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column.addWidget(label);
        return;
    }
    auto* box = new QPlainTextEdit(text, this);
    box->setObjectName(u"conflict.value.%1"_s.arg(id));
    box->setAccessibleName(about);
    box->setReadOnly(true);
    box->setTabChangesFocus(true);
    box->setFixedHeight(boxHeight);
    column.addWidget(box);
}

} // namespace waymark::ui
