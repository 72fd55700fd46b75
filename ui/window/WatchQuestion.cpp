// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/WatchQuestion.h>

#include <session/StudyWatch.h>
#include <ui/theme/Announcing.h>
#include <ui/theme/Controls.h>
#include <ui/words/Isolated.h>
#include <ui/words/LocalTime.h>
#include <ui/words/ShortDate.h>
#include <ui/words/WatchWords.h>
#include <ui/words/Words.h>

#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr qint64 msecsPerMinute = 60'000;
constexpr int usualMinutes = 60;

} // namespace

WatchQuestion::WatchQuestion(const session::Workspace& workspace, session::StudyWatch& watch, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_watch(watch)
    , m_sentence(wrapped(TextRole::Body, {}, this))
    , m_fault(wrapped(TextRole::Caption, {}, this))
    , m_keep(pushButton(u"watch.keep"_s, tr("Keep all of it"), this))
    , m_count(pushButton(u"watch.count"_s, tr("Count until then"), this))
    , m_minutesToo(pushButton(u"watch.keep-minutes"_s, tr("Keep these minutes"), this))
    , m_drop(pushButton(u"watch.drop"_s, tr("Drop it"), this, ButtonKind::Quiet))
    , m_until(new QDateTimeEdit(this))
    , m_minutes(new QSpinBox(this))
{
    m_sentence->setObjectName(u"watch.sentence"_s);
    m_fault->setObjectName(u"watch.fault"_s);
    m_fault->setForegroundRole(QPalette::BrightText);
    m_until->setObjectName(u"watch.until"_s);
    m_until->setAccessibleName(tr("Until when it was study"));
    m_until->findChild<QLineEdit*>()->setAccessibleName(m_until->accessibleName());
    m_until->setTimeSpec(Qt::UTC);
    m_until->setDisplayFormat(shortDateTimeFormat());
    m_minutes->setObjectName(u"watch.minutes"_s);
    m_minutes->setAccessibleName(tr("Minutes of study"));
    m_minutes->findChild<QLineEdit*>()->setAccessibleName(m_minutes->accessibleName());
    m_minutes->setRange(1, domain::longestEntry);
    m_minutes->setValue(usualMinutes);
    m_minutes->setSuffix(tr(" min", "minutes behind a number"));
    m_drop->setToolTip(tr("Takes the watch off and keeps no time of it"));
    makeButtons();
}

void WatchQuestion::makeButtons()
{
    auto* line = new QHBoxLayout;
    line->setSpacing(space::s);
    for (QWidget* each : std::initializer_list<QWidget*> { m_keep, m_until, m_count, m_minutes, m_minutesToo, m_drop }) {
        line->addWidget(each);
    }
    line->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::s, space::l, space::s);
    column->setSpacing(space::s);
    column->addWidget(m_sentence);
    column->addWidget(m_fault);
    column->addLayout(line);
    connect(m_keep, &QPushButton::clicked, this, [this] { m_watch.keep(); });
    connect(m_count, &QPushButton::clicked, this, &WatchQuestion::countUntil);
    connect(m_minutesToo, &QPushButton::clicked, this, [this] { m_watch.stop(m_minutes->value()); });
    connect(m_drop, &QPushButton::clicked, this, [this] { m_watch.drop(); });
}

void WatchQuestion::refreshSentence()
{
    const domain::Skill* skill = m_workspace.roadmap().find(m_watch.skill());
    const QString title = skill == nullptr ? m_watch.skill() : skill->title;
    const QString time = Words::minutes(m_watch.elapsed() / msecsPerMinute);
    const QString sentence = m_watch.isTooLong()
        ? tr("The watch on \"%1\" counts %2, more than a day. How much of it was study?").arg(isolated(title), time)
        : tr("The watch on \"%1\" counts %2. Since %3 nobody was seen at it. What of that was study?")
              .arg(isolated(title), time, momentText(m_watch.unseenSince(), m_workspace.zone()));
    if (sentence != m_sentence->text()) {
        m_sentence->setText(sentence);
    }
}

void WatchQuestion::ask()
{
    const bool isTooLong = m_watch.isTooLong();
    const bool isFound = m_watch.phase() == session::StudyWatch::Phase::Found;
    refreshSentence();
    m_fault->clear();
    m_fault->hide();
    m_keep->setVisible(isFound && !isTooLong);
    m_until->setVisible(isFound && !isTooLong);
    m_count->setVisible(isFound && !isTooLong);
    m_minutes->setVisible(isTooLong);
    m_minutesToo->setVisible(isTooLong);
    m_until->setDateTime(fieldsOf(m_watch.unseenSince(), m_workspace.zone()));
    announce(*this, m_sentence->text());
}

/// A field, not a button: who pressed a key for something else must not have answered with it.
void WatchQuestion::focusFirst()
{
    QWidget* field = m_watch.isTooLong() ? static_cast<QWidget*>(m_minutes) : m_until;
    field->setFocus(Qt::OtherFocusReason);
}

/// A time within the minute of the proposed one is that one: the field knows no seconds.
void WatchQuestion::countUntil()
{
    const qint64 seen = m_watch.unseenSince();
    const qint64 start = m_workspace.progress().timer() ? m_workspace.progress().timer()->runningSince : seen;
    const bool isProposed = m_until->dateTime() == fieldsOf(seen, m_workspace.zone());
    const std::optional<qint64> at = isProposed ? std::optional(seen) : momentOf(m_until->dateTime(), m_workspace.zone());
    if (!at || *at < start - start % msecsPerMinute || *at > m_workspace.now()) {
        m_fault->setText(tr("Give a time between %1 and now.").arg(momentText(start, m_workspace.zone())));
        m_fault->show();
        m_until->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_watch.countUntil(*at);
}

} // namespace waymark::ui
