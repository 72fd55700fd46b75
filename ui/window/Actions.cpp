// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/Actions.h>

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr auto topicProperty = "waymarkTopic";
constexpr auto groupProperty = "waymarkStartsGroup";

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(Actions)

public:
    static std::vector<Actions::Spec> file()
    {
        constexpr auto topic = ActionTopic::File;
        return {
            { "file.import", tr("&Import…"), topic, { QKeySequence(u"Ctrl+O"_s) }, IconId::Import },
            { "file.export.plan", tr("Export the plan for a &mentor…"), topic, {}, {}, false, true },
            { "file.export.record", tr("Export the learner &record…"), topic },
            { "file.export.pdf", tr("Export the plan as &PDF…"), topic, { QKeySequence(u"Ctrl+E"_s) }, IconId::Export },
            { "file.export.markdown", tr("Export the plan as Mark&down…"), topic },
            { "file.export.csv", tr("Export the plan as &CSV…"), topic },
            { "file.export.json", tr("Export the plan as &JSON…"), topic },
            { "file.export.ics", tr("Export the study c&alendar…"), topic },
            { "file.export.summary", tr("Export a summary of the &week…"), topic },
            { "file.export.svg", tr("Export the map as &SVG…"), topic, {}, {}, false, true },
            { "file.export.png", tr("Export the map as P&NG…"), topic },
            { "file.print-lesson", tr("Prin&t the lesson…"), topic, { QKeySequence(QKeySequence::Print) }, {}, false, true },
            { "file.export-lesson", tr("Export the &lesson as PDF…"), topic },
            { "file.install-course", tr("Install a c&ourse…"), topic, {}, {}, false, true },
            { "file.backup", tr("Make a &backup now"), topic, {}, {}, false, true },
            { "file.backup.test", tr("T&est my backup"), topic },
            { "file.backup.restore", tr("&Restore a backup…"), topic },
            { "file.merge", tr("Mer&ge a copy of this library…"), topic, {}, {}, false, true },
            { "file.conflicts", tr("Di&fferences between copies…"), topic },
            { "file.quit", tr("&Quit"), topic, { QKeySequence(u"Ctrl+Q"_s) }, {}, false, true },
        };
    }

    static std::vector<Actions::Spec> edit()
    {
        constexpr auto topic = ActionTopic::Edit;
        return {
            { "edit.undo", tr("&Undo"), topic, { QKeySequence(QKeySequence::Undo) }, IconId::Undo },
            { "edit.redo", tr("&Redo"), topic, { QKeySequence(u"Ctrl+Shift+Z"_s), QKeySequence(u"Ctrl+Y"_s) }, IconId::Redo },
            { "edit.goal", tr("&Goal and choices…"), topic, { QKeySequence(u"Ctrl+G"_s) }, IconId::Flag, false, true },
        };
    }

    static std::vector<Actions::Spec> skill()
    {
        constexpr auto topic = ActionTopic::Skill;
        return {
            { "skill.open", tr("&Open the lesson"), topic, {}, IconId::Lesson },
            { "skill.start", tr("&Start"), topic, { QKeySequence(u"Alt+S"_s) }, IconId::Play, false, true },
            { "skill.finish", tr("Mark as &done"), topic, { QKeySequence(u"Alt+D"_s) }, IconId::Check },
            { "skill.skip", tr("S&kip"), topic, { QKeySequence(u"Alt+K"_s) }, IconId::Skip },
            { "skill.reset", tr("&Reset"), topic, { QKeySequence(u"Alt+R"_s) }, IconId::Reset },
            { "skill.watch.start", tr("Start the &watch on it"), topic, { QKeySequence(u"Alt+W"_s) }, IconId::Clock, false, true,
                tr("Start", "the watch") },
            { "skill.watch.pause", tr("Pa&use the watch"), topic, { QKeySequence(u"Alt+P"_s) }, IconId::Pause, false, false,
                tr("Pause", "the watch") },
            { "skill.watch.stop", tr("S&top the watch"), topic, { QKeySequence(u"Alt+Shift+W"_s) }, IconId::Stop, false, false,
                tr("Stop", "the watch") },
            { "skill.watch.drop", tr("Drop the watch, keep no time"), topic, {}, IconId::Trash, false, false, tr("Drop", "the watch") },
            { "skill.badge", tr("Export a &badge…"), topic, {}, IconId::Export, false, true },
        };
    }

    static std::vector<Actions::Spec> view()
    {
        constexpr auto topic = ActionTopic::View;
        return {
            { "view.theme.system", tr("Colours of the &desktop"), topic, {}, {}, true },
            { "view.theme.light", tr("&Light"), topic, {}, {}, true },
            { "view.theme.dark", tr("D&ark"), topic, {}, {}, true },
            { "view.theme.contrast", tr("&High contrast"), topic, {}, {}, true },
            { "view.theme.next", tr("&Next colours"), topic, { QKeySequence(u"Ctrl+Shift+L"_s) }, IconId::Theme, false, false,
                tr("Colours", "on the rail") },
            { "view.fullscreen", tr("&Full screen"), topic, { QKeySequence(u"F11"_s) }, {}, true, true },
        };
    }

    static std::vector<Actions::Spec> go()
    {
        constexpr auto topic = ActionTopic::Go;
        return {
            { "go.today", tr("&Today"), topic, { QKeySequence(u"Ctrl+1"_s) }, IconId::Today, true },
            { "go.map", tr("&Map"), topic, { QKeySequence(u"Ctrl+2"_s) }, IconId::Map, true },
            { "go.skill", tr("&Lesson"), topic, { QKeySequence(u"Ctrl+3"_s) }, IconId::Lesson, true },
            { "go.recall", tr("&Recall"), topic, { QKeySequence(u"Ctrl+4"_s) }, IconId::Recall, true },
            { "go.questions", tr("&Questions to try again"), topic, { QKeySequence(u"Ctrl+5"_s) } },
            { "go.placement", tr("Find out what I &know…"), topic, { QKeySequence(u"Ctrl+6"_s) } },
            { "go.mentor", tr("M&entor"), topic, { QKeySequence(u"Ctrl+7"_s) }, IconId::Mentor, true },
            { "go.plan", tr("&Plan"), topic, { QKeySequence(u"Ctrl+8"_s) }, IconId::Plan, true },
            { "go.progress", tr("Pro&gress"), topic, { QKeySequence(u"Ctrl+9"_s) }, IconId::Progress, true },
            { "go.back", tr("&Back"), topic, { QKeySequence(u"Alt+Left"_s), QKeySequence(Qt::Key_Back) }, IconId::Back, false, true },
            { "go.forward", tr("&Forward"), topic, { QKeySequence(u"Alt+Right"_s), QKeySequence(Qt::Key_Forward) }, IconId::Forward },
            { "go.palette", tr("Find &anything…"), topic, { QKeySequence(u"Ctrl+K"_s) }, IconId::Search, false, true,
                tr("Find", "on the rail") },
            { "go.search", tr("&Search on this page"), topic, { QKeySequence(QKeySequence::Find) } },
        };
    }

    static std::vector<Actions::Spec> help()
    {
        constexpr auto topic = ActionTopic::Help;
        return {
            { "help.shortcuts", tr("&Keyboard shortcuts"), topic, { QKeySequence(u"F1"_s) }, IconId::Keyboard },
            { "help.crashes", tr("&Crash reports…"), topic },
            { "help.about", tr("&About Waymark"), topic },
        };
    }

    static QString topicTitle(ActionTopic topic)
    {
        switch (topic) {
        case ActionTopic::File:
            return tr("&File");
        case ActionTopic::Edit:
            return tr("&Edit");
        case ActionTopic::Skill:
            return tr("&Skill");
        case ActionTopic::View:
            return tr("&View");
        case ActionTopic::Go:
            return tr("&Go");
        case ActionTopic::Help:
            return tr("&Help");
        }
        return {};
    }
};

} // namespace

