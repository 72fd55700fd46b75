// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/DaysOffCard.h>

#include <ui/DraftKeeper.h>
#include <ui/ReadOnly.h>
#include <ui/plan/CalmWheel.h>
#include <ui/plan/DaysOffModel.h>
#include <ui/plan/DraftOffer.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Theme.h>
#include <ui/words/DraftWords.h>
#include <ui/words/PlanWords.h>
#include <ui/words/ShortDate.h>

#include <domain/StudyEdits.h>
#include <exchange/CleanText.h>

#include <QApplication>
#include <QCalendarWidget>
#include <QDateEdit>
#include <QGridLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTextCharFormat>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

const QDate firstDay(1970, 1, 1); // the bounds of domain::addDaysOff
const QDate lastDay(2200, 12, 31);
constexpr int listHeight = 168;
constexpr int daysCharacters = 32;
constexpr int pageReach = 42; ///< days: as many as a page of the calendar shows, some of them before the first of the month

} // namespace

DaysOffCard::DaysOffCard(session::Workspace& workspace, QWidget* parent)
    : Card(parent)
    , m_workspace(workspace)
    , m_model(new DaysOffModel(workspace, this))
{
    m_remove = addActionTo(*this, u"hours.off.remove"_s, tr("Remove the days off"), QKeySequence(Qt::Key_Delete));
    m_remove->setShortcutContext(Qt::WidgetShortcut); // in a field the key means its text
    connect(m_remove, &QAction::triggered, this, &DaysOffCard::removeChosen);
    m_offer = new DraftOffer(u"hours.off.draft"_s, this);
    m_offer->withoutSave();
    auto* side = new QVBoxLayout;
    side->setSpacing(space::m);
    side->addWidget(m_offer);
    side->addLayout(makeForm());
    side->addWidget(makeList(), 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::xl);
    row->addWidget(makeCalendar(), 0, Qt::AlignTop);
    row->addLayout(side, 1);
    auto* column = bareColumn(this, space::s);
    column->addWidget(new TextLabel(TextRole::Heading, tr("Days off and holidays"), this));
    column->addWidget(wrapped(TextRole::Caption,
        tr("Nothing is planned on them. A click in the calendar takes one day off or gives it back; a stretch of days goes into the form."),
        this));
    column->addSpacing(space::xs);
    column->addLayout(row);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &DaysOffCard::refresh);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &DaysOffCard::refresh);
    whenReadOnlyChanges(m_workspace, this, [this] { refresh(); });
    makeDraft();
    refresh();
}

QWidget* DaysOffCard::makeCalendar()
{
    m_calendar = new QCalendarWidget(this);
    m_calendar->setObjectName(u"hours.off.calendar"_s);
    m_calendar->setAccessibleName(tr("Calendar of days off"));
    m_calendar->setAccessibleDescription(tr("Enter takes the chosen day off or gives it back"));
    m_calendar->setDateRange(firstDay, lastDay);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setSelectedDate(learning::learningDay(m_workspace.now(), m_workspace.zone()));
    m_calendar->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    for (QWidget* part : m_calendar->findChildren<QWidget*>()) {
        part->installEventFilter(this); // Enter means double click to the calendar, which would undo what its first click did
    }
    nameButton(u"qt_calendar_prevmonth"_s, tr("Previous month"));
    nameButton(u"qt_calendar_nextmonth"_s, tr("Next month"));
    connect(m_calendar, &QCalendarWidget::clicked, this, &DaysOffCard::toggle);
    connect(m_calendar, &QCalendarWidget::currentPageChanged, this, &DaysOffCard::paintDays);
    return m_calendar;
}

/// Of the calendar, which has an arrow and no words.
void DaysOffCard::nameButton(const QString& id, const QString& name)
{
    if (auto* button = m_calendar->findChild<QWidget*>(id)) {
        button->setAccessibleName(name);
        button->setToolTip(name);
    }
}

QDateEdit* DaysOffCard::makeDate(const QString& id, const QString& name)
{
    auto* date = new QDateEdit(learning::learningDay(m_workspace.now(), m_workspace.zone()), this);
    date->setObjectName(id);
    date->setAccessibleName(name);
    date->setDateRange(firstDay, lastDay);
    date->setCalendarPopup(true);
    date->setDisplayFormat(shortDateFormat());
    calmWheel(*date);
    return date;
}

