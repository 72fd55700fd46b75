// SPDX-License-Identifier: GPL-3.0-or-later
// Ticks and evidence on the page of a skill.
#include "SkillPageFixture.h"

#include <session/Drafts.h>
#include <session/Workers.h>
#include <ui/theme/Controls.h>

#include <QComboBox>
#include <QLabel>
#include <QTemporaryDir>

using namespace waymark;
using namespace waymark::ui;
using namespace Qt::StringLiterals;
using fixture::now;

class tst_SkillChecklist : public QObject, private fixture::OpenSkill
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup()
    {
        close();
        session::workers().waitForDone(); // a draft may be under way
        QFile::remove(m_home.filePath(u"drafts.json"_s));
    }

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
    void unsavedEvidenceComesBackWithItsSkill();
    void unsavedEvidenceIsOfferedAfterARestart();
    void cancelledOrSavedEvidenceIsNoDraftAnyMore();
    void aDraftOfEvidenceThatChangedMeanwhileAsks();
    void aDraftOfEvidenceThatIsGoneIsOfferedAsNew();
    void evidenceThatGoesWhileItIsChangedLeavesWhatWasWritten_data();
    void evidenceThatGoesWhileItIsChangedLeavesWhatWasWritten();
    void anotherEditorWaitsForWhatIsNotSaved();

private:
    void type(const QString& id, const QString& text) const
    {
        auto* field = find<QPlainTextEdit>(u"evidence.text."_s + id);
        field->selectAll();
        QTest::keyClicks(field, text);
        m_page->commitDrafts(); // as the pause does
    }
    [[nodiscard]] std::optional<session::EvidenceDraft> draft() const
    {
        session::workers().waitForDone();
        session::Drafts onDisk;
        onDisk.keepIn(m_home.filePath(u"drafts.json"_s));
        return onDisk.find<session::EvidenceDraft>({ session::DraftKind::Evidence, u"vcs-git"_s, u"commit"_s });
    }
    void reopen()
    {
        m_page.reset();
        keepDrafts();
        m_page = std::make_unique<SkillPage>(*m_workspace, *m_watch);
        m_page->resize(1300, 700);
        m_page->QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->show(Place { PageId::Skill, u"vcs-git"_s, {} });
    }
    void keepDrafts() const
    {
        session::workers().waitForDone();
        m_workspace->drafts().keepIn(m_home.filePath(u"drafts.json"_s));
    }

    QTemporaryDir m_home;
};

void tst_SkillChecklist::tickingStoresAndUnticks()
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

void tst_SkillChecklist::tickOnTheWordsWorks()
{
    QLabel* words = nullptr;
    for (auto* label : m_page->findChildren<QLabel*>()) {
        words = label->text() == u"Make a commit"_s ? label : words;
    }
    QVERIFY(words != nullptr);
    QTest::mouseClick(words, Qt::LeftButton, {}, QPoint(4, 4));
    QVERIFY(m_workspace->progress().skill(u"vcs-git"_s).isItemDone(u"commit"_s));
}

void tst_SkillChecklist::tickIsTakenBackWhenTheStoreFails()
{
    m_store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
    click(u"checklist.commit"_s);
    QVERIFY(!find<QCheckBox>(u"checklist.commit"_s)->isChecked());
    QVERIFY(!m_workspace->progress().skill(u"vcs-git"_s).isItemDone(u"commit"_s));
}

void tst_SkillChecklist::undoTakesTheTickAway()
{
    click(u"checklist.commit"_s);
    QVERIFY(m_workspace->undo());
    QVERIFY(!find<QCheckBox>(u"checklist.commit"_s)->isChecked());
}

void tst_SkillChecklist::evidenceIsAdded()
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

void tst_SkillChecklist::enterAddsEvidenceOfOneLine()
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

void tst_SkillChecklist::tickingTakesTheEvidenceThatIsBeingTyped()
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

void tst_SkillChecklist::evidenceIsChanged()
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

void tst_SkillChecklist::evidenceIsRemoved()
{
    addEvidence(u"wrong"_s);
    click(u"evidence.remove."_s + evidence().firstKey());
    QVERIFY(evidence().isEmpty());
    QCOMPARE(QApplication::focusWidget(), find<QWidget>(u"evidence.add.commit"_s));
}

void tst_SkillChecklist::failedEvidenceStaysInTheEditor()
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

