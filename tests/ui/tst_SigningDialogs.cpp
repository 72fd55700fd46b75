// SPDX-License-Identifier: GPL-3.0-or-later
// A reviewer signs: the key that the first signature makes, its passphrase, and the dialog that changes it.
#include <MentorFixture.h>

#include <exchange/ReviewLimits.h>
#include <exchange/ReviewSignature.h>
#include <ui/mentor/KeyDialog.h>
#include <ui/mentor/SendDialog.h>

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;
using support::clickOn;
using support::MentorFixture;

class tst_SigningDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstSignatureMakesAKeyAndShowsItsWords()
    {
        const MentorFixture f;
        const session::KeyRing ring(f.path(u"key.json"_s));
        ui::SendDialog dialog(ring, {}, domain::ReviewerRole::Mentor);
        dialog.show();
        QVERIFY(!childOf<QPushButton>(dialog, u"send.save"_s)->isEnabled());
        childOf<QLineEdit>(dialog, u"send.name"_s)->setText(u"Grace"_s);
        childOf<QCheckBox>(dialog, u"send.sign"_s)->click();
        childOf<QLineEdit>(dialog, u"key.first"_s)->setText(u"secret"_s);
        QVERIFY(!childOf<QPushButton>(dialog, u"send.save"_s)->isEnabled());
        childOf<QLineEdit>(dialog, u"key.second"_s)->setText(u"secret"_s);
        clickOn(dialog, u"send.save"_s);
        QTRY_VERIFY(dialog.key() != nullptr);
        QVERIFY(ring.hasKey());
        const QString words = exchange::fingerprintWords(exchange::fingerprintOf(dialog.key()->publicKey())).join(u' ');
        QTRY_VERIFY(childOf<QLabel>(dialog, u"send.said"_s)->text().contains(words));
        clickOn(dialog, u"send.save"_s);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
    }

    void aWrongPassphraseIsSaidAndAsksAgain()
    {
        const MentorFixture f;
        const session::KeyRing ring(f.path(u"key.json"_s));
        QVERIFY(ring.make(u"Grace"_s, u"secret"_s).has_value());
        ui::SendDialog dialog(ring, {}, domain::ReviewerRole::Peer);
        dialog.show();
        QCOMPARE(dialog.name(), u"Grace"_s); // that of the key
        QVERIFY(dialog.role() == domain::ReviewerRole::Peer);
        childOf<QLineEdit>(dialog, u"send.passphrase"_s)->setText(u"wrong"_s);
        clickOn(dialog, u"send.save"_s);
        QTRY_VERIFY(childOf<QLabel>(dialog, u"send.said"_s)->isVisible());
        QVERIFY(dialog.isVisible());
        childOf<QLineEdit>(dialog, u"send.passphrase"_s)->setText(u"secret"_s);
        clickOn(dialog, u"send.save"_s);
        QTRY_COMPARE(dialog.result(), int(QDialog::Accepted));
        QVERIFY(dialog.key() != nullptr);
    }

    void whatTheDialogsOfTheKeySayIsAnnouncedAndStandsBesideTheField()
    {
        const MentorFixture f;
        const session::KeyRing ring(f.path(u"key.json"_s));
        QVERIFY(ring.make(u"Grace"_s, u"secret"_s).has_value());
        ui::SendDialog send(ring, {}, domain::ReviewerRole::Peer);
        QCOMPARE(childOf<QLineEdit>(send, u"send.name"_s)->maxLength(), exchange::limits::reviewerCharacters);
        send.show();
        childOf<QLineEdit>(send, u"send.passphrase"_s)->setText(u"wrong"_s);
        clickOn(send, u"send.save"_s);
        const auto* said = childOf<QLabel>(send, u"send.said"_s);
        QTRY_VERIFY(!said->accessibleName().isEmpty()); // announced; the platform of the tests has no screen reader to ask
        QCOMPARE(said->accessibleName(), said->text());
        QCOMPARE(childOf<QLineEdit>(send, u"send.passphrase"_s)->accessibleDescription(), said->text());
        send.hide();

        ui::KeyDialog key(ring, u"Grace"_s);
        key.show();
        QVERIFY(QTest::qWaitForWindowActive(&key));
        childOf<QLineEdit>(key, u"key.old"_s)->setText(u"wrong"_s);
        childOf<QLineEdit>(key, u"key.first"_s)->setText(u"two"_s);
        childOf<QLineEdit>(key, u"key.second"_s)->setText(u"two"_s);
        clickOn(key, u"key.change"_s);
        said = childOf<QLabel>(key, u"key.said"_s);
        QTRY_VERIFY(!said->accessibleName().isEmpty());
        auto* old = childOf<QLineEdit>(key, u"key.old"_s);
        QCOMPARE(old->accessibleDescription(), said->text());
        QVERIFY(old->hasFocus());
    }

    void theKeyDialogChangesThePassphrase()
    {
        const MentorFixture f;
        const session::KeyRing ring(f.path(u"key.json"_s));
        ui::KeyDialog dialog(ring, u"Grace"_s);
        dialog.show();
        childOf<QLineEdit>(dialog, u"key.first"_s)->setText(u"one"_s);
        childOf<QLineEdit>(dialog, u"key.second"_s)->setText(u"one"_s);
        clickOn(dialog, u"key.make"_s);
        QTRY_VERIFY(dialog.findChild<QLabel*>(u"key.words"_s) != nullptr);
        childOf<QLineEdit>(dialog, u"key.old"_s)->setText(u"one"_s);
        childOf<QLineEdit>(dialog, u"key.first"_s)->setText(u"two"_s);
        childOf<QLineEdit>(dialog, u"key.second"_s)->setText(u"two"_s);
        clickOn(dialog, u"key.change"_s);
        QTRY_VERIFY(childOf<QLabel>(dialog, u"key.said"_s)->text().contains(u"changed"_s));
        QVERIFY(!ring.unlock(u"one"_s).has_value());
        QVERIFY(ring.unlock(u"two"_s).has_value());
    }
};

QTEST_MAIN(tst_SigningDialogs)
#include "tst_SigningDialogs.moc"