QLayout* DaysOffCard::makeForm()
{
    m_first = makeDate(u"hours.off.first"_s, tr("First day off"));
    m_last = makeDate(u"hours.off.last"_s, tr("Last day off"));
    m_reason = new QLineEdit(this);
    m_reason->setObjectName(u"hours.off.reason"_s);
    m_reason->setAccessibleName(tr("Reason for the days off"));
    m_reason->setPlaceholderText(tr("Reason; may stay empty"));
    m_reason->setMaxLength(domain::longestCue);
    m_add = pushButton(u"hours.off.add"_s, tr("Add"), this);
    auto* grid = new QGridLayout;
    grid->setSpacing(space::s);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    grid->addWidget(new TextLabel(TextRole::Body, tr("From", "a day"), this), 0, 0);
    grid->addWidget(m_first, 0, 1);
    grid->addWidget(new TextLabel(TextRole::Body, tr("to", "a day"), this), 0, 2);
    grid->addWidget(m_last, 0, 3);
    grid->addWidget(m_reason, 1, 0, 1, 4);
    grid->addWidget(m_add, 1, 4);
    for (QDateEdit* each : { m_first, m_last }) {
        connect(each, &QDateEdit::editingFinished, this, [this, each] { keepOrder(*each); });
        connect(each, &QDateEdit::dateChanged, this, [this, each] {
            if (!each->hasFocus()) { // half of a date that is being typed is a date too, and would drag the other end along
                keepOrder(*each);
            }
        });
    }
    connect(m_reason, &QLineEdit::returnPressed, this, &DaysOffCard::add);
    connect(m_add, &QPushButton::clicked, this, &DaysOffCard::add);
    return grid;
}

/// Days alone are soon chosen again: it is the reason that is written.
void DaysOffCard::makeDraft()
{
    const auto written = [this] {
        const session::DaysOffDraft draft { { m_first->date(), m_last->date(), m_reason->text() } };
        return m_reason->text().trimmed().isEmpty() ? std::nullopt : std::optional<session::DraftValue>(draft);
    };
    m_draft = new DraftKeeper(m_workspace.drafts(), { session::DraftKind::DaysOff }, written, this);
    if (takesEntries(m_workspace)) {
        offerDraft();
    }
    connect(m_first, &QDateEdit::dateChanged, m_draft, &DraftKeeper::noticeKey);
    connect(m_last, &QDateEdit::dateChanged, m_draft, &DraftKeeper::noticeKey);
    connect(m_reason, &QLineEdit::textChanged, m_draft, &DraftKeeper::noticeKey);
    connect(m_offer, &DraftOffer::dropped, this, [this] { clearForm(learning::learningDay(m_workspace.now(), m_workspace.zone())); });
}

void DaysOffCard::offerDraft()
{
    if (const auto left = m_draft->found<session::DaysOffDraft>()) {
        m_last->setDate(left->off.last);
        m_first->setDate(left->off.first);
        m_reason->setText(left->off.reason);
        m_offer->offer(DraftWords::left());
    }
}

/// What stood in it is added or discarded.
void DaysOffCard::clearForm(QDate day)
{
    m_first->setDate(day);
    m_last->setDate(day);
    m_reason->clear();
    m_draft->end();
    m_offer->hide();
    m_first->setFocus(Qt::OtherFocusReason);
}

void DaysOffCard::goToForm()
{
    m_reason->setFocus(Qt::OtherFocusReason);
}

/// The end that was not moved gives way.
void DaysOffCard::keepOrder(const QDateEdit& moved)
{
    if (m_first->date() > m_last->date()) {
        (&moved == m_first ? m_last : m_first)->setDate(moved.date());
    }
}

