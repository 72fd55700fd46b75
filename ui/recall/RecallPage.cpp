// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/recall/RecallPage.h>

#include <ui/ReadOnly.h>
#include <ui/recall/CardDialog.h>
#include <ui/recall/CardFace.h>
#include <ui/recall/CardSheet.h>
#include <ui/recall/RecallEmpty.h>
#include <ui/recall/RecallOptionsDialog.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>
#include <ui/words/Words.h>

#include <learning/LearningDays.h>
#include <session/DraftValues.h>

#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

const QString RecallPage::listSection = u"cards"_s;

namespace {

constexpr int widestColumn = 560; ///< the sheet is as wide as the column of a lesson
constexpr int widestList = 1200;
constexpr QMargins margins(space::xl, space::l, space::xl, space::xl);
constexpr int spreadDays = 7;
constexpr int longestRecall = 10 * 60 * 1000; ///< milliseconds; beyond it the learner was away
enum Sheet { CardIsAsked, NothingIsAsked, ListIsShown };

} // namespace

RecallPage::RecallPage(session::Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_desk(workspace)
    , m_stack(new QStackedWidget)
{
    setObjectName(u"recallPage"_s);
    m_stack->addWidget(centred(makeFace(), widestColumn, margins));
    m_stack->addWidget(centred(makeEmpty(), widestColumn, margins));
    bareColumn(this)->addWidget(m_stack);
    makeActions();
    connect(&m_workspace, &session::Workspace::changed, this, &RecallPage::follow);
    whenReadOnlyChanges(m_workspace, this, [this] {
        if (isVisible()) { // else show() does it
            refresh();
        }
    });
}

QString RecallPage::title() const
{
    return isListShown() ? tr("Cards") : tr("Recall");
}

QString RecallPage::currentSkill() const
{
    return isListShown() ? m_list->currentSkill() : m_card ? m_card->skill : QString();
}

QWidget* RecallPage::searchField()
{
    return isListShown() ? m_list->searchField() : nullptr;
}

QVariantMap RecallPage::view() const
{
    return { { u"backlogSettled"_s, m_backlogSettled } };
}

void RecallPage::restoreView(const QVariantMap& view)
{
    m_backlogSettled = view.value(u"backlogSettled"_s).toDate();
}

QWidget* RecallPage::makeFace()
{
    m_face = new CardFace(m_workspace);
    connect(m_face, &CardFace::backRequested, this, &RecallPage::showBack);
    connect(m_face, &CardFace::graded, this, &RecallPage::grade);
    connect(m_face, &CardFace::lessonRequested, this, &RecallPage::openLesson);
    connect(m_face, &CardFace::editRequested, this, &RecallPage::editAsked);
    connect(m_face, &CardFace::spreadRequested, this, &RecallPage::spread);
    connect(m_face, &CardFace::backlogAccepted, this, &RecallPage::settleBacklog);
    connect(m_face, &CardFace::skillRequested, this, [this](const QString& skill) { Q_EMIT placeRequested({ PageId::Skill, skill, {} }); });
    return m_face;
}

QWidget* RecallPage::makeEmpty()
{
    m_empty = new RecallEmpty(m_workspace);
    connect(m_empty, &RecallEmpty::skillRequested, this, [this](const QString& skill) {
        Q_EMIT placeRequested({ PageId::Skill, skill, {} });
    });
    connect(m_empty, &RecallEmpty::cardsRequested, this, [this] { m_listAction->trigger(); });
    connect(m_empty, &RecallEmpty::optionsRequested, this, &RecallPage::editOptions);
    return m_empty;
}

QAction* RecallPage::makeCardAction(const QString& name, const QString& text, const QKeySequence& keys)
{
    QAction* action = makeAction(name, text, keys);
    m_face->menu()->addAction(action);
    m_cardActions.append(action);
    return action;
}

/// Each is in the list of shortcuts and in the palette. Those of the answer are for the keyboard: the buttons stand on the page.
void RecallPage::makeActions()
{
    m_showAction = makeAction(u"recall.show-back"_s, tr("Show the back"), QKeySequence(Qt::Key_Space));
    connect(m_showAction, &QAction::triggered, this, &RecallPage::showBack);
    for (const domain::Grade each : learning::allGrades) {
        const QKeySequence key(Qt::Key_0 + static_cast<int>(each));
        QAction* action = makeAction(u"recall."_s + learning::toString(each), tr("Grade: %1").arg(Words::grade(each)), key);
        connect(action, &QAction::triggered, this, [this, each] { grade(each); });
        m_gradeActions.append(action);
    }
    makeCardActions();
    m_newAction = makeAction(u"recall.new"_s, tr("New card…"), QKeySequence(Qt::Key_N));
    connect(m_newAction, &QAction::triggered, this, &RecallPage::writeNew);
    m_listAction = makeAction(u"recall.cards"_s, tr("Cards…"), QKeySequence(Qt::Key_C));
    connect(m_listAction, &QAction::triggered, this, [this] { Q_EMIT placeRequested({ PageId::Recall, {}, listSection }); });
    m_optionsAction = makeAction(u"recall.options"_s, tr("How recall asks…"), {});
    connect(m_optionsAction, &QAction::triggered, this, &RecallPage::editOptions);
    m_face->menu()->addSeparator();
    m_face->menu()->addActions({ m_newAction, m_listAction, m_optionsAction });
}

void RecallPage::makeCardActions()
{
    connect(makeCardAction(u"recall.lesson"_s, tr("Open the lesson"), QKeySequence(Qt::Key_O)), &QAction::triggered, this,
        &RecallPage::openLesson);
    connect(
        makeCardAction(u"recall.edit"_s, tr("Edit the card…"), QKeySequence(Qt::Key_E)), &QAction::triggered, this, &RecallPage::editAsked);
    connect(makeCardAction(u"recall.bury"_s, tr("Not today"), QKeySequence(Qt::Key_T)), &QAction::triggered, this, [this] {
        const QDate tomorrow = learning::learningDay(m_workspace.now(), m_workspace.zone()).addDays(1);
        const qint64 until = learning::startOfLearningDay(tomorrow, m_workspace.zone());
        m_workspace.apply(domain::buryCard(m_workspace.context(), m_card->skill, m_card->card, until));
    });
    connect(makeCardAction(u"recall.suspend"_s, tr("Lay aside for good"), QKeySequence(Qt::Key_A)), &QAction::triggered, this,
        [this] { m_workspace.apply(domain::suspendCard(m_workspace.context(), m_card->skill, m_card->card, true)); });
    connect(makeCardAction(u"recall.spread"_s, tr("Spread what is due over a week"), {}), &QAction::triggered, this, &RecallPage::spread);
}

/// What can be done with what is shown now.
void RecallPage::enableActions()
{
    const bool isAsking = m_card.has_value();
    const bool writable = !m_workspace.isReadOnly();
    m_showAction->setEnabled(isAsking && !m_isBackShown);
    for (QAction* action : m_gradeActions) {
        action->setEnabled(isAsking && m_isBackShown && writable);
    }
    for (QAction* action : m_cardActions) {
        action->setEnabled(isAsking && (writable || action == m_cardActions.first())); // reading the lesson changes nothing
    }
    m_newAction->setEnabled(writable && !m_workspace.course().skills.empty());
    m_optionsAction->setEnabled(writable);
    m_listAction->setEnabled(!isListShown());
}

QList<QAction*> RecallPage::pageActions() const
{
    return isListShown() ? QList<QAction*> { m_newAction, m_optionsAction } + m_list->cardActions() : Page::pageActions();
}

/// The way to the list and back is no end of the session.
void RecallPage::show(const Place& place)
{
    const bool wantsList = place.section == listSection;
    if (!isVisible() || (!isListShown() && !wantsList)) {
        m_recallsBefore = recallsOnRecord();
    }
    if (wantsList) {
        showList();
    } else {
        next();
    }
}

bool RecallPage::isListShown() const
{
    return m_stack->currentIndex() == ListIsShown;
}

void RecallPage::showList()
{
    if (m_list == nullptr) {
        m_list = new CardSheet(m_workspace, m_newAction, m_optionsAction);
        connect(m_list, &CardSheet::placeRequested, this, &RecallPage::placeRequested);
        connect(m_list, &CardSheet::noticeRequested, this, &RecallPage::noticeRequested);
        connect(m_list, &CardSheet::currentSkillChanged, this, &RecallPage::currentSkillChanged);
        m_stack->addWidget(centred(m_list, widestList, margins));
    }
    m_card.reset();
    m_stack->setCurrentIndex(ListIsShown);
    enableActions();
    m_list->begin();
    Q_EMIT currentSkillChanged();
}

void RecallPage::next()
{
    session::RecallTurn turn = m_desk.next();
    m_card = std::move(turn.card);
    m_isBackShown = false;
    const int done = graded();
    if (m_card) {
        const QDate today = learning::learningDay(m_workspace.now(), m_workspace.zone());
        const bool isBacklog = turn.left > turn.asked && m_backlogSettled != today && !m_workspace.isReadOnly();
        m_face->setProgress(done, turn.asked, turn.left);
        m_face->setBacklog(isBacklog ? m_desk.due().due : 0);
        m_stack->setCurrentIndex(CardIsAsked);
        m_face->showFront(*m_card);
        m_clock.start();
    } else {
        m_empty->refresh(done);
        m_stack->setCurrentIndex(NothingIsAsked);
    }
    enableActions();
    Q_EMIT currentSkillChanged();
}

void RecallPage::showBack()
{
    if (!m_card || m_isBackShown) {
        return;
    }
    m_isBackShown = true;
    m_face->showBack(*m_card, m_desk.preview(*m_card));
    enableActions();
}

void RecallPage::grade(domain::Grade grade)
{
    if (!m_card || !m_isBackShown) {
        return;
    }
    const auto milliseconds = static_cast<int>(std::min<qint64>(m_clock.elapsed(), longestRecall));
    m_workspace.apply(m_desk.graded(*m_card, grade, milliseconds));
}

int RecallPage::recallsOnRecord() const
{
    int count = 0;
    for (const domain::SkillProgress& skill : m_workspace.progress().skills()) {
        for (const auto& card : skill.recalls) {
            count += static_cast<int>(card.size());
        }
    }
    return count;
}

int RecallPage::graded() const
{
    return std::max(0, recallsOnRecord() - m_recallsBefore);
}

void RecallPage::openLesson()
{
    if (m_card) {
        Q_EMIT placeRequested({ PageId::Skill, m_card->skill, m_desk.sectionOf(m_card->skill, m_card->card) });
    }
}

void RecallPage::editAsked()
{
    if (m_card) {
        edit(session::AskedCard(*m_card)); // the page may ask another one while the dialog is up
    }
}

void RecallPage::edit(const session::AskedCard& card)
{
    CardDialog dialog(m_workspace, card.skill, card.card, this);
    dialog.setCard(card);
    dialog.exec();
}

void RecallPage::openDraft(const session::DraftPlace& draft)
{
    if (draft.part.isEmpty()) {
        writeNew();
    } else if (const auto card = m_desk.card(draft.skill, draft.part)) {
        edit(*card);
    }
}

void RecallPage::writeNew()
{
    CardDialog(m_workspace, currentSkill(), {}, this).exec();
}

void RecallPage::editOptions()
{
    RecallOptionsDialog(m_workspace, this).exec();
}

void RecallPage::spread()
{
    const auto spread = m_workspace.apply(m_desk.spread(spreadDays));
    if (!spread) {
        return; // the window says why
    }
    const auto count = static_cast<int>(spread->changes.size());
    Q_EMIT noticeRequested(count > 0 ? tr("%n card(s) wait for the days to come.", nullptr, count)
                                     : tr("There is nothing to spread: what is due fits into today."),
        NoticeTone::Info);
    settleBacklog();
}

void RecallPage::settleBacklog()
{
    m_backlogSettled = learning::learningDay(m_workspace.now(), m_workspace.zone());
    next();
}

void RecallPage::follow(const session::Changes& changes)
{
    const bool mayHaveCards = changes.day && !m_card; // a card that is asked is not taken away by the clock
    const bool concerns
        = changes.course || changes.recall || mayHaveCards || !changes.restated.empty() || (m_card && changes.touches(m_card->skill));
    if (isVisible() && concerns) {
        refresh();
    }
}

void RecallPage::refresh()
{
    if (isListShown()) {
        enableActions();
    } else {
        next();
    }
}

} // namespace waymark::ui
