// SPDX-License-Identifier: GPL-3.0-or-later
// The page of a skill as a whole: state, neighbours, places, keyboard.
#include "SkillPageFixture.h"
#include "WrittenLesson.h"

#include <session/Drafts.h>
#include <ui/lesson/LessonView.h>
#include <ui/skill/SectionList.h>
#include <ui/theme/Controls.h>

#include <QAccessible>
#include <QDesktopServices>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace waymark;
using namespace waymark::ui;
using namespace Qt::StringLiterals;
using learning::SkillState;

/// Stands in for the desktop's browser.
class Browser : public QObject
{
    Q_OBJECT

public:
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl& url) { opened.append(url); }
};

class tst_SkillPage : public QObject, private fixture::OpenSkill
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void showsTheSkillAndItsState();
    void itsKeysGoToTheLesson();
    void startFinishSkipReset();
    void lockedSkillSaysWhyAndStartsAnyway();
    void neighboursAskForNavigation();
    void outlineSaysSoAndShowsAWayOn();
    void aProjectHasStepsHintsAndAnAcceptance();
    void placeGoesToTheSection();
    void sectionListFollowsAndLeads();
    void narrowPageMovesTheSideBehindAButton();
    void lessonAsksForTheChecklist();
    void linkOpensOnlyAfterTheDialog();
    void scrollIsKeptPerSkill();
    void findOpensWithTheField();
    void readOnlyLibraryOffersNoEdit();
    void newCourseIsShown();
    void aSkillThatIsRenamedStaysOpenWithWhatIsWritten();
    void everyControlHasNameAndId();
    void tabReachesEverything();
};

void tst_SkillPage::itsKeysGoToTheLesson()
{
    QCOMPARE(m_page->firstFocus()->objectName(), u"lesson"_s);
}

void tst_SkillPage::showsTheSkillAndItsState()
{
    QCOMPARE(m_page->currentSkill(), u"vcs-git"_s);
    QCOMPARE(m_page->title(), u"Git basics"_s);
    QCOMPARE(find<QLabel>(u"skill.title"_s)->text(), u"Git basics"_s);
    QCOMPARE(find<Chip>(u"skill.state"_s)->text(), u"Ready"_s);
    QVERIFY(find<QLabel>(u"skill.reason"_s)->isHidden());
}

void tst_SkillPage::startFinishSkipReset()
{
    click(u"start"_s);
    QVERIFY(m_workspace->stateOf(u"vcs-git"_s) == SkillState::Learning);
    QVERIFY(find<QWidget>(u"start"_s)->isHidden());
    QCOMPARE(QApplication::focusWidget(), find<QWidget>(u"finish"_s));
    click(u"finish"_s);
    QVERIFY(m_workspace->stateOf(u"vcs-git"_s) == SkillState::Practised);
    click(u"reset"_s);
    QVERIFY(m_workspace->stateOf(u"vcs-git"_s) == SkillState::Ready);
    click(u"skip"_s);
    QVERIFY(m_workspace->stateOf(u"vcs-git"_s) == SkillState::Skipped);
    QCOMPARE(find<Chip>(u"skill.state"_s)->text(), u"Skipped"_s);
}

void tst_SkillPage::lockedSkillSaysWhyAndStartsAnyway()
{
    m_page->show(Place { PageId::Skill, u"db-sql"_s, {} });
    QVERIFY(find<QLabel>(u"skill.reason"_s)->isVisible());
    QVERIFY(find<QLabel>(u"skill.reason"_s)->text().contains(u"Git basics"_s));
    QCOMPARE(buttonKind(find<QWidget>(u"start"_s)), ButtonKind::Standard);
    click(u"start"_s);
    QVERIFY(m_workspace->stateOf(u"db-sql"_s) == SkillState::Learning);
    QVERIFY(m_workspace->progress().skill(u"db-sql"_s).mark->overLock);
}

