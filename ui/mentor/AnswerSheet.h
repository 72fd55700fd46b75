// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/mentor/CommentCard.h>

#include <QHash>

class QVBoxLayout;

namespace waymark::ui {

/// What a learner shows of one skill, or of the plan as a whole, with the mentor's comments beside each line. Every text of the plan is a
/// stranger's and stands as plain text.
class AnswerSheet : public QWidget
{
    Q_OBJECT

public:
    AnswerSheet(session::ReviewDesk& desk, CommentPhrases& phrases, QTimeZone zone, QWidget* parent = nullptr);

    void setSkill(const QString& skill); ///< empty for the plan as a whole
    void refresh(); ///< the draft has changed
    void keep();
    void comment(); ///< begins one on the whole skill
    bool focusComment(const QString& comment);

private:
    void showPlan();
    void showSkill(const exchange::PlanSkill& skill);
    void addHeading(const QString& text, const QString& item);
    void addRest(const QString& sentence, bool isThere);
    void addItem(const exchange::PlanItem& item);
    void addEvidence(const exchange::PlanEvidence& evidence);
    void addSignOff(const exchange::PlanSignOff& signOff);
    void addQuote(const QString& caption, const QString& text);
    void addComments(const QString& item);
    [[nodiscard]] QString day(qint64 moment) const;

    session::ReviewDesk& m_desk;
    CommentPhrases& m_phrases;
    QTimeZone m_zone;
    QString m_skill;
    std::size_t m_proofs = 0; ///< pieces of evidence that are shown
    QVBoxLayout* m_whole;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_column = nullptr;
    QHash<QString, CommentList*> m_comments; ///< by item; that on the skill under the empty id
};

/// A text of any length: what is long is folded until it is asked for.
class FoldedText : public QWidget
{
    Q_OBJECT

public:
    static constexpr int shownCharacters = 400;
    static constexpr int shownLines = 6;

    explicit FoldedText(const QString& text, QWidget* parent = nullptr);
};

} // namespace waymark::ui
