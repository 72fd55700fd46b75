// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/ReviewView.h>

#include <ui/mentor/AnswerSheet.h>
#include <ui/mentor/DecisionPanel.h>
#include <ui/mentor/PlanMapView.h>
#include <ui/mentor/SendDialog.h>
#include <ui/skill/WrappedText.h>
#include <ui/theme/Controls.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/ReviewWords.h>

#include <exchange/ExportFormats.h>

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::Decision;
using session::ReviewGap;

namespace {

constexpr int listWidth = 280;

QScrollArea* scrolling(QWidget* parent, const QString& name)
{
    auto* area = new QScrollArea(parent);
    area->setObjectName(name);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

} // namespace

ReviewView::ReviewView(session::Workspace& workspace, std::unique_ptr<session::ReviewDesk> desk, CommentPhrases& phrases,
    const MentorFiles& files, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_desk(std::move(desk))
    , m_phrases(phrases)
    , m_files(files)
    , m_model(*m_desk)
{
    setObjectName(u"reviewView"_s);
    m_filter.setSourceModel(&m_model);
    makeActions();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::m);
    column->setSpacing(space::m);
    column->addLayout(makeHead());
    addCautions(column);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::l);
    row->addWidget(makeList());
    row->addWidget(makeBody(), 1);
    column->addLayout(row, 1);
    column->addWidget(makeGaps());
    connect(m_desk.get(), &session::ReviewDesk::changed, this, &ReviewView::refresh);
    connect(m_desk.get(), &session::ReviewDesk::failed, this, [this](const domain::Error& error) {
        Q_EMIT noticeRequested(tr("The draft is not saved. %1").arg(ErrorSentence::of(error)), NoticeTone::Error);
    });
    const QStringList waiting = m_desk->submitted();
    choose(waiting.isEmpty() ? QString() : waiting.front());
    refresh();
}

/// What is being written is kept now: the fields outlive the desk.
ReviewView::~ReviewView()
{
    commitDrafts();
}

QString ReviewView::title() const
{
    return m_desk->plan().learner.isEmpty() ? tr("Answer to a plan") : tr("Answer to %1").arg(m_desk->plan().learner);
}

QAction* ReviewView::makeAction(const QString& name, const QString& text, const QKeySequence& keys, std::function<void()> done)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(done));
    addAction(action);
    m_actions.append(action);
    return action;
}

void ReviewView::makeActions()
{
    makeAction(u"answer.next"_s, tr("Next skill that waits"), QKeySequence(Qt::Key_N), [this] { step(1); });
    makeAction(u"answer.previous"_s, tr("Previous skill that waits"), QKeySequence(Qt::Key_P), [this] { step(-1); });
    makeAction(u"answer.addComment"_s, tr("Comment on the skill"), QKeySequence(Qt::Key_C), [this] {
        showMap(false);
        m_sheet->comment();
    });
    for (const Decision each : { Decision::Approve, Decision::ApproveWithNotes, Decision::RequestChanges, Decision::Reject }) {
        makeAction(u"answer."_s + domain::toString(each), ReviewWords::deciding(each),
            QKeySequence(static_cast<int>(Qt::Key_1) + static_cast<int>(each)), [this, each] { m_decision->choose(each); });
    }
    m_map = makeAction(u"answer.map"_s, tr("Map"), QKeySequence(Qt::Key_M), [] {});
    m_map->setCheckable(true);
    m_map->setIcon(icon(IconId::Map));
    m_map->setEnabled(m_desk->plan().courseId == m_workspace.course().id);
    connect(m_map, &QAction::toggled, this, &ReviewView::showMap);
    // Undo, redo and saving have keys that the window uses too: keyPressEvent() takes them.
    m_undo = makeAction(u"answer.undo"_s, tr("Undo in this answer"), {}, [this] { undo(); });
    m_undo->setIcon(icon(IconId::Undo));
    m_redo = makeAction(u"answer.redo"_s, tr("Redo in this answer"), {}, [this] { redo(); });
    m_redo->setIcon(icon(IconId::Redo));
    makeAction(u"answer.save"_s, tr("Save the review…"), {}, [this] { save(); });
}

