// SPDX-License-Identifier: GPL-3.0-or-later
// The watch and the study time on the page of a skill.
#include "SkillPageFixture.h"

#include <domain/StudyEdits.h>
#include <session/Drafts.h>
#include <ui/skill/TimePanel.h>
#include <ui/words/LocalTime.h>
#include <ui/words/ShortDate.h>

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

using namespace waymark;
using namespace waymark::ui;
using namespace Qt::StringLiterals;
using fixture::now;

namespace {

constexpr qint64 minute = 60'000;
const QString git = u"vcs-git"_s;

} // namespace

class tst_TimePanel : public QObject, private fixture::OpenSkill
{
    Q_OBJECT

    [[nodiscard]] const QMap<QString, domain::TimeEntry>& time() const { return m_workspace->progress().time(); }
    [[nodiscard]] const std::optional<domain::RunningTimer>& timer() const { return m_workspace->progress().timer(); }
    [[nodiscard]] QString text(const QString& name) const { return support::textIn(*m_page, name); }
    [[nodiscard]] bool isShown(const QString& name) const { return support::shownIn<QWidget>(*m_page, name) != nullptr; }
    [[nodiscard]] QString captionOf(const QString& name) const
    {
        const auto* field = find<QWidget>(name);
        const QList<QLabel*> labels = field->parentWidget()->findChildren<QLabel*>();
        const auto caption = std::find_if(labels.begin(), labels.end(), [field](QLabel* label) { return label->buddy() == field; });
        return caption == labels.end() ? QString() : (*caption)->text();
    }
    /// What would be lost with the program, which has no file for drafts here.
    [[nodiscard]] std::vector<session::DraftPlace> unwritten() const
    {
        m_page->commitDrafts();
        return m_workspace->drafts().unwritten();
    }
    void set(const QString& name, const QDateTime& fields) const { find<QDateTimeEdit>(name)->setDateTime(fields); }

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void theWatchStartsPausesAndStops()
    {
        QVERIFY(isShown(u"watch.start"_s) && !isShown(u"watch.stop"_s));
        click(u"watch.start"_s);
        QVERIFY(timer() && timer()->isRunning() && timer()->skill == git && timer()->focusMinutes == 0);
        QVERIFY(!isShown(u"watch.start"_s) && !isShown(u"watch.breaks"_s));
        QCOMPARE(text(u"watch.time"_s), u"0:00"_s);
        QCOMPARE(find<QPushButton>(u"watch.pause"_s)->text(), u"Pause"_s);
        click(u"watch.pause"_s);
        QVERIFY(!timer()->isRunning());
        QCOMPARE(find<QPushButton>(u"watch.pause"_s)->text(), u"Go on"_s);
        click(u"watch.pause"_s);
        QVERIFY(timer()->isRunning());
        click(u"watch.stop"_s);
        QVERIFY(!timer() && isShown(u"watch.start"_s));
    }

    void aRunningWatchShowsItsTime()
    {
        auto edit = domain::startTimer(m_workspace->context(), git);
        edit->changes[0].after = domain::RunningTimer { git, now - 90 * minute, now - 65 * minute - 7000, 0, 0, 0 };
        QVERIFY(m_workspace->apply(edit));
        QCOMPARE(text(u"watch.time"_s), u"1:05:07"_s);
    }

