// SPDX-License-Identifier: GPL-3.0-or-later
// The "moved" entries of course.yaml, as the check and the reader take them.
#include <CourseFixture.h>

#include <domain/Moves.h>
#include <exchange/CourseCheck.h>
#include <exchange/CourseReader.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::exchange;

namespace {

CourseFiles courseWith(const QByteArray& entries)
{
    CourseFiles files = fixture::course();
    files[u"course.yaml"_s].replace("moved:\n  demo-old: demo-a\n", "moved:\n" + entries);
    return files;
}

QStringList moveFaults(const CourseFiles& files)
{
    QStringList messages;
    for (const CourseFault& fault : checkCourse(files)) {
        if (fault.rule == u"moved-target"_s) {
            messages.append(fault.message);
        }
    }
    return messages;
}

} // namespace

class tst_CourseMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEntryLeadsToWhatIsThere_data();
    void anEntryLeadsToWhatIsThere();
    void theReaderGivesEntriesOn();
};

void tst_CourseMoves::anEntryLeadsToWhatIsThere_data()
{
    QTest::addColumn<QByteArray>("entries");
    QTest::addColumn<int>("faults");
    const auto row = [](const char* name, const QByteArray& entries, int faults) { QTest::newRow(name) << entries << faults; };
    row("a skill", "  demo-old: demo-a\n", 0);
    row("a skill that is not there", "  demo-old: demo-x\n", 1);
    row("a skill over two versions", "  demo-older: demo-old\n  demo-old: demo-a\n", 0);
    row("a skill to a part", "  demo-old: demo-a/how-many\n", 1);
    row("a question", "  demo-a/how-much: how-many\n", 0);
    row("a card", "  demo-a/what-was-1: what-is-1\n", 0);
    row("an item", "  demo-a/item-old: part-1\n", 0);
    row("with the skill", "  demo-a/what-was-1: demo-a/what-is-1\n", 0);
    row("from a skill that is gone", "  demo-z/what-was-1: demo-a/what-is-1\n", 0);
    row("within a skill that moved", "  demo-old: demo-a\n  demo-old/what-was-1: what-is-1\n", 0);
    row("a part over two versions", "  demo-a/what-was-1: what-were-1\n  demo-a/what-were-1: what-is-1\n", 0);
    row("a part that is not there", "  demo-a/what-was-1: what-is-99\n", 1);
    row("a part of another skill that is not there", "  demo-a/what-was-1: demo-b/what-is-1\n", 1);
    row("a part to a skill", "  demo-a/what-was-1: demo-b\n", 1);
    row("in a circle", "  demo-a/x: y\n  demo-a/y: x\n", 2);
}

void tst_CourseMoves::anEntryLeadsToWhatIsThere()
{
    QFETCH(QByteArray, entries);
    QFETCH(int, faults);
    const QStringList found = moveFaults(courseWith(entries));
    QVERIFY2(found.size() == faults, qPrintable(found.join(u'\n')));
}

void tst_CourseMoves::theReaderGivesEntriesOn()
{
    const auto read = readCourse(courseWith("  demo-a/what-was-1: what-is-1\n  demo-a/how-much: how-many\n"), CourseOrigin::Own);
    QVERIFY(read.has_value());
    const domain::Moves moves(read->content.course);
    using domain::RecordKey;
    const QString skill = u"demo-a"_s;
    QVERIFY((moves.key(RecordKey::ofCard(skill, u"what-was-1"_s)) == RecordKey::ofCard(skill, u"what-is-1"_s)));
    QVERIFY((moves.key(RecordKey::ofAttempt(skill, u"how-much"_s, u"id"_s)) == RecordKey::ofAttempt(skill, u"how-many"_s, u"id"_s)));
}

QTEST_GUILESS_MAIN(tst_CourseMoves)
#include "tst_CourseMoves.moc"
