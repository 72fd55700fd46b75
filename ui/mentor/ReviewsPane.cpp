// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/ReviewsPane.h>

#include <ui/ReadOnly.h>
#include <ui/lists/SearchField.h>
#include <ui/mentor/ReviewSheet.h>
#include <ui/theme/Controls.h>

#include <QAction>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int emptyWidth = 560; // logical pixels

} // namespace

ReviewsPane::ReviewsPane(session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_shelf(workspace)
    , m_filter(m_model)
    , m_whole(new QStackedWidget(this))
{
    setObjectName(u"reviewsPane"_s);
    m_whole->addWidget(makeReading());
    m_whole->addWidget(makeEmpty());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_whole);
    makeActions();
    connect(&m_workspace, &session::Workspace::changed, this, &ReviewsPane::follow);
    whenReadOnlyChanges(m_workspace, this, [this] { refreshOrWait(); });
    refresh();
}

QWidget* ReviewsPane::makeReading()
{
    auto* reading = new QWidget(this);
    QWidget* list = makeList(); // before the sheet: the keyboard comes to it first
    m_sheet = new ReviewSheet(m_workspace, m_shelf, reading);
    connect(m_sheet, &ReviewSheet::placeRequested, this, &ReviewsPane::placeRequested);
    connect(m_sheet, &ReviewSheet::noticeRequested, this, &ReviewsPane::noticeRequested);
    connect(m_sheet, &ReviewSheet::allRequested, this, [this] { m_openOnly->setChecked(false); });
    auto* row = new QHBoxLayout(reading);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(list);
    row->addWidget(m_sheet, 1);
    return reading;
}

QWidget* ReviewsPane::makeList()
{
    auto* side = new QWidget(this);
    side->setFixedWidth(size::inspector);
    m_list = new QListView(side); // first, so that the keyboard comes to it: letters are keys here, not words of a search
    m_search = new SearchField(u"reviews.search"_s, tr("Find in reviews"), tr("Find a review by its reviewer or its words"), side);
    m_openOnly = new QPushButton(tr("Open only"), side);
    m_openOnly->setObjectName(u"reviews.openOnly"_s);
    m_openOnly->setToolTip(tr("Show only what waits for you"));
    m_openOnly->setCheckable(true);
    setButtonKind(*m_openOnly, ButtonKind::Chip);
    m_list->setObjectName(u"reviews.list"_s);
    m_list->setAccessibleName(tr("Your reviews"));
    m_list->setModel(&m_filter);
    m_list->setItemDelegate(new ReviewListDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_nothing = wrapped(TextRole::Body, {}, side);
    m_nothing->setObjectName(u"reviews.nothing"_s);
    auto* nothing = new QWidget(side);
    auto* why = new QVBoxLayout(nothing);
    why->setContentsMargins(space::s, space::l, space::s, 0);
    why->addWidget(m_nothing);
    why->addWidget(makeButton(u"reviews.showAll"_s, tr("Show all reviews"), &ReviewsPane::showAll), 0, Qt::AlignLeft);
    why->addStretch(1);
    m_beside = new QStackedWidget(side);
    m_beside->addWidget(m_list);
    m_beside->addWidget(nothing);

    auto* filters = new QHBoxLayout;
    filters->setSpacing(space::s);
    filters->addWidget(m_search, 1);
    filters->addWidget(m_openOnly);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(filters);
    column->addWidget(m_beside, 1);
    for (QPushButton* button : { makeButton(u"reviews.import"_s, tr("Import a review…"), &ReviewsPane::importRequested),
             makeButton(u"reviews.export"_s, tr("Export the plan for a mentor…"), &ReviewsPane::exportRequested) }) {
        setButtonKind(*button, ButtonKind::Quiet);
        column->addWidget(button, 0, Qt::AlignLeft);
    }
    connect(m_search, &QLineEdit::textChanged, &m_filter, &ReviewListFilter::setWords);
    connect(m_search, &QLineEdit::textChanged, this, &ReviewsPane::showNothing);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_list->setFocus(Qt::OtherFocusReason); });
    connect(m_openOnly, &QPushButton::toggled, this, [this](bool on) {
        m_filter.setOpenOnly(on);
        m_sheet->setOpenOnly(on);
        showNothing();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewsPane::choose);
    return side;
}

QPushButton* ReviewsPane::makeButton(const QString& name, const QString& text, void (ReviewsPane::*asked)())
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    connect(button, &QPushButton::clicked, this, asked);
    return button;
}

QWidget* ReviewsPane::makeEmpty()
{
    auto* page = new QWidget(this);
    auto* inner = new QWidget(page);
    inner->setMaximumWidth(emptyWidth);
    auto* words = new QVBoxLayout(inner);
    words->setSpacing(space::m);
    words->addWidget(wrapped(TextRole::Heading, tr("Nobody has answered your plan yet"), inner));
    words->addWidget(wrapped(TextRole::Body,
        tr("Export your plan and send the file to somebody whose judgement you trust. It opens in any browser. What comes back is one "
           "file, and you decide about each thing that it says."),
        inner));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    QPushButton* send = makeButton(u"reviews.exportFirst"_s, tr("Export the plan for a mentor…"), &ReviewsPane::exportRequested);
    setButtonKind(*send, ButtonKind::Primary);
    buttons->addWidget(send);
    buttons->addWidget(makeButton(u"reviews.importFirst"_s, tr("Import a review…"), &ReviewsPane::importRequested));
    buttons->addStretch(1);
    words->addLayout(buttons);
    auto* centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(inner, 100);
    centred->addStretch(1);
    auto* column = new QVBoxLayout(page);
    column->addStretch(1);
    column->addLayout(centred);
    column->addStretch(2);
    return page;
}

