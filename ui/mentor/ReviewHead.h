// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/ReviewShelf.h>

#include <QWidget>

class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace waymark::ui {

class Card;
class Chip;
class IconMark;
class TextLabel;

/// Who wrote a review, when, how sure that is, and what the learner has done since. A key that is new to the learner is compared or
/// turned away here; each is one edit.
class ReviewHead : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewHead(session::Workspace& workspace, QWidget* parent = nullptr);

    void setLetter(const session::ReviewLetter& letter);

private:
    QWidget* makeKey();
    QWidget* makeSince();
    void showKey(const session::ReviewLetter& letter);
    void showSince(const session::ReviewLetter& letter);
    void trust();
    void turnAway();

    session::Workspace& m_workspace;
    QString m_review;
    QString m_reviewer;
    QByteArray m_publicKey; ///< empty without a signature
    bool m_isUnfolded = false; ///< all days since
    TextLabel* m_name;
    TextLabel* m_facts;
    Chip* m_role;
    Chip* m_signatureWord;
    IconMark* m_signatureSign;
    TextLabel* m_signature;
    TextLabel* m_cautions;
    QWidget* m_key = nullptr;
    TextLabel* m_asked = nullptr;
    TextLabel* m_words = nullptr;
    QPushButton* m_trust = nullptr;
    QPushButton* m_turnAway = nullptr;
    TextLabel* m_sinceTitle = nullptr;
    QWidget* m_days = nullptr;
    QVBoxLayout* m_since = nullptr;
    QPushButton* m_more = nullptr;
};

} // namespace waymark::ui
