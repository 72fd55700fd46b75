// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/merge/ConflictsDialog.h>

#include <ui/ReadOnly.h>
#include <ui/lists/ListStandIn.h>
#include <ui/merge/ConflictCard.h>
#include <ui/theme/Announcing.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>
#include <ui/words/ConflictWords.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/ReadOnlyWords.h>

#include <session/Workspace.h>

#include <QAction>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr std::size_t most = 50; ///< cards at once: the next ones come as these are answered

bool isSame(const domain::ConflictValues& a, const domain::ConflictValues& b)
{
    return a.shown == b.shown && a.others == b.others;
}

} // namespace

ConflictsDialog::ConflictsDialog(session::Workspace& workspace, QAction* merge, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_count(wrapped(TextRole::Caption, {}, this))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(u"conflictsDialog"_s);
    setWindowTitle(tr("Differences between copies"));
    auto* list = new QWidget;
    m_column = bareColumn(list, space::m);
    m_column->addStretch(1);
    m_area = scrollable(list, this);
    m_area->setObjectName(u"conflicts.list"_s);
    m_area->setFocusPolicy(Qt::NoFocus); // its buttons have it
    m_pages->addWidget(m_area);
    m_pages->addWidget(makeEmpty(merge));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    whole->setSpacing(space::l);
    whole->addWidget(makeHead());
    whole->addWidget(m_pages, 1);
    whole->addLayout(makeFoot());
    resize(760, 560);
    refresh();
    focusAt(0);
    // Queued: the button that was clicked goes with its card.
    connect(
        &m_workspace, &session::Workspace::changed, this, [this] { refresh(); }, Qt::QueuedConnection);
}

QWidget* ConflictsDialog::makeHead()
{
    auto* head = new QWidget(this);
    auto* column = bareColumn(head, space::xs);
    column->addWidget(new TextLabel(TextRole::Title, tr("Differences between copies"), head));
    m_count->setObjectName(u"conflicts.count"_s);
    column->addWidget(m_count);
    return head;
}

QWidget* ConflictsDialog::makeEmpty(QAction* merge)
{
    auto* empty = new ListStandIn(u"conflicts.empty"_s, this);
    empty->setText(MergeWords::noConflicts());
    if (merge == nullptr) {
        return empty;
    }
    auto* button = pushButton(u"conflicts.merge"_s, tr("Merge a copy of this library…"), empty);
    button->setAutoDefault(false);
    button->setVisible(merge->isEnabled());
    connect(merge, &QAction::enabledChanged, button, &QWidget::setVisible);
    connect(button, &QPushButton::clicked, this, &QDialog::accept);
    connect(button, &QPushButton::clicked, merge, &QAction::trigger, Qt::QueuedConnection); // once this dialog is gone
    empty->addWidget(button);
    return empty;
}

QLayout* ConflictsDialog::makeFoot()
{
    m_said = wrapped(TextRole::Caption, {}, this);
    m_said->setObjectName(u"conflicts.said"_s);
    m_takeBack = pushButton(u"conflicts.undo"_s, tr("Undo"), this);
    m_takeBack->setAutoDefault(false);
    m_close = pushButton(u"conflicts.close"_s, tr("Close"), this, ButtonKind::Primary);
    m_close->setDefault(true);
    connect(m_takeBack, &QPushButton::clicked, this, &ConflictsDialog::takeBack);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_said, 1);
    row->addWidget(m_takeBack);
    row->addWidget(m_close);
    whenReadOnlyChanges(m_workspace, this, [this] {
        removeAnswered({}); // each card is made for answering or for reading
        refresh();
        sayWhetherReadOnly();
    });
    sayWhetherReadOnly();
    return row;
}

void ConflictsDialog::sayWhetherReadOnly()
{
    say(ReadOnlyWords::obstacle(m_workspace, tr("The library is open read-only, so nothing can be answered here.")), false);
}

/// Enter is that of the button with the focus, not of the one that closes.
void ConflictsDialog::keyPressEvent(QKeyEvent* event)
{
    if (!pressFocusedButton(*this, *event)) {
        QDialog::keyPressEvent(event);
    }
}

void ConflictsDialog::say(const QString& text, bool mayTakeBack)
{
    m_said->setText(text);
    m_said->setAccessibleName(text);
    m_takeBack->setVisible(mayTakeBack);
    if (!text.isEmpty()) {
        announce(*m_said, text);
    }
}