QAction* ReviewsPane::makeAction(const QString& name, const QString& text, const QList<QKeySequence>& keys, QWidget* where)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    where->addAction(action);
    return action;
}

/// Letters work on the whole pane; arrows and Enter only beside the list, which has use for them itself.
void ReviewsPane::makeActions()
{
    const std::tuple<QString, QString, EntryAct> acts[] = { { u"reviews.accept"_s, tr("Accept the entry"), EntryAct::Accept },
        { u"reviews.reject"_s, tr("Do not accept the entry"), EntryAct::Reject },
        { u"reviews.done"_s, tr("Done with the entry"), EntryAct::Resolve } };
    for (const auto& [name, text, act] : acts) {
        QAction* action = makeAction(name, text, { QKeySequence(EntryActs::keys(act)) }, this);
        connect(action, &QAction::triggered, m_sheet, [this, chosen = act] { m_sheet->act(chosen); });
    }
    const std::tuple<QString, QString, Qt::Key, Qt::Key, int> steps[] = { { u"next"_s, tr("Next entry"), Qt::Key_J, Qt::Key_Down, 1 },
        { u"previous"_s, tr("Previous entry"), Qt::Key_K, Qt::Key_Up, -1 } };
    for (const auto& [name, text, letter, arrow, by] : steps) {
        const auto go = [this, way = by] { m_sheet->step(way); };
        connect(makeAction(u"reviews."_s + name, text, { QKeySequence(letter) }, this), &QAction::triggered, m_sheet, go);
        connect(makeAction(u"reviews.arrow."_s + name, text, { QKeySequence(arrow) }, m_sheet), &QAction::triggered, m_sheet, go);
    }
    connect(makeAction(u"reviews.openSkill"_s, tr("Open the skill of the entry"),
                { QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter) }, m_sheet),
        &QAction::triggered, m_sheet, &ReviewSheet::openSkill);
}

void ReviewsPane::follow(const session::Changes& changes)
{
    if (!changes.reviews && !changes.course && changes.skills.isEmpty() && changes.restated.empty()) {
        return;
    }
    refreshOrWait();
}

void ReviewsPane::refreshOrWait()
{
    if (isVisible()) {
        refresh();
    } else {
        m_isStale = true;
    }
}

void ReviewsPane::showEvent(QShowEvent* event)
{
    if (m_isStale) {
        refresh();
    }
    QWidget::showEvent(event);
}

void ReviewsPane::refresh()
{
    m_isStale = false;
    const std::vector<session::ReviewLetter> letters = m_shelf.letters();
    m_model.setLetters(letters, m_workspace.zone());
    m_whole->setCurrentIndex(letters.empty() ? 1 : 0);
    if (m_model.rowOf(m_chosen) < 0) {
        m_chosen = letters.empty() ? QString() : letters.front().id;
        m_filter.setKept(m_chosen);
        chooseRow(m_filter.mapFromSource(m_model.index(m_model.rowOf(m_chosen))).row());
    }
    m_sheet->setLetter(m_shelf.letter(m_chosen));
    showNothing();
}

void ReviewsPane::chooseRow(int row)
{
    if (row >= 0) {
        m_list->setCurrentIndex(m_filter.index(row, 0));
    }
}

void ReviewsPane::choose()
{
    const QString chosen = m_list->currentIndex().data(ReviewListModel::IdRole).toString();
    if (chosen.isEmpty() || chosen == m_chosen) {
        return; // a filter has taken the row away: what is read stays
    }
    m_chosen = chosen;
    m_filter.setKept(chosen);
    m_sheet->setLetter(m_shelf.letter(chosen));
}

void ReviewsPane::showReview(const QString& review)
{
    if (m_isStale || m_model.rowOf(review) < 0) {
        refresh();
    }
    const int row = m_model.rowOf(review);
    if (row < 0) {
        return;
    }
    if (!m_filter.mapFromSource(m_model.index(row)).isValid()) {
        showAll();
    }
    chooseRow(m_filter.mapFromSource(m_model.index(row)).row());
}

QWidget* ReviewsPane::searchField()
{
    return m_whole->currentIndex() == 0 ? m_search : nullptr;
}

void ReviewsPane::showAll()
{
    m_search->clear();
    m_openOnly->setChecked(false);
    m_list->setFocus(Qt::OtherFocusReason);
}

void ReviewsPane::showNothing()
{
    const bool isEmpty = m_filter.rowCount() == 0;
    m_beside->setCurrentIndex(isEmpty ? 1 : 0);
    m_nothing->setText(m_search->text().trimmed().isEmpty() ? tr("Nothing waits for you: every review is answered.")
                                                            : tr("No review here has all of these words."));
}

QVariantMap ReviewsPane::view() const
{
    return { { u"review"_s, m_chosen }, { u"openOnly"_s, m_openOnly->isChecked() } };
}

void ReviewsPane::restoreView(const QVariantMap& view)
{
    m_openOnly->setChecked(view.value(u"openOnly"_s).toBool());
    showReview(view.value(u"review"_s).toString());
}

} // namespace waymark::ui
