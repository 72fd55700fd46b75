// SPDX-License-Identifier: GPL-3.0-or-later
// Ticks and evidence on the page of a skill.
#include "SkillPageFixture.h"

#include <ui/theme/Controls.h>

#include <QComboBox>
#include <QLabel>

using namespace waymark;
using namespace waymark::ui;
using namespace Qt::StringLiterals;
using fixture::now;

class tst_SkillChecklist : public QObject, private fixture::OpenSkill
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

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

QTEST_MAIN(tst_SkillChecklist)
#include "tst_SkillChecklist.moc"
