// SPDX-License-Identifier: GPL-3.0-or-later
// killed_window LIBRARY ACT CALL [FILE]: the whole program over the library. It does ACT in the window (start, import, export, backup or
// restore, with FILE) and is killed before the CALLth call from then on that changes the folder of the library, whichever thread makes it.
// With 0 it comes to its end and prints how many calls there were. "start" is the start itself, until the window stands.
#include <Disk.h>
#include <ShownWindow.h>

#include <app/CommandLine.h>
#include <app/WindowStart.h>
#include <resources/Resources.h>
#include <ui/window/MainWindow.h>
#include <ui/window/NoticeBar.h>

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QTextStream>
#include <QTimer>

#include <optional>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

class Person
{
public:
    explicit Person(const QStringList& arguments)
        : m_library(arguments.at(1))
        , m_act(arguments.at(2))
        , m_call(arguments.at(3).toInt())
        , m_file(arguments.value(4))
    {
        if (m_act == "start"_L1) {
            begin();
        }
        QObject::connect(&m_look, &QTimer::timeout, &m_look, [this] { look(); });
        m_look.start(1);
    }

private:
    void begin()
    {
        m_disk.emplace(QFileInfo(m_library).path(), power::DiskFault { power::DiskCall::Write, m_call, 0, false, false, true });
    }

    void look()
    {
        ui::MainWindow* window = support::shownWindow();
        if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) {
            answer(*dialog, window != nullptr);
        } else if (window != nullptr && window->menuWidget()->isEnabled()) {
            if (m_act == "start"_L1 || (m_disk && isDone(*window))) {
                end(*window);
            } else if (!m_disk) {
                begin();
                QTimer::singleShot(0, window, [this, window] { act(*window); }); // a timer does not run within itself
            }
        }
    }
    void answer(QDialog& dialog, bool hasWindow)
    {
        if (auto* files = qobject_cast<QFileDialog*>(&dialog)) {
            auto* name = files->findChild<QLineEdit*>(u"fileNameEdit"_s);
            if (name->text() != m_file) {
                name->setText(m_file);
                QCoreApplication::postEvent(name, new QKeyEvent(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier));
            }
            return;
        }
        if (dialog.objectName() == "restoring"_L1 || dialog.objectName() == "exportProgress"_L1) {
            return; // it goes by itself
        }
        auto* box = qobject_cast<QMessageBox*>(&dialog);
        QAbstractButton* yes = box == nullptr ? nullptr : box->button(QMessageBox::Yes);
        const auto buttons = dialog.findChildren<QPushButton*>();
        for (QPushButton* button : buttons) {
            yes = yes == nullptr && button->isDefault() ? button : yes;
        }
        if (!hasWindow || yes == nullptr) {
            QTextStream(stdout) << "asked: " << dialog.objectName() << '\n';
            std::_Exit(5);
        }
        yes->click();
    }
    void act(ui::MainWindow& window)
    {
        if (m_act == "import"_L1) {
            window.openFiles({ m_file });
        } else if (m_act == "export"_L1) {
            window.actions()["file.export.json"]->trigger();
        } else if (m_act == "backup"_L1) {
            Q_EMIT window.backupRequested();
        } else if (m_act == "restore"_L1) {
            Q_EMIT window.restoreRequested(m_file);
        }
    }
    /// The window has said how it went.
    static bool isDone(const ui::MainWindow& window)
    {
        const auto* bar = window.findChild<ui::NoticeBar*>(u"noticeBar"_s);
        return !bar->text().isEmpty() && bar->findChild<QProgressBar*>(u"noticeProgress"_s)->isHidden();
    }
    void end(ui::MainWindow& window)
    {
        m_look.stop();
        int calls = 0;
        for (int call = 0; call < power::diskCalls; ++call) {
            calls += m_disk->calls(static_cast<power::DiskCall>(call));
        }
        m_disk.reset();
        QTextStream(stdout) << calls << '\n' << window.findChild<ui::NoticeBar*>(u"noticeBar"_s)->text() << '\n';
        window.close();
    }

    QString m_library;
    QString m_act;
    int m_call;
    QString m_file;
    std::optional<power::FaultyDisk> m_disk;
    QTimer m_look;
};

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QCoreApplication::setApplicationName(u"waymark"_s);
    resources::initialise();
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 4) {
        return 2;
    }
    QSettings settings(QSettings::IniFormat, QSettings::UserScope, u"waymark"_s, u"waymark"_s);
    ui::WindowSettings(settings).setFirstRunDone();
    const Person person(arguments);
    app::Request request;
    request.library = arguments.at(1);
    return app::runWindow(application, request, settings);
}
