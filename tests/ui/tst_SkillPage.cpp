// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemoryStore.h"
#include "SampleCourse.h"

#include <ui/lesson/LessonView.h>
#include <ui/skill/NotePanel.h>
#include <ui/skill/SectionList.h>
#include <ui/skill/SkillPage.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Theme.h>

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace waymark;
using namespace waymark::ui;
using namespace Qt::StringLiterals;
using learning::SkillState;

namespace {

constexpr qint64 now = 1'795'255'200'000;

domain::CourseContent course()
{
    domain::CourseContent content = support::sampleCourse();
    const QString filler = QString(40, u'x') + u" word. "_s;
    content.lessons[0].markdown
        = u"## Why it matters\n\n%1\n\n## Key ideas\n\n%1\n\n## Checklist\n\n- [ ] Make a commit | evidence: commit | id: commit\n\n"
          "## Go further\n\n[Read on](https://example.org/more) and %1\n"_s.arg(filler.repeated(80));
    return content;
}

} // namespace

/// Stands in for the desktop's browser.
class Browser : public QObject
{
    Q_OBJECT

public:
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl& url) { opened.append(url); }
};

class tst_SkillPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsTheSkillAndItsState();
    void tickingStoresAndUnticks();
    void tickOnTheWordsWorks();
    void tickIsTakenBackWhenTheStoreFails();
    void undoTakesTheTickAway();
    void evidenceIsAdded();
    void enterAddsEvidenceOfOneLine();
    void tickingTakesTheEvidenceThatIsBeingTyped();
    void evidenceIsChanged();
    void evidenceIsRemoved();
    void failedEvidenceStaysInTheEditor();
    void evidenceTextIsPlain();
    void noteSavesItselfAfterAPause();
    void noteIsSavedWhenThePageIsLeft();
    void noteThatCannotBeSavedStays();
    void noteFollowsUndoButNotOverTyping();
    void caretStaysWhileOtherThingsChange();
    void hardSpacesInANoteAreNotAChange();
    void timeIsAddedAndRemoved();
    void startFinishSkipReset();
    void lockedSkillSaysWhyAndStartsAnyway();
    void neighboursAskForNavigation();
    void outlineSaysSoAndShowsAWayOn();
    void placeGoesToTheSection();
    void sectionListFollowsAndLeads();
    void narrowPageMovesTheSideBehindAButton();
    void lessonAsksForTheChecklist();
    void linkOpensOnlyAfterTheDialog();
    void scrollIsKeptPerSkill();
    void findOpensWithTheField();
    void readOnlyLibraryOffersNoEdit();
    void newCourseIsShown();
    void everyControlHasNameAndId();
    void tabReachesEverything();

private:
    void open(bool readOnly = false);
    template <class T> T* find(const QString& name) const
    {
        T* found = m_page->findChild<T*>(name);
        if (found == nullptr) {
            qWarning("no %s", qPrintable(name));
        }
        return found;
    }
    void click(const QString& name);
    void addEvidence(const QString& text);
    [[nodiscard]] QMap<QString, domain::Evidence> evidence() const
    {
        return m_workspace->progress().skill(u"vcs-git"_s).items.value(u"commit"_s).evidence;
    }
    [[nodiscard]] QString note() const
    {
        const auto& stored = m_workspace->progress().skill(u"vcs-git"_s).note;
        return stored ? stored->text : QString();
    }

    support::MemoryStore* m_store = nullptr; ///< owned by the workspace
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<SkillPage> m_page;
};

void tst_SkillPage::init()
{
    open();
}

void tst_SkillPage::cleanup()
{
    m_page.reset();
    m_workspace.reset();
}

void tst_SkillPage::open(bool readOnly)
{
    m_page.reset();
    auto store = std::make_unique<support::MemoryStore>();
    m_store = store.get();
    QVERIFY(store->installCourse(course()));
    store->setReadOnly(readOnly);
    auto workspace = session::Workspace::open(std::move(store), { [] { return now; }, QTimeZone::utc() });
    QVERIFY(workspace);
    m_workspace = std::move(*workspace);
    m_page = std::make_unique<SkillPage>(*m_workspace);
    m_page->resize(1300, 700);
    m_page->QWidget::show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->show(Place { PageId::Skill, u"vcs-git"_s, {} });
}

