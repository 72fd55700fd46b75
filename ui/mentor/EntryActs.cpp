// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/EntryActs.h>

#include <ui/words/ReviewWords.h>

#include <domain/ReviewEdits.h>
#include <learning/Vouching.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::Edit;
using domain::Result;
using domain::ReviewAnswer;
using exchange::ReviewEntry;

namespace {

bool isDecision(const ReviewEntry& entry)
{
    return entry.kind == ReviewEntry::Kind::Decision;
}

/// A comment that asks for something; praise and the overall word are read and that is all.
bool isWork(const ReviewEntry& entry)
{
    return entry.kind == ReviewEntry::Kind::Comment && entry.comment != exchange::CommentKind::Praise;
}

/// Whether the sign-off that an edit writes would hold today.
bool holds(const session::Workspace& workspace, const Edit& edit)
{
    for (const domain::RecordChange& change : edit.changes) {
        if (change.key.kind == domain::RecordKind::SignOff && change.after) {
            domain::SkillProgress progress = workspace.progress().skill(change.key.skill);
            progress.signOffs.insert(change.key.id, std::get<domain::SignOff>(*change.after));
            return !learning::vouchingOf(progress, workspace.stateOf(change.key.skill)).isVoid;
        }
    }
    return true;
}

} // namespace

std::vector<EntryAct> EntryActs::on(const session::Workspace& workspace, const QString& review, const ReviewEntry& entry)
{
    if (workspace.isReadOnly() || entry.isClosedByReviewer) {
        return {};
    }
    if (!entry.answer) {
        if (isWork(entry)) {
            return { EntryAct::Accept, EntryAct::Resolve, EntryAct::Reject };
        }
        if (!isDecision(entry)) {
            return { EntryAct::Accept };
        }
        // A decision about a skill that the course does not have can only be turned down.
        return domain::canAcceptDecision(workspace.context(), review, entry.skill) ? std::vector { EntryAct::Accept, EntryAct::Reject }
                                                                                   : std::vector { EntryAct::Reject };
    }
    if (isWork(entry) && entry.answer->kind == ReviewAnswer::Kind::Accepted) {
        return { EntryAct::Resolve, EntryAct::Reopen };
    }
    return { EntryAct::Reopen };
}

bool EntryActs::fits(EntryAct act, const session::Workspace& workspace, const QString& review, const ReviewEntry& entry)
{
    return std::ranges::count(on(workspace, review, entry), act) > 0;
}

Result<Edit> EntryActs::run(EntryAct act, session::ReviewShelf& shelf, const QString& review, const QString& entry)
{
    switch (act) {
    case EntryAct::Accept:
        return shelf.accept(review, entry);
    case EntryAct::Resolve:
        return shelf.resolve(review, entry);
    case EntryAct::Reject:
        return shelf.reject(review, entry);
    case EntryAct::Reopen:
        break;
    }
    return shelf.reopen(review, entry);
}

QString EntryActs::name(EntryAct act)
{
    switch (act) {
    case EntryAct::Accept:
        return u"accept"_s;
    case EntryAct::Resolve:
        return u"done"_s;
    case EntryAct::Reject:
        return u"reject"_s;
    case EntryAct::Reopen:
        break;
    }
    return u"reopen"_s;
}

QString EntryActs::word(EntryAct act, const ReviewEntry& entry)
{
    switch (act) {
    case EntryAct::Accept:
        return isDecision(entry) || isWork(entry) ? tr("Accept") : tr("Mark as read");
    case EntryAct::Resolve:
        return tr("Done");
    case EntryAct::Reject:
        return tr("Not accepted");
    case EntryAct::Reopen:
        break;
    }
    return tr("Reopen");
}

QString EntryActs::keys(EntryAct act)
{
    switch (act) {
    case EntryAct::Accept:
        return u"A"_s;
    case EntryAct::Resolve:
        return u"D"_s;
    case EntryAct::Reject:
        return u"R"_s;
    case EntryAct::Reopen:
        break;
    }
    return {};
}

QString EntryActs::consequence(const session::Workspace& workspace, const session::ReviewLetter& letter, const ReviewEntry& entry)
{
    if (!isDecision(entry) || !fits(EntryAct::Accept, workspace, letter.id, entry)) {
        return {};
    }
    const Result<Edit> edit = exchange::acceptEntry(workspace.context(), *letter.review, entry.id);
    return edit ? ReviewWords::accepting(*edit, holds(workspace, *edit)) : QString();
}

} // namespace waymark::ui