void tst_SkillPage::neighboursAskForNavigation()
{
    QSignalSpy asked(m_page.get(), &Page::placeRequested);
    click(u"link.db-sql"_s);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<Place>(), (Place { PageId::Skill, u"db-sql"_s, {} }));
    QCOMPARE(m_page->currentSkill(), u"vcs-git"_s);
    QVERIFY(find<QWidget>(u"link.db-sql"_s)->accessibleName().contains(u"Locked"_s));
    click(u"skip"_s);
    QVERIFY(find<QWidget>(u"link.db-sql"_s)->accessibleName().contains(u"Ready"_s));
}

void tst_SkillPage::outlineSaysSoAndShowsAWayOn()
{
    QSignalSpy asked(m_page.get(), &Page::placeRequested);
    m_page->show(Place { PageId::Skill, u"db-tuning"_s, {} });
    QCOMPARE(find<QLabel>(u"outline.title"_s)->text(), u"The lesson of this skill is not written yet."_s);
    QVERIFY(!find<LessonView>(u"lesson"_s)->isVisible());
    QVERIFY(m_page->searchField() == nullptr);
    click(u"outline.next"_s);
    click(u"outline.map"_s);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.at(0).first().value<Place>(), (Place { PageId::Skill, u"vcs-git"_s, {} }));
    QCOMPARE(asked.at(1).first().value<Place>(), (Place { PageId::Map, u"db-tuning"_s, {} }));
}

void tst_SkillPage::aProjectHasStepsHintsAndAnAcceptance()
{
    QSignalSpy asked(m_page.get(), &Page::placeRequested);
    click(u"link.project-scripts"_s); // what can be built with the skill
    QCOMPARE(asked.first().first().value<Place>(), (Place { PageId::Skill, u"project-scripts"_s, {} }));
    m_page->show(Place { PageId::Skill, u"project-scripts"_s, {} });
    QCOMPARE(m_page->title(), u"A shelf of scripts"_s);
    QVERIFY(find<QLabel>(u"skill.reason"_s)->text().contains(u"Git basics"_s));
    QTRY_VERIFY(find<QWidget>(u"link.vcs-git"_s)->isVisible());
    QCOMPARE(find<SectionList>(u"sections"_s)->count(), 5);

    auto* text = find<LessonView>(u"lesson"_s);
    support::untilWritten(*text);
    const QString shown = text->document()->toPlainText();
    QVERIFY2(shown.contains(u"Step 2 of 2 · about 1 h"_s), qPrintable(shown));
    QVERIFY(shown.contains(u"Run the script."_s));
    QVERIFY(!shown.contains(u"evidence:"_s));
    QVERIFY(!shown.contains(u"Sort by"_s)); // a hint is shown when it is wanted
    const QString markdown = fixture::courseOfSkills().lessons[2].markdown;
    text->toggle(u"hint/%1"_s.arg(markdown.left(markdown.indexOf(u"### Hint"_s)).count(u'\n') + 1));
    QVERIFY(text->document()->toPlainText().contains(u"Sort by title."_s));

    click(u"checklist.shelf"_s);
    QVERIFY(m_workspace->stateOf(u"project-scripts"_s) == SkillState::Practised);
    QCOMPARE(find<Chip>(u"skill.state"_s)->text(), u"Practised"_s);
}

void tst_SkillPage::placeGoesToTheSection()
{
    m_page->show(Place { PageId::Skill, u"vcs-git"_s, u"Key ideas"_s });
    QCOMPARE(find<LessonView>(u"lesson"_s)->currentSection(), 1);
}

void tst_SkillPage::sectionListFollowsAndLeads()
{
    auto* list = find<SectionList>(u"sections"_s);
    QVERIFY(list->isVisible());
    QCOMPARE(list->count(), 4);
    QCOMPARE(list->currentRow(), 0);
    auto* lesson = find<LessonView>(u"lesson"_s);
    lesson->verticalScrollBar()->setValue(lesson->verticalScrollBar()->maximum());
    QCOMPARE(list->currentRow(), 3);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(1)).center());
    QCOMPARE(lesson->currentSection(), 1);
}

