// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemoryStore.h"

#include <session/PatientStore.h>

#include <QTest>

using namespace waymark;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

/// A store that others hold for some tries.
class HeldStore final : public support::MemoryStore
{
public:
    int held = 0;
    int tries = 0;
    ErrorCode how = ErrorCode::LibraryBusy;

    domain::Result<void> commit(const domain::Edit& edit) override
    {
        ++tries;
        return held-- > 0 ? domain::Result<void>(domain::failure(how, u"library"_s)) : MemoryStore::commit(edit);
    }
};

domain::Edit edit()
{
    return { u"1"_s, domain::EditKind::WriteNote, u"vcs-git"_s, 1,
        { { domain::RecordKey::ofNote(u"vcs-git"_s), std::nullopt, domain::Note { u"rebase"_s, false, 1 } } } };
}

} // namespace

class TestPatientStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsHeldIsTriedUntilItIsFree()
    {
        Held held(3, 10);
        QVERIFY(held.patient->commit(edit()).has_value());
        QCOMPARE(held.store->tries, 4);
        QCOMPARE(held.waits, 3);
        QCOMPARE(held.overs, 1);
        QVERIFY(!held.patient->progress().value().skills().isEmpty());
    }

    void patienceThatEndsLeavesAllAsItWas()
    {
        Held held(100, 2);
        QVERIFY(held.patient->commit(edit()).error().code == ErrorCode::LibraryBusy);
        QCOMPARE(held.store->tries, 3);
        QCOMPARE(held.overs, 1);
        QVERIFY(held.patient->progress().value().skills().isEmpty());
    }

    void whatFailsOtherwiseFailsAtOnce()
    {
        Held held(1, 10);
        held.store->how = ErrorCode::DiskFull;
        QVERIFY(held.patient->commit(edit()).error().code == ErrorCode::DiskFull);
        QCOMPARE(held.waits, 0);
        QCOMPARE(held.overs, 0);
    }

    void anEditDuringAWaitIsBusyAndDoesNotWaitItself()
    {
        Held held(2, 10);
        held.inside = [&held] { return held.patient->undo().error().code == ErrorCode::LibraryBusy; };
        QVERIFY(held.patient->commit(edit()).has_value());
        QCOMPARE(held.waits, 2);
        QVERIFY(held.wasBusyInside);
    }

private:
    struct Held
    {
        HeldStore* store = nullptr;
        std::unique_ptr<session::PatientStore> patient;
        std::function<bool()> inside;
        bool wasBusyInside = false;
        int waits = 0;
        int overs = 0;

        Held(int tries, int most)
        {
            auto owned = std::make_unique<HeldStore>();
            store = owned.get();
            store->held = tries;
            patient = std::make_unique<session::PatientStore>(std::move(owned),
                session::Patience { [this, most] {
                                       wasBusyInside = inside && inside();
                                       return ++waits <= most;
                                   },
                    [this] { ++overs; } });
        }
    };
};

QTEST_GUILESS_MAIN(TestPatientStore)
#include "tst_PatientStore.moc"