void tst_SkillChecklist::evidenceTextIsPlain()
{
    addEvidence(u"<img src='file:///etc/passwd'><b>bold</b>"_s);
    const auto labels = find<QWidget>(u"evidence."_s + evidence().firstKey())->findChildren<QLabel*>();
    QVERIFY(!labels.isEmpty());
    for (const QLabel* label : labels) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void tst_SkillChecklist::unsavedEvidenceComesBackWithItsSkill()
{
    click(u"evidence.add.commit"_s);
    QTest::keyClicks(find<QPlainTextEdit>(u"evidence.text.commit"_s), u"half a thought"_s);
    m_page->show(Place { PageId::Skill, u"db-sql"_s, {} });
    QVERIFY(m_page->findChild<QPlainTextEdit*>(u"evidence.text.commit"_s) == nullptr);
    m_page->show(Place { PageId::Skill, u"vcs-git"_s, {} });
    auto* field = find<QPlainTextEdit>(u"evidence.text.commit"_s);
    QCOMPARE(field->toPlainText(), u"half a thought"_s);
    QVERIFY(!field->hasFocus()); // it offers, and takes nothing
    QVERIFY(evidence().isEmpty());
}

void tst_SkillChecklist::unsavedEvidenceIsOfferedAfterARestart()
{
    keepDrafts();
    click(u"evidence.add.commit"_s);
    find<QComboBox>(u"evidence.kind.commit"_s)->setCurrentText(u"Link"_s);
    type(u"commit"_s, u"half a thought"_s);
    reopen();
    QCOMPARE(find<QPlainTextEdit>(u"evidence.text.commit"_s)->toPlainText(), u"half a thought"_s);
    QCOMPARE(find<QComboBox>(u"evidence.kind.commit"_s)->currentText(), u"Link"_s);
    QVERIFY(find<QLabel>(u"evidence.fault.commit"_s)->isVisible());
    click(u"evidence.accept.commit"_s);
    QCOMPARE(evidence().size(), 1);
    QVERIFY(!draft());
}

void tst_SkillChecklist::cancelledOrSavedEvidenceIsNoDraftAnyMore()
{
    keepDrafts();
    click(u"evidence.add.commit"_s);
    type(u"commit"_s, u"no"_s);
    QVERIFY(draft());
    click(u"evidence.cancel.commit"_s);
    QVERIFY(!draft());
    click(u"evidence.add.commit"_s);
    type(u"commit"_s, u"yes"_s);
    QVERIFY(draft());
    click(u"checklist.commit"_s); // takes it along
    QVERIFY(!draft());
    click(u"evidence.edit."_s + evidence().firstKey());
    type(evidence().firstKey(), u"yes"_s); // as it is stored
    QVERIFY(!draft());
}

void tst_SkillChecklist::aDraftOfEvidenceThatChangedMeanwhileAsks()
{
    keepDrafts();
    addEvidence(u"first"_s);
    const QString id = evidence().firstKey();
    click(u"evidence.edit."_s + id);
    type(id, u"mine"_s);
    m_page.reset();
    domain::Evidence other = evidence().first();
    other.text = u"other"_s;
    QVERIFY(m_workspace->apply(domain::changeEvidence(m_workspace->context(), u"vcs-git"_s, u"commit"_s, id, other)));
    reopen();
    QCOMPARE(find<QPlainTextEdit>(u"evidence.text."_s + id)->toPlainText(), u"mine"_s);
    QVERIFY(find<QLabel>(u"evidence.fault."_s + id)->text().endsWith(u" it: other"_s)); // what saving would replace
    QCOMPARE(evidence().first().text, u"other"_s);
    click(u"evidence.cancel."_s + id);
    QCOMPARE(evidence().first().text, u"other"_s);
    QVERIFY(!draft());
}

void tst_SkillChecklist::aDraftOfEvidenceThatIsGoneIsOfferedAsNew()
{
    keepDrafts();
    addEvidence(u"first"_s);
    const QString id = evidence().firstKey();
    click(u"evidence.edit."_s + id);
    type(id, u"mine"_s);
    m_page.reset();
    QVERIFY(m_workspace->apply(domain::removeEvidence(m_workspace->context(), u"vcs-git"_s, u"commit"_s, id)));
    reopen();
    QVERIFY(find<QLabel>(u"evidence.fault.commit"_s)->text().contains(u"is gone by now"_s));
    click(u"evidence.accept.commit"_s);
    QCOMPARE(evidence().size(), 1);
    QCOMPARE(evidence().first().text, u"mine"_s);
}

void tst_SkillChecklist::evidenceThatGoesWhileItIsChangedLeavesWhatWasWritten_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("changed") << u"mine"_s;
    QTest::newRow("as it was") << u"first"_s;
}

void tst_SkillChecklist::evidenceThatGoesWhileItIsChangedLeavesWhatWasWritten()
{
    QFETCH(QString, typed);
    keepDrafts();
    addEvidence(u"first"_s);
    const QString id = evidence().firstKey();
    click(u"evidence.edit."_s + id);
    type(id, typed);
    QVERIFY(m_workspace->apply(domain::removeEvidence(m_workspace->context(), u"vcs-git"_s, u"commit"_s, id)));
    const auto* field = m_page->findChild<QPlainTextEdit*>(u"evidence.text.commit"_s);
    QCOMPARE(field != nullptr, typed == u"mine"_s);
    QCOMPARE(field == nullptr ? QString() : field->toPlainText(), field == nullptr ? QString() : typed);
}

void tst_SkillChecklist::anotherEditorWaitsForWhatIsNotSaved()
{
    addEvidence(u"first"_s);
    const QString id = evidence().firstKey();
    click(u"evidence.add.commit"_s);
    type(u"commit"_s, u"half a thought"_s);
    click(u"evidence.edit."_s + id);
    auto* field = find<QPlainTextEdit>(u"evidence.text.commit"_s);
    QCOMPARE(field->toPlainText(), u"half a thought"_s);
    QVERIFY(field->hasFocus());
    QVERIFY(find<QLabel>(u"evidence.fault.commit"_s)->isVisible());
    field->clear();
    click(u"evidence.edit."_s + id); // nothing is lost now
    QVERIFY(find<QPlainTextEdit>(u"evidence.text."_s + id)->hasFocus());
}

QTEST_MAIN(tst_SkillChecklist)
#include "tst_SkillChecklist.moc"
