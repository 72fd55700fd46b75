// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/WritingPause.h>

#include <session/ReviewDesk.h>

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace waymark::ui {

class TextLabel;

/// What the mentor decides about one skill, or about the plan as a whole: the decision and why, scores on the rubric beside the
/// learner's own, and earlier comments to close.
class DecisionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DecisionPanel(session::ReviewDesk& desk, QWidget* parent = nullptr);

    void setReviewer(const QString& name); ///< who answers, as far as is known; only own threads can be closed
    void setSkill(const QString& skill); ///< empty for the plan as a whole
    void refresh(); ///< the draft has changed
    void keep();
    void choose(domain::Decision decision); ///< or take it back where it is chosen already
    void focusReason();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeDecisions(QVBoxLayout* column);
    void makeReason(QVBoxLayout* column);
    void showGap();
    void rebuildRubric();
    void addCriterion(QVBoxLayout* column, const exchange::PlanScore& score);
    void rebuildThreads();
    void decide(std::optional<domain::Decision> decision);
    [[nodiscard]] std::optional<domain::Decision> decision() const;
    [[nodiscard]] QString stored() const; ///< the reason as the draft has it

    struct Row
    {
        QString criterion;
        QButtonGroup* levels = nullptr;
        TextLabel* words = nullptr;
    };

    session::ReviewDesk& m_desk;
    QString m_reviewer;
    QString m_skill;
    std::vector<QPushButton*> m_decisions; ///< by domain::Decision
    QPlainTextEdit* m_reason = nullptr;
    TextLabel* m_heading = nullptr;
    TextLabel* m_gap = nullptr;
    QString m_clean; ///< the stored reason as the field gives it back
    WritingPause m_pause;
    QWidget* m_parts = nullptr; ///< rubric and threads of the chosen skill
    QVBoxLayout* m_whole = nullptr;
    std::vector<Row> m_rows;
    TextLabel* m_hint = nullptr;
    std::vector<std::pair<QString, QCheckBox*>> m_threads; ///< by id of the comment
};

} // namespace waymark::ui
