// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/StudyClock.h>

#include <ui/ReadOnly.h>
#include <ui/theme/Controls.h>
#include <ui/theme/ElidedLabel.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Theme.h>
#include <ui/window/Actions.h>
#include <ui/window/WatchCommands.h>
#include <ui/window/WatchQuestion.h>
#include <ui/words/Isolated.h>
#include <ui/words/WatchWords.h>

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using Phase = session::StudyWatch::Phase;

namespace {

constexpr int longestTitle = 32; // characters; the tool tip has all of it

QToolButton* buttonFor(QAction* action, const QString& id, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setObjectName(id);
    button->setToolButtonStyle(action->icon().isNull() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

StudyClock::StudyClock(const session::Workspace& workspace, WatchCommands& commands, Actions& actions, QWidget* parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_watch(commands.watch())
{
    setObjectName(u"studyClock"_s);
    m_question = new WatchQuestion(workspace, m_watch, this);
    m_row = makeRow(commands, actions);
    auto* column = bareColumn(this);
    column->addWidget(m_row);
    column->addWidget(m_question);
    m_question->hide();
    connect(&m_watch, &session::StudyWatch::changed, this, &StudyClock::refresh);
    connect(&m_watch, &session::StudyWatch::answerNeeded, this, [this] {
        refresh();
        m_question->focusFirst();
    });
    connect(&commands, &WatchCommands::ticked, this, &StudyClock::refreshTime);
    whenReadOnlyChanges(workspace, this, [this] { refresh(); });
    refresh();
}

QWidget* StudyClock::makeRow(WatchCommands& commands, Actions& actions)
{
    auto* row = new QWidget(this);
    m_icon = new IconMark(IconId::Clock, Tone::Trail, row);
    m_time = new TextLabel(TextRole::Strong, {}, row);
    m_time->setObjectName(u"clock.time"_s);
    m_skill = pushButton(u"clock.skill"_s, {}, row, ButtonKind::Quiet);
    m_skill->setToolTip(tr("Open its lesson"));
    m_phase = new ElidedLabel(TextRole::Caption, Qt::ElideRight, row);
    m_phase->setObjectName(u"clock.phase"_s);
    m_countIdle = buttonFor(&commands.countIdle(), u"clock.count-idle"_s, row);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(space::l, space::xs, space::s, space::xs);
    line->setSpacing(space::s);
    line->addWidget(m_icon);
    line->addWidget(m_time);
    line->addWidget(m_skill);
    line->addWidget(m_phase, 1);
    line->addWidget(m_countIdle);
    line->addWidget(buttonFor(actions["skill.watch.pause"], u"clock.pause"_s, row));
    line->addWidget(buttonFor(actions["skill.watch.stop"], u"clock.stop"_s, row));
    connect(m_skill, &QPushButton::clicked, this, [this] { Q_EMIT skillRequested(m_watch.skill()); });
    return row;
}

void StudyClock::refresh()
{
    const Phase phase = m_watch.phase();
    setVisible(phase != Phase::Off);
    const domain::Skill* skill = m_workspace.roadmap().find(m_watch.skill());
    const QString title = skill == nullptr ? m_watch.skill() : skill->title;
    const QString shown = title.size() > longestTitle ? title.left(longestTitle - 1) + u'…' : title;
    m_skill->setText(QString(shown).replace(u'&', u"&&"_s));
    m_skill->setAccessibleName(title);
    m_skill->setEnabled(skill != nullptr);
    m_icon->setIcon(IconId::Clock, phase == Phase::Running ? Tone::Trail : Tone::Mark);
    m_countIdle->setVisible(phase == Phase::Idle);
    setAccessibleName(tr("The watch on %1").arg(isolated(title)));
    refreshTime();
}

/// Not told to a screen reader: it would speak every second.
void StudyClock::refreshTime()
{
    m_time->setText(WatchWords::running(m_watch.elapsed()));
    if (const QString phase = WatchWords::phase(m_watch, m_workspace); phase != m_phase->whole()) {
        m_phase->setWhole(phase);
    }
    refreshQuestion();
}

/// Asked anew when it is about another thing; while it stands, its sentence goes with the time. A watch becomes too long without a change.
void StudyClock::refreshQuestion()
{
    const Phase phase = m_watch.phase();
    const bool isTooLong = m_watch.isTooLong();
    const bool asks = !m_workspace.isReadOnly() && (phase == Phase::Found || (phase != Phase::Off && isTooLong));
    const std::tuple about(m_watch.skill(), phase, isTooLong);
    if (asks && (m_question->isHidden() || about != m_asked)) {
        m_question->ask();
    } else if (asks) {
        m_question->refreshSentence();
    }
    m_asked = about;
    m_row->setVisible(!asks);
    m_question->setVisible(asks);
}

void StudyClock::paintEvent(QPaintEvent*)
{
    const Palette& palette = activePalette();
    QPainter painter(this);
    painter.fillRect(rect(), palette.raised);
    painter.fillRect(QRect(0, 0, width(), 1), palette.line);
}

} // namespace waymark::ui
