// SPDX-License-Identifier: GPL-3.0-or-later
#include <MapCourse.h>
#include <MemoryWorkspace.h>

#include <ui/map/OutlineModel.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace waymark;
using ui::OutlineFilter;
using ui::OutlineModel;

class tst_OutlineModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_workspace = std::make_unique<support::MemoryWorkspace>(support::mapCourse());
        m_model = std::make_unique<OutlineModel>(**m_workspace);
    }
    void cleanup() { m_model.reset(); }

    void areasHoldTheirSkillsInCourseOrder()
    {
        QCOMPARE(m_model->rowCount(), 3);
        const QModelIndex second = m_model->index(1, 0);
        QCOMPARE(second.data().toString(), u"Second & last but one"_s);
        QCOMPARE(m_model->rowCount(second), 3);
        QCOMPARE(m_model->index(2, 0, second).data().toString(), u"Beta three"_s);
        QCOMPARE(m_model->index(2, 0, second).data(OutlineModel::SkillRole).toInt(), indexOf(u"b3"_s));
        QCOMPARE(second.data(OutlineModel::SkillRole).toInt(), -1);
    }

    void everySkillIsFoundAgain()
    {
        for (int i = 0; i < (*m_workspace)->roadmap().size(); ++i) {
            QCOMPARE(m_model->skillAt(m_model->indexOfSkill(i)), i);
        }
        QVERIFY(!m_model->indexOfSkill(-1).isValid());
        QVERIFY(!m_model->indexOfSkill(99).isValid());
    }

    void columnsTellStateLevelHoursAndItems()
    {
        const int skill = indexOf(u"a1"_s);
        QVERIFY((*m_workspace)->apply(domain::checkItem((*m_workspace)->context(), u"a1"_s, u"one"_s)));
        QCOMPARE(m_model->indexOfSkill(skill, OutlineModel::StateColumn).data().toString(), u"Learning"_s);
        QCOMPARE(m_model->indexOfSkill(skill, OutlineModel::LevelColumn).data().toString(), u"Junior"_s);
        QCOMPARE(m_model->indexOfSkill(skill, OutlineModel::HoursColumn).data().toString(), u"4 h"_s);
        QCOMPARE(m_model->indexOfSkill(skill, OutlineModel::ItemsColumn).data().toString(), u"1 of 2"_s);
    }

    void strangersTextInATooltipStaysPlain()
    {
        const QString tip = m_model->indexOfSkill(indexOf(u"a2"_s)).data(Qt::ToolTipRole).toString();
        QVERIFY(!tip.contains(u"<b>"_s));
    }

    void anEditChangesTheRowsThatItTouches()
    {
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_workspace->finish(u"a1"_s); // and a2, b1 and b2 become ready
        QStringList rows;
        for (const QList<QVariant>& each : changed) {
            const auto index = each.at(0).toModelIndex();
            rows.append(index.data().toString());
            QCOMPARE(each.at(1).toModelIndex().row(), index.row());
        }
        rows.sort();
        QCOMPARE(rows,
            QStringList(
                { u"Alpha one"_s, u"Alpha two <b>bold</b>"_s, u"Beta one"_s, u"Beta two"_s, u"First area"_s, u"Second & last but one"_s }));
        QCOMPARE(reset.count(), 0);
    }

    void aNoteElsewhereChangesNoState()
    {
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QVERIFY((*m_workspace)->apply(domain::setLearner((*m_workspace)->context(), u"Ada"_s)));
        QCOMPARE(changed.count(), 0);
    }

    void survivesRandomEdits()
    {
        OutlineFilter filter(**m_workspace, *m_model);
        ui::MapFilter ready;
        ready.states = { learning::SkillState::Ready, learning::SkillState::Practised };
        filter.setFilter(ready);
        QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        QAbstractItemModelTester proxyTester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        connect(m_workspace->workspace.get(), &session::Workspace::changed, &filter, &OutlineFilter::refresh);
        std::mt19937 engine(11);
        for (int i = 0; i < 120; ++i) {
            const QString skill = (*m_workspace)->roadmap().skill(static_cast<int>(engine() % 7)).id;
            const domain::EditContext context = (*m_workspace)->context();
            switch (engine() % 5) {
            case 0:
                QVERIFY((*m_workspace)->apply(domain::startSkill(context, skill, true)));
                break;
            case 1:
                QVERIFY((*m_workspace)->apply(domain::finishSkill(context, skill)));
                break;
            case 2:
                QVERIFY((*m_workspace)->apply(domain::resetSkill(context, skill)));
                break;
            case 3:
                QVERIFY((*m_workspace)->apply(domain::checkItem(context, skill, u"one"_s)));
                break;
            default:
                if ((*m_workspace)->nextUndo()) {
                    QVERIFY((*m_workspace)->undo());
                }
            }
        }
    }

    void aFilterHidesEmptyAreas()
    {
        OutlineFilter filter(**m_workspace, *m_model);
        ui::MapFilter wanted;
        wanted.levels = { domain::Level::Senior };
        filter.setFilter(wanted);
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.index(0, 0).data().toString(), u"Third area"_s);
        QCOMPARE(filter.rowCount(filter.index(0, 0)), 1);
        filter.setFilter({});
        QCOMPARE(filter.rowCount(), 3);
    }

    void aFilterByStateFollowsEdits()
    {
        OutlineFilter filter(**m_workspace, *m_model);
        ui::MapFilter ready;
        ready.states = { learning::SkillState::Ready };
        filter.setFilter(ready);
        QCOMPARE(filter.rowCount(filter.index(0, 0)), 1);
        m_workspace->finish(u"a1"_s);
        filter.refresh();
        QCOMPARE(filter.rowCount(), 2);
        QCOMPARE(filter.index(0, 0, filter.index(0, 0)).data().toString(), u"Alpha two <b>bold</b>"_s);
    }

    void anotherCourseResets()
    {
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        domain::CourseContent smaller = support::mapCourse();
        smaller.hash = u"another"_s;
        smaller.course.skills.resize(2);
        smaller.course.milestones.clear();
        smaller.course.choices.clear();
        QVERIFY((*m_workspace)->installCourse(smaller));
        QCOMPARE(reset.count(), 1);
        QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 2);
        QCOMPARE(m_model->rowCount(m_model->index(1, 0)), 0);
    }

    void aLibraryWithoutACourseIsEmpty()
    {
        const support::MemoryWorkspace none((domain::CourseContent()));
        const OutlineModel model(*none);
        QCOMPARE(model.rowCount(), 0);
    }

private:
    [[nodiscard]] int indexOf(const QString& id) const { return (*m_workspace)->roadmap().indexOf(id); }

    std::unique_ptr<support::MemoryWorkspace> m_workspace;
    std::unique_ptr<OutlineModel> m_model;
};

QTEST_MAIN(tst_OutlineModel)
#include "tst_OutlineModel.moc"