void tst_SkillPage::narrowPageMovesTheSideBehindAButton()
{
    m_page->resize(928, 640);
    QVERIFY(!find<QWidget>(u"sections"_s)->isVisible());
    QVERIFY(find<QWidget>(u"sectionMenu"_s)->isVisible());
    QVERIFY(find<QWidget>(u"side"_s)->isVisible());
    m_page->resize(720, 600);
    QVERIFY(!find<QWidget>(u"side"_s)->isVisible());
    click(u"toggleSide"_s);
    QVERIFY(find<QWidget>(u"side"_s)->isVisible());
    click(u"toggleSide"_s);
    QVERIFY(!find<QWidget>(u"side"_s)->isVisible());
    QCOMPARE(find<QToolButton>(u"sectionMenu"_s)->menu()->actions().size(), 4);
}

void tst_SkillPage::lessonAsksForTheChecklist()
{
    m_page->resize(720, 600);
    Q_EMIT find<LessonView>(u"lesson"_s)->checklistRequested();
    QVERIFY(find<QWidget>(u"side"_s)->isVisible());
    QVERIFY(find<QCheckBox>(u"checklist.commit"_s)->hasFocus());
}

void tst_SkillPage::linkOpensOnlyAfterTheDialog()
{
    Browser browser;
    QDesktopServices::setUrlHandler(u"https"_s, &browser, "open");
    const QUrl link(u"https://example.org/more"_s);
    Q_EMIT find<LessonView>(u"lesson"_s)->linkRequested(link);
    QVERIFY(browser.opened.isEmpty());
    click(u"link.stay"_s);
    QVERIFY(browser.opened.isEmpty());
    QTRY_VERIFY(m_page->findChild<QWidget*>(u"linkDialog"_s) == nullptr);
    Q_EMIT find<LessonView>(u"lesson"_s)->linkRequested(link);
    click(u"link.open"_s);
    QDesktopServices::unsetUrlHandler(u"https"_s);
    QCOMPARE(browser.opened, QList<QUrl> { link });
}

void tst_SkillPage::scrollIsKeptPerSkill()
{
    auto* lesson = find<LessonView>(u"lesson"_s);
    lesson->goToSection(2);
    const int top = lesson->topPosition();
    QVERIFY(top > 0);
    m_page->show(Place { PageId::Skill, u"db-sql"_s, {} });
    QCOMPARE(lesson->topPosition(), 0);
    m_page->show(Place { PageId::Skill, u"vcs-git"_s, {} });
    QCOMPARE(lesson->topPosition(), top);

    const QVariantMap view = m_page->view();
    SkillPage other(*m_workspace, *m_watch);
    other.resize(1300, 700);
    other.QWidget::show();
    other.restoreView(view);
    other.show(Place { PageId::Skill, u"vcs-git"_s, {} });
    QCOMPARE(other.findChild<LessonView*>(u"lesson"_s)->topPosition(), top);
}

void tst_SkillPage::findOpensWithTheField()
{
    QWidget* field = m_page->searchField();
    QVERIFY(field != nullptr && field->isVisible());
    field->setFocus();
    QTest::keyClicks(field, u"word"_s);
    QVERIFY(find<QLabel>(u"find.count"_s)->text().startsWith(u"1 of "_s));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
    QVERIFY(find<LessonView>(u"lesson"_s)->hasFocus());
}

void tst_SkillPage::readOnlyLibraryOffersNoEdit()
{
    // A library without a course cannot be made read-only before it is installed, so it is made so afterwards.
    m_store->setReadOnly(true);
    m_page = std::make_unique<SkillPage>(*m_workspace, *m_watch);
    m_page->resize(1300, 700);
    m_page->QWidget::show();
    m_page->show(Place { PageId::Skill, u"vcs-git"_s, {} });
    QVERIFY(!find<QWidget>(u"start"_s)->isEnabled());
    QVERIFY(!find<QWidget>(u"checklist.commit"_s)->isEnabled());
    QVERIFY(!find<QWidget>(u"evidence.add.commit"_s)->isEnabled());
    QVERIFY(find<QPlainTextEdit>(u"note"_s)->isReadOnly());
    QVERIFY(!find<QWidget>(u"time.add"_s)->isEnabled());
}

