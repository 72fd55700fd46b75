// SPDX-License-Identifier: GPL-3.0-or-later
#include "CourseEditions.h"
#include "Noise.h"

#include <storage/CourseBytes.h>
#include <storage/KeptCourse.h>

#include <QDataStream>
#include <QTest>

using namespace waymark;
using namespace Qt::StringLiterals;
using domain::ErrorCode;
using storage::CourseStep;

namespace {

/// With a picture of so many bytes that nothing makes smaller.
CourseStep stepOf(qsizetype bytes)
{
    CourseStep step { support::sampleCourse(), {}, { { 7, u"vcs-git"_s, u"[]"_s } } };
    step.content.assets.front().bytes = support::noise(bytes);
    return step;
}

bool areSame(const CourseStep& a, const CourseStep& b)
{
    const bool isSameText = a.entries.size() == 1 && b.entries.size() == 1 && a.entries[0].sequence == b.entries[0].sequence
        && a.entries[0].subject == b.entries[0].subject && a.entries[0].changes == b.entries[0].changes;
    return isSameText && a.changes == b.changes && storage::toBytes(a.content) == storage::toBytes(b.content);
}

} // namespace

class tst_KeptCourse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// From one piece to the next it is a matter of milliseconds.
    void bothWaysAskWhetherTheyGoOn()
    {
        const CourseStep step = stepOf(4 * 1024 * 1024);
        int asked = 0;
        const auto count = [&asked] { return ++asked > 0; };
        const QByteArray kept = storage::keptFrom(step, count).value();
        QVERIFY2(asked >= 16, qPrintable(QString::number(asked)));
        const int packing = std::exchange(asked, 0);
        QVERIFY(areSame(storage::stepFrom(kept, count).value(), step));
        QVERIFY2(asked >= 16, qPrintable(QString::number(asked)));
        for (const int last : { 1, 2, 9, 16 }) {
            int calls = 0;
            const auto endsThere = [&calls, last] { return ++calls < last; };
            QCOMPARE(storage::keptFrom(step, endsThere).error().code, ErrorCode::Cancelled);
            QVERIFY(std::exchange(calls, 0) == last && last <= packing);
            QCOMPARE(storage::stepFrom(kept, endsThere).error().code, ErrorCode::Cancelled);
            QCOMPARE(calls, last);
        }
    }

    /// As every library has it that was made before.
    void itIsAsQtPacksIt()
    {
        const CourseStep step = stepOf(700'000);
        const QByteArray kept = storage::keptFrom(step).value();
        QVERIFY(areSame(storage::stepFrom(qCompress(qUncompress(kept))).value(), step));
    }

    void whatIsTooLargeIsNotPacked()
    {
        CourseStep step = stepOf(1000);
        const QByteArray picture(domain::courseStepUnpacked / 4, '\0'); // five times the same bytes: no memory for each
        step.content.assets.assign(5, { u"images/large.png"_s, picture });
        int asked = 0;
        QVERIFY(storage::keptFrom(step, [&asked] { return ++asked > 0; }).value().isEmpty());
        QCOMPARE(asked, 0);
        step.content.assets.clear();
        step.entries.assign(5, { 7, {}, QString(domain::courseStepUnpacked / 8, u'x') });
        QVERIFY(storage::keptFrom(step, [&asked] { return ++asked > 0; }).value().isEmpty());
        QCOMPARE(asked, 0);
    }

    /// It would be packed for ever before anybody saw that it is too large.
    void packingEndsWhereItIsTooLarge()
    {
        int asked = 0;
        QVERIFY(storage::keptFrom(stepOf(2 * domain::courseStepBytes), [&asked] { return ++asked > 0; }).value().isEmpty());
        QVERIFY2(asked < 2 * 4 * 32, qPrintable(QString::number(asked)));
    }

    void whatWouldNotBeReadIsNotKept()
    {
        CourseStep step = stepOf(1000);
        const auto key = domain::RecordKey::ofChoice(u"language"_s);
        const domain::Choice choice { QStringList(domain::courseStepParts / 2 - 1) };
        step.changes = { { key, choice, choice } };
        QVERIFY(areSame(storage::stepFrom(storage::keptFrom(step).value()).value(), step));
        step.changes.push_back({ domain::RecordKey::ofSkill(u"vcs-git"_s), std::nullopt, domain::SkillMark {} });
        step.changes.push_back({ domain::RecordKey::ofSkill(u"db-sql"_s), std::nullopt, domain::SkillMark {} });
        QVERIFY(storage::keptFrom(step).value().isEmpty());
    }

    /// A library may be a stranger's: three thousand bytes would ask for hundreds of megabytes.
    void recordsOfNothingButListsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("changes");
        QTest::newRow("lists in a record") << "[{\"record\":\"note\",\"skill\":\"s\",\"after\":{\"text\":["
                + QByteArray("[],").repeated(100'000) + "0]}}]";
        const QByteArray choice
            = "{\"record\":\"choice\",\"id\":\"x\",\"after\":{\"members\":[" + QByteArray("0,").repeated(400'000) + "0]}}";
        QTest::newRow("records of long lists") << '[' + choice + ',' + choice + ',' + choice + ']';
    }
    void recordsOfNothingButListsAreRefused()
    {
        QFETCH(const QByteArray, changes);
        QByteArray bytes;
        QDataStream stream(&bytes, QDataStream::WriteOnly);
        stream << storage::toBytes(support::sampleCourse()) << changes << quint32 { 0 };
        const auto step = storage::stepFrom(qCompress(bytes));
        QVERIFY(!step && step.error().code == ErrorCode::InvalidCourse);
    }
};

QTEST_APPLESS_MAIN(tst_KeptCourse)
#include "tst_KeptCourse.moc"
