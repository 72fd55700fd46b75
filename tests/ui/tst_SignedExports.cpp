// SPDX-License-Identifier: GPL-3.0-or-later
// Badge and learner record out of the window, by clicks.
#include <FolderState.h>
#include <HeldWorkers.h>
#include <MentorFixture.h>
#include <ModalDialogs.h>
#include <ReviewedLibrary.h>

#include <exchange/Credentials.h>
#include <session/KeyRing.h>
#include <session/PlanMaking.h>
#include <session/Workers.h>
#include <ui/theme/Theme.h>
#include <ui/window/MainWindow.h>
#include <ui/window/NoticeBar.h>

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>

#include <csignal>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;
using support::clickOn;
using support::whenAskedForAFile;
using support::whenDialogIsUp;

namespace {

const QString git = u"vcs-git"_s;

/// While it lives no file may grow beyond some bytes, as on a full disk.
class FullDisk
{
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const struct rlimit tight = { 64, m_before.rlim_max };
        ::setrlimit(RLIMIT_FSIZE, &tight);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    struct rlimit m_before = {};
};

/// The window of a learner who has finished one skill.
struct Learner
{
    std::unique_ptr<session::Workspace> workspace = support::reviewedLibrary();
    QTemporaryDir home;
    QTemporaryDir exports;
    QSettings stored { home.filePath(u"settings.ini"_s), QSettings::IniFormat };
    ui::WindowSettings settings { stored };
    ui::Theme theme { *qobject_cast<QApplication*>(QCoreApplication::instance()) };
    session::KeyRing ring { home.filePath(u"key.json"_s) };
    QString file = exports.filePath(u"git.jws"_s);
    std::unique_ptr<ui::MainWindow> window;

    Learner()
    {
        window = std::make_unique<ui::MainWindow>(*workspace, theme, settings, ui::MentorFiles { ring.path(), home.filePath(u"drafts"_s) });
        window->resize(1300, 900);
        window->show();
        window->go({ ui::PageId::Skill, git, {} });
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    void beApproved()
    {
        const exchange::ReviewDocument review = support::reviewOf(*workspace);
        support::receive(*workspace, review);
        support::mustApply(*workspace, exchange::acceptEntry(workspace->context(), review, domain::decisionEntry(git)));
    }
    void changeEvidence()
    {
        const QString proof = workspace->progress().skill(git).items.value(u"commit"_s).evidence.firstKey();
        support::mustApply(*workspace,
            domain::changeEvidence(
                workspace->context(), git, u"commit"_s, proof, domain::Evidence { domain::EvidenceKind::Commit, u"another"_s, 0 }));
    }
    [[nodiscard]] QPushButton* badge() const { return childOf<QPushButton>(*window, u"mentor.badge"_s); }
    void clickBadge() const
    {
        QCoreApplication::processEvents();
        childOf<QScrollArea>(*window, u"side"_s)->ensureWidgetVisible(badge());
        QTest::mouseClick(badge(), Qt::LeftButton);
    }
    /// Approved, the key open, the path chosen, and nothing signed while it lives.
    std::unique_ptr<support::HeldWorkers> beginBadge()
    {
        beApproved();
        std::unique_ptr<support::HeldWorkers> held;
        if (!ring.make(u"Lin"_s, u"secret"_s)) {
            return held;
        }
        whenDialogIsUp(u"signDialog"_s, [&](QDialog& dialog) {
            whenDialogIsUp(u"QFileDialog"_s, [&](QDialog& files) {
                held = std::make_unique<support::HeldWorkers>();
                auto* name = childOf<QLineEdit>(files, u"fileNameEdit"_s);
                name->setText(file);
                QTest::keyClick(name, Qt::Key_Return);
            });
            childOf<QLineEdit>(dialog, u"send.passphrase"_s)->setText(u"secret"_s);
            clickOn(dialog, u"send.save"_s);
        });
        clickBadge();
        return held;
    }
    [[nodiscard]] QString notice() const { return childOf<ui::NoticeBar>(*window, u"noticeBar"_s)->text(); }
    /// As the verb writes it.
    [[nodiscard]] QByteArray expected(const QString& skill, const QString& passphrase) const
    {
        return session::credentialOf(*session::planOf(*workspace), skill, *ring.unlock(passphrase), workspace->now()).value();
    }
};

void unlock(const QString& passphrase, const QString& path)
{
    whenDialogIsUp(u"signDialog"_s, [passphrase, path](QDialog& dialog) {
        whenAskedForAFile(path);
        childOf<QLineEdit>(dialog, u"send.passphrase"_s)->setText(passphrase);
        clickOn(dialog, u"send.save"_s);
    });
}

} // namespace

class tst_SignedExports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstBadgeMakesAKeyAndIsWhatTheVerbWrites()
    {
        Learner f;
        f.beApproved();
        whenDialogIsUp(u"signDialog"_s, [&f](QDialog& dialog) {
            childOf<QLineEdit>(dialog, u"send.name"_s)->setText(u"Lin"_s);
            childOf<QLineEdit>(dialog, u"key.first"_s)->setText(u"secret"_s);
            QVERIFY(!childOf<QPushButton>(dialog, u"send.save"_s)->isEnabled());
            childOf<QLineEdit>(dialog, u"key.second"_s)->setText(u"secret"_s);
            clickOn(dialog, u"send.save"_s);
            QTRY_VERIFY(childOf<QLabel>(dialog, u"send.said"_s)->text().contains(u"Your key is made"_s));
            whenAskedForAFile(f.file);
            clickOn(dialog, u"send.save"_s);
        });
        f.clickBadge();
        QTRY_VERIFY2(f.notice().contains(u"git.jws"_s), qPrintable(f.notice()));
        const QByteArray written = support::bytesOf(f.file);
        QCOMPARE(written, f.expected(git, u"secret"_s));
        QVERIFY(exchange::payloadOf(QString::fromLatin1(written.trimmed())).contains("\"OpenBadgeCredential\""));
    }

