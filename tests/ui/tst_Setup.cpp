// SPDX-License-Identifier: GPL-3.0-or-later
// What a learner is asked before the window: the goal, and a library that is not there.
#include <ScreenParts.h>
#include <WorkspaceFixture.h>

#include <resources/Resources.h>
#include <ui/setup/GoalDialog.h>
#include <ui/setup/LibraryProblem.h>

#include <QCheckBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QScopeGuard>

using namespace Qt::StringLiterals;
using namespace waymark;

class tst_Setup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { resources::initialise(); }

    void theNamesOfTheFieldsStandBesideThem()
    {
        const support::WorkspaceFixture f;
        ui::GoalDialog dialog(*f.workspace, ui::GoalDialog::Occasion::FirstRun);
        dialog.show();
        support::clickOn(dialog, u"goalNext"_s);
        QCoreApplication::processEvents();
        const auto middleOf = [&dialog](const QWidget& part) { return part.mapTo(&dialog, part.rect().center()).y(); };
        const auto* form = dialog.findChild<QFormLayout*>();
        for (const char* name : { "goalHours", "goalDeadline", "goalName" }) {
            auto* field = dialog.findChild<QWidget*>(QString::fromLatin1(name));
            QVERIFY2(std::abs(middleOf(*form->labelForField(field)) - middleOf(*field)) <= 1, name);
        }
    }

    void theGoalIsOneStepOfUndo()
    {
        const support::WorkspaceFixture f;
        ui::GoalDialog dialog(*f.workspace, ui::GoalDialog::Occasion::FirstRun);
        dialog.show();
        dialog.findChild<QAbstractButton*>(u"milestone.whole"_s)->setChecked(true);
        support::clickOn(dialog, u"goalNext"_s);
        dialog.findChild<QDoubleSpinBox*>(u"goalHours"_s)->setValue(7);
        dialog.findChild<QLineEdit*>(u"goalName"_s)->setText(u"Ada"_s);
        support::clickOn(dialog, u"goalNext"_s);
        dialog.findChild<QCheckBox*>(u"choice.red"_s)->setChecked(true);
        support::clickOn(dialog, u"goalNext"_s);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        const domain::Progress& progress = f.workspace->progress();
        QCOMPARE(progress.goal().milestone, u"whole"_s);
        QCOMPARE(progress.goal().hoursPerWeek, 7.0);
        QCOMPARE(progress.learnerName(), u"Ada"_s);
        QCOMPARE(progress.choices().value(u"colour"_s).members, QStringList { u"red"_s });
        QVERIFY(f.workspace->undo());
        QCOMPARE(progress, domain::Progress());
    }

    void theDeadlineIsWrittenAsTheLanguageWritesItWithItsWholeYear_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("typed");
        QTest::newRow("en_US") << u"en_US"_s << u"3/9/2027"_s << u"12/31/2084"_s;
        QTest::newRow("de_DE") << u"de_DE"_s << u"09.03.2027"_s << u"31.12.2084"_s;
    }

    void theDeadlineIsWrittenAsTheLanguageWritesItWithItsWholeYear()
    {
        QFETCH(QString, locale);
        QFETCH(QString, shown);
        QFETCH(QString, typed);
        const auto back = qScopeGuard([] { QLocale::setDefault(QLocale::c()); });
        QLocale::setDefault(QLocale(locale));
        const support::WorkspaceFixture f;
        QVERIFY(f.workspace->apply(domain::setGoal(f.context(), { u"whole"_s, 7, QDate(2027, 3, 9) })));
        ui::GoalDialog dialog(*f.workspace, ui::GoalDialog::Occasion::Change);
        dialog.show();
        support::clickOn(dialog, u"goalNext"_s);
        auto* deadline = dialog.findChild<QDateEdit*>(u"goalDeadline"_s);
        QCOMPARE(deadline->text(), shown);
        deadline->setFocus();
        deadline->selectAll();
        auto* line = deadline->findChild<QLineEdit*>();
        line->selectAll();
        line->insert(typed);
        support::clickOn(dialog, u"goalNext"_s);
        support::clickOn(dialog, u"goalNext"_s);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(f.workspace->progress().goal().deadline, QDate(2084, 12, 31));
    }

    void skippedStepsChangeNothing()
    {
        const support::WorkspaceFixture f;
        ui::GoalDialog dialog(*f.workspace, ui::GoalDialog::Occasion::FirstRun);
        dialog.show();
        for (int step = 0; step < 3; ++step) {
            support::clickOn(dialog, u"goalSkip"_s);
        }
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(f.workspace->progress(), domain::Progress());
        QVERIFY(!f.workspace->nextUndo());
    }

    void aMissingLibraryIsOfferedWhatCanBeDone()
    {
        const ui::LibraryProblem problem(
            u"/nowhere/library.waymark"_s, { domain::ErrorCode::LibraryMissing, u"/nowhere/library.waymark"_s, {} });
        QVERIFY(problem.findChild<QLabel*>(u"problemText"_s)->text().contains(u"/nowhere/library.waymark"_s));
        for (const QString& name : { u"problemRetry"_s, u"problemLocate"_s, u"problemRestore"_s, u"problemCreate"_s, u"problemQuit"_s }) {
            QVERIFY2(problem.findChild<QAbstractButton*>(name) != nullptr, qPrintable(name));
        }
        QVERIFY(problem.findChild<QAbstractButton*>(u"problemReadOnly"_s) == nullptr);
    }
};

QTEST_MAIN(tst_Setup)
#include "tst_Setup.moc"
