// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/SkillPage.h>

#include <session/DraftValues.h>

#include <ui/ReadOnly.h>
#include <ui/lesson/FindBar.h>
#include <ui/lesson/LessonView.h>
#include <ui/lesson/LinkDialog.h>
#include <ui/skill/OutlineCard.h>
#include <ui/skill/SectionList.h>
#include <ui/skill/SidePanel.h>
#include <ui/skill/SkillHeader.h>
#include <ui/skill/SkillSheet.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/words/Isolated.h>

#include <domain/Moves.h>
#include <session/QuizDesk.h>

#include <QDesktopServices>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int sectionsFrom = 1180; ///< width of the page from which the sections stand beside the text
constexpr int sideFrom = 900; ///< and from which the side column is always there

} // namespace

SkillPage::SkillPage(session::Workspace& workspace, session::StudyWatch& watch, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_header(new SkillHeader(workspace))
    , m_ground(new SkillSheet)
    , m_sections(new SectionList)
    , m_stack(new QStackedWidget)
    , m_lesson(new LessonView(workspace))
    , m_outline(new OutlineCard(workspace))
    , m_side(new SidePanel(workspace, watch))
    , m_sectionMenu(new QMenu(this))
{
    setObjectName(u"skillPage"_s);
    m_find = new FindBar(*m_lesson);
    auto* reading = new QWidget;
    auto* readingColumn = bareColumn(reading);
    readingColumn->addWidget(m_find);
    readingColumn->addWidget(m_lesson, 1);
    m_stack->addWidget(reading);
    m_stack->addWidget(m_outline);

    auto* sheet = new QHBoxLayout(m_ground);
    sheet->setContentsMargins(space::l, 1, 1, 0);
    sheet->setSpacing(0);
    auto* links = new QVBoxLayout;
    links->setContentsMargins(0, space::l, 0, space::l);
    links->addWidget(m_sections);
    sheet->addLayout(links);
    sheet->addWidget(m_stack, 1);
    auto* body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_ground, 1);
    body->addWidget(m_side);
    auto* whole = bareColumn(this);
    whole->addWidget(m_header);
    whole->addLayout(body, 1);
    makeTools();
    makeActions();

    connect(m_lesson, &LessonView::sectionsChanged, this, &SkillPage::showSections);
    connect(m_lesson, &LessonView::currentSectionChanged, m_sections, &SectionList::follow);
    connect(m_lesson, &LessonView::completed, m_find, &FindBar::refresh);
    connect(
        m_lesson, &LessonView::codeCopied, this, [this] { Q_EMIT noticeRequested(tr("The code is on the clipboard."), NoticeTone::Info); });
    connect(m_lesson, &LessonView::checklistRequested, this, &SkillPage::goToChecklist);
    connect(m_lesson, &LessonView::skillRequested, this, &SkillPage::goToSkill);
    connect(m_lesson, &LessonView::linkRequested, this, &SkillPage::openLink);
    connect(m_lesson, &LessonView::questionAnswered, this, &SkillPage::keepAnswer);
    connect(m_sections, &SectionList::sectionChosen, m_lesson, &LessonView::goToSection);
    connect(m_side, &SidePanel::skillRequested, this, &SkillPage::goToSkill);
    connect(m_side, &SidePanel::placeRequested, this, &SkillPage::placeRequested);
    connect(m_side, &SidePanel::badgeRequested, this, &SkillPage::badgeRequested);
    connect(m_side, &SidePanel::linkRequested, this, &SkillPage::openLink);
    connect(m_outline, &OutlineCard::skillRequested, this, &SkillPage::goToSkill);
    connect(m_outline, &OutlineCard::mapRequested, this, [this] { Q_EMIT placeRequested({ PageId::Map, m_skill, {} }); });
    connect(&m_workspace, &session::Workspace::changed, this, &SkillPage::follow);
    whenReadOnlyChanges(m_workspace, this, [this] {
        if (!m_skill.isEmpty()) {
            m_header->refresh();
            m_lesson->followAnswers();
            enableQuiz();
        }
    });
    openSkill({});
}

QString SkillPage::title() const
{
    const domain::Skill* skill = m_workspace.roadmap().find(m_skill);
    return skill == nullptr ? tr("Skill") : skill->title;
}

