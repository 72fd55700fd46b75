// SPDX-License-Identifier: GPL-3.0-or-later
// Notes and study time on the page of a skill.
#include "SkillPageFixture.h"

#include <domain/StudyEdits.h>
#include <ui/skill/NotePanel.h>

#include <QLabel>
#include <QSpinBox>

using namespace waymark;
using namespace waymark::ui;
using namespace Qt::StringLiterals;
using fixture::now;

class tst_SkillNotes : public QObject, private fixture::OpenSkill
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void noteSavesItselfAfterAPause();
    void noteIsSavedWhenThePageIsLeft();
    void noteThatCannotBeSavedStays();
    void aNoteThatWasClearedAndCouldNotBeSavedStaysCleared();
    void notesThatCouldNotBeSavedAreTriedAgainFromElsewhere();
    void notesGoWhereAnotherCourseMovesTheirSkills();
    void noteFollowsUndoButNotOverTyping();
    void caretStaysWhileOtherThingsChange();
    void theBoxOfANoteShowsWhatIsStored();
    void hardSpacesInANoteAreNotAChange();
    void timeIsAddedAndRemoved();
};

void tst_SkillNotes::noteSavesItselfAfterAPause()
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

void tst_SkillNotes::noteIsSavedWhenThePageIsLeft()
{
    find<QPlainTextEdit>(u"note"_s)->setPlainText(u"Draft"_s);
    m_page->commitDrafts();
    QCOMPARE(note(), u"Draft"_s);
    find<QPlainTextEdit>(u"note"_s)->setPlainText(u"Draft two"_s);
    m_page->show(Place { PageId::Skill, u"db-sql"_s, {} });
    QCOMPARE(note(), u"Draft two"_s);
    QCOMPARE(find<QPlainTextEdit>(u"note"_s)->toPlainText(), QString());
}

void tst_SkillNotes::noteThatCannotBeSavedStays()
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

void tst_SkillNotes::aNoteThatWasClearedAndCouldNotBeSavedStaysCleared()
{
    QVERIFY(m_workspace->apply(domain::writeNote(m_workspace->context(), u"vcs-git"_s, u"To be cleared"_s)));
    auto* field = find<QPlainTextEdit>(u"note"_s);
    m_store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
    field->clear();
    m_page->show(Place { PageId::Skill, u"db-sql"_s, {} });
    m_page->show(Place { PageId::Skill, u"vcs-git"_s, {} });
    QCOMPARE(field->toPlainText(), QString());
    m_store->failWith({});
    m_page->commitDrafts();
    QCOMPARE(note(), QString());
}

void tst_SkillNotes::notesThatCouldNotBeSavedAreTriedAgainFromElsewhere()
{
    m_store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
    find<QPlainTextEdit>(u"note"_s)->setPlainText(u"Not to be lost"_s);
    m_page->show(Place { PageId::Skill, u"db-sql"_s, {} });
    QCOMPARE(m_page->unsaved(), QStringList(m_workspace->roadmap().find(u"vcs-git"_s)->title));
    m_store->failWith({});
    m_page->commitDrafts();
    QCOMPARE(note(), u"Not to be lost"_s);
    QVERIFY(m_page->unsaved().isEmpty());
}

void tst_SkillNotes::notesGoWhereAnotherCourseMovesTheirSkills()
{
    const auto type = [this](const QString& text) { find<QPlainTextEdit>(u"note"_s)->setPlainText(text); };
    m_store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
    type(u"Left behind"_s);
    m_page->show(Place { PageId::Skill, u"db-sql"_s, {} });
    type(u"Being written"_s);
    m_store->failWith({});
    domain::CourseContent newer = fixture::courseOfSkills();
    newer.hash = u"another"_s;
    newer.course.choices.clear();
    newer.course.milestones.clear();
    newer.course.moved = { { u"vcs-git"_s, u"git"_s }, { u"db-sql"_s, u"sql"_s } };
    newer.lessons.clear();
    for (domain::Skill& skill : newer.course.skills) {
        skill.id = newer.course.moved.value(skill.id, skill.id);
        skill.prerequisites.clear();
        skill.choices.clear();
    }
    QVERIFY(m_workspace->installCourse(newer));
    QCOMPARE(m_page->currentSkill(), u"sql"_s);
    QCOMPARE(find<QPlainTextEdit>(u"note"_s)->toPlainText(), u"Being written"_s);
    m_page->commitDrafts();
    QVERIFY(m_page->unsaved().isEmpty());
    const domain::Progress& progress = m_workspace->progress();
    QVERIFY(progress.skill(u"git"_s).note && progress.skill(u"git"_s).note->text == u"Left behind"_s);
    QVERIFY(progress.skill(u"sql"_s).note && progress.skill(u"sql"_s).note->text == u"Being written"_s);
}

void tst_SkillNotes::noteFollowsUndoButNotOverTyping()
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

void tst_SkillNotes::caretStaysWhileOtherThingsChange()
{
    auto* field = find<QPlainTextEdit>(u"note"_s);
    field->setFocus();
    QTest::keyClicks(field, u"abc"_s);
    QTest::keyClick(field, Qt::Key_Left);
    QVERIFY(m_workspace->apply(domain::checkItem(m_workspace->context(), u"vcs-git"_s, u"merge"_s)));
    QVERIFY(m_workspace->apply(domain::addTime(m_workspace->context(), u"vcs-git"_s, now - 300'000, 5)));
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

void tst_SkillNotes::theBoxOfANoteShowsWhatIsStored()
{
    QVERIFY(m_workspace->apply(domain::writeNote(m_workspace->context(), u"vcs-git"_s, u"A note"_s)));
    m_store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
    click(u"note.shared"_s);
    QVERIFY(!find<QCheckBox>(u"note.shared"_s)->isChecked());
    m_store->failWith({});
    click(u"note.shared"_s);
    QVERIFY(find<QCheckBox>(u"note.shared"_s)->isChecked());
    open(true);
    QVERIFY(!find<QCheckBox>(u"note.shared"_s)->isEnabled());
}

void tst_SkillNotes::hardSpacesInANoteAreNotAChange()
{
    QVERIFY(m_workspace->apply(domain::writeNote(m_workspace->context(), u"vcs-git"_s, u"10\u00a0km"_s)));
    m_page->commitDrafts();
    QCOMPARE(note(), u"10\u00a0km"_s);
}

void tst_SkillNotes::timeIsAddedAndRemoved()
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

QTEST_MAIN(tst_SkillNotes)
#include "tst_SkillNotes.moc"
