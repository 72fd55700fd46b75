// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/RecallDesk.h>

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace waymark::ui {

class TextLabel;

/// What stands on the page of recall when nothing is asked: when the next cards come, and what to do until then.
class RecallEmpty : public QWidget
{
    Q_OBJECT

public:
    explicit RecallEmpty(const session::Workspace& workspace, QWidget* parent = nullptr);

    /// `recalled` cards since the page was opened.
    void refresh(int recalled);

Q_SIGNALS:
    void skillRequested(const QString& skill);
    void cardsRequested();
    void optionsRequested();

private:
    void addButtons(QVBoxLayout& column);
    [[nodiscard]] QString titleAfter(int recalled) const;
    [[nodiscard]] QString nextSentence() const;

    const session::Workspace& m_workspace;
    session::RecallDesk m_desk;
    QString m_nextSkill; ///< where the page leads; empty for nowhere
    TextLabel* m_title = nullptr;
    TextLabel* m_next = nullptr;
    TextLabel* m_text = nullptr;
    QPushButton* m_lesson = nullptr;
    QPushButton* m_cards = nullptr;
    QPushButton* m_options = nullptr;
};

} // namespace waymark::ui
