// SPDX-License-Identifier: GPL-3.0-or-later
#include "RandomRecords.h"

#include <QDate>

namespace waymark::support {

domain::Record RandomRecords::record(domain::RecordKind kind)
{
    using namespace domain;
    switch (kind) {
    case RecordKind::SkillMark:
        return SkillMark { static_cast<Mark>(below(4)), anyTime(), anyTime(), below(2) == 0 };
    case RecordKind::ItemMark:
        return ItemMark { anyTime() };
    case RecordKind::Evidence:
        return Evidence { static_cast<EvidenceKind>(below(8)), anyText(), anyTime() };
    case RecordKind::Note:
        return Note { anyText(), below(2) == 0, anyTime() };
    case RecordKind::Goal:
        return Goal { anyText(), below(100) / 3.0, below(3) == 0 ? QDate() : QDate(2025, 1, 1).addDays(below(1000)) };
    case RecordKind::Choice:
        return Choice { { skillName(), skillName() } };
    case RecordKind::Learner:
        return Learner { anyText() };
    case RecordKind::TimeEntry:
        return TimeEntry { skillName(), anyTime(), below(600), below(2) == 0 ? std::nullopt : std::optional(below(120) - 60) };
    case RecordKind::Attempt:
        return Attempt { static_cast<Attempt::Source>(below(3)), below(2) == 0, below(2) == 0, below(4), below(90'000), anyText(),
            anyTime(), below(120) - 60 };
    case RecordKind::Recall:
        return Recall { static_cast<Grade>(1 + below(4)), { below(1000) / 7.0, 1 + below(90) / 11.0 }, below(100), anyText(), anyText(),
            below(90'000), anyTime(), below(120) - 60, 0.7 + below(29) / 100.0 };
    case RecordKind::CardState:
        return randomCard();
    case RecordKind::OwnCard:
        return OwnCard { anyText(), anyText(), anyTime() };
    case RecordKind::RecallOptions:
        return RecallOptions { 0.7 + below(29) / 100.0, 1 + below(200), below(100) };
    case RecordKind::MentorQuestion:
        return MentorQuestion { anyText(), anyTime() };
    case RecordKind::SelfScore:
        return SelfScore { below(4), anyTime() };
    case RecordKind::ReceivedReview:
        return ReceivedReview { "{\"text\":\"" + anyText().toUtf8() + "\"}", anyText(), below(2) == 0 ? QString() : anyHash(), anyHash(),
            anyTime(), anyTime() };
    case RecordKind::ReviewAnswer:
        return ReviewAnswer { static_cast<ReviewAnswer::Kind>(below(3)), anyTime() };
    case RecordKind::SignOff:
        return randomSignOff();
    case RecordKind::PinnedKey:
        return PinnedKey { anyText(), QByteArray(32, static_cast<char>(below(256))), anyId(), below(2) == 0, anyTime() };
    case RecordKind::StudyRhythm:
        return StudyRhythm { { below(90), below(90), 0, below(90), 0, below(200), below(200) }, anyText(), below(60), 1 + below(5) };
    case RecordKind::DaysOff: {
        const QDate first = QDate(2025, 1, 1).addDays(below(1000));
        return DaysOff { first, first.addDays(below(20)), anyText() };
    }
    case RecordKind::OrderWish:
        return below(2) == 0 ? OrderWish { skillName(), {}, anyTime() } : OrderWish { {}, skillName(), anyTime() };
    case RecordKind::BoardPlace:
        return BoardPlace { static_cast<BoardLane>(below(5)), anyTime() };
    case RecordKind::RunningTimer:
        return RunningTimer { skillName(), anyTime(), below(2) == 0 ? 0 : anyTime(), below(900'000), below(60), below(20) };
    case RecordKind::Absorbed:
        return Absorbed { "{\"heads\":[]}\n" };
    case RecordKind::Conflict:
        return Conflict { { QStringLiteral("{\"text\":\"") + QString::number(below(50)) + QStringLiteral("\"}") } };
    }
    return SkillMark {};
}

QString RandomRecords::anyText()
{
    static const QStringList words { QStringLiteral("plain words"), QStringLiteral("Größe und naïveté"),
        QStringLiteral("\"quoted\" -- ; DROP TABLE note"), QStringLiteral("line\nline\ttab"), QString(), QStringLiteral("数据库 база"),
        QStringLiteral("emoji \U0001F600 end") };
    return words.at(below(static_cast<int>(words.size()))) + QString::number(below(50));
}

domain::CardState RandomRecords::randomCard()
{
    domain::CardState card;
    card.schedule.phase = static_cast<domain::CardSchedule::Phase>(below(4));
    card.schedule.step = below(3);
    if (below(3) > 0) {
        card.schedule.memory = domain::Memory { below(1000) / 7.0, 1 + below(90) / 11.0 };
    }
    card.schedule.last = anyTime();
    card.schedule.due = anyTime();
    card.schedule.scheduledDays = below(300);
    card.schedule.reps = below(40);
    card.schedule.lapses = below(9);
    card.introduced = anyTime();
    card.suspended = below(2) == 0;
    card.buriedUntil = below(2) == 0 ? 0 : anyTime();
    return card;
}

domain::SignOff RandomRecords::randomSignOff()
{
    domain::SignOff signOff { static_cast<domain::Decision>(below(4)), static_cast<domain::ReviewerRole>(below(2)), anyText(),
        below(2) == 0 ? QString() : anyHash(), static_cast<domain::SignatureState>(below(3)), anyTime(), anyTime(), {} };
    for (int left = below(4); left > 0; --left) {
        signOff.seen.append(anyHash());
    }
    return signOff;
}

} // namespace waymark::support
