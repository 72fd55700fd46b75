// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/backups/RestorePreview.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>
#include <ui/words/BackupWords.h>
#include <ui/words/SkillIcons.h>
#include <ui/words/Words.h>

#include <QGridLayout>
#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr std::size_t mostRows = 100; ///< of skills, and of edits; the rest is counted

/// One line of figures; the words of `now` and `then` stand right aligned under their heads.
void addFigure(QGridLayout& grid, const QString& id, const QString& what, const QString& now, const QString& then)
{
    const int row = grid.rowCount();
    auto* name = new TextLabel(TextRole::Body, what);
    auto* present = new TextLabel(TextRole::Body, now);
    auto* past = new TextLabel(now == then ? TextRole::Body : TextRole::Strong, then);
    present->setObjectName(u"restore.now."_s + id);
    past->setObjectName(u"restore.then."_s + id);
    grid.addWidget(name, row, 0);
    grid.addWidget(present, row, 1, Qt::AlignRight | Qt::AlignVCenter);
    grid.addWidget(past, row, 2, Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace

RestorePreview::RestorePreview(QTimeZone zone, QWidget* parent)
    : QWidget(parent)
    , m_zone(std::move(zone))
    , m_whole(bareColumn(this))
{
}

void RestorePreview::show(const learning::LibraryComparison& comparison, const domain::Roadmap& roadmap)
{
    delete std::exchange(m_content, new QWidget(this));
    m_whole->addWidget(m_content);
    m_column = bareColumn(m_content, space::s);
    m_column->setContentsMargins(0, 0, space::m, 0);
    addVerdict(comparison);
    m_column->addWidget(makeFigures(comparison.now, comparison.then));
    addSkills(comparison.skills);
    addEdits(tr("%n edit(s) would be lost", nullptr, static_cast<int>(comparison.lost.size())), comparison.lost, roadmap);
    addEdits(tr("%n edit(s) would come back", nullptr, static_cast<int>(comparison.regained.size())), comparison.regained, roadmap);
    m_column->addStretch(1);
}

void RestorePreview::addVerdict(const learning::LibraryComparison& comparison)
{
    QString verdict = tr("A restore would change this:");
    if (comparison.isSame()) {
        verdict = tr("A restore would change nothing: the library is as the backup has it.");
    } else if (!comparison.lost.empty()) {
        verdict = tr("A restore would lose %n edit(s) made since:", nullptr, static_cast<int>(comparison.lost.size()));
    }
    auto* label = wrapped(TextRole::Heading, verdict);
    label->setObjectName(u"restore.verdict"_s);
    m_column->addWidget(label);
    if (comparison.isOtherLibrary) {
        m_column->addWidget(wrapped(TextRole::Body, tr("This is a backup of another library, not of the one that is open.")));
    }
    if (comparison.isOtherCourse) {
        m_column->addWidget(wrapped(TextRole::Body, tr("The backup has another course, or another version of it.")));
    }
    m_column->addSpacing(space::xs);
}

QWidget* RestorePreview::makeFigures(const learning::LibraryFigures& now, const learning::LibraryFigures& then)
{
    auto* figures = new QWidget;
    auto* grid = new QGridLayout(figures);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(space::xl);
    grid->setVerticalSpacing(space::xs);
    grid->setColumnStretch(0, 1);
    grid->addWidget(new TextLabel(TextRole::Caption, tr("Now")), 0, 1, Qt::AlignRight);
    grid->addWidget(new TextLabel(TextRole::Caption, tr("Backup")), 0, 2, Qt::AlignRight);
    const QLocale locale;
    const auto add = [&](const QString& id, const QString& what, int present, int past) {
        addFigure(*grid, id, what, locale.toString(present), locale.toString(past));
    };
    add(u"finished"_s, tr("Skills finished"), now.finished, then.finished);
    add(u"started"_s, tr("Skills started"), now.started, then.started);
    add(u"items"_s, tr("Checklist items ticked"), now.items, then.items);
    add(u"notes"_s, tr("Notes"), now.notes, then.notes);
    add(u"recalls"_s, tr("Recalls"), now.recalls, then.recalls);
    addFigure(*grid, u"time"_s, tr("Study time"), Words::minutes(now.minutes), Words::minutes(then.minutes));
    return figures;
}

void RestorePreview::addMore(int more)
{
    if (more > 0) {
        m_column->addWidget(new TextLabel(TextRole::Caption, tr("and %n more", nullptr, more)));
    }
}

void RestorePreview::addSkills(const std::vector<learning::SkillDifference>& skills)
{
    if (skills.empty()) {
        return;
    }
    m_column->addSpacing(space::m);
    m_column->addWidget(new TextLabel(TextRole::Strong, tr("%n skill(s) would differ", nullptr, static_cast<int>(skills.size()))));
    for (std::size_t i = 0; i < std::min(skills.size(), mostRows); ++i) {
        const learning::SkillDifference& skill = skills[i];
        auto* row = new QHBoxLayout;
        row->setSpacing(space::m);
        auto* title = wrapped(TextRole::Body, skill.title);
        title->setObjectName(u"restore.skill."_s + skill.id);
        row->addWidget(title, 1);
        if (skill.now != skill.then) {
            row->addWidget(new TextLabel(
                TextRole::Caption, tr("%1 now, then %2", "states of a skill").arg(Words::state(skill.now), Words::state(skill.then))));
        } else {
            row->addWidget(new TextLabel(TextRole::Caption, Words::state(skill.now)));
        }
        m_column->addLayout(row);
    }
    addMore(static_cast<int>(skills.size()) - static_cast<int>(mostRows));
}

void RestorePreview::addEdits(const QString& heading, const std::vector<domain::Edit>& edits, const domain::Roadmap& roadmap)
{
    if (edits.empty()) {
        return;
    }
    m_column->addSpacing(space::m);
    m_column->addWidget(new TextLabel(TextRole::Strong, heading));
    for (std::size_t i = 0; i < std::min(edits.size(), mostRows); ++i) {
        auto* row = new QHBoxLayout;
        row->setSpacing(space::m);
        row->addWidget(wrapped(TextRole::Body, Words::edit(edits[i], roadmap)), 1);
        row->addWidget(new TextLabel(TextRole::Caption, BackupWords::moment(edits[i].at, m_zone)));
        m_column->addLayout(row);
    }
    addMore(static_cast<int>(edits.size()) - static_cast<int>(mostRows));
}

} // namespace waymark::ui
