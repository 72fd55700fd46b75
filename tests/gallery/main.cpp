// SPDX-License-Identifier: GPL-3.0-or-later
// Renders every page in its main states to PNG files: waymark_gallery FOLDER. README shows some of them.
#include "AnsweredLife.h"
#include "Gallery.h"
#include "LearningLife.h"
#include "PlannedLife.h"

#include <domain/StudyEdits.h>
#include <resources/Resources.h>

#include <QApplication>
#include <QDateTime>
#include <QTextStream>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace waymark;
using gallery::must;

namespace {

/// The moment of every picture, so that two runs give the same pictures. It goes back while a past is lived.
qint64& pictureTime()
{
    static qint64 now = QDateTime(QDate(2026, 11, 21), QTime(18, 30), Qt::UTC).toMSecsSinceEpoch();
    return now;
}

/// A learner some weeks in: a goal, finished and begun skills, evidence, a note and study time.
void study(session::Workspace& workspace)
{
    const auto apply
        = [&workspace](const domain::Result<domain::Edit>& edit) { must(workspace.apply(edit).has_value(), "an edit failed"); };
    apply(domain::setGoal(workspace.context(), { u"can-apply"_s, 10, QDate(2027, 12, 31) }));
    apply(domain::setChoice(workspace.context(), u"language"_s, { u"lang-python"_s }));
    for (const QString& id : { u"found-role-of-backend"_s, u"found-how-computers-work"_s, u"found-dev-environment"_s,
             u"found-problem-solving"_s, u"lang-basics"_s, u"sys-terminal-files"_s, u"net-internet"_s, u"db-relational-model"_s }) {
        apply(domain::finishSkill(workspace.context(), id));
    }
    apply(domain::skipSkill(workspace.context(), u"career-map"_s));
    const auto& checklist = workspace.roadmap().find(u"vcs-git-basics"_s)->checklist;
    apply(domain::startSkill(workspace.context(), u"vcs-git-basics"_s, false));
    for (std::size_t i = 0; i < 3 && i < checklist.size(); ++i) {
        apply(domain::checkItem(workspace.context(), u"vcs-git-basics"_s, checklist[i].id,
            domain::Evidence { domain::EvidenceKind::Commit, u"4f2a9c1 Undo the price change"_s, 0 }));
    }
    apply(domain::writeNote(workspace.context(), u"vcs-git-basics"_s, u"git restore is for files, git revert for commits."_s));
    constexpr qint64 hour = 3'600'000;
    const int minutes[] = { 50, 95, 0, 40, 120 };
    for (int day = 0; day < 5; ++day) {
        if (minutes[day] > 0) {
            apply(domain::addTime(workspace.context(), u"vcs-git-basics"_s, pictureTime() - day * 24 * hour - 2 * hour, minutes[day]));
        }
    }
}

/// The pictures of a learner with a plan, in the three palettes and from narrow to wide.
void plan(gallery::Gallery& pictures, ui::Theme& theme, session::Workspace& empty)
{
    const auto planned = pictures.library(u"planned.waymark"_s);
    gallery::plan(*planned, pictureTime());
    const auto overdone = pictures.library(u"overdone.waymark"_s);
    gallery::plan(*overdone, pictureTime());
    gallery::overdo(*overdone, pictureTime());
    const auto shoot = [&](const QString& state, const QSize& size) {
        pictures.planned(*planned, state, size);
        pictures.planning(*planned, state, size);
        pictures.overdone(*overdone, state, size);
    };
    theme.setChoice(ui::Theme::Choice::Dark);
    shoot(u"dark"_s, { 1280, 800 });
    theme.setChoice(ui::Theme::Choice::HighContrast);
    shoot(u"contrast"_s, { 1280, 800 });
    theme.setChoice(ui::Theme::Choice::Light);
    for (const QSize& size : { QSize(1280, 800), QSize(1000, 700), QSize(1920, 1080) }) {
        shoot(u"light"_s, size);
    }
    pictures.planned(empty, u"light-empty"_s, { 1280, 800 });
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"waymark"_s);
    resources::initialise();
    QTranslator words;
    if (words.load(u":/translations/waymark_en.qm"_s)) {
        QCoreApplication::installTranslator(&words);
    }
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2) {
        QTextStream(stderr) << "waymark_gallery FOLDER\n";
        return 2;
    }
    ui::Theme theme(application);
    gallery::Gallery pictures(arguments[1], theme, pictureTime());
    const auto empty = pictures.library(u"empty.waymark"_s);
    const auto used = pictures.library(u"used.waymark"_s);
    study(*used);
    const auto troubled = pictures.library(u"troubled.waymark"_s);
    study(*troubled);
    const std::pair<ui::Theme::Choice, QString> themes[] = { { ui::Theme::Choice::Light, u"light"_s },
        { ui::Theme::Choice::Dark, u"dark"_s }, { ui::Theme::Choice::HighContrast, u"contrast"_s } };
    for (const auto& [choice, name] : themes) {
        theme.setChoice(choice);
        pictures.pages(*used, name, { 1280, 800 });
        pictures.dialogs(*empty, name);
        pictures.troubles(*troubled, u"troubled.waymark"_s, name);
    }
    pictures.merging({ std::begin(themes), std::end(themes) });
    theme.setChoice(ui::Theme::Choice::Light);
    pictures.pages(*used, u"light"_s, { 1000, 700 });
    pictures.pages(*used, u"light"_s, { 1920, 1080 });
    pictures.pages(*empty, u"light-empty"_s, { 1280, 800 });
    const auto far = pictures.library(u"far.waymark"_s);
    study(*far);
    for (const QString& id : { u"lang-errors-files-json"_s, u"qual-unit-testing"_s }) {
        must(far->apply(domain::finishSkill(far->context(), id)).has_value(), "a skill cannot be finished");
    }
    pictures.today(*far, u"light"_s, { 1280, 800 });
    pictures.today(*far, u"light"_s, { 1000, 700 });
    const auto learned = pictures.library(u"learned.waymark"_s);
    study(*learned);
    gallery::learn(*learned, pictureTime());
    theme.setChoice(ui::Theme::Choice::Dark);
    pictures.learning(*learned, u"dark"_s, { 1280, 800 });
    const auto answered = pictures.library(u"answered.waymark"_s);
    study(*answered);
    gallery::beAnswered(*answered);
    pictures.answered(*answered, u"dark"_s, { 1280, 800 });
    theme.setChoice(ui::Theme::Choice::Light);
    pictures.answered(*answered, u"light"_s, { 1280, 800 });
    pictures.answered(*answered, u"light"_s, { 1000, 700 });
    pictures.answered(*answered, u"light"_s, { 1920, 1080 });
    pictures.unanswered(*empty, u"light"_s, { 1280, 800 });
    pictures.learning(*learned, u"light"_s, { 1280, 800 });
    pictures.learning(*learned, u"light"_s, { 1000, 700 });
    const auto mentoring = pictures.library(u"mentoring.waymark"_s);
    pictures.mentor(*mentoring, *far, u"light"_s, { 1280, 800 });
    pictures.mentor(*mentoring, *far, u"light"_s, { 1000, 700 });
    pictures.mentor(*mentoring, *far, u"light"_s, { 1920, 1080 });
    theme.setChoice(ui::Theme::Choice::Dark);
    pictures.mentor(*mentoring, *far, u"dark"_s, { 1280, 800 });
    plan(pictures, theme, *empty);
    QTextStream(stdout) << pictures.count() << " pictures in " << arguments[1] << '\n';
    return 0;
}
