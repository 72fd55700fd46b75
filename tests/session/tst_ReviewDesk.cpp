// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanReviews.h>
#include <exchange/PlanWriter.h>
#include <exchange/ReviewLimits.h>
#include <exchange/ReviewReader.h>
#include <exchange/ReviewSignature.h>
#include <exchange/ReviewWriter.h>
#include <exchange/SigningKey.h>
#include <session/ReviewDesk.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Decision;
using session::ReviewDesk;
using session::ReviewGap;

namespace {

const QString git = u"base-git"_s;
constexpr qint64 morning = 1'795'338'000'123; // 2026-11-22, 09:00 UTC

exchange::PlanDocument plan()
{
    exchange::PlanDocument plan;
    plan.plan = u"5f0c1d3e-8a52-4b6e-9d4f-1a2b3c4d5e6f"_s;
    plan.created = morning;
    plan.courseId = u"demo"_s;
    plan.courseTitle = u"A small course"_s;
    plan.areas = { { u"base"_s, u"Foundations"_s, {} } };
    exchange::PlanSkill skill;
    skill.id = git;
    skill.title = u"Git basics"_s;
    skill.area = u"base"_s;
    skill.submitted = true;
    plan.skills = { skill };
    plan.revision = exchange::revisionOf(plan);
    return plan;
}

/// A mentor with an empty folder of drafts.
struct Mentor
{
    QTemporaryDir home;

    [[nodiscard]] QString path(const QString& name) const { return home.filePath(name); }
    [[nodiscard]] std::unique_ptr<ReviewDesk> open() const
    {
        auto desk = ReviewDesk::open(path(u"plan.json"_s), plan(), path(u"drafts"_s), { [] { return morning; }, QTimeZone::utc() });
        desk->setReviewer(u"Bea"_s, domain::ReviewerRole::Mentor);
        return desk;
    }
    [[nodiscard]] domain::Result<exchange::ReviewDocument> read(const QString& name) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::ReadOnly)) {
            return domain::failure(domain::ErrorCode::FileMissing, name);
        }
        return exchange::readReview(file.readAll(), name);
    }
    [[nodiscard]] bool hasDraft() const { return !QDir(path(u"drafts"_s)).isEmpty(); }
};

} // namespace