    void withoutAnApprovalThatStandsTheReasonIsThere()
    {
        Learner f;
        const auto isOff = [&f](const QString& words) {
            const QString reason = childOf<QLabel>(*f.window, u"mentor.noBadge"_s)->text();
            const QAction* action = f.window->actions()["skill.badge"];
            return f.badge()->isVisible() && !f.badge()->isEnabled() && reason.contains(words) && f.badge()->toolTip() == reason
                && f.badge()->statusTip() == reason && !action->isEnabled() && action->statusTip() == reason;
        };
        QVERIFY(isOff(u"a mentor has to approve"_s));
        f.beApproved();
        QVERIFY(f.badge()->isEnabled() && f.badge()->statusTip().isEmpty());
        QVERIFY(f.window->actions()["skill.badge"]->isEnabled());
        QVERIFY(!childOf<QLabel>(*f.window, u"mentor.noBadge"_s)->isVisible());
        f.changeEvidence();
        QVERIFY(isOff(u"has to hold"_s));
        QVERIFY(f.workspace->undo());
        QVERIFY(f.badge()->isEnabled());
    }

    void aSkillThatIsNotBegunOffersNoBadge()
    {
        Learner f;
        f.window->go({ ui::PageId::Skill, u"db-tuning"_s, {} });
        QVERIFY(!f.badge()->isVisible());
    }

    void aWrongPassphraseIsSaidAndNothingIsWritten()
    {
        Learner f;
        f.beApproved();
        QVERIFY(f.ring.make(u"Lin"_s, u"secret"_s).has_value());
        const auto before = support::folderState(f.exports.path());
        whenDialogIsUp(u"signDialog"_s, [](QDialog& dialog) {
            childOf<QLineEdit>(dialog, u"send.passphrase"_s)->setText(u"wrong"_s);
            clickOn(dialog, u"send.save"_s);
            QTRY_VERIFY(childOf<QLabel>(dialog, u"send.said"_s)->isVisible());
            QVERIFY(childOf<QLabel>(dialog, u"send.said"_s)->text().contains(u"does not open the key"_s));
            QVERIFY(dialog.isVisible());
            clickOn(dialog, u"send.cancel"_s);
        });
        f.clickBadge();
        QCOMPARE(support::folderState(f.exports.path()), before);
        QVERIFY(f.notice().isEmpty());
        unlock(u"secret"_s, f.file);
        f.clickBadge();
        QTRY_VERIFY(f.notice().contains(u"git.jws"_s));
    }

    void aFullDiskIsSaidAndLeavesNothingHalfWritten()
    {
        Learner f;
        f.beApproved();
        QVERIFY(f.ring.make(u"Lin"_s, u"secret"_s).has_value());
        const auto before = support::folderState(f.exports.path());
        unlock(u"secret"_s, f.file);
        {
            const FullDisk full;
            f.clickBadge();
            QTRY_VERIFY2(f.notice().contains(u"no space left"_s), qPrintable(f.notice()));
        }
        QCOMPARE(support::folderState(f.exports.path()), before);
    }

    void itCanBeCancelled()
    {
        Learner f;
        const auto held = f.beginBadge();
        QTRY_VERIFY(childOf<QWidget>(*f.window, u"noticeProgress"_s)->isVisible());
        QVERIFY2(f.notice().contains(u"git.jws"_s), qPrintable(f.notice()));
        clickOn(*f.window, u"noticeAction"_s);
        QVERIFY2(f.notice().contains(u"Nothing was changed"_s), qPrintable(f.notice()));
        held->release();
        session::workers().waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(!QFile::exists(f.file));
        unlock(u"secret"_s, f.file);
        f.clickBadge();
        QTRY_VERIFY2(f.notice().endsWith(u", signed."_s), qPrintable(f.notice()));
    }

    void closingOnceMoreGivesItUp()
    {
        Learner f;
        const auto held = f.beginBadge();
        QVERIFY(!f.window->close());
        QVERIFY2(f.notice().contains(u"git.jws"_s), qPrintable(f.notice()));
        QVERIFY(f.window->close());
        held->release();
        QCoreApplication::processEvents();
        QVERIFY(!QFile::exists(f.file));
        QCOMPARE(f.settings.givenUp(), QStringList(u"git.jws"_s));
    }

    void theRecordIsFoundInThePaletteAndHoldsTheWholePlan()
    {
        Learner f;
        f.beApproved();
        QVERIFY(f.ring.make(u"Lin"_s, u"secret"_s).has_value());
        f.window->actions()["go.palette"]->trigger();
        auto* query = childOf<QLineEdit>(*f.window, u"paletteQuery"_s);
        QTest::keyClicks(query, u"learner record"_s);
        unlock(u"secret"_s, f.file);
        QTest::keyClick(query, Qt::Key_Return);
        QTRY_VERIFY2(f.notice().contains(u"git.jws"_s), qPrintable(f.notice()));
        const QByteArray written = support::bytesOf(f.file);
        QCOMPARE(written, f.expected({}, u"secret"_s));
        QVERIFY(exchange::payloadOf(QString::fromLatin1(written.trimmed())).contains("\"ClrCredential\""));
    }
};

int main(int argc, char* argv[])
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    tst_SignedExports tests;
    return QTest::qExec(&tests, argc, argv);
}
#include "tst_SignedExports.moc"
