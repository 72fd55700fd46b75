// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/mentor/EntryActs.h>

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace waymark::ui {

class Chip;
class IconMark;
class TextLabel;

/// What an EntryRow shows: an entry of a review, in words.
struct EntryFace
{
    exchange::ReviewEntry entry;
    QString title; ///< for a screen reader, which has no heading above it: what it is and what it is about
    QString about; ///< the line of the checklist; empty for the whole
    QString source; ///< whose word it is, where nothing around it says so
    QString scores; ///< rubric of a decision
    QString caution; ///< what has changed since
    QString consequence; ///< what accepting would do
    std::vector<EntryAct> acts;

    bool operator==(const EntryFace&) const = default;
};

[[nodiscard]] EntryFace faceOf(
    const session::Workspace& workspace, const session::ReviewLetter& letter, const exchange::ReviewEntry& entry);

/// One thing that a reviewer said, where it stands and what can be done with it. Takes the keyboard as a whole, so that one can go from
/// entry to entry. It changes nothing itself.
class EntryRow : public QWidget
{
    Q_OBJECT

public:
    explicit EntryRow(const QString& entry, QWidget* parent = nullptr);

    [[nodiscard]] QString entry() const { return m_id; }
    void setFace(const EntryFace& face);

Q_SIGNALS:
    void actRequested(const QString& entry, waymark::ui::EntryAct act);
    void focused(const QString& entry); ///< it, or something in it, has got the keyboard

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLayout* makeHead();
    TextLabel* makeLine(const QString& name);
    void showButtons();

    QString m_id;
    EntryFace m_face;
    bool m_isEmpty = true; ///< no face yet
    IconMark* m_sign;
    TextLabel* m_kind;
    Chip* m_standing;
    TextLabel* m_source;
    TextLabel* m_about;
    TextLabel* m_text;
    TextLabel* m_scores;
    QWidget* m_cautionRow;
    TextLabel* m_caution;
    TextLabel* m_consequence;
    QHBoxLayout* m_buttons;
    std::vector<QPushButton*> m_acts; ///< by EntryAct
};

} // namespace waymark::ui