void SkillPage::show(const Place& place)
{
    QString skill = place.skill.isEmpty() ? m_skill : place.skill;
    if (skill.isEmpty()) {
        const std::vector<learning::NextStep> steps = m_workspace.nextSteps(1);
        skill = steps.empty() ? QString() : m_workspace.roadmap().skill(steps.front().skill).id;
    }
    if (idToday(skill) != m_skill) {
        openSkill(skill);
    }
    if (!place.section.isEmpty()) {
        m_lesson->goToPlace(place.section);
    }
}

/// History and settings keep the places of an older course. Empty where the course has no such skill any more.
QString SkillPage::idToday(const QString& skill) const
{
    if (m_workspace.roadmap().find(skill) != nullptr) {
        return skill;
    }
    const QString moved = domain::Moves(m_workspace.course()).skill(skill);
    return m_workspace.roadmap().find(moved) == nullptr ? QString() : moved;
}

void SkillPage::openSkill(const QString& skill)
{
    keepTop();
    m_skill = idToday(skill);
    {
        const LayoutPause pause(*this);
        m_header->setSkill(m_skill);
        m_header->setVisible(!m_skill.isEmpty());
        m_side->setSkill(m_skill);
        m_outline->setSkill(m_skill);
        showLesson();
        arrange();
    }
    Q_EMIT titleChanged();
    Q_EMIT currentSkillChanged();
}

void SkillPage::showLesson()
{
    const auto lesson = m_skill.isEmpty() ? domain::Result<domain::Lesson>() : m_workspace.lesson(m_skill);
    const bool written = lesson && !lesson->markdown.trimmed().isEmpty();
    const bool isProject = m_workspace.roadmap().isProject(m_skill);
    m_lesson->setQuizOf(isProject ? QString() : m_skill);
    m_lesson->setLesson(written ? lesson->markdown : QString(), isProject ? exchange::LessonForm::Project : exchange::LessonForm::Skill,
        written ? lesson->versions : QStringList());
    m_stack->setCurrentIndex(written ? 0 : 1);
    enableQuiz();
    if (const int top = m_tops.value(m_skill); written && top > 0) {
        m_lesson->setTopPosition(top);
    }
    m_find->refresh();
}

void SkillPage::enableQuiz()
{
    const domain::Skill* skill = m_workspace.roadmap().find(m_skill);
    const bool asks = skill != nullptr && !m_workspace.roadmap().isProject(m_skill) && !skill->questions.isEmpty();
    m_quizAction->setEnabled(asks && m_stack->currentIndex() == 0 && !m_workspace.isReadOnly());
}

void SkillPage::showSections()
{
    const std::vector<LessonSectionLink>& sections = m_lesson->sections();
    m_sections->setSections(sections);
    m_sections->follow(m_lesson->currentSection());
    m_sectionMenu->clear();
    for (std::size_t i = 0; i < sections.size(); ++i) {
        QString text = sections[i].title;
        QAction* action = m_sectionMenu->addAction(text.replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, i] { m_lesson->goToSection(static_cast<int>(i)); });
    }
    arrange();
}

/// Wide: sections, text, side. Narrower: the sections move into a menu, then the side column behind a button.
void SkillPage::arrange()
{
    const bool hasSections = !m_lesson->sections().empty();
    const bool wide = width() >= sectionsFrom;
    const bool hasSide = !m_skill.isEmpty();
    const bool fits = width() >= sideFrom;
    m_sections->setVisible(wide && hasSections);
    m_ground->layout()->setContentsMargins(wide && hasSections ? space::l : 1, 1, 1, 0);
    m_sectionButton->setVisible(!wide && hasSections);
    m_findButton->setVisible(m_stack->currentIndex() == 0);
    m_side->setVisible(hasSide && (fits || m_sideWanted));
    m_sideButton->setVisible(hasSide && !fits);
    if (m_sideButton->isChecked() != m_sideWanted) {
        m_sideButton->setChecked(m_sideWanted);
    }
}

void SkillPage::resizeEvent(QResizeEvent* event)
{
    arrange();
    Page::resizeEvent(event);
}

