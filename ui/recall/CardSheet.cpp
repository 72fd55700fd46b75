// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/recall/CardSheet.h>

#include <ui/lists/ListStandIn.h>
#include <ui/lists/RecordTable.h>
#include <ui/recall/CardDialog.h>
#include <ui/recall/CardFilterBar.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using session::CardAct;
using session::CardId;

namespace {

constexpr CardAct allActs[] = { CardAct::TakeUp, CardAct::LayAside, CardAct::PutOff, CardAct::Remove };

std::size_t at(CardAct act)
{
    return static_cast<std::size_t>(act);
}

} // namespace

CardSheet::CardSheet(session::Workspace& workspace, QAction* newCard, QAction* options, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_desk(workspace)
    , m_model(workspace)
    , m_filter(m_model)
{
    setObjectName(u"cardSheet"_s);
    makeActions();
    auto* column = bareColumn(this, space::m);
    column->addLayout(makeHead(newCard, options));
    m_bar = new CardFilterBar(m_filter, this);
    connect(m_bar, &CardFilterBar::filterChanged, this, &CardSheet::follow);
    connect(m_bar, &CardFilterBar::listRequested, this, [this] {
        m_list->setFocus(Qt::OtherFocusReason);
        m_list->goToFirst();
    });
    column->addWidget(m_bar);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(makeList());
    m_stack->addWidget(makeNothing(newCard));
    column->addWidget(m_stack, 1);
    column->addWidget(makeFoot());
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &CardSheet::follow);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &CardSheet::follow);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &CardSheet::follow);
    connect(&m_workspace, &session::Workspace::changed, this, &CardSheet::follow);
    follow();
}

QHBoxLayout* CardSheet::makeHead(QAction* newCard, QAction* options)
{
    auto* back = new QToolButton(this);
    back->setObjectName(u"cards.back"_s);
    back->setIcon(icon(IconId::Back));
    back->setAutoRaise(true);
    back->setAccessibleName(tr("Back to recall"));
    back->setToolTip(tr("Back to recall (Esc)"));
    connect(back, &QToolButton::clicked, this, &CardSheet::leave);
    QPushButton* ask = pushButtonFor(options, this);
    setButtonKind(*ask, ButtonKind::Quiet);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(back);
    row->addWidget(new TextLabel(TextRole::Title, tr("Cards"), this));
    row->addStretch(1);
    row->addWidget(ask);
    row->addWidget(pushButtonFor(newCard, this));
    return row;
}

QWidget* CardSheet::makeList()
{
    m_list = new RecordTable(u"cards.list"_s, tr("Cards"), m_filter, this);
    m_list->setColumnWidths({ 0, 26, 21, 12 });
    m_list->sortByColumn(CardListModel::DueColumn, Qt::AscendingOrder);
    m_list->addActions({ m_edit, m_lesson });
    for (const CardAct act : allActs) {
        m_list->addAction(m_acts[at(act)]);
    }
    connect(m_list, &QTreeView::activated, m_edit, &QAction::trigger);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CardSheet::follow);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        follow();
        Q_EMIT currentSkillChanged();
    });
    return m_list;
}

QWidget* CardSheet::makeNothing(QAction* newCard)
{
    m_nothing = new ListStandIn(u"cards.nothing"_s, this);
    m_showAll = pushButton(u"cards.showAll"_s, tr("Show all cards"), m_nothing);
    connect(m_showAll, &QPushButton::clicked, this, [this] {
        m_bar->showAll();
        m_list->setFocus(Qt::OtherFocusReason);
    });
    m_write = pushButtonFor(newCard, m_nothing);
    m_write->setObjectName(u"cards.write"_s);
    setButtonKind(*m_write, ButtonKind::Primary);
    m_nothing->addWidget(m_showAll);
    m_nothing->addWidget(m_write);
    return m_nothing;
}

QWidget* CardSheet::makeFoot()
{
    m_count = new TextLabel(TextRole::Caption, {}, this);
    m_count->setObjectName(u"cards.count"_s);
    m_foot = new QWidget(this);
    auto* row = bareRow(m_foot, space::s);
    row->addWidget(m_count);
    row->addStretch(1);
    for (QAction* action : { m_edit, m_acts[at(CardAct::LayAside)], m_acts[at(CardAct::TakeUp)], m_acts[at(CardAct::PutOff)] }) {
        row->addWidget(pushButtonFor(action, this));
    }
    auto* more = new QToolButton(this);
    more->setObjectName(u"cards.more"_s);
    more->setIcon(icon(IconId::More));
    more->setAutoRaise(true);
    more->setAccessibleName(tr("More for the chosen cards"));
    more->setToolTip(more->accessibleName());
    more->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(more);
    menu->addActions({ m_lesson, m_acts[at(CardAct::Remove)] });
    more->setMenu(menu);
    row->addWidget(more);
    return m_foot;
}

QAction* CardSheet::makeAction(const QString& name, const QString& text, const QKeySequence& keys, void (CardSheet::*done)())
{
    QAction* action = addActionTo(*this, name, text, keys);
    connect(action, &QAction::triggered, this, done);
    m_actions.append(action);
    return action;
}

