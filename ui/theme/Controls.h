// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Icons.h>

#include <QFrame>
#include <QLabel>

QT_BEGIN_NAMESPACE
class QAbstractButton;
class QAction;
class QKeyEvent;
class QKeySequence;
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace waymark::ui {

/// How loud a button is. One primary a view at most.
enum class ButtonKind {
    Standard,
    Primary, ///< filled trail
    Quiet, ///< no edge until pointed at or focused
    Chip, ///< a small filter; checkable ones fill softly when on
};

void setButtonKind(QAbstractButton& button, ButtonKind kind);
[[nodiscard]] ButtonKind buttonKind(const QWidget* widget);

/// A button with `id` as its objectName.
[[nodiscard]] QPushButton* pushButton(const QString& id, const QString& text, QWidget* parent, ButtonKind kind = ButtonKind::Standard);

/// An action of a widget. Its keys work while the focus is in there; `id` is its objectName.
QAction* addActionTo(QWidget& widget, const QString& id, const QString& text, const QKeySequence& keys);

/// A button for an action, with "button." and its id as objectName: flat, with its name for a screen reader, or with its words, which then
/// stay as they are.
[[nodiscard]] QToolButton* toolButtonFor(QAction* action, QWidget* parent);
[[nodiscard]] QPushButton* pushButtonFor(QAction* action, QWidget* parent);

[[nodiscard]] bool isEnter(const QKeyEvent& key); ///< either of the two keys, whatever is held with it

/// Qt's buttons take Enter in dialogs alone: presses the one inside `widget` that has the focus, once however long the key is held. False
/// if there is none or the key is another one.
bool pressFocusedButton(const QWidget& widget, const QKeyEvent& key);

enum class TextRole { Body, Strong, Title, Heading, Caption };

/// A label of the type scale. Its text is plain, so text from files is safe in it; its size follows the
/// application's font and captions follow the theme's soft text.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    explicit TextLabel(TextRole role, const QString& text = {}, QWidget* parent = nullptr);

protected:
    bool event(QEvent* event) override;

private:
    void applyFont();

    TextRole m_role;
};

/// A label whose text goes on in further lines.
[[nodiscard]] TextLabel* wrapped(TextRole role, const QString& text = {}, QWidget* parent = nullptr);

/// A sheet of surface with a line around it. Layouts inside start with a margin of space::l.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// An icon among words, for the eye only; unlike a label with a pixmap it follows the theme.
class IconMark : public QWidget
{
    Q_OBJECT

public:
    explicit IconMark(IconId icon, Tone tone, QWidget* parent = nullptr);

    void setIcon(IconId icon, Tone tone);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    IconId m_icon;
    Tone m_tone;
};

/// A word with its icon on a soft ground: a state, an evidence kind, a level. It does nothing when clicked.
class Chip : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(const QString& text, std::optional<IconId> icon = {}, Tone tone = Tone::Text, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setContent(const QString& text, std::optional<IconId> icon, Tone tone);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QFont textFont() const;

    QString m_text;
    std::optional<IconId> m_icon;
    Tone m_tone = Tone::Text;
};

} // namespace waymark::ui
