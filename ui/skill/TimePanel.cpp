// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/TimePanel.h>

#include <domain/StudyEdits.h>
#include <ui/skill/Retire.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/words/Words.h>

#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr qint64 millisecondsAMinute = 60'000;
constexpr int mostMinutes = 1440;
constexpr int usualMinutes = 45;

} // namespace

TimePanel::TimePanel(session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_total(new TextLabel(TextRole::Body, {}, this))
    , m_minutes(new QSpinBox(this))
    , m_entries(new QVBoxLayout)
    , m_more(new QPushButton(this))
{
    m_total->setObjectName(u"time.total"_s);
    m_minutes->setObjectName(u"time.minutes"_s);
    m_minutes->setAccessibleName(tr("Minutes to add"));
    m_minutes->setRange(1, mostMinutes);
    m_minutes->setValue(usualMinutes);
    m_minutes->findChild<QLineEdit*>()->setAccessibleName(m_minutes->accessibleName());
    m_minutes->setSuffix(tr(" min", "minutes behind a number"));
    auto* addButton = pushButton(u"time.add"_s, tr("Add"), this);
    addButton->setAccessibleName(tr("Add these minutes"));
    m_more->setObjectName(u"time.more"_s);
    setButtonKind(*m_more, ButtonKind::Quiet);

    auto* quick = new QHBoxLayout;
    quick->setSpacing(space::s);
    for (const int minutes : { 15, 30, 60 }) {
        quick->addWidget(makeQuick(minutes));
    }
    quick->addStretch(1);
    auto* own = new QHBoxLayout;
    own->setSpacing(space::s);
    own->addWidget(m_minutes);
    own->addWidget(addButton);
    own->addStretch(1);
    m_entries->setSpacing(0);

    auto* column = bareColumn(this, space::s);
    column->addWidget(m_total);
    column->addLayout(quick);
    column->addLayout(own);
    column->addLayout(m_entries);
    column->addWidget(m_more, 0, Qt::AlignLeft);

    connect(addButton, &QPushButton::clicked, this, [this] { add(m_minutes->value()); });
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_showsAll = !m_showsAll;
        refresh();
    });
    setEnabled(!workspace.isReadOnly());
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
    m_skill = skill;
    m_showsAll = false;
    refresh();
}

QWidget* TimePanel::makeEntry(const QString& id, const domain::TimeEntry& entry)
{
    auto* row = new QWidget(this);
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(entry.start, m_workspace.zone());
    const QString when = QLocale().toString(start, QLocale::ShortFormat);
    auto* remove = new QToolButton(row);
    remove->setObjectName(u"time.remove."_s + id);
    remove->setIcon(icon(IconId::Trash, Tone::SoftText));
    remove->setAutoRaise(true);
    remove->setFocusPolicy(Qt::StrongFocus);
    remove->setToolTip(tr("Remove this entry"));
    remove->setAccessibleName(tr("Remove %1 of %2", "minutes and a date").arg(Words::minutes(entry.minutes), when));
    connect(remove, &QToolButton::clicked, this, [this, id] { m_workspace.apply(domain::removeTime(m_workspace.context(), id)); });

    auto* line = bareRow(row, space::s);
    line->addWidget(new TextLabel(TextRole::Caption, when, row), 1);
    line->addWidget(new TextLabel(TextRole::Caption, Words::minutes(entry.minutes), row));
    line->addWidget(remove);
    return row;
}

void TimePanel::refresh()
{
    const int total = m_workspace.progress().minutesOn(m_skill);
    m_total->setText(total == 0 ? tr("No time logged yet.") : tr("%1 so far.", "time spent").arg(Words::minutes(total)));

    std::vector<std::pair<QString, domain::TimeEntry>> entries;
    const auto& all = m_workspace.progress().time();
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (it->skill == m_skill) {
            entries.emplace_back(it.key(), *it);
        }
    }
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.second.start > b.second.start; });
    const auto shown = m_showsAll ? entries.size() : std::min<std::size_t>(entries.size(), fewEntries);
    m_more->setVisible(entries.size() > fewEntries);
    m_more->setText(m_showsAll ? tr("Show fewer") : tr("Show all %n entries", nullptr, static_cast<int>(entries.size())));

    QStringList ids;
    for (std::size_t i = 0; i < shown; ++i) {
        ids.append(entries[i].first);
    }
    for (const QString& id : m_rows.keys()) {
        if (!ids.contains(id)) {
            retire(m_rows.take(id));
        }
    }
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& [id, entry] = entries[i];
        if (!m_rows.contains(id)) {
            m_rows.insert(id, makeEntry(id, entry));
            m_entries->insertWidget(static_cast<int>(i), m_rows.value(id));
        }
    }
}

} // namespace waymark::ui