    void breaksAreChosenBeforeTheStart_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("work");
        QTest::addColumn<int>("rest");
        QTest::newRow("without") << 0 << 0 << 0;
        QTest::newRow("short") << 1 << 25 << 5;
        QTest::newRow("long") << 2 << 50 << 10;
        QTest::newRow("own") << 3 << 40 << 7;
    }
    void breaksAreChosenBeforeTheStart()
    {
        QFETCH(int, row);
        QFETCH(int, work);
        QFETCH(int, rest);
        find<QComboBox>(u"watch.breaks"_s)->setCurrentIndex(row);
        QCOMPARE(isShown(u"watch.work"_s), row == 3);
        find<QSpinBox>(u"watch.work"_s)->setValue(40);
        find<QSpinBox>(u"watch.break"_s)->setValue(7);
        click(u"watch.start"_s);
        QCOMPARE(timer()->focusMinutes, work);
        QCOMPARE(timer()->breakMinutes, rest);
        QVERIFY(!text(u"watch.state"_s).isEmpty());
    }

    void theWatchOfAnotherSkillIsNamed()
    {
        QVERIFY(m_workspace->apply(domain::startTimer(m_workspace->context(), u"db-sql"_s)));
        QVERIFY(text(u"watch.state"_s).contains(u"SQL queries"_s));
        click(u"watch.start"_s);
        QCOMPARE(timer()->skill, git);
    }

    void spentTimeStandsAgainstTheEstimate()
    {
        QVERIFY(text(u"time.against"_s).contains(u"4 h 30 min"_s) && isShown(u"time.bar"_s));
        QVERIFY(m_workspace->apply(domain::addTime(m_workspace->context(), git, now - 300 * minute, 300)));
        QVERIFY(text(u"time.total"_s).contains(u"5 h"_s));
        QVERIFY(text(u"time.against"_s).contains(u"30 min more"_s));
        m_page->show(Place { PageId::Skill, u"db-tuning"_s, {} }); // which has none
        QVERIFY(!isShown(u"time.against"_s) && !isShown(u"time.bar"_s));
    }

    void anEntryIsChanged()
    {
        click(u"time.add.30"_s);
        const QString id = time().firstKey();
        const domain::TimeEntry before = time().first();
        click(u"time.edit."_s + id);
        find<QSpinBox>(u"time.minutes."_s + id)->setValue(20);
        click(u"time.accept."_s + id);
        QCOMPARE(time().first().minutes, 20);
        QCOMPARE(time().first().start, before.start); // to the millisecond: the field was not touched
        click(u"time.edit."_s + id);
        set(u"time.start."_s + id, QDateTime(QDate(2026, 11, 20), QTime(7, 15), Qt::UTC));
        QTest::keyClick(find<QDateTimeEdit>(u"time.start."_s + id), Qt::Key_Return);
        QVERIFY(time().first()
            == (domain::TimeEntry { git, QDateTime(QDate(2026, 11, 20), QTime(7, 15), Qt::UTC).toMSecsSinceEpoch(), 20, 0 }));
        QVERIFY(!isShown(u"time.accept."_s + id));
        QVERIFY(m_workspace->undo() && m_workspace->undo());
        QCOMPARE(time().first().minutes, 30);
    }

    void timeOfAnotherPlaceIsReadByItsClocks()
    {
        const qint64 start = QDateTime(QDate(2026, 11, 20), QTime(20, 0), Qt::UTC).toMSecsSinceEpoch();
        QVERIFY(m_workspace->apply(domain::addTime(m_workspace->context(), git, start, 30, 540))); // in Tokyo, at five in the morning
        const QString id = time().firstKey();
        const QDateTime five(QDate(2026, 11, 21), QTime(5, 0), Qt::UTC);
        const QString when = QLocale().toString(five, shortDateTimeFormat()) + u" (UTC+9:00)"_s;
        QCOMPARE(find<QToolButton>(u"time.edit."_s + id)->accessibleName(), u"Change 30 min of "_s + when);
        click(u"time.edit."_s + id);
        QCOMPARE(find<QDateTimeEdit>(u"time.start."_s + id)->dateTime(), five);
        QCOMPARE(captionOf(u"time.start."_s + id), u"Began (UTC+9:00)"_s);
        find<QSpinBox>(u"time.minutes."_s + id)->setValue(20);
        click(u"time.accept."_s + id);
        QVERIFY(time().first() == (domain::TimeEntry { git, start, 20, 540 }));
        click(u"time.edit."_s + id);
        set(u"time.start."_s + id, five.addSecs(90 * 60));
        click(u"time.accept."_s + id);
        QVERIFY(time().first() == (domain::TimeEntry { git, start + 90 * minute, 20, 540 }));
    }

    void timeOfWhichNobodyKnowsThePlaceGetsOneWithItsStart()
    {
        auto edit = domain::addTime(m_workspace->context(), git, now - 60 * minute, 30);
        edit->changes[0].after = domain::TimeEntry { git, now - 60 * minute, 30, std::nullopt };
        QVERIFY(m_workspace->apply(edit));
        const QString id = time().firstKey();
        click(u"time.edit."_s + id);
        QCOMPARE(captionOf(u"time.start."_s + id), u"Began"_s);
        find<QSpinBox>(u"time.minutes."_s + id)->setValue(20);
        click(u"time.accept."_s + id);
        QCOMPARE(time().first().offset, std::nullopt);
        click(u"time.edit."_s + id);
        set(u"time.start."_s + id, QDateTime(QDate(2026, 11, 20), QTime(7, 15), Qt::UTC));
        click(u"time.accept."_s + id);
        QCOMPARE(time().first().offset, std::optional(0));
    }

    void aYearIsTypedInFull()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        click(u"time.earlier"_s);
        auto* start = find<QDateTimeEdit>(u"time.start.new"_s);
        QLocale::setDefault(QLocale::c());
        QVERIFY2(start->text().startsWith(u"11/21/2026 "), qPrintable(start->text()));
        start->setFocus();
        start->setSelectedSection(QDateTimeEdit::YearSection);
        QTest::keyClicks(start, u"2025"_s);
        QCOMPARE(start->date(), QDate(2025, 11, 21));
    }

    void whatCannotBeIsSaidAndNothingIsLost()
    {
        click(u"time.add.30"_s);
        const QString id = time().firstKey();
        click(u"time.edit."_s + id);
        const QDateTime ahead(QDate(2030, 1, 1), QTime(9, 0), Qt::UTC);
        set(u"time.start."_s + id, ahead);
        click(u"time.accept."_s + id);
        QVERIFY(text(u"time.fault."_s + id).contains(u"after now"_s));
        QCOMPARE(find<QDateTimeEdit>(u"time.start."_s + id)->dateTime(), ahead);
        set(u"time.start."_s + id, QDateTime::fromMSecsSinceEpoch(now - 20 * minute, Qt::UTC));
        click(u"time.accept."_s + id);
        QVERIFY(text(u"time.fault."_s + id).contains(u"fewer minutes"_s));
        set(u"time.start."_s + id, QDateTime(QDate(1969, 12, 31), QTime(9, 0), Qt::UTC));
        click(u"time.accept."_s + id);
        QVERIFY(text(u"time.fault."_s + id).contains(u"1970"_s));
        QCOMPARE(time().first().minutes, 30);
        QTest::keyClick(find<QDateTimeEdit>(u"time.start."_s + id), Qt::Key_Escape);
        QVERIFY(!isShown(u"time.start."_s + id));
    }

    void whatCannotBeKeptStaysInItsFields()
    {
        click(u"time.add.30"_s);
        const QString id = time().firstKey();
        click(u"time.edit."_s + id);
        find<QSpinBox>(u"time.minutes."_s + id)->setValue(20);
        m_store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
        click(u"time.accept."_s + id);
        QCOMPARE(find<QSpinBox>(u"time.minutes."_s + id)->value(), 20);
        m_store->failWith({});
        click(u"time.accept."_s + id);
        QCOMPARE(time().first().minutes, 20);
    }

    void aTimeOfAnotherDayIsAdded()
    {
        click(u"time.earlier"_s);
        set(u"time.start.new"_s, QDateTime(QDate(2026, 11, 1), QTime(18, 30), Qt::UTC));
        find<QSpinBox>(u"time.minutes.new"_s)->setValue(75);
        click(u"time.accept.new"_s);
        QVERIFY(time().first()
            == (domain::TimeEntry { git, QDateTime(QDate(2026, 11, 1), QTime(18, 30), Qt::UTC).toMSecsSinceEpoch(), 75, 0 }));
        QVERIFY(!isShown(u"time.accept.new"_s));
        click(u"time.earlier"_s);
        m_page->show(Place { PageId::Skill, u"db-sql"_s, {} }); // what is open is of this skill
        QVERIFY(!isShown(u"time.accept.new"_s));
    }

    void anEditorStaysOpenWhileOtherThingsChange()
    {
        click(u"time.add.30"_s);
        const QString id = time().firstKey();
        click(u"time.edit."_s + id);
        find<QSpinBox>(u"time.minutes."_s + id)->setValue(44);
        click(u"time.add.15"_s);
        QCOMPARE(find<QSpinBox>(u"time.minutes."_s + id)->value(), 44);
    }

    void aCorrectionOutlivesNewerEntries()
    {
        for (int i = 1; i <= 4; ++i) {
            QVERIFY(m_workspace->apply(domain::addTime(m_workspace->context(), git, now - i * 60 * minute, i)));
        }
        QString oldest;
        for (const QString& id : time().keys()) {
            oldest = time().value(id).minutes == 4 ? id : oldest;
        }
        click(u"time.edit."_s + oldest);
        QVERIFY(unwritten().empty()); // nothing is entered yet
        find<QSpinBox>(u"time.minutes."_s + oldest)->setValue(44);
        QCOMPARE(unwritten().size(), std::size_t(1));
        click(u"time.add.15"_s);
        click(u"time.add.30"_s);
        QVERIFY(isShown(u"time.minutes."_s + oldest));
        QCOMPARE(find<QSpinBox>(u"time.minutes."_s + oldest)->value(), 44);
        click(u"time.accept."_s + oldest);
        QCOMPARE(time().value(oldest).minutes, 44);
        QVERIFY(unwritten().empty());
    }

    void theFieldsOfAnEditorAreNamedForTheEyeToo()
    {
        click(u"time.earlier"_s);
        QCoreApplication::processEvents();
        for (const QString& name : { u"time.start.new"_s, u"time.minutes.new"_s }) {
            auto* field = find<QWidget>(name);
            const QList<QLabel*> labels = field->parentWidget()->findChildren<QLabel*>();
            const auto caption = std::find_if(labels.begin(), labels.end(), [field](QLabel* label) { return label->buddy() == field; });
            QVERIFY(caption != labels.end() && (*caption)->isVisible() && !(*caption)->text().isEmpty());
            QVERIFY((*caption)->geometry().bottom() < field->geometry().top());
        }
    }

    void aTimeThatIsBeingAddedIsNotSaved()
    {
        click(u"time.earlier"_s);
        QVERIFY(unwritten().empty());
        find<QSpinBox>(u"time.minutes.new"_s)->setValue(75);
        QCOMPARE(unwritten().size(), std::size_t(1));
        click(u"time.cancel.new"_s);
        QVERIFY(unwritten().empty());
    }

    void ofManyEntriesTheNewestAreShown()
    {
        for (int i = 1; i <= 7; ++i) {
            QVERIFY(m_workspace->apply(domain::addTime(m_workspace->context(), git, now - i * 60 * minute, i)));
        }
        const auto shown = [this] {
            QCoreApplication::processEvents(); // a new row comes with the layout
            int count = 0;
            for (const QString& id : time().keys()) {
                count += isShown(u"time.edit."_s + id) ? 1 : 0;
            }
            return count;
        };
        QCOMPARE(shown(), 4);
        click(u"time.more"_s);
        QCOMPARE(shown(), 7);
    }

    void fieldsShowTheClocksOfTheZone_data()
    {
        QTest::addColumn<QDateTime>("fields");
        QTest::addColumn<QString>("moment"); // empty where the clocks skip it
        const QDate spring(2026, 3, 29);
        const QDate autumn(2026, 10, 25);
        QTest::newRow("winter") << QDateTime(QDate(2026, 1, 5), QTime(9, 0), Qt::UTC) << u"2026-01-05T08:00:00Z"_s;
        QTest::newRow("summer") << QDateTime(QDate(2026, 7, 5), QTime(9, 0), Qt::UTC) << u"2026-07-05T07:00:00Z"_s;
        QTest::newRow("before the skip") << QDateTime(spring, QTime(1, 59), Qt::UTC) << u"2026-03-29T00:59:00Z"_s;
        QTest::newRow("skipped") << QDateTime(spring, QTime(2, 30), Qt::UTC) << QString();
        QTest::newRow("after the skip") << QDateTime(spring, QTime(3, 0), Qt::UTC) << u"2026-03-29T01:00:00Z"_s;
        QTest::newRow("twice: the earlier") << QDateTime(autumn, QTime(2, 30), Qt::UTC) << u"2026-10-25T00:30:00Z"_s;
        QTest::newRow("after both") << QDateTime(autumn, QTime(3, 0), Qt::UTC) << u"2026-10-25T02:00:00Z"_s;
    }
    void fieldsShowTheClocksOfTheZone()
    {
        QFETCH(QDateTime, fields);
        QFETCH(QString, moment);
        const QTimeZone berlin("Europe/Berlin");
        const std::optional<qint64> found = momentOf(fields, berlin);
        QCOMPARE(found.has_value(), !moment.isEmpty());
        if (found) {
            QCOMPARE(*found, QDateTime::fromString(moment, Qt::ISODate).toMSecsSinceEpoch());
            QCOMPARE(fieldsOf(*found, berlin), fields);
        }
    }

    void aLibraryOpenForReadingOffersNothing()
    {
        open(true);
        QVERIFY(!find<TimePanel>(u"timePanel"_s)->isEnabled());
    }
};

QTEST_MAIN(tst_TimePanel)
#include "tst_TimePanel.moc"