QWidget* DaysOffCard::makeList()
{
    auto* holder = new QWidget(this);
    m_list = new QTreeView(holder);
    m_list->setObjectName(u"hours.off.list"_s);
    m_list->setAccessibleName(tr("Days off"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setFixedHeight(listHeight);
    m_list->header()->setSectionsMovable(false);
    m_list->header()->resizeSection(DaysOffModel::DaysColumn, daysCharacters * fontMetrics().averageCharWidth() + space::l);
    m_list->addAction(m_remove);
    m_nothing = wrapped(TextRole::Body, tr("No days off yet. Click a day in the calendar, or add a stretch of days above."), holder);
    m_nothing->setObjectName(u"hours.off.nothing"_s);
    m_removal = pushButtonFor(m_remove, holder);
    setButtonKind(*m_removal, ButtonKind::Quiet);
    auto* column = bareColumn(holder, space::s);
    column->addWidget(m_nothing);
    column->addWidget(m_list);
    column->addWidget(m_removal, 0, Qt::AlignRight);
    column->addStretch(1);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DaysOffCard::refresh);
    return holder;
}

void DaysOffCard::begin()
{
    m_list->setFocus(Qt::OtherFocusReason);
    if (m_model->rowCount() > 0 && !m_list->selectionModel()->hasSelection()) {
        m_list->setCurrentIndex(m_model->index(0, 0));
    }
}

void DaysOffCard::refresh()
{
    const bool canEdit = !m_workspace.isReadOnly();
    m_nothing->setVisible(m_model->rowCount() == 0);
    m_list->setVisible(m_model->rowCount() > 0);
    m_removal->setVisible(m_model->rowCount() > 0);
    m_add->setEnabled(canEdit);
    m_remove->setEnabled(canEdit && m_list->selectionModel()->hasSelection());
    paintDays();
}

bool DaysOffCard::take(QDate first, QDate last)
{
    const domain::DaysOff off { first, last, exchange::cleanLine(m_reason->text()) };
    return m_workspace.apply(domain::addDaysOff(m_workspace.context(), off)).has_value();
}

/// Ready for the next ones, as holidays come in rows.
void DaysOffCard::add()
{
    m_first->interpretText(); // a key may have pressed the button, with the typed date still open
    m_last->interpretText();
    keepOrder(m_last->hasFocus() ? *m_last : *m_first);
    if (const int row = m_model->rowHolding(m_first->date(), m_last->date()); row >= 0) {
        choose(row);
        Q_EMIT refused(
            tr("Nothing to add: this time is off already (%1).", "days off and their reason").arg(PlanWords::daysOff(m_model->at(row))));
        return;
    }
    if (m_workspace.isReadOnly() || !take(m_first->date(), m_last->date())) {
        return;
    }
    clearForm(std::min(m_last->date().addDays(1), lastDay));
}

void DaysOffCard::removeChosen()
{
    std::vector<int> rows;
    for (const QModelIndex& index : m_list->selectionModel()->selectedRows()) {
        rows.push_back(index.row());
    }
    remove(rows);
}

void DaysOffCard::remove(const std::vector<int>& rows)
{
    const domain::EditContext context = m_workspace.context();
    std::vector<domain::Edit> edits;
    for (const int row : rows) {
        if (const auto edit = domain::removeDaysOff(context, m_model->idAt(row))) {
            edits.push_back(*edit);
        }
    }
    if (!edits.empty()) {
        m_workspace.apply(domain::joined(context, domain::EditKind::RemoveDaysOff, {}, edits));
    }
}

void DaysOffCard::choose(int row)
{
    m_list->setCurrentIndex(m_model->index(row, 0));
    m_list->scrollTo(m_model->index(row, 0));
}

/// A day of a longer stretch does not leave it alone: that one is chosen in the list, where it can be removed as a whole. Else the day is
/// given back, however often it was taken.
void DaysOffCard::toggle(QDate day)
{
    if (m_workspace.isReadOnly()) {
        return;
    }
    const std::vector<int> rows = m_model->rowsOn(day);
    const auto longer = std::ranges::find_if(rows, [this](int row) { return m_model->at(row).first != m_model->at(row).last; });
    if (rows.empty()) {
        take(day, day);
    } else if (longer != rows.end()) {
        choose(*longer);
    } else {
        remove(rows);
    }
}

bool DaysOffCard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Wheel && !m_calendar->isAncestorOf(QApplication::focusWidget())) {
        event->ignore(); // so that the page scrolls on, instead of the months
        return true;
    }
    if (event->type() != QEvent::KeyPress) {
        return Card::eventFilter(watched, event);
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    if (qobject_cast<QAbstractItemView*>(watched) != nullptr && (isEnter(*key) || key->key() == Qt::Key_Space)) {
        toggle(m_calendar->selectedDate());
        return true;
    }
    return Card::eventFilter(watched, event);
}

void DaysOffCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_calendar != nullptr) {
        paintDays();
    }
}

/// Those around the page that is shown: a stretch may be a hundred years long.
void DaysOffCard::paintDays()
{
    const QDate page(m_calendar->yearShown(), m_calendar->monthShown(), 1);
    QTextCharFormat off;
    off.setBackground(activePalette().trailFill);
    off.setForeground(activePalette().trail);
    off.setFontWeight(QFont::DemiBold);
    m_calendar->setDateTextFormat({}, {});
    for (QDate day = page.addDays(-pageReach); day <= page.addDays(pageReach); day = day.addDays(1)) {
        if (m_model->rowHolding(day, day) >= 0) {
            m_calendar->setDateTextFormat(day, off);
        }
    }
}

} // namespace waymark::ui
