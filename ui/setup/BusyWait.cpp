// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/setup/BusyWait.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Tokens.h>

#include <QApplication>
#include <QCoreApplication>
#include <QDialog>
#include <QEventLoop>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int betweenTries = 200; // milliseconds

class Wait
{
    Q_DECLARE_TR_FUNCTIONS(BusyWait)

public:
    bool wait()
    {
        if (m_dialog == nullptr) {
            open();
        }
        QEventLoop loop;
        QTimer::singleShot(betweenTries, &loop, &QEventLoop::quit);
        QObject::connect(m_dialog.get(), &QDialog::finished, &loop, &QEventLoop::quit);
        loop.exec();
        return m_dialog->isVisible();
    }

    void over() { m_dialog.reset(); }

private:
    void open()
    {
        m_dialog = std::make_unique<QDialog>(QApplication::activeWindow());
        m_dialog->setObjectName(u"busyWait"_s);
        m_dialog->setWindowTitle(tr("Waiting for the library"));
        m_dialog->setWindowModality(Qt::ApplicationModal);
        auto* bar = new QProgressBar(m_dialog.get());
        bar->setRange(0, 0);
        bar->setTextVisible(false);
        bar->setAccessibleName(tr("Waiting"));
        auto* cancel = pushButton(u"busyWait.cancel"_s, tr("Cancel"), m_dialog.get());
        QObject::connect(cancel, &QPushButton::clicked, m_dialog.get(), &QDialog::reject);
        auto* column = new QVBoxLayout(m_dialog.get());
        column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
        column->setSpacing(space::m);
        column->addWidget(new TextLabel(TextRole::Heading, tr("Another program is using the library")));
        column->addWidget(wrapped(TextRole::Body, tr("Waymark goes on as soon as it lets go. Cancel leaves everything as it was.")));
        column->addWidget(bar);
        column->addWidget(cancel, 0, Qt::AlignRight);
        m_dialog->setMinimumWidth(size::inspector + size::rail);
        m_dialog->show();
    }

    std::unique_ptr<QDialog> m_dialog; ///< from the first wait to the last
};

} // namespace

session::Patience busyWait()
{
    const auto wait = std::make_shared<Wait>();
    return { [wait] { return wait->wait(); }, [wait] { wait->over(); } };
}

} // namespace waymark::ui
