// SPDX-License-Identifier: GPL-3.0-or-later
#include <WorkspaceFixture.h>

#include <ui/window/Actions.h>
#include <ui/window/FinderModel.h>
#include <ui/window/History.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using ui::PageId;

class tst_FinderModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itKeepsTheRulesOfModels()
    {
        const support::WorkspaceFixture f;
        ui::Actions actions;
        ui::FinderModel model(*f.workspace, actions.all());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        for (const QString& query : { u""_s, u"b"_s, u"base"_s, u"zzz"_s, u"undo"_s, u"\"*("_s, u"  "_s, u"ba se"_s }) {
            model.setQuery(query);
        }
    }

    void skillsActionsAndNothing()
    {
        const support::WorkspaceFixture f;
        ui::Actions actions;
        ui::FinderModel model(*f.workspace, actions.all());
        model.setQuery(u"middl"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.placeOf(model.index(0)), (ui::Place { PageId::Skill, u"middle"_s, {} }));
        model.setQuery(u"shortcuts"_s);
        QCOMPARE(model.actionOf(model.index(0)), actions["help.shortcuts"]);
        model.setQuery(u"qqqq"_s);
        QCOMPARE(model.rowCount(), 0);
    }

    void actionsOfThePageAreFoundUntilItIsLeft()
    {
        const support::WorkspaceFixture f;
        ui::FinderModel model(*f.workspace, {});
        auto action = std::make_unique<QAction>(u"Zigzag…"_s);
        model.setPageActions({ action.get() });
        model.setQuery(u"zig"_s);
        QCOMPARE(model.actionOf(model.index(0)), action.get());
        action->setEnabled(false);
        model.setQuery(u"zig"_s);
        QCOMPARE(model.rowCount(), 0);
        action.reset(); // its page is gone
        model.setQuery(u"zig"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setPageActions({});
        model.setQuery(u"zig"_s);
        QCOMPARE(model.rowCount(), 0);
    }

    void withoutLettersItOffersTheNextSteps()
    {
        const support::WorkspaceFixture f;
        ui::FinderModel model(*f.workspace, {});
        model.setQuery({});
        QCOMPARE(model.placeOf(model.index(0)).skill, u"base"_s);
    }

    void actionsThatAreOffAreNotOffered()
    {
        const support::WorkspaceFixture f;
        ui::Actions actions;
        actions["help.about"]->setEnabled(false);
        ui::FinderModel model(*f.workspace, actions.all());
        model.setQuery(u"about waymark"_s);
        QCOMPARE(model.rowCount(), 0);
    }

    void beginningsOfWordsComeBeforeLettersAnywhere()
    {
        QVERIFY(ui::matchRank(u"Git basics"_s, u"git"_s) < ui::matchRank(u"Working with Git"_s, u"git"_s));
        QVERIFY(ui::matchRank(u"Working with Git"_s, u"git"_s) < ui::matchRank(u"Legitimate"_s, u"git"_s));
        QCOMPARE(ui::matchRank(u"Resumé"_s, u"resume"_s), 0);
        QCOMPARE(ui::matchRank(u"Git"_s, u"svn"_s), -1);
    }

    void everyActionHasAnIdOfItsOwn()
    {
        const ui::Actions actions;
        QSet<QString> ids;
        QSet<QString> shortcuts;
        for (const QAction* action : actions.all()) {
            QVERIFY2(!ids.contains(action->objectName()), qPrintable(action->objectName()));
            ids.insert(action->objectName());
            for (const QKeySequence& keys : action->shortcuts()) {
                QVERIFY2(!shortcuts.contains(keys.toString()), qPrintable(keys.toString()));
                shortcuts.insert(keys.toString());
            }
        }
    }

    void historyGoesBackAndForwardLikeABrowser()
    {
        ui::History history;
        history.visit({ PageId::Today, {}, {} });
        history.visit({ PageId::Skill, u"base"_s, {} });
        history.visit({ PageId::Skill, u"base"_s, {} }); // the same place adds nothing
        history.visit({ PageId::Skill, u"top"_s, {} });
        QCOMPARE(history.back().skill, u"base"_s);
        QCOMPARE(history.back().page, PageId::Today);
        QVERIFY(!history.canGoBack());
        QCOMPARE(history.forward().skill, u"base"_s);
        history.visit({ PageId::Map, {}, {} });
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.back().skill, u"base"_s);
    }
};

QTEST_MAIN(tst_FinderModel)
#include "tst_FinderModel.moc"
