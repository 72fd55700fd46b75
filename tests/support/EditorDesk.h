// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ScreenParts.h"
#include "WorkspaceFixture.h"

#include <domain/StudyEdits.h>
#include <session/Drafts.h>
#include <session/StudyWatch.h>
#include <session/Workers.h>
#include <ui/plan/HoursPane.h>
#include <ui/setup/GoalDialog.h>
#include <ui/skill/TimePanel.h>

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTemporaryDir>

#include <memory>

/// What the tests of drafts are written with: editors of one program and of the next, and a person who types into them.
namespace waymark::support {

using namespace Qt::StringLiterals;

inline constexpr qint64 minute = 60'000;
inline const QString skill = u"base"_s;

/// The learner's records and the editors over them, of one program and of the next.
struct EditorDesk
{
    QTemporaryDir home;
    WorkspaceFixture f;
    session::StudyWatch watch { *f.workspace };
    QString id; ///< of the entry or card that is changed

    EditorDesk()
    {
        apply(domain::setGoal(f.context(), { u"whole"_s, 7, {} }));
        apply(domain::addTime(f.context(), skill, WorkspaceFixture::now - 90 * minute, 30));
        apply(domain::writeCard(f.context(), skill, {}, u"front"_s, u"back"_s));
        startNext();
    }
    ~EditorDesk() { session::workers().waitForDone(); }
    EditorDesk(const EditorDesk&) = delete;
    EditorDesk& operator=(const EditorDesk&) = delete;
    void apply(const domain::Result<domain::Edit>& edit) const
    {
        if (!f.workspace->apply(edit)) {
            qFatal("an edit of the fixture fails");
        }
    }
    /// What is not in the file by now is lost.
    void startNext() const
    {
        session::workers().waitForDone();
        f.workspace->drafts().keepIn(home.filePath(u"drafts.json"_s));
    }
    [[nodiscard]] bool hasDraft() const
    {
        session::workers().waitForDone();
        session::Drafts onDisk;
        onDisk.keepIn(home.filePath(u"drafts.json"_s));
        return !onDisk.places().empty();
    }
    [[nodiscard]] QString entry() const { return f.workspace->progress().time().firstKey(); }
    [[nodiscard]] QString card() const { return f.workspace->progress().skill(skill).ownCards.firstKey(); }
};

inline std::unique_ptr<QWidget> shown(std::unique_ptr<QWidget> screen)
{
    screen->resize(900, 700);
    screen->show();
    QCoreApplication::processEvents();
    return screen;
}

inline std::unique_ptr<QWidget> timePanel(EditorDesk& desk)
{
    auto panel = std::make_unique<ui::TimePanel>(*desk.f.workspace, desk.watch);
    panel->setSkill(skill);
    desk.id = desk.entry();
    return shown(std::move(panel));
}

inline std::unique_ptr<QWidget> goal(EditorDesk& desk)
{
    return shown(std::make_unique<ui::GoalDialog>(*desk.f.workspace, ui::GoalDialog::Occasion::Change));
}

inline std::unique_ptr<QWidget> hours(EditorDesk& desk)
{
    return shown(std::make_unique<ui::HoursPane>(*desk.f.workspace));
}

inline void type(QWidget& field, const QString& text)
{
    field.setFocus();
    QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(&field, text);
}

inline QString textOf(const QWidget& screen, const QString& name)
{
    const auto* field = support::childOf<QWidget>(screen, name);
    if (const auto* sheet = qobject_cast<const QPlainTextEdit*>(field)) {
        return sheet->toPlainText();
    }
    if (const auto* number = qobject_cast<const QSpinBox*>(field)) {
        return number->cleanText();
    }
    return qobject_cast<const QLineEdit*>(field)->text();
}

/// The pause after the last key, without the wait.
inline void pause(const QWidget& screen)
{
    for (auto* timer : screen.findChildren<QTimer*>(u"writing.shortest"_s)) {
        if (timer->isActive()) {
            timer->start(0);
        }
    }
}

} // namespace waymark::support
