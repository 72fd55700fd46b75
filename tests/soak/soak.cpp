// SPDX-License-Identifier: GPL-3.0-or-later
// soak: the whole window over a new library with the bundled course is used at random for WAYMARK_SOAK_MINUTES (1), with
// a clock that is fifty times as fast as that on the wall and a stream of acts from WAYMARK_SOAK_SEED (1). What the process holds is
// printed again and again; the exit code is 1 where it grows, see SoakFigures.h, or where the window stood still, see StallWatch.h.
// WAYMARK_SOAK_STALLS names a file for its list.
#include "ModalDialogs.h"
#include "SoakFigures.h"
#include "StallWatch.h"

#include <app/LibraryDoor.h>
#include <resources/Resources.h>
#include <session/Workspace.h>
#include <session/Workers.h>
#include <ui/setup/BusyWait.h>
#include <ui/theme/Theme.h>
#include <ui/window/MainWindow.h>

#include <QAbstractButton>
#include <QDesktopServices>
#include <QDialog>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include <random>
#include <utility>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

constexpr int betweenActs = 15; // milliseconds
constexpr qint64 speed = 50;
constexpr int fewestSamples = 30; // in a run; else one a minute
constexpr std::size_t stallsShown = 20; // the longest; the file has all
constexpr int mostAnswers = 20; // to one thing after the other that asks

/// No browser comes up, whatever is pressed.
class NoBrowser : public QObject
{
    Q_OBJECT

public:
    NoBrowser()
    {
        for (const QString& scheme : m_schemes) {
            QDesktopServices::setUrlHandler(scheme, this, "open");
        }
    }

    ~NoBrowser() override
    {
        for (const QString& scheme : m_schemes) {
            QDesktopServices::unsetUrlHandler(scheme);
        }
    }
    Q_DISABLE_COPY_MOVE(NoBrowser)

public Q_SLOTS:
    void open(const QUrl& url) { Q_UNUSED(url) }

private:
    const QStringList m_schemes { u"http"_s, u"https"_s, u"file"_s, u"mailto"_s };
};

/// Uses the window at random, as somebody without a plan would.
class Idler : public QObject
{
public:
    Idler(session::Workspace& workspace, ui::MainWindow& window, support::StallWatch& watch, QString plan, quint64 seed)
        : m_workspace(workspace)
        , m_window(window)
        , m_watch(watch)
        , m_plan(std::move(plan))
        , m_random(seed)
    {
        connect(&m_acts, &QTimer::timeout, this, [this] { act(); });
        // By an event of its own: an answer that opens the next dialog holds up its timer until that one is closed.
        connect(&m_answers, &QTimer::timeout, this, [this] {
            QMetaObject::invokeMethod(
                this, [this] { answer(); }, Qt::QueuedConnection);
        });
        m_acts.start(betweenActs);
        m_answers.start(betweenActs / 2);
    }

    [[nodiscard]] int done() const { return m_done; } ///< acts

private:
    struct Act
    {
        const char* name;
        void (Idler::*run)();
    };
    static constexpr int acts = 12;

    int below(int limit) { return limit <= 0 ? 0 : static_cast<int>(m_random() % static_cast<quint64>(limit)); }

    void act()
    {
        static constexpr Act table[acts] = { { "page", &Idler::goToPage }, { "lesson", &Idler::goToLesson }, { "scroll", &Idler::scroll },
            { "tick", &Idler::tick }, { "note", &Idler::writeNote }, { "press", &Idler::press }, { "press", &Idler::press },
            { "keys", &Idler::pressKeys }, { "palette", &Idler::usePalette }, { "undo", &Idler::undoOrRedo },
            { "look", &Idler::changeLook }, { "files", &Idler::useFiles } };
        if (support::dialogInFront() != nullptr || QApplication::activePopupWidget() != nullptr) {
            return; // it is answered
        }
        ++m_done;
        const Act& chosen = table[below(acts)];
        m_watch.setDoing(QLatin1StringView(chosen.name));
        (this->*chosen.run)();
    }

