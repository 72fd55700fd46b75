// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace waymark::domain {

/// What went wrong, as a closed list. Only ui and the command line turn a code into a sentence.
enum class ErrorCode {
    Usage,

    UnknownSkill,
    UnknownItem,
    UnknownEvidence,
    UnknownArea,
    UnknownMilestone,
    UnknownCourse,
    CourseLost,
    UnknownChoice,
    UnknownEntry,
    NoTimer,
    FileMissing,
    LibraryMissing,
    NothingToUndo,
    NothingToRedo,

    InvalidText,
    InvalidTime,
    InvalidFile,
    InvalidCourse,
    InvalidPlan,
    InvalidReview,
    NotALibrary,
    TooLarge,
    UnknownFormat,
    FormatNewer,
    FileExists,
    StaleEdit,

    LibraryLocked,
    LibraryBusy,
    LibraryNewer,
    LibraryCorrupt,
    RecordsDiffer,

    DiskFull,
    ReadOnly,
    Io,

    OtherPlan,
    OtherLibrary,
    OwnLibrary,
    BadSignature,
    WrongPassphrase,
    DoingFull,
    Refused,
    Cancelled,

    NothingRecovered,
};

/// An error as a value. `subject` names the id or the path; `detail` is untranslated and meant for logs and for the tail of a sentence.
struct Error
{
    ErrorCode code = ErrorCode::Io;
    QString subject;
    QString detail;
    qint64 bytes = 0; ///< of DiskFull: how many there is no room for; 0 where nobody knows

    bool operator==(const Error&) const = default;
};

template <class T> using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, QString subject = {}, QString detail = {})
{
    return tl::unexpected<Error>(Error { code, std::move(subject), std::move(detail) });
}

} // namespace waymark::domain
