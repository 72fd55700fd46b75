// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/TimePanel.h>

#include <domain/StudyEdits.h>
#include <session/Drafts.h>
#include <ui/DraftKeeper.h>
#include <ui/ReadOnly.h>
#include <ui/skill/EstimateBar.h>
#include <ui/skill/Retire.h>
#include <ui/skill/TimeEditor.h>
#include <ui/skill/TimeEntryRow.h>
#include <ui/skill/WatchRow.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/Words.h>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr qint64 millisecondsAMinute = 60'000;
constexpr int minutesAnHour = 60;
constexpr int usualMinutes = 45;

} // namespace

TimePanel::TimePanel(session::Workspace& workspace, session::StudyWatch& watch, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_watch(new WatchRow(workspace, watch, this))
    , m_total(new TextLabel(TextRole::Body, {}, this))
    , m_bar(new EstimateBar(this))
    , m_against(wrapped(TextRole::Caption, {}, this))
    , m_minutes(new QSpinBox(this))
    , m_earlier(pushButton(u"time.earlier"_s, tr("Add an earlier time…"), this, ButtonKind::Quiet))
    , m_entries(new QVBoxLayout)
    , m_more(pushButton(u"time.more"_s, {}, this, ButtonKind::Quiet))
{
    setObjectName(u"timePanel"_s);
    m_total->setObjectName(u"time.total"_s);
    m_bar->setObjectName(u"time.bar"_s);
    m_against->setObjectName(u"time.against"_s);
    m_minutes->setObjectName(u"time.minutes"_s);
    m_minutes->setAccessibleName(tr("Minutes to add"));
    m_minutes->setRange(1, domain::longestEntry);
    m_minutes->setValue(usualMinutes);
    m_minutes->findChild<QLineEdit*>()->setAccessibleName(m_minutes->accessibleName());
    m_minutes->setSuffix(tr(" min", "minutes behind a number"));
    m_entries->setSpacing(space::xs);
    arrange();
    connect(m_earlier, &QPushButton::clicked, this, &TimePanel::openEditor);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_showsAll = !m_showsAll;
        refresh();
    });
    followReadOnly(m_workspace, *this);
}

void TimePanel::arrange()
{
    auto* quick = new QHBoxLayout;
    quick->setSpacing(space::s);
    for (const int minutes : { 15, 30, 60 }) {
        quick->addWidget(makeQuick(minutes));
    }
    quick->addStretch(1);
    auto* addButton = pushButton(u"time.add"_s, tr("Add"), this);
    addButton->setAccessibleName(tr("Add these minutes"));
    connect(addButton, &QPushButton::clicked, this, [this] { add(m_minutes->value()); });
    auto* own = new QHBoxLayout;
    own->setSpacing(space::s);
    own->addWidget(m_minutes);
    own->addWidget(addButton);
    own->addStretch(1);

    auto* column = bareColumn(this, space::s);
    column->addWidget(m_watch);
    column->addSpacing(space::xs);
    column->addWidget(m_total);
    column->addWidget(m_bar);
    column->addWidget(m_against);
    column->addSpacing(space::xs);
    column->addLayout(quick);
    column->addLayout(own);
    column->addWidget(m_earlier, 0, Qt::AlignLeft);
    column->addLayout(m_entries);
    column->addWidget(m_more, 0, Qt::AlignLeft);
}

QPushButton* TimePanel::makeQuick(int minutes)
{
    auto* button = pushButton(u"time.add.%1"_s.arg(minutes), tr("+%1 min", "adds minutes").arg(minutes), this, ButtonKind::Chip);
    button->setAccessibleName(tr("Add %n minute(s)", nullptr, minutes));
    connect(button, &QPushButton::clicked, this, [this, minutes] { add(minutes); });
    return button;
}

/// The time that has just been spent: it ends now.
void TimePanel::add(int minutes)
{
    const qint64 start = m_workspace.now() - minutes * millisecondsAMinute;
    m_workspace.apply(domain::addTime(m_workspace.context(), m_skill, start, minutes));
}

void TimePanel::setSkill(const QString& skill)
{
    if (m_skill != skill) {
        keepDrafts();
        closeEditor();
    }
    m_skill = skill;
    m_showsAll = false;
    m_watch->setSkill(skill);
    refresh();
}

void TimePanel::openEditor()
{
    if (m_editor != nullptr) {
        m_editor->draft().end();
        closeEditor();
        return;
    }
    makeEditor({});
    m_editor->focusFirst();
}

void TimePanel::makeEditor(const QString& id)
{
    const domain::TimeEntry usual { m_skill, m_workspace.now() - m_minutes->value() * millisecondsAMinute, m_minutes->value() };
    m_editor = new TimeEditor(id, m_workspace, usual, this);
    connect(m_editor, &TimeEditor::accepted, this, &TimePanel::addEarlier);
    connect(m_editor, &TimeEditor::dismissed, this, [this] {
        closeEditor();
        m_earlier->setFocus(Qt::OtherFocusReason);
    });
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(column->indexOf(m_more) - 1, m_editor);
    m_editor->show();
}

