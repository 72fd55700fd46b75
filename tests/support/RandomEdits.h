// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Edit.h>
#include <domain/Progress.h>

#include <QDate>

#include <random>

namespace waymark::support {

/// Edits of every kind on few keys, so that they meet: the same seed gives the same edits. They follow no rules of a course.
class RandomEdits
{
public:
    explicit RandomEdits(quint64 seed)
        : m_engine(seed)
    {
    }

    int below(int limit) { return static_cast<int>(m_engine() % static_cast<quint64>(limit)); }

    domain::Edit edit(const domain::Progress& progress, const QString& id)
    {
        domain::Edit edit;
        edit.id = id;
        edit.kind = static_cast<domain::EditKind>(below(static_cast<int>(domain::EditKind::ForgetKey) + 1));
        edit.subject = skillName();
        edit.at = 1'700'000'000'000 + below(1'000'000);
        domain::Progress state = progress;
        for (int left = 1 + below(4); left > 0; --left) {
            const domain::RecordKey key = randomKey();
            const auto before = state.record(key);
            const std::optional<domain::Record> after = before && below(3) == 0 ? std::nullopt : std::optional(randomRecord(key.kind));
            state.setRecord(key, after);
            edit.changes.push_back({ key, before, after });
        }
        return edit;
    }

private:
    QString skillName() { return QStringLiteral("skill-%1").arg(below(5)); }
    QString itemName() { return QStringLiteral("item-%1").arg(below(3)); }
    QString anyId() { return QStringLiteral("id-%1").arg(below(3)); }
    QString anyEntry()
    {
        const int what = below(4);
        return what == 0 ? domain::overallEntry
            : what == 1  ? QStringLiteral("comment-%1").arg(below(3))
                         : domain::decisionEntry(skillName());
    }
    QString anyHash() { return QStringLiteral("%1").arg(below(5), 64, 16, QChar(u'a')); }
    qint64 anyTime() { return 1'600'000'000'000 + below(1'000'000'000); }

    QString anyText()
    {
        static const QStringList words { QStringLiteral("plain words"), QStringLiteral("Größe und naïveté"),
            QStringLiteral("\"quoted\" -- ; DROP TABLE note"), QStringLiteral("line\nline\ttab"), QString(), QStringLiteral("数据库 база"),
            QStringLiteral("emoji \U0001F600 end") };
        return words.at(below(static_cast<int>(words.size()))) + QString::number(below(50));
    }

    domain::RecordKey randomKey()
    {
        switch (static_cast<domain::RecordKind>(below(static_cast<int>(domain::recordKinds)))) {
        case domain::RecordKind::SkillMark:
            return domain::RecordKey::ofSkill(skillName());
        case domain::RecordKind::ItemMark:
            return domain::RecordKey::ofItem(skillName(), itemName());
        case domain::RecordKind::Evidence:
            return domain::RecordKey::ofEvidence(skillName(), itemName(), anyId());
        case domain::RecordKind::Note:
            return domain::RecordKey::ofNote(skillName());
        case domain::RecordKind::Goal:
            return domain::RecordKey::ofGoal();
        case domain::RecordKind::Choice:
            return domain::RecordKey::ofChoice(anyId());
        case domain::RecordKind::Learner:
            return domain::RecordKey::ofLearner();
        case domain::RecordKind::TimeEntry:
            return domain::RecordKey::ofTime(anyId());
        case domain::RecordKind::Attempt:
            return domain::RecordKey::ofAttempt(skillName(), itemName(), anyId());
        case domain::RecordKind::Recall:
            return domain::RecordKey::ofRecall(skillName(), itemName(), anyId());
        case domain::RecordKind::CardState:
            return domain::RecordKey::ofCard(skillName(), itemName());
        case domain::RecordKind::OwnCard:
            return domain::RecordKey::ofOwnCard(skillName(), itemName());
        case domain::RecordKind::RecallOptions:
            return domain::RecordKey::ofRecallOptions();
        case domain::RecordKind::MentorQuestion:
            return domain::RecordKey::ofQuestion(skillName());
        case domain::RecordKind::SelfScore:
            return domain::RecordKey::ofScore(skillName(), itemName());
        case domain::RecordKind::ReceivedReview:
            return domain::RecordKey::ofReview(anyId());
        case domain::RecordKind::ReviewAnswer:
            return domain::RecordKey::ofReviewAnswer(anyId(), anyEntry());
        case domain::RecordKind::SignOff:
            return domain::RecordKey::ofSignOff(skillName(), anyId());
        case domain::RecordKind::PinnedKey:
            return domain::RecordKey::ofKey(anyHash());
        }
        return {};
    }

    domain::Record randomRecord(domain::RecordKind kind)
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
            return TimeEntry { skillName(), anyTime(), below(600) };
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
            return ReceivedReview { "{\"text\":\"" + anyText().toUtf8() + "\"}", anyText(), below(2) == 0 ? QString() : anyHash(),
                anyHash(), anyTime(), anyTime() };
        case RecordKind::ReviewAnswer:
            return ReviewAnswer { static_cast<ReviewAnswer::Kind>(below(3)), anyTime() };
        case RecordKind::SignOff:
            return randomSignOff();
        case RecordKind::PinnedKey:
            return PinnedKey { anyText(), QByteArray(32, static_cast<char>(below(256))), anyId(), below(2) == 0, anyTime() };
        }
        return SkillMark {};
    }

    domain::CardState randomCard()
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

    domain::SignOff randomSignOff()
    {
        domain::SignOff signOff { static_cast<domain::Decision>(below(4)), static_cast<domain::ReviewerRole>(below(2)), anyText(),
            below(2) == 0 ? QString() : anyHash(), static_cast<domain::SignatureState>(below(3)), anyTime(), anyTime(), {} };
        for (int left = below(4); left > 0; --left) {
            signOff.seen.append(anyHash());
        }
        return signOff;
    }

    std::mt19937_64 m_engine;
};

} // namespace waymark::support