QLayout* ReviewView::makeHead()
{
    auto* back = new QToolButton(this);
    back->setObjectName(u"answer.back"_s);
    back->setIcon(icon(IconId::Back));
    back->setAutoRaise(true);
    back->setAccessibleName(tr("Back to the plans"));
    back->setToolTip(tr("Back to the plans (Esc). Your answer is kept."));
    connect(back, &QToolButton::clicked, this, &ReviewView::leaveRequested);
    const exchange::PlanDocument& plan = m_desk->plan();
    const QString day = QLocale().toString(QDateTime::fromMSecsSinceEpoch(plan.created, m_workspace.zone()).date(), QLocale::LongFormat);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* title = new TextLabel(TextRole::Title, this->title(), this);
    auto* caption = new TextLabel(TextRole::Caption,
        tr("%1 · state of %2", "course, date").arg(plan.courseTitle.isEmpty() ? plan.courseId : plan.courseTitle, day), this);
    for (QLabel* label : { title, caption }) {
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        words->addWidget(label);
    }
    auto* saving = new QPushButton(tr("Save the review…"), this);
    saving->setObjectName(u"answer.saveButton"_s);
    saving->setToolTip(tr("Write the answer to a file for the learner (Ctrl+S)"));
    setButtonKind(*saving, ButtonKind::Primary);
    connect(saving, &QPushButton::clicked, this, &ReviewView::save);
    auto* key = new QPushButton(tr("My key…"), this);
    key->setObjectName(u"answer.key"_s);
    setButtonKind(*key, ButtonKind::Quiet);
    connect(key, &QPushButton::clicked, this, &ReviewView::keyRequested);
    auto* map = toolButtonFor(m_map, this);
    map->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(back);
    row->addLayout(words, 1);
    row->addWidget(map);
    row->addWidget(toolButtonFor(m_undo, this));
    row->addWidget(toolButtonFor(m_redo, this));
    row->addWidget(key);
    row->addWidget(saving);
    return row;
}

/// What a mentor should know before relying on the plan.
void ReviewView::addCautions(QBoxLayout* column)
{
    const exchange::PlanDocument& plan = m_desk->plan();
    QStringList sentences;
    if (plan.altered) {
        sentences.append(tr("The file was changed after Waymark wrote it. Ask the learner for a new export before you rely on it."));
    }
    if (plan.courseId != m_workspace.course().id) {
        sentences.append(tr("The plan is of another course than the one installed here, so its map cannot be shown."));
    }
    if (const auto own = m_workspace.libraryId(); own && *own == plan.plan) {
        sentences.append(tr("This is the plan of this library: the answer would be to yourself."));
    }
    for (const QString& sentence : sentences) {
        auto* box = new QWidget(this);
        box->setObjectName(u"answer.caution"_s);
        auto* row = new QHBoxLayout(box);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(space::s);
        row->addWidget(new IconMark(IconId::Warning, Tone::Mark, box), 0, Qt::AlignTop);
        row->addWidget(wrapped(TextRole::Body, sentence, box), 1);
        column->addWidget(box);
    }
}

QWidget* ReviewView::makeList()
{
    auto* side = new QWidget(this);
    side->setFixedWidth(listWidth);
    m_search = new QLineEdit(side);
    m_search->setObjectName(u"answer.search"_s);
    m_search->setPlaceholderText(tr("Find a skill"));
    m_search->setAccessibleName(tr("Find a skill of the plan"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(IconId::Search), QLineEdit::LeadingPosition);
    m_counts = wrapped(TextRole::Caption, {}, side);
    m_counts->setObjectName(u"answer.counts"_s);
    m_list = new QListView(side);
    m_list->setObjectName(u"answer.list"_s);
    m_list->setAccessibleName(tr("Skills of the plan"));
    m_list->setModel(&m_filter);
    m_list->setItemDelegate(new AnswerDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_search);
    column->addWidget(m_counts);
    column->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, &m_filter, &AnswerListFilter::setWords);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewView::follow);
    return side;
}

