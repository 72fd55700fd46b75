// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/setup/BusyWait.h>

#include <ui/setup/KeptKeys.h>
#include <ui/setup/WorkProgress.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Tokens.h>

#include <QApplication>
#include <QCoreApplication>
#include <QDialog>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPointer>
#include <QTimer>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

using session::Patience;

// Milliseconds.
constexpr int betweenLooks = 20;
constexpr int heldUntilShown = 300; ///< another program that lets go at once needs no words
constexpr int workUntilShown = 1000; ///< up to here a change is quick: a dialog would come and go like a flash

/// The window that a dialog about the library belongs to.
QWidget* windowInFront()
{
    if (QWidget* const active = QApplication::activeWindow()) {
        return active;
    }
    return QApplication::activeModalWidget();
}

/// Not modal for Qt, which would drop what is typed while the dialog comes up: KeptKeys holds the other windows off.
class WaitDialog : public QDialog
{
    Q_DECLARE_TR_FUNCTIONS(BusyWait)

public:
    WaitDialog()
        : QDialog(windowInFront())
        , m_progress(new WorkProgress(u"busyWait"_s, tr("Waiting"), this))
    {
        setObjectName(u"busyWait"_s);
        connect(m_progress, &WorkProgress::cancelled, this, &WaitDialog::reject);
        m_progress->offerCancelSoon();
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
        column->addWidget(m_progress);
        setMinimumWidth(size::inspector + size::rail);
        setFocusPolicy(Qt::StrongFocus); // else Qt gives the keyboard to the button each time the dialog comes in front
        setFocus();
    }

    void follow(const Patience::State& state)
    {
        setWindowTitle(state.isHeld ? tr("Waiting for the library") : tr("Working on the library"));
        m_progress->setWords(title(state),
            state.isHeld ? tr("Waymark goes on as soon as it lets go. Cancel leaves everything as it was.")
                         : tr("Cancel leaves everything as it was."));
        if (!state.isHeld && state.permille > 0) {
            m_progress->setPermille(state.permille);
        } else {
            m_progress->setUnknown();
        }
    }

    /// It stands until the work has ended: the window behind it is in the middle of a change.
    void reject() override
    {
        m_isCancelled = true;
        m_progress->setCancelling();
    }
    [[nodiscard]] bool isCancelled() const { return m_isCancelled; }

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        if (!pressFocusedButton(*this, *event)) {
            QDialog::keyPressEvent(event);
        }
    }

private:
    static QString title(const Patience::State& state)
    {
        if (state.isHeld) {
            return tr("Another program is using the library");
        }
        return state.work == Patience::Work::Opening ? tr("Opening the library") : tr("Storing the change");
    }

    WorkProgress* m_progress;
    bool m_isCancelled = false;
};

class Wait
{
public:
    bool wait(const Patience::State& state)
    {
        if (!m_since.isValid()) {
            m_since.start();
            m_keys.begin();
        }
        if (m_dialog == nullptr && m_since.elapsed() >= (state.isHeld ? heldUntilShown : workUntilShown)) {
            QCoreApplication::processEvents(); // what was typed before the dialog is none of its
            m_dialog = new WaitDialog;
            m_keys.setDialog(m_dialog);
            QObject::connect(&m_keys, &KeptKeys::cancelled, m_dialog.data(), &WaitDialog::reject);
            m_dialog->show();
        }
        if (m_dialog != nullptr) {
            m_dialog->follow(state);
        }
        QEventLoop loop;
        QTimer::singleShot(betweenLooks, &loop, &QEventLoop::quit);
        // Another code than that of quit() where the program is being ended: then no loop handles anything any more.
        const int code = loop.exec(m_dialog == nullptr ? QEventLoop::ExcludeUserInputEvents : QEventLoop::AllEvents);
        return code == 0 && (m_dialog == nullptr || !m_dialog->isCancelled());
    }

    void over()
    {
        QWidget* const behind = m_dialog != nullptr && m_dialog->isActiveWindow() ? m_dialog->parentWidget() : nullptr;
        delete m_dialog.data();
        m_since.invalidate();
        if (behind != nullptr) {
            behind->activateWindow(); // not every desktop gives the keyboard back by itself
        }
        m_keys.end();
    }

private:
    KeptKeys m_keys;
    QPointer<WaitDialog> m_dialog; ///< from when it is shown to the end of the work, or of the window behind it
    QElapsedTimer m_since; ///< the first look
};

} // namespace

Patience busyWait()
{
    const auto wait = std::make_shared<Wait>();
    return { [wait](const Patience::State& state) { return wait->wait(state); }, [wait] { wait->over(); } };
}

} // namespace waymark::ui
