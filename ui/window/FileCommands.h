// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>
#include <ui/window/Actions.h>
#include <ui/window/WindowSettings.h>

#include <session/PlanFiles.h>
#include <session/ReviewShelf.h>
#include <session/Workspace.h>

#include <QObject>

namespace waymark::ui {

/// The commands of the File menu that read or write files: asks for a path, shows what an import would change, writes exports with a
/// progress dialog, and says how it went.
class FileCommands : public QObject
{
    Q_OBJECT

public:
    FileCommands(session::Workspace& workspace, WindowSettings& settings, QWidget* window);

    void bind(Actions& actions);
    void import(const QString& path);
    void exportLesson(const QString& skill);
    void printLesson(const QString& skill);

Q_SIGNALS:
    void said(const QString& text, waymark::ui::NoticeTone tone);
    void placeRequested(const waymark::ui::Place& place);
    /// Another learner's plan, which this person wants to answer as a mentor.
    void planToAnswer(const QString& file);

private:
    void exportAs(const QString& format);
    void askForImport();
    void askForCourse();
    void importCourse(const QString& path);
    void importPlan(const QString& path);
    void importReview(const QString& path);
    /// A button of a preview: what it says, and its objectName.
    using Choice = std::pair<QString, QString>;
    /// Shows what an import would do; the index of the choice, -1 for none.
    [[nodiscard]] int ask(const QString& title, const QStringList& lines, const std::vector<Choice>& choices);
    [[nodiscard]] bool isOfAnother(const session::ArrivedPlan& plan) const;
    [[nodiscard]] static QStringList linesOf(const session::ArrivedPlan& plan);
    [[nodiscard]] QStringList linesOf(const session::ArrivedReview& review) const;
    void finish(const domain::Result<void>& written, const QString& path);
    void fail(const domain::Error& error);

    session::Workspace& m_workspace;
    WindowSettings& m_settings;
    QWidget* m_window = nullptr;
};

} // namespace waymark::ui