/// A click where a person would click: the control is scrolled into view first.
void tst_SkillPage::click(const QString& name)
{
    QApplication::processEvents(); // what was added has its place only after the layout
    auto* control = find<QAbstractButton>(name);
    QVERIFY2(control != nullptr && control->isVisible() && control->isEnabled(), qPrintable(name));
    for (QWidget* parent = control->parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(parent)) {
            area->ensureWidgetVisible(control);
        }
    }
    QPoint place = control->rect().center();
    if (qobject_cast<QCheckBox*>(control) != nullptr) {
        place = QPoint(10, control->height() / 2);
    }
    QTest::mouseClick(control, Qt::LeftButton, {}, place);
}

void tst_SkillPage::addEvidence(const QString& text)
{
    click(u"evidence.add.commit"_s);
    find<QPlainTextEdit>(u"evidence.text.commit"_s)->setPlainText(text);
    click(u"evidence.accept.commit"_s);
}

void tst_SkillPage::showsTheSkillAndItsState()
{
    QCOMPARE(m_page->currentSkill(), u"vcs-git"_s);
    QCOMPARE(m_page->title(), u"Git basics"_s);
    QCOMPARE(find<QLabel>(u"skill.title"_s)->text(), u"Git basics"_s);
    QCOMPARE(find<Chip>(u"skill.state"_s)->text(), u"Ready"_s);
    QVERIFY(find<QLabel>(u"skill.reason"_s)->isHidden());
}

void tst_SkillPage::tickingStoresAndUnticks()
{
    click(u"checklist.commit"_s);
    QVERIFY(m_workspace->progress().skill(u"vcs-git"_s).isItemDone(u"commit"_s));
    QCOMPARE(find<QLabel>(u"checklist.count"_s)->text(), u"1 of 2"_s);
    QCOMPARE(find<Chip>(u"skill.state"_s)->text(), u"Learning"_s);
    click(u"checklist.merge"_s);
    QCOMPARE(find<Chip>(u"skill.state"_s)->text(), u"Practised"_s);
    click(u"checklist.commit"_s);
    QVERIFY(!m_workspace->progress().skill(u"vcs-git"_s).isItemDone(u"commit"_s));
}

void tst_SkillPage::tickOnTheWordsWorks()
{
    QLabel* words = nullptr;
    for (auto* label : m_page->findChildren<QLabel*>()) {
        words = label->text() == u"Make a commit"_s ? label : words;
    }
    QVERIFY(words != nullptr);
    QTest::mouseClick(words, Qt::LeftButton, {}, QPoint(4, 4));
    QVERIFY(m_workspace->progress().skill(u"vcs-git"_s).isItemDone(u"commit"_s));
}

void tst_SkillPage::tickIsTakenBackWhenTheStoreFails()
{
    m_store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
    click(u"checklist.commit"_s);
    QVERIFY(!find<QCheckBox>(u"checklist.commit"_s)->isChecked());
    QVERIFY(!m_workspace->progress().skill(u"vcs-git"_s).isItemDone(u"commit"_s));
}

void tst_SkillPage::undoTakesTheTickAway()
{
    click(u"checklist.commit"_s);
    QVERIFY(m_workspace->undo());
    QVERIFY(!find<QCheckBox>(u"checklist.commit"_s)->isChecked());
}

void tst_SkillPage::evidenceIsAdded()
{
    click(u"evidence.add.commit"_s);
    auto* field = find<QPlainTextEdit>(u"evidence.text.commit"_s);
    QVERIFY(field->hasFocus());
    QCOMPARE(find<QComboBox>(u"evidence.kind.commit"_s)->currentText(), u"Commit"_s);
    QVERIFY(!find<QAbstractButton>(u"evidence.accept.commit"_s)->isEnabled());
    QTest::keyClicks(field, u"0124394"_s);
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(evidence().size(), 1);
    QCOMPARE(evidence().first().text, u"0124394"_s);
    QVERIFY(evidence().first().kind == domain::EvidenceKind::Commit);
    QCOMPARE(evidence().first().at, now);
    QVERIFY(find<QWidget>(u"evidence."_s + evidence().firstKey())->isVisible());
}

