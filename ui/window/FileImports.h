// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <session/PlanFiles.h>
#include <session/ReviewShelf.h>
#include <session/Task.h>
#include <session/Workspace.h>

#include <QObject>

namespace waymark::ui {

class Actions;
class WindowSettings;

/// Brings files into the library: reads one after the other on a worker, shows what each would change, applies it when the person says so,
/// and says how it went.
class FileImports : public QObject
{
    Q_OBJECT

public:
    FileImports(session::Workspace& workspace, WindowSettings& settings, QWidget* window);

    void bind(Actions& actions);
    void import(const QString& path); ///< what it is shows its content

Q_SIGNALS:
    void said(const QString& text, waymark::ui::NoticeTone tone);
    /// What was taken in, and what takes it back.
    void offered(const QString& text, waymark::ui::NoticeTone tone, QAction* undo);
    void waitingBegan(const QString& text, QAction* cancel);
    void waitingEnded();
    void placeRequested(const waymark::ui::Place& place);
    /// Another learner's plan, which this person wants to answer as a mentor.
    void planToAnswer(const QString& file);

private:
    /// A file that is to be read, and as what.
    struct Waiting
    {
        QString path;
        domain::Result<session::BroughtFile> (*read)(const QString& path) = nullptr;
    };
    /// A button of a preview: what it says, and its objectName.
    using Choice = std::pair<QString, QString>;

    void askForImport();
    void askForCourse();
    void next();
    void cancel();
    void take(const session::BroughtFile& file, const QString& path);
    void takeCourse(const domain::CourseContent& content);
    void takePlan(const domain::Result<session::ArrivedPlan>& plan, const QString& path);
    void takeReview(const exchange::ReviewDocument& review, const QString& path);
    /// Shows what an import would do; the index of the choice, -1 for none.
    [[nodiscard]] int ask(const QString& title, const QStringList& lines, const std::vector<Choice>& choices);
    [[nodiscard]] bool isRefused(); ///< and it is said why
    [[nodiscard]] bool isOwnWork(const session::ArrivedPlan& plan, const QString& path); ///< of a plan of another library, by who is asked
    [[nodiscard]] bool isOfAnother(const session::ArrivedPlan& plan) const;
    [[nodiscard]] static QStringList linesOf(const session::ArrivedPlan& plan);
    [[nodiscard]] QStringList linesOf(const session::ArrivedReview& review) const;
    void fail(const domain::Error& error);

    session::Workspace& m_workspace;
    WindowSettings& m_settings;
    QWidget* m_window;
    QAction* m_undo = nullptr;
    QAction* m_cancel; ///< of the reading, and of all that waits
    QList<Waiting> m_waiting;
    session::Task<domain::Result<session::BroughtFile>> m_reading { m_workspace };
    bool m_isBusy = false; ///< a file is read, or asked about
};

} // namespace waymark::ui