QWidget* ReviewView::makeBody()
{
    m_sheet = new AnswerSheet(*m_desk, m_phrases, m_workspace.zone());
    m_decision = new DecisionPanel(*m_desk);
    auto* content = new QWidget;
    m_reading = new QVBoxLayout(content);
    m_reading->setContentsMargins(0, 0, space::m, space::l);
    m_reading->setSpacing(space::l);
    m_reading->addWidget(m_sheet);
    m_scroll = scrolling(this, u"answer.scroll"_s);
    m_scroll->setWidget(content);
    m_middle = new QStackedWidget(this);
    m_middle->addWidget(m_scroll);
    m_side = scrolling(this, u"answer.side"_s);
    m_side->setFixedWidth(size::skillSide);
    m_side->setWidget(m_decision);
    auto* body = new QWidget(this);
    auto* row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::l);
    row->addWidget(m_middle, 1);
    row->addWidget(m_side);
    return body;
}

QWidget* ReviewView::makeGaps()
{
    m_gaps = new QWidget(this);
    m_gaps->setObjectName(u"answer.gaps"_s);
    auto* row = new QHBoxLayout(m_gaps);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    return m_gaps;
}

QWidget* ReviewView::searchField() const
{
    return m_search;
}

void ReviewView::begin()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void ReviewView::suggestReviewer(const QString& name, domain::ReviewerRole role)
{
    const exchange::Reviewer& drafted = m_desk->draft().reviewer;
    m_name = drafted.name.isEmpty() ? name : drafted.name;
    m_role = drafted.name.isEmpty() ? role : drafted.role;
}

void ReviewView::commitDrafts()
{
    m_sheet->keep();
    m_decision->keep();
}

void ReviewView::choose(const QString& skill)
{
    m_skill = skill;
    m_sheet->setSkill(skill);
    m_decision->setSkill(skill);
    m_scroll->verticalScrollBar()->setValue(0);
    const QModelIndex index = m_filter.mapFromSource(m_model.index(m_model.rowOf(skill)));
    if (index != m_list->currentIndex()) {
        m_list->setCurrentIndex(index);
    }
    if (m_mapView != nullptr) {
        m_mapView->select(skill);
    }
}

void ReviewView::follow(const QModelIndex& current)
{
    const QString skill = current.data(AnswerListModel::SkillRole).toString();
    if (current.isValid() && skill != m_skill) {
        choose(skill);
    }
}

void ReviewView::step(int by)
{
    commitDrafts();
    if (const QString next = m_desk->nextSubmitted(m_skill, by); !next.isEmpty()) {
        m_search->clear();
        choose(next);
    }
}

void ReviewView::refresh()
{
    m_model.refresh();
    m_sheet->refresh();
    m_decision->refresh();
    m_undo->setEnabled(m_desk->canUndo());
    m_redo->setEnabled(m_desk->canRedo());
    const int waiting = m_model.count(AnswerListModel::Group::Submitted);
    const auto decided = static_cast<int>(m_desk->draft().decisions.size());
    m_counts->setText(tr("%1, %2", "how many wait, how many are decided")
                          .arg(tr("%n skill(s) waiting", nullptr, waiting), tr("%n decided", nullptr, decided)));
    refreshGaps();
}

