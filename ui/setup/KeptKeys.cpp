// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/setup/KeptKeys.h>

#include <ui/theme/ButtonPress.h>

#include <QAbstractButton>
#include <QApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTimer>
#include <QWindow>

#include <utility>

// Qt's own way to ask whether a key is a shortcut of the window that has the keyboard, as Qt Test declares it.
QT_BEGIN_NAMESPACE
Q_GUI_EXPORT bool qt_sendShortcutOverrideEvent(QObject* o, ulong timestamp, int k, Qt::KeyboardModifiers mods,
    const QString& text = QString(), bool autorep = false, ushort count = 1);
QT_END_NAMESPACE

namespace waymark::ui {

namespace {

constexpr int betweenLooks = 10; // milliseconds
constexpr int mostLooks = 50;

bool isOfDrag(QEvent::Type type)
{
    return type == QEvent::DragEnter || type == QEvent::DragMove || type == QEvent::Drop;
}

bool isOfPointer(QEvent::Type type)
{
    switch (type) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::ContextMenu:
    case QEvent::NativeGesture:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::TabletRelease:
        return true;
    default:
        return isOfDrag(type);
    }
}

bool isWithin(const QObject& watched, const QWidget& window)
{
    const auto* widget = qobject_cast<const QWidget*>(&watched);
    return widget != nullptr ? widget->window() == &window : &watched == window.windowHandle();
}

/// Who gets the keys of a window.
QWidget* keyboardOf(QWidget& window)
{
    QWidget* const focused = window.focusWidget();
    return focused == nullptr ? &window : focused;
}

/// Without what is still being composed: nobody would ever end it.
std::unique_ptr<QEvent> entered(const QInputMethodEvent& event)
{
    auto copy = std::make_unique<QInputMethodEvent>();
    copy->setCommitString(event.commitString(), event.replacementStart(), event.replacementLength());
    return copy;
}

} // namespace

KeptKeys::~KeptKeys() = default;

void KeptKeys::begin()
{
    if (!m_isHolding) {
        m_isHolding = true;
        QWidget* const focused = QApplication::focusWidget();
        if (focused != nullptr) {
            m_target = focused;
        }
        m_clicked.clear();
        m_shown.clear();
        const QWidgetList windows = QApplication::topLevelWidgets();
        for (QWidget* const each : windows) {
            if (each->isVisible()) {
                m_shown.append(each);
            }
        }
        qApp->installEventFilter(this); // once more: it comes before those of others
    }
}

void KeptKeys::setDialog(QWidget* dialog)
{
    m_dialog = dialog;
}

void KeptKeys::end()
{
    m_isHolding = false;
    m_dialog = nullptr;
    m_isGiving = !m_kept.empty();
    m_begun.clear();
    m_looks = 0;
    m_looksWithin = 0;
    if (m_isGiving) {
        QMetaObject::invokeMethod(this, &KeptKeys::give, Qt::QueuedConnection);
    } else {
        qApp->removeEventFilter(this);
    }
}

bool KeptKeys::isOfDialog(const QObject& watched) const
{
    return m_dialog != nullptr && isWithin(watched, *m_dialog);
}

/// What a screen reader or a menu of the desktop has opened in the middle of the wait, which cannot end before it.
bool KeptKeys::isOfNewcomer(const QObject& watched) const
{
    const auto holds = [&](const QWidget* window) { return window != nullptr && !m_shown.contains(window) && isWithin(watched, *window); };
    return m_isHolding && (holds(QApplication::activePopupWidget()) || holds(QApplication::activeModalWidget()));
}

bool KeptKeys::isForDialog(const QKeyEvent& key) const
{
    switch (key.key()) {
    case Qt::Key_Escape:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return qobject_cast<QPushButton*>(m_dialog->focusWidget()) != nullptr;
    default:
        return false;
    }
}

bool KeptKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event == m_given || isOfNewcomer(*watched)) {
        return false;
    }
    auto* const widget = qobject_cast<QWidget*>(watched); // a window hands its keys on to one of them
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (std::exchange(m_givesShortcut, false)) {
            m_given = event;
            return false;
        }
        [[fallthrough]];
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
        return widget != nullptr && filterKey(*widget, static_cast<QKeyEvent&>(*event));
    case QEvent::InputMethod:
        if (widget == nullptr) {
            return false;
        }
        if (const auto& input = static_cast<QInputMethodEvent&>(*event);
            input.preeditString().isEmpty() || !input.commitString().isEmpty()) {
            keep(*widget, entered(input));
        }
        event->accept();
        return true;
    case QEvent::Timer: // by which the letter of a button presses it: it goes on until nobody holds it
        return m_isHolding && qobject_cast<QAbstractButton*>(watched) != nullptr && !isOfDialog(*watched);
    default:
        if (event->type() == ButtonPress::kind() && widget != nullptr && !isOfDialog(*widget)) {
            m_kept.push_back({ widget, {}, std::make_unique<ButtonPress>() });
            return true;
        }
        return m_isHolding && isOfPointer(event->type()) && filterPointer(*watched, *event);
    }
}

/// A key is no shortcut meanwhile either: then it comes as a key, and is kept.
bool KeptKeys::filterKey(QWidget& receiver, QKeyEvent& key)
{
    const bool isThere = isOfDialog(receiver);
    if (isThere && isForDialog(key)) {
        return false;
    }
    key.accept();
    if (key.type() == QEvent::ShortcutOverride) {
        return true;
    }
    if (m_dialog != nullptr && key.key() == Qt::Key_Escape) {
        if (key.type() == QEvent::KeyPress) {
            Q_EMIT cancelled();
        }
    } else if (!key.isAutoRepeat()) {
        keep(receiver, std::unique_ptr<QEvent>(key.clone()));
    }
    return true;
}

