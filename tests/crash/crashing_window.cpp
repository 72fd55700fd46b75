// SPDX-License-Identifier: GPL-3.0-or-later
// crashing_window LIBRARY WORDS ACT [FILE]: the whole program over the library, which is made first and gets WORDS into every text that a
// learner can write. Then it crashes as ACT says: window, worker, import (of FILE), thrown, fatal, overflow or deep worker; or it does not:
// "look" prints the notice, its button, the page of the window and unsaved evidence, "usual" presses the button first and prints the card
// in the dialog that this opens, "kill" ends without a crash, "draft" does so a moment after WORDS were typed as evidence that nobody
// saved, "card" after they were typed into the dialog of a card, and "note" while somebody types a note without a break. "raised" and
// "handed" minimise the window and print what it looks like once it came forward again, "handed" once it has something to say as well.
#include <app/CommandLine.h>
#include <app/CrashReport.h>
#include <app/LibraryDoor.h>
#include <app/ProgramLog.h>
#include <app/WindowStart.h>
#include <resources/Resources.h>
#include <session/CrashShelf.h>
#include <session/Workers.h>
#include <ui/window/MainWindow.h>
#include <ui/window/NoticeBar.h>

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTextStream>
#include <QTimer>
#include <QToolButton>

#include <csignal>
#include <cstdlib>
#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

const QString skill = u"vcs-git-basics"_s;

struct Order
{
    QString library;
    QString words;
    QString act;
    QString file;
};

bool writeWords(const Order& order, QSettings& settings)
{
    app::LibraryDoor door(settings, app::systemClock());
    auto workspace = door.create(order.library);
    if (!workspace) {
        return false;
    }
    session::Workspace& w = **workspace;
    const QString item = w.roadmap().find(skill)->checklist.front().id;
    domain::Goal goal = w.progress().goal();
    goal.milestone = w.course().milestones.front().id;
    return w.apply(domain::setLearner(w.context(), order.words)).has_value() && w.apply(domain::setGoal(w.context(), goal)).has_value()
        && w.apply(domain::writeNote(w.context(), skill, order.words)).has_value()
        && w.apply(domain::addEvidence(w.context(), skill, item, { domain::EvidenceKind::Note, order.words, 0 })).has_value();
}

/// Grows the stack until there is none. What comes back is used, so that no compiler makes a loop of it.
int dig(int depth) // NOLINT(misc-no-recursion)
{
    volatile char room[4096] = {};
    room[0] = static_cast<char>(depth);
    return depth < 0 ? 0 : dig(depth + 1) + room[0];
}

/// As soon as there is a file of what was typed.
void dieWithDraft(ui::MainWindow& window)
{
    auto* look = new QTimer(&window);
    QObject::connect(look, &QTimer::timeout, &window, [] {
        if (!QDir(session::CrashShelf::defaultFolder()).entryList({ u"drafts-*.json"_s }).isEmpty()) {
            std::raise(SIGKILL);
        }
    });
    look->start(10);
}

void typeCardAndDie(const Order& order, ui::MainWindow& window)
{
    dieWithDraft(window);
    QTimer::singleShot(0, &window, [words = order.words] {
        if (auto* dialog = QApplication::activeModalWidget()) {
            dialog->findChild<QPlainTextEdit*>(u"card.front"_s)->setPlainText(words);
        }
    });
    window.go({ ui::PageId::Recall, {}, {} });
    window.findChild<QAction*>(u"recall.new"_s)->trigger();
}

void typeAndDie(const Order& order, ui::MainWindow& window)
{
    for (auto* button : window.findChildren<QToolButton*>()) {
        if (button->objectName().startsWith(u"evidence.add.") && button->isVisible()) {
            button->click();
            break;
        }
    }
    for (auto* field : window.findChildren<QPlainTextEdit*>()) {
        if (field->objectName().startsWith(u"evidence.text.")) {
            field->setPlainText(order.words);
        }
    }
    dieWithDraft(window);
}

/// Types without a pause that would save, and is killed as soon as something was saved all the same.
void typeOnAndDie(ui::MainWindow& window)
{
    constexpr int between = 100; // milliseconds from key to key
    constexpr int mostKeys = 200;
    auto* keys = new QTimer(&window);
    QObject::connect(keys, &QTimer::timeout, &window, [&window, typed = 0]() mutable {
        if (window.findChild<QLabel*>(u"note.state"_s)->text() == "Saved"_L1) {
            std::raise(SIGKILL);
        }
        if (++typed > mostKeys) {
            std::exit(4);
        }
        auto* note = window.findChild<QPlainTextEdit*>(u"note"_s);
        note->moveCursor(QTextCursor::End);
        note->insertPlainText(u"."_s);
    });
    keys->start(between);
}

