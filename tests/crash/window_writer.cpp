// SPDX-License-Identifier: GPL-3.0-or-later
// window_writer LIBRARY SEED: opens the whole window over the library and works in it as a restless learner would, until it is killed. When
// a change has been shown, the content hash of the progress is written to standard output (32 bytes).
#include <app/LibraryDoor.h>
#include <resources/Resources.h>
#include <session/Workspace.h>
#include <ui/theme/Theme.h>
#include <ui/window/MainWindow.h>

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTimer>

#include <random>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

void say(const session::Workspace& workspace)
{
    const QByteArray hash = domain::contentHash(workspace.progress());
    if (::write(STDOUT_FILENO, hash.constData(), static_cast<std::size_t>(hash.size())) != hash.size()) {
        ::_exit(3);
    }
}

class RestlessLearner
{
public:
    RestlessLearner(session::Workspace& workspace, ui::MainWindow& window, quint64 seed)
        : m_workspace(workspace)
        , m_window(window)
        , m_random(seed)
    {
    }

    void step()
    {
        static constexpr const char* acts[] = { "skill.start", "skill.finish", "skill.skip", "skill.reset", "edit.undo", "edit.redo" };
        switch (below(4)) {
        case 0:
            m_window.go({ ui::PageId::Skill, m_workspace.roadmap().skill(below(m_workspace.roadmap().size())).id, {} });
            break;
        case 1:
            m_window.go({ below(2) == 0 ? ui::PageId::Today : ui::PageId::Skill, u"vcs-git-basics"_s, {} });
            break;
        case 2:
            tickOrWrite();
            break;
        default:
            m_window.actions()[acts[below(6)]]->trigger();
        }
    }

private:
    int below(int limit) { return static_cast<int>(m_random() % static_cast<quint64>(limit)); }

    void tickOrWrite()
    {
        if (auto* note = m_window.findChild<QPlainTextEdit*>(u"note"_s); note != nullptr && below(3) == 0) {
            note->setPlainText(u"note %1"_s.arg(below(1000)));
            return;
        }
        QList<QAbstractButton*> boxes;
        const QList<QAbstractButton*> buttons = m_window.findChildren<QAbstractButton*>();
        for (QAbstractButton* button : buttons) {
            if (button->isCheckable() && button->objectName().startsWith(u"checklist.")) {
                boxes.append(button);
            }
        }
        if (!boxes.isEmpty()) {
            boxes.at(below(static_cast<int>(boxes.size())))->click();
        }
    }

    session::Workspace& m_workspace;
    ui::MainWindow& m_window;
    std::mt19937_64 m_random;
};

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    resources::initialise();
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3) {
        return 2;
    }
    const QString path = arguments.at(1);
    QSettings settings(path + u".ini"_s, QSettings::IniFormat);
    app::LibraryDoor door(settings, app::systemClock());
    auto workspace = QFile::exists(path) ? door.open(path, app::LibraryDoor::Access::Write) : door.create(path);
    if (!workspace) {
        return 1;
    }
    ui::Theme theme(application);
    ui::WindowSettings windowSettings(settings);
    ui::MainWindow window(**workspace, theme, windowSettings);
    window.show();
    say(**workspace);
    QObject::connect(workspace->get(), &session::Workspace::changed, &window, [&] { say(**workspace); });
    RestlessLearner learner(**workspace, window, arguments.at(2).toULongLong());
    QTimer steps;
    QObject::connect(&steps, &QTimer::timeout, &window, [&learner] { learner.step(); });
    steps.start(0);
    return QApplication::exec();
}