void tst_SkillPage::enterAddsEvidenceOfOneLine()
{
    click(u"evidence.add.commit"_s);
    auto* field = find<QPlainTextEdit>(u"evidence.text.commit"_s);
    QTest::keyClicks(field, u"0124394"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(evidence().size(), 1);
    click(u"evidence.add.commit"_s);
    find<QComboBox>(u"evidence.kind.commit"_s)->setCurrentText(u"Note"_s);
    field = find<QPlainTextEdit>(u"evidence.text.commit"_s);
    QTest::keyClicks(field, u"a note"_s);
    QTest::keyClick(field, Qt::Key_Return); // a note may have lines
    QCOMPARE(evidence().size(), 1);
}

void tst_SkillPage::tickingTakesTheEvidenceThatIsBeingTyped()
{
    click(u"evidence.add.commit"_s);
    QTest::keyClicks(find<QPlainTextEdit>(u"evidence.text.commit"_s), u"0124394"_s);
    click(u"checklist.commit"_s);
    QCOMPARE(evidence().size(), 1);
    QVERIFY(m_workspace->progress().skill(u"vcs-git"_s).isItemDone(u"commit"_s));
    QVERIFY(m_workspace->undo());
    QVERIFY(evidence().isEmpty());
    QVERIFY(!m_workspace->progress().skill(u"vcs-git"_s).isItemDone(u"commit"_s));
}

void tst_SkillPage::evidenceIsChanged()
{
    addEvidence(u"first"_s);
    const QString id = evidence().firstKey();
    click(u"evidence.edit."_s + id);
    auto* field = find<QPlainTextEdit>(u"evidence.text."_s + id);
    QCOMPARE(field->toPlainText(), u"first"_s);
    field->setPlainText(u"second"_s);
    find<QComboBox>(u"evidence.kind."_s + id)->setCurrentText(u"Link"_s);
    click(u"evidence.accept."_s + id);
    QCOMPARE(evidence().size(), 1);
    QCOMPARE(evidence().first().text, u"second"_s);
    QVERIFY(evidence().first().kind == domain::EvidenceKind::Link);
}

void tst_SkillPage::evidenceIsRemoved()
{
    addEvidence(u"wrong"_s);
    click(u"evidence.remove."_s + evidence().firstKey());
    QVERIFY(evidence().isEmpty());
    QCOMPARE(QApplication::focusWidget(), find<QWidget>(u"evidence.add.commit"_s));
}

void tst_SkillPage::failedEvidenceStaysInTheEditor()
{
    m_store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
    addEvidence(u"a long text"_s);
    QVERIFY(evidence().isEmpty());
    QCOMPARE(find<QPlainTextEdit>(u"evidence.text.commit"_s)->toPlainText(), u"a long text"_s);
    QVERIFY(find<QLabel>(u"evidence.fault.commit"_s)->isVisible());
    m_store->failWith({});
    click(u"evidence.accept.commit"_s);
    QCOMPARE(evidence().size(), 1);
}

void tst_SkillPage::evidenceTextIsPlain()
{
    addEvidence(u"<img src='file:///etc/passwd'><b>bold</b>"_s);
    const auto labels = find<QWidget>(u"evidence."_s + evidence().firstKey())->findChildren<QLabel*>();
    QVERIFY(!labels.isEmpty());
    for (const QLabel* label : labels) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void tst_SkillPage::noteSavesItselfAfterAPause()
{
    auto* field = find<QPlainTextEdit>(u"note"_s);
    field->setFocus();
    QTest::keyClicks(field, u"Remember this"_s);
    QCOMPARE(find<QLabel>(u"note.state"_s)->text(), u"Not saved yet"_s);
    QVERIFY(note().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(note(), u"Remember this"_s, NotePanel::pause * 5);
    QCOMPARE(find<QLabel>(u"note.state"_s)->text(), u"Saved"_s);
    QVERIFY(field->hasFocus());
    QCOMPARE(field->textCursor().position(), 13);
}

void tst_SkillPage::noteIsSavedWhenThePageIsLeft()
{
    find<QPlainTextEdit>(u"note"_s)->setPlainText(u"Draft"_s);
    m_page->commitDrafts();
    QCOMPARE(note(), u"Draft"_s);
    find<QPlainTextEdit>(u"note"_s)->setPlainText(u"Draft two"_s);
    m_page->show(Place { PageId::Skill, u"db-sql"_s, {} });
    QCOMPARE(note(), u"Draft two"_s);
    QCOMPARE(find<QPlainTextEdit>(u"note"_s)->toPlainText(), QString());
}

void tst_SkillPage::noteThatCannotBeSavedStays()
{
    m_store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
    auto* field = find<QPlainTextEdit>(u"note"_s);
    field->setPlainText(u"Not to be lost"_s);
    m_page->commitDrafts();
    QCOMPARE(field->toPlainText(), u"Not to be lost"_s);
    QVERIFY(find<QLabel>(u"note.state"_s)->text().startsWith(u"Not saved"_s));
    QVERIFY(find<QAbstractButton>(u"note.again"_s)->isVisible());

    m_page->show(Place { PageId::Skill, u"db-sql"_s, {} });
    QCOMPARE(field->toPlainText(), QString());
    m_page->show(Place { PageId::Skill, u"vcs-git"_s, {} });
    QCOMPARE(field->toPlainText(), u"Not to be lost"_s);
    m_store->failWith({});
    m_page->commitDrafts();
    QCOMPARE(note(), u"Not to be lost"_s);
}

void tst_SkillPage::noteFollowsUndoButNotOverTyping()
{
    auto* field = find<QPlainTextEdit>(u"note"_s);
    field->setPlainText(u"One"_s);
    m_page->commitDrafts();
    QVERIFY(m_workspace->undo());
    QCOMPARE(field->toPlainText(), QString());
    QVERIFY(m_workspace->redo());
    QCOMPARE(field->toPlainText(), u"One"_s);
    field->setPlainText(u"One and more"_s);
    QVERIFY(m_workspace->undo());
    QCOMPARE(field->toPlainText(), u"One and more"_s);
}

void tst_SkillPage::caretStaysWhileOtherThingsChange()
{
    auto* field = find<QPlainTextEdit>(u"note"_s);
    field->setFocus();
    QTest::keyClicks(field, u"abc"_s);
    QTest::keyClick(field, Qt::Key_Left);
    QVERIFY(m_workspace->apply(domain::checkItem(m_workspace->context(), u"vcs-git"_s, u"merge"_s)));
    QVERIFY(m_workspace->apply(domain::addTime(m_workspace->context(), u"vcs-git"_s, now, 5)));
    QVERIFY(field->hasFocus());
    QCOMPARE(field->toPlainText(), u"abc"_s);
    QCOMPARE(field->textCursor().position(), 2);

    click(u"evidence.add.commit"_s);
    auto* editor = find<QPlainTextEdit>(u"evidence.text.commit"_s);
    QTest::keyClicks(editor, u"half a"_s);
    QVERIFY(m_workspace->apply(domain::uncheckItem(m_workspace->context(), u"vcs-git"_s, u"merge"_s)));
    QVERIFY(editor->hasFocus());
    QCOMPARE(editor->toPlainText(), u"half a"_s);
}

void tst_SkillPage::hardSpacesInANoteAreNotAChange()
{
    QVERIFY(m_workspace->apply(domain::writeNote(m_workspace->context(), u"vcs-git"_s, u"10\u00a0km"_s)));
    m_page->commitDrafts();
    QCOMPARE(note(), u"10\u00a0km"_s);
}

void tst_SkillPage::timeIsAddedAndRemoved()
{
    click(u"time.add.30"_s);
    QCOMPARE(m_workspace->progress().minutesOn(u"vcs-git"_s), 30);
    QCOMPARE(m_workspace->progress().time().first().start, now - 30 * 60'000);
    find<QSpinBox>(u"time.minutes"_s)->setValue(7);
    click(u"time.add"_s);
    QCOMPARE(m_workspace->progress().minutesOn(u"vcs-git"_s), 37);
    QVERIFY(find<QLabel>(u"time.total"_s)->text().contains(u"37 min"_s));
    click(u"time.remove."_s + m_workspace->progress().time().firstKey());
    QCOMPARE(m_workspace->progress().time().size(), 1);
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
    SkillPage other(*m_workspace);
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
    m_page = std::make_unique<SkillPage>(*m_workspace);
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
    domain::CourseContent newer = course();
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
