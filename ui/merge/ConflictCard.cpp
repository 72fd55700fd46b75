// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/merge/ConflictCard.h>

#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>
#include <ui/words/ConflictWords.h>
#include <ui/words/Isolated.h>
#include <ui/words/LocalTime.h>

#include <session/Workspace.h>

#include <QGridLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int columns = 2;
constexpr int rowsOfValue = 3; ///< its caption, itself, and room before the next one
constexpr qsizetype longText = 240; ///< from here on a value scrolls in a box of its own
constexpr int boxHeight = 140;

QGridLayout* makeGrid(QVBoxLayout& whole)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::xl);
    grid->setVerticalSpacing(space::xs);
    for (int column = 0; column < columns; ++column) {
        grid->setColumnStretch(column, 1);
    }
    whole.addLayout(grid);
    return grid;
}

} // namespace

ConflictCard::ConflictCard(const domain::ConflictValues& values, const session::Workspace& workspace, int number, Use use, QWidget* parent)
    : Card(parent)
{
    const RecordWords::Place place { workspace.roadmap(), workspace.zone() };
    const QString about = ConflictWords::about(values, place);
    const QStringList texts = ConflictWords::values(values, place);
    const QStringList lines = ConflictWords::lines(values, place);
    const QString shown = use == Use::Preview ? tr("Shown after the merge") : tr("Shown now");
    const QString waiting = use == Use::Preview ? tr("Waits then") : tr("Waiting");
    const auto captionOf = [&](int value) {
        const QString state = value == 0 ? shown : waiting;
        const qint64 at = values.written.at(static_cast<std::size_t>(value));
        return at == 0 ? state : tr("%1, of %2", "state of a value and moment").arg(state, momentText(at, place.zone));
    };
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::l, space::l, space::l, space::l);
    whole->setSpacing(space::m);
    whole->addWidget(wrapped(TextRole::Strong, about, this));
    auto* grid = makeGrid(*whole);
    for (int i = 0; i < texts.size(); ++i) {
        const bool isShown = i == 0;
        const QString id = u"%1.%2"_s.arg(number).arg(i);
        auto* column = new QVBoxLayout;
        column->setSpacing(space::xs);
        const int row = i / columns * rowsOfValue;
        grid->addWidget(wrapped(TextRole::Caption, captionOf(i), this), row, i % columns, Qt::AlignBottom);
        grid->setRowMinimumHeight(row + rowsOfValue - 1, i + columns < texts.size() ? space::m : 0);
        addValue(*column, about, texts.at(i), id);
        column->addStretch(1);
        if (use == Use::Asked) {
            const QString name = isShown ? tr("Keep the value that is shown: %1, %2", "what it is about, and the value")
                                         : tr("Keep the waiting value: %1, %2", "what it is about, and the value");
            addButton(*column, name.arg(about, isolated(lines.at(i))), isShown ? std::nullopt : std::optional(i - 1), id);
        }
        grid->addLayout(column, row + 1, i % columns);
    }
}

void ConflictCard::addButton(QVBoxLayout& column, const QString& name, std::optional<int> other, const QString& id)
{
    auto* keep = pushButton(u"conflict.keep."_s + id, tr("Keep this"), this);
    keep->setAutoDefault(false); // the dialog has one button that is filled
    keep->setAccessibleName(name);
    connect(keep, &QPushButton::clicked, this, [this, other] { Q_EMIT kept(other); });
    m_first = m_first == nullptr ? keep : m_first;
    column.addSpacing(space::s);
    column.addWidget(keep, 0, Qt::AlignLeading);
}

void ConflictCard::addValue(QVBoxLayout& column, const QString& about, const QString& text, const QString& id)
{
    if (text.size() < longText && text.count(u'\n') < 5) {
        auto* label = wrapped(TextRole::Body, text, this);
        label->setObjectName(u"conflict.value."_s + id);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column.addWidget(label);
        return;
    }
    auto* box = new QPlainTextEdit(text, this);
    box->setObjectName(u"conflict.value."_s + id);
    box->setAccessibleName(about);
    box->setReadOnly(true);
    box->setTabChangesFocus(true);
    box->setFixedHeight(boxHeight);
    column.addWidget(box);
}

} // namespace waymark::ui