/// What is still missing, each leading to where it belongs. The name is asked for when the review is saved.
void ReviewView::refreshGaps()
{
    qDeleteAll(m_gaps->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    auto* row = static_cast<QHBoxLayout*>(m_gaps->layout());
    while (QLayoutItem* item = row->takeAt(0)) {
        delete item;
    }
    constexpr int mostShown = 2;
    int shown = 0;
    for (const ReviewGap& gap : m_desk->gaps()) {
        if (gap.kind == ReviewGap::Kind::NoName || gap.kind == ReviewGap::Kind::Nothing || shown++ >= mostShown) {
            continue;
        }
        auto* lead = new QPushButton(ReviewWords::gap(gap, m_desk->plan()), m_gaps);
        lead->setObjectName(u"answer.gap"_s);
        lead->setIcon(icon(IconId::Warning, Tone::Mark));
        setButtonKind(*lead, ButtonKind::Quiet);
        lead->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        lead->setMinimumWidth(0);
        connect(
            lead, &QPushButton::clicked, this, [this, gap] { goTo(gap); }, Qt::QueuedConnection);
        row->addWidget(lead);
    }
    row->addStretch(1);
    m_gaps->setVisible(shown > 0);
}

void ReviewView::goTo(const ReviewGap& gap)
{
    m_map->setChecked(false);
    m_search->clear();
    choose(gap.skill);
    if (gap.kind == ReviewGap::Kind::EmptyComment) {
        m_sheet->focusComment(gap.comment);
    } else {
        m_decision->focusReason();
    }
}

void ReviewView::showMap(bool map)
{
    m_map->setChecked(map);
    if (map && m_mapView == nullptr) {
        m_mapView = new PlanMapView(m_workspace, m_desk->plan(), this);
        m_mapView->select(m_skill);
        m_middle->addWidget(m_mapView);
        connect(m_mapView, &PlanMapView::skillChosen, this, &ReviewView::choose);
        connect(m_mapView, &PlanMapView::skillRequested, this, [this](const QString& skill) {
            choose(skill);
            showMap(false);
        });
    }
    m_middle->setCurrentWidget(map ? static_cast<QWidget*>(m_mapView) : m_scroll);
}

void ReviewView::placeDecision()
{
    const bool isWide = width() >= wideFrom;
    if (isWide == (m_side->widget() == m_decision)) {
        return;
    }
    if (isWide) {
        m_side->setWidget(m_decision);
    } else {
        m_side->takeWidget();
        m_reading->addWidget(m_decision);
    }
    m_decision->show();
    m_side->setVisible(isWide);
}

void ReviewView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeDecision();
}

void ReviewView::undo()
{
    commitDrafts();
    m_desk->undo();
}

void ReviewView::redo()
{
    commitDrafts();
    m_desk->redo();
}

bool ReviewView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo)
            || QKeySequence(key.keyCombination()) == QKeySequence(u"Ctrl+Y"_s) || key.matches(QKeySequence::Save)) {
            event->accept(); // before the window takes it for the library
            return true;
        }
    }
    return QWidget::event(event);
}

void ReviewView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo)) {
        undo();
    } else if (event->matches(QKeySequence::Redo) || QKeySequence(event->keyCombination()) == QKeySequence(u"Ctrl+Y"_s)) {
        redo();
    } else if (event->matches(QKeySequence::Save)) {
        save();
    } else if (event->key() == Qt::Key_Escape) {
        Q_EMIT leaveRequested();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ReviewView::save()
{
    commitDrafts();
    for (const ReviewGap& gap : m_desk->gaps()) {
        if (gap.kind != ReviewGap::Kind::NoName) {
            Q_EMIT noticeRequested(ReviewWords::gap(gap, m_desk->plan()), NoticeTone::Warning);
            goTo(gap);
            return;
        }
    }
    SendDialog dialog(session::KeyRing(m_files.key), m_name, m_role, this);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    m_name = dialog.name();
    m_role = dialog.role();
    m_desk->setReviewer(m_name, m_role);
    const QString learner = m_desk->plan().learner.isEmpty() ? tr("plan") : m_desk->plan().learner;
    const QString beside = QFileInfo(file()).absoluteDir().filePath(exchange::exportFileName(learner, u"wayreview"_s));
    const QString target = QFileDialog::getSaveFileName(this, tr("Save the review"), beside, tr("Reviews (*.wayreview)"));
    if (target.isEmpty()) {
        return;
    }
    if (const domain::Result<void> written = m_desk->send(target, dialog.key().get()); !written) {
        Q_EMIT noticeRequested(ErrorSentence::of(written.error()), NoticeTone::Error);
        return;
    }
    Q_EMIT sent(m_name, m_role == domain::ReviewerRole::Peer);
    Q_EMIT noticeRequested(dialog.key() == nullptr ? tr("Wrote %1. Send it to the learner.").arg(target)
                                                   : tr("Wrote %1, signed. Send it to the learner.").arg(target),
        NoticeTone::Success);
}

} // namespace waymark::ui
