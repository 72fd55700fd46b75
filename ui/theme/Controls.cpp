// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/Controls.h>

#include <ui/theme/Theme.h>
#include <ui/theme/TrailPainting.h>

#include <QAbstractButton>
#include <QAction>
#include <QEvent>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QKeySequence>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr auto buttonKindProperty = "waymarkButtonKind";

} // namespace

void setButtonKind(QAbstractButton& button, ButtonKind kind)
{
    button.setProperty(buttonKindProperty, static_cast<int>(kind));
    // A chip and a standard button differ in size, so the layout has to ask again.
    button.updateGeometry();
    button.update();
}

ButtonKind buttonKind(const QWidget* widget)
{
    if (widget == nullptr) {
        return ButtonKind::Standard;
    }
    return static_cast<ButtonKind>(widget->property(buttonKindProperty).toInt());
}

QPushButton* pushButton(const QString& id, const QString& text, QWidget* parent, ButtonKind kind)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(id);
    setButtonKind(*button, kind);
    return button;
}

QAction* addActionTo(QWidget& widget, const QString& id, const QString& text, const QKeySequence& keys)
{
    auto* action = new QAction(text, &widget);
    action->setObjectName(id);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    widget.addAction(action);
    return action;
}

QToolButton* toolButtonFor(QAction* action, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setAccessibleName(action->iconText());
    button->setObjectName(u"button."_s + action->objectName());
    return button;
}

QPushButton* pushButtonFor(QAction* action, QWidget* parent)
{
    auto* button = pushButton(u"button."_s + action->objectName(), action->text(), parent);
    button->setEnabled(action->isEnabled());
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    button->setToolTip(keys.isEmpty() ? action->iconText() : u"%1 (%2)"_s.arg(action->iconText(), keys));
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::enabledChanged, button, &QPushButton::setEnabled);
    return button;
}

bool isEnter(const QKeyEvent& key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

bool pressFocusedButton(const QWidget& widget, const QKeyEvent& key)
{
    auto* button = qobject_cast<QPushButton*>(widget.focusWidget());
    if (button == nullptr || !isEnter(key) || key.isAutoRepeat()) {
        return false;
    }
    button->click();
    return true;
}

TextLabel::TextLabel(TextRole role, const QString& text, QWidget* parent)
    : QLabel(text, parent)
    , m_role(role)
{
    setTextFormat(Qt::PlainText);
    if (role == TextRole::Caption) {
        setForegroundRole(QPalette::PlaceholderText);
    }
    applyFont();
}

bool TextLabel::event(QEvent* event)
{
    // Theme passes this on: Qt tells the application only.
    if (event->type() == QEvent::ApplicationFontChange) {
        applyFont();
    }
    return QLabel::event(event);
}

void TextLabel::applyFont()
{
    const QFont base = QGuiApplication::font();
    switch (m_role) {
    case TextRole::Body:
        setFont(base);
        break;
    case TextRole::Strong:
        setFont(type::strong(base));
        break;
    case TextRole::Title:
        setFont(type::title(base));
        break;
    case TextRole::Heading:
        setFont(type::heading(base));
        break;
    case TextRole::Caption:
        setFont(type::caption(base));
        break;
    }
}

TextLabel* wrapped(TextRole role, const QString& text, QWidget* parent)
{
    auto* label = new TextLabel(role, text, parent);
    label->setWordWrap(true);
    return label;
}

Card::Card(QWidget* parent)
    : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame);
    setContentsMargins(space::l, space::l, space::l, space::l);
}

void Card::paintEvent(QPaintEvent*)
{
    const Palette& tokens = activePalette();
    QPainter painter(this);
    paintBox(painter, rect(), { .fill = tokens.surface, .edge = tokens.line, .radius = radius::card });
}

IconMark::IconMark(IconId icon, Tone tone, QWidget* parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconMark::setIcon(IconId icon, Tone tone)
{
    m_icon = icon;
    m_tone = tone;
    update();
}

QSize IconMark::sizeHint() const
{
    return { size::icon, size::icon };
}

void IconMark::paintEvent(QPaintEvent*)
{
    const Palette& tokens = activePalette();
    QPainter painter(this);
    paintIcon(painter, rect(), m_icon, isEnabled() ? tokens.colour(m_tone) : tokens.disabledText);
}

Chip::Chip(const QString& text, std::optional<IconId> icon, Tone tone, QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setContent(text, icon, tone);
}

void Chip::setContent(const QString& text, std::optional<IconId> icon, Tone tone)
{
    m_text = text;
    m_icon = icon;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QFont Chip::textFont() const
{
    return type::caption(font());
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(textFont());
    const int iconWidth = m_icon ? size::iconSmall + space::xs : 0;
    return { metrics.horizontalAdvance(m_text) + iconWidth + 2 * space::s, std::max(metrics.height(), size::iconSmall) + space::xs };
}

QSize Chip::minimumSizeHint() const
{
    const QFontMetrics metrics(textFont());
    return { std::min(sizeHint().width(), metrics.averageCharWidth() * 6 + size::iconSmall), sizeHint().height() };
}

void Chip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

void Chip::paintEvent(QPaintEvent*)
{
    const Palette& tokens = activePalette();
    const QColor ink = isEnabled() ? tokens.colour(m_tone) : tokens.disabledText;
    QPainter painter(this);
    paintBox(painter, rect(), { .fill = tokens.raised, .edge = tokens.line, .radius = radius::control });
    QRect inner = rect().adjusted(space::s, 0, -space::s, 0);
    if (m_icon) {
        const QRect place(inner.left() - space::xs / 2, (height() - size::iconSmall) / 2, size::iconSmall, size::iconSmall);
        paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), place), *m_icon, ink);
        inner.setLeft(inner.left() + size::iconSmall + space::xs / 2);
    }
    painter.setFont(textFont());
    painter.setPen(isEnabled() ? tokens.text : tokens.disabledText);
    const QString shown = painter.fontMetrics().elidedText(m_text, Qt::ElideRight, inner.width());
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), inner),
        static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)), shown);
}

} // namespace waymark::ui
