// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/Rail.h>

#include <ui/theme/Theme.h>

#include <QAction>
#include <QPainter>
#include <QStyleOption>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

/// Icon over word; the page that is shown has a trail bar at its left and a soft ground.
class RailButton : public QToolButton
{
public:
    RailButton(QAction* action, QWidget* parent)
        : QToolButton(parent)
    {
        setDefaultAction(action);
        setObjectName(u"rail."_s + action->objectName());
        setAccessibleName(action->iconText());
        setFocusPolicy(Qt::StrongFocus);
        setFixedWidth(size::rail);
        setMinimumHeight(size::rail - space::m);
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Palette& palette = activePalette();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF ground = QRectF(rect()).adjusted(space::xs, space::xs / 2.0, -space::xs, -space::xs / 2.0);
        if (isChecked() || underMouse() || isDown()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isChecked() ? palette.trailFill : palette.surface);
            painter.drawRoundedRect(ground, radius::control, radius::control);
        }
        const Tone tone = isChecked() ? Tone::Trail : Tone::SoftText;
        QFont font = type::caption(this->font());
        font.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        const int textHeight = QFontMetrics(font).height();
        const double top = (height() - (size::icon + space::xs + textHeight)) / 2.0;
        const QRectF iconRect((width() - size::icon) / 2.0, top, size::icon, size::icon);
        icon().paint(&painter, iconRect.toRect());
        painter.setFont(font);
        painter.setPen(isChecked() ? palette.text : palette.colour(tone));
        const QRectF textRect(space::xs, top + size::icon + space::xs, width() - 2 * space::xs, textHeight);
        const QString word = QFontMetrics(font).elidedText(defaultAction()->iconText(), Qt::ElideRight, static_cast<int>(textRect.width()));
        painter.drawText(textRect, Qt::AlignHCenter | Qt::AlignTop, word);
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(palette.trail, size::focusRing));
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), radius::control, radius::control);
        }
    }
};

} // namespace

Rail::Rail(QWidget* parent)
    : QFrame(parent)
    , m_pages(new QVBoxLayout)
    , m_foot(new QVBoxLayout)
{
    setObjectName(u"rail"_s);
    setAccessibleName(tr("Pages"));
    setFixedWidth(size::rail + 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::s, 1, space::s);
    column->setSpacing(0);
    m_pages->setSpacing(space::xs);
    m_foot->setSpacing(space::xs);
    column->addLayout(m_pages);
    column->addStretch(1);
    column->addLayout(m_foot);
}

void Rail::addPage(QAction* action)
{
    auto* button = new RailButton(action, this);
    button->setAutoExclusive(true); // arrow keys go from page to page
    // A page that is not on the rail leaves none checked, and an exclusive button does not let go by itself.
    connect(action, &QAction::toggled, button, [this, button](bool isShown) {
        button->setAutoExclusive(false);
        button->setChecked(isShown);
        button->setAutoExclusive(true);
        if (isShown && m_pages->indexOf(window()->focusWidget()) >= 0) {
            button->setFocus(); // of two buttons one being marked and the other ringed, nobody knows where they are
        }
    });
    m_pages->addWidget(button);
}

void Rail::addAtFoot(QAction* action)
{
    m_foot->addWidget(new RailButton(action, this));
}

void Rail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), activePalette().raised);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), activePalette().line);
}

} // namespace waymark::ui
