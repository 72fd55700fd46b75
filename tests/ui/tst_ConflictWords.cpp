// SPDX-License-Identifier: GPL-3.0-or-later
#include <GraphCourse.h>
#include <RandomRecords.h>

#include <domain/RecordParts.h>
#include <ui/words/ConflictWords.h>

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;

/// What two copies say differently, in words.
class tst_ConflictWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfValueIsToldApart_data()
    {
        QTest::addColumn<int>("kind");
        for (std::size_t i = 0; i < domain::recordKinds; ++i) {
            const auto kind = static_cast<domain::RecordKind>(i);
            if (std::ranges::any_of(domain::partsOf(kind), [](const auto& part) { return part.meeting == domain::Meeting::Ask; })) {
                QTest::addRow("%s", qPrintable(domain::toString(kind))) << static_cast<int>(i);
            }
        }
    }
    void everyKindOfValueIsToldApart()
    {
        QFETCH(const int, kind);
        const auto of = static_cast<domain::RecordKind>(kind);
        const domain::Roadmap roadmap(support::graphCourse());
        const ui::RecordWords::Place place { roadmap, QTimeZone::utc() };
        support::RandomRecords random(7);
        for (int i = 0; i < 200; ++i) {
            const domain::Record shown = random.record(of);
            for (const domain::RecordPart& part : domain::partsOf(of)) {
                QJsonObject fields = domain::fieldsOf(shown);
                const QString other = domain::textOf(part, domain::fieldsOf(random.record(of)));
                if (part.meeting != domain::Meeting::Ask || other == domain::textOf(part, fields)) {
                    continue;
                }
                domain::putPart(fields, part, other);
                const domain::ConflictValues conflict { { of, u"base"_s, u"item"_s, u"id"_s }, part.fields.first(), shown,
                    { domain::recordOf(of, fields) } };
                const QStringList values = ui::ConflictWords::values(conflict, place);
                QVERIFY2(values[0] != values[1], qPrintable(values[0]));
                const QStringList lines = ui::ConflictWords::lines(conflict, place);
                QVERIFY2(lines[0] != lines[1] && !lines.join(u' ').contains(u'\n'), qPrintable(lines.join(u'|')));
                QVERIFY(!ui::ConflictWords::about(conflict, place).isEmpty());
            }
        }
    }

    void whatIsAskedOftenIsToldApartInWords_data()
    {
        using namespace domain;
        QTest::addColumn<Record>("one");
        QTest::addColumn<Record>("other");
        QTest::addColumn<QString>("part");
        constexpr qint64 at = 1'795'250'400'000;
        const auto row = [](const char* name, const Record& one, const Record& other, const QString& part) {
            QTest::newRow(name) << one << other << part;
        };
        row("study time", TimeEntry { u"base"_s, at, 30, 0 }, TimeEntry { u"base"_s, at + 3'600'000, 30, 0 }, u"start"_s);
        row("study time of another second", TimeEntry { u"base"_s, at, 30, 0 }, TimeEntry { u"base"_s, at + 1000, 30, 0 }, u"start"_s);
        row("minutes", TimeEntry { u"base"_s, at, 30, 0 }, TimeEntry { u"base"_s, at, 45, 0 }, u"minutes"_s);
        row("skill", TimeEntry { u"base"_s, at, 30, 0 }, TimeEntry { u"top"_s, at, 30, 0 }, u"skill"_s);
        row("front", OwnCard { u"one"_s, u"same"_s, at }, OwnCard { u"two"_s, u"same"_s, at }, u"front"_s);
        row("back", OwnCard { u"same"_s, u"one"_s, at }, OwnCard { u"same"_s, u"two"_s, at }, u"back"_s);
        row("own score", SelfScore { 1, at }, SelfScore { 2, at }, u"level"_s);
        const SignOff signOff { Decision::Approve, ReviewerRole::Mentor, u"Ada"_s, {}, SignatureState::None, at, at, {} };
        SignOff later = signOff;
        later.created += 86'400'000;
        row("sign-off of another day", signOff, later, u"decision"_s);
        SignOff peer = signOff;
        peer.role = ReviewerRole::Peer;
        row("sign-off by a peer", signOff, peer, u"decision"_s);
        row("key", PinnedKey { u"Ada"_s, "k", {}, false, at }, PinnedKey { u"Grace"_s, "k", {}, false, at }, u"name"_s);
        row("a card laid aside", CardState { {}, 0, true, 0 }, CardState { {}, 0, false, 0 }, u"suspended"_s);
        row("days off", DaysOff { QDate(2026, 12, 24), QDate(2026, 12, 31) }, DaysOff { QDate(2026, 12, 24), QDate(2027, 1, 1) },
            u"first"_s);
    }
    void whatIsAskedOftenIsToldApartInWords()
    {
        QFETCH(const domain::Record, one);
        QFETCH(const domain::Record, other);
        QFETCH(const QString, part);
        const domain::Roadmap roadmap(support::graphCourse());
        const domain::ConflictValues conflict { { static_cast<domain::RecordKind>(one.index()), u"base"_s, {}, {} }, part, one, { other } };
        const QStringList values = ui::ConflictWords::values(conflict, { roadmap, QTimeZone::utc() });
        QVERIFY2(values[0] != values[1], qPrintable(values[0]));
        QVERIFY2(!values.join(u'\n').contains(u"As it is stored"_s), qPrintable(values.join(u'\n')));
    }

    void whatIsHiddenInAStrangersTextIsShown()
    {
        const domain::Roadmap roadmap(support::graphCourse());
        const domain::ConflictValues conflict { domain::RecordKey::ofNote(u"base"_s), u"text"_s,
            domain::Note { u"safe\u202Etxt.exe\nline"_s, false, 1 }, { domain::Note { u"safe"_s, false, 1 } } };
        const QStringList values = ui::ConflictWords::values(conflict, { roadmap, QTimeZone::utc() });
        QCOMPARE(values.first(), u"safe\\u{202e}txt.exe\nline"_s);
    }
};

QTEST_GUILESS_MAIN(tst_ConflictWords)
#include "tst_ConflictWords.moc"