void SkillPage::goToSkill(const QString& skill)
{
    if (m_workspace.roadmap().find(skill) == nullptr) {
        Q_EMIT noticeRequested(tr("This course has no skill \"%1\".").arg(isolated(skill)), NoticeTone::Warning);
        return;
    }
    Q_EMIT placeRequested({ PageId::Skill, skill, {} });
}

void SkillPage::goToChecklist()
{
    m_sideWanted = true;
    arrange();
    m_side->goToChecklist();
}

void SkillPage::stepSection(int by)
{
    m_lesson->goToSection(std::max(0, m_lesson->currentSection() + by));
}

void SkillPage::openLink(const QUrl& link)
{
    auto* dialog = new LinkDialog(link, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, link] {
        if (!QDesktopServices::openUrl(link)) {
            Q_EMIT noticeRequested(tr("The desktop has no program for this link."), NoticeTone::Warning);
        }
    });
    dialog->open();
}

void SkillPage::follow(const session::Changes& changes)
{
    if (changes.course) {
        const QString skill = m_skill;
        m_skill.clear(); // its text is another one: where it was left means nothing now
        m_tops.remove(skill);
        openSkill(skill);
        return;
    }
    if (m_skill.isEmpty()) {
        return;
    }
    // The reason of a lock may change with any other skill, that of a sign-off with the key of its reviewer.
    if (changes.touches(m_skill) || changes.reviews || !changes.restated.empty() || !changes.restatedProjects.empty()) {
        m_header->refresh();
    }
    if (m_stack->currentWidget() == m_outline) {
        m_outline->setSkill(m_skill);
    }
    if (changes.touches(m_skill)) {
        m_lesson->followAnswers();
    }
    m_side->follow(changes);
}

void SkillPage::keepAnswer(const QString& question, const exchange::QuizAnswer& answer, const exchange::Verdict& verdict, int milliseconds)
{
    const session::QuizDesk desk(m_workspace);
    m_workspace.apply(desk.question(m_skill, question).and_then([&](const exchange::QuizQuestion& asked) {
        return desk.answered(m_skill, asked, answer, verdict, milliseconds);
    }));
}

void SkillPage::keepTop()
{
    if (!m_skill.isEmpty() && m_stack->currentIndex() == 0) {
        m_tops.insert(m_skill, m_lesson->topPosition());
    }
}

QVariantMap SkillPage::view() const
{
    QVariantMap tops;
    for (auto it = m_tops.begin(); it != m_tops.end(); ++it) {
        if (it.value() > 0) {
            tops.insert(it.key(), it.value());
        }
    }
    if (!m_skill.isEmpty() && m_stack->currentIndex() == 0) {
        tops.insert(m_skill, m_lesson->topPosition());
    }
    return { { u"tops"_s, tops }, { u"side"_s, m_sideWanted } };
}

void SkillPage::restoreView(const QVariantMap& view)
{
    const QVariantMap tops = view.value(u"tops"_s).toMap();
    for (auto it = tops.begin(); it != tops.end(); ++it) {
        m_tops.insert(it.key(), it.value().toInt());
    }
    m_sideWanted = view.value(u"side"_s).toBool();
    if (const int top = m_tops.value(m_skill); top > 0) {
        m_lesson->setTopPosition(top);
    }
    arrange();
}

QWidget* SkillPage::firstFocus()
{
    return m_lesson->isVisibleTo(this) ? static_cast<QWidget*>(m_lesson) : this;
}

QWidget* SkillPage::searchField()
{
    if (m_stack->currentIndex() != 0) {
        return nullptr;
    }
    m_find->open();
    return m_find->field();
}

void SkillPage::commitDrafts()
{
    m_side->saveDrafts();
    m_lesson->keepDraft();
}

void SkillPage::openDraft(const session::DraftPlace& draft)
{
    if (draft.kind == session::DraftKind::Answer) {
        m_lesson->ask(draft.part);
        return;
    }
    m_sideWanted = true;
    arrange();
    m_side->goToDraft(draft);
}

QStringList SkillPage::unsaved() const
{
    QStringList titles = m_side->unsavedSkills();
    for (QString& title : titles) {
        const domain::Skill* found = m_workspace.roadmap().find(title);
        title = found == nullptr ? title : found->title;
    }
    return titles;
}

} // namespace waymark::ui
