// SPDX-License-Identifier: GPL-3.0-or-later
#include <CardFixture.h>

#include <ui/recall/RecallOptionsDialog.h>

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::CardFixture;

namespace {

struct Shown
{
    CardFixture f;
    std::unique_ptr<ui::RecallOptionsDialog> dialog;

    void open()
    {
        dialog = std::make_unique<ui::RecallOptionsDialog>(*f.workspace);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    }
    template <class T> [[nodiscard]] T* find(const QString& name) const
    {
        T* found = dialog->findChild<T*>(name);
        Q_ASSERT(found != nullptr);
        return found;
    }
    void type(const QString& name, const QString& number) const
    {
        auto* box = find<QSpinBox>(name);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, number);
        QTest::keyClick(box, Qt::Key_Tab);
    }
    void click(const QString& name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    [[nodiscard]] QString text(const QString& name) const { return find<QLabel>(name)->text(); }
};

} // namespace

class tst_RecallOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itShowsWhatIsSet()
    {
        Shown shown;
        shown.f.apply(domain::setRecall(shown.f.workspace->context(), { 0.85, 35, 4 }));
        shown.open();
        QCOMPARE(shown.find<QSpinBox>(u"options.retention"_s)->text(), u"85\u00a0%"_s);
        QCOMPARE(shown.find<QSpinBox>(u"options.minutes"_s)->value(), 35);
        QCOMPARE(shown.find<QSpinBox>(u"options.newPerDay"_s)->value(), 4);
    }

    void savingIsOneEditThatUndoTakesBack()
    {
        Shown shown;
        shown.open();
        shown.type(u"options.retention"_s, u"95"_s);
        shown.type(u"options.minutes"_s, u"45"_s);
        shown.type(u"options.newPerDay"_s, u"0"_s);
        shown.click(u"options.save"_s);
        QCOMPARE(shown.dialog->result(), int { QDialog::Accepted });
        QVERIFY(shown.f.workspace->progress().recallOptions() == (domain::RecallOptions { 0.95, 45, 0 }));
        QVERIFY(shown.f.workspace->undo().has_value());
        QVERIFY(shown.f.workspace->progress().recallOptions() == domain::RecallOptions {});
    }

    void leavingChangesNothing()
    {
        Shown shown;
        shown.open();
        shown.type(u"options.retention"_s, u"95"_s);
        QTest::keyClick(shown.dialog.get(), Qt::Key_Escape);
        QVERIFY(shown.f.workspace->progress().recallOptions() == domain::RecallOptions {});
        QVERIFY(shown.f.workspace->nextUndo()->kind == domain::EditKind::StartSkill);
    }

    void theBoundsAreThoseOfTheEdit()
    {
        Shown shown;
        shown.open();
        for (const auto& [name, low, high] : { std::tuple { u"options.retention"_s, 70, 99 }, std::tuple { u"options.minutes"_s, 1, 240 },
                 std::tuple { u"options.newPerDay"_s, 0, 200 } }) {
            QCOMPARE(shown.find<QSpinBox>(name)->minimum(), low);
            QCOMPARE(shown.find<QSpinBox>(name)->maximum(), high);
        }
        for (const domain::RecallOptions& edge : { domain::RecallOptions { 0.7, 1, 0 }, domain::RecallOptions { 0.99, 240, 200 } }) {
            shown.find<QSpinBox>(u"options.retention"_s)->setValue(qRound(edge.retention * 100));
            shown.find<QSpinBox>(u"options.minutes"_s)->setValue(edge.minutes);
            shown.find<QSpinBox>(u"options.newPerDay"_s)->setValue(edge.newPerDay);
            shown.dialog->accept();
            QVERIFY(shown.f.workspace->progress().recallOptions() == edge);
        }
    }

    void aHigherRetentionSaysItsPrice()
    {
        Shown shown;
        shown.open();
        QVERIFY(!shown.text(u"options.cost"_s).contains(u"30 days"_s)); // nothing to compare at the usual one
        shown.type(u"options.retention"_s, u"95"_s);
        QVERIFY2(shown.text(u"options.cost"_s).contains(u"comes back after 12 day"_s), qPrintable(shown.text(u"options.cost"_s)));
        shown.type(u"options.retention"_s, u"80"_s);
        QVERIFY2(shown.text(u"options.cost"_s).contains(u"only after 99 day"_s), qPrintable(shown.text(u"options.cost"_s)));
    }

    void theLoadComesFromTheRecords()
    {
        Shown shown;
        shown.open();
        QVERIFY(!shown.find<QLabel>(u"options.load"_s)->isVisible()); // nothing is in review
        shown.f.grade(CardFixture::commit, domain::Grade::Easy);
        shown.f.grade(CardFixture::branch, domain::Grade::Easy);
        shown.open();
        QVERIFY(shown.text(u"options.load"_s).contains(u"2 card(s)"_s));
        QVERIFY(shown.text(u"options.load"_s).contains(u"about 0.3 recalls a day"_s)); // two of eight days
        shown.type(u"options.retention"_s, u"99"_s);
        QVERIFY(shown.text(u"options.load"_s).contains(u"about 2.0 recalls a day"_s)); // each day both
        QVERIFY(shown.text(u"options.load"_s).contains(u"With 90\u00a0% as until now: about 0.3"_s));
    }

    void theDialogGrowsWithItsSentences()
    {
        Shown shown;
        shown.f.grade(CardFixture::commit, domain::Grade::Easy);
        shown.open();
        QFont large = QApplication::font();
        large.setPointSizeF(large.pointSizeF() * 2);
        for (const QString& name : { u"options.cost"_s, u"options.load"_s, u"options.pace"_s }) {
            shown.find<QLabel>(name)->setFont(large);
        }
        shown.type(u"options.retention"_s, u"95"_s);
        QCoreApplication::sendPostedEvents();
        for (const QString& name : { u"options.cost"_s, u"options.load"_s, u"options.pace"_s }) {
            const auto* label = shown.find<QLabel>(name);
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(name));
        }
    }

    void thePaceIsTheLearners()
    {
        Shown shown;
        shown.open();
        QVERIFY(shown.text(u"options.pace"_s).contains(u"80 card(s)"_s)); // 20 minutes of 15 seconds, as nothing is known
        shown.f.grade(CardFixture::commit, domain::Grade::Easy);
        shown.open();
        QVERIFY(shown.text(u"options.pace"_s).contains(u"20 seconds"_s));
    }

    void anOddRetentionStaysUntilAnotherIsChosen()
    {
        Shown shown;
        shown.f.apply(domain::setRecall(shown.f.workspace->context(), { 0.874, 20, 10 }));
        shown.open();
        shown.type(u"options.minutes"_s, u"30"_s);
        shown.click(u"options.save"_s);
        QVERIFY(shown.f.workspace->progress().recallOptions() == (domain::RecallOptions { 0.874, 30, 10 }));
    }

    void theUsualValuesAreOnePressAway()
    {
        Shown shown;
        shown.f.apply(domain::setRecall(shown.f.workspace->context(), { 0.97, 100, 100 }));
        shown.open();
        shown.click(u"options.usual"_s);
        QVERIFY(shown.f.workspace->progress().recallOptions().minutes == 100); // not before it is saved
        shown.click(u"options.save"_s);
        QVERIFY(shown.f.workspace->progress().recallOptions() == domain::RecallOptions {});
    }

    void aStoreThatFailsIsSaidInside()
    {
        Shown shown;
        shown.open();
        shown.f.store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
        shown.type(u"options.retention"_s, u"95"_s);
        shown.click(u"options.save"_s);
        QVERIFY(shown.dialog->isVisible());
        QVERIFY(shown.find<QLabel>(u"options.fault"_s)->isVisible());
        QVERIFY(!shown.text(u"options.fault"_s).isEmpty());
        QCOMPARE(shown.find<QSpinBox>(u"options.retention"_s)->value(), 95);
    }

    void aReadOnlyLibraryIsNotChanged()
    {
        Shown shown;
        shown.f.store->setReadOnly(true);
        shown.open();
        QVERIFY(!shown.find<QPushButton>(u"options.save"_s)->isEnabled());
    }
};

QTEST_MAIN(tst_RecallOptions)
#include "tst_RecallOptions.moc"