void TimePanel::closeEditor()
{
    if (m_editor != nullptr) {
        retire(m_editor);
        m_editor = nullptr;
    }
}

/// What was entered stays where it cannot be kept.
void TimePanel::addEarlier(const domain::TimeEntry& entry)
{
    const domain::Result<domain::Edit> edit = domain::addTime(m_workspace.context(), m_skill, entry.start, entry.minutes);
    if (!edit) {
        m_editor->say(ErrorSentence::of(edit.error()));
    } else if (m_workspace.apply(edit)) {
        m_editor->draft().end();
        closeEditor();
        m_earlier->setFocus(Qt::OtherFocusReason);
    }
}

/// Of this skill, the newest first.
TimePanel::Entries TimePanel::entries() const
{
    Entries found;
    const auto& all = m_workspace.progress().time();
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (it->skill == m_skill) {
            found.emplace_back(it.key(), *it);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.second.start > b.second.start; });
    return found;
}

void TimePanel::refresh()
{
    m_watch->refresh();
    refreshTotal();
    const Entries all = entries();
    m_more->setVisible(all.size() > fewEntries);
    m_more->setText(m_showsAll ? tr("Show fewer") : tr("Show all %n entries", nullptr, static_cast<int>(all.size())));
    refreshRows(shown(all));
    offerDrafts();
}

/// Those of entries that are there stand in their rows.
void TimePanel::offerDrafts()
{
    const QStringList left = m_workspace.drafts().parts(session::DraftKind::Time, m_skill);
    const auto isOwn = [this](const QString& id) { return !m_workspace.progress().time().contains(id); };
    const auto found = std::find_if(left.begin(), left.end(), isOwn);
    if (m_editor == nullptr && found != left.end() && !m_workspace.isReadOnly()) {
        makeEditor(*found);
    }
}

void TimePanel::keepDrafts()
{
    if (m_editor != nullptr) {
        m_editor->draft().keep();
    }
    for (TimeEntryRow* row : std::as_const(m_rows)) {
        row->keepDraft();
    }
}

void TimePanel::focusEditor(const QString& entry)
{
    if (TimeEntryRow* row = m_rows.value(entry); row != nullptr) {
        row->focusEditor();
    } else if (m_editor != nullptr) {
        m_editor->focusFirst();
    }
}

/// The newest, and those that are just being changed.
TimePanel::Entries TimePanel::shown(const Entries& all) const
{
    const QStringList left = m_workspace.drafts().parts(session::DraftKind::Time, m_skill);
    Entries shown;
    for (const auto& each : all) {
        const TimeEntryRow* row = m_rows.value(each.first);
        if (m_showsAll || shown.size() < fewEntries || (row != nullptr && row->isOpen()) || left.contains(each.first)) {
            shown.push_back(each);
        }
    }
    return shown;
}

void TimePanel::refreshTotal()
{
    const int total = m_workspace.progress().minutesOn(m_skill);
    m_total->setText(total == 0 ? tr("No time logged yet.") : tr("%1 so far.", "time spent").arg(Words::minutes(total)));
    const domain::Skill* skill = m_workspace.roadmap().find(m_skill);
    const int estimate = skill == nullptr ? 0 : static_cast<int>(std::lround(skill->hours * minutesAnHour));
    m_bar->setVisible(estimate > 0);
    m_against->setVisible(estimate > 0);
    m_bar->setMinutes(total, estimate);
    m_against->setText(total > estimate ? tr("The estimate is %1: this took %2 more.", "two times of study")
                                              .arg(Words::minutes(estimate), Words::minutes(total - estimate))
                                        : tr("The estimate is %1.", "a time of study").arg(Words::minutes(estimate)));
}

/// A row stays as long as its entry is the same, with an editor that is open in it.
void TimePanel::refreshRows(const Entries& shown)
{
    const auto isShown = [&shown](const QString& id, const domain::TimeEntry& entry) {
        return std::find(shown.begin(), shown.end(), std::pair(id, entry)) != shown.end();
    };
    const QStringList present = m_rows.keys();
    for (const QString& id : present) {
        if (!isShown(id, m_rows.value(id)->entry())) {
            m_rows.value(id)->keepDraft();
            retire(m_rows.take(id));
        }
    }
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const auto& [id, entry] = shown[i];
        if (!m_rows.contains(id)) {
            m_rows.insert(id, new TimeEntryRow(m_workspace, id, entry, this));
            m_entries->insertWidget(static_cast<int>(i), m_rows.value(id));
        }
    }
}

} // namespace waymark::ui