void crash(const Order& order, ui::MainWindow& window)
{
    window.go({ ui::PageId::Skill, skill, {} });
    qWarning("%s", qPrintable(order.words));
    if (order.act == "window"_L1) {
        std::raise(SIGSEGV);
    } else if (order.act == "worker"_L1) {
        session::workers().start([] { std::raise(SIGBUS); });
    } else if (order.act == "import"_L1) {
        window.openFiles({ order.file });
        session::workers().start([] { std::abort(); });
    } else if (order.act == "thrown"_L1) {
        session::workers().start([words = order.words.toStdString()] { throw std::runtime_error(words); });
    } else if (order.act == "fatal"_L1) {
        qFatal("%s", qPrintable(order.words));
    } else if (order.act == "overflow"_L1) {
        std::exit(dig(1));
    } else if (order.act == "deep worker"_L1) {
        session::workers().start([] { std::exit(dig(1)); });
    } else if (order.act == "kill"_L1) {
        std::raise(SIGKILL);
    } else if (order.act == "draft"_L1) {
        typeAndDie(order, window);
    } else if (order.act == "card"_L1) {
        typeCardAndDie(order, window);
    } else if (order.act == "note"_L1) {
        typeOnAndDie(window);
    }
}

void look(ui::MainWindow& window, bool pressesButton)
{
    const auto* bar = window.findChild<ui::NoticeBar*>(u"noticeBar"_s);
    auto* button = window.findChild<QToolButton*>(u"noticeAction"_s);
    if (pressesButton) {
        QTimer::singleShot(0, &window, [] {
            if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) {
                QTextStream(stdout) << "card: " << dialog->findChild<QPlainTextEdit*>(u"card.front"_s)->toPlainText() << '\n';
                dialog->reject();
            }
        });
        button->click();
    }
    QTextStream out(stdout);
    out << "notice: " << bar->text() << '\n';
    out << "button: " << (button->defaultAction() == nullptr ? QString() : button->defaultAction()->objectName()) << '\n';
    out << "page: " << window.windowTitle() << '\n';
    out << "dark: " << (window.actions()["view.theme.dark"]->isChecked() ? "yes" : "no") << '\n';
    for (const auto* field : window.findChildren<QPlainTextEdit*>()) {
        if (field->objectName().startsWith(u"evidence.text.")) {
            out << "draft: " << field->toPlainText() << '\n';
        }
    }
    if (const auto* note = window.findChild<QPlainTextEdit*>(u"note"_s)) {
        out << "note: " << note->toPlainText() << '\n';
    }
    out.flush();
    window.close();
}

/// It minimises itself; coming back is for a second start to bring about.
void comeForward(ui::MainWindow& window, bool isHandedAFile)
{
    window.showMinimized();
    const auto minimised = [&window] { return window.isMinimized() ? "minimised: yes" : "minimised: no"; };
    QTextStream(stdout) << minimised() << '\n';
    auto* wait = new QTimer(&window);
    QObject::connect(wait, &QTimer::timeout, &window, [&window, wait, minimised, isHandedAFile] {
        const QString said = window.findChild<ui::NoticeBar*>(u"noticeBar"_s)->text();
        if (window.isMinimized() || !window.isActiveWindow() || (isHandedAFile && said.isEmpty())) {
            return;
        }
        wait->stop();
        QTextStream(stdout) << minimised() << "\nactive: yes\n";
        look(window, false);
    });
    wait->start(1);
}

void follow(const Order& order)
{
    auto* watch = new QTimer(qApp);
    QObject::connect(watch, &QTimer::timeout, qApp, [order, watch] {
        for (QWidget* each : QApplication::topLevelWidgets()) {
            auto* window = qobject_cast<ui::MainWindow*>(each);
            if (window == nullptr || !window->isVisible()) {
                continue;
            }
            watch->deleteLater();
            if (order.act == "look"_L1 || order.act == "usual"_L1) {
                look(*window, order.act == "usual"_L1);
            } else if (order.act == "raised"_L1 || order.act == "handed"_L1) {
                comeForward(*window, order.act == "handed"_L1);
            } else {
                crash(order, *window);
            }
            return;
        }
    });
    watch->start(0);
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication::setApplicationName(u"waymark"_s);
    QCoreApplication::setApplicationVersion(u"1.2.3"_s);
    resources::initialise();
    app::listenToMessages();
    app::watchForCrashes({ session::CrashShelf::defaultFolder(), u"window"_s });
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 4) {
        return 2;
    }
    const Order order { arguments.at(1), arguments.at(2), arguments.at(3), arguments.value(4) };
    QSettings settings(order.library + u".ini"_s, QSettings::IniFormat);
    if (!QFile::exists(order.library) && !writeWords(order, settings)) {
        return 3;
    }
    follow(order);
    app::Request request;
    request.library = order.library;
    request.isSafe = arguments.contains(u"--safe"_s);
    return app::runWindow(application, request, settings);
}
