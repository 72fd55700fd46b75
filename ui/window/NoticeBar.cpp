// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/NoticeBar.h>

#include <ui/theme/Announcing.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Theme.h>

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int progressWidth = 120;

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
    , m_progress(new QProgressBar(this))
    , m_act(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"noticeBar"_s);
    m_text->setObjectName(u"noticeText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setObjectName(u"noticeProgress"_s);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(progressWidth);
    m_progress->hide();
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    m_farewell.setSingleShot(true);
    m_farewell.setInterval(0);
    connect(&m_farewell, &QTimer::timeout, this, &QWidget::hide);
    m_act->setObjectName(u"noticeAction"_s);
    m_act->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_close->setObjectName(u"noticeClose"_s);
    m_close->setIcon(icon(IconId::Close));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close the notice"));
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, space::s, space::s, space::s);
    row->setSpacing(space::m);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_progress);
    row->addWidget(m_act);
    row->addWidget(m_close);
    hide();
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
    m_patience.stop();
    m_progress->hide();
    show(text, tone, action);
}

void NoticeBar::wait(const QString& text, QAction* cancel)
{
    m_patience.disconnect(this);
    m_progress->setRange(0, 0);
    connect(&m_patience, &QTimer::timeout, this, [this, text, cancel] {
        m_progress->setAccessibleName(text);
        m_progress->show();
        show(text, NoticeTone::Info, cancel);
    });
    m_patience.start();
}

void NoticeBar::setProgress(int permille)
{
    constexpr int whole = 1000;
    m_progress->setRange(0, whole);
    m_progress->setValue(permille);
}

void NoticeBar::stopWaiting()
{
    m_patience.stop();
    if (!m_progress->isHidden()) {
        m_progress->hide();
        hide();
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