    /// Whatever asks gets an answer, so that nothing stands still; what asks too often is refused.
    void answer()
    {
        if (QWidget* menu = QApplication::activePopupWidget()) {
            menu->close();
            return;
        }
        auto* dialog = support::dialogInFront();
        if (dialog == nullptr) {
            m_patience = 0;
        } else if (++m_patience > mostAnswers) {
            dialog->reject();
        } else if (auto* field = dialog->findChild<QLineEdit*>(u"fileNameEdit"_s); field != nullptr && m_wantsFile) {
            field->setText(m_plan);
            QTest::keyClick(field, Qt::Key_Return);
        } else if (qobject_cast<QFileDialog*>(dialog) != nullptr) {
            dialog->reject();
        } else {
            answerTo(*dialog);
        }
    }
    void answerTo(QDialog& dialog)
    {
        switch (below(3)) {
        case 0:
            dialog.reject();
            break;
        case 1:
            QTest::keyClick(&dialog, Qt::Key_Return);
            break;
        default:
            pressOneIn(dialog, [](const QAbstractButton&) { return true; });
            break;
        }
    }

    void goToPage()
    {
        static constexpr ui::PageId pages[] = { ui::PageId::Today, ui::PageId::Map, ui::PageId::Skill, ui::PageId::Recall,
            ui::PageId::Questions, ui::PageId::Plan, ui::PageId::Progress, ui::PageId::Mentor, ui::PageId::Placement };
        const ui::PageId page = pages[below(static_cast<int>(std::size(pages)))];
        m_watch.setDoing(u"page %1"_s.arg(static_cast<int>(page)));
        m_window.go({ page, {}, {} });
    }
    void goToLesson()
    {
        const QString& skill = m_workspace.roadmap().skill(below(m_workspace.roadmap().size())).id;
        m_watch.setDoing(u"lesson "_s + skill);
        m_window.go({ ui::PageId::Skill, skill, {} });
    }
    void scroll()
    {
        if (QWidget* focus = QApplication::focusWidget()) {
            QTest::keyClick(focus, below(2) == 0 ? Qt::Key_PageDown : Qt::Key_PageUp);
        }
    }
    void tick()
    {
        pressOneIn(m_window, [](const QAbstractButton& button) { return button.objectName().startsWith(u"checklist."); });
    }
    void press()
    {
        // Not what would leave the program or the screen as it is.
        pressOneIn(m_window, [](const QAbstractButton& button) { return button.objectName() != "noticeAction"_L1; });
    }
    template <class Which> void pressOneIn(QWidget& where, Which isMeant)
    {
        QList<QAbstractButton*> buttons = where.findChildren<QAbstractButton*>();
        buttons.removeIf([&](QAbstractButton* button) { return !button->isVisible() || !button->isEnabled() || !isMeant(*button); });
        if (!buttons.isEmpty()) {
            QAbstractButton* button = buttons.at(below(static_cast<int>(buttons.size())));
            m_watch.setDoing(u"press "_s + button->objectName());
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    void writeNote()
    {
        auto* note = m_window.findChild<QPlainTextEdit*>(u"note"_s);
        if (note != nullptr && note->isVisible()) {
            note->setFocus();
            note->selectAll();
            QTest::keyClicks(note, u"note %1"_s.arg(below(1000)));
        }
    }
    void pressKeys()
    {
        static constexpr Qt::Key keys[] = { Qt::Key_Space, Qt::Key_1, Qt::Key_3, Qt::Key_Down, Qt::Key_Up, Qt::Key_Right, Qt::Key_Left,
            Qt::Key_Tab, Qt::Key_Plus, Qt::Key_Minus, Qt::Key_Return };
        if (QWidget* focus = QApplication::focusWidget()) {
            QTest::keyClick(focus, keys[below(11)]);
        }
    }
    void usePalette()
    {
        static const QStringList words { u"git"_s, u"sql index"_s, u"http"_s, u"plan"_s, u"zzz"_s };
        m_window.actions()["go.palette"]->trigger();
        if (QWidget* focus = QApplication::focusWidget()) {
            QTest::keyClicks(focus, words.at(below(5)));
            QTest::keyClick(focus, Qt::Key_Escape);
        }
    }
    void undoOrRedo() { m_window.actions()[below(3) == 0 ? "edit.redo" : "edit.undo"]->trigger(); }
    void changeLook()
    {
        if (below(4) == 0) {
            m_window.actions()["view.theme.next"]->trigger();
        } else {
            m_window.resize(900 + below(900), 600 + below(400));
        }
    }
    void useFiles()
    {
        m_wantsFile = true;
        m_window.actions()[below(2) == 0 ? "file.export.json" : "file.import"]->trigger();
        m_wantsFile = false;
    }

    session::Workspace& m_workspace;
    ui::MainWindow& m_window;
    support::StallWatch& m_watch;
    QString m_plan;
    std::mt19937_64 m_random;
    QTimer m_acts;
    QTimer m_answers;
    bool m_wantsFile = false;
    int m_patience = 0; ///< answers since nothing asked
    int m_done = 0;
};

int judge(const std::vector<soak::Figures>& run, const support::StallWatch& watch)
{
    QTextStream out(stdout);
    QStringList faults = soak::faultsOf(run);
    if (watch.tooLong() > 0) {
        faults.append(u"the window stood still: WAYMARK_SOAK_STALLS has a list"_s);
    }
    for (const QString& fault : faults) {
        out << "FAULT: " << fault << '\n';
    }
    out << watch.stalls().size() << " events took longer than a frame, " << watch.tooLong() << " of them longer than "
        << support::StallWatch::limit << " ms of the processor\n";
    if (const QString path = qEnvironmentVariable("WAYMARK_SOAK_STALLS"); !path.isEmpty()) {
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) {
            QTextStream list(&file);
            watch.list(list, watch.stalls().size());
            watch.list(out, stallsShown);
        }
    }
    return faults.isEmpty() ? 0 : 1;
}

} // namespace