QString titleOf(ActionTopic topic)
{
    return Texts::topicTitle(topic);
}

Actions::Actions(QObject* parent)
    : QObject(parent)
{
    for (const auto& topic : { Texts::file(), Texts::edit(), Texts::skill(), Texts::view(), Texts::go(), Texts::help() }) {
        for (const Spec& spec : topic) {
            add(spec);
        }
    }
}

void Actions::add(const Spec& spec)
{
    auto* action = new QAction(spec.text, this);
    action->setObjectName(QString::fromLatin1(spec.id));
    action->setShortcuts(spec.shortcuts);
    action->setCheckable(spec.checkable);
    action->setProperty(topicProperty, static_cast<int>(spec.topic));
    action->setProperty(groupProperty, spec.separatorBefore);
    if (spec.icon) {
        action->setIcon(icon(*spec.icon));
    }
    QString plain = spec.text;
    action->setIconText(spec.word.isEmpty() ? plain.remove(u'&').remove(u'…') : spec.word);
    if (!spec.shortcuts.isEmpty()) {
        action->setToolTip(u"%1 (%2)"_s.arg(action->iconText(), spec.shortcuts.first().toString(QKeySequence::NativeText)));
    }
    m_actions.push_back(action);
}

QAction* Actions::operator[](const char* id) const
{
    const auto found = std::find_if(
        m_actions.begin(), m_actions.end(), [id](const QAction* action) { return action->objectName() == QLatin1StringView(id); });
    Q_ASSERT(found != m_actions.end());
    return *found;
}

std::vector<QAction*> Actions::of(ActionTopic topic) const
{
    std::vector<QAction*> actions;
    std::copy_if(m_actions.begin(), m_actions.end(), std::back_inserter(actions),
        [topic](const QAction* action) { return action->property(topicProperty).toInt() == static_cast<int>(topic); });
    return actions;
}

bool Actions::startsGroup(const QAction* action) const
{
    return action->property(groupProperty).toBool();
}

} // namespace waymark::ui
