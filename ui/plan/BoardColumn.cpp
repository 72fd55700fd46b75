// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/BoardColumn.h>

#include <ui/plan/BoardList.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Theme.h>
#include <ui/theme/TrailPainting.h>
#include <ui/words/PlanWords.h>

#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int leastWidth = 166; // five of them stand in a window of 1000

} // namespace

BoardColumn::BoardColumn(domain::BoardLane lane, QWidget* parent)
    : QFrame(parent)
    , m_lane(lane)
    , m_model(new BoardLaneModel(lane, this))
    , m_list(new BoardList(this))
    , m_name(wrapped(TextRole::Strong, PlanWords::lane(lane), this))
    , m_count(new TextLabel(TextRole::Caption, {}, this))
    , m_warning(new IconMark(IconId::Warning, Tone::Mark, this))
    , m_excess(wrapped(TextRole::Caption, {}, this))
    , m_hint(wrapped(TextRole::Caption, {}, this))
    , m_offer(pushButton(u"board.offer."_s + domain::toString(lane), {}, this, ButtonKind::Quiet))
{
    const QString word = domain::toString(lane);
    setObjectName(u"board.column."_s + word);
    setMinimumWidth(leastWidth);
    m_list->setObjectName(u"board.list."_s + word);
    m_list->setModel(m_model);
    m_name->setObjectName(u"board.name."_s + word);
    m_count->setObjectName(u"board.count."_s + word);
    m_excess->setObjectName(u"board.excess."_s + word);
    m_excess->setForegroundRole(QPalette::WindowText);
    m_excess->hide();
    m_warning->hide();
    m_hint->setObjectName(u"board.hint."_s + word);
    m_hint->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_hint->setContentsMargins(space::xs, space::l, space::xs, 0);
    m_offer->hide();

    arrange();
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, m_list, &BoardList::chosenChanged);
    connect(m_offer, &QPushButton::clicked, this, &BoardColumn::offerTaken);
    setEntries({});
}

void BoardColumn::arrange()
{
    auto* head = new QHBoxLayout;
    head->setSpacing(space::s);
    m_warning->setFixedSize(size::iconSmall, size::iconSmall); // no higher than the words: all five names stand at one height
    head->addWidget(m_name, 1, Qt::AlignTop);
    head->addWidget(m_warning, 0, Qt::AlignTop);
    head->addWidget(m_count, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::s, space::s, space::s, space::s);
    column->setSpacing(space::xs);
    column->addLayout(head);
    column->addSpacing(space::xs);
    column->addWidget(m_excess);
    column->addWidget(m_list, 1);
    column->addWidget(m_hint, 1);
    column->addWidget(m_offer);
}

void BoardColumn::setEntries(const std::vector<BoardEntry>& entries)
{
    m_model->setEntries(entries);
    m_list->setVisible(!entries.empty());
    m_hint->setVisible(entries.empty());
}

void BoardColumn::setCount(int cards, int limit)
{
    const QString name = PlanWords::lane(m_lane);
    const QString count
        = limit > 0 ? tr("%1 of %2", "cards, and how many are meant to be there at most").arg(cards).arg(limit) : QLocale().toString(cards);
    m_count->setText(count);
    m_list->setAccessibleName(tr("%1: %2", "a column of the board and the number of its cards").arg(name, count));
    const bool isOver = limit > 0 && cards > limit;
    m_count->setForegroundRole(isOver ? QPalette::WindowText : QPalette::PlaceholderText);
    m_warning->setVisible(isOver);
    m_excess->setText(isOver ? tr("More than you meant to do at once. Finish one, or put one back.") : QString());
    m_excess->setVisible(isOver);
    m_isOver = isOver;
    update();
}

void BoardColumn::setHint(const QString& sentence)
{
    m_hint->setText(sentence);
}

void BoardColumn::setOffer(const QString& text)
{
    m_offer->setText(text);
    m_offer->setVisible(!text.isEmpty());
}

void BoardColumn::setDrop(Drop drop)
{
    if (m_drop != drop) {
        m_drop = drop;
        update();
    }
}

void BoardColumn::paintEvent(QPaintEvent*)
{
    const Palette& tokens = activePalette();
    QPainter painter(this);
    ui::Box ground { .fill = tokens.raised, .radius = radius::card };
    if (m_isOver) {
        ground.edge = tokens.mark;
    }
    if (m_drop == Drop::Welcome) {
        ground = { .fill = tokens.trailFill, .edge = tokens.trail, .edgeWidth = size::focusRing, .radius = radius::card };
    } else if (m_drop == Drop::Refused) {
        ground = { .fill = tokens.markFill, .edge = tokens.mark, .edgeWidth = size::focusRing, .radius = radius::card };
    }
    paintBox(painter, rect(), ground);
}

} // namespace waymark::ui
