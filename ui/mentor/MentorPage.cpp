// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/MentorPage.h>

#include <ui/mentor/AfterDialogs.h>
#include <ui/mentor/KeyDialog.h>
#include <ui/mentor/PlansPane.h>
#include <ui/mentor/ReviewView.h>
#include <ui/mentor/ReviewsPane.h>
#include <ui/theme/Controls.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/Isolated.h>

#include <session/PlanFiles.h>

#include <QButtonGroup>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

enum PaneIndex { ReviewsIndex, PlansIndex };

QString droppedFile(const QMimeData* dragged)
{
    const QList<QUrl> urls = dragged->urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

} // namespace

MentorPage::MentorPage(session::Workspace& workspace, MentorFiles files, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_files(std::move(files))
{
    setObjectName(u"mentorPage"_s);
    setAcceptDrops(true);
    m_sheet = new QWidget(this);
    auto* column = new QVBoxLayout(m_sheet);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::l);
    makePanes();
    makeActions();
    column->addLayout(makeHead());
    column->addWidget(m_panes, 1);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_sheet);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
}

MentorPage::~MentorPage() = default;

void MentorPage::makePanes()
{
    m_reviews = new ReviewsPane(m_workspace);
    m_plans = new PlansPane(m_workspace);
    m_panes = new QStackedWidget(m_sheet);
    m_panes->addWidget(m_reviews);
    m_panes->addWidget(m_plans);
    connect(m_reviews, &ReviewsPane::placeRequested, this, &Page::placeRequested);
    connect(m_reviews, &ReviewsPane::noticeRequested, this, &Page::noticeRequested);
    connect(m_reviews, &ReviewsPane::importRequested, this, &MentorPage::importRequested);
    connect(m_reviews, &ReviewsPane::exportRequested, this, &MentorPage::exportRequested);
    connect(m_plans, &PlansPane::noticeRequested, this, &Page::noticeRequested);
    connect(m_plans, &PlansPane::waitingBegan, this, &Page::waitingBegan);
    connect(m_plans, &PlansPane::waitingEnded, this, &Page::waitingEnded);
    connect(m_plans, &PlansPane::answerRequested, this, &MentorPage::answer);
}

void MentorPage::makeActions()
{
    auto* key = new QAction(tr("My key…"), this);
    key->setObjectName(u"mentor.key"_s);
    key->setEnabled(!m_files.key.isEmpty());
    connect(key, &QAction::triggered, this, [this] {
        KeyDialog dialog(session::KeyRing(m_files.key), m_reviewer, this);
        dialog.exec();
    });
    m_actions.append(key);
    m_cancel = new QAction(tr("Cancel"), this);
    m_cancel->setObjectName(u"mentor.cancelReading"_s);
    connect(m_cancel, &QAction::triggered, this, &MentorPage::stopReading);
}

QLayout* MentorPage::makeHead()
{
    m_switch = new QButtonGroup(this);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(new TextLabel(TextRole::Title, tr("Mentor"), m_sheet));
    row->addSpacing(space::m);
    const std::tuple<PaneIndex, QString, QString> panes[]
        = { { ReviewsIndex, reviewsSection, tr("Your reviews") }, { PlansIndex, plansSection, tr("Plans to answer") } };
    for (const auto& [index, section, text] : panes) {
        auto* chip = new QPushButton(text, m_sheet);
        chip->setObjectName(u"mentor."_s + section);
        chip->setCheckable(true);
        chip->setChecked(section == m_section);
        setButtonKind(*chip, ButtonKind::Chip);
        m_switch->addButton(chip, index);
        row->addWidget(chip);
        connect(chip, &QPushButton::clicked, this, [this, to = section] { go(to); });
    }
    row->addStretch(1);
    auto* key = new QPushButton(m_actions.front()->text(), m_sheet);
    key->setObjectName(u"button.mentor.key"_s);
    key->setEnabled(m_actions.front()->isEnabled());
    setButtonKind(*key, ButtonKind::Quiet);
    connect(key, &QPushButton::clicked, m_actions.front(), &QAction::trigger);
    row->addWidget(key);
    return row;
}

