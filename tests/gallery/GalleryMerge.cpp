// SPDX-License-Identifier: GPL-3.0-or-later
#include "Gallery.h"

#include <app/LibraryDoor.h>
#include <domain/StudyEdits.h>
#include <session/CopyMerge.h>
#include <ui/merge/ConflictsDialog.h>
#include <ui/merge/MergeDialog.h>
#include <ui/words/MergeWords.h>

#include <QAction>
#include <QFile>

using namespace Qt::StringLiterals;

/// The pictures of a merge of two copies: the preview, what they say differently, and when nothing waits.
namespace waymark::gallery {

namespace {

void live(session::Workspace& copy, const QString& place, double hours)
{
    const auto apply = [&copy](const domain::Result<domain::Edit>& edit) { must(copy.apply(edit).has_value(), "an edit failed"); };
    apply(domain::setGoal(copy.context(), { u"can-apply"_s, hours, QDate(2027, 12, 31) }));
    apply(domain::writeNote(copy.context(), u"vcs-git-basics"_s, u"Read on the %1: a commit is a snapshot with a parent."_s.arg(place)));
    apply(domain::writeNote(copy.context(), u"net-internet"_s,
        u"Written on the %1, and longer than a card shows at once. "_s.arg(place).repeated(6) + u"\u202Ehidden\u202C <b>plain</b>"_s));
    apply(domain::finishSkill(copy.context(), place == u"laptop" ? u"lang-basics"_s : u"found-role-of-backend"_s));
}

} // namespace

void Gallery::merging(const std::vector<std::pair<ui::Theme::Choice, QString>>& themes)
{
    const QString copyPath = m_home.filePath(u"laptop.waymark"_s);
    auto here = library(u"desk.waymark"_s);
    must(here->apply(domain::writeNote(here->context(), u"sys-terminal-files"_s, u"before"_s)).has_value(), "no note");
    here.reset();
    must(QFile::copy(m_home.filePath(u"desk.waymark"_s), copyPath), "no copy");
    app::LibraryDoor door(m_settings, { [this] { return m_now; }, QTimeZone::utc() });
    here = door.open(m_home.filePath(u"desk.waymark"_s), app::LibraryDoor::Access::Write).value();
    const auto there = door.open(copyPath, app::LibraryDoor::Access::Write).value();
    live(*here, u"desk"_s, 6);
    live(*there, u"laptop"_s, 9);
    must(here->apply(domain::writeNote(here->context(), u"sys-terminal-files"_s, {})).has_value(), "no removal");
    must(there->apply(domain::writeNote(there->context(), u"sys-terminal-files"_s, u"after"_s)).has_value(), "no change");
    const auto shoot = [&](const QString& name, const auto& make) {
        for (const auto& [choice, state] : themes) {
            m_theme.setChoice(choice);
            const auto dialog = make();
            dialog->show();
            save(*dialog, u"%1-%2"_s.arg(name, state));
        }
    };
    const auto preview = session::previewOf(session::libraryHere(*here).value(), session::libraryHere(*there)->contents, copyPath).value();
    shoot(u"merge"_s, [&] { return std::make_unique<ui::MergeDialog>(preview, *here, copyPath, ui::MergeWords::changedMeanwhile()); });
    must(here->apply(preview.merge.edit).has_value(), "no merge");
    shoot(u"conflicts"_s, [&] { return std::make_unique<ui::ConflictsDialog>(*here); });
    must(here->undo().has_value(), "no undo");
    QAction merge;
    shoot(u"conflicts-none"_s, [&] { return std::make_unique<ui::ConflictsDialog>(*here, &merge); });
}

} // namespace waymark::gallery
