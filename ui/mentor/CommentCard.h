// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/WritingPause.h>
#include <ui/mentor/CommentPhrases.h>

#include <exchange/ReviewDocument.h>
#include <session/ReviewDesk.h>

#include <QWidget>

class QComboBox;
class QPlainTextEdit;
class QVBoxLayout;

namespace waymark::ui {

class TextLabel;

/// One comment as it is written: its kind, its text, templates for it. It goes to the desk a moment after the typing stops and when it
/// is left.
class CommentCard : public QWidget
{
    Q_OBJECT

public:
    CommentCard(session::ReviewDesk& desk, CommentPhrases& phrases, const exchange::ReviewComment& comment, QWidget* parent = nullptr);

    [[nodiscard]] const QString& id() const { return m_comment.id; }
    /// The draft has another text, by undo. What is being written wins.
    void setComment(const exchange::ReviewComment& comment);
    void keep();
    void begin(); ///< to write

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showComment();
    void fit();
    void showGap(const QString& text);
    [[nodiscard]] bool isWritten() const;

    session::ReviewDesk& m_desk;
    exchange::ReviewComment m_comment; ///< as the desk has it
    QString m_clean; ///< its text as the field gives it back
    QComboBox* m_kind;
    QPlainTextEdit* m_text;
    TextLabel* m_gap;
    WritingPause m_pause;
};

/// The comments on one thing, in the order in which they were begun.
class CommentList : public QWidget
{
    Q_OBJECT

public:
    /// `skill` empty for the plan, `item` empty for the skill.
    CommentList(session::ReviewDesk& desk, CommentPhrases& phrases, QString skill, QString item, QWidget* parent = nullptr);

    void refresh();
    void keep();
    void add(); ///< a new one, to be written at once
    bool focus(const QString& comment);

private:
    session::ReviewDesk& m_desk;
    CommentPhrases& m_phrases;
    QString m_skill;
    QString m_item;
    QVBoxLayout* m_column;
    std::vector<CommentCard*> m_cards;
};

} // namespace waymark::ui
