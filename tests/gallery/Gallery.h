// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>
#include <ui/Page.h>
#include <ui/theme/Theme.h>

#include <QSettings>
#include <QSize>
#include <QTemporaryDir>

#include <memory>
#include <utility>
#include <vector>

namespace waymark::ui {
class MainWindow;
} // namespace waymark::ui

namespace waymark::gallery {

/// Aborts where it was not done.
void must(bool done, const char* what);

/// Renders pages to PNG files in a folder. What a method is given as `state` names its pictures, with the size of the window behind it.
class Gallery
{
public:
    /// `now` (UTC milliseconds) is the clock of the libraries.
    Gallery(const QString& folder, ui::Theme& theme, const qint64& now);

    [[nodiscard]] std::unique_ptr<session::Workspace> library(const QString& name);

    void pages(session::Workspace& workspace, const QString& state, const QSize& size);
    /// Today with a project that is open.
    void today(session::Workspace& workspace, const QString& state, const QSize& size);
    /// Quiz, recall and placement, of a learner with weeks behind.
    void learning(session::Workspace& workspace, const QString& state, const QSize& size);
    /// The learner's side of the round trip with a mentor: reviews by each kind of key, and a skill whose sign-off no longer holds.
    void answered(session::Workspace& workspace, const QString& state, const QSize& size);
    /// Before anybody has answered.
    void unanswered(session::Workspace& workspace, const QString& state, const QSize& size);
    /// The mentor's side: a table of plans, a comparison, an answer, the key. `own` is the learner's library that the plans are made of.
    void mentor(session::Workspace& workspace, session::Workspace& own, const QString& state, const QSize& size);
    void dialogs(session::Workspace& workspace, const QString& state);
    /// Two copies of one library, in each of the themes under its name; the last one stays chosen.
    void merging(const std::vector<std::pair<ui::Theme::Choice, QString>>& themes);
    /// Today, plan and progress.
    void planned(session::Workspace& workspace, const QString& state, const QSize& size);
    /// What a person does with a plan: a row chosen, another goal tried, a time of study entered.
    void planning(session::Workspace& workspace, const QString& state, const QSize& size);
    /// More in Doing than was meant to be, and a watch that nobody has seen for hours.
    void overdone(session::Workspace& workspace, const QString& state, const QSize& size);
    /// What went wrong outside of the pages: the restore of a backup, a damaged library, a folder that is synced, a crash. `library` is the
    /// name of the workspace's file.
    void troubles(session::Workspace& workspace, const QString& library, const QString& state);

    [[nodiscard]] int count() const { return m_count; }

private:
    void shoot(ui::MainWindow& window, const ui::Place& place, const QString& name);
    /// As a person would; nothing where there is no such button now.
    static void press(QWidget& window, const QString& name);
    static void trigger(QWidget& window, const QString& name);
    /// Lets what arrives from workers arrive, then takes the picture.
    void save(QWidget& widget, const QString& name);
    void shot(QWidget& widget, const QString& name); ///< as it is now
    void recovery(const QString& backup, const QString& state);
    void waits(const QString& state);

    QTemporaryDir m_home;
    QString m_folder;
    ui::Theme& m_theme;
    const qint64& m_now;
    QSettings m_settings;
    int m_count = 0;
};

} // namespace waymark::gallery