/// A click that comes to nothing says all the same where the keys after it are meant to go.
bool KeptKeys::filterPointer(QObject& watched, QEvent& event)
{
    if (isOfDialog(watched)) {
        return false;
    }
    if (!watched.isWindowType() && !watched.isWidgetType()) {
        return false;
    }
    if (event.type() == QEvent::MouseButtonPress && m_dialog != nullptr) {
        m_dialog->raise();
        m_dialog->activateWindow();
    } else if (event.type() == QEvent::MouseButtonPress) {
        const QPoint at = static_cast<QMouseEvent&>(event).globalPosition().toPoint();
        for (QWidget* each = QApplication::widgetAt(at); each != nullptr; each = each->parentWidget()) {
            if (each->isEnabled() && (each->focusPolicy() & Qt::ClickFocus) == Qt::ClickFocus) {
                m_clicked = each;
                break;
            }
        }
    }
    event.setAccepted(!isOfDrag(event.type())); // a source whose text was taken deletes it
    return true;
}

void KeptKeys::keep(QWidget& receiver, std::unique_ptr<QEvent> event)
{
    if (QWidget* const to = targetOf(receiver)) {
        m_kept.push_back({ to, to->objectName(), std::move(event) });
    }
}

/// What comes while others are being given back is of their row.
QWidget* KeptKeys::targetOf(QWidget& receiver)
{
    if (m_isGiving && !m_isHolding) {
        return m_target == nullptr ? &receiver : m_target.data();
    }
    if (m_clicked != nullptr) {
        m_target = m_clicked;
    } else if (!isOfDialog(receiver)) {
        m_target = &receiver;
    }
    return m_target;
}

/// One a turn, so that a key that opens a dialog has those after it go there.
void KeptKeys::give()
{
    if (m_isHolding) {
        return; // a key has begun another change: end() goes on
    }
    if (m_kept.empty()) {
        m_isGiving = false;
        qApp->removeEventFilter(this);
        return;
    }
    if (isTooEarly()) {
        QTimer::singleShot(betweenLooks, this, &KeptKeys::give);
        return;
    }
    const Kept next = std::move(m_kept.front());
    m_kept.pop_front();
    QMetaObject::invokeMethod(this, &KeptKeys::give, Qt::QueuedConnection);
    if (QWidget* const receiver = receiverOf(next)) {
        send(*receiver, *next.event);
    }
}

/// Without the keyboard no key of a window is a shortcut; it gets the keyboard back from a dialog soon. And a dialog that a key has opened
/// gets it soon.
bool KeptKeys::isTooEarly()
{
    if (m_depth > 0) {
        const QWidget* const modal = QApplication::activeModalWidget();
        return modal != nullptr && QApplication::activePopupWidget() == nullptr && !modal->isActiveWindow() && m_looksWithin++ < mostLooks;
    }
    const QWidget* const to = m_kept.front().to;
    return to != nullptr && to->isVisible() && !to->isActiveWindow() && m_looks++ < mostLooks;
}

/// Null where it is gone: what was typed for it is for nobody else.
QWidget* KeptKeys::receiverOf(const Kept& next)
{
    if (next.event->type() == ButtonPress::kind()) {
        return next.to;
    }
    QWidget* const focused = QApplication::focusWidget();
    if (QWidget* const popup = QApplication::activePopupWidget()) {
        return keyboardOf(*popup);
    }
    if (QWidget* const modal = m_depth > 0 ? QApplication::activeModalWidget() : nullptr) {
        return keyboardOf(*modal);
    }
    if (m_depth > 0) {
        return focused;
    }
    if (m_begun != nullptr && m_begun == next.to) {
        QWidget* const inWindow = m_begun->window()->focusWidget();
        return inWindow == nullptr ? m_begun.data() : inWindow;
    }
    if (next.to == nullptr) {
        return focused != nullptr && !next.name.isEmpty() && focused->objectName() == next.name ? focused : nullptr;
    }
    if (!next.to->isVisible() || !next.to->isEnabled()) {
        return nullptr;
    }
    m_begun = next.to;
    if (next.to->focusPolicy() != Qt::NoFocus && next.to->window()->focusWidget() != next.to) {
        next.to->setFocus(Qt::OtherFocusReason);
    }
    return next.to;
}

void KeptKeys::send(QWidget& receiver, QEvent& event)
{
    const QScopedValueRollback<int> deeper(m_depth, m_depth + 1);
    const QScopedValueRollback<int> looks(m_looksWithin, 0);
    const QPointer<QWidget> to = &receiver;
    if (event.type() == QEvent::KeyPress) {
        const auto& key = static_cast<QKeyEvent&>(event);
        const QScopedValueRollback<const QEvent*> asked(m_given, nullptr);
        m_givesShortcut = true;
        const bool isShortcut = qt_sendShortcutOverrideEvent(to, 0, key.key(), key.modifiers(), key.text());
        m_givesShortcut = false;
        if (isShortcut) {
            return;
        }
    }
    if (to != nullptr) {
        const QScopedValueRollback<const QEvent*> given(m_given, &event);
        QCoreApplication::sendEvent(to, &event);
    }
}

} // namespace waymark::ui
