// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/today/BoardCard.h>

#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>
#include <ui/words/PlanWords.h>

#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::BoardLane;

namespace {

constexpr std::array shownLanes { BoardLane::Week, BoardLane::Doing, BoardLane::Waiting };

} // namespace

BoardCard::BoardCard(QWidget* parent)
    : Card(parent)
    , m_over(wrapped(TextRole::Caption, {}, this))
{
    setObjectName(u"today.board"_s);
    auto* column = bareColumn(this, space::s);
    column->addWidget(new TextLabel(TextRole::Heading, tr("Board"), this));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::s);
    grid->setColumnStretch(0, 1);
    for (std::size_t i = 0; i < shownLanes.size(); ++i) {
        const int row = static_cast<int>(i);
        auto* name = wrapped(TextRole::Body, PlanWords::lane(shownLanes[i]), this);
        m_counts[i] = new TextLabel(TextRole::Strong, {}, this);
        m_counts[i]->setObjectName(u"today.board."_s + domain::toString(shownLanes[i]));
        grid->addWidget(name, row, 0);
        grid->addWidget(m_counts[i], row, 1, Qt::AlignTrailing | Qt::AlignVCenter);
    }
    column->addLayout(grid);
    m_over->setObjectName(u"today.board.over"_s);
    m_over->hide();
    column->addWidget(m_over);
    column->addStretch(1);
    QPushButton* open = pushButton(u"openBoard"_s, tr("Open the board"), this);
    connect(open, &QPushButton::clicked, this, &BoardCard::boardRequested);
    column->addWidget(open, 0, Qt::AlignLeading);
}

void BoardCard::setBoard(const learning::Board& board, int limit)
{
    for (std::size_t i = 0; i < shownLanes.size(); ++i) {
        const BoardLane lane = shownLanes[i];
        const auto count = static_cast<int>(board.in(lane).size());
        const QString text = lane == BoardLane::Doing
            ? tr("%1 of %2", "skills in a column and its limit").arg(QLocale().toString(count), QLocale().toString(limit))
            : QLocale().toString(count);
        m_counts[i]->setText(text);
        m_counts[i]->setAccessibleName(tr("%1: %2", "a column of the board and how many stand there").arg(PlanWords::lane(lane), text));
    }
    const bool isOver = std::ssize(board.in(BoardLane::Doing)) > limit;
    m_over->setText(isOver ? tr("Doing holds more than you meant it to. Finish one, or put one back.") : QString());
    m_over->setVisible(isOver);
}

} // namespace waymark::ui