QString MentorPage::title() const
{
    if (m_answer != nullptr && m_section == answerSection) {
        return m_answer->title();
    }
    return m_section == reviewsSection ? tr("Your reviews") : tr("Plans to answer");
}

/// By the window, so that Back leads here again.
void MentorPage::go(const QString& section)
{
    Q_EMIT placeRequested({ PageId::Mentor, {}, section });
}

Place MentorPage::inFull(const Place& place) const
{
    Place target = place;
    if (target.section.isEmpty()) {
        target.section = target.skill.isEmpty() ? m_section : reviewsSection;
    }
    return target;
}

void MentorPage::show(const Place& place)
{
    if (!place.skill.isEmpty()) {
        m_reviews->showReview(place.skill);
    }
    showSection(inFull(place).section);
}

void MentorPage::showSection(const QString& section)
{
    m_section = section == plansSection || section == answerSection ? section : reviewsSection;
    if (m_section == answerSection && m_answer == nullptr) {
        m_section = plansSection;
        if (!m_pending.isEmpty() && !m_reading.isRunning()) {
            readPlan(m_pending);
        }
    }
    if (m_section == answerSection) {
        m_stack->setCurrentWidget(m_answer);
        m_answer->begin();
    } else {
        const PaneIndex pane = m_section == plansSection ? PlansIndex : ReviewsIndex;
        m_stack->setCurrentWidget(m_sheet);
        m_panes->setCurrentIndex(pane);
        m_switch->button(pane)->setChecked(true);
        if (pane == PlansIndex) {
            m_plans->begin();
        }
    }
    Q_EMIT titleChanged();
}

void MentorPage::answer(const QString& file)
{
    m_pending.clear();
    readPlan(file);
}

void MentorPage::readPlan(const QString& file)
{
    if (m_files.drafts.isEmpty()) {
        return;
    }
    m_held.reset();
    Q_EMIT waitingBegan(tr("Reading %1 …").arg(isolated(QFileInfo(file).fileName())), m_cancel);
    m_reading.start([file](const std::stop_token&) { return session::readPlanAt(file); },
        [this, file](const domain::Result<exchange::PlanDocument>& plan) {
            Q_EMIT waitingEnded();
            m_held = ReadPlan { file, plan };
            afterDialogs(*this, [this] { m_workspace.whenStill(this, [this] { takeHeld(); }); });
        });
}

void MentorPage::stopReading()
{
    m_reading.cancel();
    m_held.reset();
    m_pending.clear();
    Q_EMIT waitingEnded();
    Q_EMIT noticeRequested(ErrorSentence::of({ domain::ErrorCode::Cancelled, {}, {} }), NoticeTone::Info);
}

void MentorPage::takeHeld()
{
    if (m_held) {
        const ReadPlan read = std::move(*std::exchange(m_held, {}));
        planRead(read.file, read.plan);
    }
}

/// An answer that is only brought back is not shown to a person who has gone elsewhere meanwhile.
void MentorPage::planRead(const QString& file, const domain::Result<exchange::PlanDocument>& plan)
{
    const bool isBroughtBack = std::exchange(m_pending, {}) == file;
    if (!plan) {
        Q_EMIT noticeRequested(ErrorSentence::of(plan.error()), NoticeTone::Error);
        return;
    }
    if (!showAnswer(file, *plan)) {
        Q_EMIT noticeRequested(tr("%1 is not opened yet: the answer that is open could not be saved. %2")
                                   .arg(isolated(QFileInfo(file).fileName()), ErrorSentence::of(*m_answer->failure())),
            NoticeTone::Error);
        return;
    }
    if (!isBroughtBack || (isVisible() && m_section == plansSection)) {
        go(answerSection);
    }
}