int main(int argc, char* argv[])
{
    soak::countObjects();
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    support::StallWatch application(argc, argv);
    resources::initialise();
    const QTemporaryDir home;
    const QString path = home.filePath(u"library.waymark"_s);
    QSettings settings(home.filePath(u"settings.ini"_s), QSettings::IniFormat);
    const qint64 begin = app::systemClock().now();
    const session::Clock clock { [begin] { return begin + (app::systemClock().now() - begin) * speed; }, QTimeZone::utc() };
    app::LibraryDoor door(settings, clock);
    door.setPatience(ui::busyWait());
    auto workspace = door.create(path);
    if (!workspace) {
        return 2;
    }
    domain::Goal goal = (*workspace)->progress().goal();
    goal.milestone = (*workspace)->course().milestones.front().id;
    if (!(*workspace)->apply(domain::setGoal((*workspace)->context(), goal))) {
        return 2;
    }
    ui::Theme theme(application);
    ui::WindowSettings windowSettings(settings);
    ui::MainWindow window(**workspace, theme, windowSettings, { home.filePath(u"key.json"_s), home.filePath(u"reviews"_s) });
    window.show();

    bool isNumber = false;
    const int given = qEnvironmentVariableIntValue("WAYMARK_SOAK_MINUTES", &isNumber);
    const double minutes = isNumber && given > 0 ? given : 1;
    const int chosen = qEnvironmentVariableIntValue("WAYMARK_SOAK_SEED", &isNumber);
    const int seed = isNumber ? chosen : 1;
    const NoBrowser browser;
    Idler idler(**workspace, window, application, home.filePath(u"plan.json"_s), static_cast<quint64>(seed));

    QTextStream out(stdout);
    out << "seed " << seed << ", to be given again as WAYMARK_SOAK_SEED\n" << soak::headLine() << '\n';
    out.flush();
    std::vector<soak::Figures> run;
    QElapsedTimer elapsed;
    elapsed.start();
    QTimer sampling;
    QObject::connect(&sampling, &QTimer::timeout, &application, [&] {
        run.push_back(soak::figuresNow(static_cast<double>(elapsed.elapsed()) / 60'000, path));
        run.back().acts = idler.done();
        out << soak::lineOf(run.back()) << '\n';
        out.flush();
        if (run.back().minute >= minutes) {
            QCoreApplication::exit();
        }
    });
    application.forget(); // what the start takes has a benchmark of its own
    sampling.start(static_cast<int>(std::min(60'000.0, minutes * 60'000 / fewestSamples)));
    QApplication::exec();
    session::workers().waitForDone();
    return judge(run, application);
}
#include "soak.moc"
