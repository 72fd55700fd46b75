// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/NoticeBar.h>

#include <ui/theme/Announcing.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Theme.h>
#include <ui/window/WaitRow.h>

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

IconId iconOf(NoticeTone tone)
{
    switch (tone) {
    case NoticeTone::Success:
        return IconId::Check;
    case NoticeTone::Warning:
    case NoticeTone::Error:
        return IconId::Warning;
    case NoticeTone::Info:
        break;
    }
    return IconId::Info;
}

/// It may be what its own button ends. May be null.
void retire(WaitRow* row)
{
    if (row != nullptr) {
        row->hide();
        row->deleteLater();
    }
}

Tone toneOf(NoticeTone tone)
{
    switch (tone) {
    case NoticeTone::Warning:
        return Tone::Mark;
    case NoticeTone::Error:
        return Tone::Danger;
    case NoticeTone::Success:
    case NoticeTone::Info:
        break;
    }
    return Tone::Trail;
}

} // namespace

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new IconMark(IconId::Info, Tone::Trail, this))
    , m_text(new QLabel(this))
    , m_progress(waitBar(u"noticeProgress"_s, this))
    , m_act(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"noticeBar"_s);
    m_text->setObjectName(u"noticeText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->hide();
    m_farewell.setSingleShot(true);
    m_farewell.setInterval(0);
    connect(&m_farewell, &QTimer::timeout, this, &NoticeBar::dismiss);
    m_act->setObjectName(u"noticeAction"_s);
    m_act->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_close->setObjectName(u"noticeClose"_s);
    m_close->setIcon(icon(IconId::Close));
    m_close->setAutoRaise(true);
    QSizePolicy room = m_close->sizePolicy();
    room.setRetainSizeWhenHidden(true); // so that all bars stand beneath each other
    m_close->setSizePolicy(room);
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close the notice"));
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::dismiss);

    m_rows = new QVBoxLayout(this);
    m_rows->setContentsMargins(space::l, space::s, space::s, space::s);
    m_rows->setSpacing(space::xs);
    m_rows->addLayout(makeRow());
    hide();
}

QHBoxLayout* NoticeBar::makeRow()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(space::m);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_progress);
    row->addWidget(m_act);
    row->addWidget(m_close);
    return row;
}

QString NoticeBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void NoticeBar::say(const QString& text, NoticeTone tone)
{
    say(text, tone, nullptr);
}

void NoticeBar::say(const QString& text, NoticeTone tone, QAction* action)
{
    m_hasSentence = true;
    m_saidAt = m_turn;
    show(text, tone, action);
    arrange();
}

void NoticeBar::add(const QString& text, NoticeTone tone)
{
    if (m_hasSentence) {
        say(tr("%1 %2", "two sentences").arg(m_text->text(), text), std::max(m_tone, tone), m_act->defaultAction());
    } else {
        say(text, tone);
    }
}

void NoticeBar::takeBack(const QString& text)
{
    if (m_hasSentence && m_text->text() == text) {
        dismiss();
    }
}

void NoticeBar::say(const Wait& wait)
{
    m_progress->setAccessibleName(wait.text);
    showPermille(*m_progress, wait.permille);
    show(wait.text, NoticeTone::Info, wait.cancel);
}

void NoticeBar::wait(const QObject* who, const QString& text, QAction* cancel)
{
    stopWaiting(who);
    const int turn = ++m_turn;
    m_waits.emplace(turn, Wait { who, text, cancel });
    QTimer::singleShot(patience, this, [this, turn] { becomeDue(turn); });
}

void NoticeBar::becomeDue(int turn)
{
    if (const auto wait = m_waits.find(turn); wait != m_waits.end()) {
        wait->second.isDue = true;
        m_hasSentence = m_hasSentence && turn <= m_saidAt; // what was said since the wait began stays
        arrange();
    }
}

void NoticeBar::setProgress(const QObject* who, int permille)
{
    for (auto& [turn, wait] : m_waits) {
        if (wait.who == who) {
            wait.permille = permille;
        }
    }
    arrange();
}

void NoticeBar::stopWaiting(const QObject* who)
{
    const auto wait = std::ranges::find_if(m_waits, [who](const auto& each) { return each.second.who == who; });
    if (wait != m_waits.end()) {
        retire(wait->second.row);
        m_waits.erase(wait);
        arrange();
    }
}

/// What is still waited for takes the place of a sentence that goes.
void NoticeBar::dismiss()
{
    m_hasSentence = false;
    arrange();
}

/// The newest wait stands in the place of the sentence where there is none, and all others beneath it.
void NoticeBar::arrange()
{
    int shown = 0;
    for (const auto& [turn, wait] : m_waits) {
        shown = wait.isDue && !m_hasSentence ? turn : shown;
    }
    for (auto& [turn, wait] : m_waits) {
        const bool isBeneath = wait.isDue && turn != shown;
        if (isBeneath && wait.row == nullptr) {
            wait.row = new WaitRow(wait.text, wait.cancel, m_close->sizeHint().width(), this);
            m_rows->addWidget(wait.row);
        } else if (!isBeneath) {
            retire(std::exchange(wait.row, nullptr));
        }
        if (wait.row != nullptr) {
            wait.row->setPermille(wait.permille);
        }
    }
    const bool isAnother = std::exchange(m_shown, shown) != shown;
    m_progress->setVisible(shown != 0);
    m_close->setVisible(m_hasSentence); // without the bar nobody could end what is waited for
    if (shown == 0 && !m_hasSentence) {
        hide();
    } else if (shown != 0 && isAnother) {
        say(m_waits.at(shown));
    } else if (shown != 0) {
        showPermille(*m_progress, m_waits.at(shown).permille);
    }
}

void NoticeBar::show(const QString& text, NoticeTone tone, QAction* action)
{
    m_tone = tone;
    m_icon->setIcon(iconOf(tone), toneOf(tone));
    m_text->setText(text);
    offer(action);
    QWidget::show();
    update(); // the strip at its side has the colour of the tone
    announce(*this, text);
}

/// A button keeps the actions that it had, and offers them in a menu.
void NoticeBar::offer(QAction* action)
{
    m_farewell.stop();
    const QList<QAction*> earlier = m_act->actions();
    for (QAction* each : earlier) {
        each->disconnect(this);
        m_act->removeAction(each);
    }
    m_act->setDefaultAction(action);
    m_act->setVisible(action != nullptr);
    if (action != nullptr) {
        m_about = action->data();
        connect(action, &QAction::changed, this, [this, action] {
            if (action->data() != m_about) {
                m_farewell.start();
            }
        });
    }
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    const Palette& palette = activePalette();
    QPainter painter(this);
    painter.fillRect(rect(), palette.raised);
    painter.fillRect(QRect(0, 0, width(), 1), palette.line);
    painter.fillRect(QRect(0, 0, space::xs, height()), palette.colour(toneOf(m_tone)));
}

} // namespace waymark::ui