/// False where the answer that is open would be lost.
bool MentorPage::showAnswer(const QString& file, const exchange::PlanDocument& plan)
{
    commitDrafts(); // before the desk reads the draft, which may be that of the answer that is open
    if (!unsaved().isEmpty()) {
        return false;
    }
    auto desk = session::ReviewDesk::open(file, plan, m_files.drafts, { [this] { return m_workspace.now(); }, m_workspace.zone() });
    if (m_answer != nullptr) {
        m_answer->deleteLater();
    }
    const bool isLost = desk->isDraftLost();
    m_answer = new ReviewView(m_workspace, std::move(desk), m_phrases, m_files, this);
    m_answer->suggestReviewer(m_reviewer, m_isPeer ? domain::ReviewerRole::Peer : domain::ReviewerRole::Mentor);
    m_stack->addWidget(m_answer);
    connect(m_answer, &ReviewView::leaveRequested, this, [this] { go(plansSection); });
    connect(m_answer, &ReviewView::noticeRequested, this, &Page::noticeRequested);
    connect(m_answer, &ReviewView::keyRequested, m_actions.front(), &QAction::trigger);
    connect(m_answer, &ReviewView::sent, this, [this](const QString& name, bool isPeer) {
        m_reviewer = name;
        m_isPeer = isPeer;
    });
    if (isLost) {
        Q_EMIT noticeRequested(tr("Your earlier answer to this plan could not be read; it was laid aside."), NoticeTone::Warning);
    }
    return true;
}

QVariantMap MentorPage::view() const
{
    return { { u"section"_s, m_section }, { u"plan"_s, m_answer != nullptr ? m_answer->file() : m_pending }, { u"reviewer"_s, m_reviewer },
        { u"isPeer"_s, m_isPeer }, { u"phrases"_s, m_phrases.kept() }, { u"plans"_s, m_plans->view() },
        { u"reviews"_s, m_reviews->view() } };
}

void MentorPage::restoreView(const QVariantMap& view)
{
    m_section = view.value(u"section"_s, reviewsSection).toString();
    m_pending = view.value(u"plan"_s).toString();
    m_reviewer = view.value(u"reviewer"_s).toString();
    m_isPeer = view.value(u"isPeer"_s).toBool();
    m_phrases.setKept(view.value(u"phrases"_s).toStringList());
    m_plans->restoreView(view.value(u"plans"_s).toMap());
    m_reviews->restoreView(view.value(u"reviews"_s).toMap());
}

QWidget* MentorPage::searchField()
{
    if (m_section == answerSection && m_answer != nullptr) {
        return m_answer->searchField();
    }
    return m_section == plansSection ? m_plans->searchField() : m_reviews->searchField();
}

QList<QAction*> MentorPage::pageActions() const
{
    if (m_section == answerSection && m_answer != nullptr) {
        return m_answer->reviewActions() + m_actions;
    }
    return m_section == plansSection ? m_plans->planActions() + m_actions : m_reviews->actions() + m_actions;
}

void MentorPage::commitDrafts()
{
    if (m_answer != nullptr) {
        m_answer->commitDrafts();
    }
}

QStringList MentorPage::unsaved() const
{
    return m_answer == nullptr || !m_answer->failure() ? QStringList() : QStringList(m_answer->title());
}

/// Plans and their folders; everything else is for the window.
void MentorPage::dragEnterEvent(QDragEnterEvent* event)
{
    const QString file = droppedFile(event->mimeData());
    if (m_section != reviewsSection && !file.isEmpty() && PlansPane::isForMentor(file)) {
        event->acceptProposedAction();
    } else {
        event->ignore();
    }
}

void MentorPage::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    // The program that the file comes from waits for the end of the drop.
    QMetaObject::invokeMethod(
        this, [this, file = droppedFile(event->mimeData())] { m_plans->take(file); }, Qt::QueuedConnection);
}

} // namespace waymark::ui
