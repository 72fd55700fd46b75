// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Disk.h"

#include <domain/Result.h>

#include <QString>

#include <functional>
#include <memory>

namespace waymark::power {

/// Something that the program does to the files of a folder, and what it owes its user when the disk fails meanwhile.
class Operation
{
public:
    virtual ~Operation() = default;

    virtual void prepare(const QString& folder) = 0;
    /// Told before which call is to fail, where that matters to what is owed.
    virtual void expect(DiskCall) { }
    /// Runs on the failing disk.
    [[nodiscard]] virtual domain::Result<void> act() = 0;
    /// Gives up what is open. On the failing disk too, if that fails for ever.
    virtual void close() { }
    /// The disk is well again. What is wrong with the files; empty if they are the old ones or the new ones (these, if `done`), and the
    /// operation, where it was not done, comes to its end now.
    [[nodiscard]] virtual QString judge(bool done) = 0;
};

using OperationMaker = std::unique_ptr<Operation> (*)();

/// What came of an operation with every fault.
struct FaultRun
{
    int cases = 0;
    int failed = 0; ///< with an error for the user
    int bad = 0;
    QString first; ///< the first that is bad
};

/// Every call of an operation fails once and from then on for ever, in every way that its kind of call can fail. At most `most` calls
/// of a kind, evenly chosen; 0 for all of them.
[[nodiscard]] FaultRun failEveryCall(OperationMaker make, int most);

/// The process that does an operation is killed before a call, whatever its kind; its user heard of nothing. At most `most` calls, evenly
/// chosen; 0 for all of them.
[[nodiscard]] FaultRun killAtEveryCall(OperationMaker make, int most);

/// As WAYMARK_KILL_POINTS says, else twelve.
[[nodiscard]] int killsOfEachOperation();
/// As WAYMARK_FAULTS says, else so few that the test is short.
[[nodiscard]] int faultsOfEachCall();

[[nodiscard]] std::unique_ptr<Operation> creating();
[[nodiscard]] std::unique_ptr<Operation> opening();
[[nodiscard]] std::unique_ptr<Operation> openingAfterACrash();
[[nodiscard]] std::unique_ptr<Operation> committing();
[[nodiscard]] std::unique_ptr<Operation> undoing();
[[nodiscard]] std::unique_ptr<Operation> redoing();
[[nodiscard]] std::unique_ptr<Operation> installingACourse();
[[nodiscard]] std::unique_ptr<Operation> takingACourseBack();
[[nodiscard]] std::unique_ptr<Operation> migrating();
[[nodiscard]] std::unique_ptr<Operation> backingUp();
[[nodiscard]] std::unique_ptr<Operation> thinningBackups();
[[nodiscard]] std::unique_ptr<Operation> restoringABackup();
[[nodiscard]] std::unique_ptr<Operation> restoringOverADamagedLibrary();
[[nodiscard]] std::unique_ptr<Operation> recoveringADamagedLibrary();
[[nodiscard]] std::unique_ptr<Operation> recoveringWithoutABackup();
[[nodiscard]] std::unique_ptr<Operation> mendingIndexes();
[[nodiscard]] std::unique_ptr<Operation> importingAPlan();
[[nodiscard]] std::unique_ptr<Operation> mergingACopy();

[[nodiscard]] std::unique_ptr<Operation> exportingThePlan();
[[nodiscard]] std::unique_ptr<Operation> exportingTheCalendarAgain();
[[nodiscard]] std::unique_ptr<Operation> drafting();
[[nodiscard]] std::unique_ptr<Operation> makingAKey();

} // namespace waymark::power
