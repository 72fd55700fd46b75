// SPDX-License-Identifier: GPL-3.0-or-later
// What is special of a study time that was entered and not saved; what holds for every editor: tst_EditorDrafts.
#include <EditorDesk.h>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace support;

namespace {

/// The one entry there is, to 75 minutes, without a word of saving it.
void changeEntry(QWidget& panel, const EditorDesk& desk)
{
    clickShown(panel, u"time.edit."_s + desk.id);
    type(*childOf<QWidget>(panel, u"time.minutes."_s + desk.id), u"75"_s);
}

/// The same, and the program ends over it.
void leaveEntry(EditorDesk& desk)
{
    const auto panel = timePanel(desk);
    changeEntry(*panel, desk);
    pause(*panel);
    QTRY_VERIFY(desk.hasDraft());
}

} // namespace

class tst_TimeDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFailedSaveLeavesTheDraft()
    {
        EditorDesk desk;
        desk.f.store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
        {
            const auto panel = timePanel(desk);
            changeEntry(*panel, desk);
            clickShown(*panel, u"time.accept."_s + desk.id);
            QVERIFY(desk.hasDraft());
        }
        desk.f.store->failWith({});
        desk.startNext();
        QCOMPARE(textOf(*timePanel(desk), u"time.minutes."_s + desk.id), u"75"_s);
    }

    void aTimeThatIsGoneIsOfferedAnew()
    {
        EditorDesk desk;
        leaveEntry(desk);
        const QString id = desk.id;
        desk.apply(domain::removeTime(desk.f.context(), id));
        desk.startNext();
        ui::TimePanel panel(*desk.f.workspace, desk.watch);
        panel.setSkill(skill);
        panel.show();
        QVERIFY(textIn(panel, u"time.about."_s + id).contains(u"is gone by now"_s));
        clickShown(panel, u"time.accept."_s + id);
        QCOMPARE(desk.f.workspace->progress().time().first().minutes, 75);
        QVERIFY(!desk.hasDraft());
    }

    void aTimeThatGoesWhileItIsChangedLeavesWhatWasEntered()
    {
        EditorDesk desk;
        auto panel = timePanel(desk);
        QObject::connect(desk.f.workspace.get(), &session::Workspace::changed, panel.get(),
            [&] { static_cast<ui::TimePanel&>(*panel).refresh(); }); // as the page does
        changeEntry(*panel, desk);
        desk.apply(domain::removeTime(desk.f.context(), desk.id));
        QCOMPARE(textOf(*panel, u"time.minutes."_s + desk.id), u"75"_s);
        clickShown(*panel, u"time.cancel."_s + desk.id);
        QVERIFY(!desk.hasDraft());
    }

    void aTimeComesBackWithItsSkill()
    {
        EditorDesk desk;
        const auto screen = timePanel(desk);
        auto& panel = static_cast<ui::TimePanel&>(*screen);
        clickShown(panel, u"time.earlier"_s);
        type(*childOf<QWidget>(panel, u"time.minutes.new"_s), u"75"_s);
        panel.setSkill(u"middle"_s);
        QVERIFY(shownIn<QWidget>(panel, u"time.minutes.new"_s) == nullptr);
        panel.setSkill(skill);
        QCOMPARE(textOf(panel, u"time.minutes.new"_s), u"75"_s);
    }

    void aTimeThatAMergeGivesToAnotherSkillLeavesWhatWasEnteredThere()
    {
        EditorDesk desk;
        const auto screen = timePanel(desk);
        auto& panel = static_cast<ui::TimePanel&>(*screen);
        QObject::connect(desk.f.workspace.get(), &session::Workspace::changed, &panel, [&] { panel.refresh(); }); // as the page does
        changeEntry(panel, desk);
        const domain::TimeEntry before = desk.f.workspace->progress().time().first();
        domain::TimeEntry after = before;
        after.skill = u"middle"_s;
        desk.apply(domain::Edit { u"merge"_s, domain::EditKind::MergeLibrary, {}, WorkspaceFixture::now,
            { { domain::RecordKey::ofTime(desk.id), before, after } } });
        QVERIFY(shownIn<QWidget>(panel, u"time.minutes."_s + desk.id) == nullptr);
        QVERIFY(desk.hasDraft());
        panel.setSkill(u"middle"_s);
        QCOMPARE(textOf(panel, u"time.minutes."_s + desk.id), u"75"_s);
        clickShown(panel, u"time.accept."_s + desk.id);
        QCOMPARE(desk.f.workspace->progress().time().first().skill, u"middle"_s);
        QCOMPARE(desk.f.workspace->progress().time().first().minutes, 75);
        QVERIFY(!desk.hasDraft());
    }

    void aDraftAmongManyTimesIsShown()
    {
        EditorDesk desk;
        leaveEntry(desk);
        const QString oldest = desk.id;
        for (int i = 1; i <= 8; ++i) {
            desk.apply(domain::addTime(desk.f.context(), skill, WorkspaceFixture::now - i * minute, 1));
        }
        desk.startNext();
        QCOMPARE(textOf(*timePanel(desk), u"time.minutes."_s + oldest), u"75"_s);
    }
};

QTEST_MAIN(tst_TimeDrafts)
#include "tst_TimeDrafts.moc"
