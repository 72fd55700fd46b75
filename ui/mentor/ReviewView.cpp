// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/ReviewView.h>

#include <ui/mentor/AnswerSheet.h>
#include <ui/mentor/DecisionPanel.h>
#include <ui/mentor/PlanMapView.h>
#include <ui/mentor/SendDialog.h>
#include <ui/theme/Controls.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/Isolated.h>
#include <ui/words/ReviewWords.h>

#include <exchange/ExportFormats.h>

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using session::ReviewGap;

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
    m_cautions = new QVBoxLayout;
    column->addLayout(m_cautions);
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
    connect(&m_workspace, &session::Workspace::changed, this, [this](const session::Changes& changes) {
        if (changes.course) {
            followCourse();
        }
    });
    followCourse();
    const QStringList waiting = m_desk->submitted();
    choose(waiting.isEmpty() ? QString() : waiting.front());
    refresh();
}

/// What is being written is kept now: the fields outlive the desk. Who would hear that it fails may be half gone.
ReviewView::~ReviewView()
{
    const QSignalBlocker quiet(this);
    commitDrafts();
}

QString ReviewView::title() const
{
    return m_desk->plan().learner.isEmpty() ? tr("Answer to a plan") : tr("Answer to %1").arg(isolated(m_desk->plan().learner));
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
    m_decision->setReviewer(m_name);
}

void ReviewView::commitDrafts()
{
    m_sheet->keep();
    m_decision->keep();
    m_desk->keep();
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
    if (m_mapView != nullptr) {
        m_mapView->refresh();
    }
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
    if (!gap.comment.isEmpty()) {
        m_sheet->focusComment(gap.comment);
    } else {
        m_decision->focusReason();
    }
}

void ReviewView::showMap(bool map)
{
    m_map->setChecked(map);
    if (map && m_mapView == nullptr) {
        m_mapView = new PlanMapView(m_workspace, *m_desk, this);
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

/// The map of the plan is that of the installed course, so it can be shown as long as both are the same.
void ReviewView::followCourse()
{
    const bool hasMap = m_desk->plan().courseId == m_workspace.course().id;
    m_map->setEnabled(hasMap);
    if (!hasMap && m_map->isChecked()) {
        m_map->setChecked(false);
    }
    showCautions();
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
    // The dialogs run the loop: what they ask for may be gone when they end, and this with it.
    const QPointer<ReviewView> self(this);
    const QPointer<SendDialog> dialog(new SendDialog(session::KeyRing(m_files.key), m_name, m_role, this));
    const int answer = dialog->exec();
    if (self == nullptr || dialog == nullptr) {
        return;
    }
    const KeyWork::Key key = dialog->key();
    if (answer == QDialog::Accepted) {
        m_name = dialog->name();
        m_role = dialog->role();
    }
    delete dialog;
    if (answer != QDialog::Accepted) {
        return;
    }
    m_desk->setReviewer(m_name, m_role);
    m_decision->setReviewer(m_name);
    const QString learner = m_desk->plan().learner.isEmpty() ? tr("plan") : m_desk->plan().learner;
    const QString beside = QFileInfo(file()).absoluteDir().filePath(exchange::exportFileName(learner, u"wayreview"_s));
    const QString target = QFileDialog::getSaveFileName(this, tr("Save the review"), beside, tr("Reviews (*.wayreview)"));
    if (self != nullptr && !target.isEmpty()) {
        send(target, key.get());
    }
}

void ReviewView::send(const QString& target, const exchange::SigningKey* key)
{
    if (const domain::Result<void> written = m_desk->send(target, key); !written) {
        Q_EMIT noticeRequested(ErrorSentence::of(written.error()), NoticeTone::Error);
        return;
    }
    Q_EMIT sent(m_name, m_role == domain::ReviewerRole::Peer);
    Q_EMIT noticeRequested(key == nullptr ? tr("Wrote %1. Send it to the learner.").arg(isolated(target))
                                          : tr("Wrote %1, signed. Send it to the learner.").arg(isolated(target)),
        NoticeTone::Success);
}

} // namespace waymark::ui
