// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>
#include <ui/mentor/CommentPhrases.h>
#include <ui/mentor/MentorFiles.h>

#include <exchange/PlanDocument.h>
#include <session/Task.h>
#include <session/Workspace.h>

#include <optional>

class QButtonGroup;
class QStackedWidget;

namespace waymark::ui {

class PlansPane;
class ReviewsPane;
class ReviewView;

/// The page of the round trip: the reviews that the learner got, the plans that a mentor is asked to answer, and the answer that is being
/// written. It switches between them and keeps what they are to remember.
class MentorPage : public Page
{
    Q_OBJECT

public:
    static inline const QString reviewsSection = QStringLiteral("reviews");
    static inline const QString plansSection = QStringLiteral("plans");
    static inline const QString answerSection = QStringLiteral("answer"); ///< the plan that is being answered, else the plans

    MentorPage(session::Workspace& workspace, MentorFiles files, QWidget* parent = nullptr);
    ~MentorPage() override;

    [[nodiscard]] QString title() const override;
    /// `place.skill` may be the id of a review, which is shown then.
    void show(const Place& place) override;
    using Page::show;
    [[nodiscard]] Place inFull(const Place& place) const override;
    [[nodiscard]] QVariantMap view() const override;
    void restoreView(const QVariantMap& view) override;
    [[nodiscard]] QWidget* searchField() override;
    [[nodiscard]] QList<QAction*> pageActions() const override;
    void commitDrafts() override;
    [[nodiscard]] QStringList unsaved() const override;

    /// Reads a plan and goes to the answer to it, begun before or new.
    void answer(const QString& file);

Q_SIGNALS:
    void importRequested();
    void exportRequested();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct ReadPlan
    {
        QString file;
        domain::Result<exchange::PlanDocument> plan;
    };
    QLayout* makeHead();
    void makePanes();
    void makeActions();
    void readPlan(const QString& file);
    void takeHeld();
    void planRead(const QString& file, const domain::Result<exchange::PlanDocument>& plan);
    bool showAnswer(const QString& file, const exchange::PlanDocument& plan);
    void stopReading();
    void go(const QString& section);
    void showSection(const QString& section);

    session::Workspace& m_workspace;
    MentorFiles m_files;
    CommentPhrases m_phrases;
    QString m_section = reviewsSection;
    QString m_pending; ///< a plan whose answer was open at the end; read when it is to be seen
    session::Task<domain::Result<exchange::PlanDocument>> m_reading { m_workspace };
    std::optional<ReadPlan> m_held; ///< has been read, and waits for the end of a dialog
    QAction* m_cancel = nullptr; ///< of the reading
    QString m_reviewer; ///< how this person signs
    bool m_isPeer = false;
    QList<QAction*> m_actions;
    QButtonGroup* m_switch = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_sheet = nullptr;
    QStackedWidget* m_panes = nullptr;
    ReviewsPane* m_reviews = nullptr;
    PlansPane* m_plans = nullptr;
    ReviewView* m_answer = nullptr; ///< null while no plan is open
};

} // namespace waymark::ui