void ConflictsDialog::refresh()
{
    const auto open = openConflicts(m_workspace.progress());
    ConflictCard* focused = focusedCard();
    const int place = focused == nullptr ? -1 : m_column->indexOf(focused);
    removeAnswered(open);
    addNew(open);
    const auto count = static_cast<int>(open.size());
    m_count->setText(open.size() > most ? tr("%1 The first %2 are here; the next ones come as these are answered.", "a sentence, a number")
                                              .arg(MergeWords::waiting(count), locale().toString(static_cast<int>(most)))
                                        : MergeWords::waiting(count));
    m_count->setVisible(count > 0);
    m_pages->setCurrentIndex(count > 0 ? 0 : 1);
    if (const auto next = m_workspace.nextUndo(); m_takeBack->isVisibleTo(this) && (!next || next->id != m_answer)) {
        say({}, false); // something else was done meanwhile
    }
    if (place >= 0 && focusedCard() == nullptr) {
        focusAt(place);
    }
}

void ConflictsDialog::removeAnswered(const std::vector<OpenConflict>& open)
{
    std::erase_if(m_cards, [this, &open](auto& entry) {
        const auto still = std::ranges::find(open, entry.first, &OpenConflict::key);
        if (still != open.end() && isSame(still->values, entry.second.values)) {
            return false;
        }
        if (entry.second.card == focusedCard()) { // Qt would give the focus on, and scroll to where that one is now
            m_close->setFocus(Qt::OtherFocusReason);
        }
        m_column->removeWidget(entry.second.card);
        entry.second.card->hide();
        entry.second.card->deleteLater();
        return true;
    });
}

/// Both are ascending by their keys.
void ConflictsDialog::addNew(const std::vector<OpenConflict>& open)
{
    for (std::size_t i = 0; i < std::min(open.size(), most); ++i) {
        const domain::RecordKey& key = open[i].key;
        if (m_cards.contains(key)) {
            continue;
        }
        const auto use = m_workspace.isReadOnly() ? ConflictCard::Use::Read : ConflictCard::Use::Asked;
        auto* card = new ConflictCard(open[i].values, m_workspace, m_made++, use, m_area->widget());
        connect(card, &ConflictCard::kept, this, [this, key](std::optional<int> other) { answer(key, other); });
        const auto added = m_cards.insert({ key, { open[i].values, card } }).first;
        m_column->insertWidget(static_cast<int>(std::distance(m_cards.begin(), added)), card);
        card->show();
    }
}

ConflictCard* ConflictsDialog::focusedCard() const
{
    const auto found = std::ranges::find_if(
        m_cards, [focus = focusWidget()](const auto& entry) { return focus != nullptr && entry.second.card->isAncestorOf(focus); });
    return found == m_cards.end() ? nullptr : found->second.card;
}

void ConflictsDialog::focusAt(int place)
{
    const auto last = static_cast<int>(m_cards.size()) - 1;
    ConflictCard* card = last < 0 ? nullptr : std::next(m_cards.begin(), std::clamp(place, 0, last))->second.card;
    QPushButton* button = card == nullptr ? nullptr : card->firstButton();
    (button == nullptr ? m_close : button)->setFocus(Qt::OtherFocusReason);
    if (button != nullptr) {
        m_area->widget()->layout()->activate();
        m_area->ensureWidgetVisible(button, 0, space::m);
    }
}

void ConflictsDialog::answer(const domain::RecordKey& conflict, std::optional<int> other)
{
    const auto shown = m_cards.find(conflict);
    const QString about
        = shown == m_cards.end() ? QString() : ConflictWords::about(shown->second.values, { m_workspace.roadmap(), m_workspace.zone() });
    const auto edit = m_workspace.apply(domain::answerConflict(m_workspace.context(), conflict, other));
    m_answer = edit ? edit->id : QString();
    say(edit ? tr("Answered: %1.", "what it was about").arg(about) : ErrorSentence::of(edit.error()), edit.has_value());
}

void ConflictsDialog::takeBack()
{
    m_close->setFocus(Qt::OtherFocusReason); // this button goes
    const auto edit = m_workspace.undo();
    say(edit ? tr("Taken back. It waits again.") : ErrorSentence::of(edit.error()), false);
}

} // namespace waymark::ui
