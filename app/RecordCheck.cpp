// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/RecordCheck.h>

#include <session/Workspace.h>

#include <QJsonObject>

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::ErrorCode;
using domain::Result;
using learning::ReplayDifference;
using learning::ReplayMember;

namespace {

constexpr std::size_t namedInTheSentence = 3;

QString pathOf(const domain::RecordKey& key)
{
    QStringList parts { key.skill, key.item, key.id };
    parts.removeAll(QString());
    return parts.join(u'/');
}

QJsonObject objectOf(const domain::RecordKey& key)
{
    QJsonObject object { { u"record"_s, domain::toString(key.kind) } };
    const auto put = [&object](const QString& name, const QString& value) {
        if (!value.isEmpty()) {
            object.insert(name, value);
        }
    };
    put(u"skill"_s, key.skill);
    put(u"item"_s, key.item);
    put(u"id"_s, key.id);
    return object;
}

/// The words of the differences, in the doctor's sentence.
class DifferenceWords
{
    Q_DECLARE_TR_FUNCTIONS(DifferenceWords)

public:
    static QString of(const ReplayDifference& difference)
    {
        return tr("%1 of %2: %3 stored, %4 rebuilt")
            .arg(member(difference), difference.key.skill + u'/' + difference.key.item, difference.stored, difference.rebuilt);
    }

    static QString of(const domain::RecordKey& key)
    {
        return pathOf(key).isEmpty() ? domain::toString(key.kind) : tr("%1 %2").arg(domain::toString(key.kind), pathOf(key));
    }

    static QString firstOf(const QStringList& all)
    {
        const auto named = static_cast<qsizetype>(namedInTheSentence);
        const QString list = all.mid(0, named).join(u"; "_s);
        return all.size() <= named ? list : tr("%1; and %Ln more", nullptr, static_cast<int>(all.size() - named)).arg(list);
    }

private:
    static QString member(const ReplayDifference& difference)
    {
        const bool isRecall = difference.key.kind == domain::RecordKind::Recall;
        switch (difference.member) {
        case ReplayMember::Place:
            return tr("the place");
        case ReplayMember::Stability:
            return isRecall ? tr("the stability after a recall") : tr("the stability");
        case ReplayMember::Difficulty:
            return isRecall ? tr("the difficulty after a recall") : tr("the difficulty");
        case ReplayMember::ElapsedDays:
            return tr("the days before a recall");
        case ReplayMember::First:
            return tr("the first answer");
        default:
            return ofSchedule(difference.member);
        }
    }

    static QString ofSchedule(ReplayMember member)
    {
        switch (member) {
        case ReplayMember::Phase:
            return tr("the phase");
        case ReplayMember::Step:
            return tr("the short step");
        case ReplayMember::Last:
            return tr("the last recall");
        case ReplayMember::Due:
            return tr("the due moment");
        case ReplayMember::ScheduledDays:
            return tr("the interval");
        case ReplayMember::Reps:
            return tr("the number of recalls");
        case ReplayMember::Lapses:
            return tr("the number of lapses");
        case ReplayMember::Introduced:
            return tr("the first recall");
        default:
            return {};
        }
    }
};

} // namespace

Result<RecordCheck> RecordCheck::of(const session::Workspace& workspace, const QString& library)
{
    auto journal = workspace.journal(std::numeric_limits<int>::max());
    if (!journal) {
        return tl::unexpected(journal.error());
    }
    RecordCheck check;
    check.m_library = library;
    const domain::LearnerHistory copy { workspace.progress().records(), std::move(*journal) };
    const QHash<QString, qint64> order = domain::orderOf(copy);
    check.m_replay = learning::replay(workspace.progress(), { workspace.zone(), order, &workspace.course() });
    check.m_journal = domain::replayJournal(copy.journal, workspace.progress());
    return check;
}

QString RecordCheck::counted() const
{
    QString text = tr("%1 of %2 and %3 replayed")
                       .arg(tr("%Ln recall(s)", nullptr, m_replay.recalls), tr("%Ln card(s)", nullptr, m_replay.cards),
                           tr("%Ln answer(s)", nullptr, m_replay.attempts));
    if (m_replay.foreign > 0) {
        text = tr("%1; %Ln recall(s) with other weights left out", nullptr, m_replay.foreign).arg(text);
    }
    if (m_replay.joined > 0) {
        text = tr("%1; %Ln card(s) or question(s) that a course made of two left out", nullptr, m_replay.joined).arg(text);
    }
    return text;
}

CheckLine RecordCheck::recalls() const
{
    CheckLine line { u"recalls"_s, {}, counted(), {} };
    QStringList sentences;
    for (const ReplayDifference& difference : m_replay.differences) {
        sentences.append(DifferenceWords::of(difference));
        QJsonObject object = objectOf(difference.key);
        object.insert(u"member"_s, learning::toString(difference.member));
        object.insert(u"stored"_s, difference.stored);
        object.insert(u"rebuilt"_s, difference.rebuilt);
        line.differences.append(object);
    }
    if (!sentences.isEmpty()) {
        line.result
            = domain::failure(ErrorCode::RecordsDiffer, m_library, tr("%1: %2").arg(counted(), DifferenceWords::firstOf(sentences)));
    }
    return line;
}

CheckLine RecordCheck::journal() const
{
    CheckLine line { u"journal"_s, {}, {}, {} };
    if (m_journal.missing != 0) {
        line.fine = tr("left out: the journal has no edit %L1, so it does not tell the whole way to these records").arg(m_journal.missing);
        return line;
    }
    line.fine = tr("%Ln edit(s) give the records as they are stored", nullptr, m_journal.edits);
    if (m_journal.unfitting > 0) {
        line.fine = tr("%1, %Ln of them over a record that was changed by other means", nullptr, m_journal.unfitting).arg(line.fine);
    }
    QStringList sentences;
    for (const domain::RecordKey& key : m_journal.differences) {
        sentences.append(DifferenceWords::of(key));
        line.differences.append(objectOf(key));
    }
    if (!sentences.isEmpty()) {
        line.result = domain::failure(ErrorCode::LibraryCorrupt, m_library,
            tr("%Ln edit(s) of the journal give other records: %1", nullptr, m_journal.edits).arg(DifferenceWords::firstOf(sentences)));
    }
    return line;
}

} // namespace waymark::app
