// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/WatchRow.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/words/Isolated.h>
#include <ui/words/WatchWords.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::Focus;

namespace {

constexpr int second = 1000;
constexpr int longestWork = 240; // as startTimer() takes it
constexpr int longestBreak = 120;
constexpr std::array offered { Focus {}, Focus { 25, 5 }, Focus { 50, 10 } };

} // namespace

WatchRow::WatchRow(const session::Workspace& workspace, session::StudyWatch& watch, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_watch(watch)
    , m_time(new TextLabel(TextRole::Heading, {}, this))
    , m_state(wrapped(TextRole::Caption, {}, this))
    , m_start(pushButton(u"watch.start"_s, tr("Start the watch"), this))
    , m_pause(pushButton(u"watch.pause"_s, {}, this))
    , m_stop(pushButton(u"watch.stop"_s, tr("Stop", "the watch"), this))
    , m_focus(new QWidget(this))
    , m_breaks(new QComboBox(m_focus))
    , m_own(new QWidget(m_focus))
    , m_work(makeMinutes(u"watch.work"_s, tr("Minutes of work before a break"), longestWork, offered.back().minutes))
    , m_break(makeMinutes(u"watch.break"_s, tr("Minutes of a break"), longestBreak, offered.back().breakMinutes))
{
    m_time->setObjectName(u"watch.time"_s);
    m_state->setObjectName(u"watch.state"_s);
    m_start->setIcon(icon(IconId::Clock));
    m_start->setToolTip(tr("Start the watch on this skill (Alt+W)"));
    m_stop->setToolTip(tr("Stop it and keep the time (Alt+Shift+W)"));
    m_stop->setIcon(icon(IconId::Stop));
    makeFocus();

    auto* running = new QHBoxLayout;
    running->setSpacing(space::s);
    running->addWidget(m_time);
    running->addWidget(m_state, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_start);
    buttons->addWidget(m_pause);
    buttons->addWidget(m_stop);
    buttons->addStretch(1);
    auto* column = bareColumn(this, space::s);
    column->addLayout(running);
    column->addLayout(buttons);
    column->addWidget(m_focus);
    m_second.setInterval(second);
    bind();
}

QSpinBox* WatchRow::makeMinutes(const QString& id, const QString& name, int most, int usual)
{
    auto* field = new QSpinBox(m_own);
    field->setObjectName(id);
    field->setAccessibleName(name);
    field->setToolTip(name);
    field->findChild<QLineEdit*>()->setAccessibleName(name);
    field->setRange(1, most);
    field->setValue(usual);
    field->setSuffix(tr(" min", "minutes behind a number"));
    return field;
}

void WatchRow::makeFocus()
{
    m_breaks->setObjectName(u"watch.breaks"_s);
    m_breaks->setAccessibleName(tr("Breaks"));
    m_breaks->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const Focus& focus : offered) {
        m_breaks->addItem(WatchWords::focus(focus));
    }
    m_breaks->addItem(tr("Minutes of your own"));
    auto* own = bareRow(m_own, space::s);
    own->addWidget(m_work);
    own->addWidget(m_break);
    own->addStretch(1);
    m_own->hide();
    auto* column = bareColumn(m_focus, space::s);
    column->addWidget(m_breaks);
    column->addWidget(m_own);
}

void WatchRow::bind()
{
    connect(&m_second, &QTimer::timeout, this, &WatchRow::refreshTime);
    connect(m_breaks, &QComboBox::currentIndexChanged, this, [this](int index) { m_own->setVisible(index == std::ssize(offered)); });
    connect(m_start, &QPushButton::clicked, this, [this] { m_watch.start(m_skill, focus()); });
    connect(m_stop, &QPushButton::clicked, this, [this] { m_watch.stop(); });
    connect(m_pause, &QPushButton::clicked, this, [this] {
        const domain::RunningTimer* timer = timerHere();
        const bool isRunning = timer != nullptr && timer->isRunning();
        isRunning ? m_watch.pause() : m_watch.resume();
    });
}

Focus WatchRow::focus() const
{
    const auto index = static_cast<std::size_t>(std::max(0, m_breaks->currentIndex()));
    return index < offered.size() ? offered[index] : Focus { m_work->value(), m_break->value() };
}

const domain::RunningTimer* WatchRow::timerHere() const
{
    const auto& timer = m_workspace.progress().timer();
    return timer && timer->skill == m_skill ? &*timer : nullptr;
}

void WatchRow::setSkill(const QString& skill)
{
    m_skill = skill;
    refresh();
}

void WatchRow::refresh()
{
    const domain::RunningTimer* here = timerHere();
    const auto& timer = m_workspace.progress().timer();
    const bool isRunning = here != nullptr && here->isRunning();
    m_time->setVisible(here != nullptr);
    m_start->setVisible(here == nullptr);
    m_pause->setVisible(here != nullptr);
    m_pause->setText(isRunning ? tr("Pause", "the watch") : tr("Go on", "the watch"));
    m_pause->setIcon(icon(isRunning ? IconId::Pause : IconId::Play));
    m_pause->setToolTip(isRunning ? tr("Pause the watch (Alt+P)") : tr("Go on with the watch (Alt+P)"));
    m_stop->setVisible(here != nullptr);
    m_focus->setVisible(here == nullptr);
    if (here != nullptr) {
        m_state->setText(WatchWords::focus({ here->focusMinutes, here->breakMinutes }));
    } else if (timer) {
        const domain::Skill* other = m_workspace.roadmap().find(timer->skill);
        m_state->setText(tr("The watch is on \"%1\". Starting it here stops it there and keeps its time.")
                             .arg(isolated(other == nullptr ? timer->skill : other->title)));
    }
    m_state->setVisible(timer.has_value());
    refreshTime();
    refreshTicking();
}

void WatchRow::refreshTime()
{
    if (const domain::RunningTimer* here = timerHere()) {
        m_time->setText(WatchWords::running(here->elapsed(m_workspace.now())));
    }
}

/// A clock that nobody sees does not tick.
void WatchRow::refreshTicking()
{
    const domain::RunningTimer* here = timerHere();
    if (isVisible() && here != nullptr && here->isRunning()) {
        m_second.start();
    } else {
        m_second.stop();
    }
}

void WatchRow::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refreshTime();
    refreshTicking();
}

void WatchRow::hideEvent(QHideEvent* event)
{
    m_second.stop();
    QWidget::hideEvent(event);
}

} // namespace waymark::ui
