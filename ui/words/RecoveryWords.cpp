// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/RecoveryWords.h>

#include <ui/words/Isolated.h>

#include <QStringList>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::RecordKind;
using domain::RecoveredTable;
using domain::RecoveryReport;
using domain::RecoveryWay;

QString RecoveryWords::of(const RecoveredTable& table)
{
    if (!table.kind) {
        return tr("Steps of undo");
    }
    const QString word = ofLearning(*table.kind);
    return word.isEmpty() ? ofPlan(*table.kind) : word;
}

QString RecoveryWords::ofLearning(RecordKind kind)
{
    switch (kind) {
    case RecordKind::SkillMark:
        return tr("Skills begun or done");
    case RecordKind::ItemMark:
        return tr("Checked items");
    case RecordKind::Evidence:
        return tr("Evidence");
    case RecordKind::Note:
        return tr("Notes");
    case RecordKind::Attempt:
        return tr("Answers to questions");
    case RecordKind::Recall:
        return tr("Recalls");
    case RecordKind::CardState:
        return tr("Cards begun");
    case RecordKind::OwnCard:
        return tr("Cards of your own");
    case RecordKind::RecallOptions:
        return tr("Settings of recall");
    case RecordKind::MentorQuestion:
        return tr("Questions to the mentor");
    case RecordKind::SelfScore:
        return tr("Scores of your own");
    case RecordKind::ReceivedReview:
        return tr("Reviews received");
    case RecordKind::ReviewAnswer:
        return tr("Answers to reviews");
    case RecordKind::SignOff:
        return tr("Sign-offs");
    case RecordKind::PinnedKey:
        return tr("Keys of mentors");
    default:
        return {};
    }
}

QString RecoveryWords::ofPlan(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Goal:
        return tr("Goal");
    case RecordKind::Choice:
        return tr("Choices");
    case RecordKind::Learner:
        return tr("Your name");
    case RecordKind::TimeEntry:
        return tr("Study time");
    case RecordKind::StudyRhythm:
        return tr("Hours of study");
    case RecordKind::DaysOff:
        return tr("Days off");
    case RecordKind::OrderWish:
        return tr("Skills moved in the order");
    case RecordKind::BoardPlace:
        return tr("Places on the board");
    case RecordKind::RunningTimer:
        return tr("The watch");
    case RecordKind::Absorbed:
        return tr("What merges brought in");
    case RecordKind::Conflict:
        return tr("Differences between copies");
    default:
        return {};
    }
}

QString RecoveryWords::sources(const RecoveredTable& table)
{
    QStringList parts;
    const auto add = [&parts](const QString& part, qint64 count) {
        if (count > 0) {
            parts.append(part);
        }
    };
    add(tr("%L1 read").arg(table.salvaged), table.salvaged);
    add(tr("%L1 from the backup").arg(table.fromBackup), table.fromBackup);
    add(tr("%L1 from the journal").arg(table.fromJournal), table.fromJournal);
    return parts.join(tr(", ", "between the sources of rows"));
}

QString RecoveryWords::lost(const RecoveredTable& table)
{
    return table.lost == 0 ? tr("none known") : tr("at least %L1").arg(table.lost);
}

QString RecoveryWords::summary(const RecoveryReport& report)
{
    const auto saved = static_cast<int>(report.saved());
    const auto lost = static_cast<int>(report.lost());
    if (report.isReindexed) {
        return tr("Only indexes were damaged. They were made anew, and all %Ln entries are there.", nullptr, saved);
    }
    if (lost == 0) {
        return tr("%Ln entries are back, and none is known to be lost.", nullptr, saved);
    }
    //: %1: "at least 3 entries"
    return tr("%Ln entries are back; %1 could not be saved.", nullptr, saved).arg(tr("at least %Ln entries", nullptr, lost));
}

QString RecoveryWords::text(const RecoveryReport& report)
{
    QStringList lines { summary(report), tr("The damaged library is kept at %1.").arg(isolated(report.kept)) };
    if (!report.backup.isEmpty()) {
        lines.append(tr("Backup used: %1.").arg(isolated(report.backup)));
    }
    lines.append(QString());
    for (const RecoveredTable& table : report.tables) {
        if (table.saved > 0 || table.lost > 0) {
            lines.append(tr("%1: %L2 saved, lost: %3", "a line of the report").arg(of(table)).arg(table.saved).arg(lost(table)));
        }
    }
    return lines.join(u'\n');
}

QString RecoveryWords::promise(RecoveryWay way)
{
    switch (way) {
    case RecoveryWay::Both:
        return tr("Takes the newest good backup and adds everything newer that can still be read. Without a backup, what can be read.");
    case RecoveryWay::Backup:
        return tr("Goes back to the day of the backup. What you did after it stays in the damaged file alone.");
    case RecoveryWay::Salvage:
        return tr("Uses no backup: what was on damaged pages is gone.");
    }
    return {};
}

} // namespace waymark::ui
