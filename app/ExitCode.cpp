// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/ExitCode.h>

namespace waymark::app {

using domain::ErrorCode;

ExitCode exitCodeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
        return ExitCode::Usage;
    case ErrorCode::UnknownSkill:
    case ErrorCode::UnknownItem:
    case ErrorCode::UnknownEvidence:
    case ErrorCode::UnknownArea:
    case ErrorCode::UnknownMilestone:
    case ErrorCode::UnknownCourse:
    case ErrorCode::UnknownChoice:
    case ErrorCode::UnknownEntry:
    case ErrorCode::NoTimer:
    case ErrorCode::FileMissing:
    case ErrorCode::LibraryMissing:
    case ErrorCode::NothingToUndo:
    case ErrorCode::NothingToRedo:
        return ExitCode::NotFound;
    case ErrorCode::InvalidText:
    case ErrorCode::InvalidTime:
    case ErrorCode::InvalidFile:
    case ErrorCode::InvalidCourse:
    case ErrorCode::InvalidPlan:
    case ErrorCode::InvalidReview:
    case ErrorCode::NotALibrary:
    case ErrorCode::TooLarge:
    case ErrorCode::UnknownFormat:
    case ErrorCode::StaleEdit:
        return ExitCode::InvalidInput;
    case ErrorCode::LibraryLocked:
    case ErrorCode::LibraryBusy:
        return ExitCode::Locked;
    case ErrorCode::LibraryNewer:
    case ErrorCode::FormatNewer:
        return ExitCode::NewerVersion;
    case ErrorCode::CourseLost:
    case ErrorCode::LibraryCorrupt:
    case ErrorCode::NothingRecovered:
    case ErrorCode::RecordsDiffer:
        return ExitCode::Corrupt;
    case ErrorCode::DiskFull:
    case ErrorCode::ReadOnly:
    case ErrorCode::Io:
        return ExitCode::NoSpaceOrIo;
    case ErrorCode::FileExists:
    case ErrorCode::OtherPlan:
    case ErrorCode::OtherLibrary:
    case ErrorCode::OwnLibrary:
    case ErrorCode::BadSignature:
    case ErrorCode::WrongPassphrase:
    case ErrorCode::DoingFull:
    case ErrorCode::Refused:
    case ErrorCode::Cancelled:
        return ExitCode::Refused;
    }
    return ExitCode::NoSpaceOrIo;
}

} // namespace waymark::app