/// With the keys that the same acts have while a card is asked.
void CardSheet::makeActions()
{
    m_edit = makeAction(u"cards.edit"_s, tr("Edit…"), QKeySequence(Qt::Key_E), &CardSheet::edit);
    m_lesson = makeAction(u"cards.lesson"_s, tr("Open the lesson"), QKeySequence(Qt::Key_O), &CardSheet::openLesson);
    m_acts[at(CardAct::TakeUp)] = makeAction(u"cards.takeUp"_s, tr("Take up again"), QKeySequence(Qt::Key_U), &CardSheet::takeUp);
    m_acts[at(CardAct::LayAside)] = makeAction(u"cards.layAside"_s, tr("Lay aside"), QKeySequence(Qt::Key_A), &CardSheet::layAside);
    m_acts[at(CardAct::PutOff)] = makeAction(u"cards.putOff"_s, tr("Put off until tomorrow"), QKeySequence(Qt::Key_T), &CardSheet::putOff);
    m_acts[at(CardAct::Remove)]
        = makeAction(u"cards.remove"_s, tr("Delete the card"), QKeySequence(QKeySequence::Delete), &CardSheet::remove);
    makeAction(u"cards.leave"_s, tr("Back to recall"), QKeySequence(Qt::Key_Escape), &CardSheet::leave);
}

void CardSheet::begin()
{
    m_model.refreshTime();
    m_list->begin();
    follow();
    (m_model.rowCount() > 0 ? static_cast<QWidget*>(m_list) : m_write)->setFocus(Qt::OtherFocusReason);
}

QWidget* CardSheet::searchField()
{
    return m_bar->searchField();
}

std::vector<CardId> CardSheet::chosen() const
{
    std::vector<CardId> cards;
    std::ranges::transform(m_list->chosen(), std::back_inserter(cards), [this](int row) { return m_model.cardAt(row); });
    return cards;
}

std::optional<CardId> CardSheet::current() const
{
    const QModelIndex index = m_filter.mapToSource(m_list->currentIndex());
    return index.isValid() ? std::optional(m_model.cardAt(index.row())) : std::nullopt;
}

QString CardSheet::currentSkill() const
{
    const auto card = current();
    return card ? card->skill : QString();
}

void CardSheet::follow()
{
    if (m_count == nullptr) {
        return; // while the sheet is made
    }
    const std::vector<CardId> cards = chosen();
    const bool writable = !m_workspace.isReadOnly();
    for (const CardAct act : allActs) {
        const bool can = writable
            && std::any_of(cards.begin(), cards.end(), [this, act](const CardId& card) { return session::canAct(m_workspace, act, card); });
        m_acts[at(act)]->setEnabled(can);
    }
    m_edit->setEnabled(writable && cards.size() == 1);
    m_lesson->setEnabled(cards.size() == 1);
    nameRemoval(cards);
    const int shown = m_filter.rowCount();
    m_count->setText(cards.size() > 1 ? tr("%1 of %n card(s) chosen", nullptr, shown).arg(cards.size()) : tr("%n card(s)", nullptr, shown));
    m_stack->setCurrentIndex(shown > 0 ? 0 : 1);
    m_foot->setVisible(shown > 0);
    if (shown == 0) {
        showNothing();
    }
}

/// A card of the course cannot be deleted: only the learner's words for it.
void CardSheet::nameRemoval(const std::vector<CardId>& cards)
{
    const auto isOwn = [this](const CardId& card) { return session::standingOf(m_workspace, card).isOwn; };
    const bool allOwn = std::all_of(cards.begin(), cards.end(), isOwn);
    m_acts[at(CardAct::Remove)]->setText(allOwn              ? tr("Delete %n card(s)", nullptr, std::max(1, static_cast<int>(cards.size())))
            : std::any_of(cards.begin(), cards.end(), isOwn) ? tr("Remove my words")
                                                             : tr("Back to the course's words"));
}

void CardSheet::showNothing()
{
    m_nothing->setText(m_model.rowCount() > 0
            ? m_bar->sentenceForNothing()
            : tr("You have met no card yet. Cards come with the skills that you start, and you can write your own."));
    m_showAll->setVisible(m_model.rowCount() > 0);
    m_write->setVisible(m_model.rowCount() == 0);
}

void CardSheet::act(CardAct act)
{
    const std::vector<CardId> cards = chosen();
    const auto count
        = std::count_if(cards.begin(), cards.end(), [this, act](const CardId& card) { return session::canAct(m_workspace, act, card); });
    if (m_workspace.apply(session::actOn(m_workspace, act, cards))) {
        Q_EMIT noticeRequested(said(act, static_cast<int>(count)), NoticeTone::Success);
    }
}

QString CardSheet::said(CardAct act, int count) const
{
    switch (act) {
    case CardAct::TakeUp:
        return tr("%n card(s) taken up again.", nullptr, count);
    case CardAct::LayAside:
        return tr("%n card(s) laid aside.", nullptr, count);
    case CardAct::PutOff:
        return tr("%n card(s) put off until tomorrow.", nullptr, count);
    case CardAct::Remove:
        break;
    }
    return tr("Your words for %n card(s) are removed. Undo brings them back.", nullptr, count);
}

void CardSheet::edit()
{
    const auto card = current();
    if (!card) {
        return;
    }
    const auto asked = m_desk.card(card->skill, card->card);
    if (!asked) {
        Q_EMIT noticeRequested(tr("The text of this card is gone from the lesson."), NoticeTone::Warning);
        return;
    }
    CardDialog dialog(m_workspace, card->skill, card->card, this);
    dialog.setCard(*asked);
    dialog.exec();
}

void CardSheet::openLesson()
{
    if (const auto card = current()) {
        Q_EMIT placeRequested({ PageId::Skill, card->skill, m_desk.sectionOf(card->skill, card->card) });
    }
}

void CardSheet::leave()
{
    Q_EMIT placeRequested({ PageId::Recall, {}, {} });
}

} // namespace waymark::ui