class tst_ReviewDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsChangedAfterAnAnswerIsAnotherReview()
    {
        const Mentor mentor;
        auto desk = mentor.open();
        desk->decide(git, Decision::Approve, {});
        QVERIFY(desk->send(mentor.path(u"first.wayreview"_s), nullptr));
        desk->decide(git, Decision::Reject, u"It does not run."_s);
        desk = mentor.open();
        QCOMPARE(desk->decisionOn(git)->text, u"It does not run."_s);
        QVERIFY(desk->send(mentor.path(u"second.wayreview"_s), nullptr));
        QVERIFY(mentor.read(u"first.wayreview"_s)->review != mentor.read(u"second.wayreview"_s)->review);
    }

    void whatGoesOutTwiceIsOneReview()
    {
        const Mentor mentor;
        const auto desk = mentor.open();
        desk->decide(git, Decision::Approve, {});
        QVERIFY(desk->send(mentor.path(u"first.wayreview"_s), nullptr));
        QVERIFY(desk->send(mentor.path(u"again.wayreview"_s), nullptr));
        QCOMPARE(*mentor.read(u"again.wayreview"_s), *mentor.read(u"first.wayreview"_s));
        const auto key = exchange::SigningKey::fromSeed(QByteArray(32, 'k'), u"Bea"_s);
        QVERIFY(desk->send(mentor.path(u"signed.wayreview"_s), &key)); // other bytes under one id would be refused
        QVERIFY(mentor.read(u"signed.wayreview"_s)->review != mentor.read(u"first.wayreview"_s)->review);
    }

    void whatHasGoneOutIsKept()
    {
        const Mentor mentor;
        const auto desk = mentor.open();
        QVERIFY(QDir(mentor.path(u"drafts"_s)).removeRecursively());
        QFile inTheWay(mentor.path(u"drafts"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        desk->decide(git, Decision::Approve, {});
        QVERIFY(desk->failure().has_value());
        QVERIFY(desk->send(mentor.path(u"first.wayreview"_s), nullptr));
        QVERIFY(!desk->failure().has_value());
        QVERIFY(inTheWay.remove());
        desk->keep();
        QVERIFY(!QFileInfo::exists(mentor.path(u"drafts"_s)));
    }

    void aNameThatIsTooLongIsNamedAndTheDraftKept()
    {
        const Mentor mentor;
        auto desk = mentor.open();
        desk->decide(git, Decision::Approve, {});
        desk->setReviewer(QString(300, u'x'), domain::ReviewerRole::Mentor);
        QCOMPARE(desk->gaps(), (std::vector<ReviewGap> { { ReviewGap::Kind::LongName, {}, {} } }));
        desk = mentor.open();
        QVERIFY(!desk->isDraftLost());
        QVERIFY(desk->decisionOn(git) != nullptr);
    }

    void stepsBackBehindAnAnswerAreAnotherReviewToo()
    {
        const Mentor mentor;
        auto desk = mentor.open();
        desk->decide(git, Decision::Approve, {});
        desk->setOverall({}, u"Good."_s);
        QVERIFY(desk->send(mentor.path(u"first.wayreview"_s), nullptr));
        desk->undo();
        desk = mentor.open();
        QVERIFY(desk->decisionOn(git) != nullptr);
        QVERIFY(desk->send(mentor.path(u"second.wayreview"_s), nullptr));
        QVERIFY(mentor.read(u"first.wayreview"_s)->review != mentor.read(u"second.wayreview"_s)->review);
    }

    void aThreadIsOpenUntilItsAuthorClosesIt()
    {
        const Mentor mentor;
        exchange::PlanDocument answered = plan();
        const exchange::ReviewComment comment { u"c-1"_s, git, {}, exchange::CommentKind::Blocker, u"Show the error."_s, false, {} };
        exchange::ReviewDocument asked;
        asked.review = u"44444444-4444-4444-8444-444444444441"_s;
        asked.plan = answered.plan;
        asked.revision = QString(64, u'a');
        asked.created = morning - 3;
        asked.reviewer.name = u"Ada"_s;
        asked.comments = { comment };
        exchange::ReviewDocument closed = asked;
        closed.review = u"44444444-4444-4444-8444-444444444442"_s;
        closed.reviewer.name = u"Bob"_s;
        closed.created = morning - 2;
        closed.comments.front().resolved = true;
        const auto open = [&](const std::vector<exchange::ReviewDocument>& reviews) {
            QByteArrayList written;
            for (const exchange::ReviewDocument& review : reviews) {
                written.append(exchange::canonicalReview(review));
            }
            answered.reviews = exchange::carriedReviews(written);
            QStringList found;
            const auto desk = ReviewDesk::open({}, answered, mentor.path(u"drafts"_s), { [] { return morning; }, QTimeZone::utc() });
            for (const session::OpenThread& thread : desk->openThreads()) {
                found.append(thread.reviewer + u' ' + thread.comment.id);
            }
            return found;
        };
        QCOMPARE(open({ asked }), QStringList(u"Ada c-1"_s));
        QCOMPARE(open({ asked, closed }), QStringList(u"Ada c-1"_s));
        closed.reviewer.name = u" ada"_s;
        QCOMPARE(open({ asked, closed }), QStringList());
        const auto key = exchange::SigningKey::fromSeed(QByteArray(32, 'k'), u"Ada"_s);
        const exchange::ReviewDocument closedBySigned = *exchange::signedReview(closed, key);
        QCOMPARE(open({ asked, closedBySigned }), QStringList());
        const exchange::ReviewDocument askedBySigned = *exchange::signedReview(asked, key);
        QCOMPARE(open({ askedBySigned, closed }), QStringList(u"Ada c-1"_s));
        QCOMPARE(open({ askedBySigned, closedBySigned }), QStringList());
    }

    void anUnsignedAnswerIsWrittenAsItsReaderWillSeeIt()
    {
        const Mentor mentor;
        const auto desk = mentor.open();
        desk->setOverall({}, u"One\r\n\x1b[31mtwo"_s);
        QVERIFY(desk->send(mentor.path(u"first.wayreview"_s), nullptr));
        QFile file(mentor.path(u"first.wayreview"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains("\\r") && !bytes.contains("u001b"), bytes.constData());
    }

    void anAnswerThatItsReaderRefusesIsNotWritten()
    {
        const Mentor mentor;
        const auto desk = mentor.open();
        exchange::ReviewComment comment;
        comment.id = domain::overallEntry; // no gap names it, the reader refuses it
        comment.text = u"Good."_s;
        desk->putComment(comment);
        QVERIFY(desk->gaps().empty());
        QVERIFY(!desk->send(mentor.path(u"first.wayreview"_s), nullptr));
        QVERIFY(!QFile::exists(mentor.path(u"first.wayreview"_s)));
        QVERIFY(mentor.hasDraft());
    }

    void whatIsTooLongIsNamedAndKept()
    {
        using Kind = ReviewGap::Kind;
        const Mentor mentor;
        auto desk = mentor.open();
        const QString most(exchange::limits::commentBytes / 2, u'é'); // two bytes each
        exchange::ReviewComment comment;
        comment.skill = git;
        comment.text = most;
        comment.id = desk->putComment(comment);
        desk->decide(git, Decision::Approve, most);
        desk->setOverall({}, most);
        QVERIFY(desk->gaps().empty());
        comment.text += u'!';
        desk->putComment(comment);
        QCOMPARE(desk->gaps(), (std::vector<ReviewGap> { { Kind::TooLong, git, comment.id } }));
        desk->decide(git, Decision::Approve, most + u'!');
        desk->setOverall({}, most + u'!');
        const std::vector<ReviewGap> all { { Kind::TooLong, git, comment.id }, { Kind::TooLong, git, {} }, { Kind::TooLong, {}, {} } };
        QCOMPARE(desk->gaps(), all);
        desk = mentor.open();
        QVERIFY(!desk->isDraftLost());
        QCOMPARE(desk->gaps(), all);
        QCOMPARE(desk->draft().overall.text, most + u'!');
        QVERIFY(!desk->send(mentor.path(u"first.wayreview"_s), nullptr));
        QVERIFY(mentor.hasDraft());
    }

    void theDraftThatCannotBeWrittenIsReported()
    {
        const Mentor mentor;
        QFile inTheWay(mentor.path(u"drafts"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const auto desk = mentor.open();
        const QSignalSpy failed(desk.get(), &ReviewDesk::failed);
        desk->decide(git, Decision::Approve, {});
        QCOMPARE(failed.size(), 1);
        QVERIFY(desk->failure().has_value());
        QVERIFY(inTheWay.remove());
        desk->decide(git, Decision::Reject, u"No."_s);
        QVERIFY(!desk->failure().has_value());
    }

    void theDraftLiesInItsFolderWhateverThePlanIsCalled_data()
    {
        QTest::addColumn<QString>("called");
        QTest::addColumn<QString>("revision");
        const QString id = u"33333333-3333-4333-8333-333333333333"_s;
        QTest::newRow("as it should be") << id << QString(64, u'a');
        QTest::newRow("a path after the id") << id + u"/../../evil"_s << QString(64, u'a');
        QTest::newRow("a path for an id") << u"../evil"_s << QString(64, u'a');
        QTest::newRow("a path for a revision") << id << u"/../evil"_s;
    }

    void theDraftLiesInItsFolderWhateverThePlanIsCalled()
    {
        QFETCH(QString, called);
        QFETCH(QString, revision);
        const QTemporaryDir home;
        const QString drafts = home.filePath(u"data/drafts"_s);
        exchange::PlanDocument document;
        document.plan = called;
        document.revision = revision;
        const auto desk = ReviewDesk::open(u"plan.json"_s, document, drafts, { [] { return morning; }, QTimeZone::utc() });
        desk->setOverall(std::nullopt, u"On a good way."_s);
        QCOMPARE(QDir(home.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList { u"data"_s });
        QCOMPARE(QDir(home.filePath(u"data"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList { u"drafts"_s });
        const QFileInfoList written = QDir(drafts).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot);
        QCOMPARE(written.size(), 1);
        QVERIFY(written.front().isFile());
        QCOMPARE(written.front().suffix(), u"wayreview"_s);
    }
};

QTEST_GUILESS_MAIN(tst_ReviewDesk)
#include "tst_ReviewDesk.moc"