void tst_SkillPage::newCourseIsShown()
{
    domain::CourseContent newer = fixture::courseOfSkills();
    newer.hash = u"another"_s;
    newer.course.skills[0].title = u"Git, again"_s;
    newer.lessons[0].markdown = u"## Why it matters\n\nA new text.\n"_s;
    QVERIFY(m_workspace->installCourse(newer));
    QCOMPARE(m_page->title(), u"Git, again"_s);
    QVERIFY(find<LessonView>(u"lesson"_s)->toPlainText().contains(u"A new text."_s));
    newer.hash = u"without it"_s;
    newer.course.skills.erase(newer.course.skills.begin());
    newer.course.skills[0].prerequisites.clear();
    newer.course.skills[1].prerequisites.clear();
    newer.course.choices.clear();
    newer.course.skills[1].choices.clear();
    newer.course.milestones.clear();
    newer.lessons.erase(newer.lessons.begin());
    QVERIFY(m_workspace->installCourse(newer));
    QCOMPARE(m_page->currentSkill(), QString());
    QCOMPARE(find<QLabel>(u"outline.title"_s)->text(), u"No skill is open."_s);
}

void tst_SkillPage::aSkillThatIsRenamedStaysOpenWithWhatIsWritten()
{
    click(u"evidence.add.commit"_s);
    find<QPlainTextEdit>(u"evidence.text.commit"_s)->setPlainText(u"half a thought"_s);
    domain::CourseContent newer = fixture::courseOfSkills();
    newer.hash = u"another"_s;
    const QString id = u"git"_s;
    const QString old = std::exchange(newer.course.skills[0].id, id);
    newer.course.skills[0].checklist[0].id = u"first-commit"_s;
    newer.lessons[0].skill = id;
    for (domain::Skill& skill : newer.course.skills) {
        skill.prerequisites.replaceInStrings(old, id);
    }
    newer.course.choices.clear();
    newer.course.milestones.clear();
    newer.course.skills[2].choices.clear();
    newer.course.moved = { { old, id }, { old + u"/commit"_s, id + u"/first-commit"_s } };
    QVERIFY(m_workspace->installCourse(newer));
    QCOMPARE(m_page->currentSkill(), id);
    QCOMPARE(find<QPlainTextEdit>(u"evidence.text.first-commit"_s)->toPlainText(), u"half a thought"_s);
    const session::DraftPlace today { session::DraftKind::Evidence, id, u"first-commit"_s };
    QCOMPARE(m_workspace->drafts().places(), std::vector { today });
    click(u"evidence.accept.first-commit"_s);
    QCOMPARE(m_workspace->progress().skill(id).items.value(today.part).evidence.first().text, u"half a thought"_s);
    QVERIFY(m_workspace->drafts().places().empty());
    m_page->show(Place { PageId::Skill, u"db-sql"_s, {} });
    m_page->show(Place { PageId::Skill, old, {} }); // as History has it
    QCOMPARE(m_page->currentSkill(), id);
}

void tst_SkillPage::everyControlHasNameAndId()
{
    addEvidence(u"https://example.org"_s);
    click(u"evidence.add.merge"_s);
    click(u"time.add.15"_s);
    for (QWidget* widget : m_page->findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(m_page.get()) || !(widget->focusPolicy() & Qt::TabFocus)) {
            continue;
        }
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(accessible != nullptr);
        const QString what = QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(what));
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(what));
    }
}

void tst_SkillPage::tabReachesEverything()
{
    QStringList reached;
    find<QWidget>(u"start"_s)->setFocus();
    for (int i = 0; i < 120; ++i) {
        const QString name = QApplication::focusWidget() == nullptr ? QString() : QApplication::focusWidget()->objectName();
        if (i > 0 && name == "start"_L1) {
            break;
        }
        reached.append(name);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const char* name : { "start", "skip", "find", "sections", "lesson", "checklist.commit", "evidence.add.commit", "checklist.merge",
             "link.db-sql", "note", "time.add.15", "time.minutes", "time.add" }) {
        QVERIFY2(reached.contains(QString::fromLatin1(name)), name);
    }
}

QTEST_MAIN(tst_SkillPage)
#include "tst_SkillPage.moc"
